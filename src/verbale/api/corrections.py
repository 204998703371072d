"""Corrections as people write them, in a form or on the command line, read into verdicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from verbale.dossier.model import Dossier
from verbale.errors import UsageError
from verbale.judging import Verdict
from verbale.values import Document, Move, Span, Spans, Speaker, Stance

Fields = Mapping[str, str]


def corrected(fields: Fields, dossier: Dossier) -> Callable[[Verdict, Document], Verdict]:
    """The change that the fields ask for; what they do not name stays as it is, what is empty is taken away. UsageError for what cannot be.

    `speaker` is a name, or an id of the dossier; `party` an id; `said_on` a day; `move` a move; `issue:ID` a stance, empty for one that
    it does not touch; `source`, `cue` and `content` are places, as "120-164,201-230" in code points, half-open.
    """

    def change(shown: Verdict, document: Document) -> Verdict:
        speaker, party = _speaker(fields, shown, dossier)
        return replace(
            shown,
            source=_spans(fields, "source", shown.source, document),
            cue=_spans(fields, "cue", shown.cue, document),
            content=_spans(fields, "content", shown.content, document) or _nothing(),
            speaker=speaker,
            party=party,
            said_on=_day(fields, shown.said_on),
            move=_move(fields, shown.move),
            issues=_issues(fields, shown, dossier),
        )

    return change


def _nothing() -> Spans:
    raise UsageError("A statement needs the words that were said. Select them in the article, or reject the statement.")


def _speaker(fields: Fields, shown: Verdict, dossier: Dossier) -> tuple[Speaker | None, str | None]:
    """Who speaks and for whom: a name of the dossier brings its party, unless another is chosen."""
    name = " ".join(fields.get("speaker", shown.speaker.name if shown.speaker else "").split())
    party = fields.get("party", shown.party or "") or None
    if party is not None and dossier.party(party) is None and party != shown.party:
        raise UsageError(f"The dossier has no party '{party}'.")
    if not name:
        return None, party
    if shown.speaker is not None and name == shown.speaker.name:
        return shown.speaker, party
    known = named(name, dossier)
    if known is None:
        return Speaker(None, name), party
    speaker, own = known
    return speaker, party if party != shown.party else own


def named(name: str, dossier: Dossier) -> tuple[Speaker, str | None] | None:
    """The actor or party of the dossier with this id, name or alias, and the party it speaks for; None where there is none."""
    wanted = name.casefold()
    for actor in dossier.actors:
        if wanted in (actor.id.casefold(), *(form.casefold() for form in (actor.name, *actor.aliases))):
            return Speaker(actor.id, actor.name), actor.party
    for party in dossier.parties:
        if wanted in (party.id.casefold(), *(form.casefold() for form in (party.name, *party.aliases))):
            return Speaker(party.id, party.name), party.id
    return None


def _day(fields: Fields, shown: date | None) -> date | None:
    if "said_on" not in fields:
        return shown
    try:
        return date.fromisoformat(fields["said_on"]) if fields["said_on"] else None
    except ValueError as error:
        raise UsageError(f"'{fields['said_on']}' is no day. Write it as YYYY-MM-DD.") from error


def _move(fields: Fields, shown: Move) -> Move:
    try:
        return Move(fields.get("move", shown.value))
    except ValueError as error:
        raise UsageError(f"There is no move '{fields['move']}'. Use one of: {', '.join(Move)}.") from error


def _issues(fields: Fields, shown: Verdict, dossier: Dossier) -> tuple[tuple[str, Stance], ...]:
    """The issues in dossier order, each with its stance; those that the dossier no longer has stay as they are."""
    known = {issue.id for issue in dossier.issues}
    unknown = sorted({name.removeprefix("issue:") for name in fields if name.startswith("issue:")} - known)
    if unknown:
        raise UsageError(f"The dossier has no issue '{unknown[0]}'.")
    before = dict(shown.issues)
    found = [(issue.id, fields.get(f"issue:{issue.id}", before.get(issue.id, ""))) for issue in dossier.issues]
    try:
        chosen = [(issue, Stance(stance)) for issue, stance in found if stance]
    except ValueError as error:
        raise UsageError(f"There is no such stance. Use one of: {', '.join(Stance)}.") from error
    return (*chosen, *((issue, stance) for issue, stance in shown.issues if issue not in known))


def _spans(fields: Fields, role: str, shown: Spans, document: Document) -> Spans:
    """The places of a field: "120-164,201-230", in code points, half-open, apart from one another and within the text."""
    if role not in fields:
        return shown
    text = fields[role].replace(" ", "")
    try:
        pairs = [part.split("-") for part in text.split(",")] if text else []
        spans = tuple(sorted(Span(int(start), int(end)) for start, end in pairs))
    except ValueError as error:
        raise UsageError(f"'{fields[role]}' are no places in a text. Write them as from-until, for instance 120-164.") from error
    if any(span.end > len(document.text) for span in spans):
        raise UsageError(f"The article has {len(document.text)} characters, fewer than '{fields[role]}' asks for.")
    if any(one.overlaps(other) for one, other in pairwise(spans)):
        raise UsageError(f"Two of the places in '{fields[role]}' overlap. Name each character once.")
    return spans

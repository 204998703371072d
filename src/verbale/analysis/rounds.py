"""Rounds: the meetings of the negotiation, read from sentences and merged over documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from verbale.analysis.dating import dated
from verbale.analysis.findings import Fact, Format, Named, Round
from verbale.analysis.gatherings import gathered, is_land, sighting
from verbale.analysis.kept import ALL, Kept, held
from verbale.analysis.meetings import Meeting
from verbale.analysis.names import Names, names_of
from verbale.analysis.readings import Reading, readings
from verbale.analysis.terms import MOST_PLACES, with_also
from verbale.analysis.testimony import Citation, Passage, Testimony
from verbale.dossier.model import Dossier
from verbale.ids import content_id
from verbale.values import Known


def rounds(
    passages: Sequence[Passage], testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None
) -> tuple[Round, ...]:
    """The meetings in order of time, undated ones by the first document that tells of them; every field cites its spans.

    Merged are mentions of one place (or one state and a place in it), one format or none, whose days agree within NEAR days; a mention
    without a place joins the meeting of its day; without place and day the one that its own text spoke of last. Told apart is the rest.
    """
    told, texts = dated(testimonies, passages)
    return tuple(sorted(held(kept_rounds(readings(texts, told, dossier), dossier), as_of), key=round_place))


def round_place(one: Round) -> tuple[date, str]:
    """The order of rounds: of time, undated ones last."""
    return one.on or date.max, one.id


def kept_rounds(found: Iterable[Reading], dossier: Dossier) -> tuple[Kept[Round], ...]:
    """The meetings that all readings with any tell of, with the days from which pages show them."""
    names = names_of(dossier)
    ordered = sorted(found, key=lambda one: (one.day or ALL, one.document))
    told = {(one.document, at): meeting for one in ordered for at, meeting in enumerate(one.meetings)}
    seen = ([sighting(meeting, at, names) for at, meeting in enumerate(one.meetings)] for one in ordered)
    return tuple(kept_round([told[one.document, one.ordinal] for one in members], dossier) for members in gathered(seen))


def kept_round(told: Sequence[Meeting], dossier: Dossier) -> Kept[Round]:
    """The meeting that mentions (gatherings.gathered) speak of, in their order, with the days from which pages show it."""
    one = _merged(told, names_of(dossier))
    return Kept(one.on or ALL, None, one)


def _merged(group: Sequence[Meeting], names: Names) -> Round:
    days = [m.on for m in group if m.on is not None]
    begins = [m.begins or m.on for m in group if m.on is not None]
    stated = any(m.known is not Known.INFERRED for m in group if m.on is not None)
    formats = [m.format for m in group if m.format is not Format.UNKNOWN]
    told: dict[Citation, Fact] = {}
    for meeting in group:
        told.setdefault(meeting.mention.citation, meeting.mention)
    mentions = tuple(told.values())[:MOST_MENTIONS]
    first = mentions[0].citation
    held = any(not m.planned for m in group)
    round_ = Round(
        id=content_id("round", document=first.document, spans=[[s.start, s.end] for s in first.spans], place=_place_name(group)),
        on=min(b for b in begins if b is not None) if begins else None,
        until=max(days) if days else None,
        known=Known.UNKNOWN if not days else Known.TEXT if stated else Known.INFERRED,
        place=_place(group, names),
        format=formats[0] if formats else Format.UNKNOWN,
        participants=tuple(sorted(_distinct(n for m in group for n in m.participants), key=lambda n: names.order[n.id or ""])),
        delegates=next((m.delegates for m in group if m.delegates is not None), None),
        mediator=next((m.mediator for m in group if m.mediator is not None), None),
        count=next((m.count for m in group if m.count is not None), None),
        planned=not held,
        mentions=mentions,
    )
    if round_.mediator is None:
        return round_
    return replace(round_, participants=tuple(p for p in round_.participants if p.name != round_.mediator.name))


def _place_name(group: Sequence[Meeting]) -> str | None:
    return next((m.place.name for m in group if m.place is not None), None)


def _place(group: Sequence[Meeting], names: Names) -> Named | None:
    """The most exact place named: a town before its state."""
    places = [m.place for m in group if m.place is not None]
    exact = [m.place for m in group if m.place is not None and not is_land(m, names)]
    return next(iter(exact or places), None)


MOST_MENTIONS = 40
"""Sentences that a round names; what further ones say is counted in, but not shown."""


def _distinct(named: Iterable[Named]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for one in named:
        known = found.setdefault(one.name, one)
        if one is not known and len(known.fact.also) < MOST_PLACES:
            found[one.name] = replace(known, fact=with_also(known.fact, one.fact))
    return tuple(found.values())

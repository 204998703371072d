"""One article under review: its text, every statement as proposed and as judged, rejected ones too, and what each judge said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from verbale.dossier.model import Dossier
from verbale.judging import Decision, Ruling, Verdict, overlaid
from verbale.record.rows import doubt_of
from verbale.values import Document, Judged, Kind, Known, Move, Spans, Statement, quote
from verbale.views.article import CodedIssue, Segment, segments


@dataclass(frozen=True, slots=True)
class Fields:
    """What can be judged of a statement, as words and as values."""

    source: Spans
    cue: Spans
    content: Spans
    quote: str
    speaker: str | None
    speaker_id: str | None
    party: str | None
    party_name: str | None
    said_on: date | None
    move: Move
    issues: tuple[CodedIssue, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """One judge's latest word on a statement; `found` false rejects it. `made_at` is UTC."""

    judgement: str
    judge: str
    made_at: datetime
    found: bool
    fields: Fields
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One statement of an article. `fields` are what is shown now, `machine` what was proposed, None where only a person found it.

    `doubt` is the machine's, in [0, 1]. `seen` is the judgement in force, which a new one must name. `opinions` has each judge's latest
    word, the one in force last; `own` says that the reader has judged it.
    """

    id: str
    position: int
    nested: bool
    rejected: bool
    kind: Kind
    said_known: Known
    channel: tuple[str, ...]
    fields: Fields
    machine: Fields | None
    doubt: float
    judged: Judged | None
    seen: str | None
    own: bool
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """An article under review by `judge` (None: nobody gave a name). `left` counts what nobody judged, in a second reading what the
    reader did not.

    The texts of the segments, joined, are the document's text to the character.
    """

    document: str
    path: str
    title: str | None
    url: str | None
    publisher: str | None
    published: date | None
    known: Known
    language: str
    judge: str | None
    second: bool
    segments: tuple[Segment, ...]
    items: tuple[ReviewItem, ...]
    left: int


def review(
    document: Document, machine: Sequence[Statement], decisions: Iterable[Decision], dossier: Dossier, *, judge: str | None, second: bool
) -> ReviewView:
    """The article as `judge` reviews it; in a `second` reading what others decided is hidden, and the machine's proposal shown instead."""
    told = list(decisions)
    every = overlaid(machine, told)
    view = overlaid(machine, [d for d in told if d.judge == judge]) if second else every
    shown = {statement.id: statement for statement in view.shown}
    proposed = {statement.id: statement for statement in machine}
    listed = sorted({**proposed, **shown}.values(), key=_place)
    items = tuple(
        _item((shown.get(s.id), proposed.get(s.id)), (view.rulings.get(s.id), every.rulings.get(s.id)), document, dossier, judge=judge)
        for s in listed
    )
    publisher = dossier.publisher(document.publisher)
    return ReviewView(
        document=document.id,
        path=document.path,
        title=document.title,
        url=document.url,
        publisher=publisher.name if publisher else document.publisher,
        published=document.published.on,
        known=document.published.known,
        language=document.language,
        judge=judge,
        second=second,
        segments=segments(document, list(view.shown)),
        items=items,
        left=sum(not (item.own if second else item.opinions) or (item.judged is not None and item.judged.again) for item in items),
    )


def _place(statement: Statement) -> tuple[int, int, str]:
    content = statement.attribution.content
    return content[0].start, -content[-1].end, statement.id


def _item(
    statement: tuple[Statement | None, Statement | None],
    ruled: tuple[Ruling | None, Ruling | None],
    document: Document,
    dossier: Dossier,
    *,
    judge: str | None,
) -> ReviewItem:
    """A statement as shown and as proposed, with the ruling that its reader may see and the one in force."""
    (shown, machine), (visible, force) = statement, ruled
    now = shown or machine
    assert now is not None
    verdict = Verdict.of(now)
    proposed = Verdict.of(machine) if machine else None
    opinions = visible.decisions if visible else ()
    return ReviewItem(
        id=now.id,
        position=now.position,
        nested=now.attribution.nested_in is not None,
        rejected=shown is None,
        kind=now.attribution.kind,
        said_known=now.resolution.said_on.known,
        channel=now.resolution.channel,
        fields=fields_of(verdict, document, dossier),
        machine=fields_of(proposed, document, dossier) if proposed else None,
        doubt=doubt_of(machine) if machine else 1.0,
        judged=now.judged,
        seen=force.final.id if force else None,
        own=force is not None and any(decision.judge == judge for decision in force.decisions),
        opinions=tuple(_opinion(decision, proposed, document, dossier) for decision in opinions),
    )


def _opinion(decision: Decision, proposed: Verdict | None, document: Document, dossier: Dossier) -> Opinion:
    fields = fields_of(decision.verdict, document, dossier)
    differs = () if proposed is None or not decision.verdict.found else differing(decision.verdict, proposed)
    return Opinion(decision.id, decision.judge, decision.made_at, decision.verdict.found, fields, differs)


def differing(one: Verdict, other: Verdict) -> tuple[str, ...]:
    """The fields, as people call them, in which two verdicts differ."""
    pairs = {
        "speaker": ((one.speaker, one.party), (other.speaker, other.party)),
        "date": (one.said_on, other.said_on),
        "move": (one.move, other.move),
        "issues": (dict(one.issues), dict(other.issues)),
        "spans": ((one.source, one.cue, one.content), (other.source, other.cue, other.content)),
    }
    return tuple(name for name, (mine, theirs) in pairs.items() if mine != theirs)


def fields_of(verdict: Verdict, document: Document, dossier: Dossier) -> Fields:
    """A verdict as pages show it."""
    labels = {issue.id: issue.label for issue in dossier.issues}
    party = dossier.party(verdict.party)
    return Fields(
        source=verdict.source,
        cue=verdict.cue,
        content=verdict.content,
        quote=quote(document.text, verdict.content),
        speaker=verdict.speaker.name if verdict.speaker else None,
        speaker_id=verdict.speaker.id if verdict.speaker else None,
        party=verdict.party,
        party_name=party.name if party else verdict.party,
        said_on=verdict.said_on,
        move=verdict.move,
        issues=tuple(CodedIssue(issue, labels.get(issue, issue), stance) for issue, stance in verdict.issues),
    )

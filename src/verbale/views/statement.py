"""One utterance: all its wordings side by side, with the way each came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verbale import matching
from verbale.analysis import Testimony
from verbale.analysis.events import order
from verbale.errors import UsageError
from verbale.values import Kind, Known, Move, Stance, Wording, quote
from verbale.views.citations import Citations
from verbale.views.listing import Paging, paging
from verbale.views.page import CitationView, Quoted
from verbale.views.retold import CreditedTo, SaidAgain, Spread, credited_to, said_again, spread
from verbale.views.source import Source

WORDINGS_ON_A_PAGE = 40
SHORTEST = 5
"""Letters from which a single word that is left out is shown: "the" and "is" tell nobody anything."""


@dataclass(frozen=True, slots=True)
class StanceCode:
    """A statement's stance on one issue."""

    issue: str
    label: str
    stance: Stance
    probability: float


@dataclass(frozen=True, slots=True)
class Differences:
    """How a wording differs from the fullest one: what it leaves out, which numbers, names and hedges only one of the two has.

    `left_out` are stretches of the fullest wording; `hardened` says that a hedge vanished and none came in its place.
    """

    left_out: tuple[str, ...]
    missing_numbers: tuple[str, ...]
    other_numbers: tuple[str, ...]
    missing_names: tuple[str, ...]
    other_names: tuple[str, ...]
    missing_hedges: tuple[str, ...]
    other_hedges: tuple[str, ...]
    hardened: bool


@dataclass(frozen=True, slots=True)
class WordingItem:
    """One document's wording: whole, with its kind, its channel from the speaker outward, its coding and the witness it belongs to.

    `differences` is None for the fullest wording itself.
    """

    statement: str
    document: str
    publisher: str | None
    published: date | None
    witness: str
    kind: Kind
    channel: tuple[str, ...]
    quote: Quoted
    move: Move
    conditional: bool
    stances: tuple[StanceCode, ...]
    differences: Differences | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """One utterance; `wordings` are a page of them in order of publication, and `fullest` is the one that others are held against.

    `witnesses` counts independent publishers. `said_again` and `credited_to` lead to other utterances: the same on another day, and the
    same words under another name.
    """

    utterance: str
    speaker: str | None
    party: str | None
    said_on: date | None
    known: Known
    witnesses: int
    fullest: str
    paging: Paging
    wordings: tuple[WordingItem, ...]
    spread: Spread
    said_again: tuple[SaidAgain, ...]
    credited_to: tuple[CreditedTo, ...]
    citations: tuple[CitationView, ...]


def statement_view(source: Source, utterance: str, *, page: int = 1) -> StatementView:
    """A page of an utterance's wordings; UsageError where there is no such utterance or page."""
    dossier = source.dossier()
    group = sorted(source.reports(utterance), key=lambda t: (t.published.on or date.max, order(t)))
    if not group:
        raise UsageError(f"No statement or utterance has the id '{utterance}'. Ids stand in the output of `verbale export`.")
    place = paging(page, len(group), WORDINGS_ON_A_PAGE)
    shown = group[(place.page - 1) * WORDINGS_ON_A_PAGE :][:WORDINGS_ON_A_PAGE]
    citations = Citations(source, dossier)
    fullest = matching.fullest([wording_of(t) for t in group])
    named = next((t for t in group if t.statement.resolution.speaker is not None), group[0])
    dated = next((t for t in group if t.statement.resolution.said_on.on is not None), group[0])
    speaker = named.statement.resolution.speaker
    wordings = tuple(_item(t, fullest, source, citations) for t in shown)
    likes = source.likes(utterance)
    return StatementView(
        utterance=utterance,
        speaker=speaker.name if speaker is not None else None,
        party=named.statement.resolution.party,
        said_on=dated.statement.resolution.said_on.on,
        known=dated.statement.resolution.said_on.known,
        witnesses=len({t.witness for t in group}),
        fullest=fullest.text,
        paging=place,
        wordings=wordings,
        spread=spread(group, source),
        said_again=said_again(utterance, likes, source, citations),
        credited_to=credited_to(likes, source, citations),
        citations=citations.views(),
    )


def wording_of(testimony: Testimony) -> Wording:
    """A testimony as matching reads it."""
    statement = testimony.statement
    speaker = statement.resolution.speaker
    return Wording(
        statement=statement.id,
        document=statement.document,
        speaker=speaker.key if speaker else None,
        said_on=statement.resolution.said_on.on,
        published_on=testimony.published.on,
        kind=statement.attribution.kind,
        text=testimony.quote,
        position=testimony.content[0].start,
        nested=statement.attribution.nested_in is not None,
    )


def _differences(fullest: Wording, wording: Wording) -> Differences | None:
    if wording.statement == fullest.statement:
        return None
    found = matching.variant(fullest, wording)
    gone = [segment.there for segment in found.segments if segment.change in (matching.Change.DROPPED, matching.Change.REWORDED)]
    stretches = [quote(fullest.text, spans) for spans in gone if spans]
    return Differences(
        left_out=tuple(stretch for stretch in stretches if len(stretch.split()) > 1 or len(stretch) >= SHORTEST),
        missing_numbers=found.missing_numbers,
        other_numbers=found.other_numbers,
        missing_names=found.missing_names,
        other_names=found.other_names,
        missing_hedges=found.missing_hedges,
        other_hedges=found.other_hedges,
        hardened=found.hardened,
    )


def _item(testimony: Testimony, fullest: Wording, source: Source, citations: Citations) -> WordingItem:
    dossier = source.dossier()
    publisher = dossier.publisher(testimony.publisher)
    statement = testimony.statement
    labels = {issue.id: issue.label for issue in dossier.issues}
    stances = tuple(StanceCode(c.issue, labels.get(c.issue, c.issue), c.stance, c.probability) for c in statement.coding.issues)
    return WordingItem(
        statement=statement.id,
        document=statement.document,
        publisher=publisher.name if publisher is not None else testimony.publisher,
        published=testimony.published.on,
        witness=testimony.witness,
        kind=statement.attribution.kind,
        channel=statement.resolution.channel,
        quote=citations.words(testimony, whole=True),
        move=statement.coding.move,
        conditional=statement.coding.conditional,
        stances=stances,
        differences=_differences(fullest, wording_of(testimony)),
    )

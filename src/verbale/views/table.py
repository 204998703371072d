"""The table: parties by issues, each cell with the party's own words and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from verbale.analysis import ProgressClaim, Settledness, Testimony
from verbale.analysis.findings import PeriodOf, PositionOf
from verbale.dossier.model import Dossier, Issue, Party
from verbale.values import Stance
from verbale.views.citations import Citations
from verbale.views.found import Findings
from verbale.views.page import CitationView, Quoted
from verbale.views.source import Source, Wanted


@dataclass(frozen=True, slots=True)
class Heading:
    """A row's or a column's id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Movement:
    """The stance before the one that holds, with the words that carried it."""

    stance: Stance
    sign: str
    since: date | None
    until: date | None
    speaker: str | None
    quote: Quoted


@dataclass(frozen=True, slots=True)
class Cell:
    """One party on one issue. `sign` is + for, − against, ± contested or unclear, "" silent; then all else is None, 0 or empty.

    `since` is the first day of the stance, `said_on` that of the words shown; `witnesses` counts independent publishers.
    """

    party: str
    issue: str
    sign: str
    stance: Stance | None
    settledness: Settledness | None
    conditional: bool
    quote: Quoted | None
    speaker: str | None
    since: date | None
    said_on: date | None
    witnesses: int
    citations: tuple[int, ...]
    movement: Movement | None


@dataclass(frozen=True, slots=True)
class ProgressCell:
    """How one side last said that the talks go: `level` from 0 (dead end) to 6 (agreed)."""

    party: str
    party_name: str
    level: int
    label: str
    day: date | None
    quote: Quoted
    speaker: str | None


@dataclass(frozen=True, slots=True)
class TableView:
    """Parties by issues; `rows` are parties, `columns` issues, `cells` in the order of rows, then columns, silent ones included.

    `progress` is each side's last word on how the talks go; `apart` the two claims that were last furthest from each other, the more
    hopeful first, empty where the sides never disagreed.
    """

    title: str
    as_of: date | None
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    progress: tuple[ProgressCell, ...]
    apart: tuple[ProgressCell, ...]
    cells: tuple[Cell, ...]
    citations: tuple[CitationView, ...]


Told = TypeVar("Told")

SIGNS = {Stance.FOR: "+", Stance.AGAINST: "−", Stance.UNCLEAR: "±"}


def table(source: Source, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> TableView:
    """The table as of a day, inclusive; of one issue or one party only where asked. Parties and issues without a word are left out."""
    findings = Findings(source, Wanted(as_of, issue, party))
    dossier, citations = findings.dossier, Citations(source, findings.dossier)
    by_cell = {(position.party, position.issue): position for position in findings.positions}
    told = findings.told(key for position in findings.positions for key in _shown(position))
    rows = [p for p in dossier.parties if any(row == p.id for row, _ in by_cell)]
    columns = [i for i in dossier.issues if any(column == i.id for _, column in by_cell)]
    last = {claim.party: claim for claim in findings.claims}
    widest = findings.furthest
    wide = (widest.higher, widest.lower) if widest is not None else ()
    claims = tuple(progress_cell(claim, dossier, citations) for claim in findings.full((*last.values(), *wide)))
    cells = tuple(_cell(p, i, by_cell.get((p.id, i.id)), told, citations) for p in rows for i in columns)
    return TableView(
        title=dossier.negotiation.title,
        as_of=as_of,
        rows=tuple(Heading(p.id, p.name) for p in rows),
        columns=tuple(Heading(i.id, i.label) for i in columns),
        progress=claims[: len(last)],
        apart=claims[len(last) :],
        cells=cells,
        citations=citations.views(),
    )


def progress_cell(claim: ProgressClaim, dossier: Dossier, citations: Citations) -> ProgressCell:
    """A claim as pages show it."""
    speaker = claim.best.statement.resolution.speaker
    label = claim.level.name.lower().replace("_", " ")
    words = citations.words(claim.best, part=claim.words)
    party = dossier.party(claim.party)
    name = party.name if party is not None else claim.party
    return ProgressCell(claim.party, name, int(claim.level), label, claim.day, words, speaker.name if speaker else None)


def _shown(position: PositionOf[str]) -> tuple[str, ...]:
    """The statements of a position that its cell shows: not those that dissent, nor further reports of what held before."""
    before = () if position.before is None else (position.before.best,)
    return (position.best, *position.current.reports, *before)


def _cell(party: Party, issue: Issue, position: PositionOf[str] | None, told: Mapping[str, Testimony], citations: Citations) -> Cell:
    if position is None:
        return Cell(party.id, issue.id, "", None, None, False, None, None, None, None, 0, (), None)
    now, best = position.current, told[position.best]
    speaker = best.statement.resolution.speaker
    return Cell(
        party=party.id,
        issue=issue.id,
        sign=sign(now),
        stance=now.stance,
        settledness=position.settledness,
        conditional=now.conditional,
        quote=citations.words(best),
        speaker=speaker.name if speaker is not None else None,
        since=now.since,
        said_on=best.day,
        witnesses=now.witnesses,
        citations=tuple(dict.fromkeys((citations.of(best), *citations.every([told[report] for report in now.reports])))),
        movement=_movement(position.before, told, citations),
    )


def sign(period: PeriodOf[Told]) -> str:
    """+ for, − against, ± contested or unclear."""
    return "±" if period.contradictory else SIGNS[period.stance]


def _movement(before: PeriodOf[str] | None, told: Mapping[str, Testimony], citations: Citations) -> Movement | None:
    if before is None:
        return None
    best = told[before.best]
    speaker = best.statement.resolution.speaker
    words = citations.words(best)
    return Movement(before.stance, sign(before), before.since, before.until, speaker.name if speaker is not None else None, words)

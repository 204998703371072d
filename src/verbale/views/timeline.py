"""The timeline: who spoke how much on which day, with the meetings, proposals and shifts between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verbale.analysis import Round, Testimony
from verbale.analysis.findings import ProposalOf, ShiftOf
from verbale.dossier.model import Dossier
from verbale.record.catalogue import Catalogue, Choice
from verbale.views.citations import Citations
from verbale.views.columns import Column, columns, spread
from verbale.views.found import Findings
from verbale.views.listing import ON_A_PAGE, Hit, Paging, hit, paging, party_name, publishers, speaker_names
from verbale.views.page import CitationView, Quoted
from verbale.views.source import Source, Wanted
from verbale.views.table import Heading, sign

MOST_MARKS = 40
"""Meetings, proposals and shifts shown, of each the latest."""


@dataclass(frozen=True, slots=True)
class Row:
    """One party's statements, a count for each column; `id` is None for speakers of no party."""

    id: str | None
    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RoundMark:
    """A meeting; `id` names its card on the page of rounds."""

    id: str
    on: date | None
    until: date | None
    place: str | None
    planned: bool


@dataclass(frozen=True, slots=True)
class ProposalMark:
    """A proposal; `id` names its card on the page of proposals."""

    id: str
    on: date | None
    by_name: str


@dataclass(frozen=True, slots=True)
class ShiftMark:
    """A party's move on an issue: the sign before, empty where it was silent, and after, with the words that carry it."""

    on: date
    party_name: str
    issue_label: str
    before: str
    after: str
    quote: Quoted


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Statements by party and time. `unit` is day, week, month or year; `most` is the greatest count of a cell.

    `earlier`, `later` and `undated` count the statements that the columns leave out; `statements` are a page of the `total` in the columns,
    where a time was asked for or they fit one page.
    """

    title: str
    since: date | None
    until: date | None
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    most: int
    rounds: tuple[RoundMark, ...]
    proposals: tuple[ProposalMark, ...]
    shifts: tuple[ShiftMark, ...]
    total: int
    earlier: int
    later: int
    undated: int
    paging: Paging
    statements: tuple[Hit, ...]
    speakers: tuple[Heading, ...]
    publishers: tuple[Heading, ...]
    citations: tuple[CitationView, ...]


def timeline(catalogue: Catalogue, source: Source, choice: Choice, *, page: int = 1) -> TimelineView:
    """The timeline of a choice; without its days that of the negotiation's days on which something is known.

    Raises UsageError where the days lie too far apart or there is no such page.
    """
    dossier = source.dossier()
    first, last = _bounds(catalogue, choice, dossier)
    shown = replace(choice, since=first, until=last)
    unit, stretches = columns(first, last)
    rows = _rows(catalogue, shown, unit, stretches, dossier)
    findings = Findings(source, Wanted(as_of=last, issue=choice.issue, party=choice.party, since=first, most=MOST_MARKS))
    citations = Citations(source, dossier)
    moved = findings.shifts if stretches else []
    best = findings.told(shift.after.best for shift in moved)
    total = sum(sum(row.counts) for row in rows)
    place = paging(page, total, ON_A_PAGE)
    listed = bool(stretches) and (total <= ON_A_PAGE or None not in (choice.since, choice.until))
    found = catalogue.statements(shown, offset=(place.page - 1) * ON_A_PAGE, limit=ON_A_PAGE) if listed else ()
    return TimelineView(
        title=dossier.negotiation.title,
        since=first,
        until=last,
        unit=unit,
        columns=stretches,
        rows=rows,
        most=max((count for row in rows for count in row.counts), default=0),
        rounds=tuple(_round(r) for r in findings.bare_rounds(mentions=0)) if stretches else (),
        proposals=tuple(_proposal(p, dossier) for p in findings.bare_proposals) if stretches else (),
        shifts=tuple(_shift(shift, best[shift.after.best], dossier, citations) for shift in moved),
        total=total,
        earlier=_outside(catalogue, choice, until=first),
        later=_outside(catalogue, choice, since=last),
        undated=catalogue.total(replace(choice, since=None, until=None), undated=True),
        paging=place,
        statements=tuple(hit(one, dossier) for one in found),
        speakers=speaker_names(catalogue, dossier),
        publishers=publishers(catalogue, dossier),
        citations=citations.views(),
    )


def _bounds(catalogue: Catalogue, choice: Choice, dossier: Dossier) -> tuple[date | None, date | None]:
    """The first and the last day shown."""
    since, until = choice.since, choice.until
    if since is not None and until is not None:
        return since, until
    talks = dossier.negotiation
    own = catalogue.days(replace(choice, since=_latest(since, talks.begins), until=_earliest(until, talks.ends))) or catalogue.days(choice)
    first, last = own or (None, None)
    return since or first or until, until or last or since


def _latest(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day is not None), default=None)


def _earliest(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _outside(catalogue: Catalogue, choice: Choice, *, since: date | None = None, until: date | None = None) -> int:
    """How many statements there are before or after the days shown."""
    if since is not None:
        return catalogue.total(replace(choice, since=since + timedelta(days=1), until=None))
    return catalogue.total(replace(choice, since=None, until=until - timedelta(days=1))) if until is not None else 0


def _rows(catalogue: Catalogue, choice: Choice, unit: str, stretches: Sequence[Column], dossier: Dossier) -> tuple[Row, ...]:
    """A row for each party that speaks, in dossier order, then one for all others."""
    known = {party.id for party in dossier.parties}
    counts = [replace(c, key=c.key if c.key in known else None) for c in catalogue.by_party(choice, unit)] if stretches else []
    laid = spread(counts, stretches, unit)
    names = [*((party.id, party.name) for party in dossier.parties), (None, "No party")]
    return tuple(Row(key, name, laid[key]) for key, name in names if key in laid)


def _round(round_: Round) -> RoundMark:
    return RoundMark(round_.id, round_.on, round_.until, round_.place.name if round_.place is not None else None, round_.planned)


def _proposal(proposal: ProposalOf[str], dossier: Dossier) -> ProposalMark:
    return ProposalMark(proposal.id, proposal.on, party_name(dossier, proposal.by) or proposal.by)


def _shift(shift: ShiftOf[str], best: Testimony, dossier: Dossier, citations: Citations) -> ShiftMark:
    issue = dossier.issue(shift.issue)
    return ShiftMark(
        on=shift.on,
        party_name=party_name(dossier, shift.party) or shift.party,
        issue_label=issue.label if issue else shift.issue,
        before=sign(shift.before) if shift.before else "",
        after=sign(shift.after),
        quote=citations.words(best),
    )

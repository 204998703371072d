"""The timeline: who spoke how much on which day, with the meetings, proposals and shifts between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.analysis import Shift, Testimony
from verbale.analysis.events import order
from verbale.dossier.model import Dossier
from verbale.errors import UsageError
from verbale.values import Move
from verbale.views.brief_parts import Findings
from verbale.views.citations import Citations
from verbale.views.listing import Hit, hit, publisher_name, speaker_key
from verbale.views.lists import ProposalItem, RoundItem, proposal_item, round_item
from verbale.views.page import CitationView, Quoted
from verbale.views.source import Source
from verbale.views.table import Heading, sign

MOST_COLUMNS = 62
"""Columns beyond which days become weeks, weeks months, months years: two months of days can still be told apart."""
MOST_LISTED = 50
"""Statements listed under the grid."""
MOST_CHOICES = 200
"""Speakers and publishers to choose from, the most quoted first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which statements count: all of the given issue, party, move, speaker (its key in `speakers`) and publisher (its id)."""

    issue: str | None = None
    party: str | None = None
    move: str | None = None
    speaker: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One stretch of time, both days inclusive; `label` names it within its `group`."""

    since: date
    until: date
    label: str
    group: str


@dataclass(frozen=True, slots=True)
class Row:
    """One party's statements, a count for each column; `id` is None for speakers of no party."""

    id: str | None
    name: str
    counts: tuple[int, ...]


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

    `earlier`, `later` and `undated` count the statements that the columns leave out; `statements` lists the first of `total`.
    """

    title: str
    since: date | None
    until: date | None
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    most: int
    rounds: tuple[RoundItem, ...]
    proposals: tuple[ProposalItem, ...]
    shifts: tuple[ShiftMark, ...]
    total: int
    earlier: int
    later: int
    undated: int
    statements: tuple[Hit, ...]
    speakers: tuple[Heading, ...]
    publishers: tuple[Heading, ...]
    citations: tuple[CitationView, ...]


def timeline(source: Source, choice: Choice, *, since: date | None = None, until: date | None = None) -> TimelineView:
    """The timeline from `since` to `until`, both inclusive; without them those of the negotiation's days on which something is known.

    Raises UsageError where there is no such move, speaker or publisher, or where `until` lies before `since`.
    """
    findings = Findings.of(source, as_of=None, issue=choice.issue, party=choice.party)
    dossier = findings.dossier
    speakers, publishers = _speakers(findings.testimonies), _publishers(findings.testimonies, dossier)
    _check(choice, findings.testimonies)
    chosen = [t for t in findings.testimonies if _wanted(t, choice)]
    days = [t.day for t in chosen if t.day is not None]
    marked = [day for day in (*(r.on for r in findings.rounds), *(p.on for p in findings.proposals)) if day is not None]
    first, last = _bounds([*days, *marked], dossier, since, until)
    inside = sorted((t for t in chosen if t.day is not None and first and last and first <= t.day <= last), key=_by_time)
    unit, columns = _columns(first, last)
    rows = _rows(inside, columns, dossier)
    citations = Citations(source, dossier)

    def within(since: date | None, until: date | None) -> bool:
        return since is not None and first is not None and last is not None and since <= last and first <= (until or since)

    return TimelineView(
        title=dossier.negotiation.title,
        since=first,
        until=last,
        unit=unit,
        columns=columns,
        rows=rows,
        most=max((count for row in rows for count in row.counts), default=0),
        rounds=tuple(round_item(r, citations) for r in findings.rounds if within(r.on, r.until)),
        proposals=tuple(proposal_item(p, dossier, citations) for p in findings.proposals if within(p.on, p.on)),
        shifts=tuple(_mark(s, dossier, citations) for s in findings.shifts if within(s.on, s.on)),
        total=len(inside),
        earlier=sum(first is not None and day < first for day in days),
        later=sum(last is not None and day > last for day in days),
        undated=len(chosen) - len(days),
        statements=tuple(hit(t, dossier) for t in inside[:MOST_LISTED]),
        speakers=speakers,
        publishers=publishers,
        citations=citations.views(),
    )


def _wanted(testimony: Testimony, choice: Choice) -> bool:
    coding = testimony.statement.coding
    return (
        choice.issue in (None, *(code.issue for code in coding.issues))
        and choice.party in (None, testimony.statement.resolution.party)
        and choice.move in (None, coding.move.value)
        and choice.speaker in (None, speaker_key(testimony))
        and choice.publisher in (None, testimony.publisher)
    )


def _check(choice: Choice, testimonies: Sequence[Testimony]) -> None:
    if choice.move is not None and choice.move not in set(Move):
        raise UsageError(f"There is no move '{choice.move}'. The moves are: {', '.join(Move)}.")
    if choice.speaker is not None and all(speaker_key(t) != choice.speaker for t in testimonies):
        raise UsageError(f"Nobody in the record is filed under '{choice.speaker}'. The page of speakers lists who speaks.")
    if choice.publisher is not None and all(t.publisher != choice.publisher for t in testimonies):
        raise UsageError(f"The record has no statement from the publisher '{choice.publisher}'.")


def _bounds(days: Sequence[date], dossier: Dossier, since: date | None, until: date | None) -> tuple[date | None, date | None]:
    """The first and the last day shown."""
    if since and until and until < since:
        raise UsageError(f"{until} lies before {since}. Give the earlier day first.")
    talks = dossier.negotiation
    own = [day for day in days if (talks.begins or day) <= day <= (talks.ends or day)] or days
    within = [day for day in own if (since or day) <= day <= (until or day)]
    return since or min(within, default=until), until or max(within, default=since)


def _columns(first: date | None, last: date | None) -> tuple[str, tuple[Column, ...]]:
    """The stretches from the first to the last day, in the smallest unit of which they are few enough."""
    if first is None or last is None:
        return "day", ()
    for unit, (start, label, group) in _UNITS.items():
        starts = _starts(first, last, start)
        if len(starts) <= MOST_COLUMNS:
            ends = [*(following - timedelta(days=1) for following in starts[1:]), last]
            pairs = zip(starts, ends, strict=True)
            return unit, tuple(Column(since, until, label(since), group(since)) for since, until in pairs)
    raise UsageError(f"From {first} to {last} are more than {MOST_COLUMNS} years. Choose days that lie closer together.")


def _starts(first: date, last: date, start_of: Callable[[date], date]) -> list[date]:
    """The first days of the stretches from `first` to `last`, or as many as show that they are too many."""
    if last.year - first.year > MOST_COLUMNS:
        return [first] * (MOST_COLUMNS + 1)
    starts = [first]
    while len(starts) <= MOST_COLUMNS and (following := _after(starts[-1], start_of)) <= last:
        starts.append(following)
    return starts


def _after(day: date, start_of: Callable[[date], date]) -> date:
    """The start of the stretch after a day's own."""
    own = start_of(day)
    while start_of(day) == own:
        day += timedelta(days=1)
    return day


_UNITS: dict[str, tuple[Callable[[date], date], Callable[[date], str], Callable[[date], str]]] = {
    "day": (lambda day: day, lambda day: str(day.day), lambda day: f"{day:%B %Y}"),
    "week": (lambda day: day - timedelta(days=day.weekday()), lambda day: str(day.day), lambda day: f"{day:%b %Y}"),
    "month": (lambda day: day.replace(day=1), lambda day: f"{day:%b}", lambda day: str(day.year)),
    "year": (lambda day: day.replace(month=1, day=1), lambda day: f"{day.year % 100:02}", lambda day: f"{day.year // 100}00s"),
}


def _rows(inside: Iterable[Testimony], columns: Sequence[Column], dossier: Dossier) -> tuple[Row, ...]:
    """A row for each party that speaks, in dossier order, then one for all others."""
    counts: dict[str | None, Counter[int]] = {}
    at = 0
    for testimony in inside:  # in order of time, as the columns are
        while testimony.day is not None and columns[at].until < testimony.day:
            at += 1
        party = dossier.party(testimony.statement.resolution.party)
        counts.setdefault(party.id if party else None, Counter())[at] += 1
    names = [*((party.id, party.name) for party in dossier.parties), (None, "No party")]
    return tuple(Row(key, name, tuple(counts[key][n] for n in range(len(columns)))) for key, name in names if key in counts)


def _mark(shift: Shift, dossier: Dossier, citations: Citations) -> ShiftMark:
    party, issue = dossier.party(shift.party), dossier.issue(shift.issue)
    return ShiftMark(
        on=shift.on,
        party_name=party.name if party else shift.party,
        issue_label=issue.label if issue else shift.issue,
        before=sign(shift.before) if shift.before else "",
        after=sign(shift.after),
        quote=citations.words(shift.after.best),
    )


def _speakers(testimonies: Iterable[Testimony]) -> tuple[Heading, ...]:
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for testimony in testimonies:
        key, speaker = speaker_key(testimony), testimony.statement.resolution.speaker
        if key is not None and speaker is not None:
            counts[key] += 1
            names[key] = min(names.get(key, speaker.name), speaker.name)
    return tuple(Heading(key, names[key]) for key in sorted(counts, key=lambda k: (-counts[k], names[k], k))[:MOST_CHOICES])


def _publishers(testimonies: Iterable[Testimony], dossier: Dossier) -> tuple[Heading, ...]:
    counts = Counter(t.publisher for t in testimonies if t.publisher is not None)
    keys = sorted(counts, key=lambda key: (-counts[key], key))[:MOST_CHOICES]
    return tuple(Heading(key, publisher_name(dossier, key) or key) for key in keys)


def _by_time(testimony: Testimony) -> tuple[date, object]:
    return testimony.day or date.max, order(testimony)

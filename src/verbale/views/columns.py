"""Stretches of time as columns: days, weeks, months or years, so that a page has few enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.errors import UsageError
from verbale.record.catalogue import Count

MOST_COLUMNS = 62
"""Columns beyond which days become weeks, weeks months, months years: two months of days can still be told apart."""


@dataclass(frozen=True, slots=True)
class Column:
    """One stretch of time, both days inclusive; `label` names it within its `group`."""

    since: date
    until: date
    label: str
    group: str


def columns(first: date | None, last: date | None) -> tuple[str, tuple[Column, ...]]:
    """The stretches from the first to the last day, in the smallest unit of which they are few enough, and that unit's name."""
    if first is None or last is None:
        return "day", ()
    for unit, (start, label, group) in _UNITS.items():
        starts = _starts(first, last, start)
        if len(starts) <= MOST_COLUMNS:
            ends = [*(following - timedelta(days=1) for following in starts[1:]), last]
            pairs = zip(starts, ends, strict=True)
            return unit, tuple(Column(since, until, label(since), group(since)) for since, until in pairs)
    raise UsageError(f"From {first} to {last} are more than {MOST_COLUMNS} years. Choose days that lie closer together.")


def spread(counts: Iterable[Count], found: Sequence[Column], unit: str) -> dict[str | None, tuple[int, ...]]:
    """Counts by unit laid out over columns, for each key."""
    start = _UNITS[unit][0]
    places = {start(column.since): place for place, column in enumerate(found)}
    made: dict[str | None, list[int]] = {}
    for count in counts:
        made.setdefault(count.key, [0] * len(found))[places[count.begins]] += count.statements
    return {key: tuple(row) for key, row in made.items()}


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

"""Findings with the days for which they hold: what a record keeps, so that a page of any day is a look-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Finding = TypeVar("Finding")

ALL = date.max
"""The day of those who ask for none: undated things are known only then."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[Finding]):
    """A finding that pages of the days from `since` (inclusive) to `until` (exclusive; None: no end) show."""

    since: date
    until: date | None
    finding: Finding

    def holds(self, as_of: date | None) -> bool:
        """Whether a page as of a day, or of all that is known, shows it."""
        day = as_of or ALL
        return self.since <= day and (self.until is None or day < self.until)


def held(kept: Iterable[Kept[Finding]], as_of: date | None) -> Iterator[Finding]:
    """The findings that hold as of a day."""
    return (one.finding for one in kept if one.holds(as_of))


@dataclass(frozen=True, slots=True)
class Entry(Generic[Finding]):
    """What a place of a ledger shows from a day on."""

    place: int
    since: date
    finding: Finding


class Ledger(Generic[Finding]):
    """Findings entered day by day, in order of time: each place shows the last entry until the next one.

    A ledger goes on from entries that were open: what it keeps then is those, as they end or stay, and what comes after.
    """

    def __init__(self, entries: Iterable[Entry[Finding]] = ()) -> None:
        self._open = {entry.place: entry for entry in entries}
        self._closed: list[Kept[Finding]] = []

    def enter(self, place: int, finding: Finding | None, day: date) -> None:
        """From `day` on, `place` shows a finding, or nothing; an entry of the same day is written over."""
        last = self._open.get(place)
        if last is not None:
            if last.finding == finding:
                return
            if last.since < day:
                self._closed.append(Kept(last.since, day, last.finding))
        if finding is None:
            self._open.pop(place, None)
        else:
            self._open[place] = Entry(place, day, finding)

    def resume(self, entry: Entry[Finding]) -> None:
        """Go on from an entry that was open."""
        self._open[entry.place] = entry

    def open(self) -> tuple[Entry[Finding], ...]:
        """What the places show at last, in their order."""
        return tuple(self._open[place] for place in sorted(self._open))

    def closed(self) -> tuple[Kept[Finding], ...]:
        """The entries that others followed."""
        return tuple(self._closed)

    def kept(self) -> tuple[Kept[Finding], ...]:
        """All entries, with the days they hold."""
        return (*self._closed, *(Kept(entry.since, None, entry.finding) for entry in self._open.values()))


@dataclass(frozen=True, slots=True)
class Mark:
    """How things stood after a day, as text."""

    day: date
    state: str

"""Findings that are made day by day, gone on with from where they stood: a record makes anew only what follows a change."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.analysis.cell import Cell, CellState, days_of
from verbale.analysis.conflicts import AT_ONE_TIME, Meaning, kept_selves
from verbale.analysis.events import Event
from verbale.analysis.kept import Kept, Mark
from verbale.analysis.plain import from_text, to_text
from verbale.analysis.positions import hear_undated
from verbale.analysis.quarrels import Quarrels, QuarrelState
from verbale.analysis.rows import Row, position_row, quarrel_row, self_row, shift_row
from verbale.dossier.model import Dossier, Issue

EVERY = 100
"""Voices after which it is noted how things stand; what is said before the latest note is not read again."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days after `after` (None: from the first on) up to and including `until` (None: to the last, and what has no day)."""

    after: date | None
    until: date | None

    def has(self, day: date) -> bool:
        """Whether a day lies in it."""
        return (self.after is None or day > self.after) and (self.until is None or day <= self.until)


class Resumed(ABC):
    """A fold that goes on from a mark; `marks` are the new ones, `back` the days up to a mark that it may read again."""

    back = timedelta(0)

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._heard = 0

    @abstractmethod
    def reopened(self) -> Sequence[Row]:
        """What was open at the mark, as it was entered."""

    def recalls(self) -> Sequence[str]:
        """The utterances of the days up to the mark that are to be read again."""
        return ()

    def recall(self, events: Iterable[Event]) -> None:
        """Take in again such utterances; who asks for none is given none."""
        raise NotImplementedError

    @abstractmethod
    def hear(self, events: Sequence[Event], window: Window) -> None:
        """Take in the days of a window, later than all before, from all events in order that have a report in it."""

    @abstractmethod
    def state(self, day: date) -> str:
        """How things stand after a day that was heard."""

    @abstractmethod
    def rows(self, *, ended: bool) -> Iterator[Row]:
        """What was entered since the mark; all of it, or only what has ended."""

    def mark(self, day: date) -> None:
        """Note how things stand after a day, once."""
        self._heard = 0
        if not self.marks or self.marks[-1].day < day:
            self.marks.append(Mark(day, self.state(day)))

    def _count(self, heard: int, day: date) -> None:
        self._heard += heard
        if self._heard >= EVERY:
            self.mark(day)


class ResumedCell(Resumed):
    """A party's positions, shifts and contradictions of itself on an issue."""

    def __init__(self, party: str, issue: str, state: str | None = None) -> None:
        super().__init__()
        stood = from_text(CellState, state) if state is not None else None
        self._cell = Cell(party, issue, stood)
        self._stood = stood
        self._selves: list[Row] = []

    def reopened(self) -> Sequence[Row]:
        """As Resumed."""
        if self._stood is None:
            return ()
        held = self._stood.position
        shifts = (shift_row(Kept(entry.since, None, entry.finding)) for entry in self._stood.shifts)
        return (*(() if held is None else (position_row(Kept(held.since, None, held.finding)),)), *shifts)

    def hear(self, events: Sequence[Event], window: Window) -> None:
        """As Resumed."""
        cell = self._cell
        for day, heard in days_of(events):
            if window.has(day):
                cell.hear(day, heard.events, heard.late)
                self._count(len(heard.events) + len(heard.late), day)
        if window.until is None:
            hear_undated(cell, events)
        within = [event for event in events if event.day is not None and window.has(event.day)]
        self._selves += [self_row(cell.party, kept) for kept in kept_selves(cell.issue, within)]

    def state(self, day: date) -> str:
        """As Resumed."""
        return to_text(self._cell.state(day))

    def rows(self, *, ended: bool) -> Iterator[Row]:
        """As Resumed."""
        held, moved = self._cell.positions, self._cell.shifts
        yield from (position_row(kept) for kept in (held.closed() if ended else held.kept()))
        yield from (shift_row(kept) for kept in (moved.closed() if ended else moved.kept()))
        yield from self._selves


class ResumedQuarrels(Resumed):
    """The quarrels of sides on an issue."""

    back = AT_ONE_TIME

    def __init__(self, issue: Issue, meaning: Meaning, dossier: Dossier, state: str | None = None) -> None:
        super().__init__()
        self._issue = issue
        self._stood = from_text(QuarrelState, state) if state is not None else None
        self._quarrels = Quarrels(issue, meaning, dossier, self._stood)

    def reopened(self) -> Sequence[Row]:
        """As Resumed."""
        entry = self._stood.entry if self._stood is not None else None
        return () if entry is None else (quarrel_row(self._issue.id, Kept(entry.since, None, entry.finding)),)

    def recalls(self) -> Sequence[str]:
        """As Resumed."""
        return self._stood.recent if self._stood is not None else ()

    def recall(self, events: Iterable[Event]) -> None:
        """As Resumed."""
        self._quarrels.recall(events)

    def hear(self, events: Sequence[Event], window: Window) -> None:
        """As Resumed."""
        for day, heard in days_of(events):
            if window.has(day) and heard.events:
                self._quarrels.hear(heard.events)
                self._count(len(heard.events), day)

    def state(self, day: date) -> str:
        """As Resumed."""
        return to_text(self._quarrels.state(day))

    def rows(self, *, ended: bool) -> Iterator[Row]:
        """As Resumed."""
        ledger = self._quarrels.ledger
        yield from (quarrel_row(self._issue.id, kept) for kept in (ledger.closed() if ended else ledger.kept()))

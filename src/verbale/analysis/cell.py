"""One party on one issue, heard day by day: the rule of docs/analysis.md as a fold that can go on from any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from verbale.analysis.events import Event
from verbale.analysis.findings import PeriodOf, PositionOf, Settledness, ShiftOf
from verbale.analysis.kept import ALL, Entry, Ledger
from verbale.analysis.stands import Stand, StandState, overruled, words_of
from verbale.analysis.voices import Code, Voice
from verbale.values import Stance

REACHED = 3
"""Latest stands that what is heard from now on can change, the one before them included."""

Late = tuple[Event, Voice, Code]
"""A report of an event that came after the event's day."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An utterance with reports still to come, and the place of its stand; None for what takes no side."""

    utterance: str
    last: date
    place: int | None


@dataclass(frozen=True, slots=True)
class CellState:
    """All that a cell needs to go on after a day: its latest stands, counted anew from 0, and what it has entered for them."""

    stands: tuple[StandState, ...]
    open: StandState | None
    waiting: tuple[Waiting, ...]
    position: Entry[PositionOf[str]] | None
    shifts: tuple[Entry[ShiftOf[str]], ...]


class Cell:
    """One party on one issue; it goes on from a state where it is given one."""

    def __init__(self, party: str, issue: str, state: CellState | None = None) -> None:
        self.party, self.issue = party, issue
        self.stands: list[Stand] = [Stand.again(one) for one in state.stands] if state is not None else []
        self.open = Stand.again(state.open) if state is not None and state.open is not None else None
        self.positions: Ledger[PositionOf[str]] = Ledger([state.position] if state is not None and state.position is not None else ())
        self.shifts: Ledger[ShiftOf[str]] = Ledger(state.shifts if state is not None else ())
        self._waiting: dict[str, tuple[date, Stand]] = {}
        for one in state.waiting if state is not None else ():
            stand = self.open if one.place is None else self.stands[one.place]
            if stand is not None:
                self._waiting[one.utterance] = (one.last, stand)

    def state(self, day: date) -> CellState:
        """What the cell needs to go on after a day that it has heard: where it ever took a side, nothing of what took none."""
        open_ = self.open if not self.stands else None
        places = {id(stand): at for at, stand in enumerate(self.stands)}
        waiting = []
        for utterance, (last, stand) in sorted(self._waiting.items(), key=lambda item: item[0]):
            place = places.get(id(stand.home))
            if last > day and (place is not None or (open_ is not None and stand is open_)):
                waiting.append(Waiting(utterance, last, place))
        reached = min([len(self.stands) - 1, *(one.place for one in waiting if one.place is not None)])
        cut = max(0, reached - REACHED + 1)
        return CellState(
            stands=tuple(stand.state() for stand in self.stands[cut:]),
            open=open_.state() if open_ is not None else None,
            waiting=tuple(replace(one, place=None if one.place is None else one.place - cut) for one in waiting),
            position=next(iter(self.positions.open()), None),
            shifts=tuple(replace(entry, place=entry.place - cut) for entry in self.shifts.open() if entry.place >= cut),
        )

    def hear(self, day: date, events: Iterable[Event], late: Iterable[Late] = ()) -> None:
        """Takes in the events of one day, and its reports of earlier ones, and enters what holds from then on."""
        listed = list(events)
        first = len(self.stands) - 1 if listed else len(self.stands)
        for event, voice, code in late:
            _, stand = self._waiting.get(event.utterance, (day, None))
            if stand is not None:
                home = stand.home
                home.report(event, voice, code)
                at = next((at for at in range(len(self.stands) - 1, -1, -1) if self.stands[at] is home), None)
                first = first if at is None else min(first, at)
        for event in listed:
            if event.stance is not Stance.UNCLEAR:
                self._hear(event)
                first = min(first, len(self.stands) - 1)
            elif not self.stands:
                self._hear_unclear(event)
        self._enter(max(first, 0), day)

    def _hear_unclear(self, event: Event) -> None:
        if self.open is None:
            self.open = Stand.of(event, Stance.UNCLEAR)
        else:
            self.open.add(event)
        self._wait(self.open, event)

    def _wait(self, stand: Stand, event: Event) -> None:
        """What is reported later is shown later."""
        last = max(voice.day or ALL for voice, _ in event.voices)
        if event.day is not None and last > event.day:
            self._waiting[event.utterance] = (last, stand)

    def _hear(self, event: Event) -> None:
        """A later clear event supersedes an earlier one of equal or lower weight.

        What a party only reports or assesses never moves what it demanded, offered or refused.
        """
        current = self.stands[-1] if self.stands else None
        if current is not None and event.stance is current.stance:
            current.add(event)
            self._wait(current, event)
            return
        stand = Stand.of(event, event.stance)
        if current is None:
            self.stands.append(stand)
        elif event.firm != current.firm:
            if not event.firm:
                return
            self.stands.pop()
            self._begin(stand)
        elif event.weight < current.weight or (event.weight == current.weight and event.day is not None and event.day == current.last):
            for voice, code in event.voices:
                if (voice.day or ALL) <= (event.day or ALL):
                    current.differ(words_of(event, voice, code))
            return
        elif current.since is not None and current.since == event.day:
            self.stands.pop()
            self._begin(overruled(current, stand))
        else:
            self.stands.append(stand)
        self._wait(stand, event)

    def _begin(self, stand: Stand) -> None:
        """A stand in the place of one that was never held; where it returns to the stance before, that one goes on."""
        if self.stands and self.stands[-1].stance is stand.stance:
            self.stands[-1].join(stand)
        else:
            self.stands.append(stand)

    def _enter(self, first: int, day: date) -> None:
        if not self.stands:
            if self.open is not None:
                period = self.open.period(None, day)
                self.positions.enter(0, PositionOf(self.party, self.issue, period, None, Settledness.OPEN), day)
            return
        before: PeriodOf[str] | None = None
        for at in range(max(first - 1, 0), len(self.stands)):
            until = self.stands[at + 1].since if at + 1 < len(self.stands) else None
            period = self.stands[at].period(until, day)
            if at >= first and period.since is not None:
                self.shifts.enter(at, ShiftOf(self.party, self.issue, period.since, before, period), day)
            if at + 1 == len(self.stands):
                held = self.stands[-1].settledness()
                self.positions.enter(0, PositionOf(self.party, self.issue, period, before, held), day)
            before = period
        self.shifts.enter(len(self.stands), None, day)  # a stand that a later word took back


@dataclass(slots=True)
class Day:
    """What one day brings: its events, and reports of earlier ones."""

    events: list[Event] = field(default_factory=list)
    late: list[Late] = field(default_factory=list)


def days_of(events: Sequence[Event]) -> Iterator[tuple[date, Day]]:
    """The days on which events, in order, were made or reported, in order of time; undated events are none of any."""
    days: dict[date, Day] = defaultdict(Day)
    for event in events:
        if event.day is not None:
            days[event.day].events.append(event)
            for voice, code in event.voices:
                if (voice.day or ALL) > event.day:
                    days[voice.day or ALL].late.append((event, voice, code))
    yield from sorted(days.items())

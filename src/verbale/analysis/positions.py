"""Positions: where each party stands on each issue as of a day; shifts: how that moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from verbale.analysis.events import Event, events_on
from verbale.analysis.findings import PeriodOf, Position, PositionOf, Settledness, Shift, ShiftOf, Weight
from verbale.analysis.kept import ALL, Kept, Ledger, held
from verbale.analysis.testimony import Testimony
from verbale.analysis.voices import Code, Voice, telling, voices
from verbale.dossier.model import Dossier
from verbale.values import Stance

MOST_REPORTS = 2
"""Further reports of the words shown that a period names."""


def positions(testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None) -> tuple[Position, ...]:
    """Every party's position on every issue it spoke on, in dossier order; a cell without a word of the party is absent.

    The rule is written down in docs/analysis.md. `as_of` is inclusive; with it, undated statements are left out.
    """
    by_id = {t.statement.id: t for t in testimonies}
    found = [one for cell in cells(voices(testimonies, dossier)) for one in held(kept_positions(*cell)[0], as_of)]
    return tuple(one.cited(by_id.__getitem__) for one in sorted(found, key=lambda one: cell_place(one, dossier)))


def shifts(
    testimonies: Sequence[Testimony], dossier: Dossier, *, since: date | None = None, until: date | None = None
) -> tuple[Shift, ...]:
    """What moved from `since` to `until`, both inclusive: new stances and stances that replaced others, in order of time."""
    by_id = {t.statement.id: t for t in testimonies}
    found = [one for cell in cells(voices(testimonies, dossier)) for one in held(kept_positions(*cell)[1], until)]
    wanted = [one for one in found if since is None or one.on >= since]
    return tuple(one.cited(by_id.__getitem__) for one in sorted(wanted, key=lambda one: shift_place(one, dossier)))


def cells(found: Iterable[Voice]) -> list[tuple[str, str, list[Voice]]]:
    """The voices by party and issue."""
    groups: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    for voice in found:
        if voice.party is not None:
            for code in voice.codes:
                groups[voice.party, code.issue].append(voice)
    return [(party, issue, group) for (party, issue), group in groups.items()]


def cell_place(one: PositionOf[str] | ShiftOf[str], dossier: Dossier) -> tuple[int, int, str, str]:
    """The order of positions: that of the dossier's parties, then issues."""
    parties, issues = [p.id for p in dossier.parties], [i.id for i in dossier.issues]
    return (
        parties.index(one.party) if one.party in parties else len(parties),
        issues.index(one.issue) if one.issue in issues else len(issues),
        one.party,
        one.issue,
    )


def shift_place(one: ShiftOf[str], dossier: Dossier) -> tuple[date, tuple[int, int, str, str]]:
    """The order of shifts: of time, then of the dossier."""
    return one.on, cell_place(one, dossier)


def kept_positions(
    party: str, issue: str, found: Iterable[Voice]
) -> tuple[tuple[Kept[PositionOf[str]], ...], tuple[Kept[ShiftOf[str]], ...]]:
    """One party's positions and shifts on one issue, with the days for which they hold, from all its voices there.

    Dated events alone decide where any of them takes a side; else undated ones do, for those who ask for no day.
    """
    days: dict[date, list[Event]] = defaultdict(list)
    undated: list[Event] = []
    for event in events_on(issue, found):
        if event.party == party:
            (undated if event.day is None else days[event.day]).append(event)
    cell = _Cell(party, issue)
    for day in sorted({*days, *(v.day or ALL for group in days.values() for event in group for v, _ in event.voices)}):
        cell.hear(days.get(day, ()), day)
    if undated and not cell.spans:
        cell.hear(undated, ALL)
    return cell.positions.kept(), cell.shifts.kept()


@dataclass(slots=True)
class _Span:
    """A period in the making; `firm` says that a statement which takes a stand carries it, `last` is the day of the latest one."""

    stance: Stance
    firm: bool
    since: date | None
    last: date | None
    weight: Weight
    statements: int = 0
    conditional: bool = False
    utterances: set[str] = field(default_factory=set)
    witnesses: set[str] = field(default_factory=set)
    best: dict[Weight, tuple[tuple[float, ...], Voice, Event]] = field(default_factory=dict)
    dissent: Voice | None = None
    into: _Span | None = None

    @classmethod
    def of(cls, event: Event, stance: Stance) -> _Span:
        """A period that begins with an event."""
        span = cls(stance, event.firm, event.day, event.day, event.weight)
        span.add(event)
        return span

    @property
    def home(self) -> _Span:
        """The span that this one became a part of, or itself."""
        return self if self.into is None else self.into.home

    def add(self, event: Event) -> None:
        """Takes in one more event that carries the stance."""
        self.last, self.weight, self.firm = event.day, max(self.weight, event.weight), self.firm or event.firm
        if len(self.utterances) < 2:
            self.utterances.add(event.utterance)
        known = [(voice, code) for voice, code in event.voices if (voice.day or ALL) <= (event.day or ALL)]
        for voice, code in known:
            self.report(event, voice, code)
        if not self.best:  # only a later report carries the stance in words of its own
            for voice, code in known:
                self.witnesses.add(voice.witness)
                self._compare(event.weight, (telling(voice, code), voice, event))

    def report(self, event: Event, voice: Voice, code: Code) -> None:
        """Takes in one report of an event that carries the stance."""
        self.statements += 1
        if code.stance is self.stance or self.stance is Stance.UNCLEAR:
            self.witnesses.add(voice.witness)
            self.conditional = self.conditional or (voice.conditional and self.stance is not Stance.UNCLEAR)
            self._compare(event.weight, (telling(voice, code), voice, event))

    def _compare(self, weight: Weight, shown: tuple[tuple[float, ...], Voice, Event]) -> None:
        if weight not in self.best or _more_telling(shown, self.best[weight]):
            self.best[weight] = shown

    def join(self, other: _Span) -> None:
        """Takes in all that carries another span of the same stance, a later one."""
        other.into = self
        self.last, self.weight, self.firm = other.last, max(self.weight, other.weight), self.firm or other.firm
        self.statements += other.statements
        self.conditional = self.conditional or other.conditional
        self.utterances |= other.utterances
        self.witnesses |= other.witnesses
        for weight, shown in other.best.items():
            self._compare(weight, shown)
        if other.dissent is not None:
            self.differ(other.dissent)

    def differ(self, voice: Voice) -> None:
        """Notes a voice of the party's own that disagrees; the first one is kept."""
        if self.dissent is None or voice.order < self.dissent.order:
            self.dissent = voice

    def period(self, until: date | None, day: date) -> PeriodOf[str]:
        """The period as pages of a day show it."""
        top = max(self.best)
        _, best, event = shown = self.best[top]
        for weight in sorted(self.best):
            other = self.best[weight]
            if other[0] > shown[0]:
                _, best, event = shown = other
        others: dict[str, str] = {}
        for voice, _ in event.voices:
            if voice is not best and (voice.day or ALL) <= day:
                others.setdefault(voice.witness, voice.statement)
        return PeriodOf(
            stance=self.stance,
            since=self.since,
            until=until,
            best=best.statement,
            reports=tuple(others.values())[:MOST_REPORTS],
            dissent=self.dissent.statement if self.dissent is not None else None,
            weight=self.weight,
            witnesses=len(self.witnesses),
            statements=self.statements,
            conditional=self.conditional,
        )

    def settledness(self) -> Settledness:
        """How firmly it stands."""
        if self.stance is Stance.UNCLEAR:
            return Settledness.OPEN
        if self.dissent is not None:
            return Settledness.CONTESTED
        if not self.firm:
            return Settledness.INDICATED
        return Settledness.SETTLED if len(self.witnesses) > 1 or len(self.utterances) > 1 else Settledness.STATED


def _more_telling(one: tuple[tuple[float, ...], Voice, Event], other: tuple[tuple[float, ...], Voice, Event]) -> bool:
    """Whether words are shown rather than others of equal weight: the more telling, then the later, then the first by id."""
    mine, theirs = (one[0], one[1].day or date.min), (other[0], other[1].day or date.min)
    return mine > theirs or (mine == theirs and one[1].statement < other[1].statement)


class _Cell:
    """One party on one issue, heard day by day."""

    def __init__(self, party: str, issue: str) -> None:
        self.party, self.issue = party, issue
        self.spans: list[_Span] = []
        self.open: _Span | None = None
        self.positions: Ledger[PositionOf[str]] = Ledger()
        self.shifts: Ledger[ShiftOf[str]] = Ledger()
        self._late: dict[date, list[tuple[_Span, Event, Voice, Code]]] = defaultdict(list)

    def hear(self, events: Sequence[Event], day: date) -> None:
        """Takes in the events of one day, and its reports of earlier ones, and enters what holds from then on."""
        first = len(self.spans) - 1 if events else len(self.spans)
        for span, event, voice, code in self._late.pop(day, ()):
            home = span.home
            home.report(event, voice, code)
            at = next((at for at in range(len(self.spans) - 1, -1, -1) if self.spans[at] is home), None)
            first = first if at is None else min(first, at)
        for event in events:
            if event.stance is not Stance.UNCLEAR:
                self._hear(event)
                first = min(first, len(self.spans) - 1)
            elif self.open is None:
                self.open = _Span.of(event, Stance.UNCLEAR)
                self._wait(self.open, event)
            else:
                self.open.add(event)
                self._wait(self.open, event)
        self._enter(max(first, 0), day)

    def _wait(self, span: _Span, event: Event) -> None:
        """What is reported later is shown later."""
        for voice, code in event.voices:
            if event.day is not None and (voice.day or ALL) > event.day:
                self._late[voice.day or ALL].append((span, event, voice, code))

    def _hear(self, event: Event) -> None:
        """A later clear event supersedes an earlier one of equal or lower weight.

        What a party only reports or assesses never moves what it demanded, offered or refused.
        """
        current = self.spans[-1] if self.spans else None
        if current is not None and event.stance is current.stance:
            current.add(event)
            self._wait(current, event)
            return
        span = _Span.of(event, event.stance)
        if current is None:
            self.spans.append(span)
        elif event.firm != current.firm:
            if not event.firm:
                return
            self.spans.pop()
            self._begin(span)
        elif event.weight < current.weight or (event.weight == current.weight and event.day is not None and event.day == current.last):
            for voice, _ in event.voices:
                if (voice.day or ALL) <= (event.day or ALL):
                    current.differ(voice)
            return
        elif current.since is not None and current.since == event.day:
            self.spans.pop()
            self._begin(_overruled(current, span))
        else:
            self.spans.append(span)
        self._wait(span, event)

    def _begin(self, span: _Span) -> None:
        """A span in the place of one that was never held; where it returns to the stance before, that one goes on."""
        if self.spans and self.spans[-1].stance is span.stance:
            self.spans[-1].join(span)
        else:
            self.spans.append(span)

    def _enter(self, first: int, day: date) -> None:
        if not self.spans:
            if self.open is not None:
                period = self.open.period(None, day)
                self.positions.enter("", PositionOf(self.party, self.issue, period, None, Settledness.OPEN), day)
            return
        before: PeriodOf[str] | None = None
        for at in range(max(first - 1, 0), len(self.spans)):
            until = self.spans[at + 1].since if at + 1 < len(self.spans) else None
            period = self.spans[at].period(until, day)
            if at >= first and period.since is not None:
                self.shifts.enter(at, ShiftOf(self.party, self.issue, period.since, before, period), day)
            if at + 1 == len(self.spans):
                held = self.spans[-1].settledness()
                self.positions.enter("", PositionOf(self.party, self.issue, period, before, held), day)
            before = period
        self.shifts.enter(len(self.spans), None, day)  # a span that a later word took back


def _overruled(gone: _Span, span: _Span) -> _Span:
    """A weightier voice of the same day: the lesser one's words were never held and stay as dissent."""
    for _, voice, _ in gone.best.values():
        span.differ(voice)
    if gone.dissent is not None:
        span.differ(gone.dissent)
    return span

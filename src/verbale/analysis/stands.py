"""One stance of a party in the making: what supports it, its most telling words, who disagrees."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from verbale.analysis.events import Event
from verbale.analysis.findings import PeriodOf, Settledness, Weight
from verbale.analysis.kept import ALL
from verbale.analysis.voices import Code, Voice, telling
from verbale.values import Stance

MOST_REPORTS = 2
"""Further reports of the words shown that a period names."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report of an utterance and the day from which it is known."""

    day: date
    witness: str
    statement: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the party as periods compare and show them; `others` are the other reports of their utterance."""

    tells: tuple[float, ...]
    statement: str
    day: date | None
    published: date | None
    document: str
    position: int
    others: tuple[Report, ...] = ()

    @property
    def order(self) -> tuple[date, date, str, int]:
        """As voices.Voice."""
        return (self.day or date.min, self.published or date.min, self.document, self.position)


@dataclass(frozen=True, slots=True)
class Ranked:
    """The most telling words of one weight."""

    weight: Weight
    words: Words


@dataclass(frozen=True, slots=True)
class StandState:
    """A stand at rest."""

    stance: Stance
    firm: bool
    since: date | None
    last: date | None
    weight: Weight
    statements: int
    conditional: bool
    utterances: tuple[str, ...]
    witnesses: tuple[str, ...]
    best: tuple[Ranked, ...]
    dissent: Words | None


@dataclass(slots=True)
class Stand:
    """A period in the making; `firm` says that a statement which takes a stand carries it, `last` is the day of the latest one."""

    stance: Stance
    firm: bool
    since: date | None
    last: date | None
    weight: Weight
    statements: int = 0
    conditional: bool = False
    utterances: list[str] = field(default_factory=list)
    witnesses: set[str] = field(default_factory=set)
    best: dict[Weight, Words] = field(default_factory=dict)
    dissent: Words | None = None
    into: Stand | None = None

    @classmethod
    def of(cls, event: Event, stance: Stance) -> Stand:
        """A period that begins with an event."""
        stand = cls(stance, event.firm, event.day, event.day, event.weight)
        stand.add(event)
        return stand

    @classmethod
    def again(cls, state: StandState) -> Stand:
        """The stand of a state."""
        stand = cls(state.stance, state.firm, state.since, state.last, state.weight, state.statements, state.conditional)
        stand.utterances, stand.witnesses, stand.dissent = list(state.utterances), set(state.witnesses), state.dissent
        stand.best = {ranked.weight: ranked.words for ranked in state.best}
        return stand

    def state(self) -> StandState:
        """The stand at rest."""
        return StandState(
            stance=self.stance,
            firm=self.firm,
            since=self.since,
            last=self.last,
            weight=self.weight,
            statements=self.statements,
            conditional=self.conditional,
            utterances=tuple(self.utterances),
            witnesses=tuple(sorted(self.witnesses)),
            best=tuple(Ranked(weight, self.best[weight]) for weight in sorted(self.best)),
            dissent=self.dissent,
        )

    @property
    def home(self) -> Stand:
        """The stand that this one became a part of, or itself."""
        return self if self.into is None else self.into.home

    def add(self, event: Event) -> None:
        """Takes in one more event that carries the stance."""
        self.last, self.weight, self.firm = event.day, max(self.weight, event.weight), self.firm or event.firm
        if len(self.utterances) < 2 and event.utterance not in self.utterances:
            self.utterances.append(event.utterance)
        day = event.day or ALL
        known = [(voice, code) for voice, code in event.voices if (voice.day or ALL) <= day]
        for voice, code in known:
            self.report(event, voice, code)
        if not self.best:  # only a later report carries the stance in words of its own
            for voice, code in known:
                self.witnesses.add(voice.witness)
                self._compare(event.weight, words_of(event, voice, code))

    def report(self, event: Event, voice: Voice, code: Code) -> None:
        """Takes in one report of an event that carries the stance."""
        self.statements += 1
        if code.stance is self.stance or self.stance is Stance.UNCLEAR:
            self.witnesses.add(voice.witness)
            self.conditional = self.conditional or (voice.conditional and self.stance is not Stance.UNCLEAR)
            self._compare(event.weight, words_of(event, voice, code))

    def _compare(self, weight: Weight, words: Words) -> None:
        if weight not in self.best or _more_telling(words, self.best[weight]):
            self.best[weight] = words

    def join(self, other: Stand) -> None:
        """Takes in all that carries another stand of the same stance, a later one."""
        other.into = self
        self.last, self.weight, self.firm = other.last, max(self.weight, other.weight), self.firm or other.firm
        self.statements += other.statements
        self.conditional = self.conditional or other.conditional
        self.utterances += [utterance for utterance in other.utterances if utterance not in self.utterances]
        self.witnesses |= other.witnesses
        for weight, words in other.best.items():
            self._compare(weight, words)
        if other.dissent is not None:
            self.differ(other.dissent)

    def differ(self, words: Words) -> None:
        """Notes a voice of the party's own that disagrees; the first one is kept."""
        if self.dissent is None or words.order < self.dissent.order:
            self.dissent = words

    def period(self, until: date | None, day: date) -> PeriodOf[str]:
        """The period as pages of a day show it."""
        best = self.best[max(self.best)]
        for weight in sorted(self.best):
            other = self.best[weight]
            if other.tells > best.tells:
                best = other
        others: dict[str, str] = {}
        for report in best.others:
            if report.day <= day:
                others.setdefault(report.witness, report.statement)
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


def words_of(event: Event, voice: Voice, code: Code) -> Words:
    """What a voice says in an event, as periods compare it."""
    others = (
        () if len(event.voices) == 1 else tuple(Report(v.day or ALL, v.witness, v.statement) for v, _ in event.voices if v is not voice)
    )
    return Words(telling(voice, code), voice.statement, voice.day, voice.published, voice.document, voice.position, others)


def _more_telling(one: Words, other: Words) -> bool:
    """Whether words are shown rather than others of equal weight: the more telling, then the later, then the first by id."""
    mine, theirs = (one.tells, one.day or date.min), (other.tells, other.day or date.min)
    return mine > theirs or (mine == theirs and one.statement < other.statement)


def overruled(gone: Stand, stand: Stand) -> Stand:
    """A weightier voice of the same day: the lesser one's words were never held and stay as dissent."""
    for words in gone.best.values():
        stand.differ(words)
    if gone.dissent is not None:
        stand.differ(gone.dissent)
    return stand

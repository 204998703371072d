"""What analysis finds: positions, shifts, progress claims, conflicts, proposals, rounds; every finding says where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from enum import IntEnum, StrEnum
from typing import Generic, TypeVar

from verbale.analysis.testimony import Citation, Testimony
from verbale.values import Known, Move, Spans, Stance


class Weight(IntEnum):
    """With what weight somebody speaks for a party (docs/analysis.md); 0 speaks for no party."""

    NONE = 0
    OTHER = 1
    DELEGATION = 2
    MINISTER = 3
    HEAD = 4


class Settledness(StrEnum):
    """How firmly a position stands in the record."""

    SETTLED = "settled"  # two witnesses or two occasions, no dissent within the party
    STATED = "stated"  # one occasion, one witness
    INDICATED = "indicated"  # the party's words lean that way, but it demanded, offered or refused nothing
    CONTESTED = "contested"  # the party's own speakers disagree
    OPEN = "open"  # the party spoke on it, but took no side


Told = TypeVar("Told")
Other = TypeVar("Other")
"""What a finding rests on: statements' ids while findings are made and kept, testimonies where they are shown."""


@dataclass(frozen=True, slots=True)
class PeriodOf(Generic[Told]):
    """One stance that a party held on one issue.

    `since` is the day of the first statement that carries it; `until` the day on which another stance replaced it (exclusive), None
    while it holds. `best` is the most telling testimony, `reports` other reports of its utterance, one a witness and at most two;
    `dissent` is the first voice of the party's own that disagrees. `statements` counts what supports the stance, at least 1; `witnesses`
    independent publisher groups, at least 1. `conditional` says that a statement carrying the stance names a condition.
    """

    stance: Stance
    since: date | None
    until: date | None
    best: Told
    reports: tuple[Told, ...]
    dissent: Told | None
    weight: Weight
    witnesses: int
    statements: int
    conditional: bool

    @property
    def contradictory(self) -> bool:
        """Whether the party's own speakers disagree and no rule settles it."""
        return self.dissent is not None

    def cited(self, look: Callable[[Told], Other]) -> PeriodOf[Other]:
        """The same period resting on what `look` gives for each thing it rests on."""
        best, reports = look(self.best), tuple(map(look, self.reports))
        dissent = None if self.dissent is None else look(self.dissent)
        rest = (self.weight, self.witnesses, self.statements, self.conditional)
        return PeriodOf(self.stance, self.since, self.until, best, reports, dissent, *rest)


@dataclass(frozen=True, slots=True)
class PositionOf(Generic[Told]):
    """A party's stance on an issue as of a day, with its evidence: the period that holds and the one that it replaced."""

    party: str
    issue: str
    current: PeriodOf[Told]
    before: PeriodOf[Told] | None
    settledness: Settledness

    @property
    def stance(self) -> Stance:
        """The stance that holds."""
        return self.current.stance

    @property
    def best(self) -> Told:
        """The most telling testimony of the stance that holds."""
        return self.current.best

    def cited(self, look: Callable[[Told], Other]) -> PositionOf[Other]:
        """The same position resting on what `look` gives."""
        before = None if self.before is None else self.before.cited(look)
        return PositionOf(self.party, self.issue, self.current.cited(look), before, self.settledness)


@dataclass(frozen=True, slots=True)
class ShiftOf(Generic[Told]):
    """A party's stance on an issue became another one on a day; `before` is None where the party had been silent."""

    party: str
    issue: str
    on: date
    before: PeriodOf[Told] | None
    after: PeriodOf[Told]

    def cited(self, look: Callable[[Told], Other]) -> ShiftOf[Other]:
        """The same shift resting on what `look` gives."""
        before = None if self.before is None else self.before.cited(look)
        return ShiftOf(self.party, self.issue, self.on, before, self.after.cited(look))


class Progress(IntEnum):
    """How far somebody says the talks have come."""

    DEAD_END = 0
    STALLED = 1
    DIFFICULT = 2
    UNDER_WAY = 3
    HOPEFUL = 4
    CLOSE = 5
    AGREED = 6


@dataclass(frozen=True, slots=True)
class ClaimOf(Generic[Told]):
    """How one side says the talks go, on one day.

    `level` is what most of the side's weightiest speakers say; `lowest` and `highest` bound what it said on `day` (None: unknown). `best`
    is the most telling testimony at `level`, `words` the part of it that says so.
    """

    party: str
    day: date | None
    level: Progress
    lowest: Progress
    highest: Progress
    best: Told
    words: Spans

    def cited(self, look: Callable[[Told], Other]) -> ClaimOf[Other]:
        """The same claim resting on what `look` gives."""
        return ClaimOf(self.party, self.day, self.level, self.lowest, self.highest, look(self.best), self.words)


@dataclass(frozen=True, slots=True)
class GapOf(Generic[Told]):
    """Two sides speak of the talks within `days` days of each other and stand `size` steps of the scale apart."""

    higher: ClaimOf[Told]
    lower: ClaimOf[Told]

    @property
    def size(self) -> int:
        """Steps of the progress scale between the two claims."""
        return self.higher.level - self.lower.level

    @property
    def on(self) -> date:
        """The day of the later claim."""
        return max(self.higher.day or date.min, self.lower.day or date.min)


class ConflictKind(StrEnum):
    """Between whom a conflict stands; a shift over time is none."""

    SIDES = "side-against-side"
    OUTLETS = "outlet-against-outlet"
    SELF = "self-contradiction"


@dataclass(frozen=True, slots=True)
class ConflictOf(Generic[Told]):
    """Two accounts that cannot both hold.

    `about` is what they differ on: an issue's id, "progress", or for outlets "number", "name", "speaker" or "day". `parties` are the
    parties at odds (or the one that spoke), in dossier order. `first` and `second` hold the accounts: each has at least one testimony,
    the most telling first. `differs` are the two readings for outlets ("12", "15"), else None. `on` is the first day of it.
    """

    id: str
    kind: ConflictKind
    about: str
    on: date | None
    parties: tuple[str, ...]
    first: tuple[Told, ...]
    second: tuple[Told, ...]
    differs: tuple[str, str] | None = None

    def cited(self, look: Callable[[Told], Other]) -> ConflictOf[Other]:
        """The same conflict resting on what `look` gives."""
        first, second = (tuple(map(look, side)) for side in (self.first, self.second))
        return ConflictOf(self.id, self.kind, self.about, self.on, self.parties, first, second, self.differs)


@dataclass(frozen=True, slots=True)
class Fact:
    """Characters of a text with their place; `also` are further places that say the same."""

    text: str
    citation: Citation
    also: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or some place named in a text: the usual name, the dossier's id where it has one, and where it stands."""

    name: str
    id: str | None
    fact: Fact


@dataclass(frozen=True, slots=True)
class AnswerOf(Generic[Told]):
    """What a party said to a proposal."""

    party: str
    on: date | None
    move: Move
    testimony: Told


@dataclass(frozen=True, slots=True)
class ProposalOf(Generic[Told]):
    """What a party offers or wants as a deal, merged over documents.

    `on` is the day it was made or, where that is unknown, reported; `known` says how. `issues` are in dossier order, `answers` in order of
    time. `version` counts from 1; `earlier` is the id of the version before. `asks` are what its party wants beside the terms.
    """

    id: str
    by: str
    on: date | None
    known: Known
    issues: tuple[str, ...]
    terms: tuple[Fact, ...]
    asks: tuple[Fact, ...] = ()
    in_exchange: tuple[Fact, ...] = ()
    conditions: tuple[Fact, ...] = ()
    guarantors: tuple[Named, ...] = ()
    periods: tuple[Fact, ...] = ()
    entry_into_force: tuple[Fact, ...] = ()
    answers: tuple[AnswerOf[Told], ...] = ()
    version: int = 1
    earlier: str | None = None

    def cited(self, look: Callable[[Told], Other]) -> ProposalOf[Other]:
        """The same proposal resting on what `look` gives."""
        same = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "answers"}
        return ProposalOf(answers=tuple(AnswerOf(a.party, a.on, a.move, look(a.testimony)) for a in self.answers), **same)


class Format(StrEnum):
    """How a round was held."""

    IN_PERSON = "in person"
    VIDEO = "video"
    PHONE = "phone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Round:
    """A meeting of the negotiation, merged over documents.

    `on` and `until` are inclusive days, equal for a meeting of one day, None where unknown; `known` says how. `count` is the number of
    meetings where a text speaks of several at once; `delegates` says who met ("foreign ministers"). `mentions` are the sentences that
    speak of it, in order of document and place.
    """

    id: str
    on: date | None
    until: date | None
    known: Known
    place: Named | None
    format: Format
    participants: tuple[Named, ...]
    delegates: Fact | None
    mediator: Named | None
    count: int | None
    planned: bool
    mentions: tuple[Fact, ...]


Period = PeriodOf[Testimony]
Position = PositionOf[Testimony]
Shift = ShiftOf[Testimony]
ProgressClaim = ClaimOf[Testimony]
Gap = GapOf[Testimony]
Conflict = ConflictOf[Testimony]
Answer = AnswerOf[Testimony]
Proposal = ProposalOf[Testimony]

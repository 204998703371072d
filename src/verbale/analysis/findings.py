"""What analysis finds: positions, shifts, progress claims, conflicts, proposals, rounds; every finding says where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from verbale.analysis.testimony import Citation, Testimony
from verbale.values import Known, Move, Spans, Speaker, Stance


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


@dataclass(frozen=True, slots=True)
class Period:
    """One stance that a party held on one issue.

    `since` is the day of the first statement that carries it; `until` the day on which another stance replaced it (exclusive), None
    while it holds. `best` is the most telling testimony; `supporting` and `dissent` are in order of time. `conditional` says that a
    statement carrying the stance names a condition; `witnesses` counts independent publisher groups, at least 1.
    """

    stance: Stance
    since: date | None
    until: date | None
    best: Testimony
    supporting: tuple[Testimony, ...]
    dissent: tuple[Testimony, ...]
    weight: Weight
    witnesses: int
    conditional: bool

    @property
    def contradictory(self) -> bool:
        """Whether the party's own speakers disagree and no rule settles it."""
        return bool(self.dissent)


@dataclass(frozen=True, slots=True)
class Position:
    """A party's stance on an issue as of a day, with its evidence; `history` has every period, the earliest first, at least one."""

    party: str
    issue: str
    history: tuple[Period, ...]
    settledness: Settledness

    @property
    def current(self) -> Period:
        """The period that holds as of the day asked for."""
        return self.history[-1]

    @property
    def before(self) -> Period | None:
        """The period that the current one replaced."""
        return self.history[-2] if len(self.history) > 1 else None

    @property
    def stance(self) -> Stance:
        """The stance that holds."""
        return self.current.stance

    @property
    def best(self) -> Testimony:
        """The most telling testimony of the stance that holds."""
        return self.current.best

    @property
    def speaker(self) -> Speaker | None:
        """Who spoke the most telling words."""
        return self.best.statement.resolution.speaker


@dataclass(frozen=True, slots=True)
class Shift:
    """A party's stance on an issue became another one on a day; `before` is None where the party had been silent."""

    party: str
    issue: str
    on: date
    before: Period | None
    after: Period


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
class ProgressClaim:
    """How one side says the talks go, on one day.

    `level` is what most of the side's weightiest speakers say; `lowest` and `highest` bound what it said that day. `best` is the most
    telling testimony at `level`, `words` the part of it that says so; `all` are the day's testimonies in a fixed order. `day` is None
    where it is unknown.
    """

    party: str
    day: date | None
    level: Progress
    lowest: Progress
    highest: Progress
    best: Testimony
    words: Spans
    all: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Two sides speak of the talks within `days` days of each other and stand `size` steps of the scale apart."""

    higher: ProgressClaim
    lower: ProgressClaim

    @property
    def size(self) -> int:
        """Steps of the progress scale between the two claims."""
        return self.higher.level - self.lower.level


class ConflictKind(StrEnum):
    """Between whom a conflict stands; a shift over time is none."""

    SIDES = "side-against-side"
    OUTLETS = "outlet-against-outlet"
    SELF = "self-contradiction"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two accounts that cannot both hold.

    `about` is what they differ on: an issue's id, "progress", or for outlets "number", "name", "speaker" or "day". `parties` are the
    parties at odds (or the one that spoke), in dossier order. `first` and `second` hold the accounts: each has at least one testimony.
    `differs` are the two readings for outlets ("12", "15"), else empty. `on` is the first day of it.
    """

    id: str
    kind: ConflictKind
    about: str
    on: date | None
    parties: tuple[str, ...]
    first: tuple[Testimony, ...]
    second: tuple[Testimony, ...]
    differs: tuple[str, str] | None = None


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
class Answer:
    """What a party said to a proposal."""

    party: str
    on: date | None
    move: Move
    testimony: Testimony


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a party offers or wants as a deal, merged over documents.

    `on` is the day it was made or, where that is unknown, reported; `known` says how. `issues` are in dossier order. `version` counts
    from 1; `earlier` is the id of the version before. `asks` are what its party wants of others beside the
    terms. Every fact cites its spans; `answers` are in order of time.
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
    answers: tuple[Answer, ...] = ()
    version: int = 1
    earlier: str | None = None


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

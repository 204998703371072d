"""Who is mentioned in one document, and where."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from verbale.resolve.known import Known
from verbale.resolve.offices import Descriptor
from verbale.values import Span, Speaker


@dataclass(slots=True)
class Figure:
    """Someone or something that a document mentions, gathered while the document is read."""

    speaker: Speaker
    party: str | None
    kind: str  # person, body, state, media
    known: Known | None = None
    names: list[tuple[str, ...]] = field(default_factory=list)
    descriptors: list[Descriptor] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)
    gender: str | None = None

    @property
    def person(self) -> bool:
        """Whether it is a person."""
        return self.kind == "person"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a figure is named. `lone` where a surname stands alone."""

    span: Span
    figure: Figure
    possessive: bool
    lone: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """The mentions of a document in text order."""

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    figures: tuple[Figure, ...]
    known: dict[int, Figure]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that begin in a span."""
        return self.mentions[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def before(self, position: int) -> tuple[Mention, ...]:
        """The mentions that begin before a position."""
        return self.mentions[: bisect_left(self.starts, position)]

    def figure_of(self, known: Known) -> Figure | None:
        """The figure of an actor or party that the document mentions."""
        return self.known.get(id(known))

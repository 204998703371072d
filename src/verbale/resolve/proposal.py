"""The values of a proposed dossier: each row with the places that speak for it and a probability."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from verbale.dossier.model import Actor, Dossier, Issue, Negotiation, Party, Publisher
from verbale.values import Span

Row = TypeVar("Row", Party, Actor, Issue, Publisher)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document, by id, speaks for a row."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Proposed(Generic[Row]):
    """One row of the dossier as the machine proposes it; `places` are in a fixed order, `probability` is in [0, 1]."""

    row: Row
    probability: float
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A dossier from articles alone, most frequent rows first; a person edits it."""

    parties: tuple[Proposed[Party], ...]
    actors: tuple[Proposed[Actor], ...]
    issues: tuple[Proposed[Issue], ...]
    publishers: tuple[Proposed[Publisher], ...]

    def dossier(self, negotiation: Negotiation) -> Dossier:
        """The rows as a dossier."""
        return Dossier(
            negotiation=negotiation,
            parties=tuple(one.row for one in self.parties),
            actors=tuple(one.row for one in self.actors),
            issues=tuple(one.row for one in self.issues),
            publishers=tuple(one.row for one in self.publishers),
        )


def certainty(places: int) -> float:
    """How far a number of independent places makes a row likely: a half for one, never certain."""
    return round(min(0.95, 1 - 0.5 ** max(1, places)), 4)

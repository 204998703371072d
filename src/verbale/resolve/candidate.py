"""Somebody who speaks in several documents, while a dossier is being proposed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from verbale.resolve.names import name_words
from verbale.resolve.proposal import Place


@dataclass(slots=True)
class Candidate:
    """Somebody who speaks, gathered over the documents.

    `countries` are those that titles name, `homes` those at home in an outlet that gives a title without one, `topics` those that what is
    said is about.
    """

    names: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)
    homes: Counter[str] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    private: bool = False

    @property
    def name(self) -> str:
        """The fullest of its frequent names."""
        return max(self.names, key=lambda name: (len(name_words(name)) > 1, self.names[name], len(name), name))

    @property
    def country(self) -> str | None:
        """The country that most of its titles name, or else that is at home where they name none; None for who speaks for none."""
        if self.private and not self.titles:
            return None
        votes = self.countries or ((self.homes or self.topics) if self.titles else Counter())
        best = max(votes, key=lambda code: (votes[code], code), default=None)
        return best if best is not None and (self.countries or 2 * votes[best] > votes.total()) else None

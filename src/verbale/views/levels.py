"""How all sides said that the talks go, day by day, and what follows from that: made once for the same claims, which most pages read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache

from verbale.analysis.conflicts import widest_gaps
from verbale.analysis.findings import ClaimOf, GapOf, Progress
from verbale.analysis.progress import gaps

BareClaim = ClaimOf[None]
"""A claim's party, day and level."""

KEPT = 4
"""Sets of claims whose gaps are remembered: a record's own, and those as of the days that somebody looks at."""


class Levels:
    """Every claim of progress, in order of time and of the `parties`, bare of what it rests on."""

    def __init__(self, claims: Iterable[BareClaim], parties: Iterable[str]) -> None:
        places = {party: place for place, party in enumerate(parties)}
        self.claims = tuple(sorted(claims, key=lambda claim: (claim.day or date.min, places[claim.party])))

    @cached_property
    def gaps(self) -> tuple[GapOf[None], ...]:
        """Where the claims stand apart, in order of time."""
        return gaps(self.claims)

    @cached_property
    def quarrels(self) -> tuple[GapOf[None], ...]:
        """The widest gap of each quarrel, in order of time."""
        return tuple(widest_gaps(self.gaps))

    @cached_property
    def furthest(self) -> GapOf[None] | None:
        """The widest gap of all; of equally wide ones the latest."""
        return max(self.gaps, key=lambda gap: (gap.size, gap.higher.day or date.min, gap.higher.party), default=None)


def bare(party: str, day: date | None, level: Progress) -> BareClaim:
    """A claim bare of what it rests on."""
    return ClaimOf(party, day, level, level, level, None, ())


@lru_cache(maxsize=KEPT)
def levels_of(told: tuple[tuple[str, str | None, int], ...], parties: tuple[str, ...]) -> Levels:
    """The levels of claims told as party, day (ISO 8601) and step of the scale."""
    return Levels((bare(party, date.fromisoformat(on) if on else None, Progress(level)) for party, on, level in told), parties)

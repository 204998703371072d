"""Source → actor on a date; the said-on date; the channel chain. Pure, given a read-only ActorIndex."""

from verbale.resolve.index import ActorIndex, Identity
from verbale.resolve.neighbours import dated_by_neighbours
from verbale.resolve.stage import resolve

__all__ = ["ActorIndex", "Identity", "dated_by_neighbours", "resolve"]

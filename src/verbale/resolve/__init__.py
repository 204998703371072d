"""Source → actor on a date; the said-on date; the channel chain. Pure, given a read-only ActorIndex."""

from verbale.resolve.check import Lack, Remark, check_dossier
from verbale.resolve.identities import Identity
from verbale.resolve.index import ActorIndex
from verbale.resolve.neighbours import Told, dated_by_neighbours, days_by_neighbours
from verbale.resolve.proposal import Place, Proposal, Proposed
from verbale.resolve.propose import propose
from verbale.resolve.stage import resolve

__all__ = [
    "ActorIndex",
    "Identity",
    "Lack",
    "Place",
    "Proposal",
    "Proposed",
    "Remark",
    "Told",
    "check_dossier",
    "dated_by_neighbours",
    "days_by_neighbours",
    "propose",
    "resolve",
]

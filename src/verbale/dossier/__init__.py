"""What the user tells the machine about one negotiation: its parties, actors, issues and publishers."""

from verbale.dossier.loader import load_dossier, parse_dossier
from verbale.dossier.model import (
    Actor,
    ActorKind,
    Dossier,
    Issue,
    Negotiation,
    Party,
    PartyKind,
    Publisher,
    PublisherKind,
    Role,
)

__all__ = [
    "Actor",
    "ActorKind",
    "Dossier",
    "Issue",
    "Negotiation",
    "Party",
    "PartyKind",
    "Publisher",
    "PublisherKind",
    "Role",
    "load_dossier",
    "parse_dossier",
]

"""The names that a dossier gives, as sentences ask for them."""

from __future__ import annotations

from verbale.analysis.once import once
from verbale.dossier.model import Dossier


@once
def names_in(dossier: Dossier) -> frozenset[str]:
    """The words of the names of parties and actors."""
    forms = [form for party in dossier.parties for form in (party.name, *party.aliases, *party.metonyms)]
    forms += [form for actor in dossier.actors for form in (actor.name, *actor.aliases)]
    return frozenset(word for form in forms for word in form.split())


@once
def media_in(dossier: Dossier) -> dict[str, str]:
    """The publishers' names by every form of them, in small letters."""
    return {form.casefold(): publisher.name for publisher in dossier.publishers for form in (publisher.name, *publisher.aliases)}

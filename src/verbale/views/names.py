"""The names that a dossier gives, as sentences ask for them."""

from __future__ import annotations

from verbale.analysis.once import once
from verbale.dossier.model import Actor, Dossier
from verbale.resolve.lexicon_names import EASTERN_SURNAMES


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


def family_name(actor: Actor) -> str:
    """What a person is called after the first time: a word of the name that is an alias, too ("Kim" of "Kim Jong Un"), or the last one.

    Korean, Chinese and Vietnamese names begin with it; of their surnames two are English first names as well.
    """
    parts = actor.name.split()
    eastern = parts[0].casefold() in EASTERN_SURNAMES and (parts[0] not in ("Kim", "Lee") or len(parts) > 2 or "-" in parts[-1])
    return next((part for part in parts if part in actor.aliases), parts[0] if eastern else parts[-1])

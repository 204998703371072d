"""Who may speak for a party, and with what weight (the rule is written down in docs/analysis.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from verbale.analysis.findings import Weight
from verbale.analysis.once import once
from verbale.analysis.testimony import Testimony
from verbale.dossier.model import Actor, ActorKind, Dossier

_DELEGATION = re.compile(
    r"\b(delegat\w*|negotiat\w*|envoy|aide|advis[eo]r|assistant|representative|ambassador|mediator|counsel)\b", re.IGNORECASE
)
_MINISTER = re.compile(
    r"\b(minist\w*|secretary|spokes\w+|press service|chief of staff|commissioner|treasurer|deputy|vice|general counsel)\b", re.IGNORECASE
)
_HEAD = re.compile(
    r"\b(president|prime minister|premier|chancellor|king|queen|emir|sultan|supreme leader|head of (?:state|government)|taoiseach|"
    r"secretary[- ]general|general secretary|chair\w*|chief executive|ceo|governor|mayor|first minister|leader|first secretary)\b",
    re.IGNORECASE,
)
_LESSER = re.compile(
    r"\b(vice|deputy|former|acting deputy|office of|spokes\w+ (?:of|for)|adviser|advisor|aide|assistant|secretary) ", re.IGNORECASE
)


_HEADS_OFFICE = re.compile(
    r"\b(president\w*|presidency|prime minister\w*|chancell\w+|kremlin|white house|downing street|cabinet|government)\b", re.IGNORECASE
)
"""Offices through which the head speaks."""


@lru_cache(maxsize=4096)
def title_weight(title: str) -> Weight:
    """The weight of a title: "President of X" is a head, "aide to the President" of the delegation's rank."""
    head, minister = _HEAD.search(title), _MINISTER.search(title)
    if _DELEGATION.search(title):
        return Weight.DELEGATION
    if head and not _LESSER.search(title):
        return Weight.HEAD
    if minister or head:
        return Weight.MINISTER
    return Weight.OTHER


def actor_weight(actor: Actor, day: date | None) -> Weight:
    """The weight of an actor on a day: the highest of the roles held, or what its kind and name tell."""
    if actor.kind is ActorKind.BODY:
        return Weight.DELEGATION if _DELEGATION.search(actor.name) else Weight.MINISTER
    if actor.kind is ActorKind.OFFICE:
        names = " | ".join((actor.name, *actor.aliases))
        return Weight.HEAD if _HEADS_OFFICE.search(names) else Weight.MINISTER
    weights = [title_weight(role.title) for role in actor.roles if role.held_on(day)]
    return max(weights, default=Weight.OTHER)


class Offices:
    """Weighs speakers by what the dossier says that they are; built once for a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in dossier.actors}
        self._parties = {party.id for party in dossier.parties}
        self.weight = lru_cache(maxsize=WEIGHTS)(self._weight)

    def _weight(self, speaker: str | None, party: str, day: date | None) -> Weight:
        actor = self._actors.get(speaker) if speaker is not None else None
        if actor is not None and actor.party == party:
            return actor_weight(actor, day)
        if speaker == party and party in self._parties:
            return Weight.HEAD
        return Weight.OTHER


WEIGHTS = 20_000
"""Speakers and days whose weights are kept."""

offices_of = once(Offices)


class Authority:
    """Weighs the testimonies of one document, or of several, for their own party."""

    def __init__(self, testimonies: Sequence[Testimony], dossier: Dossier) -> None:
        self._offices = offices_of(dossier)
        self._party_at = {
            (t.statement.document, t.statement.position): t.statement.resolution.party
            for t in (testimonies if any(t.statement.attribution.nested_in is not None for t in testimonies) else ())
        }

    def weight(self, testimony: Testimony) -> Weight:
        """How much the testimony weighs for its speaker's party; NONE where it tells nothing of that party's own stance.

        What another party reports of this one weighs nothing; what a bystander reports weighs as little as possible.
        """
        resolution = testimony.statement.resolution
        if resolution.party is None or resolution.speaker is None:
            return Weight.NONE
        own = self._offices.weight(resolution.speaker.id, resolution.party, testimony.day)
        outer = testimony.statement.attribution.nested_in
        if outer is None:
            return own
        party = self._party_at.get((testimony.statement.document, outer))
        if party == resolution.party:
            return own
        return Weight.OTHER if party is None else Weight.NONE

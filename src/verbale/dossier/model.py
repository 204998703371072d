"""The dossier's values: what the user tells the machine about one negotiation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from verbale.dossier.bodies import BODY_WORDS, GROUP_WORDS


class PartyKind(StrEnum):
    """What a party is at the table."""

    SIDE = "side"
    MEDIATOR = "mediator"
    GUARANTOR = "guarantor"
    THIRD_PARTY = "third-party"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    OFFICE = "office"
    BODY = "body"


class PublisherKind(StrEnum):
    """What a publisher is: an agency is one whose texts others carry."""

    AGENCY = "agency"
    OUTLET = "outlet"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Negotiation:
    """What the dossier is about; the dates are inclusive."""

    id: str
    title: str
    begins: date | None = None
    ends: date | None = None
    languages: tuple[str, ...] = ("en",)


@dataclass(frozen=True, slots=True)
class Party:
    """A side, mediator, guarantor or third party. `metonyms` are places that stand for it ("Moscow")."""

    id: str
    name: str
    kind: PartyKind = PartyKind.THIRD_PARTY
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A title held from one day to another, both inclusive; None is open."""

    title: str
    begins: date | None = None
    ends: date | None = None

    def held_on(self, day: date | None) -> bool:
        """Whether the role is held on a day; an unknown day counts as held."""
        if day is None:
            return True
        return (self.begins is None or self.begins <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, office or body. `party` is a party id or None (an analyst, a bystander, a medium)."""

    id: str
    name: str
    kind: ActorKind = ActorKind.PERSON
    party: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None

    @property
    def person(self) -> bool:
        """Whether it is one person: a dossier may leave the kind of "White House" or "Northern officials" out."""
        words = {word.casefold() for word in self.name.split()}
        return self.kind is ActorKind.PERSON and words.isdisjoint(BODY_WORDS | GROUP_WORDS)


@dataclass(frozen=True, slots=True)
class Issue:
    """A point on the agenda. An issue without a proposition has no stance to take."""

    id: str
    label: str
    proposition: str | None = None
    keywords: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """A news organisation. `country` is ISO 3166-1 alpha-2; `domains` are host names without `www.`."""

    id: str
    name: str
    kind: PublisherKind = PublisherKind.OUTLET
    country: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One negotiation's parties, actors, issues and publishers, in the file's order.

    Ids are unique within each list; parties and actors are separate namespaces.
    """

    negotiation: Negotiation = Negotiation(id="negotiation", title="Negotiation")
    parties: tuple[Party, ...] = ()
    actors: tuple[Actor, ...] = ()
    issues: tuple[Issue, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    fingerprint: str = field(default="", compare=False)
    """A hash of the file's meaning: equal dossiers, however laid out, have equal fingerprints."""
    _by_id: dict[tuple[type, str | None], Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index everything by its kind and id, since pages look up hundreds."""
        every: tuple[Party | Actor | Issue | Publisher, ...] = (*self.parties, *self.actors, *self.issues, *self.publishers)
        object.__setattr__(self, "_by_id", {(type(one), one.id): one for one in reversed(every)})

    @property
    def agencies(self) -> frozenset[str]:
        """The ids and names of publishers whose texts others carry."""
        return frozenset(n for p in self.publishers if p.kind is PublisherKind.AGENCY for n in (p.id, p.name, *p.aliases))

    @property
    def reporting(self) -> frozenset[str]:
        """The ids and names of publishers on whose reports others may rest: all but official bodies."""
        return frozenset(n for p in self.publishers if p.kind is not PublisherKind.OFFICIAL for n in (p.id, p.name, *p.aliases))

    def issue(self, issue_id: str) -> Issue | None:
        """The issue of that id."""
        return self._by_id.get((Issue, issue_id))

    def party(self, party_id: str | None) -> Party | None:
        """The party of that id."""
        return self._by_id.get((Party, party_id))

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor of that id."""
        return self._by_id.get((Actor, actor_id))

    def publisher(self, publisher_id: str | None) -> Publisher | None:
        """The publisher of that id."""
        return self._by_id.get((Publisher, publisher_id))

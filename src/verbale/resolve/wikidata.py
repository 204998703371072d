"""Adds to proposed people what an offline extract of Wikidata knows: their item, other spellings, offices with days, their country.

Entities have the JSON shape of Wikidata's dumps (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html). Properties
read: P31 instance of, P39 position held with P580 start and P582 end, P27 citizenship, P1001 jurisdiction, P17 country.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from verbale.dossier.model import Actor, ActorKind, Negotiation, Role
from verbale.resolve.index import ActorIndex
from verbale.resolve.names import name_words, same_name, skeleton
from verbale.resolve.offices import describe
from verbale.resolve.proposal import Proposal

Entity = Mapping[str, Any]
Entities = Callable[[], Iterable[Entity]]

HUMAN = "Q5"
SAME = 0.95
"""Likeness of two full names at which an item may be the person; more than one such item is none."""


@dataclass(frozen=True, slots=True)
class _Office:
    item: str
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class _Person:
    item: str
    names: tuple[str, ...]
    offices: tuple[_Office, ...]
    countries: tuple[str, ...]


def enriched(proposal: Proposal, entities: Entities) -> Proposal:
    """The proposal with each person completed by the one item whose name fits; whom none or several fit stays as proposed.

    `entities` is called three times and each time gives all entities afresh, in any order: people, then their offices, then countries.
    """
    people = _people(proposal, entities)
    wanted = {office.item for person in people.values() for office in person.offices}
    offices = {str(e["id"]): (_label(e), (*_items(e, "P1001"), *_items(e, "P17"))) for e in entities() if e.get("id") in wanted}
    lands = {land for person in people.values() for land in person.countries} | {land for _, found in offices.values() for land in found}
    labels = {str(e["id"]): _label(e) for e in entities() if e.get("id") in lands}
    index = ActorIndex.of(proposal.dossier(Negotiation("proposal", "Proposal")))

    def party(items: Iterable[str]) -> str | None:
        return next((found for item in items if (found := index.party_of_country(index.places.codes(labels.get(item) or "")))), None)

    rows = []
    for one in proposal.actors:
        person = people.get(one.row.id)
        if person is None:
            rows.append(one)
            continue
        told = [(_role(office, offices), offices[office.item][1]) for office in person.offices if office.item in offices]
        home = one.row.party or party(land for _, found in reversed(told) for land in found) or party(person.countries)
        rows.append(replace(one, row=_completed(one.row, person, tuple(role for role, _ in told if role.title), home)))
    return replace(proposal, actors=tuple(rows))


def _people(proposal: Proposal, entities: Entities) -> dict[str, _Person]:
    actors = [one.row for one in proposal.actors if one.row.kind is ActorKind.PERSON and len(name_words(one.row.name)) > 1]
    surnames = {skeleton(name_words(actor.name)[-1]) for actor in actors}
    found: dict[str, list[_Person]] = {}
    for entity in entities():
        names = _names(entity)
        keys = {skeleton(word) for name in names for word in name_words(name)}
        if keys.isdisjoint(surnames) or HUMAN not in _items(entity, "P31"):
            continue
        for actor in actors:
            if any(same_name(actor.name, name) >= SAME for name in names if len(name_words(name)) > 1):
                found.setdefault(actor.id, []).append(_person(entity, names))
    return {actor: fits[0] for actor, fits in found.items() if len({fit.item for fit in fits}) == 1}


def _person(entity: Entity, names: tuple[str, ...]) -> _Person:
    offices = [
        _Office(item, _day(claim, "P580", last=False), _day(claim, "P582", last=True))
        for claim in entity.get("claims", {}).get("P39", ())
        if (item := _item(claim.get("mainsnak", {}))) is not None
    ]
    ordered = sorted(offices, key=lambda office: (office.begins or date.min, office.ends or date.max, office.item))
    return _Person(str(entity["id"]), names, tuple(ordered), _items(entity, "P27"))


def _completed(actor: Actor, person: _Person, roles: tuple[Role, ...], party: str | None) -> Actor:
    known = {describe(role.title).office for role in roles}
    kept = tuple(role for role in actor.roles if describe(role.title).office not in known)
    taken = {actor.name, *actor.aliases}
    spellings = tuple(sorted({name for name in person.names if name not in taken and len(name_words(name)) > 1}))
    return replace(actor, wikidata=person.item, party=party, aliases=(*actor.aliases, *spellings), roles=(*roles, *kept))


def _role(office: _Office, offices: Mapping[str, tuple[str | None, tuple[str, ...]]]) -> Role:
    return Role(offices[office.item][0] or "", office.begins, office.ends)


def _names(entity: Entity) -> tuple[str, ...]:
    labels = [label.get("value", "") for label in entity.get("labels", {}).values()]
    aliases = [alias.get("value", "") for group in entity.get("aliases", {}).values() for alias in group]
    return tuple(dict.fromkeys(filter(None, (*labels, *aliases))))


def _label(entity: Entity) -> str | None:
    labels = entity.get("labels", {})
    return next((str(labels[code]["value"]) for code in ("en", "mul", *sorted(labels)) if code in labels), None)


def _items(entity: Entity, name: str) -> tuple[str, ...]:
    found = (_item(claim.get("mainsnak", {})) for claim in entity.get("claims", {}).get(name, ()) if claim.get("rank") != "deprecated")
    return tuple(item for item in found if item is not None)


def _item(snak: Mapping[str, Any]) -> str | None:
    value = snak.get("datavalue", {}).get("value")
    return str(value["id"]) if isinstance(value, dict) and "id" in value else None


def _day(claim: Mapping[str, Any], name: str, *, last: bool) -> date | None:
    """A qualifier's day; of a month or a year alone, its first day or its last."""
    for snak in claim.get("qualifiers", {}).get(name, ()):
        value = snak.get("datavalue", {}).get("value", {})
        try:
            year, month, day = (int(part) for part in str(value.get("time", ""))[1:11].split("-"))
            month = month or (12 if last else 1)
            return date(year, month, day or (monthrange(year, month)[1] if last else 1))
        except ValueError:
            continue
    return None

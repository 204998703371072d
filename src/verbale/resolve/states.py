"""States and organisations that no table lists and the articles make evident: by their ministers, their peoples, their officers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.dossier.bodies import BODY_WORDS
from verbale.dossier.model import Party
from verbale.resolve.lexicon import words
from verbale.resolve.lexicon_countries import WORDS
from verbale.resolve.lexicon_names import NOT_NAMES
from verbale.resolve.names import fold
from verbale.resolve.places import ENDINGS
from verbale.resolve.proposal import Place
from verbale.values import Document, Span

_OFFICE = (
    r"(?:[Ff]oreign|[Pp]rime|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Ee]nergy|[Ww]ater|[Tt]rade) (?:[Mm]inist(?:er|ry)|[Ss]ecretary)"
    r"|[Pp]resident|[Pp]arliament|[Gg]overnment|[Aa]mbassador|[Ee]mbassy|[Cc]apital|[Dd]elegation|[Nn]egotiators?"
    r"|[Ss]pecial [Ee]nvoy|[Bb]order guards?|[Aa]rmy"
)
_OWNED = re.compile(rf"\b(?P<name>[A-Z][a-z]{{3,}})['’]s? (?:\w+ )?(?:{_OFFICE})\b")
_OF = re.compile(rf"\b(?:{_OFFICE}|[Mm]inister of (?:the )?\w+(?: and \w+)?) of (?P<name>[A-Z][a-z]{{3,}})\b")
_PEOPLE = re.compile(rf"\b(?P<people>[A-Z][a-z]{{4,}}) (?:\w+ )?(?:{_OFFICE}|officials?|side|troops|authorities|law|ships|presidency)\b")
_BOUND = re.compile(
    r"\b(?:[Bb]etween|[Ff]rom|[Ii]n|[Ww]ith|[Aa]gainst|[Tt]o|mediation of|mediator|"
    r"(?:brokered|hosted|mediated) by) (?P<name>[A-Z][a-z]{3,})\b"
)
_LISTED = re.compile(r"\b(?P<one>[A-Z][a-z]{3,}),? and (?P<name>[A-Z][a-z]{3,})\b")
_NAMED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|President|Minister|Secretary|Ambassador|Envoy)\.? (?P<name>[A-Z][a-z]{3,})\b")
_RUN = r"(?:[A-Z][\w’'-]+)(?: (?:of |for |of the )?[A-Z][\w’'-]+){1,4}"
_CHIEF = re.compile(rf"\b(?:[Ss]ecretary[- ][Gg]eneral|[Ll]eader|[Cc]ommander) of the (?P<name>{_RUN})")
_OWN_CHIEF = re.compile(rf"\b[Tt]he (?P<name>{_RUN})['’]s (?:secretary[- ]general|leader|commander)\b")
_REBELS = re.compile(
    r"\b(?:rebel|separatist|insurgent|militant)s?['’]?,? (?:of )?(?:the )?"
    r"(?P<name>(?:[A-Z][\w’'-]+ ){1,4}(?:Front|Movement|Army|Forces|Alliance|Council|Union|Command))\b"
)
_NO_STATES = words("republic radio asia africa europe america arab muslim christian democrat liberal social nation indo polo anglo")


@dataclass(frozen=True, slots=True)
class Evident:
    """A party that the texts make evident, with the places that show it in a fixed order."""

    party: Party
    places: tuple[Place, ...]


def evident(documents: Sequence[Document]) -> tuple[Evident, ...]:
    """The states and organisations of these documents that are no country of the world; the same in any order of the documents.

    A state has an office of its own, and a people named after it or a place in a sentence; or it stands in a list with such a state and
    has a people. Who bears a title is a person.
    """
    ordered = sorted(documents, key=lambda one: one.id)
    text = "\n".join(document.text for document in ordered)
    offices = {m["name"] for pattern in (_OWNED, _OF) for m in pattern.finditer(text)}
    peoples = {fold(m["people"]) for m in _PEOPLE.finditer(text)}
    placed = {m["name"] for m in _BOUND.finditer(text)}
    persons = {m["name"] for m in _NAMED.finditer(text)} | set(re.findall(r"(?<=[a-z] )[A-Z][a-z]+ ([A-Z][a-z]{3,})['’]s", text))
    capitals = set(re.findall(r"\b[A-Z][a-z]{3,}\b", text))
    named = {name for name in capitals if not peoples.isdisjoint(_peoples(name))} | (offices & placed)
    forms = set(map(fold, capitals))
    named |= {m["name"] for m in _LISTED.finditer(text) if m["one"] in named and not forms.isdisjoint(_peoples(m["name"]))}
    states = [name for name in sorted(named - persons) if _free(fold(name)) and not _is_people(name, named)]
    found = [Evident(Party(fold(name), name), _places(ordered, rf"\b{name}\b")) for name in states]
    bodies = {m["name"].removesuffix("'s").removesuffix("’s") for pattern in (_CHIEF, _OWN_CHIEF, _REBELS) for m in pattern.finditer(text)}
    for name in sorted(bodies):
        if not any((fold(word),) in WORDS for word in (name, name.split()[0])):
            slug = "-".join(filter(None, map(fold, name.split())))
            found.append(Evident(Party(slug, name), _places(ordered, rf"\b{re.escape(name)}\b")))
    return tuple(found)


def _free(key: str) -> bool:
    """Whether a folded word is no country, no part of the world, no common word, and its people is none of the world's."""
    return (
        key not in _NO_STATES | NOT_NAMES | BODY_WORDS and (key,) not in WORDS and all((people,) not in WORDS for people in _peoples(key))
    )


def _peoples(name: str) -> set[str]:
    key = fold(name)
    stems = (key, key[:-1]) if key[-1] in "aeiouy" else (key,)
    return {stem + ending for stem in stems for ending in ENDINGS} - {key + "er"}


def _is_people(name: str, named: set[str]) -> bool:
    return any(fold(name).rstrip("s") in _peoples(other) for other in named if other != name)


def _places(documents: Sequence[Document], pattern: str) -> tuple[Place, ...]:
    return tuple(Place(document.id, Span(m.start(), m.end())) for document in documents for m in re.finditer(pattern, document.text))

"""Names of parties, actors and states in a sentence, by the dossier's words and a list of states."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from verbale.analysis.lexicon_states import STATES, VENUES
from verbale.analysis.once import once
from verbale.dossier.model import Dossier, PartyKind
from verbale.values import Span

_SIDE_WORDS = re.compile(r"\s+(?:side|delegation|delegates|negotiators|government|team|party|people|authorities)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: where, the usual name, the party (its own or its actor's), the actor, whether it names a state."""

    span: Span
    name: str
    party: str | None
    actor: str | None
    state: bool
    adjective: bool


LATEST = 512
"""Texts whose names are kept: one sentence, and words in it, are asked about several times in a row."""


class Names:
    """Finds names; built once for a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._known: dict[str, Mention] = {}
        self._states()
        self._actors()
        self._parties()
        self._pattern = re.compile(rf"(?<![\w-])(?:{one_of(self._known)})(?!\w|-\w)") if self._known else None
        self._latest = lru_cache(maxsize=LATEST)(self._find)
        self.order = {party.id: place for place, party in enumerate(dossier.parties)}
        self.sides = frozenset(party.id for party in dossier.parties if party.kind is PartyKind.SIDE)
        self.mediators = frozenset(party.id for party in dossier.parties if party.kind is PartyKind.MEDIATOR)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The names in a text in order, the longest at each place; spans are those of `text`."""
        return self._latest(text)

    def _find(self, text: str) -> tuple[Mention, ...]:
        if self._pattern is None:
            return ()
        found = []
        for match in self._pattern.finditer(text):
            known = self._known[match.group()]
            found.append(Mention(Span(match.start(), match.end()), known.name, known.party, known.actor, known.state, known.adjective))
        return tuple(found)

    def is_side_land(self, name: str) -> bool:
        """Whether a name is that of a side itself (its country), not of a place in it."""
        known = self._known.get(name)
        return (
            known is not None
            and known.party in self.sides
            and known.actor is None
            and fold(known.name) == fold(self.party_name(known.party))
        )

    def party_name(self, party: str | None) -> str:
        """The name of a party of the dossier, or the empty string."""
        found = self._dossier.party(party)
        return found.name if found is not None else ""

    def country(self, place: str) -> str | None:
        """The state that a venue lies in, where it is a usual one, or the state itself."""
        return _country(place)

    def _add(
        self, form: str, name: str, *, party: str | None, actor: str | None = None, state: bool = False, adjective: bool = False
    ) -> None:
        if len(form) > 1:
            self._known[form] = Mention(Span(0, 1), name, party, actor, state, adjective)

    def _states(self) -> None:
        by_name = {fold(form): p.id for p in self._dossier.parties for form in (p.name, *p.aliases)}
        for name, others, adjectives in STATES:
            party = next((by_name[fold(form)] for form in (name, *others) if fold(form) in by_name), None)
            shown = self.party_name(party) or name
            for form in (name, *others):
                self._add(form, shown, party=party, state=True)
            for adjective in adjectives:
                self._add(adjective, shown, party=party, adjective=True)

    def _parties(self) -> None:
        states = {fold(form) for name, others, _ in STATES for form in (name, *others)}
        for party in self._dossier.parties:
            for form in (party.name, *party.aliases, *party.metonyms):
                self._add(form, party.name, party=party.id, state=fold(form) in states or form == party.name)
            for alias in party.aliases:
                stem = _SIDE_WORDS.sub("", alias)
                if stem != alias and stem not in self._known:
                    self._add(stem, party.name, party=party.id, adjective=True)

    def _actors(self) -> None:
        persons = [actor for actor in self._dossier.actors if actor.person]
        surnames = Counter({form.split()[-1] for actor in persons for form in (actor.name, *actor.aliases)})
        shared = Counter(s for actor in persons for s in {form.split()[-1] for form in (actor.name, *actor.aliases)})
        for actor in self._dossier.actors:
            for form in (actor.name, *actor.aliases):
                for written in {form, anyascii(form)}:
                    self._add(written, actor.name, party=actor.party, actor=actor.id)
                surname = form.split()[-1]
                if actor.person and len(surname) > 2 and surname in surnames and shared[surname] == 1:
                    self._add(surname, actor.name, party=actor.party, actor=actor.id)


@once
def names_of(dossier: Dossier) -> Names:
    """The names of a dossier; kept, since its one large pattern takes long to compile."""
    return Names(dossier)


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first at each place; shared beginnings are tried once, which makes long lists fast."""
    by_head: dict[str, list[str]] = defaultdict(list)
    ends = False
    for word in words:
        if word:
            by_head[word[0]].append(word[1:])
        else:
            ends = True
    branches = [re.escape(head) + one_of(tails) for head, tails in sorted(by_head.items())]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{inner}?" if ends else inner


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """A name's letters for comparison: ASCII, lower case, without "the", its words one blank apart."""
    return " ".join(anyascii(text).casefold().split()).removeprefix("the ")


@lru_cache(maxsize=20_000)
def _country(place: str) -> str | None:
    folded = fold(place)
    return _COUNTRY.get(folded) or _STATE.get(folded)


_COUNTRY = {fold(city): state for city, state in VENUES}
_STATE = {fold(form): name for name, others, _ in STATES for form in (name, *others)}


def runs(text: str, mentions: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """Lists of states in a text ("A, B, C and D"), each of two or more."""
    states = [mention for mention in mentions if mention.state and not mention.adjective]
    found: list[list[Mention]] = []
    for mention in states:
        if found and _LISTED.fullmatch(text[found[-1][-1].span.end : mention.span.start]):
            found[-1].append(mention)
        else:
            found.append([mention])
    return [tuple(run) for run in found if len(run) > 1]


_LISTED = re.compile(r"\s*(?:,|;|,?\s+(?:and|or|as well as))\s*(?:and |or )?(?:the )?\s*", re.IGNORECASE)

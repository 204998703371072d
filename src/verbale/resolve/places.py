"""The countries that a phrase names: those of the world and the dossier's own parties, in any form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from verbale.dossier.model import Actor, Party
from verbale.resolve.declension import CYRILLIC
from verbale.resolve.lexicon import words
from verbale.resolve.lexicon_countries import NATIONAL, STATE_FORMS, WORDS
from verbale.resolve.names import fold
from verbale.resolve.text import Word, phrase_words

_CAPITALS_ONLY = frozenset(["us", "un", "eu", "uk", "uae", "prc"])
_SPELLING = {"defence": "defense", "organisation": "organization", "centre": "center", "labour": "labor"}
_PLAIN = words("the of and for a an s")
_SINGULAR = re.compile(r"(?<=[a-z]{2}[a-rt-z])s$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SIDE = re.compile(r"\s+(?:side|government|delegation|negotiators|authorities)$", re.IGNORECASE)
ENDINGS = ("n", "an", "ian", "ish", "ese", "i", "er")
_FACTION = re.compile(r"(?:crat|ican|tive|ist|ite|liberal|green)s$")
_LEADS = re.compile(r"\bleader of the (?P<name>[A-Z][\w-]+) Party\b")
_NICKNAMES = {"republicans": ("gop",), "conservatives": ("tory", "tories")}
"""How the plural ends by which the members of a political party are called."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Forms of countries as folded words → code. `national` leaves out the seats; `speaking` can speak for a state without a noun.

    A code is that of lexicon_countries, or "P+" and a party's id in capitals for a party that is no country of the world. `factions` are
    the codes of parties that are called after their members ("Republicans").
    """

    words: dict[tuple[str, ...], str]
    national: dict[tuple[str, ...], str]
    speaking: frozenset[tuple[str, ...]]
    longest: int
    factions: frozenset[str] = frozenset()

    def named(self, phrase: str) -> tuple[tuple[str, int], ...]:
        """The codes of the countries named in a phrase, each with its place; an abbreviation counts only in capitals."""
        tokens = phrase_words(phrase)
        found: list[tuple[str, int]] = []
        position = 0
        while position < len(tokens):
            for length in range(min(self.longest, len(tokens) - position), 0, -1):
                run = tokens[position : position + length]
                code = _code(self.words, run)
                if (
                    code
                    and all(word.capital or word.key in ("the", "of") for word in run)
                    and not (small(run[0].key, run[0].text) or runs_on(phrase, run, tokens[position + length :]))
                ):
                    found.append((code, run[0].start))
                    position += length - 1
                    break
            position += 1
        return tuple(found)

    def codes(self, phrase: str) -> frozenset[str]:
        """The codes of the countries that a phrase names."""
        return frozenset(code for code, _ in self.named(phrase))

    def body_key(self, phrase: str) -> frozenset[str]:
        """The words of a body's name without order, articles, spelling and number; a country's name or people is its code."""
        tokens = phrase_words(bare(phrase))
        keys: set[str] = set()
        position = 0
        while position < len(tokens):
            for length in range(min(self.longest, len(tokens) - position), 0, -1):
                run = tokens[position : position + length]
                code = _code(self.national, run)
                if code and any(word.capital for word in run):
                    keys.add(code)
                    position += length - 1
                    break
            else:
                key = _SPELLING.get(tokens[position].key, tokens[position].key)
                if key not in _PLAIN:
                    keys.add(singular(key))
            position += 1
        return frozenset(keys)


WORLD = Places(WORDS, NATIONAL, STATE_FORMS, max(len(form) for form in WORDS))
"""The countries of the world alone."""


def places_of(parties: Sequence[Party], actors: Sequence[Actor] = ()) -> Places:
    """The world's countries and the parties that are none of them, with the peoples' names that one word's endings make.

    A political party is of the side of the actor who leads it.
    """
    led: dict[tuple[str, ...], str] = {
        (fold(match["name"]),): actor.party
        for actor in actors
        for role in actor.roles
        if actor.party is not None and (match := _LEADS.search(role.title)) is not None
    }
    spoken: dict[tuple[str, ...], str] = {}
    national: dict[tuple[str, ...], str] = {}
    members = Counter(_keys(party.name)[-1] for party in parties if _keys(party.name))
    factions: set[str] = set()
    following: dict[tuple[str, ...], str] = {}  # of a side without being it
    for party in parties:
        code = f"P+{party.id.upper()}"
        own = {_keys(name): code for name in (party.name, *party.aliases) if _keys(name)}
        own.update({_keys(_SIDE.sub("", name)): code for name in party.aliases if _keys(_SIDE.sub("", name))})
        name = _keys(party.name)
        if len(name) == 1 and len(name[0]) > 3:
            stems = (name[0], name[0][:-1]) if name[0][-1] in "aeiouy" else (name[0],)
            own.update({(stem + ending + plural,): code for stem in stems for ending in ENDINGS for plural in ("", "s")})
        if any(form in WORDS for form in own):
            world = next(WORDS[form] for form in own if form in WORDS)
            national.update({_keys(name): world for name in party.aliases if CYRILLIC.search(name)})
            spoken.update({_keys(seat): world for seat in party.metonyms if CYRILLIC.search(seat)})
            continue
        if name and _FACTION.search(name[-1]) and members[name[-1]] == 1:
            factions.add(code)
            short = _NICKNAMES.get(name[-1], ())
            own.update({(form,): code for form in (name[-1], name[-1][:-1], re.sub("crats$", "cratic", name[-1]), *short)})
        followers = {form: code for form, leading in led.items() if leading == party.id}
        factions.update(followers.values())
        following.update(followers)
        national.update({form: code for form in own if form not in national})
        spoken.update({_keys(seat): code for seat in party.metonyms if _keys(seat) not in WORDS})
    return Places(
        words={**following, **spoken, **national, **WORDS},
        national={**national, **NATIONAL},
        speaking=STATE_FORMS | frozenset(spoken) | frozenset(form for form in national if form[-1].endswith("s")),
        longest=max(map(len, (*WORDS, *spoken, *national))),
        factions=frozenset(factions),
    )


def _code(table: Mapping[tuple[str, ...], str], run: Sequence[Word]) -> str | None:
    """What a table has for a run of words, or for the nominatives that they may be cases of."""
    found = table.get(tuple(word.key for word in run))
    if found is not None or not any(word.cases for word in run):
        return found
    return next((table[keys] for keys in product(*((word.key, *word.cases) for word in run)) if keys in table), None)


def bare(phrase: str) -> str:
    """A phrase without a leading article."""
    return _ARTICLE.sub("", phrase.strip())


def singular(word: str) -> str:
    """A folded noun without its plural ending."""
    return _SINGULAR.sub("", word)


def small(key: str, text: str) -> bool:
    """Whether a word only looks like a country's abbreviation ("us")."""
    return key in _CAPITALS_ONLY and not text.replace(".", "").rstrip("'’s").isupper()


def runs_on(text: str, run: Sequence[Word], following: Sequence[Word]) -> bool:
    """Whether "the North" or "the South" in a text is only the beginning of a name ("the South African government")."""
    if run[0].key != "the" or not following or run[-1].possessive:
        return False
    return following[0].capital and bool(following[0].key) and text[run[-1].end : following[0].start] == " "


def _keys(name: str) -> tuple[str, ...]:
    return tuple(word.key for word in phrase_words(bare(name)))

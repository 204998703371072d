"""Of whom a phrase speaks: the speaker's own side, another side, or nobody that can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from verbale.coding.grammar import Persons
from verbale.coding.stems_slavic import CYRILLIC
from verbale.dossier.model import Dossier

_OTHER_FORMS = {
    "United States": ("US", "U.S.", "USA", "America", "American"), "United Kingdom": ("UK", "U.K.", "Britain", "British"),
    "European Union": ("EU",), "China": ("Chinese",), "Turkey": ("Turkish",), "France": ("French",), "Germany": ("German",),
    "Israel": ("Israeli",), "Poland": ("Polish",), "Spain": ("Spanish",), "Netherlands": ("Dutch",), "Japan": ("Japanese",),
    "Iraq": ("Iraqi",), "Pakistan": ("Pakistani",), "Afghanistan": ("Afghan",), "Greece": ("Greek",), "Sweden": ("Swedish",),
}  # fmt: skip
"""Names of countries that no rule makes from the dossier's."""
_CAPITAL = re.compile(r"[^\W\d_]")
_ENDING = re.compile(r"(?<=\w{3})(?:[иі]?[аеєиіїоуыэюяьй])$")
"""What changes at the end of a Russian or Ukrainian name from case to case."""


class Side(StrEnum):
    """Whose act a phrase tells."""

    OWN = "own"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: which party it means, and where."""

    party: str
    start: int
    end: int


class Names:
    """The names by which a dossier's parties and their people are known, as one pattern."""

    def __init__(self, dossier: Dossier) -> None:
        owners: dict[str, str] = {}
        for party in dossier.parties:
            for name in (party.name, *party.aliases, *party.metonyms):
                self._own(owners, name, party.id)
        for actor in dossier.actors:
            if actor.party is None:
                continue
            for name in (actor.name, *actor.aliases):
                self._own(owners, name, actor.party)
            last = actor.name.split()[-1]
            if actor.person and len(last) > 3:
                self._own(owners, last, actor.party)
        self._owners = owners
        longest_first = sorted(owners, key=lambda name: (-len(name), name))
        names = "|".join(re.escape(name) for name in longest_first)
        self._pattern = re.compile(rf"(?<!\w)({names})(?:n|s|ian|ans|['’]s)?(?!\w)") if names else None
        self._declined = _declined(owners)

    @staticmethod
    def _own(owners: dict[str, str], name: str, party: str) -> None:
        plain = re.sub(r"\s*\(.*?\)", "", name).removeprefix("the ").removeprefix("The ").strip()
        if plain and _CAPITAL.match(plain) and plain[0].isupper():
            owners.setdefault(plain, party)
            for form in _OTHER_FORMS.get(plain, ()):
                owners.setdefault(form, party)
            if plain.endswith("e") and len(plain) > 5 and " " not in plain:
                owners.setdefault(plain[:-1] + "ian", party)

    def mentions(self, text: str) -> list[Mention]:
        """Every name in the text, by start."""
        if self._pattern is None:
            return []
        found = [Mention(self._owners[match.group(1)], match.start(), match.end()) for match in self._pattern.finditer(text)]
        for party, pattern in self._declined:
            taken = {mention.start for mention in found}
            found.extend(Mention(party, match.start(), match.end()) for match in pattern.finditer(text) if match.start() not in taken)
        return sorted(found, key=lambda mention: mention.start)

    @property
    def all(self) -> tuple[str, ...]:
        """The names, sorted."""
        return tuple(sorted(self._owners))


def _declined(owners: dict[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    """The names in Cyrillic letters of each party, in any case."""
    forms: dict[str, list[str]] = {}
    for name in sorted(owners, key=lambda name: (-len(name), name)):
        if CYRILLIC.search(name):
            words = [word if word.isupper() else re.escape(_ENDING.sub("", word)) + r"\w{0,3}" for word in name.split()]
            forms.setdefault(owners[name], []).append(r"\s+".join(words))
    return [(party, re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")) for party, names in forms.items()]


def side_at(words: Persons, text: str, at: int, mentions: list[Mention], party: str | None, *, direct: bool) -> Side:
    """Whose act stands at offset `at`: told by the nearest subject before it in its clause, or else in the sentence."""
    clause, sentence = _last(words.clause_break, text, at), _last(words.sentence_break, text, at)
    for window_start in (clause, sentence):
        window = text[window_start:at]
        found: list[tuple[int, Side]] = []
        found.extend((window_start + match.start(), Side.OWN) for match in words.first.finditer(window))
        for mention in mentions:
            if window_start <= mention.start < at:
                own = party is not None and mention.party == party
                found.append((mention.start, Side.OWN if own else Side.OTHER))
        pronoun = Side.OTHER if direct else Side.OWN
        found.extend((window_start + match.start(), pronoun) for match in words.third.finditer(window))
        if found:
            return min(found)[1] if window_start == clause else max(found)[1]
    return Side.UNKNOWN


def _last(end: re.Pattern[str], text: str, at: int) -> int:
    """Where the last match before an offset ends."""
    return max((match.end() for match in end.finditer(text, 0, at)), default=0)

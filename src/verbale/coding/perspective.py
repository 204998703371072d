"""Of whom a phrase speaks: the speaker's own side, another side, or nobody that can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from verbale.dossier.model import Dossier

_CLAUSE_BREAK = re.compile(
    r"(?<![A-Z])[.!?](?=\W)|[;:…]|\b(?:that|while|but|because|if|unless|when|which|who|That|While|But|Because|If|Unless|When)\b"
    r"|\b(?:I|[Ww]e) (?:think|believe|guess|feel|suppose|understand|hear)\b"
)
_SENTENCE_BREAK = re.compile(r"(?<![A-Z])[.!?](?=\W)|…")
_FIRST = re.compile(r"\b(?:i|we|us|our|ours|my|me|let['’]s)\b", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)
_OTHER_FORMS = {
    "United States": ("US", "U.S.", "USA", "America", "American"), "United Kingdom": ("UK", "U.K.", "Britain", "British"),
    "European Union": ("EU",), "China": ("Chinese",), "Turkey": ("Turkish",), "France": ("French",), "Germany": ("German",),
    "Israel": ("Israeli",), "Poland": ("Polish",), "Spain": ("Spanish",), "Netherlands": ("Dutch",), "Japan": ("Japanese",),
    "Iraq": ("Iraqi",), "Pakistan": ("Pakistani",), "Afghanistan": ("Afghan",), "Greece": ("Greek",), "Sweden": ("Swedish",),
}  # fmt: skip
"""Names of countries that no rule makes from the dossier's."""
_CAPITAL = re.compile(r"[^\W\d_]")


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
        return [Mention(self._owners[match.group(1)], match.start(), match.end()) for match in self._pattern.finditer(text)]

    @property
    def all(self) -> tuple[str, ...]:
        """The names, sorted."""
        return tuple(sorted(self._owners))


def side_at(text: str, at: int, mentions: list[Mention], party: str | None, *, direct: bool) -> Side:
    """Whose act stands at offset `at`: told by the nearest subject before it in its clause, or else in the sentence."""
    for window_start in (_clause_start(text, at), _sentence_start(text, at)):
        window = text[window_start:at]
        found: list[tuple[int, Side]] = []
        found.extend((window_start + match.start(), Side.OWN) for match in _FIRST.finditer(window))
        for mention in mentions:
            if window_start <= mention.start < at:
                own = party is not None and mention.party == party
                found.append((mention.start, Side.OWN if own else Side.OTHER))
        pronoun = Side.OTHER if direct else Side.OWN
        found.extend((window_start + match.start(), pronoun) for match in _THIRD.finditer(window))
        if found:
            return min(found)[1] if window_start == _clause_start(text, at) else max(found)[1]
    return Side.UNKNOWN


def _clause_start(text: str, at: int) -> int:
    last = 0
    for match in _CLAUSE_BREAK.finditer(text, 0, at):
        last = match.end()
    return last


def _sentence_start(text: str, at: int) -> int:
    return max((match.end() for match in _SENTENCE_BREAK.finditer(text, 0, at)), default=0)

"""What a descriptive phrase says of a person: office, rank, and whose it is ("the Turkish foreign minister", "Zelensky's aide")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verbale.resolve.lexicon import words
from verbale.resolve.lexicon_titles import GENERIC_OFFICES, OFFICES
from verbale.resolve.places import WORLD, Places
from verbale.resolve.text import phrase_words

_AFTER_HEAD = re.compile(r"\s*(?:\b(?:to|of|for|at|in|on|with|from|who|which|that|taking)\b|,)")
_OBJECT = re.compile(
    r"\w\s+(?:with|between|by|from|about|against|over|after|during)\s"
    r"|(?<!ministry)(?<!department)(?<!\boffice)(?<!\bbank)(?<!council)(?<!chamber)(?<!\bone)(?<!\bsome)(?<!\bmany)(?<!several)(?<!number)(?<!group)\sof\s"
)
_TOPIC_OFFICES = frozenset(["envoy", "ambassador", "negotiator"])
_DEPUTY = re.compile(r"\b(?:deputy|vice|first deputy|assistant)[\s-]+$")
_AMERICAN = re.compile(
    r"\bSecretary of (?:State|Defense|Homeland Security)\b(?! for)"
    r"|\b(?:Treasury|Commerce|Agriculture|Labor|Interior|Defense|Homeland Security) Secretary\b"
)
"""Offices that only the United States call so."""
_FORMER = re.compile(r"\b(?:former|ex|outgoing|late|then)\b")


@dataclass(frozen=True, slots=True)
class Descriptor:
    """An office and its owners: country codes as in lexicon_countries. `former` where the phrase says the office is past."""

    office: str | None
    owners: frozenset[str]
    deputy: bool = False
    former: bool = False
    words: frozenset[str] = frozenset()

    def fits(self, role: Descriptor) -> bool:
        """Whether a bearer of the role may be called so: same office, or one that a general word covers, and no owner against it."""
        if (
            self.office is None
            or role.office is None
            or (self.deputy != role.deputy and (self.deputy or self.office not in GENERIC_OFFICES))
        ):
            return False
        spoken_for = self.office == "diplomat" and role.office == "spokesman" and "foreign" in role.words
        if self.office != role.office and role.office not in GENERIC_OFFICES.get(self.office, frozenset()) and not spoken_for:
            return False
        return not self.owners or not role.owners or bool(self.owners & role.owners)


@lru_cache(maxsize=4000)
def describe(phrase: str, places: Places = WORLD) -> Descriptor:
    """The descriptor of a phrase; without an office where it has none."""
    plain = phrase.replace("’", "'")
    low = plain.lower()
    found = _head_office(low)
    named = places.named(plain)
    if found is None:
        return Descriptor(None, frozenset(code for code, _ in named), words=_content_words(plain))
    office, start, end = found
    owners = frozenset(code for code, at in named if not (office in _TOPIC_OFFICES and at >= end))
    if not owners and _AMERICAN.search(plain):
        owners = frozenset(["US"])
    return Descriptor(
        office=office,
        owners=owners,
        deputy=bool(_DEPUTY.search(low[:start])),
        former=bool(_FORMER.search(low[:start])),
        words=_content_words(plain),
    )


def _head_office(low: str) -> tuple[str, int, int] | None:
    """The office that the phrase's head names: the last of those before its first "of", "to" or comma."""
    matches: list[tuple[int, int, str]] = []
    for office, pattern in OFFICES:
        for match in pattern.finditer(low):
            if not any(start <= match.start() < end for start, end, _ in matches):
                matches.append((match.start(), match.end(), office))
    if not matches:
        return None
    matches.sort()
    head = matches[0]
    if _OBJECT.search(low[: head[0]]):
        return None
    for following in matches[1:]:
        if _AFTER_HEAD.match(low, head[1]):
            break
        if re.search(r",|\b(?:of|to|for|at|in|who|and)\b", low[head[1] : following[0]]):
            break
        head = following
    return head[2], head[0], head[1]


_STOP = words("the a an of to for at in on and his her its their top senior chief lead main key mr ms from by with s former")


def _content_words(phrase: str) -> frozenset[str]:
    return frozenset(word.key for word in phrase_words(phrase) if len(word.key) > 2 and word.key not in _STOP)

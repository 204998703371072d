"""Words of a text: own light tokenisation and stemming, enough to match a dossier's terms across inflection."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verbale.coding.stems_slavic import CYRILLIC, slavic_stem

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_SUFFIXES = (
    "izations", "ization", "alities", "ability", "ically", "ality", "ations", "ation", "ators", "ator", "ating", "ated", "ates", "ments",
    "ment", "ions", "ion", "ities", "ity", "izing", "ized", "izes", "ize", "isms", "ism", "ings", "ing", "edly", "ate", "ied", "ies", "ed",
    "ors", "or", "als", "al", "ly", "es", "s",
)  # fmt: skip
_INFLECTIONS = ("ing", "ed", "s")
_SHORTEST_STEM, _SHORTEST_INFLECTED = 4, 3
_VOWEL = re.compile(r"[^\W\dbcdfghjklmnpqrstvwxz]")
_KEPT = frozenset(("rights", "goods", "customs", "statement", "statements"))  # words whose stem would be another word's
_REWRITES = (
    (re.compile(r"^programmes?$"), "program"),
    (re.compile(r"^cease$"), "ceas"),
    (re.compile(r"is(ations?|ing|ed|es|e)$"), r"iz\1"),  # British and American spelling
    (re.compile(r"ifications?$"), "ify"),
    (re.compile(r"nsions?$"), "nd"),  # extension, suspension
    (re.compile(r"withdrew$"), "withdraw"),
    (re.compile(r"invasions?$"), "invade"),
    (re.compile(r"(troop|talk|term)s$"), r"\1"),
)

_FUNCTION_WORDS = """
a an the and or but nor of to in on at by for from with without into over under about as than then so if that this these those it its he she
his her him they them their we our us i my me you your who which what when where how all any some no not only also more most less least
other another own such same very too well is are was were be been being am do does did done has have had having will would should could can
may might must shall there here out up down off again new set side sides way end before after until while between both each one two
including part time times state states united first much yes soon
и в во на с со по для от до не что как из за к о об под при без или а но это быть есть будет его ее её их он она они мы вы
і й та у з із зі від що як про або але це бути є буде його її їх він вона вони ми ви
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that speak for no issue."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: half-open offsets into the text it was read from, its form in lower case, and its stem."""

    start: int
    end: int
    form: str
    stem: str


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """The stem of a word in lower case: inflection and the commonest derivations cut, never under four letters.

    Where only inflection is cut, three letters may be left. A word in Cyrillic letters is read as Russian or Ukrainian.
    """
    if CYRILLIC.search(form):
        return slavic_stem(form)
    base = re.sub(r"['’]s?$", "", form)
    if base in _KEPT:
        return base.removesuffix("s") if base == "statements" else base
    for pattern, replacement in _REWRITES:
        base = pattern.sub(replacement, base)
    for suffix in _SUFFIXES:
        shortest = _SHORTEST_INFLECTED if suffix in _INFLECTIONS else _SHORTEST_STEM
        if base.endswith(suffix) and len(base) - len(suffix) >= shortest and _VOWEL.search(base, 0, len(base) - len(suffix)):
            if suffix == "s" and base[-2] in "su":  # progress, status
                continue
            base = base[: -len(suffix)]
            break
    while len(base) > (_SHORTEST_INFLECTED if base[-1] == "e" else _SHORTEST_STEM) and base[-1] in "ey":
        base = base[:-1]
    return base


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; a hyphen ends a word, an apostrophe between letters does not."""
    found = []
    for match in _WORD.finditer(text):
        form = match.group().casefold()
        found.append(Word(match.start(), match.end(), form, stem(form)))
    return tuple(found)


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words in order."""
    return tuple(word.stem for word in words(text))

"""Words of a statement as matching compares them: stems, near-synonyms, weights, names, numbers, negation."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache, partial
from typing import NamedTuple

from verbale.matching import lexicon, lexicon_meaning
from verbale.values import Span

_TOKEN = re.compile(r"\d{1,3}(?:[\u0020\u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*|%|[^\W\d_]+(?:['’ʼ.\-‐‑][^\W\d_]+)*", re.UNICODE)
_SENTENCE_END = re.compile(r"[.!?…]\s*[\"'”’»)]*\s*$")
_NEGATED = re.compile(r"n['’ʼ]t$")
_TAIL = re.compile(r"['’ʼ](?:s|re|ve|ll|d|m)$")


class Role(Enum):
    """What a word does in a comparison."""

    FUNCTION = auto()
    NEGATOR = auto()
    NUMBER = auto()
    NAME = auto()
    PLAIN = auto()


class Word(NamedTuple):
    """One word of a text: [start, end) in it, its folded form, the stem or synonym group it is compared by, its weight in [0, 1]."""

    start: int
    end: int
    form: str
    key: str
    weight: float
    role: Role

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)


_word = partial(tuple.__new__, Word)
"""A word out of its fields in order, without the constructor's reading of arguments: a corpus has hundreds of millions."""


def stem(word: str) -> str:
    """A folded word without its inflection and commonest derivations; letters of other scripts lose their ending.

    Cruder than Porter (1980): it must bring the forms of one word together within one speaker's statements of a few days.
    """
    base = lexicon.IRREGULAR.get(word, word)
    if not base.isascii():
        return base if len(base) <= 4 else base[: max(4, min(7, len(base) * 7 // 10))]
    if len(base) <= 3:
        return base
    return _bare(_derived(_inflected(base)))


def _inflected(word: str) -> str:
    word = re.sub(r"(?<=.{3})our(?=s|ed|ing|ite|$|able)", "or", word)
    word = re.sub(r"is(?=(?:e|es|ed|ing|ation|ations)$)", "iz", word) if len(word) > 6 else word
    for suffix, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("bly", "ble"), ("ically", "ic"), ("ily", "y")):
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            return word[: -len(suffix)] + instead
    for suffix in ("ingly", "edly", "ing", "ed", "es", "ly", "s"):
        kept = word[: -len(suffix)]
        if word.endswith(suffix) and len(kept) >= 3 and re.search("[aeiouy]", kept):
            if suffix == "s" and kept[-1] in "su":
                return word
            if suffix == "es" and not kept.endswith(("s", "x", "z", "ch", "sh", "o")):
                return kept + "e"
            if suffix in ("ing", "ed", "ingly", "edly") and len(kept) > 3 and kept[-1] == kept[-2] and kept[-1] not in "lsz":
                return kept[:-1]
            return kept
    return word


def _derived(word: str) -> str:
    for _ in range(2):
        for suffix in ("ization", "ation", "ition", "ement", "ment", "ness", "ity", "ive", "ion", "or", "al", "ize", "ate"):
            if word.endswith(suffix) and len(word) - len(suffix) >= 5:
                word = word[: -len(suffix)] + ("at" if suffix in ("ation", "ate") else "")
                break
        else:
            break
    return word


def _bare(word: str) -> str:
    while len(word) > 4 and word[-1] in "ey":
        word = word[:-1]
    # "initialled", "initial"; "pass", "passes": one of the doubled letters, whichever form.
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] in "lsz" else word


def _grouped() -> dict[str, str]:
    table: dict[str, str] = {}
    for synonyms in lexicon_meaning.SYNONYMS:
        for word in synonyms:
            table.setdefault(stem(word), "≈" + synonyms[0])
    return table


_GROUP = _grouped()
_PHRASES: dict[str, list[tuple[str, ...]]] = {}
for _phrase in lexicon_meaning.PHRASES:
    _PHRASES.setdefault(_phrase[0], []).append(_phrase)
_EVERYDAY = frozenset(stem(word) for word in lexicon.EVERYDAY)
_DOMAIN = frozenset(stem(word) for word in lexicon.DOMAIN)


def group(word: str) -> str:
    """The key that a word of the lexicon is compared by: its group of synonyms, or else its stem."""
    key = stem(word)
    return _GROUP.get(key, key)


NAME_WEIGHT = 0.55
EVERYDAY_WEIGHT = 0.35
DOMAIN_WEIGHT = 0.7
NUMBER_WEIGHT = 1.0


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; never raises, whatever the script."""
    found: list[Word] = []
    end = 0
    for match in _TOKEN.finditer(text):
        start, piece = match.start(), match.group()
        opens = not found or (start - end > 1 and _SENTENCE_END.search(text[end - 1 : start]) is not None)
        end = match.end()
        if "-" in piece and (parts := _names(piece)):
            for part in parts:
                found.append(Word(start, start + len(part), *_meaning(part, opens)))
                start += len(part) + 1
        else:
            found.append(_word((start, end, *_meaning(piece, opens))))
    return tuple(_phrased(found))


def _phrased(found: list[Word]) -> list[Word]:
    """The words with set phrases read as the one word that says the same, at the first of theirs."""
    for at, word in enumerate(found):
        for phrase in _PHRASES.get(word.form, ()):
            if tuple(other.form for other in found[at : at + len(phrase)]) == phrase:
                key, weight, role = _plain(lexicon_meaning.PHRASES[phrase])
                found[at] = word._replace(key=key, weight=weight, role=role)
                for place in range(at + 1, at + len(phrase)):
                    found[place] = found[place]._replace(weight=0.0, role=Role.FUNCTION)
    return found


def _names(piece: str) -> list[str]:
    """The parts of hyphenated names ("Russian-Ukrainian"); none where the hyphen joins one word ("cease-fire")."""
    parts = piece.split("-")
    return parts if all(part[:1].isupper() and len(part) > 2 for part in parts) else []


@lru_cache(maxsize=200_000)
def _meaning(piece: str, opens: bool) -> tuple[str, str, float, Role]:
    """Form, key, weight and role of a word as written; a capital where a sentence opens shows no name."""
    if piece[0].isdigit():
        piece = re.sub("[\u0020\u00a0\u202f]", "", piece)
        number = piece.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", piece) else piece.rstrip(".,")
        return piece, number, NUMBER_WEIGHT, Role.NUMBER
    form = "percent" if piece == "%" else piece.casefold()
    if _NEGATED.search(form):
        return form, "¬", 0.0, Role.NEGATOR
    form = re.sub(r"[-‐‑]", "", _TAIL.sub("", form)).replace("’", "'").replace("ʼ", "'")
    if form == "us" and piece != "US":
        return form, form, 0.0, Role.FUNCTION
    key, weight, role = _plain(form)
    if role is Role.PLAIN and piece[:1].isupper() and not opens and not (piece.isupper() and len(piece) > 3):
        return form, key, NAME_WEIGHT, Role.NAME
    return form, key, weight, role


def _plain(form: str) -> tuple[str, float, Role]:
    if form in lexicon.NEGATORS:
        return "¬", 0.0, Role.NEGATOR
    if form in lexicon.FUNCTION:
        return form, 0.0, Role.FUNCTION
    if form in lexicon.CAPITALS:
        return lexicon.CAPITALS[form], NAME_WEIGHT, Role.NAME
    if form in lexicon.NUMBER_WORDS:
        number = lexicon.NUMBER_WORDS[form]
        return number, EVERYDAY_WEIGHT if number in ("1", "2") else NUMBER_WEIGHT, Role.NUMBER
    key = stem(form)
    weight = EVERYDAY_WEIGHT if key in _EVERYDAY else DOMAIN_WEIGHT if key in _DOMAIN else 1.0
    return _GROUP.get(key, key), weight, Role.PLAIN

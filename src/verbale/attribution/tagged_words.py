"""Words of a text with the marks of layout, case and quotation that an uncased encoder doesn't see."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"''|``|\w+|[^\w\s]")
DOUBLE_MARKS = frozenset(['"', "“", "”", "„", "‟", "«", "»", "''", "``"])
CLOSING = frozenset(["”", "»"])
OPENING = frozenset(["“", "„", "«", "``"])
SINGLE_MARKS = str.maketrans("‘’‚‛ʼ`´", "'" * 7)

GAPS = ("none", "space", "line", "paragraph")
CASES = ("lower", "title", "upper", "letter", "digits", "mark", "mixed")
QUOTES = ("outside", "inside", "open", "close")

SENTENCE_END = frozenset(".!?")
AFTER_END = DOUBLE_MARKS | frozenset(["'", "’", ")", "]"])
TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "st", "jr", "sr", "prof", "rev", "hon", "capt", "adm"]
)
SHORT = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "no", "vs"])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, in order.

    `starts` and `ends` are code points; `forms` what the encoder reads; `gaps`, `cases`, `quotes` index GAPS, CASES and QUOTES.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]
    gaps: tuple[int, ...]
    cases: tuple[int, ...]
    quotes: tuple[int, ...]


def form(word: str) -> str:
    """The word as the encoder reads it: every double quotation mark is `\"`, every single one `'`."""
    return '"' if word in DOUBLE_MARKS else word.translate(SINGLE_MARKS)


def case(word: str) -> int:
    """The index in CASES of a word's shape."""
    if not word[0].isalnum():
        return CASES.index("mark")
    if any(c.isdigit() for c in word):
        return CASES.index("digits")
    if word.islower() or word.upper() == word.lower():
        return CASES.index("lower")
    if word.isupper():
        return CASES.index("letter" if len(word) == 1 else "upper")
    return CASES.index("title" if word[0].isupper() and word[1:].islower() else "mixed")


def gap(between: str) -> int:
    """The index in GAPS of the white space before a word."""
    if not between:
        return 0
    lines = between.count("\n")
    return 1 if not lines else 2 if lines == 1 else 3


def quote_states(forms: Sequence[str], gaps: Sequence[int], originals: Sequence[str] | None = None, inside: bool = False) -> list[int]:
    """The index in QUOTES of each word; an open quotation ends with its line, a directed mark can't be read the other way.

    `inside` tells whether a quotation is open before the first word.
    """
    states: list[int] = []
    for i, word in enumerate(forms):
        if i and gaps[i] >= 2:
            inside = False
        if word != '"':
            states.append(1 if inside else 0)
            continue
        mark = originals[i] if originals else word
        if not inside and mark not in CLOSING:
            inside = True
            states.append(2)
        elif inside and mark not in OPENING:
            inside = False
            states.append(3)
        else:
            states.append(1 if inside else 3)
    return states


def read_words(text: str) -> Words:
    """The words of `text`; white space belongs to no word."""
    starts: list[int] = []
    ends: list[int] = []
    forms: list[str] = []
    gaps: list[int] = []
    cases: list[int] = []
    originals: list[str] = []
    last = 0
    for found in WORD.finditer(text):
        word, (start, end) = found[0], found.span()
        starts.append(start)
        ends.append(end)
        originals.append(word)
        forms.append(form(word))
        gaps.append(gap(text[last:start]))
        cases.append(case(word))
        last = end
    if gaps:
        gaps[0] = 3
    return Words(tuple(starts), tuple(ends), tuple(forms), tuple(gaps), tuple(cases), tuple(quote_states(forms, gaps, originals)))


def sentence_starts(words: Words) -> list[int]:
    """Indices of the words that begin a sentence, by line breaks and final marks; only windows are packed by them."""
    starts = [0] if words.forms else []
    for i in range(1, len(words.forms)):
        if words.gaps[i] >= 2:
            starts.append(i)
            continue
        if not words.gaps[i]:
            continue
        j = i - 1
        while j > starts[-1] and words.forms[j] in AFTER_END and words.forms[j] not in SENTENCE_END:
            j -= 1
        if words.forms[j] not in SENTENCE_END or words.cases[i] == 0:
            continue
        before = words.forms[j - 1].lower() if j else ""
        if words.forms[j] == "." and (before in TITLES or before in SHORT or len(before) == 1):
            continue
        starts.append(i)
    return starts

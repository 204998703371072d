"""What syndication keeps of a document: the hashes of its word 6-grams and, from these, the few marks that are filed.

MinHash signatures estimate how like two whole texts are; a wire story cut to its first paragraphs inside a long article is not like
it. So documents meet through winnowed marks (Schleimer, Wilkerson and Aiken 2003), which find any passage carried over, and are then
compared by exact containment. bench/matching.py measures both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from verbale.values import Document, Published, Span, Spans

GRAM = 6
WINDOW = 16
"""Every passage of GRAM + WINDOW - 1 = 21 words that two documents share gives them a common mark; about one mark in 8.5 words."""

Hashes = NDArray[np.uint64]

_WORD = re.compile(r"\w+")
_MULTIPLIER = 0x9E3779B97F4A7C15
_POWERS = np.array([pow(_MULTIPLIER, GRAM - 1 - n, 1 << 64) for n in range(GRAM)], dtype=np.uint64)


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprinted:
    """A document as syndication reads it.

    `grams` are the hashes of its word 6-grams in text order, below 2**63, furniture left out; `marks` the sorted positions in `grams`
    that are filed. Cheap to make again from the text: a record needs to file only `mark_values`.
    """

    document: str
    publisher: str | None
    published: Published
    grams: Hashes
    marks: NDArray[np.int64]

    @property
    def mark_values(self) -> Hashes:
        """The distinct marks, sorted: what a record files, one row each."""
        return distinct(self.grams[self.marks])

    @property
    def length(self) -> int:
        """Its length in 6-grams, furniture left out."""
        return len(self.grams)


def fingerprint(document: Document) -> Fingerprinted:
    """The fingerprint of one document; of a text under six words it is empty."""
    grams = gram_hashes(_WORD.findall(_kept(document).lower()))
    return Fingerprinted(document.id, document.publisher, document.published, grams, winnow(grams))


def _kept(document: Document) -> str:
    return blank(document.text, document.furniture)


def blank(text: str, furniture: Spans) -> str:
    """The text with its furniture as spaces, so that positions stay."""
    for span in furniture:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def word_spans(document: Document) -> list[Span]:
    """The spans of the words that `fingerprint` counts, in order: gram n covers words n … n + GRAM - 1."""
    return [Span(*match.span()) for match in _WORD.finditer(_kept(document))]


@lru_cache(maxsize=500_000)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def gram_hashes(words: list[str]) -> Hashes:
    """The hashes of the 6-grams of folded words, in order, each below 2**63 so that any database holds them."""
    size = len(words) - GRAM + 1
    if size < 1:
        return np.zeros(0, dtype=np.uint64)
    hashed = np.fromiter(map(_word_hash, words), dtype=np.uint64, count=len(words))
    total = np.zeros(size, dtype=np.uint64)
    for at in range(GRAM):
        total += hashed[at : at + size] * _POWERS[at]
    total ^= total >> np.uint64(31)
    total *= np.uint64(0xBF58476D1CE4E5B9)
    total ^= total >> np.uint64(29)
    return total >> np.uint64(1)


def winnow(grams: Hashes) -> NDArray[np.int64]:
    """The positions of the least hash of every WINDOW neighbours, all of equal ones; a shorter text is one window."""
    if not len(grams):
        return np.zeros(0, dtype=np.int64)
    least, reach = grams, 1
    while reach < min(WINDOW, len(grams)):
        step = min(reach, WINDOW - reach, len(grams) - reach)
        least = np.minimum(least[:-step], least[step:])
        reach += step
    chosen = distinct(least)
    places = np.minimum(np.searchsorted(chosen, grams), len(chosen) - 1)
    return np.flatnonzero(chosen[places] == grams)


def distinct(hashes: Hashes) -> Hashes:
    """The hashes sorted, each once; numpy's own `unique` takes several times as long on so few."""
    ordered = np.sort(hashes)
    return ordered[np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))] if len(ordered) else ordered

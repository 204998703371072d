"""Where two documents carry the same words."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.matching.fingerprint import GRAM, fingerprint, word_spans
from verbale.values import Document, Span


@dataclass(frozen=True, slots=True, order=True)
class SharedPassage:
    """A passage that two documents share word for word: its span in each text, from the first word to the last."""

    one: Span
    other: Span


def shared_passages(one: Document, other: Document) -> tuple[SharedPassage, ...]:
    """The passages of GRAM words and more that two documents share, in the order of `one`; case and punctuation don't count.

    Each word of `one` is in at most one passage; furniture is in none.
    """
    grams, others = fingerprint(one).grams.tolist(), fingerprint(other).grams.tolist()
    places: dict[int, list[int]] = {}
    for at, gram in enumerate(others):
        places.setdefault(gram, []).append(at)
    words, their_words = word_spans(one), word_spans(other)
    found: list[SharedPassage] = []
    at = 0
    while at < len(grams):
        length, start = max(((_run(grams, others, at, place), -place) for place in places.get(grams[at], ())), default=(0, 0))
        if length:
            last, their_last = at + length + GRAM - 2, -start + length + GRAM - 2
            found.append(
                SharedPassage(Span(words[at].start, words[last].end), Span(their_words[-start].start, their_words[their_last].end))
            )
            at += length + GRAM - 1
        else:
            at += 1
    return tuple(found)


def _run(one: list[int], other: list[int], at: int, place: int) -> int:
    """How many grams in a row are equal from two positions on."""
    length = 0
    while at + length < len(one) and place + length < len(other) and one[at + length] == other[place + length]:
        length += 1
    return length

"""What matching takes from a wording's text before it compares: words by key and weight, quoted phrases, numbers, denials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verbale.matching.words import Role, Word, words
from verbale.values import Kind

TELLING = 0.55
"""Weight from which a word is more than one of everyday talk about talks."""

_CLAUSE_END = re.compile(r"[.;:!?,…]")
_CLAUSE_STARTS = frozenset({"but", "that", "because", "unless", "if", "while", "although"})

_LINKING = frozenset({"is", "are", "was", "were"})
_MARKS = frozenset("\"“”„«»‟″'‘’")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words between quotation marks: the folded words, its content keys, and their weight."""

    run: tuple[str, ...]
    content: tuple[str, ...]
    weight: float

    @classmethod
    def of(cls, found: Sequence[Word]) -> Phrase:
        """The phrase that these words make."""
        telling = [word for word in found if word.weight]
        return cls(tuple(word.form for word in found), tuple(word.key for word in telling), sum(word.weight for word in telling))


@dataclass(frozen=True, slots=True)
class Reading:
    """A wording's words as they are compared.

    `weights` gives each key its weight; `pairs` are ordered pairs of neighbouring content keys; `run` is every word in order, folded,
    and `heft` their weights; `content` the content keys in order; `quoted` the phrases between quotation marks; `denied` the keys that
    a negation governs; `telling` what two wordings must have one of in common: keys of weight TELLING and more, pairs of keys below;
    `neighbours` the telling pairs of neighbouring keys in either order.
    """

    weights: dict[str, float]
    total: float
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    run: tuple[str, ...]
    heft: tuple[float, ...]
    content: tuple[str, ...]
    quoted: tuple[Phrase, ...]
    denied: frozenset[str]
    telling: frozenset[str]
    neighbours: frozenset[str]


@lru_cache(maxsize=20_000)
def read(text: str, kind: Kind) -> Reading:
    """The reading of one wording's text."""
    found = words(text)
    weights: dict[str, float] = {}
    for word in found:
        if word.weight > weights.get(word.key, 0.0):
            weights[word.key] = word.weight
    content = tuple(word.key for word in found if word.weight)
    return Reading(
        weights=weights,
        total=sum(weights.values()),
        pairs=frozenset(pair for pair in pairwise(content) if pair[0] != pair[1]),
        numbers=frozenset(word.key for word in found if word.role is Role.NUMBER and word.key != "1"),
        run=tuple(word.form for word in found),
        heft=tuple(word.weight for word in found),
        content=content,
        quoted=_quoted(text, found) if kind is not Kind.INDIRECT else (),
        denied=_denied(text, found),
        telling=frozenset(_telling_keys(content, weights)),
        neighbours=frozenset(f"{min(pair)} {max(pair)}" for pair in pairwise(content) if sum(map(weights.__getitem__, pair)) >= 1.3),
    )


def _telling_keys(content: tuple[str, ...], weights: dict[str, float]) -> Iterator[str]:
    yield from (key for key, weight in weights.items() if weight >= TELLING)
    yield from (f"{one} {other}" for one, other in pairwise(content) if max(weights[one], weights[other]) < TELLING)


def _quoted(text: str, found: tuple[Word, ...]) -> tuple[Phrase, ...]:
    """Runs of words between quotation marks; a mark inside a word is an apostrophe and splits nothing."""
    phrases: list[Phrase] = []
    run: list[Word] = []
    inside, end = False, 0
    for word in found:
        gap = text[end : word.start]
        if not gap.isspace() and any(mark in gap for mark in _MARKS):
            if run and inside:
                phrases.append(Phrase.of(run))
            run = []
            inside = gap.rstrip("([ ")[-1:] in _MARKS
        run.append(word)
        end = word.end
    return (*phrases, Phrase.of(run)) if run and inside else tuple(phrases)


def _denied(text: str, found: tuple[Word, ...]) -> frozenset[str]:
    """The content words that a negation governs: the next one in its clause, and the one after an everyday word.

    Where the clause ends with the negation ("sovereignty is not"), the one before.
    """
    denied: set[str] = set()
    left, end, before = 0.0, 0, ""
    for at, word in enumerate(found):
        if _CLAUSE_END.search(text, end, word.start) or word.form in _CLAUSE_STARTS:
            left = 0.0
        if word.role is Role.NEGATOR:
            left = 0.7
            last = at + 1 == len(found) or _CLAUSE_END.search(text, word.end, found[at + 1].start)
            if last and before and found[at - 1].form in _LINKING:
                denied.add(before)
        elif word.weight:
            before = word.key
            if left > 0:
                denied.add(word.key)
                left -= word.weight
        end = word.end
    return frozenset(denied)

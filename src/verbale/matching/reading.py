"""What matching takes from a wording's text before it compares: words by key and weight, quoted phrases, numbers, denials."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verbale.matching import lexicon
from verbale.matching.words import Role, Word, words
from verbale.values import Kind

TELLING = 0.55
"""Weight from which a word is more than one of everyday talk about talks."""

_CLAUSE_END = re.compile(r"[.;:!?,…]")
_CLAUSE_STARTS = frozenset({"but", "that", "because", "unless", "if", "while", "although"})

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
    a negation governs at every occurrence, `partly` those of which that is unsure; `subject` what the first
    clause is about; `telling` what two wordings must have one of in common: keys of weight TELLING and more, pairs of keys below;
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
    partly: frozenset[str]
    subject: frozenset[str]
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
    denied, partly = _denied(text, found)
    return Reading(
        weights=weights,
        total=sum(weights.values()),
        pairs=frozenset(pair for pair in pairwise(content) if pair[0] != pair[1]),
        numbers=frozenset(word.key for word in found if word.role is Role.NUMBER and word.key != "1"),
        run=tuple(word.form for word in found),
        heft=tuple(word.weight for word in found),
        content=content,
        quoted=_quoted(text, found) if kind is not Kind.INDIRECT else (),
        denied=denied,
        partly=partly,
        subject=_subject(text, found),
        telling=frozenset(_telling_keys(content, weights)),
        neighbours=frozenset(
            f"{one} {other}" if one < other else f"{other} {one}"
            for one, other in pairwise(content)
            if weights[one] + weights[other] >= 1.3
        ),
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


_SUBJECT = 0.7
"""Weight from which a word tells what a clause is about."""

_GOVERNED = 3
"""Content words that a negation reaches over at most."""


def _denied(text: str, found: tuple[Word, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The content words that a negation governs at every occurrence, and those whose denial is unsure.

    It governs what follows in its clause up to the first telling word ("not ready to discuss the canal"). Where the clause ends with it
    ("sovereignty is not"), it governs the word before; "or not" and "if it does not" deny nothing. Of what a negation governs at some
    occurrences only, and of what "unless" opens, nothing is sure.
    """
    if not any(word.role is Role.NEGATOR or word.form == "unless" for word in found):
        return frozenset(), frozenset()
    denied: Counter[str] = Counter()
    unsure: set[str] = set()
    left, end, before, unless = 0, 0, "", False
    for at, word in enumerate(found):
        if _CLAUSE_END.search(text, end, word.start) or word.form in _CLAUSE_STARTS:
            left, unless = 0, word.form == "unless"
        if word.role is Role.NEGATOR:
            left = _GOVERNED
            last = at + 1 == len(found) or _CLAUSE_END.search(text, word.end, found[at + 1].start)
            if last and before and (found[at - 1].form in lexicon.LINKING or found[at - 1].weight):
                denied[before] += 1
        elif word.weight:
            before = word.key
            if unless:
                unsure.add(word.key)
            if left:
                denied[word.key] += 1
                left = 0 if word.weight >= TELLING else left - 1
        elif 0 < left < _GOVERNED and word.form not in lexicon.REACHED_OVER:
            left = 0
        end = word.end
    met = Counter(word.key for word in found if word.weight)
    always = frozenset(key for key, count in denied.items() if count >= met[key])
    return always, frozenset(denied) - always | unsure


def _subject(text: str, found: tuple[Word, ...]) -> frozenset[str]:
    """The telling words, names apart, before the first verb that shows where a subject ends; none where the clause ends before it."""
    subject: list[str] = []
    end = 0
    for word in found:
        if word.form in lexicon.AUXILIARIES:
            return frozenset(subject)
        if word.form in _CLAUSE_STARTS or _CLAUSE_END.search(text, end, word.start):
            break
        if word.role is Role.PLAIN and word.weight >= _SUBJECT:
            subject.append(word.key)
        end = word.end
    return frozenset()

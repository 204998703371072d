"""How strongly two wordings look like reports of one sentence: words first, then order, numbers, names and polarity.

Every figure depends on the two wordings alone, never on what else the corpus holds: that is what makes matching independent of the
order of arrival and lets new statements be matched without looking at all old ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verbale.matching import lexicon_meaning
from verbale.matching.words import Role, Word, group, words
from verbale.values import Kind

SAME_DAY = 0.54
"""Score from which two wordings of one speaker, known to be said on one day, are one utterance; tuned on the bench of wordings."""

UNSURE_DAY = 0.64
"""The same where the day of either is not known: the words must agree more strongly."""

LEAST_SHARED = 0.9
"""Weight that two wordings must share to be compared at all."""

CONTRAST = 0.12
"""What each of the first two contrasts takes away where little else is shared ("the fishery chapter", "the customs chapter")."""

ENOUGH = 4.0
"""Shared weight from which contrasts are translators' choices and take nothing away; two less, and they count in full."""

TELLING = 0.55
"""Weight from which a word is more than one of everyday talk about talks."""

VERBATIM_WORDS = 8
"""Words in one run from which two direct quotations are the same quotation whoever is credited: a shorter one may be a set phrase."""

_CLAUSE_END = re.compile(r"[.;:!?,…]")
_CLAUSE_STARTS = frozenset({"but", "that", "because", "unless", "if", "while", "although"})

_OPENING = "\"“”„«»‟″'‘’"


@dataclass(frozen=True, slots=True)
class Reading:
    """A wording's words as they are compared.

    `weights` gives each key its weight; `pairs` are ordered pairs of neighbouring content keys; `run` is every word in order, folded,
    `content` the content keys in order; `quoted` the runs of words between quotation marks; `denied` the keys that a negation governs.
    """

    weights: dict[str, float]
    total: float
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    run: tuple[str, ...]
    content: tuple[str, ...]
    quoted: tuple[tuple[str, ...], ...]
    denied: frozenset[str]

    @property
    def telling(self) -> Iterable[str]:
        """The keys of weight TELLING and more; two wordings without a common one are never linked."""
        return [key for key, weight in self.weights.items() if weight >= TELLING]


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
        content=content,
        quoted=_quoted(text, found) if kind is not Kind.INDIRECT else (),
        denied=_denied(text, found),
    )


def _quoted(text: str, found: tuple[Word, ...]) -> tuple[tuple[str, ...], ...]:
    """Runs of words between quotation marks; a mark inside a word is an apostrophe and splits nothing."""
    runs: list[tuple[str, ...]] = []
    run: list[str] = []
    inside, end = False, 0
    for word in found:
        gap = text[end : word.span.start]
        if any(mark in gap for mark in _OPENING):
            if run and inside:
                runs.append(tuple(run))
            run = []
            inside = gap.rstrip("([ ")[-1:] in _OPENING
        run.append(word.form)
        end = word.span.end
    if run and inside:
        runs.append(tuple(run))
    return tuple(runs)


def _denied(text: str, found: tuple[Word, ...]) -> frozenset[str]:
    """The content words that a negation governs: the next one in its clause, and the one after an everyday word."""
    denied: set[str] = set()
    left, end = 0.0, 0
    for word in found:
        if _CLAUSE_END.search(text, end, word.span.start) or word.form in _CLAUSE_STARTS:
            left = 0.0
        if word.role is Role.NEGATOR:
            left = 0.7
        elif word.weight and left > 0:
            denied.add(word.key)
            left -= word.weight
        end = word.span.end
    return frozenset(denied)


def _opposed() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for one, other in lexicon_meaning.ANTONYMS:
        ones = {group(word) for word in one}
        others = {group(word) for word in other}
        for key in ones:
            table.setdefault(key, set()).update(others - ones)
        for key in others:
            table.setdefault(key, set()).update(ones - others)
    return {key: frozenset(values) for key, values in table.items()}


_OPPOSED = _opposed()


def score(a: Reading, b: Reading) -> float:
    """How far two readings agree, about 0 to 1.2; symmetric; 0 or less where they share too little to tell."""
    shared = a.weights.keys() & b.weights.keys()
    matched = sum(min(a.weights[key], b.weights[key]) for key in shared)
    smaller, larger = sorted((a.total, b.total))
    if matched < LEAST_SHARED or not any(a.weights[key] >= TELLING and b.weights[key] >= TELLING for key in shared):
        return 0.0
    least, most = matched / smaller, matched / larger
    ordered = len(a.pairs & b.pairs) / max(1, min(len(a.pairs), len(b.pairs)))
    contrary = _contrary(a, b, shared)
    phrase = 0.0 if contrary else _phrase(a, b)
    value = 0.66 * least + 0.24 * most + 0.14 * ordered + 0.3 * phrase
    if not phrase:
        value -= 0.3 * max(0.0, 1.7 - matched)
        value -= CONTRAST * min(2, _contrasts(a, b, shared)) * max(0.0, min(1.0, (ENOUGH - matched) / 2))
    return round(value - contrary - _numbers(a, b, matched, most), 6)


def _phrase(a: Reading, b: Reading) -> float:
    """1 where a quoted phrase of one, telling enough, stands in the other word for word; 0.7 where its content words do; else 0."""
    return max((_carries(there, run) for here, there in ((a, b), (b, a)) for run in here.quoted), default=0.0)


def _carries(reading: Reading, run: tuple[str, ...]) -> float:
    content, weight = _telling(run)
    if len(run) < 3 or weight < 1.3:
        return 0.0
    if _stands(run, reading.run):
        return 1.0
    return 0.7 if len(content) > 1 and _stands(content, reading.content) else 0.0


def _stands(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


@lru_cache(maxsize=50_000)
def _telling(run: tuple[str, ...]) -> tuple[tuple[str, ...], float]:
    """The content keys of a run of words, and their weight."""
    found = [word for word in words(" ".join(run)) if word.weight]
    return tuple(word.key for word in found), sum(word.weight for word in found)


def _contrary(a: Reading, b: Reading, shared: set[str]) -> float:
    """What contrary words, or a negation on one side only, take away; both together cancel ("not ready", "unwilling")."""
    only_a, only_b = a.weights.keys() - shared, b.weights.keys() - shared
    antonyms = [key for key in only_a if _OPPOSED.get(key, frozenset()) & only_b]
    denied = [key for key in shared if (key in a.denied) != (key in b.denied)]
    turned = [key for key in antonyms if (key in a.denied) != bool(_OPPOSED[key] & b.denied)]
    if antonyms:
        return 0.0 if turned else 0.4
    return 0.6 if denied else 0.0


def _contrasts(a: Reading, b: Reading, shared: set[str]) -> int:
    """How often the two put different telling words beside the same word: "the fishery chapter", "the customs chapter"."""
    sides = [_beside(reading, shared) for reading in (a, b)]
    return sum(1 for place, words_there in sides[0].items() if place in sides[1] and not words_there & sides[1][place])


def _beside(reading: Reading, shared: set[str]) -> dict[tuple[str, bool], set[str]]:
    """For each shared key, the telling keys of this reading alone that come right before it (True) or after it (False)."""
    found: dict[tuple[str, bool], set[str]] = {}
    for left, right in reading.pairs:
        for key, neighbour, before in ((right, left, True), (left, right, False)):
            if key in shared and neighbour not in shared and reading.weights[neighbour] >= TELLING:
                found.setdefault((key, before), set()).add(neighbour)
    return found


def _numbers(a: Reading, b: Reading, matched: float, most: float) -> float:
    """What differing numbers take away: less where nearly all of many other words agree, since a report may garble a figure."""
    if not a.numbers - b.numbers or not b.numbers - a.numbers:
        return 0.0
    return 0.15 if most >= 0.8 and matched >= 4.0 else 0.4


def verbatim(a: Reading, b: Reading) -> bool:
    """Whether the shorter of two texts stands nearly whole in the longer: VERBATIM_WORDS words in a row and 4 in 5 pairs of words."""
    short, long = sorted((a.run, b.run), key=len)
    if len(short) < VERBATIM_WORDS:
        return False
    grams = {long[at : at + 2] for at in range(len(long) - 1)}
    kept = sum(1 for at in range(len(short) - 1) if short[at : at + 2] in grams)
    if kept < 0.8 * (len(short) - 1):
        return False
    runs = {long[at : at + VERBATIM_WORDS] for at in range(len(long) - VERBATIM_WORDS + 1)}
    return any(short[at : at + VERBATIM_WORDS] in runs for at in range(len(short) - VERBATIM_WORDS + 1))

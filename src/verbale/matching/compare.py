"""How strongly two wordings look like reports of one sentence: words first, then order, numbers, names and polarity.

Every figure depends on the two wordings alone, never on what else the corpus holds: that is what makes matching independent of the
order of arrival and lets new statements be matched without looking at all old ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verbale.matching import lexicon_meaning
from verbale.matching.words import Role, Word, group, words
from verbale.values import Kind

SAME_DAY = 0.56
"""Score from which two wordings of one speaker, known to be said on one day, are one utterance; tuned on the bench of wordings."""

UNSURE_DAY = 0.66
"""The same where the day of either is not known: the words must agree more strongly."""

VERBATIM_WORDS = 8
"""Words in one run from which two direct quotations are the same quotation whoever is credited: a shorter one may be a set phrase."""

_OPENING = "\"“”„«»‟″'‘’"


@dataclass(frozen=True, slots=True)
class Reading:
    """A wording's words as they are compared.

    `weights` gives each key its weight; `pairs` are ordered pairs of neighbouring content keys; `quoted` the runs of keys between
    quotation marks; `run` every key in order; `denied` the content keys that a negation governs.
    """

    weights: dict[str, float]
    total: float
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    run: tuple[str, ...]
    quoted: tuple[tuple[str, ...], ...]
    denied: frozenset[str]


def read(text: str, kind: Kind) -> Reading:
    """The reading of one wording's text."""
    found = words(text)
    weights: dict[str, float] = {}
    for word in found:
        if word.weight > weights.get(word.key, 0.0):
            weights[word.key] = word.weight
    content = [word.key for word in found if word.weight]
    return Reading(
        weights=weights,
        total=sum(weights.values()),
        pairs=frozenset(pair for pair in pairwise(content) if pair[0] != pair[1]),
        numbers=frozenset(word.key for word in found if word.role is Role.NUMBER and word.key not in ("1", "2")),
        run=tuple(word.form for word in found),
        quoted=_quoted(text, found) if kind is not Kind.INDIRECT else (),
        denied=_denied(found),
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


def _denied(found: tuple[Word, ...]) -> frozenset[str]:
    """The content words that follow a negation before the sentence goes on, at most three."""
    denied: set[str] = set()
    left = 0
    for word in found:
        if word.role is Role.NEGATOR:
            left = 3
        elif word.weight and left:
            denied.add(word.key)
            left -= 1
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
    """How far two readings agree, about 0 to 1.2; symmetric; 0 where they share too little to tell."""
    shared = a.weights.keys() & b.weights.keys()
    matched = sum(min(a.weights[key], b.weights[key]) for key in shared)
    smaller, larger = sorted((a.total, b.total))
    if matched < 0.9 or not smaller:
        return 0.0
    least = matched / smaller
    most = matched / larger
    ordered = len(a.pairs & b.pairs) / max(1, min(len(a.pairs), len(b.pairs)))
    phrase = _phrase(a, b)
    value = 0.66 * least + 0.24 * most + 0.14 * ordered + 0.3 * phrase
    if matched < 1.7 and phrase < 1.0:
        value -= 0.3 * (1.7 - matched)
    return round(value - _contrary(a, b, shared) - _numbers(a, b, most), 6)


def _phrase(a: Reading, b: Reading) -> float:
    """1 where a quoted phrase of one, telling enough, stands in the other word for word; else 0."""
    return 1.0 if any(_carries(b, run) for run in a.quoted) or any(_carries(a, run) for run in b.quoted) else 0.0


def _carries(reading: Reading, run: tuple[str, ...]) -> bool:
    size = len(run)
    if size < 3 or not _telling(run):
        return False
    return any(reading.run[at : at + size] == run for at in range(len(reading.run) - size + 1))


@lru_cache(maxsize=50_000)
def _telling(run: tuple[str, ...]) -> bool:
    return sum(word.weight for word in words(" ".join(run))) >= 1.3


def _contrary(a: Reading, b: Reading, shared: set[str]) -> float:
    """What contrary words and a negation of one side only take away."""
    only_a, only_b = a.weights.keys() - shared, b.weights.keys() - shared
    antonyms = sum(1 for key in only_a if _OPPOSED.get(key, frozenset()) & only_b)
    denied = sum(1 for key in shared if (key in a.denied) != (key in b.denied) and a.weights[key] >= 0.35)
    rejoined = denied and antonyms  # "not ready" against "unwilling" says the same
    if rejoined:
        return 0.0
    return 0.35 * min(antonyms, 1) + (0.3 if denied else 0.0)


def _numbers(a: Reading, b: Reading, most: float) -> float:
    """What differing numbers take away: less where nearly all other words agree, since a report may garble a figure."""
    if not a.numbers or not b.numbers or a.numbers & b.numbers:
        return 0.0
    return 0.35 if most < 0.8 else 0.15


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

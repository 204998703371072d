"""How strongly two wordings look like reports of one sentence: words first, then order, numbers, names and polarity.

Every figure depends on the two wordings alone, never on what else the corpus holds: that is what makes matching independent of the
order of arrival and lets new statements be matched without looking at all old ones.
"""

from __future__ import annotations

from verbale.matching import lexicon_meaning
from verbale.matching.reading import TELLING, Phrase, Reading
from verbale.matching.words import group

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

OTHER_SUBJECT = 0.3
"""What it takes away that the same is said of something else ("the harbour was a red line", "the tolls were a red line")."""

ORDER = 0.14
"""What neighbours in common add at most."""

PHRASE = 0.3
"""What a quoted phrase adds that stands in the other wording."""

VERBATIM_WORDS = 8
"""Words in one run from which two direct quotations are the same quotation whoever is credited: a shorter one may be a set phrase."""


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


def score(a: Reading, b: Reading, *, floor: float = -1.0) -> float:
    """How far two readings agree, about 0 to 1.2; symmetric; 0 or less where they share too little to tell, or cannot reach `floor`."""
    if a.telling.isdisjoint(b.telling):
        return 0.0
    shared = a.weights.keys() & b.weights.keys()
    matched = sum([min(a.weights[key], b.weights[key]) for key in shared])
    if matched < LEAST_SHARED:
        return 0.0
    smaller, larger = (a.total, b.total) if a.total < b.total else (b.total, a.total)
    most = matched / larger
    value = 0.66 * matched / smaller + 0.24 * most
    if value + ORDER + (PHRASE if a.quoted or b.quoted else 0.0) < floor:
        return 0.0
    contrary = _contrary(a, b, shared)
    phrase = 0.0 if contrary else _phrase(a, b)
    value += ORDER * len(a.pairs & b.pairs) / max(1, min(len(a.pairs), len(b.pairs))) + PHRASE * phrase
    if not phrase:
        value -= 0.3 * max(0.0, 1.7 - matched)
    if matched < ENOUGH:
        value -= CONTRAST * min(2, _contrasts(a, b, shared)) * min(1.0, (ENOUGH - matched) / 2)
    return round(value - contrary - _numbers(a, b, matched, most) - (OTHER_SUBJECT if _of_others(a, b) else 0.0), 6)


def _phrase(a: Reading, b: Reading) -> float:
    """1 where a quoted phrase of one, telling enough, stands in the other word for word; 0.7 where its content words do; else 0."""
    return max(
        max([_carries(b, phrase) for phrase in a.quoted], default=0.0),
        max([_carries(a, phrase) for phrase in b.quoted], default=0.0),
    )


def _carries(reading: Reading, phrase: Phrase) -> float:
    if len(phrase.run) < 3 or phrase.weight < 1.3 or not all(key in reading.weights for key in phrase.content):
        return 0.0
    if _stands(phrase.run, reading.run):
        return 1.0
    return 0.7 if len(phrase.content) > 1 and _stands(phrase.content, reading.content) else 0.0


def _stands(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at] == part[0] and whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _contrary(a: Reading, b: Reading, shared: set[str]) -> float:
    """What contrary words, or a negation on one side only, take away; both together cancel ("not ready", "unwilling")."""
    only_a, only_b = a.weights.keys() - shared, b.weights.keys() - shared
    antonyms = [key for key in only_a if _OPPOSED.get(key, frozenset()) & only_b]
    denied = (a.denied ^ b.denied) & shared - a.partly - b.partly
    turned = [key for key in antonyms if (key in a.denied) != bool(_OPPOSED[key] & b.denied)]
    if antonyms:
        return 0.0 if turned else 0.4
    return 0.6 if denied else 0.0


def _of_others(a: Reading, b: Reading) -> bool:
    """Whether the two are about different things: each has in its subject what the other does not name anywhere."""
    return bool(a.subject - b.weights.keys()) and bool(b.subject - a.weights.keys())


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

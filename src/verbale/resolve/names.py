"""Whether two names name one person: letters of any script, transliterations, short forms, initials and order."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from verbale.resolve.lexicon import words
from verbale.resolve.lexicon_names import EASTERN_SURNAMES, GIVEN_VARIANTS
from verbale.resolve.lexicon_titles import HONORIFICS, SURNAMES

THRESHOLD = 0.8
"""At this likeness or above two names are one person's; chosen on the name bench (quality/names.py)."""

_VARIANT: dict[str, int] = {form: number for number, group in enumerate(GIVEN_VARIANTS) for form in group}
_PARTICLES = words("de da di du del della der van von den ter la le el al bin ibn ben bint abu dos das of the and")
_WORD = re.compile(r"[^\W\d_][\w’'`ʼ]*", re.UNICODE)
_REGNAL = re.compile(r"(?<=[a-z])\s+[IVX]{2,5}$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[^a-z]", ""),
        (r"(?:shch|schtsch|sch|sh)", "s"),
        (r"(?:tsch|tch|ch|cz|cs|tj)", "c"),
        (r"dzh|dj", "j"),
        (r"zh", "z"),
        (r"kh|gh", "h"),
        (r"ph", "f"),
        (r"ts|tz", "c"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"off$", "ov"),
        (r"eff$", "ev"),
        (r"s[ck](?:y+i*|i+y*|ij|yj|yi|iy|ii|ey|ei|oi|oy|a?ya)$", "ski"),
        (r"(?:iy|yi|ij|yj|ii|yy|ey|ei|ay|ai|y|j|i)+", "i"),
        (r"^ie(?=[a-z])", "e"),
        (r"ie(?=[vlnm])", "e"),
        (r"ae", "a"),
        (r"oe", "o"),
        (r"ue", "u"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=20000)
def fold(word: str) -> str:
    """Lower-case ASCII letters of a word of any script, without accents, hyphens and a possessive ending."""
    plain = word if word.isascii() else anyascii(word.replace("’", "'"))
    plain = plain.casefold()
    if plain.endswith("'s"):
        plain = plain[:-2]
    return "".join(letter for letter in plain if letter.isalnum())


@lru_cache(maxsize=20000)
def skeleton(word: str) -> str:
    """A key that the usual transliterations of one name share ("Zelenskyy", "Zelenskiy", "Зеленский")."""
    key = fold(word)
    for pattern, to in _RULES:
        key = pattern.sub(to, key)
    return key


@lru_cache(maxsize=20000)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, given names first, without titles and particles; an initial is one letter."""
    if not name.isascii():
        name = _CAMEL.sub(" ", anyascii(name)) if not any("a" <= c.casefold() <= "z" for c in name) else name
    if name.count(",") == 1:
        last, first = name.split(",")
        if not any(fold(word) in HONORIFICS for word in first.split()) and first.strip():
            name = f"{first} {last}"
    name = _REGNAL.sub("", name)
    words = [fold(word) for part in name.replace("-", " ").split() for word in _WORD.findall(part.rstrip(".,;"))]
    family = words[-1:] if len(words) > 1 and words[-1] in SURNAMES else []
    kept = [word for word in words[: len(words) - len(family)] if word and word not in HONORIFICS and word not in _PARTICLES] + family
    return tuple(kept or [word for word in words if word])


def word_likeness(a: str, b: str) -> float:
    """How alike two folded words of names are, in [0, 1]."""
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.86 if a[:1] == b[:1] else 0.0
    if _VARIANT.get(a, -1) == _VARIANT.get(b, -2):
        return 0.97
    left, right = skeleton(a), skeleton(b)
    if left == right:
        return 0.96
    ratio = Levenshtein.normalized_similarity(left, right)
    if min(len(left), len(right)) < 4:
        ratio *= 0.8
    return ratio * (0.98 if left[:1] == right[:1] or {left[:1], right[:1]} <= {"g", "h", "k"} else 0.85)


@lru_cache(maxsize=50000)
def same_name(a: str, b: str) -> float:
    """How likely two names are one person's, in [0, 1]; THRESHOLD or above reads as the same.

    A bare surname fits every bearer; differing given names part two bearers of one surname.
    """
    left, right = name_words(a), name_words(b)
    if not left or not right:
        return 0.0
    if left == right or skeleton("".join(left)) == skeleton("".join(right)):
        return 1.0
    short, long = sorted((left, right), key=lambda words: (len(words), words))
    if len(short) == 1:
        return _surname_alone(short[0], long)
    return max(_aligned(short, long), _aligned(short[1:] + short[:1], long) * 0.97, _aligned(short[-1:] + short[:-1], long) * 0.97)


def _surname_alone(word: str, long: tuple[str, ...]) -> float:
    if len(long) == 1:
        return word_likeness(word, long[0])
    first = word_likeness(word, long[0]) if long[0] in EASTERN_SURNAMES else 0.0
    return max(word_likeness(word, long[-1]), first) * 0.93


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The likeness of two names whose surnames are last: the weakest of the surname and the first given names that both have."""
    surname = word_likeness(short[-1], long[-1])
    if surname < 0.7:
        return surname * 0.5
    likeness = [surname]
    rest = list(long[:-1])
    for word in short[:-1]:
        best = max(rest, key=lambda other: word_likeness(word, other), default="")
        score = word_likeness(word, best) if best else 0.85
        likeness.append(score)
        if best:
            rest.remove(best)
    weakest = min(likeness)
    return (sum(likeness) / len(likeness) + weakest * 2) / 3 - 0.02 * len(rest)

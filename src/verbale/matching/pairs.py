"""Whether two wordings may be, and are, reports of one utterance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from verbale.matching.blocks import QUOTED_AGAIN, days
from verbale.matching.compare import SAME_DAY, UNSURE_DAY, score, verbatim
from verbale.matching.reading import Reading
from verbale.values import Kind, Wording

QUOTED_TWICE = 0.85
"""Score for two quotations in one document: an article that quotes twice quotes two sentences, unless it repeats itself."""

ANY_DAY = 0.7
"""Score where one wording has a day and the other none: all of the speaker's days could be meant."""

UNLINKED = SAME_DAY - 0.04
"""The most that two wordings of neighbouring days are alike unless they quote the same words: too little to join by themselves."""

VERBATIM = 0.95
"""The likeness of two quotations that agree word for word."""


class Days(Enum):
    """How the days of two wordings relate."""

    SAME = auto()  # both known, and equal
    NEXT = auto()  # both known, and a day apart: a time zone, or a date told wrongly
    NEAR = auto()  # one or both unknown, and they may be equal
    FAR = auto()  # one or both unknown, within QUOTED_AGAIN days
    UNKNOWN = auto()  # nothing is known of one or both
    APART = auto()


@dataclass(frozen=True, slots=True)
class Read:
    """A wording with its reading."""

    wording: Wording
    reading: Reading


def relation(a: Wording, b: Wording) -> Days:
    """How the days of two wordings relate; symmetric."""
    if a.said_on is not None and b.said_on is not None:
        apart = abs((a.said_on - b.said_on).days)
        return Days.SAME if not apart else Days.NEXT if apart == 1 else Days.APART
    one, other = days(a), days(b)
    if one is None or other is None:
        return Days.UNKNOWN
    if one[0] <= other[1] and other[0] <= one[1]:
        return Days.NEAR
    gap = max(one[0], other[0]) - min(one[1], other[1])
    return Days.FAR if gap <= timedelta(days=QUOTED_AGAIN) else Days.APART


def within(a: Wording, b: Wording) -> bool:
    """Whether one stands inside the other in one document: a report within a report is not a second report of the whole."""
    if a.document != b.document:
        return False
    outer, inner = (a, b) if a.position <= b.position else (b, a)
    return inner.position < outer.position + len(outer.text) or (a.nested != b.nested and _inside(a, b))


def _inside(a: Wording, b: Wording) -> bool:
    inner, outer = (a, b) if a.nested else (b, a)
    return inner.text in outer.text


def quotations(a: Wording, b: Wording) -> bool:
    """Whether both give the speaker's own words at least in part."""
    return a.kind is not Kind.INDIRECT and b.kind is not Kind.INDIRECT


def likeness(a: Read, b: Read, *, floor: float = -1.0) -> float | None:
    """How alike two wordings are, or None where they cannot be one utterance, whatever their words; symmetric.

    A likeness that cannot reach `floor` may come out as 0.
    """
    one, other = a.wording, b.wording
    if None not in (one.speaker, other.speaker) and one.speaker != other.speaker:
        return None
    when = relation(one, other)
    if when is Days.APART or within(one, other):
        return None
    quoted = quotations(one, other)
    if quoted and verbatim(a.reading, b.reading):
        return max(score(a.reading, b.reading), VERBATIM)
    value = score(a.reading, b.reading, floor=floor)
    return min(value, UNLINKED) if when is Days.NEXT and not (quoted and value >= VERBATIM) else value


def linked(a: Read, b: Read) -> bool:
    """Whether two wordings by themselves show that they report one utterance; symmetric."""
    one, other = a.wording, b.wording
    when = relation(one, other)
    if one.speaker is None or other.speaker is None or when is Days.FAR:
        return quotations(one, other) and likeness(a, b) is not None and verbatim(a.reading, b.reading)
    needed = _needed(one, other, when)
    value = likeness(a, b, floor=needed)
    if value is None or value < needed:
        return False
    return when is not Days.UNKNOWN or not a.reading.neighbours.isdisjoint(b.reading.neighbours)


def _needed(one: Wording, other: Wording, when: Days) -> float:
    """The likeness that links two wordings of one speaker."""
    if when is Days.NEXT:
        return VERBATIM
    if one.document == other.document:
        return QUOTED_TWICE if one.kind is Kind.DIRECT and other.kind is Kind.DIRECT else SAME_DAY
    if when is Days.UNKNOWN:
        return UNSURE_DAY if days(one) is None and days(other) is None else ANY_DAY
    return SAME_DAY if when is Days.SAME else UNSURE_DAY

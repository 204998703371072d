"""Which wordings are worth comparing, and which of them are linked: near-linear in the number of statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from verbale.matching.blocks import days, quote_keys
from verbale.matching.pairs import Days, Read, linked, relation
from verbale.matching.reading import read
from verbale.matching.wording import Wording


def links(wordings: Sequence[Wording]) -> Iterator[tuple[str, str]]:
    """The pairs of statements that are linked, each at least once, the order within a pair being that of the input."""
    named = sorted((wording for wording in wordings if wording.speaker is not None), key=lambda wording: wording.speaker or "")
    for _, own in groupby(named, key=lambda wording: wording.speaker):
        pool = [Read(wording, read(wording.text, wording.kind)) for wording in own]
        yield from _linked(pool, _near(pool))
        yield from _linked(pool, _undated(pool))
    yield from _quoted(wordings)


def _linked(pool: Sequence[Read], pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    for one, other in pairs:
        if linked(pool[one], pool[other]):
            yield pool[one].wording.statement, pool[other].wording.statement


def _near(pool: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker's wordings that may be of one day and share a telling word."""
    filed: dict[tuple[date, str], list[int]] = {}
    for index, item in enumerate(pool):
        met: set[int] = set()
        for day in _each_day(item.wording):
            for key in item.reading.telling:
                here = filed.setdefault((day, key), [])
                met.update(here)
                here.append(index)
        met.discard(index)
        for other in met:
            yield other, index


def _each_day(wording: Wording) -> list[date]:
    window = days(wording)
    return [] if window is None else [date.fromordinal(n) for n in range(window[0].toordinal(), window[1].toordinal() + 1)]


def _undated(pool: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker's wordings of no known day that share two neighbouring content words."""
    filed: dict[tuple[str, ...], list[int]] = {}
    for index, item in enumerate(pool):
        if days(item.wording) is not None:
            continue
        met: set[int] = set()
        for pair in item.reading.pairs:
            here = filed.setdefault(tuple(sorted(pair)), [])
            met.update(here)
            here.append(index)
        met.discard(index)
        for other in met:
            yield other, index


def _quoted(wordings: Sequence[Wording]) -> Iterator[tuple[str, str]]:
    """Linked pairs of quotations that neither the speaker nor the day brings together."""
    filed: dict[str, list[int]] = {}
    for index, wording in enumerate(wordings):
        met: set[int] = set()
        reading = read(wording.text, wording.kind)
        for key in quote_keys(wording, reading):
            here = filed.setdefault(key, [])
            met.update(here)
            here.append(index)
        for other in met:
            there = wordings[other]
            if not _met(wording, there) and linked(Read(wording, reading), Read(there, read(there.text, there.kind))):
                yield there.statement, wording.statement


def _met(a: Wording, b: Wording) -> bool:
    """Whether speaker and day alone decide a pair: either compared already, or never one utterance."""
    if a.speaker is None or b.speaker is None:
        return relation(a, b) is Days.APART
    return a.speaker != b.speaker or relation(a, b) not in (Days.FAR, Days.UNKNOWN)

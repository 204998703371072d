"""Which wordings are worth comparing, and which of them are linked: near-linear in the number of statements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, combinations, groupby

from verbale.matching.blocks import days, each_day, next_days, quote_keys
from verbale.matching.groups import Families
from verbale.matching.pairs import Days, Read, linked, relation
from verbale.matching.reading import read
from verbale.matching.wording import Wording
from verbale.values import Kind


def links(wordings: Sequence[Wording], *, fresh: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """Pairs of linked statements, enough of them to connect all that are linked; `fresh` limits them to pairs with one of these.

    Two statements that others connect already are not compared: in a statement that hundreds report, that saves nearly all comparisons.
    """
    families = Families(wording.statement for wording in wordings)

    def linked_pairs(item: Callable[[int], Read], pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[str, str]]:
        for pair in pairs:
            one, other = map(item, pair)
            names = one.wording.statement, other.wording.statement
            if fresh is not None and names[0] not in fresh and names[1] not in fresh:
                continue
            if not families.together(*names) and linked(one, other):
                families.join(*names)
                yield names

    named = sorted((wording for wording in wordings if wording.speaker is not None), key=lambda wording: wording.speaker or "")
    for _, own in groupby(named, key=lambda wording: wording.speaker):
        pool = [_read(wording) for wording in own]
        yield from linked_pairs(pool.__getitem__, chain(_near(pool), _undated(pool)))
    quotations = [wording for wording in wordings if wording.kind is not Kind.INDIRECT]
    yield from linked_pairs(lambda index: _read(quotations[index]), _quoted(quotations))


def _read(wording: Wording) -> Read:
    return Read(wording, read(wording.text, wording.kind))


def _near(pool: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker's wordings that may be of one day and share a telling word."""
    filed: dict[tuple[date, str], list[int]] = {}
    for index, item in enumerate(pool):
        met: set[int] = set()
        for day in each_day(item.wording):
            for key in item.reading.telling:
                here = filed.setdefault((day, key), [])
                met.update(here)
                here.append(index)
        for day in next_days(item.wording):
            for key in item.reading.telling:
                met.update(filed.get((day, key), ()))
        for other in sorted(met - {index}):
            yield other, index


def _undated(pool: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker's wordings, one or both of no known day, that share a telling pair of neighbours."""
    nowhere = {index for index, item in enumerate(pool) if days(item.wording) is None}
    wanted = {key for index in nowhere for key in pool[index].reading.neighbours}
    filed: dict[str, tuple[list[int], list[int]]] = {}
    for index, item in enumerate(pool):
        met: set[int] = set()
        for key in item.reading.neighbours & wanted:
            undated, dated = filed.setdefault(key, ([], []))
            met.update(undated)
            if index in nowhere:
                met.update(dated)
            (undated if index in nowhere else dated).append(index)
        for other in sorted(met - {index}):
            yield other, index


def _quoted(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs of quotations that neither the speaker nor the day brings together, but their words may."""
    filed: dict[str, list[int]] = {}
    for index, wording in enumerate(wordings):
        for key in quote_keys(wording, read(wording.text, wording.kind)):
            filed.setdefault(key, []).append(index)
    seen: set[tuple[int, int]] = set()
    for members in filed.values():
        if len(members) > 1:
            unseen = set(_to_compare(wordings, members)) - seen
            seen |= unseen
            yield from sorted(unseen)


def _to_compare(wordings: Sequence[Wording], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of one key that only their words can decide: nobody is credited, or the days leave it open."""
    by_speaker: dict[str | None, list[int]] = {}
    for index in members:
        by_speaker.setdefault(wordings[index].speaker, []).append(index)
    nobody = by_speaker.pop(None, [])
    for own in by_speaker.values():
        for a, b in combinations(own, 2):
            if relation(wordings[a], wordings[b]) is Days.FAR:
                yield a, b
    for a, b in chain(combinations(nobody, 2), ((a, b) for own in by_speaker.values() for a in nobody for b in own)):
        if relation(wordings[a], wordings[b]) is not Days.APART:
            yield min(a, b), max(a, b)

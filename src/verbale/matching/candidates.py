"""Which wordings are worth comparing, and which of them are linked: near-linear in the number of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby

from verbale.matching.blocks import Drawer, days, each_day, filed_in, next_days, quote_keys, sought_in
from verbale.matching.groups import Families
from verbale.matching.pairs import Days, Read, linked, relation
from verbale.matching.reading import read
from verbale.values import Kind, Wording


def linked_pairs(wordings: Sequence[Wording], *, fresh: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """Pairs of linked statements, enough of them to connect all that are linked; `fresh` limits them to pairs with one of these.

    For a record that adds to what it holds, `wordings` are the `fresh` ones and all that are filed under a lookup key of one. Two
    statements that others connect already are not compared: in a statement that hundreds report, that saves nearly all comparisons.
    """
    families = Families(wording.statement for wording in wordings)

    def fit(item: Callable[[int], Read], pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[str, str]]:
        for pair in pairs:
            one, other = map(item, pair)
            names = one.wording.statement, other.wording.statement
            if not families.together(*names) and linked(one, other):
                families.join(*names)
                yield names

    # The old before the new, so that only the new look for what is filed.
    ordered = wordings if fresh is None else sorted(wordings, key=lambda wording: wording.statement in fresh)
    quotations: list[_Quotation] = []
    for speaker, own in groupby(sorted(ordered, key=lambda wording: wording.speaker or ""), key=lambda wording: wording.speaker):
        pool = [Read(wording, read(wording.text, wording.kind)) for wording in own]
        quotations += [_Quotation(item.wording, quote_keys(item.reading)) for item in pool if item.wording.kind is not Kind.INDIRECT]
        if speaker is not None:
            old = 0 if fresh is None else sum(1 for item in pool if item.wording.statement not in fresh)
            yield from fit(pool.__getitem__, chain(_near(pool, old), _undated(pool, old)))
    if fresh is not None:
        quotations.sort(key=lambda quotation: quotation.wording.statement in fresh)
    old = 0 if fresh is None else sum(1 for quotation in quotations if quotation.wording.statement not in fresh)
    yield from fit(lambda index: _read(quotations[index].wording), _quoted(quotations, old))


def _read(wording: Wording) -> Read:
    return Read(wording, read(wording.text, wording.kind))


def _near(pool: Sequence[Read], old: int) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker's wordings that may be of one day and share a telling word; none of the first `old` among themselves."""
    filed: dict[tuple[date, str], list[int]] = {}
    for index, item in enumerate(pool):
        met: set[int] = set()
        for day in each_day(item.wording):
            for key in item.reading.telling:
                here = filed.setdefault((day, key), [])
                if index >= old:
                    met.update(here)
                here.append(index)
        if index >= old:
            for day in next_days(item.wording):
                for key in item.reading.telling:
                    met.update(filed.get((day, key), ()))
        for other in sorted(met - {index}):
            yield other, index


def _undated(pool: Sequence[Read], old: int) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker's wordings, one or both of no known day, that share a telling pair of neighbours."""
    nowhere = {index for index, item in enumerate(pool) if days(item.wording) is None}
    wanted = {key for index in nowhere for key in pool[index].reading.neighbours}
    filed: dict[str, tuple[list[int], list[int]]] = {}
    for index, item in enumerate(pool):
        met: set[int] = set()
        for key in item.reading.neighbours & wanted:
            undated, dated = filed.setdefault(key, ([], []))
            if index >= old:
                met.update(undated)
                met.update(dated if index in nowhere else ())
            (undated if index in nowhere else dated).append(index)
        for other in sorted(met - {index}):
            yield other, index


_KEYS_SHARED = 0.4
"""Share of the shorter quotation's keys that two must have in common: one set phrase brings nothing together."""


@dataclass(frozen=True, slots=True)
class _Quotation:
    wording: Wording
    keys: frozenset[int]


def _quoted(quotations: Sequence[_Quotation], old: int) -> Iterator[tuple[int, int]]:
    """Pairs of quotations that neither the speaker nor the day brings together, but their words may."""
    filed: dict[tuple[int, Drawer], list[int]] = {}
    for index, quotation in enumerate(quotations):
        met: Counter[int] = Counter()
        for key in quotation.keys:
            if index >= old:
                for drawer in sought_in(quotation.wording):
                    met.update(filed.get((key, drawer), ()))
            for drawer in filed_in(quotation.wording):
                filed.setdefault((key, drawer), []).append(index)
        for other in sorted(met):
            enough = met[other] >= _KEYS_SHARED * min(len(quotation.keys), len(quotations[other].keys))
            if enough and other != index and _open(quotation.wording, quotations[other].wording):
                yield other, index


def _open(a: Wording, b: Wording) -> bool:
    """Whether only their words can decide: nobody is credited, or the days leave it open."""
    when = relation(a, b)
    return when is Days.FAR or (when is not Days.APART and (a.speaker is None or b.speaker is None))

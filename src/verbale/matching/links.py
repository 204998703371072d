"""Links between utterances that stay apart: said again on another day, and the same words credited to somebody else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from verbale.matching.blocks import each_day
from verbale.matching.compare import SAME_DAY, verbatim
from verbale.matching.compare import score as compared
from verbale.matching.pairs import Days, Read, quotations, relation
from verbale.matching.reading import read
from verbale.values import Kind, Utterance, Wording

RESTATED = SAME_DAY + 0.1
"""Score from which what one speaker says on two days is the same thing said again."""


ELSEWHERE = 0.85
"""Score from which a quotation and a report under another name are one sentence; a shorter one may be what anybody says."""


@dataclass(frozen=True, slots=True, order=True)
class Restatement:
    """One speaker says again what he said on an earlier day: the ids of both utterances."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True, order=True)
class CreditedElsewhere:
    """Two reports give one quotation to different speakers: the ids of both statements, `one` < `other`."""

    one: str
    other: str


def restatements(
    found: Sequence[Utterance], wordings: Sequence[Wording], *, fresh: Collection[str] | None = None
) -> tuple[Restatement, ...]:
    """Pairs of utterances of one speaker on different known days with the same content, sorted; order-free.

    Compared by the fullest wording of each utterance; an utterance without a speaker or a stated day restates nothing. `fresh` limits
    the pairs to those with one of these utterances; None takes all.
    """
    by_id = {wording.statement: wording for wording in wordings}
    dated = [(item, fullest) for item in found if (fullest := _fullest([by_id[name] for name in item.statements])) is not None]
    readings = {item.id: read(wording.text, wording.kind) for item, wording in dated}
    phrases: dict[tuple[str | None, tuple[str, ...]], list[tuple[date, str]]] = {}
    for item, wording in dated:
        for pair in readings[item.id].pairs:
            phrases.setdefault((wording.speaker, tuple(sorted(pair))), []).append((wording.said_on or date.max, item.id))
    links = {
        Restatement(earlier, later)
        for meeting in phrases.values()
        for (day, earlier), (other_day, later) in _pairs(meeting)
        if day < other_day
        and (fresh is None or earlier in fresh or later in fresh)
        and compared(readings[earlier], readings[later]) >= RESTATED
    }
    return tuple(sorted(links))


def _pairs(meeting: Sequence[tuple[date, str]]) -> Iterator[tuple[tuple[date, str], tuple[date, str]]]:
    ordered = sorted(meeting)
    for at, later in enumerate(ordered):
        for earlier in ordered[:at]:
            yield earlier, later


def _fullest(wordings: Sequence[Wording]) -> Wording | None:
    """The wording that says most of those with a speaker and a stated day."""
    rank: Mapping[Kind, int] = {Kind.DIRECT: 2, Kind.MIXED: 1, Kind.INDIRECT: 0}
    told = [wording for wording in wordings if wording.speaker is not None and wording.said_on is not None]
    return max(told, key=lambda wording: (rank[wording.kind], len(wording.text), wording.statement), default=None)


def credited_elsewhere(wordings: Sequence[Wording], *, fresh: Collection[str] | None = None) -> tuple[CreditedElsewhere, ...]:
    """Pairs of a quotation and a report of nearly the same words, of days that may be one, under different known names; sorted, order-free.

    A report within a report is left out: there it is the inner speaker's words that stand under the outer speaker's name. `fresh` limits
    the pairs to those with one of these statements; None takes all.
    """
    known = (wording for wording in wordings if wording.speaker is not None and not wording.nested)
    pool = [Read(wording, read(wording.text, wording.kind)) for wording in sorted(known, key=lambda wording: wording.statement)]
    blocks: dict[tuple[date | None, str], list[Read]] = {}
    for item in pool:
        for day in _days(item.wording):
            for key in item.reading.neighbours:
                blocks.setdefault((day, key), []).append(item)
    found = {
        CreditedElsewhere(one.wording.statement, other.wording.statement)
        for members in blocks.values()
        for one, other in combinations(members, 2)
        if (fresh is None or one.wording.statement in fresh or other.wording.statement in fresh) and _elsewhere(one, other)
    }
    return tuple(sorted(found))


def _days(wording: Wording) -> list[date | None]:
    return [*each_day(wording)] or [None]


def _elsewhere(one: Read, other: Read) -> bool:
    a, b = one.wording, other.wording
    if a.speaker == b.speaker or a.document == b.document or relation(a, b) not in (Days.SAME, Days.NEAR, Days.UNKNOWN):
        return False
    if a.kind is Kind.INDIRECT and b.kind is Kind.INDIRECT:
        return False
    return compared(one.reading, other.reading) >= ELSEWHERE or (quotations(a, b) and verbatim(one.reading, other.reading))

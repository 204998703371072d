"""Statements → utterances: each speech event behind its reports, however they came and in whatever order."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from verbale.ids import utterance_id
from verbale.matching.candidates import linked_pairs
from verbale.matching.compare import SAME_DAY
from verbale.matching.groups import Families, alike, components
from verbale.matching.pairs import VERBATIM, Read, likeness, within
from verbale.matching.reading import read
from verbale.values import Utterance, Wording

MOST = 300
"""Voices that are compared each with each; a larger family is first parted by links ever stronger."""

STRONGER = 0.1
"""By how much the bar for a large family's links rises."""

ON_AVERAGE = 0.42
"""Likeness that two groups of wordings need on average to be one utterance; keeps a wording of two sentences from joining both."""


def utterances(wordings: Sequence[Wording]) -> tuple[Utterance, ...]:
    """The utterances behind the wordings, every statement in exactly one, sorted by id; any order of the input gives the same result.

    Statements are compared where they share a block key (blocks.block_keys), linked pair by pair, and each family of linked statements
    is divided by average linkage. Raises nothing; statement ids must be unique.
    """
    return divided(families(wordings), wordings)


def divided(found_families: Iterable[tuple[str, ...]], wordings: Sequence[Wording]) -> tuple[Utterance, ...]:
    """The utterances of whole families, sorted by id; `wordings` holds all of their statements."""
    by_id = {wording.statement: wording for wording in wordings}
    found = [group for family in found_families for group in divide([by_id[statement] for statement in family])]
    return tuple(sorted((Utterance(utterance_id(group), group) for group in found), key=lambda utterance: utterance.id))


def families(
    wordings: Iterable[Wording], *, whole: Iterable[Collection[str]] = (), linked: Iterable[tuple[str, str]] | None = None
) -> tuple[tuple[str, ...], ...]:
    """The connected components of linked statements, each sorted, in sorted order: what must be divided together.

    `linked` are the links where they are known, with each of `whole` a set of statements that others connect; None finds them.
    """
    ordered = sorted(wordings, key=lambda wording: wording.statement)
    edges = linked_pairs(ordered) if linked is None else linked
    stars = ((first, name) for first, *rest in map(list, whole) for name in rest)
    with _uncollected():
        return tuple(sorted(tuple(sorted(family)) for family in components((w.statement for w in ordered), chain(edges, stars))))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: there are none here, and it would walk a corpus's readings again and again, a third of the time."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def joined(found: Sequence[tuple[str, ...]], ties: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The families with those made one that ties connect; a tie of a statement in none of them is passed over."""
    of = {statement: family for family in found for statement in family}
    edges = [(of[one], of[other]) for one, other in ties if one in of and other in of]
    return [tuple(sorted(name for family in group for name in family)) for group in components(found, edges)]


def divide(family: Sequence[Wording]) -> list[tuple[str, ...]]:
    """The statements of one family by utterance, each in order of (said on, published on, document, position).

    Wordings that are equal but for their documents are one voice, so that a wire story in many papers outweighs nothing. A family of two
    has nothing to divide: what links them is more than what groups them.
    """
    if len(family) <= 2:
        return [tuple(wording.statement for wording in sorted(family, key=_order))]
    voices: dict[tuple[object, ...], list[Wording]] = {}
    for wording in sorted(family, key=_order):
        alike_in = (wording.speaker, wording.said_on, wording.published_on, wording.kind, wording.nested, wording.text)
        voices.setdefault(alike_in, []).append(wording)
    groups = (group for part in _parts([_Voice.of(members) for members in voices.values()], SAME_DAY) for group in _grouped(part))
    members = (sorted((wording for voice in group for wording in voice.wordings), key=_order) for group in groups)
    return [tuple(wording.statement for wording in group) for group in members]


def _grouped(pool: Sequence[_Voice]) -> list[list[_Voice]]:
    groups = alike(len(pool), lambda one, other: pool[one].likeness(pool[other]), least=SAME_DAY, average=ON_AVERAGE)
    return [[pool[index] for index in group] for group in groups]


def _parts(pool: Sequence[_Voice], bar: float) -> list[Sequence[_Voice]]:
    """The pool, or where it is too large its parts that likenesses of the bar and more connect, and so on with a higher one."""
    if len(pool) <= MOST or bar > VERBATIM:
        return [pool]
    families = Families(range(len(pool)))
    for one, other in combinations(range(len(pool)), 2):
        if not families.together(one, other) and (pool[one].likeness(pool[other]) or 0.0) >= bar:
            families.join(one, other)
    return [part for group in families.all() for part in _parts([pool[index] for index in group], bar + STRONGER)]


@dataclass(frozen=True, slots=True)
class _Voice:
    """Equal wordings of several documents, read once."""

    wordings: tuple[Wording, ...]
    read: Read
    documents: frozenset[str]

    @classmethod
    def of(cls, members: Sequence[Wording]) -> _Voice:
        first = members[0]
        return cls(tuple(members), Read(first, read(first.text, first.kind)), frozenset(wording.document for wording in members))

    def likeness(self, other: _Voice) -> float | None:
        shared = self.documents & other.documents
        if shared and any(within(a, b) for a in self.wordings if a.document in shared for b in other.wordings):
            return None
        return likeness(self.read, other.read)


def _order(wording: Wording) -> tuple[date, date, str, int, str]:
    said = wording.said_on or wording.published_on or date.max
    return said, wording.published_on or date.max, wording.document, wording.position, wording.statement

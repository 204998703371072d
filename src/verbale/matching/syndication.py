"""Documents → syndication: which carry the same text, whole or in part, and so are one witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

import numpy as np

from verbale.ids import syndication_id
from verbale.matching.fingerprint import Fingerprinted, Hashes, distinct
from verbale.matching.groups import components
from verbale.values import Copy, Published, Syndication

COPIED = 0.5
"""Share of the shorter document's 6-grams from which two documents carry the same text."""

LEAST_GRAMS = 12
"""Shared 6-grams below which nothing is a copy: a stub of two sentences proves nothing."""

STANDING = 50
"""Documents of one publisher that carry a passage before it counts as the publisher's furniture and no longer as copied text."""

SHARED_MARKS = 0.2
"""Share of the shorter document's marks below which two documents are not compared: half of the text shared gives 0.3 and more."""


Standing = frozenset[tuple[str, int]]
"""(publisher, mark) of passages that a publisher carries in STANDING documents or more."""


def standing(documents: Iterable[Fingerprinted]) -> Standing:
    """The standing passages of the publishers, counted over all documents given; a document without a publisher has none."""
    marks: dict[str, list[Hashes]] = {}
    for document in documents:
        if document.publisher is not None:
            marks.setdefault(document.publisher, []).append(document.mark_values)
    found: set[tuple[str, int]] = set()
    for publisher, own in marks.items():
        if len(own) >= STANDING:
            values, counts = np.unique(np.concatenate(own), return_counts=True)
            found.update((publisher, int(value)) for value in values[counts >= STANDING])
    return frozenset(found)


def own_grams(document: Fingerprinted, passages: Standing) -> Hashes:
    """The distinct 6-grams of a document, sorted, without those between two standing marks."""
    if document.publisher is None or not passages or not len(document.marks):
        return distinct(document.grams)
    flags = np.array([(document.publisher, int(value)) in passages for value in document.grams[document.marks]])
    if not flags.any():
        return distinct(document.grams)
    after = np.searchsorted(document.marks, np.arange(len(document.grams)))
    before = np.searchsorted(document.marks, np.arange(len(document.grams)), side="right") - 1
    last = len(flags) - 1
    covered = flags[np.minimum(after, last)] & flags[np.maximum(before, 0)]
    return distinct(document.grams[~covered])


def copies(
    documents: Sequence[Fingerprinted], *, passages: Standing | None = None, fresh: Collection[str] | None = None
) -> tuple[Copy, ...]:
    """Every pair of documents that carry the same text, sorted; any order of the input gives the same result.

    `passages` are the publishers' standing passages; None counts them in `documents`, which is right where these are all there are.
    `fresh` limits the pairs to those with one of these documents at least; None takes all.
    """
    known = standing(documents) if passages is None else passages
    pool = sorted(documents, key=lambda document: document.document)
    grams = [own_grams(document, known) for document in pool]
    marks = [np.intersect1d(document.mark_values, own, assume_unique=True) for document, own in zip(pool, grams, strict=True)]
    found = []
    wanted = None if fresh is None else {index for index, document in enumerate(pool) if document.document in fresh}
    for one, other in _candidates(marks):
        if wanted is not None and one not in wanted and other not in wanted:
            continue
        value = _containment(grams[one], grams[other])
        if value >= COPIED:
            found.append(Copy(pool[one].document, pool[other].document, value))
    return tuple(sorted(found))


def _containment(one: Hashes, other: Hashes) -> float:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return round(shared / min(len(one), len(other)), 4) if shared >= LEAST_GRAMS else 0.0


def _candidates(marks: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of indices, lower first, that share enough marks; each once.

    A pair that shares `SHARED_MARKS` of the shorter one's marks shares one of any 1 - SHARED_MARKS of them: so each document looks
    others up by its rarest marks only, and passages that many documents carry cost nothing (prefix filter, Chaudhuri et al. 2006).
    """
    if not marks:
        return
    values = np.concatenate([*marks, np.zeros(0, dtype=np.uint64)])
    owners = np.repeat(np.arange(len(marks)), [len(own) for own in marks])
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    seen: set[tuple[int, int]] = set()
    for index, own in enumerate(marks):
        starts, ends = np.searchsorted(values, own), np.searchsorted(values, own, side="right")
        prefix = len(own) - int(np.ceil(SHARED_MARKS * len(own))) + 1
        rarest = np.argsort(ends - starts, kind="stable")[:prefix]
        met: set[int] = set()
        for at in rarest:
            if ends[at] - starts[at] > 1:
                met.update(owners[starts[at] : ends[at]].tolist())
        met.discard(index)
        for other in sorted(met):
            pair = (min(index, other), max(index, other))
            if len(marks[other]) >= len(own) and pair not in seen and _enough(own, marks[other]):
                seen.add(pair)
                yield pair


def _enough(short: Hashes, long: Hashes) -> bool:
    return len(np.intersect1d(short, long, assume_unique=True)) >= SHARED_MARKS * len(short)


def syndications(
    documents: Sequence[Fingerprinted], *, agencies: Collection[str] = (), passages: Standing | None = None
) -> tuple[Syndication, ...]:
    """Clusters of two or more documents that carry the same text, sorted by id; any order of the input gives the same result.

    The head is the earliest document of one of `agencies` (publishers as documents name them), or else the earliest of all.
    """
    return clusters(documents, copies(documents, passages=passages), agencies=agencies)


def likely(own: Mapping[str, Collection[int]], carried: Iterable[tuple[int, str, int]]) -> frozenset[str]:
    """The documents on file that share enough marks with one of `own` to be compared with it.

    `own` are the marks of documents by id, without standing passages; `carried` tells which document on file carries which mark, without
    standing passages, and how many it carries in all. What is left out can be no copy.
    """
    sizes: dict[str, int] = {}
    by_mark: dict[int, list[str]] = {}
    for mark, document, marks in carried:
        sizes[document] = marks
        by_mark.setdefault(mark, []).append(document)
    found: set[str] = set()
    for marks_here in own.values():
        shared = Counter(document for mark in marks_here for document in by_mark.get(mark, ()))
        found.update(name for name, count in shared.items() if count >= SHARED_MARKS * min(len(marks_here), sizes[name]))
    return frozenset(found - own.keys())


class Filed(Protocol):
    """What clusters need to know of a document."""

    @property
    def document(self) -> str:
        """Its id."""

    @property
    def publisher(self) -> str | None:
        """Its publisher as it names it."""

    @property
    def published(self) -> Published:
        """When it was published."""

    @property
    def length(self) -> int:
        """Its 6-grams, furniture left out."""


def clusters(documents: Sequence[Filed], pairs: Sequence[Copy], *, agencies: Collection[str] = ()) -> tuple[Syndication, ...]:
    """The clusters that the copies among the documents make, sorted by id.

    Each document belongs to the one before it that it has most in common with, agencies coming before others and then the earlier
    before the later: cuts of one story join it and each other, while a round-up joins only one of the stories that it carries.
    """
    by_id = {document.document: document for document in documents}
    near: dict[str, list[tuple[float, str]]] = {}
    for pair in pairs:
        near.setdefault(pair.one, []).append((pair.containment, pair.other))
        near.setdefault(pair.other, []).append((pair.containment, pair.one))
    ranks = {name: _precedence(by_id[name], agencies) for name in near}
    edges = []
    for name, others in near.items():
        before = [(-value, ranks[other], other) for value, other in others if ranks[other] < ranks[name]]
        if before:
            edges.append((name, min(before)[2]))
    found = [_cluster([by_id[name] for name in family], agencies) for family in components(sorted(near), edges) if len(family) > 1]
    return tuple(sorted(found, key=lambda cluster: cluster.id))


def _cluster(members: Sequence[Filed], agencies: Collection[str]) -> Syndication:
    names = tuple(sorted(member.document for member in members))
    return Syndication(syndication_id(names), min(members, key=lambda member: _precedence(member, agencies)).document, names)


def _precedence(member: Filed, agencies: Collection[str]) -> tuple[bool, date, bool, str, int, str]:
    """Agencies first, then by day, by moment where known, the longest, and the id."""
    day, moment = member.published.on or date.max, member.published.at
    return (
        member.publisher not in agencies,
        day,
        moment is None,
        moment.isoformat() if moment else "",
        -member.length,
        member.document,
    )

"""A day for documents without one, from documents that tell of the same: per corpus, the same in any order of arrival."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.resolve.text import words_of
from verbale.values import Document, Known, Published

LIKENESS = 0.18
"""Share of a document's weighed words that a neighbour must have; under it two texts on one negotiation tell of different days."""

SHORTEST = 4
"""Letters of a word that counts."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text, and the day that it came with, if any."""

    document: str
    text: str
    on: date | None


Offer = tuple[float, str, str, date]
"""The likeness of two documents, negated so that the surest is the least; the undated one, the other one, and its day."""


def dated_by_neighbours(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, in the order given, those without a day dated as `days_by_neighbours` says, with `known` inferred."""
    days = days_by_neighbours(lambda: (Told(document.id, document.text, document.published.on) for document in documents))
    return tuple(
        replace(document, published=Published(on=days[document.id], at=None, known=Known.INFERRED))
        if document.published.on is None and document.id in days
        else document
        for document in documents
    )


def days_by_neighbours(corpus: Callable[[], Iterable[Told]]) -> Mapping[str, date]:
    """The days, by document, of those that came without one and are like one with a day; `corpus` is read twice.

    Likeness is the share of words in common, rare words weighing more. A day passes on from the surest pair to the next, so a chain of
    copies and follow-ups takes the day of its dated end. Where nothing is like it, a document stays without a day. Of the texts with a
    day none is held: memory grows with the undated ones and the distinct words of all, time with both numbers of texts, multiplied.
    """
    spread: Counter[str] = Counter()
    texts, bags = 0, dict[str, frozenset[str]]()
    for told in corpus():
        bag = _bag(told.text)
        spread.update(bag)
        texts += 1
        if told.on is None:
            bags[told.document] = bag
    if not bags or texts == len(bags):
        return {}
    likeness = _Likeness({word: math.log(1 + texts / count) for word, count in spread.items()}, bags)
    best: dict[str, Offer] = {}
    for told in corpus():
        if told.on is not None:
            for offer in likeness.offers(told.document, _bag(told.text), told.on, bags):
                best[offer[1]] = min(offer, best.get(offer[1], offer))
    return _passed_on(list(best.values()), likeness)


def _passed_on(queue: list[Offer], likeness: _Likeness) -> dict[str, date]:
    """The days once each document that has one has offered it to those that have none."""
    days: dict[str, date] = {}
    open_ = set(likeness.bags)
    heapq.heapify(queue)
    while queue and open_:
        _, document, _, day = heapq.heappop(queue)
        if document in open_:
            open_.discard(document)
            days[document] = day
            for offer in likeness.offers(document, likeness.bags[document], day, open_):
                heapq.heappush(queue, offer)
    return days


class _Likeness:
    """How like each other documents are; `bags` are the words of the undated ones."""

    def __init__(self, weight: Mapping[str, float], bags: Mapping[str, frozenset[str]]) -> None:
        self.bags = bags
        self._weight = weight
        self._total = {document: self._sum(bag) for document, bag in bags.items()}

    def offers(self, source: str, words: frozenset[str], day: date, others: Collection[str]) -> Iterator[Offer]:
        """The offers of a document with a day to undated ones that are like it."""
        total = self._sum(words)
        for document in others:
            shared = self._sum(self.bags[document] & words)
            likeness = shared / (min(self._total[document], total) or 1.0)
            if likeness >= LIKENESS:
                yield -likeness, document, source, day

    def _sum(self, words: Iterable[str]) -> float:
        return math.fsum(map(self._weight.__getitem__, words))  # exact, so that the order of a set does not show


def _bag(text: str) -> frozenset[str]:
    return frozenset(word.key for word in words_of(text) if len(word.key) >= SHORTEST)

"""A day for documents without one, from documents that tell of the same: per corpus, the same in any order of arrival."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verbale.resolve.text import words_of
from verbale.values import Document, Known, Published

LIKENESS = 0.18
"""Share of a document's weighed words that a neighbour must have; under it two texts on one negotiation tell of different days."""

SHORTEST = 4
"""Letters of a word that counts."""


def dated_by_neighbours(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, in the order given; one without a day takes that of the document most like it, with `known` inferred.

    Likeness is the share of words in common, rare words weighing more. A day passes on from the surest pair to the next, so a chain of
    copies and follow-ups takes the day of its dated end. Where nothing is like it, a document stays without a day. The cost grows with
    the undated documents times all.
    """
    bags = [frozenset(word.key for word in words_of(document.text) if len(word.key) >= SHORTEST) for document in documents]
    days: dict[int, date] = {
        number: document.published.on for number, document in enumerate(documents) if document.published.on is not None
    }
    open_ = {number for number in range(len(documents)) if number not in days}
    if not open_ or not days:
        return tuple(documents)
    spread = Counter(word for bag in bags for word in bag)
    weight = {word: math.log(1 + len(bags) / count) for word, count in spread.items()}
    total = [math.fsum(sorted(weight[word] for word in bag)) for bag in bags]
    queue: list[tuple[float, str, str, int, int]] = []

    def offer(source: int) -> None:
        for number in open_:
            shared = math.fsum(sorted(weight[word] for word in bags[number] & bags[source]))
            likeness = shared / (min(total[number], total[source]) or 1.0)
            if likeness >= LIKENESS:
                heapq.heappush(queue, (-likeness, documents[number].id, documents[source].id, number, source))

    for number in sorted(days, key=lambda n: documents[n].id):
        offer(number)
    while queue and open_:
        _, _, _, number, source = heapq.heappop(queue)
        if number in open_:
            open_.discard(number)
            days[number] = days[source]
            offer(number)
    return tuple(
        document if document.published.on is not None or number not in days else _dated(document, days[number])
        for number, document in enumerate(documents)
    )


def _dated(document: Document, day: date) -> Document:
    return replace(document, published=Published(on=day, at=None, known=Known.INFERRED))

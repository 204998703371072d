"""A first method's findings, and a second's where the first found nothing or saw no inner level.

The trained tagger draws spans better than the rules do, but it learned from a corpus without nesting; the rules see who is reported inside
a report. docs/research/attribution.md has the figures of each and of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from verbale.attribution import Attributor
from verbale.attribution.quotes import places
from verbale.values import Attribution, Document

SAME = 0.5
"""Intersection over union, in characters, from which two contents are one finding."""


class Completing(Protocol):
    """A method that reads only where another may have missed something."""

    @property
    def name(self) -> str:
        """The name and version of the method."""
        ...

    def beside(self, document: Document, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
        """The attributions of one document wherever there may be others than those `found`."""
        ...


class Joined:
    """Everything that `first` finds, with what `second` finds beside it or within it."""

    def __init__(self, first: Attributor, second: Completing) -> None:
        self._first, self._second = first, second

    @property
    def name(self) -> str:
        """Both methods' names."""
        return f"{self._first.name}&{self._second.name}"

    def attribute(self, documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
        """The attributions of each document, in the order given."""
        pairs = zip(documents, self._first.attribute(documents), strict=True)
        return [joined(found, self._second.beside(document, found)) for document, found in pairs]


def joined(first: Sequence[Attribution], second: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Two methods' attributions of one document as one, sorted and with the nesting told anew."""
    held = [(places(attribution.content), places(attribution.cue)) for attribution in first]
    kept = [*first, *(attribution for attribution in second if _adds(attribution, held))]
    ordered = sorted(kept, key=lambda a: (a.content[0].start, -a.content[-1].end, a.source, a.cue))
    contents = [places(attribution.content) for attribution in ordered]
    return tuple(replace(attribution, nested_in=holder(contents, i)) for i, attribution in enumerate(ordered))


def _adds(attribution: Attribution, held: Sequence[tuple[frozenset[int], frozenset[int]]]) -> bool:
    """Whether a finding lies apart from all others, or within one as a smaller part of it that another cue and a source signal."""
    content, cue = places(attribution.content), places(attribution.cue)
    touching = [(other, signal) for other, signal in held if content & other]
    if any(len(content & other) / len(content | other) >= SAME or cue & signal for other, signal in touching):
        return False
    return not touching or (bool(attribution.source) and any(content < other for other, _ in touching))


def holder(contents: Sequence[frozenset[int]], place: int) -> int | None:
    """The index of the smallest content that holds the one at `place` and is larger; None where there is none."""
    outer = [i for i, other in enumerate(contents) if contents[place] < other]
    return min(outer, key=lambda i: (len(contents[i]), i), default=None)

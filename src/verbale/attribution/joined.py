"""A first method's findings, and a second's where the first found nothing or saw no inner level.

The trained tagger draws spans better than the rules do, but it learned from a corpus without nesting; the rules see who is reported inside
a report. docs/research/attribution.md has the figures of each and of both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from verbale.attribution import Attributor
from verbale.attribution.quotes import places
from verbale.attribution.tidied import of_people, relaying, tidied
from verbale.values import Attribution, Document, quote

SAME = 0.5
"""Intersection over union, in characters, from which two contents are one finding."""
POST = "/tweet"
"""The family of posts with a signature."""
NEAR = 3
"""Characters up to which a content follows its cue at once."""
CLOSING = ("/quote-tag", "/according", "/passive", "/parenthetic")
"""Families whose tag may follow its content."""

OUTER = ("/clausal", "/closing", "/parenthetic")
"""Families whose verb of speech may stand around what the first method saw: "a truce that Orlan might accept is near, sources said"."""

INNER = ("/clausal", "/infinitive", "/position", "/belief", "/object", "/preposition")
"""Families of stands that a speaker may tell of another."""
SAME_ONE = re.compile(r"(?:i|we|you|he|she|it|they|who|that|which|(?:mon|tues|wednes|thurs|fri|satur|sun)day)", re.IGNORECASE)
"""Sources that may be the speaker himself, or a day."""

WEAK = 0.5
"""The probability under which a finding may be the subordinate clause of what a speaker said."""


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
        return [self._of(document, found) for document, found in zip(documents, self._first.attribute(documents), strict=True)]

    def _of(self, document: Document, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
        others, text = self._second.beside(document, found), document.text
        told = [attribution for attribution in others if tells(text, attribution)]
        return nested(tidied(text, together(found, others, relays=relaying(text, found, others), told=told)))


def together(
    first: Sequence[Attribution], second: Sequence[Attribution], *, relays: Sequence[Attribution] = (), told: Sequence[Attribution] = ()
) -> list[Attribution]:
    """The first method's attributions, then those of the second that add to them: a part of one's content, unless it is most of it.

    What `relays` of the first pass on is added too, and those of the second that are `told`, however much of a content they are.
    """
    held = [_held(one, one in relays) for one in first]
    return [*first, *(attribution for attribution in second if _adds(attribution, held, told=attribution in told))]


def tells(text: str, attribution: Attribution) -> bool:
    """Whether it is a stand that is another's than the speaker's who tells of it: "the agency said that Orlan refuses to meet"."""
    source = " ".join(quote(text, attribution.source).split())
    return attribution.found_by.endswith(INNER) and not SAME_ONE.fullmatch(source) and of_people(source)


def nested(kept: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions sorted, each with the one that holds it."""
    ordered = sorted(kept, key=lambda a: (a.content[0].start, -a.content[-1].end, a.source, a.cue))
    contents = [places(attribution.content) for attribution in ordered]
    return tuple(replace(attribution, nested_in=holder(contents, i)) for i, attribution in enumerate(ordered))


@dataclass(frozen=True, slots=True)
class _Held:
    """The characters of a finding of the first method, whether it is weak, and whether it only relays another's words."""

    content: frozenset[int]
    cue: frozenset[int]
    all: frozenset[int]
    weak: bool
    relays: bool


def _held(one: Attribution, relays: bool) -> _Held:
    content, cue = places(one.content), places(one.cue)
    return _Held(content, cue, content | cue | places(one.source), one.probability < WEAK, relays)


def _adds(attribution: Attribution, held: Sequence[_Held], *, told: bool) -> bool:
    """Whether a finding lies apart from all others, within one as a smaller part of it that a source and a cue signal, or around them.

    A signed post is one finding whatever the first method saw in its words.
    """
    content, cue = places(attribution.content), places(attribution.cue)
    touching = [one for one in held if content & one.content]
    if any(cue & one.cue for one in held):
        return False
    if not touching or attribution.found_by.endswith(POST):
        return True
    if not attribution.source or not attribution.cue:
        return False
    if attribution.found_by.endswith(OUTER) and len(attribution.content) == 1 and all(one.weak and one.all < content for one in touching):
        return True
    if _runs_before(attribution):
        return False
    tag = cue | places(attribution.source)
    whole = [one for one in touching if not (told or one.relays) or not tag <= one.content]
    if any(len(content & one.content) / len(content | one.content) >= SAME for one in whole):
        return False
    near = 0 <= attribution.content[0].start - attribution.cue[-1].end <= NEAR
    return any(content < one.content and (near or tag <= one.content) for one in touching)


def _runs_before(attribution: Attribution) -> bool:
    """Whether a content stands before a source and a cue that do not close it: of clauses in a row the parse takes one for said."""
    signal = min(part.start for part in (*attribution.source, *attribution.cue))
    return attribution.content[0].start < signal and not attribution.found_by.endswith(CLOSING)


def holder(contents: Sequence[frozenset[int]], place: int) -> int | None:
    """The index of the smallest content that holds the one at `place` and is larger; None where there is none."""
    outer = [i for i, other in enumerate(contents) if contents[place] < other]
    return min(outer, key=lambda i: (len(contents[i]), i), default=None)

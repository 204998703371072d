"""Sentences of a passage with their places, without a parser: what analysis reads for things that nobody is credited with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verbale.analysis.testimony import Passage
from verbale.analysis.wording import lowered
from verbale.values import Span

_BREAK = re.compile(
    r"[.!?…\r\n](?:(?<=[.!?…])[\"”’'»)\]]*(?P<gap>[^\S\r\n]+)(?=[\"“‘«(\[]?[A-ZА-ЯЁІЇЄҐ0-9])|(?<=\n)\s*|(?<=\r)\n\s*)",
)
"""Where a sentence or a line ends; that it begins with one of few characters makes looking for it five times as fast."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|Prof|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|Inc|Co|Ltd|Jr|Sr)|\b[A-Z])\.$"
)
LONGEST = 5
"""Characters of the longest abbreviation with its full stop."""

_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its characters as they stand (`raw`), with every white-space character as a blank (`text`), and so in
    small letters (`low`).

    All have the same length, so that a place in one is a place in the other.
    """

    span: Span
    raw: str
    text: str
    low: str

    def place(self, start: int, end: int) -> Span:
        """The span in the document's text of a range of this sentence's characters."""
        return Span(self.span.start + start, self.span.start + end)


def sentences(passage: Passage) -> tuple[Sentence, ...]:
    """The sentences of a passage in order, without those that lie in site furniture."""
    prose = Prose(passage)
    return tuple(one for at in range(len(prose)) if (one := prose.sentence(at)) is not None)


class Prose:
    """The pieces of a passage, each a sentence or furniture; a sentence is made when it is asked for: of most nobody asks."""

    def __init__(self, passage: Passage) -> None:
        self._text, self._furniture = passage.text, sorted(passage.furniture)
        self._pieces = list(_pieces(passage.text))
        self._made: dict[int, Sentence | None] = {}

    def __len__(self) -> int:
        return len(self._pieces)

    def around(self, places: Iterable[int]) -> list[int]:
        """The numbers, in order, of the pieces in which places in the text lie."""
        starts = [start for start, _ in self._pieces]
        return sorted({max(0, bisect_right(starts, place) - 1) for place in places})

    def sentence(self, number: int) -> Sentence | None:
        """A sentence; None for furniture and for what has no letters."""
        if number not in self._made:
            self._made[number] = self._make(*self._pieces[number])
        return self._made[number]

    def _make(self, start: int, end: int) -> Sentence | None:
        raw = self._text[start:end]
        if not ("A" <= raw[0] <= "Z" or raw.lower() != raw.upper()):
            return None
        if any(span.start <= start < span.end for span in self._furniture):
            return None
        text = raw if raw.isprintable() else _SPACE.sub(" ", raw)
        return Sentence(Span(start, end), raw, text, lowered(text))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of sentences, trimmed of white space. A line that ends within a sentence is wrapped, not ended."""
    start = 0
    for match in _BREAK.finditer(text):
        end = match.start("gap")
        if end >= 0:
            if _ABBREVIATION.search(text, max(start, end - LONGEST), end):
                continue
        elif _wrapped(text, start, match):
            continue
        else:
            end = match.start()
        if text[start].isspace() or text[end - 1].isspace():
            yield from _trimmed(text, start, end)
        elif start < end:
            yield start, end
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _wrapped(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a single line break stands within a sentence: the next line goes on in small letters or the last one ends on a comma."""
    if match.group().count("\n") > 1 or match.end() >= len(text):
        return False
    before = text[start : match.start()].rstrip()
    return text[match.end()].islower() or before.endswith(",")


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end

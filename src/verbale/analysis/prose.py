"""Sentences of a passage with their places, without a parser: what analysis reads for things that nobody is credited with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.analysis.testimony import Passage
from verbale.values import Span

_BREAK = re.compile(
    r"(?<=[.!?…])(?:[\"”’'»)\]]+)?(?P<gap>[ \t]+)(?=[\"“‘«(\[]?[A-ZА-ЯЁІЇЄҐ0-9])|(?P<line>[ \t]*\r?\n\s*)",
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|Prof|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|Inc|Co|Ltd|Jr|Sr)|\b[A-Z])\.$"
)
_CLOSED = re.compile(r"[.!?…:;,][\"”’'»)\]]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the text, its characters, the line it stands in, and whether it is a line without an end (a heading)."""

    span: Span
    text: str
    line: int
    heading: bool

    def place(self, start: int, end: int) -> Span:
        """The span in the document's text of a range of this sentence's characters."""
        return Span(self.span.start + start, self.span.start + end)


def sentences(passage: Passage) -> tuple[Sentence, ...]:
    """The sentences of a passage in order, without those that lie in site furniture."""
    furniture = sorted(passage.furniture)
    starts = [span.start for span in furniture]
    found = []
    for start, end, line in _pieces(passage.text):
        text = passage.text[start:end]
        at = bisect_right(starts, start) - 1
        in_furniture = at >= 0 and furniture[at].end > start
        if not in_furniture and any(letter.isalpha() for letter in text):
            found.append(Sentence(Span(start, end), text, line, _CLOSED.search(text) is None))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int, int]]:
    """Ranges of sentences with the number of their line, trimmed of white space."""
    start, line = 0, 0
    for match in _BREAK.finditer(text):
        new_line = match.group("line") is not None
        end = match.start("line") if new_line else match.start("gap")
        if not new_line and _ABBREVIATION.search(text, start, end):
            continue
        yield from _trimmed(text, start, end, line)
        start, line = match.end(), line + new_line
    yield from _trimmed(text, start, len(text), line)


def _trimmed(text: str, start: int, end: int, line: int) -> Iterator[tuple[int, int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end, line

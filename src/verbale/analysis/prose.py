"""Sentences of a passage with their places, without a parser: what analysis reads for things that nobody is credited with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
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

    @property
    def low(self) -> str:
        """The sentence in small letters."""
        return lowered(self.text)

    def place(self, start: int, end: int) -> Span:
        """The span in the document's text of a range of this sentence's characters."""
        return Span(self.span.start + start, self.span.start + end)


def sentences(passage: Passage) -> tuple[Sentence, ...]:
    """The sentences of a passage in order, without those that lie in site furniture."""
    furniture = sorted(passage.furniture)
    starts = [span.start for span in furniture]
    found = []
    for start, end in _pieces(passage.text):
        at = bisect_right(starts, start) - 1
        raw = passage.text[start:end]
        if (at < 0 or furniture[at].end <= start) and ("A" <= raw[0] <= "Z" or raw.lower() != raw.upper()):
            found.append(Sentence(Span(start, end), raw, raw if raw.isprintable() else _SPACE.sub(" ", raw)))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of sentences, trimmed of white space. A line that ends within a sentence is wrapped, not ended."""
    start = 0
    for match in _BREAK.finditer(text):
        ends_line, end = match.lastgroup is None, match.start(match.lastgroup or 0)
        if _wrapped(text, start, match) if ends_line else _ABBREVIATION.search(text, max(start, end - LONGEST), end):
            continue
        yield from _trimmed(text, start, end)
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

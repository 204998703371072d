"""Blocks and sentences of a raw text, by its layout and punctuation alone; good enough to tell furniture from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.values import Span

# Both patterns begin with one class of characters, for which the engine searches many times faster than for alternatives.
_BREAK = re.compile(r"[\n\r\t\f\v\u2028\u2029 \u00a0\u200d](?:(?<![ \u00a0\u200d])[\n\r\t\f\v\u2028\u2029]*|[ \u00a0\u200d]+)")
_END = re.compile(
    r"[.!?…](?:(?P<sure>(?=\s+\d)|(?<!…)(?=\s*©))"
    r"|[\"”’»')\]*_]*(?=\s+[\"“‘«'(\[*_©]*[^\W\d_a-zа-яіїєґё])"
    r"|(?<!…)(?P<quoted>[\"”’])(?=\s*©))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Gov|Lt|Col|Maj|Sgt|Capt|Adm|St|Jr|Sr|Rev|Hon|No|vs|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Mass|Calif|Fla|Conn|Ariz|Wis|Tenn|Ky|Ala|Pa|Va|Md|Mo|им|г|р|ст)|\b(?:[A-Z]\.)*[A-ZА-Я])$"
)


def blocks(text: str) -> Iterator[Span]:
    """The stretches between line breaks, tabs and runs of two or more spaces, without white space at their ends."""
    start = 0
    for match in _BREAK.finditer(text):
        yield from trimmed(text, start, match.start())
        start = match.end()
    yield from trimmed(text, start, len(text))


def sentences(text: str, block: Span) -> Iterator[Span]:
    """The sentences of one block, without white space at their ends."""
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.lastgroup or not _ABBREVIATION.search(text, max(start, match.start() - 8), match.start()):
            yield from trimmed(text, start, match.end())
            start = match.end()
    yield from trimmed(text, start, block.end)


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The range without white space at its ends; nothing where only white space is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def merged(spans: list[Span]) -> list[Span]:
    """The spans in text order, those that overlap or touch as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result

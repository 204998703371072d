"""What pages are made of: citations that resolve to characters, and sentences that end in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.values import Judged, Known, Span, Spans


@dataclass(frozen=True, slots=True)
class CitationView:
    """One place in one document: `quote` are the exact characters of the spans, joined by an ellipsis where they are apart.

    `publisher` is its name, None where unknown; `path` opens from where the record was made; `number` counts from 1 on its page.
    """

    number: int
    document: str
    path: str
    title: str | None
    url: str | None
    publisher: str | None
    published: date | None
    known: Known
    spans: Spans
    quote: str
    statement: str | None
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Characters of a citation as a page shows them, unchanged; `spans` are their place.

    `own_words` says that the speaker is quoted directly; `cut` that words are left out at the end.
    """

    text: str
    citation: int
    own_words: bool
    spans: Spans
    cut: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a page: its text without the numbers, the quotations in it, and the numbers that support it, at least one."""

    text: str
    quotes: tuple[Quoted, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences on one thing; `subject` is a short bold opening ("Neutral status"), or None."""

    subject: str | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under a heading; never empty."""

    id: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


def sentence(*pieces: str | Quoted, also: Sequence[int] = ()) -> Sentence:
    """A sentence out of words and quotations, cited by its quotations and by `also`; ValueError where nothing supports it."""
    quotes = tuple(piece for piece in pieces if isinstance(piece, Quoted))
    numbers = tuple(dict.fromkeys((*(quoted.citation for quoted in quotes), *also)))
    if not numbers:
        raise ValueError("a sentence without a citation")
    text = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    return Sentence(_capital(" ".join(text.split()) if not quotes else text), quotes, numbers)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def part(span: Span, start: int, end: int) -> Span:
    """The span of a range of a span's own characters."""
    return Span(span.start + start, span.start + end)

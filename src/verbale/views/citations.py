"""Numbering a page's citations in order of first use, and cutting quotations without changing a character."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.analysis.findings import Fact
from verbale.analysis.testimony import Citation, Testimony
from verbale.dossier.model import Dossier
from verbale.values import Document, Judged, Kind, Span, Spans, quote
from verbale.views.page import CitationView, Quoted
from verbale.views.source import Source

LONG = 260
"""Characters beyond which a quotation in running text is cut."""

SHORT = 110
"""Characters that a cut quotation keeps at least, where a clause ends there."""

LEAST_SENTENCE = 60
"""Characters that a cut quotation keeps at least, where a whole sentence ends there."""

_SENTENCE_END = re.compile(r"[.!?](?=[\"”’']?\s+[A-Z“\"‘])")
_OPENING = "\"“”„«‘'`"
_CLOSING = "\"“”»’'`"
_CLAUSE_END = re.compile(r"[,;:.!?–—](?=\s)|\s(?=(?:and|but|which|who|while|because|although|as|that)\s)")


_JOINT = re.compile(
    r"(?:that,?|because)\s+(?=[\"“‘A-Z]|(?:the|an?|he|she|it|they|we|i|there|this|these|those|his|her|its|their|our|if|no|not|any|all|both|some)\b)"
)
"""A "that" or "because" which joins reported words to their cue and is no part of a sentence of its own."""


class Citations:
    """The citations of one page, numbered as they are used; equal places share a number."""

    def __init__(self, source: Source, dossier: Dossier) -> None:
        self._source = source
        self._dossier = dossier
        self._documents: dict[str, Document] = {}
        self._numbers: dict[tuple[str, Spans], int] = {}
        self._made: list[CitationView] = []

    def document(self, document_id: str) -> Document:
        """A document, read once a page."""
        if document_id not in self._documents:
            self._documents[document_id] = self._source.document(document_id)
        return self._documents[document_id]

    def number(self, citation: Citation, judged: Judged | None = None) -> int:
        """The number of a citation, new where the place is; `judged` says that a person looked at the statement."""
        key = (citation.document, citation.spans)
        known = self._numbers.get(key)
        if known is not None:
            return known
        self._made.append(self._view(citation, judged))
        self._numbers[key] = len(self._made)
        return len(self._made)

    def of(self, testimony: Testimony) -> int:
        """The number of a testimony's content."""
        return self.number(citation_of(testimony), testimony.statement.judged)

    def every(self, testimonies: Sequence[Testimony], *, most: int = 3) -> tuple[int, ...]:
        """The numbers of testimonies, one a witness, at most `most`."""
        heads = {t.witness: t for t in reversed(testimonies)}
        chosen = [t for t in testimonies if heads[t.witness] is t]
        return tuple(self.of(t) for t in chosen[:most])

    def views(self) -> tuple[CitationView, ...]:
        """All citations of the page in order."""
        return tuple(self._made)

    def fact(self, fact: Fact, *, whole: bool = False) -> Quoted:
        """A fact as a quotation, cut where it is long."""
        return self._quoted(fact.citation, self.number(fact.citation), own_words=False, whole=whole)

    def words(self, testimony: Testimony, *, whole: bool = False, part: Spans | None = None) -> Quoted:
        """A testimony's content, or a part of it, without outer quotation marks and the last full stop, cut where it is long."""
        direct = testimony.statement.attribution.kind is Kind.DIRECT
        return self._quoted(citation_of(testimony), self.of(testimony), own_words=direct, whole=whole, part=part)

    def _quoted(self, citation: Citation, number: int, *, own_words: bool, whole: bool, part: Spans | None = None) -> Quoted:
        text = self.document(citation.document).text
        chosen = part or citation.spans
        spans = tuple(kept for span in chosen if (kept := bare(text, span)) is not None) or chosen
        joint = None if own_words else _JOINT.match(text, spans[0].start, spans[0].end)
        if joint is not None:
            spans = (Span(joint.end(), spans[0].end), *spans[1:])
        shown = spans if whole else cut(text, spans)
        return Quoted(quote(text, shown), number, own_words, shown, shown[-1].end < spans[-1].end)

    def _view(self, citation: Citation, judged: Judged | None) -> CitationView:
        document = self.document(citation.document)
        publisher = self._dossier.publisher(document.publisher)
        return CitationView(
            number=len(self._made) + 1,
            document=document.id,
            path=document.path,
            title=document.title,
            url=document.url,
            publisher=publisher.name if publisher is not None else document.publisher,
            published=document.published.on,
            known=document.published.known,
            spans=citation.spans,
            quote=quote(document.text, citation.spans),
            statement=citation.statement,
            judged=judged,
        )


def citation_of(testimony: Testimony) -> Citation:
    """Where a testimony stands."""
    return Citation(testimony.statement.document, testimony.content, testimony.statement.id)


def bare(text: str, span: Span) -> Span | None:
    """A span without white space, outer quotation marks, a last comma, dash or full stop; None where nothing is left."""
    start, end = span.start, span.end
    changed = True
    while changed and start < end:
        changed = False
        if text[start].isspace() or (text[start] in _OPENING and not _opens_within(text, start, end)):
            start, changed = start + 1, True
        elif text[end - 1].isspace() or text[end - 1] in ",.;:-–—" or (text[end - 1] in _CLOSING and not _closes_within(text, start, end)):
            end, changed = end - 1, True
    return Span(start, end) if start < end else None


def _opens_within(text: str, start: int, end: int) -> bool:
    """Whether the mark at the start has its partner before the end, so that it belongs to the words."""
    rest = text[start + 1 : end].rstrip(" ,.;:")
    return any(mark in rest[:-1] for mark in _PARTNERS.get(text[start], "")) and not rest.endswith(tuple(_PARTNERS.get(text[start], "")))


def _closes_within(text: str, start: int, end: int) -> bool:
    """Whether the mark at the end has its partner after the start, so that it belongs to the words; an apostrophe does too."""
    mark = text[end - 1]
    if mark in "’'" and end - 2 >= start and text[end - 2].isalpha():
        return True
    openers = [opener for opener, closers in _PARTNERS.items() if mark in closers]
    return any(opener in text[start : end - 1] for opener in openers)


_PARTNERS = {'"': '"', "“": '”"', "”": "”", "„": "“”", "«": "»", "‘": "’", "'": "'", "`": "`'"}


def cut(text: str, spans: Spans) -> Spans:
    """Spans up to LONG characters: whole ones as long as they fit, the last one cut at the end of a clause."""
    kept: list[Span] = []
    room = LONG
    for span in spans:
        size = span.end - span.start
        if size <= room:
            kept.append(span)
            room -= size
            continue
        if room >= SHORT:
            kept.append(_cut_one(text, span, room))
        break
    return tuple(kept) or (_cut_one(text, spans[0], LONG),)


def _cut_one(text: str, span: Span, room: int) -> Span:
    piece = text[span.start : span.start + room]
    for pattern, least in ((_SENTENCE_END, LEAST_SENTENCE), (_CLAUSE_END, SHORT)):
        ends = [match.start() for match in pattern.finditer(piece) if match.start() >= least]
        if ends:
            return Span(span.start, span.start + ends[-1])
    blank = piece.rfind(" ")
    return Span(span.start, span.start + (blank if blank > 0 else room))

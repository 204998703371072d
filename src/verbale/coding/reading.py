"""What coding reads of one attribution: its content, the words that frame it, and the way back to the document's spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from verbale.coding.grammar import Grammar
from verbale.coding.languages import grammar_of
from verbale.coding.negation import negator
from verbale.values import Attribution, Document, Kind, Span, Spans

_SENTENCE_END = re.compile(r"[.!?…]+[\"”’'»)]*\s+(?=[\"“‘'«(]?[^\W\d_a-zа-яёіїєґ])|\n+")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs)|\b[A-Z](?:\.[A-Z])*)\.$")
_JOIN = " … "
_FRAME_REACH = 90  # characters between source and content that still frame the content
_OPENING = 40  # characters of a content in which its first pronoun stands
_QUOTES = "\"“‘'«"
_NEGATION_REACH = 4  # words between a negation and the cue that it governs ("will not surrender or accept")


def sentences(text: str) -> Spans:
    """The sentences of a text by punctuation and line breaks, in order and without the white space around them."""
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if "\n" not in match.group() and _ABBREVIATION.search(text, max(0, start, match.start() - 8), match.start() + 1):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    trimmed = []
    for begin, end in spans:
        piece = text[begin:end]
        left, right = begin + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
        if left < right:
            trimmed.append(Span(left, right))
    return tuple(trimmed)


@dataclass(frozen=True, slots=True)
class Reading:
    """One attribution as coding reads it.

    `content` joins the content's spans; `frame` is the stretch of the document that introduces it (auxiliaries, negation, cue, and what
    stands between cue and content), `frame_start` its offset; `sentence` the document's sentence(s) around cue and content; `grammar` is
    the one of the document's language.
    """

    document: Document
    attribution: Attribution
    content: str
    cue: str
    frame: str
    frame_start: int
    source: str
    sentence: Span
    sentence_index: int
    grammar: Grammar

    @property
    def direct(self) -> bool:
        """Whether the content stands in the speaker's own first person; hearsay in somebody's quotation may not."""
        if self.attribution.kind is not Kind.DIRECT or self.attribution.nested_in is None:
            return self.attribution.kind is Kind.DIRECT
        opening, persons = self.content[:_OPENING], self.grammar.persons
        return opening[:1] in _QUOTES or persons.third.search(opening) is None or persons.first.search(opening) is not None

    def spans(self, start: int, end: int) -> Spans:
        """The document's spans of a range of `content`."""
        found, offset = [], 0
        for span in self.attribution.content:
            length = span.end - span.start
            left, right = max(start - offset, 0), min(end - offset, length)
            if left < right:
                found.append(Span(span.start + left, span.start + right))
            offset += length + len(_JOIN)
        return tuple(found)

    def place(self, span: Span) -> tuple[int, int] | None:
        """The half-open range of `content` that a span of the document covers; None where they share no character."""
        offset = 0
        for part in self.attribution.content:
            if part.overlaps(span):
                return offset + max(span.start, part.start) - part.start, offset + min(span.end, part.end) - part.start
            offset += part.end - part.start + len(_JOIN)
        return None

    def frame_span(self, start: int, end: int) -> Span:
        """The document's span of a range of `frame`."""
        return Span(self.frame_start + start, self.frame_start + end)


def read(document: Document, attribution: Attribution, bounds: Spans) -> Reading:
    """The reading of an attribution in a document whose sentences are `bounds`."""
    text = document.text
    anchor = attribution.cue or attribution.source or attribution.content
    everything = (*attribution.cue, *attribution.content)
    first, last = _around(bounds, min(span.start for span in everything), max(span.end for span in everything))
    at, _ = _around(bounds, anchor[0].start, anchor[0].end)
    grammar = grammar_of(document.language)
    frame_start, frame_end = _frame(attribution, text, grammar, bounds[at].start if bounds else 0)
    return Reading(
        document=document,
        attribution=attribution,
        content=_JOIN.join(span.of(text) for span in attribution.content),
        cue=" ".join(span.of(text) for span in attribution.cue),
        frame=text[frame_start:frame_end],
        frame_start=frame_start,
        source=" ".join(span.of(text) for span in attribution.source),
        sentence=Span(bounds[first].start, bounds[last].end) if bounds else Span(0, max(1, len(text))),
        sentence_index=first,
        grammar=grammar,
    )


def _around(bounds: Spans, start: int, end: int) -> tuple[int, int]:
    """The indices of the first and last sentence that the range touches."""
    starts = [span.start for span in bounds]
    return max(0, bisect_right(starts, start) - 1), max(0, bisect_right(starts, end - 1) - 1)


def _frame(attribution: Attribution, text: str, grammar: Grammar, sentence_start: int) -> tuple[int, int]:
    """Where the words that introduce the content begin and end."""
    if not attribution.cue:
        if attribution.source and attribution.source[-1].end <= attribution.content[0].start <= attribution.source[-1].end + _FRAME_REACH:
            return attribution.source[-1].end, attribution.content[0].start
        return attribution.content[0].start, attribution.content[0].start
    start, end = attribution.cue[0].start, attribution.cue[-1].end
    content_start = attribution.content[0].start
    if end <= content_start <= end + _FRAME_REACH and not re.search(r"[.!?]\s|\n", text[end:content_start]):
        aside = grammar.frames.aside.search(text, end, content_start)
        end = aside.start() if aside else _with_first_word(text, grammar, content_start)
    elif start < content_start < end:
        end = attribution.cue[0].end
    bound = max((span.end for span in (*attribution.source, *attribution.content) if span.end <= start), default=0)
    before = text[max(sentence_start, bound, start - 60) : start]
    auxiliaries = grammar.frames.auxiliaries.search(before)
    no = negator(grammar.negations, before, len(before), reach=_NEGATION_REACH)
    if no and "," in before[no[0] :]:
        no = None
    if auxiliaries or no:
        start -= len(before) - min(auxiliaries.start() if auxiliaries else len(before), no[0] if no else len(before))
    return start, end


def _with_first_word(text: str, grammar: Grammar, content_start: int) -> int:
    """Where a preposition ends that a content begins with: "plan" + "to leave" is "plan to"."""
    match = grammar.frames.first_word.match(text, content_start)
    return match.end() if match else content_start

"""From candidates to attributions: which of them stand, what is mended in their spans, how they nest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.attribution.datelines import behind_dateline
from verbale.attribution.quotes import Quotation, kind_of, paragraphs, quotations, quoted_spans
from verbale.attribution.rules_block import is_speech
from verbale.attribution.turns import turns
from verbale.values import Attribution, Document, Span, Spans

LONGEST_HOLE = 80
"""Characters up to which a hole in a content is taken for a slip of the tagger."""
PARTED = re.compile('[.!?…]["”’)]*\\s|[\n"“”„«»]')
"""What does not stand in such a hole: the end of a sentence, or quotation marks."""
RESUMED = re.compile(r"[^.!?…]{0,80}[.,:;]?\s*")
"""What may stand between a tag behind a quotation and the rest of that quotation: said Orlan, the delegate, "…"."""
UNFINISHED = re.compile(
    r"(?<=[^\s,;–—-])(?:[\s,;–—-]+(?:who|whose|which|that|a|an|the|and|or|but|of|in|for|to|with|on|by|at|from|as|than|is|was|are|has|had|were))+"
    r"[\s,;]*\Z"
)
"""What no name ends with: "a delegate, who". "WHO" in capitals is a body."""
HANDLE = re.compile(r"\w{1,30}\)")
"""The rest of a handle that begins with "(@"."""
TURN = 0.95
"""The probability of a turn of a transcript: all 21 in PolNeAR's train split are annotated as such."""
SHARED = 0.8
"""The part of a stretch that another attribution has to cover to claim it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution in code points, with its features for the calibration and, from them, its probability."""

    source: Spans
    cue: Spans
    content: Spans
    features: tuple[float, ...]
    probability: float


def selected(candidates: Sequence[Candidate], least: float) -> list[Candidate]:
    """The candidates that stand: likely enough, and none shares its cue or its whole content with a likelier one."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.probability, c.cue)):
        if candidate.probability < least:
            break
        if not any(same(candidate, other) for other in kept):
            kept.append(candidate)
    return kept


def same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates are readings of one attribution."""
    if any(a.overlaps(b) for a in one.cue for b in other.cue):
        return True
    return one.content == other.content


def mended(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without slips of a tagger that reads each alone: datelines, holes, turns cut, quotations cut or credited to two."""
    text = document.text
    edges = [(line.start, behind_dateline(text, line).start) for line in paragraphs(text)]
    datelines = [Span(start, end) for start, end in edges if start < end]
    clean = _with_turns(document, candidates)
    clean = [replace(c, source=_outside(text, c.source, datelines), content=_outside(text, c.content, datelines)) for c in clean]
    clean = [replace(c, content=_filled(text, c.content, (*c.source, *c.cue, *document.furniture))) for c in clean]
    marked = [quotation for quotation in quotations(text) if quotation.level == 0]
    clean = [replace(c, source=_before(text, c.source, marked), content=_own(c, clean)) for c in clean if c.content]
    clean = [replace(c, source=_finite(text, _whole(text, c, clean))) for c in clean]
    clean = [replace(c, content=_opened(c, marked, clean)) for c in clean]
    clean = [replace(c, content=_finished(c, marked, clean)) for c in clean]
    return [replace(c, content=(*c.content, *_rest(text, c, marked, clean))) for c in clean]


def _with_turns(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with each turn of a transcript as one of them, whatever the tagger made of its name and colon."""
    told = turns(document.text, document.furniture)
    others = [c for c in candidates if not any(part.overlaps(turn.cue) for turn in told for part in c.cue)]
    return [*others, *(Candidate((turn.source,), (turn.cue,), (turn.content,), (), TURN) for turn in told)]


def _before(text: str, source: Spans, marked: Sequence[Quotation]) -> Spans:
    """A source that ends where a quotation begins that it only runs into."""
    kept: list[Span] = []
    for part in source:
        end = next((q.span.start for q in marked if part.start < q.span.start < part.end < q.span.end), part.end)
        name = text[part.start : end].rstrip(" ,")
        if name:
            kept.append(Span(part.start, part.start + len(name)))
    return tuple(kept)


def _whole(text: str, candidate: Candidate, others: Sequence[Candidate]) -> Spans:
    """A source as another attribution of the same words has it, where that one has more of the name: "US officials", not "US".

    A handle that it begins is a part of it.
    """
    if len(candidate.source) != 1:
        return candidate.source
    own = candidate.source[0]
    more = [other.source[0] for other in others if len(other.source) == 1 and other.source[0].start == own.start]
    longest = max(more, key=lambda span: span.end)
    if any(part.overlaps(longest) for part in (*candidate.cue, *candidate.content)) or "," in longest.of(text):
        longest = own
    handle = HANDLE.match(text, longest.end) if longest.of(text).endswith("(@") else None
    return (Span(longest.start, handle.end()),) if handle is not None else (longest,)


def _finite(text: str, source: Spans) -> Spans:
    """A source without the word of a clause or phrase at its end that goes on outside it; one word alone stays."""
    return tuple(Span(part.start, part.start + len(UNFINISHED.sub("", part.of(text)))) for part in source)


def _outside(text: str, spans: Spans, datelines: Sequence[Span]) -> Spans:
    """Spans without the datelines in them and without white space at their edges."""
    out: list[Span] = []
    for span in spans:
        met = [line for line in datelines if line.overlaps(span)]
        edges = [span.start, *(edge for line in met for edge in (line.start, line.end)), span.end]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            piece = text[start:end]
            if piece.strip():
                out.append(Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return tuple(out)


def _filled(text: str, content: Spans, others: Spans) -> Spans:
    """A content without the short holes within a sentence that nothing of `others`, its source and cue among them, makes."""
    out: list[Span] = []
    for span in content:
        if out and _is_slip(text, out[-1].end, span.start, others):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def _is_slip(text: str, start: int, end: int, others: Spans) -> bool:
    """Whether the characters [start, end) between two parts of a content belong to it too."""
    if not start < end <= start + LONGEST_HOLE or PARTED.search(text, start, end):
        return False
    return not any(part.overlaps(Span(start, end)) for part in others)


def _own(candidate: Candidate, others: Sequence[Candidate]) -> Spans:
    """The stretches of a content that no likelier attribution claims, unless it nests in this one; all where nothing would be left."""
    rivals = [
        other
        for other in others
        if (other.probability > candidate.probability or _has_more(other, candidate)) and not _holds(candidate, other)
    ]
    kept = tuple(span for span in candidate.content if not any(_claims(other.content, span) for other in rivals))
    return kept or candidate.content


def _has_more(other: Candidate, candidate: Candidate) -> bool:
    """Whether a content holds a later stretch of the candidate within a larger one, and does not hold all that the candidate has."""
    if _holds(other, candidate):
        return False
    return any(span != part and span.contains(part) for part in candidate.content[1:] for span in other.content)


def _opened(candidate: Candidate, marked: Sequence[Quotation], others: Sequence[Candidate]) -> Spans:
    """A content whose quotation begins at its opening mark, where nobody else has the words that the tagger left out."""
    first = candidate.content[0]
    around = next((q.span for q in marked if q.span.start < first.start < q.span.end and q.span.end <= first.end), None)
    if around is None:
        return candidate.content
    missed = Span(around.start, first.start)
    taken = (part for other in others for part in (*other.content, *other.source, *other.cue))
    if any(part.overlaps(missed) for part in taken):
        return candidate.content
    return (Span(around.start, first.end), *candidate.content[1:])


def _finished(candidate: Candidate, marked: Sequence[Quotation], others: Sequence[Candidate]) -> Spans:
    """A content that runs to the end of a quotation that begins in it, where nobody has the rest but one that holds the candidate."""
    last = candidate.content[-1]
    around = next((q.span for q in marked if last.start <= q.span.start < last.end < q.span.end), None)
    if around is None:
        return candidate.content
    missed = Span(last.end, around.end)
    rivals = (other for other in others if other is candidate or not _holds(other, candidate))
    taken = (part for other in rivals for part in (*other.content, *other.source, *other.cue))
    if any(part.overlaps(missed) for part in taken):
        return candidate.content
    return (*candidate.content[:-1], Span(last.start, around.end))


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether a content holds another's content and cue."""
    return all(any(span.contains(part) for span in outer.content) for part in (*inner.content, *inner.cue))


def _rest(text: str, candidate: Candidate, marked: Sequence[Quotation], others: Sequence[Candidate]) -> Spans:
    """The rest of a quotation that its tag interrupts, where no attribution has it: "…," said Orlan, "…"."""
    last = candidate.content[-1].end
    tag = [part.end for part in (*candidate.source, *candidate.cue) if part.start >= last]
    told = next((q for q in marked if q.span.start <= last <= q.span.end), None)
    following = next((q.span for q in marked if q.span.start >= max(tag, default=last) and is_speech(text, q)), None)
    if not tag or told is None or following is None or "\n" in text[last : following.start]:
        return ()
    if not RESUMED.fullmatch(text, max(tag), following.start) or any(s.overlaps(following) for c in others for s in c.content):
        return ()
    return (following,)


def _claims(content: Spans, stretch: Span) -> bool:
    shared = sum(max(0, min(span.end, stretch.end) - max(span.start, stretch.start)) for span in content)
    return shared >= SHARED * (stretch.end - stretch.start)


def arranged(document: Document, candidates: Sequence[Candidate], name: str) -> tuple[Attribution, ...]:
    """Attributions in text order with kind and nesting."""
    if not candidates:
        return ()
    quoted = quoted_spans(document.text)
    ordered = sorted(candidates, key=lambda c: (c.content, c.cue))
    return tuple(
        Attribution(
            c.source, c.cue, c.content, kind_of(document.text, c.content, quoted), holder(ordered, i), round(c.probability, 4), name
        )
        for i, c in enumerate(ordered)
    )


def holder(candidates: Sequence[Candidate], place: int) -> int | None:
    """The index of the shortest other candidate whose content holds the content and the cue of this one."""
    parts = candidates[place].content + candidates[place].cue
    best: tuple[int, int] | None = None
    for i, other in enumerate(candidates):
        if i != place and all(any(c.contains(part) for c in other.content) for part in parts):
            size = sum(c.end - c.start for c in other.content)
            if best is None or size < best[0]:
                best = (size, i)
    return best[1] if best else None

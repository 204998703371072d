"""Quotation marks: which stretches of a text stand inside them, however badly they are typed.

Marks are read paragraph by paragraph (a line is a paragraph). A mark that can both open and close is read by its neighbours; a closing mark
without an opening one starts at its sentence, an opening one without a closing one ends with its sentence or, where the next paragraph
opens with a mark again, with its paragraph. Apostrophes are no marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from verbale.values import Kind, Span, Spans

MARK = re.compile("``|''|‘‘|’’|[\"“”„«»‘’']")
OPENERS = frozenset({"“", "„", "«", "``", "‘‘", "‘"})
CLOSERS = frozenset({"”", "»", "’’"})
SINGLE = frozenset({"‘", "’", "'"})
BEFORE_OPENING = frozenset(" \t\u00a0\u200b([{<—–-/:;,*_…")
AFTER_CLOSING = frozenset(" \t\u00a0\u200b)]}>—–-/:;,.!?…*_")
SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*\s+(?=[\"“„«‘'(\[]?[A-ZА-ЯЁІЇЄҐ0-9])")
ELISION = re.compile(r"['’‘](?:\d0s|tis|twas|til|em|cause|n|bout|round|cuz|kay)\b", re.IGNORECASE)
POSSESSIVE = re.compile(r"s['’] [a-z]")
LONGEST_OPEN = 800
"""Characters up to which an unclosed quotation may run to the end of its paragraph; beyond, it ends with its sentence."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch in quotation marks within one paragraph.

    `span` includes the marks that are there, `inside` does not; `level` is 0 for the outermost; `continued` says that the quotation stays
    open at the end of its paragraph and the next paragraph takes it up.
    """

    span: Span
    inside: Span
    level: int = 0
    continued: bool = False


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text that are not blank, without the white space around them."""
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        left = len(line[0]) - len(line[0].lstrip())
        stripped = line[0].strip()
        if stripped:
            yield Span(line.start() + left, line.start() + left + len(stripped))


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of a text, outer before inner, in text order; a quotation never crosses a paragraph."""
    found: list[Quotation] = []
    lines = list(paragraphs(text))
    for line, following in zip_longest(lines, lines[1:]):
        resumed = following is not None and _opens_with_mark(text, following)
        found.extend(_of_paragraph(text, line, resumed))
    return tuple(found)


def quoted_spans(text: str) -> Spans:
    """The outermost quotations of a text with their marks, in text order and disjoint."""
    return tuple(quotation.span for quotation in quotations(text) if quotation.level == 0)


def enclosing(quoted: Sequence[Quotation], position: int) -> Quotation | None:
    """The one of disjoint, sorted quotations whose span covers a position."""
    place = bisect_right(quoted, position, key=lambda quotation: quotation.span.start) - 1
    return quoted[place] if place >= 0 and position < quoted[place].span.end else None


def between(quoted: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those of sorted quotations that start in [start, end)."""
    first = bisect_left(quoted, start, key=lambda quotation: quotation.span.start)
    return quoted[first : bisect_left(quoted, end, lo=first, key=lambda quotation: quotation.span.start)]


def kind_of(text: str, content: Spans, quoted: Spans) -> Kind:
    """Direct if every letter and digit of the content is quoted, indirect if none is, else mixed.

    `quoted` is what `quoted_spans` gives. A content without letters or digits is indirect.
    """
    within = without = False
    for span in content:
        for start, end, inside in _pieces(span, quoted):
            if any(char.isalnum() for char in text[start:end]):
                within, without = within or inside, without or not inside
    if within:
        return Kind.MIXED if without else Kind.DIRECT
    return Kind.INDIRECT


def _pieces(span: Span, quoted: Spans) -> Iterator[tuple[int, int, bool]]:
    """The parts of a span as (start, end, whether quoted)."""
    at = span.start
    for quotation in islice(quoted, bisect_right(quoted, span.start, key=lambda other: other.end), None):
        if quotation.start >= span.end:
            break
        start, end = max(at, quotation.start), min(span.end, quotation.end)
        if at < start:
            yield at, start, False
        if start < end:
            yield start, end, True
        at = max(at, end)
    if at < span.end:
        yield at, span.end, False


def _opens_with_mark(text: str, line: Span) -> bool:
    mark = MARK.match(text, line.start)
    return mark is not None and mark[0] not in CLOSERS and mark[0] not in {"’", "'"}


def _marks(text: str, line: Span) -> list[_Mark]:
    """The marks of one paragraph that are no apostrophes, with what each can do."""
    marks: list[_Mark] = []
    for match in MARK.finditer(text, line.start, line.end):
        sign, start, end = match[0], match.start(), match.end()
        before = text[start - 1] if start > line.start else " "
        after = text[end] if end < line.end else " "
        touches_left = bool(marks) and marks[-1].end == start
        opens = (before in BEFORE_OPENING or (touches_left and marks[-1].opens)) and not after.isspace()
        closes = not before.isspace() and (after in AFTER_CLOSING or bool(MARK.match(after)) or not after.isalnum())
        if sign in SINGLE:
            if ELISION.match(text, start) or (before.isalnum() and after.isalnum()):
                continue
            opens, closes = opens and sign != "’" and (after.isalnum() or after in '"“[(…$£€'), closes and sign != "‘"
            if not (opens or closes):
                continue
        elif sign in OPENERS:
            opens, closes = True, sign == "“" and closes and not opens
        elif sign in CLOSERS:
            opens, closes = sign == "”" and opens and not closes, True
        elif opens == closes:
            opens = closes = True
        marks.append(_Mark(start, end, sign, opens, closes))
    return marks


def _of_paragraph(text: str, line: Span, resumed: bool) -> list[Quotation]:
    """The quotations of one paragraph; `resumed` says that the next one opens with a mark."""
    found: list[tuple[int, int, int, int]] = []  # start and end with marks, start and end without
    stack: list[_Mark] = []
    marks = _marks(text, line)
    for place, mark in enumerate(marks):
        partner = _partner(stack, mark)
        if mark.closes and partner is not None and not (mark.opens and _single(mark)):
            opener = stack[partner]
            if not (_single(mark) and _is_possessive(text, mark, marks[place + 1 :])):
                del stack[partner:]
                _keep(found, opener.start, mark.end, opener.end, mark.start)
        elif mark.opens and not (_single(mark) and not _closed_later(mark, marks[place + 1 :])):
            stack.append(mark)
        elif mark.closes and not mark.opens and not _single(mark) and not text[mark.start - 1].isdigit():
            start = _sentence_start(text, line, mark.start)
            if not any(end == mark.start for _, end, _, _ in found):
                _keep(found, start, mark.end, start, mark.start)
    continued = None
    for opener in stack:
        if _single(opener):
            continue
        whole = resumed and opener is stack[0]
        end = line.end if whole else _open_end(text, line, opener, found)
        _keep(found, opener.start, end, opener.end, end)
        continued = opener.start if whole else continued
    return _levelled(found, continued)


def _keep(found: list[tuple[int, int, int, int]], start: int, end: int, inner: int, inner_end: int) -> None:
    if inner < inner_end:
        found.append((start, end, inner, inner_end))


def _single(mark: _Mark) -> bool:
    return mark.sign in SINGLE


def _partner(stack: list[_Mark], mark: _Mark) -> int | None:
    """The place in the stack of the opening mark that this mark may close."""
    for place in range(len(stack) - 1, -1, -1):
        opener = stack[place]
        if _single(opener) != _single(mark):
            continue
        if (opener.sign == "«") != (mark.sign == "»"):
            continue
        return place if not (mark.opens and not mark.closes) else None
    return None


def _closed_later(mark: _Mark, later: list[_Mark]) -> bool:
    return any(_single(other) and other.closes for other in later)


def _is_possessive(text: str, mark: _Mark, later: list[_Mark]) -> bool:
    """Whether a single mark after an s is a plural possessive: another closing mark comes before any opening one."""
    if not POSSESSIVE.match(text, mark.start - 1):
        return False
    singles = [other for other in later if _single(other)]
    return bool(singles) and singles[0].closes and not singles[0].opens


def _sentence_start(text: str, line: Span, before: int) -> int:
    """Where the sentence starts that holds the character in front of `before`."""
    start = line.start
    for end in SENTENCE_END.finditer(text, line.start, before):
        start = end.end()
    return start


def _open_end(text: str, line: Span, opener: _Mark, found: list[tuple[int, int, int, int]]) -> int:
    """Where a quotation ends that nothing closes."""
    following = [start for start, _, _, _ in found if start > opener.start]
    if not following and line.end - opener.start <= LONGEST_OPEN:
        return line.end
    stop = SENTENCE_END.search(text, opener.end, line.end)
    end = len(text[: stop.end()].rstrip()) if stop else line.end
    return max(opener.end, min([end, *following]))


def _levelled(found: list[tuple[int, int, int, int]], continued: int | None) -> list[Quotation]:
    """Quotations with their depth; what crosses an earlier one is left out."""
    kept: list[Quotation] = []
    for start, end, inner, inner_end in sorted(found, key=lambda item: (item[0], -item[1])):
        span = Span(start, end)
        around = [other for other in kept if other.span.overlaps(span)]
        if all(other.span.contains(span) for other in around):
            kept.append(Quotation(span, Span(inner, inner_end), len(around), start == continued))
    return kept


def places(spans: Iterable[Span]) -> frozenset[int]:
    """The positions that spans cover."""
    return frozenset(position for span in spans for position in range(span.start, span.end))

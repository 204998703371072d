"""Where a text is site furniture: captions, credits, forms, subscriptions, rights, pointers to other pieces.

Many retrieved texts have all paragraphs on one line, so furniture is looked for in sentences as well as in lines. What looks like speech is
never furniture: a sentence with quoted words stays unless it is a line of its own that a rule names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from verbale.documents import lexicon_furniture, lexicon_inline
from verbale.documents.dates import is_date_line
from verbale.documents.segments import blocks, merged, sentences, trimmed
from verbale.documents.tails import QUOTED, mark_tail
from verbale.values import Span, Spans

_EDGES = re.compile(r"^[\W\d_]+|[\W_]+$")
_BYLINE = re.compile(r"^[*_ ]*(?:By|From|Von|Автор:?)\s+\[?[A-ZÀ-ÞА-ЯІЇЄҐ][^.!?\"“”]{1,90}$")
_CAPTION = re.compile(r"^[*_ ]*(?:File photo|Photo|Image|Picture|Caption|Foto|Фото|Світлина)\s*:\s*\S", re.IGNORECASE)
_FILED = re.compile(r"(?:^|\s)[0-3]\d[0-2]\d[0-5]\d[A-Z]?\s+(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\w*\s+(?:19|20)?\d\d$")
_WORD = re.compile(r"\w+|©")
_SPACES = " \u00a0"
_HEADING = re.compile(r"^#{1,4}\s")
_BOX_END = "MORE"
_LONGEST_LABEL = 60  # characters
_LONGEST_CAPTION = 60  # words
_LONGEST_LEAD, _LONGEST_REST = 12, 14  # words beside a phrase that still belong to it
_LONGEST_POINTER = 22  # words: a headline with its "Read more:"


@dataclass(frozen=True, slots=True)
class _Triggered:
    """Patterns that are tried only where one of their words stands: some fifty patterns on every sentence would take most of the time."""

    patterns: tuple[re.Pattern[str], ...]
    by_word: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, entries: tuple[tuple[str, str], ...], flags: re.RegexFlag) -> _Triggered:
        """The patterns of pairs of trigger words and pattern."""
        by_word: dict[str, tuple[int, ...]] = {}
        for number, (words, _) in enumerate(entries):
            for word in words.split():
                by_word[word] = (*by_word.get(word, ()), number)
        return cls(tuple(re.compile(pattern, flags) for _, pattern in entries), by_word)

    def for_words(self, words: frozenset[str]) -> list[re.Pattern[str]]:
        """The patterns that one of the words calls for, each once, in the order of the entries."""
        if self.by_word.keys().isdisjoint(words):
            return []
        return [self.patterns[number] for number in sorted({n for word in words & self.by_word.keys() for n in self.by_word[word]})]


@dataclass(frozen=True, slots=True)
class _Patterns:
    triggers: frozenset[str]
    phrases: _Triggered
    credits: re.Pattern[str]
    inline: _Triggered
    box: re.Pattern[str]
    reporting: re.Pattern[str]
    finite: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    phrases, inline = _Triggered.of(lexicon_furniture.PHRASES, re.IGNORECASE), _Triggered.of(lexicon_inline.INLINE, re.MULTILINE)
    return _Patterns(
        triggers=lexicon_inline.CREDIT_WORDS.union(phrases.by_word, inline.by_word),
        phrases=phrases,
        credits=_any(lexicon_inline.CREDITS, re.MULTILINE),
        inline=inline,
        box=re.compile(lexicon_inline.BIOGRAPHY_BOX),
        reporting=re.compile(lexicon_inline.REPORTING),
        finite=re.compile(lexicon_inline.FINITE),
    )


def _any(patterns: tuple[str, ...], flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


@dataclass(frozen=True, slots=True)
class _Unit:
    """One sentence of a block with its words in lower case."""

    span: Span
    words: frozenset[str]


def find_furniture(text: str, header: Spans = ()) -> Spans:
    """The spans of site furniture of a text, in order and disjoint, the lines of its header among them; headlines are none."""
    whole: dict[Span, bool] = {}  # every sentence, or line that is judged as one, and whether it is furniture as a whole
    parts: list[Span] = []
    earlier: Span | None = None
    for number, block in enumerate(blocks(text)):
        line = block.of(text)
        if number and _is_furniture_line(line) and not _HEADING.match(line):
            whole[block] = True
            continue
        spans = list(sentences(text, block))
        words = _words(line)
        if _patterns().triggers.isdisjoint(words) and _BOX_END not in line:
            whole.update((span, _is_label_alone(span.of(text), is_line=len(spans) == 1)) for span in spans)
        else:
            units = [_Unit(span, _words(span.of(text))) for span in spans]
            inline = merged(_inline(text, block, units, earlier))
            parts += inline
            whole.update(_judged(text, units, inline, parts))
        earlier = spans[-1]
    mark_tail(text, whole)
    return tuple(_joined(text, merged([unit for unit, is_whole in whole.items() if is_whole] + parts + list(header))))


def _judged(text: str, units: list[_Unit], inline: list[Span], parts: list[Span]) -> Iterator[tuple[Span, bool]]:
    """The sentences of a block and whether each is furniture as a whole; what else of them is furniture is added to `parts`."""
    starts = [span.start for span in inline]
    for unit in units:
        near = inline[max(0, bisect_right(starts, unit.span.start) - 1) : bisect_left(starts, unit.span.end)]
        found = None if _HEADING.match(unit.span.of(text)) else _in_sentence(text, unit, near, is_line=len(units) == 1)
        parts += [found] if found else []
        yield unit.span, found == unit.span


def _is_furniture_line(line: str) -> bool:
    if _is_label(line) or _BYLINE.match(line) or is_date_line(line):
        return True
    filed = len(line) <= _LONGEST_LABEL and _FILED.search(line)  # an agency's own mark of day, hour and minute
    return bool(filed or (_CAPTION.match(line) and len(line.split()) <= _LONGEST_CAPTION and not QUOTED.search(line)))


def _is_label(words: str) -> bool:
    if len(words) > _LONGEST_LABEL:
        return False
    plain = words.casefold().replace("’", "'")
    return _EDGES.sub("", plain) in lexicon_furniture.LABELS or plain.strip(" .:!?*_") in lexicon_furniture.LABELS


def _is_label_alone(words: str, *, is_line: bool) -> bool:
    """Whether a sentence is a label and no headline; a lone word is one only on a line of its own."""
    return _is_label(words) and (is_line or len(words.split()) > 1) and not _HEADING.match(words)


def _in_sentence(text: str, sentence: _Unit, inline: list[Span], *, is_line: bool) -> Span | None:
    """The part of a sentence that a phrase makes furniture: all of it, but for a long piece of news that runs on before or after."""
    unit = sentence.span
    words = unit.of(text)
    for span in inline:
        if span.overlaps(unit):
            start, end = max(span.start, unit.start) - unit.start, min(span.end, unit.end) - unit.start
            words = words[:start] + " " * (end - start) + words[end:]
    if not words.strip():
        return unit
    margin = len(words) - len(words.lstrip("*_[>•· "))
    if _is_label_alone(words, is_line=is_line):
        return unit
    body = words[margin:]
    matches = list(filter(None, (pattern.search(body) for pattern in _patterns().phrases.for_words(sentence.words))))
    if not matches or QUOTED.search(words):
        return None
    first, last = min(matches, key=re.Match.start), max(matches, key=re.Match.end)
    before, after = words[: margin + first.start()], body[last.end() :]
    if not is_line and last.start() == 0 and len(words.split()) > _LONGEST_POINTER and last[0].endswith((":", "|", "–", "—")):
        return None  # a pointer whose end can't be told from the sentence that follows it
    start = unit.start + len(before) if len(before.split()) > _LONGEST_LEAD else unit.start
    runs_on = not is_line and len(after.split()) > _LONGEST_REST and bool(_patterns().finite.search(after))
    return Span(start, unit.start + margin + last.end() if runs_on else unit.end)


def _inline(text: str, block: Span, units: list[_Unit], earlier: Span | None) -> list[Span]:
    """Furniture amid a block: boxes, labels, addresses, credits with their captions; `earlier` is the sentence before the block."""
    patterns = _patterns()
    found: list[Span] = []
    if _BOX_END in block.of(text):
        found += [Span(*match.span("box")) for match in patterns.box.finditer(text, block.start, block.end)]
    for pattern in patterns.inline.for_words(frozenset[str]().union(*(unit.words for unit in units))):
        for match in pattern.finditer(text, block.start, block.end):
            found += trimmed(text, *match.span())
    for unit in units:
        if not lexicon_inline.CREDIT_WORDS.isdisjoint(unit.words):
            for match in patterns.credits.finditer(text, unit.span.start, unit.span.end):
                found.append(_captioned(text, block, unit.span if unit.span.start < match.start() else earlier, Span(*match.span())))
        earlier = unit.span
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _captioned(text: str, block: Span, before: Span | None, credit: Span) -> Span:
    """A credit with its caption: the short line that the credit ends, or else the sentence `before` it.

    What reports speech is no caption, except before a credit in bold on a line of its own.
    """
    bold = text.startswith("*", credit.start)
    if before is None or "\n" in text[before.end : credit.start] or not (bold or text[credit.start] in "(["):
        return credit
    ends_line = not re.search(r"\w", text[credit.end : block.end])
    start = block.start if ends_line and block.start < credit.start and _is_line(text, block) else before.start
    caption = text[start : credit.start]
    if len(caption.split()) > _LONGEST_CAPTION:
        return credit
    if not bold and (QUOTED.search(caption) or _patterns().reporting.search(caption)):
        return credit
    return Span(start, credit.end)


def _is_line(text: str, block: Span) -> bool:
    """Whether a block is a whole line of a text that has lines."""
    start, end = block.start, block.end
    while start and text[start - 1] in _SPACES:
        start -= 1
    while end < len(text) and text[end] in _SPACES:
        end += 1
    return (start == 0 or text[start - 1] in "\n\r") and (end == len(text) or text[end] in "\n\r") and end - start < len(text)


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """The spans with nothing but white space and marks between them as one."""
    result: list[Span] = []
    for span in spans:
        if result and not re.search(r"\w", text[result[-1].end : span.start]):
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return result

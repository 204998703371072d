"""Where a text is site furniture: captions, credits, forms, subscriptions, rights, pointers to other pieces.

Many retrieved texts have all paragraphs on one line, so furniture is looked for in sentences as well as in lines. What looks like speech is
never furniture: a sentence with quoted words stays unless it is a line of its own that a rule names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from verbale.documents import lexicon_furniture as lexicon
from verbale.documents.dates import is_date_line
from verbale.documents.segments import blocks, merged, sentences, trimmed
from verbale.values import Span, Spans

_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„]{12,}[\"“”«»„]")
_EDGES = re.compile(r"^[\W\d_]+|[\W_]+$")
_BYLINE = re.compile(r"^[*_ ]*(?:By|From|Von|Автор:?)\s+\[?[A-ZÀ-ÞА-ЯІЇЄҐ][^.!?\"“”]{1,90}$")
_HEADING = re.compile(r"^#{1,4}\s")
_LONGEST_LABEL = 60  # characters
_LONGEST_CAPTION = 60  # words
_LONGEST_SCRAP = 45  # characters; five words
_END_PART = 0.7  # biographies and scraps of footers stand behind this part of a text


@dataclass(frozen=True, slots=True)
class _Patterns:
    phrases: re.Pattern[str]
    credits: re.Pattern[str]
    inline: re.Pattern[str]
    box: re.Pattern[str]
    biography: re.Pattern[str]
    biography_next: re.Pattern[str]
    reporting: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        phrases=_any(lexicon.PHRASES, re.IGNORECASE),
        credits=_any(lexicon.CREDITS, re.MULTILINE),
        inline=_any(lexicon.INLINE, re.MULTILINE),
        box=re.compile(lexicon.BIOGRAPHY_BOX),
        biography=_any(lexicon.BIOGRAPHY, re.NOFLAG),
        biography_next=re.compile(lexicon.BIOGRAPHY_NEXT),
        reporting=re.compile(lexicon.REPORTING),
    )


def _any(patterns: tuple[str, ...], flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


def find_furniture(text: str) -> Spans:
    """The spans of site furniture of a text, in order and disjoint; headlines are none."""
    whole: dict[Span, bool] = {}  # every sentence, or line that is judged as one, and whether it is furniture as a whole
    parts: list[Span] = []
    for number, block in enumerate(blocks(text)):
        if not _HEADING.match(block.of(text)) and number and _is_furniture_line(block.of(text)):
            whole[block] = True
            continue
        units = list(sentences(text, block))
        for unit in units:
            whole[unit] = not _HEADING.match(unit.of(text)) and _is_furniture(text, unit)
        parts += _inline(text, block, units)
    _close(text, whole)
    _add_biographies(text, whole)
    return tuple(_joined(text, merged([unit for unit, is_whole in whole.items() if is_whole] + parts)))


def _is_furniture_line(line: str) -> bool:
    return _is_label(line) or bool(_BYLINE.match(line)) or is_date_line(line)


def _is_label(words: str) -> bool:
    if len(words) > _LONGEST_LABEL:
        return False
    plain = words.casefold().replace("’", "'")
    return _EDGES.sub("", plain) in lexicon.LABELS or plain.strip(" .:!?*_") in lexicon.LABELS


def _is_furniture(text: str, unit: Span) -> bool:
    words = unit.of(text).lstrip("*_[>•· ")
    return _is_label(words) or (bool(_patterns().phrases.search(words)) and not _QUOTED.search(words))


def _inline(text: str, block: Span, units: list[Span]) -> list[Span]:
    """Furniture in the midst of a block: boxes, labels, addresses, credits with their captions."""
    patterns = _patterns()
    found = [Span(*match.span("box")) for match in patterns.box.finditer(text, block.start, block.end)]
    for match in patterns.inline.finditer(text, block.start, block.end):
        found += trimmed(text, *match.span())
    for match in patterns.credits.finditer(text, block.start, block.end):
        found.append(_captioned(text, block, units, Span(*match.span())))
    return found


def _captioned(text: str, block: Span, units: list[Span], credit: Span) -> Span:
    """A credit with its caption: the short line that the credit ends, or else the sentence before it.

    What reports speech is no caption, except before a credit in bold on a line of its own.
    """
    bold = text.startswith("*", credit.start)
    before = [unit for unit in units if unit.start < credit.start]
    if not before or not (bold or text[credit.start] in "(["):
        return credit
    ends_line = not re.search(r"\w", text[credit.end : block.end])
    start = block.start if ends_line and _is_line(text, block) else before[-1].start
    caption = text[start : credit.start]
    if len(caption.split()) > _LONGEST_CAPTION:
        return credit
    if not bold and (_QUOTED.search(caption) or _patterns().reporting.search(caption)):
        return credit
    return Span(start, credit.end)


def _is_line(text: str, block: Span) -> bool:
    """Whether a block is a whole line of a text that has lines."""
    before = text[: block.start].rstrip(" \u00a0")
    after = text[block.end :].lstrip(" \u00a0")
    return (not before or before[-1] in "\n\r") and (not after or after[0] in "\n\r") and "\n" in text


def _close(text: str, whole: dict[Span, bool]) -> None:
    """Marks the scraps between two pieces of furniture: a few words without speech, on the same line or in the footer."""
    units = list(whole)
    for (before, unit), (_, after) in pairwise(pairwise(units)):
        scrap = unit.of(text)
        near = "\n" not in text[before.end : after.start] or unit.start > _END_PART * len(text)
        if (
            whole[before]
            and whole[after]
            and near
            and len(scrap) <= _LONGEST_SCRAP
            and len(scrap.split()) <= 5
            and not re.search(r"[\"“”«»]", scrap)
        ):
            whole[unit] = True


def _add_biographies(text: str, whole: dict[Span, bool]) -> None:
    """Marks what the end of a text says on its author."""
    patterns = _patterns()
    follows = False
    for unit in whole:
        if unit.start < _END_PART * len(text):
            continue
        words = unit.of(text)
        pattern = patterns.biography_next if follows else patterns.biography
        follows = bool(patterns.biography.search(words) or (follows and pattern.search(words))) and not _QUOTED.search(words)
        whole[unit] = whole[unit] or follows


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """The spans with nothing but white space and marks between them as one."""
    result: list[Span] = []
    for span in spans:
        if result and not re.search(r"\w", text[result[-1].end : span.start]):
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return result

"""What stands behind an article on its page: author notes, sign-offs and what follows them, teasers of other pieces, scraps of footers."""

from __future__ import annotations

import re
from itertools import islice, pairwise, takewhile

from verbale.documents import lexicon_inline as lexicon
from verbale.values import Span

QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„]{12,}[\"“”«»„]")
_QUOTATION_MARK = re.compile(r"[\"“”«»„]")
_BIOGRAPHY = tuple(map(re.compile, lexicon.BIOGRAPHY))
_BIOGRAPHY_NEXT = re.compile(lexicon.BIOGRAPHY_NEXT)
_SIGN_OFF = re.compile(lexicon.SIGN_OFF, re.IGNORECASE)
_READER_CUE = re.compile(lexicon.READER_CUE, re.IGNORECASE)
_REPORTED = re.compile(lexicon.REPORTED)
_END_PART = 0.7  # author notes and scraps of footers stand behind this part of a text
_SIGN_OFF_PART, _LONGEST_AFTER_SIGN_OFF = 0.6, 3000  # measured: behind it nothing of the article follows
_LONGEST_SCRAP = 45  # characters; five words
_FEWEST_TEASERS, _MOST_TEASERS, _LONGEST_TEASER = 3, 8, 40  # lines, lines, words


def mark_tail(text: str, whole: dict[Span, bool]) -> None:
    """Marks, among sentences and lines in text order, those behind the article that are furniture."""
    _mark_scraps(text, whole)
    _mark_biographies(text, whole)
    _mark_after_sign_off(text, whole)
    _mark_teasers(text, whole)


def _mark_scraps(text: str, whole: dict[Span, bool]) -> None:
    """A few words without speech between two pieces of furniture, on the same line or in the footer."""
    for (before, unit), (_, after) in pairwise(pairwise(list(whole))):
        scrap = unit.of(text)
        near = "\n" not in text[before.end : after.start] or unit.start > _END_PART * len(text)
        short = len(scrap) <= _LONGEST_SCRAP and len(scrap.split()) <= 5
        if whole[before] and whole[after] and near and short and not _QUOTATION_MARK.search(scrap):
            whole[unit] = True


def _mark_biographies(text: str, whole: dict[Span, bool]) -> None:
    follows = False
    for unit in whole:
        if unit.start < _END_PART * len(text):
            continue
        words = unit.of(text)
        first = any(pattern.search(words) for pattern in _BIOGRAPHY)
        follows = (first or (follows and bool(_BIOGRAPHY_NEXT.search(words)))) and not QUOTED.search(words)
        whole[unit] = whole[unit] or follows


def _mark_after_sign_off(text: str, whole: dict[Span, bool]) -> None:
    """All that follows a line such as "Additional reporting by …" near the end: teasers, addresses for tips, newsletters."""
    start = max(int(_SIGN_OFF_PART * len(text)), len(text) - _LONGEST_AFTER_SIGN_OFF)
    signed = False
    for unit in whole:
        if signed:
            whole[unit] = True
        elif unit.start >= start and whole[unit] and _SIGN_OFF.search(unit.of(text)):
            signed = True


def _mark_teasers(text: str, whole: dict[Span, bool]) -> None:
    """Three or more lines of one sentence right above the footer, of which one speaks to the reader and none reports speech.

    A line that takes up a word which the line before it brought in belongs to the article.
    """
    tail = list(takewhile(lambda unit: whole[unit], reversed(whole)))
    if not tail or tail[-1].start < len(text) / 2:
        return
    above = takewhile(lambda unit: _is_line(text, unit), islice(reversed(whole), len(tail), len(tail) + _MOST_TEASERS + 1))
    lines = list(above)
    run = [line for line, _before in takewhile(lambda pair: _may_be_teaser(text, *pair), pairwise(lines))]
    if len(run) >= _FEWEST_TEASERS and any(_READER_CUE.search(line.of(text)) for line in run):
        whole.update((line, True) for line in run)


def _is_line(text: str, unit: Span) -> bool:
    return (unit.start == 0 or text[unit.start - 1] in "\n\r") and (unit.end == len(text) or text[unit.end] in "\n\r")


def _may_be_teaser(text: str, line: Span, before: Span) -> bool:
    words = line.of(text)
    if len(words.split()) > _LONGEST_TEASER or _QUOTATION_MARK.search(words) or _REPORTED.search(words):
        return False
    taken_up = _content_words(before.of(text)) & _content_words(words)
    return not (taken_up and taken_up - _content_words(text[: before.start]))


def _content_words(text: str) -> set[str]:
    """Words of five letters and more, by their first six: a crude stem is enough to see a word taken up."""
    return {word[:6] for word in re.findall(r"[^\W\d_]{5,}", text.lower())}

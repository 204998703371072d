"""Whether something stands under a negation, or has an end put to it, by words near it in the same clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.coding.grammar import Negations

_REACH = 6  # words
_LOOKAHEAD = 8  # characters after the word that a break before it may need to see


def negator(words: Negations, text: str, at: int, *, reach: int = _REACH, spent: Sequence[tuple[int, int]] = ()) -> tuple[int, int] | None:
    """Where the negator stands that governs the word at `at`; None without one.

    Two of them cancel out; those in the ranges of `spent` do not count.
    """
    start = 0
    for match in words.breaks.finditer(text, max(0, at - 120), at + _LOOKAHEAD):
        if match.end() <= at:
            start = match.end()
    window = text[max(start, at - 120) : at]
    offset = at - len(window)
    tokens = list(re.finditer(r"[\w'’]+", window))
    reach = min(reach, words.reach)
    if len(tokens) > reach:
        offset += tokens[-reach].start()
        window = window[tokens[-reach].start() :]
    harmless = [(match.start(), match.end()) for match in words.harmless.finditer(window)]
    harmless.extend((begin - offset, end - offset) for begin, end in spent)
    found = [match for match in words.negator.finditer(window) if not any(begin <= match.start() < end for begin, end in harmless)]
    if len(found) % 2 == 0:
        return None
    return offset + found[-1].start(), offset + found[-1].end()


def turns(words: Negations, text: str, start: int, end: int, *, spent: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The negation and the ends put to the words from start to end, by place; two of them cancel out."""
    sentence_start = max((match.end() for match in words.sentence.finditer(text, 0, start)), default=0)
    before = words.stops_before.search(text[sentence_start:start])
    after = words.stopped_after.match(text[end : end + 60])
    found = []
    if before and words.stopper.match(text, sentence_start + before.start()):  # the words behind it may say that it ends nothing
        found.append((sentence_start + before.start(), start))
    if after:
        found.append((end, end + after.end()))
    denied = words.denied_after.match(text[end : end + 80])
    if denied and not any(begin < end + denied.end() and end < finish for begin, finish in spent):
        found.append((end, end + denied.end()))
    no = negator(words, text, start, reach=7, spent=spent)
    if no is not None and no[0] not in [begin for begin, _ in found]:  # "opposition to" is one word against, not two
        found.append(no)
    return found


def local_sign(words: Negations, text: str, start: int, end: int, *, spent: Sequence[tuple[int, int]] = ()) -> int:
    """-1 where the words from start to end stand under a negation or an end put to them, +1 otherwise or where both meet."""
    return -1 if len(turns(words, text, start, end, spent=spent)) % 2 else 1

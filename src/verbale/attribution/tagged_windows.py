"""Texts cut into windows that an encoder can read: each word is in the core of one window and may be context in others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from verbale.attribution.tagged_pieces import Pieces
from verbale.attribution.tagged_words import Words, sentence_starts

Ints = NDArray[np.int64]
LONGEST = 224
"""Word pieces in a window without the two marks at its ends; the network was trained on windows of up to this length."""
CONTEXT = 24
"""Word pieces of whole sentences kept on either side of a core."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words [start, end) of text number `text`, of which [core_start, core_end) are the window's own; `size` in word pieces."""

    text: int
    start: int
    core_start: int
    core_end: int
    end: int
    size: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the network reads.

    `pieces` (windows, length) are vocabulary indices with zeros at the end; `marks` (3, windows, length) are the gap, case and quotation
    state of each piece's word plus one, 0 outside words; `first` and `last` (windows, words) are the places of each word's outer
    pieces, 0 where there is no word; `core` (windows, words) is true for the words that may begin a cue.
    """

    pieces: Ints
    marks: Ints
    first: Ints
    last: Ints
    core: NDArray[np.bool_]


def sentences_of(words: Words, lengths: Sequence[int], longest: int) -> list[tuple[int, int, int]]:
    """(start, end, word pieces) of each sentence; a sentence of more than `longest` pieces is cut."""
    out: list[tuple[int, int, int]] = []
    bounds = [*sentence_starts(words), len(words.forms)]
    for start, end in pairwise(bounds):
        size, begun = 0, start
        for i in range(start, end):
            if size + lengths[i] > longest and size:
                out.append((begun, i, size))
                size, begun = 0, i
            size += min(lengths[i], longest)
        if end > begun:
            out.append((begun, end, size))
    return out


def windows_of(text: int, words: Words, lengths: Sequence[int], *, longest: int = LONGEST, context: int = CONTEXT) -> list[Window]:
    """Windows whose cores tile the text; each core is whole sentences, with up to `context` pieces of whole sentences around it."""
    sentences = sentences_of(words, lengths, longest)
    out: list[Window] = []
    first = 0
    while first < len(sentences):
        room = longest - (context if first else 0)
        last, size = first, 0
        while last < len(sentences):
            rest = 0 if last + 1 == len(sentences) else context
            if size and size + sentences[last][2] + rest > room:
                break
            size += sentences[last][2]
            last += 1
        left, right, size = widened(sentences, first, last, size, longest, context)
        out.append(Window(text, sentences[left][0], sentences[first][0], sentences[last - 1][1], sentences[right - 1][1], size))
        first = last
    return out


def widened(sentences: list[tuple[int, int, int]], first: int, last: int, size: int, longest: int, context: int) -> tuple[int, int, int]:
    """The sentences [left, right) around the core [first, last) and their word pieces."""
    left, right, before, after = first, last, 0, 0
    while left and before + sentences[left - 1][2] <= context and size + before + sentences[left - 1][2] <= longest:
        left -= 1
        before += sentences[left][2]
    while right < len(sentences) and size + before + after + sentences[right][2] <= longest:
        after += sentences[right][2]
        right += 1
        if after >= context:
            break
    return left, right, size + before + after


def inputs_of(windows: Sequence[Window], texts: Sequence[Words], pieces: Pieces) -> Inputs:
    """The arrays of some windows, padded to the longest."""
    longest = max(w.size for w in windows) + 2
    most = max(w.end - w.start for w in windows)
    ids, marks = np.full((len(windows), longest), pieces.pad, np.int64), np.zeros((3, len(windows), longest), np.int64)
    first, last = np.zeros((len(windows), most), np.int64), np.zeros((len(windows), most), np.int64)
    core = np.zeros((len(windows), most), bool)
    for row, w in enumerate(windows):
        words = texts[w.text]
        split = [pieces.of(form)[:LONGEST] for form in words.forms[w.start : w.end]]
        counts = np.array([len(s) for s in split])
        ends = 1 + np.cumsum(counts)
        flat = [piece for s in split for piece in s]
        ids[row, 0], ids[row, 1 : len(flat) + 1], ids[row, len(flat) + 1] = pieces.cls, flat, pieces.sep
        for kind, values in enumerate((words.gaps, words.cases, words.quotes)):
            marks[kind, row, 1 : len(flat) + 1] = np.repeat(np.array(values[w.start : w.end]) + 1, counts)
        first[row, : len(split)], last[row, : len(split)] = ends - counts, ends - 1
        core[row, w.core_start - w.start : w.core_end - w.start] = True
    return Inputs(ids, marks, first, last, core)

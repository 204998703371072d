"""Windows as padded arrays, and the order in which an epoch sees them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from training.augment import Noise, augmented
from training.data import Labelled, Text, Window, cut, window
from verbale.attribution.tagged_pieces import Pieces

Ints = NDArray[np.int64]
T = TypeVar("T")
LONGEST = 224  # word pieces in a window, without the two marks at its ends


@dataclass(frozen=True, slots=True)
class Batch:
    """The arrays of `Network.encode`, flat labels (batch, words, 3; -1 for padding), and gold anchors.

    Anchors are rows of (window, word, word that begins the cue); `tags` (anchors, words) are indices in PAIR_TAGS, -1 for padding.
    """

    pieces: Ints
    marks: Ints
    first: Ints
    last: Ints
    flat: Ints
    anchors: Ints
    tags: Ints


def collate(windows: list[Window], pieces: Pieces, rng: random.Random | None = None, hidden: float = 0.0) -> Batch:
    """One batch; with `rng`, a share of the pieces is hidden and some anchors are another word of their cue."""
    split = [[pieces.of(form) for form in w.forms] for w in windows]
    longest = max(sum(map(len, words)) for words in split) + 2
    most = max(len(words) for words in split)
    ids, marks = np.zeros((len(windows), longest), np.int64), np.zeros((3, len(windows), longest), np.int64)
    first, last = np.zeros((len(windows), most), np.int64), np.zeros((len(windows), most), np.int64)
    flat = np.full((len(windows), most, 3), -1, np.int64)
    anchors: list[tuple[int, int, int]] = []
    tags: list[Ints] = []
    for row, (w, words) in enumerate(zip(windows, split, strict=True)):
        ids[row, 0] = pieces.cls
        place = 1
        for i, word in enumerate(words):
            end = place + len(word)
            ids[row, place:end] = word
            marks[:, row, place:end] = np.array([[w.gaps[i] + 1], [w.cases[i] + 1], [w.quotes[i] + 1]])
            first[row, i], last[row, i] = place, end - 1
            place = end
        ids[row, place] = pieces.sep
        if rng:
            hide = np.random.default_rng(rng.getrandbits(32)).random(place) < hidden
            hide[0] = False
            ids[row, :place][hide] = pieces.mask
        flat[row, : len(words)] = flat_labels(w)
        for a in w.attributions:
            if a.cue and a.content:
                start, end = a.cue[0]
                anchors.append((row, rng.randrange(start, end) if rng and rng.random() < 0.25 else start, start))
                tags.append(pair_labels(a, len(words), most))
    return Batch(ids, marks, first, last, flat, np.array(anchors, np.int64).reshape(-1, 3), np.array(tags, np.int64).reshape(-1, most))


def flat_labels(w: Window) -> Ints:
    """Tags (words, 3) of source, cue and content; where spans of a role overlap the longer one stands."""
    labels = np.zeros((len(w.forms), 3), np.int64)
    for role, name in enumerate(("source", "cue", "content")):
        ranges = {r for a in w.attributions for r in getattr(a, name)}
        for start, end in sorted(ranges, key=lambda r: r[1] - r[0]):
            labels[start, role] = 1
            labels[start + 1 : end, role] = 2
    return labels


def pair_labels(a: Labelled, length: int, most: int) -> Ints:
    """Tags of all words for one attribution."""
    labels = np.full(most, -1, np.int64)
    labels[:length] = 0
    for ranges, tag in ((a.content, 5), (a.source, 1), (a.cue, 3)):
        for start, end in ranges:
            labels[start] = tag
            labels[start + 1 : end] = tag + 1
    return labels


def epoch(texts: list[Text], pieces: Pieces, names: list[str], size: int, rng: random.Random, noise: Noise) -> Iterator[Batch]:
    """All texts once, in windows of like length, with new cuts and new noise."""
    windows = [(augmented(w, names, rng, noise), length) for w, length in windows_of(texts, pieces, rng)]
    for group in grouped(windows, size, rng):
        kept = [w for w in group if w.forms]
        if kept:
            yield collate(kept, pieces, rng, noise.hidden)


def windows_of(texts: Iterable[Text], pieces: Pieces, rng: random.Random) -> Iterator[tuple[Window, int]]:
    """The windows of texts, each text cut at a place of its own, with their numbers of word pieces."""
    for text in texts:
        lengths = [len(pieces.of(form)) for form in text.words.forms]
        for start, end in cut(text, lengths, LONGEST, rng.randrange(60, LONGEST + 1)):
            yield window(text, start, end), sum(lengths[start:end])


def grouped(items: list[tuple[T, int]], size: int, rng: random.Random) -> list[list[T]]:
    """Items with their numbers of word pieces, shuffled, in groups of like length with at most `size` pieces; one item always fits."""
    items = items[:]
    rng.shuffle(items)
    items.sort(key=lambda pair: pair[1] // 24)
    groups: list[list[T]] = []
    room = 0
    for item, length in items:
        if length + 2 > room:
            groups.append([])
            room = size
        groups[-1].append(item)
        room -= length + 2
    rng.shuffle(groups)
    return groups

"""What networks answer about windows, as numbers that a student learns from."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from training.augment import Noise, augmented
from training.batches import Batch, Ints, collate, flat_labels, grouped, pair_labels
from training.data import Window
from training.model import FLAT_TAGS, PAIR_TAGS, Network, fast, inputs
from verbale.attribution.tagged_pieces import Pieces

Floats = NDArray[np.float16]
ANCHOR = 0.05  # a word this likely to begin a cue is asked about
TOGETHER = 10  # windows read in one go
TOLD = 500  # windows between two lines about how far it is
LEAST_WEIGHT = 0.03


@dataclass(frozen=True, slots=True)
class Answers:
    """Probabilities for one window.

    `flat` (words, 3 roles, 3 tags); `anchors` are the words that are asked about; `tags` (anchors, words, 7 tags); `cue` (anchors,) that
    each is a cue; `weight` (anchors,) is what its tags count.
    """

    flat: Floats
    anchors: Ints
    tags: Floats
    cue: Floats
    weight: Floats


def ask(network: Network, windows: Sequence[Window], pieces: Pieces, anchors: Sequence[Ints] | None = None) -> list[Answers]:
    """A network's answers, about these anchors of each window or about gold cues and the words that it takes for the beginning of one."""
    network.eval()
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].forms))
    found: dict[int, Answers] = {}
    for at in range(0, len(order), TOGETHER):
        if at % TOLD == 0:
            print(json.dumps({"answered": at, "of": len(order)}), flush=True)
        places = order[at : at + TOGETHER]
        given = None if anchors is None else [anchors[i] for i in places]
        found.update(zip(places, _ask(network, [windows[i] for i in places], pieces, given), strict=True))
    return [found[i] for i in range(len(windows))]


def _ask(network: Network, windows: list[Window], pieces: Pieces, anchors: list[Ints] | None) -> list[Answers]:
    batch = collate(windows, pieces)
    with torch.no_grad(), fast():
        words, scores = network.encode(*inputs(batch))
        flat = scores.float().softmax(-1).numpy()
        if anchors is None:
            hit = (flat[:, :, 1, 1] > ANCHOR) & (batch.first > 0)
            hit[batch.anchors[:, 0], batch.anchors[:, 2]] = True
            anchors = [np.flatnonzero(row) for row in hit]
        rows = np.repeat(np.arange(len(windows)), [len(a) for a in anchors])
        tags, cue = np.zeros((0, flat.shape[1], len(PAIR_TAGS))), np.zeros(0)
        if len(rows):
            pair = network.pair(words, torch.from_numpy(batch.first > 0), torch.from_numpy(rows), torch.from_numpy(np.concatenate(anchors)))
            tags, cue = pair[0].float().softmax(-1).numpy(), pair[1].float().sigmoid().numpy()
    out = []
    for row, (w, own) in enumerate(zip(windows, anchors, strict=True)):
        mine, n = rows == row, len(w.forms)
        sure = cue[mine].astype(np.float16)
        out.append(Answers(flat[row, :n].astype(np.float16), own, tags[mine][:, :n].astype(np.float16), sure, sure))
    return out


def mean(one: Answers, other: Answers) -> Answers:
    """The mean of two networks' answers about the same anchors."""
    flat, tags, cue, weight = (
        ((getattr(one, name).astype(np.float32) + getattr(other, name)) / 2).astype(np.float16)
        for name in ("flat", "tags", "cue", "weight")
    )
    return Answers(flat, one.anchors, tags, cue, np.maximum(weight, np.float16(LEAST_WEIGHT)))


def with_gold(w: Window, answers: Answers, share: float) -> Answers:
    """Answers about a window moved by `share` towards its annotation; an annotated cue counts in full, other words half of their weight."""
    n = len(w.forms)
    starts = {a.cue[0][0]: pair_labels(a, n, n) for a in w.attributions if a.cue and a.content}
    right = np.array([int(i) in starts for i in answers.anchors], bool)
    tags = answers.tags.astype(np.float32)
    for row in np.flatnonzero(right):
        tags[row] = (1 - share) * tags[row] + share * np.eye(len(PAIR_TAGS))[starts[int(answers.anchors[row])]]
    flat = (1 - share) * answers.flat + share * np.eye(len(FLAT_TAGS))[flat_labels(w)]
    cue = (1 - share) * answers.cue + share * right
    weight = np.where(right, 1.0, np.maximum(answers.weight / 2, LEAST_WEIGHT))
    return Answers(flat.astype(np.float16), answers.anchors, tags.astype(np.float16), cue.astype(np.float16), weight.astype(np.float16))


@dataclass(frozen=True, slots=True)
class AnsweredBatch:
    """Windows with their answers in padded arrays; `anchors` are rows of (window, word), the rest is as in `Answers`, 0 for padding."""

    windows: Batch
    flat: NDArray[np.float32]
    anchors: Ints
    tags: NDArray[np.float32]
    cue: NDArray[np.float32]
    weight: NDArray[np.float32]


def collate_answered(
    windows: Sequence[Window], answers: Sequence[Answers], pieces: Pieces, rng: random.Random, hidden: float
) -> AnsweredBatch:
    """One batch; the windows have the words that were asked about, one for one."""
    batch = collate(list(windows), pieces, rng, hidden)
    rows, most = len(windows), batch.first.shape[1]
    flat = np.zeros((rows, most, 3, len(FLAT_TAGS)), np.float32)
    tags = np.zeros((sum(len(a.anchors) for a in answers), most, len(PAIR_TAGS)), np.float32)
    at = 0
    for row, a in enumerate(answers):
        words = len(a.flat)
        flat[row, :words] = a.flat
        tags[at : at + len(a.anchors), :words] = a.tags
        at += len(a.anchors)
    anchors = np.array([(row, i) for row, a in enumerate(answers) for i in a.anchors], np.int64).reshape(-1, 2)
    cue, weight = (np.concatenate([getattr(a, name) for a in answers]).astype(np.float32) for name in ("cue", "weight"))
    return AnsweredBatch(batch, flat, anchors, tags, cue, weight)


def answered_epoch(
    answered: Sequence[tuple[Window, Answers]], pieces: Pieces, names: list[str], size: int, rng: random.Random, noise: Noise
) -> Iterator[AnsweredBatch]:
    """All answered windows once, in like lengths, with new noise that takes no word away."""
    mild = replace(noise, no_marks=0.0, some_marks=0.0)
    items = [((w, a), sum(len(pieces.of(form)) for form in w.forms)) for w, a in answered]
    for group in grouped(items, size, rng):
        windows = [augmented(w, names, rng, mild) for w, _ in group]
        yield collate_answered(windows, [a for _, a in group], pieces, rng, mild.hidden)

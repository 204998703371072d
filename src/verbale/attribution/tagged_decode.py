"""From scores to spans: the best legal tagging for each anchor, and which anchors stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Range = tuple[int, int]  # half-open, in words of a window

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NEVER = np.float32(-1e9)
_OUT, _B_SOURCE, _I_SOURCE, _B_CUE, _I_CUE, _B_CONTENT, _I_CONTENT = range(7)


@dataclass(frozen=True, slots=True)
class Decoded:
    """One anchor's attribution in words of its window; `source` is None where the text names none."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]


def _automaton() -> tuple[NDArray[np.int64], NDArray[np.int64], Floats, Floats, Floats]:
    """Tag of each state, the states before it with the scores (0, or NEVER where the row is filled up), of starting and of ending in it.

    A state is a tag with two memories: whether the source and whether the cue have been read; each may be read at most once.
    """
    states = [(tag, s, k) for tag in (_OUT, _B_CONTENT, _I_CONTENT) for s in (0, 1) for k in (0, 1)]
    states += [(tag, 1, k) for tag in (_B_SOURCE, _I_SOURCE) for k in (0, 1)]
    states += [(tag, s, 1) for tag in (_B_CUE, _I_CUE) for s in (0, 1)]
    before: list[list[int]] = [[] for _ in states]
    for i, (tag, s, k) in enumerate(states):
        for j, (then, s2, k2) in enumerate(states):
            if then in (_OUT, _B_CONTENT):
                legal = (s2, k2) == (s, k)
            elif then in (_I_CONTENT, _I_SOURCE, _I_CUE):
                legal = (s2, k2) == (s, k) and tag in (then - 1, then)
            elif then == _B_SOURCE:
                legal = not s and k2 == k
            else:
                legal = not k and s2 == s
            if legal:
                before[j].append(i)
    most = max(map(len, before))
    costs = np.array([[0] * len(row) + [NEVER] * (most - len(row)) for row in before], np.float32)
    empty = {(_OUT, 0, 0), (_B_CONTENT, 0, 0), (_B_SOURCE, 1, 0), (_B_CUE, 0, 1)}
    begins = np.array([0 if state in empty else NEVER for state in states], np.float32)
    ends = np.array([0 if k else NEVER for _, _, k in states], np.float32)
    filled = np.array([row + [0] * (most - len(row)) for row in before])
    return np.array([tag for tag, _, _ in states]), filled, costs, begins, ends


_TAG_OF, _BEFORE, _COSTS, _BEGINS, _ENDS = _automaton()


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def best_tags(scores: Floats, places: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The best legal tags (anchors, words) by the Viterbi algorithm.

    `scores` (anchors, words, tags) are log probabilities; the word at `places` belongs to the cue; words from `lengths` on are outside.
    """
    count, words, _ = scores.shape
    emitted = scores.copy()
    emitted[np.arange(words)[None, :] >= lengths[:, None]] = np.where(np.arange(7) == _OUT, 0, NEVER)
    own = emitted[np.arange(count), places]
    emitted[np.arange(count), places] = np.where(np.isin(np.arange(7), (_B_CUE, _I_CUE)), own, NEVER)
    emitted = np.ascontiguousarray(emitted[:, :, _TAG_OF].transpose(1, 2, 0))
    reached = np.empty((words, len(_TAG_OF), count), np.float32)
    reached[0] = _BEGINS[:, None] + emitted[0]
    for i in range(1, words):
        reached[i] = (reached[i - 1].take(_BEFORE.T, 0) + _COSTS.T[:, :, None]).max(0) + emitted[i]
    at = (reached[-1] + _ENDS[:, None]).argmax(0)
    tags = np.zeros((count, words), np.int64)
    rows = np.arange(count)[:, None]
    for i in range(words - 1, 0, -1):
        tags[:, i] = _TAG_OF[at]
        before = _BEFORE[at]
        at = before[rows[:, 0], (reached[i - 1][before, rows] + _COSTS[at]).argmax(1)]
    tags[:, 0] = _TAG_OF[at]
    return tags


def ranges(tags: NDArray[np.int64], begin: int) -> tuple[Range, ...]:
    """The runs of one role, whose tags are `begin` and `begin` + 1."""
    out: list[Range] = []
    for i in np.flatnonzero((tags == begin) | (tags == begin + 1)).tolist():
        if out and out[-1][1] == i and tags[i] != begin:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return tuple(out)


def decoded(tags: NDArray[np.int64]) -> Decoded | None:
    """The attribution of one anchor's tags; None without a content."""
    content, cue, source = ranges(tags, _B_CONTENT), ranges(tags, _B_CUE), ranges(tags, _B_SOURCE)
    if not content or not cue:
        return None
    return Decoded(source[0] if source else None, cue[0], content)

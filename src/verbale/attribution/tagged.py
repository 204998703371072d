"""Attribution by a trained tagger: words that may begin a cue are anchors, and each anchor's source, cue and content are read off together.

The network (`training/`) scores; this module cuts windows, decodes, links, calibrates. Attributions may overlap, nest and have gaps.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from verbale.attribution.tagged_candidates import Candidate, arranged, mended, selected
from verbale.attribution.tagged_decode import TAGS, Decoded, best_tags, decoded, log_softmax
from verbale.attribution.tagged_pieces import Pieces
from verbale.attribution.tagged_windows import Inputs, Window, inputs_of, windows_of
from verbale.attribution.tagged_words import Words, read_words
from verbale.values import Attribution, Document, Span, Spans

Floats = NDArray[np.float32]
TOGETHER = 16
"""Batches whose best tags are sought together."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of a batch of windows.

    `rows` and `places` (anchors,) say which word of which window is an anchor, by window and then by word; `likely` (anchors,) is the log
    probability that a cue begins there; `tags` (anchors, words, 7) are raw scores in the order of `tagged_decode.TAGS`; `valid` (anchors,)
    is the raw score that the anchor belongs to a cue.
    """

    rows: NDArray[np.int64]
    places: NDArray[np.int64]
    likely: Floats
    tags: Floats
    valid: Floats


@dataclass(frozen=True, slots=True)
class Calibration:
    """Numbers fitted on held-out training texts.

    `weights` and `bias` are logistic over FEATURES; `least` is the least probability of an attribution that is given; `shift` is added to
    the log probabilities of the tags, in their order, before the best tagging is sought.
    """

    weights: tuple[float, ...]
    bias: float
    least: float
    shift: tuple[float, ...] = (0.0,) * len(TAGS)

    def probability(self, features: Sequence[float]) -> float:
        """The probability, in [0, 1], that the content is at least half right and the source too (Platt 1999, with several features)."""
        score = self.bias + sum(w * f for w, f in zip(self.weights, features, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


class Tagger(Protocol):
    """A network behind the decoder; `name` tells its release, `vocabulary` are the word pieces in the order of their indices."""

    @property
    def name(self) -> str:
        """The release, which becomes the attributor's name."""
        ...

    @property
    def vocabulary(self) -> Sequence[str]:
        """The word pieces."""
        ...

    @property
    def calibration(self) -> Calibration:
        """How scores become probabilities."""
        ...

    def score(self, inputs: Inputs) -> Scores:
        """Scores of a batch of windows."""
        ...


class TaggedAttributor:
    """The attributor of a trained tagger; holds no state but the tagger and remembered word pieces."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self._tagger.vocabulary)

    @property
    def name(self) -> str:
        """The release of the network."""
        return self._tagger.name

    def attribute(self, documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
        """The attributions of each document, sorted by the first position of the content; work grows linearly with length."""
        least = self._tagger.calibration.least
        found = self.candidates(documents)
        return [arranged(d, mended(d, selected(c, least)), self.name) for d, c in zip(documents, found, strict=True)]

    def candidates(self, documents: Sequence[Document]) -> list[list[Candidate]]:
        """Every anchor's attribution of each document, likely or not, in text order of the anchors."""
        return read(documents, self.scored(documents), self._tagger.calibration)

    def scored(self, documents: Sequence[Document]) -> Scored:
        """The network's scores of each document."""
        texts = [outside(read_words(d.text), d.furniture) for d in documents]
        windows: list[Window] = []
        for i, words in enumerate(texts):
            windows += windows_of(i, words, [len(self._pieces.of(form)) for form in words.forms])
        # One window at a time: 8-bit scales are taken over all that is read together, and a document's company must not change its answer.
        return Scored(tuple(texts), tuple(((w,), self._tagger.score(inputs_of([w], texts, self._pieces))) for w in windows))


@dataclass(frozen=True, slots=True)
class Scored:
    """The words of some documents, and the windows that the network read with what it said of them."""

    texts: tuple[Words, ...]
    batches: tuple[tuple[tuple[Window, ...], Scores], ...]


def read(documents: Sequence[Document], scored: Scored, calibration: Calibration) -> list[list[Candidate]]:
    """The candidates of each document, in text order of their anchors."""
    found: list[list[tuple[int, Candidate]]] = [[] for _ in documents]
    for batch, scores, logs, tags in tagged(scored.batches, calibration):
        for row, place, candidate in read_batch(documents, scored.texts, batch, scores, logs, tags, calibration):
            found[batch[row].text].append((batch[row].start + place, candidate))
    return [[candidate for _, candidate in sorted(pairs, key=lambda pair: pair[0])] for pairs in found]


def tagged(
    batches: Sequence[tuple[tuple[Window, ...], Scores]], calibration: Calibration
) -> Iterator[tuple[tuple[Window, ...], Scores, Floats, NDArray[np.int64]]]:
    """Each batch that has anchors with its tags' log probabilities and the best tags of each anchor.

    Batches are searched together: a step from word to word costs as much for one anchor as for a hundred.
    """
    some = [(batch, scores) for batch, scores in batches if len(scores.rows)]
    for first in range(0, len(some), TOGETHER):
        part = some[first : first + TOGETHER]
        lengths = np.array([batch[row].end - batch[row].start for batch, scores in part for row in scores.rows])
        logs = [log_softmax(scores.tags) for _, scores in part]
        shifted = np.zeros((len(lengths), max(one.shape[1] for one in logs), len(TAGS)), np.float32)
        ends = np.cumsum([len(one) for one in logs]).tolist()
        for one, end in zip(logs, ends, strict=True):
            shifted[end - len(one) : end, : one.shape[1]] = one + np.array(calibration.shift, np.float32)
        tags = best_tags(shifted, np.concatenate([scores.places for _, scores in part]), lengths)
        for (batch, scores), one, end in zip(part, logs, ends, strict=True):
            yield batch, scores, one, tags[end - len(one) : end]


def read_batch(
    documents: Sequence[Document],
    texts: Sequence[Words],
    batch: Sequence[Window],
    scores: Scores,
    logs: Floats,
    tags: NDArray[np.int64],
    calibration: Calibration,
) -> Iterable[tuple[int, int, Candidate]]:
    """Row, place and candidate of each anchor that has a content."""
    for i, (row, place) in enumerate(zip(scores.rows.tolist(), scores.places.tolist(), strict=True)):
        window = batch[row]
        result = decoded(tags[i, : window.end - window.start])
        if result is None:
            continue
        words, furniture = texts[window.text], documents[window.text].furniture
        features = features_of(result, logs[i], float(scores.valid[i]), float(scores.likely[i]))
        spans = [
            spans_of(words, ranges, window.start, furniture)
            for ranges in ([result.source] if result.source else [], [result.cue], result.content)
        ]
        yield row, place, Candidate(spans[0], spans[1], spans[2], features, calibration.probability(features))


FEATURES = ("valid", "likely", "content", "content_edge", "source", "no_source", "short")


def features_of(result: Decoded, logs: Floats, valid: float, likely: float) -> tuple[float, ...]:
    """What the calibration sees of one candidate, in the order of FEATURES."""
    inside = [logs[a:b, 5:].max(1).mean() for a, b in result.content]
    start, end = result.content[0][0], result.content[-1][1]
    edge = logs[start, 5] + (logs[end, :5].max() if end < len(logs) else 0.0)
    source = logs[result.source[0] : result.source[1], 1:3].max(1).mean() if result.source else 0.0
    words = sum(b - a for a, b in result.content)
    return (valid, likely, float(np.mean(inside)), float(max(edge, -8.0)), float(source), float(result.source is None), float(words <= 3))


def outside(words: Words, furniture: Spans) -> Words:
    """The words that lie in no span of furniture; the word after furniture begins a paragraph."""
    if not furniture:
        return words
    starts, ends = [s.start for s in furniture], [s.end for s in furniture]
    kept: list[int] = []
    gaps = list(words.gaps)
    for i, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        if bisect.bisect_right(ends, start) == bisect.bisect_left(starts, end):
            if kept and kept[-1] != i - 1:
                gaps[i] = 3
            kept.append(i)
    columns = (words.starts, words.ends, words.forms, gaps, words.cases, words.quotes)
    return Words(*(tuple(column[i] for i in kept) for column in columns))  # type: ignore[arg-type]


def spans_of(words: Words, found: Iterable[tuple[int, int]], offset: int, furniture: Spans) -> Spans:
    """Ranges of words as spans of the text; furniture cuts them."""
    out: list[Span] = []
    for a, b in found:
        start, end = words.starts[offset + a], words.ends[offset + b - 1]
        for span in furniture:
            if start < span.start and span.end < end:
                last = bisect.bisect_right(words.ends, span.start) - 1
                out.append(Span(start, words.ends[last]))
                start = words.starts[last + 1]
        out.append(Span(start, end))
    return tuple(out)

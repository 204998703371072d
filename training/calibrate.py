"""Fits, on held-out training texts, how scores become probabilities, and the least probability of an attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.data import Range, Text
from verbale.attribution.tagged import FEATURES, Calibration, Candidate, TaggedAttributor, selected
from verbale.engines.onnx_tagger import OnnxTagger
from verbale.values import Document, Span

Floats = NDArray[np.float64]
RIDGE = 1.0  # weight of the squared weights beside the summed log loss
BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """Candidates of one text, with whether each finds a gold attribution of its own, and the number of gold attributions."""

    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    gold: int


def cells(spans: Sequence[Span]) -> set[int]:
    """The positions that spans cover."""
    return {i for span in spans for i in range(span.start, span.end)}


def judge(text: Text, candidates: Sequence[Candidate]) -> Judged:
    """Matches candidates and gold one to one, most alike first: content with an overlap of half the union, sources that meet."""

    def spans(found: tuple[Range, ...]) -> list[Span]:
        return [Span(text.words.starts[a], text.words.ends[b - 1]) for a, b in found]

    gold = [(cells(spans(a.content)), cells(spans(a.source))) for a in text.attributions]
    found = [(cells(c.content), cells(c.source)) for c in candidates]
    pairs = []
    for i, (content, source) in enumerate(gold):
        for j, (other, other_source) in enumerate(found):
            shared = len(content & other)
            if shared and 2 * shared >= len(content | other) and (bool(source & other_source) or not (source or other_source)):
                pairs.append((-shared / len(content | other), i, j))
    used: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in used and j not in right:
            used.add(i)
            right.add(j)
    return Judged(tuple(candidates), tuple(j in right for j in range(len(candidates))), len(gold))


def logistic(x: Floats, y: Floats, *, ridge: float = RIDGE, rounds: int = 50) -> tuple[Floats, float]:
    """Weights and bias of a logistic regression with a ridge, by Newton's method on scaled features."""
    mean, scale = x.mean(0), x.std(0) + 1e-6
    z = np.column_stack([(x - mean) / scale, np.ones(len(x))])
    keep = ridge * np.eye(z.shape[1])
    keep[-1, -1] = 0
    w = np.zeros(z.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-z @ w))
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + keep, z.T @ (y - p) - keep @ w)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    weights = w[:-1] / scale
    return weights, float(w[-1] - weights @ mean)


def expected_error(probabilities: Sequence[float], right: Sequence[bool], bins: int = BINS) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error over bins of equal count (Naeini et al. 2015), and each bin's mean probability, share right and count."""
    order = np.argsort(np.asarray(probabilities), kind="stable")
    p, y = np.asarray(probabilities)[order], np.asarray(right, float)[order]
    parts = [
        (float(a.mean()), float(b.mean()), len(a)) for a, b in zip(np.array_split(p, bins), np.array_split(y, bins), strict=True) if len(a)
    ]
    return sum(abs(a - b) * n for a, b, n in parts) / max(len(p), 1), parts


def best_least(texts: Sequence[Text], found: Sequence[Sequence[Candidate]], steps: int = 60) -> tuple[float, float]:
    """The least probability with the highest F1 of whole attributions, and that F1, in [0, 1]."""
    best = (0.0, 0.5)
    for least in np.linspace(0.2, 0.79, steps):
        hits = given = gold = 0
        for text, candidates in zip(texts, found, strict=True):
            judged = judge(text, selected(candidates, float(least)))
            hits, given, gold = hits + sum(judged.right), given + len(judged.candidates), gold + judged.gold
        best = max(best, (2 * hits / max(given + gold, 1), float(least)))
    return best[1], best[0]


def rescored(candidates: Sequence[Candidate], calibration: Calibration) -> list[Candidate]:
    """The candidates with their probability under another calibration."""
    return [Candidate(c.source, c.cue, c.content, c.features, calibration.probability(c.features)) for c in candidates]


def found_by(model: Path, texts: Sequence[Text], *, threads: int | None = None) -> list[list[Candidate]]:
    """Every candidate of a model file on some texts."""
    return TaggedAttributor(OnnxTagger(model, threads=threads)).candidates([Document(t.name, t.name, t.text) for t in texts])


def fit(texts: Sequence[Text], found: Sequence[Sequence[Candidate]]) -> Calibration:
    """The calibration of candidates on held-out texts: fitted on those that survive the choice between readings of one cue."""
    kept = [selected(candidates, 0.02) for candidates in found]
    judged = [judge(text, candidates) for text, candidates in zip(texts, kept, strict=True)]
    x = np.array([c.features for j in judged for c in j.candidates], float).reshape(-1, len(FEATURES))
    y = np.array([right for j in judged for right in j.right], float)
    weights, bias = logistic(x, y)
    calibration = Calibration(tuple(round(float(w), 5) for w in weights), round(bias, 5), 0.5)
    least, _ = best_least(texts, [rescored(candidates, calibration) for candidates in found])
    return Calibration(calibration.weights, calibration.bias, round(least, 3))

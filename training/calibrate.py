"""Fits, on held-out training texts, how scores become probabilities, and the least probability of an attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.data import Text
from training.figures import cells, f1, figures, gold_spans
from verbale.attribution.tagged import FEATURES, Calibration, Candidate, Scored, TaggedAttributor, read, selected
from verbale.engines.onnx_tagger import OnnxTagger
from verbale.values import Document

Floats = NDArray[np.float64]
RIDGE = 1.0  # weight of the squared weights beside the summed log loss
BINS = 10
SHIFTS = (-1.0, -0.5, -0.25, 0.25, 0.5, 1.0)
LEASTS = tuple(round(0.2 + 0.025 * i, 3) for i in range(15))
FIRST_LEAST = 0.35
LEAST_GAIN = 5e-4  # a smaller gain on 40 texts is chance


@dataclass(frozen=True, slots=True)
class Judged:
    """Candidates of one text, with whether each finds a gold attribution of its own, and the number of gold attributions."""

    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    gold: int


def judge(text: Text, candidates: Sequence[Candidate]) -> Judged:
    """Matches candidates and gold one to one, most alike first: content with an overlap of half the union, sources that meet."""
    gold = [(cells(gold_spans(text, a.content)), cells(gold_spans(text, a.source))) for a in text.attributions]
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


def fit(texts: Sequence[Text], found: Sequence[Sequence[Candidate]]) -> Calibration:
    """The calibration of candidates on held-out texts: fitted on those that survive the choice between readings of one cue."""
    kept = [selected(candidates, 0.02) for candidates in found]
    judged = [judge(text, candidates) for text, candidates in zip(texts, kept, strict=True)]
    x = np.array([c.features for j in judged for c in j.candidates], float).reshape(-1, len(FEATURES))
    y = np.array([right for j in judged for right in j.right], float)
    weights, bias = logistic(x, y)
    return Calibration(tuple(round(float(w), 5) for w in weights), round(bias, 5), 0.5)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Held-out texts as documents with the network's scores of them."""

    texts: tuple[Text, ...]
    documents: tuple[Document, ...]
    scored: Scored


def held_out(model: Path, texts: Sequence[Text], *, threads: int | None = None) -> HeldOut:
    """The scores of a model file on some texts."""
    documents = tuple(Document(t.name, t.name, t.text) for t in texts)
    return HeldOut(tuple(texts), documents, TaggedAttributor(OnnxTagger(model, threads=threads)).scored(documents))


def worth(data: HeldOut, calibration: Calibration) -> float:
    """The mean of the five figures that the tagger is held to, in [0, 1]."""
    found = [selected(c, calibration.least) for c in read(data.documents, data.scored, calibration)]
    judged = [judge(text, candidates) for text, candidates in zip(data.texts, found, strict=True)]
    whole = f1(sum(sum(j.right) for j in judged), sum(len(j.candidates) for j in judged), sum(j.gold for j in judged))
    values = figures(data.texts, found)
    return (sum(values.values()) + whole) / (len(values) + 1)


def tuned(data: HeldOut, *, rounds: int = 2) -> Calibration:
    """The calibration with the best shift of the tags and the best least probability, one number at a time.

    The numbers tried: contents as a whole, their beginnings, sources and the least probability.
    """
    plain = Calibration((1.0, *(0.0,) * (len(FEATURES) - 1)), 0.0, 0.5)
    best = replace(fit(data.texts, read(data.documents, data.scored, plain)), least=FIRST_LEAST)
    top = worth(data, best)
    for _ in range(rounds):
        before = top
        for tags, steps in (((5, 6), SHIFTS), ((5,), SHIFTS), ((1, 2), SHIFTS)):
            for step in steps:
                shift = tuple(s + step if i in tags else s for i, s in enumerate(best.shift))
                trial = replace(best, shift=shift)
                value = worth(data, trial)
                if value > top + LEAST_GAIN:
                    best, top = trial, value
        refitted = fit(data.texts, read(data.documents, data.scored, best))
        for least in LEASTS:
            trial = replace(refitted, shift=best.shift, least=least)
            value = worth(data, trial)
            if value > top:
                best, top = trial, value
        if top <= before:
            break
    weights = fit(data.texts, read(data.documents, data.scored, best))
    return replace(weights, shift=best.shift, least=best.least)

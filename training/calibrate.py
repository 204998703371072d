"""Fits, on held-out training texts, how scores become probabilities, and the least probability of an attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.data import Text
from training.figures import cells, f1, figures, gold_spans
from verbale.attribution.tagged import FEATURES, Calibration, Scored, TaggedAttributor, read
from verbale.attribution.tagged_candidates import Candidate, selected
from verbale.attribution.tagged_decode import TAGS
from verbale.engines.onnx_tagger import OnnxTagger
from verbale.values import Document

Floats = NDArray[np.float64]
RIDGE = 1.0  # weight of the squared weights beside the summed log loss
BINS = 10
# Added to the log probabilities that a content begins and goes on: scores of single words break contents too often.
SHIFTS = ((0.0, 0.0), (-0.5, 0.5), (-1.0, 0.5), (-1.0, 1.0), (-2.0, 1.0), (-2.0, 1.5))
FIRST_LEAST = 0.35
LEASTS = tuple(round(0.2 + 0.025 * i, 3) for i in range(13))


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


def worth(data: HeldOut, candidates: Sequence[Sequence[Candidate]], least: float) -> float:
    """The mean of the five figures that the tagger is held to, in [0, 1]."""
    found = [selected(c, least) for c in candidates]
    judged = [judge(text, candidates) for text, candidates in zip(data.texts, found, strict=True)]
    whole = f1(sum(sum(j.right) for j in judged), sum(len(j.candidates) for j in judged), sum(j.gold for j in judged))
    values = figures(data.texts, found)
    return (sum(values.values()) + whole) / (len(values) + 1)


def tuned(data: HeldOut) -> Calibration:
    """The calibration with the best shift of the content's tags and then the best least probability."""
    plain = Calibration((1.0, *(0.0,) * (len(FEATURES) - 1)), 0.0, 0.5)
    trials = []
    for begin, inside in SHIFTS:
        shift = (*(0.0,) * (len(TAGS) - 2), begin, inside)
        found = read(data.documents, data.scored, replace(plain, shift=shift))
        calibration = replace(fit(data.texts, found), shift=shift, least=FIRST_LEAST)
        trials.append((worth(data, rescored(found, calibration), FIRST_LEAST), calibration, found))
    _, calibration, found = max(trials, key=lambda trial: trial[0])
    candidates = rescored(found, calibration)
    _, least = max((worth(data, candidates, least), least) for least in LEASTS)
    return replace(calibration, least=least)


def rescored(found: Sequence[Sequence[Candidate]], calibration: Calibration) -> list[list[Candidate]]:
    """The candidates with their probabilities under another calibration."""
    return [[replace(c, probability=calibration.probability(c.features)) for c in candidates] for candidates in found]

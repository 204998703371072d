"""Fits how scores become probabilities, and on held-out training texts the least probability of an attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.data import Text
from training.figures import ROLES, cells, f1, figures, gold_spans, trimmed
from verbale.attribution.tagged import FEATURES, Calibration, Scored, TaggedAttributor, read
from verbale.attribution.tagged_candidates import Candidate, selected
from verbale.attribution.tagged_decode import TAGS
from verbale.engines.onnx_tagger import OnnxTagger
from verbale.values import Document

Floats = NDArray[np.float64]
Found = Sequence[Sequence[Candidate]]
RIDGE = 1.0  # weight of the squared weights beside the summed log loss
LEARNED_RIDGE = 10.0  # the same for the many candidates of the texts that the network learned from
HELD = 100.0  # weight of the squared distance from the weights fitted there, when the held-out texts move them
BINS = 10
# Added to the log probabilities that a content begins and goes on: scores of single words break contents too often.
SHIFTS = ((0.0, 0.0), (-0.5, 0.5), (-1.0, 0.5), (-1.0, 1.0), (-2.0, 1.0), (-2.0, 1.5))
FIRST_LEAST = 0.4
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
            if _alike(content, source, other, other_source):
                pairs.append((-len(content & other) / len(content | other), i, j))
    used: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in used and j not in right:
            used.add(i)
            right.add(j)
    return Judged(tuple(candidates), tuple(j in right for j in range(len(candidates))), len(gold))


def right_parts(text: Text, candidates: Sequence[Candidate]) -> list[float]:
    """How much of each candidate is right, in [0, 1]: the mean over what the five figures count, the candidate alone in its text.

    They are the attribution with half its content and its source, the exact spans of each role, and the content's characters.
    """
    whole = [(cells(gold_spans(text, a.content)), cells(gold_spans(text, a.source))) for a in text.attributions]
    gold = {role: {s for a in text.attributions for s in trimmed(text.text, gold_spans(text, getattr(a, role)))} for role in ROLES}
    characters = cells(gold["content"])
    out = []
    for candidate in candidates:
        given = {role: trimmed(text.text, getattr(candidate, role)) for role in ROLES}
        content, source = cells(given["content"]), cells(given["source"])
        found = float(any(_alike(content, source, *one) for one in whole))
        spans = [len(given[role] & gold[role]) / len(given[role]) if given[role] else found for role in ROLES]
        out.append(float(np.mean([found, *spans, len(content & characters) / len(content)])))
    return out


def _alike(content: set[int], source: set[int], other: set[int], other_source: set[int]) -> bool:
    """Whether contents overlap by half of their union and sources meet or are both missing."""
    return 2 * len(content & other) >= len(content | other) and (bool(source & other_source) or not (source or other_source))


def logistic(x: Floats, y: Floats, *, ridge: float = RIDGE, around: Floats | None = None, rounds: int = 50) -> tuple[Floats, float]:
    """Weights and bias of a logistic regression with a ridge towards the weights `around`, or 0, by Newton's method on scaled features.

    `y` may be shares in [0, 1].
    """
    mean, scale = x.mean(0), x.std(0) + 1e-6
    z = np.column_stack([(x - mean) / scale, np.ones(len(x))])
    keep = ridge * np.eye(z.shape[1])
    keep[-1, -1] = 0
    centre = np.zeros(z.shape[1])
    if around is not None:
        centre[:-1] = around * scale
    w = centre.copy()
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-z @ w))
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + keep, z.T @ (y - p) - keep @ (w - centre))
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


def fit(learned: Sequence[Text], found: Found, held: Sequence[Text], held_found: Found) -> Calibration:
    """The calibration of candidates: fitted on the many texts that the network learned from, moved by held-out ones, scaled on these."""
    weights, _ = logistic(*examples(learned, found), ridge=LEARNED_RIDGE)
    weights, bias = logistic(*examples(held, held_found), ridge=HELD, around=weights)
    return honest(Calibration(tuple(map(float, weights)), bias, 0.5), held, held_found)


def honest(calibration: Calibration, texts: Sequence[Text], found: Found) -> Calibration:
    """The same order of candidates, scaled so that the best reading of each cue has the probability that `judge` finds it right."""
    kept = [selected(candidates, 0.02) for candidates in rescored(found, calibration)]
    judged = [judge(text, candidates) for text, candidates in zip(texts, kept, strict=True)]
    p = np.array([c.probability for j in judged for c in j.candidates])
    slope, bias = logistic(np.log(p / (1 - p))[:, None], np.array([right for j in judged for right in j.right], float))
    weights = tuple(round(float(slope[0]) * w, 5) for w in calibration.weights)
    return replace(calibration, weights=weights, bias=round(float(slope[0]) * calibration.bias + bias, 5))


def examples(texts: Sequence[Text], found: Found) -> tuple[Floats, Floats]:
    """The features of all candidates and how much of each is right."""
    x = np.array([c.features for candidates in found for c in candidates], float).reshape(-1, len(FEATURES))
    y = [share for text, candidates in zip(texts, found, strict=True) for share in right_parts(text, candidates)]
    return x, np.array(y, float)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Texts, held out or learned from, as documents with the network's scores of them."""

    texts: tuple[Text, ...]
    documents: tuple[Document, ...]
    scored: Scored


def held_out(model: Path, texts: Sequence[Text], *, threads: int | None = None) -> HeldOut:
    """The scores of a model file on some texts."""
    documents = tuple(Document(t.name, t.name, t.text) for t in texts)
    return HeldOut(tuple(texts), documents, TaggedAttributor(OnnxTagger(model, threads=threads)).scored(documents))


def worth(data: HeldOut, candidates: Found, least: float) -> float:
    """The mean of the five figures that the tagger is held to, in [0, 1]."""
    found = [selected(c, least) for c in candidates]
    judged = [judge(text, candidates) for text, candidates in zip(data.texts, found, strict=True)]
    whole = f1(sum(sum(j.right) for j in judged), sum(len(j.candidates) for j in judged), sum(j.gold for j in judged))
    values = figures(data.texts, found)
    return (sum(values.values()) + whole) / (len(values) + 1)


def tuned(data: HeldOut, learned: HeldOut) -> Calibration:
    """The calibration with the best shift of the content's tags and then the best least probability, on held-out texts.

    `learned` are texts that the network learned from: their candidates only help to fit the weights.
    """
    plain = Calibration((1.0, *(0.0,) * (len(FEATURES) - 1)), 0.0, 0.5)
    trials = []
    for begin, inside in SHIFTS:
        shift = (*(0.0,) * (len(TAGS) - 2), begin, inside)
        found = read(data.documents, data.scored, replace(plain, shift=shift))
        more = read(learned.documents, learned.scored, replace(plain, shift=shift))
        calibration = replace(fit(learned.texts, more, data.texts, found), shift=shift, least=FIRST_LEAST)
        trials.append((worth(data, rescored(found, calibration), FIRST_LEAST), calibration, found))
    _, calibration, found = max(trials, key=lambda trial: trial[0])
    candidates = rescored(found, calibration)
    _, least = max((worth(data, candidates, least), least) for least in LEASTS)
    return replace(calibration, least=least)


def rescored(found: Found, calibration: Calibration) -> list[list[Candidate]]:
    """The candidates with their probabilities under another calibration."""
    return [[replace(c, probability=calibration.probability(c.features)) for c in candidates] for candidates in found]

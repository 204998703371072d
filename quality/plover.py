"""Five-fold cross-validation of PLOVER roots from our lexicon's signals and n-grams, on a file of source–target pairs.

Usage: python quality/plover.py [FILE.tsv] [--json] [--misses]

FILE (by default data/events/plv_train.tsv of the shared folder) has a header with sentence, marked_sentence (source in <s>…</s>, target in
<t>…</t>) and gold_root. Rows whose root no move maps to are left out. Folds follow a hash of the sentence, so that they never change and
no sentence stands in two of them. The classifier is a softmax regression trained within each fold, in numpy; its
features are what verbale.coding.plover.signals finds before, between and after source and target, and the stems and pairs of stems there.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verbale.coding.plover import ROOTS, signals
from verbale.coding.words import words

FOLDS = 5
LEAST_SEEN = 2  # rows that must hold a feature for it to count
PENALTY = 0.3  # L2, per row
STEPS, RATE = 300, 0.05  # Adam
_TAGS = re.compile(r"</?[st]>")

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence with source and target marked, and its root."""

    sentence: str
    marked: str
    root: str

    @property
    def fold(self) -> int:
        """The fold in [0, FOLDS) that the sentence belongs to."""
        return int(hashlib.sha256(self.sentence.encode()).hexdigest(), 16) % FOLDS


def read(path: Path) -> list[Row]:
    """The rows of mapped roots."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(line["sentence"], line["marked_sentence"], line["gold_root"]) for line in table if line["gold_root"] in ROOTS]


def zones(marked: str) -> dict[str, str]:
    """The text before, between and after source and target, and which of them comes first."""
    masked = re.sub(r"<s>.*?</s>", " SOURCEX ", marked)
    masked = re.sub(r"<t>.*?</t>", " TARGETX ", masked)
    masked = _TAGS.sub(" ", masked)
    marks = list(re.finditer(r"SOURCEX|TARGETX", masked))
    source = next((mark for mark in marks if mark.group() == "SOURCEX"), None)
    target = next((mark for mark in marks if mark.group() == "TARGETX" and (source is None or mark.start() > source.start())), None)
    if source and target:
        order = {"between": masked[source.end() : target.start()], "after": masked[target.end() :], "before": masked[: source.start()]}
    elif source:
        order = {"between": "", "after": masked[source.end() :], "before": masked[: source.start()]}
    else:
        order = {"between": masked, "after": "", "before": ""}
    return order


def features(row: Row) -> dict[str, float]:
    """The features of one row by name."""
    found: dict[str, float] = {}
    areas = zones(row.marked)
    verbal = areas["between"] + " " + areas["after"]
    for zone, text in (*areas.items(), ("all", verbal)):
        for move, weight in signals(text):
            name = f"{zone}:{move.value}"
            found[name] = min(3.0, found.get(name, 0.0) + weight / 2)
        read_words = words(text.casefold())
        for at, word in enumerate(read_words):
            found[f"{zone}:{word.stem}"] = 1.0
            if at + 1 < len(read_words):
                found[f"{zone}:{word.stem} {read_words[at + 1].stem}"] = 1.0
    for rank, (move, weight) in enumerate(signals(verbal)[:2]):
        found[f"signal {rank}:{move.value}"] = min(2.0, weight / 2)
    for word in words(areas["between"].casefold()):
        found[f"form:{word.form}"] = 1.0  # "ordered" tells more than "order"
    lead = words(verbal)[:6]
    for at, word in enumerate(lead):
        found[f"lead:{word.stem}"] = 1.0
        if at == 0:
            found[f"first:{word.stem}"] = 1.0
        if at + 1 < len(lead):
            found[f"lead:{word.form} {lead[at + 1].form}"] = 1.0
    return found


def matrix(rows: list[dict[str, float]], columns: dict[str, int]) -> Matrix:
    """The rows as a dense matrix, a constant last."""
    table = np.zeros((len(rows), len(columns) + 1))
    table[:, -1] = 1.0
    for index, row in enumerate(rows):
        for name, value in row.items():
            if name in columns:
                table[index, columns[name]] = value
    return table


def train(table: Matrix, answers: NDArray[np.int64]) -> Matrix:
    """The weights of a softmax regression with classes weighted towards balance."""
    counts = np.bincount(answers, minlength=len(ROOTS))
    importance = np.sqrt(len(answers) / (len(ROOTS) * np.maximum(counts, 1)))[answers]
    wanted = np.eye(len(ROOTS))[answers]
    weights = np.zeros((table.shape[1], len(ROOTS)))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = table.T @ ((chances(table, weights) - wanted) * importance[:, None]) / len(answers) + PENALTY / len(answers) * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def chances(table: Matrix, weights: Matrix) -> Matrix:
    """The probabilities of the roots for each row."""
    scores = table @ weights
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Matrix = powers / powers.sum(axis=1, keepdims=True)
    return result


def cross_validate(rows: list[Row]) -> list[str]:
    """The root predicted for each row by a model that never saw its fold."""
    read_features = [features(row) for row in rows]
    folds = np.array([row.fold for row in rows])
    answers = np.array([ROOTS.index(row.root) for row in rows])
    predicted = [""] * len(rows)
    for fold in range(FOLDS):
        learn, test = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        seen = Counter(name for index in learn for name in read_features[index])
        columns = {name: at for at, name in enumerate(sorted(name for name, count in seen.items() if count >= LEAST_SEEN))}
        weights = train(matrix([read_features[index] for index in learn], columns), answers[learn])
        best = chances(matrix([read_features[index] for index in test], columns), weights).argmax(axis=1)
        for index, choice in zip(test, best, strict=True):
            predicted[index] = ROOTS[choice]
    return predicted


def f1_scores(rows: list[Row], predicted: list[str]) -> dict[str, float]:
    """F1 of each root, and their mean as `macro_F1`."""
    scores = {}
    for root in ROOTS:
        right = sum(row.root == root == choice for row, choice in zip(rows, predicted, strict=True))
        given, wanted = predicted.count(root), sum(row.root == root for row in rows)
        scores[root] = 2 * right / (given + wanted) if given + wanted else math.nan
    return {**{root: round(score, 4) for root, score in scores.items()}, "macro_F1": round(sum(scores.values()) / len(scores), 4)}


def main() -> int:
    """Print the figures; exit 2 where the file is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = Path(os.environ.get("VERBALE_SHARED", "../shared"))
    parser.add_argument("file", type=Path, nargs="?", default=shared / "data" / "events" / "plv_train.tsv")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--misses", action="store_true", help="list the rows that came out wrong, on stderr")
    arguments = parser.parse_args()
    if not arguments.file.exists():
        print(f"{arguments.file} is missing: name the file of source–target pairs, or set VERBALE_SHARED", file=sys.stderr)
        return 2
    rows = read(arguments.file)
    predicted = cross_validate(rows)
    if arguments.misses:
        for row, choice in zip(rows, predicted, strict=True):
            if row.root != choice:
                print(f"{row.root} not {choice}: {row.marked}", file=sys.stderr)
    figures = {"rows": len(rows), **f1_scores(rows, predicted)}
    print(json.dumps(figures) if arguments.json else "\n".join(f"{name:10} {value}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The name bench: pairs of names, the same person or not, against the likeness and the threshold in use.

Usage: names.py [PAIRS.tsv] [--misses] [--json]

PAIRS.tsv has the columns name_a, name_b, verdict ("same" or "different") and note. Prints precision, recall and F1 of "same" in [0, 1].
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from verbale.resolve.names import THRESHOLD, same_name

PAIRS = Path(__file__).parent / "gold" / "names.tsv"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and whether they name one person."""

    name_a: str
    name_b: str
    verdict: str
    note: str

    @property
    def same(self) -> bool:
        """Whether one person bears both."""
        return self.verdict == "same"


@dataclass(frozen=True, slots=True)
class Figures:
    """What the bench measures; all but the counts and the threshold in [0, 1]."""

    pairs: int
    same: int
    threshold: float
    precision: float
    recall: float
    f1: float


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file; raises ValueError for a verdict that is neither "same" nor "different"."""
    with path.open(encoding="utf8", newline="") as file:
        pairs = [Pair(**row) for row in csv.DictReader(file, delimiter="\t")]
    for pair in pairs:
        if pair.verdict not in ("same", "different"):
            raise ValueError(f"{path}: verdict {pair.verdict!r} of {pair.name_a!r} is neither 'same' nor 'different'")
    return pairs


def misses(pairs: Sequence[Pair]) -> list[tuple[Pair, float]]:
    """The pairs on the wrong side of the threshold, with their likeness."""
    scored = [(pair, same_name(pair.name_a, pair.name_b)) for pair in pairs]
    return [(pair, score) for pair, score in scored if (score >= THRESHOLD) != pair.same]


def measure(pairs: Sequence[Pair]) -> Figures:
    """Precision, recall and F1 of "same" at the threshold in use."""
    said = [same_name(pair.name_a, pair.name_b) >= THRESHOLD for pair in pairs]
    right = sum(one and pair.same for one, pair in zip(said, pairs, strict=True))
    same = sum(pair.same for pair in pairs)
    precision = right / sum(said) if any(said) else 0.0
    recall = right / same if same else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Figures(len(pairs), same, THRESHOLD, round(precision, 4), round(recall, 4), round(f1, 4))


def main() -> None:
    """Print the figures, one a line or as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="?", default=PAIRS)
    parser.add_argument("--misses", action="store_true", help="list the pairs that were judged wrongly")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    args = parser.parse_args()
    pairs = read_pairs(args.pairs)
    figures = asdict(measure(pairs))
    print(json.dumps(figures) if args.json else "\n".join(f"{name:10} {value}" for name, value in figures.items()))
    if args.misses:
        for pair, score in misses(pairs):
            print(f"{score:.3f}  {pair.verdict:9}  {pair.name_a} | {pair.name_b}  ({pair.note})")


if __name__ == "__main__":
    main()

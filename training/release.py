"""From PolNeAR to a shipped tagger: trains, exports, calibrates on held-out training texts, measures on dev, writes the model card.

`python -m training.release --polnear ../shared/data/polnear --news ../shared/data/news/spring2025.jsonl --scorer
../shared/quality/score_attribution.py`; with `--checkpoint` nothing is trained.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from training.calibrate import expected_error, held_out, judge, tuned
from training.card import ANEW, RELEASED, Card, Origin, card, reliability
from training.data import Text, read_texts, split
from training.export import export, note
from training.recipe import Sources, release
from training.train import HELD_OUT, SEED
from verbale.attribution.tagged import read
from verbale.attribution.tagged_candidates import Candidate, selected
from verbale.engines.onnx_tagger import OnnxTagger
from verbale.values import Spans

MODEL = Path("src/verbale/models/tagger.onnx")
DOCS = Path("docs")


def rows(texts: Sequence[Text], found: Sequence[Sequence[Candidate]]) -> str:
    """The attributions in the scorer's format, one text a line."""

    def pairs(spans: Spans) -> list[list[int]]:
        return [[s.start, s.end] for s in spans]

    lines = []
    for text, candidates in zip(texts, found, strict=True):
        attributions = [{"source": pairs(c.source), "cue": pairs(c.cue), "content": pairs(c.content)} for c in candidates]
        lines.append(json.dumps({"doc": text.name, "attributions": attributions}))
    return "\n".join(lines) + "\n"


def scored(scorer: Path, gold: Path, texts: Sequence[Text], found: Sequence[Sequence[Candidate]]) -> dict[str, Any]:
    """The scorer's figures with lenient edges."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        path.write_text(rows(texts, found), encoding="utf-8")
        done = subprocess.run([sys.executable, str(scorer), str(gold), str(path)], capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)["lenient"]
    return figures


def build(polnear: Path, checkpoint: Path, model: Path) -> None:
    """Writes the model file of a checkpoint, calibrated on the held-out texts."""
    learned, kept = split(read_texts(polnear / "train"), HELD_OUT, SEED)
    export(checkpoint, model)
    calibration = tuned(held_out(model, kept), held_out(model, learned))
    note(model, asdict(calibration))


def describe(polnear: Path, scorer: Path, model: Path, docs: Path, origin: Origin) -> None:
    """Writes the model card and the reliability plot of a model file, from its answers on dev."""
    calibration = OnnxTagger(model).calibration
    dev = held_out(model, read_texts(polnear / "dev"))
    found = [selected(c, calibration.least) for c in read(dev.documents, dev.scored, calibration)]
    judged = [judge(text, candidates) for text, candidates in zip(dev.texts, found, strict=True)]
    probabilities = [c.probability for j in judged for c in j.candidates]
    error, bins = expected_error(probabilities, [right for j in judged for right in j.right])
    facts = Card(
        origin,
        hashlib.sha256(model.read_bytes()).hexdigest(),
        model.stat().st_size,
        calibration.least,
        error,
        len(probabilities),
        HELD_OUT,
    )
    (docs / "model-card.md").write_text(card(facts, scored(scorer, polnear / "dev", dev.texts, found)), encoding="utf-8")
    (docs / "research" / "reliability.svg").write_text(reliability(bins), encoding="utf-8")


def main() -> None:
    """Releases from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train and dev")
    parser.add_argument("--scorer", type=Path, required=True, help="the PolNeAR scorer")
    parser.add_argument("--news", type=Path, help="news without labels, JSON lines; needed to train")
    parser.add_argument("--checkpoint", type=Path, help="release this one instead of training")
    parser.add_argument("--described", action="store_true", help="only write the card of the model file that is there")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--work", type=Path, default=Path("build/tagger"), help="checkpoints of a training")
    options = parser.parse_args()
    checkpoint, origin = options.checkpoint, RELEASED
    if not (checkpoint or options.described):
        if options.news is None:
            parser.error("--news is needed to train: the file of news without labels")
        origin = ANEW
        checkpoint = release(Sources(options.polnear / "train", options.news, options.work))
    if checkpoint:
        build(options.polnear, checkpoint, options.out)
    describe(options.polnear, options.scorer, options.out, DOCS, origin)


if __name__ == "__main__":
    main()

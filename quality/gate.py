"""Measure extraction on every gold set and hold the figures against quality/floors.json.

    python -m quality.gate              # every set; exit 1 where a figure is under its floor
    python -m quality.gate --sample     # the sets that take seconds, and the first documents of the large one
    python -m quality.gate --raise      # write figures that are above their floor as the new floor
    python -m quality.gate --lower SET  # take the measured figures of one set as they are; say why in CHANGELOG.md

A floor belongs to one corpus, named by its hash: where the texts differ, the figures are printed and nothing is judged.
The scorers and the texts lie in the shared folder (VERBALE_SHARED, or ../shared); without it there is nothing to measure.
"""

from __future__ import annotations

import argparse
import glob
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.matching import same
from verbale.api import extract
from verbale.settings import shared_folder

HOME = Path(__file__).parent
FLOORS = HOME / "floors.json"
SAMPLE = 12
"""Documents of the large set in the sample: enough to notice a broken stage, little enough for a run under three minutes."""

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One gold set: its name, the calls of `extract` that read it, and how its predictions are scored."""

    name: str
    calls: tuple[tuple[tuple[Path, ...], Path | None], ...]
    gold: Path
    score: Callable[[Path, Path, Path], Figures]

    def corpus(self) -> str:
        """A hash of the texts and of the gold."""
        files = {path for paths, _ in self.calls for path in paths} | {path for path in self.gold.rglob("*") if path.is_file()}
        digest = hashlib.sha256()
        for path in sorted(files):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:16]


def gold_sets(shared: Path, *, sample: bool) -> list[GoldSet]:
    """The sets, the quick ones first."""
    seeds, istanbul, other = (shared / "gold" / name for name in ("seeds", "istanbul2025", "other"))
    dossiers = shared / "dossiers"
    articles = tuple(sorted((shared / "data" / "seeds").glob("00[03]*.txt")))
    dev = shared / "data" / "polnear" / "dev"
    demo = HOME.parent / "src" / "verbale" / "demo"
    return [
        GoldSet("seeds", ((articles, dossiers / "ukraine-2022.yaml"),), seeds, _record),
        GoldSet("istanbul2025", (((istanbul / "texts.jsonl",), dossiers / "istanbul2025.yaml"),), istanbul, _matched),
        GoldSet(
            "other",
            tuple(((other / "texts.jsonl",), dossiers / f"{name}.yaml") for name in ("brexit", "china", "nk", "shutdown")),
            other,
            _record,
        ),
        GoldSet("demo", ((tuple(sorted((demo / "articles").iterdir())), demo / "dossier.yaml"),), HOME / "gold" / "demo", _matched),
        _sample(shared) if sample else GoldSet("polnear-dev", ((_texts(dev), None),), dev, _attribution),
    ]


def _texts(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted((folder / "text").glob("*.txt")))


def _sample(shared: Path) -> GoldSet:
    """The first documents of PolNeAR's dev split, laid beside the project's caches for the scorer, which reads a whole folder."""
    dev, home = shared / "data" / "polnear" / "dev", HOME.parent / ".cache" / "polnear-sample"
    for kind, pattern in (("text", "{}.txt"), ("attributions", "{}*.ann")):
        (home / kind).mkdir(parents=True, exist_ok=True)
        for text in _texts(dev)[:SAMPLE]:
            for path in (dev / kind).glob(pattern.format(glob.escape(text.stem))):
                shutil.copyfile(path, home / kind / path.name)
    return GoldSet("polnear-dev-sample", ((_texts(home), None),), home, _attribution)


def _record(scorer: Path, gold: Path, predictions: Path) -> Figures:
    printed = _run(scorer / "score_record.py", gold, predictions, "--json")
    return {name: value for name, value in printed.items() if isinstance(value, float)}


def _matched(scorer: Path, gold: Path, predictions: Path) -> Figures:
    """The record's figures, and how well the reports of one utterance are brought together: from gold attributions, and end to end."""
    given, found = (same(gold, extract=printed, misses=False) for printed in (None, predictions))
    return _record(scorer, gold, predictions) | {"same_given_gold_F1": given["F1"], "same_F1": found["F1"]}


def _attribution(scorer: Path, gold: Path, predictions: Path) -> Figures:
    figures = _run(scorer / "score_attribution.py", gold, predictions)["lenient"]["all"]
    chosen = {f"{role}_exact": figures[role]["exact"]["f1"] for role in ("source", "cue", "content")}
    chosen["content_characters"] = figures["content"]["characters"]["f1"]
    chosen["content_0.5_and_source"] = figures["attribution"]["content_0.5_and_source"]["f1"]
    return {name: round(value, 4) for name, value in chosen.items()}


def _run(script: Path, *arguments: Path | str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, script, *arguments], check=True, capture_output=True, text=True)
    printed: dict[str, Any] = json.loads(done.stdout)
    return printed


def predict(gold: GoldSet, out: Path) -> None:
    """Write what `extract` finds in the set's texts, one line a document."""
    with out.open("w", encoding="utf-8") as file:
        for paths, dossier in gold.calls:
            for line in extract(paths, dossier=dossier):
                if len(gold.calls) == 1 or (dossier is not None and line["path"].startswith(dossier.stem)):
                    file.write(json.dumps(line) + "\n")


LOWER_IS_BETTER = frozenset({"speaker_wrong", "dates_invented"})


def under(figures: Figures, floors: Mapping[str, float]) -> list[str]:
    """A line for each figure that is worse than its floor."""
    worse = []
    for name, floor in floors.items():
        value = figures.get(name)
        if value is None or (value > floor if name in LOWER_IS_BETTER else value < floor):
            worse.append(f"{name} {value} (floor {floor})")
    return worse


def better(figures: Figures, floors: Mapping[str, float]) -> Figures:
    """The floors, each raised to the measured figure where that is better."""
    return {
        name: value if name not in floors else (min if name in LOWER_IS_BETTER else max)(value, floors[name])
        for name, value in sorted(figures.items())
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 where one is under its floor, 0 otherwise, also where there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", action="store_true", help="a fixed part that takes under three minutes")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write better figures as the new floors")
    parser.add_argument("--lower", metavar="SET", help="take this set's figures as they are")
    options = parser.parse_args(arguments)
    shared = shared_folder()
    if shared is None:
        print("no shared folder: nothing to measure (set VERBALE_SHARED)")
        return 0
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    failed = False
    for gold in gold_sets(shared, sample=options.sample):
        if not gold.gold.is_dir():
            continue
        with tempfile.TemporaryDirectory() as folder:
            predictions = Path(folder) / "predictions.jsonl"
            predict(gold, predictions)
            figures = gold.score(shared / "quality", gold.gold, predictions)
        print(gold.name, json.dumps(figures))
        corpus = gold.corpus()
        known = floors.get(gold.name, {})
        if options.lower == gold.name or options.lift:
            kept = known.get("figures", {}) if known.get("corpus") == corpus and options.lower != gold.name else {}
            floors[gold.name] = {"corpus": corpus, "figures": better(figures, kept)}
        elif known.get("corpus") == corpus and (worse := under(figures, known["figures"])):
            failed = True
            print(f"  under the floor: {'; '.join(worse)}")
    if options.lift or options.lower:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

"""Measure matching: utterances against gold and against our bench of wordings, syndication against silver pairs.

    python -m quality.matching                     # every figure there is material for, one JSON line a part
    python -m quality.matching wordings --misses   # our bench; the pairs that come out wrong on stderr
    python -m quality.matching same --extract FILE # end to end: the `utterance` of what `verbale extract` printed for gold/istanbul2025

Parts: `wordings` (quality/gold/wordings.tsv), `demo` (the groups in quality/gold/demo, and its wire copies), `same` (the groups of one
utterance in gold/istanbul2025/set.json, gold attributions given), `seeds` (the Lavrov, Medinsky and Podolyak groups of March 2022),
`copies` (data/news against data/neardup).
All figures are over pairs: precision, recall and F1 of "one utterance" or "the same text".
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from verbale import documents
from verbale.matching import Fingerprinted, Wording, clusters, copies, fingerprint, utterances
from verbale.settings import shared_folder
from verbale.values import Document, Kind, Utterance

GOLD = Path(__file__).parent / "gold"
WORDINGS = GOLD / "wordings.tsv"
DEMO = GOLD.parents[1] / "src" / "verbale" / "demo" / "articles"

Pair = frozenset[str]
Figures = dict[str, float | int]

DEMO_WIRE = ("05", "06", "07")
"""The demo's articles that carry one wire story."""

SEEDS = GOLD / "seeds-utterances.tsv"
"""What three speakers said in the seed articles and which is one utterance, read off by hand; offsets only, the texts lie in data/seeds."""


def figures(gold: set[Pair], predicted: set[Pair]) -> Figures:
    """Precision, recall and F1 over pairs, with the counts."""
    right = len(gold & predicted)
    precision, recall = right / max(1, len(predicted)), right / max(1, len(gold))
    f1 = 2 * right / max(1, len(gold) + len(predicted))
    return {"P": round(precision, 4), "R": round(recall, 4), "F1": round(f1, 4), "gold": len(gold), "predicted": len(predicted)}


def pairs_of(groups: Iterable[Iterable[str]]) -> set[Pair]:
    """Every pair of two names in one group."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def joined(found: Sequence[Utterance]) -> set[Pair]:
    """The pairs of statements that are one utterance."""
    return pairs_of(utterance.statements for utterance in found)


def report(pairs: set[Pair], texts: dict[str, str], label: str) -> None:
    """Name the pairs that came out wrong, on stderr."""
    for pair in sorted(map(sorted, pairs)):
        print(label, *(f"{name}: {texts.get(name, '')[:140]}" for name in pair), sep=" | ", file=sys.stderr)


def kind_of(text: str) -> Kind:
    """The kind that a wording's quotation marks show."""
    marks = '"“”«»'
    if not any(mark in text for mark in marks):
        return Kind.INDIRECT
    return Kind.DIRECT if text[0] in marks and text.rstrip(".,")[-1] in marks else Kind.MIXED


def bench(*, misses: bool) -> Figures:
    """Our bench: each pair is matched by itself, as two articles that report it."""
    gold: set[Pair] = set()
    predicted: set[Pair] = set()
    texts: dict[str, str] = {}
    with WORDINGS.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
            both = [
                Wording(
                    statement=f"{number}{side}",
                    document=f"{number}{side}",
                    speaker=row[f"speaker_{side}"] or None,
                    said_on=date.fromisoformat(row[f"date_{side}"]),
                    published_on=date.fromisoformat(row[f"date_{side}"]),
                    kind=kind_of(row[f"text_{side}"]),
                    text=row[f"text_{side}"],
                    position=0,
                )
                for side in "ab"
            ]
            texts |= {wording.statement: wording.text for wording in both}
            if row["label"] == "same":
                gold.add(frozenset(wording.statement for wording in both))
            predicted |= joined(utterances(both))
    if misses:
        report(gold - predicted, texts, "apart")
        report(predicted - gold, texts, "joined")
    return figures(gold, predicted)


def texts_of(folder: Path) -> dict[str, tuple[str, date | None]]:
    """The texts that a gold set marks, with the day of publication: its texts.jsonl, or the demo's articles as they are read."""
    lines = folder / "texts.jsonl"
    if lines.exists():
        rows = map(json.loads, lines.read_text(encoding="utf-8").splitlines())
        return {row["id"]: (row["text"], _day(row.get("published"))) for row in rows}
    return {Path(document.path).stem: (document.text, document.published.on) for document in demo_documents()}


def demo_documents() -> list[Document]:
    """The demo's articles."""
    return [outcome.document for outcome in documents.read([str(DEMO)]) if isinstance(outcome, documents.Retrieved)]


def gold_wordings(folder: Path) -> list[Wording]:
    """A wording for each attribution of a gold set, by `article:attribution`."""
    texts = texts_of(folder)
    found = []
    for path in sorted(folder.glob("*.json")):
        if path.name in ("set.json", "expected.json"):
            continue
        article: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        record = str(article.get("record_id") or path.stem)
        for given in article["attributions"]:
            whole, published = texts[record]
            text = " … ".join(whole[start:end] for start, end in given["content"])
            found.append(
                Wording(
                    statement=f"{record}:{given['id']}",
                    document=record,
                    speaker=given.get("speaker"),
                    said_on=_day(given.get("said_on")),
                    published_on=published,
                    kind=Kind(given["kind"]),
                    text=text,
                    position=given["content"][0][0],
                    nested=bool(given.get("nested_in")),
                )
            )
    return found


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given[:10]) if given else None


def same(folder: Path, *, extract: Path | None, misses: bool) -> Figures:
    """The groups of one utterance in a gold set: matched from gold attributions, or taken from what `extract` printed.

    A printed attribution stands for the gold one whose content it overlaps by half of their union, best first; a printed pair counts as
    wrong where both of its attributions stand for gold ones that are not one utterance.
    """
    groups: list[list[list[str]]] = json.loads((folder / "set.json").read_text(encoding="utf-8"))["same"]
    gold = pairs_of([":".join(name) for name in group] for group in groups)
    wordings = gold_wordings(folder)
    predicted = joined(utterances(wordings)) if extract is None else _printed(folder, extract)
    if misses:
        texts = {wording.statement: wording.text for wording in wordings}
        report(gold - predicted, texts, "apart")
        report(predicted - gold, texts, "joined")
    return figures(gold, predicted)


def _printed(folder: Path, extract: Path) -> set[Pair]:
    by_utterance: dict[str, list[str]] = {}
    for line in map(json.loads, extract.read_text(encoding="utf-8").splitlines()):
        record = Path(line["path"]).stem
        path = folder / f"{record}.json"
        if not path.exists():
            continue
        gold: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["attributions"]
        for name, utterance in _aligned(gold, line["attributions"]):
            if utterance:
                by_utterance.setdefault(utterance, []).append(f"{record}:{name}")
    return pairs_of(by_utterance.values())


def _aligned(gold: list[dict[str, Any]], printed: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    """Gold ids with the utterance of the printed attribution that stands for each, one to one."""
    scored = []
    for at, one in enumerate(gold):
        for other, given in enumerate(printed):
            cells, theirs = _cells(one["content"]), _cells(given["content"])
            ratio = len(cells & theirs) / len(cells | theirs)
            if ratio >= 0.5:
                scored.append((-ratio, at, other))
    used: set[tuple[str, int]] = set()
    found = []
    for _, at, other in sorted(scored):
        if not {("gold", at), ("printed", other)} & used:
            used |= {("gold", at), ("printed", other)}
            found.append((gold[at]["id"], printed[other].get("utterance")))
    return found


def _cells(spans: list[list[int]]) -> set[int]:
    return {position for start, end in spans for position in range(start, end)}


def seeds(shared: Path, *, dated: bool, misses: bool) -> Figures:
    """The groups of three speakers over the seed articles, with the day that each was said on known, or with no date at all."""
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted((shared / "data" / "seeds").glob("*.txt"))}
    groups: dict[tuple[str, str], list[str]] = {}
    wordings = []
    for row in csv.DictReader(SEEDS.read_text(encoding="utf-8").splitlines(), delimiter="\t"):
        file, start, end = row["file"], int(row["start"]), int(row["end"])
        name = f"{file}:{start}"
        groups.setdefault((row["speaker"], row["group"]), []).append(name)
        said, text = _day(row["said_on"]) if dated else None, texts[file][start:end]
        wordings.append(Wording(name, file, row["speaker"], said, None, Kind(row["kind"]), text, start))
    gold, predicted = pairs_of(groups.values()), joined(utterances(wordings))
    if misses:
        by_name = {wording.statement: wording.text for wording in wordings}
        report(gold - predicted, by_name, "apart")
        report(predicted - gold, by_name, "joined")
    return figures(gold, predicted)


def syndicated(shared: Path, name: str, key: str) -> dict[str, Figures]:
    """Copies and clusters among real news against silver pairs: `containment6` of 0.5 and more is a copy, pairs not listed are none."""
    silver: dict[Pair, float] = {}
    with (shared / "data" / "neardup" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            silver[frozenset((row["id_a"], row["id_b"]))] = float(row["containment6"])
    pool: list[Fingerprinted] = []
    names: dict[str, str] = {}
    for number, line in enumerate((shared / "data" / "news" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        names[str(number)] = row[key]
        publisher = urlsplit(row["url"]).hostname or row["publisher"]
        pool.append(fingerprint(Document(id=str(number), path="", text=row["text"], publisher=publisher.removeprefix("www."))))
    found = copies(pool)
    gold = {pair for pair, value in silver.items() if value >= 0.5}
    unjudged = silver.keys() - gold

    def judged(pairs: Iterable[tuple[str, str]]) -> set[Pair]:
        return {pair for one, other in pairs if len(pair := frozenset((names[one], names[other]))) == 2} - unjudged

    together = [pair for cluster in clusters(pool, found) for pair in combinations(cluster.documents, 2)]
    return {
        f"copies {name}": figures(gold, judged((copy.one, copy.other) for copy in found)),
        f"clusters {name}": figures(gold, judged(together)),
    }


def demo_copies() -> Figures:
    """The demo's wire story and its two copies."""
    pool = demo_documents()
    gold = {frozenset(pair) for pair in combinations([document.id for document in pool if Path(document.path).stem[:2] in DEMO_WIRE], 2)}
    return figures(gold, {frozenset((copy.one, copy.other)) for copy in copies([fingerprint(document) for document in pool])})


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one JSON line a part; 0 whatever the figures, 2 where a part asked for has no material."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help="wordings, demo, same, seeds, copies; all if none is named")
    parser.add_argument("--extract", type=Path, help="for `same` or `demo` alone: what `verbale extract` printed for its articles")
    parser.add_argument("--misses", action="store_true", help="list the wrong pairs on stderr")
    options = parser.parse_args(arguments)
    shared, misses = shared_folder(), options.misses
    run: dict[str, Callable[[], dict[str, Figures]]] = {
        "wordings": lambda: {"wordings": bench(misses=misses)},
        "demo": lambda: {"demo same": same(GOLD / "demo", extract=options.extract, misses=misses), "demo copies": demo_copies()},
    }
    if shared is not None:
        run["same"] = lambda: {"same": same(shared / "gold" / "istanbul2025", extract=options.extract, misses=misses)}
        run["seeds"] = lambda: {
            "seeds dated": seeds(shared, dated=True, misses=misses),
            "seeds undated": seeds(shared, dated=False, misses=False),
        }
        run["copies"] = lambda: syndicated(shared, "spring2025", "url") | syndicated(shared, "talks2012-2020", "id")
    wanted = options.parts or list(run)
    if missing := [part for part in wanted if part not in run]:
        print(f"nothing to measure for {', '.join(missing)}: name one of {', '.join(run)} (set VERBALE_SHARED)", file=sys.stderr)
        return 2
    for part in wanted:
        for name, values in run[part]().items():
            print(name, json.dumps(values))
    return 0


if __name__ == "__main__":
    sys.exit(main())

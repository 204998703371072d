"""Score the coding stage alone: gold attributions, speakers and parties in, issues, moves, stances and conditions out.

Usage: python -m quality.coding [--misses]

Reads gold/{seeds,istanbul2025,other}, the texts and the dossiers of the shared folder (VERBALE_SHARED, or ../shared), and the demo's
articles with their gold, and calls the shared quality/score_record.py on each set. The figures of finding and resolving are perfect by
construction and are not printed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.matching import DEMO, GOLD, demo_documents
from verbale.coding import Coder, code
from verbale.dossier.loader import load_dossier
from verbale.settings import shared_folder
from verbale.values import Attribution, Coding, Document, Kind, Resolution, Span, Spans, Speaker

FIGURES = ("gold", "move", "move_strict", "move_macro_R", "issues_F1", "stance", "conditional_F1")
NOBODY = ("other", "media")  # gold's names for speakers of no party


@dataclass(frozen=True, slots=True)
class Article:
    """One gold article: its name in the predictions, its document, dossier and gold attributions in text order."""

    name: str
    document: Document
    dossier: Path
    gold: tuple[dict[str, Any], ...]


def files(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each article's gold in a folder: its file and what it holds."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "attributions" in gold:
            yield path, gold


def in_text_order(gold: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """The gold attributions of an article."""
    return tuple(sorted(gold["attributions"], key=lambda one: one["content"]))


def demo_articles() -> Iterator[Article]:
    """The demo's articles."""
    texts = {Path(document.path).stem: document for document in demo_documents()}
    for path, gold in files(GOLD / "demo"):
        yield Article(path.stem, texts[path.stem], DEMO.parent / "dossier.yaml", in_text_order(gold))


def articles(shared: Path, name: str) -> Iterator[Article]:
    """The articles of a gold set of the shared folder."""
    texts = {}
    if (shared / "gold" / name / "texts.jsonl").exists():
        lines = (shared / "gold" / name / "texts.jsonl").read_text(encoding="utf-8").splitlines()
        texts = {row["id"]: row for row in map(json.loads, lines)}
    for path, gold in files(shared / "gold" / name):
        record = str(gold.get("record_id") or path.stem)
        row = texts.get(record) or texts.get(path.stem) or {}
        text = row.get("text") or (shared / "data" / "seeds" / f"{record}.txt").read_bytes().decode()
        dossier = {"seeds": "ukraine-2022", "istanbul2025": "istanbul2025"}.get(name, path.stem.split("_")[0])
        document = Document(id=record, path=record, text=text, title=row.get("title"))
        yield Article(record, document, shared / "dossiers" / f"{dossier}.yaml", in_text_order(gold))


def spans(pairs: Sequence[Sequence[int]]) -> Spans:
    """The spans of a gold list of pairs."""
    return tuple(Span(start, end) for start, end in pairs)


def coded(article: Article) -> tuple[Coding, ...]:
    """The coding of each gold attribution."""
    order = {row["id"]: index for index, row in enumerate(article.gold)}
    attributions = [
        Attribution(spans(row["source"]), spans(row["cue"]), spans(row["content"]), Kind(row["kind"]), order.get(row.get("nested_in")))
        for row in article.gold
    ]
    resolutions = [
        Resolution(Speaker(None, row["speaker"]), None if row.get("party") in NOBODY else row.get("party")) for row in article.gold
    ]
    return code(article.document, attributions, resolutions, Coder.of(load_dossier(article.dossier)))


def prediction(row: dict[str, Any], coding: Coding) -> dict[str, Any]:
    """One attribution as `extract` prints it, with gold's spans and speaker."""
    return {
        **{name: row.get(name) for name in ("source", "cue", "content", "kind", "party", "said_on")},
        "speaker": {"id": None, "name": row["speaker"]},
        "channel": row.get("channel") or [],
        "issues": [issue.issue for issue in coding.issues],
        "stance": {issue.issue: issue.stance.value for issue in coding.issues},
        "move": coding.move.value,
        "conditional": coding.conditional,
    }


def main() -> int:
    """Print the figures of each set; exit 2 without the shared folder."""
    shared = shared_folder()
    if shared is None:
        print("real texts absent: set VERBALE_SHARED to the shared folder", file=sys.stderr)
        return 2
    for name in ("seeds", "istanbul2025", "other", "demo"):
        lines = []
        for article in demo_articles() if name == "demo" else articles(shared, name):
            codings = coded(article)
            rows = [prediction(row, coding) for row, coding in zip(article.gold, codings, strict=True)]
            lines.append(json.dumps({"path": article.name, "attributions": rows}))
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("\n".join(lines))
            file.flush()
            folder = (GOLD if name == "demo" else shared / "gold") / name
            command = [sys.executable, str(shared / "quality" / "score_record.py"), str(folder), file.name, "--json"]
            scored = subprocess.run([*command, *sys.argv[1:]], stdout=subprocess.PIPE, text=True, check=True)
        figures = json.loads(scored.stdout)
        print(name, {figure: figures[figure] for figure in FIGURES})
    return 0


if __name__ == "__main__":
    sys.exit(main())

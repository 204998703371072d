"""Score the coding stage alone: gold attributions, speakers and parties in, issues, moves, stances and conditions out.

Usage: python quality/coding.py [--misses]

Reads gold/{seeds,istanbul2025,other}, the texts and the dossiers of the shared folder (VERBALE_SHARED, or ../shared) and calls its
quality/score_record.py on each set. The figures of finding and resolving are perfect by construction and are not printed.
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


def articles(shared: Path, name: str) -> Iterator[Article]:
    """The articles of a gold set."""
    texts = {}
    if (shared / "gold" / name / "texts.jsonl").exists():
        lines = (shared / "gold" / name / "texts.jsonl").read_text(encoding="utf-8").splitlines()
        texts = {row["id"]: row for row in map(json.loads, lines)}
    for path in sorted((shared / "gold" / name).glob("*.json")):
        if path.name == "set.json":
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        record = str(gold.get("record_id") or path.stem)
        row = texts.get(record) or texts.get(path.stem) or {}
        text = row.get("text") or (shared / "data" / "seeds" / f"{record}.txt").read_bytes().decode()
        dossier = {"seeds": "ukraine-2022", "istanbul2025": "istanbul2025"}.get(name, path.stem.split("_")[0])
        rows = tuple(sorted(gold["attributions"], key=lambda one: one["content"]))
        yield Article(
            record, Document(id=record, path=record, text=text, title=row.get("title")), shared / "dossiers" / f"{dossier}.yaml", rows
        )


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
    for name in ("seeds", "istanbul2025", "other"):
        lines = []
        for article in articles(shared, name):
            codings = coded(article)
            rows = [prediction(row, coding) for row, coding in zip(article.gold, codings, strict=True)]
            lines.append(json.dumps({"path": article.name, "attributions": rows}))
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("\n".join(lines))
            file.flush()
            command = [sys.executable, str(shared / "quality" / "score_record.py"), str(shared / "gold" / name), file.name, "--json"]
            scored = subprocess.run([*command, *sys.argv[1:]], stdout=subprocess.PIPE, text=True, check=True)
        figures = json.loads(scored.stdout)
        print(name, {figure: figures[figure] for figure in FIGURES})
    return 0


if __name__ == "__main__":
    sys.exit(main())

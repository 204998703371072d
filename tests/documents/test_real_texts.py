"""Reading on the real texts of the shared folder; skipped with a reason where it is absent."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from verbale.documents import Retrieved, Skipped, read
from verbale.documents.furniture import find_furniture
from verbale.dossier.model import Publisher
from verbale.values import Document, Known, Span

PUBLISHERS = (
    Publisher("moscow-times", "The Moscow Times", domains=("themoscowtimes.com",)),
    Publisher("al-jazeera", "Al Jazeera English", aliases=("Al Jazeera",)),
)
SPRING = (date(2022, 2, 28), date(2022, 4, 30))


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[Document]:
    outcomes = read([str(shared / "data/seeds")], publishers=PUBLISHERS, within=SPRING)
    return [outcome.document for outcome in outcomes if isinstance(outcome, Retrieved)]


def test_publishers_and_dates_of_the_seeds(seeds: list[Document]) -> None:
    assert [document.publisher for document in seeds] == ["moscow-times", None, None, None, "al-jazeera"]
    assert [(document.published.on, document.published.known) for document in seeds] == [
        (date(2022, 3, 18), Known.URL),
        (None, Known.UNKNOWN),
        (date(2022, 3, 29), Known.INFERRED),
        (None, Known.UNKNOWN),
        (None, Known.UNKNOWN),
    ]
    assert all(document.title for document in seeds)


def test_furniture_of_the_seeds(seeds: list[Document]) -> None:
    assert [len(document.furniture) for document in seeds] == [3, 1, 1, 0, 1]


def test_furniture_leaves_the_attributions_that_people_marked(shared: Path) -> None:
    """Of the contents that annotators marked in PolNeAR's development part, at most one in a thousand lies in furniture."""
    contents = inside = 0
    for file in sorted((shared / "data/polnear/dev/attributions").glob("*.ann")):
        text = (shared / "data/polnear/dev/text" / f"{file.stem}.txt").read_bytes().decode()
        furniture = find_furniture(text)
        for line in file.read_text(encoding="utf-8").splitlines():
            if match := re.match(r"T\d+\tContent ([\d ;]+)\t", line):
                spans = [Span(*map(int, part.split())) for part in match[1].split(";")]
                contents += 1
                inside += any(span.overlaps(piece) for span in spans for piece in furniture)
    assert contents > 1000
    assert inside <= contents / 1000


def test_every_line_of_the_news_gives_an_outcome_of_its_own(shared: Path) -> None:
    path = shared / "gold/istanbul2025/texts.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    outcomes = list(read([str(path)]))
    assert not [outcome for outcome in outcomes if isinstance(outcome, Skipped)]
    documents = [outcome.document for outcome in outcomes if isinstance(outcome, Retrieved)]
    assert [(document.path, document.text) for document in documents] == [(line["id"], line["text"]) for line in lines]

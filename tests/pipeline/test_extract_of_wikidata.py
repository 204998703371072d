"""An extract of Wikidata is read a line at a time, packed or not; another file is refused with its line."""

import gzip
from pathlib import Path

import pytest

from verbale.errors import UsageError
from verbale.pipeline.extract_of_wikidata import entities

LINES = '[\n{"id": "Q1"},\n\n{"id": "Q2"}\n]\n'


def test_plain_and_packed_extracts_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(LINES, encoding="utf-8")
    (tmp_path / "a.json.gz").write_bytes(gzip.compress(LINES.encode()))
    assert [e["id"] for e in entities(tmp_path / "a.json")] == [e["id"] for e in entities(tmp_path / "a.json.gz")] == ["Q1", "Q2"]


@pytest.mark.parametrize("text", ["name,country\n", '{"name": "x"}\n', '{"id": "Q1"}\n{"id":\n'])
def test_what_is_no_extract_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="line"):
        list(entities(tmp_path / "a.txt"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.json"):
        list(entities(tmp_path / "none.json"))

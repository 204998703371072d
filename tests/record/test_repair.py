"""What `check` finds in a record that something else has written to, and what `repair` makes of it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from quality.kills import DOSSIER, SETTINGS, content, write_articles

from verbale.api import RECORD, Talks


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a few articles."""
    home = tmp_path_factory.mktemp("sound")
    write_articles(home / "articles")
    (home / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    with Talks.new(home / "talks", dossier=home / "dossier.yaml", settings=SETTINGS) as talks:
        talks.add([home / "articles"])
        assert talks.check() == []
    return home / "talks"


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("DELETE FROM statement_text", "full text of statements"),
        ("DELETE FROM document_text WHERE rowid = 2", "full text of documents"),
        ("UPDATE statement_text SET quote = 'no'", "can be searched"),
        ("DELETE FROM listed WHERE number = 1", "list of statements"),
        ("UPDATE tally SET statements = statements + 1", "counted by day"),
        ('UPDATE span SET "end" = "end" + 100000 WHERE role = \'cue\'', "outside the text"),
        ("UPDATE span SET start = start + 1 WHERE role = 'content'", "not what stands in"),
        ("DELETE FROM span WHERE role = 'content'", "not what stands in"),
        ("UPDATE statement SET quote = 'We never said so.'", "not what stands in"),
        ("INSERT INTO furniture VALUES ('nowhere', 0, 1, 2)", "missing"),
        ("INSERT INTO statement_issue SELECT 'nobody', 0, 'tolls', 'for', 1.0, 1.0", "missing"),
        ("UPDATE statement SET document = 'nowhere' WHERE position = 0", "missing"),
    ],
)
def test_what_follows_from_the_documents_is_made_anew(sound: Path, tmp_path: Path, harm: str, found: str) -> None:
    folder = tmp_path / "talks"
    shutil.copytree(sound, folder)
    with closing(sqlite3.connect(folder / RECORD)) as plain:
        plain.execute("PRAGMA foreign_keys = OFF")
        plain.execute(harm)
        plain.commit()
    with Talks(folder, settings=SETTINGS) as talks:
        assert any(found in said for said in talks.check())
        assert talks.repair()
        assert talks.check() == []
        assert talks.repair() == []
    assert content(folder / RECORD) == content(sound / RECORD)


def test_lost_bytes_are_told_and_the_text_is_kept(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    shutil.copytree(sound, folder)
    with closing(sqlite3.connect(folder / RECORD)) as plain:
        plain.execute("UPDATE raw SET compressed = x'00' WHERE rowid = 1")
        plain.execute("INSERT INTO raw VALUES ('unused', 1, x'00')")
        plain.commit()
    with Talks(folder, settings=SETTINGS) as talks:
        assert len(talks.check()) == 2
        assert talks.repair() == ["dropped 1 stored files that no document was read from"]
        (left,) = talks.check()
        assert "do not have their hash" in left

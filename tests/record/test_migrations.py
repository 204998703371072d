"""A record of every schema that was ever made is brought to this one, with all that it held."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from quality.kills import DOSSIER, SETTINGS, content, write_articles

import verbale.record
from tests.record.test_listing import at_revision
from verbale.api import RECORD, Talks

HELD = (
    *("raw", "document", "author", "furniture", "statement", "span", "statement_issue", "channel", "machine", "run", "outcome"),
    *("judgement", "state"),
)
"""What no program can make anew, and what follows from it of the first release."""


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(Path(verbale.record.__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    scripts = list(ScriptDirectory.from_config(config).walk_revisions())
    assert all(isinstance(script.down_revision, str | None) for script in scripts)  # one line, no branches
    return [script.revision for script in reversed(scripts)]


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("present")
    write_articles(home / "articles")
    (home / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    with Talks.new(home / "talks", dossier=home / "dossier.yaml", settings=SETTINGS) as talks:
        talks.add([home / "articles"])
        talks.judge_name("Otto Brandt", actor="brandt", judge="a tester")
        talks.add([])
    return home


@pytest.mark.parametrize("revision", revisions()[:-1])
def test_an_old_record_holds_what_it_held(present: Path, tmp_path: Path, revision: str) -> None:
    folder = tmp_path / "talks"
    folder.mkdir()
    shutil.copy(present / "talks" / "dossier.yaml", folder)
    at_revision(folder / RECORD, revision)
    with closing(sqlite3.connect(folder / RECORD)) as plain:
        plain.execute("ATTACH ? AS new", (str(present / "talks" / RECORD),))
        for table in HELD:
            known = {row[1] for row in plain.execute(f"PRAGMA new.table_info({table})")}
            columns = ", ".join(f'"{row[1]}"' for row in plain.execute(f"PRAGMA main.table_info({table})") if row[1] in known)
            if not columns:  # a later schema's
                continue
            chosen = "WHERE name LIKE 'feed:%'" if table == "state" else ""
            plain.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table} {chosen}")
        plain.commit()
    with Talks(folder, settings=SETTINGS) as talks:
        talks.add([present / "articles"])
        assert talks.check() == []
        assert len(talks.log()) == 3
        assert [made.subject for made in talks.judgements()] == ["Otto Brandt"]
    assert content(folder / RECORD) == content(present / "talks" / RECORD)

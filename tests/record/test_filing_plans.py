"""What matching looks up for the documents that come in is found by indexes, however large the record is."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import event

from verbale.record.database import open_database
from verbale.record.filing import Filing

ITS_OWN = ("json_each", "VIRTUAL TABLE", "SCAN kin")
"""What is as small as what is asked for."""


def test_no_look_up_reads_a_whole_table(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "record.sqlite", create=True)
    filing, asked = Filing(engine), list[tuple[str, Any]]()

    @event.listens_for(engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        asked.append((statement, parameters))

    for by_document in (filing.filed, filing.superseded, filing.kin, filing.copies, filing.clusters, filing.of_documents, filing.beside):
        by_document(["a"])
    filing.named(["a"]), filing.carrying([("p", 1)])
    for by_number in (filing.standing, filing.under, filing.of_families):
        by_number([1])
    list(filing.carriers([1]))
    engine.dispose()
    looked = [(statement, given) for statement, given in asked if statement.lstrip().startswith(("SELECT", "WITH"))]
    assert len(looked) >= 12
    with sqlite3.connect(tmp_path / "record.sqlite") as connection:
        for statement, given in looked:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", given)]
            assert not [step for step in plan if step.startswith("SCAN") and not any(own in step for own in ITS_OWN)], statement

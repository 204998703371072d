"""What matching looks up for the documents that come in is found by indexes, however large the record is."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, event

from verbale.record.filing import Filing
from verbale.record.listing import list_documents
from verbale.record.reader import Reader

ITS_OWN = ("json_each", "VIRTUAL TABLE", "SCAN kin")
"""What is as small as what is asked for."""


Asked = list[tuple[str, Any]]


@pytest.fixture
def asked(engine: Engine) -> Asked:
    """What the record is asked in SQL from now on, with what is given."""
    found: Asked = []

    @event.listens_for(engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        found.append((statement, parameters))

    return found


def plan(engine: Engine, statement: str, given: Any) -> list[str]:
    """The steps by which SQLite answers."""
    with engine.connect() as connection:
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]


def test_no_look_up_reads_a_whole_table(engine: Engine, asked: Asked) -> None:
    filing = Filing(engine)
    for by_document in (filing.filed, filing.superseded, filing.kin, filing.copies, filing.clusters, filing.of_documents, filing.beside):
        by_document(["a"])
    filing.named(["a"]), filing.carrying([("p", 1)])
    for by_number in (filing.standing, filing.under, filing.of_families):
        by_number([1])
    list(filing.carriers([1]))
    looked = [(statement, given) for statement, given in asked if statement.lstrip().startswith(("SELECT", "WITH"))]
    assert len(looked) >= 12
    for statement, given in looked:
        steps = plan(engine, statement, given)
        assert not [step for step in steps if step.startswith("SCAN") and not any(own in step for own in ITS_OWN)], statement


def test_a_few_documents_are_not_looked_up_among_all_that_are_the_latest(engine: Engine, asked: Asked) -> None:
    list(Reader(engine).documents(["a"], latest=True))
    with engine.begin() as connection:
        list_documents(connection, ["a"])
    looked = [(statement, given) for statement, given in asked if "superseded_by IS NULL" in statement]
    assert len(looked) == 2
    for statement, given in looked:
        assert not [step for step in plan(engine, statement, given) if "document_superseded" in step], statement

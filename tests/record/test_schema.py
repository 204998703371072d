"""The tables that the program reads are the tables that the migrations make, and the docs describe them all."""

import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from verbale.record.database import open_database
from verbale.record.schema import metadata

FULL_TEXT = ("document_text", "statement_text")


def test_migrations_make_the_schema(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "record.sqlite", create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: kind != "table" or not name.startswith(FULL_TEXT),
            },
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_docs_name_every_table_and_column() -> None:
    described = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")
    for table in metadata.tables.values():
        assert f"`{table.name}`" in described
        for column in table.columns:
            assert f"`{column.name}`" in described, f"{table.name}.{column.name}"


def test_the_queries_of_the_docs_run(tmp_path: Path) -> None:
    described = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")
    queries = [block.split("```")[0] for block in described.split("```sql\n")[1:]]
    open_database(tmp_path / "record.sqlite", create=True).dispose()
    plain = sqlite3.connect(tmp_path / "record.sqlite")
    for query in queries:
        plain.execute(query)
    plain.close()
    assert len(queries) == 3

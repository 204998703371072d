"""Mending a record: what follows from its documents is made anew where it is broken; documents and judgements are never touched."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, delete, insert, literal, select, text, update

from verbale.record import listing, schema
from verbale.record.inspection import miscounted, misplaced

_LISTS = (schema.listed_issue, schema.listed, schema.listed_document, schema.tally, schema.voice)
_FULL_TEXT = ("document_text", "statement_text")
_MATCHING = (
    schema.block,
    schema.matched_statement,
    schema.copy,
    schema.standing,
    schema.mark,
    schema.matched_document,
    schema.utterance,
    schema.syndication,
)


def mend(engine: Engine) -> list[str]:
    """Mend what can be derived, in one transaction: a line for each thing done. Hold database.writer_lock, then `add` to complete it.

    Rows whose owner is missing are dropped; documents whose statements do not fit their text lose them and are coded anew by the next
    `add`; lists and full text that do not fit are made anew; after any of these all is matched anew.
    """
    with engine.begin() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))  # on the way, what notes changes may name documents that are missing
        done = [*_drop_orphans(connection), *_uncode(connection)]
        if done or any(miscounted(connection)):
            _list_anew(connection)
            _match_anew(connection)
            done.append("made the lists and the full text anew; `add` matches anew")
        unused = connection.execute(delete(schema.raw).where(schema.raw.c.hash.not_in(select(schema.document.c.raw)))).rowcount
        if unused:
            done.append(f"dropped {unused} stored files that no document was read from")
    return done


def _drop_orphans(connection: Connection) -> Iterator[str]:
    for table in reversed(schema.metadata.sorted_tables):
        for key in table.foreign_keys:
            if key.column.table is schema.raw:
                continue  # a document without its bytes still has its text
            owners = select(key.column)
            dropped = connection.execute(delete(table).where(key.parent.not_in(owners))).rowcount
            if dropped and table is schema.statement:  # nothing tells whose they were
                connection.execute(update(schema.document).values(coded_with=None))
            if dropped:
                yield f"dropped {dropped} rows of {table.name} whose {key.column.table.name} is missing"


def _uncode(connection: Connection) -> Iterator[str]:
    broken = sorted({document for document, _ in misplaced(connection)})
    for document in broken:
        connection.execute(delete(schema.statement).where(schema.statement.c.document == document))
        connection.execute(delete(schema.machine).where(schema.machine.c.document == document))
        connection.execute(update(schema.document).where(schema.document.c.id == document).values(coded_with=None))
        yield f"took out the statements of document {document}; `add` finds them anew"


def _list_anew(connection: Connection) -> None:
    for table in _LISTS:
        connection.execute(delete(table))
    for name in _FULL_TEXT:  # dropped and made again, since a broken one need not let its rows be deleted
        made = connection.execute(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": name}).scalar_one()
        connection.execute(text(f"DROP TABLE {name}"))
        connection.execute(text(str(made)))
    listing.fill(connection)


def _match_anew(connection: Connection) -> None:
    """Forget all matching; every document counts as changed."""
    for table in _MATCHING:
        connection.execute(delete(table))
    documents = select(schema.document.c.id, literal(1)).order_by(schema.document.c.id)
    connection.execute(insert(schema.matched_document).from_select(["document", "changes"], documents))

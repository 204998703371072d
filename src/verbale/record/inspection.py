"""Looking after a record: is it whole, what did its runs do, and a copy of it while it is in use."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, func, select, text

from verbale.errors import RecordError
from verbale.record import schema
from verbale.record.reader import Reader
from verbale.values import quote


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run: when it began and ended (ISO 8601, UTC; None if it was interrupted) and its outcomes by stage and result."""

    number: int
    began: str
    ended: str | None
    outcomes: tuple[tuple[str, str, int], ...]


def runs(engine: Engine) -> list[RunSummary]:
    """Every run with its counts, the latest first."""
    columns = (schema.outcome.c.run, schema.outcome.c.stage, schema.outcome.c.result)
    with engine.connect() as connection:
        counted = connection.execute(select(*columns, func.count()).group_by(*columns).order_by(*columns)).all()
        found = connection.execute(select(schema.run).order_by(schema.run.c.id.desc())).mappings().all()
    return [
        RunSummary(
            row["id"],
            row["started_at"],
            row["finished_at"],
            tuple((stage, result, count) for number, stage, result, count in counted if number == row["id"]),
        )
        for row in found
    ]


def skipped_last(engine: Engine) -> list[tuple[str, str]]:
    """The paths, sorted, of inputs that became no document when they were last read, each with the reason."""
    read = schema.outcome.c.stage == "read"
    order = (schema.outcome.c.run, schema.outcome.c.ordinal)
    query = select(schema.outcome.c.path, schema.outcome.c.result, schema.outcome.c.reason).where(read).order_by(*order)
    with engine.connect() as connection:
        last = {path: (result, reason) for path, result, reason in connection.execute(query)}
    return sorted((path, reason) for path, (result, reason) in last.items() if result == "skipped")


def problems(engine: Engine) -> Iterator[str]:
    """A line for everything in a record that is not as it should be; none in a sound one."""
    with engine.connect() as connection:
        for (said,) in connection.execute(text("PRAGMA integrity_check")):
            if said != "ok":
                yield f"the file is damaged: {said}"
        for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
            yield f"{table}, row {row}: what it refers to in {parent} is missing"
        for digest, compressed in connection.execute(select(schema.raw.c.hash, schema.raw.c.compressed)):
            if not _is_whole(digest, compressed):
                yield f"the stored bytes {digest[:12]}… do not have their hash"
    yield from _misplaced(Reader(engine))


def _is_whole(digest: str, compressed: bytes) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(compressed)).hexdigest() == digest
    except zlib.error:
        return False


def _misplaced(reader: Reader) -> Iterator[str]:
    quotes = reader.quotes()
    for document in reader.documents():
        for statement in reader.statements(document.id):
            found = statement.attribution
            spans = (*found.source, *found.cue, *found.content, *statement.coding.condition)
            if any(span.end > len(document.text) for span in spans):
                yield f"statement {statement.id}: a span lies outside the text of {document.path}"
            elif quotes[statement.id] != quote(document.text, found.content):
                yield f"statement {statement.id}: its quotation is not what stands in {document.path}"


def backup(record: Path, copy: Path) -> None:
    """Copy a record to a new file while others read and write it; RecordError where the copy cannot be made."""
    if copy.exists():
        raise RecordError(f"{copy}: there is a file here already. Name another one.")
    try:
        with closing(sqlite3.connect(record)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise RecordError(f"{copy}: the copy cannot be made ({error}). Check the place and the space there.") from error

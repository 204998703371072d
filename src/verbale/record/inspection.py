"""Looking after a record: is it whole, what did its runs do, and a copy of it while it is in use."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select, text

from verbale.errors import RecordError
from verbale.record import schema
from verbale.values import Span, quote

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run: when it began and ended (ISO 8601, UTC; None if it was interrupted), how many of its outcomes had which result.

    `reasons` parts the skipped.
    """

    number: int
    began: str
    ended: str | None
    results: Mapping[str, int]
    reasons: Mapping[str, int]


def runs(engine: Engine) -> list[RunSummary]:
    """Every run with its counts, the latest first."""
    columns = (schema.outcome.c.run, schema.outcome.c.result, schema.outcome.c.reason)
    results: dict[int, Counter[str]] = defaultdict(Counter)
    reasons: dict[int, Counter[str]] = defaultdict(Counter)
    with engine.connect() as connection:
        for run, result, reason, count in connection.execute(select(*columns, func.count()).group_by(*columns)):
            results[run][result] += count
            if result == "skipped":
                reasons[run][reason] += count
        found = connection.execute(select(schema.run).order_by(schema.run.c.id.desc())).mappings().all()
    return [RunSummary(row["id"], row["started_at"], row["finished_at"], results[row["id"]], reasons[row["id"]]) for row in found]


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
        for _, said in misplaced(connection):
            yield said
        yield from miscounted(connection)


def _is_whole(digest: str, compressed: bytes) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(compressed)).hexdigest() == digest
    except zlib.error:
        return False


def misplaced(connection: Connection) -> Iterator[tuple[str, str]]:
    """The document, and a line for people, of every statement whose spans or quotation are not what stands in its text."""
    statement, span = schema.statement.c, schema.span.c
    texts = connection.execution_options(yield_per=_AT_ONCE).execute(
        select(schema.document.c.id, schema.document.c.path, schema.document.c.text)
    )
    for document, path, words in texts:
        found = connection.execute(select(statement.id, statement.quote).where(statement.document == document).order_by(statement.position))
        quotes = {row[0]: row[1] for row in found}
        if not quotes:
            continue
        owned = select(statement.id).where(statement.document == document)
        order = (span.statement, span.role, span.ordinal)
        places = connection.execute(select(*order[:2], span.start, span.end).where(span.statement.in_(owned)).order_by(*order)).all()
        beyond = {row[0] for row in places if row[3] > len(words)}
        content: dict[str, list[Span]] = {}
        for row in places:
            if row[1] == "content" and row[0] not in beyond:
                content.setdefault(row[0], []).append(Span(row[2], row[3]))
        for key, quoted in quotes.items():
            if key in beyond:
                yield document, f"statement {key}: a span lies outside the text of {path}"
            elif quoted != quote(words, tuple(content.get(key, ()))):
                yield document, f"statement {key}: its quotation is not what stands in {path}"


def miscounted(connection: Connection) -> Iterator[str]:
    """A line for each list that does not hold what the tables hold from which it is made: full text, lists, counts."""
    for (what, query), (_, expected) in _LISTS:
        found, wanted = (connection.execute(text(one)).scalar() or 0 for one in (query, expected))
        if found != wanted:
            yield f"{what}: {found} where {wanted} should be"


_DOCUMENTS = ("documents", "SELECT count(*) FROM document WHERE superseded_by IS NULL")
_STATEMENTS = ("statements", "SELECT count(*) FROM statement")
_LISTS = (
    (("the full text of documents", "SELECT count(*) FROM document_text"), _DOCUMENTS),
    (
        (
            "the words of documents that can be searched",
            "SELECT count(*) FROM document AS d JOIN listed_document AS l ON l.document = d.id "
            "JOIN document_text AS t ON t.rowid = l.number WHERE t.text = d.text AND t.document = d.id",
        ),
        _DOCUMENTS,
    ),
    (("the full text of statements", "SELECT count(*) FROM statement_text"), _STATEMENTS),
    (
        (
            "the words of statements that can be searched",
            "SELECT count(*) FROM statement AS s JOIN listed AS l ON l.statement = s.id JOIN statement_text AS t ON t.rowid = l.number "
            "WHERE t.quote = s.quote AND t.statement = s.id",
        ),
        _STATEMENTS,
    ),
    (("the list of statements", "SELECT count(*) FROM listed"), _STATEMENTS),
    (("the statements counted by day", "SELECT sum(statements) FROM tally WHERE issue = '' AND move = ''"), _STATEMENTS),
    (("the statements counted by document", "SELECT sum(statements) FROM listed_document"), _STATEMENTS),
)


def backup(record: Path, copy: Path) -> None:
    """Copy a record to a new file while others read and write it; RecordError where the copy cannot be made."""
    if copy.exists():
        raise RecordError(f"{copy}: there is a file here already. Name another one.")
    try:
        with closing(sqlite3.connect(record)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise RecordError(f"{copy}: the copy cannot be made ({error}). Check the place and the space there.") from error

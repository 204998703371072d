"""Judging statements: each judgement is one short transaction that shows its document as judged, beside whatever `add` is running.

The machine's own statements are kept in the table `machine` where a judgement makes others of them, so that all that reads the other tables
sees what people decided, and a revoked judgement leaves no trace there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import OperationalError

from verbale.errors import BusyError, RecordError, StaleError, UsageError
from verbale.ids import content_id, utterance_id
from verbale.record import listing, rows, schema
from verbale.record.database import BUSY_SECONDS
from verbale.record.judgements import Judgement, judgement_of, judgement_row, judgements_in
from verbale.record.reader import machine_of, statements_of
from verbale.record.reading import listed
from verbale.values import Statement

STATEMENT = "statement"
"""The kind of judgement that changes what is shown of a statement; its subject begins with the document's id and a colon."""

PATIENCE = 4000
"""Milliseconds that a judgement waits for another process's transaction before it says so."""

Overlay = Callable[[Sequence[Statement], Sequence[Judgement]], Sequence[Statement]]
"""One document's statements as the machine proposed them and the standing judgements on them → the statements as shown."""


class Bench:
    """Where judgements are made and revoked. Needs no writer_lock: every method is one short transaction, or one a document."""

    def __init__(self, engine: Engine, overlay: Overlay) -> None:
        self._engine, self._overlay = engine, overlay

    def judge(self, made: Judgement, *, seen: str | None, also: str | None = None) -> None:
        """Add a judgement and show its document accordingly, both or neither.

        `seen` is the id of the latest standing judgement on the subject, or on the subject `also`, that the judge knew of, None for none;
        StaleError where there is another by now. BusyError where another process writes for long.
        """
        with _short(self._engine) as connection:
            connection.execute(insert(schema.judgement).values(judgement_row(made)))
            before = [j.id for j in _standing(connection, made.kind, [made.subject, also or made.subject]) if j.id != made.id]
            if (before[-1] if before else None) != seen:
                raise StaleError("This statement was judged anew while you looked at it. Look again, then decide.")
            self._after(connection, made)

    def tell(self, made: Judgement) -> None:
        """Add a judgement that changes no statement by itself. BusyError where another process writes for long."""
        with _short(self._engine) as connection:
            connection.execute(insert(schema.judgement).values(judgement_row(made)))
            self._after(connection, made)

    def revoke(self, key: str, *, at: datetime) -> Judgement:
        """Revoke a standing judgement and show its document without it; UsageError where there is none of that id."""
        table = schema.judgement
        with _short(self._engine) as connection:
            chosen = (table.c.id == key, table.c.revoked_at.is_(None))
            if connection.execute(update(table).where(*chosen).values(revoked_at=at.isoformat())).rowcount == 0:
                raise UsageError(f"No standing judgement has the id '{key}'. `verbale judge` without a name lists them.")
            made = judgement_of(connection.execute(select(table).where(table.c.id == key)).mappings().one())
            self._after(connection, made)
            return made

    def settle(self) -> int:
        """Show as judged every document that is not: coded anew, or judged while it was coded. How many there were."""
        with self._engine.connect() as connection:
            stale = _stale(connection)
        for document in stale:
            with self._engine.begin() as connection:
                self._show(connection, document)
        return len(stale)

    def _after(self, connection: Connection, made: Judgement) -> None:
        mark = {"name": "judged", "value": f"{made.id} {made.revoked_at or ''}".strip()}
        connection.execute(upsert(schema.state).values(mark).on_conflict_do_update(index_elements=["name"], set_=mark))
        if made.kind == STATEMENT:
            self._show(connection, made.subject.partition(":")[0])

    def _show(self, connection: Connection, document: str) -> None:
        # A write comes first, so that nobody else writes between what is read here and what is written.
        table = schema.document
        connection.execute(update(table).where(table.c.id == document).values(judged_with=None))
        row = connection.execute(select(table.c.text, table.c.superseded_by).where(table.c.id == document)).first()
        if row is None:
            raise UsageError(f"The record has no article '{document}'.")
        if row.superseded_by is not None:  # a later version of its page counts in its place
            return
        text = row.text
        judgements = judgements_in(connection, STATEMENT, standing=True, document=document)
        machine, present = machine_of(connection, document), {s.id: s for s in statements_of(connection, document)}
        shown = {s.id: s for s in self._overlay(machine, judgements)}
        if shown != present:
            gone = [key for key, statement in present.items() if shown.get(key) != statement]
            made = [key for key, statement in shown.items() if present.get(key) != statement]
            heard = listing.unlist_statements(connection, gone)
            _rewrite(connection, present, shown, text)
            # Most judgements leave all as it was that a speaker or a publisher is heard with: only the others are counted anew.
            listing.recount(connection, [document], heard ^ listing.list_statements(connection, made))
        connection.execute(delete(schema.machine).where(schema.machine.c.document == document))
        kept = [{"statement": m.id, "document": document, "value": rows.statement_json(m, text)} for m in machine if shown.get(m.id) != m]
        if kept:
            connection.execute(insert(schema.machine), kept)
        connection.execute(update(table).where(table.c.id == document).values(judged_with=_fingerprint(judgements)))


def _rewrite(connection: Connection, present: dict[str, Statement], shown: dict[str, Statement], text: str) -> None:
    """Bring the statements of one document from what is present to what is shown; who stays keeps the place in an utterance."""
    gone = [key for key in present if key not in shown]
    changed = [statement for key, statement in shown.items() if key in present and present[key] != statement]
    new = [statement for key, statement in shown.items() if key not in present]
    if gone:
        connection.execute(delete(schema.statement).where(schema.statement.c.id.in_(gone)))
    for statement in changed:
        row = rows.statement_row(statement, text)
        connection.execute(update(schema.statement).where(schema.statement.c.id == statement.id).values(row))
        for table in (schema.span, schema.statement_issue, schema.channel):
            connection.execute(delete(table).where(table.c.statement == statement.id))
    if new:
        connection.execute(insert(schema.statement), [rows.statement_row(statement, text) for statement in new])
        # It stands alone until the next matching, but it stands.
        alone = [{"statement": s.id, "id": utterance_id((s.id,)), "ordinal": 0} for s in new]
        connection.execute(insert(schema.utterance), alone)
    for table, of in ((schema.span, rows.span_rows), (schema.statement_issue, rows.issue_rows), (schema.channel, rows.channel_rows)):
        values = [row for statement in (*changed, *new) for row in of(statement)]
        if values:
            connection.execute(insert(table), values)


def _stale(connection: Connection) -> list[str]:
    """The ids, sorted, of documents that are not shown as the standing judgements say."""
    by_document: dict[str, list[Judgement]] = {}
    for made in judgements_in(connection, STATEMENT, standing=True):
        by_document.setdefault(made.subject.partition(":")[0], []).append(made)
    document = schema.document.c
    # Written so that SQLite takes the index of what is judged, and that of ids, and reads few of all documents.
    marked = connection.execute(select(document.id, document.judged_with).where(document.judged_with >= ""))
    shown = {row[0]: row[1] for row in marked}
    these = select(func.json_each(listed(by_document)).table_valued("value").c.value)
    latest = func.coalesce(document.superseded_by, "") == ""
    known = connection.execute(select(document.id).where(document.id.in_(these), latest)).scalars()
    wanted = {key: _fingerprint(by_document[key]) for key in known}
    return sorted(key for key in {*wanted, *shown} if wanted.get(key) != shown.get(key))


def _standing(connection: Connection, kind: str, subjects: Sequence[str]) -> list[Judgement]:
    table = schema.judgement
    chosen = (table.c.kind == kind, table.c.subject.in_(subjects), table.c.revoked_at.is_(None))
    found = connection.execute(select(table).where(*chosen).order_by(table.c.made_at, table.c.id)).mappings()
    return [judgement_of(row) for row in found]


def _fingerprint(judgements: Sequence[Judgement]) -> str | None:
    return content_id("judged", ids=sorted(j.id for j in judgements)) if judgements else None


@contextmanager
def _short(engine: Engine) -> Iterator[Connection]:
    """A transaction that gives up soon where another process writes; BusyError then, and nothing is written."""
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={PATIENCE}")
        try:
            yield connection
            connection.commit()
        except (OperationalError, RecordError) as error:
            if "locked" not in str(error):
                raise
            raise BusyError("A run is adding to this record just now, so nothing was recorded. Try again in a moment.") from error
        finally:
            connection.rollback()
            connection.exec_driver_sql(f"PRAGMA busy_timeout={1000 * BUSY_SECONDS}")

"""Writing to a record: every method is one transaction, so that a kill leaves it whole."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from verbale.ids import page_key
from verbale.record import editions, filing_steps, listing, rows, schema
from verbale.record.bench import Bench, Overlay
from verbale.record.editions import Succession
from verbale.record.filing_steps import Step
from verbale.values import Document, Statement

PAGES_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Arrival:
    """One document with the bytes it was read from; `as_of` is the moment (UTC) when its text is known to have stood so."""

    document: Document
    raw: bytes
    media_type: str
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """The fate of one input in one stage of a run: `result` is new, updated, unchanged, skipped, coded or failed."""

    stage: str
    path: str
    result: str
    reason: str | None = None
    detail: str | None = None
    document: str | None = None


class Writer:
    """The only way into a record. Hold database.writer_lock while you use one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def begin_run(self, *, version: str, method: str) -> int:
        """Note that a run begins; its number."""
        with self._engine.begin() as connection:
            values = {"started_at": _now(), "version": version, "method": method}
            return int(connection.execute(insert(schema.run).values(values).returning(schema.run.c.id)).scalar_one())

    def end_run(self, run: int) -> None:
        """Note that a run came to its end."""
        with self._engine.begin() as connection:
            connection.execute(update(schema.run).where(schema.run.c.id == run).values(finished_at=_now()))

    def take_in(
        self, run: int, arrivals: Sequence[Arrival], outcomes: Sequence[OutcomeRow], *, succession: Succession = lambda _: {}
    ) -> list[OutcomeRow]:
        """Store documents that are new, and the outcomes of the inputs they came from; `succession` says which texts are superseded.

        Gives the outcomes as they are stored: what is new and another text of an article that is there is updated.
        """
        with self._engine.begin() as connection:
            new = [arrival.document.id for arrival in arrivals if self._take_in_one(connection, arrival)]
            listing.list_documents(connection, new)
            pages = {page for arrival in arrivals if (page := page_key(arrival.document.url)) is not None}
            editions.supersede(connection, sorted(pages), succession)
            updated = editions.updates(connection, new) if pages else ()
            noted = [replace(row, result="updated") if row.result == "new" and row.document in updated else row for row in outcomes]
            _note(connection, run, noted)
        return noted

    def supersede(self, succession: Succession, *, method: str) -> None:
        """Tell anew which texts of all pages are superseded, where another method told it."""
        state = {"name": "editions", "value": method}
        with self._engine.begin() as connection:
            if connection.execute(select(schema.state.c.value).where(schema.state.c.name == state["name"])).scalar() == method:
                return
            pages = [row[0] for row in connection.execute(editions.several())]
            for start in range(0, len(pages), PAGES_AT_ONCE):
                editions.supersede(connection, pages[start : start + PAGES_AT_ONCE], succession)
            connection.execute(upsert(schema.state).values(state).on_conflict_do_update(index_elements=["name"], set_=state))

    def _take_in_one(self, connection: Connection, arrival: Arrival) -> bool:
        """Store a document; whether it is new."""
        document, digest = arrival.document, hashlib.sha256(arrival.raw).hexdigest()
        row = rows.document_row(document, media_type=arrival.media_type, raw_hash=digest, as_of=arrival.as_of)
        table = schema.document
        known = connection.execute(select(table.c.path, table.c.as_of).where(table.c.id == document.id)).first()
        if known is not None:
            # The order of arrival must not show: of several places the first by name is kept, of several moments the last.
            kept = {"path": min(document.path, known.path), "as_of": max(filter(None, (row["as_of"], known.as_of)), default=None, key=str)}
            if (kept["path"], kept["as_of"]) != (known.path, known.as_of):
                connection.execute(update(table).where(table.c.id == document.id).values(kept))
            return False
        raw = {"hash": digest, "size": len(arrival.raw), "compressed": zlib.compress(arrival.raw, 6)}
        connection.execute(upsert(schema.raw).values(raw).on_conflict_do_nothing())
        connection.execute(insert(schema.document).values(row))
        _insert(
            connection,
            schema.furniture,
            ({"document": document.id, "ordinal": i, "start": span.start, "end": span.end} for i, span in enumerate(document.furniture)),
        )
        names = ({"document": document.id, "ordinal": i, "name": name} for i, name in enumerate(document.authors))
        _insert(connection, schema.author, names)
        return True

    def date(self, days: Mapping[str, date | None], *, state: str) -> None:
        """Set the inferred day of documents, by id, and have them coded anew; `state` names what the days follow from."""
        mark = {"name": "dated", "value": state}
        with self._engine.begin() as connection:
            for document, day in days.items():
                values = {"inferred_on": day.isoformat() if day else None, "coded_with": None}
                connection.execute(update(schema.document).where(schema.document.c.id == document).values(values))
            listing.list_documents(connection, list(days))
            connection.execute(upsert(schema.state).values(mark).on_conflict_do_update(index_elements=["name"], set_=mark))

    def code(
        self, run: int, coded: Iterable[tuple[Document, Sequence[Statement]]], outcomes: Sequence[OutcomeRow], *, coded_with: str
    ) -> None:
        """Replace the statements of documents by those of one method, named by `coded_with`."""
        made = list(coded)
        documents = [document.id for document, _ in made]
        with self._engine.begin() as connection:
            _note(connection, run, outcomes)
            heard = listing.unlist_statements(connection, listing.statements_of(connection, documents))
            connection.execute(delete(schema.statement).where(schema.statement.c.document.in_(documents)))
            connection.execute(delete(schema.machine).where(schema.machine.c.document.in_(documents)))
            superseded = select(schema.document.c.id).where(
                schema.document.c.id.in_(documents), schema.document.c.superseded_by.is_not(None)
            )
            earlier = set(connection.execute(superseded).scalars())
            for document, statements in made:
                done = {"coded_with": coded_with, "judged_with": None}
                connection.execute(update(schema.document).where(schema.document.c.id == document.id).values(done))
                if document.id in earlier:
                    editions.keep(connection, document.id, document.text, statements)
                    continue
                _insert(connection, schema.statement, (rows.statement_row(s, document.text) for s in statements))
                _insert(connection, schema.span, (row for s in statements for row in rows.span_rows(s)))
                _insert(connection, schema.statement_issue, (row for s in statements for row in rows.issue_rows(s)))
                _insert(connection, schema.channel, (row for s in statements for row in rows.channel_rows(s)))
            heard |= listing.list_statements(connection, listing.statements_of(connection, documents))
            listing.recount(connection, documents, heard)

    def settle(self, overlay: Overlay) -> int:
        """Show as judged every document that is not: coded anew, or judged while it was coded. How many there were."""
        return Bench(self._engine, overlay).settle()

    def match(self, step: Step, *, state: str) -> None:
        """Put what a step of matching found in place of what was there; `state` names what follows from it."""
        with self._engine.begin() as connection:
            filing_steps.put(connection, step, state=state)

    def forget_matching(self, method: str) -> None:
        """Forget what matching kept by another method than this."""
        with self._engine.begin() as connection:
            filing_steps.forget(connection, method=method)

    def tie(self, documents: Sequence[str], *, tied: str) -> None:
        """Have documents matched again, since the judgements on utterances are other ones: now those that `tied` names."""
        with self._engine.begin() as connection:
            filing_steps.tie(connection, documents, tied=tied)


def _note(connection: Connection, run: int, outcomes: Sequence[OutcomeRow]) -> None:
    last = connection.execute(select(func.max(schema.outcome.c.ordinal)).where(schema.outcome.c.run == run)).scalar()
    first = 0 if last is None else last + 1
    _insert(connection, schema.outcome, ({"run": run, "ordinal": i, **asdict(row)} for i, row in enumerate(outcomes, first)))


def _insert(connection: Connection, table: Table, values: Iterable[dict[str, object]]) -> None:
    listed = list(values)
    if listed:
        connection.execute(insert(table), listed)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

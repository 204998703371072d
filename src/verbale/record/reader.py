"""Reading a record: plain look-ups that give values; nothing is computed here."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, func, select

from verbale.record import rows, schema
from verbale.record.filing import Filing
from verbale.record.judgements import Judgement, judgements
from verbale.record.reading import THESE, listed
from verbale.record.snapshot import reading, snapshot
from verbale.values import Document, Span, Statement, Syndication, Utterance

FETCHED_AT_ONCE = 2000

_DOCUMENT = """d.id, d.path, d.text, d.title, d.url, d.publisher, d.language,
               d.published_on, d.published_at, d.published_known, d.published_probability, d.inferred_on"""
_FURNITURE = """(SELECT json_group_array(json_array(start, "end"))
                 FROM (SELECT start, "end" FROM furniture WHERE document = d.id ORDER BY ordinal)) AS furniture"""
_AUTHORS = "(SELECT json_group_array(name) FROM (SELECT name FROM author WHERE document = d.id ORDER BY ordinal)) AS authors"
_LATEST = " AND +d.superseded_by IS NULL"  # the plus keeps SQLite from looking a few up among all that are the latest


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds."""

    documents: int
    uncoded: int
    statements: int
    utterances: int


class Reader:
    """The only way to look into a record. Safe to use while another process writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def snapshot(self) -> AbstractContextManager[None]:
        """Let all that is read of the record within see one state of it, in one transaction."""
        return snapshot(self._engine)

    @property
    def filing(self) -> Filing:
        """What matching keeps."""
        return Filing(self._engine)

    def counts(self) -> Counts:
        """How many documents, statements and utterances there are."""
        with reading(self._engine) as connection:
            table = schema.document.c.coded_with
            return Counts(
                documents=connection.execute(select(func.count()).select_from(schema.document)).scalar_one(),
                uncoded=connection.execute(select(func.count()).select_from(schema.document).where(table.is_(None))).scalar_one(),
                statements=connection.execute(select(func.count()).select_from(schema.statement)).scalar_one(),
                utterances=connection.execute(select(func.count(schema.utterance.c.id.distinct()))).scalar_one(),
            )

    def known(self, ids: Sequence[str]) -> set[str]:
        """Those of the document ids that the record holds."""
        with reading(self._engine) as connection:
            return {row[0] for row in connection.execute(select(schema.document.c.id).where(schema.document.c.id.in_(ids)))}

    def uncoded(self, coded_with: str, *, after: str = "", limit: int = FETCHED_AT_ONCE) -> list[str]:
        """The ids, sorted, of the first `limit` documents beyond the id `after` that were not coded with this method."""
        table = schema.document.c
        chosen = (table.coded_with.is_distinct_from(coded_with), table.id > after)
        with reading(self._engine) as connection:
            return list(connection.execute(select(table.id).where(*chosen).order_by(table.id).limit(limit)).scalars())

    def count_uncoded(self, coded_with: str) -> int:
        """How many documents were not coded with this method."""
        query = select(func.count()).where(schema.document.c.coded_with.is_distinct_from(coded_with))
        with reading(self._engine) as connection:
            return connection.execute(query).scalar_one()

    def undated(self) -> dict[str, date | None]:
        """The inferred day, None where there is none, of every document that came without one, by id."""
        columns = (schema.document.c.id, schema.document.c.inferred_on)
        with reading(self._engine) as connection:
            found = connection.execute(select(*columns).where(schema.document.c.published_on.is_(None)).order_by(columns[0]))
            return {key: date.fromisoformat(day) if day else None for key, day in found}

    def documents(self, ids: Sequence[str] | None = None, *, latest: bool = False) -> Iterator[Document]:
        """The documents of those ids, or all, by id; with `latest` none that a later version of its page supersedes."""
        # In plain SQL and one question, since a page reads few at a time.
        chosen, given = ("true", {}) if ids is None else (f"d.id IN {THESE}", {"these": listed(ids)})
        query = f"SELECT {_DOCUMENT}, {_FURNITURE}, {_AUTHORS} FROM document AS d WHERE {chosen}{_LATEST if latest else ''} ORDER BY d.id"
        with reading(self._engine) as connection:
            found = connection.exec_driver_sql(query, given, execution_options={"yield_per": FETCHED_AT_ONCE})
            names = tuple(found.keys())
            for part in found.partitions(FETCHED_AT_ONCE):
                for values in part:
                    row = dict(zip(names, values, strict=True))
                    furniture = tuple(Span(*pair) for pair in _listed(row["furniture"]))
                    yield rows.document_of(row, furniture, tuple(_listed(row["authors"])))

    def texts(self) -> Iterator[tuple[str, str, date | None]]:
        """The id, the text and the day it came with of every document, by id; one after another, so that few are held at a time."""
        table = schema.document.c
        query = select(table.id, table.text, table.published_on).order_by(table.id)
        with reading(self._engine) as connection:
            for key, text, day in connection.execution_options(yield_per=FETCHED_AT_ONCE).execute(query):
                yield key, text, date.fromisoformat(day) if day else None

    def count_documents(self) -> int:
        """How many documents there are, versions that others supersede among them."""
        with reading(self._engine) as connection:
            return connection.execute(select(func.count()).select_from(schema.document)).scalar_one()

    def dated(self) -> str | None:
        """What the inferred days follow from, as `Writer.date` was told; None before any was inferred."""
        return self.noted("dated")[0]

    def superseded(self) -> dict[str, str]:
        """The id of the latest version of its article for every document that is an earlier one, by id."""
        table = schema.document.c
        with reading(self._engine) as connection:
            found = connection.execute(select(table.id, table.superseded_by).where(table.superseded_by.is_not(None)))
            return {row[0]: row[1] for row in found}

    def raw(self, document: str) -> bytes:
        """The bytes that a document was read from; KeyError where there is no such document."""
        query = select(schema.raw.c.compressed).join(schema.document).where(schema.document.c.id == document)
        with reading(self._engine) as connection:
            compressed = connection.execute(query).scalar()
        if compressed is None:
            raise KeyError(document)
        return zlib.decompress(compressed)

    def statements(self, document: str | None = None) -> Iterator[Statement]:
        """The statements of one document, or all, by document and position."""
        with reading(self._engine) as connection:
            yield from statements_of(connection, document)

    def machine(self, document: str) -> tuple[Statement, ...]:
        """The statements of one document as the machine proposed them, by position, whatever people decided since."""
        with reading(self._engine) as connection:
            return machine_of(connection, document)

    def quotes(self) -> dict[str, str]:
        """The content's characters of every statement, by statement id."""
        with reading(self._engine) as connection:
            return {row[0]: row[1] for row in connection.execute(select(schema.statement.c.id, schema.statement.c.quote))}

    def utterances(self) -> tuple[Utterance, ...]:
        """All utterances, by id."""
        query = select(schema.utterance).order_by(schema.utterance.c.id, schema.utterance.c.ordinal)
        with reading(self._engine) as connection:
            found = groupby(connection.execute(query).mappings(), key=lambda r: str(r["id"]))
            return tuple(Utterance(key, tuple(r["statement"] for r in group)) for key, group in found)

    def syndications(self) -> tuple[Syndication, ...]:
        """All syndication clusters, by id."""
        query = select(schema.syndication).order_by(schema.syndication.c.id, schema.syndication.c.document)
        with reading(self._engine) as connection:
            found = [(key, list(group)) for key, group in groupby(connection.execute(query).mappings(), key=lambda r: str(r["id"]))]
        return tuple(
            Syndication(key, next(r["document"] for r in group if r["head"]), tuple(r["document"] for r in group)) for key, group in found
        )

    def noted(self, *names: str) -> tuple[str | None, ...]:
        """What is noted of the record under names; None for nothing."""
        with reading(self._engine) as connection:
            found = connection.exec_driver_sql(f"SELECT name, value FROM state WHERE name IN {THESE}", {"these": listed(names)})
            kept = {row[0]: row[1] for row in found.all()}
        return tuple(kept.get(name) for name in names)

    def matched(self) -> str | None:
        """The state that the utterances follow from; None before the first matching."""
        return self.noted("matched")[0]

    def statement(self, key: str) -> Statement | None:
        """One statement as it is shown, by its id; None where none is shown under it."""
        with reading(self._engine) as connection:
            document = connection.execute(select(schema.statement.c.document).where(schema.statement.c.id == key)).scalar()
            return next((s for s in statements_of(connection, document) if s.id == key), None) if document else None

    def standing(self, kind: str, document: str | None = None) -> list[Judgement]:
        """The judgements of a kind that are not revoked, all or those on one document, in the order they were made."""
        return judgements(self._engine, kind, standing=True, document=document)

    def judgements(self) -> list[Judgement]:
        """Every judgement, revoked ones included, in the order they were made."""
        return judgements(self._engine)

    def judged(self) -> str | None:
        """What was judged or revoked last; None before the first judgement. It changes with each."""
        return self.noted("judged")[0]


def _listed(cell: str) -> list[Any]:
    found: list[Any] = json.loads(cell) if cell != "[]" else []  # most have none, and a page reads hundreds
    return found


def statements_of(connection: Connection, document: str | None = None) -> Iterator[Statement]:
    """The statements of one document, or all, by document and position, as they are shown."""
    order = (schema.statement.c.document, schema.statement.c.position)
    chosen = () if document is None else (schema.statement.c.document == document,)
    spans = _by_statement(connection, select(schema.span).order_by("statement", "role", "ordinal"), document)
    issues = _by_statement(connection, select(schema.statement_issue).order_by("statement", "ordinal"), document)
    channels = _by_statement(connection, select(schema.channel).order_by("statement", "ordinal"), document)
    for row in connection.execute(select(schema.statement).where(*chosen).order_by(*order)).mappings():
        key = row["id"]
        channel = [r["name"] for r in channels.get(key, ())]
        yield rows.statement_of(row, rows.roles_of(spans.get(key, ())), issues.get(key, ()), channel)


def machine_of(connection: Connection, document: str) -> tuple[Statement, ...]:
    """The statements of one document as the machine proposed them, by position."""
    kept = select(schema.machine.c.value).where(schema.machine.c.document == document)
    differing = {statement.id: statement for (cell,) in connection.execute(kept) for statement in (rows.statement_of_json(cell),)}
    same = (s for s in statements_of(connection, document) if s.judged is None and s.id not in differing)
    return tuple(sorted((*differing.values(), *same), key=lambda statement: statement.position))


def _by_statement(connection: Connection, query: Select[Any], document: str | None) -> dict[str, list[RowMapping]]:
    """The rows of a table that belongs to statements, by statement; the query is ordered by statement first."""
    if document is not None:
        owned = select(schema.statement.c.id).where(schema.statement.c.document == document)
        query = query.where(query.selected_columns["statement"].in_(owned))
    return {key: list(group) for key, group in groupby(connection.execute(query).mappings(), key=lambda r: str(r["statement"]))}

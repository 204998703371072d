"""Reading a record: plain look-ups that give values; nothing is computed here."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Engine, RowMapping, Select, func, select, text

from verbale.record import rows, schema
from verbale.values import Document, Span, Spans, Statement, Syndication, Utterance

FETCHED_AT_ONCE = 2000


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

    def counts(self) -> Counts:
        """How many documents, statements and utterances there are."""
        with self._engine.connect() as connection:
            table = schema.document.c.coded_with
            return Counts(
                documents=connection.execute(select(func.count()).select_from(schema.document)).scalar_one(),
                uncoded=connection.execute(select(func.count()).select_from(schema.document).where(table.is_(None))).scalar_one(),
                statements=connection.execute(select(func.count()).select_from(schema.statement)).scalar_one(),
                utterances=connection.execute(select(func.count(schema.utterance.c.id.distinct()))).scalar_one(),
            )

    def known(self, ids: Sequence[str]) -> set[str]:
        """Those of the document ids that the record holds."""
        with self._engine.connect() as connection:
            return {row[0] for row in connection.execute(select(schema.document.c.id).where(schema.document.c.id.in_(ids)))}

    def uncoded(self, coded_with: str) -> list[str]:
        """The ids, sorted, of the documents that were not coded with this method."""
        column = schema.document.c.coded_with
        query = select(schema.document.c.id).where(column.is_distinct_from(coded_with)).order_by(schema.document.c.id)
        with self._engine.connect() as connection:
            return [row[0] for row in connection.execute(query)]

    def undated(self) -> dict[str, date | None]:
        """The inferred day, None where there is none, of every document that came without one, by id."""
        columns = (schema.document.c.id, schema.document.c.inferred_on)
        with self._engine.connect() as connection:
            found = connection.execute(select(*columns).where(schema.document.c.published_on.is_(None)).order_by(columns[0]))
            return {key: date.fromisoformat(day) if day else None for key, day in found}

    def documents(self, ids: Sequence[str] | None = None) -> Iterator[Document]:
        """The documents of those ids, or all, by id."""
        query = select(schema.document).order_by(schema.document.c.id)
        marks = select(schema.furniture).order_by(schema.furniture.c.document, schema.furniture.c.ordinal)
        if ids is not None:
            query, marks = query.where(schema.document.c.id.in_(ids)), marks.where(schema.furniture.c.document.in_(ids))
        with self._engine.connect() as connection:
            furniture = {
                owner: rows.spans_of(group) for owner, group in groupby(connection.execute(marks).mappings(), key=lambda r: r["document"])
            }
            for row in connection.execution_options(yield_per=FETCHED_AT_ONCE).execute(query).mappings():
                yield rows.document_of(row, furniture.get(row["id"], ()))

    def raw(self, document: str) -> bytes:
        """The bytes that a document was read from; KeyError where there is no such document."""
        query = select(schema.raw.c.compressed).join(schema.document).where(schema.document.c.id == document)
        with self._engine.connect() as connection:
            compressed = connection.execute(query).scalar()
        if compressed is None:
            raise KeyError(document)
        return zlib.decompress(compressed)

    def statements(self, document: str | None = None) -> Iterator[Statement]:
        """The statements of one document, or all, by document and position."""
        order = (schema.statement.c.document, schema.statement.c.position)
        chosen = () if document is None else (schema.statement.c.document == document,)
        query = select(schema.statement).where(*chosen).order_by(*order)
        with self._engine.connect() as connection:
            spans = self._by_statement(select(schema.span).order_by("statement", "role", "ordinal"), document)
            issues = self._by_statement(select(schema.statement_issue).order_by("statement", "ordinal"), document)
            channels = self._by_statement(select(schema.channel).order_by("statement", "ordinal"), document)
            for row in connection.execute(query).mappings():
                key = row["id"]
                yield rows.statement_of(row, _roles(spans.get(key, ())), issues.get(key, ()), [r["name"] for r in channels.get(key, ())])

    def _by_statement(self, query: Select[Any], document: str | None) -> dict[str, list[RowMapping]]:
        """The rows of a table that belongs to statements, by statement; the query is ordered by statement first."""
        if document is not None:
            owned = select(schema.statement.c.id).where(schema.statement.c.document == document)
            query = query.where(query.selected_columns["statement"].in_(owned))
        with self._engine.connect() as connection:
            return {key: list(group) for key, group in groupby(connection.execute(query).mappings(), key=lambda r: str(r["statement"]))}

    def quotes(self) -> dict[str, str]:
        """The content's characters of every statement, by statement id."""
        with self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(select(schema.statement.c.id, schema.statement.c.quote))}

    def utterances(self) -> tuple[Utterance, ...]:
        """All utterances, by id."""
        query = select(schema.utterance).order_by(schema.utterance.c.id, schema.utterance.c.ordinal)
        with self._engine.connect() as connection:
            found = groupby(connection.execute(query).mappings(), key=lambda r: str(r["id"]))
            return tuple(Utterance(key, tuple(r["statement"] for r in group)) for key, group in found)

    def syndications(self) -> tuple[Syndication, ...]:
        """All syndication clusters, by id."""
        query = select(schema.syndication).order_by(schema.syndication.c.id, schema.syndication.c.document)
        with self._engine.connect() as connection:
            found = [(key, list(group)) for key, group in groupby(connection.execute(query).mappings(), key=lambda r: str(r["id"]))]
        return tuple(
            Syndication(key, next(r["document"] for r in group if r["head"]), tuple(r["document"] for r in group)) for key, group in found
        )

    def matched(self) -> str | None:
        """The state that the utterances follow from; None before the first matching."""
        with self._engine.connect() as connection:
            return connection.execute(select(schema.state.c.value).where(schema.state.c.name == "matched")).scalar()

    def search(self, words: str, *, limit: int = 50) -> list[str]:
        """The ids of statements whose content or speaker holds all the words, best first."""
        phrase = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not phrase:
            return []
        query = text("SELECT statement FROM statement_text WHERE statement_text MATCH :phrase ORDER BY rank, statement LIMIT :limit")
        with self._engine.connect() as connection:
            return [row[0] for row in connection.execute(query, {"phrase": phrase, "limit": limit})]


def _roles(found: Sequence[RowMapping]) -> dict[str, Spans]:
    return {role: tuple(Span(r["start"], r["end"]) for r in group) for role, group in groupby(found, key=lambda r: str(r["role"]))}

"""The texts that one page gave over time: of each page the latest counts; the earlier ones stay, to be read and cited.

A superseded document is in no list and has no rows in `statement`: what the machine found there is kept in the table `machine` alone, so
that all that reads the other tables counts a page once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, or_, select, update

from verbale.record import listing, rows, schema
from verbale.record.reader import machine_of
from verbale.values import Statement


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of a page; `as_of` is the moment (ISO 8601, UTC) or day as of which it is known to stand so, None where nothing tells."""

    document: str
    as_of: str | None
    published_on: str | None
    title: str | None
    text: str


Succession = Callable[[Sequence[Edition]], Mapping[str, str]]
"""The texts of one page, the earliest first → for each that another supersedes, the id of the latest."""

_ORDER = (func.coalesce(schema.document.c.as_of, ""), func.length(schema.document.c.text), schema.document.c.id)
"""The order of versions: where nothing tells which is later, the shorter text first, since pages grow."""


def editions_of(connection: Connection, document: str) -> tuple[Edition, ...]:
    """The versions of the article that a document is one of, the earliest first; the last one counts."""
    table = schema.document.c
    latest = select(func.coalesce(table.superseded_by, table.id)).where(table.id == document).scalar_subquery()
    return _editions(connection, or_(table.id == latest, table.superseded_by == latest))


def all_editions(connection: Connection) -> Iterator[tuple[str, tuple[Edition, ...]]]:
    """The address and the versions, the earliest first, of every article that has several, by the id of the latest."""
    table = schema.document.c
    latest = select(table.superseded_by).where(table.superseded_by.is_not(None)).distinct()
    for key, url in connection.execute(select(table.id, table.url).where(table.id.in_(latest)).order_by(table.id)).all():
        yield url, _editions(connection, or_(table.id == key, table.superseded_by == key))


def _editions(connection: Connection, chosen: ColumnElement[bool]) -> tuple[Edition, ...]:
    table = schema.document.c
    columns = (table.id, table.as_of, table.published_on, table.title, table.text)
    return tuple(Edition(*row) for row in connection.execute(select(*columns).where(chosen).order_by(*_ORDER)))


def several() -> Select[Any]:
    """The pages that gave more than one text."""
    page = schema.document.c.page
    return select(page).where(page.is_not(None)).group_by(page).having(func.count() > 1)


def supersede(connection: Connection, pages: Collection[str], succession: Succession) -> None:
    """Mark the texts of pages that later ones supersede, and take what they say out of what counts; the latest counts again."""
    document = schema.document.c
    columns = (document.page, document.id, document.as_of, document.published_on, document.title, document.text, document.superseded_by)
    chosen = document.page.in_(several().where(document.page.in_(pages)))
    found = connection.execute(select(*columns).where(chosen).order_by(document.page, *_ORDER)).all()
    for _, group in groupby(found, key=lambda row: str(row[0])):
        texts = list(group)
        later = succession([Edition(*row[1:6]) for row in texts])
        for row in texts:
            if row.superseded_by != later.get(row.id):
                _mark(connection, (row.id, row.text, row.superseded_by), later.get(row.id))


def updates(connection: Connection, new: Sequence[str]) -> frozenset[str]:
    """Of documents that came in, in this order, those whose article had another text when they came."""
    document = schema.document.c
    latest = func.coalesce(document.superseded_by, document.id)
    articles = {row[0]: row[1] for row in connection.execute(select(document.id, latest).where(document.id.in_(new)))}
    theirs = or_(document.id.in_(articles.values()), document.superseded_by.in_(articles.values()))
    texts = Counter(connection.execute(select(latest).where(theirs)).scalars())
    texts.subtract(articles.values())
    found: set[str] = set()
    for key in new:
        if texts[articles[key]]:
            found.add(key)
        texts[articles[key]] += 1
    return frozenset(found)


def _mark(connection: Connection, present: tuple[str, str, str | None], later: str | None) -> None:
    """Mark a document as superseded by a later one, or by none; `present` are its id, its text and what supersedes it until now."""
    document, text, superseded_by = present
    table = schema.document
    own = table.c.id == document
    if later is None:  # it counts again, and is coded as one that came in
        connection.execute(delete(schema.machine).where(schema.machine.c.document == document))
        connection.execute(update(table).where(own).values(superseded_by=None, coded_with=None))
    else:
        if superseded_by is None:
            found = machine_of(connection, document)
            heard = listing.unlist_statements(connection, listing.statements_of(connection, [document]))
            connection.execute(delete(schema.statement).where(schema.statement.c.document == document))
            listing.recount(connection, [document], heard)
            keep(connection, document, text, found)
        connection.execute(update(table).where(own).values(superseded_by=later, judged_with=None))
    listing.list_documents(connection, [document])


def keep(connection: Connection, document: str, text: str, statements: Sequence[Statement]) -> None:
    """Keep what the machine found in a superseded document in place of what was kept."""
    connection.execute(delete(schema.machine).where(schema.machine.c.document == document))
    values = [{"statement": s.id, "document": document, "value": rows.statement_json(s, text)} for s in statements]
    if values:
        connection.execute(insert(schema.machine), values)

"""Full text over statements and articles, narrowed by properties that the index knows as words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, text

from verbale.record import rows
from verbale.record.catalogue import Catalogue, Choice, ListedDocument, ListedStatement, listed
from verbale.record.listing import facet
from verbale.record.snapshot import reading
from verbale.values import Span, Spans

MOST = 1000
"""Hits that are ranked; of more, the last added come first, and their number is not counted out."""
LEAST_BEGINNING = 3
"""Letters before a star; fewer begin too many words."""
MOST_MONTHS = 24
"""Months looked for one by one; longer times by the year."""
FAR = 5000
"""Numbers further apart are looked up one by one."""
_BEGIN, _END = "\x02", "\x03"
_WORD = re.compile(r'"([^"]+)"|(\S+)')
_FACETS = ("issue", "party", "move", "speaker", "publisher", "language")


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement with the places in its quotation that answer."""

    statement: ListedStatement
    marks: Spans


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document with some of its text and the places in that which answer."""

    document: ListedDocument
    excerpt: str
    marks: Spans


FEW = 20_000
"""Statements or documents of some days up to which their numbers are looked up before the words are."""

_OF_DAYS = """SELECT count(*), min(number), max(number)
              FROM (SELECT number FROM {lists} WHERE day >= :since AND day <= :until LIMIT :few) AS p"""


@dataclass(frozen=True, slots=True)
class Hits:
    """Some of the hits of a search, statements or documents; `total` counts all, or is MOST where there are `more`."""

    total: int
    more: bool
    statements: tuple[StatementHit, ...] = ()
    documents: tuple[DocumentHit, ...] = ()


class Search:
    """Looks for words in a record. Safe to use while another process writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def statements(self, words: str, choice: Choice, *, offset: int, limit: int) -> Hits:
        """The statements whose quotation or speaker holds all the words, of what is chosen, best first."""
        asked = _asked("quote speaker", words, self._bounded(choice))
        with reading(self._engine) as connection:
            keys, more = _ranked(connection, "statement", asked, choice)
            page = keys[offset : offset + limit]
            marked = _marked(connection, "statement_text", "highlight(statement_text, 1, char(2), char(3))", asked, page)
            hits = [StatementHit(s, marked.get(n, ("", ()))[1]) for n, s in zip(page, listed(connection, page), strict=True)]
        return Hits(len(keys), more, statements=tuple(hits))

    def documents(self, words: str, choice: Choice, *, offset: int, limit: int) -> Hits:
        """The documents whose title or text holds all the words, of a publisher, language and time, best first."""
        narrowed = Choice(publisher=choice.publisher, language=choice.language, since=choice.since, until=choice.until)
        asked = _asked("title text", words, self._bounded(narrowed))
        with reading(self._engine) as connection:
            keys, more = _ranked(connection, "document", asked, narrowed)
            page = keys[offset : offset + limit]
            marked = _marked(connection, "document_text", "snippet(document_text, 2, char(2), char(3), '…', 48)", asked, page)
            hits = [DocumentHit(d, *marked.get(n, ("", ()))) for n, d in zip(page, _documents(connection, page), strict=True)]
        return Hits(len(keys), more, documents=tuple(hits))

    def _bounded(self, choice: Choice) -> Choice:
        """The same choice with both ends of its time where one is given."""
        if choice.since is None and choice.until is None:
            return choice
        first, last = Catalogue(self._engine).days(Choice()) or (date.min, date.min)
        since, until = max(choice.since or first, first), min(choice.until or last, last)
        return replace(choice, since=since, until=until)


def _asked(columns: str, words: str, choice: Choice) -> str:
    """The question in the language of FTS5; empty where nothing is asked."""
    phrases = [phrase for quoted, word in _WORD.findall(words) if (phrase := _phrase(quoted or word))]
    parts = [f"{{{columns}}} : ({' AND '.join(phrases)})"] if phrases else []
    parts += [f'facets : "{facet(name, value)}"' for name in _FACETS if (value := getattr(choice, name)) is not None]
    if choice.since is not None and choice.until is not None:
        parts.append("facets : (" + (" OR ".join(f'"{word}"' for word in _times(choice.since, choice.until)) or '"none"') + ")")
    return " AND ".join(parts)


def _phrase(word: str) -> str:
    """A word or quoted words as they must stand, or with a star at the end as they must begin; empty where nothing is left."""
    bare = word.rstrip("*")
    star = "*" if len(bare) < len(word) and len(bare) >= LEAST_BEGINNING else ""
    return '"' + bare.replace('"', '""') + f'"{star}' if bare else ""


def _times(since: date, until: date) -> Iterator[str]:
    """The words for the months, or the years, that a time touches."""
    first, last = 12 * since.year + since.month - 1, 12 * until.year + until.month - 1
    if last - first < MOST_MONTHS:
        yield from (f"m{month // 12:04}{month % 12 + 1:02}" for month in range(first, last + 1))
    else:
        yield from (f"y{year:04}" for year in range(since.year, until.year + 1))


def _ranked(connection: Connection, kind: str, asked: str, choice: Choice) -> tuple[list[int], bool]:
    """The numbers of at most MOST hits, and whether there are more: ranked where there are not, else the last added first."""
    if not asked:
        return [], False
    table, lists = f"{kind}_text", "listed" if kind == "statement" else "listed_document"
    join, where, given = "", "", {"asked": asked, "most": MOST + 1}
    if choice.since is not None or choice.until is not None:
        join = f" CROSS JOIN {lists} AS l ON l.number = t.rowid"
        where = " AND l.day >= :since AND l.day <= :until"
        days = {"since": (choice.since or date.min).isoformat(), "until": (choice.until or date.max).isoformat()}
        own = connection.execute(text(_OF_DAYS.format(lists=lists)), {**days, "few": FEW}).one()
        if own[0] < FEW:  # so that full text looks at few that lie on other days
            where += " AND t.rowid BETWEEN :lowest AND :highest"
            given |= {"lowest": own[1] or 0, "highest": own[2] or 0}
        given |= days
    chosen = f"FROM {table} AS t{join} WHERE t.{table} MATCH :asked{where}"
    numbers = [row[0] for row in connection.execute(text(f"SELECT t.rowid {chosen} ORDER BY t.rowid DESC LIMIT :most"), given)]
    if len(numbers) > MOST:
        return numbers[:MOST], True
    # Properties weigh nothing; equals stand in an order that does not depend on which came first.
    scored = connection.execute(text(f"SELECT round(bm25({table}, 0, 1, 1, 0), 6), t.{kind}, t.rowid {chosen}"), given)
    return [row[2] for row in sorted(tuple(row) for row in scored)], False


def _marked(connection: Connection, table: str, how: str, asked: str, numbers: Sequence[int]) -> dict[int, tuple[str, Spans]]:
    """The text that answers, without its marks, and where they stood."""
    if not numbers:
        return {}
    # One pass from the lowest to the highest where they lie close, as those added last do; else each for itself.
    low, high = min(numbers), max(numbers)
    these = f"BETWEEN {low} AND {high}" if high - low < FAR else f"IN ({', '.join(str(int(number)) for number in numbers)})"
    wanted = set(numbers)
    query = text(f"SELECT rowid, {how} FROM {table} WHERE {table} MATCH :asked AND rowid {these}")
    return {row[0]: _parted(row[1]) for row in connection.execute(query, {"asked": asked}) if row[0] in wanted}


def _parted(marked: str) -> tuple[str, Spans]:
    plain, spans, begin = [], [], 0
    at = 0
    for piece in re.split(f"([{_BEGIN}{_END}])", marked):
        if piece == _BEGIN:
            begin = at
        elif piece == _END:
            spans.append(Span(begin, at))
        else:
            plain.append(piece)
            at += len(piece)
    return "".join(plain), tuple(spans)


def _documents(connection: Connection, numbers: Sequence[int]) -> Iterable[ListedDocument]:
    if not numbers:
        return
    these = ", ".join(str(int(number)) for number in numbers)
    query = f"""SELECT l.number, l.statements, d.id, d.title, d.publisher, d.published_on, d.published_at, d.published_known, d.inferred_on
                FROM listed_document AS l JOIN document AS d ON d.id = l.document WHERE l.number IN ({these})"""
    found: dict[int, Any] = {row["number"]: row for row in connection.execute(text(query)).mappings()}
    for row in (found[number] for number in numbers):
        yield ListedDocument(row["id"], row["title"], row["publisher"], rows.published_of(row), row["statements"])

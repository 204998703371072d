"""What pages look things up in: narrow rows beside documents and statements, with counts and full text, kept in step with them.

All of it follows from the tables `document`, `statement` and `statement_issue`. It is made in SQL, so that a million take minutes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

UNDATED = "undated"
"""The day of what has none; it sorts after every day."""

_THESE = "(SELECT value FROM json_each(:keys))"
_NUMBERS = f"SELECT number FROM listed WHERE statement IN {_THESE}"
_MONTH = "CASE WHEN {day} = 'undated' THEN '' ELSE ' y' || substr({day}, 1, 4) || ' m' || substr({day}, 1, 4) || substr({day}, 6, 2) END"
_ENDS = f"min(nullif(day, '{UNDATED}')) AS first, max(nullif(day, '{UNDATED}')) AS last"
_SPEAKERS = f"""SELECT 'speaker', speaker, max(CASE WHEN place = 1 THEN party END), sum(n),
                  (SELECT count(DISTINCT issue) FROM listed_issue AS i WHERE i.speaker = p.speaker), min(first), max(last)
                FROM (SELECT speaker, party, count(*) AS n, {_ENDS},
                        row_number() OVER (PARTITION BY speaker ORDER BY party IS NULL, count(*) DESC, party) AS place
                      FROM listed WHERE speaker IN {_THESE} GROUP BY speaker, party) AS p GROUP BY speaker"""
_PUBLISHERS = f"SELECT 'publisher', publisher, NULL, count(*), 0, {_ENDS} FROM listed WHERE publisher IN {_THESE} GROUP BY publisher"
"""What speakers and publishers are heard with, as rows of `voice`: a speaker's party is the one it speaks for most."""

Voices = frozenset[tuple[str, str, str]]
"""Speakers and publishers: the kind and the key of each, and what one of the statements adds to what they are heard with."""

_ADDED = """statement || ' ' || day || ' ' || coalesce(party, '') || ' ' || coalesce((SELECT group_concat(issue, ' ') FROM
              (SELECT issue FROM listed_issue AS i WHERE i.number = listed.number ORDER BY issue)), '')"""


def facet(name: str, value: str) -> str:
    """The word by which full text knows a property: letters and digits only, so that no tokenizer takes it apart."""
    return name + value.encode().hex()


def _facet(name: str, column: str) -> str:
    """The same in SQL, with a blank before it; empty where the column is null."""
    return f"coalesce(' {name}' || lower(hex({column})), '')"


def fill(connection: Connection) -> None:
    """List what a record held before it had lists."""
    missing = text("SELECT id FROM document WHERE superseded_by IS NULL AND id NOT IN (SELECT document FROM listed_document) ORDER BY id")
    documents = [str(row[0]) for row in connection.execute(missing)]
    if documents:
        list_documents(connection, documents)
        recount(connection, documents, list_statements(connection, statements_of(connection, documents)))


def statements_of(connection: Connection, documents: Sequence[str]) -> list[str]:
    """The ids of the statements of documents."""
    found = connection.execute(text(f"SELECT id FROM statement WHERE document IN {_THESE}"), _keys(documents))
    return [str(row[0]) for row in found]


def list_documents(connection: Connection, documents: Sequence[str]) -> None:
    """List documents, or list them anew where their day changed; of a page only the latest text is in the lists.

    The plus before a column keeps SQLite from looking a few documents up among all that are the latest.
    """
    keys = _keys(documents)
    _run(connection, f"DELETE FROM document_text WHERE rowid IN (SELECT number FROM listed_document WHERE document IN {_THESE})", keys)
    earlier = f"SELECT id FROM document WHERE id IN {_THESE} AND superseded_by IS NOT NULL"
    _run(connection, f"DELETE FROM listed_document WHERE document IN ({earlier})", keys)
    _run(
        connection,
        f"""INSERT INTO listed_document (document, day, publisher, language, statements)
            SELECT id, coalesce(published_on, inferred_on, '{UNDATED}'), publisher, language, 0
            FROM document WHERE id IN {_THESE} AND +superseded_by IS NULL ORDER BY id
            ON CONFLICT (document) DO UPDATE SET day = excluded.day""",
        keys,
    )
    facets = f"{_facet('language', 'l.language')} || {_facet('publisher', 'l.publisher')} || {_MONTH.format(day='l.day')}"
    _run(
        connection,
        f"""INSERT INTO document_text (rowid, document, title, text, facets)
            SELECT l.number, d.id, coalesce(d.title, ''), d.text, {facets}
            FROM listed_document AS l JOIN document AS d ON d.id = l.document WHERE l.document IN {_THESE}""",
        keys,
    )


def unlist_statements(connection: Connection, statements: Sequence[str]) -> Voices:
    """Take statements out of the lists, while they still stand in their own table; whose they were, for `recount`."""
    keys = _keys(statements)
    _tally(connection, keys, sign=-1)
    heard = _voices(connection, keys)
    _run(connection, f"DELETE FROM statement_text WHERE rowid IN ({_NUMBERS})", keys)
    _run(connection, f"DELETE FROM listed_issue WHERE number IN ({_NUMBERS})", keys)
    _run(connection, f"DELETE FROM listed WHERE statement IN {_THESE}", keys)
    return heard


def list_statements(connection: Connection, statements: Sequence[str]) -> Voices:
    """List statements that are in no list; whose they are, for `recount`."""
    keys = _keys(statements)
    _run(
        connection,
        f"""INSERT INTO listed (statement, document, position, day, speaker, party, move, publisher)
            SELECT s.id, s.document, s.position, coalesce(s.said_on, d.published_on, d.inferred_on, '{UNDATED}'),
                   coalesce(s.speaker, s.speaker_name), s.party, s.move, d.publisher
            FROM statement AS s JOIN document AS d ON d.id = s.document WHERE s.id IN {_THESE} ORDER BY s.document, s.position""",
        keys,
    )
    _run(
        connection,
        f"""INSERT INTO listed_issue (issue, day, number, speaker, party, doubt)
            SELECT DISTINCT i.issue, l.day, l.number, l.speaker, l.party, CASE WHEN s.judged_by IS NULL THEN s.doubt END
            FROM listed AS l JOIN statement AS s ON s.id = l.statement JOIN statement_issue AS i ON i.statement = s.id
            WHERE s.id IN {_THESE}""",
        keys,
    )
    issues = f"(SELECT group_concat({_facet('issue', 'i.issue')}, '') FROM statement_issue AS i WHERE i.statement = l.statement)"
    plain = " || ".join(_facet(name, f"l.{name}") for name in ("speaker", "party", "move", "publisher"))
    _run(
        connection,
        f"""INSERT INTO statement_text (rowid, statement, quote, speaker, facets)
            SELECT l.number, l.statement, s.quote, coalesce(s.speaker_name, ''),
                   {plain} || {_facet("language", "d.language")} || {_MONTH.format(day="l.day")} || coalesce({issues}, '')
            FROM listed AS l JOIN statement AS s ON s.id = l.statement JOIN document AS d ON d.id = l.document
            WHERE l.statement IN {_THESE}""",
        keys,
    )
    _tally(connection, keys, sign=1)
    return _voices(connection, keys)


def recount(connection: Connection, documents: Sequence[str], voices: Voices) -> None:
    """Count anew the statements of documents, and what these speakers and publishers are heard with."""
    _run(
        connection,
        f"""UPDATE listed_document SET statements = (SELECT count(*) FROM statement WHERE document = listed_document.document)
            WHERE document IN {_THESE}""",
        _keys(documents),
    )
    for kind, query in (("speaker", _SPEAKERS), ("publisher", _PUBLISHERS)):
        keys = _keys(sorted({key for of, key, _ in voices if of == kind}))
        _run(connection, f"DELETE FROM voice WHERE kind = '{kind}' AND key IN {_THESE}", keys)
        _run(connection, f"INSERT INTO voice (kind, key, party, statements, issues, first, last) {query}", keys)


def _tally(connection: Connection, keys: dict[str, str], *, sign: int) -> None:
    """Count listed statements in (1) or out (-1)."""
    chosen = f"listed AS l WHERE l.statement IN {_THESE}"
    by_issue = f"listed AS l JOIN statement_issue AS i ON i.statement = l.statement WHERE l.statement IN {_THESE}"
    facts = " UNION ALL ".join(
        f"SELECT {issue} AS issue, {move} AS move, l.day AS day, coalesce(l.party, '') AS party FROM {table}"
        for issue, table in (("''", chosen), ("i.issue", by_issue))
        for move in ("''", "l.move")
    )
    _run(
        connection,
        f"""INSERT INTO tally (issue, move, day, party, statements)
            SELECT issue, move, day, party, {sign} * count(*) FROM ({facts}) WHERE true GROUP BY issue, move, day, party
            ON CONFLICT DO UPDATE SET statements = statements + excluded.statements""",
        keys,
    )


def _voices(connection: Connection, keys: dict[str, str]) -> Voices:
    """The speakers and the publishers of listed statements."""
    return frozenset(
        (kind, str(row[0]), str(row[1]))
        for kind in ("speaker", "publisher")
        for row in connection.execute(text(f"SELECT {kind}, {_ADDED} FROM listed WHERE statement IN {_THESE} AND {kind} IS NOT NULL"), keys)
    )


def _keys(values: Sequence[str]) -> dict[str, str]:
    return {"keys": json.dumps(list(values))}


def _run(connection: Connection, statement: str, keys: dict[str, Any]) -> None:
    connection.execute(text(statement), keys)

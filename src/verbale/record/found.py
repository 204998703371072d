"""Looking up what analysis found: findings as of a day, the statements they rest on, and how much there is. Every query is one index's."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine

from verbale.record.listing import UNDATED
from verbale.record.reading import THESE, listed, read_statements
from verbale.record.snapshot import reading
from verbale.values import Statement

ALWAYS = "~"
"""After the last day and after what has none."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Which findings are looked up: those that hold on `day` (ISO 8601), of an issue, a party, from a day on; the latest `most`."""

    day: str
    issue: str | None = None
    party: str | None = None
    since: str | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """A statement with what analysis tells of it; days are ISO 8601."""

    statement: Statement
    quote: str
    utterance: str
    witness: str
    day: str | None
    published: str | None


class Found:
    """The kept findings of a record. Safe to use while another process writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def bodies(self, kind: str, looked: Looked) -> list[str]:
        """The findings of a kind, the latest first, undated ones last, those of one day in an order of their own words."""
        where, given = _where(kind, looked)
        query = f'SELECT body FROM finding WHERE {where} ORDER BY "on" DESC, body LIMIT :most'
        return [row[0] for row in self._rows(query, most=-1 if looked.most is None else looked.most, **given)]

    def positions(self, cells: Iterable[tuple[str, str]], day: str) -> list[str]:
        """The position in each cell, a party and an issue, as of a day."""
        query = """SELECT f.body FROM json_each(:these) AS cell JOIN finding AS f ON f.number = (
                     SELECT number FROM finding WHERE made_from = 'cell' AND "key" = cell.value AND kind = 'position' AND since <= :day
                     ORDER BY since DESC LIMIT 1)
                   WHERE f.until IS NULL OR f.until > :day"""
        return [row[0] for row in self._rows(query, these=json.dumps(["\n".join(cell) for cell in cells]), day=day)]

    def levels(self, day: str) -> tuple[tuple[str, str | None, int], ...]:
        """Party, day and level of every claim of progress as of a day."""
        where, given = _where("claim", Looked(day))
        return tuple((row[0], row[1], row[2]) for row in self._rows(f'SELECT party, "on", rank FROM finding WHERE {where}', **given))

    def claims(self, keys: Iterable[tuple[str, str]], day: str) -> list[str]:
        """The claims of those parties and days (empty: unknown) as of a day."""
        query = f"""SELECT body FROM finding WHERE made_from = 'claim' AND "key" IN {THESE} AND kind = 'claim'
                    AND since <= :day AND (until IS NULL OR until > :day)"""
        return [row[0] for row in self._rows(query, these=json.dumps(["\n".join(key) for key in keys]), day=day)]

    def told(self, statements: Collection[str]) -> list[ToldStatement]:
        """Statements by id, as far as the record has them."""
        if not statements:
            return []
        query = f"""SELECT s.*, t.utterance, t.witness, t.day, t.published FROM told AS t JOIN statement AS s ON s.id = t.statement
                    WHERE t.statement IN {THESE}"""
        with reading(self._engine) as connection:
            read = read_statements(connection, query, statements)
        return [
            ToldStatement(statement, row["quote"], row["utterance"], row["witness"] or "", row["day"], row["published"])
            for statement, row in read
        ]

    def reports(self, utterances: Collection[str]) -> dict[str, list[str]]:
        """The ids of the statements that report each of the utterances, by utterance."""
        found: dict[str, list[str]] = {utterance: [] for utterance in utterances}
        query = f"SELECT utterance, statement FROM told WHERE utterance IN {THESE} ORDER BY statement"
        for utterance, statement in self._rows(query, these=listed(utterances)):
            found[utterance].append(statement)
        return found

    def counted(self, until: str) -> tuple[int, int, int, int, str | None]:
        """Documents, those without a publisher, publishers, statements and the last day, up to a day, inclusive."""
        publishers = """WITH RECURSIVE own(name) AS (SELECT min(publisher) FROM listed_document UNION ALL
                           SELECT (SELECT min(publisher) FROM listed_document WHERE publisher > name) FROM own WHERE name IS NOT NULL)
                         SELECT count(*) FROM own WHERE name IS NOT NULL
                         AND EXISTS (SELECT 1 FROM listed_document WHERE publisher = name AND day <= :until)"""
        last = f"""SELECT max(day) FROM (SELECT max(day) AS day FROM listed_document WHERE day <= :until AND day < '{UNDATED}' UNION ALL
                     SELECT max(day) FROM listed WHERE day <= :until AND day < '{UNDATED}')"""
        documents, statements = self.new("", until)
        return (
            documents,
            int(self._scalar("SELECT count(*) FROM listed_document WHERE publisher IS NULL AND day <= :until", until=until)),
            int(self._scalar(publishers, until=until)),
            statements,
            self._scalar(last, until=until),
        )

    def new(self, since: str, until: str) -> tuple[int, int]:
        """Documents and statements from a day to a day, both inclusive."""
        # SQLite counts all, or all from a day on, several times as fast as what lies between two days.
        begun = " WHERE day >= :since" if since else ""
        documents = f"SELECT (SELECT count(*) FROM listed_document{begun}) - (SELECT count(*) FROM listed_document WHERE day > :until)"
        statements = "SELECT sum(statements) FROM tally WHERE issue = '' AND move = '' AND day BETWEEN :since AND :until"
        given = {"since": since, "until": until}
        return int(self._scalar(documents, **given)), int(self._scalar(statements, **given) or 0)

    def _rows(self, query: str, **given: object) -> Sequence[Any]:
        with reading(self._engine) as connection:
            return connection.exec_driver_sql(query, given).all()

    def _scalar(self, query: str, **given: object) -> Any:
        with reading(self._engine) as connection:
            return connection.exec_driver_sql(query, given).scalar()


def _where(kind: str, looked: Looked) -> tuple[str, dict[str, object]]:
    where = "kind = :kind AND since <= :day AND (until IS NULL OR until > :day)"
    given: dict[str, object] = {"kind": kind, "day": looked.day}
    if looked.since is not None:
        where, given["from_day"] = where + ' AND "on" >= :from_day', looked.since
    if looked.party is not None:
        where, given["party"] = where + " AND (party = :party OR other = :party)", looked.party
    if looked.issue is not None:
        where, given["issue"] = where + " AND instr(issues, :issue)", f" {looked.issue} "
    return where, given

"""What is worth a person's look: few candidates out of however many statements, each read by an index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, literal, or_, select, text

from verbale.record import schema
from verbale.record.catalogue import Catalogue, Choice
from verbale.record.listing import UNDATED
from verbale.record.reading import THESE
from verbale.record.rows import published_of
from verbale.record.snapshot import reading
from verbale.values import Move, Published, Stance

CANDIDATES = 200
"""Statements taken of each kind: the doubtful, the much reported, those to look at again."""

MUCH = 2
"""Ordinal in an utterance from which it is reported often: the third report."""

_JUDGED = """SELECT count(*) FROM statement AS s INDEXED BY statement_by_doubt WHERE s.judged_by >= ''
             AND (:party IS NULL OR s.party = :party)
             AND (:issue IS NULL OR :issue IN (SELECT i.issue FROM statement_issue AS i WHERE i.statement = s.id))"""
"""By the index, since few of a million are judged."""

NEAR = timedelta(days=3)
MOST_ALIKE = 12
"""Statements offered as reports of the same utterance, and how far in time they may lie."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that may be worth a look. `doubt` is in [0, 1]; `reports` counts the separate texts that report its utterance."""

    statement: str
    document: str
    title: str | None
    publisher: str | None
    published: Published
    quote: str
    speaker: str | None
    party: str | None
    said_on: date | None
    move: Move
    issues: tuple[tuple[str, Stance], ...]
    doubt: float
    reports: int
    disputed: bool
    again: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What tells how much a statement matters; as Candidate has it."""

    statement: str
    doubt: float
    reports: int
    disputed: bool
    again: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements a person judged, rejected ones not among them, and how many nobody did."""

    judged: int
    left: int


class Queue:
    """What is worth a look in one record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self, *, issue: str | None = None, party: str | None = None) -> Counts:
        """The counts of all statements, or of one issue's or one party's."""
        every = Catalogue(self._engine).total(Choice(issue=issue, party=party))
        with reading(self._engine) as connection:
            judged = connection.execute(text(_JUDGED), {"issue": issue, "party": party}).scalar_one()
        return Counts(judged, every - judged)

    def document_of(self, statement: str) -> str | None:
        """The document of a statement by id, of a rejected one too; None where there is none."""
        shown, proposed = schema.statement.c, schema.machine.c
        routes = (select(shown.document).where(shown.id == statement), select(proposed.document).where(proposed.statement == statement))
        with reading(self._engine) as connection:
            return next((found for route in routes if (found := connection.execute(route).scalar())), None)

    def waiting(self, *, issue: str | None = None, party: str | None = None, wanted: Sequence[str] = ()) -> list[Waiting]:
        """Unjudged statements that are doubtful or much reported, those to look at again, and the `wanted` ids among all; in no order."""
        of, told = schema.statement.c, schema.utterance.c
        routes = [
            _doubtful(issue, party),
            select(told.statement).where(told.ordinal >= MUCH).order_by(told.ordinal.desc()),
            select(of.id).where(of.look_again),
            select(of.id).where(~of.look_again, of.disputed),
        ]
        with reading(self._engine) as connection:
            found = {key for route in routes for key in connection.execute(route.limit(CANDIDATES)).scalars()}
            waiting = connection.execute(_waiting(sorted(found.union(wanted)), issue, party)).all()
            reports = _reports(connection, [row[0] for row in waiting])
        return [Waiting(key, doubt, reports.get(key, 1), disputed, again) for key, doubt, disputed, again in waiting]

    def candidates(self, statements: Sequence[str]) -> list[Candidate]:
        """The statements of these ids, in no order."""
        with reading(self._engine) as connection:
            return _candidates(connection, statements)

    def alike(self, statement: str) -> list[Candidate]:
        """The statements of a statement's speaker, or else of its party, within NEAR of its day that are in other utterances, one of each.

        Those of other documents and the nearest in time come first, at most MOST_ALIKE; none for a statement of an unknown day or voice.
        """
        listed, utterance = schema.listed.c, schema.utterance.c
        with reading(self._engine) as connection:
            mine = connection.execute(select(schema.listed).where(listed.statement == statement)).mappings().first()
            if mine is None or mine["day"] == UNDATED or (mine["speaker"] or mine["party"]) is None:
                return []
            day = date.fromisoformat(mine["day"])
            voice = listed.speaker == mine["speaker"] if mine["speaker"] else listed.party == mine["party"]
            own = select(utterance.id).where(utterance.statement == statement)
            query = (
                select(listed.day, utterance.id, func.min(listed.statement), func.min(listed.document) != mine["document"])
                .join(schema.utterance, utterance.statement == listed.statement)
                .where(voice, listed.day >= str(day - NEAR), listed.day <= str(day + NEAR), utterance.id.not_in(own))
                .group_by(listed.day, utterance.id)
            )
            found = {group: (not away, abs((date.fromisoformat(on) - day).days), key) for on, group, key, away in connection.execute(query)}
            nearest = [key for _, _, key in sorted(found.values())][:MOST_ALIKE]
            made = {candidate.statement: candidate for candidate in _candidates(connection, nearest)}
        return [made[key] for key in nearest if key in made]


def _doubtful(issue: str | None, party: str | None) -> Select[Any]:
    """The ids of those that nobody judged, the most doubtful first, of what is chosen: each in the order of an index."""
    of, listed, touched = schema.statement.c, schema.listed.c, schema.listed_issue.c
    if issue is None:
        chosen = () if party is None else (of.party == party,)
        return select(of.id).where(of.judged_by.is_(None), *chosen).order_by(of.doubt.desc())
    chosen = () if party is None else (touched.party == party,)
    query = select(listed.statement).join(schema.listed_issue, touched.number == listed.number)
    return query.where(touched.issue == issue, touched.doubt >= 0, *chosen).order_by(touched.doubt.desc())


def _waiting(ids: Sequence[str], issue: str | None, party: str | None) -> Select[Any]:
    """Those of some ids that are of what is chosen, and that nobody judged or are to be looked at again."""
    of, touched = schema.statement.c, schema.statement_issue.c
    query = select(of.id, of.doubt, of.disputed, of.look_again).where(
        of.id.in_(ids), or_(of.judged_by.is_(None), of.look_again, of.disputed)
    )
    if party is not None:
        query = query.where(func.coalesce(of.party, "") == party)  # so that the ids' index is used, and not the party's
    return query if issue is None else query.where(literal(issue).in_(select(touched.issue).where(touched.statement == of.id)))


def _candidates(connection: Connection, ids: Sequence[str]) -> list[Candidate]:
    of, document = schema.statement.c, schema.document.c
    columns = (
        document.title,
        document.publisher,
        document.published_on,
        document.published_at,
        document.published_known,
        document.inferred_on,
    )
    query = select(schema.statement, *columns).join(schema.document, document.id == of.document).where(of.id.in_(ids)).order_by(of.id)
    issues = _issues(connection, ids)
    reports = _reports(connection, ids)
    return [
        Candidate(
            statement=row["id"],
            document=row["document"],
            title=row["title"],
            publisher=row["publisher"],
            published=published_of(row),
            quote=row["quote"],
            speaker=row["speaker_name"],
            party=row["party"],
            said_on=date.fromisoformat(row["said_on"]) if row["said_on"] else None,
            move=Move(row["move"]),
            issues=issues.get(row["id"], ()),
            doubt=row["doubt"],
            reports=reports.get(row["id"], 1),
            disputed=row["disputed"],
            again=row["look_again"],
        )
        for row in connection.execute(query).mappings().all()
    ]


def _issues(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[tuple[str, Stance], ...]]:
    table = schema.statement_issue.c
    query = select(table.statement, table.issue, table.stance).where(table.statement.in_(ids)).order_by(table.statement, table.ordinal)
    found = groupby(connection.execute(query), key=lambda row: row[0])
    return {key: tuple((issue, Stance(stance)) for _, issue, stance in group) for key, group in found}


_REPORTS = f"""WITH own AS MATERIALIZED (SELECT statement, id FROM utterance WHERE statement IN {THESE}),
                  counted AS MATERIALIZED (
                    SELECT p.id, count(DISTINCT coalesce(c.id, l.document)) AS texts FROM (SELECT DISTINCT id FROM own) AS p
                    CROSS JOIN utterance AS theirs ON theirs.id = p.id CROSS JOIN listed AS l ON l.statement = theirs.statement
                    LEFT JOIN syndication AS c ON c.document = l.document GROUP BY p.id)
                SELECT p.statement, counted.texts FROM own AS p JOIN counted USING (id)"""
"""Once for each utterance, since many of the statements asked for may report the same."""


def _reports(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """For each statement how many texts report its utterance, copies of one text counted once."""
    return {row[0]: row[1] for row in connection.exec_driver_sql(_REPORTS, {"these": json.dumps(list(ids))}).all()}

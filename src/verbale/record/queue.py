"""What is worth a person's look: few candidates out of however many statements, each read by an index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, distinct, func, select

from verbale.record import schema
from verbale.record.listing import UNDATED
from verbale.record.rows import published_of
from verbale.values import Move, Published, Stance

CANDIDATES = 400
"""Statements taken of each kind: the doubtful, the much reported."""

MUCH = 2
"""Ordinal in an utterance from which it is reported often: the third report."""


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
        of = schema.statement.c
        query = select(func.count(of.judged_by), func.count()).where(*_chosen(issue, party))
        with self._engine.connect() as connection:
            judged, every = connection.execute(query).one()
        return Counts(judged, every - judged)

    def document_of(self, statement: str) -> str | None:
        """The document of a statement by id, of a rejected one too; None where there is none."""
        shown, proposed = schema.statement.c, schema.machine.c
        routes = (select(shown.document).where(shown.id == statement), select(proposed.document).where(proposed.statement == statement))
        with self._engine.connect() as connection:
            return next((found for route in routes if (found := connection.execute(route).scalar())), None)

    def candidates(self, *, issue: str | None = None, party: str | None = None, wanted: Sequence[str] = ()) -> list[Candidate]:
        """Unjudged statements that are doubtful or much reported, those to look at again, and the `wanted` ids among all; in no order."""
        of = schema.statement.c
        chosen = _chosen(issue, party)
        ids = select(of.id).where(*chosen)
        open_ones = ids.where(of.judged_by.is_(None))
        told_often = (
            select(schema.utterance.c.statement).where(schema.utterance.c.ordinal >= MUCH).order_by(schema.utterance.c.ordinal.desc())
        )
        routes = [
            open_ones.order_by(of.doubt.desc()).limit(CANDIDATES),
            open_ones.where(of.id.in_(told_often.limit(CANDIDATES))),
            open_ones.where(of.id.in_(list(wanted))),
            ids.where(of.look_again).limit(CANDIDATES),
            ids.where(~of.look_again, of.disputed).limit(CANDIDATES),
        ]
        with self._engine.connect() as connection:
            found = {key for route in routes for key in connection.execute(route).scalars()}
            return _candidates(connection, sorted(found))

    def alike(self, statement: str) -> list[Candidate]:
        """The statements of a statement's speaker, or else of its party, within NEAR of its day that are in other utterances, one of each.

        Those of other documents and the nearest in time come first, at most MOST_ALIKE; none for a statement of an unknown day or voice.
        """
        listed, utterance = schema.listed.c, schema.utterance.c
        with self._engine.connect() as connection:
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


def _chosen(issue: str | None, party: str | None) -> list[ColumnElement[bool]]:
    of, chosen = schema.statement.c, []
    if party is not None:
        chosen.append(of.party == party)
    if issue is not None:
        touched = select(schema.statement_issue.c.statement).where(schema.statement_issue.c.issue == issue)
        chosen.append(of.id.in_(touched))
    return chosen


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
    reports = {row[0]: row[1] for row in connection.execute(_reports(ids))}
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
        for row in connection.execute(query).mappings()
    ]


def _issues(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[tuple[str, Stance], ...]]:
    table = schema.statement_issue.c
    query = select(table.statement, table.issue, table.stance).where(table.statement.in_(ids)).order_by(table.statement, table.ordinal)
    found = groupby(connection.execute(query), key=lambda row: row[0])
    return {key: tuple((issue, Stance(stance)) for _, issue, stance in group) for key, group in found}


def _reports(ids: Sequence[str]) -> Select[Any]:
    """For each statement the texts that report its utterance, copies of one text counted once."""
    mine, theirs = schema.utterance.alias("mine"), schema.utterance.alias("theirs")
    of, copy = schema.statement.c, schema.syndication.c
    text = func.coalesce(copy.id, of.document)
    return (
        select(mine.c.statement, func.count(distinct(text)))
        .join(theirs, theirs.c.id == mine.c.id)
        .join(schema.statement, of.id == theirs.c.statement)
        .outerjoin(schema.syndication, copy.document == of.document)
        .where(mine.c.statement.in_(ids))
        .group_by(mine.c.statement)
    )

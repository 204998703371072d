"""What people decided: rows that are added and revoked, never changed or lost; a rerun keeps them all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, insert, select

from verbale.ids import content_id
from verbale.record import schema
from verbale.record.snapshot import reading


@dataclass(frozen=True, slots=True)
class Judgement:
    """One recorded decision of a person.

    `kind` says what is judged ("identity", "statement", "utterance"), `subject` names it by content, `verdict` is what was decided, in the
    kind's own fields: JSON values.
    `made_at` and `revoked_at` are moments in UTC; a judgement stands while `revoked_at` is None.
    """

    id: str
    kind: str
    subject: str
    verdict: Mapping[str, Any]
    judge: str
    made_at: datetime
    revoked_at: datetime | None = None


def record_judgement(engine: Engine, *, kind: str, subject: str, verdict: Mapping[str, Any], judge: str, made_at: datetime) -> Judgement:
    """Add a judgement and give it back with its id."""
    made = new_judgement(kind=kind, subject=subject, verdict=verdict, judge=judge, made_at=made_at)
    with engine.begin() as connection:
        connection.execute(insert(schema.judgement).values(judgement_row(made)))
    return made


def new_judgement(*, kind: str, subject: str, verdict: Mapping[str, Any], judge: str, made_at: datetime) -> Judgement:
    """A judgement with its id, in no record yet."""
    told = {
        "kind": kind,
        "subject": subject,
        "verdict": json.dumps(verdict, sort_keys=True),
        "judge": judge,
        "made_at": made_at.isoformat(),
    }
    return Judgement(content_id("judgement", row=told), kind, subject, verdict, judge, made_at)


def judgement_row(made: Judgement) -> dict[str, str | None]:
    """The row of the table `judgement`."""
    return {
        "id": made.id,
        "kind": made.kind,
        "subject": made.subject,
        "verdict": json.dumps(made.verdict, sort_keys=True),
        "judge": made.judge,
        "made_at": made.made_at.isoformat(),
        "revoked_at": made.revoked_at.isoformat() if made.revoked_at else None,
    }


def judgement_of(row: RowMapping) -> Judgement:
    """A judgement from its row."""
    revoked = row["revoked_at"]
    return Judgement(
        row["id"],
        row["kind"],
        row["subject"],
        json.loads(row["verdict"]),
        row["judge"],
        datetime.fromisoformat(row["made_at"]),
        datetime.fromisoformat(revoked) if revoked else None,
    )


def judgements(engine: Engine, kind: str | None = None, *, standing: bool = False, document: str | None = None) -> list[Judgement]:
    """The judgements of a kind, or all, in the order they were made; only those not revoked where `standing`.

    With `document` only those whose subject begins with its id and a colon.
    """
    with reading(engine) as connection:
        return judgements_in(connection, kind, standing=standing, document=document)


def judgements_in(
    connection: Connection, kind: str | None = None, *, standing: bool = False, document: str | None = None
) -> list[Judgement]:
    """The same within a transaction."""
    table = schema.judgement
    query = select(table).order_by(table.c.made_at, table.c.id)
    if kind is not None:
        query = query.where(table.c.kind == kind)
    if standing:
        query = query.where(table.c.revoked_at.is_(None))
    if document is not None:
        query = query.where(table.c.subject >= f"{document}:", table.c.subject < f"{document};")
    return [judgement_of(row) for row in connection.execute(query).mappings()]

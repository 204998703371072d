"""What people decided: rows that are added and revoked, never changed or lost; a rerun keeps them all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, insert, select, update

from verbale.errors import UsageError
from verbale.ids import content_id
from verbale.record import schema


@dataclass(frozen=True, slots=True)
class Judgement:
    """One recorded decision of a person.

    `kind` says what is judged ("identity"), `subject` names it by content, `verdict` is what was decided, in the kind's own fields.
    `made_at` and `revoked_at` are moments in UTC; a judgement stands while `revoked_at` is None.
    """

    id: str
    kind: str
    subject: str
    verdict: Mapping[str, str | bool | None]
    judge: str
    made_at: datetime
    revoked_at: datetime | None = None


def record_judgement(
    engine: Engine, *, kind: str, subject: str, verdict: Mapping[str, str | bool | None], judge: str, made_at: datetime
) -> Judgement:
    """Add a judgement and give it back with its id."""
    told = {
        "kind": kind,
        "subject": subject,
        "verdict": json.dumps(verdict, sort_keys=True),
        "judge": judge,
        "made_at": made_at.isoformat(),
    }
    key = content_id("judgement", row=told)
    with engine.begin() as connection:
        connection.execute(insert(schema.judgement).values(id=key, **told))
    return Judgement(key, kind, subject, verdict, judge, made_at)


def revoke_judgement(engine: Engine, key: str, *, at: datetime) -> None:
    """Revoke a standing judgement; UsageError where there is none of that id."""
    table = schema.judgement
    with engine.begin() as connection:
        chosen = (table.c.id == key, table.c.revoked_at.is_(None))
        if connection.execute(update(table).where(*chosen).values(revoked_at=at.isoformat())).rowcount == 0:
            raise UsageError(f"No standing judgement has the id '{key}'. `verbale judge` without a name lists them.")


def judgements(engine: Engine, kind: str | None = None, *, standing: bool = False) -> list[Judgement]:
    """The judgements of a kind, or all, in the order they were made; only those not revoked where `standing`."""
    table = schema.judgement
    query = select(table).order_by(table.c.made_at, table.c.id)
    if kind is not None:
        query = query.where(table.c.kind == kind)
    if standing:
        query = query.where(table.c.revoked_at.is_(None))
    with engine.connect() as connection:
        return [
            Judgement(
                row["id"],
                row["kind"],
                row["subject"],
                json.loads(row["verdict"]),
                row["judge"],
                datetime.fromisoformat(row["made_at"]),
                datetime.fromisoformat(row["revoked_at"]) if row["revoked_at"] else None,
            )
            for row in connection.execute(query).mappings()
        ]

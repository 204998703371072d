"""Reading the statements that a query chooses, with all that belongs to them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, text

from verbale.record import rows
from verbale.values import Statement

THESE = "(SELECT value FROM json_each(:these))"
"""The keys that a query is asked for, in SQL."""


def read_statements(connection: Connection, query: str, these: Collection[str]) -> Iterator[tuple[Statement, str]]:
    """The statements that a query for rows of `statement` gives for `:these`, each with its quotation, in the query's order."""
    wanted = listed(these)
    found = list(connection.execute(text(query), {"these": wanted}).mappings())
    keys = listed([row["id"] for row in found])
    spans = _by_statement(connection, "SELECT * FROM span WHERE statement IN {} ORDER BY statement, role, ordinal", keys)
    issues = _by_statement(connection, "SELECT * FROM statement_issue WHERE statement IN {} ORDER BY statement, ordinal", keys)
    channels = _by_statement(connection, "SELECT * FROM channel WHERE statement IN {} ORDER BY statement, ordinal", keys)
    for row in found:
        key = row["id"]
        channel = [link["name"] for link in channels.get(key, ())]
        yield rows.statement_of(row, rows.roles_of(spans.get(key, ())), issues.get(key, ()), channel), row["quote"]


def _by_statement(connection: Connection, query: str, keys: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in connection.execute(text(query.format(THESE)), {"these": keys}).mappings():
        found.setdefault(row["statement"], []).append(row)
    return found


def listed(these: Collection[str]) -> str:
    """Keys as THESE reads them."""
    return json.dumps(sorted(these))

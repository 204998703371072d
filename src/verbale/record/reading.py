"""Reading the statements that a query chooses, with all that belongs to them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection

from verbale.record import rows
from verbale.values import Span, Statement

THESE = "(SELECT value FROM json_each(:these))"
"""The keys that a query is asked for, in SQL."""

_SPANS = f'SELECT statement, role, start, "end" FROM span WHERE statement IN {THESE} ORDER BY statement, role, ordinal'
_ISSUES = f"SELECT * FROM statement_issue WHERE statement IN {THESE} ORDER BY statement, ordinal"
_CHANNELS = f"SELECT statement, name FROM channel WHERE statement IN {THESE} ORDER BY statement, ordinal"


def read_statements(connection: Connection, query: str, these: Collection[str]) -> list[tuple[Statement, Mapping[str, Any]]]:
    """The statements that a query for rows of `statement` gives for `:these`, each with its row, in the query's order."""
    found = plain_rows(connection, query, {"these": listed(these)})
    keys = {"these": listed([row["id"] for row in found])}
    spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for statement, role, start, end in connection.exec_driver_sql(_SPANS, keys).all():
        spans[statement][role].append(Span(start, end))
    issues: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for issue in plain_rows(connection, _ISSUES, keys):
        issues[issue["statement"]].append(issue)
    channels: dict[str, list[str]] = defaultdict(list)
    for statement, name in connection.exec_driver_sql(_CHANNELS, keys).all():
        channels[statement].append(name)
    return [
        (rows.statement_of(row, {role: tuple(own) for role, own in spans[key].items()}, issues[key], channels[key]), row)
        for row in found
        for key in (row["id"],)
    ]


def plain_rows(connection: Connection, query: str, given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a query by column, all at once: looked into often, they take half the time that the driver's own take."""
    found = connection.exec_driver_sql(query, dict(given))
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found.all()]


def listed(these: Collection[str]) -> str:
    """Keys as THESE reads them."""
    return json.dumps(sorted(these))

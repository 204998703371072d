"""Reading the statements that a query chooses, with all that belongs to them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, RowMapping

from verbale.record import rows
from verbale.values import Span, Statement

THESE = "(SELECT value FROM json_each(:these))"
"""The keys that a query is asked for, in SQL."""

_SPANS = f'SELECT statement, role, start, "end" FROM span WHERE statement IN {THESE} ORDER BY statement, role, ordinal'
_ISSUES = f"SELECT * FROM statement_issue WHERE statement IN {THESE} ORDER BY statement, ordinal"
_CHANNELS = f"SELECT statement, name FROM channel WHERE statement IN {THESE} ORDER BY statement, ordinal"


def read_statements(connection: Connection, query: str, these: Collection[str]) -> Iterator[tuple[Statement, str]]:
    """The statements that a query for rows of `statement` gives for `:these`, each with its quotation, in the query's order."""
    found = list(connection.exec_driver_sql(query, {"these": listed(these)}).mappings())
    keys = {"these": listed([row["id"] for row in found])}
    spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for statement, role, start, end in connection.exec_driver_sql(_SPANS, keys):
        spans[statement][role].append(Span(start, end))
    issues: dict[str, list[RowMapping]] = defaultdict(list)
    for issue in connection.exec_driver_sql(_ISSUES, keys).mappings():
        issues[issue["statement"]].append(issue)
    channels: dict[str, list[str]] = defaultdict(list)
    for statement, name in connection.exec_driver_sql(_CHANNELS, keys):
        channels[statement].append(name)
    for row in found:
        key = row["id"]
        placed = {role: tuple(own) for role, own in spans[key].items()}
        yield rows.statement_of(row, placed, issues[key], channels[key]), row["quote"]


def listed(these: Collection[str]) -> str:
    """Keys as THESE reads them."""
    return json.dumps(sorted(these))

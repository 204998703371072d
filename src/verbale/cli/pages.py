"""Printing a page: as text for people or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from verbale import views

TEXTS: dict[type, Callable[[Any], str]] = {
    views.TableView: views.table_text,
    views.BriefView: views.brief_text,
    views.ChangesView: views.changes_text,
    views.ProposalsView: views.proposals_text,
    views.RoundsView: views.rounds_text,
    views.ConflictsView: views.conflicts_text,
    views.StatementView: views.statement_text,
}


def print_page(page: object, *, as_json: bool) -> None:
    """Print a page's dataclass as JSON or as text."""
    if as_json:
        print(json.dumps(views.to_json(page), ensure_ascii=False, indent=1))
    else:
        print(TEXTS[type(page)](page).rstrip())

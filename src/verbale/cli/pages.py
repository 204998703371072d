"""Printing a page: as text for people or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module

TEXTS = {
    "TableView": ("text", "table_text"),
    "BriefView": ("text", "brief_text"),
    "ChangesView": ("text_lists", "changes_text"),
    "ProposalsView": ("text_lists", "proposals_text"),
    "RoundsView": ("text_lists", "rounds_text"),
    "ConflictsView": ("text_lists", "conflicts_text"),
    "StatementView": ("text_lists", "statement_text"),
}
"""Where each page is written as text, by its kind: read only when it is printed, since each command prints one."""


def print_page(page: object, *, as_json: bool) -> None:
    """Print a page's dataclass as JSON or as text."""
    if as_json:
        from verbale.views.jsonable import to_json

        print(json.dumps(to_json(page), ensure_ascii=False, indent=1))
    else:
        module, name = TEXTS[type(page).__name__]
        text: Callable[[object], str] = getattr(import_module(f"verbale.views.{module}"), name)
        print(text(page).rstrip())

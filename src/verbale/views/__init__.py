"""Pages: a record and its analysis → one frozen dataclass a page; no HTML, no SQL. HTML, JSON and text show the same values."""

from verbale.views.brief import BriefView, brief
from verbale.views.changes import ChangesView, changes
from verbale.views.jsonable import to_json
from verbale.views.lists import ConflictsView, ProposalsView, RoundsView, conflicts_view, proposals_view, rounds_view
from verbale.views.page import CitationView, Paragraph, Quoted, Section, Sentence
from verbale.views.source import Source
from verbale.views.statement import StatementView, statement_view
from verbale.views.table import TableView, table
from verbale.views.text import brief_text, table_text
from verbale.views.text_lists import changes_text, conflicts_text, proposals_text, rounds_text, statement_text

__all__ = [
    "BriefView",
    "ChangesView",
    "CitationView",
    "ConflictsView",
    "Paragraph",
    "ProposalsView",
    "Quoted",
    "RoundsView",
    "Section",
    "Sentence",
    "Source",
    "StatementView",
    "TableView",
    "brief",
    "brief_text",
    "changes",
    "changes_text",
    "conflicts_text",
    "conflicts_view",
    "proposals_text",
    "proposals_view",
    "rounds_text",
    "rounds_view",
    "statement_text",
    "statement_view",
    "table",
    "table_text",
    "to_json",
]

"""The tables that pages look things up in."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table

from verbale.record.schema.base import metadata

listed_document = Table(
    "listed_document",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String, ForeignKey("document.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("day", String, nullable=False),
    Column("publisher", String),
    Column("language", String, nullable=False),
    Column("statements", Integer, nullable=False),
    Index("listed_document_by_day", "day", "document"),
    Index("listed_document_by_publisher", "publisher", "day", "document"),
)

listed = Table(
    "listed",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("statement", String, nullable=False, unique=True),
    Column("document", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("day", String, nullable=False),
    Column("speaker", String),
    Column("party", String),
    Column("move", String, nullable=False),
    Column("publisher", String),
    Index("listed_by_day", "day", "document", "position"),
    Index("listed_by_speaker", "speaker", "day", "party", "move"),
    Index("listed_by_publisher", "publisher", "day", "party", "move"),
)

listed_issue = Table(
    "listed_issue",
    metadata,
    Column("issue", String, primary_key=True),
    Column("day", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("speaker", String),
    Column("party", String),
    Column("doubt", Float),
    Index("listed_issue_by_speaker", "speaker", "issue", "day"),
    Index("listed_issue_by_number", "number"),
    Index("listed_issue_by_doubt", "issue", "doubt"),
    Index("listed_issue_by_party", "issue", "party", "doubt"),
    sqlite_with_rowid=False,
)

tally = Table(
    "tally",
    metadata,
    Column("issue", String, primary_key=True),
    Column("move", String, primary_key=True),
    Column("day", String, primary_key=True),
    Column("party", String, primary_key=True),
    Column("statements", Integer, nullable=False),
    sqlite_with_rowid=False,
)

voice = Table(
    "voice",
    metadata,
    Column("kind", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("party", String),
    Column("statements", Integer, nullable=False),
    Column("issues", Integer, nullable=False),
    Column("first", String),
    Column("last", String),
    Index("voice_by_statements", "kind", "statements", "key"),
    sqlite_with_rowid=False,
)

"""The tables of what matching keeps."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from verbale.record.schema.base import metadata

matched_document = Table(
    "matched_document",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String, ForeignKey("document.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("changes", Integer, nullable=False),
    Column("taken", Integer),
    Column("grams", Integer),
    Column("marks", Integer),
)

mark = Table(
    "mark",
    metadata,
    Column("hash", Integer, primary_key=True),
    Column("document", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

standing = Table(
    "standing",
    metadata,
    Column("hash", Integer, primary_key=True),
    Column("publisher", String, primary_key=True),
    sqlite_with_rowid=False,
)

copy = Table(
    "copy",
    metadata,
    Column("document", String, primary_key=True),
    Column("other", String, primary_key=True),
    Column("containment", Float, nullable=False),
    sqlite_with_rowid=False,
)

matched_statement = Table(
    "matched_statement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("statement", String, nullable=False, unique=True),
    Column("document", String, nullable=False),
    Column("family", Integer, nullable=False),
    Column("speaker", Text),
    Column("said_on", String),
    Column("published_on", String),
    Column("kind", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("nested", Boolean, nullable=False),
    Index("matched_statement_by_document", "document"),
    Index("matched_statement_by_family", "family"),
)

block = Table(
    "block",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("statement", Integer, primary_key=True),
    Index("block_by_statement", "statement"),
    sqlite_with_rowid=False,
)

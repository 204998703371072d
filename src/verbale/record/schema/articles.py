"""The tables of what came in, and of which texts are copies."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from verbale.record.schema.base import metadata, owner

raw = Table(
    "raw",
    metadata,
    Column("hash", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("compressed", LargeBinary, nullable=False),
)

document = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    Column("path", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("publisher", String),
    Column("published_on", String),
    Column("published_at", String),
    Column("published_known", String, nullable=False),
    Column("inferred_on", String),
    Column("language", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("raw", String, ForeignKey("raw.hash"), nullable=False),
    Column("coded_with", String),
    Column("judged_with", String),
    Column("page", String),
    Column("as_of", String),
    Column("superseded_by", String),
    Column("published_probability", Float),
    Index("document_by_day", "published_on"),
    Index("document_uncoded", "coded_with"),
    Index("document_judged", "judged_with"),
    Index("document_by_page", "page"),
    Index("document_superseded", "superseded_by"),
)

author = Table(
    "author",
    metadata,
    owner("document", "document"),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Index("author_by_name", "name"),
)

furniture = Table(
    "furniture",
    metadata,
    owner("document", "document"),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

syndication = Table(
    "syndication",
    metadata,
    owner("document", "document"),
    Column("id", String, nullable=False),
    Column("head", Boolean, nullable=False),
    Index("syndication_by_id", "id"),
)

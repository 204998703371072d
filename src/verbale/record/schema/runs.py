"""The tables of what was done: runs with their outcomes, judgements, and where the record stands."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from verbale.record.schema.base import metadata

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started_at", String, nullable=False),
    Column("finished_at", String),
    Column("version", String, nullable=False),
    Column("method", String, nullable=False),
)

outcome = Table(
    "outcome",
    metadata,
    Column("run", Integer, ForeignKey("run.id", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("stage", String, nullable=False),
    Column("path", Text, nullable=False),
    Column("result", String, nullable=False),
    Column("reason", String),
    Column("detail", Text),
    Column("document", String),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("judge", Text, nullable=False),
    Column("made_at", String, nullable=False),
    Column("revoked_at", String),
    Index("judgement_by_subject", "kind", "subject"),
)

machine = Table(
    "machine",
    metadata,
    Column("statement", String, primary_key=True),
    Column("document", String, ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
    Column("value", Text, nullable=False),
    Index("machine_by_document", "document"),
)

state = Table(
    "state",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

"""The tables of what was found."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Float, ForeignKey, Index, Integer, String, Table, Text, false

from verbale.record.schema.base import metadata, owner

statement = Table(
    "statement",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", String, ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("nested_in", Integer),
    Column("probability", Float, nullable=False),
    Column("found_by", String, nullable=False),
    Column("speaker", String),
    Column("speaker_name", Text),
    Column("party", String),
    Column("resolved_by", String, nullable=False),
    Column("resolution_probability", Float, nullable=False),
    Column("said_on", String),
    Column("said_known", String, nullable=False),
    Column("move", String, nullable=False),
    Column("conditional", Boolean, nullable=False),
    Column("coding_probability", Float, nullable=False),
    Column("quote", Text, nullable=False),
    Column("judged_by", Text),
    Column("judged_on", String),
    Column("disputed", Boolean, nullable=False, server_default=false()),
    Column("look_again", Boolean, nullable=False, server_default=false()),
    Column("doubt", Float, nullable=False, server_default="0"),
    Index("statement_by_document", "document", "position"),
    Index("statement_by_speaker", "speaker", "said_on"),
    Index("statement_by_party", "party", "said_on"),
    Index("statement_by_doubt", "judged_by", "doubt"),
    Index("statement_by_party_doubt", "party", "judged_by", "doubt"),
    Index("statement_to_look_at", "look_again", "disputed"),
)

span = Table(
    "span",
    metadata,
    owner("statement", "statement"),
    Column("role", String, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    CheckConstraint('0 <= start AND start < "end"', name="span_half_open"),
)

statement_issue = Table(
    "statement_issue",
    metadata,
    owner("statement", "statement"),
    Column("ordinal", Integer, primary_key=True),
    Column("issue", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("probability", Float, nullable=False),
    Column("stance_probability", Float, nullable=False, server_default="1"),
    Index("statement_issue_by_issue", "issue"),
)

channel = Table(
    "channel",
    metadata,
    owner("statement", "statement"),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Text, nullable=False),
)

utterance = Table(
    "utterance",
    metadata,
    owner("statement", "statement"),
    Column("id", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Index("utterance_by_id", "id", "ordinal"),
    Index("utterance_by_size", "ordinal", "id"),
)

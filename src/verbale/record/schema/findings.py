"""The tables of what was concluded, and of what that needs of each statement."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, Text, text

from verbale.record.schema.base import metadata

EVER = "9999-12-31"
"""The day of what has none: after all others."""

analysed = Table(
    "analysed",
    metadata,
    Column("document", String, primary_key=True),
    Column("state", Text, nullable=False),
    sqlite_with_rowid=False,
)

told = Table(
    "told",
    metadata,
    Column("statement", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("utterance", String),
    Column("witness", String),
    Column("party", String),
    Column("speaker", String),
    Column("day", String),
    Column("published", String),
    Column("told", Boolean, nullable=False),
    Column("said", Boolean, nullable=False),
    Column("uttered_on", String),
    Column("weight", Integer, nullable=False),
    Column("move", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("nested", Boolean, nullable=False),
    Column("conditional", Boolean, nullable=False),
    Column("meaning", Integer, nullable=False),
    Column("fits", Boolean, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("focus", Integer, nullable=False),
    Column("certainty", Float, nullable=False),
    Column("level", Integer),
    Column("worded", Boolean, nullable=False),
    Column("words", Text),
    Column("proposal", String),
    Column("sketch", Text),
    Index("told_by_document", "document"),
    Index("told_by_utterance", "utterance"),
    Index("told_by_claim", "party", "uttered_on", sqlite_where=text("level IS NOT NULL")),
    Index("told_by_sketch", "uttered_on", sqlite_where=text("sketch IS NOT NULL")),
    Index("told_of_proposal", "proposal", "day", sqlite_where=text("proposal IS NOT NULL")),
)

told_issue = Table(
    "told_issue",
    metadata,
    Column("issue", String, primary_key=True),
    Column("party", String, primary_key=True),
    Column("statement", String, primary_key=True),
    Column("stance", String, nullable=False),
    Column("probability", Float, nullable=False),
    Column("firm", Boolean, nullable=False),
    Column("day", String, nullable=False, server_default=EVER),
    Index("told_issue_by_statement", "statement"),
    Index("told_issue_by_day", "issue", "party", "day"),
    sqlite_with_rowid=False,
)

mention = Table(
    "mention",
    metadata,
    Column("document", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("party", String),
    Column("day", String),
    Column("made_on", String),
    Column("gist", Text),
    Column("body", Text, nullable=False),
    Index("mention_by_kind", "kind", "party", "made_on"),
    Index("mention_of_meeting", "day", "document", "ordinal", "gist", sqlite_where=text("kind = 'meeting'")),
)

finding = Table(
    "finding",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("made_from", String, nullable=False),
    Column("key", String, nullable=False),
    Column("since", String, nullable=False),
    Column("until", String),
    Column("on", String),
    Column("party", String),
    Column("other", String),
    Column("issues", String, nullable=False),
    Column("rank", Integer),
    Column("body", Text, nullable=False),
    Index("finding_by_key", "made_from", "key", "kind", "since"),
    Index("finding_by_day", "kind", "on", "since", "until", "party", "other", "issues", "rank"),
)

to_analyse = Table(
    "to_analyse",
    metadata,
    Column("made_from", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("since", String, nullable=False, server_default=""),
    Column("until", String, nullable=False, server_default=EVER),
    sqlite_with_rowid=False,
)

rematched = Table(
    "rematched",
    metadata,
    Column("utterance", String, primary_key=True),
    sqlite_with_rowid=False,
)

stood = Table(
    "stood",
    metadata,
    Column("made_from", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("day", String, primary_key=True),
    Column("state", Text, nullable=False),
    sqlite_with_rowid=False,
)

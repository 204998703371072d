"""The tables of a record. docs/schema.md describes them for people who open the file with other tools."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)

metadata = MetaData()


def _owner(name: str, table: str) -> Column[str]:
    return Column(name, String, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True)


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
    Index("document_by_day", "published_on"),
    Index("document_uncoded", "coded_with"),
    Index("document_judged", "judged_with"),
)

furniture = Table(
    "furniture",
    metadata,
    _owner("document", "document"),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

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
    Index("statement_to_look_at", "look_again", "disputed"),
)

span = Table(
    "span",
    metadata,
    _owner("statement", "statement"),
    Column("role", String, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    CheckConstraint('0 <= start AND start < "end"', name="span_half_open"),
)

statement_issue = Table(
    "statement_issue",
    metadata,
    _owner("statement", "statement"),
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
    _owner("statement", "statement"),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Text, nullable=False),
)

utterance = Table(
    "utterance",
    metadata,
    _owner("statement", "statement"),
    Column("id", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Index("utterance_by_id", "id", "ordinal"),
    Index("utterance_by_size", "ordinal", "id"),
)

syndication = Table(
    "syndication",
    metadata,
    _owner("document", "document"),
    Column("id", String, nullable=False),
    Column("head", Boolean, nullable=False),
    Index("syndication_by_id", "id"),
)

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
    Index("listed_issue_by_speaker", "speaker", "issue", "day"),
    Index("listed_issue_by_number", "number"),
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
    Index("told_of_proposal", "proposal", sqlite_where=text("proposal IS NOT NULL")),
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
    Index("told_issue_by_statement", "statement"),
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
    Column("body", Text, nullable=False),
    Index("mention_by_kind", "kind", "party"),
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
    sqlite_with_rowid=False,
)

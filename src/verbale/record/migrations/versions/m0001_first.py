"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table of the first release."""
    _documents()
    _statements()
    _matching()
    _runs()
    if op.get_bind().dialect.name == "sqlite":
        tokenizer = "tokenize='unicode61 remove_diacritics 2'"
        op.execute(f"CREATE VIRTUAL TABLE document_text USING fts5(document UNINDEXED, title, text, {tokenizer})")
        op.execute(f"CREATE VIRTUAL TABLE statement_text USING fts5(statement UNINDEXED, quote, speaker, {tokenizer})")


def _documents() -> None:
    op.create_table(
        "raw",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("compressed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.String),
        sa.Column("published_on", sa.String),
        sa.Column("published_at", sa.String),
        sa.Column("published_known", sa.String, nullable=False),
        sa.Column("inferred_on", sa.String),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("raw", sa.String, sa.ForeignKey("raw.hash"), nullable=False),
        sa.Column("coded_with", sa.String),
    )
    op.create_index("document_by_day", "document", ["published_on"])
    op.create_index("document_uncoded", "document", ["coded_with"])
    op.create_table(
        "furniture",
        _owner("document", "document"),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )


def _statements() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("document", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("nested_in", sa.Integer),
        sa.Column("probability", sa.Float, nullable=False),
        sa.Column("found_by", sa.String, nullable=False),
        sa.Column("speaker", sa.String),
        sa.Column("speaker_name", sa.Text),
        sa.Column("party", sa.String),
        sa.Column("resolved_by", sa.String, nullable=False),
        sa.Column("resolution_probability", sa.Float, nullable=False),
        sa.Column("said_on", sa.String),
        sa.Column("said_known", sa.String, nullable=False),
        sa.Column("move", sa.String, nullable=False),
        sa.Column("conditional", sa.Boolean, nullable=False),
        sa.Column("coding_probability", sa.Float, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
    )
    op.create_index("statement_by_document", "statement", ["document", "position"])
    op.create_index("statement_by_speaker", "statement", ["speaker", "said_on"])
    op.create_index("statement_by_party", "statement", ["party", "said_on"])
    op.create_table(
        "span",
        _owner("statement", "statement"),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name="span_half_open"),
    )
    op.create_table(
        "statement_issue",
        _owner("statement", "statement"),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("issue", sa.String, nullable=False),
        sa.Column("stance", sa.String, nullable=False),
        sa.Column("probability", sa.Float, nullable=False),
    )
    op.create_index("statement_issue_by_issue", "statement_issue", ["issue"])
    op.create_table(
        "channel",
        _owner("statement", "statement"),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )


def _matching() -> None:
    op.create_table(
        "utterance",
        _owner("statement", "statement"),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
    )
    op.create_index("utterance_by_id", "utterance", ["id", "ordinal"])
    op.create_table(
        "syndication",
        _owner("document", "document"),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("head", sa.Boolean, nullable=False),
    )
    op.create_index("syndication_by_id", "syndication", ["id"])


def _runs() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("started_at", sa.String, nullable=False),
        sa.Column("finished_at", sa.String),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("method", sa.String, nullable=False),
    )
    op.create_table(
        "outcome",
        sa.Column("run", sa.Integer, sa.ForeignKey("run.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("result", sa.String, nullable=False),
        sa.Column("reason", sa.String),
        sa.Column("detail", sa.Text),
        sa.Column("document", sa.String),
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("judge", sa.Text, nullable=False),
        sa.Column("made_at", sa.String, nullable=False),
        sa.Column("revoked_at", sa.String),
    )
    op.create_index("judgement_by_subject", "judgement", ["kind", "subject"])
    op.create_table("state", sa.Column("name", sa.String, primary_key=True), sa.Column("value", sa.Text, nullable=False))


def _owner(name: str, table: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True)

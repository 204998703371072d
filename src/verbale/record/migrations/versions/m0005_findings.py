"""What analysis keeps: what it reads of every statement and text, and the findings with the days for which they hold."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; analysis fills them at the next look at a page or the next `add`."""
    _of_statements()
    _of_documents()
    _findings()


def _of_statements() -> None:
    op.create_table(
        "told",
        sa.Column("statement", sa.String, primary_key=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("utterance", sa.String),
        sa.Column("witness", sa.String),
        sa.Column("party", sa.String),
        sa.Column("speaker", sa.String),
        sa.Column("day", sa.String),
        sa.Column("published", sa.String),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("said", sa.Boolean, nullable=False),
        sa.Column("uttered_on", sa.String),
        sa.Column("weight", sa.Integer, nullable=False),
        sa.Column("move", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("nested", sa.Boolean, nullable=False),
        sa.Column("conditional", sa.Boolean, nullable=False),
        sa.Column("meaning", sa.Integer, nullable=False),
        sa.Column("fits", sa.Boolean, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("focus", sa.Integer, nullable=False),
        sa.Column("certainty", sa.Float, nullable=False),
        sa.Column("level", sa.Integer),
        sa.Column("worded", sa.Boolean, nullable=False),
        sa.Column("words", sa.Text),
        sa.Column("proposal", sa.String),
        sa.Column("sketch", sa.Text),
    )
    op.create_index("told_by_document", "told", ["document"])
    op.create_index("told_by_utterance", "told", ["utterance"])
    op.create_index("told_by_claim", "told", ["party", "uttered_on"], sqlite_where=sa.text("level IS NOT NULL"))
    op.create_index("told_by_sketch", "told", ["uttered_on"], sqlite_where=sa.text("sketch IS NOT NULL"))
    op.create_index("told_of_proposal", "told", ["proposal"], sqlite_where=sa.text("proposal IS NOT NULL"))
    op.create_table(
        "told_issue",
        sa.Column("issue", sa.String, primary_key=True),
        sa.Column("party", sa.String, primary_key=True),
        sa.Column("statement", sa.String, primary_key=True),
        sa.Column("stance", sa.String, nullable=False),
        sa.Column("probability", sa.Float, nullable=False),
        sa.Column("firm", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("told_issue_by_statement", "told_issue", ["statement"])


def _of_documents() -> None:
    op.create_table(
        "analysed",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mention",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("party", sa.String),
        sa.Column("day", sa.String),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("mention_by_kind", "mention", ["kind", "party"])


def _findings() -> None:
    op.create_table(
        "finding",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("made_from", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("since", sa.String, nullable=False),
        sa.Column("until", sa.String),
        sa.Column("on", sa.String),
        sa.Column("party", sa.String),
        sa.Column("other", sa.String),
        sa.Column("issues", sa.String, nullable=False),
        sa.Column("rank", sa.Integer),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("finding_by_key", "finding", ["made_from", "key", "kind", "since"])
    op.create_index("finding_by_day", "finding", ["kind", "on", "since", "until", "party", "other", "issues", "rank"])
    op.create_table(
        "to_analyse",
        sa.Column("made_from", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )

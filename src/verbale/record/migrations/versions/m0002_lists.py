"""Lists: narrow rows, counts and full text with properties, so that pages need not read the whole record."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the lists; record.database fills them."""
    _listed_documents()
    _listed_statements()
    _counts()
    tokenizer = "tokenize='unicode61 remove_diacritics 2'"
    op.execute("DROP TABLE document_text")
    op.execute("DROP TABLE statement_text")
    op.execute(f"CREATE VIRTUAL TABLE document_text USING fts5(document UNINDEXED, title, text, facets, {tokenizer})")
    op.execute(f"CREATE VIRTUAL TABLE statement_text USING fts5(statement UNINDEXED, quote, speaker, facets, {tokenizer})")


def _listed_documents() -> None:
    op.create_table(
        "listed_document",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False, unique=True),
        sa.Column("day", sa.String, nullable=False),
        sa.Column("publisher", sa.String),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
    )
    op.create_index("listed_document_by_day", "listed_document", ["day", "document"])
    op.create_index("listed_document_by_publisher", "listed_document", ["publisher", "day", "document"])


def _listed_statements() -> None:
    op.create_table(
        "listed",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("statement", sa.String, nullable=False, unique=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("day", sa.String, nullable=False),
        sa.Column("speaker", sa.String),
        sa.Column("party", sa.String),
        sa.Column("move", sa.String, nullable=False),
        sa.Column("publisher", sa.String),
    )
    op.create_index("listed_by_day", "listed", ["day", "document", "position"])
    op.create_index("listed_by_speaker", "listed", ["speaker", "day", "party", "move"])
    op.create_index("listed_by_publisher", "listed", ["publisher", "day", "party", "move"])
    op.create_table(
        "listed_issue",
        sa.Column("issue", sa.String, primary_key=True),
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("speaker", sa.String),
        sqlite_with_rowid=False,
    )
    op.create_index("listed_issue_by_speaker", "listed_issue", ["speaker", "issue", "day"])
    op.create_index("listed_issue_by_number", "listed_issue", ["number"])


def _counts() -> None:
    op.create_table(
        "tally",
        sa.Column("issue", sa.String, primary_key=True),
        sa.Column("move", sa.String, primary_key=True),
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("party", sa.String, primary_key=True),
        sa.Column("statements", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "voice",
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("party", sa.String),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("issues", sa.Integer, nullable=False),
        sa.Column("first", sa.String),
        sa.Column("last", sa.String),
        sqlite_with_rowid=False,
    )
    op.create_index("voice_by_statements", "voice", ["kind", "statements", "key"])

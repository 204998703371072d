"""What matching keeps, so that new documents meet only what they could match."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of matching, and have all that the record holds matched at the next `add`."""
    _documents()
    _statements()
    op.execute("INSERT INTO matched_document (document, changes) SELECT id, 1 FROM document ORDER BY id")
    if op.get_bind().dialect.name == "sqlite":
        _notice()


def _documents() -> None:
    op.create_table(
        "matched_document",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False, unique=True),
        sa.Column("changes", sa.Integer, nullable=False),
        sa.Column("taken", sa.Integer),
        sa.Column("grams", sa.Integer),
        sa.Column("marks", sa.Integer),
    )
    op.create_table(
        "mark",
        sa.Column("hash", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "standing",
        sa.Column("hash", sa.Integer, primary_key=True),
        sa.Column("publisher", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("other", sa.String, primary_key=True),
        sa.Column("containment", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )


def _statements() -> None:
    op.create_table(
        "matched_statement",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("statement", sa.String, nullable=False, unique=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("family", sa.Integer, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("said_on", sa.String),
        sa.Column("published_on", sa.String),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("nested", sa.Boolean, nullable=False),
    )
    op.create_index("matched_statement_by_document", "matched_statement", ["document"])
    op.create_index("matched_statement_by_family", "matched_statement", ["family"])
    op.create_table(
        "block",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("statement", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("block_by_statement", "block", ["statement"])


def _notice() -> None:
    """Count the changes of every document that matching must see, whoever makes them."""
    read = "kind, nested_in, speaker, speaker_name, said_on, quote"
    changes = {
        "document_made": "INSERT ON document",
        "document_dated": "UPDATE OF published_on, inferred_on ON document",
        "statement_made": "INSERT ON statement",
        "statement_gone": "DELETE ON statement",
        "statement_changed": f"UPDATE OF {read} ON statement",
    }
    for name, change in changes.items():
        row = "OLD" if change.startswith("DELETE") else "NEW"
        key = f"{row}.id" if change.endswith("ON document") else f"{row}.document"
        op.execute(
            f"""CREATE TRIGGER {name} AFTER {change} BEGIN
                  INSERT INTO matched_document (document, changes) VALUES ({key}, 1)
                  ON CONFLICT (document) DO UPDATE SET changes = changes + 1;
                END"""
        )

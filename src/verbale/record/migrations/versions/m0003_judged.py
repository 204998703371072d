"""Judgements on statements: what people decided in the tables that are read, and beside them what the machine had proposed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the marks of a judgement and the table of the machine's own statements."""
    op.add_column("document", sa.Column("judged_with", sa.String))
    op.create_index("document_judged", "document", ["judged_with"])
    op.add_column("statement", sa.Column("judged_by", sa.Text))
    op.add_column("statement", sa.Column("judged_on", sa.String))
    op.add_column("statement", sa.Column("disputed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("statement", sa.Column("look_again", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("statement", sa.Column("doubt", sa.Float, nullable=False, server_default="0"))
    op.create_index("statement_by_doubt", "statement", ["judged_by", "doubt"])
    op.create_index("statement_to_look_at", "statement", ["look_again", "disputed"])
    op.create_index("utterance_by_size", "utterance", ["ordinal", "id"])
    resolved = "CASE WHEN speaker_name IS NULL THEN 0.5 ELSE resolution_probability END"
    op.execute(f"UPDATE statement SET doubt = round(1 - probability * coding_probability * {resolved}, 4)")
    op.create_table(
        "machine",
        sa.Column("statement", sa.String, primary_key=True),
        sa.Column("document", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_index("machine_by_document", "machine", ["document"])

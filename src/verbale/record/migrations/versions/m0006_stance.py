"""How sure each stance is, beside how sure its issue is."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; a stance that was coded before it counts as certain until its document is coded again."""
    op.add_column("statement_issue", sa.Column("stance_probability", sa.Float, nullable=False, server_default="1"))

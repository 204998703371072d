"""How sure each stance is, beside how sure its issue is."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, and have every document coded again at the next `add`, since nothing kept how sure its stances were."""
    op.add_column("statement_issue", sa.Column("stance_probability", sa.Float, nullable=False, server_default="1"))
    op.execute("UPDATE document SET coded_with = NULL")

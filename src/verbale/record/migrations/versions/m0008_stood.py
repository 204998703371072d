"""How findings stood after a day, so that a change makes anew only what follows it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

EVER = "9999-12-31"


def upgrade() -> None:
    """Add the table, the days that a change touches, and the day of what is told on an issue; what is kept stays good."""
    op.create_table(
        "stood",
        sa.Column("made_from", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column("to_analyse", sa.Column("since", sa.String, nullable=False, server_default=""))
    op.add_column("to_analyse", sa.Column("until", sa.String, nullable=False, server_default=EVER))
    op.add_column("told_issue", sa.Column("day", sa.String, nullable=False, server_default=EVER))
    op.execute(f"UPDATE told_issue SET day = coalesce((SELECT day FROM told WHERE told.statement = told_issue.statement), '{EVER}')")
    op.create_index("told_issue_by_day", "told_issue", ["issue", "party", "day"])

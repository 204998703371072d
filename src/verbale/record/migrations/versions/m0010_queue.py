"""What the queue of the review needs of the lists, so that it takes the most doubtful of an issue or a party from an index."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the party and the doubt of each listed issue, and the indexes."""
    op.add_column("listed_issue", sa.Column("party", sa.String))
    op.add_column("listed_issue", sa.Column("doubt", sa.Float))
    op.execute(
        """UPDATE listed_issue SET (party, doubt) = (
             SELECT s.party, CASE WHEN s.judged_by IS NULL THEN s.doubt END
             FROM listed AS l JOIN statement AS s ON s.id = l.statement WHERE l.number = listed_issue.number)"""
    )
    op.create_index("listed_issue_by_doubt", "listed_issue", ["issue", "doubt"])
    op.create_index("listed_issue_by_party", "listed_issue", ["issue", "party", "doubt"])
    op.create_index("statement_by_party_doubt", "statement", ["party", "judged_by", "doubt"])

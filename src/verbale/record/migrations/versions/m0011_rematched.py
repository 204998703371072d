"""Which utterances were put together anew since they were analysed, and the days of what is told of proposals in the indexes.

So that analysis of one more document need not look at every statement and every offer.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, with what is not analysed by now, and what keeps it."""
    op.create_table("rematched", sa.Column("utterance", sa.String, primary_key=True), sqlite_with_rowid=False)
    op.execute(
        """INSERT INTO rematched (utterance)
           SELECT DISTINCT u.id FROM told AS t JOIN utterance AS u ON u.statement = t.statement WHERE t.utterance IS NOT u.id"""
    )
    op.execute(
        """CREATE TRIGGER utterance_rematched AFTER INSERT ON utterance BEGIN
             INSERT INTO rematched (utterance) VALUES (NEW.id) ON CONFLICT DO NOTHING;
           END"""
    )
    op.drop_index("mention_by_kind", "mention")
    op.create_index("mention_by_kind", "mention", ["kind", "party", "day"])
    op.drop_index("told_of_proposal", "told")
    op.create_index("told_of_proposal", "told", ["proposal", "day"], sqlite_where=sa.text("proposal IS NOT NULL"))

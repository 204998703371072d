"""On which day a draft of a proposal was made, and what tells which meeting a mention speaks of, beside the mentions' bodies.

So that analysis of one more document need not read all bodies.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and their indexes; analysis will read all documents anew."""
    op.execute("DELETE FROM state WHERE name = 'analysed'")
    op.add_column("mention", sa.Column("made_on", sa.String))
    op.add_column("mention", sa.Column("gist", sa.Text))
    op.drop_index("mention_by_kind", "mention")
    op.create_index("mention_by_kind", "mention", ["kind", "party", "made_on"])
    meetings = sa.text("kind = 'meeting'")
    op.create_index("mention_of_meeting", "mention", ["day", "document", "ordinal", "gist"], sqlite_where=meetings)

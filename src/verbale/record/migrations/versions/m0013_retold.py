"""Only those utterances are noted that are to be told anew: a statement is told as another one's, or a report's syndication is another.

Statements are told as utterances of their own when they are coded, before they are matched, and most of them stay alone. So that a document
need not be read again for what matching finds.
"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Replace what notes them; analysis will read all documents anew, and what it found is shown until then."""
    op.execute("DELETE FROM state WHERE name = 'analysed'")
    op.execute("INSERT INTO state (name, value) SELECT 'analysed', '' WHERE EXISTS (SELECT 1 FROM finding)")
    op.execute("DROP TRIGGER utterance_rematched")
    op.execute(
        """CREATE TRIGGER utterance_rematched AFTER INSERT ON utterance
           WHEN EXISTS (SELECT 1 FROM told WHERE statement = NEW.statement AND utterance IS NOT NEW.id) BEGIN
             INSERT INTO rematched (utterance) VALUES (NEW.id) ON CONFLICT DO NOTHING;
           END"""
    )
    for done, row in (("INSERT", "NEW"), ("DELETE", "OLD")):
        op.execute(
            f"""CREATE TRIGGER syndication_{done.lower()} AFTER {done} ON syndication BEGIN
                  INSERT INTO rematched (utterance)
                  SELECT DISTINCT u.id FROM statement AS s JOIN utterance AS u ON u.statement = s.id WHERE s.document = {row}.document
                    AND EXISTS (SELECT 1 FROM utterance AS o WHERE o.id = u.id AND o.statement <> u.statement)
                  ON CONFLICT DO NOTHING;
                END"""
        )

"""Which text of a page is the latest: its page, as of when it stood so, and which document supersedes it."""

import sqlalchemy as sa
from alembic import op

from verbale.ids import page_key

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; the next `add` tells which texts are versions of one page."""
    for name in ("page", "as_of", "superseded_by"):
        op.add_column("document", sa.Column(name, sa.String))
    op.create_index("document_by_page", "document", ["page"])
    op.create_index("document_superseded", "document", ["superseded_by"])
    connection = op.get_bind()
    pages = [{"id": key, "page": page_key(url)} for key, url in connection.execute(sa.text("SELECT id, url FROM document"))]
    if pages:
        connection.execute(sa.text("UPDATE document SET page = :page WHERE id = :id"), pages)
    op.execute("UPDATE document SET as_of = coalesce(published_at, published_on)")
    if connection.dialect.name == "sqlite":
        op.execute(
            """CREATE TRIGGER document_superseded_by AFTER UPDATE OF superseded_by ON document BEGIN
                 INSERT INTO matched_document (document, changes) VALUES (NEW.id, 1)
                 ON CONFLICT (document) DO UPDATE SET changes = changes + 1;
               END"""
        )

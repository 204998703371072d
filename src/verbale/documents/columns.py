"""Which column of a table, or field of an object, holds what of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article", "fulltext", "full_text"),
    "id": ("id", "article_id", "doc_id"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "publisher": ("publisher", "outlet", "source", "publication", "site"),
    "published": ("published", "date", "publish_date", "publication_date", "published_at", "pub_date"),
    "authors": ("authors", "author", "byline"),
    "modified": ("modified", "updated", "last_modified", "modified_at", "updated_at"),
    "language": ("language", "lang"),
}
"""The field of an article by the names of columns, the first that a table has."""


def places(names: Sequence[str], wanted: Mapping[str, str]) -> dict[str, int]:
    """The place of every field's column among the names of a table's columns; `wanted` names some fields' columns, in any case."""
    plain = [name.strip().casefold() for name in names]
    found: dict[str, int] = {}
    for field, usual in COLUMNS.items():
        known = (wanted[field].strip().casefold(),) if field in wanted else usual
        place = next((plain.index(name) for name in known if name in plain), None)
        if place is not None:
            found[field] = place
    return found


def missing_text(wanted: Mapping[str, str]) -> str:
    """What to say of a table without a column of texts."""
    if "text" in wanted:
        return f"it has no column {wanted['text']}; check the name that --column text= gives"
    return f"no column is called {', '.join(COLUMNS['text'])}; name the one with the articles text, or say --column text=NAME"

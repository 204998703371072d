"""Tables of articles: CSV and TSV with a row of column names."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from verbale.documents.fields import article
from verbale.documents.formats import suffix_of
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.errors import SkipReason

MEDIA_TYPE = "text/csv"
COLUMNS = {
    "text": ("text", "content", "body", "article", "fulltext", "full_text"),
    "id": ("id", "article_id", "doc_id"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "publisher": ("publisher", "outlet", "source", "publication", "site"),
    "published": ("published", "date", "publish_date", "publication_date", "published_at", "pub_date"),
    "language": ("language", "lang"),
}
"""The field of an article by the names of columns, the first that a table has."""


def read_table(stream: BinaryIO, path: str, context: Context) -> Iterator[Outcome]:
    """One outcome a row, streamed; a row that can't be used is skipped as `path:ROW`, the first row under the names being 1."""
    csv.field_size_limit(max(csv.field_size_limit(), context.limits.document_bytes))
    lines = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    number = 0
    try:
        rows = csv.reader(lines, delimiter="\t" if suffix_of(path.removesuffix(".gz")) == ".tsv" else ",")
        names = [name.strip().casefold() for name in next(rows, [])]
        places = {
            field: names.index(known[0]) for field, columns in COLUMNS.items() if (known := [name for name in columns if name in names])
        }
        if "text" not in places:
            yield Skipped(
                path, SkipReason.UNSUPPORTED, f"no column is called {', '.join(COLUMNS['text'])}; name the one with the articles text"
            )
            return
        for number, row in enumerate(rows, start=1):
            values = {field: row[place] for field, place in places.items() if place < len(row)}
            raw = json.dumps(values, ensure_ascii=True, sort_keys=True).encode()
            yield article(values, raw, f"{path}:{number}", context, media_type=MEDIA_TYPE)
    except UnicodeDecodeError:
        yield Skipped(path, SkipReason.ENCODING, f"after row {number} it is not UTF-8; save it as UTF-8 and add it again")
    except csv.Error as error:
        yield Skipped(f"{path}:{number + 1}", SkipReason.BAD_LINE, f"the row can't be read ({error}); check its quotation marks")
    else:
        if not number:
            yield Skipped(path, SkipReason.EMPTY, "the table has no rows")
    finally:
        lines.detach()

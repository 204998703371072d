"""Tables of articles: CSV and TSV with a row of column names."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from verbale.documents.columns import missing_text, places
from verbale.documents.fields import article
from verbale.documents.formats import suffix_of
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.errors import SkipReason

MEDIA_TYPE = "text/csv"


def read_table(stream: BinaryIO, path: str, context: Context) -> Iterator[Outcome]:
    """One outcome a row, streamed; a row that can't be used is skipped as `path:ROW`, the first row under the names being 1."""
    csv.field_size_limit(max(csv.field_size_limit(), context.limits.document_bytes))
    lines = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    number = 0
    try:
        names = lines.readline()
        if not names.strip():
            yield Skipped(path, SkipReason.EMPTY, "the table has no rows")
            return
        rows = csv.reader(chain([names], lines), delimiter=_delimiter(names, path, context))
        where = places(next(rows, []), context.columns)
        if "text" not in where:
            yield Skipped(path, SkipReason.UNSUPPORTED, missing_text(context.columns))
            return
        for number, row in enumerate(rows, start=1):
            values = {field: row[place] for field, place in where.items() if place < len(row)}
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


def _delimiter(names: str, path: str, context: Context) -> str:
    """What parts the names of columns such that one holds texts; spreadsheets of many countries write semicolons into CSV."""
    usual = "\t" if suffix_of(path.removesuffix(".gz")) == ".tsv" else ","
    found = (mark for mark in (usual, ";", "\t", ",") if "text" in places(next(csv.reader([names], delimiter=mark), []), context.columns))
    return next(found, usual)

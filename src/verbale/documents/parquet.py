"""Parquet files with a row an article, by Arrow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from verbale.documents.columns import missing_text, places
from verbale.documents.fields import article
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.errors import SkipReason

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

MEDIA_TYPE = "application/vnd.apache.parquet"
_ROWS = 64


def read_parquet(stream: BinaryIO, path: str, context: Context) -> Iterator[Outcome]:
    """One outcome a row, a few rows in memory at a time; a row that can't be used is skipped as `path:ROW`, the first row being 1."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield Skipped(path, SkipReason.UNSUPPORTED, "Parquet needs pyarrow: pip install 'verbale[parquet]'")
        return
    try:
        with ParquetFile(stream) as table:
            yield from _rows(table, path, context)
    except (ArrowException, OSError, ValueError, TypeError, KeyError, MemoryError, NotImplementedError) as error:
        yield Skipped(path, SkipReason.UNSUPPORTED, f"the Parquet file is damaged ({_first_line(error)})")


def _rows(table: ParquetFile, path: str, context: Context) -> Iterator[Outcome]:
    names = table.schema_arrow.names
    where = places(names, context.columns)
    if "text" not in where:
        yield Skipped(path, SkipReason.UNSUPPORTED, missing_text(context.columns))
        return
    largest = max((table.metadata.row_group(number).total_byte_size for number in range(table.metadata.num_row_groups)), default=0)
    if largest > context.limits.expansion:
        yield Skipped(path, SkipReason.TOO_LARGE, f"one of its row groups unpacks to {largest:,} bytes; write smaller ones")
        return
    number, left = 0, context.limits.expansion
    for batch in table.iter_batches(batch_size=_ROWS, columns=[names[place] for place in where.values()]):
        for row in batch.to_pylist():
            number += 1
            values = {field: _plain(row[names[place]]) for field, place in where.items()}
            raw = json.dumps(values, ensure_ascii=True, sort_keys=True).encode()
            left -= len(raw)
            if left < 0:
                yield Skipped(path, SkipReason.TOO_LARGE, f"after row {number} it unpacks to more than is allowed")
                return
            if len(raw) > context.limits.document_bytes:
                yield Skipped(f"{path}:{number}", SkipReason.TOO_LARGE, f"the row is larger than {context.limits.document_bytes:,} bytes")
            else:
                yield article(values, raw, f"{path}:{number}", context, media_type=MEDIA_TYPE)
    if not number:
        yield Skipped(path, SkipReason.EMPTY, "the table has no rows")


def _plain(value: object) -> object:
    """A cell as JSON has it: days and moments in ISO 8601, bytes and lists left out."""
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else None


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)[:200]

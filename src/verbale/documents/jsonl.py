"""Articles as JSON: one a line (JSONL), or one object or list in a file; the fields are those of `fields.article`. And JSON Feed."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from verbale.documents.decoding import Undecodable, decode
from verbale.documents.feed import Entry, read_entries
from verbale.documents.fields import article, mapped
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.errors import SkipReason

_FEED = "https://jsonfeed.org/version/"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_lines(stream: BinaryIO, path: str, context: Context) -> Iterator[Outcome]:
    """One outcome a line that is not blank, streamed; a line that can't be used is skipped as `path:LINE`."""
    limit = context.limits.document_bytes
    number = outcomes = 0
    while line := stream.readline(limit + 1):
        number += 1
        too_long = len(line) > limit
        while too_long and not line.endswith(b"\n") and (line := stream.readline(limit)):
            pass
        if number == 1 and line.startswith(_WIDE):
            yield Skipped(path, SkipReason.ENCODING, "it is UTF-16; save it as UTF-8 and add it again")
            return
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if too_long:
            yield Skipped(f"{path}:{number}", SkipReason.TOO_LARGE, f"the line is longer than {limit:,} bytes")
        elif line.strip():
            yield _line(line.rstrip(b"\r\n"), f"{path}:{number}", context)
        else:
            continue
        outcomes += 1
    if not outcomes:
        yield Skipped(path, SkipReason.EMPTY, "the file has no line with an article")


def read_json(data: bytes, path: str, context: Context) -> Iterator[Outcome]:
    """One outcome for an object, or one for each object of a list (skipped as `path:NUMBER`) or item of a JSON Feed."""
    value = _parsed(data, path)
    if isinstance(value, Skipped):
        yield value
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield article(mapped(item, context.columns), json.dumps(item, ensure_ascii=True).encode(), f"{path}:{number}", context)
        if not value:
            yield Skipped(path, SkipReason.EMPTY, "the list has no article")
    elif isinstance(value, dict) and str(value.get("version")).startswith(_FEED):
        yield from read_entries(_entries(value), path, context)
    else:
        yield article(mapped(value, context.columns), data, path, context)


def _line(line: bytes, place: str, context: Context) -> Outcome:
    value = _parsed(line, place)
    return value if isinstance(value, Skipped) else article(mapped(value, context.columns), line, place, context)


def _parsed(data: bytes, place: str) -> object:
    text = decode(data)
    if isinstance(text, Undecodable):
        return Skipped(place, text.reason, text.detail)
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return Skipped(place, SkipReason.BAD_LINE, f"it is no JSON ({error}); check its quotation marks and brackets")


def json_feed_entries(data: bytes) -> list[Entry] | None:
    """The entries of a JSON Feed; None where the bytes are none."""
    value = _parsed(data, "")
    return list(_entries(value)) if isinstance(value, dict) and str(value.get("version")).startswith(_FEED) else None


def _entries(feed: dict[str, object]) -> Iterator[Entry]:
    items = feed.get("items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            plain = item.get("content_text")
            fields = {name: value for name, value in item.items() if isinstance(value, str)}
            yield Entry(
                title=fields.get("title"),
                url=fields.get("url") or fields.get("external_url"),
                published=fields.get("date_published"),
                publisher=str(feed["title"]) if isinstance(feed.get("title"), str) else None,
                language=fields.get("language") or (str(feed["language"]) if isinstance(feed.get("language"), str) else None),
                text=plain if isinstance(plain, str) else None,
                markup=fields.get("content_html") or fields.get("summary"),
                name=fields.get("id"),
                authors=tuple(_names(item.get("authors"))),
            )


def _names(authors: object) -> Iterator[str]:
    for author in authors if isinstance(authors, list) else ():
        if isinstance(author, dict) and isinstance(author.get("name"), str):
            yield author["name"]

"""Articles as JSON: one a line (JSONL), or one object or list in a file.

Fields: `text` (needed), and `id`, `title`, `url`, `publisher`, `published` (ISO 8601, RFC 822 or null), `language`; others are left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from verbale.documents import dates
from verbale.documents.compose import Given, compose
from verbale.documents.decoding import Undecodable, decode, whole
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.errors import SkipReason
from verbale.values import Published

MEDIA_TYPE = "application/json"


def read_lines(stream: BinaryIO, path: str, context: Context) -> Iterator[Outcome]:
    """One outcome a line that is not blank, streamed; a line that can't be used is skipped as `path:LINE`."""
    limit = context.limits.document_bytes
    number = outcomes = 0
    while line := stream.readline(limit + 1):
        number += 1
        too_long = len(line) > limit
        while too_long and not line.endswith(b"\n") and (line := stream.readline(limit)):
            pass
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
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
    """One outcome for an object, or one for each object of a list, skipped as `path:NUMBER`."""
    value = _parsed(data, path)
    if isinstance(value, Skipped):
        yield value
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield _article(item, json.dumps(item, ensure_ascii=True).encode(), f"{path}:{number}", context)
        if not value:
            yield Skipped(path, SkipReason.EMPTY, "the list has no article")
    else:
        yield _article(value, data, path, context)


def _line(line: bytes, place: str, context: Context) -> Outcome:
    value = _parsed(line, place)
    return value if isinstance(value, Skipped) else _article(value, line, place, context)


def _parsed(data: bytes, place: str) -> object:
    text = decode(data)
    if isinstance(text, Undecodable):
        return Skipped(place, text.reason, text.detail)
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return Skipped(place, SkipReason.BAD_LINE, f"it is no JSON ({error}); check its quotation marks and brackets")


def _article(value: object, raw: bytes, place: str, context: Context) -> Outcome:
    if not isinstance(value, dict):
        return Skipped(place, SkipReason.BAD_LINE, "it is no JSON object; an article is an object with a field text")
    text = value.get("text")
    if not isinstance(text, str):
        return Skipped(place, SkipReason.BAD_LINE, "it has no field text with a string")
    name = value.get("id")
    path = whole(str(name)) if isinstance(name, str | int) and str(name) else place
    if not text.strip():
        return Skipped(path, SkipReason.EMPTY, "its text is empty")
    published = value.get("published")
    given = Given(
        title=_string(value.get("title")),
        url=_string(value.get("url")),
        publisher=_string(value.get("publisher")),
        published=_string(published),
        published_as=_published(published),
        language=_string(value.get("language")),
    )
    return compose(whole(text), given, path=path, raw=raw, media_type=MEDIA_TYPE, context=context)


def _published(value: object) -> Published | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return dates.moment_of(value)
    return dates.stated(_string(value))


def _string(value: object) -> str | None:
    return whole(value).strip() or None if isinstance(value, str) else None

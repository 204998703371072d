"""What an input is: by its name, by the type a server states, by its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath


class Format(StrEnum):
    """The formats that can be read."""

    TEXT = "text/plain"
    HTML = "text/html"
    JSONL = "application/jsonl"
    JSON = "application/json"


_BY_SUFFIX = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".json": Format.JSON,
}
_BY_MEDIA_TYPE = {
    "text/plain": Format.TEXT,
    "text/markdown": Format.TEXT,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "application/jsonl": Format.JSONL,
    "application/x-ndjson": Format.JSONL,
    "application/json": Format.JSON,
}
_HTML_HEAD = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_OBJECT_LINE = re.compile(rb"\s*\{[^\n]*\}\s*\n\s*\{")
NAMES = ".txt, .md, .html, .jsonl, .json"


def suffix_of(name: str) -> str:
    """The last suffix of a file name in lower case, with its dot, or an empty string."""
    return PurePosixPath(name.rstrip("/").rsplit("/", 1)[-1]).suffix.lower()


def format_of(name: str, head: bytes, media_type: str | None = None) -> Format | None:
    """The format of an input, or None where it is none of ours.

    A known suffix decides, then a stated media type, then the first bytes; a name without a suffix may be any text.
    """
    suffix = suffix_of(name)
    stated = _BY_MEDIA_TYPE.get((media_type or "").partition(";")[0].strip().lower())
    found = stated or _BY_SUFFIX.get(suffix) or _sniffed(head)
    if found is None and not suffix:
        return Format.TEXT
    return found


def _sniffed(head: bytes) -> Format | None:
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML_HEAD.match(head):
        return Format.HTML
    if _OBJECT_LINE.match(head):
        return Format.JSONL
    return None

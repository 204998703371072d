"""What an input is: by its name, by the type a server states, by its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath


class Format(StrEnum):
    """The formats that can be read, by media type."""

    TEXT = "text/plain"
    HTML = "text/html"
    JSONL = "application/jsonl"
    JSON = "application/json"
    FEED = "application/rss+xml"
    MAIL = "message/rfc822"
    PDF = "application/pdf"
    TABLE = "text/csv"
    PARQUET = "application/vnd.apache.parquet"
    SITEMAP = "application/sitemap+xml"
    ZIP = "application/zip"
    GZIP = "application/gzip"
    ZSTD = "application/zstd"
    WARC = "application/warc"


STREAMED = frozenset({Format.JSONL, Format.TABLE, Format.PARQUET, Format.ZIP, Format.GZIP, Format.ZSTD, Format.WARC})
"""Formats that hold many documents and are read piece by piece, whatever their size."""

SEEKING = frozenset({Format.ZIP, Format.PARQUET})
"""Formats whose table of contents stands at the end: inside an archive they are read whole."""

NAMES = ".txt, .md, .html, .jsonl, .json, .csv, .tsv, .parquet, .xml (RSS, Atom), .eml, .pdf, .warc, .zip, .gz and .zst"

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
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".eml": Format.MAIL,
    ".pdf": Format.PDF,
    ".csv": Format.TABLE,
    ".tsv": Format.TABLE,
    ".parquet": Format.PARQUET,
    ".zip": Format.ZIP,
    ".warc": Format.WARC,
}
_OFFICE = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"})
"""ZIP files by their first bytes, but what is in them are parts of one thing."""

_BY_MEDIA_TYPE = {
    "text/plain": Format.TEXT,
    "text/markdown": Format.TEXT,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "application/jsonl": Format.JSONL,
    "application/x-ndjson": Format.JSONL,
    "application/json": Format.JSON,
    "application/feed+json": Format.JSON,
    "application/rss+xml": Format.FEED,
    "application/atom+xml": Format.FEED,
    "application/rdf+xml": Format.FEED,
    "message/rfc822": Format.MAIL,
    "application/pdf": Format.PDF,
    "text/csv": Format.TABLE,
    "application/vnd.apache.parquet": Format.PARQUET,
    "application/zip": Format.ZIP,
    "application/warc": Format.WARC,
}
_PROLOGUE = rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,500}?-->\s*|<\?[^>]{0,500}\?>\s*)*"
_HEADS = (
    (re.compile(rb"%PDF-"), Format.PDF),
    (re.compile(rb"PK\x03\x04"), Format.ZIP),
    (re.compile(rb"PAR1"), Format.PARQUET),
    (re.compile(rb"\x1f\x8b"), Format.GZIP),
    (re.compile(rb"\x28\xb5\x2f\xfd"), Format.ZSTD),
    (re.compile(rb"WARC/[01]\."), Format.WARC),
    (re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:RDF)\b", re.DOTALL), Format.FEED),
    (re.compile(_PROLOGUE + rb"<(?:urlset|sitemapindex)\b", re.DOTALL), Format.SITEMAP),
    (
        re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL),
        Format.HTML,
    ),
    (re.compile(rb"\s*\{[^\n]*\}\s*\n\s*\{"), Format.JSONL),
)


def suffix_of(name: str) -> str:
    """The last suffix of a file name in lower case, with its dot, or an empty string."""
    return PurePosixPath(name.rstrip("/").rsplit("/", 1)[-1]).suffix.lower()


def format_of(name: str, head: bytes, media_type: str | None = None) -> Format | None:
    """The format of an input, or None where it is none of ours.

    A stated media type decides (but plain text, which servers say of much), then a known suffix, then the first bytes; a name without a
    suffix may be any text. A gzip file is GZIP, except that a web archive is WARC compressed or not.
    """
    suffix = suffix_of(name)
    if suffix == ".gz":
        return Format.WARC if suffix_of(name.removesuffix(".gz")) == ".warc" else Format.GZIP
    if suffix == ".zst":
        return Format.ZSTD
    stated = _BY_MEDIA_TYPE.get((media_type or "").partition(";")[0].strip().lower())
    named = _BY_SUFFIX.get(suffix)
    found = (named or stated) if stated is Format.TEXT else (stated or named)
    if found is None and suffix not in _OFFICE:
        start = head.removeprefix(b"\xef\xbb\xbf")
        found = next((kind for pattern, kind in _HEADS if pattern.match(start)), None)
    return Format.TEXT if found is None and not suffix else found

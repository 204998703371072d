"""Bytes to characters: which encoding a text is in, and whether it is a text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from verbale.errors import SkipReason

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_HEADS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"%PDF-",
    b"\x7fELF",
    b"SQLite format 3",
    b"BZh",
    b"\xfd7zXZ",
    b"OggS",
    b"ID3",
)
_CONTROLS = bytes(range(9)) + bytes((11, *range(14, 27), *range(28, 32)))
_MOST_CONTROLS = 0.01  # prose has none; a stray one from a bad export does no harm
_WESTERN = 0.15  # share of accented letters; the Cyrillic ones of an 8-bit text are three quarters of its bytes
_SAMPLE = 65_536  # bytes that settle an encoding
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.\-]{2,40})""", re.IGNORECASE)
_EUROPEAN = re.compile("[\\t\\n\\r -~\u00a0-\u04ff\u2010-\u2027]")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are no text."""

    reason: SkipReason
    detail: str


def whole(text: str) -> str:
    """The text with lone surrogates, which no encoding can store, as U+FFFD; no position moves."""
    try:
        text.encode()  # much faster than the search, and nearly always enough
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def decode(data: bytes, *, charset: str | None = None) -> str | Undecodable:
    """The characters of a text file, or why there are none.

    A mark at the start decides, then UTF-8, then the charset that a header names, then detection. A UTF-8 mark stays in the text as U+FEFF,
    so that positions are those of `open(path, encoding="utf-8", newline="")`; a UTF-16 or UTF-32 mark does not, as in Python's codecs of
    those names.
    """
    if data.startswith(_BINARY_HEADS):
        return Undecodable(SkipReason.BINARY, "these are the first bytes of a binary format, not of a text")
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (text := _decoded(data, encoding)) is not None:
            return text
    if (wide := _wide(data)) is not None:
        return wide
    if len(data.translate(None, _CONTROLS)) < len(data) * (1 - _MOST_CONTROLS):
        return Undecodable(SkipReason.BINARY, "it is full of control characters, so it is not a text")
    for encoding in ("utf-8", *filter(None, (charset,))):
        if (text := _decoded(data, encoding)) is not None:
            return text
    western = _decoded(data, "cp1252") if _is_mostly_ascii(data) else None
    return western if western is not None else _detected(data)


def _is_mostly_ascii(data: bytes) -> bool:
    """Whether few bytes are beyond ASCII, as in Western European prose, for which detection is unsure in a short text."""
    sample = data[:_SAMPLE]
    return sum(byte > 127 for byte in sample) < _WESTERN * len(sample)


def decode_page(data: bytes, *, charset: str | None = None) -> str | Undecodable:
    """The characters of an HTML page: as `decode`, with the page's own `meta` charset where no header names one; a mark is dropped."""
    declared = _META_CHARSET.search(data[:8192])
    text = decode(data, charset=charset or (declared[1].decode("ascii", "ignore") if declared else None))
    return text.removeprefix("\ufeff") if isinstance(text, str) else text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return whole(text) if isinstance(text, str) else None


def _wide(data: bytes) -> str | None:
    """A text in UTF-16 without a mark: read in the right order nearly all of it is European letters, in the wrong order nearly none."""
    if len(data) % 2 or not data[:_SAMPLE].count(0):
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = _decoded(data[:_SAMPLE], encoding)
        if sample and len(_EUROPEAN.findall(sample)) > 0.9 * len(sample) and (text := _decoded(data, encoding)) is not None:
            return text
    return None


def _detected(data: bytes) -> str | Undecodable:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    text = _decoded(data, best.encoding) if best is not None else None
    if text is None:
        return Undecodable(SkipReason.ENCODING, "its encoding can't be told; save it as UTF-8 and add it again")
    return text

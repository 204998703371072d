"""One input, whatever its format, to outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import BinaryIO

from verbale.documents.archives import DEEPEST, Member, read_gzip, read_warc, read_zip, read_zstd
from verbale.documents.compose import Given, compose
from verbale.documents.decoding import Undecodable, decode
from verbale.documents.feed import read_feed
from verbale.documents.formats import NAMES, SEEKING, STREAMED, Format, format_of
from verbale.documents.jsonl import read_json, read_lines
from verbale.documents.mail import read_mail
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.documents.page import Address, read_page
from verbale.documents.parquet import read_parquet
from verbale.documents.pdf import read_pdf
from verbale.documents.table import read_table
from verbale.errors import SkipReason

HEAD = 4096
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w:.-]+)""", re.IGNORECASE)
_BLANK = "\ufeff \t\r\n\f\v\u00a0"


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of one input, with what is known of them; `listed` is the date that a feed gives it."""

    data: bytes
    path: str
    kind: Format | None
    url: str | None = None
    media_type: str | None = None
    listed: str | None = None

    @property
    def charset(self) -> str | None:
        """The charset that the stated media type names."""
        match = _CHARSET.search(self.media_type or "")
        return match[1] if match else None


def read_stream(stream: BinaryIO, kind: Format | None, path: str, context: Context) -> Iterator[Outcome]:
    """The outcomes of an open file of a known format."""
    if kind in STREAMED:
        yield from _read_streamed(stream, kind, path, context, 0)
    else:
        yield from _read_whole(stream, Piece(b"", path, kind), context, 0)


def _read_whole(stream: BinaryIO, piece: Piece, context: Context, depth: int) -> Iterator[Outcome]:
    limit = context.limits.document_bytes
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield Skipped(piece.path, SkipReason.TOO_LARGE, f"it is larger than {limit:,} bytes; split it or raise the limit")
    else:
        yield from read_bytes(replace(piece, data=data), context, depth=depth)


def read_bytes(piece: Piece, context: Context, *, depth: int = 0) -> Iterator[Outcome]:
    """The outcomes of one input's bytes."""
    data, path, kind = piece.data, piece.path, piece.kind
    if not data.strip():
        yield Skipped(path, SkipReason.EMPTY, "it is empty")
    elif kind is None:
        typed = b"<!DOCTYPE" in data[:HEAD]
        why = "it is XML with a document type of its own, which is not read" if typed else f"this kind of file can't be read; {NAMES} can"
        yield Skipped(path, SkipReason.UNSUPPORTED, why)
    elif kind in STREAMED:
        yield from _read_streamed(BytesIO(data), kind, path, context, depth)
    elif kind is Format.HTML:
        yield from read_page(data, path, context, Address(piece.url, piece.charset, piece.listed))
    elif kind is Format.TEXT:
        yield _plain_text(piece, context)
    elif kind is Format.SITEMAP:
        yield Skipped(path, SkipReason.NO_TEXT, "a sitemap holds addresses only; add its own address, and the pages are fetched")
    else:
        reader = {Format.JSON: read_json, Format.FEED: read_feed, Format.MAIL: read_mail, Format.PDF: read_pdf}[kind]
        yield from reader(data, path, context)


def _read_streamed(stream: BinaryIO, kind: Format | None, path: str, context: Context, depth: int) -> Iterator[Outcome]:
    if kind is Format.JSONL:
        yield from read_lines(stream, path, context)
    elif kind is Format.TABLE:
        yield from read_table(stream, path, context)
    elif kind is Format.PARQUET:
        yield from read_parquet(stream, path, context)
    elif depth > DEEPEST:
        yield Skipped(path, SkipReason.UNSUPPORTED, f"it lies more than {DEEPEST} archives deep")
    else:
        reader = {Format.ZIP: read_zip, Format.GZIP: read_gzip, Format.ZSTD: read_zstd, Format.WARC: read_warc}[kind or Format.ZIP]
        yield from reader(stream, path, context, partial(_read_member, context=context, depth=depth + 1))


def _read_member(member: Member, *, context: Context, depth: int) -> Iterator[Outcome]:
    kind = format_of(member.name, member.stream.peek(HEAD)[:HEAD], member.media_type)
    if kind in STREAMED and kind not in SEEKING:
        yield from _read_streamed(member.stream, kind, member.path, context, depth)
    else:
        yield from _read_whole(member.stream, Piece(b"", member.path, kind, member.url, member.media_type), context, depth)


def _plain_text(piece: Piece, context: Context) -> Outcome:
    text = decode(piece.data, charset=piece.charset)
    if isinstance(text, Undecodable):
        return Skipped(piece.path, text.reason, text.detail)
    if not text.strip(_BLANK):
        return Skipped(piece.path, SkipReason.EMPTY, "it holds white space only")
    return compose(text, Given(url=piece.url), path=piece.path, raw=piece.data, media_type=Format.TEXT, context=context)

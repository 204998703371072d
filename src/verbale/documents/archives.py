"""Files that hold files: ZIP, gzip, web archives (WARC). Nothing is unpacked to disk, and what is unpacked is counted."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from gzip import BadGzipFile, GzipFile
from io import BufferedReader, RawIOBase, StringIO
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Protocol
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from verbale.documents import dates
from verbale.documents.decoding import whole
from verbale.documents.outcomes import Context, Outcome, Skipped, retrieved_at
from verbale.errors import SkipReason

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from warcio.recordloader import ArcWarcRecord

DEEPEST = 2
"""Archives within archives that are opened."""

_LARGEST_WINDOW = 1 << 27  # bytes: what web archives use at most
_PIECE = 1024  # bytes: all of a piece is unpacked at once, a Zstandard bomb's to 32,000 times its size
_GZIPPED = b"\x1f\x8b"
_DAMAGED = (BadZipFile, LargeZipFile, BadGzipFile, zlib.error, LZMAError, EOFError, NotImplementedError, OverflowError, OSError)


class SupportsRead(Protocol):
    """Anything that bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive, or one page of a web archive; `name` tells its format."""

    path: str
    name: str
    stream: BufferedReader
    url: str | None = None
    media_type: str | None = None


ReadMember = Callable[[Member], Iterator[Outcome]]


class TooMuchError(OSError):
    """An archive unpacks to more bytes than allowed."""


class Metered(RawIOBase):
    """A stream that raises TooMuchError once more than `left` bytes were read from it."""

    def __init__(self, stream: SupportsRead, left: int) -> None:
        super().__init__()
        self._stream = stream
        self.left = left

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fills the buffer as far as the stream goes."""
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        self.left -= len(data)
        if self.left < 0:
            raise TooMuchError("it unpacks to more than is allowed")
        view[: len(data)] = data
        return len(data)


def read_zip(stream: BinaryIO, path: str, context: Context, read_member: ReadMember) -> Iterator[Outcome]:
    """The outcomes of a ZIP file's members, sorted by name; a member's path is `path/NAME`."""
    empty = True
    try:
        with ZipFile(stream) as archive:
            members = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
            if len(members) > context.limits.members:
                yield Skipped(path, SkipReason.TOO_LARGE, f"it has {len(members):,} members; at most {context.limits.members:,} are read")
                return
            budget = context.limits.expansion
            for info in members:
                name = PurePosixPath(info.filename.replace("\\", "/"))
                if name.name.startswith(".") or "__MACOSX" in name.parts:
                    continue
                empty = False
                if problem := _problem(name, info):
                    yield Skipped(f"{path}/{info.filename}", SkipReason.UNSUPPORTED, problem)
                    continue
                with archive.open(info) as content:
                    metered = Metered(content, budget)
                    yield from _guarded(Member(f"{path}/{info.filename}", info.filename, BufferedReader(metered)), read_member)
                    budget = metered.left
                if budget < 0:
                    return
    except (*_DAMAGED, RuntimeError, ValueError) as error:
        yield Skipped(path, SkipReason.UNSUPPORTED, f"the archive is damaged or locked ({error})")
        return
    if empty:
        yield Skipped(path, SkipReason.EMPTY, "the archive holds no files")


def _problem(name: PurePosixPath, info: ZipInfo) -> str | None:
    if name.is_absolute() or ".." in name.parts or (name.parts and name.parts[0].endswith(":")):
        return "its name leads out of the archive"
    return "it is locked with a password" if info.flag_bits & 1 else None


def read_gzip(stream: BinaryIO, path: str, context: Context, read_member: ReadMember) -> Iterator[Outcome]:
    """The outcomes of the one file in a gzip file; its path is that of the gzip file, its format that of the name without `.gz`."""
    with GzipFile(fileobj=stream) as content:
        metered = Metered(content, context.limits.expansion)
        yield from _guarded(Member(path, path.removesuffix(".gz"), BufferedReader(metered)), read_member)


def read_zstd(stream: BinaryIO, path: str, context: Context, read_member: ReadMember) -> Iterator[Outcome]:
    """The outcomes of the one file in a Zstandard file, of which there may be many frames; named as `read_gzip` does."""
    try:
        from zstandard import ZstdDecompressor, ZstdError
    except ImportError:
        yield Skipped(path, SkipReason.UNSUPPORTED, "Zstandard files need zstandard: pip install 'verbale[zst]'")
        return
    content = Frames(stream, lambda: ZstdDecompressor(max_window_size=_LARGEST_WINDOW).decompressobj(), ZstdError)
    metered = Metered(content, context.limits.expansion)
    yield from _guarded(Member(path, path.removesuffix(".zst"), BufferedReader(metered)), read_member)


class Frame(Protocol):
    """What decompresses one frame."""

    @property
    def eof(self) -> bool:
        """Whether the frame is at its end."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What was given beyond the frame's end."""
        ...

    def decompress(self, data: bytes, /) -> bytes:
        """What the data add."""
        ...


class Frames:
    """The bytes of compressed frames one after another; OSError where the last one is cut off, once all before it was given."""

    def __init__(self, stream: SupportsRead, start: Callable[[], Frame], damaged: type[Exception]) -> None:
        self._stream, self._start, self._damaged = stream, start, damaged
        self._frame: Frame | None = None
        self._given = b""
        self._ready = memoryview(b"")

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        while not self._ready:
            self._given = self._given or self._stream.read(_PIECE)
            if not self._given:
                if self._frame is not None:
                    raise OSError("it is cut off")
                return b""
            self._frame = self._frame or self._start()
            self._ready = memoryview(self._decompressed(self._frame))
        piece, self._ready = self._ready[:size], self._ready[size:]
        return bytes(piece)

    def _decompressed(self, frame: Frame) -> bytes:
        try:
            found = frame.decompress(self._given)
        except self._damaged as error:
            raise OSError(str(error)) from error
        self._given = frame.unused_data if frame.eof else b""
        self._frame = None if frame.eof else frame
        return found


def _guarded(member: Member, read_member: ReadMember) -> Iterator[Outcome]:
    try:
        yield from read_member(member)
    except TooMuchError as error:
        yield Skipped(member.path, SkipReason.TOO_LARGE, str(error))
    except _DAMAGED as error:
        yield Skipped(member.path, SkipReason.UNSUPPORTED, f"it is damaged ({error})")


def read_warc(stream: BinaryIO, path: str, context: Context, read_member: ReadMember) -> Iterator[Outcome]:
    """The outcomes of a web archive's pages, compressed or not, streamed; a page's path is its address.

    Pictures, scripts and the like are parts of pages and count for nothing; a page that the server did not give is skipped.
    """
    empty = True
    try:
        for record in _records(stream):
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            kind = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
            if not kind.lower().startswith(("text/html", "application/xhtml", "text/plain")):
                continue
            empty = False
            url = whole(record.rec_headers.get_header("WARC-Target-URI") or path)
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            if status != "200":
                yield Skipped(url, SkipReason.NO_TEXT, f"the archive holds the answer {status}, not the page")
                continue
            content = Metered(Complete(record), context.limits.expansion)
            archived = dates.stated(record.rec_headers.get_header("WARC-Date"))
            outcomes = _guarded(Member(url, url.partition("?")[0], BufferedReader(content), url, kind), read_member)
            yield from retrieved_at(archived.at if archived else None, outcomes)
    except _DAMAGED as error:
        yield Skipped(path, SkipReason.UNSUPPORTED, f"the web archive is damaged ({error}); what stands before that was read")
        return
    if empty:
        yield Skipped(path, SkipReason.NO_TEXT, "the web archive holds no pages")


class Headed:
    """A stream whose first bytes were read already; `last` is the last piece that it gave."""

    def __init__(self, head: bytes, rest: SupportsRead) -> None:
        self._head, self._rest = head, rest
        self.last = b""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        data, self._head = self._head[:size], self._head[size:]
        data = data or self._rest.read(size)
        self.last = data or self.last
        return data


class Complete:
    """The content of a web archive's record; OSError where the archive ends before it does, which warcio passes over."""

    def __init__(self, record: ArcWarcRecord) -> None:
        self._content, self._record = record.content_stream(), record

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        data: bytes = self._content.read(size)
        if not data and size and _is_cut_off(self._record):
            raise OSError("it is cut off")
        return data


def _is_cut_off(record: ArcWarcRecord) -> bool:
    """Whether the archive ends although the record says that it goes on."""
    return getattr(record.raw_stream, "limit", 0) > 0 and not record.raw_stream.read(1)


def _records(stream: BinaryIO) -> Iterator[ArcWarcRecord]:
    """The records of a web archive; OSError where it is damaged. What warcio says of it on stderr is kept from the user's screen."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    head = stream.read(len(_GZIPPED))
    plain = Headed(head, stream)
    records = iter(
        ArchiveIterator(Frames(plain, lambda: zlib.decompressobj(zlib.MAX_WBITS | 16), zlib.error) if head == _GZIPPED else plain)
    )
    while True:
        try:
            with redirect_stderr(StringIO()):
                record = next(records, None)
        except (ArchiveLoadFailed, ValueError, AttributeError, TypeError, KeyError, IndexError, AssertionError) as error:
            raise OSError(next(iter(str(error).splitlines()), "cut off")) from error
        if record is None:
            if head != _GZIPPED and plain.last and not plain.last.endswith(b"\n"):  # every record ends with line ends (ISO 28500)
                raise OSError("it is cut off")
            return
        if record.rec_headers.get_header("Content-Length") is None:
            raise OSError("a record in it is cut off or does not say how long it is")
        yield record
        if _is_cut_off(record):
            raise OSError("it is cut off")

"""From the sources that a user names to outcomes, one after another."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from verbale.documents.fetch import fetch
from verbale.documents.formats import format_of
from verbale.documents.linked import Manners, kind_of, listing, read_linked
from verbale.documents.outcomes import DEFAULT_LIMITS, Context, Limits, Outcome, Skipped, retrieved_at
from verbale.documents.publishers import PublisherIndex
from verbale.documents.readers import HEAD, Piece, read_bytes, read_stream
from verbale.dossier.model import Publisher
from verbale.errors import FetchError, SkipReason

_ADDRESS = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+://")


def read(
    sources: Sequence[str],
    *,
    publishers: Sequence[Publisher] = (),
    limits: Limits = DEFAULT_LIMITS,
    within: tuple[date, date] | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Outcome]:
    """The outcomes of files, folders and addresses, in the order given; a folder's files are sorted by name, hidden ones left out.

    Every source gives at least one outcome and bad input never raises. A `path` is the argument as given, for a file of a folder the folder
    joined with the relative name, and for a line of JSONL its `id`. `within` are the first and last day of the negotiation: they settle the
    year of a date that stands without one. `columns`
    names columns of tables and fields of JSON by the field of an article that they hold. The address of a feed or a sitemap gives the pages
    that it lists; a feed's file gives the entries' own text. The modification time of a file is never used.
    """
    context = context_of(publishers=publishers, limits=limits, within=within, columns=columns)
    for source in sources:
        if is_address(source):
            yield from _read_address(source, context)
        else:
            yield from _read_path(source, context)


def context_of(
    *,
    publishers: Sequence[Publisher] = (),
    limits: Limits = DEFAULT_LIMITS,
    within: tuple[date, date] | None = None,
    columns: Mapping[str, str] | None = None,
) -> Context:
    """What every reader is told, from the options of `read`."""
    return Context(PublisherIndex.of(publishers), limits, within, columns or {})


def is_address(source: str) -> bool:
    """Whether a source is an address and not a path."""
    return bool(_ADDRESS.match(source))


def _read_address(url: str, context: Context) -> Iterator[Outcome]:
    try:
        page = fetch(url, limits=context.limits)
    except FetchError as error:
        yield Skipped(url, SkipReason.FETCH_FAILED, str(error))
        return
    manners = Manners(context.limits)
    listed = listing(page, manners)
    if listed is not None:
        yield from read_linked(listed, url, context, manners)
        return
    yield from retrieved_at(page.at, read_bytes(Piece(page.body, url, kind_of(page), page.url, page.media_type), context))


def _read_path(source: str, context: Context) -> Iterator[Outcome]:
    try:
        mode = Path(source).stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _read_folder(source, context)
        elif stat.S_ISREG(mode):
            yield from _read_file(source, context)
        else:
            yield Skipped(_shown(source), SkipReason.UNSUPPORTED, "it is neither a file nor a folder")
    except (OSError, ValueError) as error:
        yield _unreadable(source, error)


def _read_folder(folder: str, context: Context) -> Iterator[Outcome]:
    empty = True
    failures: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for link in (Path(place) / name for name in folders):
            if link.is_symlink():  # it may lead around in a circle, so os.walk does not follow it
                empty = False
                yield Skipped(_shown(str(link)), SkipReason.UNSUPPORTED, "it is a link to a folder; add that folder itself")
        while failures:
            empty = False
            error = failures.pop()
            yield _unreadable(str(error.filename or place), error)
        for name in sorted(name for name in files if not name.startswith(".")):
            empty = False
            yield from _read_path(str(Path(place) / name), context)
    for error in failures:
        empty = False
        yield _unreadable(str(error.filename or folder), error)
    if empty:
        yield Skipped(_shown(folder), SkipReason.EMPTY, "the folder holds no files (hidden ones are left out)")


def _read_file(source: str, context: Context) -> Iterator[Outcome]:
    with Path(source).open("rb") as stream:
        head = stream.peek(HEAD)[:HEAD]
        if head:
            yield from read_stream(stream, format_of(source, head), _shown(source), context)
        else:
            yield Skipped(_shown(source), SkipReason.EMPTY, "it is empty")


def _unreadable(source: str, error: OSError | ValueError) -> Skipped:
    if isinstance(error, PermissionError):
        return Skipped(_shown(source), SkipReason.NO_PERMISSION, "it may not be read by this user; change its permissions")
    if Path(source).is_symlink():
        return Skipped(_shown(source), SkipReason.MISSING, "it is a link that leads to no file; remove or mend it")
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return Skipped(_shown(source), SkipReason.MISSING, "there is no such file or folder; check the spelling")
    return Skipped(_shown(source), SkipReason.MISSING, f"it can't be read: {error.strerror or error}")


def _shown(path: str) -> str:
    """The path as text that can be stored and printed, whatever bytes its name has."""
    return path.encode(errors="surrogateescape").decode(errors="backslashreplace")

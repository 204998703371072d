"""Taking in again: feeds that are watched, and inputs that could not be read before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from verbale.api.extraction import reading, silent
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.api.talks import Talks
    from verbale.documents import Limits, Retrieved, Skipped
    from verbale.documents.watch import Poll
    from verbale.pipeline.runner import Progress, Report
    from verbale.values import Document

_NUMBER = re.compile(r":\d+$")


@dataclass(frozen=True, slots=True)
class Watched:
    """What one round over the watched feeds brought: the report of its run, and the documents that were new."""

    feeds: tuple[str, ...]
    report: Report
    new: tuple[Document, ...]


def watch(talks: Talks, feeds: Sequence[str] = (), *, limits: Limits | None = None, progress: Progress = silent) -> Watched:
    """Ask every watched feed once, those given among them from now on, and take in what they list anew.

    A feed says at the server whether it has changed; an entry is fetched again only where its date or text in the feed is another, or its
    page could not be read. Killed at any moment, the next round asks again. UsageError where there is no feed or one is no address.
    """
    from verbale.documents import Limits, is_address
    from verbale.documents.linked import Manners
    from verbale.documents.watch import Heard, noted, poll

    for feed in feeds:
        if not is_address(feed):
            raise UsageError(f"'{feed}' is no address of a feed. Give one that begins with http:// or https://.")
    heard = {feed: Heard() for feed in feeds} | {feed: Heard.loaded(text) for feed, text in talks.feeds.watched().items()}
    if not heard:
        raise UsageError("No feed is watched yet. Name one: verbale watch TALKS https://…")
    allowed = limits or Limits()
    context, manners = reading(talks.dossier, limits=allowed), Manners(allowed)
    polls: list[Poll] = []
    new: list[Document] = []
    failed: set[str] = set()

    def inputs() -> Iterator[Retrieved | Skipped]:
        for feed, last in sorted(heard.items()):
            polls.append(poll(feed, last, context, manners))
            for outcome in polls[-1].outcomes:
                _note(talks, outcome, new, failed)
                yield outcome

    report = talks.take_in(inputs(), progress=progress)
    with talks.writing():
        talks.feeds.keep({one.feed: noted(one, failed, manners).dumped() for one in polls})
    return Watched(tuple(sorted(heard)), report, tuple(new))


def _note(talks: Talks, outcome: Retrieved | Skipped, new: list[Document], failed: set[str]) -> None:
    from verbale.documents import Skipped

    if isinstance(outcome, Skipped):
        failed.add(outcome.path)
    elif not talks.reader.known([outcome.document.id]):
        new.append(outcome.document)


def forget(talks: Talks, feed: str) -> None:
    """Watch a feed no longer; UsageError where it was not watched."""
    with talks.writing():
        if not talks.feeds.forget(feed):
            raise UsageError(f"'{feed}' is not watched.")


def failed_before(talks: Talks) -> list[str]:
    """The sources of the inputs that became no document when they were last read: addresses that could not be fetched, and files."""
    from verbale.documents import is_address
    from verbale.errors import SkipReason

    found: dict[str, None] = {}
    for path, reason in talks.skipped():
        if is_address(path):
            if reason == SkipReason.FETCH_FAILED:
                found[path] = None
        elif source := _file_of(path):
            found[source] = None
    return list(found)


def _file_of(path: str) -> str | None:
    """The file that an input was read from: itself, or the one of which it is a line, a row or a member."""
    for name in (path, _NUMBER.sub("", path)):
        place = Path(name)
        for candidate in (place, *place.parents):
            if candidate.is_file() or (candidate == place and candidate.is_dir()):
                return str(candidate)
    return None

"""The pages that a feed on the web lists: each is fetched, politely, and read as its publisher shows it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from verbale.documents.feed import Entry, read_entry
from verbale.documents.fetch import USER_AGENT, fetch
from verbale.documents.formats import format_of
from verbale.documents.outcomes import Context, Limits, Outcome, Skipped
from verbale.documents.readers import HEAD, Piece, read_bytes
from verbale.errors import FetchError, SkipReason

_LONGEST_PAUSE = 30.0  # seconds that a site's Crawl-delay may ask for


def read_linked(entries: list[Entry], feed: str, context: Context) -> Iterator[Outcome]:
    """One outcome an entry, its path the address that the feed gives; an entry without an address is read from the feed itself.

    Sites are asked for their robots.txt (RFC 9309), and between two requests to one host there is a pause.
    """
    manners = Manners(context.limits)
    if not entries:
        yield Skipped(feed, SkipReason.EMPTY, "the feed has no entries")
    for number, entry in enumerate(entries, start=1):
        if entry.url is None:
            yield read_entry(entry, f"{feed}:{number}", context)
            continue
        if not manners.may_fetch(entry.url):
            yield Skipped(entry.url, SkipReason.FETCH_FAILED, "the site's robots.txt asks programs not to fetch it")
            continue
        manners.wait(entry.url)
        try:
            page = fetch(entry.url, limits=context.limits)
        except FetchError as error:
            yield Skipped(entry.url, SkipReason.FETCH_FAILED, str(error))
            continue
        kind = format_of(page.url.partition("?")[0], page.body[:HEAD], page.media_type)
        yield from read_bytes(Piece(page.body, entry.url, kind, page.url, page.media_type, listed=entry.published), context)


class Manners:
    """What each host allows, and when it was last asked."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rules: dict[str, RobotFileParser | None] = {}
        self._asked: dict[str, float] = {}

    def may_fetch(self, url: str) -> bool:
        """Whether the host's robots.txt allows the address; a host without one allows all."""
        rules = self._rules_of(url)
        return rules is None or rules.can_fetch(USER_AGENT, url)

    def wait(self, url: str) -> None:
        """Sleeps until the host may be asked again."""
        host = urlsplit(url).netloc
        rules = self._rules.get(host)
        asked_for = rules.crawl_delay(USER_AGENT) if rules else None
        pause = max(self._limits.pause, min(float(asked_for or 0), _LONGEST_PAUSE))
        last = self._asked.get(host)
        if last is not None:
            time.sleep(max(0.0, last + pause - time.monotonic()))
        self._asked[host] = time.monotonic()

    def _rules_of(self, url: str) -> RobotFileParser | None:
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if parts.netloc not in self._rules:
            self._rules[parts.netloc] = self._fetched(urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", "")))
        return self._rules[parts.netloc]

    def _fetched(self, url: str) -> RobotFileParser | None:
        try:
            body = fetch(url, limits=self._limits).body
        except FetchError:
            return None
        rules = RobotFileParser()
        rules.parse(body.decode("utf-8", "replace").splitlines())
        return rules

"""The pages that a feed or a sitemap on the web lists: each is fetched, politely, and read as its publisher shows it."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from verbale.documents.feed import Entry, feed_entries, read_entry
from verbale.documents.fetch import USER_AGENT, Fetched, Validators, fetch
from verbale.documents.formats import Format, format_of
from verbale.documents.jsonl import json_feed_entries
from verbale.documents.outcomes import Context, Limits, Outcome, Skipped, retrieved_at
from verbale.documents.readers import HEAD, Piece, read_bytes
from verbale.documents.sitemap import MOST_ADDRESSES, sitemap_of
from verbale.errors import FetchError, PutOffError, SkipReason

_LONGEST_PAUSE = 30.0  # seconds that are waited for a site that asks for it
_MOST_SITEMAPS = 500

Listed = Entry | Skipped
"""What a list leads to: a page, or why a part of the list can't be read."""


def kind_of(page: Fetched) -> Format | None:
    """The format of what an address gave."""
    return format_of(page.url.partition("?")[0], page.body[:HEAD], page.media_type)


def listing(page: Fetched, manners: Manners) -> list[Listed] | None:
    """What a feed or sitemap lists, those of a sitemap's own sitemaps among them; None where the page is no list."""
    kind = kind_of(page)
    if kind is Format.GZIP and page.url.partition("?")[0].endswith(".xml.gz"):
        page = Fetched(page.url.removesuffix(".gz"), manners.unzipped(page.body), "application/xml")
        kind = kind_of(page)
    if kind is Format.SITEMAP:
        return list(_sitemaps(page, manners))
    entries = feed_entries(page.body) if kind is Format.FEED else json_feed_entries(page.body) if kind is Format.JSON else None
    return [*entries] if isinstance(entries, list) else None


def _sitemaps(first: Fetched, manners: Manners) -> Iterator[Listed]:
    """The pages of a sitemap and of those that it leads to, each asked for once."""
    waiting: list[str] = []
    asked = {first.url}
    page: Fetched | None = first
    left = MOST_ADDRESSES
    while page is not None:
        found = sitemap_of(manners.unzipped(page.body))
        if isinstance(found, str):
            yield Skipped(page.url, SkipReason.UNSUPPORTED, found)
        else:
            yield from found.entries[:left]
            left -= min(left, len(found.entries))
            waiting += [address for address in found.sitemaps if address not in asked]
        page = None
        while waiting and page is None and left and len(asked) <= _MOST_SITEMAPS:
            address = waiting.pop(0)
            asked.add(address)
            try:
                page = manners.fetch(address)
            except FetchError as error:
                yield Skipped(address, SkipReason.FETCH_FAILED, str(error))


def read_linked(entries: Sequence[Listed], feed: str, context: Context, manners: Manners) -> Iterator[Outcome]:
    """One outcome an entry, its path the address that the feed gives; an entry without an address is read from the feed itself.

    Sites are asked for their robots.txt (RFC 9309), and between two requests to one host there is a pause.
    """
    if not entries:
        yield Skipped(feed, SkipReason.EMPTY, "the feed has no entries")
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, Skipped):
            yield entry
            continue
        if entry.url is None:
            yield read_entry(entry, f"{feed}:{number}", context)
            continue
        try:
            page = manners.fetch(entry.url)
        except FetchError as error:
            yield Skipped(entry.url, SkipReason.FETCH_FAILED, str(error))
            continue
        piece = Piece(page.body, entry.url, kind_of(page), page.url, page.media_type, listed=entry.published)
        yield from retrieved_at(page.at, read_bytes(piece, context))


class Manners:
    """What each host allows, and when it was last asked."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rules: dict[str, RobotFileParser | None] = {}
        self._asked: dict[str, float] = {}
        self._resting: dict[str, datetime] = {}
        self._waited: set[str] = set()

    def fetch(self, url: str, *, since: Validators | None = None) -> Fetched:
        """A page, after the pause that its host asks for; FetchError where there is none or the host asks programs to stay away.

        A host that puts off is left alone until the moment that it names; where that is near, it is waited for, once for each host.
        """
        try:
            self._wait_for_rest(url)
            try:
                return self._asked_for(url, since)
            except PutOffError as error:
                if error.host != urlsplit(url).netloc:
                    raise
                self._wait_for_rest(url)
                return self._asked_for(url, since)
        except ValueError as error:
            raise FetchError(f"{url}: it is no address ({error})") from error

    def resting(self, url: str) -> datetime | None:
        """Until when the host of an address asks not to be asked (UTC); None where it does not."""
        until = self._resting.get(urlsplit(url).netloc)
        return until if until is not None and until > datetime.now(UTC) else None

    def rest(self, url: str, until: datetime) -> None:
        """Leave the host of an address alone until a moment (UTC)."""
        host = urlsplit(url).netloc
        self._resting[host] = max(until, self._resting.get(host, until))

    def _wait_for_rest(self, url: str) -> None:
        """Sleep until a host may be asked that put off; FetchError where that is far, or it was waited for before."""
        until, host = self.resting(url), urlsplit(url).netloc
        if until is None:
            return
        left = (until - datetime.now(UTC)).total_seconds()
        if left > _LONGEST_PAUSE or host in self._waited:
            raise FetchError(f"{host} asks to wait until {until:%Y-%m-%d %H:%M:%S} UTC; it is not asked before")
        self._waited.add(host)
        time.sleep(max(0.0, left))

    def _asked_for(self, url: str, since: Validators | None) -> Fetched:
        try:
            if not self.may_fetch(url):
                raise FetchError("the site's robots.txt asks programs not to fetch it")
            self.wait(url)
            return fetch(url, limits=self._limits, since=since)
        except PutOffError as error:
            self._resting[error.host] = error.until
            raise

    def unzipped(self, body: bytes) -> bytes:
        """A body without the gzip around it, as far as the limits allow one document to go."""
        if not body.startswith(b"\x1f\x8b"):
            return body
        try:
            return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, self._limits.document_bytes)
        except zlib.error:
            return b""

    def may_fetch(self, url: str) -> bool:
        """Whether the host's robots.txt allows the address; a host without one allows all. PutOffError where it is not to be had now."""
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
        except PutOffError:
            raise
        except FetchError:
            return None
        rules = RobotFileParser()
        rules.parse(body.decode("utf-8", "replace").splitlines())
        return rules

"""Fetching that can be trusted: only http(s), only public addresses, never more bytes, time or hops than allowed."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from verbale.documents.outcomes import Limits
from verbale.errors import FetchError, PutOffError

if TYPE_CHECKING:
    import httpx

USER_AGENT = "verbale/0.1 (reads news about a negotiation for one person)"
_HEADERS = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Accept": "text/html, */*;q=0.5"}
_CONNECT_SECONDS = 10.0
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536
_LONGEST_REST = timedelta(days=1)  # whatever a server asks for
_UNSAID_REST = timedelta(minutes=1)  # of one that says "too many requests", and not how long to wait


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask it later whether anything has changed: ETag and Last-Modified (RFC 9110)."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers of a request that wants an answer only where something has changed."""
        return {name: value for name, value in (("If-None-Match", self.etag), ("If-Modified-Since", self.modified)) if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the address after redirects, the decoded body, the media type as stated, the moment (UTC) of the answer.

    `unchanged`: the server says that nothing has changed since the validators of the request; then the body is empty.
    """

    url: str
    body: bytes
    media_type: str
    at: datetime | None = None
    validators: Validators = Validators()
    unchanged: bool = False


def fetch(url: str, *, limits: Limits, since: Validators | None = None) -> Fetched:
    """The body at an address; with `since`, only where it has changed.

    Raises FetchError for another scheme than http or https, a name that resolves to an address that is not public (at any hop, unless the
    limits allow it), a status that is not 200, and for more bytes after decompression, more seconds or more redirects than the limits name.
    The name is resolved once a hop and the connection goes to the very address that was checked, so a DNS change between the two has no
    effect.
    """
    import httpx

    from verbale.documents.guarded import GuardedTransport

    deadline = time.monotonic() + limits.seconds
    transport = GuardedTransport(allow_private=limits.allow_private, deadline=deadline)
    try:
        timeout = min(_CONNECT_SECONDS, limits.seconds)
        with httpx.Client(transport=transport, follow_redirects=False, trust_env=False, timeout=timeout) as client:
            return _follow(client, url, limits, deadline, since.headers() if since else {})
    except httpx.TimeoutException as error:
        raise FetchError(f"{url}: no complete answer within {limits.seconds:g} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchError(f"{url}: {str(error) or type(error).__name__}") from error


def _follow(client: httpx.Client, url: str, limits: Limits, deadline: float, asked: dict[str, str]) -> Fetched:
    here = url
    for _hop in range(limits.redirects + 1):
        _check_scheme(here, url)
        with client.stream("GET", here, headers=_HEADERS | asked) as response:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                here = urljoin(here, response.headers["location"])
                continue
            validators = Validators(response.headers.get("etag"), response.headers.get("last-modified"))
            if response.status_code == 304 and asked:
                return Fetched(here, b"", "", validators=validators, unchanged=True)
            if response.status_code != 200:
                raise _refused(here, response)
            body = b"".join(_decoded(response, limits, deadline))
            return Fetched(here, body, response.headers.get("content-type", ""), datetime.now(UTC), validators)
    raise FetchError(f"{url}: more than {limits.redirects} redirects")


def _refused(here: str, response: httpx.Response) -> FetchError:
    """The error of an answer without a page: a PutOffError where it only puts off (RFC 9110, 10.2.3; RFC 6585, 4)."""
    said = f"{here}: the server answered {response.status_code} {response.reason_phrase}"
    if response.status_code not in (429, 503):
        return FetchError(said)
    now = datetime.now(UTC).replace(microsecond=0)
    until = moment_of(response.headers.get("retry-after", "").strip(), now) or (now + _UNSAID_REST if response.status_code == 429 else None)
    if until is None:
        return FetchError(f"{said}; try again later")
    until = min(until, now + _LONGEST_REST)
    return PutOffError(f"{said}; it asks to wait until {until:%Y-%m-%d %H:%M:%S} UTC", host=urlsplit(here).netloc, until=until)


def moment_of(words: str, now: datetime) -> datetime | None:
    """What Retry-After names: seconds from now, or a date; None where it is neither."""
    if words.isdecimal():
        return now + min(timedelta(seconds=int(words[:9])), _LONGEST_REST)
    try:
        found = parsedate_to_datetime(words)
    except (ValueError, OverflowError):
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _check_scheme(here: str, url: str) -> None:
    parts = urlsplit(here)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise FetchError(f"{here}: only http and https addresses are fetched" + (f" ({url} redirects there)" if here != url else ""))
    if parts.username or parts.password:
        raise FetchError(f"{re.sub('//[^@/]*@', '//…@', here)}: an address with a user name in it is not fetched")


def _decoded(response: httpx.Response, limits: Limits, deadline: float) -> Iterator[bytes]:
    """The body's bytes, decompressed piece by piece, so that no bomb gets further than the limit."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"{response.url}: the server sent the encoding {encoding}, which was not asked for")
    inflate = None if encoding in ("identity", "") else zlib.decompressobj(zlib.MAX_WBITS | 32)
    total = 0
    for chunk in response.iter_raw(_CHUNK):
        if time.monotonic() > deadline:
            raise FetchError(f"{response.url}: no complete answer within {limits.seconds:g} seconds")
        for piece in _inflated(inflate, chunk, str(response.url)) if inflate else (chunk,):
            total += len(piece)
            if total > limits.document_bytes:
                raise FetchError(f"{response.url}: larger than {limits.document_bytes:,} bytes")
            yield piece


def _inflated(inflate: zlib._Decompress, chunk: bytes, url: str) -> Iterator[bytes]:
    try:
        while chunk and not inflate.eof:
            yield inflate.decompress(chunk, _CHUNK)
            chunk = inflate.unconsumed_tail
    except zlib.error as error:
        raise FetchError(f"{url}: the compressed answer is damaged ({error})") from error

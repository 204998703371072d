"""Fetching against a real server on this machine: what it follows, refuses and bounds."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from verbale.documents import Limits, Retrieved, Skipped, read
from verbale.documents.addresses import is_public
from verbale.documents.fetch import fetch, moment_of
from verbale.errors import FetchError, SkipReason
from verbale.values import Known

PARAGRAPHS = "".join(
    f"<p>The envoy said on day {day} that the talks on the canal in Lyd would go on until both sides agree.</p>" for day in range(8)
)
PAGE = f"<html lang='en'><head><title>Envoys meet</title></head><body><article><h1>Envoys meet</h1>{PARAGRAPHS}</article></body></html>"

BOMB = gzip.compress(bytes(20_000_000))


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, "do_" + self.path.strip("/").partition("?")[0].replace("-", "_").replace(".", "_"), self.do_missing)()

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def do_page(self) -> None:
        self.answer(PAGE.encode())

    def do_cyrillic(self) -> None:
        self.answer(PAGE.replace("The envoy said", "Посол заявил").encode("cp1251"), "text/html; charset=windows-1251")

    def do_zipped(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def do_bomb(self) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def do_damaged(self) -> None:
        self.answer(b"\x1f\x8b" + b"garbage" * 10, Content_Encoding="gzip")

    def do_strange(self) -> None:
        self.answer(b"whatever", Content_Encoding="br")

    def do_moved(self) -> None:
        self.redirect("/page")

    def do_loop(self) -> None:
        self.redirect("/loop")

    def do_file(self) -> None:
        self.redirect("file:///etc/hostname")

    def do_inside(self) -> None:
        self.redirect("http://169.254.1.1/latest")

    def do_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _second in range(40):
            try:
                self.wfile.write(b"x")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    def do_slow_head(self) -> None:
        for _piece in range(40):
            try:
                self.wfile.write(b"H")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    def do_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _piece in range(10_000):
            try:
                self.wfile.write(b"x" * 65_536)
            except OSError:
                return

    def do_picture(self) -> None:
        self.answer(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png")

    def do_feed(self) -> None:
        root = f"http://127.0.0.1:{self.headers['Host'].rpartition(':')[2]}"
        date = "<pubDate>Mon, 07 Apr 2031 10:00:00 GMT</pubDate>"
        items = "".join(f"<item><title>x</title><link>{root}/{path}</link>{date}</item>" for path in ("page", "missing", "private"))
        feed = f"<rss version='2.0'><channel><title>Harbour Post</title>{items}</channel></rss>"
        self.answer(feed.encode(), "application/rss+xml")

    def do_sitemap_index(self) -> None:
        root = f"http://127.0.0.1:{self.headers['Host'].rpartition(':')[2]}"
        parts = "".join(f"<sitemap><loc>{root}/{path}</loc></sitemap>" for path in ("sitemap.xml.gz", "missing.xml", "sitemap_index"))
        self.answer(f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{parts}</sitemapindex>".encode(), "text/xml")

    def do_sitemap_xml_gz(self) -> None:
        root = f"http://127.0.0.1:{self.headers['Host'].rpartition(':')[2]}"
        news = "<n:news><n:publication_date>2031-04-07</n:publication_date><n:title>Envoys meet</n:title></n:news>"
        pages = "".join(f"<url><loc>{root}/{path}</loc>{news}</url>" for path in ("page?news", "missing", "private"))
        spaces = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
        self.answer(gzip.compress(f"<?xml version='1.0'?><urlset {spaces}>{pages}</urlset>".encode()), "application/gzip")

    def do_busy(self) -> None:
        self.send_response(429)
        self.send_header("Retry-After", "120")
        self.end_headers()

    def do_tagged(self) -> None:
        if self.headers["If-None-Match"] == '"one"':
            self.send_response(304)
            self.end_headers()
        else:
            self.answer(PAGE.encode(), ETag='"one"')

    def do_robots_txt(self) -> None:
        self.answer(b"User-agent: *\nDisallow: /private\n", "text/plain")

    def do_missing(self) -> None:
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


LIMITS = Limits(allow_private=True, seconds=20.0, document_bytes=1_000_000)


QUICK = replace(LIMITS, pause=0.0)


def failure(url: str, limits: Limits = LIMITS) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(url, limits=limits)
    return str(caught.value)


@pytest.mark.parametrize("path", ["page", "zipped", "moved"])
def test_a_page_becomes_a_document(site: str, path: str) -> None:
    (found,) = read([f"{site}/{path}"], limits=LIMITS)
    assert isinstance(found, Retrieved), found
    assert found.document.path == f"{site}/{path}"
    assert found.document.title == "Envoys meet"
    assert found.document.text.startswith("The envoy said on day 0")
    assert found.document.url == (f"{site}/page" if path == "moved" else f"{site}/{path}")


def test_the_charset_of_the_header_counts(site: str) -> None:
    (found,) = read([f"{site}/cyrillic"], limits=LIMITS)
    assert isinstance(found, Retrieved)
    assert found.document.text.startswith("Посол заявил")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("missing", "404"),
        ("loop", "redirects"),
        ("file", "only http"),
        ("bomb", "larger than"),
        ("endless", "larger than"),
        ("damaged", "damaged"),
        ("strange", "encoding br"),
        ("busy", "asks to wait until"),
    ],
)
def test_what_can_t_be_trusted_is_refused_with_a_reason(site: str, path: str, words: str) -> None:
    assert words in failure(f"{site}/{path}")


@pytest.mark.parametrize("path", ["drip", "slow-head"])
def test_a_server_that_drips_bytes_does_not_hold_us(site: str, path: str) -> None:
    """Each byte comes in time, all of them do not."""
    assert "seconds" in failure(f"{site}/{path}", replace(LIMITS, seconds=0.8))


def test_addresses_that_are_not_public_are_refused_also_after_a_redirect(site: str) -> None:
    assert "no public address" in failure(f"{site}/page", Limits())
    assert "no public address" in failure("http://localhost:1/", Limits())
    assert "no public address" in failure("http://[::ffff:127.0.0.1]/", Limits())
    assert "no public address" in failure("http://2130706433/", Limits())


def test_every_hop_is_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes for a public one; the address that it redirects to does not."""
    monkeypatch.setattr("verbale.documents.addresses.is_public", lambda address: address == "127.0.0.1")
    assert "169.254.1.1" in failure(f"{site}/inside", Limits())


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "http://", "http://user:secret@a.example/", "https://[", "http://a b/", "http://name.invalid/"]
)
def test_addresses_that_are_none_are_refused(url: str) -> None:
    (outcome,) = read([url], limits=LIMITS)
    assert isinstance(outcome, Skipped)
    assert outcome.reason is SkipReason.FETCH_FAILED
    assert "secret" not in outcome.detail


def test_a_feed_on_the_web_gives_the_pages_that_it_lists(site: str) -> None:
    page, missing, private = read([f"{site}/feed"], limits=QUICK)
    assert isinstance(page, Retrieved)
    assert page.document.path == f"{site}/page"
    assert page.document.text.startswith("The envoy said on day 0")
    assert (page.document.published.on, page.document.published.known) == (date(2031, 4, 7), Known.FEED)
    assert isinstance(missing, Skipped)
    assert "404" in missing.detail
    assert isinstance(private, Skipped)
    assert "robots.txt" in private.detail


def test_one_host_is_not_asked_twice_in_a_hurry(site: str) -> None:
    started = time.monotonic()
    assert len(list(read([f"{site}/feed"], limits=replace(LIMITS, pause=0.3)))) == 3
    assert time.monotonic() - started > 0.3


def test_a_picture_is_skipped_as_binary(site: str) -> None:
    (outcome,) = read([f"{site}/picture"], limits=LIMITS)
    assert isinstance(outcome, Skipped)
    assert outcome.reason is SkipReason.BINARY


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::a00:1", False),
        ("nonsense", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_sitemap_gives_the_pages_that_it_and_its_own_sitemaps_list(site: str) -> None:
    found = list(read([f"{site}/sitemap_index"], limits=QUICK))
    pages = [outcome.document for outcome in found if isinstance(outcome, Retrieved)]
    assert [document.path for document in pages] == [f"{site}/page?news"]
    assert (pages[0].published.on, pages[0].published.known) == (date(2031, 4, 7), Known.FEED)
    skipped = {outcome.path.removeprefix(site): outcome.reason for outcome in found if isinstance(outcome, Skipped)}
    assert skipped == {"/missing": SkipReason.FETCH_FAILED, "/private": SkipReason.FETCH_FAILED, "/missing.xml": SkipReason.FETCH_FAILED}


def test_an_address_is_asked_whether_it_has_changed(site: str) -> None:
    first = fetch(f"{site}/tagged", limits=QUICK)
    assert not first.unchanged
    again = fetch(f"{site}/tagged", limits=QUICK, since=first.validators)
    assert (again.unchanged, again.body) == (True, b"")


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("0", 0),
        ("120", 120),
        ("9" * 30, 86_400),
        ("Mon, 07 Apr 2031 10:02:00 GMT", 120),
        ("Mon, 07 Apr 2031 10:02:00", 120),
        ("soon", None),
    ],
)
def test_a_server_says_until_when_to_wait_in_seconds_or_as_a_date(words: str, rest: int | None) -> None:
    now = datetime(2031, 4, 7, 10, 0, tzinfo=UTC)
    assert moment_of(words, now) == (None if rest is None else now + timedelta(seconds=rest))

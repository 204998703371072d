"""Watching feeds against a real server, and reading again what failed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from verbale.api import Talks
from verbale.api.intake import failed_before, forget, watch
from verbale.documents import Limits
from verbale.documents.watch import Heard
from verbale.errors import UsageError
from verbale.settings import Settings

LIMITS = Limits(allow_private=True, pause=0.0)
SENTENCES = "".join(
    f"<p>Envoy Otto Brandt said on day {day} that the talks on the canal in Lyd would go on until both sides agree.</p>" for day in range(6)
)


class Site(ThreadingHTTPServer):
    """A feed and its pages; `listed` and `texts` may change while it serves."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.listed: list[str] = ["1", "2", "private"]
        self.texts: dict[str, str] = {"1": SENTENCES}
        self.asked: list[tuple[str, int]] = []
        self.busy: dict[str, str] = {}

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def feed(self) -> str:
        items = "".join(
            f"<item><title>Page {name}</title><link>{self.root}/{name}</link>"
            f"<description>{self.texts.get(name, '')[:40]}</description></item>"
            for name in self.listed
        )
        return f"<rss version='2.0'><channel><title>Harbour Post</title>{items}</channel></rss>".replace("<p>", "")


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        name = self.path.strip("/")
        if name in self.server.busy:
            self.answer(429, b"", "")
            return
        tag = f'"{hash(self.server.feed())}"'
        if name == "feed" and self.headers["If-None-Match"] == tag:
            self.answer(304, b"", tag)
        elif name == "feed":
            self.answer(200, self.server.feed().encode(), tag, "application/rss+xml")
        elif name == "robots.txt":
            self.answer(200, b"User-agent: *\nDisallow: /private\n", tag, "text/plain")
        elif name in self.server.texts:
            page = f"<html lang='en'><title>Page {name}</title><body><article>{self.server.texts[name]}</article></body></html>"
            self.answer(200, page.encode(), tag)
        else:
            self.answer(404, b"", tag)

    def answer(self, status: int, body: bytes, tag: str, kind: str = "text/html") -> None:
        self.server.asked.append((self.path, status))
        self.send_response(status)
        self.send_header("ETag", tag)
        self.send_header("Retry-After", self.server.busy.get(self.path.strip("/"), "0"))
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Talks]:
    with Talks.new(tmp_path / "talks", settings=Settings(attributor="rules")) as talks:
        yield talks


def test_a_watched_feed_gives_what_is_new_and_asks_for_nothing_twice(talks: Talks, site: Site) -> None:
    feed = f"{site.root}/feed"
    first = watch(talks, [feed], limits=LIMITS)
    assert [document.path for document in first.new] == [f"{site.root}/1"]
    assert {row.path: row.reason for row in first.report.skipped} == {f"{site.root}/{name}": "fetch-failed" for name in ("2", "private")}
    assert ("/private", 200) not in site.asked
    site.texts["2"] = SENTENCES.replace("Lyd", "Saar")
    site.asked.clear()
    second = watch(talks, limits=LIMITS)
    assert [document.path for document in second.new] == [f"{site.root}/2"]
    assert ("/1", 200) not in site.asked
    site.listed.remove("private")
    watch(talks, limits=LIMITS)
    site.asked.clear()
    last = watch(talks, limits=LIMITS)
    assert (last.new, last.report.inputs, last.feeds) == ((), 0, (feed,))
    assert site.asked == [("/robots.txt", 200), ("/feed", 304)]


def test_an_entry_that_changed_is_fetched_again(talks: Talks, site: Site) -> None:
    site.listed = ["1"]
    watch(talks, [f"{site.root}/feed"], limits=LIMITS)
    site.texts["1"] = SENTENCES.replace("Envoy Otto", "The envoy, Otto")
    changed = watch(talks, limits=LIMITS)
    assert [document.path for document in changed.new] == [f"{site.root}/1"]
    assert (changed.report.new, changed.report.updated) == (0, 1)
    ((url, (first, second)),) = talks.versions()
    assert (url, first.latest, second.latest, second.document) == (f"{site.root}/1", False, True, changed.new[0].id)
    assert [("The envoy, Otto" in paragraph.text, paragraph.added) for paragraph in second.changed] == [
        *[(False, False)] * 6,
        *[(True, True)] * 6,
    ]
    assert [row.title for row in talks.articles().articles] == ["Page 1"]
    assert {row.path: row.result for row in watch(talks, limits=LIMITS).report.skipped} == {}


def test_a_host_that_asks_for_a_rest_has_it_in_this_round_and_the_next(talks: Talks, site: Site) -> None:
    site.listed, site.texts["2"] = ["1", "2"], SENTENCES.replace("Lyd", "Saar")
    site.busy = {"1": "3600"}
    first = watch(talks, [f"{site.root}/feed"], limits=LIMITS)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/feed", "/1"]
    assert [row.path.rpartition("/")[2] for row in first.report.skipped] == ["1", "2"]
    assert all("asks to wait until" in (row.detail or "") for row in first.report.skipped)
    site.busy.clear()
    site.asked.clear()
    second = watch(talks, limits=LIMITS)
    assert (site.asked, [row.detail for row in second.report.skipped]) == ([], [first.report.skipped[1].detail])
    heard = Heard.loaded(talks.feeds.watched()[f"{site.root}/feed"])
    with talks.writing():
        talks.feeds.keep({f"{site.root}/feed": replace(heard, until=datetime.now(UTC)).dumped()})
    assert len(watch(talks, limits=LIMITS).new) == 2


def test_a_short_rest_is_waited_for_once(talks: Talks, site: Site) -> None:
    site.listed, site.busy = ["1"], {"1": "1"}
    first = watch(talks, [f"{site.root}/feed"], limits=LIMITS)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/feed", "/1", "/1"]
    assert "429" in (first.report.skipped[0].detail or "")


def test_what_is_watched_can_be_forgotten_and_must_be_a_feed(talks: Talks, site: Site) -> None:
    with pytest.raises(UsageError, match="No feed"):
        watch(talks)
    with pytest.raises(UsageError, match="no address"):
        watch(talks, ["feed.xml"])
    found = watch(talks, [f"{site.root}/1"], limits=LIMITS)
    assert "neither a feed nor a sitemap" in (found.report.skipped[0].detail or "")
    forget(talks, f"{site.root}/1")
    with pytest.raises(UsageError, match="not watched"):
        forget(talks, f"{site.root}/1")


def test_what_failed_can_be_read_again_alone(talks: Talks, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "good.txt").write_text("Envoy Otto Brandt said the talks would go on.", encoding="utf-8")
    (articles / "empty.txt").touch()
    (articles / "lines.jsonl").write_text('{"text": "Brandt said no."}\nno JSON\n', encoding="utf-8")
    (articles / "named.jsonl").write_text('{"id": "a", "text": " "}\n', encoding="utf-8")
    talks.add([articles])
    assert failed_before(talks) == [str(articles / name) for name in ("empty.txt", "lines.jsonl", "named.jsonl")]
    (articles / "empty.txt").write_text("Envoy Otto Brandt said the talks were over.", encoding="utf-8")
    (articles / "lines.jsonl").write_text('{"text": "Brandt said no."}\n{"text": "Brandt said yes."}\n', encoding="utf-8")
    (articles / "named.jsonl").write_text('{"id": "a", "text": "Brandt said nothing."}\n', encoding="utf-8")
    again = talks.add(failed_before(talks))
    assert (again.new, again.unchanged, again.skipped) == (3, 1, ())
    assert failed_before(talks) == []

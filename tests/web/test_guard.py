"""A hostile network or text gets nowhere."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import LOOPBACK_ADDRESS
from tests.web.talks import ODD_SPEAKER, ODD_TITLE
from verbale.api import Talks
from verbale.web.app import LOOPBACK, create_app
from verbale.web.guard import HEADERS

TOKEN = "a-token-for-the-tests"


class Seen(HTMLParser):
    """The attributes of a page as a browser sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += [(tag, name, value or "") for name, value in attrs or [("", "")]]


@pytest.fixture
def abroad(talks: Talks) -> Iterator[TestClient]:
    """The rooms as other than loopback gets them."""
    app = create_app(talks, hosts=LOOPBACK | {"10.0.0.7"}, token=TOKEN)
    with TestClient(app, base_url="http://10.0.0.7:8080") as client:
        yield client


def test_every_answer_carries_the_headers(rooms: TestClient) -> None:
    for path in ("/", "/table", "/table.json", "/static/style.css", "/static/rooms.js", "/nowhere", "/article/x", "/table?as_of=x"):
        answer = rooms.get(path, follow_redirects=False)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, (path, name)
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    assert "http" not in HEADERS["Content-Security-Policy"]


def test_nothing_runs_or_is_styled_from_within_a_page(rooms: TestClient) -> None:
    for path in ("/table", "/brief", "/articles", "/conflicts", "/search?q=reject"):
        seen = Seen()
        seen.feed(rooms.get(path).text)
        assert seen.tags and not [tag for tag, _, _ in seen.tags if tag in ("style", "iframe", "object", "base")], path
        for tag, name, value in seen.tags:
            assert name != "style" and not name.startswith("on"), (path, tag, name)
            assert name not in ("href", "src", "action") or value.startswith(("/", "#")), (path, tag, value)
            assert tag != "script" or name in ("src", "defer"), (path, name)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "", "[::1", "127.0.0.1, evil.example", "[evil]:80"]
)
def test_a_foreign_name_is_refused(talks: Talks, host: str) -> None:
    with TestClient(create_app(talks), base_url=LOOPBACK_ADDRESS) as client:
        answer = client.get("/table", headers={"host": host})
    assert answer.status_code == 421
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8080", "localhost:1", "LOCALHOST:80", "[::1]:8080", "[::1]"])
def test_loopback_is_answered_under_its_names(talks: Talks, host: str) -> None:
    with TestClient(create_app(talks), base_url=LOOPBACK_ADDRESS) as client:
        assert client.get("/articles", headers={"host": host}).status_code == 200


def test_without_the_token_nothing_is_shown(abroad: TestClient) -> None:
    for path in ("/table", "/table.json", "/static/rooms.js", "/table?token=", "/table?token=wrong", "/table?token=%ff"):
        assert abroad.get(path).status_code == 401, path
    assert abroad.get("/table", headers={"cookie": "verbale_token=wrong"}).status_code == 401


def test_the_token_opens_and_is_remembered_but_not_shown(abroad: TestClient) -> None:
    first = abroad.get(f"/table?as_of=2025-04-20&token={TOKEN}", follow_redirects=False)
    assert first.status_code == 303
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert TOKEN not in first.text
    assert first.headers["location"] == "/table?as_of=2025-04-20"
    assert abroad.get("/brief").status_code == 200


def test_hostile_text_stays_text(rooms: TestClient, talks: Talks) -> None:
    item = next(a for a in talks.articles().articles if "onerror" in (a.title or ""))
    view = talks.article(item.document)
    paths = [
        f"/article/{item.document}",
        "/articles",
        "/brief",
        "/table",
        "/timeline",
        "/conflicts",
        "/search?q=reject",
        "/search?q=<script>",
    ]
    paths += [f"/statement/{s.utterance}" for s in view.statements] + [
        f"/speaker/{s.speaker_id or s.speaker}" for s in view.statements if s.speaker
    ]
    for path in paths:
        page = rooms.get(path).text
        assert not re.search(r"<img|<b |<script>|</article></body>,", page), path
    article = rooms.get(f"/article/{item.document}").text
    assert "&lt;script&gt;" in article
    assert "&lt;img src=x onerror=alert(1)&gt;" in article
    assert "🕊" in article
    assert ODD_TITLE in item.title if item.title else False
    assert ODD_SPEAKER in article


def test_marks_that_turn_text_around_stay_in_their_place(rooms: TestClient, talks: Talks) -> None:
    item = next(a for a in talks.articles().articles if "onerror" in (a.title or ""))
    assert "\u202e" in rooms.get(f"/article/{item.document}").text
    style = rooms.get("/static/style.css").text
    assert re.search(r"q, blockquote[^}]*unicode-bidi: isolate", style)
    assert re.search(r"\.text \{[^}]*unicode-bidi: isolate", style)

"""Every room answers, says the same as its JSON twin, and leads to places that exist."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from verbale.api import Talks
from verbale.views.jsonable import to_json
from verbale.views.retold import route_text
from verbale.web import urls
from verbale.web.rooms import ROOMS

STANDING = tuple(room.path for room in ROOMS if room.label is not None)


def pages(talks: Talks) -> list[str]:
    """The address of every kind of page."""
    article = max(talks.articles().articles, key=lambda a: a.statements)
    view = talks.article(article.document)
    speaker = talks.speakers().speakers[0]
    return [*STANDING, f"/article/{article.document}", f"/statement/{view.statements[0].utterance}", f"/speaker/{speaker.key}"]


def test_every_page_is_shown_and_has_one_heading_and_a_title(rooms: TestClient, talks: Talks) -> None:
    for path in pages(talks):
        answer = rooms.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.text.count("<h1>") == 1, path
        assert len(re.findall("<title>[^<]+ · [^<]+</title>", answer.text)) == 1, path


def test_every_page_has_a_twin_of_its_view(rooms: TestClient, talks: Talks) -> None:
    article, statement, speaker = (path.rsplit("/", 1)[1] for path in pages(talks)[-3:])
    views = {
        "/table": talks.table(),
        "/brief": talks.brief(),
        "/timeline": talks.timeline(),
        "/changes": talks.changes(),
        "/proposals": talks.proposals(),
        "/rounds": talks.rounds(),
        "/conflicts": talks.conflicts(),
        "/speakers": talks.speakers(),
        "/articles": talks.articles(),
        "/search": talks.search(""),
        f"/article/{article}": talks.article(article),
        f"/statement/{statement}": talks.utterance(statement),
        f"/speaker/{speaker}": talks.speaker(speaker),
    }
    for path, view in views.items():
        assert rooms.get(f"{path}.json").json() == to_json(view), path
        assert rooms.get(path).status_code == 200, path


def test_a_statement_is_found_by_its_own_id_too(talks: Talks) -> None:
    view = talks.utterance(talks.article(talks.articles().articles[0].document).statements[0].utterance)
    assert talks.utterance(view.wordings[0].statement) == view


def test_a_twin_takes_what_its_page_was_asked(rooms: TestClient, talks: Talks) -> None:
    page = rooms.get("/table?as_of=2025-04-15&party=doruna")
    twin = re.search(r'href="(/table\.json[^"]*)"', page.text)
    assert twin is not None
    shown = rooms.get(unescape(twin.group(1))).json()
    assert shown["as_of"] == "2025-04-15"
    assert {cell["party"] for cell in shown["cells"]} <= {"doruna"}


def test_the_first_address_leads_to_the_table(rooms: TestClient) -> None:
    answer = rooms.get("/", follow_redirects=False)
    assert answer.is_redirect
    assert answer.headers["location"] == "/table"


def test_every_link_leads_somewhere(rooms: TestClient, talks: Talks) -> None:
    asked: dict[str, str] = {}
    for path in pages(talks):
        for link in re.findall(r'(?:href|src|action)="([^"]+)"', rooms.get(path).text):
            address = urlsplit(unescape(link))
            assert not address.netloc and not address.scheme, (path, link)
            page = address._replace(fragment="").geturl() or path
            if page in asked or len(asked) < 80:
                if page not in asked:
                    answer = rooms.get(page)
                    assert answer.status_code == 200, (path, link)
                    asked[page] = answer.text
                assert not address.fragment or f'id="{address.fragment}"' in asked[page], (path, link)


def test_a_citation_leads_to_the_very_characters(rooms: TestClient, talks: Talks) -> None:
    for citation in talks.brief().citations[:20]:
        page = rooms.get(urls.article(citation.document, citation.spans)).text
        marked = re.findall(r'<span class="[^"]*\bcited\b[^"]*" id="at-[^>]*>([^<]*)</span>', page)
        assert unescape("".join(marked)) == citation.quote.replace(" … ", "")


@pytest.mark.parametrize("at", ["5-2", "0-999999999", "3-3"])
def test_characters_that_are_not_there_are_refused(rooms: TestClient, talks: Talks, at: str) -> None:
    assert rooms.get(f"/article/{talks.articles().articles[0].document}?at={at}").status_code in (400, 404)


def test_an_article_is_the_text_to_the_character(rooms: TestClient, talks: Talks) -> None:
    for item in talks.articles().articles:
        page = rooms.get(f"/article/{item.document}").text
        shown = re.search(r'<article class="text"[^>]*>(.*?)</article>', page, re.DOTALL)
        assert shown is not None
        text = unescape(re.sub(r"<[^>]+>", "", shown.group(1)))
        assert text == "".join(segment.text for segment in talks.article(item.document).segments)


@pytest.mark.parametrize("path", STANDING)
def test_a_day_before_all_shows_an_empty_page_that_says_so(rooms: TestClient, path: str) -> None:
    answer = rooms.get(f"{path}?as_of=1999-01-01")
    assert answer.status_code == 200
    assert "None" not in re.sub(r"<[^>]+>", "", answer.text)


def test_head_is_answered_like_get_without_a_body(rooms: TestClient, talks: Talks) -> None:
    for path in pages(talks):
        answer = rooms.head(path)
        assert answer.status_code == 200, path
        assert answer.content == b"", path


def test_pages_are_compressed_where_the_reader_can(rooms: TestClient) -> None:
    assert rooms.get("/brief", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_each_code_names_the_words_that_made_it(rooms: TestClient, talks: Talks) -> None:
    document = max(talks.articles().articles, key=lambda a: a.statements).document
    view = talks.article(document)
    text = " ".join("".join(segment.text for segment in view.segments).split())
    coded = [statement for statement in view.statements if statement.issues]
    assert coded
    for statement in coded:
        assert {statement.move.value, *(issue.label for issue in statement.issues)} <= {reason.code for reason in statement.reasons}
        assert all(word in text for reason in statement.reasons for word in reason.words)
    assert any(reason.words for statement in coded for reason in statement.reasons)
    assert "Why these codes" in rooms.get(f"/article/{document}").text


def test_a_statement_tells_who_else_is_credited_and_how_it_spread(rooms: TestClient, talks: Talks) -> None:
    views = [talks.utterance(utterance.id) for utterance in talks.reader.utterances()]
    credited = next(view for view in views if view.credited_to)
    page = rooms.get(f"/statement/{credited.utterance}").text
    (other,) = credited.credited_to
    assert f'Credited to <a href="/statement/{other.utterance}">{other.speaker}</a>' in page
    assert credited.utterance in [back.utterance for back in talks.utterance(other.utterance).credited_to]
    spread = next(view for view in views if any(step.depth for step in view.spread.steps))
    page = rooms.get(f"/statement/{spread.utterance}").text
    assert "First witness:" in page
    step = next(step for step in spread.spread.steps if step.depth)
    assert page.index('id="spread"') < page.index(route_text(step))

"""HTML pages written by us: body, title, publisher, date, language; whatever their markup."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.documents import Retrieved, Skipped, read
from verbale.dossier.model import Publisher
from verbale.values import Document, Known

SENTENCES = (
    "The foreign minister said on Tuesday that the talks on the canal had made progress and would go on.",
    "His counterpart rejected the draft and asked for guarantees from the three neighbours of the canal.",
    "The mediator called the round useful and announced another one for the end of the month in Lyd.",
)
ARTICLE = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "Someone"},
        {
            "@type": ["NewsArticle"],
            "headline": "Envoys meet &amp; part",
            "datePublished": "2031-04-07T23:30:00+03:00",
            "author": [{"@type": "Person", "name": "Mara Lindqvist"}],
            "publisher": {"@type": "Organization", "name": "Harbour Post"},
        },
    ],
}


def page(head: str = "", body: str = "", lang: str = "en") -> str:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    top = f"<!DOCTYPE html><html lang='{lang}'><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
    return f"{top}<article>{body}{paragraphs}</article></body></html>"


def document(tmp_path: Path, markup: str | bytes) -> Document:
    path = tmp_path / "a.html"
    path.write_bytes(markup.encode() if isinstance(markup, str) else markup)
    (found,) = read([str(path)], publishers=[Publisher("harbour-post", "The Harbour Post", domains=("harbourpost.example",))])
    assert isinstance(found, Retrieved), found
    assert found.raw == path.read_bytes()
    return found.document


def test_the_body_is_the_paragraphs_and_the_headline_is_the_title(tmp_path: Path) -> None:
    found = document(tmp_path, page("<title>Envoys meet</title>", "<h1>Envoys meet</h1>"))
    assert found.text == "\n".join(SENTENCES)
    assert found.title == "Envoys meet"


def test_json_ld_names_title_publisher_and_moment(tmp_path: Path) -> None:
    found = document(tmp_path, page(f"<script type='application/ld+json'>{json.dumps(ARTICLE)}</script><title>Other</title>"))
    assert found.title == "Envoys meet & part"
    assert found.publisher == "harbour-post"
    assert found.published.on == date(2031, 4, 7)
    assert found.published.at == datetime(2031, 4, 7, 20, 30, tzinfo=UTC)
    assert found.published.known is Known.STATED


def test_open_graph_and_canonical_address(tmp_path: Path) -> None:
    head = (
        "<meta property='og:title' content='Envoys meet'><meta property='og:site_name' content='Lyd Daily'>"
        "<meta property='article:published_time' content='2031-04-08'><link rel='canonical' href='https://lyd.example/2031/04/07/envoys'>"
    )
    found = document(tmp_path, page(head, lang="en-GB"))
    assert (found.title, found.publisher, found.url) == ("Envoys meet", "Lyd Daily", "https://lyd.example/2031/04/07/envoys")
    assert found.published.on == date(2031, 4, 8)
    assert found.language == "en"


def test_the_address_dates_a_page_that_does_not(tmp_path: Path) -> None:
    found = document(tmp_path, page("<link rel='canonical' href='https://www.harbourpost.example/2031/apr/07/envoys'>"))
    assert (found.published.on, found.published.known) == (date(2031, 4, 7), Known.URL)
    assert found.publisher == "harbour-post"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r", "utf-16"])
def test_the_page_s_own_charset_is_used(tmp_path: Path, charset: str) -> None:
    text = "Министр иностранных дел заявил во вторник, что переговоры о канале продвинулись и будут продолжены."
    markup = page(f"<meta charset='{charset}'>", f"<p>{text}</p>", lang="ru")
    found = document(tmp_path, markup.encode(charset))
    assert text in found.text
    assert found.language == "ru"


def test_broken_markup_still_gives_its_text(tmp_path: Path) -> None:
    found = document(tmp_path, page().replace("</p>", "").replace("</article>", "<div><<<b>").removesuffix("</body></html>"))
    assert SENTENCES[0] in found.text


@pytest.mark.parametrize("json_ld", ["{", "[[[[[", "null", '{"@type": 5}', '{"@type":"NewsArticle","headline":[1],"author":{"name":{}}}'])
def test_broken_json_ld_is_passed_over(tmp_path: Path, json_ld: str) -> None:
    assert (
        document(tmp_path, page(f"<title>Envoys meet</title><script type='application/ld+json'>{json_ld}</script>")).title == "Envoys meet"
    )


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div",
        ">",
        "<article>",
        "</",
        "<!--",
        "-->",
        "<![CDATA[",
        "&#0;",
        "&#x110000;",
        "<script>",
        "<meta charset=x>",
        "text. ",
        "\x00",
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(markup=st.lists(TAGS | st.text(max_size=20), max_size=30).map("".join))
def test_no_markup_raises(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(body=markup), errors="replace")
    for outcome in read([str(path)]):
        assert isinstance(outcome, Retrieved | Skipped)

"""Malformed inputs of every kind: none crashes, hangs, raises or loses count. The long form is `python -m quality.fuzz`."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quality import fuzz

from verbale.documents import dates
from verbale.documents.decoding import Undecodable, decode
from verbale.documents.feed import feed_entries
from verbale.documents.formats import Format, format_of
from verbale.documents.furniture import find_furniture
from verbale.documents.page import article_of
from verbale.documents.segments import blocks, merged, sentences
from verbale.documents.sitemap import sitemap_of
from verbale.values import Span

MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            (
                *("<p>", "</p>", "<article>", "</article>", "<script type='application/ld+json'>", "</script>", "<!--", "-->", "<br/>"),
                *(
                    "<table><tr><td>",
                    "<svg>",
                    "<meta charset='utf-7'>",
                    "&amp;",
                    "&#55296;",
                    "{",
                    '"datePublished":',
                    "[[",
                    "<a href='http://[",
                ),
            )
        ),
        st.text(max_size=40),
    ),
    max_size=30,
).map("".join)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_malformed_inputs_go_wrong_nowhere(tmp_path: Path) -> None:
    found = fuzz.run(range(160), 7, tmp_path, None)
    assert found == {"good": 160}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.eml", b"Date: Mon, 07 Apr 99999999999999999999 10:00:00 +0300\n\nHe said no.\n"),
        ("a.jsonl", "Envoys meet\n\nRead more: other news\n".encode("utf-16")),
        (
            "a.warc",
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        ),
    ],
)
def test_what_broke_once_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    """Cut down from what the fuzzer found: a year and a length beyond what C can count; lines refused as one."""
    assert fuzz.judged(tmp_path / name, data) is None


@settings(max_examples=25)
@given(MARKUP)
def test_any_markup_is_a_page_or_none(markup: str) -> None:
    found = article_of(f"<html><body>{markup}</body></html>".encode("utf-8", "surrogatepass"))
    if not isinstance(found, Undecodable):
        assert found.text.strip()
        found.text.encode()


@settings(max_examples=100)
@given(MARKUP)
def test_any_feed_or_sitemap_has_entries_or_a_reason(markup: str) -> None:
    for head, found in (("<rss><channel><item>", feed_entries), ("<urlset><url><loc>", sitemap_of)):
        assert found(f"{head}{markup}".encode("utf-8", "surrogatepass")) is not None


@settings(max_examples=200)
@given(st.text(max_size=200), st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")))
def test_what_was_encoded_is_decoded(text: str, encoding: str) -> None:
    text = "The envoy said on Tuesday. " + "".join(character for character in text if character.isprintable())
    found = decode(text.encode(encoding))
    assert isinstance(found, str)
    assert found.removeprefix("\ufeff") == text


@settings(max_examples=200)
@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_are_a_text_or_not(data: bytes, charset: str | None) -> None:
    found = decode(data, charset=charset)
    if isinstance(found, str):
        found.encode()


@settings(max_examples=200)
@given(DAYS, st.sampled_from(("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%d.%m.%Y", "%a, %d %b %Y 10:00:00 GMT")))
def test_a_written_day_is_that_day(day: date, form: str) -> None:
    found = dates.stated(day.strftime(form))
    assert found is not None
    assert found.on == day


@settings(max_examples=300)
@given(st.text(st.sampled_from("0123456789/-.: ,TZ+aprilMay года"), max_size=40))
def test_any_words_are_a_day_or_none(words: str) -> None:
    for found in (dates.stated(words), dates.written(words), dates.in_url(f"https://post.example/{words}"), dates.in_text(words)):
        assert found is None or found.on is None or 1900 <= found.on.year <= 2100


@settings(max_examples=200)
@given(st.binary(max_size=300), st.text(max_size=20))
def test_every_input_has_a_format_or_none(head: bytes, name: str) -> None:
    assert format_of(name, head) in (None, *Format)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from('Aa. \n\r\u00a0\u2028"“”(/)AP Photo©:|'), max_size=300))
def test_spans_are_ordered_disjoint_and_in_the_text(text: str) -> None:
    for found in (list(blocks(text)), [unit for block in blocks(text) for unit in sentences(text, block)], list(find_furniture(text))):
        assert all(before.end <= after.start for before, after in pairwise(found))
        assert all(span.end <= len(text) and span.of(text).strip() for span in found)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 10)), max_size=12))
def test_merged_spans_cover_the_same_characters(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in pairs]
    found = merged(spans)
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert {place for span in found for place in range(span.start, span.end)} == covered
    assert all(before.end < after.start for before, after in pairwise(found))

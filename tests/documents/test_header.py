"""The header of a saved text: who published it and when, and which of its lines are no prose."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.documents.compose import Given, compose
from verbale.documents.header import Reading, header_of
from verbale.documents.outcomes import DEFAULT_LIMITS, Context
from verbale.documents.publishers import PublisherIndex
from verbale.dossier.model import Publisher
from verbale.values import Document, Known

BODY = """
The envoy of Lyd said on Tuesday that the talks on the canal would go on until both sides agree to a draft.

He told reporters that no draft was on the table.
"""
TALKS = (date(2031, 4, 1), date(2031, 5, 31))
POST = Publisher("post", "Harbour Post", aliases=("HP",))
CONTEXT = Context(PublisherIndex.of((POST,)), DEFAULT_LIMITS, TALKS)


def document(text: str) -> Document:
    return compose(text, Given(), path="a.txt", raw=b"", media_type="text/plain", context=CONTEXT).document


@pytest.mark.parametrize(
    ("head", "publisher", "day"),
    [
        ("Envoys meet\n\nHarbour Post / World / 16.04.2031 09:14\n", "post", date(2031, 4, 16)),
        ("Envoys meet\n\nLyd Gazette | Wednesday, April 16, 2031\n", "Lyd Gazette", date(2031, 4, 16)),
        ("HARBOUR POST — Wednesday, April 16\n\nEnvoys meet\n", "post", date(2031, 4, 16)),
        ("LYD NEWS AGENCY\nWednesday 16 April 2031, 21:40\n\nENVOYS MEET\n", "LYD NEWS AGENCY", date(2031, 4, 16)),
        ("Envoys meet\n\nMara Ilves\nHarbour Post, Wednesday, April 16, 2031, 6:12 p.m.\n", "post", date(2031, 4, 16)),
        (
            "Envoys meet\nPublication: Lyd Evening Chronicle\nDate: 16 April 2031\nSection: World\n",
            "Lyd Evening Chronicle",
            date(2031, 4, 16),
        ),
        ("Headline: Envoys meet\nByline: Mara Ilves\nDate: 2031-04-16\nSource: HP\n", "post", date(2031, 4, 16)),
        (
            "Envoys meet\nCopyright 2031 Lyd Mirror All Rights Reserved\nSection: NEWS; Pg. 3\nLength: 412 words\nByline: Mara Ilves\n",
            "Lyd Mirror",
            None,
        ),
        ("HD\nEnvoys meet\nBY Mara Ilves\nWC 412 words\nPD\n16 April 2031\nSN\nHarbour Post\nLA English\nLP\n", "post", date(2031, 4, 16)),
        ("Заголовок: Послы встретились\nИздание: Вестник Лида\nДата: 16 апреля 2031 г.\n", "Вестник Лида", date(2031, 4, 16)),
    ],
)
def test_publisher_day_and_headline_of_a_saved_text(head: str, publisher: str, day: date | None) -> None:
    found = document(head + BODY)
    assert (found.publisher, found.published.on) == (publisher, day)
    assert (found.title or "").casefold() in ("envoys meet", "послы встретились")
    prose = found.text.index("The envoy")
    assert all(span.end <= prose for span in found.furniture)
    assert found.furniture


@pytest.mark.parametrize(
    "head",
    [
        "Envoys meet\n\nWorld News | Politics\n",
        "Envoys meet\n\nSource: a member of the delegation who may not speak to the press said so.\n",
        "Envoys meet\n\nSection: World\n",
        "Envoys meet\n\nDate: to be announced\n",
        "Envoys meet\n\nThe Lyd Gazette of 16 April 2031 says otherwise.\n",
        "Envoys meet\n\nHD BY\n",
        "Envoys meet\n\n4/6/2031\n",
    ],
)
def test_nothing_is_guessed(head: str) -> None:
    found = document(head + BODY)
    assert (found.publisher, found.published.on) == (None, None)


def test_a_day_without_a_year_and_without_talks_is_no_day() -> None:
    found = header_of("HARBOUR POST — Monday, April 14\n" + BODY, Reading(PublisherIndex.of((POST,)).known))
    assert (found.publisher, found.published) == ("post", None)


def test_the_day_a_database_loaded_a_text_is_only_inferred() -> None:
    found = document("Envoys meet\nByline: Mara Ilves\nSection: NEWS\nLength: 90 words\nLoad-Date: April 17, 2031\n" + BODY)
    assert (found.published.on, found.published.known) == (date(2031, 4, 17), Known.INFERRED)


@pytest.mark.parametrize("head", ["Vellport (Reuters) - ", "PORT SAAR, April 16 (Reuters) - ", "Port Saar, Lyd (Reuters) — "])
def test_the_agency_of_a_dateline(head: str) -> None:
    assert document("Envoys meet\n\n" + head + BODY.lstrip()).publisher == "Reuters"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: The envoy leaves the palace on Tuesday. (Harbour Post/M. Ilves)",
        "Our Standards: The Trust Principles.",
        "(LNA) mi/sk 162140 APR 31",
        "Reproduction reserved",
        "Load-Date: April 17, 2031",
        "Document HRBP000020310416eb4g0001x",
    ],
)
def test_lines_that_belong_to_the_page(line: str) -> None:
    text = f"Envoys meet\n{BODY}\n{line}\n"
    assert any(span.of(text) == line for span in document(text).furniture)


def test_the_points_above_a_text_are_no_second_report() -> None:
    text = f"Envoys meet\nSummary\nEnvoy says talks will go on\nNo draft on the table\n{BODY}"
    marked = "".join(span.of(text) for span in document(text).furniture)
    assert "No draft" in marked
    assert "The envoy of Lyd" not in marked


@settings(max_examples=150)
@given(st.text(st.sampled_from("Aa1 :/|,.-—()\n\r\u2028«©PDSNHDBYапреля"), max_size=200))
def test_headers_lie_in_their_text(text: str) -> None:
    for span in header_of(text, Reading(lambda name: None, within=TALKS)).lines:
        assert span.of(text).strip() == span.of(text) != ""

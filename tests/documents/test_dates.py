"""Dates of publication: fields, addresses, date lines and datelines in three languages; and what is no date."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.documents import dates
from verbale.values import Known

APRIL_7 = date(2031, 4, 7)
SPRING = (date(2031, 3, 1), date(2031, 6, 30))


@pytest.mark.parametrize(
    "value",
    [
        "2031-04-07",
        "2031-04-07T23:59:00",
        "2031-04-07T23:59:00-10:00",
        "Mon, 07 Apr 2031 12:36:25 GMT",
        "April 7, 2031",
        "7 апреля 2031",
        "7.4.2031",
    ],
)
def test_a_field_gives_the_day_where_it_was_published(value: str) -> None:
    found = dates.stated(value)
    assert found is not None
    assert (found.on, found.known) == (APRIL_7, Known.STATED)


def test_a_field_with_a_zone_gives_the_moment_in_utc() -> None:
    found = dates.stated("2031-04-07T23:30:00-03:00")
    assert found is not None
    assert found.at == datetime(2031, 4, 8, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "value", [None, "", "soon", "2031-13-45", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "April 7", "1" * 500]
)
def test_what_is_no_date(value: str | None) -> None:
    assert dates.stated(value) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2031/04/07/envoys", APRIL_7),
        ("https://a.example/world/2031/apr/07/envoys", APRIL_7),
        ("https://a.example/envoys-2031-04-07", APRIL_7),
        ("https://a.example/20310407-envoys", APRIL_7),
        ("https://a.example/stories/203104070437.html", None),
        ("https://a.example/2031/13/45/envoys", None),
        ("https://a.example/2031/04/envoys", None),
        ("https://a.example/articles/44274514", None),
    ],
)
def test_addresses(url: str, day: date | None) -> None:
    found = dates.in_url(url)
    assert (found.on if found else None) == day


@pytest.mark.parametrize(
    "line",
    [
        "April 7, 2031",
        "Published: 7 April 2031, 10:20 GMT",
        "Monday, April 7th, 2031 - 7:15 p.m. ET",
        "7.4.2031 19:35 • Updated 8.4.2031 9:44",
        "7 квітня 2031, 10:20",
        "2031-04-07",
        "LYD, April 7, 2031 (AFP) — The envoy said the talks would go on.",
    ],
)
def test_date_lines_and_datelines(line: str) -> None:
    found = dates.in_text(f"Envoys meet again\n\n{line}\n\nThe envoy said on April 9, 2029, that nothing had changed.")
    assert found is not None
    assert (found.on, found.known) == (APRIL_7, Known.TEXT)


@pytest.mark.parametrize(
    "line", ["The talks of April 7, 2031, failed.", "The treaty may 7 times be renewed.", "In May 2031 they met.", "3/4/2031", "44"]
)
def test_prose_dates_nothing(line: str) -> None:
    assert dates.in_text(f"Envoys meet again\n\n{line}", within=SPRING) is None


def test_a_year_comes_from_the_address_or_from_the_negotiation_if_only_one_fits() -> None:
    text = "Envoys meet again\n\n7.4. 19:35 • Updated April 7. 19:44\n\nThe envoy said so."
    assert dates.in_text(text) is None
    by_url = dates.in_text(text, url="https://a.example/2031/envoys")
    assert by_url is not None
    assert (by_url.on, by_url.known) == (APRIL_7, Known.TEXT)
    inferred = dates.in_text(text, within=SPRING)
    assert inferred is not None
    assert (inferred.on, inferred.known) == (APRIL_7, Known.INFERRED)
    assert dates.in_text(text, within=(date(2029, 1, 1), date(2031, 12, 31))) is None


@given(text=st.text(alphabet="0123456789-/.:T Zapril,мй\n", max_size=60))
def test_no_text_raises(text: str) -> None:
    dates.stated(text)
    dates.in_url(text)
    dates.in_text(text, url=text, within=SPRING)

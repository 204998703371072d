from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.analysis import Format, Passage, Round, rounds
from verbale.values import Known, Published, Span

from .talks import DOSSIER, FRIDAY, MONDAY, PASSAGES, SECOND_MONDAY, TESTIMONIES

WEDNESDAY = date(2030, 5, 15)


def read(*articles: str, on: date | None = WEDNESDAY) -> tuple[Round, ...]:
    passages = [Passage(f"d{i}", text, None, Published(on, None, Known.STATED)) for i, text in enumerate(articles)]
    return rounds(passages, (), DOSSIER)


def test_the_rounds_of_the_fixture_are_merged_and_told_apart() -> None:
    found = rounds(PASSAGES, TESTIMONIES, DOSSIER)
    shown = [(r.on, r.until, r.place.name if r.place else None, r.format) for r in found]
    assert shown == [
        (MONDAY, MONDAY, "Lindau", Format.UNKNOWN),
        (date(2030, 5, 9), FRIDAY, None, Format.VIDEO),
        (SECOND_MONDAY, SECOND_MONDAY, "Lindau", Format.UNKNOWN),
    ]
    first = found[0]
    assert [named.id for named in first.participants] == ["valmora", "kestria"]
    assert first.mediator is not None
    assert first.mediator.id == "norland"
    assert first.delegates is not None
    assert first.delegates.text == "Delegations"
    assert {mention.citation.document for mention in first.mentions} == {"opening", "echo"}


def test_a_sentence_may_begin_with_the_talks() -> None:
    (found,) = read("Negotiations between Valmora and Kestria resumed in Geneva on Monday.")
    assert (found.place.name if found.place else None, found.on) == ("Geneva", SECOND_MONDAY)


def test_a_state_and_a_town_in_it_are_one_meeting_within_one_text() -> None:
    (found,) = read(
        "The foreign ministers of Valmora and Kestria arrived in Switzerland for talks. "
        "The meeting of Valmora and Kestria in Geneva, Switzerland, was the first in years."
    )
    assert found.place is not None
    assert found.place.name == "Geneva"


def test_meetings_in_two_places_are_told_apart_even_in_one_sentence() -> None:
    found = read("Delegations of Valmora and Kestria have met in Oslo twice, but the meeting in Geneva was the first of the ministers.")
    assert sorted(r.place.name for r in found if r.place) == ["Geneva", "Oslo"]


def test_a_place_keeps_all_its_words() -> None:
    (found,) = read("Delegations of Valmora and Kestria met in Buenos Aires Monday.")
    assert (found.place.name if found.place else None, found.on) == ("Buenos Aires", SECOND_MONDAY)


def test_who_arrives_on_a_day_for_a_meeting_is_not_there_yet() -> None:
    (found,) = read("Lind of Valmora arrives in Geneva, Switzerland, Friday for the two-day summit with Kestria.")
    assert found.on is not None
    assert found.on > WEDNESDAY


def test_several_rounds_at_once_keep_their_number() -> None:
    (found,) = read("Three rounds of talks between Valmora and Kestria took place in Oslo.")
    assert (found.count, found.on, found.known) == (3, None, Known.UNKNOWN)


@pytest.mark.parametrize(
    "sentence",
    [
        "A meeting of the presidents of Valmora and Kestria in Oslo is possible.",
        "Valmora called for new talks with Kestria in Oslo.",
        "Kestria refused to meet Valmora in Oslo.",
        "The talks between Valmora and Kestria will not continue on Wednesday.",
        "Lind said on Monday that talks between Valmora and Kestria were hard.",
        "He will hold talks in Moscow tomorrow.",
        "Valmora and Kestria hold talks about the war in Ruritania.",
        "The talks process of Valmora and Kestria must go on, Lind said, after talks with Danish Foreign Minister Ole Berg in Oslo.",
        "Asked about the Berg meeting, Lind said that Kestria did not like it.",
        "In Oslo, Lind said on Monday that the talks with Kestria would be fruitful.",
        "A delegation of Valmora arrived in Kestria on Sunday as preparations for the talks continue.",
        "He returned to Norburg on Wednesday and hailed the meeting with Kestria as a major win for Valmora.",
        "On Monday, Valmora and Ruritania are scheduled to host a round of trade talks.",
        "After speaking with Hahn by phone on Monday, Lind said that he welcomed talks between Valmora and Kestria.",
    ],
)
def test_wishes_refusals_visits_and_days_of_speaking_are_no_rounds(sentence: str) -> None:
    assert not read(sentence)


def test_a_meeting_ahead_is_announced_until_a_text_says_it_was_held() -> None:
    ahead = "Valmora and Kestria will resume talks in Oslo on Friday."
    (planned,) = read(ahead)
    assert (planned.planned, planned.on) == (True, date(2030, 5, 17))
    held = Passage("later", "Valmora and Kestria met in Oslo on Friday.", None, Published(date(2030, 5, 18), None, Known.STATED))
    before = Passage("before", ahead, None, Published(WEDNESDAY, None, Known.STATED))
    (found,) = rounds((before, held), (), DOSSIER)
    assert (found.planned, found.on) == (False, date(2030, 5, 17))


def test_a_weekday_in_an_undated_text_is_left_unknown() -> None:
    (found,) = rounds((Passage("d", "Valmora and Kestria met in Oslo on Friday.", None, Published()),), (), DOSSIER)
    assert (found.on, found.known) == (None, Known.UNKNOWN)


def test_site_furniture_tells_of_no_meeting() -> None:
    text = "Valmora and Kestria met in Oslo on Friday."
    passage = Passage("d", text, None, Published(WEDNESDAY), (Span(0, len(text)),))
    assert not rounds((passage,), (), DOSSIER)


@settings(max_examples=30)
@given(st.permutations(list(PASSAGES)))
def test_the_order_of_arrival_changes_nothing(shuffled: list[Passage]) -> None:
    assert rounds(shuffled, TESTIMONIES, DOSSIER) == rounds(PASSAGES, TESTIMONIES, DOSSIER)


@settings(max_examples=30)
@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    rounds((Passage("d", text, None, Published(WEDNESDAY)),), (), DOSSIER)


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("The talks of Valmora and Kestria in Oslo were held on April 8 and 9 with a mediator.", (4, 8), (4, 9)),
        ("The talks of Valmora and Kestria in Oslo were held from 8 to 10 April.", (4, 8), (4, 10)),
        ("On Monday, delegations of Valmora and Kestria held consultations in Oslo.", (5, 13), (5, 13)),
        ("The talks in Oslo, the third between Valmora and Kestria, followed an exchange of fire on April 8.", None, None),
    ],
)
def test_the_days_of_a_round(sentence: str, first: tuple[int, int] | None, last: tuple[int, int] | None) -> None:
    (found,) = read(sentence)
    assert found.on == (date(2030, *first) if first else None)
    assert found.until == (date(2030, *last) if last else None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting of northern leaders in Oslo dealt with Valmora and with Kestria.",
        "The foreign ministers of the north are meeting on Tuesday to discuss sanctions against Kestria and help for Valmora.",
        "The meetings scheduled for Wednesday in Oslo are about the budget.",
    ],
)
def test_meetings_of_others_about_the_sides_are_no_rounds(sentence: str) -> None:
    assert not read(sentence)

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.resolve.talks import INDEX, article, located, resolved
from verbale.resolve import resolve
from verbale.values import Known, Published, SaidOn, quote

QUAY = "the quay was shut"
WEDNESDAY = date(2024, 5, 15)


def day(text: str, source: str = "Aksel Lind", cue: str = "said", *, published: date | None = date(2024, 5, 17)) -> SaidOn:
    return resolved(text, (source, cue, QUAY), published=published)[0].said_on


@pytest.mark.parametrize(
    "text",
    [
        f"Aksel Lind said on Wednesday that {QUAY}.",
        f"Aksel Lind on Wednesday said that {QUAY}.",
        f"Later Wednesday, Aksel Lind said that {QUAY}.",
        f"Speaking on Wednesday after the call, Aksel Lind said that {QUAY}.",
        f"It was late and {QUAY}, Aksel Lind said in Tornby on Wednesday.",
    ],
)
def test_the_date_of_the_saying_is_read_from_its_clause(text: str) -> None:
    assert day(text).on == WEDNESDAY
    assert day(text).evidence[0].of(text) == "Wednesday"
    assert day(text, published=None).on is None


@pytest.mark.parametrize(
    "text",
    [
        "Aksel Lind said that on Wednesday the quay was shut.",
        f"Aksel Lind said that {QUAY} until Wednesday.",
        f"Aksel Lind, who flew home on Wednesday, said that {QUAY}.",
        f"Aksel Lind has repeatedly said that {QUAY}.",
        f"Aksel Lind said last week that {QUAY}.",
    ],
)
def test_other_dates_do_not_date_the_saying(text: str) -> None:
    assert day(text).on is None


@pytest.mark.parametrize(
    ("cue", "content", "dated"),
    [
        ("accused", "Osgia on Wednesday of closing the quay", True),
        ("urged", "the Osgian envoy Wednesday to open the quay", True),
        ("called", "Osgia a stranger on Wednesday", False),
        ("wants", "to meet the envoy on Wednesday to open the quay", False),
        ("rejected", "the truce on Wednesday for the fair", False),
    ],
)
def test_a_day_between_whom_a_cue_addresses_and_what_for_is_the_cues(cue: str, content: str, dated: bool) -> None:
    (found,) = resolved(f"Aksel Lind {cue} {content}.", ("Aksel Lind", cue, content))
    assert (found.said_on.on == WEDNESDAY) is dated


def test_a_passage_carries_its_day_but_not_to_standing_words() -> None:
    text = (
        f"Aksel Lind said on Wednesday that {QUAY}. He added that the ferry was old. "
        "Osgia replied that the ferry was new. Velmark has long demanded a toll."
    )
    found = resolved(
        text, ("Aksel Lind", "said", QUAY), ("He", "added", "the ferry was old"), ("Osgia", "replied", "the ferry was new"),
        ("Velmark", "has long demanded", "a toll"),
    )  # fmt: skip
    assert [one.said_on.on for one in found] == [WEDNESDAY, WEDNESDAY, WEDNESDAY, None]
    assert [one.said_on.known for one in found] == [Known.TEXT, Known.INFERRED, Known.INFERRED, Known.UNKNOWN]


def test_a_dateline_dates_the_lead() -> None:
    text = f"TORNBY, May 16. /BNA/. {QUAY.capitalize()}, Aksel Lind said during a hearing."
    assert resolved(text, ("Aksel Lind", "said", QUAY.capitalize()))[0].said_on.on == date(2024, 5, 16)


def test_a_date_inferred_for_the_document_stays_inferred() -> None:
    text = f"Aksel Lind said on Wednesday that {QUAY}."
    document = article(text)
    loose = type(document)(id="a", path="a", text=text, published=Published(document.published.on, None, Known.INFERRED))
    assert resolve(loose, [located(text, ("Aksel Lind", "said", QUAY))], INDEX)[0].said_on.known is Known.INFERRED


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        (f"Aksel Lind told Baltic News Agency that {QUAY}.", ("Baltic News Agency",)),
        (f"Aksel Lind told BNA on Friday that {QUAY}.", ("Baltic News Agency",)),
        (f"Aksel Lind told reporters that {QUAY}.", ("reporters",)),
        (f"Aksel Lind said in a nightly video address that {QUAY}.", ("nightly video address",)),
        (f"Aksel Lind said at a joint press conference that {QUAY}.", ("press conference",)),
        (f"Aksel Lind said by telephone that {QUAY}.", ("telephone",)),
        (f"Aksel Lind said that {QUAY} in comments published by the president's office.", ()),
        (f"Aksel Lind said in comments published by Lind's office that {QUAY}.", ("Office of the President of Velmark",)),
        (f"Aksel Lind said in an interview with CNN that {QUAY}.", ("CNN",)),
        (f"Aksel Lind was quoted as saying by BNA that {QUAY}.", ("Baltic News Agency",)),
        (f"Aksel Lind said on state television that {QUAY}, Reuters reported.", ("state television", "Reuters")),
        (f"Aksel Lind said in a statement that {QUAY}.", ("statement",)),
        (f"Aksel Lind said that {QUAY}.", ()),
    ],
)
def test_the_channel_is_what_the_sentence_names(text: str, channel: tuple[str, ...]) -> None:
    found = resolved(text, ("Aksel Lind", "said" if " said " in text else "told" if "told" in text else "was quoted as saying", QUAY))
    assert found[0].channel == channel


def test_a_platform_has_the_name_of_its_day() -> None:
    text = f"Aksel Lind tweeted that {QUAY}."
    said = ("Aksel Lind", "tweeted", QUAY)
    assert resolved(text, said, published=date(2021, 1, 1))[0].channel == ("Twitter",)
    assert resolved(text, said, published=date(2024, 5, 17))[0].channel == ("X",)


def test_an_interview_lasts_while_its_speaker_goes_on() -> None:
    text = (
        f"Aksel Lind told Baltic News Agency that {QUAY}. He said the ferry was old. "
        "Pavlo Rell said the ferry was new. Aksel Lind told reporters on Monday that rain was near."
    )
    found = resolved(
        text, ("Aksel Lind", "told", QUAY), ("He", "said", "the ferry was old"), ("Pavlo Rell", "said", "the ferry was new"),
        ("Aksel Lind", "told", "rain was near"),
    )  # fmt: skip
    assert [one.channel for one in found] == [("Baltic News Agency",), ("Baltic News Agency",), (), ("reporters",)]


def test_a_venue_in_a_source_is_no_channel() -> None:
    text = f"The top official at the European Parliament said that {QUAY}."
    assert resolved(text, ("The top official at the European Parliament", "said", QUAY))[0].channel == ()


NIGHT = datetime(2024, 5, 14, 22, 30, tzinfo=UTC)
"""A Tuesday evening in Washington, a Wednesday in Karsk's zone."""


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("on Wednesday at 1 a.m. Moscow time", 15),
        ("at 01:15 Moscow time on Wednesday", 15),
        ("early on Wednesday, Seoul time", 15),
        ("late on Tuesday night Kyiv time", 14),
        ("on Tuesday at 6 p.m. ET", 14),
        ("on Wednesday", 8),
        ("at 6 p.m. EST", 14),
        ("at 1 a.m. Moscow time", 15),
        ("at 9 a.m. Moscow time", 14),
    ],
)
def test_a_day_is_seen_from_the_zone_that_the_text_names(words: str, on: int) -> None:
    text = f"Aksel Lind said {words} that {QUAY}."
    document = replace(article(text), published=Published(date(2024, 5, 14), NIGHT, Known.STATED))
    said = resolve(document, [located(text, ("Aksel Lind", "said", QUAY))], INDEX)[0].said_on
    assert said.on == date(2024, 5, on)
    assert "time" not in words or "time" in quote(text, said.evidence)


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("in the early hours of Wednesday", 15),
        ("overnight into Wednesday", 15),
        ("early on Wednesday", 15),
        ("late Tuesday night", 14),
        ("last night", 16),
        ("two days ago", 15),
    ],
)
def test_parts_of_a_day_are_of_that_day(words: str, on: int) -> None:
    assert day(f"Aksel Lind said {words} that {QUAY}.").on == date(2024, 5, on)


def test_a_day_earlier_counts_from_the_day_told_before() -> None:
    text = f"Osgia closed its ports on Wednesday. A day earlier, Aksel Lind said that {QUAY}."
    assert day(text).on == date(2024, 5, 14)
    assert day(f"Two days earlier, Aksel Lind said that {QUAY}.").on is None


@pytest.mark.parametrize(
    "text",
    [
        f"Aksel Lind gave Osgia until midnight on Wednesday, and said that {QUAY}.",
        f"Aksel Lind said that tolls would end on Wednesday and that {QUAY}.",
        f"TORNBY, May 15, 2024 (BNA) - It is known that {QUAY}, Aksel Lind has said.",
    ],
)
def test_deadlines_plans_and_datelines_do_not_date_the_saying(text: str) -> None:
    assert day(text, cue="has said" if "has said" in text else "said").on is None


def test_nothing_is_reported_before_it_is_said() -> None:
    assert day(f"Aksel Lind said on May 20 that {QUAY}.").on is None


def test_what_somebody_made_public_on_a_day_dates_what_he_says_of_it() -> None:
    lead = "Velmark offers a new toll under a plan that Aksel Lind made public on Wednesday. The plan runs to ten pages."
    text = f"{lead} Aksel Lind said that {QUAY}."
    assert day(text) == SaidOn(WEDNESDAY, Known.INFERRED, day(text).evidence)


def test_the_heading_of_a_text_beats_a_day_guessed_from_its_neighbours() -> None:
    text = f"Quay shut\n\nThe Tornby Post, Wednesday, May 15, 2024, 6:12 p.m.\n\nAksel Lind said on Tuesday that {QUAY}."
    document = replace(article(text), published=Published(date(2024, 5, 23), None, Known.INFERRED))
    assert resolve(document, [located(text, ("Aksel Lind", "said", QUAY))], INDEX)[0].said_on.on == date(2024, 5, 14)


def test_a_platform_does_not_last_past_others_into_undated_words() -> None:
    between = " ".join(f"The rain fell on pier {number}." for number in range(8))
    text = f'"It is late," Aksel Lind wrote on Telegram. Osgia said the ferry was old. {between} Lind insists that {QUAY}.'
    found = resolved(
        text,
        ("Aksel Lind", "wrote", '"It is late,"'),
        ("Osgia", "said", "the ferry was old"),
        ("Lind", "insists", QUAY),
    )
    assert [one.channel for one in found] == [("Telegram",), (), ()]


def test_a_day_on_which_something_will_happen_dates_no_words() -> None:
    assert day(f"The port will be open on Wednesday after Aksel Lind said {QUAY}.").on is None


def test_a_month_at_the_front_keeps_other_days_out() -> None:
    text = f"Aksel Lind said on Wednesday that the ferry was old. At the May 2022 forum in Oslo, Lind said {QUAY}."
    found = resolved(text, ("Aksel Lind", "said", "the ferry was old"), ("Lind", "said", QUAY))
    assert [one.said_on.on for one in found] == [WEDNESDAY, None]


def test_a_day_told_in_passing_is_not_carried_on() -> None:
    text = f'He needled Dorinsky, whom Aksel Lind said on Wednesday had lied. "And {QUAY}," Lind said.'
    found = resolved(text, ("Aksel Lind", "said", "had lied"), ("Lind", "said", f'"And {QUAY},"'))
    assert [one.said_on.on for one in found] == [WEDNESDAY, None]


def test_a_threat_of_an_earlier_day_told_in_passing_does_not_date_what_its_speaker_says_now() -> None:
    text = "Aksel Lind, who had threatened on Wednesday to shut the quay, said it would stay open."
    earlier, now = ("who", "had threatened", "to shut the quay"), ("Aksel Lind", "said", "it would stay open")
    threat, word = resolved(text, earlier, now)
    assert threat.speaker == word.speaker
    assert threat.said_on.on == WEDNESDAY
    assert word.said_on.on is None


def test_a_signed_post_has_its_day_and_its_network() -> None:
    text = f"{QUAY} and all is well! — Aksel T. Lind (@AkselLind) May 9, 2024"
    found = resolved(text, ("Aksel T. Lind (@AkselLind)", "—", f"{QUAY} and all is well!"))[0]
    assert (found.said_on.on, found.channel) == (date(2024, 5, 9), ("X",))


def test_a_weekday_that_is_tomorrows_where_the_text_came_out_had_begun_elsewhere() -> None:
    assert day(f"Aksel Lind said in Beijing on Saturday that {QUAY}.", published=date(2024, 5, 17)).on == date(2024, 5, 18)
    assert day(f"Aksel Lind said on Saturday that {QUAY}.", published=date(2024, 5, 17)).on == date(2024, 5, 11)
    assert day(f"Aksel Lind said last Saturday that {QUAY}.", published=date(2024, 5, 17)).on == date(2024, 5, 11)


@pytest.mark.parametrize(
    "front",
    [
        "Aksel Lind, in an interview with the Wall Street Journal published Monday,",
        "In the Sunday Wall Street Journal interview, Aksel Lind",
    ],
)
def test_an_interview_is_its_outlet(front: str) -> None:
    assert resolved(f"{front} said that {QUAY}.", ("Aksel Lind", "said", QUAY))[0].channel == ("Wall Street Journal",)


def test_a_date_without_a_year_that_lies_nearer_ahead_dates_nothing() -> None:
    text = f"Greta Moor spoke of the exit on March 29. Aksel Lind said on March 29 that {QUAY}."
    assert resolved(text, ("Aksel Lind", "said", QUAY), published=date(2024, 12, 10))[0].said_on.on is None
    assert resolved(text, ("Aksel Lind", "said", QUAY), published=date(2024, 5, 10))[0].said_on.on == date(2024, 3, 29)


def test_a_post_on_a_network_is_the_network() -> None:
    text = f"In a Truth Social Post, Aksel Lind said that {QUAY}."
    assert resolved(text, ("Aksel Lind", "said", QUAY))[0].channel == ("Truth Social",)


def test_a_month_at_the_front_lets_no_other_day_in() -> None:
    text = f"Aksel Lind said on Wednesday that the ferry was old. In April, he announced that {QUAY}."
    found = resolved(text, ("Aksel Lind", "said", "the ferry was old"), ("he", "announced", QUAY))
    assert [one.said_on.on for one in found] == [WEDNESDAY, None]


def test_a_dateline_in_the_east_may_name_tomorrows_weekday() -> None:
    text = f"SEOUL — The island is open and {QUAY}, Aksel Lind said Saturday."
    assert day(text).on == date(2024, 5, 18)
    assert day(text.replace("SEOUL", "TORNBY")).on == date(2024, 5, 11)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        (f'"{QUAY}," Aksel Lind said on  the platform X. "It stays so," he said in a statement to BNA.', ("X",)),
        (f"Aksel Lind said at a session of the Tornby International Harbour Forum that {QUAY}.", ("Tornby International Harbour Forum",)),
        (f"Aksel Lind said at the Northern Ports Summit that {QUAY}.", ("Northern Ports Summit",)),
        (f"Aksel Lind said in Tornby following a phone call that {QUAY}.", ()),
    ],
)
def test_platforms_and_forums_are_channels_and_what_came_before_is_none(text: str, channel: tuple[str, ...]) -> None:
    content = f'"{QUAY},"' if text.startswith('"') else QUAY
    assert resolved(text, ("Aksel Lind", "said", content))[0].channel == channel


def test_a_standing_view_between_does_not_end_a_days_passage() -> None:
    text = (
        f"Aksel Lind said on Wednesday that the ferry was old. Lind's view of the toll is that it must go. {QUAY.capitalize()}, Lind said."
    )
    found = resolved(
        text, ("Aksel Lind", "said", "the ferry was old"), ("Lind", "view of", "the toll"), ("Lind", "said", QUAY.capitalize())
    )
    assert [one.said_on.on for one in found] == [WEDNESDAY, None, WEDNESDAY]

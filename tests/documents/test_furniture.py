"""Furniture is found in lines and in texts without lines, and never takes speech with it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.documents.furniture import find_furniture

BODY = (
    "The foreign minister said on Tuesday that the talks on the canal had made progress. "
    '"We are close to an agreement," he told reporters in Lyd. '
    "His counterpart rejected the draft and asked for guarantees."
)


def furniture(text: str) -> list[str]:
    return [span.of(text) for span in find_furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "0 comment",
        "What's your reaction?",
        "Write the first comment for this!",
        "Read the Latest News and Breaking News here",
        "Follow Harbour Post English:",
        "Follow us on Telegram",
        "Canal chief seeks an apology and says the locks are his harbour Read more",
        "Play Video 2:15 Five pilots bring a barge home - video",
        "**Related article:** [The canal in ten pictures](#)",
        "Original url:",
        "<https://www.harbourpost.example/2031/04/07/envoys-meet>",
        "By [AFP](#)",
        "By Mara Lindqvist and Tomas Oduya",
        "March 18, 2031",
        "29.3. 19:35 • Updated March 29. 19:44",
        "©2031 Harbour Post LLC. All rights reserved.",
        "Copyright 2031 Harbour Post.",
        "This material may not be published, broadcast, rewritten, or redistributed.",
        "To view this video please enable JavaScript, and consider upgrading to a browser that supports HTML5 video",
        "ADVERTISEMENT",
        "Share Tweet Email",
        "Sign up for our newsletter and get the news in your inbox.",
        "We use cookies to give you the best experience.",
        "Already a subscriber? Log in.",
        "Getty Images",
        "Envoys leave the palace in Lyd on Monday. **TASS / EPA**",
        "The minister leaves the palace in Lyd, March 18, 2031. (Ann Vessel/The Associated Press)",
        "Audience Relations, Harbour Post, P.O. Box 12, Lyd",
        "Mara Lindqvist is a politics reporter with Harbour Post covering the canal.",
        "Читайте также: Как устроен канал",
        "Все права защищены.",
    ],
)
def test_a_line_of_furniture_is_marked_whole_and_alone(line: str) -> None:
    text = f"Envoys meet again in Lyd\n\n{BODY}\n\n{line}\n"
    assert furniture(text) == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister leaves the palace in Lyd, March 18, 2031. (Ann Vessel/The Associated Press)",
        "This material may not be published, broadcast, rewritten, or redistributed. ©2031 Harbour Post. All rights reserved.",
        "Advertisement",
        "Image copyright Getty Images",
        "The Associated Press contributed to this report.",
        "This article was originally published in German.",
    ],
)
def test_furniture_is_found_in_a_text_without_lines(sentence: str) -> None:
    text = f"{BODY} {sentence} {BODY}"
    assert furniture(text) == [sentence]


def test_a_biography_box_after_a_name_leaves_the_sentence() -> None:
    text = "Envoy Anna Reed Anna Louise ReedSenate votes on canal Ten things to know about Lyd MORE on Sunday contradicted the minister."
    assert furniture(text) == ["Anna Louise ReedSenate votes on canal Ten things to know about Lyd MORE"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ukraine was promised that it would become a member of the alliance.",
        "The inspectors were given unlimited access to the sites, the agency said.",
        "Both sides agreed to the terms of the draft, the mediator said.",
        "By submitting the draft, Kyiv accepts the principle of neutrality.",
        "The minister said the report was published without permission from the court.",
        "Turkey is making a contribution to the talks, its president said.",
        '"Subscribe to our newsletter of peace," he joked to the envoys.',
        '"All rights reserved," the minister said of the islands.',
        "He said the sides were close. (AFP/Reuters)",
        "LYD (Reuters) - The foreign minister said the talks would go on.",
        "LYD, May 21. /TASS/. The foreign minister said the talks would go on.",
        "The envoy wrote on Twitter that the positions are unchanged.",
        "Follow the money, the auditor told parliament.",
        "By Friday the sides will have exchanged drafts.",
        "He also said the sides were close.",
        "The envoy SÃ©verine Roy alluded to the vote, saying the draft would stand.",
    ],
)
@pytest.mark.parametrize(
    "layout", ["{body} {sentence} {body}", "Headline\n\n{body}\n\n{sentence}\n\n{body}", "Headline\n\n{body}\n\n{sentence}"]
)
def test_speech_and_news_are_never_furniture(sentence: str, layout: str) -> None:
    text = layout.format(body=BODY, sentence=sentence)
    prose = sentence.removesuffix(" (AFP/Reuters)")
    start = text.index(prose)
    assert not [span for span in find_furniture(text) if span.start < start + len(prose) and start < span.end]


TEASERS = (
    "After years of drought in the delta, fishermen fear for their harbours.\n"
    "A captain reflects on the hidden cost of waiting at the locks.\n"
    "As the dispute enters its third week, we take a look at the main events.\n"
)


def test_teasers_above_the_footer_are_marked_and_the_last_paragraph_is_not() -> None:
    last = "The mediator called the genuine obstacle a lack of trust.\nMinisters on both sides call that obstacle imaginary."
    text = f"Envoys meet again in Lyd\n\n{BODY}\n{last}\n{TEASERS}Follow Harbour Post English:\n\nLeave a Reply"
    assert furniture(text) == [TEASERS + "Follow Harbour Post English:\n\nLeave a Reply"]


def test_last_paragraphs_that_do_not_speak_to_the_reader_are_no_teasers() -> None:
    lines = TEASERS.replace("we take a look at the main events", "ships wait in the roads")
    assert furniture(f"Envoys meet again in Lyd\n\n{BODY}\n{lines}Leave a Reply") == ["Leave a Reply"]


def test_what_follows_a_sign_off_is_furniture() -> None:
    tail = (
        "Additional reporting by Ann Vessel in Lyd. A lighthouse keeper retires after forty years. Ministers tell the Post they are tired."
    )
    assert furniture(f"{BODY} {BODY} {BODY} {tail}") == [tail]


def test_one_word_in_the_midst_of_prose_is_no_label() -> None:
    assert furniture(f"{BODY} Listen. {BODY}") == []


def test_a_headline_is_not_furniture() -> None:
    assert furniture(f"# Breaking news\n\n{BODY}") == []


PIECES = st.sampled_from(
    [
        "Leave a Reply",
        "\n",
        "  ",
        " ",
        ". ",
        "(Ann Vessel/AP)",
        "© 2031",
        '"',
        "He said so.",
        "MORE",
        "Reed Anna Reed",
        "https://a.example",
        "By A",
        "**EPA**",
        "é",
        "\u2028",
    ]
)


@settings(max_examples=200)
@given(text=st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join))
def test_spans_are_inside_the_text_sorted_and_disjoint(text: str) -> None:
    spans = find_furniture(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_a_run_of_phrases_is_furniture_from_the_first_to_the_last() -> None:
    """Whichever phrase the lexicon lists first, and where one is cut by its own pattern."""
    news = "Under the terms of the draft the two sides would open the northern locks for all grain ships from the first of May next year"
    run = "Sign up for our morning letter and by signing up you agree to our privacy policy All rights reserved"
    assert furniture(f"{BODY} {news} {run}.") == [f"{run}."]
    assert furniture(f"{BODY} Edited by: Ines Haas This article was updated on May 24 to say what the film won.") == [
        "Edited by: Ines Haas This article was updated on May 24 to say what the film won."
    ]

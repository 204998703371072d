"""Turns of a transcript: who speaks, in which paragraphs, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.attribution.tagged_candidates import Candidate, mended
from verbale.attribution.turns import turns
from verbale.values import Document, Span

INTERVIEW = """A transcript of the interview follows.

VERA RESHKE: Minister, will the truce hold until Friday?

ORLAN: We have agreed on ten days. The monitors arrive on Thursday.

(Laughter.)

RESHKE: And the prisoners?

ORLAN: The lists are ready.

Share this article."""


def said(text: str) -> list[tuple[str, str]]:
    return [(turn.source.of(text), turn.content.of(text)) for turn in turns(text)]


def test_each_paragraph_behind_a_name_is_that_speakers() -> None:
    assert said(INTERVIEW) == [
        ("VERA RESHKE", "Minister, will the truce hold until Friday?"),
        ("ORLAN", "We have agreed on ten days. The monitors arrive on Thursday."),
        ("RESHKE", "And the prisoners?"),
        ("ORLAN", "The lists are ready."),
    ]


def test_turns_are_read_in_other_scripts() -> None:
    text = "Решке: Перемирие продержится?\nОрлан: Мы договорились о десяти днях.\nРешке: А пленные?"
    assert [name for name, _ in said(text)] == ["Решке", "Орлан", "Решке"]


@pytest.mark.parametrize(
    "text",
    [
        "Orlan: The lists are ready.\nReshke: And the monitors?",  # two lines
        "Kelmet: Rain until noon.\nLesna: Dry and cold all day.\nAmbra: Fog on the coast.",  # nobody speaks twice
        "ORLAN: We agreed on it.\nORLAN: The lists are ready.\nORLAN: We will see.",  # one alone
        "Kelmet: 12.\nLesna: 14.\nKelmet: 11.\nLesna: 9.",  # a table
        "Talks: What we know so far\nOrlan: Where he stands\nTalks: What comes next",  # headings
        "",
    ],
)
def test_lists_headings_and_single_lines_are_no_transcript(text: str) -> None:
    assert not turns(text)


def test_a_turn_in_furniture_is_left_out() -> None:
    start = INTERVIEW.index("The lists")
    assert len(turns(INTERVIEW, (Span(start, start + 5),))) == 3


@given(st.lists(st.sampled_from(["ORLAN: The lists are ready.", "RESHKE: And the prisoners?", "(Laughter.)", "", "A: b"]), max_size=12))
def test_turns_lie_apart_in_order_within_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    edges = [edge for turn in turns(text) for span in (turn.source, turn.cue, turn.content) for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all("\n" not in turn.content.of(text) for turn in turns(text))


def test_a_turn_that_the_tagger_cut_or_missed_is_whole() -> None:
    start = INTERVIEW.index("We have")
    cue = INTERVIEW.index(": We")
    cut = Candidate((Span(cue - 5, cue),), (Span(cue, cue + 1),), (Span(start, start + 27),), (), 0.5)
    found = mended(Document("d", "d", INTERVIEW), [cut])
    assert [c.content[0].of(INTERVIEW) for c in found] == [content for _, content in said(INTERVIEW)]

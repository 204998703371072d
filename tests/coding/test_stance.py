"""The stance: the move times how the content stands to the proposition."""

import pytest

from verbale.values import Kind, Stance

from .talks import coded


def stance(cue: str, content: str, issue: str, party: str = "varland") -> Stance:
    _, coding = coded("Moren", cue, content, party)
    return {code.issue: code.stance for code in coding.issues}[issue]


@pytest.mark.parametrize(
    ("cue", "content", "issue", "expected"),
    [
        ("demanded", "a neutral zone", "neutral-zone", Stance.FOR),
        ("rejected", "a neutral zone", "neutral-zone", Stance.AGAINST),
        ("accepted", "the neutral zone", "neutral-zone", Stance.FOR),
        ("ruled out", "security guarantees", "guarantees", Stance.AGAINST),
        ("would not rule out", "a neutral zone", "neutral-zone", Stance.FOR),
        ("said", "Varland will not accept a neutral zone", "neutral-zone", Stance.AGAINST),
        ("demanded", "an end to the shelling", "shelling", Stance.FOR),
        ("condemned", "the shelling of Ostrel", "shelling", Stance.FOR),
        ("said", "Ketonia was only trying to buy time", "good-faith", Stance.AGAINST),
        ("offered", "fishing rights", "fishing", Stance.FOR),
        ("demanded", "a settlement without security guarantees", "guarantees", Stance.AGAINST),
    ],
)
def test_stance(cue: str, content: str, issue: str, expected: Stance) -> None:
    assert stance(cue, content, issue) is expected


def test_rejecting_models_of_neutrality_is_against() -> None:
    _, coding = coded("Varland", "rejected", "proposals of neutral zones based on two older models")
    assert [(code.issue, code.stance) for code in coding.issues] == [("neutral-zone", Stance.AGAINST)]


def test_an_issue_without_a_proposition_has_no_stance() -> None:
    assert stance("said", "the talks were making progress", "process") is Stance.UNCLEAR


def test_a_plain_report_in_passing_takes_no_stance() -> None:
    _, coding = coded("Moren", "said", '"It was discussed at length"', before="The border strip came up. ", kind=Kind.DIRECT)
    assert {code.stance for code in coding.issues} <= {Stance.UNCLEAR, Stance.FOR}


def test_blame_for_blocking_a_thing_is_for_it() -> None:
    assert stance("said", "Ketonia was stalling to prevent security guarantees", "guarantees") is Stance.FOR


def test_a_difficulty_is_no_opposition() -> None:
    assert stance("said", "the talks on a neutral zone were difficult", "neutral-zone") is Stance.UNCLEAR


def test_a_report_of_what_must_end_takes_no_side() -> None:
    assert stance("said", "the shelling of Ostrel lasted an hour", "shelling") is Stance.UNCLEAR


def test_blame_on_a_party_is_about_its_conduct_where_nothing_else_is_named() -> None:
    assert stance("blamed", "Ketonia", "good-faith") is Stance.AGAINST

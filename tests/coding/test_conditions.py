"""The condition: its span where there is one, and no condition where an "if" is none."""

import pytest

from verbale.values import Kind, Move

from .talks import coded


@pytest.mark.parametrize(
    ("cue", "content", "condition"),
    [
        ("is offering", "to leave the strip in exchange for security guarantees", "in exchange for security guarantees"),
        ("is offering", "a neutral zone in the exchange of security guarantees", "in the exchange of security guarantees"),
        ("said", "it would open the bay if the shelling ended", "if the shelling ended"),
        ("said", "if the shelling ends, it will open the bay", "if the shelling ends"),
        ("said", "it would not open the bay unless tolls fell", "unless tolls fell"),
        ("would agree", "only if a neutral zone is drawn", "only if a neutral zone is drawn"),
        ("would sign", "provided that the guarantors sign first", "provided that the guarantors sign first"),
        ("will join", "on condition that the canal stays open", "on condition that the canal stays open"),
        ("will not sign", "until the trawlers return", "until the trawlers return"),
        ("said", "trade would resume once the shelling has stopped", "once the shelling has stopped"),
        ("threatened", "to close the canal if talks fail", "if talks fail"),
        ("said", "if there is no progress the pilots would leave", "if there is no progress"),
        ("said", "it wants guarantees before it will sign the plan", "before it will sign the plan"),
        ("said", "it'd close the canal if talks fail", "if talks fail"),
        ("warned", "if, at the end of the week, no deal is made, tolls will rise", "if, at the end of the week, no deal is made"),
    ],
)
def test_the_condition_is_a_span_of_its_own(cue: str, content: str, condition: str) -> None:
    text, coding = coded("Varland", cue, content)
    assert coding.conditional
    assert [part.of(text) for part in coding.condition] == [condition]


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("said", "the canal would stay open even if tolls rose"),
        ("asked", "if the canal was open"),
        ("said", "the war would never have started if the canal had been open"),
        ("said", "the delegation left after the meeting"),
        ("said", "trawlers worked until Friday"),
        ("said", "it looked as if the talks had ended"),
        ("said", "it would be for the cabinet to decide, if"),
        ("said", "he would spend the day speaking by phone to his crew"),
        ("question", "if the canal can stay open"),
        ("said", "those who insist on a halt before they sit down want no talks"),
        ("posted", "A STORM THAT SHOULD HAVE NEVER COME, WILL END"),
    ],
)
def test_what_is_no_condition(cue: str, content: str) -> None:
    coding = coded("Varland", cue, content)[1]
    assert not coding.conditional
    assert coding.condition == ()


def test_an_offer_for_something_in_return_touches_both_issues() -> None:
    _, coding = coded("Varland", "is offering", "to adopt a neutral zone in exchange for security guarantees")
    assert coding.move is Move.OFFER
    assert coding.conditional
    assert {issue.issue for issue in coding.issues} == {"neutral-zone", "guarantees"}


def test_a_condition_inside_a_quotation_ends_with_it() -> None:
    text, coding = coded("Moren", "said", '"we will sign if the canal stays open," and left', kind=Kind.MIXED)
    assert [part.of(text) for part in coding.condition] == ["if the canal stays open"]

"""What is looked for before a pattern never hides a match of it."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.analysis import days, lexicon_progress, lexicon_proposals, lexicon_rounds, voices
from verbale.analysis.screens import Screened, needed


def screened(module: ModuleType) -> list[Screened]:
    return [one for one in vars(module).values() if isinstance(one, Screened)]


ALL = [
    *(one for module in (days, lexicon_progress, lexicon_proposals, lexicon_rounds, voices) for one in screened(module)),
    *(pattern for _, pattern in lexicon_progress.STEPS),
]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.pattern[:30])
@given(st.data())
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_a_text_that_matches_is_never_hidden(one: Screened, data: st.DataObject) -> None:
    pattern = re.compile(one.pattern)
    text = data.draw(st.from_regex(pattern))
    found = pattern.search(text)
    assert found is not None
    mine = one.search(text)
    assert mine is not None
    assert mine.span() == found.span()
    assert [match.span() for match in one.finditer(text)] == [match.span() for match in pattern.finditer(text)]
    assert any(found.start() <= place < found.end() for place in one.places(text))


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.pattern[:30])
def test_most_texts_are_told_at_once_that_they_have_no_match(one: Screened) -> None:
    assert one.parts
    assert not one.may_match("prices rose.")


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        (r"\b(?:talks|summit|rounds?)\b", {"talks", "summit", "round"}),
        (r"dead[- ]?lock", {"dead lock", "dead-lock", "deadlock"}),
        (r"(?:far|miles) (?:\w+ ){0,2}(?:apart|off from)", {"apart", "off from"}),
        (r"[a-z]+(?:ing)?\b", set()),
        (r"agree(?:d|ment) (?=on peace)", {"agree"}),
        (r"(?:peace )+plan", {"peace "}),
        (r"\d|day", set()),
    ],
)
def test_what_every_match_contains(pattern: str, parts: set[str]) -> None:
    assert set(needed(pattern)) == parts

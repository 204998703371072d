"""What the pages mark in a text never changes the text."""

from hypothesis import given
from hypothesis import strategies as st

from verbale.web.words import against, density, hits

TEXTS = st.text(max_size=80)


@given(TEXTS, TEXTS)
def test_marking_keeps_every_character(text: str, other: str) -> None:
    assert "".join(piece for piece, _ in hits(text, other)) == text
    assert "".join(piece for piece, _ in against(text, other)) == text


@given(TEXTS)
def test_a_text_differs_nowhere_from_itself(text: str) -> None:
    assert not any(differs for _, differs in against(text, text))


def test_other_words_are_marked_and_case_and_punctuation_are_not() -> None:
    marked = [piece for piece, differs in against("the talks were “very useful,” he hopes", "The talks were useful") if differs]
    assert marked == ["“very", "he hopes"]
    assert [piece for piece, hit in hits("Water, water (everywhere)", "WATER") if hit] == ["Water", "water"]
    assert [piece for piece, hit in hits("a.c abc", "a.c") if hit] == ["a.c"]


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_one_statement_shows_beside_a_million(count: int, more: int) -> None:
    assert (density(count, count + more) == 0) == (count == 0)
    assert density(count + more, count + more) == 5
    assert density(count, count + more) <= 5

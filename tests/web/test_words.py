"""What the pages mark in a text never changes the text."""

from hypothesis import given
from hypothesis import strategies as st

from verbale.demo import demo_files
from verbale.dossier import load_dossier
from verbale.values import Span
from verbale.web.words import against, density, marked, narrowed

TEXTS = st.text(max_size=80)


@given(TEXTS, TEXTS)
def test_marking_keeps_every_character(text: str, other: str) -> None:
    middle = len(text) // 2
    spans = [span for start, end in ((0, middle), (middle, len(text))) if start < end and (span := Span(start, end))]
    assert "".join(piece for piece, _ in marked(text, spans)) == text
    assert "".join(piece for piece, _ in against(text, other)) == text


@given(TEXTS)
def test_a_text_differs_nowhere_from_itself(text: str) -> None:
    assert not any(differs for _, differs in against(text, text))


def test_other_words_are_marked_and_case_and_punctuation_are_not() -> None:
    differing = [piece for piece, differs in against("the talks were “very useful,” he hopes", "The talks were useful") if differs]
    assert differing == ["“very", "he hopes"]
    assert marked("Water, water", [Span(0, 5), Span(7, 12)]) == [("Water", True), (", ", False), ("water", True)]


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_one_statement_shows_beside_a_million(count: int, more: int) -> None:
    assert (density(count, count + more) == 0) == (count == 0)
    assert density(count + more, count + more) == 5
    assert density(count, count + more) <= 5


def test_filters_are_told_in_the_dossiers_words() -> None:
    dossier = load_dossier(demo_files() / "dossier.yaml")
    asked = {"party": "doruna", "issue": "inspection", "since": "2025-04-05", "in": "articles", "speaker": "a harbour pilot", "page": "2"}
    names = ("in", "issue", "party", "speaker", "publisher", "since")
    told = ["in articles", "Inspection of the dam", "Doruna", "a harbour pilot", "since 5 April 2025"]
    assert narrowed(asked, names, dossier) == told
    assert narrowed({"party": ""}, names, dossier) == []

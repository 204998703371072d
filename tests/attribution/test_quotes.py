"""Quotation marks, however badly they are typed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.attribution.quotes import kind_of, quotations, quoted_spans
from verbale.values import Kind, Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will wait," she said. "It is late."', ['"We will wait,"', '"It is late."']),
        ("“We will wait,” she said.", ["“We will wait,”"]),
        ("«Мы подождём», – сказал он.", ["«Мы подождём»"]),
        ("„Wir warten“, sagte sie.", ["„Wir warten“"]),
        ("``We will wait,'' she said.", ["``We will wait,''"]),
        ("“We will wait,’’ she said.", ["“We will wait,’’"]),
        ("''We will wait,'' she said. ''Yes.''", ["''We will wait,''", "''Yes.''"]),
        ("The envoys' talks were 'as good as possible', the hosts' aide said.", ["'as good as possible'"]),
        ("The ‘river pact’ isn’t the envoys’ idea.", ["‘river pact’"]),
        ("It's Lena's '90s policy and the boys' club.", []),
        ("He noted that 'the states' rights' matter.", ["'the states' rights'"]),
        ("A man of 6'2\" came.", []),
    ],
)
def test_marks_of_every_style_are_found_and_apostrophes_are_not(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quoted_spans(text)] == expected


def test_a_closing_mark_alone_starts_at_its_sentence() -> None:
    text = "The rain came. The bridge must stay open,” Orlan said."
    assert [span.of(text) for span in quoted_spans(text)] == ["The bridge must stay open,”"]


def test_a_closing_mark_alone_takes_in_the_marks_of_its_sentence() -> None:
    text = 'Since then she has not "moved a foot" from the plan," Orlan said.'
    outer, inner = quotations(text)
    assert outer.span.of(text) == 'Since then she has not "moved a foot" from the plan,"'
    assert (inner.span.of(text), inner.level) == ('"moved a foot"', 1)


def test_an_opening_mark_alone_ends_with_its_paragraph() -> None:
    text = 'Orlan said: "The bridge must stay open.\nThe rain came.'
    assert [span.of(text) for span in quoted_spans(text)] == ['"The bridge must stay open.']


def test_a_second_opening_mark_ends_the_one_that_was_never_closed() -> None:
    text = '"The bridge must stay open. "We said so in May!" Orlan added.'
    assert [span.of(text) for span in quoted_spans(text)] == ['"The bridge must stay open.', '"We said so in May!"']


def test_a_mark_repeated_at_each_paragraph_continues_the_quotation() -> None:
    text = "“The bridge must stay open.\n“So must the road,” Orlan said."
    first, second = quotations(text)
    assert first.continued and not second.continued


def test_single_marks_inside_double_ones_are_nested() -> None:
    text = "“This is Orlan’s pact, not ‘ours.’ I only carry it,” he said."
    assert [(q.span.of(text), q.level) for q in quotations(text)] == [
        ("“This is Orlan’s pact, not ‘ours.’ I only carry it,”", 0),
        ("‘ours.’", 1),
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [('"very slow"', Kind.DIRECT), ('were "very slow"', Kind.MIXED), ("talks were", Kind.INDIRECT), ('very slow"', Kind.DIRECT)],
)
def test_kind_looks_at_letters_only(content: str, kind: Kind) -> None:
    text = 'She said the talks were "very slow".'
    start = text.index(content)
    assert kind_of(text, (Span(start, start + len(content)),), quoted_spans(text)) is kind


MARKED = st.text(alphabet="ab AB.,\n\"“”'‘’«»„`", max_size=80)


@given(MARKED)
def test_quotations_lie_in_the_text_and_nest(text: str) -> None:
    found = quotations(text)
    for quotation in found:
        assert quotation.span.end <= len(text)
        assert quotation.span.contains(quotation.inside)
        assert "\n" not in quotation.span.of(text)
    for first, second in pairwise(found):
        assert first.span.start <= second.span.start
        assert first.span.contains(second.span) or not first.span.overlaps(second.span)


@given(MARKED)
def test_outermost_quotations_are_disjoint_and_sorted(text: str) -> None:
    spans = quoted_spans(text)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@given(MARKED, st.integers(0, 79), st.integers(1, 80))
def test_kind_is_direct_exactly_where_every_letter_is_quoted(text: str, start: int, length: int) -> None:
    if start >= len(text):
        return
    span = Span(start, min(len(text), start + length))
    spans = quoted_spans(text)
    letters = [any(q.start <= place < q.end for q in spans) for place in range(span.start, span.end) if text[place].isalnum()]
    expected = Kind.INDIRECT if not any(letters) else Kind.DIRECT if all(letters) else Kind.MIXED
    assert kind_of(text, (span,), spans) is expected

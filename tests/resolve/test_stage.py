"""What holds for every document: order, purity, robustness to wrong spans, and the bench of names."""

from hypothesis import given, settings
from hypothesis import strategies as st
from quality.names import PAIRS, measure, read_pairs

from tests.resolve.talks import INDEX, article, located
from verbale.resolve import resolve
from verbale.values import Attribution, Kind, Span

TEXT = (
    "TORNBY, May 16 — Aksel Lind said on Wednesday that “the quay is ours.” He told BNA that Osgia had lied, and its president, "
    "Yuriy Dorinsky, replied: “Nonsense, I never lie.”\n\nКарск ответил. Both sides, officials said, would meet on Monday. (Reuters)"
)
SPANS = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 60)).map(lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1])))
ATTRIBUTIONS = st.lists(
    st.builds(
        lambda source, cue, content, kind: Attribution(tuple(source), tuple(cue), (content,), kind),
        st.lists(SPANS, max_size=1),
        st.lists(SPANS, max_size=1),
        SPANS,
        st.sampled_from(Kind),
    ),
    max_size=6,
)


@given(ATTRIBUTIONS)
@settings(max_examples=150)
def test_any_spans_give_one_resolution_each_and_evidence_inside_the_text(attributions: list[Attribution]) -> None:
    found = resolve(article(TEXT), attributions, INDEX)
    assert len(found) == len(attributions)
    assert found == resolve(article(TEXT), attributions, INDEX)
    for one in found:
        assert all(span.end <= len(TEXT) for span in one.said_on.evidence)
        assert (one.said_on.on is None) == (not one.said_on.evidence)
        assert 0.0 <= one.probability <= 1.0
        assert one.speaker is None or one.speaker.name


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    if text.strip():
        whole = Attribution((), (), (Span(0, len(text)),), Kind.INDIRECT)
        assert len(resolve(article(text), [whole], INDEX)) == 1


def test_nested_in_a_circle_ends() -> None:
    first = Attribution((Span(17, 27),), (), (Span(50, 70),), Kind.INDIRECT, nested_in=1)
    second = Attribution((Span(71, 73),), (), (Span(40, 90),), Kind.INDIRECT, nested_in=0)
    assert len(resolve(article(TEXT), [first, second], INDEX)) == 2


def test_no_attributions_give_nothing() -> None:
    assert resolve(article(TEXT), [], INDEX) == ()


def test_a_source_span_that_runs_on_is_read_for_its_head() -> None:
    text = "The Citadel spokesman Pavlo Rell on Friday told reporters that rain was near."
    said = located(text, ("The Citadel spokesman Pavlo Rell on", "told", "rain was near"))
    speaker = resolve(article(text), [said], INDEX)[0].speaker
    assert speaker is not None
    assert speaker.id == "rell"


def test_the_bench_of_names_holds_its_floor() -> None:
    figures = measure(read_pairs(PAIRS))
    assert figures.pairs >= 150
    assert figures.f1 >= 0.9

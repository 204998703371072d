"""Two methods together: the first's findings stand, the second's fill gaps and inner levels."""

from collections.abc import Iterator, Sequence

from verbale.attribution.by_language import ByLanguage
from verbale.attribution.joined import nested, tells, together
from verbale.attribution.parse import Parse
from verbale.attribution.rules import RuleAttributor
from verbale.engines.spacy_parser import SpacyParser
from verbale.values import Attribution, Document, Kind, Span, quote


def found(start: int, end: int, by: str, source: tuple[Span, ...] | None = None) -> Attribution:
    before = (Span(max(0, start - 4), max(1, start - 3)),) if source is None else source
    return Attribution(before, (Span(max(1, start - 2), max(2, start - 1)),), (Span(start, end),), Kind.INDIRECT, found_by=by)


def joined(first: Sequence[Attribution], second: Sequence[Attribution]) -> tuple[Attribution, ...]:
    return nested(together(first, second))


def test_the_first_wins_where_both_found_one_thing() -> None:
    assert joined([found(10, 50, "a")], [found(15, 50, "b")]) == (found(10, 50, "a"),)


def test_the_second_fills_gaps_and_inner_levels() -> None:
    both = joined([found(10, 50, "a")], [found(30, 45, "b"), found(60, 80, "b")])
    assert [(a.content[0].start, a.found_by, a.nested_in) for a in both] == [(10, "a", None), (30, "b", 0), (60, "b", None)]


def test_an_inner_level_has_a_source() -> None:
    assert joined([found(10, 50, "a")], [found(30, 45, "b", source=())]) == (found(10, 50, "a"),)


def test_an_inner_level_stands_wholly_inside() -> None:
    outside = Attribution((Span(2, 4),), (Span(5, 8),), (Span(30, 45),), Kind.INDIRECT, found_by="b/tag-quote")
    backwards = Attribution((Span(36, 38),), (Span(39, 42),), (Span(20, 34),), Kind.INDIRECT, found_by="b/belief")
    uncued = Attribution((Span(12, 14),), (), (Span(30, 45),), Kind.DIRECT, found_by="b/quote-alone")
    assert joined([found(10, 50, "a")], [outside, backwards, uncued]) == (found(10, 50, "a"),)


def test_crossing_findings_of_the_second_are_left_out() -> None:
    assert joined([found(10, 50, "a")], [found(40, 90, "b")]) == (found(10, 50, "a"),)


def test_the_smallest_holder_is_the_outer_level() -> None:
    both = joined([found(0, 100, "a"), found(10, 60, "a")], [found(20, 30, "b")])
    assert [a.nested_in for a in both] == [None, 0, 1]


def test_the_second_reads_only_where_something_may_be_missing() -> None:
    text = "Ilse said the ferry sails. Orlan said it stays. Rain fell on the quay."
    read: list[str] = []

    class Parsing:
        def parse_many(self, texts: Sequence[str]) -> Iterator[Parse]:
            read.extend(texts)
            return SpacyParser().parse_many(texts)

    known = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 25),), Kind.INDIRECT)
    (beside,) = RuleAttributor(Parsing()).beside(Document("d", "d", text, language="en"), [known])
    assert read == ["Orlan said it stays."]
    assert [span.of(text) for span in beside.content] == ["it stays"]


class Fixed:
    """Finds one thing in everything."""

    def __init__(self, name: str) -> None:
        self.name = name

    def attribute(self, documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
        return [(found(0, 1, self.name),) for _ in documents]


def test_each_language_has_its_method() -> None:
    method = ByLanguage(Fixed("model"), Fixed("rules"), languages=("en",))
    documents = [Document("1", "1", "Yes.", language="en"), Document("2", "2", "Так.", language="uk")]
    assert [a.found_by for (a,) in method.attribute(documents)] == ["model", "rules"]
    assert method.name == "model+rules"


def test_a_closing_speaker_stands_around_what_the_first_hardly_saw() -> None:
    outer = Attribution((Span(60, 70),), (Span(71, 75),), (Span(0, 58),), Kind.INDIRECT, found_by="b/clausal")
    weak = Attribution((Span(12, 16),), (Span(17, 25),), (Span(26, 58),), Kind.INDIRECT, probability=0.4, found_by="a")
    assert [a.found_by for a in joined([weak], [outer])] == ["b/clausal", "a"]
    sure = Attribution(weak.source, weak.cue, weak.content, Kind.INDIRECT, probability=0.8, found_by="a")
    assert joined([sure], [outer]) == (sure,)


def test_what_a_speaker_does_nothing_but_tell_is_its_owners_too() -> None:
    text = "The agency said that Orlan refused to meet the envoys of the two ports. He said he wants a truce."
    others = RuleAttributor(SpacyParser()).attribute([Document("d", "d", text, language="en")])[0]
    inner = [attribution for attribution in others if attribution.nested_in is not None]
    assert [quote(text, a.source) for a in inner if tells(text, a)] == ["Orlan"]
    (refusal,) = (a for a in inner if tells(text, a))
    whole = Attribution((Span(0, 10),), (Span(11, 15),), (Span(16, 70),), Kind.INDIRECT, found_by="a")
    assert joined([whole], [refusal]) == (whole,)
    told = nested(together([whole], [refusal], told=[refusal]))
    assert [(quote(text, a.source), quote(text, a.content), a.nested_in) for a in told][1] == (
        "Orlan",
        "to meet the envoys of the two ports",
        0,
    )

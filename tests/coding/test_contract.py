"""What holds for every coding: spans inside the text, the condition inside the content, the same answer twice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.coding import Coder, code
from verbale.coding.phrases import Lexicon, inflections
from verbale.coding.plover import CROSSWALK, ROOTS, root_of
from verbale.values import Attribution, Document, Kind, Move, Resolution, Span

from .talks import CODER, DOSSIER, coded

PHRASES = (
    "Varland", "said", "would not", "rule out", "neutral zone", "if", "unless", "tolls", '"', "“", "”", ".", ",", "in exchange for", "must",
    "\n", "…", "переговоры", "нейтральный статус", "İstanbul", "cease-fire", "'s", "not", "talks", "the proposal", "shelling", "—",
)  # fmt: skip


@given(st.lists(st.sampled_from(PHRASES), min_size=4, max_size=30), st.data())
def test_every_span_lies_in_the_text_and_the_condition_in_the_content(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6, unique=True))) if len(text) >= 6 else []
    if len(cuts) < 6:
        return
    pieces = [Span(cuts[0], cuts[1]), Span(cuts[2], cuts[3]), Span(cuts[4], cuts[5])]
    order = data.draw(st.permutations(pieces))
    attribution = Attribution((order[0],), (order[1],), (order[2],), data.draw(st.sampled_from(Kind)))
    document = Document(id="d", path="d", text=text, title="Talks on tolls")
    resolutions = [Resolution(None, data.draw(st.sampled_from(["varland", None])))]
    (coding,) = code(document, [attribution], resolutions, CODER)
    spans = [*coding.evidence, *coding.condition, *(part for issue in coding.issues for part in (*issue.evidence, *issue.turned_by))]
    assert all(part.end <= len(text) for part in spans)
    assert all(order[2].contains(part) for part in coding.condition)
    assert coding.conditional == bool(coding.condition)
    assert all(0 <= issue.probability <= 1 and 0 <= issue.stance_probability <= 1 for issue in coding.issues)
    assert all(issue.evidence for issue in coding.issues)
    assert code(document, [attribution], resolutions, CODER) == (coding,)


def test_russian_and_ukrainian_break_nothing() -> None:
    _, coding = coded("Москва", "заявила", "что переговоры идут трудно", None)
    assert coding.move is Move.REPORT


def test_as_many_resolutions_as_attributions() -> None:
    with pytest.raises(ValueError, match="1 attributions but 0 resolutions"):
        code(Document(id="d", path="d", text="abc"), [Attribution((), (), (Span(0, 3),), Kind.DIRECT)], [], CODER)


def test_no_attributions_no_codings() -> None:
    assert code(Document(id="d", path="d", text=""), [], [], CODER) == ()


def test_the_coders_name_follows_the_dossier() -> None:
    assert Coder.of(replace(DOSSIER, fingerprint="a")).name != Coder.of(replace(DOSSIER, fingerprint="b")).name


def test_phrases_are_found_in_every_form_and_spelling_of_the_apostrophe() -> None:
    lexicon = Lexicon([("no", 1.0, ["won't (accept/take)"]), ("push", 1.0, ["push~ _ for"])])
    assert [hit.label for hit in lexicon.hits("They won’t take it and pushed once more for peace.")] == ["no", "push"]
    assert set(inflections("deny")) == {"deny", "denies", "denied", "denying"}
    assert set(inflections("plan")) >= {"planned", "planning"}


def test_every_move_has_its_root() -> None:
    assert set(CROSSWALK) == set(Move)
    assert set(CROSSWALK.values()) - {None} == set(ROOTS)
    assert root_of(coded("Varland", "rejected", "the plan")[1]) == "REJECT"
    assert root_of(coded("Varland", "said", "it was raining in Pell")[1]) is None

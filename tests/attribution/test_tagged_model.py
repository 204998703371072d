"""The shipped tagger on sentences made up here."""

from __future__ import annotations

import pytest

from verbale.attribution.tagged import TaggedAttributor
from verbale.engines.onnx_tagger import load
from verbale.values import Attribution, Document, Kind


@pytest.fixture(scope="module")
def tagger() -> TaggedAttributor:
    return load(threads=1)


def found(tagger: TaggedAttributor, text: str) -> tuple[Attribution, ...]:
    return tagger.attribute([Document("d", "d.txt", text)])[0]


def test_indirect_speech(tagger: TaggedAttributor) -> None:
    text = "Foreign Minister Oleh Marchenko said on Tuesday that the talks would resume within days."
    (only,) = found(tagger, text)
    assert only.source[0].of(text).endswith("Oleh Marchenko")
    assert only.cue[0].of(text).startswith("said")
    assert only.content[0].of(text).startswith("that the talks would resume")
    assert only.kind is Kind.INDIRECT
    assert only.found_by == tagger.name
    assert 0.5 < only.probability <= 1


def test_a_quotation_around_its_cue_is_one_attribution(tagger: TaggedAttributor) -> None:
    text = "“We will not sign this paper,” said Ms. Ruta Oduya, the delegate, “until the port is open.”"
    (only,) = found(tagger, text)
    assert "Oduya" in only.source[0].of(text)
    assert [s.of(text).strip("“”,.") for s in only.content] == ["We will not sign this paper", "until the port is open"]
    assert only.kind is Kind.DIRECT


def test_narration_is_no_attribution(tagger: TaggedAttributor) -> None:
    assert found(tagger, "Rain fell on the harbour all night, and the ferry left at six with forty cars on board.") == ()


def test_the_same_text_gives_the_same_answer_in_any_company(tagger: TaggedAttributor) -> None:
    texts = [
        "The ministry denied that any shipment had left the port.",
        "Ilse Brandt told reporters the border would reopen on Friday. " * 9,
        "According to the mayor, nobody was hurt.",
    ]
    documents = [Document(str(i), str(i), text) for i, text in enumerate(texts)]
    together = tagger.attribute(documents)
    for document, attributions in zip(documents, together, strict=True):
        (alone,) = tagger.attribute([document])
        assert [(a.source, a.cue, a.content) for a in alone] == [(a.source, a.cue, a.content) for a in attributions]


def test_one_tagger_per_process() -> None:
    assert load(threads=1) is load(threads=1)

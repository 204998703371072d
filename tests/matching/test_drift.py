"""Drift: what differs between wordings of one utterance."""

from __future__ import annotations

from datetime import date

import pytest

from verbale.matching import Change, Wording, drift
from verbale.values import Kind, Span

DAY = date(2031, 4, 14)


def wording(name: str, text: str, *, kind: Kind = Kind.DIRECT, speaker: str = "velk") -> Wording:
    return Wording(name, name, speaker, DAY, DAY, kind, text, 0)


REFERENCE = wording("a", '"In my view we could release about 120 prisoners from Harlow by the end of May, and perhaps more later."')


def words_of(text: str, spans: tuple[Span, ...]) -> str:
    return " ".join(span.of(text) for span in spans)


def test_the_fullest_quotation_is_the_reference() -> None:
    assert drift([wording("b", "120 prisoners would be freed", kind=Kind.INDIRECT), REFERENCE]).reference == "a"


def test_a_report_that_drops_the_hedges_is_hardened() -> None:
    (variant,) = drift([REFERENCE, wording("b", "We will release 120 prisoners from Harlow by the end of May.")]).variants
    assert set(variant.missing_hedges) == {"could", "perhaps", "in my view"}
    assert variant.hardened


def test_the_would_of_reported_speech_is_no_hedge() -> None:
    (variant,) = drift(
        [wording("a", '"We will release 120 prisoners."'), wording("b", "they would free 120 prisoners", kind=Kind.INDIRECT)]
    ).variants
    assert (variant.missing_hedges, variant.other_hedges) == ((), ())
    (variant,) = drift([REFERENCE, wording("b", "they would release about 120 prisoners", kind=Kind.INDIRECT)]).variants
    assert "could" in variant.missing_hedges
    assert variant.hardened


def test_numbers_and_names_that_differ_are_named() -> None:
    (variant,) = drift([REFERENCE, wording("b", "We could release 150 prisoners from Torsby by the end of May.")]).variants
    assert (variant.missing_numbers, variant.other_numbers) == (("120",), ("150",))
    assert (variant.missing_names, variant.other_names) == (("Harlow",), ("Torsby",))


def test_a_report_credited_to_somebody_else_says_so() -> None:
    variants = drift([REFERENCE, wording("b", REFERENCE.text), wording("c", REFERENCE.text, speaker="arden")]).variants
    assert [variant.speaker for variant in variants] == [None, "arden"]


def test_segments_cover_both_texts_and_mark_the_differences() -> None:
    other = wording("b", "We could free 120 prisoners from Harlow by the end of May.")
    (variant,) = drift([REFERENCE, other]).variants
    marked = [(s.change, words_of(REFERENCE.text, s.there), words_of(other.text, s.here)) for s in variant.segments]
    assert (Change.DROPPED, "In my view", "") in marked
    assert marked[-1] == (Change.DROPPED, "and perhaps more later", "")
    assert " ".join(here for _, _, here in marked).split() == other.text.rstrip(".").split()


def test_an_inflected_or_near_word_counts_as_the_same() -> None:
    (variant,) = drift(
        [wording("a", '"The two sides accepted the plan."'), wording("b", "both parties accept the plan", kind=Kind.INDIRECT)]
    ).variants
    assert [s.change for s in variant.segments if s.change is Change.SAME]
    assert not any("plan" in words_of("both parties accept the plan", s.here) for s in variant.segments if s.change is not Change.SAME)


def test_one_wording_drifts_from_nothing() -> None:
    assert drift([REFERENCE]).variants == ()
    with pytest.raises(ValueError, match="at least one"):
        drift([])

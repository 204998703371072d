from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.talks import DOSSIER, document, said
from tests.views.record import Memory
from verbale.dossier.model import Dossier, Negotiation
from verbale.values import Span
from verbale.views.citations import LONG, Citations, bare, cut
from verbale.views.page import sentence
from verbale.views.phrases import Voices, is_clause, listed, with_article
from verbale.views.tenses import past


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“We are close,”", "We are close"),
        ('"We are close."', "We are close"),
        ("that is all.", "that is all"),
        ('the talks were "half-way" there', 'the talks were "half-way" there'),
        ('an end to "denazification."', 'an end to "denazification."'),
        ("the sides' hopes", "the sides' hopes"),
        ("along, of course, with guarantees,”", "along, of course, with guarantees"),
        ("«Мы готовы»,", "Мы готовы"),
    ],
)
def test_outer_marks_go_and_inner_ones_stay(text: str, shown: str) -> None:
    span = bare(text, Span(0, len(text)))
    assert span is not None
    assert span.of(text) == shown


def test_a_long_quotation_is_cut_where_a_clause_ends() -> None:
    text = "We have come a long way in these talks and the texts are on the table before us, " * 6
    (kept,) = cut(text, (Span(0, len(text)),))
    assert kept.end <= LONG
    assert text[kept.end] in ",. "
    assert kept.of(text).endswith("before us")


def test_a_long_quotation_is_rather_cut_where_a_sentence_ends() -> None:
    text = "The ships will stay where they are until the last crown has been paid to us. " + "Then, and only then, we may see, " * 12
    (kept,) = cut(text, (Span(0, len(text)),))
    assert kept.of(text).endswith("paid to us")


@settings(max_examples=30)
@given(st.text(max_size=600), st.integers(0, 5))
def test_cutting_keeps_characters_and_order(text: str, start: int) -> None:
    if start < len(text):
        span = Span(start, len(text))
        for kept in cut(text, (span,)):
            assert span.contains(kept)
        shown = bare(text, span)
        assert shown is None or span.contains(shown)


@pytest.mark.parametrize(
    ("begins", "ends", "shown"),
    [
        (date(2022, 2, 28), None, "18 March"),
        (date(2022, 2, 28), date(2022, 6, 1), "18 March"),
        (date(2021, 2, 28), date(2022, 6, 1), "18 March 2022"),
        (None, None, "18 March 2022"),
    ],
)
def test_a_day_has_its_year_unless_the_negotiation_has_one_alone(begins: date | None, ends: date | None, shown: str) -> None:
    dossier = Dossier(Negotiation(id="talks", title="Talks", begins=begins, ends=ends))
    assert Voices(dossier, cast(Citations, None)).on(date(2022, 3, 18)) == shown


@pytest.mark.parametrize(
    ("present", "told"),
    [
        ("has proposed", "proposed"),
        ("is offering", "was offering"),
        ("says", "said"),
        ("asks", "asked"),
        ("denies", "denied"),
        ("urges", "urged"),
        ("want", "wanted"),
        ("deny", "denied"),
        ("have said", "said"),
        ("rejected", "rejected"),
        ("was quoted as saying", "was quoted as saying"),
    ],
)
def test_verbs_are_told_in_the_past(present: str, told: str) -> None:
    assert past(present) == told


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("it rejected the models", True),
        ("the sides are close to agreeing", True),
        ("to cut the tolls by half", False),
        ("the proposal", False),
        ("realised it could not join", False),
        ("a treaty that would bind both", False),
    ],
)
def test_what_may_follow_said_that(text: str, clause: bool) -> None:
    assert is_clause(text) is clause


def test_lists_and_articles() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert with_article("United States") == "the United States"
    assert with_article("Turkey") == "Turkey"


def test_a_sentence_without_support_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="without a citation"):
        sentence("All is well.")


@pytest.mark.parametrize("joint", ["", "that ", "because "])
def test_a_word_that_joins_reported_words_to_their_cue_is_no_part_of_the_sentence(joint: str) -> None:
    article = document("d", f"Ruiz spoke in Lindau, {joint}the locks are shut.\n", "wire", date(2030, 5, 7))
    told = said(article, f"{joint}the locks are shut", "ruiz", "valmora", on=date(2030, 5, 6))
    pieces = Voices(DOSSIER, Citations(Memory(told=(told,), articles=(article,)), DOSSIER)).tell(told)
    text = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    assert text == "On 6 May Ana Ruiz, Foreign Minister of Valmora, said that the locks are shut"

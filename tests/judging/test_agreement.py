"""Krippendorff's alpha from its definition, against values worked out by hand."""

from dataclasses import replace

import pytest

from tests.judging.statements import decided, statement
from verbale.judging import Verdict, agreements, alpha, rulings
from verbale.values import Move, Stance


def test_two_judges_on_ten_units() -> None:
    """Coincidences by hand: eight equal pairs and two unequal ones, n = 20, n_0 = 14, n_1 = 6.

    Observed disagreement 4 / 20, expected 2 · 14 · 6 / (20 · 19); alpha = 1 - (4/20) / (168/380).
    """
    units = [(0, 1), (1, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (1, 1), (1, 1)]
    assert alpha(units) == pytest.approx(1 - (4 / 20) / (168 / 380))
    assert alpha(units) == pytest.approx(0.547619, abs=1e-6)


def test_three_judges_with_gaps() -> None:
    """Units aaa, ab, bb, a (left out): n = 7, n_a = 4, n_b = 3; unequal pairs only in the second, once each way.

    o_ab = o_ba = 1, so alpha = 1 - (7 - 1) · 2 / (2 · 4 · 3) = 0.5.
    """
    assert alpha(["aaa", "ab", "bb", "a"]) == pytest.approx(0.5)


def test_a_unit_of_three_counts_each_pair_by_half() -> None:
    """Units aab, bb: o_ab = 2 · 1 / 2 = 1 each way; n = 5, n_a = 2, n_b = 3; alpha = 1 - 4 · 2 / (2 · 2 · 3) = 1/3."""
    assert alpha(["aab", "bb"]) == pytest.approx(1 / 3)


def test_full_agreement_is_one_and_full_disagreement_is_below_chance() -> None:
    assert alpha(["aa", "bb", "cc"]) == 1
    value = alpha(["ab", "ba", "ab"])
    assert value is not None and value < 0
    assert value == pytest.approx(1 - 5 * 6 / 18)


def test_where_nothing_varies_there_is_nothing_to_agree_on() -> None:
    assert alpha(["aa", "aa"]) is None
    assert alpha([]) is None
    assert alpha(["a", "b"]) is None


def test_fields_are_compared_on_what_two_judged() -> None:
    one, two, three = statement(0, 100, 200), statement(1, 300, 400), statement(2, 500, 600)
    other = replace(Verdict.of(two), move=Move.DEMAND, issues=(("water", Stance.AGAINST), ("border", Stance.FOR)))
    made = [
        decided(one, Verdict.of(one), judge="ann"),
        decided(one, Verdict.of(one), judge="bo"),
        decided(two, Verdict.of(two), judge="ann"),
        decided(two, other, judge="bo"),
        decided(three, Verdict.of(three), judge="ann"),
        decided(three, Verdict.of(three, found=False), judge="bo"),
        decided(statement(3, 700, 800), Verdict.of(one), judge="ann"),
    ]
    found = {a.field: (a.units, a.equal) for a in agreements(rulings(made))}
    assert found == {"found": (3, 2), "speaker": (2, 2), "issues": (2, 1), "move": (2, 1), "stance": (2, 1)}

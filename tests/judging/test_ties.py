"""Utterances joined and taken apart by hand."""

from verbale.ids import utterance_id
from verbale.judging import Tie, tied
from verbale.values import Utterance


def of(*groups: str) -> tuple[Utterance, ...]:
    return tuple(sorted((Utterance(utterance_id(tuple(group)), tuple(group)) for group in groups), key=lambda u: u.id))


def groups(found: tuple[Utterance, ...]) -> set[str]:
    return {"".join(utterance.statements) for utterance in found}


def test_two_utterances_become_one_in_the_order_of_their_statements() -> None:
    assert groups(tied(of("ac", "bd", "e"), [Tie("d", "a")], order=str)) == {"abcd", "e"}


def test_a_statement_is_set_apart() -> None:
    assert groups(tied(of("abc", "d"), [Tie("b", None)], order=str)) == {"ac", "b", "d"}


def test_later_ties_build_on_earlier_ones() -> None:
    assert groups(tied(of("ab", "c"), [Tie("a", "c"), Tie("b", None)], order=str)) == {"ac", "b"}
    assert groups(tied(of("ab", "c"), [Tie("b", None), Tie("a", "b")], order=str)) == {"ab", "c"}


def test_ties_that_change_nothing_leave_all_as_it_is() -> None:
    found = of("ab", "c")
    assert tied(found, [Tie("a", "b"), Tie("c", None), Tie("a", "gone"), Tie("gone", None)], order=str) == found


def test_equal_statements_give_an_equal_id() -> None:
    assert tied(of("ab", "c"), [Tie("a", "c")], order=str) == of("abc")

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.analysis import Position, Settledness, Weight, positions, shifts
from verbale.analysis import Testimony as Told
from verbale.analysis.authority import title_weight
from verbale.values import Move, Span, Stance

from .talks import AGAINST, DOSSIER, FOR, MONDAY, SECOND_MONDAY, TESTIMONIES, UNCLEAR, document, said

PAGE = document("page", "alpha one. bravo two. charlie three. delta four. echo five.", "herald", date(2030, 5, 20))


def on_tolls(*testimonies: Told, party: str = "kestria", as_of: date | None = None) -> Position | None:
    found = positions(testimonies, DOSSIER, as_of=as_of)
    return next((p for p in found if p.party == party and p.issue == "tolls"), None)


def spoke(words: str, speaker: str, stance: Stance, day: int, *, move: Move = Move.DEMAND, **more: object) -> Told:
    actor = DOSSIER.actor(speaker)
    party = actor.party if actor else speaker
    return said(PAGE, words, speaker, party, move=move, on=date(2030, 5, day), issues={"tolls": stance}, **more)  # type: ignore[arg-type]


def test_a_later_statement_supersedes_an_earlier_one_and_keeps_it_as_history() -> None:
    position = on_tolls(*TESTIMONIES)
    assert position is not None
    assert position.stance is FOR
    assert position.current.conditional
    assert position.current.since == SECOND_MONDAY
    assert position.before is not None
    assert (position.before.stance, position.before.since, position.before.until) == (AGAINST, MONDAY, SECOND_MONDAY)
    assert position.before.best.quote.startswith('"We will not lower')


def test_two_reports_by_independent_publishers_are_two_witnesses_of_one_utterance() -> None:
    position = on_tolls(*TESTIMONIES, as_of=date(2030, 5, 8))
    assert position is not None
    assert position.current.witnesses == 2
    assert position.settledness is Settledness.SETTLED


def test_copies_of_one_witness_settle_nothing() -> None:
    one = spoke("alpha one", "hahn", AGAINST, 6, utterance="u", witness="wire")
    copy = spoke("bravo two", "hahn", AGAINST, 6, utterance="u", witness="wire")
    position = on_tolls(one, copy)
    assert position is not None
    assert position.current.witnesses == 1
    assert position.settledness is Settledness.STATED


def test_a_silent_party_has_no_position() -> None:
    assert on_tolls(*TESTIMONIES, party="norland") is None


def test_an_unclear_statement_never_overrides_a_clear_one() -> None:
    position = on_tolls(spoke("alpha one", "hahn", AGAINST, 6), spoke("bravo two", "hahn", UNCLEAR, 8))
    assert position is not None
    assert position.stance is AGAINST


def test_a_minister_does_not_overrule_the_head_of_state() -> None:
    position = on_tolls(spoke("alpha one", "hahn", AGAINST, 6), spoke("bravo two", "pell", FOR, 8))
    assert position is not None
    assert position.stance is AGAINST
    assert position.current.contradictory
    assert position.settledness is Settledness.CONTESTED


def test_the_head_of_state_overrules_a_spokeswoman_on_the_same_day() -> None:
    position = on_tolls(spoke("alpha one", "pell", FOR, 6), spoke("bravo two", "hahn", AGAINST, 6))
    assert position is not None
    assert position.stance is AGAINST
    assert position.before is None


def test_what_the_other_side_reports_of_a_party_is_not_its_stance() -> None:
    outer = spoke("alpha one. bravo two", "ruiz", UNCLEAR, 6, position=0)
    inner = spoke("bravo two", "hahn", FOR, 6, position=1, nested_in=0)
    assert on_tolls(outer, inner) is None


def test_an_assessment_moves_no_stand_that_was_taken_and_alone_only_indicates() -> None:
    stand, assessment = spoke("alpha one", "pell", AGAINST, 6), spoke("bravo two", "hahn", FOR, 8, move=Move.REPORT)
    position = on_tolls(stand, assessment)
    assert position is not None
    assert position.stance is AGAINST
    assert not position.current.contradictory
    leaning = on_tolls(assessment)
    assert leaning is not None
    assert leaning.settledness is Settledness.INDICATED


def test_an_undated_statement_neither_supersedes_nor_is_superseded() -> None:
    page = document("undated", "alpha one", None, None)
    undated = said(page, "alpha one", "hahn", "kestria", move=Move.DEMAND, issues={"tolls": FOR})
    position = on_tolls(spoke("bravo two", "hahn", AGAINST, 6), undated)
    assert position is not None
    assert position.stance is AGAINST
    assert position.before is None


def test_a_stance_that_is_no_better_than_a_coins_throw_is_unclear() -> None:
    position = on_tolls(spoke("alpha one", "hahn", FOR, 6, probability=0.4))
    assert position is not None
    assert position.stance is UNCLEAR
    assert position.settledness is Settledness.OPEN


def test_shifts_name_the_day_and_both_periods() -> None:
    found = [shift for shift in shifts(TESTIMONIES, DOSSIER, since=date(2030, 5, 8)) if shift.before is not None]
    assert [(s.party, s.issue, s.on, s.before and s.before.stance, s.after.stance) for s in found] == [
        ("kestria", "tolls", SECOND_MONDAY, AGAINST, FOR)
    ]
    assert not shifts(TESTIMONIES, DOSSIER, since=SECOND_MONDAY + timedelta(days=1))


def test_a_first_word_is_a_shift_from_silence() -> None:
    first = [shift for shift in shifts(TESTIMONIES, DOSSIER, until=MONDAY) if shift.party == "valmora"]
    assert [(shift.before, shift.after.stance) for shift in first] == [(None, FOR)]


@pytest.mark.parametrize(
    ("title", "weight"),
    [
        ("President of Kestria", Weight.HEAD),
        ("Prime Minister of Valmora", Weight.HEAD),
        ("aide to the President of Kestria", Weight.DELEGATION),
        ("adviser to the head of the Office of the President", Weight.DELEGATION),
        ("head of the Kestrian delegation", Weight.DELEGATION),
        ("Foreign Minister of Valmora", Weight.MINISTER),
        ("Secretary of State", Weight.MINISTER),
        ("spokesman of the Prime Minister", Weight.MINISTER),
        ("Vice President", Weight.MINISTER),
        ("analyst", Weight.OTHER),
    ],
)
def test_titles_carry_weight(title: str, weight: Weight) -> None:
    assert title_weight(title) is weight


@settings(max_examples=30)
@given(st.permutations(list(TESTIMONIES)))
def test_the_order_of_arrival_changes_nothing(shuffled: list[Told]) -> None:
    assert positions(shuffled, DOSSIER) == positions(TESTIMONIES, DOSSIER)
    assert shifts(shuffled, DOSSIER) == shifts(TESTIMONIES, DOSSIER)


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.sampled_from(["hahn", "pell"]), st.sampled_from([FOR, AGAINST, UNCLEAR]), st.integers(6, 12)), min_size=1, max_size=6
    )
)
def test_periods_follow_each_other_and_differ(spoken: list[tuple[str, Stance, int]]) -> None:
    words = ["alpha", "bravo", "charlie", "delta", "echo", "five"]
    position = on_tolls(*(spoke(word, who, stance, day) for word, (who, stance, day) in zip(words, spoken, strict=False)))
    assert position is not None
    before, current = position.before, position.current
    assert before is None or (before.until == current.since and before.stance is not current.stance)
    assert current.until is None
    assert current.best.statement.resolution.party == "kestria"


def test_titles_of_articles_are_not_shown_while_the_text_has_more() -> None:
    page = document("titled", "No cut in tolls\n\nHahn said there would be no cut in the tolls this year.", "herald", date(2030, 5, 20))
    headline = said(page, "No cut in tolls", "hahn", "kestria", move=Move.REJECT, issues={"tolls": AGAINST})
    body = said(page, "there would be no cut in the tolls this year", "hahn", "kestria", move=Move.REJECT, issues={"tolls": AGAINST})
    position = on_tolls(headline, body)
    assert position is not None
    assert position.best is body


def test_what_is_named_in_passing_takes_no_stand() -> None:
    text = "Ships must leave the bay, because the tolls feed the war. Kestria will cut its tolls."
    page = document("passing", text, "herald", date(2030, 5, 20))
    words = text.split(". ")[0]
    passing = said(page, words, "hahn", "kestria", move=Move.DEMAND, issues={"tolls": FOR})
    start = text.index("tolls")
    statement = passing.statement
    coded = replace(statement.coding, issues=(replace(statement.coding.issues[0], evidence=(Span(start, start + 5),)),))
    position = on_tolls(replace(passing, statement=replace(statement, coding=coded)))
    assert position is not None
    assert position.settledness is Settledness.INDICATED

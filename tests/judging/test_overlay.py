"""A person's word holds, survives what the machine does next, and leaves no trace when it is taken back."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.judging.statements import decided, statement
from verbale.judging import Subject, Verdict, overlaid, place
from verbale.values import Judged, Known, Move, Span, Speaker, Stance

ONE, TWO, INNER = statement(0, 100, 200), statement(1, 300, 400), statement(2, 320, 360, nested_in=1)
ALL = (ONE, TWO, INNER)


def test_without_judgements_all_stays() -> None:
    assert overlaid(ALL, []).shown == ALL


def test_what_is_rejected_is_gone_and_what_it_held_moves_out() -> None:
    shown = overlaid(ALL, [decided(TWO, Verdict.of(TWO, found=False))]).shown
    assert [s.id for s in shown] == [ONE.id, INNER.id]
    assert shown[1].attribution.nested_in is None
    assert shown[1].judged is None


def test_a_correction_wins_in_every_field_and_says_whose_it_is() -> None:
    verdict = replace(
        Verdict.of(ONE),
        speaker=Speaker(None, "Bo"),
        party=None,
        said_on=date(2025, 4, 3),
        move=Move.DEMAND,
        issues=(("water", Stance.AGAINST), ("border", Stance.FOR)),
        content=(Span(110, 190),),
    )
    shown = overlaid(ALL, [decided(ONE, verdict)]).shown[0]
    assert shown.id == ONE.id
    assert Verdict.of(shown) == verdict
    assert shown.resolution.said_on.known is Known.STATED
    assert shown.resolution.channel == ("radio",)
    assert shown.judged == Judged("ann", date(2025, 5, 1))
    assert (shown.attribution.probability, shown.resolution.probability, shown.coding.probability) == (1.0, 1.0, 1.0)
    assert shown.coding.evidence == ()


def test_what_is_accepted_keeps_its_evidence() -> None:
    shown = overlaid([ONE], [decided(ONE, Verdict.of(ONE))]).shown[0]
    assert shown.resolution.said_on == ONE.resolution.said_on
    assert shown.coding.evidence == ONE.coding.evidence
    assert shown.coding.issues[0].evidence == ONE.coding.issues[0].evidence
    assert shown.judged is not None and not shown.judged.again


def test_the_latest_word_holds_and_the_difference_is_told() -> None:
    demand, reject = replace(Verdict.of(ONE), move=Move.DEMAND), Verdict.of(ONE, found=False)
    first, second = decided(ONE, demand, judge="ann", minute=1), decided(ONE, Verdict.of(ONE), judge="bo", minute=2)
    shown = overlaid([ONE], [second, first]).shown[0]
    assert shown.coding.move is Move.OFFER
    assert shown.judged is not None and shown.judged.by == "bo" and shown.judged.disputed
    again = decided(ONE, demand, judge="bo", minute=3)
    agreed = overlaid([ONE], [first, second, again]).shown[0]
    assert agreed.judged is not None and agreed.judged.by == "bo" and not agreed.judged.disputed
    assert overlaid([ONE], [first, second, decided(ONE, reject, judge="ann", minute=4)]).shown == ()


def test_two_rejections_agree_whatever_they_looked_at() -> None:
    other = replace(Verdict.of(ONE, found=False), move=Move.DEMAND)
    found = overlaid([ONE], [decided(ONE, Verdict.of(ONE, found=False)), decided(ONE, other, judge="bo", minute=1)])
    assert not found.rulings[ONE.id].disputed


def test_a_judgement_follows_spans_that_moved_a_little_and_asks_to_look_again() -> None:
    verdict = replace(Verdict.of(ONE), move=Move.DEMAND)
    moved = statement(0, 90, 200)
    shown = overlaid([moved], [decided(ONE, verdict)]).shown
    assert [s.id for s in shown] == [moved.id]
    assert shown[0].attribution.content == ONE.attribution.content
    assert shown[0].judged is not None and shown[0].judged.again


def test_what_the_machine_finds_no_more_stays_if_a_person_found_it() -> None:
    shown = overlaid([TWO], [decided(ONE, Verdict.of(ONE))]).shown
    assert len(shown) == 2
    kept = shown[1]
    assert Verdict.of(kept) == Verdict.of(ONE)
    assert kept.position not in {TWO.position}
    assert kept.judged is not None and kept.judged.again
    assert overlaid([TWO], [decided(ONE, Verdict.of(ONE, found=False))]).shown == (TWO,)


def test_the_nearer_judgement_takes_the_statement() -> None:
    near, far = decided(ONE, replace(Verdict.of(ONE), move=Move.DEMAND)), Subject("d", (Span(100, 160),))
    shown = overlaid([ONE], [decided(far, Verdict.of(ONE, found=False), minute=5), near]).shown
    assert [s.coding.move for s in shown] == [Move.DEMAND]


def test_who_looks_again_settles_it() -> None:
    moved, before = statement(0, 90, 200), decided(ONE, replace(Verdict.of(ONE), move=Move.DEMAND))
    again = replace(decided(moved, Verdict.of(moved), minute=5), instead_of=Subject.of(ONE))
    shown = overlaid([moved], [before, again]).shown
    assert [(s.id, s.coding.move) for s in shown] == [(moved.id, Move.OFFER)]
    assert shown[0].judged is not None and not shown[0].judged.again
    knowing = replace(decided(ONE, Verdict.of(ONE), minute=6), unproposed=True)
    assert [s.judged.again for s in overlaid([], [knowing]).shown if s.judged] == [False]


def test_a_subject_finds_its_statement_or_none() -> None:
    assert place(Subject.of(INNER), ALL) == INNER
    assert place(Subject("d", (Span(105, 205),)), ALL) == ONE
    assert place(Subject("d", (Span(500, 600),)), ALL) is None
    assert place(Subject("d", (Span(190, 300),)), ALL) is None


def test_subjects_and_verdicts_survive_the_record() -> None:
    for one in ALL:
        assert Subject.read(str(Subject.of(one))) == Subject.of(one)
        for found in (True, False):
            verdict = Verdict.of(one, found=found)
            assert Verdict.read(verdict.told()) == verdict
    silent = replace(Verdict.of(ONE), speaker=None, party=None, said_on=None, issues=())
    assert Verdict.read(silent.told()) == silent


JUDGES = st.lists(st.tuples(st.sampled_from(ALL), st.booleans(), st.sampled_from(list(Move)), st.sampled_from(["ann", "bo"])), max_size=6)


@given(JUDGES, st.randoms(use_true_random=False))
def test_the_order_in_which_judgements_are_read_plays_no_part(made: list[tuple[object, bool, Move, str]], random: object) -> None:
    decisions = [
        decided(of, replace(Verdict.of(of, found=found), move=move), judge=judge, minute=n)  # type: ignore[arg-type]
        for n, (of, found, move, judge) in enumerate(made)
    ]
    shuffled = list(decisions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert overlaid(ALL, shuffled) == overlaid(ALL, decisions)
    assert {s.position for s in overlaid(ALL, decisions).shown} <= {s.position for s in ALL}

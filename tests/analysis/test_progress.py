from __future__ import annotations

from datetime import date

import pytest

from verbale.analysis import Progress, gaps, progress_claims
from verbale.analysis.levels import level_of
from verbale.values import Move

from .talks import CLOSE, DOSSIER, FRIDAY, STALLED, TESTIMONIES, document, said


@pytest.mark.parametrize(
    ("words", "move", "level"),
    [
        ("the talks are at a dead end", Move.OBSTACLE, Progress.DEAD_END),
        ("the negotiations have collapsed", Move.REPORT, Progress.DEAD_END),
        ("our positions have not changed since the talks began", Move.OBSTACLE, Progress.STALLED),
        ("there is no agreement yet", Move.OBSTACLE, Progress.STALLED),
        ("the negotiations are not easy", Move.OBSTACLE, Progress.DIFFICULT),
        ("the talks continue", Move.PROGRESS, Progress.UNDER_WAY),
        ("there is hope for a compromise", Move.PROGRESS, Progress.HOPEFUL),
        ("the sides are close to agreeing on the text", Move.ACCEPT, Progress.CLOSE),
        ("the delegations have agreed on the text of a treaty", Move.PROGRESS, Progress.AGREED),
    ],
)
def test_the_words_place_a_claim_on_the_scale(words: str, move: Move, level: Progress) -> None:
    assert level_of(words, move) == (level, True)


@pytest.mark.parametrize("words", ["we demand that the tolls be cut", "the war is difficult", "the agreement of 1990 was signed in Lindau"])
def test_other_statements_say_nothing_of_the_talks(words: str) -> None:
    assert level_of(words, Move.REPORT) is None


def test_hope_that_speaks_of_no_talks_is_no_claim_unless_it_says_no_more() -> None:
    hope = "he hoped it would never be necessary for the fleet to take up arms against the ports of the canal"
    assert level_of(hope, Move.PROGRESS) is None
    assert level_of("we are full of hope", Move.PROGRESS) == (Progress.HOPEFUL, False)
    assert level_of("it has more advanced dredgers, so much for the deal on the locks", Move.PROGRESS) == (Progress.HOPEFUL, False)


def test_each_side_has_one_claim_a_day_and_the_words_that_make_it() -> None:
    found = progress_claims(TESTIMONIES, DOSSIER)
    assert [(c.party, c.day, c.level) for c in found] == [("valmora", FRIDAY, Progress.CLOSE), ("kestria", FRIDAY, Progress.STALLED)]
    assert found[1].best is STALLED
    text = STALLED.quote
    start = STALLED.content[0].start
    assert [text[span.start - start : span.end - start] for span in found[1].words] == ['Our positions are unchanged,"']


def test_the_gap_between_the_sides_is_counted_in_steps() -> None:
    (gap,) = gaps(progress_claims(TESTIMONIES, DOSSIER))
    assert gap.higher.best is CLOSE
    assert gap.lower.best is STALLED
    assert gap.size == 4


def test_claims_far_apart_in_time_make_no_gap() -> None:
    late = said(
        document("late", "the talks are at a dead end", "herald", date(2030, 5, 20)),
        "the talks are at a dead end",
        "pell",
        "kestria",
        move=Move.OBSTACLE,
    )
    assert not gaps(progress_claims((CLOSE, late), DOSSIER))


def test_as_of_an_earlier_day_later_claims_are_unknown() -> None:
    assert not progress_claims(TESTIMONIES, DOSSIER, as_of=date(2030, 5, 9))

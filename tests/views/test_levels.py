"""What is remembered of how the talks go follows from the claims that are given, and from no others."""

from __future__ import annotations

from datetime import date

from verbale.analysis import Progress
from verbale.views.levels import levels_of

SIDES = ("north", "south")
APART = (("south", "2031-03-01", 1), ("north", "2031-03-01", 5), ("north", "2031-03-20", 6), ("south", "2031-03-21", 2))


def test_claims_stand_in_order_of_time_then_of_the_dossier() -> None:
    told = levels_of((("south", None, 3), *APART), SIDES).claims
    assert [(claim.party, claim.day) for claim in told[:3]] == [("south", None), ("north", date(2031, 3, 1)), ("south", date(2031, 3, 1))]


def test_of_equally_wide_gaps_the_latest_is_the_furthest() -> None:
    furthest = levels_of(APART, SIDES).furthest
    assert furthest is not None
    assert (furthest.higher.day, furthest.higher.level, furthest.lower.level) == (date(2031, 3, 20), Progress.AGREED, Progress.DIFFICULT)


def test_another_claim_changes_what_follows() -> None:
    before, after = levels_of(APART, SIDES), levels_of((*APART[:2], ("north", "2031-03-20", 2), APART[3]), SIDES)
    assert (len(before.gaps), len(after.gaps)) == (2, 1)
    assert len(before.quarrels) == 2
    assert levels_of((), SIDES).furthest is None

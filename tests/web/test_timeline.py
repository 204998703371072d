"""The timeline counts each statement once, in its day and party, and narrows to what is asked."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from verbale.api import Talks
from verbale.record.catalogue import Choice
from verbale.views.timeline import TimelineView


def counted(view: TimelineView) -> int:
    return sum(count for row in view.rows for count in row.counts)


def test_every_statement_is_counted_or_said_to_be_left_out(talks: Talks) -> None:
    view = talks.timeline()
    assert counted(view) == view.total > 0
    assert view.total + view.earlier + view.later + view.undated == sum(a.statements for a in talks.articles().articles)
    assert view.since is not None and view.until is not None
    assert date(2025, 4, 1) <= view.since < view.until <= date(2025, 4, 30)
    assert len(view.columns) == (view.until - view.since).days + 1


def test_a_first_or_a_last_day_alone_keeps_the_other_end(talks: Talks) -> None:
    whole, late, early = talks.timeline(), talks.timeline(since=date(2025, 4, 15)), talks.timeline(until=date(2025, 4, 14))
    assert (late.since, late.until) == (date(2025, 4, 15), whole.until)
    assert (early.since, early.until) == (whole.since, date(2025, 4, 14))
    assert late.total + early.total == whole.total


def test_the_counts_are_those_of_the_speakers(talks: Talks) -> None:
    speaker = talks.speakers().speakers[0]
    view = talks.timeline(Choice(speaker=speaker.key))
    days = Counter(hit.day for hit in talks.speaker(speaker.key).hits)
    assert view.total + view.earlier + view.later + view.undated == speaker.statements
    for column, *counts in zip(view.columns, *(row.counts for row in view.rows), strict=True):
        assert sum(counts) == days[column.since]


@pytest.mark.parametrize(
    ("since", "until", "unit"),
    [
        ("2025-04-01", "2025-06-01", "day"),
        ("2025-04-01", "2025-06-02", "week"),
        ("2024-01-01", "2025-12-31", "month"),
        ("2015-01-01", "2025-12-31", "year"),
    ],
)
def test_longer_times_have_larger_units_and_lose_nothing(talks: Talks, since: str, until: str, unit: str) -> None:
    view = talks.timeline(since=date.fromisoformat(since), until=date.fromisoformat(until))
    assert view.unit == unit
    assert len(view.columns) <= 62
    assert (view.columns[0].since, view.columns[-1].until) == (view.since, view.until)
    assert all((later.since - sooner.until).days == 1 for sooner, later in zip(view.columns, view.columns[1:], strict=False))
    assert counted(view) == view.total


@pytest.mark.parametrize("choice", [{"party": "doruna"}, {"issue": "inspection"}, {"move": "reject"}, {"publisher": "norwire"}])
def test_a_choice_keeps_only_what_fits(talks: Talks, rooms: TestClient, choice: dict[str, Any]) -> None:
    view = talks.timeline(Choice(**choice))
    assert 0 < view.total < talks.timeline().total
    assert rooms.get("/timeline.json", params=choice).json()["total"] == view.total
    for hit in view.statements:
        assert "party" not in choice or hit.party == "Doruna"
        assert "issue" not in choice or "Inspection of the dam" in [label for label, _ in hit.issues]
        assert "move" not in choice or hit.move.value == choice["move"]
        assert "publisher" not in choice or hit.publisher == "Norwire"


def test_one_day_lists_its_statements(talks: Talks) -> None:
    day = date(2025, 4, 15)
    view = talks.timeline(since=day, until=day)
    assert {hit.day for hit in view.statements} == {day}
    assert len(view.statements) == view.total

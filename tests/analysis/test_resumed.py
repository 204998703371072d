"""Proposals that go on from how they stood after a day are those that are made from the first day on."""

from __future__ import annotations

from datetime import date, timedelta

from tests.analysis.talks import DOSSIER
from verbale.analysis import findings
from verbale.analysis.kept import Kept
from verbale.analysis.proposals import ResumedProposals
from verbale.analysis.terms import Draft
from verbale.analysis.testimony import Citation
from verbale.values import Known, Span

FIRST = date(2030, 5, 1)


def draft(number: int) -> Draft:
    """A draft of every second day, on the tolls or on fishing."""
    words = ("to lower the tolls by half", "a treaty on fishing")[number % 2]
    fact = findings.Fact(words, Citation(f"d{number}", (Span(number, number + len(words)),)))
    return Draft("kestria", f"d{number}", FIRST + timedelta(days=2 * number), Known.STATED, terms=[fact])


def told(kept: Kept[findings.ProposalOf[str]]) -> str:
    """A proposal with its days, to be compared."""
    return repr(kept)


def test_proposals_of_many_weeks_go_on_from_any_note() -> None:
    drafts = [draft(number) for number in range(260)]
    whole = ResumedProposals("kestria", DOSSIER)
    whole.hear(drafts, [])
    full = whole.kept()
    assert whole.marks
    for mark in whole.marks:
        resumed = ResumedProposals("kestria", DOSSIER, mark.state)
        resumed.hear([one for one in drafts if one.on is not None and one.on > mark.day], [])
        opened = {one.finding.id for one in resumed.reopened()}
        before = [one for one in full if one.since <= mark.day]
        stay = [one for one in before if (one.until or date.max) <= mark.day or one.finding.id not in opened]
        assert sorted(map(told, [*stay, *resumed.kept()])) == sorted(map(told, full))

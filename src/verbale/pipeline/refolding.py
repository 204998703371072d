"""Positions and quarrels made anew from the day of a change on, up to the day after which all is as it was; proposals and rounds, too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from verbale.analysis.conflicts import disputable
from verbale.analysis.gatherings import Sighting, gathered
from verbale.analysis.kept import Mark
from verbale.analysis.meetings import Meeting
from verbale.analysis.plain import from_text
from verbale.analysis.progress import sides_of
from verbale.analysis.proposals import ResumedProposals
from verbale.analysis.resumed import Resumed, ResumedCell, ResumedQuarrels, Window
from verbale.analysis.rounds import counting, kept_round
from verbale.analysis.rows import FindingKind, Group, proposal_row, round_row
from verbale.analysis.terms import Draft
from verbale.analysis.voices import Voice
from verbale.analysis.wording import content_words
from verbale.dossier.model import Dossier
from verbale.ids import content_id
from verbale.pipeline.told import coded, finding_row, joined, sighted, voice_of
from verbale.record.findings import Facts
from verbale.record.schema.findings import EVER

ANY = ""
"""The key of the proposals of all parties."""


def refold(open_facts: Facts, group: Group, note: tuple[str, str, str], dossier: Dossier) -> None:
    """Make a cell or an issue anew; the note tells its key and the first and last day of what changed."""
    key, since, until = note
    stood = open_facts.stood(group, key)
    before = [(day, state) for day, state in stood if day < since]
    from_day, state = before[-1] if before else ("", None)
    fold = _Fold(open_facts, group, key, dossier, state)
    if fold.resumed is None:
        open_facts.reopen(group, key, ("", None), [])
        return
    settled, after = None, from_day
    for day, then in [*stood[len(before) :], (EVER, None)]:
        fold.hear(after, day)
        if then is not None:
            if _after(until, day, fold.resumed.back) and fold.resumed.state(date.fromisoformat(day)) == then:
                settled = day
                break
            fold.resumed.mark(date.fromisoformat(day))
        after = day
    open_at = [(row.kind, row.kept.since.isoformat(), None if row.on is None else row.on.isoformat()) for row in fold.resumed.reopened()]
    open_facts.reopen(group, key, (from_day, settled), open_at)
    open_facts.keep("finding", (finding_row(row) for row in fold.resumed.rows(ended=settled is not None)))
    marks = [mark for mark in fold.resumed.marks if settled is None or mark.day.isoformat() < settled]
    open_facts.keep("stood", (_stood_row(group, key, mark) for mark in marks))


def _after(until: str, day: str, back: timedelta) -> bool:
    """Whether all that changed lies so far before a day that nothing of it is read again after it."""
    return until < EVER and date.fromisoformat(until) + back <= date.fromisoformat(day)


def _stood_row(group: Group, key: str, mark: Mark) -> dict[str, object]:
    return {"made_from": group.value, "key": key, "day": mark.day.isoformat(), "state": mark.state}


class _Fold:
    """The fold of a group with what it reads; `resumed` is None for an issue on which no side can contradict another."""

    def __init__(self, open_facts: Facts, group: Group, key: str, dossier: Dossier, state: str | None) -> None:
        self._facts = open_facts
        self._quotes: dict[str, str] = {}
        self.resumed: Resumed | None = None
        if group is Group.CELL:
            party, self._issue = key.split(joined("", ""))
            self._parties = frozenset({party})
            self.resumed = ResumedCell(party, self._issue, state)
            return
        self._issue, self._parties = key, sides_of(dossier)
        about = next((issue for issue in disputable(dossier) if issue.id == key), None)
        if about is not None:
            self.resumed = ResumedQuarrels(about, lambda statement: content_words(self._quotes[statement]), dossier, state)
        if self.resumed is not None and (recalled := self.resumed.recalls()):
            self.resumed.recall(self._worded(open_facts.on_issue_in(self._issue, self._parties, recalled)))

    def hear(self, after: str, until: str) -> None:
        """Read and take in what was told in the days (after, until]."""
        assert self.resumed is not None
        window = Window(date.fromisoformat(after) if after else None, None if until == EVER else date.fromisoformat(until))
        self.resumed.hear(self._worded(self._facts.on_issue(self._issue, self._parties, after, until)), window)

    def _worded(self, rows: Sequence[Sequence[Any]]) -> list[Voice]:
        """The voices of rows, with their words at hand where they are compared."""
        found = [coded(row) for row in rows]
        if isinstance(self.resumed, ResumedQuarrels):
            self._quotes |= self._facts.quotes([voice.statement for voice in found])
        return found


def refold_proposals(open_facts: Facts, dossier: Dossier) -> bool:
    """Make the proposals of parties anew, each from the day of a change on; whether there was anything to do."""
    notes = {key: since for key, since, _ in open_facts.take_stale_days(Group.PROPOSALS, 200)}
    if ANY in notes:  # who speaks of a proposal may answer anybody's
        ever = notes.pop(ANY)
        parties = {*open_facts.proposing(), *notes}
        open_facts.stale_days((Group.PROPOSALS.value, party, min(ever, notes.get(party, ever)), EVER) for party in parties)
        return True
    undated = open_facts.proposed_undated()  # they may belong to any proposal told in their text
    for party, since in notes.items():
        stood = [] if undated else [one for one in open_facts.stood(Group.PROPOSALS, party) if one[0] < since]
        _proposals(open_facts, party, stood[-1] if stood else ("", None), dossier)
    return bool(notes)


def _proposals(open_facts: Facts, party: str, stood: tuple[str, str | None], dossier: Dossier) -> None:
    after, state = stood
    resumed = ResumedProposals(party, dossier, state)
    drafts = [from_text(Draft, body) for body in open_facts.drafts(party, after)]
    resumed.hear(drafts, [voice_of(row) for row in open_facts.of_proposals(after)])
    open_at = [(FindingKind.PROPOSAL.value, since.isoformat(), on.isoformat()) for since, on in resumed.reopened()]
    open_facts.reopen(Group.PROPOSALS, party, (after, None), open_at)
    open_facts.unend(Group.PROPOSALS, party, after)
    open_facts.keep("finding", (finding_row(proposal_row(party, kept)) for kept in resumed.kept()))
    open_facts.keep("stood", (_stood_row(Group.PROPOSALS, party, mark) for mark in resumed.marks))
    if resumed.marks:
        open_facts.forget_stood(Group.PROPOSALS, party, after if len(resumed.marks) == 1 else resumed.marks[0].day.isoformat())


def regather(open_facts: Facts, dossier: Dossier) -> bool:
    """Make anew the rounds whose mentions are others than before; whether there was anything to do.

    Which mentions speak of one meeting is told from their gists; of the others only those are read whose words count.
    """
    if not open_facts.take_stale_days(Group.ROUNDS, 1):
        return False
    gists = {(document, ordinal): gist for document, ordinal, gist in open_facts.meetings()}
    texts = groupby((sighted(document, ordinal, gist) for (document, ordinal), gist in gists.items()), key=lambda seen: seen.document)
    groups: dict[str, list[Sighting]] = {}
    for members in gathered(list(seen) for _, seen in texts):
        named = [(one.document, one.ordinal, gists[one.document, one.ordinal]) for one in members]
        groups[content_id("mentions", told=named)] = members
    known = open_facts.made_of(Group.ROUNDS)
    open_facts.drop(Group.ROUNDS, known - groups.keys())
    for key in sorted(groups.keys() - known):
        count = counting(groups[key])
        bodies = open_facts.meeting_bodies({one.document for one in count})
        told = [from_text(Meeting, bodies[one.document, one.ordinal]) for one in count]
        open_facts.keep("finding", [finding_row(round_row(key, kept_round(groups[key], told, dossier)))])
    return True

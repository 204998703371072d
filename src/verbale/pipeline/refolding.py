"""Positions and quarrels made anew from the day of a change on, up to the day after which all is as it was; proposals and rounds, too."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from verbale.analysis.conflicts import disputable
from verbale.analysis.events import Event, events_on
from verbale.analysis.gatherings import Sighting, gathered
from verbale.analysis.kept import Mark
from verbale.analysis.meetings import Meeting
from verbale.analysis.plain import from_text
from verbale.analysis.progress import sides_of
from verbale.analysis.proposals import ResumedProposals
from verbale.analysis.resumed import Resumed, ResumedCell, ResumedQuarrels, Window
from verbale.analysis.rounds import counting, kept_round
from verbale.analysis.rows import Group, Row, proposal_row, round_row
from verbale.analysis.sweep import ANSWERS
from verbale.analysis.terms import Draft
from verbale.analysis.wording import content_words
from verbale.dossier.model import Dossier
from verbale.ids import content_id
from verbale.pipeline.told import Note, coded, finding_row, joined, sighted, voice_of
from verbale.record.findings import Facts
from verbale.record.schema.findings import EVER

ANY = ""
"""The key of the proposals of all parties."""

Write = Callable[[Facts], None]
"""Something that is to be written: told by who only reads, done by who writes."""


def keeping(table: str, values: Iterable[Mapping[str, object]]) -> Write:
    """To add rows to a table."""
    return partial(Facts.keep, table=table, values=list(values))


def issue_of(note: Note) -> str:
    """The issue of a cell or of quarrels."""
    _, key, *_ = note
    return key.split(joined("", ""))[-1]


def refold(open_facts: Facts, notes: Sequence[Note], dossier: Dossier) -> Iterator[Write]:
    """Make cells and the quarrels of one issue anew."""
    told = _Told(open_facts, issue_of(notes[0]))
    for note in notes:
        yield from _refolded(told, note, dossier)


def _refolded(told: _Told, note: Note, dossier: Dossier) -> Iterator[Write]:
    group, key, since, until = note
    stood = told.facts.stood(group, key)
    before = [(day, state) for day, state in stood if day < since]
    from_day, state = before[-1] if before else ("", None)
    reopen = partial(Facts.reopen, group=group, key=key)
    fold = _Fold(told, group, key, dossier, state)
    if fold.resumed is None:
        yield partial(reopen, days=("", None), open_at=[])
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
    open_at = [_named(row) for row in fold.resumed.reopened()]
    yield partial(reopen, days=(from_day, settled), open_at=open_at)
    yield keeping("finding", (finding_row(row) for row in fold.resumed.rows(ended=settled is not None)))
    marks = [mark for mark in fold.resumed.marks if settled is None or mark.day.isoformat() < settled]
    yield keeping("stood", (_stood_row(group, key, mark) for mark in marks))


def _named(row: Row) -> tuple[str | None, ...]:
    """What tells a finding that is kept: its kind, since when it is shown, its day, its id where it has one."""
    on = None if row.on is None else row.on.isoformat()
    return row.kind.value, row.kept.since.isoformat(), on, getattr(row.kept.finding, "id", None)


def _after(until: str, day: str, back: timedelta) -> bool:
    """Whether all that changed lies so far before a day that nothing of it is read again after it."""
    return until < EVER and date.fromisoformat(until) + back <= date.fromisoformat(day)


def _stood_row(group: str, key: str, mark: Mark) -> dict[str, object]:
    return {"made_from": group, "key": key, "day": mark.day.isoformat(), "state": mark.state}


class _Told:
    """The events on an issue; of a party that several folds read from the first day to the last, made once."""

    def __init__(self, facts: Facts, issue: str) -> None:
        self.facts, self.issue = facts, issue
        self._all: dict[str, Sequence[Event]] = {}

    def of(self, parties: frozenset[str], after: str, until: str) -> Sequence[Event]:
        """The events of parties with a report in the days (after, until], in order of time."""
        if (after, until) != ("", EVER):
            return self._events(self.facts.on_issue(self.issue, parties, after, until))
        for party in parties - self._all.keys():
            self._all[party] = self._events(self.facts.on_issue(self.issue, {party}, after, until))
        return sorted((event for party in parties for event in self._all[party]), key=lambda event: event.key)

    def among(self, parties: Collection[str], utterances: Collection[str]) -> Sequence[Event]:
        """What parties said in some utterances, in order of time."""
        return self._events(self.facts.on_issue_in(self.issue, parties, utterances))

    def _events(self, rows: Iterable[Sequence[Any]]) -> Sequence[Event]:
        return events_on(self.issue, map(coded, rows))


class _Fold:
    """The fold of a group with what it reads; `resumed` is None for an issue on which no side can contradict another."""

    def __init__(self, told: _Told, group: str, key: str, dossier: Dossier, state: str | None) -> None:
        self._told = told
        self._quotes: dict[str, str] = {}
        self.resumed: Resumed | None = None
        if group == Group.CELL:
            party, _ = key.split(joined("", ""))
            self._parties = frozenset({party})
            self.resumed = ResumedCell(party, told.issue, state)
            return
        self._parties = sides_of(dossier)
        about = next((issue for issue in disputable(dossier) if issue.id == key), None)
        if about is not None:
            self.resumed = ResumedQuarrels(about, lambda statement: content_words(self._quotes[statement]), dossier, state)
        if self.resumed is not None and (recalled := self.resumed.recalls()):
            self.resumed.recall(self._worded(told.among(self._parties, recalled)))

    def hear(self, after: str, until: str) -> None:
        """Read and take in what was told in the days (after, until]."""
        assert self.resumed is not None
        window = Window(date.fromisoformat(after) if after else None, None if until == EVER else date.fromisoformat(until))
        self.resumed.hear(self._worded(self._told.of(self._parties, after, until)), window)

    def _worded(self, found: Sequence[Event]) -> Sequence[Event]:
        """Events, with their words at hand where they are compared."""
        if isinstance(self.resumed, ResumedQuarrels):
            self._quotes |= self._told.facts.quotes([voice.statement for event in found for voice, _ in event.voices])
        return found


def spread(open_facts: Facts) -> None:
    """Note for each party what is noted for the proposals of all."""
    for group, key, since, until in open_facts.waiting():
        if (group, key) == (Group.PROPOSALS, ANY):
            open_facts.stale_days((group, party, since, until) for party in open_facts.proposing())
            open_facts.made([(group, key, since, until)])


def refold_proposals(open_facts: Facts, notes: Sequence[Note], dossier: Dossier) -> Iterator[Write]:
    """Make the proposals of parties anew, each from the day of a change on."""
    undated = open_facts.proposed_undated()  # they may belong to any proposal told in their text
    for group, party, since, _ in notes:
        stood = [] if undated else [one for one in open_facts.stood(group, party) if one[0] < since]
        yield from _proposals(open_facts, party, stood[-1] if stood else ("", None), dossier)


def _proposals(open_facts: Facts, party: str, stood: tuple[str, str | None], dossier: Dossier) -> Iterator[Write]:
    after, state = stood
    resumed = ResumedProposals(party, dossier, state)
    drafts = [from_text(Draft, body) for body in open_facts.drafts(party, after)]
    resumed.hear(drafts, [voice_of(row) for row in open_facts.of_proposals(party, after, ANSWERS)])
    open_at = [_named(proposal_row(party, kept)) for kept in resumed.reopened()]
    group = Group.PROPOSALS.value
    yield partial(Facts.reopen, group=group, key=party, days=(after, None), open_at=open_at)
    yield partial(Facts.unend, group=group, key=party, after=after)
    yield keeping("finding", (finding_row(proposal_row(party, kept)) for kept in resumed.kept()))
    yield keeping("stood", (_stood_row(group, party, mark) for mark in resumed.marks))
    if resumed.marks:
        before = after if len(resumed.marks) == 1 else resumed.marks[0].day.isoformat()
        yield partial(Facts.forget_stood, group=group, key=party, before=before)


def regather(open_facts: Facts, _: Sequence[Note], dossier: Dossier) -> Iterator[Write]:
    """Make anew the rounds whose mentions are others than before.

    Which mentions speak of one meeting is told from their gists; of the others only those are read whose words count.
    """
    gists = {(document, ordinal): gist for document, ordinal, gist in open_facts.meetings()}
    texts = groupby((sighted(document, ordinal, gist) for (document, ordinal), gist in gists.items()), key=lambda seen: seen.document)
    groups: dict[str, list[Sighting]] = {}
    for members in gathered(list(seen) for _, seen in texts):
        named = [(one.document, one.ordinal, gists[one.document, one.ordinal]) for one in members]
        groups[content_id("mentions", told=named)] = members
    known = open_facts.made_of(Group.ROUNDS)
    yield partial(Facts.drop, group=Group.ROUNDS.value, keys=known - groups.keys())
    for key in sorted(groups.keys() - known):
        count = counting(groups[key])
        bodies = open_facts.meeting_bodies({one.document for one in count})
        told = [from_text(Meeting, bodies[one.document, one.ordinal]) for one in count]
        yield keeping("finding", [finding_row(round_row(key, kept_round(groups[key], told, dossier)))])

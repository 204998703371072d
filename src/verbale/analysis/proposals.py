"""Proposals: what each party offers, merged over documents and statements, with versions and answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from verbale.analysis.dating import dated
from verbale.analysis.findings import Proposal, ProposalOf
from verbale.analysis.kept import ALL, Kept, Mark, held
from verbale.analysis.plain import from_text, to_text
from verbale.analysis.readings import readings
from verbale.analysis.sweep import Sweep, SweepState, issues_of, may_answer
from verbale.analysis.terms import Draft
from verbale.analysis.testimony import Passage, Testimony
from verbale.analysis.voices import Voice, voices
from verbale.dossier.model import Dossier


def proposals(
    passages: Sequence[Passage], testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None
) -> tuple[Proposal, ...]:
    """The proposals in order of time; undated ones last. Every field cites its spans. `as_of` is inclusive.

    Merged are reports of one party's proposal within NEAR days of the first that share an issue; a later one that shares an issue is its
    next version.
    """
    told, texts = dated(testimonies, passages)
    by_id = {t.statement.id: t for t in told}
    drafts: dict[str, list[Draft]] = defaultdict(list)
    for reading in readings(texts, told, dossier):
        for draft in reading.drafts:
            drafts[draft.by].append(draft)
    spoken = [voice for voice in voices(told, dossier) if voice.proposal is not None]
    found = [one for by in sorted(drafts) for one in held(kept_proposals(by, drafts[by], spoken, dossier), as_of)]
    return tuple(one.cited(by_id.__getitem__) for one in sorted(found, key=proposal_place))


def proposal_place(proposal: ProposalOf[str]) -> tuple[date, str, str]:
    """The order of proposals: of time, undated ones last."""
    return proposal.on or date.max, proposal.by, proposal.id


def kept_proposals(by: str, drafts: Iterable[Draft], spoken: Iterable[Voice], dossier: Dossier) -> tuple[Kept[ProposalOf[str]], ...]:
    """One party's proposals with the days for which they hold, from all its drafts and all voices that speak of a proposal."""
    resumed = ResumedProposals(by, dossier)
    resumed.hear(drafts, spoken)
    return resumed.kept()


MARK_BEFORE = (100, 1000)
"""Drafts, and voices that may answer, after the days for which it is noted how things stood: the latest, and one before it."""


class ResumedProposals:
    """A party's proposals, gone on with from how they stood after a day, if that is given."""

    def __init__(self, by: str, dossier: Dossier, state: str | None = None) -> None:
        self._by = by
        self._sweep = Sweep(by, issues_of(dossier), from_text(SweepState, state) if state is not None else None)
        self.marks: list[Mark] = []

    def reopened(self) -> list[Kept[ProposalOf[str]]]:
        """What was shown then, of all that something was heard of."""
        return [Kept(one.since, None, one.finding) for one in self._sweep.reopened]

    def hear(self, drafts: Iterable[Draft], spoken: Iterable[Voice]) -> None:
        """Take in all that came after that day."""
        days: dict[date, tuple[list[Draft], list[Voice]]] = defaultdict(lambda: ([], []))
        for draft in drafts:
            days[draft.on or ALL][0].append(draft)
        answering = sorted((voice for voice in spoken if may_answer(voice, self._by)), key=lambda voice: voice.order)
        for voice in answering:
            days[voice.day or ALL][1].append(voice)
        noted = _days_to_note([(day, len(days[day][0]) + len(days[day][1])) for day in sorted(days)])
        for day in sorted(days):
            self._sweep.hear(days[day][0], days[day][1], day)
            if day in noted:
                self.marks.append(Mark(day, to_text(self._sweep.state(day))))
        self._sweep.hear_undated(answering)

    def kept(self) -> tuple[Kept[ProposalOf[str]], ...]:
        """What holds when, of all that something was heard of after that day."""
        return self._sweep.ledger.kept()


def _days_to_note(days: Sequence[tuple[date, int]]) -> set[date]:
    """The last days with so much after them."""
    found: dict[int, date] = {}
    after = 0
    for day, count in reversed(days):
        for least in MARK_BEFORE:
            if after >= least and day < ALL:
                found.setdefault(least, day)
        after += count
    return set(found.values())

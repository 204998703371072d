"""One party's proposals, read day by day: drafts put together, versions, answers; a fold that can go on from a day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from verbale.analysis.findings import AnswerOf, ProposalOf
from verbale.analysis.kept import ALL, Entry, Ledger
from verbale.analysis.merged import fullest_first, merged
from verbale.analysis.once import once
from verbale.analysis.screens import Screened
from verbale.analysis.terms import Draft
from verbale.analysis.voices import Voice
from verbale.analysis.wording import lowered
from verbale.dossier.model import Dossier
from verbale.values import Move

NEAR = timedelta(days=2)
"""How far two reports of one proposal may lie apart."""

ANSWERED = timedelta(days=21)
"""How long after a proposal a statement may answer it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with who gave it."""

    who: str
    answer: AnswerOf[str]


@dataclass(frozen=True, slots=True)
class GroupState:
    """A proposal at rest: its drafts as long as others may join them, its answers as long as others may follow."""

    on: date
    issues: tuple[str, ...]
    proposal: ProposalOf[str]
    since: date | None
    documents: tuple[str, ...] = ()
    answers: tuple[Answered, ...] = ()
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class SweepState:
    """All that a party's proposals need to go on after a day, in order of time."""

    groups: tuple[GroupState, ...]


@dataclass(slots=True, eq=False)
class _Group:
    """Drafts of one proposal, the first of the first day first, with its version and the answers so far; `on` is the first one's day."""

    by: str
    on: date | None
    document: str
    drafts: list[Draft]
    issues: set[str]
    documents: set[str] = field(default_factory=set)
    answers: dict[tuple[str, Move], AnswerOf[str]] = field(default_factory=dict)
    proposal: ProposalOf[str] | None = None

    def add(self, draft: Draft, issues: Iterable[str]) -> None:
        """Takes in one more draft."""
        self.drafts.append(draft)
        self.issues.update(issues)
        self.documents.update(fact.citation.document for fact in draft.facts())
        self.proposal = None

    @classmethod
    def again(cls, by: str, state: GroupState) -> _Group:
        """The group of a state."""
        group = cls(by, state.on, "", list(state.drafts), set(state.issues), set(state.documents), proposal=state.proposal)
        group.answers = {(one.who, one.answer.move): one.answer for one in state.answers}
        return group


class Sweep:
    """One party's proposals, read day by day; they go on from a state where one is given."""

    def __init__(self, by: str, keyed: Issues, state: SweepState | None = None) -> None:
        self._by, self._keyed = by, keyed
        known = state.groups if state is not None else ()
        self._groups: list[_Group] = [_Group.again(by, one) for one in known]
        self._places = {id(group): place for place, group in enumerate(self._groups)}
        entries = (Entry(at, one.since, one.proposal) for at, one in enumerate(known) if one.since is not None)
        self.ledger: Ledger[ProposalOf[str]] = Ledger(entries)

    def state(self, day: date) -> SweepState:
        """What is needed to go on after a day that was heard; undated proposals come later and are none of it."""
        open_since = {entry.place: entry.since for entry in self.ledger.open()}
        return SweepState(tuple(self._rest(group, day, open_since.get(place)) for place, group in enumerate(self._groups)))

    def _rest(self, group: _Group, day: date, since: date | None) -> GroupState:
        on = group.on or ALL
        proposal = group.proposal or merged(group.drafts, self._keyed.of)
        issues = tuple(sorted(group.issues))
        if on < day - ANSWERED:
            bare: ProposalOf[str] = replace(
                proposal, terms=(), asks=(), in_exchange=(), conditions=(), guarantors=(), periods=(), answers=()
            )
            return GroupState(on, issues, replace(bare, entry_into_force=()), None)
        answers = tuple(Answered(who, answer) for (who, _), answer in group.answers.items())
        drafts = tuple(group.drafts) if on >= day - NEAR else ()
        return GroupState(on, issues, proposal, since, tuple(sorted(group.documents)), answers, drafts)

    def hear(self, drafts: Sequence[Draft], spoken: Sequence[Voice], day: date) -> None:
        """Takes in what one day brings and enters what holds from then on; the day ALL brings what is undated."""
        near = self._since(day, NEAR) if day < ALL else self._groups
        changed: dict[_Group, None] = {}
        for draft in sorted(drafts, key=fullest_first):
            issues = self._keyed.of([fact.text for fact in draft.facts()])
            home = next((g for g in near if g.issues & set(issues) and _near(draft, g)), None)
            if home is None:
                home = _Group(self._by, draft.on, draft.document, [], set())
                self._places[id(home)] = len(self._groups)
                self._groups.append(home)
                near = [*near, home]
            home.add(draft, issues)
            changed[home] = None
        for voice in spoken:
            for group in self._since(day, ANSWERED) if day < ALL else ():
                if self._answered(group, voice):
                    changed[group] = None
        if drafts:
            changed |= dict.fromkeys(near)  # their earlier version may have been told more fully
        for group in sorted(changed, key=lambda g: (g.on or ALL, self._places[id(g)] if g.on is None else 0)):
            self._enter(group, day)

    def hear_undated(self, spoken: Sequence[Voice]) -> None:
        """Answers without a day, or to a proposal without one, are told in one document with it."""
        by_document: dict[str, list[_Group]] = defaultdict(list)
        for group in self._groups:
            for document in group.documents:
                by_document[document].append(group)
        changed: dict[_Group, None] = {}
        for voice in spoken:
            for group in by_document[voice.document]:
                if (voice.day is None or group.on is None) and self._answered(group, voice):
                    changed[group] = None
        for group in changed:
            self._enter(group, ALL)

    def _since(self, day: date, span: timedelta) -> list[_Group]:
        """The dated groups from some days before a day on."""
        found = []
        for group in reversed(self._groups):
            if group.on is None or group.on < day - span:
                break
            found.append(group)
        return found[::-1]

    def _answered(self, group: _Group, voice: Voice) -> bool:
        """Whether the voice answers the proposal as it was told by then, as the first of its speaker and move."""
        touched = any(code.issue in group.issues for code in voice.codes)
        if voice.proposal == group.by:
            answers = touched or voice.document in group.documents
        else:
            answers = voice.move in (Move.ACCEPT, Move.REJECT) and touched
        key = (voice.speaker or voice.party or "", voice.move)
        if not answers or key in group.answers:
            return False
        group.answers[key] = AnswerOf(voice.party or "", voice.day, voice.move, voice.statement)
        return True

    def _enter(self, group: _Group, day: date) -> None:
        if group.proposal is None:
            group.proposal = merged(group.drafts, self._keyed.of)
        if group.proposal.issues:
            earlier = self._earlier(group)
            version = earlier.version + 1 if earlier is not None else 1
            group.proposal = replace(
                group.proposal,
                answers=tuple(group.answers.values()),
                version=version,
                earlier=earlier.id if earlier is not None else None,
            )
            self.ledger.enter(self._places[id(group)], group.proposal, day)

    def _earlier(self, group: _Group) -> ProposalOf[str] | None:
        """The latest earlier proposal that shares at least half of the smaller's issues."""
        if group.on is None:
            return None
        for other in reversed(self._groups):
            if other.on is None or other.on >= group.on or other.proposal is None or not other.issues:
                continue
            if 2 * len(other.issues & group.issues) >= min(len(other.issues), len(group.issues)):
                return other.proposal
        return None


@once
def issues_of(dossier: Dossier) -> Issues:
    """What tells which issues words touch."""
    return Issues(dossier)


class Issues:
    """The issues with a proposition that words touch, by the dossier's labels and keywords."""

    def __init__(self, dossier: Dossier) -> None:
        words = {
            issue.id: [word.lower() for word in (issue.label, *issue.keywords)] for issue in dossier.issues if issue.proposition is not None
        }
        self._patterns = [(issue, Screened(rf"\b(?:{'|'.join(map(re.escape, listed))})")) for issue, listed in words.items()]
        self._in_text = lru_cache(maxsize=TEXTS)(self._in)

    def of(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The ids of the issues in dossier order."""
        found = set().union(*map(self._in_text, texts))
        return tuple(issue for issue, _ in self._patterns if issue in found)

    def _in(self, text: str) -> frozenset[str]:
        low = lowered(text)
        return frozenset(issue for issue, pattern in self._patterns if pattern.search(low))


TEXTS = 20_000
"""Terms of proposals whose issues are kept: a proposal's are asked about with each report of it."""


def _near(draft: Draft, first: _Group) -> bool:
    """Whether a draft is of about one day with a group's first; where a day is unknown, whether they stand in one document."""
    if draft.on is None or first.on is None:
        return draft.document == first.document
    return abs(draft.on - first.on) <= NEAR

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
from verbale.analysis.plain import from_text, to_text
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

ANSWERS = frozenset({Move.ACCEPT, Move.REJECT})
"""Moves that answer a proposal on their issues without naming it."""


def may_answer(voice: Voice, by: str) -> bool:
    """Whether a voice is another party's and names the proposals of one, or answers without naming."""
    return voice.party not in (None, by) and not voice.nested and (voice.proposal == by or voice.move in ANSWERS)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with who gave it."""

    who: str
    answer: AnswerOf[str]


@dataclass(frozen=True, slots=True)
class GroupState:
    """A proposal at rest: its drafts as long as others may join them, itself and its answers as long as others may follow."""

    on: date
    issues: tuple[str, ...]
    id: str
    version: int
    since: date | None = None
    proposal: str | None = None
    documents: tuple[str, ...] = ()
    answers: tuple[Answered, ...] = ()
    drafts: str | None = None


@dataclass(frozen=True, slots=True)
class SweepState:
    """All that a party's proposals need to go on after a day, in order of time."""

    groups: tuple[GroupState, ...]


@dataclass(slots=True, eq=False)
class _Group:
    """Drafts of one proposal, the first of the first day first, with its version and the answers so far; `on` is the first one's day.

    `state` is what it stood at, until something is heard of it, and `unread` are its drafts then, until one more comes.
    """

    by: str
    place: int
    on: date | None
    document: str
    drafts: list[Draft]
    issues: set[str]
    documents: set[str] = field(default_factory=set)
    answers: dict[tuple[str, Move], AnswerOf[str]] = field(default_factory=dict)
    id: str = ""
    version: int = 1
    proposal: ProposalOf[str] | None = None
    state: GroupState | None = None
    unread: str | None = None

    def add(self, draft: Draft, issues: Iterable[str]) -> None:
        """Takes in one more draft."""
        if self.unread is not None:
            self.drafts, self.unread = from_text(list[Draft], self.unread), None
        self.drafts.append(draft)
        self.issues.update(issues)
        self.documents.update(fact.citation.document for fact in draft.facts())
        self.proposal = None

    @classmethod
    def again(cls, by: str, place: int, state: GroupState) -> _Group:
        """The group of a state."""
        group = cls(by, place, state.on, "", [], set(state.issues), set(state.documents))
        group.id, group.version, group.state, group.unread = state.id, state.version, state, state.drafts
        group.answers = {(one.who, one.answer.move): one.answer for one in state.answers}
        return group

    def at_rest(self, day: date, since: date | None) -> GroupState:
        """How the group stands after a day; `since` is when what is shown of it was entered."""
        on = self.on or ALL
        issues = tuple(sorted(self.issues))
        if on < day - ANSWERED:
            return GroupState(on, issues, self.id, self.version)
        if self.state is not None:
            return replace(self.state, drafts=self.state.drafts if on >= day - NEAR else None)
        answers = tuple(Answered(who, answer) for (who, _), answer in self.answers.items())
        drafts = (self.unread or to_text(self.drafts)) if on >= day - NEAR else None
        told, documents = to_text(self.proposal), tuple(sorted(self.documents))
        return GroupState(on, issues, self.id, self.version, since, told, documents, answers, drafts)


class Sweep:
    """One party's proposals, read day by day; they go on from a state where one is given.

    The ledger has only what was heard of since.
    """

    def __init__(self, by: str, keyed: Issues, state: SweepState | None = None) -> None:
        self._by, self._keyed = by, keyed
        self._groups = [_Group.again(by, place, one) for place, one in enumerate(state.groups if state is not None else ())]
        self.ledger: Ledger[ProposalOf[str]] = Ledger()
        self.reopened: list[Entry[ProposalOf[str]]] = []

    def state(self, day: date) -> SweepState:
        """What is needed to go on after a day that was heard; undated proposals come later and are none of it."""
        since = {entry.place: entry.since for entry in self.ledger.open()}
        return SweepState(
            tuple(g.at_rest(day, g.state.since if g.state is not None else since.get(g.place)) for g in self._groups),
        )

    def hear(self, drafts: Sequence[Draft], spoken: Sequence[Voice], day: date) -> None:
        """Takes in what one day brings and enters what holds from then on; the day ALL brings what is undated. `spoken` may answer."""
        near = self._since(day, NEAR) if day < ALL else self._groups
        changed: dict[_Group, None] = {}
        for draft in sorted(drafts, key=fullest_first):
            issues = self._keyed.of([fact.text for fact in draft.facts()])
            home = next((g for g in near if g.issues & set(issues) and _near(draft, g)), None)
            if home is None:
                home = _Group(self._by, len(self._groups), draft.on, draft.document, [], set())
                self._groups.append(home)
                near = [*near, home]
            home.add(draft, issues)
            changed[home] = None
        if day < ALL:
            changed |= self._answering(spoken, self._since(day, ANSWERED))
        if drafts:
            changed |= dict.fromkeys(near)  # their earlier version may have been told more fully
        for group in sorted(changed, key=lambda g: (g.on or ALL, g.place)):
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

    def _answering(self, spoken: Iterable[Voice], groups: Iterable[_Group]) -> dict[_Group, None]:
        """Those of the groups that voices answer, looked up by the issues and documents that they share."""
        shared: dict[tuple[str, str], list[_Group]] = defaultdict(list)
        for group in groups:
            for key in (*(("issue", issue) for issue in group.issues), *(("document", document) for document in group.documents)):
                shared[key].append(group)
        changed: dict[_Group, None] = {}
        for voice in spoken:
            keys = [("document", voice.document), *(("issue", code.issue) for code in voice.codes)]
            near = dict.fromkeys(group for key in keys for group in shared.get(key, ()))
            changed |= dict.fromkeys(group for group in near if self._answered(group, voice))
        return changed

    def _answered(self, group: _Group, voice: Voice) -> bool:
        """Whether the voice answers the proposal as it was told by then, as the first of its speaker and move."""
        named, touched = voice.proposal == group.by, any(code.issue in group.issues for code in voice.codes)
        key = (voice.speaker or voice.party or "", voice.move)
        if not (touched or (named and voice.document in group.documents)) or key in group.answers:
            return False
        group.answers[key] = AnswerOf(voice.party or "", voice.day, voice.move, voice.statement)
        return True

    def _enter(self, group: _Group, day: date) -> None:
        if group.state is not None:
            self._reopen(group, group.state)
        if group.proposal is None:
            group.proposal = merged(group.drafts, self._keyed.of)
            group.id = group.proposal.id
        if group.proposal.issues:
            earlier = self._earlier(group)
            group.version = earlier.version + 1 if earlier is not None else 1
            group.proposal = replace(
                group.proposal,
                answers=tuple(group.answers.values()),
                version=group.version,
                earlier=earlier.id if earlier is not None else None,
            )
            self.ledger.enter(group.place, group.proposal, day)

    def _reopen(self, group: _Group, state: GroupState) -> None:
        """Go on with what was entered of a group that stood."""
        group.state = None
        if state.proposal is None:
            return
        stood = from_text(ProposalOf[str], state.proposal)
        if not group.drafts:
            group.proposal = stood
        if state.since is not None:
            entry = Entry(group.place, state.since, stood)
            self.reopened.append(entry)
            self.ledger.resume(entry)

    def _earlier(self, group: _Group) -> _Group | None:
        """The latest earlier proposal that shares at least half of the smaller's issues."""
        if group.on is None:
            return None
        for other in reversed(self._groups):
            if other.on is None or other.on >= group.on or not other.id or not other.issues:
                continue
            if 2 * len(other.issues & group.issues) >= min(len(other.issues), len(group.issues)):
                return other
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

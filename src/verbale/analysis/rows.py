"""All findings as rows: what a record keeps and pages look up, made group by group, so that only groups that changed are made anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from verbale.analysis.conflicts import Meaning, conflict_place, disputable, kept_selves, of_progress
from verbale.analysis.dating import dated
from verbale.analysis.events import events_by, events_on
from verbale.analysis.findings import Conflict, ConflictKind, ConflictOf, PositionOf, ProposalOf, Round, ShiftOf
from verbale.analysis.kept import ALL, Kept, held
from verbale.analysis.outlets import NEIGHBOURING, Account, alike, copied, credited, phrases_of, sketch_of, within
from verbale.analysis.positions import cells, kept_positions
from verbale.analysis.progress import kept_claims, progress_claims, sides_of
from verbale.analysis.proposals import kept_proposals
from verbale.analysis.quarrels import kept_quarrels
from verbale.analysis.readings import Reading, readings
from verbale.analysis.rounds import kept_rounds
from verbale.analysis.terms import Draft
from verbale.analysis.testimony import Passage, Testimony
from verbale.analysis.voices import Voice, voices
from verbale.analysis.wording import content_words
from verbale.dossier.model import Dossier


class FindingKind(StrEnum):
    """What a row tells."""

    POSITION = "position"
    SHIFT = "shift"
    CLAIM = "claim"
    QUARREL = "quarrel"  # side against side
    OUTLETS = "outlets"  # outlet against outlet
    SELF = "self"  # a speaker against himself
    PROPOSAL = "proposal"
    ROUND = "round"


CONFLICTS = {
    ConflictKind.SIDES: FindingKind.QUARREL,
    ConflictKind.OUTLETS: FindingKind.OUTLETS,
    ConflictKind.SELF: FindingKind.SELF,
}


class Group(StrEnum):
    """What rows are made from together; a group's key says which one."""

    CELL = "cell"  # a party on an issue
    ISSUE = "issue"
    CLAIM = "claim"  # a party on a day
    UTTERANCE = "utterance"
    CREDIT = "credit"  # a day
    PROPOSALS = "proposals"  # a party's
    ROUNDS = "rounds"  # all of them


@dataclass(frozen=True, slots=True)
class Row:
    """One finding with the days for which it holds (kept.Kept) and what it is looked up by.

    `on` is its day (of a round the last one), None where unknown; `parties` are at most two; `rank` is a claim's level.
    """

    kind: FindingKind
    group: Group
    key: tuple[str, ...]
    kept: Kept[Any]
    on: date | None
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    rank: int | None = None


def all_rows(testimonies: Sequence[Testimony], passages: Sequence[Passage], dossier: Dossier) -> tuple[Row, ...]:
    """Every row, from scratch: what a record must come to hold, in whatever order its documents arrived."""
    told, texts = dated(testimonies, passages)
    spoken = voices(told, dossier)
    quotes = {t.statement.id: t.quote for t in told}
    return (
        *(row for cell in cells(spoken) for row in cell_rows(*cell)),
        *issue_rows_of(spoken, lambda statement: content_words(quotes[statement]), dossier),
        *claim_rows_of(spoken, dossier),
        *outlet_rows_of([account_of(voice, quotes[voice.statement], dossier) for voice in spoken], dossier),
        *reading_rows_of(list(readings(texts, told, dossier)), spoken, dossier),
    )


def issue_rows_of(spoken: Sequence[Voice], meaning: Meaning, dossier: Dossier) -> Iterator[Row]:
    """The rows of all issues."""
    by_issue: dict[str, list[Voice]] = defaultdict(list)
    for voice in spoken:
        for code in voice.codes:
            by_issue[code.issue].append(voice)
    for issue in disputable(dossier):
        yield from issue_rows(issue.id, by_issue[issue.id], meaning, dossier)


def claim_rows_of(spoken: Iterable[Voice], dossier: Dossier) -> Iterator[Row]:
    """The claims of all sides and days."""
    days: dict[tuple[str, date | None], list[Voice]] = defaultdict(list)
    for voice in spoken:
        if voice.level is not None and voice.party in sides_of(dossier):
            days[voice.party or "", voice.on].append(voice)
    for (party, day), group in days.items():
        yield from claim_rows(party, day, group)


def outlet_rows_of(accounts: Sequence[Account], dossier: Dossier) -> Iterator[Row]:
    """What all reports differ on."""
    groups: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        groups[account.voice.utterance].append(account)
    for utterance, group in groups.items():
        if len(group) > 1:
            yield from utterance_rows(utterance, group, dossier)
    by_id = {account.voice.statement: account for account in accounts}
    quotes = {account.voice.statement: account.quote for account in accounts}
    phrases = phrases_of((one.voice.statement, one.voice.speaker, one.voice.on or ALL, one.sketch) for one in accounts if one.sketch)
    for day in phrases:
        yield from credit_rows(day, [(by_id[one], by_id[other]) for one, other in copied(alike(day, phrases), quotes)], dossier)


def account_of(voice: Voice, quoted: str, dossier: Dossier) -> Account:
    """A voice with its words."""
    return Account(voice, quoted, sketch_of(voice, quoted, dossier))


def before(day: date) -> list[date]:
    """The days whose accounts are compared with those of a day, itself included."""
    return [day] if day == ALL else [day - timedelta(days=back) for back in range(NEIGHBOURING + 1)]


def reading_rows_of(found: Sequence[Reading], spoken: Iterable[Voice], dossier: Dossier) -> Iterator[Row]:
    """All proposals and rounds."""
    drafts: dict[str, list[Draft]] = defaultdict(list)
    for reading in found:
        for draft in reading.drafts:
            drafts[draft.by].append(draft)
    answering = [voice for voice in spoken if voice.proposal is not None]
    for by, group in drafts.items():
        yield from proposal_rows(by, group, answering, dossier)
    yield from round_rows(found, dossier)


def cell_rows(party: str, issue: str, found: Iterable[Voice]) -> Iterator[Row]:
    """A party's positions, shifts and contradictions of itself on an issue, from all its voices there."""
    events = events_by(party, issue, found)
    held, moved = kept_positions(party, issue, events)
    yield from map(position_row, held)
    yield from map(shift_row, moved)
    yield from (self_row(party, kept) for kept in kept_selves(issue, events))


def position_row(kept: Kept[PositionOf[str]]) -> Row:
    """The row of a position."""
    party, issue = kept.finding.party, kept.finding.issue
    return Row(FindingKind.POSITION, Group.CELL, (party, issue), kept, kept.finding.current.since, (party,), (issue,))


def shift_row(kept: Kept[ShiftOf[str]]) -> Row:
    """The row of a shift."""
    party, issue = kept.finding.party, kept.finding.issue
    return Row(FindingKind.SHIFT, Group.CELL, (party, issue), kept, kept.finding.on, (party,), (issue,))


def self_row(party: str, kept: Kept[ConflictOf[str]]) -> Row:
    """The row of a speaker's contradiction of himself."""
    return _conflict_row(Group.CELL, (party, kept.finding.about), kept)


def quarrel_row(issue: str, kept: Kept[ConflictOf[str]]) -> Row:
    """The row of a quarrel of sides."""
    return _conflict_row(Group.ISSUE, (issue,), kept)


def issue_rows(issue: str, found: Iterable[Voice], meaning: Meaning, dossier: Dossier) -> Iterator[Row]:
    """The quarrels of sides on an issue, from all voices there."""
    about = dossier.issue(issue)
    if about is not None and about in disputable(dossier):
        yield from (quarrel_row(issue, kept) for kept in kept_quarrels(about, events_on(issue, found), meaning, dossier))


def claim_rows(party: str, day: date | None, found: Iterable[Voice]) -> Iterator[Row]:
    """A side's claim of one day, from all its voices on the talks that day."""
    key = (party, day.isoformat() if day is not None else "")
    for kept in kept_claims(party, day, found):
        yield Row(FindingKind.CLAIM, Group.CLAIM, key, kept, day, (party,), (), int(kept.finding.level))


def utterance_rows(utterance: str, reports: Iterable[Account], dossier: Dossier) -> Iterator[Row]:
    """What reports of one utterance differ on."""
    return _conflict_rows(Group.UTTERANCE, (utterance,), within(reports, dossier))


def credit_rows(day: date, pairs: Iterable[tuple[Account, Account]], dossier: Dossier) -> Iterator[Row]:
    """The same words credited to two persons, the later of them on a day, from the pairs of accounts `alike` and `copied`."""
    return _conflict_rows(Group.CREDIT, (day.isoformat(),), credited(pairs, dossier))


def proposal_rows(by: str, drafts: Iterable[Draft], spoken: Iterable[Voice], dossier: Dossier) -> Iterator[Row]:
    """A party's proposals, from all its drafts and all voices that speak of a proposal."""
    return (proposal_row(by, kept) for kept in kept_proposals(by, drafts, spoken, dossier))


def proposal_row(by: str, kept: Kept[ProposalOf[str]]) -> Row:
    """The row of a proposal."""
    return Row(FindingKind.PROPOSAL, Group.PROPOSALS, (by,), kept, kept.finding.on, (by,), kept.finding.issues)


def round_rows(found: Iterable[Reading], dossier: Dossier) -> Iterator[Row]:
    """The rounds, from all readings that mention a meeting."""
    return (round_row("", kept) for kept in kept_rounds(found, dossier))


def round_row(key: str, kept: Kept[Round]) -> Row:
    """The row of a round; its key names the mentions that it was made from, where rows are kept."""
    return Row(FindingKind.ROUND, Group.ROUNDS, (key,), kept, kept.finding.until, (), ())


def _conflict_rows(group: Group, key: tuple[str, ...], found: Iterable[Kept[ConflictOf[str]]]) -> Iterator[Row]:
    return (_conflict_row(group, key, kept) for kept in found)


def _conflict_row(group: Group, key: tuple[str, ...], kept: Kept[ConflictOf[str]]) -> Row:
    conflict = kept.finding
    return Row(CONFLICTS[conflict.kind], group, key, kept, conflict.on, conflict.parties[:2], (conflict.about,))


def conflicts(testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None) -> tuple[Conflict, ...]:
    """All conflicts in order of kind, time and what they are about; a party's change of mind over time is a shift and none of them."""
    by_id = {t.statement.id: t for t in testimonies}
    spoken = voices(testimonies, dossier)
    rows = (
        *(row for cell in cells(spoken) for row in cell_rows(*cell)),
        *issue_rows_of(spoken, lambda statement: content_words(by_id[statement].quote), dossier),
        *outlet_rows_of([account_of(voice, by_id[voice.statement].quote, dossier) for voice in spoken], dossier),
    )
    kept: Iterable[Kept[ConflictOf[str]]] = (row.kept for row in rows if row.kind in CONFLICTS.values())
    told = [one.cited(by_id.__getitem__) for one in held(kept, as_of)]
    told += of_progress(progress_claims(testimonies, dossier, as_of=as_of), dossier)
    return tuple(sorted(told, key=lambda c: conflict_place(c, dossier)))

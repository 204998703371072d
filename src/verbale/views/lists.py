"""The pages of rounds, proposals and conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.analysis import Conflict, ConflictKind, Fact, Format, Named, Proposal, Round, Testimony
from verbale.dossier.model import Dossier
from verbale.values import Known, Move
from verbale.views.citations import Citations
from verbale.views.found import MOST, Findings
from verbale.views.page import CitationView, Quoted
from verbale.views.source import Source, Wanted


@dataclass(frozen=True, slots=True)
class FactItem:
    """A fact in the text's words; `also` are the numbers of further places that say the same."""

    quote: Quoted
    also: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NamedItem:
    """A party or place: its usual name, its id in the dossier where it has one, and the words that name it."""

    name: str
    id: str | None
    quote: Quoted


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """What a party said to a proposal."""

    party: str
    party_name: str
    on: date | None
    move: Move
    speaker: str | None
    quote: Quoted


@dataclass(frozen=True, slots=True)
class ProposalItem:
    """A proposal with all that the texts tell of it; `issues` are ids, `issue_labels` their labels."""

    id: str
    by: str
    by_name: str
    on: date | None
    known: Known
    version: int
    earlier: str | None
    issues: tuple[str, ...]
    issue_labels: tuple[str, ...]
    terms: tuple[FactItem, ...]
    asks: tuple[FactItem, ...]
    in_exchange: tuple[FactItem, ...]
    conditions: tuple[FactItem, ...]
    guarantors: tuple[NamedItem, ...]
    periods: tuple[FactItem, ...]
    entry_into_force: tuple[FactItem, ...]
    answers: tuple[AnswerItem, ...]


@dataclass(frozen=True, slots=True)
class ProposalsView:
    """The proposals of a negotiation in order of time; `cut` where there are earlier ones that it leaves out."""

    title: str
    as_of: date | None
    proposals: tuple[ProposalItem, ...]
    citations: tuple[CitationView, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class RoundItem:
    """A round; `mentions` are the sentences that tell of it."""

    id: str
    on: date | None
    until: date | None
    known: Known
    place: NamedItem | None
    format: Format
    participants: tuple[NamedItem, ...]
    delegates: Quoted | None
    mediator: NamedItem | None
    count: int | None
    planned: bool
    mentions: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class RoundsView:
    """The rounds of a negotiation in order of time, undated ones last; `cut` where there are earlier ones that it leaves out."""

    title: str
    as_of: date | None
    rounds: tuple[RoundItem, ...]
    citations: tuple[CitationView, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class AccountItem:
    """One account in a conflict."""

    party: str | None
    speaker: str | None
    publisher: str | None
    day: date | None
    utterance: str
    quote: Quoted


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """Two accounts that cannot both hold; `label` says in words what they differ on, `differs` the two readings of outlets."""

    id: str
    kind: ConflictKind
    about: str
    label: str
    on: date | None
    parties: tuple[str, ...]
    differs: tuple[str, str] | None
    first: tuple[AccountItem, ...]
    second: tuple[AccountItem, ...]


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """The conflicts of a negotiation by kind and time; `cut` where there are earlier ones that it leaves out."""

    title: str
    as_of: date | None
    conflicts: tuple[ConflictItem, ...]
    citations: tuple[CitationView, ...]
    cut: bool = False


def proposals_view(source: Source, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> ProposalsView:
    """The proposals as of a day, inclusive; of one issue or party only where asked."""
    findings = Findings(source, Wanted(as_of, issue, party, most=MOST))
    citations = Citations(source, findings.dossier)
    items = tuple(proposal_item(proposal, findings.dossier, citations) for proposal in findings.proposals)
    return ProposalsView(findings.dossier.negotiation.title, as_of, items, citations.views(), len(items) >= MOST)


def rounds_view(source: Source, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> RoundsView:
    """The rounds as of a day, inclusive; with a party only those it took part in or mediated. Rounds are not bound to an issue."""
    findings = Findings(source, Wanted(as_of, issue, party, most=MOST))
    citations = Citations(source, findings.dossier)
    items = tuple(round_item(r, citations) for r in findings.rounds if party is None or party in _present(r))
    return RoundsView(findings.dossier.negotiation.title, as_of, items, citations.views(), len(items) >= MOST)


def conflicts_view(source: Source, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> ConflictsView:
    """The conflicts as of a day, inclusive; of one issue (or "progress") or party only where asked."""
    findings = Findings(source, Wanted(as_of, issue, party, most=MOST))
    citations = Citations(source, findings.dossier)
    items = tuple(conflict_item(conflict, findings.dossier, citations) for conflict in findings.conflicts)
    return ConflictsView(findings.dossier.negotiation.title, as_of, items, citations.views(), cut_short(items, MOST))


def cut_short(conflicts: Sequence[ConflictItem], most: int) -> bool:
    """Whether some kind of conflict is shown as often as it may be."""
    return max(Counter(conflict.kind for conflict in conflicts).values(), default=0) >= most


def _present(round_: Round) -> set[str | None]:
    return {named.id for named in (*round_.participants, *((round_.mediator,) if round_.mediator else ()))}


def proposal_item(proposal: Proposal, dossier: Dossier, citations: Citations) -> ProposalItem:
    """A proposal as pages show it."""

    def facts(found: Sequence[Fact]) -> tuple[FactItem, ...]:
        return tuple(FactItem(citations.fact(f), tuple(dict.fromkeys(citations.number(c) for c in f.also))) for f in found)

    labels = [found.label for issue in proposal.issues if (found := dossier.issue(issue)) is not None]
    return ProposalItem(
        id=proposal.id,
        by=proposal.by,
        by_name=_party_name(dossier, proposal.by),
        on=proposal.on,
        known=proposal.known,
        version=proposal.version,
        earlier=proposal.earlier,
        issues=proposal.issues,
        issue_labels=tuple(labels),
        terms=facts(proposal.terms),
        asks=facts(proposal.asks),
        in_exchange=facts(proposal.in_exchange),
        conditions=facts(proposal.conditions),
        guarantors=tuple(_named(named, citations) for named in proposal.guarantors),
        periods=facts(proposal.periods),
        entry_into_force=facts(proposal.entry_into_force),
        answers=tuple(
            AnswerItem(a.party, _party_name(dossier, a.party), a.on, a.move, _speaker(a.testimony), citations.words(a.testimony))
            for a in proposal.answers
        ),
    )


def round_item(round_: Round, citations: Citations) -> RoundItem:
    """A round as pages show it."""
    return RoundItem(
        id=round_.id,
        on=round_.on,
        until=round_.until,
        known=round_.known,
        place=_named(round_.place, citations) if round_.place is not None else None,
        format=round_.format,
        participants=tuple(_named(named, citations) for named in round_.participants),
        delegates=citations.fact(round_.delegates) if round_.delegates is not None else None,
        mediator=_named(round_.mediator, citations) if round_.mediator is not None else None,
        count=round_.count,
        planned=round_.planned,
        mentions=tuple(citations.fact(fact, whole=True) for fact in round_.mentions),
    )


OUTLETS_DIFFER = {"speaker": "Who said it", "number": "A number", "name": "A name", "day": "The day"}
"""What reports of one utterance differ on, in words."""


def conflict_item(conflict: Conflict, dossier: Dossier, citations: Citations) -> ConflictItem:
    """A conflict as pages show it."""
    issue = dossier.issue(conflict.about)
    label = issue.label if issue is not None else OUTLETS_DIFFER.get(conflict.about, conflict.about.capitalize())
    return ConflictItem(
        id=conflict.id,
        kind=conflict.kind,
        about=conflict.about,
        label=label,
        on=conflict.on,
        parties=conflict.parties,
        differs=conflict.differs,
        first=tuple(_account(t, dossier, citations) for t in conflict.first),
        second=tuple(_account(t, dossier, citations) for t in conflict.second),
    )


def _account(testimony: Testimony, dossier: Dossier, citations: Citations) -> AccountItem:
    publisher = dossier.publisher(testimony.publisher)
    return AccountItem(
        party=testimony.statement.resolution.party,
        speaker=_speaker(testimony),
        publisher=publisher.name if publisher is not None else testimony.publisher,
        day=testimony.day,
        utterance=testimony.utterance,
        quote=citations.words(testimony),
    )


def _named(named: Named, citations: Citations) -> NamedItem:
    return NamedItem(named.name, named.id, citations.fact(named.fact, whole=True))


def _party_name(dossier: Dossier, party: str) -> str:
    found = dossier.party(party)
    return found.name if found is not None else party


def _speaker(testimony: Testimony) -> str | None:
    speaker = testimony.statement.resolution.speaker
    return speaker.name if speaker is not None else None

"""What is new between two days: shifts, proposals, rounds, conflicts, claims of progress, and the documents that came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from verbale.analysis import Testimony
from verbale.analysis.findings import PeriodOf, ShiftOf
from verbale.dossier.model import Dossier
from verbale.values import Stance
from verbale.views.citations import Citations
from verbale.views.found import Findings
from verbale.views.lists import ConflictItem, ProposalItem, RoundItem, conflict_item, cut_short, proposal_item, round_item
from verbale.views.page import CitationView, Quoted
from verbale.views.source import Source, Wanted
from verbale.views.table import ProgressCell, progress_cell, sign

MOST_NEW = 25
"""What a page shows of each kind of news: the latest."""


@dataclass(frozen=True, slots=True)
class StanceItem:
    """One stance with the words that carry it."""

    stance: Stance
    sign: str
    conditional: bool
    since: date | None
    speaker: str | None
    quote: Quoted


@dataclass(frozen=True, slots=True)
class ShiftItem:
    """A party's move on an issue; `before` is None where it had been silent."""

    on: date
    party: str
    party_name: str
    issue: str
    issue_label: str
    before: StanceItem | None
    after: StanceItem


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What is new from `since` to `until`, both inclusive.

    `documents` counts the articles published in that time; `claims` all claims of progress. `cut` names the fields that leave out
    earlier findings.
    """

    title: str
    since: date
    until: date | None
    documents: int
    statements: int
    shifts: tuple[ShiftItem, ...]
    claims: int
    progress: tuple[ProgressCell, ...]
    proposals: tuple[ProposalItem, ...]
    rounds: tuple[RoundItem, ...]
    conflicts: tuple[ConflictItem, ...]
    citations: tuple[CitationView, ...]
    cut: tuple[str, ...] = ()


def changes(source: Source, *, since: date, until: date | None = None, issue: str | None = None, party: str | None = None) -> ChangesView:
    """What moved from `since` to `until`, both inclusive; undated things are left out, since nobody knows whether they are new."""
    findings = Findings(source, Wanted(until, issue, party, since=since, most=MOST_NEW))
    citations = Citations(source, findings.dossier)
    documents, statements = source.new(since, until)

    def new(on: date | None) -> bool:
        return on is not None and since <= on and (until is None or on <= until)

    shifts = [shift for shift in findings.shifts if new(shift.on)]
    best = findings.told(period.best for shift in shifts for period in (shift.before, shift.after) if period is not None)
    claims = [claim for claim in findings.claims if new(claim.day)]
    view = ChangesView(
        title=findings.dossier.negotiation.title,
        since=since,
        until=until,
        documents=documents,
        statements=statements,
        shifts=tuple(_shift(shift, best, findings.dossier, citations) for shift in shifts),
        claims=len(claims),
        progress=tuple(progress_cell(claim, findings.dossier, citations) for claim in findings.full(claims[-MOST_NEW:])),
        proposals=tuple(proposal_item(p, findings.dossier, citations) for p in findings.proposals),
        rounds=tuple(round_item(r, citations) for r in findings.rounds if new(r.until)),
        conflicts=tuple(conflict_item(c, findings.dossier, citations) for c in findings.conflicts if new(c.on)),
        citations=citations.views(),
    )
    full = {"shifts": len(view.shifts), "proposals": len(view.proposals), "rounds": len(view.rounds)}
    cut = [name for name, shown in full.items() if shown >= MOST_NEW]
    return replace(view, cut=(*cut, *(("conflicts",) if cut_short(view.conflicts, MOST_NEW) else ())))


def _shift(shift: ShiftOf[str], best: Mapping[str, Testimony], dossier: Dossier, citations: Citations) -> ShiftItem:
    party, issue = dossier.party(shift.party), dossier.issue(shift.issue)
    return ShiftItem(
        on=shift.on,
        party=shift.party,
        party_name=party.name if party is not None else shift.party,
        issue=shift.issue,
        issue_label=issue.label if issue is not None else shift.issue,
        before=_stance(shift.before, best[shift.before.best], citations) if shift.before is not None else None,
        after=_stance(shift.after, best[shift.after.best], citations),
    )


def _stance(period: PeriodOf[str], best: Testimony, citations: Citations) -> StanceItem:
    speaker = best.statement.resolution.speaker
    return StanceItem(
        stance=period.stance,
        sign=sign(period),
        conditional=period.conditional,
        since=period.since,
        speaker=speaker.name if speaker is not None else None,
        quote=citations.words(best),
    )

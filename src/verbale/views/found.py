"""The findings that a page shows, resting on testimonies: looked up when they are asked for, narrowed to an issue or a party."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cached_property
from typing import Any

from verbale.analysis.conflicts import conflict_place, over_progress
from verbale.analysis.events import known_by
from verbale.analysis.findings import (
    ClaimOf,
    Conflict,
    ConflictKind,
    ConflictOf,
    Fact,
    GapOf,
    Named,
    Position,
    PositionOf,
    ProgressClaim,
    Proposal,
    ProposalOf,
    Round,
    ShiftOf,
)
from verbale.analysis.positions import cell_place, shift_place
from verbale.analysis.proposals import proposal_place
from verbale.analysis.rounds import round_place
from verbale.analysis.rows import CONFLICTS, FindingKind
from verbale.analysis.testimony import Citation, Testimony
from verbale.dossier.model import Dossier, PartyKind
from verbale.views.levels import BareClaim, Levels
from verbale.views.source import Basis, Source, Wanted

BareConflict = ConflictOf[Any]
"""A conflict that rests on statements' ids or on bare claims."""

MOST = 50
"""Claims, proposals, rounds or conflicts that a page shows: the latest."""


class Findings:
    """All that analysis finds in what is known on a day, inclusive; undated things count only without a day."""

    def __init__(self, source: Source, wanted: Wanted) -> None:
        self._source, self._wanted = source, wanted

    @cached_property
    def dossier(self) -> Dossier:
        """The negotiation's dossier."""
        return self._source.dossier()

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The ids of the sides."""
        return tuple(p.id for p in self.dossier.parties if p.kind is PartyKind.SIDE)

    @cached_property
    def basis(self) -> Basis:
        """What all of it rests on, counted."""
        return self._source.basis(self._wanted.as_of)

    @cached_property
    def positions(self) -> list[PositionOf[str]]:
        """Where the parties stand, in dossier order, resting on statements' ids (`told`)."""
        wanted = replace(self._wanted, most=None)
        return sorted(self._source.found(FindingKind.POSITION, wanted), key=lambda p: cell_place(p, self.dossier))

    @cached_property
    def stands(self) -> tuple[Position, ...]:
        """Where the sides stand now, in dossier order; where they stood before, and further reports, are left out."""
        own = (one for one in self.positions if one.party in self.sides)
        return self._cited(replace(one, current=replace(one.current, reports=()), before=None) for one in own)

    @cached_property
    def shifts(self) -> list[ShiftOf[str]]:
        """How they moved, in order of time, resting on statements' ids (`told`)."""
        return sorted(self._source.found(FindingKind.SHIFT, self._wanted), key=lambda s: shift_place(s, self.dossier))

    def last_shifts(self, most: int, told: Callable[[ShiftOf[str]], bool]) -> list[ShiftOf[str]]:
        """The latest of those that are told, the latest first, resting on statements' ids (`told`)."""
        size = 8 * most
        while True:
            found = self._source.found(FindingKind.SHIFT, replace(self._wanted, most=size))
            chosen = [shift for shift in sorted(found, key=lambda s: shift_place(s, self.dossier)) if told(shift)]
            latest = sorted(chosen, key=lambda shift: -shift.on.toordinal())[:most]
            if len(found) < size or (len(latest) == most and latest[-1].on > min(shift.on for shift in found)):
                return latest
            size *= 4

    @cached_property
    def claims(self) -> tuple[BareClaim, ...]:
        """Each side's claims of progress, day by day, bare of what they rest on (`full`)."""
        return tuple(claim for claim in self._levels.claims if self._wanted.party in (None, claim.party))

    @property
    def gaps(self) -> tuple[GapOf[None], ...]:
        """Where the claims stand apart, in order of time; none on a page of one party."""
        return self._levels.gaps if self._wanted.party is None else ()

    @property
    def furthest(self) -> GapOf[None] | None:
        """The widest of the gaps; of equally wide ones the latest."""
        return self._levels.furthest if self._wanted.party is None else None

    @cached_property
    def _levels(self) -> Levels:
        return self._source.levels(self._wanted.as_of)

    def full(self, claims: Iterable[BareClaim]) -> tuple[ProgressClaim, ...]:
        """Claims with what they rest on, in the order given."""
        wanted = list(claims)
        found: Sequence[ProgressClaim] = self._cited(self._source.claims(wanted, self._wanted.as_of))
        by_place = {(claim.party, claim.day): claim for claim in found}
        return tuple(by_place[claim.party, claim.day] for claim in wanted)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Accounts that cannot both hold, in order of kind and time; the latest of each kind where the page asks for some only."""
        return self._full_conflicts(self._conflicts)

    def last_conflicts(self, kind: ConflictKind, most: int, told: Callable[[Conflict], bool]) -> tuple[Conflict, ...]:
        """The latest of a kind that are told, in order of time."""
        found: list[Conflict] = []
        for size in (4 * most, self._wanted.most):
            left = self._conflicts_of(kind, size)[-size if size is not None else None :]
            found = []
            while left and len(found) < most:
                found[:0] = [conflict for conflict in self._full_conflicts(left[-most:]) if told(conflict)]
                del left[-most:]
            if len(found) >= most:
                break
        return tuple(found[-most:])

    @cached_property
    def _conflicts(self) -> list[BareConflict]:
        """The conflicts in order of kind and time, resting on statements' ids, or, those over progress, on bare claims."""
        return [one for kind in ConflictKind for one in self._conflicts_of(kind, self._wanted.most)]

    def _conflicts_of(self, kind: ConflictKind, most: int | None) -> list[BareConflict]:
        """Those of a kind in order of time: the latest so many of those kept, and of those over progress."""
        kept = self._source.found(CONFLICTS[kind], replace(self._wanted, most=most))
        quarrels = self._over_progress(most) if kind is ConflictKind.SIDES else []
        return sorted((*kept, *quarrels), key=lambda c: conflict_place(c, self.dossier))

    def _over_progress(self, most: int | None) -> list[BareConflict]:
        """Quarrels over progress, which follow from the claims of all sides."""
        if self._wanted.issue not in (None, "progress"):
            return []
        since, party = self._wanted.since, self._wanted.party
        quarrels = self._levels.quarrels
        chosen = [gap for gap in quarrels if party in (None, gap.higher.party, gap.lower.party) and (since is None or gap.on >= since)]
        latest = chosen if most is None else chosen[-most:]
        return [over_progress(GapOf(_on_itself(gap.higher), _on_itself(gap.lower)), self.dossier) for gap in latest]

    def _full_conflicts(self, chosen: Iterable[BareConflict]) -> tuple[Conflict, ...]:
        """Conflicts with testimonies in the place of statements' ids and of bare claims, all read at once."""
        listed = list(chosen)
        claims = [account for one in listed for account in (*one.first, *one.second) if isinstance(account, ClaimOf)]
        best = {claim: full.best for claim, full in zip(claims, self.full(claims), strict=True)}
        told = iter(self._cited(one for one in listed if not isinstance(one.first[0], ClaimOf)))
        return tuple(one.cited(best.__getitem__) if isinstance(one.first[0], ClaimOf) else next(told) for one in listed)

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """What is proposed, in order of time."""
        self._source.prepare(place.document for proposal in self.bare_proposals for place in _places(proposal))
        return self._cited(self.bare_proposals)

    @cached_property
    def bare_proposals(self) -> list[ProposalOf[str]]:
        """The same, resting on statements' ids; no text is read."""
        return sorted(self._source.found(FindingKind.PROPOSAL, self._wanted), key=proposal_place)

    def prepare(self, facts: Iterable[Fact]) -> None:
        """Read the texts of places that will be cited, all at once."""
        self._source.prepare(fact.citation.document for fact in facts)

    def told(self, statements: Iterable[str]) -> Mapping[str, Testimony]:
        """The testimonies of statements by their ids, read all at once."""
        return self._source.testimonies_of(statements)

    @cached_property
    def rounds(self) -> list[Round]:
        """The meetings, in order of time; an issue or a party narrows them not."""
        rounds = self.bare_rounds()
        self._source.prepare(place.document for one in rounds for place in _places(one))
        return rounds

    def bare_rounds(self, *, mentions: int | None = None) -> list[Round]:
        """The same, with the first so many `mentions` of each; no text is read."""
        wanted = replace(self._wanted, issue=None, party=None, mentions=mentions)
        return sorted(self._source.found(FindingKind.ROUND, wanted), key=round_place)

    def read_reports(self, testimonies: Iterable[Testimony]) -> None:
        """Read all reports of what some testimonies tell, which will be asked for, at once."""
        self._source.read_reports([testimony.utterance for testimony in testimonies])

    def reports(self, utterance: str) -> Sequence[Testimony]:
        """The reports of an utterance up to the day."""
        return known_by(self._source.reports(utterance), self._wanted.as_of)

    def testimony(self, statement: str) -> Testimony:
        """The testimony of a statement."""
        return self._source.testimonies_of([statement])[statement]

    def _cited(self, found: Iterable[Any]) -> tuple[Any, ...]:
        """Findings with testimonies in the place of statements' ids, all read at once."""
        listed = list(found)
        ids: dict[str, None] = {}
        for one in listed:
            one.cited(lambda key: ids.setdefault(key))
        told = self._source.testimonies_of(ids)
        return tuple(one.cited(told.__getitem__) for one in listed)


def _on_itself(claim: BareClaim) -> ClaimOf[BareClaim]:
    """A claim that rests on itself, bare, until what it rests on is looked up."""
    return ClaimOf(claim.party, claim.day, claim.level, claim.lowest, claim.highest, claim, claim.words)


def _places(found: Any) -> Iterator[Citation]:
    """The places that a proposal or a round cites, however deep."""
    if isinstance(found, Fact):
        yield found.citation
        yield from found.also
    elif isinstance(found, Named):
        yield from _places(found.fact)
    elif isinstance(found, tuple):
        for one in found:
            yield from _places(one)
    elif isinstance(found, (ProposalOf, Round)):
        for field in fields(found):
            yield from _places(getattr(found, field.name))

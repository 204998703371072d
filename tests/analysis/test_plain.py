from __future__ import annotations

from dataclasses import replace

from verbale.analysis.findings import ClaimOf, ConflictOf, PositionOf, ProposalOf, Round, ShiftOf
from verbale.analysis.plain import from_text, to_text
from verbale.analysis.rows import FindingKind, all_rows

from .talks import DOSSIER, PASSAGES, TESTIMONIES

KINDS = {
    FindingKind.POSITION: PositionOf,
    FindingKind.SHIFT: ShiftOf,
    FindingKind.CLAIM: ClaimOf,
    FindingKind.QUARREL: ConflictOf,
    FindingKind.OUTLETS: ConflictOf,
    FindingKind.SELF: ConflictOf,
    FindingKind.PROPOSAL: ProposalOf,
    FindingKind.ROUND: Round,
}


def test_every_finding_comes_back_from_its_text() -> None:
    rows = all_rows(TESTIMONIES, PASSAGES, DOSSIER)
    assert {row.kind for row in rows} == set(FindingKind) - {FindingKind.SELF}
    for row in rows:
        finding = row.kept.finding
        assert from_text(KINDS[row.kind], to_text(finding)) == finding


def test_of_a_list_only_the_first_items_are_read() -> None:
    rounds = [row.kept.finding for row in all_rows(TESTIMONIES, PASSAGES, DOSSIER) if row.kind is FindingKind.ROUND]
    full = max(rounds, key=lambda one: len(one.mentions))
    assert len(full.mentions) > 1
    assert from_text(Round, to_text(full), first={"mentions": 1}) == replace(full, mentions=full.mentions[:1])

"""What the statements mean for the talks: positions, shifts, progress claims, conflicts, proposals, rounds.

Pure functions over values: no database, no engine, the same result whatever the order of arrival. The rules are written down in
docs/analysis.md.
"""

from verbale.analysis.findings import (
    Answer,
    Conflict,
    ConflictKind,
    Fact,
    Format,
    Gap,
    Named,
    Period,
    Position,
    Progress,
    ProgressClaim,
    Proposal,
    Round,
    Settledness,
    Shift,
    Weight,
)
from verbale.analysis.positions import positions, shifts
from verbale.analysis.progress import gaps, progress_claims
from verbale.analysis.proposals import proposals
from verbale.analysis.rounds import rounds
from verbale.analysis.rows import conflicts
from verbale.analysis.testimony import Citation, Passage, Testimony

__all__ = [
    "Answer",
    "Citation",
    "Conflict",
    "ConflictKind",
    "Fact",
    "Format",
    "Gap",
    "Named",
    "Passage",
    "Period",
    "Position",
    "Progress",
    "ProgressClaim",
    "Proposal",
    "Round",
    "Settledness",
    "Shift",
    "Testimony",
    "Weight",
    "conflicts",
    "gaps",
    "positions",
    "progress_claims",
    "proposals",
    "rounds",
    "shifts",
]

"""The crosswalk from our moves to the event types ("roots") of PLOVER, and the signals of our lexicon for a bare sentence.

PLOVER is the event ontology of the Open Event Data Alliance (https://github.com/openeventdata/PLOVER), successor of CAMEO.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from verbale.coding.votes import signals
from verbale.values import Coding, Move

__all__ = ["CROSSWALK", "ROOTS", "root_of", "signals"]

CROSSWALK: Mapping[Move, str | None] = MappingProxyType({
    Move.DEMAND: "REQUEST",
    Move.OFFER: "AGREE",
    Move.COMMIT: "AGREE",
    Move.ACCEPT: "AGREE",
    Move.REJECT: "REJECT",
    Move.THREATEN: "THREATEN",
    Move.ACCUSE: "ACCUSE",
    Move.PROGRESS: "CONSULT",
    Move.OBSTACLE: "REJECT",
    Move.REPORT: None,
})  # fmt: skip
"""The root of each move; None has no event."""

ROOTS: tuple[str, ...] = ("AGREE", "CONSULT", "REQUEST", "REJECT", "ACCUSE", "THREATEN")
"""The roots that our moves map to, in PLOVER's order from cooperation to conflict."""


def root_of(coding: Coding) -> str | None:
    """The PLOVER root of a statement's coding, or None where it is no event.

    PLOVER has no mark for a condition and codes an offer, conditional or not, as an intention to cooperate: AGREE. A claim of progress
    is coded by what is claimed: talks held (CONSULT). A claim that talks fail counts as REJECT only where the speaker's own refusal was
    read; otherwise it reports no event.
    """
    if coding.move is Move.OBSTACLE and coding.probability < 0.5:
        return None
    return CROSSWALK[coding.move]

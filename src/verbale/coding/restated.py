"""Stands that a noun names where the cue only tells of them: "repeated her refusal to pay", "reiterated its offer"."""

from __future__ import annotations

import re

from verbale.values import Move

_NOUNS = {
    Move.REJECT: "refusal rejection opposition objections? resistance",
    Move.THREATEN: "threats?",
    Move.DEMAND: "demands? calls? appeals? insistence",
    Move.OFFER: "offers? readiness willingness openness",
    Move.COMMIT: "promises? pledges? vows? commitments?",
    Move.ACCEPT: "support backing approval acceptance",
    Move.ACCUSE: "criticism accusations?",
}
_CUE = re.compile(
    r"\b(?:reiterat|repeat|renew|restat|reaffirm|voic|express|signal|underlin|underscor|stress|maintain|stood by|stands? by)\w*",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"[\W_]*(?:(?:his|her|its|their|our|my|the|an?|\w+ly|strong|firm|full|long-?standing|continued|earlier|previous|personal)\s+){0,3}(?:"
    + "|".join(f"(?P<{move.value}>{nouns.replace(' ', '|')})" for move, nouns in _NOUNS.items())
    + r")\b",
    re.IGNORECASE,
)


def restated(frame: str, content: str) -> tuple[Move, int, int] | None:
    """The move that the noun at the front of a content names, with its place there; None where the cue is none that only tells of it."""
    found = _NOUN.match(content) if _CUE.search(frame) else None
    if found is None or found.lastgroup is None:
        return None
    start, end = found.span(found.lastgroup)
    return Move(found.lastgroup), start, end

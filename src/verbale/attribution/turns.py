"""Turns of a transcript: paragraphs that begin with who speaks and a colon ("ORLAN: The lists are ready.")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verbale.attribution.quotes import paragraphs
from verbale.values import Span, Spans

NAME = r"[^\W\d_][\w.'’-]+"
TURN = re.compile(rf"[\"“«]?(?P<source>{NAME}(?:[ \xa0]{NAME}){{0,4}})(?P<cue>:)\s+(?P<content>\S.*[.?!…\"”’»)\]—–-])", re.DOTALL)
"""A heading or the cell of a table does not end as a sentence does, and "Q" or "A" names nobody."""
FEWEST = 3
"""Turns from which a text is a transcript."""
APART = 2
"""Paragraphs from one turn to the next; a remark may stand between them."""
LEAST_WORDS = 2
"""Words that most turns of a transcript have; the cells of a table have fewer."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until another does: the name, the colon, the words."""

    source: Span
    cue: Span
    content: Span


def turns(text: str, furniture: Spans = ()) -> tuple[Turn, ...]:
    """The turns of a text in order, each near another speaker's; none where there are fewer than three or nobody speaks twice."""
    numbered = [(i, turn) for i, line in enumerate(paragraphs(text)) if (turn := _turn(text, line)) is not None]
    kept: dict[int, Turn] = {}
    for (i, one), (j, other) in pairwise(numbered):
        if j - i <= APART and _speaker(text, one) != _speaker(text, other):
            kept |= {i: one, j: other}
    found = list(kept.values())
    if len(found) < FEWEST or len({_speaker(text, turn) for turn in found}) == len(found) or _are_cells(text, found):
        return ()
    return tuple(turn for turn in found if not any(part.overlaps(turn.content) for part in furniture))


def _turn(text: str, line: Span) -> Turn | None:
    match = TURN.fullmatch(text, line.start, line.end)
    if match is None or not all(word[0].isupper() for word in match["source"].split()):
        return None
    return Turn(*(Span(*match.span(part)) for part in ("source", "cue", "content")))


def _speaker(text: str, turn: Turn) -> str:
    """The last word of the name: "Vera Orlan" speaks again as "Orlan"."""
    return turn.source.of(text).split()[-1].casefold()


def _are_cells(text: str, found: Sequence[Turn]) -> bool:
    """Whether most of the turns are too short for speech."""
    return 2 * sum(len(turn.content.of(text).split()) < LEAST_WORDS for turn in found) > len(found)

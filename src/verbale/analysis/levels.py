"""What one statement says of the talks: its step on the scale of progress and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.analysis.findings import Progress
from verbale.analysis.lexicon_progress import OUTRIGHT, STEPS, TALKS
from verbale.analysis.testimony import Testimony
from verbale.analysis.wording import sentences_of
from verbale.values import Move, Span, Spans

SHORT = 12
"""Words up to which hope or doubt without a word for talks is of the talks: longer ones tell what they are of."""


def level_of(text: str, move: Move) -> tuple[Progress, bool] | None:
    """What a statement's words say of the talks, and whether they say so (or only its move); None where it says nothing of them."""
    spoken_of = move in (Move.PROGRESS, Move.OBSTACLE)
    low = text.lower()
    if not spoken_of and not OUTRIGHT.search(low):
        return None
    found = [step for step, pattern in STEPS if pattern.search(low)] if TALKS.search(low) else []
    if found:
        return _weighed(found, move), True
    if not spoken_of or (len(low.split()) > SHORT and not TALKS.search(low)):
        return None
    return Progress.HOPEFUL if move is Move.PROGRESS else Progress.DIFFICULT, False


def _weighed(found: Sequence[Progress], move: Move) -> Progress:
    """One step out of those whose words occur: the move breaks ties between praise and doubt."""
    first = found[0]
    if move is Move.PROGRESS and first in (Progress.STALLED, Progress.DEAD_END, Progress.DIFFICULT):
        better = [step for step in found if Progress.UNDER_WAY <= step < Progress.AGREED]
        return better[0] if better else Progress.UNDER_WAY if first is Progress.DIFFICULT else first
    if move is Move.OBSTACLE and first >= Progress.HOPEFUL:
        worse = [step for step in found if step <= Progress.DIFFICULT]
        return worse[0] if worse else Progress.DIFFICULT
    return first


def said_so(testimony: Testimony, level: Progress) -> Spans:
    """The sentence whose words stand for the level; the whole content where none does."""
    pattern = _STEPS[level]
    told: Span | None = None
    for span, text in sentences_of(testimony):
        low = text.lower()
        if OUTRIGHT.search(low):
            return (span,)
        if told is None and pattern.search(low):
            told = span
    return testimony.content if told is None else (told,)


_STEPS = dict(STEPS)

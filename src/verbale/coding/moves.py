"""The move of a statement: the votes of cue and content, weighed."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from verbale.coding.speech import Speech, Vote
from verbale.coding.votes import votes_of
from verbale.values import Move, Span, Spans

_REPORT = 1.9  # what a plain report weighs: evidence must say more than that
_CARRIER = 1.5  # what it says for a report that a medium speaks
_OUTSIDER = 0.5  # what an act counts in the mouth of somebody who acts for nobody: experts only tell what others may do
_ACTS = frozenset({Move.OFFER, Move.COMMIT, Move.ACCEPT, Move.THREATEN})
_TEMPERATURE = 0.55  # softmax temperature at which the probabilities of 230 gold statements fit how often the move is right
_LATER = (1.0, 0.5, 0.25)  # what the strongest, second and third vote for one move count


@dataclass(frozen=True, slots=True)
class Decision:
    """The move, its probability in [0, 1], and the words that made it, and all votes."""

    move: Move
    probability: float
    evidence: Spans
    votes: tuple[Vote, ...] = ()


def decide(speech: Speech) -> Decision:
    """The move that the votes of cue and content make."""
    votes = [_weighed(vote, speech) for vote in votes_of(speech)]
    totals = dict.fromkeys(Move, 0.0)
    totals[Move.REPORT] = _REPORT + (_CARRIER if speech.carrier else 0.0)
    for move in Move:
        weights = sorted((vote.weight for vote in votes if vote.move is move), reverse=True)
        totals[move] += sum(weight * share for weight, share in zip(weights, _LATER, strict=False))
    best = max(Move, key=lambda move: totals[move])
    scale = sum(math.exp((total - totals[best]) / _TEMPERATURE) for total in totals.values())
    evidence = sorted({span for vote in votes if vote.move is best for span in vote.spans})
    if not evidence:
        evidence = list(speech.reading.attribution.cue)
    return Decision(best, round(1 / scale, 4), _disjoint(evidence), tuple(votes))


def _weighed(vote: Vote, speech: Speech) -> Vote:
    """A vote for an act of somebody who only observes at half its weight, and for a threat of who speaks for no party and only warns."""
    if speech.party is not None or vote.move not in _ACTS:
        return vote
    reading, words = speech.reading, speech.reading.grammar.moves
    observes = words.observers.search(reading.source) or (vote.move is Move.THREATEN and words.warns.search(reading.frame))
    return replace(vote, weight=vote.weight * _OUTSIDER) if observes else vote


def _disjoint(spans: list[Span]) -> Spans:
    kept: list[Span] = []
    for span in spans:
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)

"""The words that speak for a move in a statement's cue."""

from __future__ import annotations

from verbale.coding.idle import asserts, idle
from verbale.coding.negation import negator
from verbale.coding.perspective import Side
from verbale.coding.phrases import Hit
from verbale.coding.reading import Reading
from verbale.coding.speech import NEGATED, Speech, Vote, longest, side_of
from verbale.values import Move

_FORBIDDEN = 3.0  # what "warned them not to" says for a demand
_MEASURE = 2.4  # what an announcement says for a commitment to measures
_FORESEEN = 0.5  # what a warning counts for a threat where what comes is others' doing


def cue_votes(speech: Speech) -> list[Vote]:
    """What the phrases of the words before a content say for moves, by what the content is; turned round where negated."""
    reading = speech.reading
    grammar, frame, votes = reading.grammar, reading.frame, []
    for hit in longest(list(grammar.moves.cues.hits(frame))):
        if idle(frame, hit.start, reading.content):
            continue
        no = negator(grammar.negations, frame, hit.start)
        if no is None:
            votes.append(_asserted(speech, hit))
            continue
        flipped, share = NEGATED.get(Move(hit.label), (Move.REPORT, 0.5))
        votes.append(Vote(flipped, hit.weight * share, (reading.frame_span(no[0], hit.end),), negated=True))
    if any(vote.negated and vote.move is Move.OFFER for vote in votes):
        votes = [vote for vote in votes if vote.move is not Move.REJECT]
    return votes


def _asserted(speech: Speech, hit: Hit) -> Vote:
    """The vote of a phrase that is not negated: a warning may forbid or only foresee, blame may reject, an announcement may commit."""
    reading, move, weight = speech.reading, Move(hit.label), hit.weight
    words, content = reading.grammar.moves, reading.content
    if move is Move.THREATEN and words.warns.match(reading.frame, hit.start):
        if words.forbids.match(content):
            move, weight = Move.DEMAND, _FORBIDDEN
        elif _foreseen(speech):
            weight *= _FORESEEN
    elif move is Move.ACCUSE and words.proposal.match(content):
        move = Move.REJECT
    elif move is Move.COMMIT and words.announces.match(reading.frame, hit.start) and _measures(reading):
        weight = _MEASURE
    return Vote(move, weight, (reading.frame_span(hit.start, hit.end),))


def _measures(reading: Reading) -> bool:
    """Whether a content names measures, and tells nothing of them."""
    return reading.grammar.moves.measures.match(reading.content) is not None and not asserts(reading.content)


def _foreseen(speech: Speech) -> bool:
    """Whether somebody is warned of what others do, on no condition."""
    words, content = speech.reading.grammar.moves, speech.reading.content
    verb = words.foreseen.search(content)
    if (
        verb is None
        or words.there.search(content, 0, verb.start())
        or (speech.condition and words.provocation.match(content, speech.condition[0]))
    ):
        return False
    return side_of(speech, verb.start()) is Side.OTHER

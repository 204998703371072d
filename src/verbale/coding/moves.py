"""The move of a statement: cues and contents vote, each with the words that made it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from verbale.coding.lexicon_content import ANY, HARM, HOSTILE, OWN
from verbale.coding.lexicon_cues import CUES
from verbale.coding.negation import local_sign, negator
from verbale.coding.perspective import Mention, Side, side_at
from verbale.coding.phrases import Hit, Lexicon
from verbale.coding.reading import Reading
from verbale.values import Move, Span, Spans

_REPORT = 1.9  # what a plain report weighs: evidence must say more than that
_TEMPERATURE = 1.1  # softmax temperature that makes the probabilities of the development set fit its accuracy
_LATER = (1.0, 0.5, 0.25)  # what the strongest, second and third vote for one move count
_THREAT_BONUS = 3.0
_HARM_BONUS = 0.4
_PROMISE = 2.3  # a readiness or plan of the speaker's own weighs at least this much
_FOREIGN = 0.3  # what words count that the content gives to another speaker
_CARRIER = 1.5  # what it says for a report that a medium speaks
_CUE_NEGATED: dict[Move, tuple[Move, float]] = {
    Move.ACCEPT: (Move.REJECT, 0.9),
    Move.COMMIT: (Move.REJECT, 0.8),
    Move.OFFER: (Move.REJECT, 0.8),
    Move.REJECT: (Move.OFFER, 0.45),
    Move.PROGRESS: (Move.OBSTACLE, 0.9),
    Move.OBSTACLE: (Move.PROGRESS, 0.5),
}

_CUES = Lexicon((move.value, weight, phrases) for move, weight, phrases in CUES)
_OWN = Lexicon((move.value, weight, phrases) for move, weight, phrases in OWN)
_ANY = Lexicon((move.value, weight, phrases) for move, weight, phrases in ANY)
_ASKS = re.compile(r"\b(?:ask(?:s|ed|ing)?|press(?:es|ed|ing)?|wonder\w*|inquir\w+|enquir\w+)$", re.IGNORECASE)
_ASKS_WHAT = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder\w*|inquir\w+|enquir\w+)(?: \w+)?,? (?:whether|if|what|how|why|when|who|where|about)$", re.IGNORECASE
)
_QUESTION = re.compile(r"[\W_]*(?:whether|if|what|how|why|when|who|where)\b", re.IGNORECASE)
_CONDITIONAL_THREAT = re.compile(r"(?:only )?(?:if|unless|should|in case|until|as long)\b", re.IGNORECASE)
_HARM = Lexicon([("harm", 1.0, HARM)])
_HOSTILE = Lexicon([("hostile", 1.0, HOSTILE)])


@dataclass(frozen=True, slots=True)
class Vote:
    """One word or phrase that speaks for a move, and where it stands in the document."""

    move: Move
    weight: float
    spans: Spans
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The move, its probability in [0, 1], and the words that made it."""

    move: Move
    probability: float
    evidence: Spans


def is_question(reading: Reading) -> bool:
    """Whether the content is asked rather than said."""
    frame = (reading.frame or reading.cue).rstrip(" ,:\"“‘'")
    if _ASKS_WHAT.search(frame):
        return True
    return bool(_ASKS.search(frame)) and bool(_QUESTION.match(reading.content) or reading.content.rstrip("\"”’' ").endswith("?"))


@dataclass(frozen=True, slots=True)
class Speech:
    """A reading with what is known of it: names in the content, the speaker's party, the condition and what others say in it.

    `condition` and `foreign` are half-open ranges of the content; `foreign` are the words that the content gives to another speaker.
    `carrier` says that the speaker is a medium, which reports what others do.
    """

    reading: Reading
    mentions: list[Mention]
    party: str | None
    condition: tuple[int, int] | None
    foreign: tuple[tuple[int, int], ...] = ()
    carrier: bool = False


def decide(speech: Speech) -> Decision:
    """The move that the votes of cue and content make."""
    reading = speech.reading
    votes = [Vote(Move.REPORT, 1.0, ())] if is_question(reading) else [*_cue_votes(reading), *_content_votes(speech)]
    votes.extend(_threats(reading, votes))
    totals = dict.fromkeys(Move, 0.0)
    totals[Move.REPORT] = _REPORT + (_CARRIER if speech.carrier else 0.0)
    for move in Move:
        weights = sorted((vote.weight for vote in votes if vote.move is move), reverse=True)
        totals[move] += sum(weight * share for weight, share in zip(weights, _LATER, strict=False))
    best = max(Move, key=lambda move: totals[move])
    scale = sum(math.exp((total - totals[best]) / _TEMPERATURE) for total in totals.values())
    evidence = sorted({span for vote in votes if vote.move is best for span in vote.spans})
    if not evidence:
        evidence = list(reading.attribution.cue)
    return Decision(best, round(1 / scale, 4), _disjoint(evidence))


def _disjoint(spans: list[Span]) -> Spans:
    kept: list[Span] = []
    for span in spans:
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def _longest(hits: list[Hit]) -> list[Hit]:
    """The hits without those that lie inside a longer one."""
    return [hit for hit in hits if not any(_inside(hit, other) for other in hits)]


def _inside(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and (other.start, other.end) != (hit.start, hit.end)


def _cue_votes(reading: Reading) -> list[Vote]:
    frame = reading.frame or reading.cue
    if not frame:
        return []
    votes = []
    for hit in _longest(list(_CUES.hits(frame))):
        move, weight = Move(hit.label), hit.weight
        spans: Spans = (reading.frame_span(hit.start, hit.end),) if reading.frame else ()
        no = negator(frame, hit.start)
        if no is None:
            votes.append(Vote(move, weight, spans))
            continue
        flipped, share = _CUE_NEGATED.get(move, (Move.REPORT, 0.5))
        spans = (reading.frame_span(no[0], hit.end),) if reading.frame else ()
        votes.append(Vote(flipped, weight * share, spans, negated=True))
    if any(vote.negated and vote.move is Move.OFFER for vote in votes):
        votes = [vote for vote in votes if vote.move is not Move.REJECT]
    return votes


def _content_votes(speech: Speech) -> list[Vote]:
    reading, condition = speech.reading, speech.condition
    text, votes = reading.content, []
    for hit in _longest(list(_OWN.hits(text))):
        if _within(hit, condition) or any(_within(hit, part) for part in speech.foreign):
            continue
        side = side_at(text, hit.start, speech.mentions, speech.party, direct=reading.direct)
        share = {Side.OWN: 1.0, Side.UNKNOWN: 0.5, Side.OTHER: 0.0}[side]
        votes.extend(_vote(reading, hit, share))
    for hit in _longest(list(_ANY.hits(text))):
        move = Move(hit.label)
        if _within(hit, condition) and hit.weight < 3:
            continue
        share = _FOREIGN if any(_within(hit, part) for part in speech.foreign) else 1.0
        if share == 1.0 and move in (Move.ACCUSE, Move.THREATEN):
            side = side_at(text, hit.start, speech.mentions, speech.party, direct=reading.direct)
            if move is Move.ACCUSE:
                share = {Side.OWN: 0.3, Side.UNKNOWN: 0.8, Side.OTHER: 1.0}[side]
            else:
                share = {Side.OWN: 1.0, Side.UNKNOWN: 0.9, Side.OTHER: 0.7}[side]
        votes.extend(_vote(reading, hit, share))
    if condition and _CONDITIONAL_THREAT.match(text, condition[0]):
        outside = [hit for hit in _HOSTILE.hits(text) if not _within(hit, condition)]
        if outside:
            hit = outside[0]
            votes.append(Vote(Move.THREATEN, _THREAT_BONUS, reading.spans(hit.start, hit.end)))
    return votes


def _within(hit: Hit, part: tuple[int, int] | None) -> bool:
    return part is not None and part[0] <= hit.start < part[1]


def _threats(reading: Reading, votes: list[Vote]) -> list[Vote]:
    """A readiness, a plan or a promise to do harm is a threat."""
    promised = max((vote.weight for vote in votes if vote.move in (Move.OFFER, Move.COMMIT) and not vote.negated), default=0.0)
    if promised < _PROMISE:
        return []
    harms = [hit for hit in _HARM.hits(reading.content) if local_sign(reading.content, hit.start, hit.end) > 0]
    return [Vote(Move.THREATEN, promised + _HARM_BONUS, reading.spans(hit.start, hit.end)) for hit in harms[:1]]


def _vote(reading: Reading, hit: Hit, share: float) -> list[Vote]:
    """The vote of one phrase of the content, turned round where it is negated."""
    if share == 0:
        return []
    move, weight = Move(hit.label), hit.weight * share
    no = negator(reading.content, hit.start)
    if no is None:
        return [Vote(move, weight, reading.spans(hit.start, hit.end))]
    if move not in _CUE_NEGATED:
        return []
    flipped, turned = _CUE_NEGATED[move]
    return [Vote(flipped, weight * turned, reading.spans(no[0], hit.end), negated=True)]


def signals(text: str) -> list[tuple[Move, float]]:
    """What every phrase of the lexicons says for a move in a bare text, without regard to who speaks; turned round where negated."""
    found = []
    for lexicon in (_CUES, _OWN, _ANY):
        for hit in _longest(list(lexicon.hits(text))):
            move = Move(hit.label)
            if negator(text, hit.start) is None:
                found.append((move, hit.weight))
            elif move in _CUE_NEGATED:
                flipped, share = _CUE_NEGATED[move]
                found.append((flipped, hit.weight * share))
    return found

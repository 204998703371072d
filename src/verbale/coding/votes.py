"""The words that speak for a move: in the cue, in the content's own first clause, and anywhere in the content."""

from __future__ import annotations

import re
from dataclasses import replace

from verbale.coding.cues import cue_votes
from verbale.coding.grammar_english import ENGLISH
from verbale.coding.idle import idle, recalled
from verbale.coding.negation import local_sign, negator
from verbale.coding.perspective import Side
from verbale.coding.phrases import Hit
from verbale.coding.reading import Reading
from verbale.coding.restated import restated
from verbale.coding.speech import NEGATED, Speech, Vote, longest, side_of
from verbale.coding.undertakings import undertaken
from verbale.coding.wishes import wished
from verbale.values import Kind, Move

_WISHED = 3.0  # what a wish says for a demand that tells what others are to do
_THREAT_BONUS = 3.0
_WARNED = 1.6  # what a condition adds to a warning
_HARM_BONUS = 0.4
_OFFER = 3.2  # what "would … if" says for an offer
_PROMISE = 2.3  # a readiness or plan of the speaker's own weighs at least this much
_UNDERTAKES, _TALK = 2.4, 2.2  # what the own side's "will" says for a commitment, and where it will only talk
_FOREIGN = 0.3  # what words count that the content gives to another speaker
_PLAIN = 1.0  # a cue that says no more is as good as a plain "said"
_HEAD, _SHARE_OF_HEAD = 60, 0.8  # characters in which the content's own first verb stands, and what it counts beside a cue
_STOP = re.compile(r"[.!?…][\"”’']*\s")
_BYGONE = frozenset({Move.OFFER, Move.COMMIT, Move.ACCEPT, Move.REJECT})
"""Moves that are made at their time and not again by telling of them."""
_ACTS = frozenset({*_BYGONE, Move.THREATEN})
_RESTATED = 3.0  # what a noun says that the cue does nothing but tell of: "repeated her refusal"
_SET_ASIDE = 0.75  # what a phrase counts that a "but" sets aside


def is_question(reading: Reading) -> bool:
    """Whether the content is asked rather than said."""
    words, frame = reading.grammar.moves, (reading.frame or reading.cue).rstrip(" ,:\"“‘'")
    if words.asks_what.search(frame):
        return True
    return bool(words.asks.search(frame)) and bool(words.question.match(reading.content) or reading.content.rstrip("\"”’»' ").endswith("?"))


def votes_of(speech: Speech) -> list[Vote]:
    """Every vote for a move in a statement; what is asked is a report."""
    if is_question(speech.reading):
        return [Vote(Move.REPORT, 1.0, ())]
    votes = cue_votes(speech)
    if (named := restated(speech.reading.frame, speech.reading.content)) is not None:
        move, start, end = named
        votes.append(Vote(move, _RESTATED, speech.reading.spans(start, end)))
    if (wish := wished(speech.reading, speech.mentions, speech.party)) is not None:
        votes.append(Vote(Move.DEMAND, _WISHED, speech.reading.spans(*wish)))
    if not any(vote.weight > _PLAIN for vote in votes):
        votes.extend(_head_votes(speech))
    withheld = speech.reading.grammar.moves.withheld.search(speech.reading.frame)
    votes.extend(_withheld(vote) if withheld else vote for vote in _content_votes(speech))
    return _as_threats(speech.reading, _in_focus(speech.reading, votes))


def signals(text: str) -> list[tuple[Move, float]]:
    """What every phrase of the lexicons says for a move in a bare English text, whoever speaks; turned round where negated."""
    found = []
    for lexicon in (ENGLISH.moves.cues, ENGLISH.moves.own, ENGLISH.moves.any):
        for hit in longest(list(lexicon.hits(text))):
            move = Move(hit.label)
            if negator(ENGLISH.negations, text, hit.start) is None:
                found.append((move, hit.weight))
            elif move in NEGATED:
                flipped, share = NEGATED[move]
                found.append((flipped, hit.weight * share))
    return found


def _content_votes(speech: Speech) -> list[Vote]:
    reading, condition, words = speech.reading, speech.condition, speech.reading.grammar.moves
    text, votes = reading.content, []
    aside = [(match.start(), match.end()) for match in words.concession.finditer(text)]
    for hit in longest(list(words.own.hits(text))):
        if recalled(words, text, hit.start, hit.end):
            continue
        if _within(hit, condition) or any(_within(hit, part) for part in (*speech.foreign, *aside)):
            continue
        side = Side.OWN if reading.grammar.persons.own_phrase.match(text, hit.start) else side_of(speech, hit.start)
        share = {Side.OWN: 1.0, Side.UNKNOWN: reading.grammar.persons.unnamed, Side.OTHER: 0.0}[side]
        votes.extend(_vote(reading, hit, share))
    for hit in longest(list(words.any.hits(text))):
        move = Move(hit.label)
        if move in _BYGONE and recalled(words, text, hit.start, hit.end):
            continue
        if words.attribute.match(text, hit.start):
            continue
        if _within(hit, condition) and hit.weight < 3 and hit.start != (condition or (0, 0))[0]:
            continue
        share = _FOREIGN if any(_within(hit, part) for part in (*speech.foreign, *aside)) else 1.0
        if share == 1.0 and move is Move.DEMAND and words.wants.match(text, hit.start):
            side = side_of(speech, hit.start)
            share = _FOREIGN if side is Side.OTHER else 1.0
        if share == 1.0 and move in (Move.ACCUSE, Move.THREATEN):
            side = side_of(speech, hit.start)
            if move is Move.ACCUSE:
                share = {Side.OWN: 0.3, Side.UNKNOWN: 0.8, Side.OTHER: 1.0}[side]
            else:
                share = {Side.OWN: 1.0, Side.UNKNOWN: 0.9, Side.OTHER: 0.7 if speech.party is not None else _FOREIGN}[side]
        votes.extend(_vote(reading, hit, share))
    votes.extend(_conditional_offer(speech))
    if not any(vote.move in _ACTS for vote in votes):
        votes.extend(_undertaking(speech))
    if condition and words.provocation.match(text, condition[0]) and words.warns.search(reading.frame):
        votes.append(Vote(Move.THREATEN, _WARNED, reading.spans(*condition)))
    if condition and words.provocation.match(text, condition[0]):
        outside = [
            hit
            for hit in words.hostile.hits(text)
            if not _within(hit, condition) and local_sign(reading.grammar.negations, text, hit.start, hit.end) > 0
        ]
        if outside:
            hit = outside[0]
            votes.append(Vote(Move.THREATEN, _THREAT_BONUS, reading.spans(hit.start, hit.end)))
    return votes


def _conditional_offer(speech: Speech) -> list[Vote]:
    """What the own side would do if something else happens: an offer, unless it is refused or does harm."""
    text, condition, grammar = speech.reading.content, speech.condition, speech.reading.grammar
    if condition is None:
        return []
    for match in grammar.moves.would.finditer(text):
        if condition[0] <= match.start() < condition[1] or negator(grammar.negations, text, match.end() + 1, reach=2) is not None:
            continue
        if grammar.moves.there.search(text, 0, match.start()) or grammar.moves.warns.search(speech.reading.frame):
            continue
        behind = condition[1] if condition[1] <= match.start() else 0  # who acts on the condition is not named in it
        if side_of(speech, match.start(), since=behind) is Side.OWN:
            return [Vote(Move.OFFER, _OFFER, speech.reading.spans(match.start(), match.end()))]
    return []


def _undertaking(speech: Speech) -> list[Vote]:
    """What the own side says that it will do."""
    if speech.party is None or (speech.reading.attribution.kind is Kind.DIRECT and not speech.reading.direct):
        return []  # what somebody quotes another to be about to do is his own expectation
    reading, aside = speech.reading, (*speech.foreign, *([speech.condition] if speech.condition else []))
    moves, persons = reading.grammar.moves, reading.grammar.persons
    found = undertaken(moves, persons, reading.content, speech.mentions, speech.party, direct=reading.direct, aside=aside)
    if found is None:
        return []
    start, end, talk = found
    return [Vote(Move.COMMIT, _TALK if talk else _UNDERTAKES, reading.spans(start, end))]


def _head_votes(speech: Speech) -> list[Vote]:
    """What the speaker is said to do in the content's own first clause: "(said) it wanted …", "I agree"."""
    text, persons, moves = speech.reading.content, speech.reading.grammar.persons, speech.reading.grammar.moves
    first_person = speech.reading.direct or persons.speaker.fullmatch(speech.reading.source)
    subject = (persons.speaker if first_person else persons.subject).match(text)
    start = subject.end() if subject else 0
    if not subject and speech.mentions and speech.party is not None and speech.mentions[0].party == speech.party:
        start = speech.mentions[0].end if not text[: speech.mentions[0].start].strip(" \"'“‘«[") else 0
    if start == 0:
        return []
    head = text[start : start + _HEAD]
    hits = [
        hit
        for hit in longest(list(moves.cues.hits(head)))
        if moves.auxiliaries.fullmatch(head, 0, hit.start)
        and not idle(text[: start + hit.end], start + hit.start, text[start + hit.end :])
        and not (Move(hit.label) in _BYGONE and recalled(moves, text, start + hit.start, start + hit.end))
    ]
    if not hits:
        return []
    best = max(hits, key=lambda hit: hit.weight)
    placed = Hit(best.label, best.weight * _SHARE_OF_HEAD, start + best.start, start + best.end)
    return [] if any(_within(placed, part) for part in speech.foreign) else _vote(speech.reading, placed, 1.0)


def _within(hit: Hit, part: tuple[int, int] | None) -> bool:
    return part is not None and part[0] <= hit.start < part[1]


def _withheld(vote: Vote) -> Vote:
    """The vote of a phrase that the speaker has yet to say: turned round where it can be."""
    move, share = NEGATED.get(vote.move, (vote.move, 0.5))
    return replace(vote, move=move, weight=vote.weight * share, negated=True)


def _in_focus(reading: Reading, votes: list[Vote]) -> list[Vote]:
    """The votes with those weakened that a "but" later in their sentence sets aside: what comes after it is the point."""
    turns = [match.start() for match in reading.grammar.moves.but.finditer(reading.content)]
    weighed = []
    for vote in votes:
        places = [place for span in vote.spans if (place := reading.place(span)) is not None]
        aside = places and any(places[-1][1] <= at and not _STOP.search(reading.content, places[-1][1], at) for at in turns)
        weighed.append(replace(vote, weight=vote.weight * _SET_ASIDE) if aside else vote)
    return weighed


def _as_threats(reading: Reading, votes: list[Vote]) -> list[Vote]:
    """The votes with a deed that is warned of, or a readiness, a plan or a promise to do harm or not to rule it out, as threats."""
    text, grammar = reading.content, reading.grammar
    if grammar.moves.warns.search(reading.frame):
        votes = [replace(vote, move=Move.THREATEN) if vote.move is Move.COMMIT and not vote.negated else vote for vote in votes]
    hits = (hit for hit in grammar.moves.harm.hits(text) if text[max(0, hit.start - 1) : hit.start] != "-")  # "non-tariff barriers"
    harm = next((hit for hit in hits if local_sign(grammar.negations, text, hit.start, hit.end) > 0), None)
    if harm is None:
        return votes
    spans = reading.spans(harm.start, harm.end)
    return [
        Vote(Move.THREATEN, vote.weight + _HARM_BONUS, (*vote.spans, *spans))
        if (vote.move is Move.OFFER and vote.negated) or (vote.move in (Move.OFFER, Move.COMMIT) and vote.weight >= _PROMISE)
        else vote
        for vote in votes
    ]


def _vote(reading: Reading, hit: Hit, share: float) -> list[Vote]:
    """The vote of one phrase of the content, turned round where it is negated."""
    if share == 0:
        return []
    move, weight = Move(hit.label), hit.weight * share
    no = negator(reading.grammar.negations, reading.content, hit.start)
    if no is None:
        return [Vote(move, weight, reading.spans(hit.start, hit.end))]
    if move not in NEGATED:
        return []
    flipped, turned = NEGATED[move]
    return [Vote(flipped, weight * turned, reading.spans(no[0], hit.end), negated=True)]

"""The stance of a statement on a proposition: what the move does, times how the content stands to the proposition's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.coding.grammar import Grammar
from verbale.coding.issues import Match
from verbale.coding.negation import negator, turns
from verbale.coding.propositions import Standard
from verbale.coding.words import words
from verbale.values import Move, Stance

_BY_MOVE, _POINTED_BACK, _BY_BLAME, _BY_WORDS, _UNCLEAR = 0.87, 0.75, 0.7, 0.56, 0.75
"""Probabilities by what a stance rests on: how often it was right on 400 gold stances, "unclear" and none counted as one."""
_OBJECT = 0.8  # what a word of the proposition weighs that is no term of its issue
_UNFAVOURABLE = (Move.REJECT, Move.THREATEN, Move.ACCUSE, Move.OBSTACLE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stance, its probability in [0, 1], and the half-open ranges of the content that turned it."""

    stance: Stance
    probability: float
    turned_by: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """The move as stance reads it, in the content's language; all ranges are half-open, of the content.

    `spoken` is where the move was read off the content's own words and `spent` what of them has its negation in the move already ("will not
    accept" is a rejection); `others` is where phrases for other moves stand; `condition` is what the speaker makes the move wait for.
    `by_agent` says that the speaker is of the party that the proposition wants to do something, `on_agent` that the statement blames that
    party. `antecedent` is the sign of the words that an acceptance or a rejection without words of its own points back to; `against` says
    that the words before the content turn it ("warned against").
    """

    move: Move
    grammar: Grammar
    spoken: tuple[tuple[int, int], ...] = ()
    spent: tuple[tuple[int, int], ...] = ()
    others: tuple[tuple[int, int], ...] = ()
    condition: tuple[int, int] | None = None
    by_agent: bool = False
    on_agent: bool = False
    antecedent: int = 1
    against: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """One of an issue's terms in a content: its weight, its sign towards the proposition by itself and in its surroundings.

    `ended` says that the proposition puts an end to it, `by` what turns it, `denied` that this is a plain negation.
    """

    weight: float
    own: int
    turned: int
    ended: bool
    start: int
    end: int
    by: tuple[tuple[int, int], ...]
    denied: bool


def judge(rule: Standard, text: str, places: Sequence[Match], act: Act) -> Verdict:
    """The stance of a content on a proposition; `places` are the issue's terms in the content, none where the context gave the issue."""
    if rule.issue.proposition is None:
        return Verdict(Stance.UNCLEAR, 1.0)
    if act.move is Move.REPORT and not places:
        return Verdict(Stance.UNCLEAR, _UNCLEAR)
    signed = [_signed(rule, text, place, act) for place in (*places, *_objects(rule, text, places))]
    signed = [term for term in signed if term.denied or rule.knows(text[term.start : term.end])] or signed
    waiting = [term for term in signed if act.condition and act.condition[0] <= term.start < act.condition[1]]
    said = [term for term in signed if term not in waiting]
    by = tuple(sorted({part for term in signed for part in term.by}))
    if waiting and not said and not rule.fact:
        return replace(_on_condition(text, waiting, act), turned_by=by)
    if rule.fact:
        verdict = _on_fact(rule, text, said or waiting, act)
    elif rule.stops:
        verdict = _on_end(text, act, said)
    else:
        verdict = _on_norm(rule, text, said, act)
    return replace(verdict, turned_by=by)


def _objects(rule: Standard, text: str, places: Sequence[Match]) -> list[Match]:
    """The proposition's own words in a content, where it evaluates something that the issue's terms need not name."""
    taken = [(place.start, place.end) for place in places]
    return [
        Match(places[0].issue, _OBJECT, word.start, word.end)
        for word in (words(text) if rule.evaluates and places else ())
        if word.stem in rule.turned and not any(start < word.end and word.start < end for start, end in taken)
    ]


def _signed(rule: Standard, text: str, place: Match, act: Act) -> Signed:
    own, negations, condition = rule.sign(text[place.start : place.end]), act.grammar.negations, act.condition
    if condition and condition[0] <= place.start < condition[1]:
        marker = act.grammar.stances.wanted.match(text, condition[0])
        start = marker.end() if marker else condition[0]
        by = turns(negations, text[start:], place.start - start, place.end - start)
        by = [(start + begin, start + end) for begin, end in by]
    else:
        rejected = [part for part in act.spent if not negations.plain.search(text[part[0] : part[1]])]  # "cancelled the summit"
        by = turns(negations, text, place.start, place.end, spent=act.spent)
        if negations.plain.match(text, place.start) is not None:  # "not to compromise" after another "not" goes on with it
            by = [part for part in by if part[1] == place.start]
        by = [part for part in by if not any(begin <= part[0] < end for begin, end in rejected)]
    ended = any(word.stem in rule.turned for word in words(text[place.start : place.end]))
    turned = own * (-1 if (len(by) + act.against) % 2 else 1)
    denied = len(by) == 1 and negations.plain.fullmatch(text, *by[0]) is not None
    return Signed(place.weight, own, turned, ended, place.start, place.end, tuple(by), denied)


def _total(terms: Sequence[Signed]) -> float:
    return sum(term.weight * term.turned for term in terms)


def _on_condition(text: str, waiting: Sequence[Signed], act: Act) -> Verdict:
    """The stance on what a move waits for: who offers or demands on it wants it, who threatens or refuses if it comes does not."""
    total = _total(waiting) or 1.0
    if act.move in _UNFAVOURABLE and not act.grammar.stances.wanted.match(text, (act.condition or (0, 0))[0]):
        total = -total
    return Verdict(Stance.FOR if total > 0 else Stance.AGAINST, _POINTED_BACK)


def _on_norm(rule: Standard, text: str, said: Sequence[Signed], act: Act) -> Verdict:
    """The stance on a proposition that says what should be: the move, times how the content stands to the proposition's words."""
    move, total = act.move, _total(said)
    if move in (Move.OBSTACLE, Move.REPORT):
        opinion = _opinion(text, act)
        if opinion < 0 or (move is Move.OBSTACLE and total < 0):
            return Verdict(Stance.AGAINST, _BY_WORDS)
        if move is Move.OBSTACLE:  # who finds talks on a thing difficult need not be against it
            return Verdict(Stance.UNCLEAR, _UNCLEAR)
        if act.by_agent and total < 0:  # who says of the own side that it does not do a thing
            return Verdict(Stance.AGAINST, _BY_WORDS)
        return Verdict(Stance.FOR if total > 0 else Stance.UNCLEAR, _BY_WORDS)  # a report of a refusal takes no side by itself
    if move is Move.ACCUSE:
        return _on_blame(text, said, act)
    if move is Move.THREATEN and not said:
        return Verdict(Stance.UNCLEAR, _UNCLEAR)
    if move is Move.REJECT:
        if act.by_agent and any(term.ended and not _joined(text, term, act) for term in said):
            return Verdict(Stance.AGAINST, _BY_MOVE)  # who is to stop a thing and refuses to speak of it goes on with it
        beside = _opinion(text, act) or 1
        total = sum(term.weight * term.turned * (-1 if _reached(text, term, act) else beside) for term in said) or (
            -1.0 if not said else 0.0
        )
        total = -total if any(act.grammar.stances.holds.search(text[begin:end]) for begin, end in act.spoken) else total
        return Verdict(Stance.FOR if total > 0 else Stance.AGAINST, _BY_MOVE if said else _POINTED_BACK)
    return Verdict(Stance.FOR if (total or act.antecedent) > 0 else Stance.AGAINST, _BY_MOVE if said else _POINTED_BACK)


def _on_blame(text: str, said: Sequence[Signed], act: Act) -> Verdict:
    """The stance of blame on a proposition that says what should be."""
    total = _total(said)
    if any(term.own < 0 and act.grammar.stances.disapproves.search(text, term.start, term.end) for term in said):
        return Verdict(Stance.AGAINST, _BY_BLAME)  # the issue's own word for what is wrong with it: "called the wall immoral"
    if total < 0 or (act.on_agent and not said):  # blame for stopping or lacking a thing, or on the one who should do it
        return Verdict(Stance.FOR, _BY_BLAME)
    if act.spoken or not said:  # what is blamed need not be the issue
        wanted = any(act.grammar.stances.wants.search(text[: term.start]) for term in said)
        return Verdict(Stance.FOR if wanted else Stance.UNCLEAR, _BY_WORDS)
    return Verdict(Stance.AGAINST, _BY_BLAME)


def _reached(text: str, term: Signed, act: Act) -> bool:
    """Whether a rejection governs a term: everything where the cue rejects, the own clause and those after it where the content does."""
    return not act.spoken or any(
        not act.grammar.stances.clause.search(text, min(term.start, begin), max(term.start, end))
        and not any(end <= other[0] and other[1] <= term.start for other in act.others)
        for begin, end in act.spoken
    )


def _joined(text: str, term: Signed, act: Act) -> bool:
    """Whether the words of a rejection are of joining what a term names: "would not join the alliance"."""
    return any(act.grammar.stances.joins.search(text[begin : term.start]) for begin, _ in act.spoken)


def _opinion(text: str, act: Act, *, harms: bool = False) -> int:
    """-1, 0 or +1: what the content's words of approval and disapproval, and of harm if asked, say together."""
    total, around = 0, act.grammar.stances
    for pattern, worth in ((around.disapproves, -1), (around.approves, 1), *(((around.harms, -1),) if harms else ())):
        for match in pattern.finditer(text):
            total += worth * (-1 if negator(act.grammar.negations, text, match.start(), spent=act.spent) is not None else 1)
    return (total > 0) - (total < 0)


def _on_end(text: str, act: Act, said: Sequence[Signed]) -> Verdict:
    """The stance on a proposition that something must end: who blames or demands is for it, who defends or threatens it against."""
    total = _total(said)
    if act.move in (Move.ACCUSE, Move.DEMAND) or (total > 0 and act.move not in (Move.REJECT, Move.REPORT, Move.OBSTACLE)):
        return Verdict(Stance.FOR, _BY_BLAME)
    if act.move is Move.REJECT:
        other = total < 0 and not act.spoken and not act.by_agent  # another party rejects the thing itself
        return Verdict(Stance.FOR if other else Stance.AGAINST, _BY_WORDS)
    if (act.move is Move.THREATEN and total < 0) or (act.move is Move.REPORT and act.grammar.stances.justifies.search(text)):
        return Verdict(Stance.AGAINST, _BY_WORDS)
    return Verdict(Stance.UNCLEAR, _UNCLEAR)


def _on_fact(rule: Standard, text: str, terms: Sequence[Signed], act: Act) -> Verdict:
    """The stance on a proposition that says what is: what the content asserts, whatever the move wants."""
    total, move = _total(terms) if terms else min(0, act.antecedent), act.move
    if rule.contrast and any(term.turned < 0 and term.own < 0 for term in terms):
        total = -1.0
    if rule.blames:
        if move is Move.ACCUSE and act.on_agent:
            return Verdict(Stance.FOR, _BY_BLAME)
        if move in (Move.ACCUSE, Move.THREATEN, Move.REPORT):
            return Verdict(Stance.FOR if total >= 0 else Stance.AGAINST, _BY_WORDS)
        return Verdict(Stance.AGAINST if move is Move.ACCEPT else Stance.FOR, _BY_WORDS)
    if move in (Move.OBSTACLE, Move.ACCUSE, Move.REJECT):
        return Verdict(Stance.AGAINST, _BY_MOVE)
    if move in (Move.PROGRESS, Move.ACCEPT, Move.OFFER, Move.COMMIT) and total >= 0:
        return Verdict(Stance.FOR, _BY_MOVE)
    if rule.evaluates and (opinion := _opinion(text, act, harms=True)):
        return Verdict(Stance.FOR if (opinion > 0) is not act.against else Stance.AGAINST, _BY_WORDS)
    if total < 0:
        return Verdict(Stance.AGAINST, _BY_WORDS)
    return Verdict(Stance.FOR if total > 0 and move is not Move.THREATEN else Stance.UNCLEAR, _BY_WORDS)

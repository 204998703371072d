"""The stance of a statement on a proposition: what the move does, times how the content stands to the proposition's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.coding.issues import Match
from verbale.coding.negation import STOPPED_AFTER, STOPPER, STOPS_BEFORE, local_sign, negator
from verbale.coding.words import STOP_WORDS, words
from verbale.dossier.model import Issue
from verbale.values import Move, Stance

_NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|walk\w* away|back\w* away|step\w* (?:aside|back|down)|stall\w*|buy time|impasse|deadlock|dead end|"
    r"cancel\w*|called off|call off|reluct\w*|blam\w*|games?|hostil\w*|manipulat\w*|playing|regret\w*|irresponsib\w*|untrustworthy|"
    r"backtrack\w*|chao\w*|suffer\w*|pain|refus\w*|reject\w*|drop\w*|broken|collaps\w*|bad|worse|unreliab\w*|sinister|"
    r"blackmail\w*|disrupt\w*|non-?starter|hurdles?|immoral)\b",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"\b(?:is|are) (?!left\b|kept\b)(?!\w+ed\b)\w+|\b(?:negotiates|wants?|bears?|benefits|serves?|can be|acts)\b",
    re.IGNORECASE,
)
_NORM = re.compile(r"\b(?:should|must|ought|shall)\b", re.IGNORECASE)
_WANTS = re.compile(
    r"\b(?:need\w*|should|must|more|new|tougher|stronger|increased|reason for|lack\w*|call\w* for|without)\s+(?:[\w-]+\s+){0,3}$"
)
_BLAME = re.compile(r"\b(?:to blame|responsib\w+ for|at fault|guilty)\b", re.IGNORECASE)
NEGATION = re.compile(r"\b(?:not|no|never|without)\b|n['’]t\b", re.IGNORECASE)
"""A negation in a term or in the words that made a move."""
_ENDS = re.compile(rf"\b(?:should|must|to|by|or) (?:be )?(?:\w+ly )?{STOPPER.pattern}", re.IGNORECASE)
_CONTRAST = re.compile(r"\brather than\b|\bnot only\b|\binstead of\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:both|all|each|everyone|everybody)\b", re.IGNORECASE)
_DISAPPROVES = re.compile(
    r"\b(?:useless|pointless|worthless|meaningless|unacceptable|unrealistic|not enough|insufficient|not work|no use|futile|naive|dangerous|"
    r"mistake|wrong|just a|nothing but|does not commit|impossible)\b",
    re.IGNORECASE,
)
_TOWARDS = {Move.DEMAND: 1, Move.OFFER: 1, Move.COMMIT: 1, Move.ACCEPT: 1, Move.PROGRESS: 1, Move.THREATEN: 1,
            Move.REJECT: -1, Move.OBSTACLE: -1, Move.ACCUSE: -1}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standard:
    """How an issue's proposition is read: does it say what is or what should be, and which of its words does it turn round."""

    issue: Issue
    fact: bool
    blames: bool
    turned: frozenset[str]
    own: frozenset[str]
    stops: bool
    contrast: bool

    def sign(self, term: str) -> int:
        """+1 where a term of the issue speaks for its proposition, -1 where against."""
        meaning = {word.stem for word in words(term) if word.form not in STOP_WORDS and not STOPPER.fullmatch(word.form)}
        if self.contrast and _ALL.search(term):
            return -1
        stopper = STOPPER.match(term) is not None
        turn = -1 if stopper or NEGATION.search(term) else 1
        if not meaning:
            return 1 if self.stops or _ENDS.search(self.issue.proposition or "") else turn
        if meaning & self.turned:
            return -turn
        if meaning & self.own:
            return turn
        if "without" in term and "without" in (self.issue.proposition or ""):
            return 1
        return 1 if self.blames or (stopper and turn < 0) or not _NEGATIVE.search(term) else -1

    def knows(self, term: str) -> bool:
        """Whether the proposition's own words, or adverse words, give a term its sign."""
        return bool({word.stem for word in words(term)} & (self.own | self.turned)) or self.sign(term) < 0


def standard(issue: Issue) -> Standard:
    """The reading of an issue's proposition."""
    text = issue.proposition or ""
    own, turned = set[str](), set[str]()
    stops = False
    for word in words(text):
        if word.form in STOP_WORDS:
            continue
        stopped = bool(STOPS_BEFORE.search(text[: word.start])) or negator(text, word.start) is not None
        if stopped:
            turned.add(word.stem)
        elif STOPPED_AFTER.match(text[word.end :]) and not _NORM.search(text[: word.start]):
            turned.add(word.stem)
            stops = True
        else:
            own.add(word.stem)
    fact = bool(_FACT.search(text)) and not _NORM.search(text)
    return Standard(issue, fact, bool(_BLAME.search(text)), frozenset(turned), frozenset(own - turned), stops, bool(_CONTRAST.search(text)))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stance and its probability in [0, 1]."""

    stance: Stance
    probability: float


@dataclass(frozen=True, slots=True)
class Act:
    """The move as stance reads it.

    `in_content` says that it was read off the content's own words, and `negated` that a negation there is already part of it ("does not
    object"); `by_agent` that the speaker is of the party that the proposition wants to do something.
    """

    move: Move
    in_content: bool
    negated: bool
    by_agent: bool


def judge(rule: Standard, text: str, places: Sequence[Match], act: Act) -> Verdict:
    """The stance of a content on a proposition; `places` are the issue's terms in the content, none where the context gave the issue."""
    move = act.move
    if rule.issue.proposition is None:
        return Verdict(Stance.UNCLEAR, 1.0)
    if move is Move.REPORT and not places:
        return Verdict(Stance.UNCLEAR, 0.5)
    known = [place for place in places if rule.knows(text[place.start : place.end])]
    term_sum = local_sum = 0.0
    against_all = False
    for place in known or places:
        sign = rule.sign(text[place.start : place.end]) * place.weight
        term_sum += sign
        local_sum += sign * local_sign(text, place.start, place.end)
        against_all = against_all or (rule.contrast and sign < 0 and sign * local_sign(text, place.start, place.end) < 0)
    if not places:
        term_sum = local_sum = 1.0
    if rule.fact:
        return _on_fact(rule, -1.0 if against_all else local_sum if places else 0.0, move)
    if rule.stops:
        return _on_end(act, local_sum if places else 0.0)
    if move is Move.OBSTACLE:  # who finds talks on a thing difficult need not be against it
        return Verdict(Stance.AGAINST, 0.6) if local_sum < 0 or _DISAPPROVES.search(text) else Verdict(Stance.UNCLEAR, 0.6)
    if move is Move.REPORT:  # a report of a refusal takes no side by itself
        return Verdict(Stance.FOR if local_sum > 0 else Stance.UNCLEAR, 0.55)
    if move is Move.ACCUSE and (act.in_content or not places):  # what is blamed need not be the issue
        if local_sum < 0:  # blame for stopping or lacking a thing
            return Verdict(Stance.FOR, 0.6)
        wanted = any(_WANTS.search(text[: place.start]) for place in places)
        return Verdict(Stance.FOR if wanted else Stance.UNCLEAR, 0.5)
    turned = any({word.stem for word in words(text[place.start : place.end])} & rule.turned for place in places)
    if move is Move.REJECT and act.by_agent and turned:  # who is to stop a thing and refuses to speak of it goes on with it
        return Verdict(Stance.AGAINST, 0.8 if places else 0.6)
    total = (term_sum if act.in_content and (act.negated or move is Move.REJECT) else local_sum) or 1.0
    return Verdict(Stance.FOR if _TOWARDS[move] * total > 0 else Stance.AGAINST, 0.8 if places else 0.6)


def _on_end(act: Act, total: float) -> Verdict:
    """The stance on a proposition that something must end: who blames or demands is for it, who defends or threatens it against."""
    if act.move in (Move.ACCUSE, Move.DEMAND) or (total > 0 and act.move not in (Move.REJECT, Move.REPORT, Move.OBSTACLE)):
        return Verdict(Stance.FOR, 0.7)
    if act.move is Move.REJECT:
        other = total < 0 and not act.in_content and not act.by_agent  # another party rejects the thing itself
        return Verdict(Stance.FOR if other else Stance.AGAINST, 0.6)
    if act.move is Move.THREATEN and total < 0:
        return Verdict(Stance.AGAINST, 0.6)
    return Verdict(Stance.UNCLEAR, 0.6)


def _on_fact(rule: Standard, total: float, move: Move) -> Verdict:
    """The stance on a proposition that says what is: what the content asserts, whatever the move wants."""
    if rule.blames:
        if move in (Move.ACCUSE, Move.THREATEN, Move.REPORT):
            return Verdict(Stance.FOR if total >= 0 else Stance.AGAINST, 0.6)
        return Verdict(Stance.AGAINST if move is Move.ACCEPT else Stance.FOR, 0.5)
    if move in (Move.OBSTACLE, Move.ACCUSE, Move.REJECT):
        return Verdict(Stance.AGAINST, 0.8)
    if move in (Move.PROGRESS, Move.ACCEPT, Move.OFFER, Move.COMMIT) and total >= 0:
        return Verdict(Stance.FOR, 0.8)
    if total < 0:
        return Verdict(Stance.AGAINST, 0.6)
    return Verdict(Stance.FOR if total > 0 and move is not Move.THREATEN else Stance.UNCLEAR, 0.5)

"""The stance of a statement on a proposition: what the move does, times how the content stands to the proposition's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.coding.issues import Match
from verbale.coding.negation import negator
from verbale.coding.words import STOP_WORDS, words
from verbale.dossier.model import Issue
from verbale.values import Move, Stance

_STOPPERS = (
    r"(?:stop|end|ceas(?!e-?fire)|halt|lift|eas(?:e|ing)|limit|reduc|cut|cutting|giv\w+ up|dismantl|avoid|prevent|"
    r"cancel|call\w* off|drop|scrap|abandon|renounc|remov|delay|suspend|ban|block|disrupt|revers|abolish|freez|paus|"
    r"eliminat|suppress|relax|scal\w+ back|"
    r"withdr\w+ from|opposition to|refusal of|rejection of)"
)
_STOPS = re.compile(rf"\b{_STOPPERS}\w*\s+(?:[\"'“‘]?\w+[\"'”’]?\s+){{0,3}}[\"'“‘]?$", re.IGNORECASE)
_STOPPED = re.compile(
    r"^(?:[\s,]+[\w'’-]+){0,5}?\s+(?:(?:must|should|to|will|has|have|had|be|is|are|was|were|been|being)\s+)+(?:\w+ly\s+)?"
    r"(?:stop|end|ceas(?!e-?fire)|halt|lift|limit|reduc|cancel|called off|dropp|scrapp|remov|suspend|revers|paus)\w*",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|walk\w* away|back\w* away|step\w* (?:aside|back|down)|stall\w*|buy time|delay\w*|impasse|deadlock|dead end|"
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
_BLAME = re.compile(r"\b(?:to blame|responsib\w+ for|at fault|guilty)\b", re.IGNORECASE)
_TOWARDS = {Move.DEMAND: 1, Move.OFFER: 1, Move.COMMIT: 1, Move.ACCEPT: 1, Move.PROGRESS: 1, Move.THREATEN: 1, Move.REPORT: 1,
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

    def sign(self, term: str) -> int:
        """+1 where a term of the issue speaks for its proposition, -1 where against."""
        meaning = [word.stem for word in words(term) if word.form not in STOP_WORDS]
        if _STOPS.search(term + " ") or re.match(rf"{_STOPPERS}\w*\b", term, re.IGNORECASE):
            return 1 if self.stops or set(meaning) & self.own else -1
        if set(meaning) & self.turned:
            return -1
        if set(meaning) & self.own and not re.search(r"\bnot?\b", term):
            return 1
        if self.stops:
            return -1
        return 1 if self.blames or not _NEGATIVE.search(term) else -1


def standard(issue: Issue) -> Standard:
    """The reading of an issue's proposition."""
    text = issue.proposition or ""
    own, turned = set[str](), set[str]()
    stops = False
    for word in words(text):
        if word.form in STOP_WORDS:
            continue
        stopped = bool(_STOPS.search(text[: word.start])) or negator(text, word.start) is not None
        if stopped:
            turned.add(word.stem)
        elif _STOPPED.match(text[word.end :]) and not _NORM.search(text[: word.start]):
            turned.add(word.stem)
            stops = True
        else:
            own.add(word.stem)
    fact = bool(_FACT.search(text)) and not _NORM.search(text)
    return Standard(issue, fact, bool(_BLAME.search(text)), frozenset(turned), frozenset(own - turned), stops)


def local_sign(text: str, start: int, end: int) -> int:
    """-1 where the words from start to end stand under a negation or an end put to them, +1 otherwise."""
    sentence_start = max(text.rfind(mark, 0, start) for mark in ".!?…;") + 1
    stopped = bool(_STOPS.search(text[sentence_start:start])) or bool(_STOPPED.match(text[end : end + 60]))
    negated = negator(text, start, reach=7) is not None
    return -1 if stopped != negated else 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stance and its probability in [0, 1]."""

    stance: Stance
    probability: float


def judge(rule: Standard, text: str, places: Sequence[Match], move: Move, *, move_in_content: bool) -> Verdict:
    """The stance of a content on a proposition.

    `places` are the issue's terms in the content; none where the issue comes from the context.
    `move_in_content` says that the move was read off the content's own words: then a negation there is already part of it.
    """
    if rule.issue.proposition is None:
        return Verdict(Stance.UNCLEAR, 1.0)
    if move is Move.REPORT and not places:
        return Verdict(Stance.UNCLEAR, 0.5)
    term_sum = local_sum = 0.0
    for place in places:
        sign = rule.sign(text[place.start : place.end]) * place.weight
        term_sum += sign
        local_sum += sign * local_sign(text, place.start, place.end)
    if not places:
        term_sum = local_sum = -1.0 if rule.stops else 1.0
    if rule.fact:
        return _on_fact(rule, local_sum if places else 0.0, move)
    if rule.stops and move is Move.REJECT:
        return Verdict(Stance.AGAINST, 0.6)
    turned_in_content = move_in_content and move in (Move.REJECT, Move.OBSTACLE)
    total = (term_sum if turned_in_content else local_sum) or 1.0
    return Verdict(Stance.FOR if _TOWARDS[move] * total > 0 else Stance.AGAINST, 0.6 if move is Move.REPORT else 0.8)


def _on_fact(rule: Standard, total: float, move: Move) -> Verdict:
    """The stance on a proposition that says what is: what the content asserts, whatever the move wants."""
    if rule.blames:
        if move in (Move.ACCUSE, Move.THREATEN, Move.REPORT):
            return Verdict(Stance.FOR if total >= 0 else Stance.AGAINST, 0.6)
        return Verdict(Stance.AGAINST if move is Move.ACCEPT else Stance.FOR, 0.5)
    if move in (Move.OBSTACLE, Move.ACCUSE, Move.REJECT):
        return Verdict(Stance.AGAINST, 0.8)
    if move in (Move.PROGRESS, Move.ACCEPT, Move.OFFER, Move.COMMIT):
        return Verdict(Stance.FOR, 0.8)
    if total < 0:
        return Verdict(Stance.AGAINST, 0.6)
    return Verdict(Stance.FOR if total > 0 else Stance.UNCLEAR, 0.5)

"""How an issue's proposition is read: what should be or what is, and which words speak for it and which against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.coding.grammar import Grammar
from verbale.coding.grammar_english import ENGLISH
from verbale.coding.languages import grammar_for
from verbale.coding.negation import local_sign, negator
from verbale.coding.words import STOP_WORDS, words
from verbale.dossier.model import Issue

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
_BLAME = re.compile(r"\b(?:to blame|responsib\w+ for|at fault|guilty)\b", re.IGNORECASE)
_ENDS = re.compile(rf"\b(?:should|must|to|by|or) (?:be )?(?:\w+ly )?{ENGLISH.negations.stopper.pattern}", re.IGNORECASE)
_CONTRAST = re.compile(r"\brather than\b|\bnot only\b|\binstead of\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:both|all|each|everyone|everybody)\b", re.IGNORECASE)
_EVALUATES = re.compile(
    r"\b(?:right choice|benefits?|serves?|justified|good|bad|wrong|worthwhile|success\w*|interests?|helps?|harms?|works)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Standard:
    """How an issue's proposition is read: does it say what is or what should be, and which of its words does it turn round."""

    issue: Issue
    fact: bool
    blames: bool
    turned: frozenset[str]
    own: frozenset[str]
    stops: bool
    ends: bool
    evaluates: bool
    contrast: bool

    def sign(self, term: str) -> int:
        """+1 where a term of the issue speaks for its proposition, -1 where against."""
        negations = grammar_for(term).negations
        meaning = {word.stem for word in words(term) if word.form not in STOP_WORDS and not negations.stopper.fullmatch(word.form)}
        if self.contrast and _ALL.search(term):
            return -1
        stopper = negations.stopper.match(term) is not None
        turn = -1 if stopper or negations.plain.search(term) else 1
        if not meaning:
            return 1 if self.ends else turn
        if self.stops and grammar_for(term) is not grammar_for(self.issue.proposition or ""):
            return -turn  # in another language than the proposition's, a term of what is to stop is taken for just that
        if any(_undone(word, self.turned) for word in meaning):
            return turn
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
    own, turned, negations = set[str](), set[str](), grammar_for(text).negations
    stops = ends = False
    for word in words(text):
        if word.form in STOP_WORDS or word.form.endswith("ly"):
            continue
        ended = negations.stops_before.search(text[: word.start])
        ends = ends or ended is not None
        if ended and (re.search(r"\bof\b", ended.group()) and text[word.start].isupper()):
            continue  # the place of what is ended ("the filling of the X reservoir")
        if ended or negator(negations, text, word.start) is not None:
            turned.add(word.stem)
        elif negations.stopped_after.match(text[word.end :]) and not _NORM.search(text[: word.start]):
            turned.add(word.stem)
            stops = True
        else:
            own.add(word.stem)
    fact = bool(_FACT.search(text)) and not _NORM.search(text)
    ends = ends or stops or bool(_ENDS.search(text))
    return Standard(
        issue=issue,
        fact=fact,
        blames=bool(_BLAME.search(text)),
        turned=frozenset(turned),
        own=frozenset(own - turned),
        stops=stops,
        ends=ends,
        evaluates=fact and bool(_EVALUATES.search(text)),
        contrast=bool(_CONTRAST.search(text)),
    )


def _undone(stem: str, turned: frozenset[str]) -> bool:
    """Whether a word says by its prefix that something turned is undone: "denuclearisation" of nuclear weapons, "disarmament" of arms."""
    rest = re.sub(r"^(?:de|dis)", "", stem)
    return rest != stem and any(len(other) > 2 and (rest.startswith(other) or other.startswith(rest)) for other in turned)


def sign_of(rule: Standard, grammar: Grammar, text: str, places: Sequence[tuple[int, int]]) -> int:
    """-1 where the terms at these places of a text together speak against the proposition, or else +1."""
    total = sum(
        rule.sign(text[start:end]) * local_sign(grammar.negations, text, start, end) for start, end in places if rule.knows(text[start:end])
    )
    return -1 if total < 0 else 1

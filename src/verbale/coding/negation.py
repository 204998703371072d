"""Whether something stands under a negation, or has an end put to it, by words near it in the same clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NEGATOR = re.compile(
    r"\b(?:not|never|no|neither|nor|without|hardly|scarcely|cannot|nobody|nothing|none|lack of|absence of|instead of|rather than|far from|"
    r"refus\w+ to|declin\w+ to|fail\w* to|stop\w* short of|rul\w+ out|yet to|no longer|unable to|unwilling to|"
    r"den(?:y|ies|ied|ying)|"
    r"(?:is|are|was|were|be|been|vot\w+|argu\w+|spoke|speak\w*|stands?|stood|turn\w*|warn\w*|advis\w+) against|"
    r"reject\w*|oppos\w+)\b|n['’]t\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?<![A-Z])[.!?][\"”’']*(?=\s|$)|[;:…—]|\s[-–]\s|,\s*(?:and|but|because|as|while|so|or|adding|saying|noting|stressing|warning|insisting)\b|"
    r"\b(?:but|because|although|while|whereas|yet(?! to)|unless|if|until)\b|"
    r"\band (?=(?:has|have|had|is|are|was|were|will|would|he|she|it|they|we|[iI])\b)|"
    r",\s*(?=(?:is|are|should|must|bears?|has|have)\b)|"
    r",[\"”’]? (?=(?:no|nobody|the|it|he|she|we|they|[iI])\b)"
)
_SENTENCE = re.compile(r"(?<![A-Z])[.!?][\"”’']*\s|[…;]")
_HARMLESS = re.compile(
    r"(?:\bnot|n['’]t) (?:only|just|merely|simply|least|hesitate)\b|\bno (?:doubt|wonder|less|choice but|option but|"
    r"(?:more|fewer|later|earlier) than)\b",
    re.IGNORECASE,
)
_REACH = 6  # words
_LOOKAHEAD = 8  # characters after the word that a break before it may need to see


def negator(text: str, at: int, *, reach: int = _REACH, spent: Sequence[tuple[int, int]] = ()) -> tuple[int, int] | None:
    """Where the negator stands that governs the word at `at`; None without one.

    Two of them cancel out; those in the ranges of `spent` do not count.
    """
    start = 0
    for match in _BREAK.finditer(text, max(0, at - 120), at + _LOOKAHEAD):
        if match.end() <= at:
            start = match.end()
    window = text[max(start, at - 120) : at]
    offset = at - len(window)
    tokens = list(re.finditer(r"[\w'’]+", window))
    if len(tokens) > reach:
        offset += tokens[-reach].start()
        window = window[tokens[-reach].start() :]
    harmless = [(match.start(), match.end()) for match in _HARMLESS.finditer(window)]
    harmless.extend((begin - offset, end - offset) for begin, end in spent)
    found = [match for match in _NEGATOR.finditer(window) if not any(begin <= match.start() < end for begin, end in harmless)]
    if len(found) % 2 == 0:
        return None
    return offset + found[-1].start(), offset + found[-1].end()


_STOPPERS = (
    r"(?:stop|end(?!or|ur|le|ea)|ceas(?!e[- ]?fire)|halt|lift|eas(?:e|ing)|limit|reduc|cut|cutting|giv\w+ up|dismantl|avoid|prevent|"
    r"cancel|call\w* off|drop|scrap|abandon|renounc|remov|delay|suspend|ban(?!k|d)|block|disrupt|revers|abolish|freez|paus|"
    r"eliminat|leav(?:e|ing)|quit(?!e)|shutter|shut\w* down|"
    r"clos(?:e(?!r|\s+to)|ing|ure)(?!\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:deal|accord|pact|gap|agreement))|"
    r"destroy|forgo|forswear|get\w* rid of|"
    r"roll\w* back|suppress|relax|scal\w+ back|tak\w+ (?:them |it )?off|com\w+ off|walk\w* away from|"
    r"back\w* down (?:on|from)|left(?=\s+(?:the|its|their|his|her|our)\b)|"
    r"compromis\w+ (?:on|over)|concessions? (?:on|over)|retreat\w* (?:on|from)|yield\w* on|budg\w+ (?:on|from)|trad\w+ away|"
    r"bargain\w* away|lower(?:s|ed|ing)?(?!\s+(?:house|court|level|chamber|cost|price))|"
    r"surrender|cede|ceding|soften|water\w* down|postpon|refrain\w* from|resist|waiv|"
    r"(?:pause|halt|freeze|ban|stop|break|cut|moratorium|embargo|limit)s? (?:in|on)|"
    r"withdr\w+ (?:\w+ ){0,4}from|pull\w* (?:\w+ ){0,4}(?:out of|back from|from)|"
    r"out of(?! the)|(?<=\w\s)(?<!an\s)(?<!the\s)outside|opposition to|refusal of|rejection of)"
)
STOPS_BEFORE = re.compile(
    rf"\b{_STOPPERS}\w*[\"'”’]?\s+(?:(?!(?:on|in|at|by|with|from|before|after|is|are|was|were|should|must|will|would)\b)[\"'“‘]?[\w'’-]+[\"'”’]?\s+){{0,5}}[\"'“‘]?$",
    re.IGNORECASE,
)
_END_VERBS = (
    r"(?:stop|end(?!or|ur|le|ea)|ceas(?!e[- ]?fire)|halt|lift|limit|reduc|cancel|called off|dropp|scrapp|remov|suspend|revers|paus|"
    r"abandon|renounc|postpon|forbidden|prevent|avoid)\w*"
)
STOPPED_AFTER = re.compile(
    r"^\s+(?:fully |all )?(?:lifted|removed|scrapped|dropped|cancel+ed|eliminated|eased|halted|suspended|abolished)\b(?!\s+by\b)"
    r"|^(?:[\s,]+[\w'’-]+){0,5}?\s+(?:"
    r"(?:(?:must|should|would|could|can|may|might|will|has|have|had|be|is|are|was|were|been|being)\s+(?:to\s+)?)+(?:\w+ly\s+)?"
    + _END_VERBS
    + r"|"
    r"to\s+" + _END_VERBS + r"(?=\s*(?:[.,;!?\"”]|$|\b(?:and|immediately|now|at once|before|by|as|for good)\b)))",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"^(?:[\s,]+[\w'’-]+){0,5}?\s+(?:is|are|was|were|be|seems?|remains?)\s+(?:(?:\w+ly\s+)?(?:not|never|no longer|neither)\s+(?:\w+\s+)?"
    r"(?:possible|acceptable|needed|necessary|wanted|welcome|realistic|an option|on the table|an answer|the answer|going to happen)|"
    r"(?:impossible|unnecessary|unacceptable|unwanted|unwelcome|out of the question|off the table))",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:not|no|never|without)\b|n['’]t\b", re.IGNORECASE)
"""A plain negation."""
STOPPER = re.compile(rf"{_STOPPERS}\w*\b", re.IGNORECASE)
"""Words that put an end to something: before it, after it, and by themselves."""


def turns(text: str, start: int, end: int, *, spent: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The negation and the ends put to the words from start to end, by place; two of them cancel out."""
    sentence_start = max((match.end() for match in _SENTENCE.finditer(text, 0, start)), default=0)
    before = STOPS_BEFORE.search(text[sentence_start:start])
    after = STOPPED_AFTER.match(text[end : end + 60])
    found = []
    if before:
        found.append((sentence_start + before.start(), start))
    if after:
        found.append((end, end + after.end()))
    denied = _DENIED_AFTER.match(text[end : end + 80])
    if denied and not any(begin < end + denied.end() and end < finish for begin, finish in spent):
        found.append((end, end + denied.end()))
    no = negator(text, start, reach=7, spent=spent)
    return [*found, no] if no is not None else found


def local_sign(text: str, start: int, end: int, *, spent: Sequence[tuple[int, int]] = ()) -> int:
    """-1 where the words from start to end stand under a negation or an end put to them, +1 otherwise or where both meet."""
    return -1 if len(turns(text, start, end, spent=spent)) % 2 else 1

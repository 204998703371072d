"""The condition of a statement: where it stands, and whether it makes the move conditional."""

from __future__ import annotations

import re

from verbale.coding.reading import sentences

_MARKERS = re.compile(
    r"\b(?:only (?:if|when|after|once)|if|unless|provided(?: that)?|providing that|on (?:the )?condition (?:that|of)|"
    r"in (?:the )?(?:exchange|return) (?:for|of)|as long as|so long as|on the understanding that|in case|in the event|assuming(?: that)?|"
    r"conditional (?:on|upon)|contingent (?:on|upon)|subject to|depends? (?:on|upon)|as a (?:pre-?)?condition|"
    r"once|until|without|before|"
    r"on the day|the day|when|after|as soon as|should(?= (?:the|it|they|he|she|talks|\w+s|(?-i:[A-Z]\w+)) [^.?!]{3,60},))",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:will|would|could|can|may|might|must|shall|should|ready|willing|prepared|going to|agree\w*|accept\w*|offer\w*|option\w*|wants?|"
    r"threaten\w*|need\w*|promis\w*|pledg\w*|propos\w*|reserves?|warn\w*|vow\w*|demand\w*|won['’]t)\b|['’]ll\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|can|may|might|must|shall|should|ready|willing|prepared|going to|wants?|offer\w*|promis\w*|pledg\w*|vow\w*)\b|"
    r"['’]ll\b",
    re.IGNORECASE,
)
_COUNTERFACTUAL = re.compile(
    r"\bif\b[^.;]*?\bhad (?:not )?(?:been|\w+ed|\w+en)\b|\bwould(?: never| not|n['’]t)? have\b|\bcould have\b", re.IGNORECASE
)
_EXCHANGE = re.compile(r"in (?:the )?(?:exchange|return) (?:for|of)\b", re.IGNORECASE)
_FIXED = re.compile(r"if (?:necessary|needed|possible|required|need be)\b", re.IGNORECASE)
_CONCESSIVE = re.compile(r"\b(?:even|as|what|whether|ask\w*|wonder\w*|see|know)\s+$", re.IGNORECASE)
_LEADS = re.compile(r"(?:^|\b(?:that|and|but|because|so|or|said|say|clear)|[,:;—–\"“‘(])\s*[\"“‘']?\s*$", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:over|ends?|ended|finished|achieved|reached|met|signed|holds?|held|stops?|stopped|agreed|guaranteed|peace|cease-?fire|"
    r"withdr\w+|settle\w*|complete\w*|done)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(?:not|never|no|refuse\w*|cannot|reject\w*)\b|n['’]t\b", re.IGNORECASE)
_LEADING_END = r",[\"”’']?\s|\s+then\s|\s+that\s+(?=(?:\S+\s+){1,4}?(?:will|would|could|can|may|might|must|shall)\b)"
_TRAILING_END = r"[;:—]|,\s*(?:and|but|he|she|it|they|we|i|adding|saying|stressing|while)\b|,[\"”]"
_REFUSES = re.compile(
    r"\b(?:will|would|can|could) (?:not|never)\b|\b(?:won|wouldn|can|couldn)['’]t\b|\bcannot\b|\bnot going to\b", re.IGNORECASE
)
_DATE = re.compile(
    r"until (?:the |early |late |mid-?|next |this )*(?:\d|spring|summer|autumn|fall|winter|end|week|month|year|night|midnight|noon|morning|"
    r"tomorrow|today|then|now|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|june|july|aug|sept|oct|nov|dec)",
    re.IGNORECASE,
)
_WANTED_FIRST = re.compile(
    r"\b(?:will|would|can|could) (?:not|never|want|need|have to)\b|n['’]t\b|\bcannot\b|\b(?:must|needs?|has to|have to|should)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"before (?:it|they|he|she|we|i|there|any\w*|the \w+|[A-Z]\w+) \w+", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:said|was|were|did|told|had|came|went|took|made|met)\b|\b(?<!has )(?<!have )(?<!is )(?<!are )(?<!be )\w{3,}ed\b(?! (?:by|to be))",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:only )?(?:if|unless|once|when|should)\s*,?\s*(?:at|by|in|on|after|before|during|as|for|within|following|despite)\s[^,.;]{3,60},\s",
    re.IGNORECASE,
)
"""A conjunction with a time or circumstance between commas, before its clause begins: "if, at the end of the week, no deal …"."""
_TIME = ("once", "after", "when", "as soon as", "on the day", "the day")


def condition(content: str, frame: str, *, question: bool) -> tuple[int, int] | None:
    """The half-open range of the condition in a content; None where it states none.

    `frame` are the words that introduce the content: "threatened to" makes what follows an act that a condition may bind. `question` says
    that the content is something asked ("whether", "if"): then a leading "if" is no condition. A time clause counts where something else
    waits for it ("until", "once", "after" with an act that would follow); a counterfactual does not.
    """
    for match in _MARKERS.finditer(content):
        start, end = _sentence(content, match.start())
        before = content[start : match.start()]
        if _CONCESSIVE.search(before) or (question and not before.strip(" \"'“‘")):
            continue
        finish = _clause_end(content, match.start(), end, leading=bool(_LEADS.search(before)))
        clause, rest = content[match.start() : finish], f"{frame} {before} {content[finish:end]}"
        if _counts(match.group().casefold(), clause, rest, content[start:end]):
            return match.start(), finish
    return None


def _counts(marker: str, clause: str, rest: str, sentence: str) -> bool:
    """Whether a clause that begins with a marker is a condition of the rest of its sentence."""
    if not clause[len(marker) :].strip(' ,.;:"”’'):
        return False
    if _EXCHANGE.match(clause) or _FIXED.match(clause):
        return True
    if marker == "if" and _COUNTERFACTUAL.search(sentence):
        return False
    if marker.startswith("as a "):
        if re.match(r"\S+ \S+ \S+ for\b", clause):  # "a truce as a precondition for talks" binds the talks, not what is demanded
            return False
        return bool(re.search(r"\b(?:will|would|could|accept\w*|agree\w*|ready|willing)\b", rest, re.IGNORECASE))
    if marker == "until":
        return bool(_NEGATIVE.search(rest)) and not _DATE.match(clause)
    if marker == "before":
        return bool(_WANTED_FIRST.search(rest)) and bool(_CLAUSE.match(clause))
    if marker == "without":
        return bool(_REFUSES.search(rest))
    if marker in _TIME:
        if marker in ("when", "after") and _HAPPENED.search(clause):
            return False
        bound = marker in ("once", "on the day", "the day") or bool(_ENDED.search(clause))
        return bool(_TO_COME.search(rest)) and bound and len(clause.split()) > 2
    return bool(_MODAL.search(rest))


def _sentence(content: str, at: int) -> tuple[int, int]:
    """Where the sentence around a position begins and ends."""
    for span in sentences(content):
        if span.start <= at < span.end:
            return span.start, span.end
    return 0, len(content)


def _clause_end(content: str, start: int, limit: int, *, leading: bool) -> int:
    """Where the clause ends: at a comma where it leads its sentence, or else at the sentence's end or a new main clause."""
    pattern = _LEADING_END if leading else _TRAILING_END
    aside = _ASIDE.match(content, start, limit) if leading else None
    skipped = aside.end() - start if aside is not None else 0
    match = re.compile(pattern, re.IGNORECASE).search(content[start:limit], skipped)
    end = start + match.start() if match else limit
    while end > start + 1 and content[end - 1] in " .,;:!?\"”“'’\n":
        end -= 1
    return end

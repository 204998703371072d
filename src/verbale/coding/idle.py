"""Cues that perform no move because of what follows them: "suggested that he was tired", "declined to say"."""

from __future__ import annotations

import re

from verbale.coding.grammar import Moves

_ASSERTING = re.compile(r"(?:suggest|conced)\w*", re.IGNORECASE)
"""Cues that perform a move only where no plain assertion follows: "suggested a truce", not "suggested that he was tired"."""
_AGREES = re.compile(r"agree\w*", re.IGNORECASE)
_SO = re.compile(
    r"that\b(?:(?!\b(?:will|would|should|could|must|can|may|might|need\w*|ought)\b)[^,.;])*?\b(?:is|are|was|were|has|have|had|does|did)\b",
    re.IGNORECASE,
)
"""Who agrees that something is so accepts nothing."""
_DECLINES = re.compile(r"(?:declin|refus)\w*", re.IGNORECASE)
_NO_COMMENT = re.compile(
    r"(?:to )?(?:say|comment|elaborate|answer|discuss|specify|disclose|confirm|identify|speculate)\b(?! (?:the|a|an|any) )", re.IGNORECASE
)
"""Who declines to say something rejects nothing."""
_SHOOTS = re.compile(r"(?:shoot|shot)\w* down$", re.IGNORECASE)
_FLYING = re.compile(
    r"(?:[\w,.-]+\s+){0,4}?(?:drones?|missiles?|aircraft|planes?|jets?|helicopters?|rockets?|UAVs?|warheads?|projectiles?|bombers?|shells?)\b",
    re.IGNORECASE,
)
"""What is shot down without being rejected."""
_OFFERS = re.compile(r"(?:offer|extend|express)\w*", re.IGNORECASE)
_COURTESY = re.compile(
    r"(?:(?:his|her|its|their|the|deep|sincere|no)\s+)*(?:condolences|sympath|thanks|apolog|prayers|details|clues)"
    r"|(?:[\w’'-]+\s+){0,5}?(?:remarks?|criticisms?|assessments?|views?|insights?|glimpses?|explanations?|analysis|praise)\b",
    re.IGNORECASE,
)
"""Who offers condolences or no details offers nothing to the other side."""
_EXPECTS = re.compile(r"expect\w*\s+to\b", re.IGNORECASE)
"""Who expects to do something demands nothing."""
_ASSURES = re.compile(r"(?:assur|guarante)\w*", re.IGNORECASE)
_PROMISED = re.compile(r"\b(?:will|would|shall)\b|['’]ll\b")
"""Who assures somebody that something is so promises nothing."""
_DOWNPLAYS = re.compile(r"(?:play\w* down|downplay\w*)", re.IGNORECASE)
_HOPES = re.compile(
    r"(?:[\w'’-]+\s+){0,3}?(?:hopes?|expectations?|prospects?|chances?|optimism|talk|idea|likelihood|possibilit(?:y|ies))\b", re.IGNORECASE
)
"""Who plays something else down than hope finds the talks no harder."""
_GOING = re.compile(r"(?:\w+\s+)?going to\b", re.IGNORECASE)
_NO_ACT = re.compile(r"\s*(?:see|win|be|get|find)\b", re.IGNORECASE)
"""Who is going to win commits to nothing."""
_FIRST_CLAUSE = 110  # characters of a content in which its first verb is looked for
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do(?= not\b|n['’]t)|did|would|will|won['’]t|isn['’]t|wasn['’]t|showed|wanted|meant"
    r"|(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?:\w{3,}[^aeiou\W]|\w{2,}i)ed)\b"
)
_SHOULD = re.compile(
    r"\b(?:should|could|might|may|ought|let|must|can|(?:he|she|they|we|i) would)\b|(?<!\w)\w+ing\b(?= (?:to|the|a|an|in|on|with|for)\b)",
    re.IGNORECASE,
)

_STOP = re.compile(r"[.!?…][\"”’']*\s")


def idle(frame: str, start: int, content: str) -> bool:
    """Whether the verb at a place of the frame does nothing by itself, since its content only says what is so or is not told."""
    if _ASSERTING.match(frame, start):
        return asserts(content)
    if _AGREES.match(frame, start):
        return _SO.match(content.lstrip()) is not None
    if _SHOOTS.match(frame.rstrip(), start) and _FLYING.match(content.lstrip()):
        return True
    if _ASSURES.match(frame, start) and asserts(content) and _PROMISED.search(content[:_FIRST_CLAUSE]) is None:
        return True
    downplayed = _DOWNPLAYS.match(frame, start)
    if downplayed is not None and not any(_HOPES.match(told.lstrip()) for told in (frame[downplayed.end() :], content)):
        return True
    if _GOING.match(frame, start) and _NO_ACT.match(content):
        return True
    if _EXPECTS.match(frame, start):
        return True
    if _OFFERS.match(frame, start) and _COURTESY.match(content.lstrip()):
        return True
    return _DECLINES.match(frame, start) is not None and _NO_COMMENT.match(content) is not None


def asserts(content: str) -> bool:
    """Whether a content begins by saying what is or was so, rather than what might or should be done."""
    finite, modal = _FINITE.search(content[:_FIRST_CLAUSE]), _SHOULD.search(content[:_FIRST_CLAUSE])
    return finite is not None and (modal is None or finite.start() < modal.start())


def recalled(words: Moves, text: str, start: int, end: int) -> bool:
    """Whether a phrase in the past stands beside a bygone time: "we offered that two years ago" offers nothing now."""
    if words.past.match(text, start, end) is None:
        return False
    first = max((match.end() for match in _STOP.finditer(text, 0, start)), default=0)
    stop = _STOP.search(text, end)
    return words.bygone.search(text, first, stop.start() if stop is not None else len(text)) is not None

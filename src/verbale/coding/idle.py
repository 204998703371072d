"""Cues that perform no move because of what follows them: "suggested that he was tired", "declined to say"."""

from __future__ import annotations

import re

_ASSERTING = re.compile(r"(?:suggest|conced)\w*", re.IGNORECASE)
"""Cues that perform a move only where no plain assertion follows: "suggested a truce", not "suggested that he was tired"."""
_DECLINES = re.compile(r"(?:declin|refus)\w*", re.IGNORECASE)
_NO_COMMENT = re.compile(
    r"(?:to )?(?:say|comment|elaborate|answer|discuss|specify|disclose|confirm|identify|speculate)\b(?! (?:the|a|an|any) )", re.IGNORECASE
)
"""Who declines to say something rejects nothing."""
_FIRST_CLAUSE = 110  # characters of a content in which its first verb is looked for
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|would|will|won['’]t|isn['’]t|wasn['’]t|showed|wanted|meant"
    r"|(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?:\w{3,}[^aeiou\W]|\w{2,}i)ed)\b"
)
_SHOULD = re.compile(
    r"\b(?:should|could|might|may|ought|let|must|can|(?:he|she|they|we|i) would)\b|(?<!\w)\w+ing\b(?= (?:to|the|a|an|in|on|with|for)\b)",
    re.IGNORECASE,
)


def idle(frame: str, start: int, content: str) -> bool:
    """Whether the verb at a place of the frame does nothing by itself, since its content only says what is so or is not told."""
    if _ASSERTING.match(frame, start):
        return asserts(content)
    return _DECLINES.match(frame, start) is not None and _NO_COMMENT.match(content) is not None


def asserts(content: str) -> bool:
    """Whether a content begins by saying what is or was so, rather than what might or should be done."""
    finite, modal = _FINITE.search(content[:_FIRST_CLAUSE]), _SHOULD.search(content[:_FIRST_CLAUSE])
    return finite is not None and (modal is None or finite.start() < modal.start())

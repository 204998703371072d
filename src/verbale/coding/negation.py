"""Whether something stands under a negation: a negator shortly before it in the same clause."""

from __future__ import annotations

import re

_NEGATOR = re.compile(
    r"\b(?:not|never|no|neither|nor|without|hardly|scarcely|cannot|nobody|nothing|none|lack of|absence of|instead of|rather than|far from|"
    r"refus\w+ to|declin\w+ to|fail\w* to|stop\w* short of|rul\w+ out|yet to|no longer|unable to|unwilling to|den(?:y|ies|ied|ying)|"
    r"(?:is|are|was|were|be|been|vot\w+|argu\w+|spoke|speak\w*|stands?|stood|turn\w*) against|reject\w*|oppos\w+)\b|n['’]t\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[.!?;:…—]|,\s*(?:and|but|because|as|while|so|or)\b|\b(?:but|because|although|while|whereas|yet|unless|if|until)\b", re.IGNORECASE
)
_HARMLESS = re.compile(r"\bnot (?:only|just|merely|simply|least)\b|\bno (?:doubt|wonder|less)\b", re.IGNORECASE)
_REACH = 6  # words


def negator(text: str, at: int, *, reach: int = _REACH) -> tuple[int, int] | None:
    """Where the negator stands that governs the word at `at`; None without one. Two of them cancel out."""
    start = 0
    for match in _BREAK.finditer(text, max(0, at - 120), at):
        start = match.end()
    window = text[max(start, at - 120) : at]
    offset = at - len(window)
    tokens = list(re.finditer(r"[\w'’]+", window))
    if len(tokens) > reach:
        offset += tokens[-reach].start()
        window = window[tokens[-reach].start() :]
    harmless = [(match.start(), match.end()) for match in _HARMLESS.finditer(window)]
    found = [match for match in _NEGATOR.finditer(window) if not any(begin <= match.start() < end for begin, end in harmless)]
    if len(found) % 2 == 0:
        return None
    return offset + found[-1].start(), offset + found[-1].end()

"""Whether words are of the negotiation at hand or of another one."""

from __future__ import annotations

import re

from verbale.analysis.names import Names
from verbale.values import Span

_DEALS = r"(?:talks?|negotiat\w+|deals?|agreements?|accords?|pacts?|treat(?:y|ies)|summits?|dialogue|sit(?:ting)?[- ]down|sat down|meet\w*)"
_ANY = re.compile(rf"\b{_DEALS}\b", re.IGNORECASE)
_WITH = re.compile(rf"\b{_DEALS}(?: \w+){{0,3}}? (?:with|between)(?: the)?(?: \w+ and)? $", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:['’]s)?(?: [\w-]+){{0,2}} {_DEALS}\b", re.IGNORECASE)
_BESIDE = re.compile(r"\band (?:the )?$")
_TOGETHER = re.compile(r" (?:have|had|are|were|will|would)\b")
_NEAR = 60
"""Characters before a state in which talks with it are named."""


def of_others(text: str, party: str | None, names: Names) -> bool:
    """Whether a party's words are of a deal or talks with a state that is no party, and of no other party: "the trade talks with Japan"."""
    if _ANY.search(text) is None and _TOGETHER.search(text) is None:
        return False
    mentions = names.find(text)
    if any(mention.party not in (None, party) for mention in mentions):
        return False
    states = [mention.span for mention in mentions if mention.party is None and (mention.state or mention.adjective)]
    return any(_counterpart(text, state) for state in states)


def _counterpart(text: str, state: Span) -> bool:
    """Whether a state is one of those that deal or talk, or that are something to each other."""
    before = text[max(0, state.start - _NEAR) : state.start]
    together = _BESIDE.search(before) and _TOGETHER.match(text, state.end)
    return bool(together or _WITH.search(before) or _BEHIND.match(text, state.end))

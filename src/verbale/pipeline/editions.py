"""Which texts of one page are versions of one article, and which of them is the latest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from verbale.ids import content_id
from verbale.record.editions import Edition

SHARED = 0.2
"""Of the shorter text's distinct runs of three words: a page that is rewritten keeps as much, two pieces with one footer share less."""

_RUN = 3
METHOD = content_id("succession", shared=SHARED, run=_RUN)
"""How versions are told: a record that another method made has all of them told anew."""
_WORD = re.compile(r"\w+")


def succession(editions: Sequence[Edition]) -> Mapping[str, str]:
    """For each text that a later one supersedes, the latest one's id; `editions` are one page's, the earliest first.

    An address that gives another article each day, such as that of a section, has no versions: each text counts.
    """
    chains: list[list[Edition]] = []
    for edition in editions:
        chain = next((chain for chain in chains if _goes_on(chain[-1], edition)), None)
        if chain is None:
            chains.append([edition])
        else:
            chain.append(edition)
    return {earlier.document: chain[-1].document for chain in chains for earlier in chain[:-1]}


def _goes_on(before: Edition, after: Edition) -> bool:
    """Whether the later text is the earlier one's article: its headline on the same day, or words of its own."""
    if before.title and before.published_on and (before.title, before.published_on) == (after.title, after.published_on):
        return True
    one, other = _runs(before.text), _runs(after.text)
    return len(one & other) >= SHARED * min(len(one), len(other))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))}

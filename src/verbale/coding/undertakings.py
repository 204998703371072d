"""What the own side says that it will do, whatever the verb: "the ministry said it would set up a hotline"."""

from __future__ import annotations

import re
from collections.abc import Collection

from verbale.coding.grammar import Moves, Persons
from verbale.coding.perspective import Mention

_LAST_WORD = re.compile(r"[\w’']+$")
_REACH = 40  # characters before a verb in which its subject stands, and before that a word that makes the clause a question


def undertaken(
    moves: Moves,
    persons: Persons,
    text: str,
    mentions: Collection[Mention],
    party: str,
    *,
    direct: bool,
    aside: Collection[tuple[int, int]],
) -> tuple[int, int, bool] | None:
    """Where a content first says that its speaker or the speaker's party will do something, and whether that is only to talk.

    The subject must stand right before the verb; what lies in the ranges `aside`, and what is asked or left open, is none.
    """
    own = {mention.end: mention.start for mention in mentions if mention.party == party}
    pronouns = persons.first if direct else persons.third
    for match in moves.undertakes.finditer(text):
        near = max(0, match.start() - _REACH)
        before = near + len(text[near : match.start()].rstrip())
        word = _LAST_WORD.search(text, near, before)
        start = own.get(before, word.start() if word is not None and pronouns.fullmatch(word.group()) else None)
        if start is None or any(begin <= match.start() < end for begin, end in aside):
            continue
        if not moves.open_question.search(text, max(0, start - _REACH), start):
            return match.start(), match.end(), match["talk"] is not None
    return None

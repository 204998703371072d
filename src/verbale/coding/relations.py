"""Issues about two parties dealing with each other, or about one party's conduct: told by who is named, beside the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.coding.perspective import Mention, Names
from verbale.coding.words import stems
from verbale.dossier.model import Issue

_TALKING = frozenset(stems("talks negotiations negotiate dialogue consultations discussions negotiator"))
_MEETING = frozenset(stems("meeting meet summit"))
_PREPOSITION = re.compile(r"\b(?:on|of|to|with|in|by|for|against|from|between)\b")
_TOGETHER = re.compile(
    r"\b(?:both|two|each) (?:\w+ )?(?:sides?|countries|parties|leaders|presidents|nations|governments)\b|\beach other\b|\bone another\b|"
    r"\bbetween them\b|\bwith each\b",
    re.IGNORECASE,
)
_FAITH = re.compile(r"\b(?:good faith|sincer|honest|serious|trust|conduct|behav)", re.IGNORECASE)
_TAKES_PART = re.compile(r"\b(?:engaged|involved|mediat\w+|guarant\w+|host|take part|role)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:thank\w*|grateful|gratitude|(?:support|help|assistance|mediation|role|involvement|engagement|"
    r"participation|part) (?:in|for|from|of|to)|"
    r"mediat\w+|(?:remain|stay)\w* (?:neutral|engaged|involved)|step\w* (?:aside|in|back)|take the lead)\b",
    re.IGNORECASE,
)
_CONDUCT = 0.6  # what blame on a party says for the only issue about what it does, where the words name no other
_SUBJECT_REACH = 25  # characters into a proposition within which its subject is named
_PAIR = 0.6  # what naming both parties with a word for their talks or their meeting says for an issue about that


@dataclass(frozen=True, slots=True)
class Relation:
    """Whom an issue is about.

    `pair` are the parties that its label names together, `acts` the stems of what brings them together, `subject` the one party that its
    proposition is about.
    """

    pair: frozenset[str]
    acts: frozenset[str]
    subject: str | None
    faith: bool
    part: bool


class Relations:
    """The relations of a dossier's issues."""

    def __init__(self, issues: Sequence[Issue], names: Names) -> None:
        self._names = names
        self._relations = tuple(_relation(issue, names) for issue in issues)

    def subject(self, issue: int) -> str | None:
        """The one party that the proposition of an issue is about."""
        return self._relations[issue].subject

    def conduct(self, party: str) -> dict[int, float]:
        """What blame or praise of a party says for the issue about its conduct, where the dossier has one such issue."""
        about = [index for index, relation in enumerate(self._relations) if relation.subject == party]
        faith = [index for index in about if self._relations[index].faith]
        return {(faith or about)[0]: _CONDUCT} if len(faith) == 1 or len(about) == 1 else {}

    def role(self, content: str, mentions: Sequence[Mention], party: str | None) -> dict[int, float]:
        """What thanks to a party, or words on its help and its part, say for the issue about its part in the talks."""
        named = {mention.party for mention in mentions} - {party}
        if not named or not _PART.search(content):
            return {}
        return {index: _CONDUCT for index, relation in enumerate(self._relations) if relation.part and relation.subject in named}

    def scores(self, source: str, content: str) -> dict[int, float]:
        """What naming says for each issue by its index: both parties in source and content, or "the two sides", and their act."""
        text = f"{source} {content}"
        named = {mention.party for mention in self._names.mentions(text)}
        together = bool(_TOGETHER.search(text))
        if not together and len(named) < 2:
            return {}
        spoken = set(stems(content))
        return {
            index: _PAIR
            for index, relation in enumerate(self._relations)
            if relation.pair and spoken & relation.acts and (together or relation.pair <= named)
        }


def _relation(issue: Issue, names: Names) -> Relation:
    pair = frozenset(mention.party for mention in names.mentions(issue.label))
    own = {*stems(issue.label), *stems(issue.proposition or "")}
    acts = _MEETING if own & _MEETING else _TALKING if own & _TALKING else frozenset[str]()
    proposition = issue.proposition or ""
    reach = _PREPOSITION.search(proposition, 0, _SUBJECT_REACH)
    subjects = [mention for mention in names.mentions(proposition) if mention.start < (reach.start() if reach else _SUBJECT_REACH)]
    alone = len(subjects) == 1 and not re.match(r"['’s]*\s*(?:and|rather|,)", proposition[subjects[0].end :])
    return Relation(
        pair if len(pair) > 1 else frozenset(),
        acts,
        subjects[0].party if alone else None,
        bool(_FAITH.search(f"{issue.label} {proposition}")),
        bool(_TAKES_PART.search(proposition)),
    )

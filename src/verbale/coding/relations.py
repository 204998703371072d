"""Issues about two parties dealing with each other, or about one party's conduct: told by who is named, beside the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.coding.perspective import Mention, Names
from verbale.coding.words import stems
from verbale.dossier.model import Issue
from verbale.values import Move

_TALKING = frozenset(stems("talks negotiations negotiate dialogue consultations discussions negotiator"))
_MEETING = frozenset(stems("meeting meet summit"))
_TOGETHER = re.compile(
    r"\b(?:both|two|each) (?:\w+ )?(?:sides?|countries|parties|leaders|presidents|nations|governments)\b|\beach other\b|\bone another\b|"
    r"\bbetween them\b|\bwith each\b",
    re.IGNORECASE,
)
_PAIR = 0.6  # what naming both parties with a word for their talks or their meeting says for an issue about that
_CONDUCT = 0.3  # what blaming a party says for the one issue about its conduct
_SUBJECT_REACH = 25  # characters into a proposition within which its subject is named


@dataclass(frozen=True, slots=True)
class Relation:
    """Whom an issue is about: the parties that its label names together, the acts that bring them together, its proposition's subject."""

    pair: frozenset[str]
    acts: frozenset[str]
    subject: str | None


class Relations:
    """The relations of a dossier's issues."""

    def __init__(self, issues: Sequence[Issue], names: Names) -> None:
        self._relations = tuple(_relation(issue, names) for issue in issues)
        self._conduct: dict[str, int] = {}
        for party in {relation.subject for relation in self._relations if relation.subject}:
            about = [index for index, relation in enumerate(self._relations) if relation.subject == party]
            if len(about) == 1:
                self._conduct[party] = about[0]

    def scores(self, text: str, mentions: Sequence[Mention], party: str | None, move: Move) -> dict[int, float]:
        """What naming says for each issue; `party` is the speaker's."""
        found: dict[int, float] = {}
        named = {mention.party for mention in mentions}
        together = bool(_TOGETHER.search(text))
        if together or len(named) > 1:
            words = set(stems(text))
            for index, relation in enumerate(self._relations):
                if relation.pair and words & relation.acts and (together or relation.pair <= named):
                    found[index] = _PAIR
        if move is Move.ACCUSE:
            for accused in sorted(named - {party}):
                if accused in self._conduct:
                    found[self._conduct[accused]] = max(_CONDUCT, found.get(self._conduct[accused], 0.0))
        return found


def _relation(issue: Issue, names: Names) -> Relation:
    pair = frozenset(mention.party for mention in names.mentions(issue.label))
    own = set(stems(issue.label)) | set(stems(issue.proposition or ""))
    acts = _MEETING if own & _MEETING else _TALKING if own & _TALKING else frozenset[str]()
    proposition = issue.proposition or ""
    subjects = [mention for mention in names.mentions(proposition) if mention.start < _SUBJECT_REACH]
    lone = len(subjects) == 1 and not re.match(r"[’'s]*\s+(?:and|rather|,)", proposition[subjects[0].end :])
    return Relation(pair if len(pair) > 1 else frozenset(), acts, subjects[0].party if lone else None)

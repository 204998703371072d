"""The issues of a statement: a dossier's keywords, labels and propositions found in its words, or in the words it leans on."""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from verbale.coding.grammar import Grammar
from verbale.coding.languages import grammar_for
from verbale.coding.lexicon_issues import CALENDAR, COURSE_WORDS, FAITH_ISSUE, FAITH_WORDS, IDIOM_AFTER, IDIOM_BEFORE, SLAVIC_COURSE_WORDS
from verbale.coding.words import STOP_WORDS, Word, stems, words
from verbale.dossier.model import Issue

_KEYWORD, _KEYWORD_PART, _LABEL, _LABEL_PART, _PROPOSITION = 1.0, 0.45, 0.8, 0.48, 0.35
_PAIR = 0.75  # two words of a proposition that stand side by side
_LEAST_KEYWORD = 0.6  # a keyword that the user chose counts this much however common it is
_MULTIWORD = 1.3
_IN_TITLE = 0.3  # what a word of the negotiation's title counts: every article has it
_NEGLIGIBLE = 0.12  # terms of less weight are left out
_INSIDE = 0.4  # what a term counts inside a longer term of another issue
_RARE, _COMMON = 0.04, 0.33  # shares of news articles that hold a stem: up to the first it counts in full, beyond the second hardly
_LEAST = 0.05
_TITLE_CASE = 0.6  # share of words with a capital beyond which a text is a heading
_INSIDE_SENTENCE = re.compile(r"[\w,] [\"“‘'(]*$")
_LINKS = frozenset({"of", "and", "for"})
_FAITH_WEIGHT = 0.5
_COURSE = frozenset(stem for word in (*COURSE_WORDS[:11], *SLAVIC_COURSE_WORDS[:18]) for stem in stems(word))
_COURSE_ENOUGH = 2  # words on the course of talks that make an issue the one about the talks as such
_COURSE_WEIGHT = 0.35


@cache
def _commonness() -> dict[str, float]:
    """The share of news articles that hold a stem, for stems in at least 4 % of them (made by quality/commonness.py)."""
    table: dict[str, float] = json.loads((files("verbale.coding") / "data" / "commonness.json").read_text(encoding="utf-8"))
    return table


def rarity(stem: str) -> float:
    """How telling a stem is in news, from 0.05 (in every third article) to 1 (in fewer than one of 25)."""
    share = max(_commonness().get(stem, _RARE), _RARE)
    return max(_LEAST, min(1.0, math.log(_COMMON / share) / math.log(_COMMON / _RARE)))


@dataclass(frozen=True, slots=True)
class Term:
    """A sequence of stems that speaks for an issue, and how strongly."""

    issue: int
    weight: float
    length: int


@dataclass(frozen=True, slots=True)
class Match:
    """Where a term of an issue stands in a text (half-open)."""

    issue: int
    weight: float
    start: int
    end: int


class Topics:
    """The terms of a dossier's issues, weighted by how few issues share them."""

    def __init__(self, issues: Sequence[Issue], names: Iterable[str], title: str = "") -> None:
        self.issues = tuple(issues)
        self._proper = _proper(issues)
        self._kept = {words(keyword)[0].form for issue in issues for keyword in issue.keywords if words(keyword)} & STOP_WORDS
        self._title = frozenset(stems(title))
        self._names = {stem for name in names for stem in stems(name)}
        self._terms: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        self._texts = {issue.id: {*_meaning_of(issue), *stems(issue.proposition or "")} for issue in self.issues}
        self._shared = self._count()
        self.general = self._general()
        for index, issue in enumerate(self.issues):
            for sequence, weight in self._sequences(issue).items():
                self._terms.setdefault(sequence[0], []).append((sequence, Term(index, weight, len(sequence))))

    def matches(self, text: str) -> list[Match]:
        """Every term in the text; of terms of one issue that overlap only the heaviest."""
        found: list[Match] = []
        read = words(text)
        titled = sum(text[word.start].isupper() for word in read) > _TITLE_CASE * len(read)
        for at, word in enumerate(read):
            functional = _in_idiom(text, word) or (word.form in STOP_WORDS and word.form not in self._kept)
            for sequence, term in self._at(word, read[at + 1].stem if at + 1 < len(read) else ""):
                end = self._fits(read, at, sequence, text)
                named = not titled and sequence[0] not in self._proper and _in_name(read, at, text)
                if end is None or (len(sequence) == 1 and (functional or named)):
                    continue
                found.append(Match(term.issue, term.weight, word.start, end))
        found.sort(key=lambda match: (-match.weight, match.start))
        kept: list[Match] = []
        for match in found:
            rivals = [other for other in kept if other.start < match.end and match.start < other.end]
            if any(other.issue == match.issue for other in rivals):
                continue
            if any(other.end - other.start > match.end - match.start and other.weight > match.weight for other in rivals):
                match = Match(match.issue, match.weight * _INSIDE, match.start, match.end)
            kept.append(match)
        return sorted(kept, key=lambda match: (match.start, match.issue))

    def strangers(self, text: str) -> bool:
        """Whether a text names, inside a sentence, something that the dossier does not know."""
        read = words(text)
        return any(
            text[word.start].isupper()
            and not text[word.start : word.end].isupper()
            and word.end - word.start > 2
            and _INSIDE_SENTENCE.search(text, 0, word.start) is not None
            and word.stem not in self._names
            and word.form not in STOP_WORDS
            and word.form not in CALENDAR
            and word.stem not in self._terms
            for word in read
        )

    def _at(self, word: Word, following: str) -> list[tuple[tuple[str, ...], Term]]:
        terms = self._terms.get(word.stem, [])
        joined = self._terms.get(word.form + following, []) if following else []
        return [*terms, *joined] if joined else terms

    @staticmethod
    def _fits(read: tuple[Word, ...], at: int, sequence: tuple[str, ...], text: str) -> int | None:
        """The end of the sequence that begins at word `at`; None where the words differ. A hyphened compound may stand as one stem."""
        if read[at].stem != sequence[0]:
            if at + 1 < len(read) and text[read[at].end : read[at + 1].start] in "-‑–" and len(sequence) == 1:
                return read[at + 1].end
            return None
        last = at
        for stem in sequence[1:]:
            last += 1
            if last < len(read) and read[last].stem != stem and read[last - 1].form not in STOP_WORDS:
                last += 1  # one word may stand between: "direct peace talks"
            if last >= len(read) or read[last].stem != stem:
                return None
        return read[last].end

    def _count(self) -> dict[str, float]:
        """How many issues hold a stem; standing in a proposition alone counts a half."""
        shared: dict[str, float] = defaultdict(float)
        for issue in self.issues:
            named = set(stems(" ".join((issue.label, *issue.keywords))))
            for stem in sorted(named | set(stems(issue.proposition or ""))):
                shared[stem] += 1.0 if stem in named else 0.5
        return dict(shared)

    def _general(self) -> int | None:
        """The issue about the talks as such (their course, their state), where the dossier has one: the one with most such words."""
        counts = [len({stem for stem in _meaning_of(issue) if stem in _COURSE}) for issue in self.issues]
        best = max(counts, default=0)
        return counts.index(best) if best >= _COURSE_ENOUGH else None

    def _telling(self, stem: str) -> float:
        """How telling a stem is: nothing for a name of the dossier, less where many issues or many articles hold it."""
        if stem in self._names:
            return 0.0
        total = max(2, len(self.issues))
        share = _IN_TITLE if stem in self._title else 1.0
        return share * rarity(stem) * (1 - math.log(max(1.0, self._shared.get(stem, 1.0))) / math.log(total + 1))

    def _sequences(self, issue: Issue) -> dict[tuple[str, ...], float]:
        """The stem sequences of one issue and their weights."""
        weights: dict[tuple[str, ...], float] = {}

        def add(sequence: tuple[str, ...], weight: float) -> None:
            if sequence and weight > max(weights.get(sequence, 0.0), _NEGLIGIBLE):
                weights[sequence] = weight

        for keyword in issue.keywords:
            sequence = stems(keyword)
            if len(sequence) > 1:
                add(sequence, _KEYWORD * _MULTIWORD)
                for part in _meaning(keyword):
                    add((part.stem,), _KEYWORD_PART * self._telling(part.stem))
            elif sequence:
                unnamed = self._telling(sequence[0]) if sequence[0] not in self._names else 1.0
                add(sequence, _KEYWORD * max(unnamed, _LEAST_KEYWORD))
        if self.general is not None and issue is self.issues[self.general]:
            for word in (*COURSE_WORDS, *SLAVIC_COURSE_WORDS):
                add(stems(word), _COURSE_WEIGHT * (_MULTIWORD if " " in word else 1.0))
        if FAITH_ISSUE.search(" ".join((issue.label, issue.proposition or "", *issue.keywords))):
            for word in FAITH_WORDS:
                add(stems(word), _FAITH_WEIGHT * (_MULTIWORD if " " in word else 1.0))
        for pair in _pairs(issue.proposition or ""):
            if not any(other is not issue and {*pair} <= self._texts[other.id] for other in self.issues):
                add(pair, _PAIR * max(map(self._telling, pair)))
        label = stems(issue.label)
        if len(label) > 1:
            add(label, _KEYWORD * _MULTIWORD)
        for text, share in (
            (issue.label, _LABEL_PART if len(_meaning(issue.label)) > 1 else _LABEL),
            (issue.proposition or "", _PROPOSITION),
        ):
            stopper = grammar_for(text).negations.stopper
            for meant in _meaning(text):
                if not stopper.fullmatch(meant.form):
                    add((meant.stem,), share * self._telling(meant.stem))
        return weights


def _proper(issues: Sequence[Issue]) -> frozenset[str]:
    """The stems that the keywords write with a capital wherever they stand: names of things."""
    forms = [(word.stem, key[word.start].isupper()) for issue in issues for key in issue.keywords for word in words(key)]
    return frozenset(stem for stem, capital in forms if capital) - {stem for stem, capital in forms if not capital}


def _in_idiom(text: str, word: Word) -> bool:
    """Whether a word means nothing of its own: "of course", "meet the demands"."""
    before = IDIOM_BEFORE.get(word.form)
    after = IDIOM_AFTER.get(word.stem)
    return (before is not None and text[: word.start].endswith(before)) or (after is not None and after.match(text, word.end) is not None)


def _in_name(read: Sequence[Word], at: int, text: str) -> bool:
    """Whether a word is a later part of a name of several words ("Council of Shared Waters"), and so speaks for no issue by itself."""
    if at == 0 or not text[read[at].start].isupper() or text[read[at - 1].end : read[at].start] != " ":
        return False
    before = at - 2 if at > 1 and read[at - 1].form in _LINKS else at - 1
    return text[read[before].start].isupper() and read[before].form not in STOP_WORDS


def _pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of words that stand side by side in a text and both mean something: names of things ("nuclear weapons")."""
    read = words(text)
    return [
        (one.stem, other.stem)
        for one, other in pairwise(read)
        if not {one.form, other.form} & (STOP_WORDS | CALENDAR) and text[one.end : other.start] == " " and not one.form.endswith("ly")
    ]


def _meaning_of(issue: Issue) -> list[str]:
    return [stem for text in (issue.label, *issue.keywords) for stem in stems(text)]


def _meaning(text: str) -> list[Word]:
    return [word for word in words(text) if word.form not in STOP_WORDS and not word.form.isdigit()]


@dataclass(frozen=True, slots=True)
class Topic:
    """One issue that a text speaks of: its index in the dossier, a score, and the terms by place."""

    issue: int
    score: float
    places: tuple[Match, ...]


def topics_of(matches: Iterable[Match]) -> list[Topic]:
    """The issues that the matches speak for, scored in [0, …) with less and less for each further word, best first."""
    grouped: dict[int, list[Match]] = {}
    for match in matches:
        grouped.setdefault(match.issue, []).append(match)
    found = []
    for issue, group in grouped.items():
        group.sort(key=lambda match: -match.weight)
        score = sum(match.weight * share for match, share in zip(group, (1.0, 0.6, 0.4, 0.3), strict=False))
        found.append(Topic(issue, round(score, 6), tuple(sorted(group, key=lambda match: match.start))))
    return sorted(found, key=lambda topic: (-topic.score, topic.issue))


def leans_on_context(grammar: Grammar, content: str) -> bool:
    """Whether a content points at something said before ("the proposal", "it") or is too short to stand alone."""
    return bool(grammar.stances.anaphor.match(content)) or len(words(content)) < 5

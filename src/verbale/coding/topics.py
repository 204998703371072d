"""Which issues a statement touches: its own words first, then the words that it leans on, then the course of the talks as such."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verbale.coding.issues import Match, Topic, Topics, leans_on_context, topics_of
from verbale.coding.reading import Reading
from verbale.values import Document, Move, Span, Spans

_ENOUGH = 0.55  # a content's own words must speak for an issue at least this strongly
_BESIDE = 0.5  # and at least this share as strongly as for its main issue
_ENOUGH_IN_ALL = 0.35  # with the context's help
_IN_PROVOCATION = 0.4  # what words of a threat's condition count: it is about what would follow; any other condition is itself asked for
_CONTEXT, _ANTECEDENT = 0.45, 1.0  # what the context counts beside the content, and where the content points at something said before
_ELSEWHERE = 0.7  # what the context counts of it where the content names what the dossier does not know
_WELL_ON = 0.12  # share of a text's sentences that speak of the issues from which the whole text is on them
_MOST = 4  # issues of one statement
_SENTENCE, _BEFORE, _TWO_BEFORE, _TITLE, _PREVIOUS, _WHOLE = 0.6, 0.35, 0.2, 0.3, 0.35, 0.5
_AGREES = re.compile(r"agree(?:s|d|ing)?", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:after|during|following|ahead of)\s+(?:(?!to\b)[\w'’-]+\s+){0,4}$", re.IGNORECASE)
_IN_TIME = 0.5  # what a term counts that says when
_PAPERS = re.compile(
    r"\b(?:papers?|texts?|documents?|drafts?|letters?|answers?|repl(?:y|ies)|ultimatum|deadline|patience|table|negotiat\w+|"
    r"delegations?|position|trust|delay|haste)\b",
    re.IGNORECASE,
)
_ON_THE_TALKS = 0.4  # what a claim of progress or of none says by itself for the issue about the talks as such
ON_COURSE = (Move.PROGRESS, Move.OBSTACLE)
"""Claims about the course of the talks."""
_CLEARLY = 3.0  # sentences' worth of clear words that make a document be about an issue
_LEANING = 0.3  # what an issue found in the context alone loses of its score for its probability
_NEAR = 3  # sentences after which the previous statement no longer carries over


@dataclass(frozen=True, slots=True)
class Found:
    """An issue of a statement: its index, a probability, its terms in the content, and its evidence in the document."""

    issue: int
    probability: float
    places: tuple[Match, ...]
    evidence: Spans


class Page:
    """One document as topics see it: what each sentence speaks of, worked out once."""

    def __init__(self, document: Document, bounds: Spans, topics: Topics) -> None:
        self.document, self.bounds, self._topics = document, bounds, topics
        self._cache: dict[int, list[Topic]] = {}
        title = topics_of(topics.matches(document.title)) if document.title else []
        self.title = {topic.issue: min(1.0, topic.score) for topic in title}
        self.telling: dict[int, Spans] = {}
        self.whole = self._whole()

    def sentence(self, index: int) -> list[Topic]:
        """The topics of a sentence, places in the document."""
        if index not in self._cache:
            bound = self.bounds[index]
            matches = [
                Match(match.issue, match.weight, bound.start + match.start, bound.start + match.end)
                for match in self._topics.matches(bound.of(self.document.text))
            ]
            self._cache[index] = topics_of(matches)
        return self._cache[index]

    def _whole(self) -> dict[int, float]:
        """The share of each issue in the document, the greatest 1; all less in a text on other matters."""
        sums: dict[int, float] = {}
        best: dict[int, float] = {}
        for index in range(len(self.bounds)):
            for topic in self.sentence(index):
                if topic.score > best.get(topic.issue, 0.0):
                    best[topic.issue] = topic.score
                    self.telling[topic.issue] = tuple(Span(place.start, place.end) for place in topic.places)
                if topic.score >= _ENOUGH:
                    sums[topic.issue] = sums.get(topic.issue, 0.0) + min(1.0, topic.score)
        top = max(*sums.values(), _CLEARLY) if sums else 0.0
        spoken = sum(any(topic.score >= _ENOUGH for topic in self.sentence(index)) for index in range(len(self.bounds)))
        part = min(1.0, spoken / max(1, len(self.bounds)) / _WELL_ON)
        return {issue: part * value / top for issue, value in sums.items()} if top > 0 else {}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about: a statement's reading with what is known of it already.

    `condition` is a half-open range of the content; `previous` the sentence index and issues of the statement that it continues or stands
    in; `relations` what naming says for each issue; `spoken` where the content's own words made the move or tell the course of the talks;
    `named` the names of parties in the content.
    """

    reading: Reading
    move: Move
    condition: tuple[int, int] | None
    previous: tuple[int, tuple[Found, ...]] | None
    relations: Mapping[int, float]
    spoken: tuple[tuple[int, int], ...] = ()
    named: tuple[tuple[int, int], ...] = ()


def issues_of(asked: Asked, page: Page, topics: Topics) -> tuple[Found, ...]:
    """The issues of a statement, best first."""
    reading, condition = asked.reading, asked.condition
    aside = condition if asked.move is Move.THREATEN else None
    matches = [_placed(match, reading.content, aside) for match in topics.matches(reading.content)]
    own = _with_relations(topics_of(matches), asked.relations)
    best = own[0].score if own else 0.0
    if best >= _ENOUGH and not leans_on_context(reading.grammar, reading.content):
        bar = max(_ENOUGH, best * _BESIDE)
        on_course = [topic.issue for topic in own if topic.issue == topics.general and (asked.move in ON_COURSE or _spoken(topic, asked))]
        chosen = [topic for topic in own if topic.score >= (_ENOUGH if topic.issue in on_course else bar)]
        chosen = _without_general(chosen, topics.general, asked)
        return tuple(_found(asked, page, topic, topic.score) for topic in chosen[:_MOST])
    return _with_context(asked, page, own, topics)


def _placed(match: Match, text: str, provocation: tuple[int, int] | None) -> Match:
    """A term with less weight where it stands in a threat's condition, or only says when ("after the talks")."""
    if provocation and provocation[0] <= match.start < provocation[1]:
        return Match(match.issue, match.weight * _IN_PROVOCATION, match.start, match.end)
    if _WHEN.search(text, max(0, match.start - 40), match.start):
        return Match(match.issue, match.weight * _IN_TIME, match.start, match.end)
    return match


def _spoken(topic: Topic, asked: Asked) -> bool:
    """Whether the very words that made the move name the issue ("make a deal")."""
    content = asked.reading.content
    places = [place for place in topic.places if not _AGREES.fullmatch(content, place.start, place.end)]  # that may be about anything
    return any(place.start < end and start < place.end for place in places for start, end in asked.spoken)


def _without_general(chosen: list[Topic], general: int | None, asked: Asked) -> list[Topic]:
    """The issues without the one about the talks as such, where another says more exactly what the statement is about."""
    others = [topic for topic in chosen if topic.issue != general]
    if len(others) == len(chosen) or not others:
        return chosen
    course = next(topic for topic in chosen if topic.issue == general)
    if _spoken(course, asked):
        return chosen
    shared = all(
        any(place.start < other.end and other.start < place.end for topic in others for other in topic.places) for place in course.places
    )
    if shared or (course is not chosen[0] and asked.move not in ON_COURSE) or (course is not chosen[0] and len(chosen) > 2):
        return others
    return chosen


def _with_relations(topics: Sequence[Topic], relations: Mapping[int, float]) -> list[Topic]:
    scores = {topic.issue: topic for topic in topics}
    for issue, score in relations.items():
        known = scores.get(issue, Topic(issue, 0.0, ()))
        scores[issue] = Topic(issue, known.score + score, known.places)
    return sorted(scores.values(), key=lambda topic: (-topic.score, topic.issue))


def _with_context(asked: Asked, page: Page, own: Sequence[Topic], topics: Topics) -> tuple[Found, ...]:
    """The issues of a statement whose own words do not say enough."""
    general = topics.general
    scores, evidence = _context(asked.reading, page, asked.previous)
    by_issue = {topic.issue: topic for topic in own}
    totals = {issue: by_issue[issue].score if issue in by_issue else 0.0 for issue in {*scores, *by_issue}}
    share = _ANTECEDENT if leans_on_context(asked.reading.grammar, asked.reading.content) else _CONTEXT
    if topics.strangers(asked.reading.content):
        share = min(share, _CONTEXT) * _ELSEWHERE
    for issue, score in scores.items():
        totals[issue] += share * score
    if general is not None and (asked.move in ON_COURSE or (not own and _PAPERS.search(asked.reading.content))):
        totals[general] = totals.get(general, 0.0) + _ON_THE_TALKS
    ranked = sorted(totals, key=lambda issue: (-totals[issue], issue))
    if not ranked or totals[ranked[0]] < _ENOUGH_IN_ALL:
        return ()
    chosen = [ranked[0], *(issue for issue in ranked[1:] if issue in by_issue and by_issue[issue].score >= _ENOUGH)]
    if general is not None and asked.move in ON_COURSE and general not in chosen and totals[general] >= _ENOUGH_IN_ALL:
        chosen.append(general)
    found = []
    candidates = [by_issue.get(issue, Topic(issue, 0.0, ())) for issue in chosen]
    for topic in _without_general(candidates, general, asked)[:_MOST]:
        known = topic.issue in by_issue
        found.append(_found(asked, page, topic, totals[topic.issue] - (0.0 if known else _LEANING), evidence.get(topic.issue, ())))
    return tuple(found)


def _context(reading: Reading, page: Page, previous: tuple[int, tuple[Found, ...]] | None) -> tuple[dict[int, float], dict[int, Spans]]:
    """What the words around say: a score for each issue, and where the nearest evidence stands."""
    scores: dict[int, float] = {}
    evidence: dict[int, Spans] = {}

    def add(issue: int, score: float, spans: Spans) -> None:
        scores[issue] = scores.get(issue, 0.0) + score
        if spans and issue not in evidence:
            evidence[issue] = spans

    at = reading.sentence_index
    for index, share in ((at, _SENTENCE), (at - 1, _BEFORE), (at - 2, _TWO_BEFORE)):
        if 0 <= index < len(page.bounds):
            for topic in page.sentence(index):
                add(topic.issue, share * min(1.0, topic.score), tuple(Span(place.start, place.end) for place in topic.places))
    if previous is not None and at - previous[0] <= _NEAR:
        for found in previous[1]:
            add(found.issue, _PREVIOUS * (1.0 if found.places else 0.5), found.evidence)
    for issue, score in page.title.items():
        add(issue, _TITLE * score, ())
    for issue, score in page.whole.items():
        add(issue, _WHOLE * score, ())
    return scores, evidence


def _found(asked: Asked, page: Page, topic: Topic, score: float, context: Spans = ()) -> Found:
    """A topic as an issue, with the words that made it: its own, or those of the context, or names, or the move's, or of the whole text."""
    reading = asked.reading
    named = asked.named if topic.issue in asked.relations else ()
    ranges = [(place.start, place.end) for place in topic.places] or (() if context else named or asked.spoken)
    spans = tuple(sorted({span for start, end in ranges for span in reading.spans(start, end)})) or context
    return Found(topic.issue, _probability(score), topic.places, spans or page.telling.get(topic.issue) or reading.attribution.content)


def _probability(score: float) -> float:
    return round(max(0.05, min(0.95, 0.45 + 0.35 * score)), 4)

"""From what single rules found to a document's attributions: no doubles, whole quotations, nesting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.attribution.quotes import Quotation, between, kind_of
from verbale.attribution.rules_block import LONGEST_QUOTATION
from verbale.attribution.rules_find import Find
from verbale.attribution.rules_lexicon import words
from verbale.attribution.rules_tree import trimmed
from verbale.values import Attribution, Span, Spans

PROBABILITY = {
    "quote-tag": 0.93,
    "signed": 0.9,
    "tag-quote": 0.82,
    "parenthetic": 0.81,
    "clausal": 0.8,
    "according": 0.78,
    "framing": 0.66,
    "passive": 0.65,
    "infinitive": 0.59,
    "belief": 0.57,
    "preposition": 0.57,
    "closing": 0.56,
    "position": 0.55,
    "loose": 0.53,
    "object": 0.52,
    "colon": 0.49,
    "nominal": 0.36,
    "quote-alone": 0.31,
}
"""How often a find of each family has the content and the source of an annotated attribution, on PolNeAR's train split."""
UNMEASURED = 0.5
NESTED_SHARE = 0.7
"""What being nested takes from it: an estimate, since PolNeAR does not nest."""
NESTING = frozenset({"clausal", "belief", "infinitive", "position", "quote-tag", "tag-quote", "according", "parenthetic"})
"""Families that are attributions of their own inside another's content."""
QUOTED = frozenset({"quote-tag", "tag-quote", "quote-alone", "colon"})
EMPTY = words(
    """
    all another anything as both everything he her here him how it me nothing one ones she so some something that them then there
    they this us what when where which who why you
    """
)
"""Words that alone say nothing."""
PARTICIPANTS = frozenset({"i", "we", "you"})
FEWEST_LETTERS = 3
TAILS = frozenset({"closing", "according"})
LONGEST_TAIL = 40
"""Characters that may follow the closing tag of another: "… said in a report"."""
NO_NAME = " \t\"“”'’`,;:"
COORDINATED = re.compile(r",?\s+(?:and|or)\s+(?=[\"“‘'])")


def merged(text: str, finds: Sequence[Find], marked: Sequence[Quotation], furniture: Spans, *, name: str) -> tuple[Attribution, ...]:
    """The attributions of one document, sorted by the first position of the content, each with the one that holds it."""
    outer = tuple(quotation.span for quotation in marked if quotation.level == 0)
    kept: dict[tuple[Spans, Spans], tuple[Find, Spans]] = {}
    tails = [find for find in finds if find.family in TAILS]
    for find in finds:
        content = _told(text, _without_tail(find, _whole(text, find, marked), tails))
        if content and not any(span.overlaps(piece) for span in content for piece in furniture):
            key = (find.cue, ()) if find.cue else (find.source, content)
            if key not in kept:
                kept[key] = (find, content)
    rows = sorted(kept.values(), key=lambda row: (row[1][0].start, -row[1][-1].end, row[0].cue, row[0].source))
    holders = _holders(rows)
    rows = [row for row, holder in zip(rows, holders, strict=True) if _stands(text, row, rows[holder] if holder is not None else None)]
    return tuple(
        Attribution(
            source=_unquoted(text, find.source),
            cue=find.cue,
            content=content,
            kind=kind_of(text, content, outer),
            nested_in=holder,
            probability=round(PROBABILITY.get(find.family, UNMEASURED) * (1 if holder is None else NESTED_SHARE), 2),
            found_by=f"{name}/{find.family}",
        )
        for (find, content), holder in zip(rows, _holders(rows), strict=True)
    )


def _without_tail(find: Find, content: Spans, tails: Sequence[Find]) -> Spans:
    """The content without the tag of another that closes the sentence: "Orlan said the road was closed, the agency reported"."""
    for tail in tails:
        tag = (*tail.source, *tail.cue)
        around = any(span.contains(part) for span in tail.content for part in find.cue)
        if tail is not find and around and content and all(content[-1].contains(part) for part in tag):
            start = min(part.start for part in tag)
            if start > content[-1].start and content[-1].end - max(part.end for part in tag) <= LONGEST_TAIL:
                content = (*content[:-1], Span(content[-1].start, start))
    return content


def _told(text: str, content: Spans) -> Spans:
    """The content trimmed, without pieces that are only "which" or "what" where others are left."""
    spans = tuple(span for span in (trimmed(text, span) for span in content) if span is not None)
    told = tuple(span for span in spans if span.of(text).strip(NO_NAME).lower() not in EMPTY)
    return told or spans


def _unquoted(text: str, spans: Spans) -> Spans:
    """Source spans without marks and commas at their edges."""
    kept: list[Span] = []
    for span in spans:
        name = span.of(text)
        left, right = len(name) - len(name.lstrip(NO_NAME)), len(name.rstrip(NO_NAME))
        if left < right:
            kept.append(Span(span.start + left, span.start + right))
    return tuple(kept)


def _whole(text: str, find: Find, marked: Sequence[Quotation]) -> Spans:
    """The content with the quotations that it cuts at an edge made whole, joined and free of source and cue."""
    spans: list[Span] = []
    for span in find.content:
        start, end = span.start, span.end
        for quotation in between(marked, start - LONGEST_QUOTATION, end + 1):
            around = quotation.span
            if any(around.overlaps(part) for part in (*find.cue, *find.source)):
                continue
            if around.start < start <= quotation.inside.start or (around.overlaps(Span(start, end)) and around.start >= start - 1):
                start, end = min(start, around.start), max(end, around.end)
        end = _with_coordinated(text, end, marked)
        if spans and (start <= spans[-1].end or not text[spans[-1].end : start].strip(" \t,;")):
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    own = [span for span in spans if not any(span.overlaps(part) for part in find.cue)]
    return tuple(
        span for span in (trimmed(text, span) for span in own) if span and sum(char.isalnum() for char in span.of(text)) >= FEWEST_LETTERS
    )


def _stands(text: str, row: tuple[Find, Spans], holder: tuple[Find, Spans] | None) -> bool:
    """Whether an attribution is one of its own, or only part of what a surrounding one says: "he said he hoped", "I think"."""
    find = row[0]
    named = {word for span in find.source for word in span.of(text).lower().split()}
    if (named and named <= PARTICIPANTS) or {word.strip(".,\"'“”’") for span in row[1] for word in span.of(text).lower().split()} <= EMPTY:
        return False
    if holder is None:
        return True
    if find.pronoun and holder[0].family not in QUOTED:
        return False
    return find.family in NESTING


def _with_coordinated(text: str, end: int, marked: Sequence[Quotation]) -> int:
    """The end moved over further quoted parts that "and" or "or" joins: called it "rash" and "unwise"."""
    while match := COORDINATED.match(text, end):
        following = [quotation.span.end for quotation in between(marked, match.end(), match.end() + 1)]
        if not following:
            break
        end = max(following)
    return end


def _holders(rows: Sequence[tuple[Find, Spans]]) -> list[int | None]:
    """For each row the index of the smallest one whose content holds its cue and content and is larger; rows are sorted by start."""
    found: list[int | None] = []
    active: list[int] = []
    for find, content in rows:
        active = [place for place in active if rows[place][1][-1].end > content[0].start]
        parts = (*find.cue, *content)
        size = _size(content)
        holding = [
            (_size(rows[place][1]), place)
            for place in active
            if _size(rows[place][1]) > size and all(any(span.contains(part) for span in rows[place][1]) for part in parts)
        ]
        found.append(min(holding)[1] if holding else None)
        active.append(len(found) - 1)
    return found


def _size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)

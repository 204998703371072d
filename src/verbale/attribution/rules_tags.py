"""Cues beside quotations, whatever the parse makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.quotes import Quotation
from verbale.attribution.rules_find import Find
from verbale.attribution.rules_tree import Tree
from verbale.values import Span, Spans

NAMING = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "PART", "PUNCT", "ADV", "ADP", "CCONJ"})
NAMED = frozenset({"PROPN", "NOUN", "PRON"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN"})
LONGEST_NAME = 22
"""Tokens up to which words between a quotation and a verb of speech may name the speaker."""


def clipped(find: Find, spoken: Sequence[Quotation]) -> Find | None:
    """A find that respects quotations: what a speaker credits to another stays in the quotation; None where nothing is left.

    A source inside a quotation whose cue stands outside of it is a slip of the parse.
    """
    if not find.cue:
        return find
    around = next((q for q in spoken if q.span.contains(find.cue[0])), None)
    if around is None:
        slip = any(q.span.contains(part) for q in spoken for part in find.source)
        return None if slip else find
    if not all(around.span.contains(part) for part in find.source):
        return find
    content = tuple(piece for piece in (_common(span, around.inside) for span in find.content) if piece is not None)
    return replace(find, content=content) if content else None


def _common(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def near_tags(trees: Iterable[Tree], spoken: Sequence[Quotation], known: Iterable[Find]) -> Iterator[Find]:
    """Tags right behind a quotation that no rule has seen: "…," Orlan wrote."""
    cues = [part for find in known for part in find.cue]
    for tree in trees:
        for quotation in spoken:
            first = next((place for place, start in enumerate(tree.starts) if start >= quotation.span.end), None)
            if first is None:
                continue
            verb = _verb_from(tree, first)
            if verb is None or any(part.overlaps(tree.span(verb, verb)) for part in cues) or _inside(tree, verb, spoken):
                continue
            source = _name(tree, range(first, verb)) or _name(tree, _behind(tree, verb))
            if source:
                yield Find(source, (tree.span(verb, verb),), (), "tag", speech=True)


def _inside(tree: Tree, verb: int, spoken: Sequence[Quotation]) -> bool:
    return any(q.span.overlaps(tree.span(verb, verb)) for q in spoken)


def _verb_from(tree: Tree, first: int) -> int | None:
    """The first verb of speech from a token on, with nothing but a name in front of it."""
    for place in range(first, min(len(tree.tokens), first + LONGEST_NAME)):
        token = tree.tokens[place]
        if token.lemma in lexicon.SPEECH and token.tag in TENSED:
            return place
        if token.pos not in NAMING or token.text in {".", ";", ":", "?", "!"}:
            return None
    return None


def _behind(tree: Tree, verb: int) -> range:
    """The tokens behind a verb up to the next verb, preposition or mark."""
    last = verb + 1
    while last < len(tree.tokens) and tree.tokens[last].pos in NAMING - {"PUNCT", "ADV", "ADP"}:
        last += 1
    return range(verb + 1, last)


def _name(tree: Tree, places: range) -> Spans:
    kept = [place for place in places if tree.tokens[place].pos not in {"ADV", "CCONJ", "PUNCT"}]
    if not kept or not any(tree.tokens[place].pos in NAMED for place in kept):
        return ()
    return tree.spans(range(kept[0], kept[-1] + 1))

"""Cues beside quotations, whatever the parse makes of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.quotes import Quotation, between, enclosing
from verbale.attribution.rules_block import LONGEST_QUOTATION
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
    around = enclosing(spoken, find.cue[0].start)
    if around is None:
        slip = any(enclosing(spoken, part.start) is not None for part in find.source)
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
    seen = {place for find in known for part in find.cue for place in range(part.start, part.end)}
    for tree in trees:
        if not tree.tokens:
            continue
        for quotation in between(spoken, tree.starts[0] - LONGEST_QUOTATION, tree.ends[-1]):
            first = bisect_left(tree.starts, quotation.span.end)
            verb = _verb_from(tree, first) if tree.starts[0] < quotation.span.end <= tree.ends[-1] or first == 0 else None
            if verb is None or tree.starts[verb] in seen or enclosing(spoken, tree.starts[verb]) is not None:
                continue
            source = _name(tree, range(first, verb)) or _name(tree, _behind(tree, verb))
            if source:
                yield Find(source, (tree.span(verb, verb),), (), "tag", speech=True)


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

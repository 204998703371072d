"""A dependency tree over one paragraph, with spans in the whole text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from verbale.attribution.parse import Parse, Token
from verbale.values import Span, Spans

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OPENING_MARKS = "\"'“„«‘`"
LEMMAS = {"hop": "hope", "retweete": "retweet", "according": "accord"}
"""What the lemmatizer takes for another word."""
OPENING_QUOTES = '"“„«`'
EDGES = " \t\u00a0,;:–—-"


class Tree:
    """The tokens of one paragraph by index, their children and subtrees.

    `offset` is the position in `text` of the paragraph that was parsed; every span given is a span of `text`.
    """

    def __init__(self, parse: Parse, *, text: str, offset: int) -> None:
        self.tokens: tuple[Token, ...] = tuple(replace(t, lemma=LEMMAS[t.lemma]) if t.lemma in LEMMAS else t for t in parse.tokens)
        self.text = text
        self.offset = offset
        self.sentences: Spans = tuple(Span(s.start + offset, s.end + offset) for s in parse.sentences)
        self.kids: list[list[int]] = [[] for _ in parse.tokens]
        for index, token in enumerate(parse.tokens):
            if token.head != index:
                self.kids[token.head].append(index)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts in the text."""
        return [token.span.start + self.offset for token in self.tokens]

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends in the text."""
        return [token.span.end + self.offset for token in self.tokens]

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """First and last token of each sentence, by sentence."""
        found = [(len(self.tokens), -1)] * len(self.sentences)
        for index, token in enumerate(self.tokens):
            low, high = found[token.sentence]
            found[token.sentence] = (min(low, index), max(high, index))
        return found

    def head(self, index: int) -> int:
        """The head of a token; a root is its own head."""
        return self.tokens[index].head

    def children(self, index: int, *deps: str) -> list[int]:
        """The children of a token with one of the relations, in text order."""
        return [kid for kid in self.kids[index] if self.tokens[kid].dep in deps]

    def subtree(self, index: int) -> set[int]:
        """The token and all below it."""
        found: set[int] = set()
        waiting = [index]
        while waiting:
            place = waiting.pop()
            if place not in found:
                found.add(place)
                waiting.extend(self.kids[place])
        return found

    def span(self, first: int, last: int) -> Span:
        """The characters from the first token to the last one, both included."""
        return Span(self.starts[first], self.ends[last])

    def spans(self, tokens: Iterable[int]) -> Spans:
        """The runs of the given tokens, trimmed; runs that only punctuation separates are one."""
        runs: list[list[int]] = []
        for index in sorted(tokens):
            if runs and all(self.tokens[between].pos in {"PUNCT", "SPACE"} for between in range(runs[-1][1] + 1, index)):
                runs[-1][1] = index
            else:
                runs.append([index, index])
        trimmed = [self.trimmed(self.span(first, last)) for first, last in runs]
        return tuple(span for span in trimmed if span is not None)

    def trimmed(self, span: Span) -> Span | None:
        """The span without commas, dashes, white space and a leading complementiser at its edges; None if no letter is left."""
        return trimmed(self.text, span)

    def is_verb(self, index: int) -> bool:
        """Whether the token is a verb or an auxiliary."""
        return self.tokens[index].pos in {"VERB", "AUX"}

    def is_finite(self, index: int) -> bool:
        """Whether the verb or one of its auxiliaries carries tense."""
        tags = {self.tokens[place].tag for place in [index, *self.children(index, "aux", "auxpass")]}
        return bool(tags & {"VBD", "VBP", "VBZ", "MD"})


def trimmed(text: str, span: Span) -> Span | None:
    """The span without what its edges should not hold; None if no letter or digit is left."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    if text[start : start + 5].lower() == "that " and start + 5 < end:
        start += 5
    while end > start and text[end - 1] in EDGES:
        end -= 1
    if not any(char.isalnum() for char in text[start:end]):
        return None
    return Span(start, end)

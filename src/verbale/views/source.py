"""What the pages read: a record's dossier, documents, passages and testimonies, whoever keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from verbale.analysis.testimony import Passage, Testimony
from verbale.dossier.model import Dossier
from verbale.values import Document, Published


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document without its text; `statements` counts those found in it."""

    id: str
    path: str
    title: str | None
    url: str | None
    publisher: str | None
    published: Published
    language: str
    statements: int


class Source(Protocol):
    """A record as the pages read it. The order of what it gives plays no part in what is shown."""

    def dossier(self) -> Dossier:
        """The negotiation's dossier."""
        ...

    def testimonies(self) -> Sequence[Testimony]:
        """All statements as their documents report them."""
        ...

    def passages(self) -> Sequence[Passage]:
        """The texts of all documents."""
        ...

    def document(self, document_id: str) -> Document:
        """One document; KeyError where there is none of that id."""
        ...

    def documents(self) -> Sequence[DocumentSummary]:
        """All documents without their texts."""
        ...

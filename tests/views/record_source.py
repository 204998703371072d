"""A record whose findings are made anew: what kept ones must equal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tests.views.scratch import Scratch
from verbale import matching
from verbale.analysis.testimony import Passage, Testimony
from verbale.dossier.model import Dossier
from verbale.record.reader import Reader
from verbale.values import Document, Statement, Utterance


class RecordSource(Scratch):
    """Reads a record once and keeps what it read: make a new one to see what came in since."""

    def __init__(self, reader: Reader, dossier: Dossier) -> None:
        self._reader = reader
        self._dossier = dossier

    def dossier(self) -> Dossier:
        """The negotiation's dossier."""
        return self._dossier

    def document(self, document_id: str) -> Document:
        """One document; KeyError where there is none of that id."""
        return self._texts[document_id]

    def passages(self) -> tuple[Passage, ...]:
        """The texts of all documents, by id."""
        return tuple(Passage(d.id, d.text, d.publisher, d.published, d.furniture) for d in self._texts.values())

    def testimonies(self) -> tuple[Testimony, ...]:
        """All statements as their documents report them, by utterance; empty before the first matching."""
        return self._testimonies

    @cached_property
    def _texts(self) -> dict[str, Document]:
        return {document.id: document for document in self._reader.documents()}

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self._reader.statements()}

    @cached_property
    def _testimonies(self) -> tuple[Testimony, ...]:
        quotes = self._reader.quotes()
        cluster = {document: s.id for s in self._reader.syndications() for document in s.documents}
        publishers = self._dossier.reporting
        return tuple(testimony for utterance in self._reader.utterances() for testimony in self._of(utterance, quotes, cluster, publishers))

    def _of(self, utterance: Utterance, quotes: dict[str, str], cluster: dict[str, str], publishers: frozenset[str]) -> Iterator[Testimony]:
        statements = [self._statements[key] for key in utterance.statements]
        reports = [self._report(statement, cluster) for statement in statements]
        witness = {key: found.key for found in matching.witnesses(reports, publishers=publishers) for key in found.statements}
        for statement in statements:
            document = self._texts[statement.document]
            yield Testimony(
                statement=statement,
                quote=quotes[statement.id],
                utterance=utterance.id,
                publisher=document.publisher,
                published=document.published,
                witness=witness[statement.id],
                title=document.title,
            )

    def _report(self, statement: Statement, cluster: dict[str, str]) -> matching.Report:
        document = self._texts[statement.document]
        publisher = self._dossier.publisher(document.publisher)
        return matching.Report(
            statement=statement.id,
            document=document.id,
            publisher=publisher.name if publisher is not None else document.publisher,
            published=document.published,
            channel=statement.resolution.channel,
            syndication=cluster.get(document.id),
        )

"""The order of the stages: documents → attribution → resolve → coding → matching. The only place where they meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale import coding, matching, resolve
from verbale.attribution import Attributor
from verbale.dossier.model import Dossier
from verbale.ids import code_id, content_id, statement_id
from verbale.matching.wording import Wording
from verbale.values import Document, Speaker, Statement, Syndication, Utterance, quote

CHARACTERS_AT_ONCE = 400_000
"""How much text is attributed in one call, so that memory is bounded whatever the articles' length."""


@dataclass(frozen=True, slots=True)
class Stages:
    """The per-document stages, ready to run; `fingerprint` changes whenever their results may."""

    attributor: Attributor
    index: resolve.ActorIndex
    coder: coding.Coder
    fingerprint: str

    @classmethod
    def of(cls, attributor: Attributor, dossier: Dossier) -> Stages:
        """The stages for one dossier."""
        coder = coding.Coder.of(dossier)
        method = code_id("attribution", "resolve", "coding")
        name = content_id("stages", attributor=attributor.name, method=method, dossier=dossier.fingerprint)
        return cls(attributor, resolve.ActorIndex.of(dossier), coder, name)


def code(documents: Sequence[Document], stages: Stages) -> list[tuple[Statement, ...]]:
    """The statements of each document, in the order given; free to run anywhere, in any order."""
    coded: list[tuple[Statement, ...]] = []
    for batch in _batches(documents):
        for document, found in zip(batch, stages.attributor.attribute(batch), strict=True):
            resolutions = resolve.resolve(document, found, stages.index)
            codings = coding.code(document, found, resolutions, stages.coder)
            parts = enumerate(zip(found, resolutions, codings, strict=True))
            coded.append(tuple(Statement(statement_id(document.id, a), document.id, i, a, r, c) for i, (a, r, c) in parts))
    return coded


def _batches(documents: Sequence[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and size + len(document.text) > CHARACTERS_AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
    if batch:
        yield batch


def wordings(document: Document, statements: Iterable[Statement]) -> list[Wording]:
    """What matching reads of one document's statements."""
    return [
        Wording(
            statement=s.id,
            document=document.id,
            speaker=_key(s.resolution.speaker),
            party=s.resolution.party,
            said_on=s.resolution.said_on.on,
            published_on=document.published.on,
            kind=s.attribution.kind,
            text=quote(document.text, s.attribution.content),
            position=s.attribution.content[0].start,
            issues=tuple(code.issue for code in s.coding.issues),
            nested=s.attribution.nested_in is not None,
        )
        for s in statements
    ]


def _key(speaker: Speaker | None) -> str | None:
    return None if speaker is None else speaker.id or " ".join(speaker.name.casefold().split())


def match(coded: Iterable[tuple[Document, Sequence[Statement]]]) -> tuple[tuple[Utterance, ...], tuple[Syndication, ...]]:
    """The utterances and the syndications of a whole corpus; the order of arrival does not matter."""
    words: list[Wording] = []
    prints: list[matching.Fingerprinted] = []
    for document, statements in coded:
        words += wordings(document, statements)
        prints.append(matching.fingerprint(document))
    return matching.utterances(words), matching.syndications(prints)

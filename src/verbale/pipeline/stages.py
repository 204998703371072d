"""The order of the stages: documents → attribution → resolve → coding → matching. The only place where they meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verbale import coding, matching, resolve
from verbale.attribution import Attributor
from verbale.attribution.narrated import stated
from verbale.dossier.model import Dossier
from verbale.ids import code_id, content_id, statement_id
from verbale.values import Document, Statement, Syndication, Utterance, Wording, quote


@dataclass(frozen=True, slots=True)
class Stages:
    """The per-document stages, ready to run; `fingerprint` changes whenever their results may, `agencies` are the dossier's.

    Where the dossier has parties, only their and others' statements count: what a reporter narrates of them is left out.
    """

    attributor: Attributor
    index: resolve.ActorIndex
    coder: coding.Coder
    fingerprint: str
    agencies: frozenset[str]
    negotiated: bool = False

    @classmethod
    def of(cls, attributor: Attributor, dossier: Dossier, identities: Sequence[resolve.Identity] = ()) -> Stages:
        """The stages for one dossier and the standing judgements on identity."""
        coder = coding.Coder.of(dossier)
        told = sorted([i.name, i.document or "", i.actor or "", i.other or "", i.same] for i in identities)
        method = code_id("attribution", "resolve", "coding")
        name = content_id("stages", attributor=attributor.name, method=method, dossier=dossier.fingerprint, identities=told)
        return cls(attributor, resolve.ActorIndex.of(dossier, identities), coder, name, dossier.agencies, bool(dossier.parties))


def code(document: Document, stages: Stages) -> tuple[Statement, ...]:
    """The statements of one document; free to run anywhere, in any order.

    One document at a time: numeric libraries round differently in batches of other shapes, and a record must not depend on
    which articles happened to arrive together. What is left out as narrated is resolved, too: days and channels are told with it.
    """
    (found,) = stages.attributor.attribute([document])
    if not found:
        return ()
    resolutions = resolve.resolve(document, found, stages.index)
    codings = coding.code(document, found, resolutions, stages.coder)
    kept = stated(document.text, found) if stages.negotiated else tuple(enumerate(found))
    return tuple(
        Statement(statement_id(document.id, attribution), document.id, position, attribution, resolutions[number], codings[number])
        for position, (number, attribution) in enumerate(kept)
    )


def wordings(document: Document, statements: Iterable[Statement]) -> list[Wording]:
    """What matching reads of one document's statements."""
    return [
        Wording(
            statement=s.id,
            document=document.id,
            speaker=s.resolution.speaker.key if s.resolution.speaker else None,
            said_on=s.resolution.said_on.on,
            published_on=document.published.on,
            kind=s.attribution.kind,
            text=quote(document.text, s.attribution.content),
            position=s.attribution.content[0].start,
            nested=s.attribution.nested_in is not None,
        )
        for s in statements
    ]


def match(
    coded: Iterable[tuple[Document, Sequence[Statement]]], *, agencies: frozenset[str]
) -> tuple[tuple[Utterance, ...], tuple[Syndication, ...]]:
    """The utterances and the syndications of a whole corpus; the order of arrival does not matter.

    `agencies` are ids and names of publishers whose texts others carry: their own text heads a cluster of copies.
    """
    words: list[Wording] = []
    prints: list[matching.Fingerprinted] = []
    for document, statements in coded:
        words += wordings(document, statements)
        prints.append(matching.fingerprint(document))
    return matching.utterances(words), matching.syndications(prints, agencies=agencies)

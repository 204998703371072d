"""A dossier from nothing: what the articles alone tell of parties, people, issues and publishers, for a person to edit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from verbale.attribution import Attributor
from verbale.dossier.dump import dump_dossier
from verbale.dossier.model import Negotiation
from verbale.pipeline.extract_of_wikidata import entities
from verbale.resolve import Place, propose
from verbale.resolve.wikidata import enriched
from verbale.values import Document, Span


def proposed_dossier(
    documents: Sequence[Document], attributor: Attributor, negotiation: Negotiation, *, wikidata: Path | None = None
) -> str:
    """The proposal as YAML text that loads as a dossier; behind each row its probability and the first place that speaks for it.

    `wikidata` is an offline extract that completes the people; UsageError where it is none.
    """
    attributions = [attributor.attribute([document])[0] for document in documents]
    found = propose(documents, attributions)
    if wikidata is not None:
        found = enriched(found, lambda: entities(wikidata))
    texts = {document.id: document for document in documents}
    notes = {("parties", one.row.id): _note(one.probability, one.places, texts) for one in found.parties}
    notes |= {("actors", one.row.id): _note(one.probability, one.places, texts) for one in found.actors}
    notes |= {("publishers", one.row.id): _note(one.probability, one.places, texts) for one in found.publishers}
    notes |= {("issues", one.row.id): _note(one.probability, one.places, texts) for one in found.issues}
    return dump_dossier(found.dossier(negotiation), notes=notes)


def _note(probability: float, places: Sequence[Place], texts: dict[str, Document]) -> str:
    if not places:
        return f"{probability:.2f}"
    document, span = texts[places[0].document], places[0].span
    words = " ".join(span.of(document.text).split())
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    if span == Span(0, 1):  # the document as such, not words of it
        return f"{probability:.2f}: {document.path}{more}"
    return f'{probability:.2f}: "{words}", {document.path}:{span.start}-{span.end}{more}'

"""What can be had of articles without a record: their attributions, and a draft of a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verbale.dossier import Dossier, Negotiation, load_dossier
from verbale.errors import UsageError
from verbale.settings import Settings

if TYPE_CHECKING:
    from verbale.documents import Limits, Retrieved, Skipped
    from verbale.documents.outcomes import Context
    from verbale.pipeline.runner import Progress
    from verbale.values import Document, Statement


def silent(stage: str, done: int, total: int | None) -> None:
    """Progress for nobody."""


def extract(
    sources: Sequence[str | Path],
    *,
    dossier: Dossier | Path | str | None = None,
    settings: Settings | None = None,
    progress: Progress = silent,
    skipped: list[Skipped] | None = None,
) -> Iterator[dict[str, Any]]:
    """The attributions of articles without any record: one mapping a document, as `verbale extract` prints it.

    Utterances are matched over all the documents of one call. Inputs that cannot be read are appended to `skipped`.
    """
    from verbale.engines.load import load_attributor
    from verbale.export.lines import document_line
    from verbale.pipeline.stages import Stages, code, match
    from verbale.resolve import dated_by_neighbours

    known = dossier if isinstance(dossier, Dossier) else load_dossier(Path(dossier)) if dossier is not None else Dossier()
    documents = _documents(retrieved(sources, known), progress, skipped)
    stages = Stages.of(load_attributor(settings or Settings.from_environment()), known)
    coded: list[tuple[Document, tuple[Statement, ...]]] = []
    for document in dated_by_neighbours(documents):
        coded.append((document, code(document, stages)))
        progress("code", len(coded), len(documents))
    utterances, _ = match(coded, agencies=stages.agencies)
    of = {statement: utterance.id for utterance in utterances for statement in utterance.statements}
    for document, statements in coded:
        yield document_line(document, statements, of)


def propose_dossier(
    sources: Sequence[str | Path],
    *,
    negotiation: Negotiation,
    wikidata: Path | None = None,
    settings: Settings | None = None,
    progress: Progress = silent,
    skipped: list[Skipped] | None = None,
) -> str:
    """A draft of a dossier from articles alone, as YAML; behind each row its probability and a place that speaks for it.

    `wikidata` names an offline extract of Wikidata that completes the people. Raises UsageError where no article could be read.
    """
    from verbale.engines.load import load_attributor
    from verbale.pipeline.proposing import proposed_dossier

    documents = _documents(retrieved(sources, Dossier(negotiation)), progress, skipped)
    if not documents:
        raise UsageError("No article came in to propose a dossier from. Name files, folders or addresses of articles.")
    return proposed_dossier(documents, load_attributor(settings or Settings.from_environment()), negotiation, wikidata=wikidata)


def retrieved(
    sources: Sequence[str | Path], dossier: Dossier, *, columns: Mapping[str, str] | None = None
) -> Iterator[Retrieved | Skipped]:
    """Every input as a document or as skipped, read with what the dossier knows of publishers and of the time."""
    from verbale.documents import read

    return read([str(source) for source in sources], publishers=dossier.publishers, within=_within(dossier), columns=columns)


def reading(dossier: Dossier, *, limits: Limits) -> Context:
    """What every reader is told of a dossier."""
    from verbale.documents import context_of

    return context_of(publishers=dossier.publishers, limits=limits, within=_within(dossier))


def _documents(inputs: Iterable[Retrieved | Skipped], progress: Progress, skipped: list[Skipped] | None) -> list[Document]:
    from verbale.documents import Retrieved

    documents: list[Document] = []
    for item in inputs:
        if isinstance(item, Retrieved):
            documents.append(item.document)
            progress("read", len(documents), None)
        elif skipped is not None:
            skipped.append(item)
    return documents


def _within(dossier: Dossier) -> tuple[date, date] | None:
    talks = dossier.negotiation
    return (talks.begins, talks.ends) if talks.begins and talks.ends else None

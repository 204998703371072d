"""The brief: one page on where the talks stand, every sentence cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from verbale.views.brief_parts import Writer
from verbale.views.brief_points import agreed, changed, contradicted, differences, unknown
from verbale.views.brief_talks import met, on_offer, standing
from verbale.views.found import MOST, Findings
from verbale.views.page import CitationView, Paragraph, Section
from verbale.views.source import Basis, Source, Wanted


@dataclass(frozen=True, slots=True)
class BriefView:
    """One page on a negotiation. `basis` says in words what it rests on; `sections` are never empty; `latest` is the last day it knows."""

    title: str
    as_of: date | None
    latest: date | None
    basis: str
    documents: int
    publishers: int
    statements: int
    sections: tuple[Section, ...]
    citations: tuple[CitationView, ...]


_SECTIONS: tuple[tuple[str, str, Callable[[Writer], tuple[Paragraph, ...]]], ...] = (
    ("standing", "Where the talks stand", standing),
    ("agreed", "What is agreed", agreed),
    ("offer", "What is on offer", on_offer),
    ("differences", "Where they differ", differences),
    ("changed", "What changed", changed),
    ("contradicted", "What is contradicted", contradicted),
    ("rounds", "The rounds", met),
    ("unknown", "What is unknown", unknown),
)


def brief(source: Source, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> BriefView:
    """The brief as of a day, inclusive; of one issue or one party only where asked. A section without support is not written."""
    findings = Findings(source, Wanted(as_of, issue, party, most=MOST))
    writer = Writer(source, findings)
    sections = []
    for section_id, heading, write in _SECTIONS:
        paragraphs = tuple(paragraph for paragraph in write(writer) if paragraph.sentences)
        if paragraphs:
            sections.append(Section(section_id, heading, paragraphs))
    return BriefView(
        title=source.dossier().negotiation.title,
        as_of=as_of,
        latest=findings.basis.latest,
        basis=_basis(findings.basis),
        documents=findings.basis.documents,
        publishers=findings.basis.publishers,
        statements=findings.basis.statements,
        sections=tuple(sections),
        citations=writer.citations.views(),
    )


def _basis(basis: Basis) -> str:
    """What the page rests on, counted."""
    text = f"{_counted(basis.statements, 'statement')} in {_counted(basis.documents, 'article')}"
    if basis.publishers:
        text += f" from {_counted(basis.publishers, 'named publisher')}"
    if basis.unnamed:
        text += f", {basis.unnamed} without a publisher's name" if basis.publishers else " without a publisher's name"
    return text


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

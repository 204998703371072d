"""What analysis reads: a statement with what it needs of its document, quotation and utterance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verbale.values import Published, Spans, Statement


@dataclass(frozen=True, slots=True)
class Testimony:
    """One statement as one document reports it.

    `quote` is the content's characters (values.quote). `witness` names the independent publisher group that the document belongs to:
    equal for syndicated copies and for documents that cite the same agency for it. `utterance` is the utterance's id.
    """

    statement: Statement
    quote: str
    utterance: str
    publisher: str | None
    published: Published
    witness: str
    title: str | None = None

    @property
    def day(self) -> date | None:
        """The day it was said, or else the day of publication; None where neither is known."""
        return self.statement.resolution.said_on.on or self.published.on

    @property
    def content(self) -> Spans:
        """The content's spans in the document's text."""
        return self.statement.attribution.content


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one document as analysis reads it for what no one is credited with: meetings and terms in the reporter's voice."""

    document: str
    text: str
    publisher: str | None
    published: Published
    furniture: Spans = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Where something stands: spans in one document, and the statement if one is cited."""

    document: str
    spans: Spans
    statement: str | None = None

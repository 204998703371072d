"""Document → attributions: source, cue, content, nesting. Pure, given its models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from verbale.values import Attribution, Document

__all__ = ["Attributor"]


class Attributor(Protocol):
    """Finds who is credited with what, in which words.

    `name` goes into `found_by` and into every cache key: a change of behaviour is a new name. `attribute` gives one tuple a document,
    sorted by the first position of the content; no content lies in the document's furniture.
    """

    @property
    def name(self) -> str:
        """The name and version of the method."""
        ...

    def attribute(self, documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
        """The attributions of each document, in the order given."""
        ...

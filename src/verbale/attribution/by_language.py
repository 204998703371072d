"""One method for the languages it knows, another for the rest."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from verbale.attribution import Attributor
from verbale.values import Attribution, Document


class ByLanguage:
    """Attributes documents of `languages` (ISO 639-1) by `known`, all others by `other`."""

    def __init__(self, known: Attributor, other: Attributor, *, languages: Collection[str]) -> None:
        self._known, self._other, self._languages = known, other, frozenset(languages)

    @property
    def name(self) -> str:
        """Both methods' names."""
        return f"{self._known.name}+{self._other.name}"

    def attribute(self, documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
        """The attributions of each document, in the order given."""
        return [(self._known if d.language in self._languages else self._other).attribute([d])[0] for d in documents]

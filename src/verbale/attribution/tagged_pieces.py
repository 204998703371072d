"""Word pieces of an uncased vocabulary (Devlin et al. 2019), one word at a time and remembered."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

PAD, UNKNOWN, CLS, SEP, MASK = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"
LONGEST_WORD = 60  # characters; a longer one is a URL or noise and is read as unknown
REMEMBERED = 200_000  # words; bounds the memory of a long run


class Pieces:
    """Splits words into vocabulary indices, longest match first."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._index = {piece: i for i, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.pad, self.unknown, self.cls, self.sep, self.mask = (self._index[p] for p in (PAD, UNKNOWN, CLS, SEP, MASK))

    def of(self, word: str) -> tuple[int, ...]:
        """The indices of the word's pieces, at least one."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._split(word)
        return known

    def _split(self, word: str) -> tuple[int, ...]:
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        if not plain or len(plain) > LONGEST_WORD:
            return (self.unknown,)
        pieces: list[int] = []
        start = 0
        while start < len(plain):
            end = len(plain)
            while end > start:
                piece = self._index.get(plain[start:end] if not start else "##" + plain[start:end])
                if piece is not None:
                    break
                end -= 1
            else:
                return (self.unknown,)
            pieces.append(piece)
            start = end
        return tuple(pieces)

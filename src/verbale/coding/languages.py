"""The grammars, by language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from verbale.coding.grammar import Grammar
from verbale.coding.grammar_english import ENGLISH

_CYRILLIC = re.compile(r"[а-яіїєґ]", re.IGNORECASE)
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)


def grammar_of(language: str) -> Grammar:
    """The grammar of a document's language (ISO 639-1); that of English for a language without one."""
    return _slavic()[language] if language in ("ru", "uk") else ENGLISH


def grammar_for(words: str) -> Grammar:
    """The grammar for words of a dossier, whose language nobody tells, by their letters."""
    if not _CYRILLIC.search(words):
        return ENGLISH
    return grammar_of("uk" if _UKRAINIAN.search(words) else "ru")


@cache
def _slavic() -> Mapping[str, Grammar]:
    from verbale.coding.grammar_slavic import RUSSIAN, UKRAINIAN  # half a second of patterns that English texts need not wait for

    return {"ru": RUSSIAN, "uk": UKRAINIAN}

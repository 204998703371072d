"""The grammars, by language."""

from __future__ import annotations

import re
from functools import cache

from verbale.coding.grammar import Grammar
from verbale.coding.grammar_english import ENGLISH

_SLAVIC_LANGUAGES = frozenset({"ru", "uk"})
_CYRILLIC = re.compile(r"[а-яіїєґ]", re.IGNORECASE)


def grammar_of(language: str) -> Grammar:
    """The grammar of a document's language (ISO 639-1); that of English for a language without one."""
    return _slavic() if language in _SLAVIC_LANGUAGES else ENGLISH


def grammar_for(words: str) -> Grammar:
    """The grammar for words of a dossier, whose language nobody tells, by their letters."""
    return _slavic() if _CYRILLIC.search(words) else ENGLISH


@cache
def _slavic() -> Grammar:
    from verbale.coding.grammar_slavic import SLAVIC  # half a second of patterns that English texts need not wait for

    return SLAVIC

"""The grammars, by language."""

from __future__ import annotations

import re

from verbale.coding.grammar import Grammar
from verbale.coding.grammar_english import ENGLISH

_GRAMMARS: dict[str, Grammar] = {}
_CYRILLIC = re.compile(r"[а-яіїєґ]", re.IGNORECASE)


def grammar_of(language: str) -> Grammar:
    """The grammar of a document's language (ISO 639-1); that of English for a language without one."""
    return _GRAMMARS.get(language, ENGLISH)


def grammar_for(words: str) -> Grammar:
    """The grammar for words of a dossier, whose language nobody tells, by their letters."""
    return ENGLISH

"""Who wrote an article: the names in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BY = re.compile(r"^(?:(?:\w+\s+){0,2}by|von|por|par|door|af|di|autore?|author|автор|автори|авторы)\b\s*:?\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+|(?<!\w)@\w+")
_APART = re.compile(r"\s*[;|\n]\s*")
_JOINED = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|with|og|och|und|en|et|y|e|и|та|й)\s+")
_WHERE = re.compile(r"\s+(?:in|at|for|from)\s+[^\W\d_a-z].*$")
_NAME = re.compile(r"(?:[^\W\d_a-zа-яіїєґё][\w.'’-]*|[dl]['’]\w+|[dvzb]\w{0,2}|al|el|bin|ibn|ben|abu|van|von|der|della)", re.UNICODE)
_LINE = re.compile(r"^(?:by|von|por|par|автор:?)\s+\S.{2,80}$", re.IGNORECASE)
_TOP_LINES, _MOST_WORDS = 8, 5
_LONGEST = 100  # characters: more is no byline


def names_in(values: Iterable[str | None]) -> tuple[str, ...]:
    """The names in bylines, each once, in order; what can't be told apart stays as it is given, addresses are dropped.

    A byline is parted at its commas and conjunctions only where a person's name, two to five words, comes of it; what then is none, such as
    "Moscow correspondent", is left out.
    """
    found: dict[str, None] = {}
    for value in values:
        for part in _APART.split(_ADDRESS.sub(" ", value or "")):
            plain = " ".join(_BY.sub("", part.strip(" ()[]\t")).split()).strip(" ,()")
            names = [name for name in (_WHERE.sub("", one) for one in _JOINED.split(plain)) if _is_name(name)]
            for name in names or [plain]:
                if name and len(name) <= _LONGEST:
                    found.setdefault(name)
    return tuple(found)


def byline(text: str) -> tuple[str, ...]:
    """The names on the first line near a text's top that is a byline ("By Mara Ilves and Otto Brandt") and nothing else."""
    top = [line.strip(" *_#>") for line in text[:2000].splitlines() if line.strip()][:_TOP_LINES]
    for line in filter(_LINE.match, top):
        names = names_in([line])
        if all(map(_is_name, names)):
            return names
    return ()


def _is_name(words: str) -> bool:
    parts = words.split()
    return (
        2 <= len(parts) <= _MOST_WORDS and all(map(_NAME.fullmatch, parts)) and all(part.lower() != part for part in (parts[0], parts[-1]))
    )

"""The language of a text as ISO 639-1."""

from __future__ import annotations

import re
from functools import lru_cache

_ENGLISH = frozenset(
    """
    the of and to that said with for was were has have from by is are his her their this which not but who would
    """.replace("\n", " ").split()
)
_ENOUGH_ENGLISH = 0.18
_FEWEST_LETTERS = 24
_SAMPLE = 2000
_CODE = re.compile(r"^\s*([A-Za-z]{2})(?:[-_][\w-]*)?\s*$")


def declared_language(code: str | None) -> str | None:
    """The two-letter code of a declaration such as `en-GB`."""
    match = _CODE.match(code or "")
    return match[1].lower() if match else None


def language_of(text: str, *, declared: str | None = None) -> str:
    """The language declared, else detected from the text's start; "en" where there is too little text to tell.

    The detector is py3langid (Lui and Baldwin 2012, langid.py); it is only loaded when English function words do not settle it.
    """
    if code := declared_language(declared):
        return code
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    if sum(map(len, words)) < _FEWEST_LETTERS or sum(word in _ENGLISH for word in words) >= _ENOUGH_ENGLISH * len(words):
        return "en"
    return _detected(sample)


@lru_cache(maxsize=4096)
def _detected(sample: str) -> str:
    import py3langid

    code, _score = py3langid.classify(sample)
    return str(code)

"""Words of quotations as analysis compares them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from verbale.analysis.testimony import Testimony
from verbale.values import Span

JOINT = " … "
"""What stands between the pieces of a quotation (values.quote)."""

_STOP_WORDS = (
    "a an and are as at be been but by for from had has have he her his i in into is it its not of on or our she so some than that "
    "the their them there they this those to too up was we were what when which who will with would you your about after all also "
    "any because before can could did do does if may more must no now only other over own said say says should such these under "
    "until very while within "
)
_STOP = frozenset(_STOP_WORDS.split())
_BLANKS = {place: " " for place in range(128) if not chr(place).isalnum()} | {ord("'"): None}


def lowered(text: str) -> str:
    """A text in small letters, of the same length, so that a place in one is a place in the other."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def has_any(text: str, parts: Iterable[str]) -> bool:
    """Whether a text has one of the parts: much cheaper than a pattern that needs one of them."""
    return any(map(text.__contains__, parts))


@lru_cache(maxsize=200_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order: folded to lower case without accents and apostrophes."""
    return tuple((text if text.isascii() else anyascii(text)).casefold().translate(_BLANKS).split())


@lru_cache(maxsize=200_000)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, by their first six letters: "neutral" and "neutrality" are one."""
    return frozenset(map(_STEMS.__getitem__, words(text))) - _NOTHING


class _Stems(dict[str, str]):
    """The beginning of each word that carries meaning, nothing for the others: told once for a word."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_STEMS:
            self.clear()
        self[word] = word[:6] if len(word) > 2 and word not in _STOP else ""
        return self[word]


MOST_STEMS = 200_000
"""Words whose beginnings are kept."""

_STEMS = _Stems()
_NOTHING = frozenset({""})


_ENDS = re.compile(r"[.!?…][\"”’'»)\]]*(?=\s|$)")


def sentences_of(testimony: Testimony) -> tuple[tuple[Span, str], ...]:
    """The sentences of a testimony's content with their places in the document; those of one span never reach into the next."""
    found: list[tuple[Span, str]] = []
    at = 0
    for span in testimony.content:
        piece = testimony.quote[at : at + span.end - span.start]
        at += len(piece) + len(JOINT)
        start = 0
        for end in (*(match.end() for match in _ENDS.finditer(piece)), len(piece)):
            text = piece[start:end].strip()
            if text:
                lead = piece.index(text, start)
                found.append((Span(span.start + lead, span.start + lead + len(text)), text))
            start = end
    return tuple(found)

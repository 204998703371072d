"""Words of quotations as analysis compares them."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_STOP_WORDS = (
    "a an and are as at be been but by for from had has have he her his i in into is it its not of on or our she so some than that "
    "the their them there they this those to too up was we were what when which who will with would you your about after all also "
    "any because before can could did do does if may more must no now only other over own said say says should such these under "
    "until very while within "
)
_STOP = frozenset(_STOP_WORDS.split())


@lru_cache(maxsize=200_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order: folded to lower case without accents and apostrophes."""
    return tuple(
        re.findall(r"[^\W_]+", anyascii(text).replace("'", "").casefold() if not text.isascii() else text.replace("'", "").casefold())
    )


@lru_cache(maxsize=200_000)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, by their first six letters: "neutral" and "neutrality" are one."""
    return frozenset(word[:6] for word in words(text) if len(word) > 2 and word not in _STOP)

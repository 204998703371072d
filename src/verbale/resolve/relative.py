"""Whom a "who" means: the name before it, or somebody unnamed or some people whom the words before it bring in."""

from __future__ import annotations

import re

from verbale.dossier.bodies import GROUP_WORDS
from verbale.resolve.cast import Cast
from verbale.resolve.found import Found, of_figure
from verbale.resolve.index import ActorIndex
from verbale.resolve.phrases import phrase_of, unnamed
from verbale.resolve.text import Reading
from verbale.values import Span, Speaker

_GROUP = re.compile(
    r"(?P<who>\b(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Ss]everal|[Tt]hose|[Mm]ost|[Tt]wo|[Tt]hree|\d+)\s+"
    r"(?:(?!(?:to|of|by|with|from|for|and|or|in|on|at|that)\b)[\w-]+\s+){0,2})?[\w-]+s)$"
)
_TITLED = re.compile(r",\s+(?:(?:the|an?|[A-Z][\w.]*['’]s)\s+)?(?:[\w-]+\s+){0,4}[\w-]+$")
"""What may tell more of a name before a "who": "Hentz, Velmark's foreign minister who …"."""
_SOMEBODY = re.compile(
    r"(?<!,\s)\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s+(?:(?!(?:to|of|by|with|from|for|and|or|in|on|at|that|but)\b)[\w.’'-]+\s+){0,4}[a-z][\w-]+$"
)
"""Somebody whom the words before a "who" bring in: "a Velmark official who …"."""


def relative(position: int, *, reading: Reading, cast: Cast, index: ActorIndex) -> Found | None:
    """Whom a "who" right behind a name, somebody unnamed or a group of people means; None where something stands between."""
    text = reading.text
    end = len(text[:position].rstrip(" ,(–—"))
    for mention in reversed(cast.within(Span(max(0, end - 60), end + 2))):
        if mention.span.end == end:
            return of_figure(mention.figure, "pronoun", 0.9)
    titled = _TITLED.search(text, max(0, end - 90), end)
    if titled is not None and titled.group().split()[-1].casefold() not in GROUP_WORDS:
        for mention in cast.within(Span(max(0, titled.start() - 60), titled.start() + 1)):
            if mention.span.end == titled.start() and mention.figure.person:
                return of_figure(mention.figure, "pronoun", 0.8)
    one = _SOMEBODY.search(text, max(0, end - 80), end)
    if one is not None and one.group().split()[-1].casefold() not in GROUP_WORDS:
        speaker, party = unnamed(phrase_of(one.group()), index)
        return Found(speaker, party, None, "unnamed", "person", None, 0.6)
    group = _GROUP.search(text, max(0, end - 80), end)
    last = group["who"].split()[-1] if group is not None else ""
    if group is None or (last[:1].isupper() and last.casefold() not in GROUP_WORDS):
        return None
    return Found(Speaker(None, group["who"]), None, None, "unnamed", "group", None, 0.6)

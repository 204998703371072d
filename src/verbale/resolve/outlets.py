"""Outlets by any form of their name, and the country at home in each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from verbale.resolve.lexicon_media import EDITIONS, HOMES, MEDIA, OUTLET_NOUNS

KNOWN = {form: name for name, forms in MEDIA for form in (*forms, name.casefold())}
"""The usual names of the known media by the forms that name them, in lower case."""
_SECTION = re.compile(r"\s*\(.*?\)|\s+-\s+.*$|\s+(?:Online\s+)?News$")
"""What an archive adds to an outlet's name: "Harbour Times (Web News)", "Harbour Times - News"."""


def outlet_named(name: str, outlets: Mapping[str, str]) -> str | None:
    """The outlet that a speaker's name is: a known one, one of its editions, or one whose name says so; None for a person's."""
    words = name.casefold().removeprefix("the ").split()
    own = len(words)
    while own > 1 and " ".join(words[:own]) not in outlets and words[own - 1] in EDITIONS:
        own -= 1
    known = outlets.get(" ".join(words[:own])) or outlets.get("the " + " ".join(words[:own]))
    return known or (name if len(words) > 1 and words[-1] in OUTLET_NOUNS else None)


def home_of(publisher: str | None) -> str | None:
    """The country (its code in lexicon_countries) whose offices an outlet names without it; None where that is not known."""
    names = dict.fromkeys((publisher, _SECTION.sub("", publisher))) if publisher is not None else ()
    return next((HOMES[known] for name in names if (known := outlet_named(name, KNOWN) or name) in HOMES), None)

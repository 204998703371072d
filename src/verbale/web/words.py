"""How values read on a page."""

from __future__ import annotations

from datetime import date
from typing import Any

from verbale.values import Known

KNOWN = {
    Known.STATED: "",
    Known.FEED: "from the feed",
    Known.URL: "from the address",
    Known.TEXT: "from the text",
    Known.INFERRED: "inferred",
    Known.UNKNOWN: "unknown",
}


def day(value: date | None) -> str:
    """A day as 9 April 2025; "undated" where there is none."""
    return f"{value.day} {value:%B %Y}" if value else "undated"


def number(count: int, word: str) -> str:
    """ "1 witness", "2 witnesses"."""
    return f"{count} {word if count == 1 else word + ('es' if word.endswith('s') else 's')}"


def known(value: Known) -> str:
    """How a date is known, in words; empty where it is stated."""
    return KNOWN[value]


def cited(citations: Any, numbers: Any) -> list[Any]:
    """The citations of those numbers, which count from 1."""
    return [citations[number - 1] for number in numbers]


FILTERS = {"day": day, "number": number, "known": known, "cited": cited}

"""How values read on a page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby
from typing import Any

from verbale.analysis import Progress
from verbale.dossier.model import Dossier, PartyKind
from verbale.values import Known, Span
from verbale.views.columns import Column
from verbale.views.listing import party_name, publisher_name, speaker_name
from verbale.views.lists import AccountItem
from verbale.views.retold import route_text
from verbale.views.table import Cell, Heading, TableView

KNOWN = {
    Known.STATED: "",
    Known.FEED: "from the feed",
    Known.URL: "from the address",
    Known.TEXT: "from the text",
    Known.INFERRED: "inferred",
    Known.UNKNOWN: "unknown",
}


@lru_cache(maxsize=4096)
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


def sides(rows: Sequence[Heading], dossier: Dossier) -> tuple[list[Heading], list[Heading]]:
    """The parties that get a column of their own, the sides, and the others; without a side or beside one other, all get one."""
    kinds = {party.id: party.kind for party in dossier.parties}
    main = [row for row in rows if kinds.get(row.id) is PartyKind.SIDE]
    others = [row for row in rows if row not in main]
    return (main, others) if main and len(others) > 1 else (main + others, [])


def cell(view: TableView, party: str, issue: str) -> Cell:
    """The table's cell of a party and an issue."""
    return next(found for found in view.cells if (found.party, found.issue) == (party, issue))


def telling(view: TableView, issue: str, rows: Iterable[Heading]) -> list[Heading]:
    """The parties that said something on an issue."""
    return [row for row in rows if cell(view, row.id, issue).stance is not None]


def together(accounts: Iterable[AccountItem]) -> list[list[AccountItem]]:
    """Accounts grouped where they give one utterance in the same words, in the order of first mention."""
    groups: dict[tuple[str, str], list[AccountItem]] = {}
    for account in accounts:
        groups.setdefault((account.utterance, account.quote.text), []).append(account)
    return list(groups.values())


def marked(text: str, spans: Iterable[Span]) -> list[tuple[str, bool]]:
    """A text cut where spans begin and end, with whether a piece lies in one; spans follow one another."""
    pieces, at = [], 0
    for span in spans:
        pieces += [(text[at : span.start], False), (text[span.start : span.end], True)]
        at = span.end
    return [(piece, inside) for piece, inside in (*pieces, (text[at:], False)) if piece]


def against(text: str, first: str) -> list[tuple[str, bool]]:
    """A wording cut into runs of words, with whether the first wording lacks them; case and punctuation do not count."""
    pieces, other = re.findall(r"\s*\S+|\s+", text), re.findall(r"\S+", first)
    bare = [re.sub(r"\W", "", piece).casefold() for piece in pieces]
    known = [re.sub(r"\W", "", piece).casefold() for piece in other]
    runs: list[tuple[str, bool]] = []
    for kind, start, end, _, _ in SequenceMatcher(None, bare, known, autojunk=False).get_opcodes():
        if start < end:
            run = "".join(pieces[start:end])
            words = run.lstrip()
            runs += [(run[: -len(words)], False), (words, kind != "equal")] if words else [(run, False)]
    return runs


def pairs(items: Iterable[Any], name: str = "name") -> list[tuple[str, str]]:
    """The ids and names of things to choose from."""
    return [(item.id, getattr(item, name)) for item in items]


def narrowed(asked: Mapping[str, str], names: Iterable[str], dossier: Dossier) -> list[str]:
    """What is asked of a page under some names, in words: "since 3 April 2025", "in articles", a party's name."""
    return [_narrowing(name, asked[name], dossier) for name in names if asked.get(name)]


_DAYS = {"since": "since", "until": "until", "as_of": "as of"}
_PLAIN = {"in": "in", "language": "language"}


def _narrowing(name: str, value: str, dossier: Dossier) -> str:
    if name in _DAYS:
        return f"{_DAYS[name]} {day(date.fromisoformat(value))}"
    if name in _PLAIN:
        return f"{_PLAIN[name]} {value}"
    issue = dossier.issue(value) if name == "issue" else None
    if issue is not None:
        return issue.label
    named = {"party": party_name, "speaker": speaker_name, "publisher": publisher_name}.get(name)
    return (named(dossier, value) if named is not None else None) or value


def density(count: int, most: int) -> int:
    """How dark a count is shown, from 0 (none) to 5 (the most), by its square root so that few stay visible beside many."""
    return max(1, round(5 * math.sqrt(count / most))) if count else 0


def grouped(columns: Sequence[Column]) -> list[tuple[str, int]]:
    """The groups of a timeline's columns with how many columns each has."""
    return [(name, len(list(group))) for name, group in groupby(columns, key=lambda column: column.group)]


def stretch(column: Column) -> str:
    """A column's days: "3 April 2025" or "1 April 2025 to 7 April 2025"."""
    return day(column.since) if column.since == column.until else f"{day(column.since)} to {day(column.until)}"


def during(marks: Iterable[Any], column: Column) -> list[Any]:
    """The marks that fall into a column, by `on` and, where they last, `until`."""
    return [mark for mark in marks if mark.on <= column.until and column.since <= (getattr(mark, "until", None) or mark.on)]


def days(column: Column) -> tuple[str, str]:
    """How a column is asked for, and its first day in words: told once, since all parties' cells of it lead there."""
    return f"since={column.since}&until={column.until}", day(column.since)


FILTERS = {
    "day": day,
    "number": number,
    "known": known,
    "cited": cited,
    "sides": sides,
    "cell": cell,
    "telling": telling,
    "together": together,
    "marked": marked,
    "against": against,
    "pairs": pairs,
    "narrowed": narrowed,
    "density": density,
    "grouped": grouped,
    "during": during,
    "days": days,
    "route": route_text,
    "stretch": stretch,
}
LEVELS = tuple(level.name.lower().replace("_", " ") for level in Progress)
"""The steps of the progress scale in words, as pages call them."""

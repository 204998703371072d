"""Days named in a sentence, told from the day of the text; a small grammar, since a wrong date is worse than none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.analysis.dating import WEEKDAYS
from verbale.analysis.screens import Screened
from verbale.dossier.model import Negotiation
from verbale.values import Known, Span

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = "(?P<{0}>" + "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS) + "|sept\\.?)"

_ORDINAL = r"(?:st|nd|rd|th)?"
_TO = r"(?:-|–| and | to | through )"
_COUNTED = r"(?!\d| (?:people|others|more|men|women|soldiers|civilians|countries|states)\b)"
_DATE = re.compile(
    r"(?<![\w.])(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|{_MONTH.format('m1')} (?P<d1>\d{{1,2}}){_ORDINAL}(?:{_TO}(?P<e1>\d{{1,2}}){_COUNTED})?(?:, ?(?P<y1>\d{{4}}))?"
    rf"|(?P<d2>\d{{1,2}}){_ORDINAL}(?:{_TO}(?P<e2>\d{{1,2}}){_ORDINAL})?(?: of)? {_MONTH.format('m2')}(?:,? (?P<y2>\d{{4}}))?"
    r"|(?P<weekday>" + "|".join(WEEKDAYS) + r")|(?P<relative>today|yesterday|tomorrow))(?!\w)",
)
_MAY_NAME = re.compile(r"\d|day|omorrow")
"""What stands in every day that _DATE finds: looking for it is much cheaper."""
_HEAD = re.compile("|".join([*"0123456789", *(day[:3] for day in WEEKDAYS), *(month[:3] for month in MONTHS), "tod", "yes", "tom"]))
"""How every day that _DATE finds begins; a choice of plain letters is looked for without trying the pattern everywhere."""
_AHEAD = Screened(
    r"\b(?:will|due to|next|scheduled|expected|planned|set to|going to|plans? to|are to|is to|tomorrow|upcoming|"
    r"(?:arrive|head|travel)s?\b[^.;]{0,40}day for)\b",
)
_OF_SPEECH = re.compile(
    r"(?:\b(?:said|says?|told|tells|added|wrote|tweeted|announced|claimed|stressed|noted|stated|reported|insisted|warned|confirmed|"
    r"described|"
    r"declared|called|argued|denied|repeated|speaking|asked|explained)\b[^.,;:]{0,40}$)",
)
_SPOKEN_WITHIN = 60
"""Characters that _OF_SPEECH spans at most."""
_SPEECH_NEXT = re.compile(
    r"^,? (?:\w+ )?(?:said|says?|told|added|wrote|tweeted|announced|claimed|stressed|noted|stated|reported|insisted|warned|confirmed|"
    r"described|"
    r"declared|called|argued|denied|repeated|that)\b",
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day named in a sentence: the words' place in it, the day where it can be told, how, and whether it is the day of a speech verb.

    `until` is the last day where a range is named ("April 8 and 9"), else `on`.
    """

    span: Span
    on: date | None
    until: date | None
    known: Known
    spoken: bool


def days_in(text: str, low: str, reference: date | None, negotiation: Negotiation) -> tuple[Day, ...]:
    """The days that a sentence, and `low` in small letters, names, in order.

    `reference` is the day of the text; a weekday is the last one up to it, unless ahead.
    """
    if not _MAY_NAME.search(low):
        return ()
    found = []
    for match in _dates(low):
        if any(text[match.start(month)].islower() for month in ("m1", "m2") if match.start(month) >= 0):
            continue
        on = _resolve(match, reference, negotiation)
        near = max(0, match.start() - _SPOKEN_WITHIN)
        spoken = bool(_OF_SPEECH.search(low, near, match.start())) or bool(_SPEECH_NEXT.match(low[match.end() :]))
        known = Known.UNKNOWN if on is None else Known.TEXT if _complete(match) else Known.INFERRED
        found.append(Day(Span(match.start(), match.end()), on, _until(match, on), known, spoken))
    return tuple(found)


def _dates(low: str) -> Iterator[re.Match[str]]:
    """The matches of _DATE."""
    at = 0
    while (head := _HEAD.search(low, at)) is not None:
        match = _DATE.match(low, head.start())
        at = head.start() + 1 if match is None else match.end()
        if match is not None:
            yield match


def _until(match: re.Match[str], on: date | None) -> date | None:
    last = match.group("e1") or match.group("e2")
    if on is None or last is None:
        return on
    end = _safe(on.year, on.month, int(last))
    return end if end is not None and end >= on else on


def _complete(match: re.Match[str]) -> bool:
    return bool(match.group("iso") or match.group("m1") or match.group("m2"))


def _resolve(match: re.Match[str], reference: date | None, negotiation: Negotiation) -> date | None:
    if match.group("iso"):
        return _safe(*map(int, match.group("iso").split("-")))
    if match.group("weekday"):
        return _weekday(WEEKDAYS.index(match.group("weekday").lower()), reference, ahead=_AHEAD.search(match.string) is not None)
    if match.group("relative"):
        step = {"today": 0, "yesterday": -1, "tomorrow": 1}[match.group("relative").lower()]
        return None if reference is None else reference + timedelta(days=step)
    month = _month(match.group("m1") or match.group("m2"))
    day, year = int(match.group("d1") or match.group("d2")), match.group("y1") or match.group("y2")
    if year:
        return _safe(int(year), month, day)
    return _nearest_year(month, day, reference or negotiation.ends or negotiation.begins)


def _month(word: str) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(word.lower().rstrip(".")[:3]))


def _weekday(weekday: int, reference: date | None, *, ahead: bool) -> date | None:
    if reference is None:
        return None
    if ahead:
        return reference + timedelta(days=(weekday - reference.weekday()) % 7)
    return reference - timedelta(days=(reference.weekday() - weekday) % 7)


def _nearest_year(month: int, day: int, near: date | None) -> date | None:
    if near is None:
        return None
    choices = [found for year in (near.year - 1, near.year, near.year + 1) if (found := _safe(year, month, day)) is not None]
    return min(choices, key=lambda found: abs((found - near).days), default=None)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

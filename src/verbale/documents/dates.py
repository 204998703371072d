"""When a document was published: fields, addresses, and date lines near the top of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from verbale.documents.lexicon_dates import DATE_LINE_WORDS, MONTHS
from verbale.values import INFERRED, Known, Published

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=lambda name: (-len(name), name))) + r")\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|-?го)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = tuple(
    re.compile(rf"(?<![\w/.-]){pattern}(?![\w/])", re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:T[\d:.Z+-]*)?",
        rf"{_DAY}\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}",
        rf"{_DAY}\.(?P<month>[01]?\d)\.",
        rf"{_MONTH}\s+{_DAY}(?:\s*,?\s+{_YEAR})?",
        rf"{_DAY}\.?\s+(?:of\s+)?{_MONTH}(?:\s*,?\s+{_YEAR})?",
        rf"(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)/{_YEAR}",
    )
)
_URL_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:"
    r"(?P<separator>[/_-])(?P<month>0?[1-9]|1[0-2]|[a-z]{3})(?P=separator)(?P<day>[0-2]?\d|3[01])"
    r"|(?P<month2>0[1-9]|1[0-2])(?P<day2>[0-2]\d|3[01])"
    r")(?!\d)",
    re.IGNORECASE,
)
_URL_YEAR = re.compile(r"(?<!\d)(20\d\d|19[89]\d)(?!\d)")
_CLOCK = re.compile(r"\b[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?(?:\s*[ap]\.?m\b\.?)?|\b[0-2]?\d\s*[ap]\.?m\b\.?", re.IGNORECASE)
_DATELINE = re.compile(r"^[^a-zа-яіїєґё\n]{2,40},\s")
_DIGIT = re.compile(r"\d")
_TOP_LINES = 8
_LONGEST_DATE_LINE = 90
_EARLIEST, _LATEST = 1900, 2100
PROBABLE: Mapping[Known, float] = {
    Known.STATED: 0.97,
    Known.FEED: 0.95,
    Known.URL: 0.87,
    Known.TEXT: 0.8,
    Known.INFERRED: INFERRED,
    Known.UNKNOWN: 0.0,
}
"""How likely a day is right that is known so: (right + 1) / (found + 2) of 39 real pages (`python -m quality.pages --dates`).

That of feeds is an estimate: their dates are the publishers' own, as those of metadata are, but some give the day of the last change.
"""
DATE_ELEMENT = 0.92
"""The same for the date that a page shows and no metadata state."""


def stated(value: str | None, known: Known = Known.STATED) -> Published | None:
    """The date of a field in ISO 8601 or RFC 822, or written out with its year; None where it is none."""
    text = (value or "").strip()
    if not text or len(text) > 100:
        return None
    moment = _iso(text) or _rfc822(text)
    if moment is not None:
        return _published(moment, known)
    days = [day for day, _start, _end in _full_dates(text)]
    return _known(days[0], known) if days else None


def moment_of(value: float, known: Known = Known.STATED) -> Published | None:
    """The date of seconds (or milliseconds) since 1970 in UTC."""
    try:
        return _published(datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC), known)
    except (OverflowError, OSError, ValueError):
        return None


def in_url(url: str | None) -> Published | None:
    """The date that an address holds (`/2022/03/18/`, `/2022/mar/18/`, `-20220318`), known as URL."""
    for match in _URL_DATE.finditer(url or ""):
        month = match["month"] or match["month2"]
        number = int(month) if month.isdigit() else MONTHS.get(month.casefold(), 0)
        if day := _day(int(match["year"]), number, int(match["day"] or match["day2"])):
            return _known(day, Known.URL)
    return None


def in_text(text: str, *, url: str | None = None, within: tuple[date, date] | None = None) -> Published | None:
    """The date of a date line or dateline near the top of a text.

    A date without a year takes the year that the address holds, known as TEXT, or else the only year that puts it between the two days of
    `within` (inclusive), known as INFERRED; otherwise it is none.
    """
    top = [line.strip() for line in text[:4000].splitlines() if line.strip()][:_TOP_LINES]
    found = (written(candidate, url=url, within=within) for candidate in map(_date_part, top))
    return next(filter(None, found), None)


def written(words: str | None, *, url: str | None = None, within: tuple[date, date] | None = None) -> Published | None:
    """The first date among the words, its year settled as `in_text` says."""
    matches = (match for pattern in _PATTERNS for match in pattern.finditer(words or ""))
    return next(filter(None, (_settled(match, url, within) for match in matches)), None)


def mentions_day(words: str) -> bool:
    """Whether a date stands among the words, with or without its year."""
    return len(words) <= _LONGEST_DATE_LINE and any(pattern.search(words) for pattern in _PATTERNS)


def is_date_line(line: str) -> bool:
    """Whether a line gives a date or time of publication and nothing else."""
    rest = without_day(line)
    return rest is not None and all(word in DATE_LINE_WORDS for word in re.findall(r"[^\W\d_]+", rest.casefold()))


def without_day(line: str) -> str | None:
    """A short line with a bar in the place of each date and time; None where it has neither."""
    if len(line) > _LONGEST_DATE_LINE or not _DIGIT.search(line):
        return None
    rest = line
    for pattern in (*_PATTERNS, _CLOCK):
        rest = pattern.sub(" | ", rest)
    return None if rest == line else rest


def _date_part(line: str) -> str | None:
    """The line if it is a date line, the head of it if it opens with a dateline, else None."""
    if is_date_line(line):
        return line
    return line[:70] if _DATELINE.match(line) else None


def _settled(match: re.Match[str], url: str | None, within: tuple[date, date] | None) -> Published | None:
    groups = match.groupdict()
    if groups.get("first"):
        day = _slashed(groups)
        return _known(day, Known.TEXT) if day else None
    month = MONTHS.get(groups["month"].casefold()) or (int(groups["month"]) if groups["month"].isdigit() else 0)
    number = int(groups["day"])
    if groups.get("year"):
        day = _day(int(groups["year"]), month, number)
        return _known(day, Known.TEXT) if day else None
    years = {int(year) for year in _URL_YEAR.findall(url or "")}
    if len(years) == 1 and (day := _day(years.pop(), month, number)):
        return _known(day, Known.TEXT)
    if within is not None:
        candidates = (_day(year, month, number) for year in range(within[0].year, within[1].year + 1))
        days = [day for day in candidates if day and within[0] <= day <= within[1]]
        return _known(days[0], Known.INFERRED) if len(days) == 1 else None
    return None


def _full_dates(text: str) -> Iterator[tuple[date, int, int]]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found = _settled(match, None, None)
            if found is not None and found.on is not None:
                yield found.on, match.start(), match.end()


def _slashed(groups: dict[str, str | None]) -> date | None:
    """A date such as 3/18/2022: only where its order is certain, or does not matter."""
    first, second, year = (int(groups[name] or 0) for name in ("first", "second", "year"))
    if first > 12:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 or first == second else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str) -> datetime | date | None:
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def _rfc822(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _published(moment: datetime | date, known: Known) -> Published | None:
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    if not isinstance(moment, datetime):
        return _known(moment, known)
    return Published(moment.date(), moment.astimezone(UTC) if moment.tzinfo else None, known, PROBABLE[known])


def _known(day: date, known: Known) -> Published:
    return Published(day, None, known, PROBABLE[known])

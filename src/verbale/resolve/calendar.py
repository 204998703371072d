"""Date expressions of a text and the days they name, seen from an anchor day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from verbale.resolve.names import fold
from verbale.resolve.text import Reading
from verbale.resolve.zones import ALONE, Zoned, beside, zoned
from verbale.values import Span

MONTHS: dict[str, int] = {
    form: number
    for number, forms in enumerate(
        (
            "january jan января січня",
            "february feb февраля лютого",
            "march mar марта березня",
            "april apr апреля квітня",
            "may мая травня",
            "june jun июня червня",
            "july jul июля липня",
            "august aug августа серпня",
            "september sept sep сентября вересня",
            "october oct октября жовтня",
            "november nov ноября листопада",
            "december dec декабря грудня",
        ),
        start=1,
    )
    for form in forms.split()
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    form: number
    for number, forms in enumerate(
        (
            "monday понедельник понеділок понеділка", "tuesday вторник вівторок вівторка", "wednesday среду среда середу середи",
            "thursday четверг четвер четверга", "friday пятницу пятница п’ятницю п'ятницю пʼятницю п’ятниці п'ятниці пʼятниці",
            "saturday субботу суббота суботу суботи", "sunday воскресенье неділю неділі",
        )
    )
    for form in forms.split()
}  # fmt: skip

_NUMBERS = {
    form: number
    for number, forms in enumerate(("one", "two два", "three три", "four четыре чотири", "five пять п’ять п'ять", "six шесть шість"), 1)
    for form in forms.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_NUMBER = "|".join(_NUMBERS)
_DAYPART = r"(?:\s+(?:morning|afternoon|evening|night|midday))?"
_PAPER = r"(?!\s+(?-i:Times|Telegraph|Mirror|Express|Mail|Post|Mercury|Herald|Star|Evening Post|Politics|Briefing|Night Football))"
"""A day that names a paper is none: "the Sunday Times"."""
_LEADS = (
    *("next", "last", "coming", "previous", "прошлый", "прошлую", "прошлое", "следующий", "следующую", "следующее"),
    *("минулий", "минулу", "минулого", "минулої", "наступний", "наступну", "наступного", "наступної"),
)
_LEAD = "|".join(_LEADS)
_AHEAD = re.compile("next|coming|следующ|наступн")
_AGAIN = re.compile("last|прошл|минул")
"""On that weekday itself, "last Friday" is a week ago."""
_GRAMMAR = re.compile(
    rf"(?P<iso>\b(?P<iy>20\d\d|19\d\d)-(?P<im>\d\d)-(?P<id>\d\d)\b)"
    rf"|(?P<dm>\b(?P<dmd>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<dmm>{_MONTH})\b\.?(?:,?\s+(?P<dmy>(?:19|20)\d\d)\b)?)"
    rf"|(?P<md>\b(?P<mdm>{_MONTH})\b\.?\s+(?P<mdd>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[:%]|\d|,\d)(?:,?\s+(?P<mdy>(?:19|20)\d\d)\b)?)"
    rf"|(?P<num>\b(?P<nd>\d{{1,2}})\.(?P<nm>\d{{1,2}})\.(?P<ny>(?:19|20)\d\d)?(?!\d))"
    rf"|(?P<week>\b(?P<lead>{_LEAD})?\s*\b(?P<wd>{_WEEKDAY})\b{_PAPER}{_DAYPART})"
    r"|(?P<same>\b(?:earlier\s+)?today\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b|\bearlier in the day\b|\bсегодня\b"
    r"|\bсьогодні\b)"
    r"|(?P<prior>\byesterday\b|\bвчера\b|\b[ву]чора\b|\blast night\b"
    r"|\b(?:накануне|напередодні)\b(?!\s+(?-i:[а-яіїєґ])\w*(?<!л)(?<!ла)(?<!ло)(?<!ли)(?<!явив)(?<!казав)\b))"  # not an event's eve
    r"|(?P<second>\bпозавчера\b|\bпозавчора\b)"
    rf"|(?P<ago>\b(?P<n>{_NUMBER}|\d)\s+(?:days?|дня|дней|дні|днів)\s+(?P<from>ago|earlier|назад|тому)|\bдень\s+(?:назад|тому)\b)",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"\b(?:(?P<back>(?:a|one|the) day (?:earlier|before)|the previous day|дн[её]м (?:ранее|раньше|раніше)|за день до (?:этого|того|цього))"
    r"|the (?:next|following) day|(?:a|one) day later|на (?:следующий|другой) день|наступного дня)\b"
    r"(?!\s+(?:the|a|his|her|its|their|of)\b)",
    re.IGNORECASE,
)
_RELATIVE = (
    *("today", "tonight", "yesterday", "this", "earlier", "сегодня", "сьогодні", "вчера", "вчора", "учора", "накануне", "напередодні"),
    *("позавчера", "позавчора"),
)
_DAYS = frozenset(fold(form) for form in ("day", "день", "днём", "дня"))
_TRIGGERS = frozenset(fold(form) for form in (*MONTHS, *WEEKDAYS, *_NUMBERS, *_LEADS, *_RELATIVE)) | {fold("день")}
_BOUND = re.compile(
    r"\b(?:since|until|till|by|before|from|between|of|through|next|for|to)\s+(?:the\s+|early\s+|late\s+|the\s+(?:night|evening|morning)\s+of\s+)?$"
    r"|\b(?:since|until|till|by|before)\s+(?:late\s+|early\s+)?(?:midnight|noon|midday|dawn|morning|evening|night|the\s+end\s+of|[\d.:]+(?:\s?[ap]\.?m\.?)?)"
    r"(?:\s+on)?\s+$"
    r"|\b(?:со?|до|от|ко?|по|на|между|после|із?|з|від|між|після|протягом)\s+(?:(?:утра|вечера|конца|ранку|вечора|кінця)\s+)?$",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:(?:hours?|morning|afternoon|evening|night|end) of|overnight (?:in)?to)\s+$", re.IGNORECASE)
"""A part of a day, or the night before it, is of that day."""

SOON = timedelta(days=60)
"""A date without a year that would be so soon after the anchor is one to come, not last year's."""


class Shape(StrEnum):
    """How an expression names a day."""

    FULL = "full"
    YEARLESS = "yearless"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    CHAINED = "chained"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Expression:
    """One date expression. `bound` marks an end of a period ("since Monday"), `modifier` an event's day ("Monday's raid").

    `back` counts days from the anchor, or for a chained one ("a day earlier") from the date told before. `zoned` is the zone that the
    text names for it; without a date of its own the expression is the day on which the clock there last showed that time.
    """

    span: Span
    shape: Shape
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    back: int = 0
    last: bool = False
    bound: bool = False
    modifier: bool = False
    zoned: Zoned | None = None

    def on(self, anchor: date | None, window: tuple[date | None, date | None] = (None, None)) -> date | None:
        """The day meant, for words of the past, at or before the anchor; None where it cannot be told.

        Without an anchor a full date stands for itself, and a date without a year takes the one year that the window allows.
        """
        if self.shape is Shape.FULL:
            return _date(self.year, self.month, self.day)
        if self.shape is Shape.YEARLESS:
            return self._yearless(anchor, window)
        if anchor is None or self.shape is Shape.VAGUE:
            return None
        if self.shape in (Shape.RELATIVE, Shape.CHAINED):
            return anchor - timedelta(days=self.back)
        distance = (anchor.weekday() - (self.weekday or 0)) % 7
        return anchor - timedelta(days=distance + (7 if self.last and distance == 0 else 0))

    def _yearless(self, anchor: date | None, window: tuple[date | None, date | None]) -> date | None:
        if anchor is not None:
            tries = [_date(year, self.month, self.day) for year in (anchor.year, anchor.year - 1, anchor.year + 1)]
            past = [day for day in tries if day is not None and day <= anchor + timedelta(days=2)]
            ahead = min((day - anchor for day in tries if day is not None and day - anchor > timedelta(days=2)), default=None)
            if ahead is not None and (ahead <= SOON or (past and ahead < anchor - max(past))):
                return None
            return max(past) if past else None
        begin, end = window
        if begin is None or end is None:
            return None
        inside = [day for year in range(begin.year, end.year + 1) if (day := _date(year, self.month, self.day)) and begin <= day <= end]
        return inside[0] if len(inside) == 1 else None


def expressions(reading: Reading) -> tuple[Expression, ...]:
    """Every date expression of a text, in order."""
    found: list[Expression] = []
    done = 0
    for word in reading.words:
        if word.start < done:
            continue
        if word.key in _DAYS:
            chained = _CHAIN.search(reading.text, max(done, word.start - 14), word.end + 14)
            if chained is not None and chained.start() <= word.start < chained.end():
                found.append(Expression(Span(chained.start(), chained.end()), Shape.CHAINED, back=1 if chained["back"] else -1))
                done = chained.end()
                continue
        if not (word.key in _TRIGGERS or word.text[0].isdigit()):
            continue
        match = _GRAMMAR.match(reading.text, word.start)
        expression = _read(match, reading.text) if match is not None else None
        if match is not None and expression is not None:
            zoned = beside(reading.text, expression.span)
            if zoned is not None:
                whole = Span(min(expression.span.start, zoned.span.start), max(expression.span.end, zoned.span.end))
                expression = replace(expression, zoned=zoned, span=whole)
            found.append(expression)
            done = expression.span.end
    return tuple(sorted([*found, *_clocks(reading, found)], key=lambda one: one.span))


def _clocks(reading: Reading, dated: Sequence[Expression]) -> list[Expression]:
    """Times with a zone and without a day in their sentence: of the day on which they were last."""
    found = []
    for match in ALONE.finditer(reading.text):
        here = reading.sentence(match.start())
        clock = zoned(match)
        if clock is not None and not any(reading.sentence(one.span.start) == here for one in dated):
            found.append(Expression(clock.span, Shape.RELATIVE, zoned=clock))
    return found


def _read(match: re.Match[str], text: str) -> Expression | None:
    span = Span(match.start() + len(match.group()) - len(match.group().lstrip()), match.end())
    lead = text[max(0, span.start - 32) : span.start]
    bound = bool(_BOUND.search(lead)) and not _PART.search(lead)
    modifier = text[span.end : span.end + 2] in ("'s", "’s")
    bound = bound and not modifier
    if match["week"]:
        if not match["wd"][0].isupper() and match["wd"].isascii():
            return None
        lead = (match["lead"] or "").lower()
        shape, again = Shape.VAGUE if _AHEAD.match(lead) else Shape.WEEKDAY, _AGAIN.match(lead) is not None
        return Expression(span, shape, weekday=WEEKDAYS[match["wd"].lower()], last=again, bound=bound, modifier=modifier)
    if match["same"]:
        return Expression(span, Shape.RELATIVE, back=0, bound=bound, modifier=modifier)
    if match["prior"]:
        return Expression(span, Shape.RELATIVE, back=1, bound=bound, modifier=modifier)
    if match["second"]:
        return Expression(span, Shape.RELATIVE, back=2, bound=bound, modifier=modifier)
    if match["ago"]:
        number = (match["n"] or "one").lower()
        shape = Shape.CHAINED if (match["from"] or "").lower() == "earlier" else Shape.RELATIVE
        return Expression(span, shape, back=_NUMBERS.get(number) or int(number))
    for kind, (year, month, day) in {
        "iso": ("iy", "im", "id"),
        "dm": ("dmy", "dmm", "dmd"),
        "md": ("mdy", "mdm", "mdd"),
        "num": ("ny", "nm", "nd"),
    }.items():
        if match[kind]:
            name = match[month].lower()
            number = MONTHS.get(name) or int(name)
            if kind in ("dm", "md") and name in ("may", "march", "mar") and not match[month][0].isupper():
                return None
            shape = Shape.FULL if match[year] else Shape.YEARLESS
            if _date(int(match[year] or 2024), number, int(match[day])) is None:
                return None
            return Expression(
                span,
                shape,
                year=int(match[year]) if match[year] else None,
                month=number,
                day=int(match[day]),
                bound=bound,
                modifier=modifier,
            )
    return None


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None

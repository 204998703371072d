"""Clock times with a zone beside a date ("late on Tuesday night Kyiv time", "at 9 a.m. EST"), as minutes from UTC.

Offsets are those of standard time and the same on every machine; the hour of summer time moves a day only around midnight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from verbale.resolve.names import fold
from verbale.values import Span

_ABBREVIATIONS: dict[str, int] = {
    form: minutes
    for minutes, forms in (
        (-480, "PST PT"), (-420, "PDT MST"), (-360, "CST MDT CT"), (-300, "EST ET CDT"), (-240, "EDT"), (-180, "BRT ART"),
        (0, "GMT UTC WET Z"), (60, "CET BST WEST WAT"), (120, "CEST EET SAST CAT IDT"), (180, "EEST MSK TRT AST EAT IRST"),
        (240, "GST"), (300, "PKT"), (330, "IST"), (420, "ICT WIB"), (480, "SGT HKT AWST PHT"), (540, "JST KST"), (600, "AEST"),
    )
    for form in forms.split()
}  # fmt: skip
_PLACES: dict[str, int] = {
    fold(place): minutes
    for minutes, places in (
        (-480, "Pacific|California|Los Angeles|Seattle"), (-420, "Mountain|Denver"), (-360, "Central|Chicago|Mexico City|Houston"),
        (-300, "Eastern|Washington|New York|Havana|Bogota|Lima|Ottawa|Toronto|US|American"), (-240, "Caracas|Santiago"),
        (-180, "Brasilia|Buenos Aires"), (0, "Greenwich|London|Dublin|Lisbon|British|UK|Accra|Universal|Coordinated Universal"),
        (60, "Paris|Berlin|Brussels|Geneva|Vienna|Rome|Madrid|Warsaw|Budapest|Prague|Oslo|Stockholm|Copenhagen|Belgrade|Lagos|Algiers"
             "|French|German|Swiss|Italian|Spanish|Polish|Central European"),
        (120, "Kyiv|Kiev|Helsinki|Athens|Bucharest|Sofia|Vilnius|Riga|Tallinn|Chisinau|Cairo|Jerusalem|Tel Aviv|Beirut|Pretoria"
              "|Ukrainian|Israeli|Gaza|Eastern European"),
        (180, "Moscow|Minsk|Istanbul|Ankara|Riyadh|Jeddah|Doha|Baghdad|Damascus|Amman|Nairobi|Addis Ababa|Khartoum|Sanaa|Kuwait"
              "|Russian|Turkish|Saudi|Qatari"),
        (210, "Tehran|Iranian"), (240, "Dubai|Abu Dhabi|Muscat|Baku|Tbilisi|Yerevan"), (270, "Kabul"),
        (300, "Islamabad|Karachi|Tashkent|Astana|Pakistani"), (330, "New Delhi|Delhi|Mumbai|Indian|Colombo"), (345, "Kathmandu"),
        (360, "Dhaka"), (390, "Yangon"), (420, "Bangkok|Hanoi|Jakarta"),
        (480, "Beijing|Chinese|Shanghai|Hong Kong|Taipei|Singapore|Manila|Kuala Lumpur|Perth"),
        (540, "Tokyo|Seoul|Pyongyang|Japanese|Korean"), (600, "Sydney|Canberra|Melbourne"), (720, "Wellington|Auckland"),
    )
    for place in places.split("|")
}  # fmt: skip

_ZONE = (
    rf"(?:\(?(?P<abbreviation>{'|'.join(sorted(_ABBREVIATIONS, key=len, reverse=True))})\b\)?"
    r"|(?P<place>(?:[A-Z]\w+\s){0,2}?[A-Z]\w+)\s+(?:\w+\s)?time\b)"
)
_CLOCK = r"(?:(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))?\s*(?:(?P<half>[ap])\.?\s?m\b\.?)?|(?P<named>noon|midnight))"
_AFTER = re.compile(rf",?\s*(?:at\s+|shortly after\s+|around\s+)?(?:{_CLOCK})?,?\s*\(?{_ZONE}\)?")
_BEFORE = re.compile(rf"{_CLOCK},?\s*\(?{_ZONE}\)?,?\s+(?:on\s+|late\s+|early\s+)*$")
ALONE = re.compile(rf"\bat\s+{_CLOCK},?\s*\(?{_ZONE}\)?")
"""A time with a zone and a word that makes it one; the day may stand elsewhere or nowhere."""
REACH = 48
"""Characters around a date in which its zone stands."""
SUMMER = 60
"""Minutes by which a clock may be ahead of the offset here: many write the winter's name of a zone in summer."""


@dataclass(frozen=True, slots=True)
class Zoned:
    """A zone in minutes east of UTC, the minute of the day where a clock time is given, and the words."""

    offset: int
    minute: int | None
    span: Span

    def today(self, moment: datetime) -> date:
        """The day in the zone at a moment in UTC."""
        return (moment + timedelta(minutes=self.offset)).date()

    def last(self, moment: datetime) -> date:
        """The day in the zone on which the clock last showed the time, up to a moment in UTC."""
        there = moment + timedelta(minutes=self.offset)
        later = self.minute is not None and self.minute > there.hour * 60 + there.minute + SUMMER
        return there.date() - timedelta(days=int(later))


def beside(text: str, span: Span) -> Zoned | None:
    """The zone that stands right after a date or right before it; None where there is none."""
    after = _AFTER.match(text, span.end, min(len(text), span.end + REACH))
    if after is not None:
        return zoned(after)
    start = max(0, span.start - REACH)
    for match in _BEFORE.finditer(text[start : span.start]):
        found = zoned(match)
        return None if found is None else Zoned(found.offset, found.minute, Span(start + match.start(), span.start))
    return None


def zoned(match: re.Match[str]) -> Zoned | None:
    """What a match of this module's expressions names; None for a place that has no zone here."""
    offset = _ABBREVIATIONS.get(match["abbreviation"] or "")
    if offset is None:
        offset = _PLACES.get(fold((match["place"] or "").replace(" ", "")))
    if offset is None:
        return None
    return Zoned(offset, _minute(match), Span(match.start(), match.end()))


def _minute(match: re.Match[str]) -> int | None:
    if match["named"]:
        return 720 if match["named"] == "noon" else 0
    if match["hour"] is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return hour * 60 + int(match["minute"] or 0) if hour < 24 else None

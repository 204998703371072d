"""The header of a saved text: lines above its body that name the publisher, the day, the headline.

Three forms: labelled lines ("Date: …", as news databases export them), the two-letter fields of Factiva, and the masthead of a page that
was copied by hand ("Outlet / World / 16.04.2025 09:14"). A name counts where it is labelled, known, or a masthead by its form; a day only
where it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.documents import dates
from verbale.documents.authors import names_in
from verbale.documents.lexicon_dates import DATE_LINE_WORDS
from verbale.documents.lexicon_headers import FACTIVA, LABELS, MASTHEADS, SECTIONS, SUMMARIES
from verbale.documents.segments import trimmed
from verbale.values import Known, Published, Span, Spans

_TOP = 4000  # characters
_LABELLED_LINES, _LONE_LINES, _MASTHEAD_LINES = 24, 8, 6
_FEWEST_CODES = 4  # a line may begin with two capitals by chance; four different ones are Factiva's
_LONGEST_NAME = 60  # characters
_LABEL = re.compile(r"^[*_#> ]*(?P<label>[A-Za-zА-Яа-яІЇЄҐіїєґё][\w -]{0,24}?)[*_ ]*:[*_\s]*(?P<value>.*?)[*_\s]*$")
_CODE = re.compile(r"^(?P<code>[A-Z]{2,3})(?:\s+(?P<value>.*))?$")
_RIGHTS = re.compile(
    r"^(?:copyright|©|\(c\))[\s©(c)]*(?:19|20)\d\d[,\s]+(?P<name>[^.,|]{2,60}?)(?:[.,|].*|\s+all rights reserved.*)?$", re.IGNORECASE
)
_FIELDS = re.compile(r"\s*[/|·•,]\s*|\s+[–—-]\s+")
_NAME = re.compile(r"^[A-ZÀ-ÞА-ЯІЇЄҐ\d][^.!?:;\"“”]*$")
_MOST_WORDS, _MOST_FIELDS = 6, 3
_SUMMARY_LINES, _MOST_POINTS, _LONGEST_POINT = 8, 6, 30  # lines, lines, words


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines above a text say, None where they say nothing; `lines` are those lines, without headlines."""

    publisher: str | None = None
    published: Published | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    lines: Spans = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a header is read: `known` gives the publisher of a name; for days without a year the page's address and the talks' days."""

    known: Callable[[str], str | None]
    url: str | None = None
    within: tuple[date, date] | None = None


def header_of(text: str, reading: Reading) -> Header:
    """The header of a text; labelled lines before Factiva's fields before a masthead."""
    lines = list(_lines(text))
    labelled = _labelled(text, lines[:_LABELLED_LINES]) or _factiva(text, lines[:_LABELLED_LINES])
    masthead = _masthead(text, lines[:_MASTHEAD_LINES], reading)
    fields = labelled[0] if labelled else {}
    spans = {*(labelled[1] if labelled else ()), *masthead.lines, *_summary(text, lines)}
    name = fields.get("publisher")
    return Header(
        publisher=((reading.known(name) or name) if name else None) or masthead.publisher or _rights(text, lines, reading, bool(labelled)),
        published=dates.written(fields.get("published"), url=reading.url, within=reading.within)
        or masthead.published
        or dates.stated(fields.get("loaded"), Known.INFERRED),
        title=fields.get("title"),
        authors=names_in([fields.get("authors")]),
        lines=tuple(sorted(spans)),
    )


def _lines(text: str) -> Iterator[Span]:
    """The lines of the top that hold more than white space."""
    start = 0
    for match in re.finditer(r"[\r\n]+|\Z", text[:_TOP]):
        yield from trimmed(text, start, match.start())
        start = match.end()


def _labelled(text: str, lines: Sequence[Span]) -> tuple[dict[str, str], list[Span]] | None:
    """The labelled lines; one alone counts near the top only, and one that names neither publisher nor day only with two more."""
    fields: dict[str, str] = {}
    spans: list[Span] = []
    for line in lines:
        match = _LABEL.match(line.of(text))
        field = LABELS.get(match["label"].casefold().replace("_", " ")) if match else None
        if match is None or field is None or not _fits(field, match["value"]):
            continue
        fields.setdefault(field, match["value"])
        if field != "title":
            spans.append(line)
    high = any(span in lines[:_LONE_LINES] for span in spans)
    told = high and not fields.keys().isdisjoint({"published", "publisher"})
    return (fields, spans) if told or len(spans) > 2 else None


def _fits(field: str, value: str) -> bool:
    if field in ("published", "loaded"):
        return dates.mentions_day(value)
    if field == "publisher":
        return bool(_NAME.match(value.rstrip("."))) and len(value) <= _LONGEST_NAME
    return len(value) <= (_LONGEST_NAME if field in ("other", "authors") else 300)


def _factiva(text: str, lines: Sequence[Span]) -> tuple[dict[str, str], list[Span]] | None:
    """Factiva's fields: two capitals, then the value on the same line or below."""
    fields: dict[str, str] = {}
    spans: list[Span] = []
    codes: set[str] = set()
    field = ""
    for line in lines:
        match = _CODE.match(line.of(text))
        if match and match["code"] in FACTIVA:
            codes.add(match["code"])
            field, value = FACTIVA[match["code"]], match["value"]
        else:
            value = line.of(text)
        if field == "text":
            spans += [] if value else [line]
            break
        if field:
            spans.append(line)
            if value:
                fields.setdefault(field, value)
    return (fields, spans) if len(codes) >= _FEWEST_CODES else None


def _masthead(text: str, lines: Sequence[Span], reading: Reading) -> Header:
    """Lines that hold a day and at most three names, and names of publishers on lines of their own."""
    dated: dict[int, list[str]] = {}
    for number, line in enumerate(lines):
        names = _beside_day(line.of(text))
        if names is not None and (number or not names or any(map(reading.known, names))):
            dated[number] = names
    publisher = next((found for names in dated.values() if (found := _first_known(names, reading))), None)
    spans = [lines[number] for number in dated]
    for number, line in enumerate(lines):
        name = line.of(text).strip("*_#[] ")
        if number in dated or len(name) > _LONGEST_NAME:
            continue
        near = number + 1 in dated or number - 1 in dated
        found = reading.known(name) or (name if near and _is_masthead(name) else None)
        if found:
            publisher = publisher or found
            spans.append(line)
    days = (dates.written(lines[number].of(text), url=reading.url, within=reading.within) for number in dated)
    return Header(publisher, next(filter(None, days), None), lines=tuple(spans))


def _beside_day(line: str) -> list[str] | None:
    """The names beside the day on a line that holds nothing else; None where it is another line."""
    rest = dates.without_day(line)
    if rest is None:
        return None
    names = list(filter(None, map(_without_date_words, _FIELDS.split(rest))))
    short = len(names) <= _MOST_FIELDS and all(_NAME.match(name) and len(name.split()) <= _MOST_WORDS for name in names)
    return names if short else None


def _without_date_words(field: str) -> str:
    words = field.strip(" .;()[]*_#–—-").split()
    while words and words[0].casefold().strip(".:") in DATE_LINE_WORDS:
        del words[0]
    while words and words[-1].casefold().strip(".:") in DATE_LINE_WORDS:
        del words[-1]
    return " ".join(words)


def _first_known(names: Sequence[str], reading: Reading) -> str | None:
    return next(filter(None, map(reading.known, names)), None) or next(filter(_is_masthead, names), None)


def _is_masthead(name: str) -> bool:
    """Whether a name is a newspaper's, an agency's or a station's by its form: words in capitals, of which one says so."""
    words = re.findall(r"[\w'’]+", name)
    plain = {word.casefold() for word in words}
    capital = all(word[0].isupper() or word[0].isdigit() or word in ("of", "the", "and") for word in words)
    return 1 < len(words) <= _MOST_WORDS and capital and bool(plain & MASTHEADS) and not plain <= SECTIONS


def _summary(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The points under a heading such as "Summary": short lines without a full stop, above the first sentence."""
    heads = (number for number, line in enumerate(lines[:_SUMMARY_LINES]) if line.of(text).casefold().strip(" :*_#") in SUMMARIES)
    start = next(heads, None)
    if start is None:
        return
    yield lines[start]
    for line in lines[start + 1 : start + 1 + _MOST_POINTS]:
        words = line.of(text)
        if words.endswith((".", "!", "?", "”", '"', "»", ":")) or len(words.split()) > _LONGEST_POINT:
            return
        yield line


def _rights(text: str, lines: Sequence[Span], reading: Reading, labelled: bool) -> str | None:
    """The owner of the rights in the header of a database's export."""
    if not labelled:
        return None
    for line in lines[:_LABELLED_LINES]:
        if match := _RIGHTS.match(line.of(text)):
            return reading.known(match["name"].strip()) or match["name"].strip()
    return None

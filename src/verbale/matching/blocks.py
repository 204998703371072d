"""Where two wordings could meet: the days on which something may have been said, and the keys under which wordings are filed.

A record that files statements under their `block_keys` finds every old statement that a new one must be compared with under the new
one's `lookup_keys`.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate

from verbale.matching.compare import VERBATIM_WORDS
from verbale.matching.reading import Reading, read
from verbale.values import Kind, Wording

LOOKBACK = 3
"""Days before publication on which something without a date of its own is taken to have been said: a news cycle with a weekend."""

QUOTED_AGAIN = 14
"""Days over which a quotation without a date, repeated word for word, still reports the utterance first quoted."""

SKETCHED = 6
"""Keys of a wording's content by which it is found again on another day or under another name. News sentences have four or five in all,
so that two which agree as much as a link asks for share one nearly always."""

AGAIN = 20
"""Periods before and after a wording, a year each way, in which it is looked for as said again."""

_SHINGLE = 5
_TELLING_SHINGLE = 1.5
_WINDOW = VERBATIM_WORDS - _SHINGLE + 1


def days(wording: Wording) -> tuple[date, date] | None:
    """The first and last day on which it may have been said, both included; None where nothing is known."""
    found = each_day(wording)
    return (found[0], found[-1]) if found else None


def each_day(wording: Wording) -> tuple[date, ...]:
    """Every day on which it may have been said, in order; none where nothing is known."""
    return _each_day(wording.said_on, wording.published_on)


@lru_cache(maxsize=4096)
def _each_day(said_on: date | None, published_on: date | None) -> tuple[date, ...]:
    if said_on is not None:
        return (said_on,)
    return () if published_on is None else tuple(published_on - timedelta(days=LOOKBACK - n) for n in range(LOOKBACK + 1))


def next_days(wording: Wording) -> list[date]:
    """The days beside the known day of a quotation: reports of one utterance may date it a day apart."""
    if wording.said_on is None or wording.kind is Kind.INDIRECT:
        return []
    return [wording.said_on - timedelta(days=1), wording.said_on + timedelta(days=1)]


def block_keys(wording: Wording) -> tuple[int, ...]:
    """The sorted keys under which a wording is filed, below 2**63 (`lookup_keys` are those under which its likes are found).

    One for each day its speaker may have said it, or one for the speaker's undated; one for all of the speaker's; those of a
    quotation's words, whoever is credited; and those of its content, under which `link_keys` look.
    """
    said = set() if wording.speaker is None else {_hash("speaker", wording.speaker), *_said_keys(wording)}
    return tuple(sorted({*said, *_in_drawers(wording, filed_in(wording)), *_content_keys(wording, [_period(wording)])}))


def lookup_keys(wording: Wording) -> tuple[int, ...]:
    """The sorted keys of which one at least files every wording that this one may be one utterance with.

    A wording without a day may meet all of its speaker's, one with a day those of its days and those without, a quotation also those
    of the days beside.
    """
    quoted = _in_drawers(wording, sought_in(wording))
    if wording.speaker is None:
        return tuple(sorted(quoted))
    others = [_hash("speaker", wording.speaker) if days(wording) is None else _hash("undated", wording.speaker)]
    others += [_hash("day", wording.speaker, day.isoformat()) for day in next_days(wording)]
    return tuple(sorted({*others, *quoted, *_said_keys(wording)}))


def link_keys(wording: Wording, *, periods: int) -> tuple[int, ...]:
    """The sorted keys of which one nearly always files what says nearly the same, whoever says it, up to so many periods before and after.

    What has no day is looked for among what has none.
    """
    first = each_day(wording)[:1]
    number = first[0].toordinal() // PERIOD if first else 0
    return _content_keys(wording, [str(number + step) for step in range(-periods, periods + 1)] if first else ["undated"])


def _content_keys(wording: Wording, periods: list[str]) -> tuple[int, ...]:
    """Those of the least hashes of neighbouring words (a bottom-k sketch, Cohen and Kaplan 2007); none without a speaker."""
    if wording.speaker is None:
        return ()
    least = sorted(_hash(pair) for pair in read(wording.text, wording.kind).neighbours)[:SKETCHED]
    return tuple(sorted(_hash("like", str(key), period) for key in least for period in periods))


def _said_keys(wording: Wording) -> set[int]:
    speaker = wording.speaker or ""
    return {_hash("day", speaker, day.isoformat()) for day in each_day(wording)} or {_hash("undated", speaker)}


PERIOD = QUOTED_AGAIN + LOOKBACK + 1
"""Days of one drawer of quotations: what the days leave open lies in the same drawer or in one beside it."""

Drawer = tuple[str, str]
"""A part of the quotations: whose (a speaker's, nobody's, everybody's), and of which period (its number, undated, or always)."""


def filed_in(wording: Wording) -> list[Drawer]:
    """The drawers that a quotation lies in."""
    period = _period(wording)
    return [(_room(wording), period), ("everybody", period), ("everybody", "always")]


def sought_in(wording: Wording) -> list[Drawer]:
    """The drawers in which a quotation's likes may lie; one that credits nobody, or has no day, looks everywhere."""
    first = each_day(wording)[:1]
    if not first:
        return [("everybody", "always")]
    number = first[0].toordinal() // PERIOD
    periods = ["undated", *(str(number + step) for step in (-1, 0, 1))]
    rooms = ["everybody"] if wording.speaker is None else [_room(wording), "nobody"]
    return [(room, period) for room in rooms for period in periods]


def _room(wording: Wording) -> str:
    return "nobody" if wording.speaker is None else f"speaker {wording.speaker}"


def _period(wording: Wording) -> str:
    first = each_day(wording)[:1]
    return str(first[0].toordinal() // PERIOD) if first else "undated"


def _in_drawers(wording: Wording, drawers: list[Drawer]) -> set[int]:
    return {_hash(str(key), *drawer) for key in _quoted_keys(wording) for drawer in drawers}


@lru_cache(maxsize=20_000)
def _quoted_keys(wording: Wording) -> frozenset[int]:
    return frozenset() if wording.kind is Kind.INDIRECT else quote_keys(read(wording.text, wording.kind))


def quote_keys(reading: Reading) -> frozenset[int]:
    """The keys of a quotation's words, enough that VERBATIM_WORDS shared words in a row share one; none where it is short.

    Winnowing (Schleimer et al. 2003). A stretch of grammar and everyday words is no key: "we are ready to talk" would bring half of all
    quotations together.
    """
    if len(reading.run) < VERBATIM_WORDS:
        return frozenset()
    told = [0.0, *accumulate(reading.heft)]
    hashes = [
        _hash(*reading.run[at : at + _SHINGLE]) if told[at + _SHINGLE] - told[at] >= _TELLING_SHINGLE else None
        for at in range(len(reading.run) - _SHINGLE + 1)
    ]
    windows = ([key for key in hashes[at : at + _WINDOW] if key is not None] for at in range(len(hashes) - _WINDOW + 1))
    return frozenset(min(keys) for keys in windows if keys)


def _hash(*parts: str) -> int:
    """A number of 63 bits; a collision costs one comparison in vain."""
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "little") >> 1

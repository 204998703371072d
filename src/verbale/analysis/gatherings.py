"""Mentions of meetings put together: which speak of one meeting and which are told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from verbale.analysis.findings import Format
from verbale.analysis.meetings import Meeting
from verbale.analysis.names import Names, fold
from verbale.values import Known

NEAR = timedelta(days=1)
"""How far two accounts of one meeting may differ: it runs past midnight, or is reported a day late."""

REMOTE = frozenset({Format.VIDEO, Format.PHONE})


class Sighting(NamedTuple):
    """What of a mention tells which meeting it speaks of; `ordinal` is its place among its document's, `land` the state of its place.

    Names are folded; a place that is a state is its own `land`. `begins` is the first day, equal to `on` for a meeting of one day;
    `stated` says whether a text gives the days. `start` is where its sentence starts; `tells` names what else it says, and who took part.
    """

    document: str
    ordinal: int
    place: str | None
    land: str | None
    begins: date | None
    on: date | None
    format: Format
    stated: bool
    planned: bool
    start: int
    tells: tuple[str, ...]

    @property
    def town(self) -> bool:
        """Whether it names a place that is no state."""
        return self.place is not None and self.place != self.land

    @property
    def remote(self) -> bool:
        """Whether people met without being in one place."""
        return self.format in REMOTE


def sighting(meeting: Meeting, ordinal: int, names: Names) -> Sighting:
    """What tells which meeting a mention speaks of."""
    citation = meeting.mention.citation
    told = [name for name in ("delegates", "mediator", "count") if getattr(meeting, name) is not None]
    return Sighting(
        document=citation.document,
        ordinal=ordinal,
        place=None if meeting.place is None else fold(meeting.place.name),
        land=land_of(meeting, names),
        begins=meeting.begins or meeting.on if meeting.on is not None else None,
        on=meeting.on,
        format=meeting.format,
        stated=meeting.known is not Known.INFERRED,
        planned=meeting.planned,
        start=citation.spans[0].start,
        tells=(*told, *dict.fromkeys(fold(one.name) for one in meeting.participants)),
    )


@dataclass(slots=True, eq=False)
class Gathering:
    """The mentions of one meeting, with what decides whether another mention speaks of it."""

    members: list[Sighting] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)
    lands_told: set[tuple[str, str]] = field(default_factory=set)
    formats: set[Format] = field(default_factory=set)
    first: date | None = None
    last: date | None = None

    def add(self, seen: Sighting) -> None:
        """Take in one more mention."""
        self.members.append(seen)
        if seen.format is not Format.UNKNOWN:
            self.formats.add(seen.format)
        if seen.place is not None:
            self.places.add(seen.place)
            if seen.land is not None:
                self.lands.add(seen.land)
                self.lands_told.add((seen.document, seen.land))
            if seen.town:
                self.towns.add(seen.place)
        if seen.on is not None and seen.begins is not None:
            self.first = seen.begins if self.first is None else min(self.first, seen.begins)
            self.last = seen.on if self.last is None else max(self.last, seen.on)

    def fits(self, seen: Sighting) -> bool:
        """Whether a mention can speak of this meeting."""
        return self.fits_day(seen) and self.fits_format(seen) and self.fits_place(seen)

    def fits_format(self, seen: Sighting) -> bool:
        """Whether the mention's format can be this meeting's."""
        if seen.format is Format.UNKNOWN:
            return seen.place is not None and not self.formats & REMOTE
        if seen.remote:
            return self.formats == {seen.format}
        return not self.formats & REMOTE

    def fits_place(self, seen: Sighting) -> bool:
        """Towns must be equal; a state's name alone fits a town in it only where one text uses both for the meeting."""
        if seen.place is None or not self.places:
            return seen.remote
        if seen.place in self.places:
            return True
        told = seen.land is not None and (seen.document, seen.land) in self.lands_told
        return told and not (seen.town and self.towns)

    def fits_day(self, seen: Sighting) -> bool:
        """Whether the days agree within NEAR; an unknown day agrees with all."""
        if self.first is None or self.last is None or seen.on is None or seen.begins is None:
            return True
        return seen.begins <= self.last + NEAR and seen.on >= self.first - NEAR


def gathered(texts: Iterable[Sequence[Sighting]]) -> list[list[Sighting]]:
    """The mentions of each meeting, in the order in which they were taken in, from those of each text in turn."""
    gatherings = Gatherings()
    for text in texts:
        gatherings.settle(text)
    return [gathering.members for gathering in gatherings.finish()]


class Gatherings:
    """All meetings found so far, looked up by place, state and format."""

    def __init__(self) -> None:
        self._by_key: dict[str | tuple[str, str], list[Gathering]] = defaultdict(list)
        self._loose: list[Sighting] = []
        self.all: list[Gathering] = []

    def settle(self, found: Sequence[Sighting]) -> None:
        """Take in one document's mentions: towns first, since "in Turkey" may mean one of them; the rest in text order."""
        home = {at: self._house(seen) for at, seen in enumerate(found) if seen.town}
        last: Gathering | None = None
        for at, seen in enumerate(found):
            if at in home:
                last = home[at]
            elif seen.place is not None or seen.remote:
                last = self._house(seen)
            elif seen.on is not None:
                self._loose.append(seen)
            elif last is not None:
                last.add(seen)

    def finish(self) -> list[Gathering]:
        """All meetings: mentions with nothing but a day join the meeting of that day; undated doubles of a place its one dated meeting."""
        by_day: dict[date, Gathering] = {}
        for gathering in self.all:
            for day in _days(gathering):
                by_day.setdefault(day, gathering)
        for seen in self._loose:
            if seen.on is None:
                continue
            if seen.on not in by_day:
                by_day[seen.on] = self._new()
            by_day[seen.on].add(seen)
        return self._without_doubles()

    def _house(self, seen: Sighting) -> Gathering:
        """The meeting that a mention with a place or a format belongs to, new where there is none; undated ones go to the latest."""
        near = [self._by_key[key] for key in _keys(seen)]
        fitting = [gathering for gathering in dict.fromkeys(chain.from_iterable(near)) if gathering.fits(seen)]
        home = (fitting[0] if seen.on is not None else fitting[-1]) if fitting else self._new()
        home.add(seen)
        for gatherings in near:
            if home not in gatherings:
                gatherings.append(home)
        return home

    def _new(self) -> Gathering:
        self.all.append(Gathering())
        return self.all[-1]

    def _without_doubles(self) -> list[Gathering]:
        kept = [g for g in self.all if g.first is not None or not g.places]
        for gathering in sorted((g for g in self.all if g.first is None and g.places), key=lambda g: not g.towns):
            homes = [g for g in kept if _at_home(gathering.members[0], g)]
            if len(homes) == 1:
                for seen in gathering.members:
                    homes[0].add(seen)
            else:
                kept.append(gathering)
        return kept


def _keys(seen: Sighting) -> list[str | tuple[str, str]]:
    if seen.place is None:
        return [seen.format.value]
    return [seen.place] if seen.land is None else [seen.place, (seen.document, seen.land)]


def _at_home(seen: Sighting, gathering: Gathering) -> bool:
    """Whether an undated mention speaks of a meeting's place, or of the state that it lies in."""
    if not gathering.places or not gathering.fits_format(seen):
        return False
    if seen.place is not None and not seen.town:
        return seen.place in gathering.lands
    return gathering.fits_place(seen)


def _days(gathering: Gathering) -> list[date]:
    if gathering.first is None or gathering.last is None:
        return []
    return [gathering.first + timedelta(days=step) for step in range((gathering.last - gathering.first).days + 1)]


def land_of(meeting: Meeting, names: Names) -> str | None:
    """The state that the place lies in, folded, by the text or the list of venues."""
    if meeting.place is None:
        return None
    land = meeting.region or names.country(meeting.place.name)
    return fold(land) if land is not None else None

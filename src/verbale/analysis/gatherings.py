"""Mentions of meetings put together: which speak of one meeting and which are told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from verbale.analysis.findings import Format
from verbale.analysis.meetings import Meeting
from verbale.analysis.names import Names, fold

NEAR = timedelta(days=1)
"""How far two accounts of one meeting may differ: it runs past midnight, or is reported a day late."""

REMOTE = frozenset({Format.VIDEO, Format.PHONE})


@dataclass(slots=True, eq=False)
class Gathering:
    """The mentions of one meeting, with what decides whether another mention speaks of it."""

    members: list[Meeting] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)
    lands_told: set[tuple[str, str]] = field(default_factory=set)
    formats: set[Format] = field(default_factory=set)
    first: date | None = None
    last: date | None = None

    def add(self, meeting: Meeting, names: Names) -> None:
        """Take in one more mention."""
        self.members.append(meeting)
        if meeting.format is not Format.UNKNOWN:
            self.formats.add(meeting.format)
        if meeting.place is not None:
            place, land = fold(meeting.place.name), land_of(meeting, names)
            self.places.add(place)
            if land is not None:
                self.lands.add(land)
                self.lands_told.add((meeting.mention.citation.document, land))
            if place != land:
                self.towns.add(place)
        if meeting.on is not None:
            begins = meeting.begins or meeting.on
            self.first = begins if self.first is None else min(self.first, begins)
            self.last = meeting.on if self.last is None else max(self.last, meeting.on)

    def covers(self, on: date) -> bool:
        """Whether a day lies within the meeting's days."""
        return self.first is not None and self.last is not None and self.first <= on <= self.last

    def fits_format(self, meeting: Meeting) -> bool:
        """Whether the mention's format can be this meeting's."""
        if meeting.format is Format.UNKNOWN:
            return meeting.place is not None and not self.formats & REMOTE
        if meeting.format in REMOTE:
            return self.formats == {meeting.format}
        return not self.formats & REMOTE

    def fits_place(self, meeting: Meeting, names: Names) -> bool:
        """Towns must be equal; a state's name alone fits a town in it only where one text uses both for the meeting."""
        if meeting.place is None or not self.places:
            return meeting.format in REMOTE
        mine, land = fold(meeting.place.name), land_of(meeting, names)
        if mine in self.places:
            return True
        told = land is not None and (meeting.mention.citation.document, land) in self.lands_told
        return told if is_land(meeting, names) else told and not self.towns

    def fits_day(self, meeting: Meeting) -> bool:
        """Whether the days agree within NEAR; an unknown day agrees with all."""
        if self.first is None or self.last is None or meeting.on is None:
            return True
        return (meeting.begins or meeting.on) <= self.last + NEAR and meeting.on >= self.first - NEAR


class Gatherings:
    """All meetings found so far, looked up by place, state and format."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._by_key: dict[str | tuple[str, str], list[Gathering]] = defaultdict(list)
        self._loose: list[Meeting] = []
        self.all: list[Gathering] = []

    def settle(self, found: Sequence[Meeting]) -> None:
        """Take in one document's mentions: towns first, since "in Turkey" may mean one of them; the rest in text order."""
        names = self._names
        home = {at: self._house(m) for at, m in enumerate(found) if m.place is not None and not is_land(m, names)}
        last: Gathering | None = None
        for at, meeting in enumerate(found):
            if at in home:
                last = home[at]
            elif meeting.place is not None or meeting.format in REMOTE:
                last = self._house(meeting)
            elif meeting.on is not None:
                self._loose.append(meeting)
            elif last is not None:
                last.add(meeting, names)

    def finish(self) -> list[Gathering]:
        """All meetings: mentions with nothing but a day join the meeting of that day; undated doubles of a place its one dated meeting."""
        by_day: dict[date, Gathering] = {}
        for gathering in self.all:
            for day in _days(gathering):
                by_day.setdefault(day, gathering)
        for meeting in self._loose:
            if meeting.on is None:
                continue
            if meeting.on not in by_day:
                by_day[meeting.on] = self._new()
            by_day[meeting.on].add(meeting, self._names)
        return self._without_doubles()

    def _house(self, meeting: Meeting) -> Gathering:
        """The meeting that a mention with a place or a format belongs to, new where there is none; undated ones go to the latest."""
        fitting = [g for g in self._near(meeting) if g.fits_day(meeting) and g.fits_format(meeting) and g.fits_place(meeting, self._names)]
        home = (fitting[0] if meeting.on is not None else fitting[-1]) if fitting else self._new()
        home.add(meeting, self._names)
        for key in self._keys(meeting):
            if home not in self._by_key[key]:
                self._by_key[key].append(home)
        return home

    def _near(self, meeting: Meeting) -> Iterable[Gathering]:
        return dict.fromkeys(g for key in self._keys(meeting) for g in self._by_key[key])

    def _keys(self, meeting: Meeting) -> list[str | tuple[str, str]]:
        if meeting.place is None:
            return [meeting.format.value]
        keys: list[str | tuple[str, str]] = [fold(meeting.place.name)]
        land = land_of(meeting, self._names)
        return keys if land is None else [*keys, (meeting.mention.citation.document, land)]

    def _new(self) -> Gathering:
        self.all.append(Gathering())
        return self.all[-1]

    def _without_doubles(self) -> list[Gathering]:
        kept = [g for g in self.all if g.first is not None or not g.places]
        for gathering in sorted((g for g in self.all if g.first is None and g.places), key=lambda g: not g.towns):
            homes = [g for g in kept if self._at_home(gathering.members[0], g)]
            if len(homes) == 1:
                for meeting in gathering.members:
                    homes[0].add(meeting, self._names)
            else:
                kept.append(gathering)
        return kept

    def _at_home(self, meeting: Meeting, gathering: Gathering) -> bool:
        """Whether an undated mention speaks of a meeting's place, or of the state that it lies in."""
        if not gathering.places or not gathering.fits_format(meeting):
            return False
        if meeting.place is not None and is_land(meeting, self._names):
            return fold(meeting.place.name) in gathering.lands
        return gathering.fits_place(meeting, self._names)


def _days(gathering: Gathering) -> list[date]:
    if gathering.first is None or gathering.last is None:
        return []
    return [gathering.first + timedelta(days=step) for step in range((gathering.last - gathering.first).days + 1)]


def is_land(meeting: Meeting, names: Names) -> bool:
    """Whether the place named is a state."""
    return meeting.place is not None and land_of(meeting, names) == fold(meeting.place.name)


def land_of(meeting: Meeting, names: Names) -> str | None:
    """The state that the place lies in, folded, by the text or the list of venues."""
    if meeting.place is None:
        return None
    land = meeting.region or names.country(meeting.place.name)
    return fold(land) if land is not None else None

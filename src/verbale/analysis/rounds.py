"""Rounds: the meetings of the negotiation, read from sentences and merged over documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from verbale.analysis.days import reference_days
from verbale.analysis.findings import Fact, Format, Named, Round
from verbale.analysis.lexicon_rounds import TALK
from verbale.analysis.meetings import Meeting, meetings_in
from verbale.analysis.names import Names, fold, names_of
from verbale.analysis.prose import sentences
from verbale.analysis.testimony import Passage, Testimony
from verbale.dossier.model import Dossier
from verbale.ids import content_id
from verbale.values import Known

NEAR = 1
"""Days by which two accounts of one meeting may differ: it runs past midnight, or is reported a day late."""


def rounds(passages: Sequence[Passage], testimonies: Sequence[Testimony], dossier: Dossier) -> tuple[Round, ...]:
    """The meetings in order of time, undated ones by the first document that tells of them; every field cites its spans.

    Merged are mentions of one place (or one state and a place in it), one format or none, whose days agree within NEAR days; a mention
    without a place joins the meeting of its day; without place and day the one that its own text spoke of last. Told apart is the rest.
    """
    names = names_of(dossier)
    references = reference_days(passages, testimonies)
    groups: list[list[Meeting]] = []
    loose: list[Meeting] = []
    for passage in sorted(passages, key=lambda p: (references.get(p.document, (date.max, Known.UNKNOWN))[0], p.document)):
        if not TALK.search(passage.text):
            continue
        reference = references.get(passage.document)
        told = (meetings_in(sentence, passage.document, reference, names, dossier) for sentence in sentences(passage))
        found = [meeting for meetings in told for meeting in meetings]
        _settle(found, groups, loose, names)
    for meeting in loose:
        _join_by_day(meeting, groups)
    merged = [_merged(group, names) for group in _without_doubles(groups, names)]
    return tuple(sorted(merged, key=lambda r: (r.on or date.max, r.id)))


def _settle(found: Sequence[Meeting], groups: list[list[Meeting]], loose: list[Meeting], names: Names) -> None:
    """Puts one document's mentions into the groups: towns first, since "in Turkey" may mean one of them; the rest in text order."""
    home: dict[int, list[Meeting]] = {}
    for at, meeting in enumerate(found):
        if meeting.place is not None and not _is_land(meeting, names):
            home[at] = _house(meeting, groups, names)
    last: list[Meeting] | None = None
    for at, meeting in enumerate(found):
        if at in home:
            last = home[at]
        elif meeting.place is not None or meeting.format in (Format.VIDEO, Format.PHONE):
            last = _house(meeting, groups, names)
        elif meeting.on is not None:
            loose.append(meeting)
        elif last is not None:
            last.append(meeting)


def _house(meeting: Meeting, groups: list[list[Meeting]], names: Names) -> list[Meeting]:
    """The group that a mention with a place or a format belongs to, new where there is none."""
    group = next((group for group in groups if _same(meeting, group, names)), None)
    if group is None:
        group = []
        groups.append(group)
    group.append(meeting)
    return group


def _same(meeting: Meeting, group: Sequence[Meeting], names: Names) -> bool:
    return _format_fits(meeting, group) and _place_fits(meeting, group, names) and _day_fits(meeting, group)


def _format_fits(meeting: Meeting, group: Sequence[Meeting]) -> bool:
    remote = {Format.VIDEO, Format.PHONE}
    theirs = {other.format for other in group} - {Format.UNKNOWN}
    if meeting.format is Format.UNKNOWN:
        return meeting.place is not None and not theirs & remote
    if meeting.format in remote:
        return theirs == {meeting.format}
    return not theirs & remote


def _place_fits(meeting: Meeting, group: Sequence[Meeting], names: Names) -> bool:
    """Towns must be equal; a state's name alone fits a town in it only where one text uses both for the meeting."""
    places = [other for other in group if other.place is not None]
    if meeting.place is None or not places:
        return meeting.format in (Format.VIDEO, Format.PHONE)
    mine = fold(meeting.place.name)
    towns = {fold(o.place.name) for o in places if o.place is not None and not _is_land(o, names)}
    if mine in {fold(o.place.name) for o in places if o.place is not None}:
        return True
    document = meeting.mention.citation.document
    if _is_land(meeting, names):
        lands = {_land(other, names) for other in places if other.mention.citation.document == document}
        return mine in lands
    return not towns and any(_land(meeting, names) == _land(o, names) and o.mention.citation.document == document for o in places)


def _is_land(meeting: Meeting, names: Names) -> bool:
    """Whether the place named is a state."""
    return meeting.place is not None and _land(meeting, names) == fold(meeting.place.name)


def _land(meeting: Meeting, names: Names) -> str | None:
    """The state that the place lies in, folded, by the text or the list of venues."""
    if meeting.place is None:
        return None
    land = meeting.region or names.country(meeting.place.name)
    return fold(land) if land is not None else None


def _day_fits(meeting: Meeting, group: Sequence[Meeting]) -> bool:
    days = [other.on for other in group if other.on is not None]
    if not days or meeting.on is None:
        return True
    first = min(other.begins or other.on for other in group if other.on is not None)
    start = meeting.begins or meeting.on
    return start <= max(days) + timedelta(days=NEAR) and meeting.on >= first - timedelta(days=NEAR)


def _join_by_day(meeting: Meeting, groups: list[list[Meeting]]) -> None:
    """A mention with a day and nothing else joins the one meeting of that day; where there is none it opens one."""
    of_day = [group for group in groups if any(other.on is not None for other in group) and _covers(group, meeting)]
    if of_day:
        of_day[0].append(meeting)
    else:
        groups.append([meeting])


def _covers(group: Sequence[Meeting], meeting: Meeting) -> bool:
    days = [other.on for other in group if other.on is not None]
    begins = [other.begins or other.on for other in group if other.on is not None]
    return meeting.on is not None and min(begins) <= meeting.on <= max(days)


def _without_doubles(groups: Sequence[list[Meeting]], names: Names) -> list[list[Meeting]]:
    """Undated mentions of a place go to its one dated meeting; a state's name alone goes to the one meeting at a place in it."""
    kept: list[list[Meeting]] = []
    for group in sorted(groups, key=lambda g: (all(m.on is None for m in g), all(m.region is None for m in g))):
        home = None
        if all(meeting.on is None for meeting in group) and group[0].place is not None:
            homes = [other for other in kept if _at_home(group[0], other, names) and _format_fits(group[0], other)]
            home = homes[0] if len(homes) == 1 else None
        if home is None:
            kept.append(list(group))
        else:
            home.extend(group)
    return kept


def _at_home(meeting: Meeting, group: Sequence[Meeting], names: Names) -> bool:
    """Whether an undated mention speaks of a group's place, or of the state that it lies in."""
    if meeting.place is None or all(other.place is None for other in group):
        return False
    if _is_land(meeting, names):
        return fold(meeting.place.name) in {_land(other, names) for other in group}
    return _place_fits(meeting, group, names)


def _merged(group: Sequence[Meeting], names: Names) -> Round:
    days = [m.on for m in group if m.on is not None]
    begins = [m.begins or m.on for m in group if m.on is not None]
    stated = any(m.known is not Known.INFERRED for m in group if m.on is not None)
    formats = [m.format for m in group if m.format is not Format.UNKNOWN]
    mentions = tuple(dict.fromkeys(m.mention for m in group))
    first = mentions[0].citation
    held = any(not m.planned for m in group)
    round_ = Round(
        id=content_id("round", document=first.document, spans=[[s.start, s.end] for s in first.spans], place=_place_name(group)),
        on=min(b for b in begins if b is not None) if begins else None,
        until=max(days) if days else None,
        known=Known.UNKNOWN if not days else Known.TEXT if stated else Known.INFERRED,
        place=_place(group, names),
        format=formats[0] if formats else Format.UNKNOWN,
        participants=tuple(sorted(_distinct(n for m in group for n in m.participants), key=lambda n: names.order[n.id or ""])),
        delegates=next((m.delegates for m in group if m.delegates is not None), None),
        mediator=next((m.mediator for m in group if m.mediator is not None), None),
        count=next((m.count for m in group if m.count is not None), None),
        planned=not held,
        mentions=mentions,
    )
    if round_.mediator is None:
        return round_
    return replace(round_, participants=tuple(p for p in round_.participants if p.name != round_.mediator.name))


def _place_name(group: Sequence[Meeting]) -> str | None:
    return next((m.place.name for m in group if m.place is not None), None)


def _place(group: Sequence[Meeting], names: Names) -> Named | None:
    """The most exact place named: a town before its state."""
    places = [m.place for m in group if m.place is not None]
    exact = [m.place for m in group if m.place is not None and not _is_land(m, names)]
    return next(iter(exact or places), None)


def _distinct(named: Iterable[Named]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for one in named:
        known = found.get(one.name)
        if known is None:
            found[one.name] = one
        elif one.fact.citation != known.fact.citation:
            also = tuple(dict.fromkeys((*known.fact.also, one.fact.citation)))
            found[one.name] = replace(known, fact=Fact(known.fact.text, known.fact.citation, also))
    return tuple(found.values())

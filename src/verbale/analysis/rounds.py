"""Rounds: the meetings of the negotiation, read from sentences and merged over documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from verbale.analysis.dating import dated
from verbale.analysis.findings import Fact, Format, Named, Round
from verbale.analysis.gatherings import Sighting, gathered, sighting
from verbale.analysis.kept import ALL, Kept, held
from verbale.analysis.meetings import Meeting
from verbale.analysis.names import Names, fold, names_of
from verbale.analysis.readings import Reading, readings
from verbale.analysis.terms import MOST_PLACES, with_also
from verbale.analysis.testimony import Citation, Passage, Testimony
from verbale.dossier.model import Dossier
from verbale.ids import content_id
from verbale.values import Known


def rounds(
    passages: Sequence[Passage], testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None
) -> tuple[Round, ...]:
    """The meetings in order of time, undated ones by the first document that tells of them; every field cites its spans.

    Merged are mentions of one place (or one state and a place in it), one format or none, whose days agree within NEAR days; a mention
    without a place joins the meeting of its day; without place and day the one that its own text spoke of last. Told apart is the rest.
    """
    told, texts = dated(testimonies, passages)
    return tuple(sorted(held(kept_rounds(readings(texts, told, dossier), dossier), as_of), key=round_place))


def round_place(one: Round) -> tuple[date, str]:
    """The order of rounds: of time, undated ones last."""
    return one.on or date.max, one.id


def kept_rounds(found: Iterable[Reading], dossier: Dossier) -> tuple[Kept[Round], ...]:
    """The meetings that all readings with any tell of, with the days from which pages show them."""
    names = names_of(dossier)
    ordered = sorted(found, key=lambda one: (one.day or ALL, one.document))
    told = {(one.document, at): meeting for one in ordered for at, meeting in enumerate(one.meetings)}
    seen = ([sighting(meeting, at, names) for at, meeting in enumerate(one.meetings)] for one in ordered)
    groups = gathered(seen)
    return tuple(kept_round(members, [told[one.document, one.ordinal] for one in counting(members)], dossier) for members in groups)


def counting(members: Sequence[Sighting]) -> list[Sighting]:
    """Those of one meeting's mentions (gatherings.gathered) whose words its round needs, in order.

    They are the first sentences, and of each place and whatever else is told the first few that tell it.
    """
    sentences: set[tuple[str, int]] = set()
    told: Counter[str] = Counter()
    found: list[Sighting] = []
    for seen in members:
        sentence = (seen.document, seen.start)
        few = [what for what in (seen.place, *seen.tells) if what is not None and told[what] <= MOST_PLACES]
        if few or (sentence not in sentences and len(sentences) < MOST_MENTIONS):
            found.append(seen)
            sentences.add(sentence)
            told.update(few)
    return found


def kept_round(members: Sequence[Sighting], told: Sequence[Meeting], dossier: Dossier) -> Kept[Round]:
    """The meeting that mentions speak of, with the days from which pages show it; `told` is what those say that count (`counting`)."""
    one = _merged(members, told, names_of(dossier))
    return Kept(one.on or ALL, None, one)


def _merged(members: Sequence[Sighting], told: Sequence[Meeting], names: Names) -> Round:
    dated_ones = [seen for seen in members if seen.on is not None]
    known = Known.UNKNOWN if not dated_ones else Known.TEXT if any(seen.stated for seen in dated_ones) else Known.INFERRED
    facts: dict[Citation, Fact] = {}
    for meeting in told:
        facts.setdefault(meeting.mention.citation, meeting.mention)
    mentions = tuple(facts.values())[:MOST_MENTIONS]
    first = mentions[0].citation
    places = [meeting.place for meeting in told if meeting.place is not None]
    place = places[0].name if places else None
    mediator = next((m.mediator for m in told if m.mediator is not None), None)
    took_part = _distinct(one for meeting in told for one in meeting.participants if mediator is None or one.name != mediator.name)
    return Round(
        id=content_id("round", document=first.document, spans=[[s.start, s.end] for s in first.spans], place=place),
        on=min((seen.begins for seen in dated_ones if seen.begins is not None), default=None),
        until=max((seen.on for seen in dated_ones if seen.on is not None), default=None),
        known=known,
        place=_exact(places, members),
        format=next((seen.format for seen in members if seen.format is not Format.UNKNOWN), Format.UNKNOWN),
        participants=tuple(sorted(took_part, key=lambda one: names.order[one.id or ""])),
        delegates=next((m.delegates for m in told if m.delegates is not None), None),
        mediator=mediator,
        count=next((m.count for m in told if m.count is not None), None),
        planned=all(seen.planned for seen in members),
        mentions=mentions,
    )


def _exact(places: Sequence[Named], members: Sequence[Sighting]) -> Named | None:
    """The most exact of the places named: a town before its state."""
    towns = {seen.place for seen in members if seen.town}
    return next((place for place in places if fold(place.name) in towns), next(iter(places), None))


MOST_MENTIONS = 40
"""Sentences that a round names; what further ones say is counted in, but not shown."""


def _distinct(named: Iterable[Named]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for one in named:
        known = found.setdefault(one.name, one)
        if one is not known and len(known.fact.also) < MOST_PLACES:
            found[one.name] = replace(known, fact=with_also(known.fact, one.fact))
    return tuple(found.values())

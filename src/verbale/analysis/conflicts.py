"""Conflicts: accounts that cannot both hold, told apart from change over time."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from verbale.analysis.authority import Authority
from verbale.analysis.events import Event, events, firm_on, known_by, stance_on, telling
from verbale.analysis.findings import Conflict, ConflictKind, Gap, Weight
from verbale.analysis.outlets import outlet_conflicts
from verbale.analysis.progress import gaps, is_about_talks, progress_claims
from verbale.analysis.testimony import Testimony
from verbale.analysis.wording import content_words
from verbale.dossier.model import ActorKind, Dossier, PartyKind
from verbale.ids import content_id
from verbale.values import Move, Stance

AT_ONE_TIME = timedelta(days=3)
"""How far apart two sides' words on an issue may lie and still be about the same state of affairs."""

ONE_QUARREL = timedelta(days=10)
"""A pause after which the same quarrel counts as a new one."""


def conflicts(testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None) -> tuple[Conflict, ...]:
    """All conflicts in order of kind, time and what they are about; a party's change of mind over time is a shift and none of them."""
    known = known_by(testimonies, as_of)
    all_events = events(known, Authority(known, dossier))
    found = [
        *_of_sides(all_events, dossier),
        *_of_progress(known, dossier),
        *_of_selves(all_events),
        *outlet_conflicts(known, {actor.id for actor in dossier.actors if actor.kind is ActorKind.PERSON}),
    ]
    kinds = list(ConflictKind)
    places = {issue.id: place for place, issue in enumerate(dossier.issues)}
    return tuple(sorted(found, key=lambda c: (kinds.index(c.kind), c.on or date.min, places.get(c.about, len(places)), c.id)))


def _of_sides(all_events: Sequence[Event], dossier: Dossier) -> Iterable[Conflict]:
    """Two sides, one issue, opposite stances within AT_ONE_TIME: one conflict a quarrel, shown by the pair that answers each other most."""
    sides = [party.id for party in dossier.parties if party.kind is PartyKind.SIDE]
    disputable = {issue.id for issue in dossier.issues if issue.proposition is not None and not is_about_talks(issue)}
    by_issue: dict[str, list[tuple[Event, Stance]]] = defaultdict(list)
    rarity = _rarity(all_events)
    for event in all_events:
        if event.party in sides and event.day is not None and event.weight > Weight.OTHER:
            for issue in {code.issue for t in event.testimonies for code in t.statement.coding.issues} & disputable:
                stance = _leaning(event, issue)
                if stance is not None:
                    by_issue[issue].append((event, stance))
    for issue in sorted(by_issue):
        for quarrel in _quarrels(by_issue[issue]):
            first, second = max(quarrel, key=lambda pair: _answering(pair, issue, rarity))
            yield _conflict(issue, first, second, sides)


def _leaning(event: Event, issue: str) -> Stance | None:
    """The event's stance, or where the coding took none what its move tells: an offer or progress on a point is for, a refusal against."""
    stance = stance_on(event, issue)
    if stance is not Stance.UNCLEAR:
        return stance
    moves = {t.statement.coding.move for t in event.testimonies}
    if Move.REJECT in moves:
        return Stance.AGAINST
    return Stance.FOR if moves & {Move.OFFER, Move.ACCEPT} else None


def _quarrels(spoken: Sequence[tuple[Event, Stance]]) -> list[list[tuple[Event, Event]]]:
    """Pairs of opposed events by quarrel; each event meets only the nearest opposite ones before it, so that work stays linear."""
    recent: dict[tuple[str, Stance], list[Event]] = defaultdict(list)
    groups: list[list[tuple[Event, Event]]] = []
    last: date | None = None
    for event, stance in spoken:
        day = event.day or date.min
        for (party, other), earlier in recent.items():
            if party == event.party or other is stance:
                continue
            for partner in earlier[-PARTNERS:]:
                if partner.day is not None and day - partner.day <= AT_ONE_TIME:
                    if last is None or day - last > ONE_QUARREL:
                        groups.append([])
                    groups[-1].append((partner, event))
                    last = day
        recent[event.party, stance].append(event)
    return groups


PARTNERS = 4
"""How many of the latest opposite events an event is compared with."""


def _rarity(all_events: Sequence[Event]) -> dict[str, float]:
    """How much a word tells of what a statement is about: the fewer events use it, the more, from 0 to 1 (log scale)."""
    counts = Counter(word for event in all_events for word in _words(event))
    most = math.log(len(all_events) + 1)
    return {word: 1 - math.log(count) / most for word, count in counts.items()}


def _answering(pair: tuple[Event, Event], issue: str, rarity: Mapping[str, float]) -> tuple[float, ...]:
    """How plainly one of the pair answers the other: told side by side, in the same telling words, with a refusal; then what tells most."""
    first, second = pair
    shared = sum(rarity[word] for word in _words(first) & _words(second))
    refusal = any(t.statement.coding.move is Move.REJECT for event in pair for t in event.testimonies)
    firm = firm_on(first, issue) and firm_on(second, issue)
    return (
        shared + 2 * _side_by_side(first, second) + refusal + firm,
        float(first.weight + second.weight),
        *telling(_best(second, issue), issue),
        float((second.day or date.min).toordinal()),
    )


NEIGHBOURS = 3
"""Statements of one text within which a second side's words are told as an answer."""


def _side_by_side(first: Event, second: Event) -> bool:
    places = {(t.statement.document, t.statement.position) for t in first.testimonies}
    return any(
        document == t.statement.document and 0 < abs(position - t.statement.position) <= NEIGHBOURS
        for t in second.testimonies
        for document, position in places
    )


def _words(event: Event) -> frozenset[str]:
    return frozenset(word for t in event.testimonies for word in content_words(t.quote))


def _best(event: Event, issue: str | None) -> Testimony:
    return max(sorted(event.testimonies, key=lambda t: t.statement.id), key=lambda t: telling(t, issue))


def _conflict(issue: str, first: Event, second: Event, sides: Sequence[str]) -> Conflict:
    one, other = sorted((first, second), key=lambda event: sides.index(event.party))
    return Conflict(
        id=content_id("conflict-of-sides", about=issue, first=one.utterance, second=other.utterance),
        kind=ConflictKind.SIDES,
        about=issue,
        on=min(day for event in (first, second) if (day := event.day) is not None),
        parties=(one.party, other.party),
        first=_best_first(one, issue),
        second=_best_first(other, issue),
    )


def _best_first(event: Event, issue: str | None) -> tuple[Testimony, ...]:
    best = _best(event, issue)
    return (best, *(t for t in event.testimonies if t is not best))


def _of_progress(known: Sequence[Testimony], dossier: Dossier) -> Iterable[Conflict]:
    """Sides that say of the same days that the talks stand far apart on the scale."""
    sides = [party.id for party in dossier.parties]
    widest: list[Gap] = []
    for gap in gaps(progress_claims(known, dossier)):
        at = next((i for i, other in enumerate(widest) if _one_quarrel(gap, other)), None)
        if at is None:
            widest.append(gap)
        elif gap.size > widest[at].size:
            widest[at] = gap
    for gap in widest:
        one, other = sorted((gap.higher, gap.lower), key=lambda claim: sides.index(claim.party))
        yield Conflict(
            id=content_id("conflict-of-sides", about="progress", first=one.best.utterance, second=other.best.utterance),
            kind=ConflictKind.SIDES,
            about="progress",
            on=max(one.day or date.min, other.day or date.min),
            parties=(one.party, other.party),
            first=(one.best,),
            second=(other.best,),
        )


def _one_quarrel(gap: Gap, other: Gap) -> bool:
    parties = {gap.higher.party, gap.lower.party} == {other.higher.party, other.lower.party}
    return parties and abs((gap.higher.day or date.min) - (other.higher.day or date.min)) <= AT_ONE_TIME


FULL = 5
"""Words of meaning under which a statement is too bare to convict its speaker of contradicting himself."""


def _of_selves(all_events: Sequence[Event]) -> Iterable[Conflict]:
    """One speaker, one day, one issue, opposite stances without a condition, in two utterances."""
    spoken: dict[tuple[str, str, date, str], list[tuple[Event, Stance]]] = defaultdict(list)
    for event in all_events:
        speaker = event.testimonies[0].statement.resolution.speaker
        if event.day is None or speaker is None or any(t.statement.coding.conditional for t in event.testimonies):
            continue
        if not any(t.statement.resolution.said_on.on is not None for t in event.testimonies) or len(_words(event)) < FULL:
            continue
        for issue in sorted({code.issue for t in event.testimonies for code in t.statement.coding.issues}):
            stance = stance_on(event, issue)
            if stance in (Stance.FOR, Stance.AGAINST) and stance is not None and firm_on(event, issue):
                spoken[event.party, speaker.id or speaker.name, event.day, issue].append((event, stance))
    for party, _, day, issue in sorted(spoken):
        group = spoken[party, _, day, issue]
        for_it = next((event for event, stance in group if stance is Stance.FOR), None)
        against = next((event for event, stance in group if stance is Stance.AGAINST), None)
        if for_it is not None and against is not None:
            yield Conflict(
                id=content_id("self-contradiction", about=issue, first=for_it.utterance, second=against.utterance),
                kind=ConflictKind.SELF,
                about=issue,
                on=day,
                parties=(party,),
                first=_best_first(for_it, issue),
                second=_best_first(against, issue),
            )

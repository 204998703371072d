"""Conflicts: accounts that cannot both hold, told apart from change over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from verbale.analysis.events import Event, events_on
from verbale.analysis.findings import ClaimOf, ConflictKind, ConflictOf, GapOf, Weight
from verbale.analysis.kept import ALL, Kept, Ledger
from verbale.analysis.once import once
from verbale.analysis.progress import gaps, is_about_talks
from verbale.analysis.voices import Voice, telling
from verbale.analysis.wording import content_words
from verbale.dossier.model import Dossier, Issue, PartyKind
from verbale.ids import content_id
from verbale.values import Move, Stance

Told = TypeVar("Told")

Meaning = Callable[[str], frozenset[str]]
"""The words of meaning of a statement's quotation, by the statement's id."""

AT_ONE_TIME = timedelta(days=3)
"""How far apart two sides' words on an issue may lie and still be about the same state of affairs."""

ONE_QUARREL = timedelta(days=10)
"""A pause after which the same quarrel counts as a new one."""


def conflict_place(conflict: ConflictOf[Told], dossier: Dossier) -> tuple[int, date, int, str]:
    """The order of conflicts: of kind, time, issue."""
    about = next((place for place, issue in enumerate(dossier.issues) if issue.id == conflict.about), len(dossier.issues))
    return list(ConflictKind).index(conflict.kind), conflict.on or date.min, about, conflict.id


@once
def disputable(dossier: Dossier) -> tuple[Issue, ...]:
    """The issues on which sides can contradict each other: points of the agenda with a proposition."""
    return tuple(issue for issue in dossier.issues if issue.proposition is not None and not is_about_talks(issue))


def kept_quarrels(issue: Issue, found: Iterable[Voice], meaning: Meaning, dossier: Dossier) -> tuple[Kept[ConflictOf[str]], ...]:
    """Two sides, one issue, opposite stances within AT_ONE_TIME: one conflict a quarrel, shown by the pair that answers each other most.

    `found` are all voices on the issue.
    """
    sides = [party.id for party in dossier.parties if party.kind is PartyKind.SIDE]
    common = content_words(" ".join((issue.label, issue.proposition or "", *issue.keywords)))
    ledger: Ledger[ConflictOf[str]] = Ledger()
    last: date | None = None
    best: tuple[float, ...] = ()
    quarrel = 0
    words: dict[tuple[str, str], frozenset[str]] = {}

    def told(event: Event) -> frozenset[str]:
        place = (event.utterance, event.party)
        if place not in words:
            words[place] = frozenset().union(*(meaning(voice.statement) for voice, _ in event.voices)) - common
        return words[place]

    for first, second in _pairs(events_on(issue.id, found), sides):
        day = second.day or date.min
        if last is None or day - last > ONE_QUARREL:
            quarrel, best = quarrel + 1, ()
        last = day
        plain = _answering(first, second, len(told(first) & told(second)))
        if plain > best:
            best = plain
            one, other = sorted((first, second), key=lambda event: sides.index(event.party))
            ledger.enter(quarrel, _conflict(ConflictKind.SIDES, issue.id, one, other, day), day)
    return ledger.kept()


PARTNERS = 4
"""How many of the latest opposite events an event is compared with."""


def _pairs(spoken: Iterable[Event], sides: Sequence[str]) -> Iterator[tuple[Event, Event]]:
    """Pairs of opposed events, the later one second; each event meets only the nearest opposite ones before it: work stays linear."""
    recent: dict[tuple[str, Stance], list[Event]] = defaultdict(list)
    for event in spoken:
        stance = _leaning(event)
        if event.party not in sides or event.day is None or event.weight <= Weight.OTHER or stance is None:
            continue
        for (party, other), earlier in recent.items():
            if party != event.party and other is not stance:
                for partner in earlier[-PARTNERS:]:
                    if partner.day is not None and event.day - partner.day <= AT_ONE_TIME:
                        yield partner, event
        recent[event.party, stance].append(event)


def _leaning(event: Event) -> Stance | None:
    """The event's stance, or where the coding took none what its move tells: an offer or progress on a point is for, a refusal against."""
    if event.stance is not Stance.UNCLEAR:
        return event.stance
    moves = {voice.move for voice, _ in event.voices}
    if Move.REJECT in moves:
        return Stance.AGAINST
    return Stance.FOR if moves & {Move.OFFER, Move.ACCEPT} else None


SHARED = 0.5
"""What one shared word of meaning tells of an answer, beside a refusal or a stand (1 each); words of the issue's own tell nothing."""


def _answering(first: Event, second: Event, shared: int) -> tuple[float, ...]:
    """How plainly one of the pair answers the other: told side by side, in the same telling words, with a refusal; then what tells most."""
    refusal = any(voice.move is Move.REJECT for event in (first, second) for voice, _ in event.voices)
    return (
        SHARED * shared + 2 * _side_by_side(first, second) + refusal + (first.firm and second.firm),
        float(first.weight + second.weight),
        *max(telling(*pair) for pair in second.voices),
        float((second.day or date.min).toordinal()),
    )


NEIGHBOURS = 3
"""Statements of one text within which a second side's words are told as an answer."""


def _side_by_side(first: Event, second: Event) -> bool:
    return any(
        one.document == other.document and 0 < abs(one.position - other.position) <= NEIGHBOURS
        for one, _ in first.voices
        for other, _ in second.voices
    )


def _conflict(kind: ConflictKind, issue: str, first: Event, second: Event, day: date) -> ConflictOf[str]:
    name = "conflict-of-sides" if kind is ConflictKind.SIDES else "self-contradiction"
    return ConflictOf(
        id=content_id(name, about=issue, first=first.utterance, second=second.utterance),
        kind=kind,
        about=issue,
        on=min(first.day or ALL, second.day or ALL),
        parties=tuple(dict.fromkeys((first.party, second.party))),
        first=_best_first(first, day),
        second=_best_first(second, day),
    )


MOST_ACCOUNTS = 12
"""Reports of one side of a conflict that are named."""


def _best_first(event: Event, day: date) -> tuple[str, ...]:
    """The event's reports by a day, the most telling first."""
    known = [(voice, code) for voice, code in event.voices if (voice.day or ALL) <= day]
    best, _ = max(sorted(known, key=lambda pair: pair[0].statement), key=lambda pair: telling(*pair))
    return tuple([best.statement, *(voice.statement for voice, _ in known if voice is not best)][:MOST_ACCOUNTS])


def of_progress(claims: Sequence[ClaimOf[Told]], dossier: Dossier) -> list[ConflictOf[Told]]:
    """Sides that say of the same days that the talks stand far apart on the scale; `claims` in order of time."""
    sides = [party.id for party in dossier.parties]
    widest: list[GapOf[Told]] = []
    for gap in gaps(claims):
        at = next((len(widest) - 1 - i for i, other in enumerate(reversed(widest[-RECENT:])) if _one_quarrel(gap, other)), None)
        if at is None:
            widest.append(gap)
        elif gap.size > widest[at].size:
            widest[at] = gap
    found = []
    for gap in widest:
        one, other = sorted((gap.higher, gap.lower), key=lambda claim: sides.index(claim.party))
        found.append(
            ConflictOf(
                id=content_id("progress", first=[one.party, str(one.day)], second=[other.party, str(other.day)]),
                kind=ConflictKind.SIDES,
                about="progress",
                on=max(one.day or date.min, other.day or date.min),
                parties=(one.party, other.party),
                first=(one.best,),
                second=(other.best,),
            )
        )
    return found


RECENT = 24
"""How many of the latest quarrels over progress a gap is compared with; more than the pairs of sides that speak within days."""


def _one_quarrel(gap: GapOf[Told], other: GapOf[Told]) -> bool:
    parties = {gap.higher.party, gap.lower.party} == {other.higher.party, other.lower.party}
    return parties and abs((gap.higher.day or date.min) - (other.higher.day or date.min)) <= AT_ONE_TIME


FULL = 5
"""Words of meaning under which a statement is too bare to convict its speaker of contradicting himself."""


def kept_selves(party: str, issue: str, found: Iterable[Voice]) -> Iterator[Kept[ConflictOf[str]]]:
    """One speaker of a party, one day, one issue, opposite stances without a condition, in two utterances; `found` are its voices there."""
    spoken: dict[tuple[str, date], dict[Stance, Event]] = defaultdict(dict)
    for event in events_on(issue, found):
        speaker = event.voices[0][0].speaker
        if event.party != party or event.day is None or speaker is None or event.stance is Stance.UNCLEAR or not event.firm:
            continue
        heard = [voice for voice, _ in event.voices]
        if any(v.conditional for v in heard) or not any(v.said for v in heard) or max(v.meaning for v in heard) < FULL:
            continue
        spoken[speaker, event.day].setdefault(event.stance, event)
    for (_, day), by_stance in sorted(spoken.items()):
        if len(by_stance) > 1:
            yield Kept(day, None, _conflict(ConflictKind.SELF, issue, by_stance[Stance.FOR], by_stance[Stance.AGAINST], day))

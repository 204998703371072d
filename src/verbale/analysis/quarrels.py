"""Two sides, one issue, opposite stances at one time: one conflict a quarrel, as a fold that can go on from any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from verbale.analysis.conflicts import AT_ONE_TIME, Meaning, conflict_of
from verbale.analysis.events import Event
from verbale.analysis.findings import ConflictKind, ConflictOf, Weight
from verbale.analysis.kept import Entry, Kept, Ledger
from verbale.analysis.voices import telling
from verbale.analysis.wording import content_words
from verbale.dossier.model import Dossier, Issue, PartyKind
from verbale.values import Move, Stance

ONE_QUARREL = timedelta(days=10)
"""A pause after which the same quarrel counts as a new one."""

PARTNERS = 4
"""How many of the latest opposite events an event is compared with."""

SHARED = 0.5
"""What one shared word of meaning tells of an answer, beside a refusal or a stand (1 each); words of the issue's own tell nothing."""

NEIGHBOURS = 3
"""Statements of one text within which a second side's words are told as an answer."""


@dataclass(frozen=True, slots=True)
class QuarrelState:
    """All that an issue's quarrels need to go on after a day: the last one, as far as it came, and the utterances that may be answered."""

    last: date | None = None
    best: tuple[float, ...] = ()
    entry: Entry[ConflictOf[str]] | None = None
    recent: tuple[str, ...] = ()


class _Stand(NamedTuple):
    """An event of a side as quarrels compare it: what is asked again for each partner, told once."""

    event: Event
    day: date
    stance: Stance
    refusal: bool
    tells: tuple[float, ...]
    places: tuple[tuple[str, int], ...]
    words: frozenset[str]


class Quarrels:
    """The quarrels on one issue, heard event by event in order of time; they go on from a state where one is given."""

    def __init__(self, issue: Issue, meaning: Meaning, dossier: Dossier, state: QuarrelState | None = None) -> None:
        state = state or QuarrelState()
        self._issue, self._meaning = issue, meaning
        self._sides = [party.id for party in dossier.parties if party.kind is PartyKind.SIDE]
        self._common = content_words(" ".join((issue.label, issue.proposition or "", *issue.keywords)))
        self._recent: dict[tuple[str, Stance], list[_Stand]] = defaultdict(list)
        self._last, self._best, self._quarrel = state.last, state.best, state.entry.place if state.entry is not None else 0
        self.ledger: Ledger[ConflictOf[str]] = Ledger([state.entry] if state.entry is not None else ())

    def state(self, day: date) -> QuarrelState:
        """What is needed to go on after a day, the last that was heard."""
        entry = next((entry for entry in self.ledger.open() if entry.place == self._quarrel), None)
        recent = {one.event.utterance for stands in self._recent.values() for one in stands[-PARTNERS:] if one.day > day - AT_ONE_TIME}
        return QuarrelState(self._last, self._best, entry if entry is None else Entry(0, entry.since, entry.finding), tuple(sorted(recent)))

    def recall(self, events: Iterable[Event]) -> None:
        """Take in again the events that may be answered."""
        for event in events:
            stand = self._stand(event)
            if stand is not None:
                self._recent[event.party, stand.stance].append(stand)

    def hear(self, events: Iterable[Event]) -> None:
        """Take in events: each is compared with the nearest opposite ones before it, so that work stays linear."""
        for event in events:
            stand = self._stand(event)
            if stand is not None:
                partners = self._partners(stand)
                if partners:
                    self._compare(partners, stand)
                self._recent[event.party, stand.stance].append(stand)

    def _partners(self, stand: _Stand) -> list[_Stand]:
        since, found = stand.day - AT_ONE_TIME, []
        for party, other in sorted(self._recent):
            if party != stand.event.party and other is not stand.stance:
                found += [partner for partner in self._recent[party, other][-PARTNERS:] if partner.day >= since]
        return found

    def _compare(self, partners: Sequence[_Stand], second: _Stand) -> None:
        day = second.day
        if self._last is None or day - self._last > ONE_QUARREL:
            self._quarrel, self._best = self._quarrel + 1, ()
        self._last = day
        for first in partners:
            plain = _answering(first, second)
            if self._best and plain < self._best[0]:
                continue
            answers = (plain, float(first.event.weight + second.event.weight), *second.tells, float(day.toordinal()))
            if answers > self._best:
                self._best = answers
                one, other = sorted((first.event, second.event), key=lambda event: self._sides.index(event.party))
                self.ledger.enter(self._quarrel, conflict_of(ConflictKind.SIDES, self._issue.id, one, other, day), day)

    def _stand(self, event: Event) -> _Stand | None:
        """What quarrels compare; None for what takes no side, or is nobody's that counts."""
        if event.day is None or event.weight <= Weight.OTHER or event.party not in self._sides:
            return None
        stance = _leaning(event)
        if stance is None:
            return None
        words = frozenset().union(*(self._meaning(voice.statement) for voice, _ in event.voices)) - self._common
        tells = max(telling(voice, code) for voice, code in event.voices)
        places = tuple((voice.document, voice.position) for voice, _ in event.voices)
        refusal = any(voice.move is Move.REJECT for voice, _ in event.voices)
        return _Stand(event, event.day, stance, refusal, tells, places, words)


def kept_quarrels(issue: Issue, found: Sequence[Event], meaning: Meaning, dossier: Dossier) -> tuple[Kept[ConflictOf[str]], ...]:
    """The quarrels of an issue, each shown by the pair that answers each other most; `found` are all events on it, in order of time."""
    quarrels = Quarrels(issue, meaning, dossier)
    quarrels.hear(found)
    return quarrels.ledger.kept()


def _leaning(event: Event) -> Stance | None:
    """The event's stance, or where the coding took none what its move tells: an offer or progress on a point is for, a refusal against."""
    if event.stance is not Stance.UNCLEAR:
        return event.stance
    moves = {voice.move for voice, _ in event.voices}
    if Move.REJECT in moves:
        return Stance.AGAINST
    return Stance.FOR if moves & {Move.OFFER, Move.ACCEPT} else None


def _answering(first: _Stand, second: _Stand) -> float:
    """How plainly one of the pair answers the other: told side by side, in the same telling words, with a refusal."""
    shared = SHARED * len(first.words & second.words)
    refused, firm = first.refusal or second.refusal, first.event.firm and second.event.firm
    return shared + 2 * _side_by_side(first, second) + refused + firm


def _side_by_side(first: _Stand, second: _Stand) -> bool:
    for document, position in first.places:
        for another, place in second.places:
            if document == another and 0 < abs(position - place) <= NEIGHBOURS:
                return True
    return False

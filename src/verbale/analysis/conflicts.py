"""Conflicts: accounts that cannot both hold, told apart from change over time."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from verbale.analysis.events import Event
from verbale.analysis.findings import ClaimOf, ConflictKind, ConflictOf, GapOf
from verbale.analysis.kept import ALL, Kept
from verbale.analysis.once import once
from verbale.analysis.progress import gaps, is_about_talks
from verbale.analysis.voices import telling
from verbale.dossier.model import Dossier, Issue
from verbale.ids import content_id
from verbale.values import Stance

Told = TypeVar("Told")

Meaning = Callable[[str], frozenset[str]]
"""The words of meaning of a statement's quotation, by the statement's id."""

AT_ONE_TIME = timedelta(days=3)
"""How far apart two sides' words on an issue may lie and still be about the same state of affairs."""


def conflict_place(conflict: ConflictOf[Told], dossier: Dossier) -> tuple[int, date, int, str]:
    """The order of conflicts: of kind, time, issue."""
    about = next((place for place, issue in enumerate(dossier.issues) if issue.id == conflict.about), len(dossier.issues))
    return list(ConflictKind).index(conflict.kind), conflict.on or date.min, about, conflict.id


@once
def disputable(dossier: Dossier) -> tuple[Issue, ...]:
    """The issues on which sides can contradict each other: points of the agenda with a proposition."""
    return tuple(issue for issue in dossier.issues if issue.proposition is not None and not is_about_talks(issue))


def conflict_of(kind: ConflictKind, issue: str, first: Event, second: Event, day: date) -> ConflictOf[str]:
    """The conflict of two events, as reports tell of them by a day."""
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
    return [over_progress(gap, dossier) for gap in widest_gaps(gaps(claims))]


RECENT = 4
"""How many of the latest quarrels of two sides over progress a gap is compared with; fewer lie within days of it."""


def widest_gaps(found: Iterable[GapOf[Told]]) -> list[GapOf[Told]]:
    """The widest gap of each quarrel over progress: of gaps between two sides that lie close in time; `found` in order of time."""
    widest: list[GapOf[Told]] = []
    places: dict[tuple[str, str], deque[int]] = defaultdict(lambda: deque(maxlen=RECENT))
    for gap in found:
        one, other, day = gap.higher.party, gap.lower.party, gap.higher.day or date.min
        of_pair = places[(one, other) if one < other else (other, one)]
        for at in reversed(of_pair):
            known = widest[at]
            if abs(day - (known.higher.day or date.min)) <= AT_ONE_TIME:
                if gap.size > known.size:
                    widest[at] = gap
                break
        else:
            of_pair.append(len(widest))
            widest.append(gap)
    return widest


def over_progress(gap: GapOf[Told], dossier: Dossier) -> ConflictOf[Told]:
    """The conflict that a gap between two sides' claims of progress is."""
    sides = [party.id for party in dossier.parties]
    one, other = sorted((gap.higher, gap.lower), key=lambda claim: sides.index(claim.party))
    return ConflictOf(
        id=content_id("progress", first=[one.party, str(one.day)], second=[other.party, str(other.day)]),
        kind=ConflictKind.SIDES,
        about="progress",
        on=gap.on,
        parties=(one.party, other.party),
        first=(one.best,),
        second=(other.best,),
    )


FULL = 5
"""Words of meaning under which a statement is too bare to convict its speaker of contradicting himself."""


def kept_selves(issue: str, found: Iterable[Event]) -> Iterator[Kept[ConflictOf[str]]]:
    """One speaker of a party, one day, one issue, opposite stances without a condition, in two utterances; `found` are its events there."""
    spoken: dict[tuple[str, date], dict[Stance, Event]] = defaultdict(dict)
    for event in found:
        speaker = event.voices[0][0].speaker
        if event.day is None or speaker is None or event.stance is Stance.UNCLEAR or not event.firm:
            continue
        heard = [voice for voice, _ in event.voices]
        if any(v.conditional for v in heard) or not any(v.said for v in heard) or max(v.meaning for v in heard) < FULL:
            continue
        spoken[speaker, event.day].setdefault(event.stance, event)
    for (_, day), by_stance in sorted(spoken.items()):
        if len(by_stance) > 1:
            yield Kept(day, None, conflict_of(ConflictKind.SELF, issue, by_stance[Stance.FOR], by_stance[Stance.AGAINST], day))

"""Voices of one utterance as one event: what analysis counts, so that copies and wordings never count twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from verbale.analysis.findings import Weight
from verbale.analysis.testimony import Testimony
from verbale.analysis.voices import Code, Voice, utterance_day
from verbale.values import Stance


class Event(NamedTuple):
    """One utterance by one party on one issue: its day, its weight, its stance, and the voices that weigh, each with its code, in order.

    `firm` says that the speaker takes a stand; reports and assessments are soft, and so is what is named only in passing.
    """

    utterance: str
    party: str
    day: date | None
    weight: Weight
    stance: Stance
    firm: bool
    voices: tuple[tuple[Voice, Code], ...]

    @property
    def key(self) -> tuple[date, int, str, str]:
        """The order of time: undated events first, so that they never supersede a dated one; the weightier of one day last."""
        return (self.day or date.min, int(self.weight), self.utterance, self.party)


def order(testimony: Testimony) -> tuple[date, date, str, int]:
    """A fixed order of testimonies: said on, published on, document, position; unknown days first."""
    return (
        testimony.day or date.min,
        testimony.published.on or date.min,
        testimony.statement.document,
        testimony.statement.position,
    )


def known_by(testimonies: Sequence[Testimony], as_of: date | None) -> tuple[Testimony, ...]:
    """The testimonies of what was said up to a day, inclusive; without a day all. An undated one counts only without a day."""
    return tuple(t for t in testimonies if as_of is None or (t.day is not None and t.day <= as_of))


def events_on(issue: str, voices: Iterable[Voice]) -> tuple[Event, ...]:
    """The events that touch an issue, of all parties, in order of time."""
    groups: dict[tuple[str, str], list[tuple[Voice, Code]]] = defaultdict(list)
    for voice in voices:
        if voice.party is not None and voice.weight > Weight.NONE:
            for code in voice.codes:
                if code.issue == issue:
                    groups[voice.utterance, voice.party].append((voice, code))
                    break
    return tuple(sorted((_event(utterance, party, group) for (utterance, party), group in groups.items()), key=lambda event: event.key))


def events_by(party: str, issue: str, voices: Iterable[Voice]) -> tuple[Event, ...]:
    """The events of one party that touch an issue, in order of time."""
    return tuple(event for event in events_on(issue, voices) if event.party == party)


def _event(utterance: str, party: str, group: list[tuple[Voice, Code]]) -> Event:
    if len(group) == 1:
        ((voice, code),) = group
        return Event(utterance, party, voice.day, voice.weight, code.stance if code.clear else Stance.UNCLEAR, code.firm, tuple(group))
    group.sort(key=lambda pair: pair[0].order)
    weight = max(voice.weight for voice, _ in group)
    day, firm = utterance_day(voice for voice, _ in group), any(code.firm for _, code in group)
    return Event(utterance, party, day, weight, _stance([code for _, code in group]), firm, tuple(group))


def _stance(codes: Sequence[Code]) -> Stance:
    """The stance with the greater sum of probabilities of clear codes."""
    for_it = sum(code.probability for code in codes if code.stance is Stance.FOR and code.clear)
    against = sum(code.probability for code in codes if code.stance is Stance.AGAINST and code.clear)
    if for_it == against:
        return Stance.UNCLEAR
    return Stance.FOR if for_it > against else Stance.AGAINST

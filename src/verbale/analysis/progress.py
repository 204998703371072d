"""Progress claims: how each side says the talks go, day by day, and the gap between the sides."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from verbale.analysis.authority import Authority
from verbale.analysis.events import Event, events, known_by, order, telling
from verbale.analysis.findings import Gap, Progress, ProgressClaim, Weight
from verbale.analysis.lexicon_progress import OUTRIGHT, STEPS, TALKS
from verbale.analysis.testimony import Testimony
from verbale.analysis.wording import sentences_of
from verbale.dossier.model import Dossier, Issue, PartyKind
from verbale.values import Kind, Move, Spans

WINDOW = 2
"""Days within which two sides' claims are about the same state of the talks."""

WIDE = 2
"""Steps of the scale from which two sides disagree: one step is nuance."""


def level_of(testimony: Testimony) -> tuple[Progress, bool] | None:
    """What a statement says of the talks, and whether its words say so (or only its move); None where it says nothing of them."""
    move = testimony.statement.coding.move
    spoken_of = move in (Move.PROGRESS, Move.OBSTACLE)
    text = testimony.quote
    if not spoken_of and not OUTRIGHT.search(text):
        return None
    found = [step for step, pattern in STEPS if pattern.search(text)] if TALKS.search(text) else []
    if found:
        return _weighed(found, move), True
    return (_by_move(move), False) if spoken_of else None


_ABOUT_TALKS = re.compile(
    r"\b(?:course|progress|state|conduct) of the (?:talks|negotiations)\b|\b(?:talks|negotiations) (?:are |is )?(?:mak\w+ )?(?:progress|"
    r"advanc)",
    re.IGNORECASE,
)


def is_about_talks(issue: Issue) -> bool:
    """Whether an issue is no point of the agenda but the talks themselves: what is said on it are claims of progress."""
    return bool(_ABOUT_TALKS.search(f"{issue.label}. {issue.proposition or ''}"))


def _by_move(move: Move) -> Progress:
    return Progress.HOPEFUL if move is Move.PROGRESS else Progress.DIFFICULT


def _weighed(found: Sequence[Progress], move: Move) -> Progress:
    """One step out of those whose words occur: the move breaks ties between praise and doubt."""
    first = found[0]
    if move is Move.PROGRESS and first in (Progress.STALLED, Progress.DEAD_END, Progress.DIFFICULT):
        better = [step for step in found if Progress.UNDER_WAY <= step < Progress.AGREED]
        return better[0] if better else Progress.UNDER_WAY if first is Progress.DIFFICULT else first
    if move is Move.OBSTACLE and first >= Progress.HOPEFUL:
        worse = [step for step in found if step <= Progress.DIFFICULT]
        return worse[0] if worse else Progress.DIFFICULT
    return first


def progress_claims(testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None) -> tuple[ProgressClaim, ...]:
    """One claim per side and day, in order of time and of the dossier; mediators and others are left out where the dossier has sides.

    The level is what most of the side's weightiest speakers of that day say; of equally many the further from the middle.
    """
    known = known_by(testimonies, as_of)
    sides = {party.id for party in dossier.parties if party.kind is PartyKind.SIDE} or {party.id for party in dossier.parties}
    days: dict[tuple[date | None, str], list[_Spoken]] = defaultdict(list)
    for event in events(known, Authority(known, dossier)):
        if event.party in sides:
            spoken = ((t, level_of(t)) for t in event.testimonies)
            days[event.day, event.party].extend((event, t, found) for t, found in spoken if found is not None)
    place = {party.id: index for index, party in enumerate(dossier.parties)}
    claims = [_claim(party, day, group) for (day, party), group in days.items() if group]
    return tuple(sorted(claims, key=lambda claim: (claim.day or date.min, place[claim.party])))


_Spoken = tuple[Event, Testimony, tuple[Progress, bool]]
"""A testimony that speaks of the talks, with its event and its level."""


def _claim(party: str, day: date | None, spoken: Sequence[_Spoken]) -> ProgressClaim:
    worded = [item for item in spoken if item[2][1]] or spoken
    ranked = [item for item in worded if item[0].weight > Weight.OTHER] or worded
    per_event = {(event.utterance, found[0]) for event, _, found in ranked}
    counts = Counter(step for _, step in per_event)
    level = max(counts, key=lambda step: (counts[step], abs(step - Progress.UNDER_WAY), -step))
    at_level = sorted((t for _, t, found in ranked if found[0] is level), key=lambda t: t.statement.id)
    best = max(at_level, key=lambda t: (t.statement.attribution.kind is Kind.DIRECT, *telling(t)))
    return ProgressClaim(
        party=party,
        day=day,
        level=level,
        lowest=min(found[0] for _, _, found in ranked),
        highest=max(found[0] for _, _, found in ranked),
        best=best,
        words=_said_so(best, level),
        all=tuple(sorted((t for _, t, _ in ranked), key=order)),
    )


def _said_so(testimony: Testimony, level: Progress) -> Spans:
    """The sentence whose words stand for the level; the whole content where none does."""
    pattern = dict(STEPS)[level]
    told = [span for span, text in sentences_of(testimony) if pattern.search(text)]
    plain = [span for span, text in sentences_of(testimony) if OUTRIGHT.search(text)]
    return tuple((plain or told)[:1]) or testimony.content


def gaps(claims: Sequence[ProgressClaim]) -> tuple[Gap, ...]:
    """Where two sides speak of the talks within WINDOW days and stand WIDE steps or more apart: in order of time, one a pair and day."""
    dated = sorted((claim for claim in claims if claim.day is not None), key=lambda claim: (claim.day or date.min, claim.party))
    nearest: dict[tuple[date, str, str], tuple[int, Gap]] = {}
    for index, later in enumerate(dated):
        for earlier in reversed(dated[:index]):
            if later.day is None or earlier.day is None or (later.day - earlier.day).days > WINDOW:
                break
            if later.party == earlier.party:
                continue
            low, high = sorted((earlier, later), key=lambda claim: (claim.level, claim.party))
            first, second = sorted((earlier.party, later.party))
            if high.level - low.level >= WIDE:
                apart = (later.day - earlier.day).days
                key = (later.day, first, second)
                if key not in nearest or apart < nearest[key][0]:
                    nearest[key] = (apart, Gap(high, low))
    return tuple(gap for _, gap in nearest.values())

"""Progress claims: how each side says the talks go, day by day, and the gap between the sides."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from verbale.analysis.findings import ClaimOf, GapOf, Progress, ProgressClaim, Weight
from verbale.analysis.kept import ALL, Kept, Ledger, held
from verbale.analysis.once import once
from verbale.analysis.testimony import Testimony
from verbale.analysis.voices import Voice, telling, voices
from verbale.dossier.model import Dossier, Issue, PartyKind
from verbale.values import Kind

Told = TypeVar("Told")

WINDOW = 2
"""Days within which two sides' claims are about the same state of the talks."""

WIDE = 2
"""Steps of the scale from which two sides disagree: one step is nuance."""

_ABOUT_TALKS = re.compile(
    r"\b(?:course|progress|state|conduct) of the (?:talks|negotiations)\b|\b(?:talks|negotiations) (?:are |is )?(?:mak\w+ )?(?:progress|"
    r"advanc)",
    re.IGNORECASE,
)


def is_about_talks(issue: Issue) -> bool:
    """Whether an issue is no point of the agenda but the talks themselves: what is said on it are claims of progress."""
    return bool(_ABOUT_TALKS.search(f"{issue.label}. {issue.proposition or ''}"))


def progress_claims(testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None) -> tuple[ProgressClaim, ...]:
    """One claim per side and day, in order of time and of the dossier; mediators and others are left out where the dossier has sides.

    The level is what most of the side's weightiest speakers of that day say; of equally many the further from the middle.
    """
    by_id = {t.statement.id: t for t in testimonies}
    days: dict[tuple[str, date | None], list[Voice]] = defaultdict(list)
    for voice in voices(testimonies, dossier):
        if voice.party in sides_of(dossier) and voice.level is not None:
            days[voice.party or "", voice.on].append(voice)
    kept = [one for (party, day), group in days.items() for one in kept_claims(party, day, group)]
    found = [claim.cited(by_id.__getitem__) for claim in held(kept, as_of)]
    return tuple(sorted(found, key=lambda claim: claim_place(claim, dossier)))


@once
def sides_of(dossier: Dossier) -> frozenset[str]:
    """The parties whose claims count: the sides, or all where the dossier names none."""
    sides = frozenset(party.id for party in dossier.parties if party.kind is PartyKind.SIDE)
    return sides or frozenset(party.id for party in dossier.parties)


def claim_place(claim: ClaimOf[Told], dossier: Dossier) -> tuple[date, int]:
    """The order of claims: of time, undated ones first, then of the dossier."""
    return claim.day or date.min, next(place for place, party in enumerate(dossier.parties) if party.id == claim.party)


def kept_claims(party: str, day: date | None, spoken: Iterable[Voice]) -> tuple[Kept[ClaimOf[str]], ...]:
    """What a side said on one day of the talks, with the days for which that holds, from all its voices of that day."""
    told = sorted((v for v in spoken if v.level is not None and v.weight > Weight.NONE), key=lambda v: v.statement)
    ledger: Ledger[ClaimOf[str]] = Ledger()
    for known in sorted({voice.day or ALL for voice in told}):
        ledger.enter(0, _claim(party, day, [(v, v.level) for v in told if v.level is not None and (v.day or ALL) <= known]), known)
    return ledger.kept()


def _claim(party: str, day: date | None, told: Sequence[tuple[Voice, Progress]]) -> ClaimOf[str]:
    worded = [item for item in told if item[0].worded] or told
    weights: dict[str, Weight] = defaultdict(lambda: Weight.NONE)
    for voice, _ in told:
        weights[voice.utterance] = max(weights[voice.utterance], voice.weight)
    ranked = [item for item in worded if weights[item[0].utterance] > Weight.OTHER] or worded
    counts = Counter(step for _, step in {(voice.utterance, step) for voice, step in ranked})
    level = max(counts, key=lambda step: (counts[step], abs(step - Progress.UNDER_WAY), -step))
    best = max((voice for voice, step in ranked if step is level), key=lambda voice: (voice.kind is Kind.DIRECT, *telling(voice)))
    return ClaimOf(
        party=party,
        day=day,
        level=level,
        lowest=min(step for _, step in ranked),
        highest=max(step for _, step in ranked),
        best=best.statement,
        words=best.words,
    )


def gaps(claims: Sequence[ClaimOf[Told]]) -> tuple[GapOf[Told], ...]:
    """Where two sides speak of the talks within WINDOW days and stand WIDE steps or more apart: in order of time, one a pair and day."""
    dated = sorted((claim for claim in claims if claim.day is not None), key=lambda claim: (claim.day or date.min, claim.party))
    # Plain numbers and names beside the claims, since this loop is most of a page's own work over a long record.
    days = [claim.day.toordinal() for claim in dated if claim.day is not None]
    levels, parties = [int(claim.level) for claim in dated], [claim.party for claim in dated]
    nearest: dict[tuple[int, str, str], tuple[int, int, int]] = {}
    first = 0
    for index, (day, level, party) in enumerate(zip(days, levels, parties, strict=True)):
        while day - days[first] > WINDOW:
            first += 1
        answered = {party}
        for at in range(index - 1, first - 1, -1):
            between = levels[at] - level
            if -WIDE < between < WIDE or (other := parties[at]) in answered:
                continue
            answered.add(other)
            key = (day, party, other) if party < other else (day, other, party)
            found = nearest.get(key)
            if found is None or day - days[at] < found[0]:
                nearest[key] = (day - days[at], at, index) if between > 0 else (day - days[at], index, at)
    return tuple(GapOf(dated[high], dated[low]) for _, high, low in nearest.values())

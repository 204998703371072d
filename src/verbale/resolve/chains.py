"""What a channel found in one sentence means for the sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from verbale.resolve.channels import Channels
from verbale.resolve.found import Found
from verbale.values import Attribution, quote


def inherited(channels: Channels, order: Sequence[int], days: Sequence[date | None]) -> list[tuple[str, ...]]:
    """The chain of every attribution: its own, what its speaker's passage carries on, and what holds it.

    A medium (an interview, a platform) lasts while the same speaker goes on about the same day; a venue only while nobody else speaks.
    """
    attributions = channels.attributions
    own = [channels.own(number) for number in range(len(attributions))]
    chain = [list(hits) for hits in own]
    latest: dict[object, int] = {}
    previous: int | None = None
    tops = [number for number in order if attributions[number].nested_in is None]
    for number in tops:
        key = _key(channels.found(number))
        if not chain[number]:
            before = latest.get(key) if key is not None else None
            if before is not None and _same_day(days[before], days[number]):
                running = previous is not None and _key(channels.found(previous)) == key
                chain[number] = [
                    hit for hit in chain[before] if hit.rank == 0 and (running or hit.lasting) and not _rewritten(channels, number)
                ]
            elif previous is not None and _reply(channels, number):
                chain[number] = [hit for hit in chain[previous] if hit.rank == 0]
        if key is not None and channels.found(number).kind != "media":
            latest[key] = number
        previous = number
    for earlier, later in reversed(list(pairwise(tops))):
        same = _key(channels.found(earlier)) is not None and _key(channels.found(earlier)) == _key(channels.found(later))
        if same and not chain[earlier] and _same_day(days[earlier], days[later]):
            chain[earlier] = [hit for hit in chain[later] if hit.rank == 0]
    names = [[hit.name for hit in hits] for hits in chain]
    return [_held(number, names, attributions) for number in range(len(attributions))]


def _held(number: int, names: Sequence[Sequence[str]], attributions: Sequence[Attribution]) -> tuple[str, ...]:
    found: list[str] = list(names[number])
    outer, seen = attributions[number].nested_in, {number}
    while outer is not None and outer not in seen:
        found.extend(name for name in names[outer] if name not in found)
        seen.add(outer)
        outer = attributions[outer].nested_in
    return tuple(found)


def _same_day(a: date | None, b: date | None) -> bool:
    return a is None or b is None or a == b


def _reply(channels: Channels, number: int) -> bool:
    cue = quote(channels.document.text, channels.attributions[number].cue)
    return bool(re.search(r"\b(?:respond|repli|interject|counter|retort|answer|shot back)", cue))


def _rewritten(channels: Channels, number: int) -> bool:
    """Whether the cue says that the words stand elsewhere than the passage before ("has repeatedly said")."""
    return bool(re.match(r"(?:has|have|had|'ve|’ve)\b", quote(channels.document.text, channels.attributions[number].cue).strip()))


def _key(found: Found) -> object:
    if found.speaker is None:
        return None
    return found.speaker.id or found.speaker.name

"""What a channel found in one sentence means for the sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from verbale.resolve.channels import Channels, Hit
from verbale.resolve.found import Found
from verbale.values import Attribution, quote

PASSAGE = 6
"""Sentences up to which a speaker's next words belong to the same interview or post."""
ANSWERED = 2
"""Sentences up to which an answer stands behind what it answers."""
_ELSEWHERE = re.compile(r"(?:has|have|had|'ve|’ve)\b")
"""How a cue says that the words stand elsewhere than the passage before ("has repeatedly said")."""
_PRESENT = re.compile(r"(?:also\s+|now\s+)?(?:wants?|insists?|believes?|thinks?|sees?|continues?|remains?|argues?|claims?|is|are)\b")
_PAST = re.compile(r"(?:ed|said|told|wrote|put|gave|spoke|made)\b")


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
            if before is not None and _goes_on(channels, before, number, days):
                running = previous is not None and _key(channels.found(previous)) == key
                chain[number] = [hit for hit in chain[before] if hit.rank == 0 and (running or hit.lasting)]
            elif previous is not None and _reply(channels, number) and _apart(channels, previous, number) <= ANSWERED:
                chain[number] = [hit for hit in chain[previous] if hit.rank == 0]
        if key is not None and channels.found(number).kind != "media":
            latest[key] = number
        previous = number
    for earlier, later in reversed(list(pairwise(tops))):
        same = _key(channels.found(earlier)) is not None and _key(channels.found(earlier)) == _key(channels.found(later))
        if same and not chain[earlier] and _goes_on(channels, earlier, later, days):
            chain[earlier] = [hit for hit in chain[later] if hit.rank == 0 and not _new_scene(channels, later, hit)]
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


def _reply(channels: Channels, number: int) -> bool:
    cue = quote(channels.document.text, channels.attributions[number].cue)
    return bool(re.search(r"\b(?:respond|repli|interject|counter|retort|answer|shot back)", cue)) and not cue.endswith(" to")


def _goes_on(channels: Channels, before: int, number: int, days: Sequence[date | None]) -> bool:
    """Whether words belong to the passage of the speaker's words before them: of one day, or else near and of one tense."""
    cues = [quote(channels.document.text, channels.attributions[n].cue).strip() for n in (before, number)]
    if _ELSEWHERE.match(cues[1]):
        return False
    if days[before] is not None and days[number] is not None:
        return days[before] == days[number]
    if _PRESENT.match(cues[1]) and _PAST.search(cues[0]):
        return False
    place = _start(channels, number)
    aside = re.search(r",\s+who[ms]?\s+(?:he\s+|she\s+)?$", channels.document.text[max(0, place - 12) : place])
    return aside is None and _apart(channels, before, number) <= PASSAGE


def _new_scene(channels: Channels, number: int, hit: Hit) -> bool:
    """Whether a venue at the front of a sentence begins something new, which says nothing of the words before."""
    reading = channels.reading
    front = reading.text[reading.sentences[reading.sentence(_start(channels, number))].start : hit.at]
    return not hit.lasting and bool(re.match(r"\W*(?:At|In|During|On|Speaking|Returning|Addressing)\b[^,]*$", front))


def _apart(channels: Channels, one: int, other: int) -> int:
    """How many sentences lie between the places of two attributions."""
    return abs(channels.reading.sentence(_start(channels, one)) - channels.reading.sentence(_start(channels, other)))


def _start(channels: Channels, number: int) -> int:
    attribution = channels.attributions[number]
    return (attribution.source or attribution.cue or attribution.content)[0].start


def _key(found: Found) -> object:
    if found.speaker is None:
        return None
    return found.speaker.id or found.speaker.name

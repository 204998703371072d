"""What a dossier lacks, has too much of, or leaves open, judged by the articles that were resolved with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from verbale.resolve.index import ActorIndex
from verbale.values import Resolution

OFTEN = 2
"""How often somebody outside the dossier must speak to be worth a line."""


class Lack(StrEnum):
    """What is the matter with a row or a name."""

    MISSING = "missing"
    UNUSED = "unused"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on a dossier: the name it is about, how often it speaks, and a sentence for people."""

    lack: Lack
    name: str
    count: int
    text: str


def check_dossier(index: ActorIndex, resolutions: Iterable[Resolution]) -> tuple[Remark, ...]:
    """Remarks on the index's dossier: who speaks without being listed, who is listed without speaking, which surnames several bear.

    Missing first, the most frequent at the top, then ambiguous, then unused; the same in any order of the resolutions.
    """
    listed: Counter[str] = Counter()
    strangers: Counter[str] = Counter()
    for one in resolutions:
        if one.speaker is None:
            continue
        if one.speaker.id is not None:
            listed[one.speaker.id] += 1
        elif one.how in ("name", "surname", "pronoun", "role"):
            strangers[one.speaker.name] += 1
    missing = [
        Remark(Lack.MISSING, name, count, f"'{name}' speaks {count} times and is not in the dossier.")
        for name, count in sorted(strangers.items(), key=lambda item: (-item[1], item[0]))
        if count >= OFTEN
    ]
    unused = [
        Remark(Lack.UNUSED, actor.name, 0, f"'{actor.name}' ({actor.id}) is in the dossier and never speaks.")
        for actor in index.dossier.actors
        if not listed[actor.id]
    ]
    return (*missing, *_ambiguous(index, listed), *unused)


def _ambiguous(index: ActorIndex, listed: Counter[str]) -> list[Remark]:
    shared: dict[tuple[str, ...], Remark] = {}
    for bearers in index.surnames.values():
        names = tuple(sorted(one.speaker.name for one in bearers))
        if len(names) < 2:
            continue
        count = sum(listed[one.speaker.id or ""] for one in bearers)
        joined = " and ".join(f"'{name}'" for name in names)
        shared[names] = Remark(Lack.AMBIGUOUS, names[0], count, f"{joined} share a surname: alone it goes to the one last named in full.")
    return [shared[names] for names in sorted(shared)]

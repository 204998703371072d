"""What follows from a dossier alone: made once, since hashing a dossier for every document takes longer than reading one."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from verbale.dossier.model import Dossier

Made = TypeVar("Made")

KEPT = 8
"""Dossiers whose things are kept."""


def once(make: Callable[[Dossier], Made]) -> Callable[[Dossier], Made]:
    """The same function, remembering what it made of the latest dossiers: the very object is known at once, an equal one by its hash."""
    equal = lru_cache(maxsize=KEPT)(make)
    latest: list[tuple[Dossier, Made]] = []

    def made(dossier: Dossier) -> Made:
        for known, found in latest:
            if known is dossier:
                return found
        found = equal(dossier)
        latest[:] = [(dossier, found), *latest[: KEPT - 1]]
        return found

    return made

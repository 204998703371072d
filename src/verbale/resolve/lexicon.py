"""How the room writes down sets of words."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """The words of the lines as a set."""
    return frozenset(word for line in lines for word in line.split())

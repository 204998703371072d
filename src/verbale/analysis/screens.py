"""Patterns that look first for what every match of theirs contains: most texts have none of it, and are told so ten times as fast.

What a match contains is worked out from the pattern itself, so that the two cannot part (Russ Cox, Regular Expression Matching with a
Trigram Index, 2012).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from os.path import commonprefix
from re import _parser as parser  # type: ignore[attr-defined]  # the one reader of patterns that Python has
from typing import Any

from verbale.analysis.wording import has_any

MOST = 64
"""Strings that a stretch of a pattern may stand for to be written out."""

TELLING = 4
"""Characters from which a part is rare enough in texts for fewer parts to be better than longer ones."""

_Parts = frozenset[str]
_EMPTY: _Parts = frozenset({""})


class Screened:
    """A pattern for texts in which few matches are; `parts` are strings of which every match contains one, none if nothing is known."""

    __slots__ = ("_compiled", "_words", "parts", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.parts = needed(pattern)
        self._words = tuple(sorted({max(part.split(" "), key=len) for part in self.parts}))
        self._compiled = re.compile(pattern)

    def may_match(self, text: str) -> bool:
        """Whether a text has one of the parts."""
        return not self.parts or has_any(text, self.parts)

    def places(self, text: str) -> Iterator[int]:
        """Where matches may be in a text, whatever white space stands between their words: for each match a place within it."""
        for word in self._words:
            at = text.find(word)
            while at >= 0:
                yield at
                at = text.find(word, at + 1)

    def search(self, text: str, *within: int) -> re.Match[str] | None:
        """As re.Pattern.search."""
        return self._compiled.search(text, *within) if not self.parts or any(map(text.__contains__, self.parts)) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As re.Pattern.finditer."""
        return self._compiled.finditer(text) if self.may_match(text) else iter(())


def needed(pattern: str) -> tuple[str, ...]:
    """Strings of which every match of a pattern contains at least one, in order; none where there are no such strings."""
    exact, parts = _sequence(parser.parse(pattern))
    found = _better(parts, exact)
    return () if found is None else tuple(sorted(found))


def _sequence(tokens: Iterable[tuple[Any, Any]]) -> tuple[_Parts | None, _Parts | None]:
    """All strings that a piece of a pattern matches, None where they are many; and parts of which each match has one, if known."""
    best: _Parts | None = None
    run, whole = _EMPTY, True
    for operation, value in tokens:
        exact, parts = _token(str(operation), value)
        joined = None if exact is None or len(run) * len(exact) > MOST else frozenset(one + other for one in run for other in exact)
        if joined is None:
            best, whole = _better(_better(best, run), parts), False
        run = joined or exact or _EMPTY
    return (run if whole else None), _better(best, run)


def _token(operation: str, value: Any) -> tuple[_Parts | None, _Parts | None]:
    """As _sequence for one token of a pattern."""
    if operation == "LITERAL":
        return frozenset({chr(value)}), None
    if operation in ("AT", "ASSERT", "ASSERT_NOT"):  # no characters of the match
        return _EMPTY, None
    if operation == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(chr(one) for _, one in value), None
    if operation == "SUBPATTERN":
        return (None, None) if value[1] else _sequence(value[-1])  # with flags of its own, letters may stand for others
    if operation == "BRANCH":
        return _either([_sequence(branch) for branch in value[1]])
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inner = value
        exact, parts = _sequence(inner)
        if (least, most) == (0, 1) and exact is not None:
            return exact | _EMPTY, None
        return None, _better(exact, parts) if least > 0 else None
    return None, None


def _either(branches: list[tuple[_Parts | None, _Parts | None]]) -> tuple[_Parts | None, _Parts | None]:
    exact = [one for one, _ in branches if one is not None]
    parts = [found for pair in branches if (found := _better(*pair)) is not None]
    all_exact = frozenset().union(*exact) if len(exact) == len(branches) else None
    return (
        all_exact if all_exact is not None and len(all_exact) <= MOST else None,
        frozenset().union(*parts) if len(parts) == len(branches) else None,
    )


def _better(one: _Parts | None, other: _Parts | None) -> _Parts | None:
    """Of two sets of parts the one that tells more; the empty string tells nothing."""
    known = [_fewest(parts) for parts in (one, other) if parts is not None and "" not in parts]
    return max(known, key=lambda parts: (min(TELLING, *map(len, parts)), -len(parts), min(map(len, parts))), default=None)


def _fewest(parts: _Parts) -> _Parts:
    """What is in one of the same texts at least, in fewer parts: shared beginnings once, and none that contains another one."""
    beginning: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        beginning[part[: TELLING + 1]].append(part)
    shorter = {commonprefix(group) for group in beginning.values()}  # noqa: RUF071 of characters, as wanted here
    return frozenset(one for one in shorter if not any(other in one for other in shorter if other != one))

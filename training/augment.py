"""Noise that real news brings and the training texts lack: lost or unbalanced marks, one-line texts, other names, lost case."""

from __future__ import annotations

import random
from dataclasses import replace

from training.data import Labelled, Range, Window, merged
from verbale.attribution.tagged_words import CASES, QUOTES, quote_states

ONE_LINE, NO_MARKS, SOME_MARKS, NAMES, UPPER, LOWER = 0.2, 0.07, 0.1, 0.2, 0.02, 0.03  # shares of the windows
LOST_MARK = 0.3  # share of the marks lost in a window that loses some


def augmented(window: Window, names: list[str], rng: random.Random) -> Window:
    """The window after a random choice of changes, each rare; labels follow the words."""
    original = window
    if rng.random() < ONE_LINE:
        window = replace(window, gaps=tuple(min(g, 1) for g in window.gaps))
    share = rng.random()
    if share < NO_MARKS + SOME_MARKS:
        lost = 1.0 if share < NO_MARKS else LOST_MARK
        window = without(window, {i for i, f in enumerate(window.forms) if f == '"' and rng.random() < lost})
    if rng.random() < NAMES:
        window = renamed(window, names, rng)
    share = rng.random()
    if share < UPPER + LOWER:
        shape = CASES.index("upper" if share < UPPER else "lower")
        changed = (CASES.index("title"), CASES.index("upper"), CASES.index("mixed"), CASES.index("lower"), CASES.index("letter"))
        window = replace(window, cases=tuple(shape if c in changed else c for c in window.cases))
    if window.gaps != original.gaps:
        inside = original.quotes[0] == QUOTES.index("inside")
        window = replace(window, quotes=tuple(quote_states(window.forms, window.gaps, inside=inside)))
    return window


def without(window: Window, lost: set[int]) -> Window:
    """The window without some words; a role that loses all its words is empty."""
    if not lost:
        return window
    place = [0]
    for i in range(len(window.forms)):
        place.append(place[-1] + (i not in lost))

    def moved(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        return merged([(place[a], place[b]) for a, b in ranges])

    kept = [i for i in range(len(window.forms)) if i not in lost]
    return Window(
        tuple(window.forms[i] for i in kept),
        tuple(window.gaps[i] for i in kept),
        tuple(window.cases[i] for i in kept),
        tuple(window.quotes[i] for i in kept),
        tuple(Labelled(moved(a.source), moved(a.cue), moved(a.content)) for a in window.attributions),
    )


def renamed(window: Window, names: list[str], rng: random.Random) -> Window:
    """The window with the names inside its sentences replaced by others, one for one."""
    title = CASES.index("title")
    table: dict[str, str] = {}
    forms = list(window.forms)
    for i in range(1, len(forms)):
        inner = window.forms[i - 1][-1].isalnum() and window.cases[i] == title
        if forms[i] in table or (inner and rng.random() < 0.7):
            forms[i] = table.setdefault(forms[i], rng.choice(names))
    return replace(window, forms=tuple(forms))

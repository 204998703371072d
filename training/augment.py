"""Noise that real news brings and the training texts lack: lost or unbalanced marks, one-line texts, other names, lost case."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from training.data import Labelled, Range, Window, merged
from verbale.attribution.tagged_words import CASES, QUOTES, quote_states

LOST_MARK = 0.3  # share of the marks lost in a window that loses some


@dataclass(frozen=True, slots=True)
class Noise:
    """Shares of the windows that are changed in each way, and of the word pieces that are hidden."""

    one_line: float = 0.2
    no_marks: float = 0.07
    some_marks: float = 0.1
    names: float = 0.2
    upper: float = 0.02
    lower: float = 0.03
    hidden: float = 0.04


PLAIN = Noise()


def augmented(window: Window, names: list[str], rng: random.Random, noise: Noise) -> Window:
    """The window after a random choice of changes, each rare; labels follow the words."""
    original = window
    if rng.random() < noise.one_line:
        window = replace(window, gaps=tuple(min(g, 1) for g in window.gaps))
    share = rng.random()
    if share < noise.no_marks + noise.some_marks:
        lost = 1.0 if share < noise.no_marks else LOST_MARK
        window = without(window, {i for i, f in enumerate(window.forms) if f == '"' and rng.random() < lost})
    if rng.random() < noise.names:
        window = renamed(window, names, rng)
    share = rng.random()
    if share < noise.upper + noise.lower:
        shape = CASES.index("upper" if share < noise.upper else "lower")
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

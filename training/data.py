"""PolNeAR's texts and attributions (Newell, Margolin & Ruths 2018) as words, labels and windows."""

from __future__ import annotations

import bisect
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from verbale.attribution.tagged_words import Words, read_words, sentence_starts

Range = tuple[int, int]  # half-open, in words


@dataclass(frozen=True, slots=True)
class Labelled:
    """One attribution in words; a role is empty where the text names none."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One annotated text."""

    name: str
    text: str
    words: Words
    sentences: tuple[int, ...]
    attributions: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring words of one text with the attributions clipped to them, counted from the window's first word."""

    forms: tuple[str, ...]
    gaps: tuple[int, ...]
    cases: tuple[int, ...]
    quotes: tuple[int, ...]
    attributions: tuple[Labelled, ...]


def read_texts(folder: Path) -> list[Text]:
    """Every text of a folder with `text/*.txt` and `attributions/*.ann`, by name."""
    return [read_text(path, folder / "attributions") for path in sorted((folder / "text").glob("*.txt"))]


def read_text(path: Path, annotations: Path) -> Text:
    """One text and its brat standoff; where several annotators did it, the first by name."""
    text = path.read_bytes().decode("utf-8")
    single = annotations / f"{path.stem}.ann"
    found = single if single.exists() else sorted(annotations.glob(f"{path.stem}_????.ann"))[0]
    standoff = found.read_bytes().decode("utf-8")
    words = read_words(text)
    spans = {
        key: [tuple(map(int, span.split())) for span in where.split(";")]
        for key, where in re.findall(r"^(T\d+)\t\S+ ([\d ;]+)\t", standoff, re.MULTILINE)
    }
    attributions = []
    for event in re.findall(r"^E\d+\t.*", standoff, re.MULTILINE):
        roles: dict[str, list[Range]] = defaultdict(list)
        for role, key in re.findall(r"(Source|Cue|Content)\d*:(T\d+)", event):
            roles[role.lower()] += [to_words(words, start, end) for start, end in spans[key]]
        if roles["content"]:
            attributions.append(Labelled(*(merged(roles[role]) for role in ("source", "cue", "content"))))
    return Text(path.stem, text, words, tuple(sentence_starts(words)), tuple(attributions))


def to_words(words: Words, start: int, end: int) -> Range:
    """The words that share a character with the code points [start, end)."""
    return bisect.bisect_right(words.ends, start), bisect.bisect_left(words.starts, end)


def merged(ranges: list[Range]) -> tuple[Range, ...]:
    """The ranges in order, touching ones joined, empty ones left out."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def split(texts: list[Text], held_out: int, seed: int) -> tuple[list[Text], list[Text]]:
    """Texts to learn from and `held_out` texts for thresholds and calibration, drawn with `seed`."""
    names = sorted(text.name for text in texts)
    kept = set(random.Random(seed).sample(names, held_out))
    return [t for t in texts if t.name not in kept], [t for t in texts if t.name in kept]


def clip(ranges: tuple[Range, ...], start: int, end: int) -> tuple[Range, ...]:
    """What lies within [start, end), counted from `start`."""
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in ranges if a < end and b > start)


def window(text: Text, start: int, end: int) -> Window:
    """The words [start, end) of a text; attributions with no word inside are left out."""
    words = text.words
    inside = [Labelled(clip(a.source, start, end), clip(a.cue, start, end), clip(a.content, start, end)) for a in text.attributions]
    return Window(
        words.forms[start:end],
        words.gaps[start:end],
        words.cases[start:end],
        words.quotes[start:end],
        tuple(a for a in inside if a.source or a.cue or a.content),
    )


def cut(text: Text, lengths: list[int], longest: int, first: int) -> list[Range]:
    """Ranges of whole sentences with at most `longest` word pieces each, the first range at most `first`; nothing overlaps.

    `lengths` are word pieces per word. A sentence longer than `longest` is cut.
    """
    ranges: list[Range] = []
    start = used = 0
    room = first
    bounds = [*text.sentences[1:], len(text.words.forms)]
    previous = 0
    for bound in bounds:
        size = sum(lengths[previous:bound])
        if used and used + size > room:
            ranges.append((start, previous))
            start, used, room = previous, 0, longest
        while used + size > longest:
            stop = previous
            while used + lengths[stop] <= longest:
                used += lengths[stop]
                stop += 1
            ranges.append((start, stop))
            start, used, room = stop, 0, longest
            previous, size = stop, sum(lengths[stop:bound])
        used += size
        previous = bound
    if previous > start:
        ranges.append((start, previous))
    return ranges

"""How the wordings of one utterance differ: what was dropped, added, put in other words, hardened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from verbale.matching import lexicon
from verbale.matching.words import Role, Word, words
from verbale.values import Kind, Span, Spans, Wording


class Change(StrEnum):
    """What happened to a stretch of words between the reference and another wording."""

    SAME = "same"
    REWORDED = "reworded"  # other words in the same place
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of words: `here` its spans in the wording's text, `there` in the reference's; one is empty where added or dropped."""

    change: Change
    here: Spans
    there: Spans


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording beside the reference.

    `missing_*` stand in the reference and not here, `other_*` here and not there; hedges are folded phrases, numbers and names as
    written. `speaker` is whom this report credits where that is somebody else than in the reference.
    """

    statement: str
    segments: tuple[Segment, ...]
    missing_numbers: tuple[str, ...] = ()
    other_numbers: tuple[str, ...] = ()
    missing_names: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    missing_hedges: tuple[str, ...] = ()
    other_hedges: tuple[str, ...] = ()
    speaker: str | None = None

    @property
    def hardened(self) -> bool:
        """Whether a hedge of the reference vanished and none came in its place."""
        return bool(self.missing_hedges) and not self.other_hedges


@dataclass(frozen=True, slots=True)
class Drift:
    """The wordings of one utterance side by side: the statement taken as reference, and every other in the order given."""

    reference: str
    variants: tuple[Variant, ...]


def drift(wordings: Sequence[Wording]) -> Drift:
    """What differs between the wordings of one utterance, in the order given; ValueError where there is none."""
    reference = fullest(wordings)
    return Drift(reference.statement, tuple(variant(reference, wording) for wording in wordings if wording is not reference))


def fullest(wordings: Sequence[Wording]) -> Wording:
    """The wording that others are held against: the longest direct quotation, or without one the longest wording of the fullest kind.

    The first of equals; ValueError where there is none.
    """
    if not wordings:
        raise ValueError("drift needs at least one wording")
    rank = {Kind.DIRECT: 2, Kind.MIXED: 1, Kind.INDIRECT: 0}
    return max(wordings, key=lambda wording: (rank[wording.kind], len(wording.text)))


def variant(reference: Wording, wording: Wording) -> Variant:
    """One wording beside the reference."""
    there, here = words(reference.text), words(wording.text)
    missing_hedges, other_hedges = _difference(_hedges(there), _hedges(here))
    # Reported speech says "would" for "will": only what a quotation keeps is a hedge that the other lacks.
    missing_hedges = _kept(missing_hedges, reference.kind)
    other_hedges = _kept(other_hedges, wording.kind)
    numbers, other_numbers = _difference(_written(there, reference, Role.NUMBER), _written(here, wording, Role.NUMBER))
    names, other_names = _difference(_written(there, reference, Role.NAME), _written(here, wording, Role.NAME))
    return Variant(
        statement=wording.statement,
        segments=_segments(there, here),
        missing_numbers=numbers,
        other_numbers=other_numbers,
        missing_names=names,
        other_names=other_names,
        missing_hedges=missing_hedges,
        other_hedges=other_hedges,
        speaker=wording.speaker if wording.speaker != reference.speaker else None,
    )


def _kept(hedges: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
    return hedges if kind is Kind.DIRECT else tuple(hedge for hedge in hedges if hedge not in lexicon.BACKSHIFTED)


def _difference(there: dict[str, str], here: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What only the one and only the other holds, compared by key, as written, in text order."""
    return (
        tuple(written for key, written in there.items() if key not in here),
        tuple(written for key, written in here.items() if key not in there),
    )


def _written(found: Sequence[Word], wording: Wording, role: Role) -> dict[str, str]:
    return {word.key: wording.text[word.start : word.end] for word in found if word.role is role}


def _hedges(found: Sequence[Word]) -> dict[str, str]:
    forms = [word.form for word in found]
    hedges = {form: form for form in forms if form in lexicon.HEDGES}
    for phrase in lexicon.HEDGE_PHRASES:
        if any(tuple(forms[at : at + len(phrase)]) == phrase for at in range(len(forms) - len(phrase) + 1)):
            hedges[" ".join(phrase)] = " ".join(phrase)
    return hedges


def _segments(there: Sequence[Word], here: Sequence[Word]) -> tuple[Segment, ...]:
    """The stretches of both wordings in order, by the longest common subsequence of stems; equal stems count as the same word."""
    found: list[Segment] = []
    codes = Indel.opcodes([word.key for word in there], [word.key for word in here])
    pending: list[tuple[str, int, int, int, int]] = [
        (code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes
    ]
    at = 0
    while at < len(pending):
        tag, start, end, their_start, their_end = pending[at]
        following = pending[at + 1] if at + 1 < len(pending) else None
        if tag != "equal" and following and following[0] not in ("equal", tag):
            start, end = min(start, following[1]), max(end, following[2])
            their_start, their_end = min(their_start, following[3]), max(their_end, following[4])
            tag, at = "replace", at + 1
        found.append(Segment(_CHANGES[tag], _stretch(here, their_start, their_end), _stretch(there, start, end)))
        at += 1
    return tuple(found)


_CHANGES = {"equal": Change.SAME, "replace": Change.REWORDED, "insert": Change.ADDED, "delete": Change.DROPPED}


def _stretch(found: Sequence[Word], start: int, end: int) -> Spans:
    return (Span(found[start].start, found[end - 1].end),) if start < end else ()

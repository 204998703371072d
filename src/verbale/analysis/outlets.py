"""Outlet against outlet: one utterance told with different numbers, names or speakers by independent publishers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from heapq import nsmallest
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from verbale.analysis.events import event_day, order
from verbale.analysis.findings import Conflict, ConflictKind
from verbale.analysis.testimony import Testimony
from verbale.analysis.wording import content_words, words
from verbale.ids import content_id
from verbale.values import Kind

SAME_NAME = 82.0
"""Similarity (0 to 100) from which two spellings are one name: most transliterations reach it."""

COPIED = 0.8
"""Share of the shorter report's words in the longer from which they are one utterance, whoever is credited."""

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
_NUMBERS = {word: value for value, word in enumerate(_BELOW_TWENTY.split())} | _TENS
_VARIANTS = {"kiev": "kyiv", "odessa": "odesa", "kharkov": "kharkiv", "lvov": "lviv", "chernigov": "chernihiv", "nikolaev": "mykolaiv"}
"""City names that English writes from two languages; fuzzy comparison misses them."""
_CAPITAL = re.compile(r"(?<![.!?:“”\"‘'(\[]\s)(?<![“\"‘'(\[])(?<!^)\b[A-Z][\w’'-]*[a-z][\w’'-]*")
_NUMBER = re.compile(r"\b(?P<n>\d[\d,.]*\d|\d|" + "|".join(_NUMBERS) + r")[\s-]+(?P<unit>[a-z]{3,})", re.IGNORECASE)


def outlet_conflicts(testimonies: Sequence[Testimony], persons: Collection[str]) -> Iterable[Conflict]:
    """Conflicts within one utterance's reports, and near-equal words that are credited to different persons of the dossier (ids)."""
    groups: dict[str, list[Testimony]] = defaultdict(list)
    for testimony in testimonies:
        groups[testimony.utterance].append(testimony)
    for utterance in sorted(groups):
        group = sorted(groups[utterance], key=order)
        heads = list({t.witness: t for t in reversed(group)}.values())[::-1]
        if len(heads) > 1:
            yield from _within(heads)
    yield from _credited(testimonies, persons)


def _within(heads: Sequence[Testimony]) -> Iterable[Conflict]:
    """The first difference of each kind between two witnesses of one utterance."""
    done: set[tuple[str, tuple[str, ...]]] = set()
    for one, other in combinations(heads[:WITNESSES], 2):
        for about, differs in (
            ("speaker", _speakers(one, other)),
            ("number", _numbers(one.quote, other.quote)),
            ("name", _names(one.quote, other.quote)),
        ):
            if differs is not None and (about, tuple(sorted(differs))) not in done:
                done.add((about, tuple(sorted(differs))))
                yield _conflict(about, one, other, differs)


WITNESSES = 12
"""How many witnesses of one utterance are compared with each other."""


def _conflict(about: str, one: Testimony, other: Testimony, differs: tuple[str, str]) -> Conflict:
    parties = dict.fromkeys(p for t in (one, other) if (p := t.statement.resolution.party) is not None)
    return Conflict(
        id=content_id("conflict-of-outlets", about=about, first=one.statement.id, second=other.statement.id),
        kind=ConflictKind.OUTLETS,
        about=about,
        on=event_day((one, other)),
        parties=tuple(parties),
        first=(one,),
        second=(other,),
        differs=differs,
    )


def _speakers(one: Testimony, other: Testimony) -> tuple[str, str] | None:
    """Two persons credited with the same words; a person and the party or office that it speaks for are no conflict."""
    first, second = one.statement.resolution.speaker, other.statement.resolution.speaker
    if first is None or second is None or first.id is None or second.id is None or first.id == second.id:
        return None
    parties = {one.statement.resolution.party, other.statement.resolution.party}
    if first.id in parties or second.id in parties:
        return None
    return first.name, second.name


def _numbers(one: str, other: str) -> tuple[str, str] | None:
    """A number that both give for the same thing, with another value."""
    first, second = _counted(one), _counted(other)
    for unit in sorted(first.keys() & second.keys()):
        mine, theirs = {n for n, _ in first[unit]}, {n for n, _ in second[unit]}
        if mine.isdisjoint(theirs):
            return first[unit][0][1], second[unit][0][1]
    return None


def _counted(text: str) -> dict[str, list[tuple[float, str]]]:
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for match in _NUMBER.finditer(text):
        word = match.group("n").lower()
        try:
            value = float(_NUMBERS[word]) if word in _NUMBERS else float(word.replace(",", ""))
        except ValueError:
            continue
        found[match.group("unit").lower().rstrip("s")].append((value, match.group()))
    return found


def _names(one: str, other: str) -> tuple[str, str] | None:
    """A name in the one account that stands where the other has another name: the rest of both accounts must agree."""
    first, second = _capitals(one), _capitals(other)
    mine = [name for name in first if not any(_same_name(name, theirs) for theirs in second) and name.casefold() not in other.casefold()]
    theirs = [name for name in second if not any(_same_name(name, ours) for ours in first) and name.casefold() not in one.casefold()]
    if len(mine) != 1 or len(theirs) != 1:
        return None
    return (mine[0], theirs[0]) if _beside(one, mine[0]) & _beside(other, theirs[0]) else None


def _capitals(text: str) -> list[str]:
    return list(dict.fromkeys(match.group() for match in _CAPITAL.finditer(text)))


def _beside(text: str, name: str) -> frozenset[str]:
    """The words just before and after a name, which tell what it names."""
    at = text.index(name)
    before, after = words(text[:at])[-2:], words(text[at + len(name) :])[:2]
    return frozenset(f"{word}<" for word in before) | frozenset(f">{word}" for word in after)


def _same_name(one: str, other: str) -> bool:
    first, second = (_VARIANTS.get(folded, folded) for folded in (_plain(one), _plain(other)))
    return first == second or first in second or second in first or ratio(first, second) >= SAME_NAME


def _plain(name: str) -> str:
    return re.sub(r"(?:'s|’s|')$", "", anyascii(name).casefold())


def _credited(testimonies: Sequence[Testimony], persons: Collection[str]) -> Iterable[Conflict]:
    """The same words of neighbouring days credited to two persons, by independent witnesses, at least one of them in quotation.

    Looked up by their rarest words, among the latest that share one, so that work stays linear.
    """
    spoken = [t for t in sorted(testimonies, key=order) if _person(t) in persons and len(content_words(t.quote)) >= LEAST_SHARED]
    counts = Counter(word for t in spoken for word in content_words(t.quote))
    index: dict[str, list[Testimony]] = defaultdict(list)
    done: set[tuple[str, str]] = set()
    for testimony in spoken:
        rarest = nsmallest(RAREST, content_words(testimony.quote), key=lambda word: (counts[word], word))
        partners = {p.statement.id: p for word in rarest for p in index[word][-WITNESSES:]}
        for _, partner in sorted(partners.items()):
            differs = _miscredited(partner, testimony)
            key = (partner.utterance, testimony.utterance)
            if differs is not None and key not in done:
                done.add(key)
                yield _conflict("speaker", partner, testimony, differs)
        for word in rarest:
            index[word].append(testimony)


RAREST, LEAST_SHARED = 6, 6
"""Words by which a statement is looked up; words of meaning that two reports share at least to be of one utterance."""


def _person(testimony: Testimony) -> str | None:
    speaker = testimony.statement.resolution.speaker
    return speaker.id if speaker is not None else None


def _miscredited(one: Testimony, other: Testimony) -> tuple[str, str] | None:
    if one.utterance == other.utterance or one.witness == other.witness:
        return None
    if abs((one.day or date.max) - (other.day or date.max)) > NEIGHBOURING:
        return None
    kinds = {one.statement.attribution.kind, other.statement.attribution.kind}
    if kinds == {Kind.INDIRECT} or (Kind.INDIRECT in kinds and one.statement.resolution.party != other.statement.resolution.party):
        return None
    first, second = content_words(one.quote), content_words(other.quote)
    shared = len(first & second)
    if shared < LEAST_SHARED or shared < COPIED * min(len(first), len(second)):
        return None
    return _speakers(one, other)


NEIGHBOURING = timedelta(days=3)
"""How far two reports of one utterance may lie apart."""

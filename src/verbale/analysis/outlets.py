"""Outlet against outlet: one utterance told with different numbers, names or speakers by independent publishers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, combinations, pairwise, product
from zlib import crc32

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from verbale.analysis.findings import ConflictKind, ConflictOf
from verbale.analysis.kept import ALL, Kept
from verbale.analysis.once import once
from verbale.analysis.voices import Voice, utterance_day
from verbale.analysis.wording import content_words, words
from verbale.dossier.model import Dossier
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


@dataclass(frozen=True, slots=True)
class Account:
    """A voice with its words and what they are looked up by (`sketch_of`)."""

    voice: Voice
    quote: str
    sketch: tuple[str, ...]

    @property
    def in_quotation(self) -> bool:
        """Whether at least a part of the words is quoted directly."""
        return self.voice.kind is not Kind.INDIRECT


def within(reports: Iterable[Account], dossier: Dossier) -> Iterator[Kept[ConflictOf[str]]]:
    """The first difference of each kind between two witnesses of one utterance, whose reports these are."""
    heads: dict[str, Account] = {}
    for account in sorted(reports, key=lambda one: one.voice.order):
        heads.setdefault(account.voice.witness, account)
    done: set[tuple[str, tuple[str, ...]]] = set()
    for one, other in combinations(list(heads.values())[:WITNESSES], 2):
        for about, differs in (
            ("speaker", _speakers(one.voice, other.voice, dossier)),
            ("number", _numbers(one.quote, other.quote)),
            ("name", _names(one.quote, other.quote)),
        ):
            if differs is not None and (about, tuple(sorted(differs))) not in done:
                done.add((about, tuple(sorted(differs))))
                yield _conflict(about, one.voice, other.voice, differs)


WITNESSES = 12
"""How many witnesses of one utterance are compared with each other."""


def _conflict(about: str, one: Voice, other: Voice, differs: tuple[str, str]) -> Kept[ConflictOf[str]]:
    parties = dict.fromkeys(voice.party for voice in (one, other) if voice.party is not None)
    conflict = ConflictOf(
        id=content_id("conflict-of-outlets", about=about, first=one.statement, second=other.statement),
        kind=ConflictKind.OUTLETS,
        about=about,
        on=utterance_day((one, other)),
        parties=tuple(parties),
        first=(one.statement,),
        second=(other.statement,),
        differs=differs,
    )
    return Kept(max(one.day or ALL, other.day or ALL), None, conflict)


def _speakers(one: Voice, other: Voice, dossier: Dossier) -> tuple[str, str] | None:
    """Two persons credited with the same words; a person and the party or office that it speaks for are no conflict."""
    first, second = one.speaker, other.speaker
    if first is None or second is None or first == second or {first, second} & {one.party, other.party}:
        return None
    known = _known(dossier)
    return (known[first][0], known[second][0]) if first in known and second in known else None


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


Phrases = Mapping[date, Mapping[str, Sequence[tuple[str, str | None]]]]
"""The accounts, with their speakers, that share a phrase of their sketches, by the day of their utterances (ALL: none)."""


def phrases_of(sketched: Iterable[tuple[str, str | None, date, Sequence[str]]]) -> Phrases:
    """What leads from one account to another: statements, their speakers, the days of their utterances and their sketches, turned round."""
    told = list(sketched)
    shared = {phrase for phrase, count in Counter(chain.from_iterable(phrases for *_, phrases in told)).items() if count > 1}
    found: dict[date, dict[str, list[tuple[str, str | None]]]] = defaultdict(dict)
    for key, speaker, on, phrases in told:
        of_day = found[on]
        for phrase in shared.intersection(phrases):
            of_day.setdefault(phrase, []).append((key, speaker))
    return found


def alike(day: date, phrases: Phrases) -> list[tuple[str, str]]:
    """The pairs of accounts of two speakers that share a phrase, the later or both of a day (ALL: of none), the other near before it.

    A phrase that many use on one day leads to nobody.
    """
    earlier = [] if day == ALL else [phrases.get(day - timedelta(days=back), {}) for back in range(1, NEIGHBOURING + 1)]
    found: set[tuple[str, str]] = set()
    for phrase, mine in phrases.get(day, {}).items():
        if len(mine) <= COMMON:
            near = [told for of_day in earlier if phrase in of_day and len(told := of_day[phrase]) <= COMMON]
            for told in (mine, *near):
                found.update((min(a, b), max(a, b)) for (a, one), (b, other) in product(mine, told) if one != other)
    return sorted(found)


def copied(pairs: Iterable[tuple[str, str]], quotes: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs whose words are so much the same that they are one utterance, whoever is credited."""
    found: list[tuple[str, str]] = []
    for one, other in pairs:
        mine, theirs = content_words(quotes[one]), content_words(quotes[other])
        if len(mine & theirs) >= max(LEAST_SHARED, COPIED * min(len(mine), len(theirs))):
            found.append((one, other))
    return found


def credited(pairs: Iterable[tuple[Account, Account]], dossier: Dossier) -> Iterator[Kept[ConflictOf[str]]]:
    """The same words (`copied`) of neighbouring days credited to two persons, by independent witnesses, at least one of them in quotation.

    Of the accounts of two utterances the first in order of time make the conflict.
    """
    done: dict[tuple[str, str], tuple[Account, Account]] = {}
    for account, other in pairs:
        first, second = sorted((account, other), key=lambda one: (one.voice.order, one.voice.statement))
        both = (min(first.voice.utterance, second.voice.utterance), max(first.voice.utterance, second.voice.utterance))
        earlier = both not in done or _place(first, second) < _place(*done[both])
        if earlier and _miscredited(first, second) and _speakers(first.voice, second.voice, dossier) is not None:
            done[both] = (first, second)
    for both in sorted(done):
        one, two = (account.voice for account in done[both])
        differs = _speakers(one, two, dossier)
        if differs is not None:
            yield _conflict("speaker", one, two, differs)


COMMON = 20
"""Accounts of one day that may share a phrase for it to lead from one to the other."""


def _place(one: Account, other: Account) -> tuple[object, ...]:
    return (other.voice.order, other.voice.statement, one.voice.order, one.voice.statement)


SKETCH, LEAST_SHARED = 6, 6
"""Pairs of words by which a statement is looked up; words of meaning that two reports share at least to be of one utterance."""


def sketch_of(voice: Voice, quoted: str, dossier: Dossier) -> tuple[str, ...]:
    """What a person's words are looked up by: of the pairs of neighbouring words of meaning the first in an order that chance made.

    Two texts that share most pairs share one of these, whatever else a record holds (min-wise hashing, Broder 1997). Empty for who is no
    person of the dossier, and for what is too short to be told again word for word.
    """
    if voice.meaning < LEAST_SHARED or not _known(dossier).get(voice.speaker or "", ("", False))[1]:
        return ()
    meaning = content_words(quoted)
    told = [stem for word in words(quoted) if (stem := word[:6]) in meaning]
    shuffled = sorted([(crc32(pair.encode()), pair) for pair in {f"{one} {other}" for one, other in pairwise(told)}])
    return tuple([pair for _, pair in shuffled[:SKETCH]])


@once
def _known(dossier: Dossier) -> dict[str, tuple[str, bool]]:
    """The name of everybody whom the dossier knows, by id, and whether it is a person."""
    parties = {party.id: (party.name, False) for party in dossier.parties}
    return parties | {actor.id: (actor.name, actor.person) for actor in dossier.actors}


def _miscredited(first: Account, second: Account) -> bool:
    one, other = first.voice, second.voice
    if one.utterance == other.utterance or one.witness == other.witness or one.speaker == other.speaker:
        return False
    if not (first.in_quotation or second.in_quotation):
        return False
    return (first.in_quotation and second.in_quotation) or one.party == other.party


NEIGHBOURING = 3
"""Days by which two reports of one utterance may lie apart."""

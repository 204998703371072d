"""A small language for phrases, and a lexicon that finds thousands of them in one pass over a text.

`verb~` stands for the verb and its inflections, `(a/b)` for a choice, `word*` for a beginning, `*word` for an ending, `_` for up to three
words between, `?` after a word or choice for an optional one. Case, quotation marks inside, the form of apostrophes and the dots of a
Russian "ё" do not matter. A phrase begins with two letters or with a word of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verbale.values import Move

_IRREGULAR = {
    "be": "is|are|was|were|been|being|am|'s|'re|'m", "have": "has|had|having|'ve", "do": "does|did|done|doing", "say": "says|said|saying",
    "see": "sees|saw|seen|seeing", "seek": "seeks|sought|seeking", "hold": "holds|held|holding", "put": "puts|putting",
    "pull": "pulls|pulled|pulling", "lie": "lies|lied|lying", "fight": "fights|fought|fighting", "pay": "pays|paid|paying",
    "take": "takes|took|taken|taking", "give": "gives|gave|given|giving", "make": "makes|made|making", "go": "goes|went|gone|going",
    "withdraw": "withdraws|withdrew|withdrawn|withdrawing", "swear": "swears|swore|sworn|swearing", "set": "sets|setting",
    "undertake": "undertakes|undertook|undertaken|undertaking", "forbid": "forbids|forbade|forbidden|forbidding",
    "shoot": "shoots|shot|shooting", "strike": "strikes|struck|striking", "steal": "steals|stole|stolen|stealing",
    "mislead": "misleads|misled|misleading", "begin": "begins|began|begun|beginning", "bring": "brings|brought|bringing",
    "meet": "meets|met|meeting", "break": "breaks|broke|broken|breaking", "tell": "tells|told|telling", "beg": "begs|begged|begging",
    "bow": "bows|bowed|bowing", "plan": "plans|planned|planning", "hit": "hits|hitting", "rip": "rips|ripped|ripping",
    "slam": "slams|slammed|slamming", "commit": "commits|committed|committing", "admit": "admits|admitted|admitting",
    "stop": "stops|stopped|stopping", "shell": "shells|shelled|shelling", "cut": "cuts|cutting", "let": "lets|letting",
    "veto": "vetoes|vetoed|vetoing", "stall": "stalls|stalled|stalling", "cancel": "cancels|canceled|cancelled|canceling|cancelling",
    "feel": "feels|felt|feeling", "run": "runs|ran|running", "drop": "drops|dropped|dropping", "spurn": "spurns|spurned|spurning",
    "keep": "keeps|kept|keeping", "sue": "sues|sued|suing", "win": "wins|won|winning", "think": "thinks|thought|thinking",
    "get": "gets|got|gotten|getting", "lose": "loses|lost|losing", "leave": "leaves|left|leaving", "agree": "agrees|agreed|agreeing",
    "offer": "offers|offered|offering", "press": "presses|pressed|pressing", "order": "orders|ordered|ordering",
}  # fmt: skip
_GAP = r"(?:[^\w.!?;:…]{1,4}[\w'’\-]+){0,3}?"
_SEPARATOR = r"[^\w.!?;:…]{1,4}"


def inflections(verb: str) -> tuple[str, ...]:
    """The verb and its inflected forms, the base first."""
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb].split("|"))
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if re.search(r"[^aeiou]y$", verb):
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    plural = verb + ("es" if re.search(r"(s|x|z|ch|sh)$", verb) else "s")
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]", verb):
        return (verb, plural, verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    return (verb, plural, verb + "ed", verb + "ing")


def _alternatives(item: str) -> list[str]:
    choices = re.split(r"[/|]", item.strip("()")) if item.startswith("(") else [item]
    expanded: list[str] = []
    for choice in choices:
        expanded.extend(inflections(choice[:-1]) if choice.endswith("~") else [choice])
    return expanded


def _regex(alternative: str) -> str:
    before = r"\w*" if alternative.startswith("*") else ""
    after = r"\w*" if alternative.endswith("*") else r"(?!\w)"
    escaped = re.escape(alternative.strip("*")).replace("'", "['’ʼ]").replace("е", "[её]").replace(r"\ ", _SEPARATOR)
    return before + escaped + after


def _items(phrase: str) -> list[str]:
    return re.findall(r"\([^)]*\)\??|\S+", phrase)


def _compiled(phrase: str) -> tuple[re.Pattern[str], set[str]]:
    """The pattern of a phrase and the first two letters that it may begin with."""
    pattern, keys = "", set[str]()
    for index, item in enumerate(_items(phrase)):
        if item == "_":
            pattern += _GAP
            continue
        optional = item.endswith("?")
        choices = _alternatives(item.rstrip("?"))
        group = "(?:" + "|".join(_regex(choice) for choice in choices) + ")"
        if index == 0:
            keys = {choice[:2].casefold().ljust(2) for choice in choices}
            pattern += group
        else:
            pattern += f"(?:{_SEPARATOR}{group})" + ("?" if optional else "")
    return re.compile(pattern, re.IGNORECASE), keys


@dataclass(frozen=True, slots=True)
class Hit:
    """One phrase found: what it stands for, how strongly, and where in the text that was searched (half-open)."""

    label: str
    weight: float
    start: int
    end: int


_START = re.compile(r"(?<!\w)\w|['’](?=\w)")


class Lexicon:
    """Phrases with a label and a weight, indexed by the first two letters of their first word."""

    def __init__(self, entries: Iterable[tuple[str, float, Iterable[str]]]) -> None:
        self._index: dict[str, list[tuple[re.Pattern[str], str, float]]] = {}
        for label, weight, phrases in entries:
            for phrase in phrases:
                pattern, keys = _compiled(phrase)
                for key in sorted(keys):
                    self._index.setdefault(key, []).append((pattern, label, weight))

    def hits(self, text: str) -> Iterator[Hit]:
        """Every phrase of the lexicon in the text, by start."""
        for match in _START.finditer(text):
            start = match.start()
            key = text[start : start + 2].casefold().replace("’", "'").replace("ё", "е")
            for pattern, label, weight in self._index.get(key, ()):
                found = pattern.match(text, start)
                if found:
                    yield Hit(label, weight, start, found.end())

    def first(self, text: str) -> Hit | None:
        """The first hit, the longest of those that start there."""
        best: Hit | None = None
        for hit in self.hits(text):
            if best is not None and hit.start > best.start:
                break
            if best is None or hit.end > best.end:
                best = hit
        return best


def lexicon(moves: Iterable[tuple[Move, float, Iterable[str]]]) -> Lexicon:
    """A lexicon of phrases that speak for moves."""
    return Lexicon((move.value, weight, phrases) for move, weight, phrases in moves)


def phrases(listed: Iterable[str]) -> Lexicon:
    """A lexicon of phrases that all stand for one thing."""
    return Lexicon([("", 1.0, listed)])

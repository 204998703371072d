"""Russian and Ukrainian without a parse: quotation marks, verbs of speech and of stands, and "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.attribution.quotes import Quotation
from verbale.attribution.rules_find import Find
from verbale.attribution.rules_lexicon_slavic import (
    ACCORDING,
    ADVERBS,
    DAY_WITH_PREPOSITION,
    SPEAKS,
    SPOKE,
    STANDING,
    STANDS,
    STOOD,
    THAT,
    TO_WHOM,
    WHEN,
)
from verbale.attribution.rules_sentences import sentences
from verbale.attribution.rules_tree import trimmed
from verbale.values import Span

LANGUAGES = frozenset({"ru", "uk"})
WORD = r"[\w’'-]+"


def _any(forms: frozenset[str]) -> str:
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


PAST = r"(?:л[аои]?|в)(?:с[ья])?"
STAND = rf"(?:(?:{_any(STOOD)}){PAST}|{_any(STANDS)}|{STANDING})"
SPEECH = rf"\b(?:не\s+)?(?:(?:{_any(SPOKE)}){PAST}|{_any(SPEAKS)}|{STAND})\b"
PRONOUNS = r"(?:он|она|они|він|вона|вони|я|мы|ми)\b"
DASH = r"\s*[,.?!]?\s*[–—-]+\s*"
AFTER = re.compile(rf"{DASH}(?P<cue>{SPEECH})\s+(?P<source>[^.,;:!?–—\n«»]+)", re.IGNORECASE)
AFTER_INVERTED = re.compile(rf"{DASH}(?P<source>(?:{WORD}\s+){{1,8}}?)(?P<cue>{SPEECH})", re.IGNORECASE)
BEFORE = re.compile(rf"(?P<source>[^.,;:!?–—\n«»]+?)\s+(?P<cue>{SPEECH})(?:\s+[^.:;!?\n«»]{{0,60}})?:\s*$", re.IGNORECASE)
DATED = re.compile(r",\s+\d{1,2}\s+\w+(?:\s+\d{4}(?:\s+(?:года|року))?)?,\s*$")
"""A date between commas, behind a name: "Орлан в среду, 16 мая, заявил"."""
BREAK = re.compile(r"[.,;:!?–—\n]")
REACH = 160
"""Characters before a cue in which its source stands."""
CUE = re.compile(rf"(?<=\s){SPEECH}(?=\W)", re.IGNORECASE)
STANDING_CUE = re.compile(rf"(?<=\s)(?:не\s+)?{STAND}\s+(?=[^,.])", re.IGNORECASE)
THAT_CLAUSE = re.compile(
    rf"(?:(?:\s+[^.,;:!?\n]{{0,40}})?,\s+(?:{THAT})|:(?=\s+[^«“„\"\s]))\s+(?P<content>.+)",
    re.IGNORECASE | re.DOTALL,
)
NAMED = re.compile(rf"\s*(?:{PRONOUNS}|[^«»]*(?-i:[А-ЯЁІЇЄҐ])[^«»]*$)", re.IGNORECASE)
COLON = re.compile(r"(?P<source>[А-ЯЁІЇЄҐ][^.,;:!?–—\n«»]{1,60}):\s*$")
AS = re.compile(rf"(?:как|як)\s+(?P<cue>{SPEECH})\s+(?P<source>[^.,;:!?–—\n«»]+),\s+(?P<content>.+)", re.IGNORECASE | re.DOTALL)
TAGGED = re.compile(rf"(?P<content>[^«»]+),\s+(?P<cue>{SPEECH})\s+(?P<source>[^.,;:!?–—\n«»]+)[.!?…]*\s*$", re.IGNORECASE)
ASCRIBED = re.compile(rf"(?P<cue>\b(?:{ACCORDING})\b)\s+(?P<source>[^.,;:!?–—\n]+)", re.IGNORECASE)
ITS = re.compile(
    r"\b(?P<lead>по|за|на)\s+(?P<source>его|е[её]|их|його|її|їхн(?:іми|ю))\s+(?P<noun>словам|мнению|данным|словами|даними|думку)\b,?\s+",
    re.IGNORECASE,
)
PRONOUN = re.compile(PRONOUNS, re.IGNORECASE)
SAID_TO = re.compile(
    rf"\s+(?:{TO_WHOM}|{WHEN}|{ADVERBS})(?!\w).*$|\s+(?:в|во|на|у|после|після|перед|по|під|во время|під час|со|с|з|із|о|об|про)\s+"
    r"(?!(?:[^\s]+\s+)*(?-i:[А-ЯЁІЇЄҐ][а-яёіїєґ’'-]+\s+[А-ЯЁІЇЄҐ][а-яёіїєґ’'-]+)\s*$).*$",
    re.IGNORECASE,
)
"""What follows a name and tells to whom, where and when it was said, unless it leads on to a full name ("посол в Зенде Мара Орлан")."""
LEADING = re.compile(
    rf"\s*(?:(?:{TO_WHOM}|{WHEN}|{ADVERBS}|{DAY_WITH_PREPOSITION})(?!\w)\s*)*(?:(?:в|во|у)\s+(?-i:(?=[А-ЯЁІЇЄҐ])))?", re.IGNORECASE
)
"""The same before a name: "во вторник Орлан", and the preposition of "в Зенде"."""
FEWEST_WORDS = 3


def slavic_finds(text: str, line: Span, marked: Sequence[Quotation]) -> Iterator[Find]:
    """What a paragraph attributes; sources are the words between the cue and the next punctuation."""
    quoted = [quotation for quotation in marked if line.contains(quotation.span) and _speech(text, quotation, line.end)]
    tagged = False
    for place, quotation in enumerate(quoted):
        limit = quoted[place + 1].span.start if place + 1 < len(quoted) else line.end
        floor = quoted[place - 1].span.end if place else line.start
        after = AFTER.match(text, quotation.span.end, limit) or AFTER_INVERTED.match(text, quotation.span.end, limit)
        match = after or BEFORE.search(text, max(floor, quotation.span.start - REACH), quotation.span.start)
        if match:
            tagged = True
            yield from _find(text, match, quotation.span, "quote-tag" if after else "tag-quote")
        elif colon := COLON.match(text, floor, quotation.span.start):
            yield Find((Span(*colon.span("source")),), (), (quotation.span,), "slavic-colon")
    for sentence in sentences(text, line):
        find = _clausal(text, sentence) or _around(text, sentence) or _position(text, sentence)
        if find is not None:
            yield find
        match = ASCRIBED.search(text, sentence.start, sentence.end)
        if match and not (tagged and any(sentence.overlaps(quotation.span) for quotation in quoted)):
            behind = match.start("cue") - sentence.start < FEWEST_WORDS
            rest = (
                Span(match.end(), sentence.end) if behind and match.end() < sentence.end else Span(sentence.start, match.start("cue") or 1)
            )
            yield from _find(text, match, rest, "according")
        match = ITS.search(text, sentence.start, sentence.end)
        if match and not (tagged and any(sentence.overlaps(quotation.span) for quotation in quoted)):
            rest = Span(match.end(), sentence.end) if match.start() == sentence.start else Span(sentence.start, match.start())
            cue = (Span(*match.span("lead")), Span(*match.span("noun")))
            yield Find((Span(*match.span("source")),), cue, (rest,), "slavic-according")


def _speech(text: str, quotation: Quotation, limit: int) -> bool:
    """Whether a quotation is somebody's words rather than a name or a scare quote: long enough, or with a speaker behind a dash."""
    return len(quotation.inside.of(text).split()) >= FEWEST_WORDS or AFTER.match(text, quotation.span.end, limit) is not None


def _clausal(text: str, sentence: Span) -> Find | None:
    """A speaker, a verb and a clause: "Орлан заявил, что …"."""
    for cue in CUE.finditer(text, sentence.start, sentence.end):
        clause = THAT_CLAUSE.match(text, cue.end(), sentence.end)
        source = _before(text, sentence.start, cue.start()) if clause else None
        if clause is not None and source is not None:
            return _found(text, source, Span(*cue.span()), Span(*clause.span("content")), "clausal")
    return None


def _around(text: str, sentence: Span) -> Find | None:
    """A tag in front of or behind a sentence: "как сообщил Орлан, …", "…, заявил Орлан"."""
    for rule, family in (AS, "as"), (TAGGED, "tagged"):
        match = rule.match(text, sentence.start, sentence.end)
        if match is not None:
            return _found(text, Span(*match.span("source")), Span(*match.span("cue")), Span(*match.span("content")), family)
    return None


def _position(text: str, sentence: Span) -> Find | None:
    """A speaker by name or pronoun, and a verb that tells a stand and governs the rest of the sentence."""
    for cue in STANDING_CUE.finditer(text, sentence.start, sentence.end):
        source = _before(text, sentence.start, cue.start())
        if source is not None and NAMED.match(source.of(text)):
            end = cue.start() + len(cue[0].rstrip())
            return _found(text, source, Span(cue.start(), end), Span(cue.end(), sentence.end), "position")
    return None


def _before(text: str, start: int, end: int) -> Span | None:
    """The words between the last punctuation and a place, a date between commas skipped."""
    dated = DATED.search(text, max(start, end - REACH), end)
    end = dated.start() if dated is not None else end
    start = max((match.end() for match in BREAK.finditer(text, max(start, end - REACH), end)), default=max(start, end - REACH))
    return Span(start, end) if text[start:end].strip() else None


def _find(text: str, match: re.Match[str], content: Span, family: str) -> Iterator[Find]:
    find = _found(text, Span(*match.span("source")), Span(*match.span("cue")), content, family)
    if find is not None:
        yield find


def _found(text: str, source: Span, cue: Span, content: Span, family: str) -> Find | None:
    name, inside = trimmed(text, _speaker(text, source)), trimmed(text, content)
    return Find((name,), (cue,), (inside,), f"slavic-{family}") if name is not None and inside is not None else None


def _speaker(text: str, source: Span) -> Span:
    """A source without the words that tell to whom, where and when it speaks."""
    leading = LEADING.match(text, source.start, source.end)
    if leading is not None and leading.start() < leading.end() < source.end:
        source = Span(leading.end(), source.end)
    pronoun = PRONOUN.match(text, source.start, source.end)
    if pronoun is not None:
        return Span(*pronoun.span())
    tail = SAID_TO.search(source.of(text).rstrip())
    return Span(source.start, source.start + tail.start()) if tail is not None and tail.start() > 0 else source

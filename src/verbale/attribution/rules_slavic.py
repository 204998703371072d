"""Russian and Ukrainian without a parse: quotation marks, verbs of speech and "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.attribution.quotes import Quotation
from verbale.attribution.rules_find import Find
from verbale.attribution.rules_lexicon_slavic import ACCORDING, FINITE, THAT, TO_WHOM
from verbale.attribution.rules_sentences import sentences
from verbale.attribution.rules_tree import trimmed
from verbale.values import Span

LANGUAGES = frozenset({"ru", "uk"})
WORD = r"[\w’'-]+"
SPEECH = rf"\b(?:{'|'.join(sorted(FINITE, key=len, reverse=True))})\b"
DASH = r"\s*[,.?!]?\s*[–—-]+\s*"
AFTER = re.compile(rf"{DASH}(?P<cue>{SPEECH})\s+(?P<source>[^.,;:!?–—\n«»]+)", re.IGNORECASE)
AFTER_INVERTED = re.compile(rf"{DASH}(?P<source>(?:{WORD}\s+){{1,8}}?)(?P<cue>{SPEECH})", re.IGNORECASE)
BEFORE = re.compile(rf"(?P<source>[^.,;:!?–—\n«»]+?)\s+(?P<cue>{SPEECH})(?:\s+[^.:;!?\n«»]{{0,60}})?:\s*$", re.IGNORECASE)
CLAUSE = re.compile(
    rf"(?P<source>[^.,;:!?–—\n]+?)\s+(?P<cue>{SPEECH})(?:\s+[^.,;:!?\n]{{0,40}})?,\s+(?:{THAT})\s+(?P<content>.+)",
    re.IGNORECASE | re.DOTALL,
)
ASCRIBED = re.compile(rf"(?P<cue>\b(?:{ACCORDING})\b)\s+(?P<source>[^.,;:!?–—\n]+)", re.IGNORECASE)
PRONOUN = re.compile(r"(?:он|она|они|він|вона|вони|я|мы|ми)\b", re.IGNORECASE)
SAID_TO = re.compile(
    rf"\s+(?:{TO_WHOM})(?!\w).*$|\s+(?:в|во|на|у|после|після|перед|по|під|во время|під час|со|с|з|із|также|також|ранее|раніше)\s+"
    r"(?!(?:[^\s]+\s+)*(?-i:[А-ЯЁІЇЄҐ][а-яёіїєґ’'-]+\s+[А-ЯЁІЇЄҐ][а-яёіїєґ’'-]+)\s*$).*$",
    re.IGNORECASE,
)
"""What follows a name and tells to whom, where and when it was said, unless it leads on to a full name ("посол в Зенде Мара Орлан")."""
FEWEST_WORDS = 3


def slavic_finds(text: str, line: Span, marked: Sequence[Quotation]) -> Iterator[Find]:
    """What a paragraph attributes; sources are the words between the cue and the next punctuation."""
    quoted = [quotation for quotation in marked if line.contains(quotation.span) and len(quotation.inside.of(text).split()) >= FEWEST_WORDS]
    tagged = False
    for place, quotation in enumerate(quoted):
        limit = quoted[place + 1].span.start if place + 1 < len(quoted) else line.end
        floor = quoted[place - 1].span.end if place else line.start
        after = AFTER.match(text, quotation.span.end, limit) or AFTER_INVERTED.match(text, quotation.span.end, limit)
        match = after or BEFORE.search(text, floor, quotation.span.start)
        if match:
            tagged = True
            yield from _find(text, match, quotation.span, "quote-tag" if after else "tag-quote")
    for sentence in sentences(text, line):
        match = CLAUSE.search(text, sentence.start, sentence.end)
        if match:
            yield from _find(text, match, Span(*match.span("content")), "clausal")
        match = ASCRIBED.search(text, sentence.start, sentence.end)
        if match and not (tagged and any(sentence.overlaps(quotation.span) for quotation in quoted)):
            behind = match.start("cue") - sentence.start < FEWEST_WORDS
            rest = (
                Span(match.end(), sentence.end) if behind and match.end() < sentence.end else Span(sentence.start, match.start("cue") or 1)
            )
            yield from _find(text, match, rest, "according")


def _find(text: str, match: re.Match[str], content: Span, family: str) -> Iterator[Find]:
    source, inside = trimmed(text, _speaker(text, Span(*match.span("source")))), trimmed(text, content)
    if source is not None and inside is not None:
        yield Find((source,), (Span(*match.span("cue")),), (inside,), f"slavic-{family}")


def _speaker(text: str, source: Span) -> Span:
    """A source without the words that tell to whom, where and when it speaks."""
    pronoun = PRONOUN.match(text, source.start, source.end)
    if pronoun is not None:
        return Span(*pronoun.span())
    tail = SAID_TO.search(source.of(text).rstrip())
    return Span(source.start, source.start + tail.start()) if tail is not None and tail.start() > 0 else source

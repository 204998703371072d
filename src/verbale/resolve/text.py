"""The text as the room reads it: words with their places, sentences, and which characters are someone's words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from verbale.resolve.declension import nominatives
from verbale.resolve.names import fold
from verbale.values import Span, Spans

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?:['’]s)?"  # U.S.
    r"|[A-Z]\.(?=\s+[A-Z])"  # an initial
    r"|@?[^\W\d_](?:[\w’'\-]*\w)?"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\w\s]"
)
_END = re.compile(
    r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘«'(\[]*[^\W\d_a-zà-öø-ÿа-яіїєґ]|\s+[\"“‘«'(\[]*\d|\s*$)|\n\s*\n|(?<=[^.!?…,;:\s])\n(?=\S)"
)
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Maj|Adm|Cmdr|Sgt|Brig|St|Jr|Sr|Rev|Hon|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|Inc|Ltd|Co)"
    r"|\b[A-WYZ](?:\.[A-Z])*|(?<!on )(?<!latform )\bX|\b\d{1,2})$"
)
_QUOTED = re.compile(r"[“«][^”»\n]{1,2000}[”»]|\"[^\"\n]{1,2000}\"")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark: its place, its characters and its folded letters (empty for a mark)."""

    start: int
    end: int
    text: str
    key: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper() or (self.text[:1] == "@" and len(self.text) > 1)

    @property
    def cases(self) -> tuple[str, ...]:
        """The folded nominatives of which it may be another case, in languages that decline names."""
        return () if self.text[0].isascii() else nominatives(self.text)

    def reads(self, key: str) -> bool:
        """Whether it is the word of these folded letters, or may be a case of it."""
        return key == self.key or key in self.cases

    @property
    def possessive(self) -> bool:
        """Whether it ends in an apostrophe or apostrophe and s."""
        return self.text.endswith(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its words and its sentences; both in text order."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    sentences: tuple[Span, ...]
    sentence_starts: tuple[int, ...]
    quoted: Spans

    def sentence(self, position: int) -> int:
        """The index of the sentence that holds a position, or the last before it."""
        return max(0, bisect_right(self.sentence_starts, position) - 1)

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin in [start, end)."""
        return self.words[bisect_right(self.starts, start - 1) : bisect_right(self.starts, end - 1)]

    def in_quotes(self, position: int) -> bool:
        """Whether a position lies between quotation marks."""
        return any(span.start <= position < span.end for span in self.quoted)


@lru_cache(maxsize=4000)
def phrase_words(phrase: str) -> tuple[Word, ...]:
    """The words of a phrase, without the marks."""
    return tuple(word for word in words_of(phrase) if word.key)


def words_of(text: str) -> tuple[Word, ...]:
    """The words and marks of a text."""
    found = []
    for match in _WORD.finditer(text):
        form = match.group()
        key = fold(form) if form[0].isalnum() or form[0] == "@" else ""
        found.append(Word(match.start(), match.end(), form, key))
    return tuple(found)


def read(text: str) -> Reading:
    """Words and sentences of a text; a sentence ends at a full stop before a capital, at a line break, or at the text's end."""
    words = words_of(text)
    sentences: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _SHORT.search(text, max(0, match.start() - 12), match.start()) and match.end() < len(text) - 1:
            continue
        if match.end() > start and text[start : match.end()].strip():
            sentences.append(_trimmed(text, start, match.end()))
        start = match.end()
    if text[start:].strip():
        sentences.append(_trimmed(text, start, len(text)))
    quoted = tuple(Span(m.start(), m.end()) for m in _QUOTED.finditer(text))
    return Reading(
        text=text,
        words=words,
        starts=tuple(word.start for word in words),
        sentences=tuple(sentences),
        sentence_starts=tuple(span.start for span in sentences),
        quoted=quoted,
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    return Span(start, end)


def owned(text: str, source: Spans) -> bool:
    """Whether a source only owns what follows ("Zelensky's calls for …"), the ending in the span or after it."""
    if not source:
        return False
    last = source[-1].of(text).rstrip().lower()
    after = text[source[-1].end : source[-1].end + 2]
    return last.endswith(("'s", "’s", "s'", "s’")) or after in ("'s", "’s") or last in ("his", "her", "their", "its")


def covers(spans: Spans, position: int) -> bool:
    """Whether one of the spans holds a position."""
    for span in spans:  # noqa: SIM110  asked for thousands of times a document
        if span.start <= position < span.end:
            return True
    return False


def masked(text: str, window: Span, hidden: Spans) -> str:
    """The window's characters with every hidden span's characters as spaces, so that places stay."""
    pieces: list[str] = []
    at = window.start
    for span in sorted(span for span in hidden if span.start < window.end and span.end > window.start):
        start, end = max(span.start, at), min(span.end, window.end)
        if start >= end:
            continue
        pieces.append(text[at:start])
        pieces.append(" " * (end - start))
        at = end
    pieces.append(text[at : window.end])
    return "".join(pieces)

"""Who heads a source that names several: "Zenda's aide Rupert Hentz" credits the aide."""

from __future__ import annotations

import re

from verbale.dossier.bodies import BODY_WORDS, GROUP_WORDS
from verbale.resolve.cast import Cast, Mention
from verbale.resolve.index import ActorIndex
from verbale.resolve.lexicon_titles import DETERMINERS, FRIENDS_AND_FOES, HONORIFICS
from verbale.resolve.text import phrase_words, words_of
from verbale.values import Span, Spans

_SET_TITLE = re.compile(
    r"\b(?:secretary of [\w ]+|ministers? (?:of|for) [\w ]+|speaker of the house|chief of staff|head of state|member of [\w ]+)\s*$",
    re.IGNORECASE,
)
_SAYING = re.compile(r"(?:as )?saying\b")
_QUOTED = re.compile(r"\s+(?:(?:has|had|have|later|also)\s+)*(?:quot|cit)(?:ed|es|ing|e)\s+(?P<who>[^.;\"“”\n]{3,120}?),?\s+(?:as\s+)?")
_AS_SAYING = re.compile(_QUOTED.pattern.removesuffix(r",?\s+(?:as\s+)?") + r",?\s+as\s+(?:saying|telling|writing)\b")
_HOUSE = re.compile(r"\b(?:Institut(?:e|ion)|University|Cent(?:er|re)|School|College|Foundation|Academy)\s+$")
"""What may stand before a title that leads on to its bearer: "Harbour Institute of Tidal Studies Professor Lind"."""
_SEAT = frozenset(["office", "administration", "cabinet", "government", "team", "delegation"])
"""What is somebody's rather than an institution: "the Office of President Lind"."""
_PREPOSITION = re.compile(r"\b(?:of|to|for|at|with|from|in|by)\b")


def quoted_by(text: str, source: Span, cue: Spans) -> Span:
    """Whom a source quotes where it is only the medium between ("the agency quoted Hentz as saying"); else the source itself."""
    if not cue or cue[0].start <= source.end:
        return source
    relayed = _AS_SAYING.match(text, source.end)
    if relayed is not None and relayed.start("who") >= cue[0].start:
        return Span(*relayed.span("who"))
    if not _SAYING.match(text, cue[0].start):
        return source
    match = _QUOTED.fullmatch(text, source.end, cue[0].start)
    return Span(*match.span("who")) if match is not None else source


def heads(mention: Mention, span: Span, *, cast: Cast, index: ActorIndex, text: str) -> bool:
    """Whether the mention is whom a source credits: no owner, no object, not one of several."""
    before = text[span.start : mention.span.start]
    after = text[mention.span.end : span.end]
    if mention.possessive and after.strip():
        return False
    following = [word for word in words_of(after[:40]) if word.text.strip()]
    noun = following[0].key if following and following[0].key and following[0].text[0].islower() else ""
    if noun and (noun in BODY_WORDS or noun in GROUP_WORDS or noun in FRIENDS_AND_FOES or index.describe(noun).office is not None):
        return False
    joined = re.search(r"\band\s+(?:\w+\s+)?$", before)
    if re.match(r"\s+and\b", after) or re.match(r"[/)]", after):
        return False
    if joined is not None and (
        index.describe(before[: joined.start()]).office is None or cast.within(Span(span.start, mention.span.start))
    ):
        return False
    if any(re.match(r"\s+and\b", text[m.span.end : mention.span.start]) for m in cast.within(Span(span.start, mention.span.end))[:-1]):
        return False
    if _SET_TITLE.search(before):
        return True
    last = None
    for last in _PREPOSITION.finditer(before):  # noqa: B007  the last one counts
        pass
    if last is None or "," in before[last.end() :]:
        return True
    between = before[last.end() :]
    title = phrase_words(between)[-1:]
    if title and title[0].capital and title[0].key in HONORIFICS and _HOUSE.search(before[: last.start()]):
        return True
    house = phrase_words(before[: last.start()])[-1:]
    called = house and house[0].capital and house[0].key not in _SEAT and house[0].key not in HONORIFICS
    if called and len(phrase_words(between)) > 1 and index.describe(between).office is not None:
        return not index.describe(between).owners
    plain = any(word.key not in HONORIFICS and word.key not in DETERMINERS for word in phrase_words(between))
    return plain and index.describe(before[: last.start()]).office is not None and index.describe(between).office is None

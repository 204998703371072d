"""What two methods found together, without what is nobody's statement and without slips at the edges.

An attribution in an if-clause tells what may be said, what a medium relays is its speaker's too, and a heading or a day that stands
beside a content is not part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verbale.attribution.quotes import enclosing, kind_of, paragraphs, places, quotations, quoted_spans
from verbale.values import Attribution, Kind, Span, Spans, quote

SUPPOSED = re.compile(
    r"\b(?:if|whether|unless)(?:\s*,[^,.;]{2,30},)?\s+(?:and when\s+)?$"
    r"|\b(?:could|may|might|would)\s+(?:\w+\s+)?(?:signal|suggest|mean|indicate|imply|show)\s+that\s+$",
    re.IGNORECASE,
)
"""Stands right before a subject that is only supposed to say or do something: "it is unclear whether Orlan will agree"."""
RELAYING = re.compile(r"(?:according\s+to|reports?|reported|(?:has|had|have)\s+reported|writes|wrote|said|says)\b", re.IGNORECASE)
MEDIUM = re.compile(
    r"\b(?:[Nn]ews(?:papers?)?|[Aa]gency|[Mm]edia|[Tt]elevision|TV|[Rr]adio|[Bb]roadcaster|Associated Press|Agence France-Presse|AFP|AP"
    r"|Times|Post|Journal|Herald|Tribune|Guardian|Telegraph|Reuters|Bloomberg|Axios|Politico|BBC|CNN|NPR|ABC|CBS|NBC|Fox|Interfax|TASS|Tass|RIA"
    r"|RT|Sputnik|Meduza|Ukrinform|UNIAN|Pravda|Deutsche Welle|DW|Al Jazeera|Xinhua|Yonhap|Kyodo|Anadolu)\b"
)
"""A source that is a medium."""
OFFICE = re.compile(
    r"\b(?:[Ss]ecretary|[Ss]pokes\w+|[Mm]inister|[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Hh]ost|[Dd]irector|[Hh]ead|[Cc]hief)\b"
)
"""Somebody at a medium, or whose office is called after the press."""
WHOLLY = 0.8
"""The part of a content that an inner attribution fills where the outer one only relays it."""
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?"
DAY_FIRST = re.compile(
    rf"{_DAY},?\s+(?:that\s+)?(?!(?:is|was|were|will|would|has|had|may|might|could|should|must|marks|marked|and|or|evening|night)\b)(?=\w)"
)
"""A day at the front of a content: "said Sunday they are open"."""
DAY_BEFORE_NAME = re.compile(rf"{_DAY},?\s+(?=\S)")
SHOWING = re.compile(r"\b(?:show|prov|demonstrat|underscor|underlin|illustrat|reveal|highlight|mean|suggest|indicat)\w*$")
PEOPLE = re.compile(
    r"^(?:i|we)\b|^(?:he|she|they|it|who|his|her|its|their|my|our)$|\b(?:\w+(?:ers?|ors?|ists?|ians?|ans)|\w*(?:men|women|people|man|woman)|officials?|aides?|diplomats?|analysts?|experts?|sources?"
    r"|critics?|envoys?|ally|allies|president|minister|polls?|surveys?|reports?|data|study|document|statement|letter"
    r"|governments?|administration|countr(?:y|ies)|nations?|states?|sides?|part(?:y|ies)|head|leadership|delegations?|teams?|ministry|parliament"
    r"|opposition|famil(?:y|ies)|court|church|army|military|press|media)\b"
)
"""Who or what can be credited with a statement though no name stands there."""
HANGING = re.compile(
    rf",?\s+(?:on|late|early)(?:\s+on)?\s+{_DAY}$|,?\s+this\s+(?:past|week|month)$"
    r"|\s+(?:on|in|at|by|from|of|for|with|and|or|the|an?|during|after|before|earlier|late|later)$"
)
"""What a name does not end with: "The White House on" (Saturday), "the editor, on Sunday", "Hentz and Lind of"."""
LOOSE_END = re.compile(r",?\s+(?:and|but|or|which|who|because|while(?:\s+[\w-]+)?|whereas|once|when|as)$")
"""A conjunction that leads on to what is not said."""
CUT = re.compile(r"\s+(?:following|during|after|before|amid|(?:in|at|on|under|by|for|from)(?=\s+(?:which|whom)\b))(?=\s+\w)")
"""A preposition that leads on to what does not belong to a content: "announced a truce after" (a call)."""
BEHIND_QUOTE = re.compile(r"[,.]['’]?[\"”’] (?:in|on|at|during|via|through|after)\s[^\"“”]{2,80}$")
"""Where a content goes on behind the comma that closes its quotation: what follows tells of the saying."""
TOLD_IN = re.compile(
    r"\s+(?:in|during|via|through)\s+(?:(?:an?|the|his|her|their|its|\w+)\s+){0,3}(?:comments|remarks|posts?|interviews?|statements?"
    r"|speech|messages?|tweets?|letter|briefing|(?:news|press)\s+conference|address)(?:\s+(?:on|to|with|by|from|at|for|posted|published"
    r"|released|broadcast|aired)\b[^\"“”]{0,80})?[.,]?$"
)
"""At the end of a content that is not all quoted: where it was said. Eight of PolNeAR's 22,000 contents end so."""
ELSEWHERE = re.compile(r"(?:\b(?:recently|earlier|later|again|who|which|that)|\bby(?:\s+[A-Z][\w.-]*)+)$")
"""Before it, what tells that somebody else said something there, or at another time."""
CUT_WORD = re.compile(r"(?<![\w-])\w+-$")
REST_OF_WORD = re.compile(r"-\w+(?![\w-])")
"""The rest of a word with a hyphen, before and behind the place where it is cut."""
SHOUT = re.compile(r"(?:[A-Z0-9][A-Z0-9'’,.&:-]*\s+){3,}(?=[\"“]|[A-Z][a-z])")
"""A headline in block letters within a paragraph."""
SHORT = 6
"""Words up to which a line in quotation marks may be a heading."""
HEADING = 250
"""Characters up to which a line without a full stop may be a heading."""
ENDED = re.compile(r"[.!?…:;,][\"”’')]*\s*$")
BLANK = re.compile(r"\n\s*\n")


def tidied(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of a text that stand, in the order given, their edges mended; nesting is left as it was."""
    posts = [places(a.content) for a in found if a.found_by.endswith("/tweet")]
    kept = [_apart(a, posts) for a in found if not _supposed(text, a) and not _shown(text, a)]
    return [_edged(text, a) for a in kept if a is not None]


def relaying(text: str, found: Sequence[Attribution], others: Sequence[Attribution]) -> list[Attribution]:
    """Those of `found` that credit a medium with what is all the words of a speaker of `others`."""
    return [a for a in found if _relays(text, a, others)]


def _supposed(text: str, attribution: Attribution) -> bool:
    """Whether the source is the subject of an if-clause."""
    if not attribution.source or not attribution.cue or attribution.cue[0].start < attribution.source[0].start:
        return False
    start = attribution.source[0].start
    return bool(SUPPOSED.search(text, max(0, start - 60), start))


def _shown(text: str, attribution: Attribution) -> bool:
    """Whether the reporter says that events show something: "recent weeks have shown that …" is nobody's statement."""
    if not attribution.found_by.endswith(("/belief", "/clausal")) or not SHOWING.search(quote(text, attribution.cue)):
        return False
    source = quote(text, attribution.source)
    return bool(source) and not of_people(source)


def of_people(source: str) -> bool:
    """Whether a source can be credited with words: it is a pronoun, names people or their texts, or has a name."""
    source = re.sub(r"^(?:The|A|An|This|That|These|Those|His|Her|Its|Their)\s+", "", source)
    words = source.split()
    if len(words) > 1 and words[1].islower() and words[1] not in ("and", "or"):
        source = source[:1].lower() + source[1:]
    return source != source.lower() or PEOPLE.search(source) is not None


def _relays(text: str, attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether a medium is credited with what is all another's words: "…, Orlan told reporters, according to the agency"."""
    named = " ".join(span.of(text) for span in attribution.source)
    if not MEDIUM.search(named) or OFFICE.search(named) or not attribution.cue or not RELAYING.match(text, attribution.cue[0].start):
        return False
    for other in others:
        signal = (*other.source, *other.cue)
        held = next((span for span in attribution.content if all(span.contains(part) for part in signal)), None)
        if other is attribution or not other.source or not other.cue or held is None:
            continue
        parts = (*signal, *other.content)
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        if min(end, held.end) - max(start, held.start) >= WHOLLY * (held.end - held.start):
            return True
    return False


def _apart(attribution: Attribution, posts: Sequence[frozenset[int]]) -> Attribution | None:
    """An attribution without what stands in somebody's signed post, unless all of it does."""
    if attribution.found_by.endswith("/tweet"):
        return attribution
    for post in posts:
        if places(attribution.cue) & post or places(attribution.source) & post:
            continue
        content = tuple(span for span in attribution.content if not places((span,)) & post)
        if not content:
            return None
        attribution = replace(attribution, content=content)
    return attribution


def _edged(text: str, attribution: Attribution) -> Attribution:
    """An attribution of whole words, without headings, days and prepositions that hang at its edges."""
    attribution = _closing(text, replace(attribution, source=_whole(text, attribution.source), content=_whole(text, attribution.content)))
    return replace(attribution, source=_named(text, attribution), content=_told(text, attribution))


def _whole(text: str, spans: Spans) -> Spans:
    """Spans whose first and last word are not cut at a hyphen ("lower-deck", "al-Salam")."""
    if not spans:
        return spans
    begun = CUT_WORD.search(text, max(0, spans[0].start - 30), spans[0].start)
    first = Span(begun.start(), spans[0].end) if begun is not None and text[spans[0].start].isalnum() else spans[0]
    spans = (first, *spans[1:])
    ended = REST_OF_WORD.match(text, spans[-1].end) if text[spans[-1].end - 1].isalnum() else None
    return (*spans[:-1], Span(spans[-1].start, ended.end())) if ended is not None else spans


def _closing(text: str, attribution: Attribution) -> Attribution:
    """An attribution whose cue ends a line and whose unquoted content is the next one, as one of the words that the cue closes."""
    if attribution.kind is not Kind.INDIRECT or not attribution.source or not attribution.cue:
        return attribution
    signal, content = (*attribution.source, *attribution.cue), attribution.content[0]
    start, end = min(span.start for span in signal), max(span.end for span in signal)
    line = next((line for line in paragraphs(text) if line.start <= start < line.end), None)
    before = text[line.start : start].rstrip() if line is not None and end <= line.end <= content.start else ""
    if line is None or text[end : line.end].strip() or not before.endswith(","):
        return attribution
    told = (Span(line.start, line.start + len(before) - 1),)
    return replace(attribution, content=told, kind=kind_of(text, told, quoted_spans(text)))


def _named(text: str, attribution: Attribution) -> Spans:
    """A source without a line above that of its cue, "on Thursday" before it or a preposition behind it."""
    if not attribution.source:
        return attribution.source
    source = _uncapped(text, attribution.source)
    gaps = [gap.end() for gap in BLANK.finditer(text, source[0].start, source[0].end)]
    if gaps and attribution.cue and attribution.cue[0].start >= source[0].end:
        source = (Span(gaps[-1], source[0].end), *source[1:])
    first = source[0]
    day = DAY_BEFORE_NAME.match(text, first.start, first.end)
    if day is not None and day.end() < first.end and text[max(0, first.start - 3) : first.start].strip().lower().endswith("on"):
        first = Span(day.end(), first.end)
    spans = (first, *source[1:])
    hanging = HANGING.search(spans[-1].of(text))
    if hanging is not None and hanging.start() > 0:
        spans = (*spans[:-1], Span(spans[-1].start, spans[-1].start + hanging.start()))
    return spans


def _told(text: str, attribution: Attribution) -> Spans:
    """A content without a heading above it and without the day of its cue."""
    content = _uncapped(text, _below_heading(text, attribution))
    loose = LOOSE_END.search(content[-1].of(text)) if attribution.kind is not Kind.DIRECT else None
    if loose is not None and loose.start() > 0:
        content = (*content[:-1], Span(content[-1].start, content[-1].start + loose.start()))
    content = _closed(text, content, attribution.kind)
    first = content[0]
    behind_cue = any(part.end <= first.start and not text[part.end : first.start].strip() for part in attribution.cue)
    day = DAY_FIRST.match(text, first.start, first.end) if behind_cue and attribution.kind is not Kind.DIRECT else None
    return (Span(day.end(), first.end), *content[1:]) if day is not None and day.end() < first.end else content


def _closed(text: str, content: Spans, kind: Kind) -> Spans:
    """A content without a preposition that hangs before other words, and without what follows its quotation or tells where it was said."""
    last = content[-1]
    if kind is Kind.DIRECT:
        return content
    start = text.rfind(" ", last.start, last.end)
    cut = CUT.match(text, start) if start > 0 else None
    end = start if cut is not None and cut.end() == last.end else last.end
    told = BEHIND_QUOTE.search(text, last.start, last.end) if kind is Kind.MIXED else None
    where = TOLD_IN.search(text, last.start, last.end)
    if where is not None and (
        ELSEWHERE.search(text, last.start, where.start()) or 3 * (where.start() - last.start) < last.end - last.start
    ):
        where = None
    if told is not None:
        end = text.index(" ", told.start())
    elif where is not None:
        end = where.start()
    return (*content[:-1], Span(last.start, end)) if last.start < end else content


def _uncapped(text: str, spans: Spans) -> Spans:
    """Spans without a line in block letters that a page runs into them."""
    shout = SHOUT.match(text, spans[0].start, spans[0].end)
    return spans if shout is None or shout.end() >= spans[0].end else (Span(shout.end(), spans[0].end), *spans[1:])


def _below_heading(text: str, attribution: Attribution) -> Spans:
    """A content without leading lines that no stop ends and that its cue does not stand in."""
    pieces: list[Span] = []
    for span in attribution.content:
        gaps = [gap.span() for gap in BLANK.finditer(text, span.start, span.end) if span.start < gap.start() and gap.end() < span.end]
        edges = [span.start, *(edge for gap in gaps for edge in gap), span.end]
        pieces.extend(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))
    while len(pieces) > 1 and _is_heading(text, pieces[0], attribution, pieces[1]):
        pieces.pop(0)
    start = pieces[0].start
    return tuple(Span(max(span.start, start), span.end) for span in attribution.content if span.end > start)


def _is_heading(text: str, piece: Span, attribution: Attribution, following: Span) -> bool:
    """Whether a piece of a content is the end of a line that reads as a heading."""
    line = next((line for line in paragraphs(text) if line.start <= piece.start < line.end), piece)
    if following.start < line.end or len(line.of(text)) > HEADING or ENDED.search(line.of(text)):
        return False
    if any(part.overlaps(line) for part in (*attribution.cue, *attribution.source)):
        return False
    around = enclosing([q for q in quotations(text) if q.level == 0], piece.start)
    return around is None or (line.contains(around.span) and len(line.of(text).split()) <= SHORT)

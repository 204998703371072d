"""One sentence's mentions of meetings: place, day, format, who took part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.analysis.days import Day, days_in
from verbale.analysis.findings import Fact, Format, Named
from verbale.analysis.lexicon_rounds import (
    ABOUT_LAND,
    ANCHOR,
    BEFORE_PLACE,
    BOTH,
    COUNT,
    DEFINITE,
    DELEGATES,
    FRONTED,
    IN_PERSON,
    IN_PLACE,
    MEDIATES,
    NEGATED,
    NO_PLACE,
    NUMBERS,
    OF_WHOM,
    ORDINALS,
    PHONE,
    PLACE_TALKS,
    PLANNED,
    STRAIGHT_DAY,
    TALK,
    TALKS_PROPER,
    TO_PLACE,
    UNREAL,
    UNSURE,
    VIDEO,
)
from verbale.analysis.names import Mention, Names
from verbale.analysis.prose import Sentence
from verbale.analysis.screens import Screened
from verbale.analysis.testimony import Citation
from verbale.analysis.wording import lowered
from verbale.dossier.model import Dossier
from verbale.values import Known, Span


@dataclass(frozen=True, slots=True)
class Meeting:
    """One mention of a meeting in one sentence; `begins` is the first day where the text counts days ("third straight day")."""

    mention: Fact
    place: Named | None
    region: str | None
    on: date | None
    begins: date | None
    known: Known
    format: Format
    participants: tuple[Named, ...]
    delegates: Fact | None
    mediator: Named | None
    count: int | None
    planned: bool


def meetings_in(
    sentence: Sentence, document: str, reference: tuple[date, Known] | None, names: Names, dossier: Dossier
) -> tuple[Meeting, ...]:
    """The meetings of the negotiation that a sentence tells of; a wish, a refusal or one side's other visits are none."""
    if not TALK.search(sentence.low):
        return ()
    text, low = _without_others(sentence, names)
    if text is not sentence.text and not TALK.search(low):
        return ()
    days = [d for d in days_in(text, low, reference[0] if reference else None, dossier.negotiation) if not d.spoken]
    days = [d for d in days if _beside(low, d.span.start, d.span.end)]
    places = _places(sentence, text, document, names)
    if not (places or days or _format(low) is not Format.UNKNOWN):
        return ()
    if _unreal(low, text, places) or NEGATED.search(sentence.text) or not ANCHOR.search(sentence.text):
        return ()
    mentions = names.find(sentence.text)
    if not _of_the_negotiation(sentence.text, low, mentions, names):
        return ()
    made = [_meeting(sentence, document, place, days, mentions, names) for place in places]
    return tuple(made) or (_meeting(sentence, document, None, days, mentions, names),)


def _of_the_negotiation(text: str, low: str, mentions: Sequence[Mention], names: Names) -> bool:
    sided = [m for m in mentions if m.party in names.sides]
    sides = {m.party for m in sided if not _OBJECT.search(low, max(0, m.span.start - AROUND), m.span.start)}
    if len(sides) > 1 or BOTH.search(low):
        return True
    if any(_WITH_ANOTHER.match(text, m.span.end) for m in sided):
        return False
    definite = DEFINITE.search(low)
    return definite is not None and (bool(sides) or TALKS_PROPER.search(definite.group()) is not None)


_WITH_ANOTHER = re.compile(r" and (?:[A-Z][\w.-]+ ){1,4}(?:are|were|will|have|had|met|meet|discussed|agreed)\b")
"""Behind the one side that a sentence names, somebody else with whom it meets."""

_OBJECT = re.compile(r"\b(?:against|for|about|support\w*|arm(?:s|ing)|sanction\w*) (?:the )?$")
"""Words that make a side what others talk about, not one who takes part."""

AROUND = 40
"""Characters before a side's name in which such a word ends."""


def _without_others(sentence: Sentence, names: Names) -> tuple[str, str]:
    """The sentence, and in small letters, with meetings of others ("the meeting of Nordic leaders") blanked out; all stays in its place."""
    text, low = sentence.text, sentence.low
    for match in OF_WHOM.finditer(sentence.low):
        start, end = match.span("whom")
        met = {m.party for m in names.find(sentence.text) if start <= m.span.start < end}
        ours = TALKS_PROPER.search(match.group()) if not met - names.mediators else met & names.sides
        if not ours and not BOTH.search(match.group()):
            text, low = (one[: match.start()] + " " * (match.end() - match.start()) + one[match.end() :] for one in (text, low))
    return text, low


def _unreal(low: str, text: str, places: Sequence[tuple[Named, str | None, Span]]) -> bool:
    """Whether the sentence wishes or refuses a meeting rather than tells of one: such words before the talks or their place."""
    if UNSURE.search(text):
        return True
    unreal = UNREAL.search(low)
    if unreal is None:
        return False
    reach = max((span.end for _, _, span in places), default=len(text))
    return unreal.start() < reach


def _beside(low: str, start: int, end: int) -> bool:
    """Whether the words at [start, end) stand by the talks in the sentence, so that they are about them."""
    if _TALK_BEFORE.search(low[max(0, start - BESIDE) : start]) or _TALK_AFTER.search(low[end : end + BESIDE]):
        return True
    return bool(_OPENS.fullmatch(low[:start])) and bool(_TALK_LATER.match(low[end : end + FRONTED_REACH]))


BESIDE = 70
"""Characters within which a day or a format belongs to the talks beside it."""

FRONTED_REACH = 120
"""Characters within which a sentence that opens with a day comes to the talks."""

_TALK_BEFORE = re.compile(rf"(?:{TALK.pattern}|\bhosted\b)(?:(?!\b(?:follow\w*|after|since|before|until|because|as)\b)[^;:“”\"])*$")
_TALK_AFTER = re.compile(r"^(?:(?! and (?!\w+day))[^,;:“”\".]){0,40}?" + TALK.pattern)
_OPENS = re.compile(r"(?:on |late on |early on |meanwhile, on )?")
_TALK_LATER = re.compile(rf",? (?:(?!\b(?:said|says|told|that|wrote|announced)\b)[^;:“”\".])*?{TALK.pattern}")


def _format(low: str) -> Format:
    for format_, pattern in ((Format.VIDEO, VIDEO), (Format.PHONE, PHONE)):
        if any(_beside(low, match.start(), match.end()) for match in pattern.finditer(low)):
            return format_
    return Format.IN_PERSON if IN_PERSON.search(low) else Format.UNKNOWN


def _places(sentence: Sentence, text: str, document: str, names: Names) -> list[tuple[Named, str | None, Span]]:
    """The places where the sentence says people met, in order: each with the state behind a comma and its range in the sentence."""
    if not BEFORE_PLACE.search(text):
        return []
    found: dict[int, tuple[Named, str | None, Span]] = {}
    mentions = names.find(sentence.text)
    persons = [m.span for m in mentions if m.actor is not None]
    for pattern in (IN_PLACE, TO_PLACE, PLACE_TALKS, FRONTED):
        for match in _overlapping(pattern, text):
            start, end = match.span("place")
            name = text[start:end]
            if not _is_place(text, name, start, names) or any(p.start < end and start < p.end for p in persons):
                continue
            if pattern is PLACE_TALKS and "meeting" in match.group() and not names.country(name):
                continue  # a meeting may be named after whom it is with
            if pattern is FRONTED and not _TALK_LATER.match(sentence.low, match.end() - 1):
                continue
            region = match.groupdict().get("region")
            if region is not None and not (names.country(region) or names.find(region)):
                region = None
            fact = Fact(sentence.raw[start:end], Citation(document, (sentence.place(start, end),)))
            mention = next((m for m in mentions if m.span == Span(start, end)), None)
            found.setdefault(start, (Named(_shown(name), mention.party if mention else None, fact), region, Span(start, end)))
    return [found[start] for start in sorted(found)]


def _overlapping(pattern: re.Pattern[str] | Screened, text: str) -> list[re.Match[str]]:
    """Matches that may share characters: a sentence may tell of two meetings with one verb between them."""
    found, at = [], 0
    while (match := pattern.search(text, at)) is not None:
        found.append(match)
        at = max(match.end("place"), at + 1) if pattern is not FRONTED else len(text) + 1
    return found


def _is_place(text: str, name: str, start: int, names: Names) -> bool:
    words = re.split(r"[ ’'-]+", name)
    if any(word.casefold() in NO_PLACE for word in words) or ABOUT_LAND.search(lowered(text), 0, start):
        return False
    if any(m.adjective or (m.party is not None and not m.state and m.actor is not None) for m in names.find(name)):
        return False
    return not names.is_side_land(name) and not any(m.adjective or m.actor for word in words for m in names.find(word))


def _shown(name: str) -> str:
    return name.removeprefix("the ").rstrip("'’")


def _meeting(
    sentence: Sentence,
    document: str,
    place: tuple[Named, str | None, Span] | None,
    days: Sequence[Day],
    mentions: Sequence[Mention],
    names: Names,
) -> Meeting:
    text, low = sentence.text, sentence.low
    day = _nearest(days, place[2] if place else None)
    straight = STRAIGHT_DAY.search(low)
    on = day.on if day is not None else None
    counted = _ordinal(straight.group("n")) if straight else 1
    count = COUNT.search(low)
    citation = Citation(document, (sentence.span,))
    format_ = _format(low)
    return Meeting(
        mention=Fact(sentence.raw, citation),
        place=place[0] if place else None,
        region=place[1] if place else None,
        on=day.until if day is not None else None,
        begins=on - timedelta(days=counted - 1) if on is not None else None,
        known=day.known if day is not None and on is not None else Known.UNKNOWN,
        format=Format.IN_PERSON if format_ is Format.UNKNOWN and place is not None and "ministers" in text else format_,
        participants=_participants(sentence, document, mentions, names),
        delegates=_delegates(sentence, document),
        mediator=_mediator(sentence, document, mentions, names),
        count=_number(count.group("n")) if count else None,
        planned=bool(PLANNED.search(low)),
    )


def _nearest(days: Sequence[Day], place: Span | None) -> Day | None:
    if not days:
        return None
    if place is None:
        return days[0]
    return min(days, key=lambda day: abs(day.span.start - place.end))


def _ordinal(word: str) -> int:
    return ORDINALS.index(word.lower()) if word.lower() in ORDINALS else int(re.sub(r"\D", "", word))


def _number(word: str) -> int:
    return NUMBERS.index(word.lower()) if word.lower() in NUMBERS else int(word)


def _participants(sentence: Sentence, document: str, mentions: Sequence[Mention], names: Names) -> tuple[Named, ...]:
    """The sides named, each once."""
    found: dict[str, Named] = {}
    for mention in mentions:
        if mention.party in names.sides and mention.party not in found:
            span = sentence.place(mention.span.start, mention.span.end)
            fact = Fact(sentence.raw[mention.span.start : mention.span.end], Citation(document, (span,)))
            found[mention.party or ""] = Named(names.party_name(mention.party), mention.party, fact)
    return tuple(found.values())


def _delegates(sentence: Sentence, document: str) -> Fact | None:
    match = DELEGATES.search(sentence.low)
    if match is None:
        return None
    return Fact(sentence.raw[match.start() : match.end()], Citation(document, (sentence.place(match.start(), match.end()),)))


def _mediator(sentence: Sentence, document: str, mentions: Sequence[Mention], names: Names) -> Named | None:
    """A party that is a mediator, or no side, and that the sentence says hosts or mediates."""
    verb = MEDIATES.search(sentence.low)
    if verb is None:
        return None
    others = [m for m in mentions if m.party is not None and m.party not in names.sides]
    first = next((m for m in others if m.party in names.mediators), others[0] if others and others[0].span.start < verb.start() else None)
    if first is None:
        return None
    span = sentence.place(first.span.start, first.span.end)
    fact = Fact(sentence.raw[first.span.start : first.span.end], Citation(document, (span,)))
    return Named(first.name if first.actor else names.party_name(first.party), first.party, fact)

"""Days of undated texts, inferred from dated ones that tell the same words of the same speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from verbale.analysis.prose import sentences
from verbale.analysis.testimony import Passage, Testimony
from verbale.analysis.wording import content_words
from verbale.values import Known, Published, SaidOn

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)

SHARED_WORDS = 4
"""Words of meaning that two reports of one speaker share, beside the weekday, to be about one occasion."""

ROUNDS = 3
"""Steps of inference from text to text; further ones would rest on too little."""


def dated(testimonies: Sequence[Testimony], passages: Sequence[Passage]) -> tuple[tuple[Testimony, ...], tuple[Passage, ...]]:
    """The same testimonies and passages with inferred days (Known.INFERRED) where a text has none, or only an inferred one.

    A text's day is the latest day on which one of its statements was made: by an utterance that a dated text reports too, or by a
    statement of the same speaker on the same weekday in SHARED_WORDS words. Where the text names weekdays, those that agree decide, and
    one that does not agree tells nothing. Nothing that is known is changed.
    """
    return with_days(testimonies, passages, inferred_days(testimonies, passages))


def with_days(
    testimonies: Sequence[Testimony], passages: Sequence[Passage], days: Mapping[str, date]
) -> tuple[tuple[Testimony, ...], tuple[Passage, ...]]:
    """The same testimonies and passages with those inferred days, by document."""
    if not days:
        return tuple(testimonies), tuple(passages)
    weekdays = _weekdays(testimonies, passages, set(days))
    return (
        tuple(_dated_testimony(t, days[t.statement.document], weekdays) if t.statement.document in days else t for t in testimonies),
        tuple(replace(p, published=_published(days[p.document])) if p.document in days else p for p in passages),
    )


def inferred_days(testimonies: Sequence[Testimony], passages: Sequence[Passage]) -> Mapping[str, date]:
    """The inferred day of each document that has none, or only an inferred one, and for which there is a better one."""
    return {**_of_undated(testimonies, passages), **_of_loosely_dated(testimonies, passages)}


def _of_loosely_dated(testimonies: Sequence[Testimony], passages: Sequence[Passage]) -> Mapping[str, date]:
    """For texts whose day is itself inferred: the latest weekday on which they say that somebody spoke, where it lies before that day."""
    loose = {p.document: p.published.on for p in passages if p.published.on is not None and p.published.known is Known.INFERRED}
    spoken = [t for t in testimonies if t.statement.document in loose and t.statement.resolution.said_on.on is not None]
    weekdays = _weekdays(spoken, passages, set(loose)) if spoken else {}
    found: dict[str, date] = {}
    for testimony in spoken:
        day, document = testimony.statement.resolution.said_on.on, testimony.statement.document
        if day is not None and weekdays.get(testimony.statement.id) == day.weekday():
            found[document] = max(day, found.get(document, day))
    return {document: day for document, day in found.items() if day < (loose[document] or day)}


def _of_undated(testimonies: Sequence[Testimony], passages: Sequence[Passage]) -> Mapping[str, date]:
    undated = {p.document for p in passages if p.published.on is None}
    own = {t.statement.document for t in testimonies if t.statement.document in undated}
    if not own:
        return {}
    weekdays = _weekdays(testimonies, passages, own)
    sought = {(_speaker(t), weekdays[t.statement.id]) for t in testimonies if t.statement.id in weekdays}
    by_speaker: _Spoken = {key: [] for key in sorted(sought) if key[0]}
    by_utterance: dict[str, date] = {}
    found: dict[str, date] = {}
    for testimony in testimonies:
        _learn(testimony, testimony.statement.resolution.said_on.on, by_speaker, by_utterance)
    groups = _grouped(t for t in testimonies if t.statement.document in own)
    for _ in range(ROUNDS):
        before = dict(found)
        for document, group in groups:
            if document in before:
                continue
            told = [(t, day) for t in group if (day := _day_told(t, weekdays, by_speaker, by_utterance)) is not None]
            sure = [day for t, day in told if weekdays.get(t.statement.id) == day.weekday()]
            days = sure or [day for t, day in told if t.statement.id not in weekdays]
            if days:
                found[document] = max(days)
        if found.keys() == before.keys():
            break
        for document, group in groups:
            for testimony in group if document in found and document not in before else ():
                _learn(testimony, _said(found[document], weekdays.get(testimony.statement.id)), by_speaker, by_utterance)
    return found


def _grouped(testimonies: Iterable[Testimony]) -> list[tuple[str, list[Testimony]]]:
    groups: dict[str, list[Testimony]] = defaultdict(list)
    for testimony in testimonies:
        groups[testimony.statement.document].append(testimony)
    return sorted(groups.items())


_Spoken = dict[tuple[str, int], list[tuple[date, frozenset[str]]]]
"""What a speaker said on which weekdays, as far as an undated text asks for it."""


def _speaker(testimony: Testimony) -> str:
    speaker = testimony.statement.resolution.speaker
    return (speaker.id or "") if speaker is not None else ""


def _learn(testimony: Testimony, day: date | None, by_speaker: _Spoken, by_utterance: dict[str, date]) -> None:
    if day is None:
        return
    by_utterance[testimony.utterance] = min(day, by_utterance.get(testimony.utterance, day))
    spoken = by_speaker.get((_speaker(testimony), day.weekday()))
    if spoken is not None:
        spoken.append((day, content_words(testimony.quote)))


def _day_told(testimony: Testimony, weekdays: Mapping[str, int], by_speaker: _Spoken, by_utterance: Mapping[str, date]) -> date | None:
    if testimony.utterance in by_utterance:
        return by_utterance[testimony.utterance]
    weekday = weekdays.get(testimony.statement.id)
    if weekday is None:
        return None
    words = content_words(testimony.quote)
    spoken = by_speaker.get((_speaker(testimony), weekday), ())
    return min((day for day, others in spoken if len(words & others) >= SHARED_WORDS), default=None)


def _weekdays(testimonies: Sequence[Testimony], passages: Sequence[Passage], wanted: set[str]) -> dict[str, int]:
    """The one weekday that the sentence around a statement names outside its content, by statement id."""
    texts = {p.document: p for p in passages if p.document in wanted}
    split = {document: sentences(passage) for document, passage in texts.items()}
    found: dict[str, int] = {}
    starts = {document: [sentence.span.start for sentence in pieces] for document, pieces in split.items()}
    for testimony in testimonies:
        document = testimony.statement.document
        if document not in texts:
            continue
        at = bisect_right(starts[document], testimony.content[0].start) - 1
        if at < 0:
            continue
        sentence = split[document][at]
        names = {
            match.group().lower()
            for match in _WEEKDAY.finditer(sentence.text)
            if not any(span.start <= sentence.span.start + match.start() < span.end for span in testimony.content)
        }
        if len(names) == 1:
            found[testimony.statement.id] = WEEKDAYS.index(names.pop())
    return found


def _said(reference: date, weekday: int | None) -> date:
    """The last such weekday up to the day of the text, or that day."""
    return reference if weekday is None else reference - timedelta(days=(reference.weekday() - weekday) % 7)


def _published(day: date) -> Published:
    return Published(day, None, Known.INFERRED)


def _dated_testimony(testimony: Testimony, day: date, weekdays: Mapping[str, int]) -> Testimony:
    statement = testimony.statement
    weekday = weekdays.get(statement.id)
    if statement.resolution.said_on.on is None and weekday is not None:
        said_on = SaidOn(_said(day, weekday), Known.INFERRED, statement.resolution.said_on.evidence)
        statement = replace(statement, resolution=replace(statement.resolution, said_on=said_on))
    return replace(testimony, statement=statement, published=_published(day))

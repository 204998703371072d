"""The day something was said: the sentence's own date first, then what the passage carries on, never the content's dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from verbale.resolve.calendar import Shape
from verbale.resolve.cast import Cast
from verbale.resolve.found import Found
from verbale.resolve.owndates import UNKNOWN, OwnDates, place, place_of_cue
from verbale.resolve.saidon_patterns import (
    AFTER_EVENT,
    ELSEWHEN,
    MONTH,
    MONTH_FIRST,
    OVERNIGHT,
    PAST,
    PERFECT,
    PUBLIC,
    RELATIVE,
    REPLY,
    SOON,
    STANDING,
)
from verbale.resolve.text import Reading, covers, masked, owned
from verbale.values import Attribution, Document, Known, SaidOn, Span, Spans, quote

ENOUGH = 2
"""How many dated sayings, all of one day, let the rest of a text be of that day."""

REACH = 8
"""How many sentences from a dated saying the rest of a text is taken to be of its day."""


class SaidOns:
    """Dates every attribution of one document; `found` gives the speaker of each."""

    def __init__(
        self,
        document: Document,
        attributions: Sequence[Attribution],
        *,
        reading: Reading,
        cast: Cast,
        found: Callable[[int], Found],
        window: tuple[date | None, date | None],
    ) -> None:
        self.text = document.text
        self.attributions = attributions
        self.reading = reading
        self.cast = cast
        self.found = found
        self.dates = OwnDates(document, attributions, reading, window)
        self.window = window
        self.speaking = frozenset(reading.sentence(place(attribution)) for attribution in attributions)
        self.inferred = document.published.known is Known.INFERRED
        self.order = sorted(range(len(attributions)), key=lambda n: (place(attributions[n]), n))

    def all(self) -> list[SaidOn]:
        """The day of each attribution, in the order given."""
        said = [UNKNOWN] * len(self.attributions)
        for number in self.order:
            said[number] = self.dates.of(number)
        own = [one for one in said if one.on is not None]
        self._forward(said)
        self._backward(said)
        self._whole(said, own)
        if self.inferred:
            said = [replace(one, known=Known.INFERRED) if one.on is not None else one for one in said]
        return said

    # -- what a passage carries on -----------------------------------------------------------------------------------

    def _movable(self, number: int) -> bool:
        """Whether the attribution may take its day from elsewhere: an act of speech of that time, not a standing or earlier one."""
        attribution = self.attributions[number]
        if attribution.nested_in is not None and self.found(attribution.nested_in).kind != "media":
            return False
        return not (self._standing(number) or self._elsewhen(number))

    def _standing(self, number: int) -> bool:
        """Whether an attribution tells what its source holds or has once said, rather than says then: "has warned", "wants"."""
        attribution = self.attributions[number]
        cue = quote(self.text, attribution.cue).strip()
        return bool(PERFECT.match(cue) or STANDING.match(cue) or owned(self.text, attribution.source))

    def _elsewhen(self, number: int) -> bool:
        """Whether the words around the cue, nobody's content, put the saying at an earlier or repeated time."""
        place = place_of_cue(self.attributions[number])
        sentence = self.reading.sentences[self.reading.sentence(place)]
        month = MONTH.search(self.text, sentence.start, place)
        if month is not None and not self._told(Span(month.start(), month.end())):
            return True
        if MONTH_FIRST.match(self.text, sentence.start) and not self._told(Span(sentence.start, sentence.start + 1)):
            return True
        window = Span(max(sentence.start, place - 60), min(sentence.end, place + 40))
        if not ELSEWHEN.search(self.text, window.start, window.end):
            return False
        hidden = tuple(span for other in self.attributions if not covers(other.content, place) for span in other.content)
        return bool(ELSEWHEN.search(masked(self.text, window, hidden)))

    def _forward(self, said: list[SaidOn]) -> None:
        latest: dict[object, int] = {}
        previous: int | None = None
        for number in self.order:
            attribution = self.attributions[number]
            if said[number].on is None and self._movable(number):
                said[number] = self._carried(number, previous, latest.get(self._key(number)), said)
            if attribution.nested_in is None or said[number].on is not None:
                if self._key(number) is not None and self._counts(number, said[number]):
                    latest[self._key(number)] = number
                previous = number if attribution.nested_in is None else previous

    def _counts(self, number: int, said: SaidOn) -> bool:
        standing = self._standing(number) or (said.on is None and self._elsewhen(number))
        start = place(self.attributions[number])
        aside = bool(RELATIVE.search(self.text[max(0, start - 12) : start]))
        return self.attributions[number].nested_in is None and not standing and not aside

    def _carried(self, number: int, previous: int | None, own: int | None, said: list[SaidOn]) -> SaidOn:
        attribution = self.attributions[number]
        here = self.reading.sentence(place(attribution))
        event = self._event(number, here)
        if event is not None:
            return event
        if own is not None and said[own].on is not None:
            return replace(said[own], known=Known.INFERRED)
        if previous is not None and said[previous].on is not None:
            close = here - self.reading.sentence(place(self.attributions[previous])) <= 2
            if close and (REPLY.search(quote(self.text, attribution.cue)) or self._soon_after(here)):
                return replace(said[previous], known=Known.INFERRED)
        public = self._made_public(number) if own is None else None
        if public is not None:
            return public
        if (
            own is None
            and self.dates.dateline is not None
            and here <= 1
            and self._past(number)
            and place(attribution) > self.dates.dateline[1].end
        ):
            return SaidOn(self.dates.dateline[0], Known.INFERRED, (self.dates.dateline[1],))
        sentence = self.reading.sentences[here]
        overnight = OVERNIGHT.search(self.text, sentence.start, sentence.end)
        if overnight is not None and self.dates.anchor is not None:
            return SaidOn(self.dates.anchor, Known.INFERRED, (Span(overnight.start(), overnight.end()),))
        return UNKNOWN

    def _event(self, number: int, here: int) -> SaidOn | None:
        """The day of an event that the sentence before tells and that this speaker took part in, or that he spoke after."""
        sentence = self.reading.sentences[here]
        first = next((at for at in range(sentence.start, sentence.end) if self.text[at].isalnum()), sentence.start)
        after = bool(AFTER_EVENT.match(self.text[sentence.start : sentence.end])) and not self._told(Span(first, first + 1))
        if not after and any(
            sentence.start <= one.span.start < sentence.end and not self._told(one.span) for one in self.dates.expressions
        ):
            return None
        figure = self.found(number).figure
        for back in range(1, 3 if after else 2):
            if here - back < 0:
                break
            span = self.reading.sentences[here - back]
            if here - back in self.speaking and not after:
                break
            named = figure is not None and any(mention.figure is figure for mention in self.cast.within(span))
            for expression in self.dates.expressions:
                if span.start <= expression.span.start < span.end and not expression.bound and not expression.modifier and (named or after):
                    on = self.dates.day(expression)
                    if on is not None and not self.reading.in_quotes(expression.span.start) and not self._told(expression.span):
                        return SaidOn(on, Known.INFERRED, (expression.span,))
        return None

    def _soon_after(self, here: int) -> bool:
        """Whether a sentence, or the one before it, says that it tells of the hours after what was told before."""
        first = self.reading.sentences[max(0, here - 1)].start
        found = SOON.finditer(self.text, first, self.reading.sentences[here].end)
        return any(not self._told(Span(match.start(), match.end())) for match in found)

    def _made_public(self, number: int) -> SaidOn | None:
        """The day on which the text says that this speaker came forward with something ("a plan that Hentz made public on Friday")."""
        figure = self.found(number).figure
        start = place(self.attributions[number])
        for mention in reversed(self.cast.before(start)):
            if figure is None or mention.figure is not figure or self._told(mention.span):
                continue
            for expression in self.dates.expressions:
                between = self.text[mention.span.end : max(mention.span.end, expression.span.start)]
                if expression.bound or expression.modifier or not PUBLIC.fullmatch(between):
                    continue
                on = self.dates.day(expression)
                if on is not None:
                    return SaidOn(on, Known.INFERRED, (expression.span,))
        return None

    def _told(self, span: Span) -> bool:
        """Whether words are part of what somebody said."""
        return any(content.contains(span) for attribution in self.attributions for content in attribution.content)

    def _backward(self, said: list[SaidOn]) -> None:
        """A summary takes the day of the dated words of the same speaker that follow at once, not of "who had threatened on Tuesday"."""
        tops = [number for number in self.order if self.attributions[number].nested_in is None]
        for earlier, later in reversed(list(pairwise(tops))):
            if (
                said[earlier].on is not None
                or said[later].on is None
                or self._key(earlier) is None
                or self._key(earlier) != self._key(later)
                or self._standing(later)
            ):
                continue
            apart = self.reading.sentence(place(self.attributions[later])) - self.reading.sentence(place(self.attributions[earlier]))
            if apart <= 2 and (self._movable(earlier) or self._leads(earlier)):
                said[earlier] = replace(said[later], known=Known.INFERRED)

    def _leads(self, number: int) -> bool:
        """Whether a perfect tense tells the text's own news ("has given Doruna until Friday"): nothing is credited before it."""
        attribution = self.attributions[number]
        news = bool(PERFECT.match(quote(self.text, attribution.cue).strip())) and not self._elsewhen(number)
        first = self.reading.sentence(place(self.attributions[self.order[0]]))
        return news and attribution.nested_in is None and self.reading.sentence(place(attribution)) <= first + 1

    def _whole(self, said: list[SaidOn], own: Sequence[SaidOn]) -> None:
        """Where every date of speech in the text is the day of publication, the rest of its speech is of that day."""
        day, evidence = self._only_day(own)
        if day is None:
            return
        elsewhen = {self._key(number) for number in self.order if said[number].on is None and self._elsewhen(number)} - {None}
        dated = [self.reading.sentence(place(self.attributions[number])) for number in self.order if said[number].on == day]
        for number in self.order:
            here = self.reading.sentence(place(self.attributions[number]))
            if dated and min(abs(here - other) for other in dated) > REACH:
                continue
            kind = self.found(number).kind
            if said[number].on is not None or kind in ("media", "unknown") or self.attributions[number].nested_in is not None:
                continue
            if self._key(number) not in elsewhen and self._movable(number) and self._past(number):
                said[number] = SaidOn(day, Known.INFERRED, evidence)
        self._forward(said)

    def _only_day(self, own: Sequence[SaidOn]) -> tuple[date | None, Spans]:
        """The one day of the text: of its dated speech if it is the day of publication, or of all its dates if that day or the last."""
        anchor = self.dates.anchor
        if anchor is None:
            return None, ()
        if len(own) >= ENOUGH and {one.on for one in own} == {anchor}:
            return anchor, own[0].evidence
        told = [
            (self.dates.day(one), one)
            for one in self.dates.expressions
            if not one.bound
            and not self.reading.in_quotes(one.span.start)
            and (self.dates.dateline is None or one.span != self.dates.dateline[1])
        ]
        days = {day for day, _ in told if day is not None}
        ahead = any(day is None and one.shape in (Shape.FULL, Shape.YEARLESS) for day, one in told)
        if not ahead and len(told) >= ENOUGH and len(days) == 1 and timedelta(0) <= anchor - min(days) <= timedelta(1):
            return min(days), (told[0][1].span,)
        return None, ()

    def _past(self, number: int) -> bool:
        return PAST.search(quote(self.text, self.attributions[number].cue).lower()) is not None

    def _key(self, number: int) -> object:
        found = self.found(number)
        if found.speaker is None or found.how == "unnamed":
            return None
        return found.speaker.id or found.speaker.name

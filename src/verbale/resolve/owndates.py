"""The day that an attribution's own sentence gives, and the day that the text gives for itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from verbale.resolve.calendar import Expression, Shape, expressions
from verbale.resolve.text import Reading, covers, masked
from verbale.values import Attribution, Document, Kind, Known, SaidOn, Span

HEAD = 400
"""Characters at a text's start in which a date may be the text's own."""

ZONES = timedelta(1)
"""How far ahead of the place of publication the day may be where something is said; nothing is reported before that."""

WEEK = timedelta(7)
_CITIES = "Beijing|Shanghai|Hangzhou|Hong Kong|Taipei|Seoul|Pyongyang|Tokyo|Manila|Jakarta|Hanoi|Singapore|Canberra|Sydney|Wellington"
_EAST = re.compile(rf"\bin (?:{_CITIES}) (?:on )?$")
_EAST_LINE = re.compile(rf"^(?:{_CITIES.upper()})\b[^a-z\n]{{0,40}}(?:\([\w ]+\)\s*)?[–—-]", re.MULTILINE)
"""Where the day begins so early that a weekday named there may be the one after the publication, if that has no hour."""

UNKNOWN = SaidOn()
_DATELINE = re.compile(r"^\W*(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,}(?:, ?[A-Z][\w. ]+)?,? ?[,(–—-]\s*)$")
_WORDS = re.compile(r"[^\W_]+")
_CLAUSE_BREAK = re.compile(
    r"\b(?:that|who|which|when|while|whether|because|if|will|would|что|чтобы|котор\w+|когда|если|що|щоб|як(?:ий|а|е|і)|коли|якщо)\b|[.;!?]|[,:]\s*[\"“]|,\s*(?:and|but|then|[аиій]|но|але)\b"
)
_OTHER_EVENT = re.compile(
    r"\b(?:after|before|since|as)\s+(?:[\w’'-]+\s+){1,4}?(?:\w{3,}ed|held|met|won|lost|took|gave|sent|was|were|had|made|came|went)\b"
)
"""Behind the cue a clause of its own, whose day is that of what it tells: "announced it after the House passed a bill on Thursday"."""
_AHEAD = re.compile(r"\b(?:will|would|shall|is|are|was|were) (?:\w+ )?(?:be|to|due|set|scheduled|expected)\b")
"""Before a day on which something is still to happen: "will be open on Tuesday"."""
_ADDRESSED = re.compile(r"(?!(?:to|that|in|at|of|for|on|by|with|from|its|his|her)\b)(?:[\w’'-]+\s+){1,4}(?:on\s+)?")
_URGED = re.compile(r"\s+(?:of|for)\s+\w+ing\b|\s+(?:not\s+)?to\s+\w|\s+that\b")
"""Whom a cue accuses, urges or tells before the day of it, and what goes on behind the day."""
_APPOSED = re.compile(r"(?:,\s+\d{1,2} [а-яіїєґ]+(?:\s+\d{4}(?:\s+(?:года|року))?)?)?,\s+")
"""Between a day and its cue, where a date stands beside the day: "в среду, 16 мая, заявил"."""
_PARTICIPLE = re.compile(r"^\w{3,}ing\b")


class OwnDates:
    """Reads dates in one document. `anchor` is the day that weekdays are seen from, `dateline` the dateline's day and place."""

    def __init__(
        self, document: Document, attributions: Sequence[Attribution], reading: Reading, window: tuple[date | None, date | None]
    ) -> None:
        self.text = document.text
        self.attributions = attributions
        self.reading = reading
        self.window = window
        self.expressions = expressions(reading)
        self.dateline = self._dateline(document.published.on)
        self.east = bool(_EAST_LINE.search(self.text, 0, HEAD))
        heading = self._heading() if document.published.known in (Known.INFERRED, Known.UNKNOWN) else None
        self.anchor = heading or document.published.on
        self.at = document.published.at if heading is None else None

    # -- the text's own day ------------------------------------------------------------------------------------------

    def _heading(self) -> date | None:
        for expression in self.expressions:
            if expression.span.start > HEAD:
                return None
            if expression.shape is Shape.FULL or (expression.shape is Shape.YEARLESS and self._alone(expression)):
                return expression.on(None, self.window)
        return None

    def _alone(self, expression: Expression) -> bool:
        """Whether a date stands on a line without a sentence, as under a headline."""
        start = self.text.rfind("\n", 0, expression.span.start) + 1
        end = self.text.find("\n", expression.span.end)
        line = self.text[start : end if end >= 0 else len(self.text)]
        return len(line) < 60 or bool(_DATELINE.match(line[: expression.span.start - start]))

    def _dateline(self, published: date | None) -> tuple[date, Span] | None:
        for expression in self.expressions[:3]:
            if expression.shape in (Shape.FULL, Shape.YEARLESS) and expression.span.start < HEAD:
                start = self.text.rfind("\n", 0, expression.span.start) + 1
                if _DATELINE.match(self.text[start : expression.span.start]):
                    on = expression.on(published, self.window)
                    return (on, expression.span) if on is not None else None
        return None

    def day(self, expression: Expression) -> date | None:
        """The day that an expression names: seen from its own zone where it has one, from the date before where it counts from that.

        None where it cannot be told, and where it lies after the publication: nothing is reported before it is said.
        """
        anchor = self.anchor
        if expression.zoned is not None and self.at is not None:
            alone = expression.shape is Shape.RELATIVE and expression.span == expression.zoned.span
            anchor = expression.zoned.last(self.at) if alone else expression.zoned.today(self.at)
        elif expression.shape is Shape.CHAINED:
            before = [one for one in self.expressions if one.span.start < expression.span.start and one.shape is not Shape.VAGUE]
            anchor = self.day(before[-1]) if before else None
        on = expression.on(anchor, self.window)
        if on is not None and anchor is not None and expression.shape is Shape.WEEKDAY and self.at is None and not expression.last:
            east = _EAST.search(self.text, max(0, expression.span.start - 24), expression.span.start)
            on = anchor + ZONES if (east is not None or self.east) and on == anchor + ZONES - WEEK else on
        return on if on is None or self.anchor is None or on <= self.anchor + ZONES else None

    # -- one attribution ---------------------------------------------------------------------------------------------

    def of(self, number: int) -> SaidOn:
        """The day that the sentence gives the attribution, unknown where it gives none."""
        attribution = self.attributions[number]
        best: tuple[int, int, Expression] | None = None
        for expression in self._near(number):
            rank = self._rank(attribution, expression)
            if rank is None or (rank >= 2 and not self._own_voice(attribution, expression)):
                continue
            distance = abs(expression.span.start - place_of_cue(attribution))
            if best is None or (rank, distance) < best[:2]:
                best = (rank, distance, expression)
        if best is None:
            return UNKNOWN
        expression = best[2]
        on = self.day(expression)
        if on is None:
            return UNKNOWN
        return SaidOn(on, Known.TEXT if best[0] < 4 else Known.INFERRED, (expression.span,))

    def _own_voice(self, attribution: Attribution, expression: Expression) -> bool:
        """Whether an expression apart from the cue stands in the same words as a nested attribution."""
        return attribution.nested_in is None or covers(self.attributions[attribution.nested_in].content, expression.span.start)

    def _near(self, number: int) -> list[Expression]:
        """The date expressions in the attribution's sentence that are nobody's words and not in a source."""
        attribution = self.attributions[number]
        place = attribution.source[-1].end if signed(self.text, attribution) else place_of_cue(attribution)
        sentence = self.reading.sentences[self.reading.sentence(place)]
        near = []
        for expression in self.expressions:
            at = expression.span.start
            if not sentence.start <= at < sentence.end or expression.shape is Shape.VAGUE or expression.bound:
                continue
            if self.dateline is not None and expression.span == self.dateline[1]:
                continue
            if self._prefix(attribution, expression):
                near.append(expression)
                continue
            held = any(
                (covers(other.content, at) and not covers(other.content, place)) or (covers(other.source, at) and not expression.modifier)
                for other in self.attributions
            )
            if not held and not covers(attribution.content, at):
                near.append(expression)
        return near

    def _prefix(self, attribution: Attribution, expression: Expression) -> bool:
        """Whether the content begins with the saying's own date ("said | on Monday that …", "accused | Zenda on Monday of …")."""
        start = attribution.content[0].start
        lead = self.text[start : expression.span.start]
        tail = self.text[expression.span.end : expression.span.end + 24]
        if expression.span.start < start or attribution.kind is Kind.DIRECT or not attribution.cue:
            return False
        alone = len(lead) <= 6 and not lead.strip().replace("on", "").strip() and bool(re.match(r",?\s+that\b", tail))
        joined = 0 <= start - attribution.cue[-1].end <= 1
        return alone or (joined and _ADDRESSED.fullmatch(lead) is not None and _URGED.match(tail) is not None)

    def _rank(self, attribution: Attribution, expression: Expression) -> int | None:
        """0 right after the cue, 1 before it, 2 fronted, 3 later in the clause, 4 an event's day; None for another's date."""
        cue = attribution.cue or attribution.source
        if not cue:
            return None
        at = expression.span
        if signed(self.text, attribution) and 0 <= at.start - attribution.source[-1].end <= 3:
            return 0
        if cue[0].start <= at.start < cue[-1].end:
            return 0
        if self._prefix(attribution, expression):
            return 0
        if at.start >= cue[-1].end:
            between = self._free(attribution, cue[-1].end, at.start)
            if expression.modifier:
                return 0 if len(_WORDS.findall(between)) <= 4 and not _CLAUSE_BREAK.search(between) else None
            if _CLAUSE_BREAK.search(between) or _OTHER_EVENT.search(between):
                return None
            return 0 if len(_WORDS.findall(between)) <= 8 else 3
        between = self.text[at.end : cue[0].start]
        if _APPOSED.fullmatch(between) and not at.of(self.text).isascii():
            return 1
        first = self.reading.sentences[self.reading.sentence(at.start)].start
        if first < at.start and _AHEAD.search(self._free(attribution, first, at.start)):
            return None
        if len(_WORDS.findall(between)) <= 3 and not re.search(r"[,;]", between) and not expression.modifier:
            return 1
        if between.strip() == "," and _PARTICIPLE.match(self.text[cue[0].start : cue[0].start + 20]) and not expression.modifier:
            return 2
        source = attribution.source[0].start if attribution.source else cue[0].start
        if at.start > source:
            return None
        sentence = self.reading.sentences[self.reading.sentence(at.start)]
        lead = self._free(attribution, sentence.start, at.start)
        gap = self._free(attribution, at.end, source)
        if len(_WORDS.findall(lead)) <= 10 and len(_WORDS.findall(gap)) <= 14 and not re.search(r"[.;!?]|\b(?:said|told)\b", gap):
            return 2 if not expression.modifier else 4
        return None

    def _free(self, attribution: Attribution, start: int, end: int) -> str:
        """The characters between two places that are not the attribution's content."""
        return masked(self.text, Span(start, end), attribution.content) if start < end else ""


def signed(text: str, attribution: Attribution) -> bool:
    """Whether a source is the signature of a post, with its handle."""
    return bool(attribution.source) and attribution.source[-1].of(text).endswith(")") and "(@" in attribution.source[-1].of(text)


def place(attribution: Attribution) -> int:
    """Where an attribution begins outside its content, if it does."""
    return (attribution.source or attribution.cue or attribution.content)[0].start


def place_of_cue(attribution: Attribution) -> int:
    """Where an attribution's cue begins, or what stands for it."""
    return (attribution.cue or attribution.source or attribution.content)[0].start

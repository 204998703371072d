"""What a pronoun or a missing source points back to: sentence by sentence, the speaker there or else the first person named."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from verbale.resolve.cast import Cast, Mention
from verbale.resolve.found import NOBODY, Found, of_figure
from verbale.resolve.text import Reading, covers, owned
from verbale.values import Attribution, Kind, Span, Spans

_VERB = re.compile(
    r",?\s+(?:also\s+|has\s+|had\s+|have\s+|later\s+|then\s+|himself\s+|herself\s+)*"
    r"(?:\w{2,}ed|said|told|says|wrote|spoke|met|made|took|held|gave|was|is|were|did|does|will|would|wants?|sees?|went|came"
    r"|left|sent|put)\b"
)
_AUTHORED = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:messages?|statement|posts?|letter|speech|interview|remarks|comments|address|tweets?|article)\b"
    r"[^.;\"“”]{0,60}?,?\s+(?:in|on) which\s+$"
)
_BESIDE = re.compile(r"\b(?:to|with|than|like|unlike|of|from|for|against|about|between|and)\s+(?:[A-Z]\w+\s+){0,3}$")
"""What stands before a name that is not what its sentence is about."""
_ASKED = re.compile(
    r"\W*(?:(?:When|Also|Later|Then)\s+)?(?:asked|pressed|questioned|quizzed)\b(?!\s+(?:him|her|them|the)\b)", re.IGNORECASE
)
"""A sentence that begins with a question put to its speaker names others in it: "Asked if Hentz would resign, he said"."""
_GOES_ON = {"m": re.compile(r"\bhe\s", re.IGNORECASE), "f": re.compile(r"\bshe\s", re.IGNORECASE)}
"""A subject that goes on as a pronoun: who is named behind it is somebody else."""
REACH = 5
"""How many sentences back a pronoun may point, those of its own quotation left out."""


class Antecedents:
    """Looks back from a place in one document; `found` gives the speaker of an attribution by number."""

    def __init__(
        self, reading: Reading, cast: Cast, attributions: Sequence[Attribution], *, found: Callable[[int], Found], furniture: Spans
    ) -> None:
        self.reading = reading
        self.cast = cast
        self.attributions = attributions
        self.found = found
        self.furniture = furniture
        self.places = tuple(_place(attribution) for attribution in attributions)
        self.by_sentence: dict[int, list[int]] = {}
        for number, place in sorted(enumerate(self.places), key=lambda item: item[1]):
            self.by_sentence.setdefault(reading.sentence(place), []).append(number)

    def person(self, number: int, position: int, gender: str | None) -> Found:
        """Whom "he" or "she" means."""
        return self._look(number, position, lambda found: found.may_be(gender), person=True)

    def author(self, position: int) -> Found | None:
        """Whose words something is that a pronoun says more of ("Hentz's message, in which he …")."""
        paper = _AUTHORED.search(self.reading.text, max(0, position - 120), position)
        if paper is None:
            return None
        owner = next((m for m in self.cast.within(Span(max(0, paper.start() - 40), position)) if m.span.end >= paper.start()), None)
        return of_figure(owner.figure, "pronoun", 0.85) if owner is not None and owner.possessive and owner.figure.person else None

    def told_of(self, number: int, position: int, word: str) -> Found | None:
        """Whom a "his" or "her" means behind unquoted words on somebody ("Hentz will resign, his spokesman said"): whom they name first."""
        attribution = self.attributions[number]
        if word not in ("his", "her") or attribution.kind is not Kind.INDIRECT or attribution.content[0].start > position:
            return None
        named = (of_figure(m.figure, "pronoun", 0.8) for m in self.cast.within(attribution.content[0]) if not m.possessive)
        return next((found for found in named if found.may_be("m" if word == "his" else "f")), None)

    def thing(self, number: int, position: int) -> Found:
        """What "it" means: a state, body or medium."""
        return self._look(number, position, lambda found: found.kind in ("state", "body", "media"), person=False)

    def group(self, number: int, position: int) -> Found:
        """Whom "they" means: a group, body or state that spoke or was the subject just before."""
        return self._look(number, position, lambda found: found.kind in ("group", "body", "state") or _several(found), person=False)

    def named_in_content(self, number: int) -> frozenset[int]:
        """The figures whom the attribution's own content names: a speaker does not call himself by name."""
        return frozenset(id(mention.figure) for span in self.attributions[number].content for mention in self.cast.within(span))

    def same_sentence(self, number: int, position: int) -> Found:
        """The speaker of the attribution that stands nearest before a participle in its sentence, or else after it."""
        sentence = self.reading.sentence(position)
        blamed = self._blamed(position)
        if blamed is not None:
            return of_figure(blamed.figure, "same sentence", 0.75)
        rivals = [
            n
            for n in self.by_sentence.get(sentence, ())
            if n != number and self.attributions[n].nested_in == self.attributions[number].nested_in
        ]
        before = [n for n in rivals if self.places[n] < position and self.attributions[n].source]
        for rival in [*reversed(before), *(n for n in rivals if n not in before and self.attributions[n].source)]:
            found = self.found(rival)
            if found.speaker is not None:
                return replace(found, how="same sentence", probability=found.probability * 0.95)
        return self._subject(sentence, position, number)

    def _blamed(self, position: int) -> Mention | None:
        """Whom a verb of praise or blame names before its "for": the subject of the participle that follows."""
        lead = re.search(r"\s+for\s+$", self.reading.text[max(0, position - 8) : position])
        if lead is None:
            return None
        end = position - len(lead.group())
        return next((m for m in self.cast.within(Span(max(0, position - 60), position)) if m.span.end == end), None)

    def _subject(self, sentence: int, position: int, number: int) -> Found:
        span = self.reading.sentences[sentence] if self.reading.sentences else Span(0, 1)
        for mention in self.cast.within(span):
            if (
                mention.span.start < position
                and not self.reading.in_quotes(mention.span.start)
                and not covers(self.attributions[number].content, mention.span.start)
            ):
                return of_figure(mention.figure, "same sentence", 0.7)
        return NOBODY

    def beside(self, cue: Spans) -> Mention | None:
        """The mention that touches a cue, before it or after it."""
        text = self.reading.text
        for mention in self.cast.within(Span(max(0, cue[0].start - 60), cue[-1].end + 40)):
            before = text[mention.span.end : cue[0].start] if mention.span.end <= cue[0].start else "-"
            after = text[cue[-1].end : mention.span.start] if mention.span.start >= cue[-1].end else "-"
            if before in (" ", " also ", " has ", " had ") or after == " ":
                return mention
        return None

    def continued(self, number: int) -> Found:
        """The last speaker, where nothing but white space parts his words from this quotation."""
        attribution = self.attributions[number]
        start = attribution.content[0].start
        text = self.reading.text
        if attribution.nested_in is not None or (text[start : start + 1] not in "\"“«'‘" and text[max(0, start - 1) : start] not in '"“«'):
            return NOBODY
        sentence = self.reading.sentence(max(0, start - 1))
        for back in (sentence, sentence - 1):
            numbers = [
                n
                for n in self.by_sentence.get(back, ())
                if n != number and self.places[n] < start and self.attributions[n].nested_in is None
            ]
            for rival in reversed(numbers):
                found = self.found(rival)
                if found.speaker is not None and found.kind in ("person", "group", "body"):
                    return replace(found, how="continued", probability=found.probability * 0.85)
        return NOBODY

    def speaking_at(self, position: int, level: int | None = -1) -> int | None:
        """The attribution whose words hold a position and that does not begin there: the innermost, or the one nested in `level`."""
        holding = [
            n
            for n, a in enumerate(self.attributions)
            if covers(a.content, position) and self.places[n] != position and level in (-1, a.nested_in)
        ]
        return min(holding, key=lambda n: sum(span.end - span.start for span in self.attributions[n].content), default=None)

    def _barred(self, number: int) -> frozenset[int]:
        """Whom a pronoun cannot mean because the reported words name him; a direct quotation may well name its own speaker."""
        return self.named_in_content(number) if self.attributions[number].kind is Kind.INDIRECT else frozenset()

    def _look(self, number: int, position: int, fits: Callable[[Found], bool], *, person: bool) -> Found:
        barred = self._barred(number)
        home = self.reading.sentence(position)
        spare = NOBODY
        own = home - min(home, self.reading.sentence(self.attributions[number].content[0].start))
        for sentence in range(home, max(-1, home - REACH - 1 - own), -1):
            if not person and sentence < home and self._lost(number, sentence, home):
                return NOBODY
            for found in self._candidates(number, sentence, position, person=person):
                if fits(found) and (found.figure is None or id(found.figure) not in barred) and found.speaker is not None:
                    meant = replace(found, how="pronoun", probability=found.probability * (0.95 if sentence >= home - 1 else 0.85))
                    if not (person and self._oblique(found, sentence, position)):
                        return meant
                    spare = meant if spare is NOBODY else spare
        return spare

    def _oblique(self, found: Found, sentence: int, position: int) -> bool:
        """Whether a sentence names somebody only as an object, and nobody speaks in it."""
        if sentence == self.reading.sentence(position) or any(
            self.found(n).figure is found.figure for n in self.by_sentence.get(sentence, ())
        ):
            return False
        span = self.reading.sentences[sentence]
        named = [m for m in self.cast.within(span) if m.figure is found.figure]
        return bool(named) and all(
            _BESIDE.search(self.reading.text, max(0, m.span.start - 40), m.span.start) or self._behind_pronoun(m, span) for m in named
        )

    def _behind_pronoun(self, mention: Mention, sentence: Span) -> bool:
        """Whether the sentence of a mention has a pronoun of the same sex as its subject, so that the mention is an object."""
        before = self.reading.text[sentence.start : mention.span.start]
        return not self._acts(mention) and _GOES_ON[mention.figure.gender or "m"].search(before) is not None

    def _lost(self, number: int, sentence: int, home: int) -> bool:
        """Whether the sentence before has a speaker, and an unknown one: "they" and "it" may well be that one."""
        rivals = [n for n in self.by_sentence.get(sentence, ()) if self.attributions[n].nested_in == self.attributions[number].nested_in]
        return sentence == home - 1 and any(self.attributions[n].source and self.found(n).speaker is None for n in rivals)

    def _candidates(self, number: int, sentence: int, position: int, *, person: bool) -> list[Found]:
        """Whom a sentence offers before a position: its speakers, the last first, then those it names, the first first."""
        mine = self.attributions[number]
        outer = self._outers(number)
        span = self.reading.sentences[sentence]
        found: list[Found] = []
        rivals = [n for n in self.by_sentence.get(sentence, ()) if n != number and n not in outer and self.places[n] < position]
        rivals.sort(key=lambda n: (not owned(self.reading.text, self.attributions[n].source), self.places[n]), reverse=True)
        if mine.nested_in is not None:
            holder = self.attributions[mine.nested_in]
            if holder.kind is not Kind.INDIRECT and self.found(mine.nested_in).kind != "media":
                inside = [m for m in self.cast.within(span) if m.span.start < position and covers(holder.content, m.span.start)]
                siblings = [self.found(n) for n in rivals if self.attributions[n].nested_in == mine.nested_in]
                if person:
                    inside, siblings = [m for m in inside if m.figure.person], [one for one in siblings if one.kind == "person"]
                if siblings or inside or self._named_inside(holder, position, person=person):
                    return [*siblings, *(of_figure(m.figure, "pronoun", 0.85) for m in inside)]
        found.extend(self.found(n) for n in rivals if self.attributions[n].nested_in in (mine.nested_in, None))
        if not found and sentence != self.reading.sentence(position):
            speaking = self.speaking_at(span.start + 1, level=mine.nested_in)
            if speaking is not None and speaking not in outer and speaking != number:
                found.append(self.found(speaking))
        near = sentence == self.reading.sentence(position)
        asked = near and _ASKED.match(self.reading.text, span.start) is not None
        before = [] if asked else [m for m in self.cast.within(span) if m.span.start < position]
        narrated = [m for m in before if self._narrated(m, outer, number)]
        subjects = [m for m in narrated if self._acts(m)]
        ordered = [*(reversed(subjects) if near else subjects), *(m for m in narrated if m not in subjects)]
        telling = [self.found(mine.nested_in)] if near and not person and mine.nested_in is not None else []
        return [*found, *(of_figure(mention.figure, "pronoun", 0.85) for mention in ordered), *telling]

    def _acts(self, mention: Mention) -> bool:
        """Whether a mention looks like a subject: a verb of the past or of speech follows it."""
        return not mention.possessive and bool(_VERB.match(self.reading.text, mention.span.end))

    def _named_inside(self, holder: Attribution, position: int, *, person: bool) -> bool:
        """Whether an enclosing quotation names anyone, or a person, before a position."""
        named = (m for span in holder.content for m in self.cast.within(span))
        return any(m.span.start < position and (m.figure.person or not person) for m in named)

    def _narrated(self, mention: Mention, outer: frozenset[int], number: int) -> bool:
        """Whether a mention stands in the same voice as the attribution: the reporter's, or an enclosing speaker's."""
        at = mention.span.start
        return not covers(self.furniture, at) and not any(
            covers(a.content, at)
            for n, a in enumerate(self.attributions)
            if n not in outer and (a.kind is not Kind.INDIRECT or n == number)
        )

    def _outers(self, number: int) -> frozenset[int]:
        held: set[int] = set()
        outer = self.attributions[number].nested_in
        while outer is not None and outer not in held:
            held.add(outer)
            outer = self.attributions[outer].nested_in
        return frozenset(held)


def _several(found: Found) -> bool:
    """Whether somebody of whom nothing is known is told of in the plural ("fishers on the coast")."""
    return (
        found.kind == "unknown"
        and found.speaker is not None
        and re.search(r"(?:\w{2,}s|people|men|women)\b", found.speaker.name) is not None
    )


def _place(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start

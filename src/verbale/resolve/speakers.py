"""Source spans → who speaks: names first, then titles and bodies, then what points back in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.dossier.bodies import BODY_WORDS
from verbale.resolve.antecedents import Antecedents
from verbale.resolve.bodies import Bodies
from verbale.resolve.cast import Cast, Figure
from verbale.resolve.contexts import stranger_party
from verbale.resolve.found import NOBODY, Found, of_figure, of_known
from verbale.resolve.frames import ASIDE, FACELESS, HOLDER, HOMED, IMPERSONAL, JOINED, PASSIVE, PLACED, SERVANTS
from verbale.resolve.heads import heads, quoted_by
from verbale.resolve.index import ActorIndex
from verbale.resolve.introduced import again, bare_name, introduced, introduced_group, with_country
from verbale.resolve.judged import judged
from verbale.resolve.known import Known, sex_told
from verbale.resolve.lexicon_titles import (
    GENERIC_OFFICES,
    HE,
    HONORIFICS,
    IT,
    JOINT,
    LOCAL_OFFICES,
    LOOSE,
    PRIVATE_OFFICES,
    PRIVATE_ROLES,
    SHE,
    THEY,
    WE,
    I,
)
from verbale.resolve.offices import Descriptor
from verbale.resolve.outlets import home_of
from verbale.resolve.phrases import PLACE, Phrase, collective, issued_by, medium, phrase_of, unnamed
from verbale.resolve.relative import relative
from verbale.resolve.text import Reading, phrase_words
from verbale.resolve.titles import Sought, Titles, local_office, local_words, neighbourly
from verbale.values import Attribution, Document, Span, Speaker, quote


class Speakers:
    """Finds the speaker of every attribution of one document; each is looked up once, the enclosing ones first."""

    def __init__(self, document: Document, attributions: Sequence[Attribution], *, index: ActorIndex, reading: Reading, cast: Cast) -> None:
        self.document = document
        self.attributions = attributions
        self.index = index
        self.reading = reading
        self.cast = cast
        self.titles = Titles(index, cast, document.published.on, index.places.codes(document.text))
        self.back = Antecedents(reading, cast, attributions, found=self.found, furniture=document.furniture)
        self.bodies = Bodies(index, reading, cast, self._before)
        self._found: dict[int, Found] = {}
        self._open: set[int] = set()
        for figure in cast.figures:
            if figure.person and figure.known is None:
                figure.party = stranger_party(figure, index, document.text, home_of(document.publisher))

    def found(self, number: int) -> Found:
        """Who speaks in the attribution of that number."""
        if number not in self._found:
            if number in self._open:
                return NOBODY
            self._open.add(number)
            found = self._resolve(number)
            if self.index.identities:
                found = judged(found, quote(self.document.text, self.attributions[number].source), self.document.id, self.index)
            self._found[number] = found
            self._open.discard(number)
        return self._found[number]

    def _before(self, position: int) -> list[Found]:
        """The speakers found so far whose sources stand before a place, the last first."""
        numbers = [number for number in self._found if self.back.places[number] < position]
        return [self._found[number] for number in sorted(numbers, key=lambda n: -self.back.places[n])]

    def _resolve(self, number: int) -> Found:
        attribution = self.attributions[number]
        if not attribution.source:
            return self._sourceless(number)
        span = Span(attribution.source[0].start, attribution.source[-1].end)
        aside = len(attribution.source) > 1 and ASIDE.match(attribution.source[1].of(self.document.text)) is not None
        if aside or (len(attribution.source) > 1 and span.end - span.start > 200):
            span = attribution.source[0]
        relayed = quoted_by(self.document.text, span, attribution.cue)
        if not any(relayed.contains(other.source[0]) for other in self.attributions if other.source and other is not attribution):
            span = relayed
        several = len(attribution.source) > 1 and not aside
        text = quote(self.document.text, attribution.source) if several else span.of(self.document.text)
        credit = re.match(r"\s*\([^)]*\)\s*", text)
        if credit is not None and credit.end() < len(text):
            span, text = Span(span.start + credit.end(), span.end), text[credit.end() :]
        phrase = phrase_of(with_country(text, span.start, reading=self.reading, index=self.index))
        if not phrase.keys:
            return self._sourceless(number)
        if phrase.pronoun is not None:
            impersonal = phrase.pronoun == "it" and IMPERSONAL.match(quote(self.document.text, attribution.cue).strip())
            return NOBODY if impersonal else self._pronoun(number, span.start, phrase.pronoun)
        if JOINT.match(phrase.head) and not self.index.describe(PLACED.sub("", phrase.head)).owners and " and " not in phrase.whole:
            return self.bodies.joint(phrase)
        if several:
            return self.bodies.several([source.of(self.document.text) for source in attribution.source], phrase)
        return (
            self._exact(phrase)
            or self._by_mention(span, phrase)
            or self.bodies.group(span, phrase)
            or self.bodies.body(span, phrase)
            or self.bodies.medium(span, phrase)
            or self._title(number, span, phrase)
            or self._homed(number, span, phrase)
            or self._rest(number, span, phrase)
        )

    def _exact(self, phrase: Phrase) -> Found | None:
        known = self.index.exact(re.sub(r"['’]s?$", "", phrase.whole))
        if known is None or (known.person and len(phrase.keys) == 1):
            return None
        return self._known(known, "name", 0.98)

    def _by_mention(self, span: Span, phrase: Phrase) -> Found | None:
        """The person who heads the source, not one who stands in it as an owner or an object."""
        mentions = [mention for mention in self.cast.within(span) if mention.figure.person]
        for mention in mentions:
            if heads(mention, span, cast=self.cast, index=self.index, text=self.document.text):
                how = "surname" if mention.lone else "name"
                return of_figure(mention.figure, how, 0.97 if not mention.lone else 0.93)
        if mentions or phrase.indefinite or len(phrase.keys) > 3 or not all(word[:1].isupper() for word in phrase.whole.split()):
            return None
        names = [word.key for word in phrase_words(phrase.whole) if word.key not in HONORIFICS]
        if not names or len(names[-1]) < 5 or (len(names) == 1 and not phrase.whole[:1].isupper()):
            return None
        known = self.index.close_to(names) if collective(phrase, self.index) is None and medium(phrase, self.index) is None else None
        return self._known(known, "spelling", 0.75) if known is not None else None

    def _title(self, number: int, span: Span, phrase: Phrase) -> Found | None:
        """Who bears the office that the source names."""
        wanted = self.index.describe(phrase.head)
        if phrase.plural and len(phrase.keys) == 2 and phrase.keys[0] in ("the", "these", "those"):
            return introduced_group(span.start, phrase, reading=self.reading, index=self.index)
        if wanted.office is None or phrase.indefinite or phrase.plural or SERVANTS.search(phrase.head) or self._of_others(span, phrase):
            return None
        outer = self.attributions[number].nested_in
        side = self.found(outer).party if outer is not None and wanted.office == "president" and not wanted.owners else None
        sought = Sought(
            wanted,
            self._owner(number, span, phrase),
            span.start,
            local_words(self.reading, span, phrase.head, wanted),
            side,
            sex_told(quote(self.document.text, self.attributions[number].cue)),
            None if "new" in phrase.keys or "other" in phrase.keys else self._last(number, span.start),
        )
        found = self.titles.bearer(sought, self.back.named_in_content(number))
        before = self._introduced(span.start, wanted, phrase)
        if before is not None and (found is None or wanted.office in GENERIC_OFFICES):
            return before
        return found

    def _of_others(self, span: Span, phrase: Phrase) -> bool:
        """Whether the office is that of somebody whom neither the dossier nor the text tells of: "Canalco's chief officer"."""
        holder = HOLDER.match(phrase.head)
        if holder is None or self.cast.within(span):
            return False
        whose = phrase_of(holder["who"])
        return not self.index.places.named(whose.whole) and collective(whose, self.index) is None and medium(whose, self.index) is None

    def _homed(self, number: int, span: Span, phrase: Phrase) -> Found | None:
        """Who spoke last, where the source calls him by his state and faction."""
        last = self._last(number, span.start) if HOMED.fullmatch(phrase.whole) else None
        party = unnamed(phrase, self.index)[1] if last is not None else None
        if last is None or last.party not in (None, party):
            return None
        last.party = party  # so that the next such source is not taken for him unless it is of his party
        return of_figure(last, "role", 0.75)

    def _last(self, number: int, position: int) -> Figure | None:
        """The person who spoke last before a place, within three sentences and in the same voice."""
        start = min(position, self.attributions[number].content[0].start)
        for rival in sorted(range(len(self.attributions)), key=lambda n: -self.back.places[n]):
            place = self.back.places[rival]
            if place >= position or self.attributions[rival].nested_in != self.attributions[number].nested_in:
                continue
            if self.reading.sentence(start) - self.reading.sentence(place) > 3:
                return None
            found = self.found(rival)
            if found.kind == "person":
                return found.figure
        return None

    def _introduced(self, position: int, wanted: Descriptor, phrase: Phrase) -> Found | None:
        """Somebody unnamed whom the text brought in before by the same office ("a diplomat …", then "the diplomat")."""
        if wanted.office in LOCAL_OFFICES:
            return None
        before = again(self._before(position), wanted, phrase.head, self.index)
        if before is not None or wanted.owners:
            return before
        return introduced(position, phrase, reading=self.reading, index=self.index) if len(phrase.keys) <= 2 else None

    def _owner(self, number: int, span: Span, phrase: Phrase) -> Found | None:
        """Whose the office is, where a person or body owns it ("Zelensky's aide", "his spokesman")."""
        pronoun = phrase.owner_pronoun or next((key for key in phrase.keys[1:5] if key in ("its", "his", "her", "their")), None)
        if pronoun is not None:
            found = self.back.told_of(number, span.start, pronoun) or self._pronoun(number, span.start, pronoun)
            return found if found.speaker is not None else None
        for mention in self.cast.within(span):
            placed = PLACE.search(self.document.text, span.start, mention.span.start) is not None
            where = placed and self.index.places.codes(mention.span.of(self.document.text))
            if mention.figure.party is not None and mention.figure.kind != "state" and not where:
                return of_figure(mention.figure, "owner")
        return None

    def _rest(self, number: int, span: Span, phrase: Phrase) -> Found:
        """A document's issuer, or somebody unnamed by the text's own words."""
        known = issued_by(phrase, self.index)
        if known is not None:
            return self._known(known, "collective", 0.8)
        issuer = self.bodies.issuer(span, phrase)
        if issuer is not None:
            return issuer
        wanted = self.index.describe(phrase.head)
        common = phrase.whole.split()[-1][:1].islower() or wanted.office is not None
        named = any(word.capital and word.start for word in phrase_words(phrase.head))
        pointing = phrase.whole.lower().startswith(("the ", "this ", "that ")) and len(phrase.keys) <= 3 and not named
        definite = pointing and not wanted.owners and common
        owner = self._owner(number, span, phrase)
        if definite and owner is None:
            last = self._last(number, span.start) if wanted.office in PRIVATE_OFFICES else None
            if last is not None and last.party is None and all(one.office in PRIVATE_ROLES or one.former for one in last.descriptors):
                return of_figure(last, "role", 0.6)
            return neighbourly(local_office(self.reading, span, wanted, self.index), wanted, self.cast)
        speaker, party = unnamed(phrase, self.index)
        if wanted.office is None and not (phrase.telling or wanted.owners) and owner is None:
            return bare_name(phrase, self.reading)
        if party is None and owner is None and len(phrase.keys) <= 2 and phrase.plural and not phrase.private:
            return self.bodies.of_place(span, phrase)
        if party is None and owner is not None and not phrase.private:
            party = owner.party
        if party is None and not phrase.private and (inner := re.search(r"\b(?:for|of|to) (the .+)$", phrase.head)):
            inside = self._title(number, span, phrase_of(inner[1])) or self.bodies.part_of_body(span, phrase_of(inner[1]))
            party = inside.party if inside is not None else None
        holder = re.match(r"(?:the )?(.+?)['’]s\s+(?=[a-z])", phrase.head, re.IGNORECASE)
        owned = self.bodies.part_of_body(span, phrase_of(holder[1])) if holder is not None and party is None else None
        if owned is not None and owned.speaker is not None and holder is not None:
            party, speaker = owned.party, Speaker(None, f"{owned.speaker.name} {phrase.head[holder.end() :]}")
        body = any(word.key in BODY_WORDS for word in phrase_words(phrase.head)) and wanted.office is None
        kind = "group" if phrase.plural else "body" if body else "person" if wanted.office is not None else "unknown"
        if body and speaker.name.lower().startswith("the "):
            speaker = Speaker(None, speaker.name[4:])
        return neighbourly(Found(speaker, party, None, "unnamed", kind, None, 0.6), wanted, self.cast)

    def _pronoun(self, number: int, position: int, word: str) -> Found:
        outer = self.attributions[number].nested_in
        if word in LOOSE:
            return NOBODY
        if word == "who" and (named := relative(position, reading=self.reading, cast=self.cast, index=self.index)) is not None:
            return named
        if word in I or word in WE:
            return self._first_person(outer, position, word)
        if word in IT:
            return self.back.thing(number, position)
        if word in THEY:
            return self.back.group(number, position)
        if (author := self.back.author(position)) is not None:
            return author
        gender = "m" if word in HE else "f" if word in SHE else None
        return self.back.person(number, position, gender)

    def _first_person(self, outer: int | None, position: int, word: str) -> Found:
        if outer is None:
            outer = self.back.speaking_at(position)
        if outer is None:
            return NOBODY
        found = self.found(outer)
        party = self.index.dossier.party(found.party)
        if word in WE and party is not None and found.kind == "person":
            return Found(Speaker(party.id, party.name), party.id, None, "pronoun", "state", None, 0.6)
        return Found(found.speaker, found.party, found.figure, "pronoun", found.kind, found.gender, found.probability * 0.95)

    def _sourceless(self, number: int) -> Found:
        """No source is named: the sentence's own speaker for a participle, the last speaker for a quotation that goes on."""
        attribution = self.attributions[number]
        cue = quote(self.document.text, attribution.cue).strip()
        if FACELESS.search(cue):
            return NOBODY
        if cue:
            first = cue.split()[0].lower()
            joined = JOINED.search(self.document.text, max(0, attribution.cue[0].start - 12), attribution.cue[0].start)
            if first.endswith("ing") or first in ("and", "but") or joined is not None:
                return self.back.same_sentence(number, attribution.cue[0].start)
            beside = self.back.beside(attribution.cue) if PASSIVE.search(cue) is None else None
            return of_figure(beside.figure, "surname", 0.7) if beside is not None else NOBODY
        return self.back.continued(number)

    def _known(self, known: Known, how: str, probability: float) -> Found:
        return of_known(known, self.cast, how, probability)

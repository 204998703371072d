"""Sources that are no single person: groups, bodies, offices, states, media."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from verbale.dossier.bodies import BODY_WORDS, GROUP_WORDS
from verbale.dossier.model import PartyKind
from verbale.resolve.cast import Cast
from verbale.resolve.found import NOBODY, Found, of_figure, of_known
from verbale.resolve.index import ActorIndex
from verbale.resolve.introduced import REACH, body_named
from verbale.resolve.known import Known
from verbale.resolve.lexicon_titles import DOCUMENT_WORDS, HONORIFICS, PRIVATE_OFFICES
from verbale.resolve.phrases import Phrase, collective, medium, phrase_of, shorter
from verbale.resolve.places import singular
from verbale.resolve.text import Reading, phrase_words
from verbale.values import Span, Speaker

_RELATIVE = re.compile(r",? (?:who|which|whose|whom)\b|\s*\(|,\s+(?:sent|seen|written|\w{3,}ed|\w{3,}ing)\b")
_OWN = re.compile(
    r"(?:other )?members\b|(?:other |senior )?(?:his|her|its|their) "
    r"(?:\w+ )?(?:administration|government|team|aides|cabinet|staff|office|delegation)\b"
)
_PRESS = re.compile(
    r"^(?:the\s+)?(?P<of1>.+?)?\s*\bpress[ -](?:service|office|team|bureau|department)s?(?:\s+of\s+(?P<of2>.+))?$", re.IGNORECASE
)
_PRESIDENTIAL = re.compile(
    r"\bpresidential (?:\w+ )?(?:service|office|administration|secretariat|palace|staff|chancellery)\b", re.IGNORECASE
)
_SIGNED = re.compile(
    r",?\s*(?:which|that)\s+(?P<who>[^,.;]{3,60}?)\s+(?:had |has |himself |herself )?"
    r"(?:signed|wrote|sent|issued|released|published|presented|delivered|drafted|made public)\b"
)
_PAPER = re.compile(rf"\b(?:{'|'.join(sorted(DOCUMENT_WORDS))})s?\b", re.IGNORECASE)
_SIDES = re.compile(r"^(?:both|the two|the) (?:sides|parties|governments|countries|states|capitals|delegations)$", re.IGNORECASE)
_WITHIN = re.compile(r"\b[Ii]n\s+(?:[\w-]+\s+){0,2}?(?P<x>[A-Z]\w+(?:\s[A-Z]\w+)?)")


class Bodies:
    """Looks up groups, bodies and media in one document; `earlier` gives the speakers found before a place, the last first."""

    def __init__(self, index: ActorIndex, reading: Reading, cast: Cast, earlier: Callable[[int], list[Found]]) -> None:
        self.index = index
        self.reading = reading
        self.cast = cast
        self.earlier = earlier

    def known(self, known: Known, how: str, probability: float) -> Found:
        """An actor or party of the dossier as a finding."""
        return of_known(known, self.cast, how, probability)

    def group(self, span: Span, phrase: Phrase) -> Found | None:
        """Two or more who speak together: by the text's words, with a party only where all have the same."""
        whole = _RELATIVE.split(phrase.whole, maxsplit=1)[0]
        if (
            " and " not in whole
            or self.part_of_body(span, phrase) is not None
            or any(" and " in form and (self.index.exact(form) or self.index.body(form)) for form in shorter(phrase))
        ):
            return None
        parts = [part.strip() for part in re.split(r",\s+and\s+|,\s+|\s+and\s+", whole) if part.strip()]
        if len(parts) < 2 or re.match(r"an?\b", parts[1]):
            return None
        return (
            self.several(parts, phrase)
            if all(self._party_of(part) is not None or re.search(r"\b[A-Z]", part) for part in parts[:2])
            else None
        )

    def several(self, parts: Sequence[str], phrase: Phrase) -> Found:
        """Those of the parts as one speaker by the text's words."""
        parts = [re.sub(r"^(?:and|or)\s+|[\s,]+$", "", part) for part in parts]
        parties = {self._party_of(part) for part in parts if not _OWN.match(part)}
        party = parties.pop() if len(parties) == 1 else None
        name = " and ".join([", ".join(parts[:-1]), parts[-1]]) if " … " in phrase.whole else phrase.whole
        return Found(Speaker(None, name), party, None, "collective", "group", None, 0.7)

    def _party_of(self, part: str) -> str | None:
        known = self.index.exact(part) or self.index.body(part)
        if known is None:
            names = [word.key for word in phrase_words(part) if word.capital and word.key not in HONORIFICS]
            bearers = self.index.bearers(names[-2:]) if names else ()
            known = bearers[0] if len(bearers) == 1 else None
        return known.party if known is not None else self.index.party_of_country(self.index.describe(part).owners)

    def joint(self, phrase: Phrase) -> Found:
        """Both sides: the dossier's joint speaker, or the words without a party."""
        known = self.index.exact(phrase.head)
        if known is not None:
            return self.known(known, "collective", 0.9)
        sides = [party.name for party in self.index.dossier.parties if party.kind is PartyKind.SIDE]
        if _SIDES.match(phrase.head) and len(sides) == 2:
            return Found(Speaker(None, " and ".join(sides)), None, None, "collective", "group", None, 0.65)
        if not re.match(r"^(?:both|the two|neither|either)\b", phrase.head, re.IGNORECASE):
            return NOBODY
        return Found(Speaker(None, phrase.head[:1].lower() + phrase.head[1:]), None, None, "collective", "group", None, 0.7)

    def body(self, span: Span, phrase: Phrase) -> Found | None:
        """A body, office or state by its name, its country with a general noun, or its short name."""
        known = collective(phrase, self.index) or self._office(span, phrase) or self._presidency(span, phrase)
        if known is not None:
            one_word = len(phrase_words(phrase.head)) <= 2
            return self.known(known, "metonym" if one_word and phrase.keys[-1] not in known.speaker.name.casefold() else "collective", 0.95)
        return self.part_of_body(span, phrase) or self._press(span, phrase) or self._administration(phrase)

    def _administration(self, phrase: Phrase) -> Found | None:
        """The party that is an administration, where the text has no name for it."""
        known = self.index.administration() if phrase.keys[-1] == "administration" and len(phrase.keys) <= 2 else None
        return self.known(known, "collective", 0.8) if known is not None else None

    def _press(self, span: Span, phrase: Phrase) -> Found | None:
        """The body for which a press service speaks ("the press service of the delegation")."""
        match = _PRESS.match(phrase.head)
        owner = (match["of2"] or match["of1"]) if match is not None else None
        return self.body(span, phrase_of(owner)) if owner is not None else None

    def _presidency(self, span: Span, phrase: Phrase) -> Known | None:
        """The office of the president named last before ("the presidential press service")."""
        if _PRESIDENTIAL.search(phrase.head) is None or self.index.describe(phrase.head).owners:
            return None
        for mention in reversed(self.cast.before(span.start)):
            if mention.figure.known is not None and any(role.office == "president" for role in mention.figure.descriptors):
                return self.index.office_of(mention.figure.known)
        return None

    def issuer(self, span: Span, phrase: Phrase) -> Found | None:
        """Whose a document is that only points back ("the letter"): who signed it, or the subject of the sentence that brought it in."""
        words = phrase_words(phrase.head)
        if not words or words[-1].key not in DOCUMENT_WORDS or phrase.indefinite:
            return None
        text = self.reading.text
        signed = _SIGNED.match(text, span.end)
        if signed is not None:
            signers = self.cast.within(Span(*signed.span("who")))
            return of_figure(signers[0].figure, "document", 0.7) if signers else None
        here = self.reading.sentence(span.start)
        for back in (here - 1, here - 2):
            sentence = self.reading.sentences[max(0, back)]
            if back < 0 or not _PAPER.search(text, sentence.start, sentence.end):
                continue
            named = [m for m in self.cast.within(sentence) if not m.span.of(text).isupper() and not self.reading.in_quotes(m.span.start)]
            if named and named[0].possessive:
                return self._named(sentence.start, sentence.end, None)
            return of_figure(named[0].figure, "document", 0.6) if named else None
        return None

    def _office(self, span: Span, phrase: Phrase) -> Known | None:
        """The office of somebody named ("the office of President Venn", "Venn's office")."""
        if not re.search(r"\boffice$|^(?:the )?office of\b", phrase.head, re.IGNORECASE):
            return None
        owners = [mention.figure.known for mention in self.cast.within(span) if mention.figure.person]
        return self.index.office_of(owners[0]) if owners and owners[0] is not None else None

    def part_of_body(self, span: Span, phrase: Phrase) -> Found | None:
        """A body named in short ("the ministry"): the last one mentioned, or the dossier's only one, that has these words."""
        keys = self.index.body_key(phrase.head) - {"their", "his", "her", "its"}
        if not keys or not any(key in BODY_WORDS for key in keys) or phrase.indefinite:
            return None
        factions = self.index.places.factions
        named = [
            k for k, known in self.index.bodies.items() if keys < k and all(word.isupper() and word not in factions for word in k - keys)
        ]
        for mention in reversed(self.cast.before(span.start)):
            if mention.figure.known is not None and any(self.index.bodies[k] is mention.figure.known for k in named):
                return of_figure(mention.figure, "collective", 0.85)
        for found in self.earlier(span.start):
            if found.kind == "body" and found.speaker is not None and keys < self.index.body_key(found.speaker.name):
                return replace(found, probability=0.75)
        if len(named) == 1:
            return self.known(self.index.bodies[named[0]], "collective", 0.7)
        last = next((found.party for found in self.earlier(span.start) if found.party is not None), None)
        theirs = [k for k in named if last is not None and self.index.bodies[k].party == last]
        if len(theirs) == 1:
            return self.known(self.index.bodies[theirs[0]], "collective", 0.6)
        pointing = len(phrase.keys) == 2 and phrase.keys[0] == "the"
        return self._named(span.start - 2 * REACH, span.start, phrase.keys[-1]) if pointing else None

    def _named(self, start: int, end: int, noun: str | None) -> Found | None:
        return body_named(start, end, noun, reading=self.reading, index=self.index)

    def medium(self, span: Span, phrase: Phrase) -> Found | None:
        """A medium, unless a person of it is the source."""
        name = medium(phrase, self.index)
        if name is None or self.index.describe(phrase.head).office in PRIVATE_OFFICES:
            return None
        known = self.index.exact(name)
        return (
            self.known(known, "medium", 0.95) if known is not None else Found(Speaker(None, name), None, None, "medium", "media", None, 0.9)
        )

    def of_place(self, span: Span, phrase: Phrase) -> Found:
        """Bare officials belong to the one country in which their sentence's events take place ("in western Ruritania, officials said")."""
        sentence = self.reading.sentences[self.reading.sentence(span.start)]
        places = {code for match in _WITHIN.finditer(sentence.of(self.reading.text)) for code, _ in self.index.places.named(match["x"])}
        of_state = any(key in GROUP_WORDS for key in phrase.keys) or self.index.describe(phrase.head).office is not None
        party = self.index.party_of_country(places) if len(places) == 1 and of_state else None
        known = self.index.bodies.get(frozenset([*places, singular(phrase.keys[-1])])) if party is not None else None
        if known is not None:
            return self.known(known, "collective", 0.7)
        return Found(Speaker(None, phrase.head), party, None, "unnamed", "group", None, 0.5)

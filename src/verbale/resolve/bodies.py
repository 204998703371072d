"""Sources that are no single person: groups, bodies, offices, states, media."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from verbale.resolve.cast import Cast
from verbale.resolve.found import NOBODY, Found, of_figure, of_known
from verbale.resolve.index import ActorIndex
from verbale.resolve.known import Known
from verbale.resolve.lexicon_titles import BODY_WORDS, HONORIFICS, PRIVATE_OFFICES
from verbale.resolve.phrases import Phrase, collective, medium, shorter
from verbale.resolve.places import singular
from verbale.resolve.text import Reading, phrase_words
from verbale.values import Span, Speaker

_RELATIVE = re.compile(r",? (?:who|which|whose|whom)\b|\s*\(")
_OWN = re.compile(
    r"(?:other )?members\b|(?:other |senior )?(?:his|her|its|their) "
    r"(?:\w+ )?(?:administration|government|team|aides|cabinet|staff|office|delegation)\b"
)
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
        if not re.match(r"^(?:both|the two|neither|either)\b", phrase.head, re.IGNORECASE):
            return NOBODY
        return Found(Speaker(None, phrase.head.lower()), None, None, "collective", "group", None, 0.7)

    def body(self, span: Span, phrase: Phrase) -> Found | None:
        """A body, office or state by its name, its country with a general noun, or its short name."""
        known = collective(phrase, self.index) or self._office(span, phrase)
        if known is not None:
            one_word = len(phrase_words(phrase.head)) <= 2
            return self.known(known, "metonym" if one_word and phrase.keys[-1] not in known.speaker.name.casefold() else "collective", 0.95)
        return self.part_of_body(span, phrase)

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
        named = [k for k, known in self.index.bodies.items() if keys < k and all(word.isupper() for word in k - keys)]
        for mention in reversed(self.cast.before(span.start)):
            if mention.figure.known is not None and any(self.index.bodies[k] is mention.figure.known for k in named):
                return of_figure(mention.figure, "collective", 0.85)
        if len(named) == 1:
            return self.known(self.index.bodies[named[0]], "collective", 0.7)
        for found in self.earlier(span.start):
            if found.kind == "body" and found.speaker is not None and keys < self.index.body_key(found.speaker.name):
                return replace(found, probability=0.75)
        return None

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
        party = self.index.party_of_country(places) if len(places) == 1 else None
        known = self.index.bodies.get(frozenset([*places, singular(phrase.keys[-1])])) if party is not None else None
        if known is not None:
            return self.known(known, "collective", 0.7)
        return Found(Speaker(None, phrase.head), party, None, "unnamed", "group", None, 0.5)

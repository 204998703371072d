"""Whom a text brought in before it only points back: a diplomat, some officials, a country."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.resolve.found import NOBODY, Found
from verbale.resolve.index import ActorIndex
from verbale.resolve.known import gender_of
from verbale.resolve.lexicon_countries import NAMES, usual_name
from verbale.resolve.lexicon_titles import GENERIC_OFFICES
from verbale.resolve.offices import Descriptor
from verbale.resolve.phrases import Phrase, phrase_of, unnamed
from verbale.resolve.places import bare
from verbale.resolve.text import Reading, phrase_words
from verbale.values import Speaker

REACH = 600
"""Characters back in which somebody may have been brought in."""
SENTENCES = 4
"""Sentences, the own one with it, of which the last to name a country tells what "the country" is."""
_COUNTRYS = re.compile(r"(?:the|this|that) (?:country|nation)['’]s\s+", re.IGNORECASE)
_MANY = r"(?:[A-Z][\w.]*|\w+ior|top|several|some|two|three|four|multiple|many|other|unnamed)"
_BODY = re.compile(
    r"(?:[A-Z][\w.]*(?:['’]s)?\s+){1,4}(?P<noun>Ministry|Embassy|Council|Commission|Agency|Committee|Department|Army|Parliament)\b(?! of)"
)
"""A body's name in full ("Velmark's Trade Ministry")."""


def introduced(position: int, phrase: Phrase, *, reading: Reading, index: ActorIndex) -> Found | None:
    """Somebody unnamed with the same noun ("a Ruritanian diplomat …", then "the diplomat")."""
    return _last(rf"\b[Aa]n?\s+(?:[\w-]+\s+){{0,3}}{re.escape(phrase.keys[-1])}\b", "person", position, reading=reading, index=index)


def again(earlier: Sequence[Found], wanted: Descriptor, head: str, index: ActorIndex) -> Found | None:
    """The unnamed speaker, the last first, whom the same words or a general word for his office mean; none past a named bearer of it."""
    general = {wanted.office, *GENERIC_OFFICES.get(wanted.office or "", ())}
    for found in earlier:
        if found.how == "unnamed" and found.kind == "person" and found.speaker is not None:
            name = found.speaker.name
            if bare(name) == bare(head) or (not wanted.owners and index.describe(name).office in general):
                return found
        elif found.figure is not None and any(wanted.fits(one) for one in found.figure.descriptors):
            return None
    return None


def introduced_group(position: int, phrase: Phrase, *, reading: Reading, index: ActorIndex) -> Found | None:
    """Several unnamed with the same noun ("three Ruritanian officials …", then "the officials")."""
    return _last(rf"(?:{_MANY}\s+)+{re.escape(phrase.keys[-1])}\b", "group", position, reading=reading, index=index)


def _last(pattern: str, kind: str, position: int, *, reading: Reading, index: ActorIndex) -> Found | None:
    places = re.compile(pattern).finditer(reading.text, max(0, position - REACH), position)
    told = [match for match in places if not reading.in_quotes(match.start())]
    if not told:
        return None
    speaker, party = unnamed(phrase_of(told[-1].group()), index)
    return Found(speaker, party, None, "unnamed", kind, None, 0.5)


def body_named(start: int, end: int, noun: str | None, *, reading: Reading, index: ActorIndex) -> Found | None:
    """The last body that the text names in full between two places, of that noun where one is given, and whose country it tells."""
    told = [match for match in _BODY.finditer(reading.text, max(0, start), end) if noun is None or match["noun"].lower() == noun]
    if not told:
        return None
    speaker, party = unnamed(phrase_of(told[-1].group()), index)
    return Found(speaker, party, None, "collective", "body", None, 0.6) if party is not None else None


def bare_name(phrase: Phrase, reading: Reading) -> Found:
    """A name that nothing else tells of ("Walla reported"), known as one by a capital within a sentence."""
    if not all(word.capital for word in phrase_words(phrase.whole)):
        return NOBODY
    starts = {sentence.start for sentence in reading.sentences}
    places = (match.start() for match in re.finditer(rf"\b{re.escape(phrase.whole)}\b", reading.text))
    if all(at in starts or reading.text[max(0, at - 1)] in "\"“‘'" for at in places):
        return NOBODY
    gender = gender_of([word.key for word in phrase_words(phrase.whole)])
    return Found(Speaker(None, phrase.whole), None, None, "name", "person" if gender else "unknown", gender, 0.5)


def with_country(source: str, position: int, *, reading: Reading, index: ActorIndex) -> str:
    """A source's words with the country's name for "the country's": the first that the last sentence to name one names."""
    match = _COUNTRYS.match(source)
    if match is None:
        return source
    home = reading.sentence(position)
    for number in range(home, max(-1, home - SENTENCES), -1):
        sentence = reading.sentences[number]
        voice = reading.text[sentence.start : min(sentence.end, position)]
        for code, at in index.places.named(voice):
            name = usual_name(code) if code in NAMES else voice[at:].split()[0].strip(",.;:()")
            return f"{name}'s {source[match.end() :]}"
    return source

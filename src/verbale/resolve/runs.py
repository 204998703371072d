"""What stands around a run of capitalised words: whether it is part of a title or of a body's name, and whether a title leads it."""

from __future__ import annotations

import re

from verbale.dossier.bodies import BODY_WORDS
from verbale.resolve.declension import OPENERS, TITLES
from verbale.resolve.lexicon_media import MEDIA_WORDS
from verbale.resolve.lexicon_names import EASTERN_SURNAMES, FEMALE_NAMES, MALE_NAMES, NOT_NAMES
from verbale.resolve.lexicon_titles import HONORIFICS, SURNAMES, TITLE_WORDS
from verbale.resolve.text import Reading, Word

TITLE_CASE = 0.8
"""The part of a line's longer words that are capitalised where it is a headline."""


def within_body(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether a run of capitals is part of a body's or a medium's name ("the Growers' Association", "the broadcaster Rete")."""
    marked = last < len(words) and words[last].text in "'’"
    after = words[last + marked] if last + marked < len(words) else None
    owner = (marked or words[last - 1].possessive) and after is not None and after.capital and after.key in BODY_WORDS
    titled = not words[last - 1].possessive and before_title(words, first, last)
    return owner or titled or (bool(first) and words[first - 1].key in MEDIA_WORDS and not words[first - 1].capital)


def before_title(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether capitals run on from a name into a title or a body: "International Development Secretary", "Atomic Energy Agency"."""
    after = last
    while after < len(words) and words[after].capital and words[after].start - words[after - 1].end == 1:
        if words[after].key in BODY_WORDS or (words[after].key in HONORIFICS and words[first].key not in MALE_NAMES | FEMALE_NAMES):
            return True
        if words[after].key not in TITLE_WORDS:
            return False
        after += 1
    return False


def headline(reading: Reading, first: int, last: int) -> bool:
    """Whether capitals stand in a line of capitals and begin with no given name: "Deal Increases Breakout Time"."""
    if reading.words[first].key in MALE_NAMES | FEMALE_NAMES:
        return False
    sentence = reading.sentences[reading.sentence(reading.words[first].start)]
    if sentence.of(reading.text).rstrip().endswith("."):
        return False
    told = [word for word in reading.between(sentence.start, sentence.end) if len(word.key) > 3]
    return len(told) > last - first + 2 and sum(word.capital for word in told) >= TITLE_CASE * len(told)


def titled(words: tuple[Word, ...], first: int) -> bool:
    """Whether a title stands right before a lone surname ("Vice President Zenda", "Mr. Zenda")."""
    at = first - 2 if first > 1 and words[first - 1].text == "." else first - 1
    before = words[at] if at >= 0 else None
    honoured = before is not None and before.capital and before.key in HONORIFICS and before.key not in ("his", "her")
    return honoured and before is not None and words[first].start - before.end <= 2


def written(words: tuple[Word, ...]) -> str:
    """A name as it stands in the text, without its possessive."""
    return re.sub(r"['’]s?$", "", " ".join(word.text for word in words))


def given(word: Word) -> bool:
    """Whether a word is a given name, so that even a country's name behind it is a surname: "Jim Jordan"."""
    return not word.possessive and word.key in MALE_NAMES | FEMALE_NAMES


def surname(words: tuple[Word, ...], first: int, at: int) -> bool:
    """Whether a title or a pronoun within a name that began before it is part of the name: "Angus King", "Liu He"."""
    word, before = words[at], words[at - 1]
    called = word.key in SURNAMES and (given(before) or titled(words, first))
    return word.capital and (called or (word.key == "he" and before.key in EASTERN_SURNAMES))


def nameless(word: Word) -> bool:
    """Whether a capitalised word is a title, or stands where a sentence opens, and is no part of a name."""
    form = word.text.casefold()
    return word.key in TITLE_WORDS or word.key in NOT_NAMES or form in OPENERS or form in TITLES


def common_word(reading: Reading, at: int) -> bool:
    """Whether a word that is also a surname stands as a common one: a month by its day, or a word that opens a sentence ("May, ...")."""
    words = reading.words
    before, after = (words[at - 1] if at else None), (words[at + 1] if at + 1 < len(words) else None)
    if (after is not None and after.text[:1].isdigit()) or (before is not None and before.text[:1].isdigit()):
        return True
    if (
        before is not None
        and before.key in ("in", "of", "since", "until", "by", "early", "late", "last", "this", "next", "from")
        and words[at].key in ("may", "march")
    ):
        return True
    return any(span.start == words[at].start for span in reading.sentences) and after is not None and not after.key

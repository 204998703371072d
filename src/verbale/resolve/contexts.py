"""What a text says of a person beside the name: the title before it, the apposition after it, and the sex that they tell."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from verbale.resolve.cast import Figure
from verbale.resolve.index import ActorIndex
from verbale.resolve.lexicon import words
from verbale.resolve.lexicon_titles import FEMALE_TITLES, MALE_TITLES, OFFICES_OF_STATE, PRIVATE_OFFICES, PRIVATE_WORDS, TITLE_WORDS
from verbale.resolve.text import Reading, Word, phrase_words

_TITLE_BEFORE = re.compile(
    r"(?:^|[.;:\"“”]\s*|\n|\b(?:and|but|while|said|to|by)\s+)(?P<what>(?:[Tt]he |[Aa]n? |[Oo]ne of |[A-Z])[^,.;:\"“”\n]{3,80}),\s*$"
)
_AMBASSADOR = re.compile(r"(?P<what>(?:[A-Z][\w.]*['’]?s?\s+){1,3}(?:[Aa]mbassador|[Ee]nvoy))\s+to\s+(?:the\s+)?(?:[A-Z][\w.]*\s+){1,3}$")
"""Whose ambassador somebody is, before where he is that and his name."""
_ITS_BEFORE = re.compile(r",\s+(?P<what>its [^,.;:\"“”\n]{3,60}),\s*$")
_TITLE_SAID = re.compile(r"(?:^|[.;:\n]\s*)(?P<what>(?:[Tt]he |[A-Z])[^,.;:\"“”\n]{3,80}) (?:said|says|told|noted) $")
_APPOSITION = re.compile(r"\s*[,(–—]\s*(?P<what>(?:[^,.;:()\"“”–—]|(?<=\b[A-Z])\.|(?<=\bNo)\.){3,120})")
_PREDICATE = re.compile(
    r"(?:who (?:was|were|served|had|used to)|\w+ed|said|says|told|tells|wrote|was|is|has|had|will|would|which|and|but)\b"
)
"""What follows a name behind a comma without telling who it is."""
_WITHIN_TITLES = words(
    "of affairs political ministry department special supreme opposition government counselor counsellor commerce justice education",
    "energy health labor labour agriculture transport transportation housing homeland economy industry environment planning migration",
    "immigration information culture veterans budget oil petroleum water irrigation home trade council committee",
    "federation duma parliament agency service board bank party commission staff",
)
_OF_TWO = words(
    "north south saudi united states kingdom korean korea arabian arabia emirates zealand african lankan macedonian sudanese rican"
)
"""Words of countries with two."""
_SERVING = frozenset(["aide", "adviser", "advisor", "spokesman", "spokeswoman", "spokesperson", "ally", "lieutenant"])
"""Who serves the person named right before: "Hentz aide"."""
_FOR = re.compile(r"\b(?:spokes\w+|aide|advis[eo]r|counsel\w*|envoy|chief of staff) (?:for|to|of) (?P<who>.+)$")
"""For whom somebody speaks or works."""
_SPOKEN_FOR = re.compile(r"\b[Ss]pokes(?:man|woman|person) (?:for|of|at) (?P<whom>[^.,;:\n]{3,50})")
_BODY = re.compile(r"\b(?:[A-Z][a-z]+ ){1,3}(?:Ministry|Department|Office|Agency|Council|Parliament|Assembly|Commission)\b|\b[Mm]inistry\b")
"""A state's body as titles name it."""
_SEAT = re.compile(r"(?P<side>[DR])-[A-Z]")
"""How American papers tell a lawmaker's party and state ("R-Ky.")."""
_SEATS = {"D": "Democratic lawmaker", "R": "Republican lawmaker"}
_PRIVATE_BODY = re.compile(
    r"\b(?:[A-Z][\w&-]*\s+){0,4}(?:Group|Institut(?:e|ion)|Foundation|Cent(?:er|re)|University|Academy|College|School|Association|Forum"
    r"|Club|Network|Fund|Chamber|Council\s+on|(?:Affairs|Business|Atlantic)\s+Council)\b"
)
"""A body whose name holds a country and that speaks for none ("the European Research Group")."""
_PARTISAN = re.compile(r"\b(?:strategist|pollster|consultant|lobbyist|donor|operative|voter|activist)s?\b")
"""Who is of a faction without speaking for it."""
_HAS = {"US": frozenset(["president", "secretary"])}
"""Offices of state that a country has by these names alone: a vice premier in an American paper is somebody else's.

A president without a country may be anybody's.
"""
_LEFT = re.compile(r"\b(?:to|who|he|she) (?:resign\w*|quit|le(?:ave|ft)|step\w* down)\b")
"""Who has given an office up."""
_EMPLOYED = re.compile(
    r"\bat\s+(?:the\s+)?[A-Z](?!.*\b(?:[Mm]inistry|[Dd]epartment|[Oo]ffice|[Ee]mbassy|[Mm]ission|Commission|Council|House)\b)"
)
"""Who works at a company, a bank or a university speaks for it."""


def note_context(figure: Figure, first: int, last: int, *, reading: Reading, index: ActorIndex) -> None:
    """Notes the title before a person's name, the apposition after it, and the sex that they tell."""
    if not figure.person:
        return
    words = reading.words
    start = first
    while start and first - start < 9 and _titular(words[start - 1], words[start], index):
        start -= 1
    before = reading.text[words[start].start : words[first].start].strip()
    if start < first:
        for word in words[start:first]:
            figure.gender = figure.gender or ("m" if word.key in MALE_TITLES else "f" if word.key in FEMALE_TITLES else None)
        _note(figure, before, index)
    envoy = _AMBASSADOR.search(reading.text, max(0, words[first].start - 80), words[first].start)
    if envoy is not None:
        _note(figure, envoy["what"], index)
    ahead = _TITLE_BEFORE.search(reading.text, max(0, words[first].start - 100), words[first].start)
    if ahead is not None and figure.known is None and start == first:
        _note(figure, ahead["what"], index)
    sentence = reading.sentences[reading.sentence(words[first].start)]
    its = _ITS_BEFORE.search(reading.text, sentence.start, words[first].start)
    if its is not None and figure.known is None:
        _note(figure, _whose(its["what"], reading.text[sentence.start : its.start()], index), index)
    inverted = _TITLE_SAID.search(reading.text, max(0, words[first].start - 100), words[first].start)
    if inverted is not None and reading.text[words[last - 1].end : words[last - 1].end + 1] == ".":
        _note(figure, inverted["what"], index)
    after = _APPOSITION.match(reading.text, words[last - 1].end)
    if after is not None and figure.known is None and _PREDICATE.match(after["what"]) is None:
        _note(figure, _whose(after["what"], reading.text[sentence.start : words[first].start], index), index)


def _whose(phrase: str, before: str, index: ActorIndex) -> str:
    """A title with the country that its "its" means: the last one named before in the sentence."""
    named = index.places.named(before) if phrase.startswith("its ") else ()
    if not named:
        return phrase
    owner = re.sub(r"['’]s?$", "", phrase_words(before[named[-1][1] :])[0].text)
    return re.sub(r"^its ", f"{owner}'s ", phrase)


def _note(figure: Figure, phrase: str, index: ActorIndex) -> None:
    seat = _SEAT.match(phrase)
    phrase = _SEATS[seat["side"]] if seat is not None else phrase
    descriptor = index.describe(phrase)
    if descriptor.office is not None or descriptor.owners:
        figure.contexts.append(phrase)
    if descriptor.office is not None:
        figure.descriptors.append(descriptor)


def _titular(word: Word, following: Word, index: ActorIndex) -> bool:
    if following.start - word.end > 1 or not word.key:
        return False
    known = index.exact(word.text) if word.capital else None
    if known is not None and not known.person:
        return True
    if word.capital and following.key in _SERVING and index.bearers([word.key]):
        return True
    country = (word.key,) in index.places.words or word.key in _OF_TWO
    return word.key in TITLE_WORDS or country or word.possessive or word.key in PRIVATE_WORDS or word.key in _WITHIN_TITLES


def stranger_party(figure: Figure, index: ActorIndex, text: str, home: str | None) -> str | None:
    """The party of somebody whom only the text names: the country, the body or the chief of the office that it gives.

    `home` is the country whose offices the outlet names without it.
    """
    for context in figure.contexts:
        descriptor = index.describe(_PRIVATE_BODY.sub("", context))
        opposed = any(word.key == "opposition" for word in phrase_words(context))
        if descriptor.office in PRIVATE_OFFICES or descriptor.former or opposed or _LEFT.search(context) or _EMPLOYED.search(context):
            return None
        of_whom = descriptor.owners & index.places.factions or descriptor.owners  # a "Democratic U.S. senator" is of the faction
        if descriptor.office is None and of_whom <= index.places.factions and len(of_whom) == 1:
            return None if _PARTISAN.search(context) else index.party_of_country(of_whom)
        party = index.party_of_country(of_whom)
        if party is None and descriptor.office is not None and not (descriptor.office == "ambassador" and descriptor.owners):
            party = _served(context, index) or _serves(context, index) or _at_home(context, index, home) or _announced(context, text, index)
        if party is not None and descriptor.office is not None:
            return party
        words = phrase_words(context)
        served = [word for word, after in pairwise(words) if word.capital and after.key in _SERVING]
        owners = [mention for word in [*(w for w in words if w.possessive), *served] for mention in index.bearers([word.key])]
        if descriptor.office is not None and owners and all(owner is owners[0] for owner in owners):
            return owners[0].party
        if (
            descriptor.office is not None
            and not descriptor.owners
            and (party := _elsewhere(_PRIVATE_BODY.sub("", context), text, index)) is not None
        ):
            return party
    return None


def _elsewhere(context: str, text: str, index: ActorIndex) -> str | None:
    """The party of the country that another place of the text names before the same body."""
    body = _BODY.search(context)
    if body is None:
        return None
    places = (match.start() for match in re.finditer(rf"\b{re.escape(body.group())}\b", text, re.IGNORECASE))
    return index.party_of_country(
        {code for at in places for code, _ in index.places.named(" ".join(text[max(0, at - 30) : at].split()[-2:]))}
    )


def _serves(context: str, index: ActorIndex) -> str | None:
    """The party of the person for whom somebody speaks or works ("a spokesman for Speaker Hentz")."""
    chief = _FOR.search(context) if "campaign" not in context else None
    named = phrase_words(chief["who"]) if chief is not None else ()
    full = next((hit[0].known for at in range(len(named)) if (hit := index.named(named, at)) is not None), None)
    last = index.bearers([named[-1].key]) if named and named[-1].capital else ()
    return full.party if full is not None and full.person else last[0].party if len(last) == 1 else None


def _at_home(context: str, index: ActorIndex, home: str | None) -> str | None:
    """The party of the one country that a dossier's parties are of, or of the outlet's, for an office of state that names none.

    A union of states counts as a country only for a president: it has no home secretary.
    """
    keys = [word.key for word in phrase_words(context)]
    plain = all(key in TITLE_WORDS or key in _WITHIN_TITLES or key == "vice" for key in keys)
    office = index.describe(context).office
    homes = [codes for codes in _homes(index).values() if office == "president" or len(codes) == 1]
    stately = office in OFFICES_OF_STATE or keys[-2:] == ["press", "secretary"]
    if not (plain and stately):
        return None
    if len(homes) == 1 == len(homes[0]):
        return index.party_of_country(homes[0])
    own = office in _HAS.get(home or "", OFFICES_OF_STATE) and "press" not in keys and (office != "president" or "vice" in keys)
    return index.party_of_country([home]) if home is not None and own else None


def _homes(index: ActorIndex) -> dict[str, set[str]]:
    """The countries that a dossier's parties are of, by party."""
    found: dict[str, set[str]] = {}
    for code, party in index.countries.items():
        if not code.startswith("P+"):
            found.setdefault(party, set()).add(code)
    return found


def _announced(context: str, text: str, index: ActorIndex) -> str | None:
    """The party of the one country that the text's spokesmen are of ("a spokesman for Osgia's ministry", then "spokesman Hentz")."""
    if [word.key for word in phrase_words(context)] not in (["spokesman"], ["spokeswoman"], ["spokesperson"]):
        return None
    return index.party_of_country({code for whom in _spoken_for(text) for code, _ in index.places.named(whom)[:1]})


@lru_cache(maxsize=4)
def _spoken_for(text: str) -> tuple[str, ...]:
    """For whom a text's spokesmen speak, where it says so behind the word."""
    return tuple(match["whom"] for match in _SPOKEN_FOR.finditer(text))


def _served(context: str, index: ActorIndex) -> str | None:
    """The party whose body a title names ("White House counselor")."""
    words = phrase_words(context)
    named = [index.named(words, at) for at in range(len(words))]
    parties = {hit[0].known.party for hit in named if hit is not None and not hit[0].known.person} - {None}
    return parties.pop() if len(parties) == 1 else None

"""A source's words without a dossier's cast: is it a pronoun, a group, a medium, a body, a document, or somebody unnamed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.dossier.bodies import BODY_WORDS, GROUP_WORDS
from verbale.resolve.index import ActorIndex, fold_words
from verbale.resolve.known import Known
from verbale.resolve.lexicon import words
from verbale.resolve.lexicon_titles import DOCUMENT_WORDS, PRIVATE_WORDS, PRONOUNS
from verbale.resolve.text import phrase_words
from verbale.values import Speaker

_LEAD = re.compile(r"^(?:according to|quoted by|cited by|by|from|and|but|as|while|that|what|when|where|whom|which)\s+", re.IGNORECASE)
_SELF = re.compile(r"\s+(?:himself|herself|itself|themselves|also|earlier|later|however|too|on|in|has|had|have|who)$", re.IGNORECASE)
_HEAD_END = re.compile(
    r"\s*[,(]|\s+[–—]\s"
    r"|\s+(?:who|which|that|whose|whom|issued|published|released|taking|speaking|close to|familiar with|briefed|involved|reached"
    r"|contacted|interviewed)\b"
)
_STANDING = re.compile(
    r"\s+(?:close to|familiar with|briefed on|involved in|with knowledge of|who (?:has|have|had) seen"
    r"|who (?:saw|attended)|present at)\b[^,;]{2,50}$"
)
_INDEFINITE = re.compile(
    r"^(?:an?|one|two|three|four|five|some|several|many|most|other|another|unnamed|anonymous|senior|various|multiple|top|few|a "
    r"few|no|any|an unnamed)\b",
    re.IGNORECASE,
)
_COMPASS = re.compile(
    r"\b(?:central|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|the)\s+", re.IGNORECASE
)
_AGENTS = re.compile(r"(?:[^aeiou]ers|ists|eers|crats|icans|tives)$")
_OF_ADMINISTRATION = re.compile(r"(?:^|\b(?:[a-z]\w*|An?|The|One|Two|Some|Several|Senior|Top) )administration\b")
"""Of the administration that needs no name; "the Zenda administration" has one."""
_TOPIC = re.compile(r"\b(?:with|between|on|about|against|over|including|near|across)\b|(?<=[Ee]mbassy) in\b")
_DWELLERS = re.compile(r"(?P<who>[^,]+?)\s+(?:in|across|around|outside)\s+(?:the\s+)?[A-Z]")
"""Who only lives or works somewhere: "shopkeepers in Ostrel" do not speak for it."""
PLACE = re.compile(r"\b(?:in|across|around|outside)\s+(?:the\s+)?$")
"""What makes a name behind it a place."""
_GOVERNMENT = words("side government leadership authorities administration state")
_RULING = frozenset(["government", "cabinet"])
"""What a faction that rules has: it speaks for the country, not for the faction."""
_TEAM = words("negotiators delegation negotiator team delegates")
_AMBIGUOUS_MEDIA = frozenset(
    [
        "sky",
        "times",
        "time",
        "ft",
        "rt",
        "ap",
        "fox",
        "guardian",
        "telegraph",
        "bild",
        "spiegel",
        "ria",
        "rai",
        "sana",
        "wam",
        "fars",
        "hill",
    ]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words, trimmed: `whole`, and `head` up to its first comma or relative clause."""

    whole: str
    head: str
    keys: tuple[str, ...]

    @property
    def pronoun(self) -> str | None:
        """The pronoun that the source is, in lower case."""
        first = self.whole.split()[0].lower().strip("\"“”'‘’.,") if self.whole.split() else ""
        return first if first in PRONOUNS and (len(self.keys) == 1 or first == "who") else None

    @property
    def owner_pronoun(self) -> str | None:
        """The possessive pronoun before a noun ("its foreign ministry")."""
        return self.keys[0] if len(self.keys) > 1 and self.keys[0] in ("his", "her", "its", "their", "our", "my") else None

    @property
    def indefinite(self) -> bool:
        """Whether it introduces somebody rather than naming or pointing back."""
        return bool(_INDEFINITE.match(self.whole))

    @property
    def private(self) -> bool:
        """Whether its words say that it speaks for no party."""
        return any(key in PRIVATE_WORDS for key in self.keys)

    @property
    def telling(self) -> bool:
        """Whether its words name people, a body or a text, or anything by a capital letter: what can be credited with words."""
        return (
            self.private
            or self.plural
            or any(
                word.key in GROUP_WORDS
                or word.key in BODY_WORDS
                or word.key in DOCUMENT_WORDS
                or (word.capital and word.start)
                or word.text.isupper()
                for word in phrase_words(self.head)
            )
        )

    @property
    def plural(self) -> bool:
        """Whether its head is a group."""
        return any(word.key in GROUP_WORDS or _AGENTS.search(word.key) for word in phrase_words(self.head)[-1:]) or any(
            word.key in GROUP_WORDS for word in phrase_words(self.head)
        )


def phrase_of(text: str) -> Phrase:
    """The trimmed phrase of a source's characters."""
    whole = " ".join(text.split()).strip(' \t\n,;:—–-"“”«»')
    whole = _SELF.sub("", _LEAD.sub("", whole))
    head = _HEAD_END.split(re.sub(r"^((?:the|an?)\s+)\(([^)]*)\)", r"\1\2", whole, flags=re.IGNORECASE), maxsplit=1)[0] or whole
    return Phrase(whole, head, tuple(word.key for word in phrase_words(whole)))


def medium(phrase: Phrase, index: ActorIndex) -> str | None:
    """The usual name of the medium that a phrase names, if it names one."""
    whole = re.sub(r"['’]s?$", "", phrase.head)
    direct = index.media.get(fold_words(whole))
    if direct is not None:
        return direct
    words = phrase_words(whole)
    for length in (4, 3, 2, 1):
        for at in range(len(words) - length + 1):
            run = words[at : at + length]
            name = index.media.get(fold_words(" ".join(re.sub(r"['’]s$", "", word.text) for word in run)))
            if (
                name
                and run[0].capital
                and not (length == 1 and run[0].key in _AMBIGUOUS_MEDIA and len(words) > 1 and not run[0].text.isupper())
            ):
                return name
    return None


def collective(phrase: Phrase, index: ActorIndex) -> Known | None:
    """A body or state: by its own name, or by a country with a word for its government or its negotiators."""
    for form in shorter(phrase):
        found = index.exact(form) or index.body(form)
        if found is not None and not found.person:
            return found
    words = tuple(word.key for word in phrase_words(phrase.head) if word.key not in ("the", "a"))
    if words in index.places.speaking and any(word.capital for word in phrase_words(phrase.head)):
        return index.state(index.places.words[words])
    key = index.body_key(re.sub(r"['’]s\b", "", phrase.head))
    seat = [code for code, _ in index.places.named(phrase.head)]
    rest = {word for word in key if not word.isupper() and (word,) not in index.places.words}
    if len(seat) != 1 or not rest:
        return None
    code = seat[0]
    if code in index.places.factions and rest & _RULING:
        return None
    if rest <= _GOVERNMENT:
        return index.state(code)
    team = {re.sub("s$", "", word) for word in _TEAM}
    if rest <= team | {"chief", "top", "lead"} and rest & team and phrase.plural | ("delegation" in rest) | ("team" in rest):
        for word in ("delegation", "negotiator", "negotiating-team"):
            body = index.bodies.get(frozenset([code, word]))
            if body is not None:
                return body
        return index.state(code)
    return None


def shorter(phrase: Phrase) -> list[str]:
    """The phrase, its head, and what stands before its first preposition: each may be a name."""
    forms = [re.sub(r"['’]s?$", "", form) for form in (phrase.whole, phrase.head)]
    forms.extend(phrase.head.split(cut)[0] for cut in (" of ", " in ", " at ", " from ") if cut in phrase.head)
    return list(dict.fromkeys(forms))


def issued_by(phrase: Phrase, index: ActorIndex) -> Known | None:
    """The state whose document is credited ("a Ruritanian statement")."""
    words = phrase_words(phrase.head)
    if not words or not any(word.key in DOCUMENT_WORDS for word in words[1:]):
        return None
    codes = {code for code, _ in index.places.named(phrase.head)}
    return index.state(codes.pop()) if len(codes) == 1 else None


def _of_state(who: str) -> bool:
    """Whether words name a body, or a group as states and parties have them."""
    return any(word.key in GROUP_WORDS or word.key in BODY_WORDS for word in phrase_words(who))


def unnamed(phrase: Phrase, index: ActorIndex) -> tuple[Speaker, str | None]:
    """A source without a name, by the words the text has for it, with the party of the country it names."""
    name = phrase.head if len(phrase.head) < 90 else phrase.head[:90].rsplit(" ", 1)[0]
    standing = _STANDING.match(phrase.whole, len(phrase.head)) if phrase.whole.startswith(phrase.head) else None
    if standing is not None and phrase.indefinite:
        name += standing.group()
    if re.match(r"the (?:governor|mayor|head) of ", name, re.IGNORECASE):
        name = _COMPASS.sub("", name)
    if phrase.private:
        return Speaker(None, name), None
    dwellers = _DWELLERS.match(phrase.head)
    if dwellers is not None and index.describe(dwellers["who"]).office is None and not _of_state(dwellers["who"]):
        return Speaker(None, name), index.party_of_country(index.describe(dwellers["who"]).owners)
    owners = index.describe(_TOPIC.split(phrase.head, maxsplit=1)[0]).owners
    party = None if owners <= index.places.factions and _RULING & set(phrase.keys) else index.party_of_country(owners)
    own = index.administration() if party is None and _OF_ADMINISTRATION.search(phrase.head) else None
    return Speaker(None, name), own.party if own is not None else party

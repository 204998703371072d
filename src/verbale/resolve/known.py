"""Those whom the dossier knows, as speakers: actors with their roles, and parties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.dossier.bodies import BODY_WORDS, GROUP_WORDS
from verbale.dossier.model import Actor, ActorKind, Party
from verbale.resolve.lexicon_media import MEDIA
from verbale.resolve.lexicon_names import EASTERN_SURNAMES, FEMALE_NAMES, MALE_NAMES
from verbale.resolve.lexicon_titles import TITLE_WORDS
from verbale.resolve.names import fold, name_words, same_name
from verbale.resolve.offices import Descriptor, describe
from verbale.resolve.places import Places, bare
from verbale.resolve.text import Word, phrase_words
from verbale.values import Speaker

_FEMALE_SURNAME = re.compile(r"(?:ova|eva|[sc]kaya|ska|yna)$")
_SHORT = {"members of parliament": "MPs"}
"""What groups are called for short."""
_NEWS_ROLE = re.compile(r"news agency|newspaper|broadcaster|television|news organi")


@dataclass(frozen=True, slots=True)
class Known:
    """An actor or a party as a speaker. `kind` is person, state, body or media; `party` is None for who speaks for none.

    `roles` pair what a title says with the actor and the place of the role in its list.
    """

    speaker: Speaker
    party: str | None
    kind: str
    names: tuple[str, ...] = ()
    roles: tuple[tuple[Descriptor, Actor, int], ...] = ()
    gender: str | None = None

    @property
    def person(self) -> bool:
        """Whether it is a person."""
        return self.kind == "person"

    def likeness(self, written: str) -> float:
        """How likely a written name is this one's, in [0, 1]; a full name is compared with the full names only."""
        full = [name for name in self.names if len(name_words(name)) > 1]
        names = full if full and len(name_words(written)) > 1 else self.names
        return max((same_name(written, name) for name in names), default=0.0)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a known name, as folded words; `capital` tells which of them must be capitalised in a text."""

    keys: tuple[str, ...]
    capital: tuple[bool, ...]
    shout: bool
    known: Known

    def taken(self, words: Sequence[Word], at: int) -> int:
        """How many words the form takes at that place, marks inside included; 0 where it does not stand there."""
        place = at
        for number, key in enumerate(self.keys):
            while number and place < len(words) and not words[place].key and words[place].text in ".-–":
                place += 1
            if place >= len(words) or not words[place].reads(key) or (self.capital[number] and not words[place].capital):
                return 0
            if self.shout and not words[place].text.replace(".", "").rstrip("'’s").isupper():
                return 0
            if number < len(self.keys) - 1 and words[place].possessive:
                return 0
            place += 1
        return place - at


def form_of(name: str, known: Known) -> Form | None:
    """A name as a form; None where it has no letters."""
    tokens = phrase_words(bare(name))
    if not tokens:
        return None
    letters = "".join(character for character in name if character.isalpha())
    return Form(
        keys=tuple(word.key for word in tokens),
        capital=tuple(word.capital for word in tokens),
        shout=len(tokens) == 1 and letters.isupper() and 1 < len(letters) <= 4,
        known=known,
    )


def known_actor(actor: Actor, places: Places) -> Known:
    """An actor as a speaker; a kind that the dossier leaves out is read off the name and the roles."""
    names = (actor.name, *actor.aliases, *(_SHORT[name.casefold()] for name in (actor.name, *actor.aliases) if name.casefold() in _SHORT))
    roles = tuple((describe(part, places), actor, place) for place, role in enumerate(actor.roles) for part in _parts(role.title))
    kind = _kind(actor, places)
    sexes = (gender_of(tuple(fold(word) for word in name.split())) for name in names)
    return Known(
        speaker=Speaker(id=actor.id, name=actor.name),
        party=actor.party,
        kind=kind,
        names=names,
        roles=roles if kind == "person" else (),
        gender=next(filter(None, sexes), None) if kind == "person" else None,
    )


def known_party(party: Party) -> Known:
    """A party as a speaker: a state, whatever it is."""
    names = dict.fromkeys((party.name, *party.aliases, *party.metonyms, unbracketed(party.name)))
    return Known(speaker=Speaker(id=party.id, name=party.name), party=party.id, kind="state", names=tuple(names))


def _kind(actor: Actor, places: Places) -> str:
    names = (actor.name, *actor.aliases)
    if actor.party is None and (any(" ".join(name_words(name)) in _MEDIA_FORMS for name in names) or any(map(_news, actor.roles))):
        return "media"
    if actor.kind is ActorKind.PERSON and _personal(actor.name, places):
        return "person"
    key = places.body_key(actor.name)
    return "state" if actor.id == actor.party or (len(key) == 1 and next(iter(key)).isupper()) else "body"


def _news(role: object) -> bool:
    return bool(_NEWS_ROLE.search(getattr(role, "title", "")))


def _parts(title: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;]", re.sub(r"\(.*?\)", "", title)) if part.strip()]


def unbracketed(name: str) -> str:
    """A name without what stands in brackets, unless nothing else is left."""
    return re.sub(r"\s*\(.*?\)", "", name).strip() or name


def _personal(name: str, places: Places) -> bool:
    """Whether a name reads as a person's: two words or more, most capitalised, none a body's, a group's or a country's."""
    tokens = phrase_words(name)
    if len(tokens) < 2 or any(word.key in BODY_WORDS or word.key in GROUP_WORDS for word in tokens):
        return False
    if sum(any(letter.isupper() for letter in word.text) for word in tokens) < 2 or places.codes(name):
        return False
    return not all(word.key in TITLE_WORDS for word in tokens)


def surname_words(name: str) -> tuple[str, ...]:
    """The folded words of a name that may stand alone for its bearer: the last, and in an eastern name the first."""
    parts = name_words(name)
    return (parts[-1], parts[0]) if len(parts) > 1 and parts[0] in EASTERN_SURNAMES else parts[-1:]


def gender_of(names: Sequence[str]) -> str | None:
    """The sex that folded names tell: "m", "f" or None."""
    if not names:
        return None
    if names[0] in FEMALE_NAMES:
        return "f"
    if names[0] in MALE_NAMES:
        return "m"
    return "f" if len(names) > 1 and _FEMALE_SURNAME.search(names[-1]) else None


def sex_told(cue: str) -> str | None:
    """The sex that a possessive in a cue tells ("shook her head"): "m", "f" or None."""
    words = cue.lower().split()
    return "f" if "her" in words else "m" if "his" in words else None


_MEDIA_FORMS = frozenset(form for _, forms in MEDIA for form in forms)

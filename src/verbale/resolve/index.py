"""The dossier as a read-only snapshot for looking up who a name, a title, a place or a people stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.dossier.model import Actor, ActorKind, Dossier, Party, Publisher
from verbale.resolve.lexicon import words
from verbale.resolve.lexicon_countries import EU_MEMBERS, NAMES, NATIONAL
from verbale.resolve.lexicon_countries import WORDS as COUNTRY_WORDS
from verbale.resolve.lexicon_media import MEDIA
from verbale.resolve.lexicon_names import EASTERN_SURNAMES, FEMALE_NAMES, MALE_NAMES
from verbale.resolve.lexicon_titles import BODY_WORDS, GROUP_WORDS, TITLE_WORDS
from verbale.resolve.names import THRESHOLD, fold, name_words, same_name, skeleton
from verbale.resolve.offices import Descriptor, describe, owners_of
from verbale.resolve.text import Word, phrase_words
from verbale.values import Speaker

_SPELLING = {"defence": "defense", "organisation": "organization", "centre": "center", "labour": "labor"}
_PLAIN = words("the of and for a an s")
_SINGULAR = re.compile(r"(?<=[a-z]{2}[a-rt-z])s$")
_FEMALE_SURNAME = re.compile(r"(?:ova|eva|[sc]kaya|ska|yna)$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identity:
    """A judgement: a name as it stands in texts is (or, with `same` false, is not) an actor or party of the dossier.

    `document` is a document's id, or None for every document; the narrower judgement wins. `actor` None says that the name is
    nobody of the dossier.
    """

    name: str
    actor: str | None
    document: str | None = None
    same: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """An actor or a party as a speaker. `party` is None for who speaks for none; `eastern` marks a surname that stands first."""

    speaker: Speaker
    party: str | None
    person: bool
    names: tuple[str, ...] = ()
    roles: tuple[tuple[Descriptor, Actor | None, int], ...] = ()
    media: bool = False
    gender: str | None = None

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


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """A read-only snapshot of a dossier and of the standing judgements on identity; build it once with `of`."""

    dossier: Dossier
    identities: tuple[Identity, ...]
    known: tuple[Known, ...]
    forms: dict[str, tuple[Form, ...]]
    surnames: dict[str, tuple[Known, ...]]
    bodies: dict[frozenset[str], Known]
    countries: dict[str, str]
    media: dict[str, str]

    @staticmethod
    def of(dossier: Dossier, identities: Sequence[Identity] = ()) -> ActorIndex:
        """The snapshot of a dossier; deterministic, and independent of the order of the judgements."""
        actors = tuple(_actor(actor) for actor in dossier.actors)
        parties = tuple(_party(party) for party in dossier.parties)
        known = (*actors, *parties)
        forms: dict[str, list[Form]] = {}
        surnames: dict[str, list[Known]] = {}
        bodies: dict[frozenset[str], Known] = {}
        for one in known:
            for name in one.names:
                form = _form(name, one)
                if form is not None:
                    forms.setdefault(form.keys[0], []).append(form)
                if not one.person:
                    bodies.setdefault(body_key(name), one)
                    continue
                for word in _surname_words(name):
                    bearers = surnames.setdefault(skeleton(word), [])
                    if one not in bearers:
                        bearers.append(one)
        return ActorIndex(
            dossier=dossier,
            identities=tuple(sorted(identities, key=lambda i: (i.name, i.document or "", i.actor or "", i.same))),
            known=known,
            forms={key: tuple(sorted(found, key=lambda f: -len(f.keys))) for key, found in forms.items()},
            surnames={key: tuple(found) for key, found in surnames.items()},
            bodies=bodies,
            countries=_countries(dossier, actors),
            media=_media(dossier.publishers),
        )

    def by_id(self, speaker_id: str) -> Known | None:
        """The actor of that id, or else the party."""
        return next((one for one in self.known if one.speaker.id == speaker_id), None)

    def named(self, words: Sequence[Word], at: int) -> tuple[Form, int] | None:
        """The longest form of a known name that begins at the word `at`, with how many words it takes."""
        for form in self.forms.get(words[at].key, ()):
            taken = _matches(form, words, at)
            if taken:
                return form, taken
        return None

    def exact(self, phrase: str) -> Known | None:
        """Who has exactly this name or alias, articles and case apart."""
        words = phrase_words(_ARTICLE.sub("", phrase.strip()))
        for form in self.forms.get(words[0].key, ()) if words else ():
            if form.keys == tuple(word.key for word in words):
                return form.known
        return None

    def bearers(self, names: Sequence[str]) -> tuple[Known, ...]:
        """The persons whom a surname, alone or after given names, may mean: best first, none where the given names part them."""
        found: list[tuple[float, int, Known]] = []
        candidates: list[Known] = []
        for word in (names[-1], names[0]) if len(names) > 1 else names:
            candidates.extend(one for one in self.surnames.get(skeleton(word), ()) if one not in candidates)
        written = " ".join(names)
        for place, one in enumerate(candidates):
            likeness = one.likeness(written)
            if likeness >= THRESHOLD:
                found.append((-likeness, place, one))
        return tuple(one for _, _, one in sorted(found, key=lambda item: item[:2]))

    def close_to(self, names: Sequence[str]) -> Known | None:
        """The one person whose name is nearest to a garbled one, where it is near enough and nobody else is."""
        written = " ".join(names)
        scored = sorted(
            ((one.likeness(written), n) for n, one in enumerate(self.known) if one.person), key=lambda item: (-item[0], item[1])
        )
        if scored and scored[0][0] >= THRESHOLD and (len(scored) < 2 or scored[1][0] < scored[0][0] - 0.05):
            return self.known[scored[0][1]]
        return None

    def body(self, phrase: str) -> Known | None:
        """The body, office or group whose name has the same words, spelling, order and demonym apart."""
        return self.bodies.get(body_key(phrase))

    def party_of_country(self, codes: Iterable[str]) -> str | None:
        """The party that the one country named belongs to; None for none or several."""
        parties = {self.countries[code] for code in codes if code in self.countries}
        return parties.pop() if len(parties) == 1 else None

    def state(self, code: str) -> Known | None:
        """Who speaks for a country as such: an actor of that name or its government, else the party."""
        name = NAMES.get(code, "")
        for key in (frozenset([code]), frozenset([code, "government"])):
            if key in self.bodies:
                return self.bodies[key]
        found = self.exact(name)
        if found is not None:
            return found
        party = self.dossier.party(self.countries.get(code))
        if party is not None and code in owners_of(_unbracketed(party.name)):
            return next(one for one in self.known if one.speaker.id == party.id and not one.person)
        return None

    def judged(self, name: str, document: str) -> Identity | None:
        """The standing judgement on a name in a document: the document's own before the general one."""
        wanted = name_words(name)
        hits = [i for i in self.identities if i.document in (None, document) and name_words(i.name) == wanted]
        return max(hits, key=lambda i: (i.document is not None, i.same), default=None)

    def roles_on(self, known: Known, day: date | None) -> tuple[Descriptor, ...]:
        """The roles that someone holds on a day; an unknown day counts as held."""
        return tuple(role for role, actor, place in known.roles if actor is None or actor.roles[place].held_on(day))


def singular(word: str) -> str:
    """A folded noun without its plural ending."""
    return _SINGULAR.sub("", word)


def kind_of(known: Known) -> str:
    """Whether someone known is a person, a state, a medium or another body."""
    if known.person:
        return "person"
    key = body_key(known.speaker.name)
    state = (known.party is not None and known.speaker.id == known.party) or (len(key) == 1 and key <= set(NAMES))
    return "media" if known.media else "state" if state else "body"


def gender_of(names: tuple[str, ...]) -> str | None:
    """The sex that folded names tell: "m", "f" or None."""
    if names[0] in FEMALE_NAMES:
        return "f"
    if names[0] in MALE_NAMES:
        return "m"
    return "f" if len(names) > 1 and _FEMALE_SURNAME.search(names[-1]) else None


def body_key(phrase: str) -> frozenset[str]:
    """The words of a body's name without order, articles, spelling and number; a country in any form is its code."""
    words = phrase_words(_ARTICLE.sub("", phrase.strip()))
    keys: set[str] = set()
    position = 0
    while position < len(words):
        for length in (3, 2, 1):
            run = words[position : position + length]
            code = NATIONAL.get(tuple(word.key for word in run)) if len(run) == length else None
            if code and any(word.capital for word in run):
                keys.add(code)
                position += length - 1
                break
        else:
            key = _SPELLING.get(words[position].key, words[position].key)
            if key not in _PLAIN:
                keys.add(singular(key))
        position += 1
    return frozenset(keys)


def _actor(actor: Actor) -> Known:
    names = (actor.name, *actor.aliases)
    roles = tuple((describe(part), actor, place) for place, role in enumerate(actor.roles) for part in _parts(role.title))
    media = actor.party is None and any(" ".join(words) in _MEDIA_FORMS for words in (name_words(name) for name in names))
    media = media or (
        actor.party is None and any(re.search(r"news agency|newspaper|broadcaster|television|news organi", r.title) for r in actor.roles)
    )
    person = actor.kind is ActorKind.PERSON and not media and _personal(actor.name)
    return Known(
        speaker=Speaker(id=actor.id, name=actor.name),
        party=actor.party,
        person=person,
        names=names,
        roles=roles if person or actor.kind is ActorKind.PERSON else (),
        media=media,
        gender=next((sex for name in names if (sex := gender_of(tuple(fold(word) for word in name.split())))), None) if person else None,
    )


def _parts(title: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;]", re.sub(r"\(.*?\)", "", title)) if part.strip()]


def _party(party: Party) -> Known:
    names = [party.name, *party.aliases, *party.metonyms]
    plain = _unbracketed(party.name)
    if plain != party.name:
        names.append(plain)
    return Known(speaker=Speaker(id=party.id, name=party.name), party=party.id, person=False, names=tuple(names))


def _unbracketed(name: str) -> str:
    return re.sub(r"\s*\(.*?\)", "", name).strip() or name


def _personal(name: str) -> bool:
    """Whether a name reads as a person's: two to five words, none of them a body's or a group's, not a country's."""
    words = phrase_words(name)
    if any(word.key in BODY_WORDS or word.key in GROUP_WORDS for word in words) or tuple(w.key for w in words) in COUNTRY_WORDS:
        return False
    if sum(word.capital for word in words) < min(2, len(words)) or owners_of(name):
        return False
    if len(words) == 1:
        return False
    return not all(word.key in TITLE_WORDS for word in words)


def _form(name: str, known: Known) -> Form | None:
    words = phrase_words(_ARTICLE.sub("", name.strip()))
    if not words:
        return None
    letters = "".join(character for character in name if character.isalpha())
    return Form(
        keys=tuple(word.key for word in words),
        capital=tuple(word.capital for word in words),
        shout=len(words) == 1 and letters.isupper() and 1 < len(letters) <= 4,
        known=known,
    )


def _matches(form: Form, words: Sequence[Word], at: int) -> int:
    """How many words the form takes at that place, marks inside included; 0 where it does not stand there."""
    place = at
    for number, key in enumerate(form.keys):
        while number and place < len(words) and not words[place].key and words[place].text in ".-–":
            place += 1
        if place >= len(words) or words[place].key != key or (form.capital[number] and not words[place].capital):
            return 0
        if form.shout and not words[place].text.replace(".", "").rstrip("'’s").isupper():
            return 0
        if number < len(form.keys) - 1 and words[place].possessive:
            return 0
        place += 1
    return place - at


def _surname_words(name: str) -> list[str]:
    words = name_words(name)
    if not words:
        return []
    return [words[-1], words[0]] if len(words) > 1 and words[0] in EASTERN_SURNAMES else [words[-1]]


def _countries(dossier: Dossier, actors: Sequence[Known]) -> dict[str, str]:
    """Country code → party: by the party's own name first, then by what its name lists, then by its actors' roles."""
    table: dict[str, str] = {}
    for party in dossier.parties:
        for name in (_unbracketed(party.name), *party.aliases, *party.metonyms):
            code = COUNTRY_WORDS.get(tuple(fold(word) for word in name.split() if fold(word) != "the"))
            if code:
                table.setdefault(code, party.id)
    for party in dossier.parties:
        if re.search(r"member\s+(?:states|nations|countries)|members", party.name):
            for code in sorted(EU_MEMBERS):
                table.setdefault(code, party.id)
        for code in sorted(owners_of(" ".join(re.findall(r"\((.*?)\)", party.name)))):
            table.setdefault(code, party.id)
    votes: dict[str, dict[str, int]] = {}
    for one in actors:
        for role, _, _ in one.roles:
            for code in role.owners if one.party else ():
                counts = votes.setdefault(code, {})
                counts[one.party or ""] = counts.get(one.party or "", 0) + 1
    for code in sorted(votes):
        best = sorted(votes[code].items(), key=lambda item: (-item[1], item[0]))
        if len(best) == 1:
            table.setdefault(code, best[0][0])
    return table


def _media(publishers: Sequence[Publisher]) -> dict[str, str]:
    """Folded name of a medium → the name to show: the dossier's, else the usual one."""
    table = {form: name for name, forms in MEDIA for form in forms}
    usual = {fold_words(name): name for name, _ in MEDIA}
    table.update(usual)
    for publisher in publishers:
        for form in (publisher.name, *publisher.aliases):
            known = table.get(fold_words(form))
            table[fold_words(form)] = publisher.name
            for other in [key for key, value in table.items() if known is not None and value == known]:
                table[other] = publisher.name
    return table


def fold_words(name: str) -> str:
    """A name in lower case, single-spaced, without a leading article or accents."""
    return " ".join(
        filter(None, (fold(word) if not word.isascii() else word.casefold() for word in _ARTICLE.sub("", name.strip()).split()))
    )


_MEDIA_FORMS = frozenset(form for _, forms in MEDIA for form in forms)

"""The dossier as a read-only snapshot for looking up who a name, a title, a place or a people stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from verbale.dossier.model import Dossier, Publisher
from verbale.resolve.identities import Identity, ordered
from verbale.resolve.known import Form, Known, form_of, known_actor, known_party, surname_words, unbracketed
from verbale.resolve.lexicon_countries import EU_MEMBERS, NAMES, usual_name
from verbale.resolve.lexicon_media import MEDIA
from verbale.resolve.names import THRESHOLD, fold, name_words, skeleton
from verbale.resolve.offices import Descriptor, describe
from verbale.resolve.places import Places, bare, places_of
from verbale.resolve.text import Word, phrase_words
from verbale.values import Speaker

_ADMINISTRATION = re.compile(r"\badministration\)?$")


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """A read-only snapshot of a dossier and of the standing judgements on identity; build it once with `of`."""

    dossier: Dossier
    identities: tuple[Identity, ...]
    known: tuple[Known, ...]
    forms: dict[str, tuple[Form, ...]]
    surnames: dict[str, tuple[Known, ...]]
    bodies: dict[frozenset[str], Known]
    places: Places
    countries: dict[str, str]
    abroad: dict[str, Known]
    media: dict[str, str]

    @staticmethod
    def of(dossier: Dossier, identities: Sequence[Identity] = ()) -> ActorIndex:
        """The snapshot of a dossier; deterministic, and independent of the order of the judgements."""
        places = places_of(dossier.parties, dossier.actors)
        known = (*(known_actor(actor, places) for actor in dossier.actors), *map(known_party, dossier.parties))
        forms: dict[str, list[Form]] = {}
        surnames: dict[str, list[Known]] = {}
        bodies: dict[frozenset[str], Known] = {}
        for one in known:
            for name in one.names:
                form = form_of(name, one)
                if form is not None:
                    forms.setdefault(form.keys[0], []).append(form)
                if not one.person:
                    bodies.setdefault(places.body_key(name), one)
                    continue
                for word in surname_words(name):
                    bearers = surnames.setdefault(skeleton(word), [])
                    if one not in bearers:
                        bearers.append(one)
        countries = _countries(dossier, known, places)
        return ActorIndex(
            dossier=dossier,
            identities=ordered(identities),
            known=known,
            forms={key: tuple(sorted(found, key=lambda form: -len(form.keys))) for key, found in forms.items()},
            surnames={key: tuple(found) for key, found in surnames.items()},
            bodies=bodies,
            places=places,
            countries=countries,
            abroad={code: _foreign(code, countries.get(code)) for code in NAMES},
            media=_media(dossier.publishers),
        )

    def describe(self, phrase: str) -> Descriptor:
        """What a phrase says of a person, with the dossier's own parties among the countries."""
        return describe(phrase, self.places)

    def body_key(self, phrase: str) -> frozenset[str]:
        """The words of a body's name in no order (places.Places.body_key)."""
        return self.places.body_key(phrase)

    def by_id(self, speaker_id: str) -> Known | None:
        """The actor of that id, or else the party."""
        return next((one for one in self.known if one.speaker.id == speaker_id), None)

    def named(self, words: Sequence[Word], at: int) -> tuple[Form, int] | None:
        """The longest form of a known name that begins at the word `at`, with how many words it takes."""
        for key in (words[at].key, *words[at].cases):
            for form in self.forms.get(key, ()):
                taken = form.taken(words, at)
                if taken:
                    return form, taken
        return None

    def exact(self, phrase: str) -> Known | None:
        """Who has exactly this name or alias, articles and case apart."""
        words = phrase_words(bare(phrase))
        for key in (words[0].key, *words[0].cases) if words else ():
            for form in self.forms.get(key, ()):
                if len(form.keys) == len(words) and all(word.reads(own) for word, own in zip(words, form.keys, strict=True)):
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

    def declined(self, words: Sequence[Word]) -> tuple[Known, ...]:
        """The bearers of a name that a text may give in another case than the nominative; the nearest reading with any."""
        readings = product(*((word.key, *word.cases) for word in words)) if any(word.cases for word in words) else ()
        return next(filter(None, map(self.bearers, readings)), ())

    def close_to(self, names: Sequence[str]) -> Known | None:
        """The one person whose name is nearest to a garbled one, where it is near enough and nobody else is."""
        written = " ".join(names)
        scored = sorted(
            ((one.likeness(written), n) for n, one in enumerate(self.known) if one.person), key=lambda item: (-item[0], item[1])
        )
        if scored and scored[0][0] >= THRESHOLD + 0.01 and (len(scored) < 2 or scored[1][0] < scored[0][0] - 0.05):
            return self.known[scored[0][1]]
        return None

    def body(self, phrase: str) -> Known | None:
        """The body, office or group whose name has the same words, spelling, order and demonym apart."""
        return self.bodies.get(self.body_key(phrase))

    def party_of_country(self, codes: Iterable[str]) -> str | None:
        """The party that the one country named belongs to; None for none or several."""
        parties = {self.countries[code] for code in codes if code in self.countries}
        return parties.pop() if len(parties) == 1 else None

    def administration(self) -> Known | None:
        """The one party that is a country's administration, by its name."""
        found = [one for one in self.known if one.kind == "state" and _ADMINISTRATION.search(one.speaker.name)]
        return found[0] if len(found) == 1 else None

    def state(self, code: str) -> Known | None:
        """Who speaks for a country as such: an actor of that name or its government, else the party, else its bare name."""
        name = NAMES.get(code, "")
        for key in (frozenset([code]), frozenset([code, "government"])):
            if key in self.bodies:
                return self.bodies[key]
        found = self.exact(name)
        if found is not None:
            return found
        party = self.dossier.party(self.countries.get(code))
        if party is not None and (code.startswith("P+") or code in self.places.codes(unbracketed(party.name))):
            return next(one for one in self.known if one.speaker.id == party.id and not one.person)
        return self.abroad.get(code)

    def office_of(self, bearer: Known) -> Known | None:
        """The dossier's office that serves a person: of the same party, with the person's own name or office in its name."""
        offices = [
            one
            for one in self.known
            if one.kind == "body" and one.party == bearer.party and any("office" in n.casefold() for n in one.names)
        ]
        titles = {role.office for role, _, _ in bearer.roles} - {None}
        surname = skeleton(name_words(bearer.speaker.name)[-1])
        for one in offices:
            said = {describe(re.sub(r"^.*?\boffice of\b", "", name, flags=re.IGNORECASE), self.places).office for name in one.names}
            if said & titles or any(surname in {skeleton(word) for word in name_words(name)} for name in one.names):
                return one
        return None

    def roles_on(self, known: Known, day: date | None) -> tuple[Descriptor, ...]:
        """The roles that someone holds on a day; an unknown day counts as held."""
        return tuple(role for role, actor, place in known.roles if actor.roles[place].held_on(day))


def _countries(dossier: Dossier, known: Sequence[Known], places: Places) -> dict[str, str]:
    """Country code → party: by the party's own name first, then by what its name lists, then by its actors' roles."""
    table: dict[str, str] = {}
    for party in dossier.parties:
        for name in (unbracketed(party.name), *party.aliases, *party.metonyms):
            code = places.words.get(tuple(word.key for word in phrase_words(bare(name))))
            if code:
                table.setdefault(code, party.id)
    for party in dossier.parties:
        if re.search(r"member\s+(?:states|nations|countries)|members", party.name):
            for code in sorted(EU_MEMBERS):
                table.setdefault(code, party.id)
        for code in sorted(places.codes(" ".join(re.findall(r"\((.*?)\)", party.name)))):
            table.setdefault(code, party.id)
    votes: dict[str, dict[str, int]] = {}
    for one in known:
        for role, _, _ in one.roles:
            for code in role.owners if one.party else ():
                counts = votes.setdefault(code, {})
                counts[one.party or ""] = counts.get(one.party or "", 0) + 1
    for code in sorted(votes):
        best = sorted(votes[code].items(), key=lambda item: (-item[1], item[0]))
        if len(best) == 1:
            table.setdefault(code, best[0][0])
    return table


def _foreign(code: str, party: str | None) -> Known:
    """A state that the dossier does not list, by its usual name."""
    name = usual_name(code)
    return Known(speaker=Speaker(id=None, name=name), party=party, kind="state", names=(name,))


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
    return " ".join(filter(None, (fold(word) if not word.isascii() else word.casefold() for word in bare(name).split())))

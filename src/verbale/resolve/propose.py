"""A dossier from nothing: who speaks in the articles, for which country, in what office, and on what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verbale.dossier.model import Actor, ActorKind, Dossier, Party, PartyKind, Publisher, PublisherKind, Role
from verbale.resolve.candidate import Candidate
from verbale.resolve.cast import Figure
from verbale.resolve.casting import cast
from verbale.resolve.found import Found
from verbale.resolve.index import ActorIndex
from verbale.resolve.lexicon_countries import COUNTRIES, NAMES, usual_name
from verbale.resolve.lexicon_media import AGENCIES
from verbale.resolve.lexicon_titles import OFFICES_OF_STATE, PRIVATE_OFFICES
from verbale.resolve.names import THRESHOLD, fold, name_words, same_name, skeleton
from verbale.resolve.offices import describe
from verbale.resolve.outlets import KNOWN, home_of, outlet_named
from verbale.resolve.proposal import Place, Proposal, Proposed, certainty
from verbale.resolve.speakers import Speakers
from verbale.resolve.states import Evident, evident
from verbale.resolve.text import phrase_words, read
from verbale.resolve.topics import topics
from verbale.values import Attribution, Document, Span

_LEADS = re.compile(r"\bcounterpart\b|^who (?:leads?|led|heads?|headed|chairs?|represents?|represented)\b")
_SENTENCE = re.compile(r"\b(?:said|told|had|has|have|is|was|were|will|would|considers|ago)\b")

AT_HOME = OFFICES_OF_STATE | {"senator", "lawmaker", "speaker", "majority leader", "minority leader", "whip", "spokesman"}
"""Offices that an outlet names without a country where they are its own country's."""
_FOREIGN = {"US": re.compile(r"minister|chancellor", re.IGNORECASE), "GB": re.compile(r"president|senator", re.IGNORECASE)}
"""Offices that a country does not have."""
SIDES = 2
"""The parties that speak most are proposed as the sides."""


def propose(documents: Sequence[Document], attributions: Sequence[Sequence[Attribution]]) -> Proposal:
    """What a dossier of these documents would hold: one row a speaker under one name, parties from offices, publishers, issues.

    `attributions` are each document's, in the same order. Independent of the order of the documents.
    """
    states_told = {f"P+{one.party.id.upper()}": one for one in evident(documents)}
    index = ActorIndex.of(Dossier(parties=tuple(one.party for one in states_told.values())))
    persons: list[Candidate] = []
    bodies: dict[frozenset[str], Candidate] = {}
    states: dict[str, Candidate] = {}
    media: dict[str, list[Place]] = {}
    outlets = _outlets(documents)
    mentioned: list[tuple[Figure, str | None]] = []
    heard = sorted(_heard(documents, attributions, index, mentioned), key=lambda item: (item[0].id, item[2], item[3]))
    for document, found, span, content in heard:
        place = Place(document.id, span)
        if found.kind == "person" and found.figure is not None:
            outlet = outlet_named(found.figure.speaker.name, outlets)
            if outlet is not None:
                media.setdefault(outlet, []).append(place)
                continue
            candidate = _of_person(persons, found.figure.speaker.name)
            candidate.places.append(place)
            candidate.topics.update(_own_subject(document, content, index) or _told_of_before(document, span, index))
        elif found.kind == "body" and found.speaker is not None and not _unnamed_body(found.speaker.name):
            _body(bodies, found.speaker.name, index).places.append(place)
        elif found.kind == "state" and found.speaker is not None:
            code = next(iter(sorted(index.places.codes(found.speaker.name))), None)
            if code is not None:
                states.setdefault(code, Candidate()).places.append(place)
        elif found.kind == "media" and found.speaker is not None:
            media.setdefault(found.speaker.name, []).append(place)
    for figure, home in sorted(mentioned, key=lambda one: (one[0].speaker.name, one[0].contexts, one[1] or "")):
        _described(persons, figure, home, index)
    _owned(persons, index)
    candidates = [*persons, *bodies.values()]
    codes = _codes(candidates, states)
    ids = {code: states_told[code].party.id if code in states_told else _slug(NAMES[code]) for code in codes}
    return Proposal(
        parties=tuple(
            _told(states_told[code], rank) if code in states_told else _party(code, rank, codes[code], documents)
            for rank, code in enumerate(codes)
        ),
        actors=_actors(persons, bodies, ids),
        issues=topics(documents, attributions),
        publishers=_publishers(documents, media),
    )


def _heard(
    documents: Sequence[Document],
    attributions: Sequence[Sequence[Attribution]],
    index: ActorIndex,
    mentioned: list[tuple[Figure, str | None]],
) -> Iterable[tuple[Document, Found, Span, Span]]:
    """Each attribution's speaker and place; the persons whom the documents mention are added to `mentioned`, with the outlet's country."""
    for document, said in zip(documents, attributions, strict=True):
        if not said:
            continue
        reading = read(document.text)
        mentions = cast(reading, index, tuple(span for one in said for span in one.source))
        home = home_of(document.publisher)
        mentioned.extend((figure, home) for figure in mentions.figures if figure.person)
        speakers = Speakers(document, said, index=index, reading=reading, cast=mentions)
        for number, one in enumerate(said):
            yield document, speakers.found(number), (one.source or one.cue or one.content)[0], one.content[0]


def _unnamed_body(name: str) -> bool:
    return bool(re.match(r"(?:his|her|its|their|one|two|three|some|people)\b", name, re.IGNORECASE)) or name == name.lower()


def _of_person(persons: list[Candidate], name: str) -> Candidate:
    """The candidate of a person's name: the one whose full names fit, or else whose surname does."""
    candidate = max(persons, key=lambda one: _fit(one, name), default=None)
    if candidate is None or _fit(candidate, name) < THRESHOLD:
        candidate = Candidate()
        persons.append(candidate)
    candidate.names[name] += 1
    return candidate


def _described(persons: list[Candidate], figure: Figure, home: str | None, index: ActorIndex) -> None:
    """Adds what a document calls somebody to the candidate that is that person, if any is."""
    candidate = max(persons, key=lambda one: _fit(one, figure.speaker.name), default=None)
    if candidate is None or _fit(candidate, figure.speaker.name) < THRESHOLD:
        return
    candidate.names[figure.speaker.name] += 0
    for context in dict.fromkeys(figure.contexts):
        descriptor = index.describe(context)
        candidate.private = candidate.private or descriptor.office in PRIVATE_OFFICES
        if descriptor.office is None and _LEADS.search(context):
            candidate.countries.update(descriptor.owners)
        if descriptor.office is None or descriptor.office in PRIVATE_OFFICES or descriptor.former:
            continue
        if not _SENTENCE.search(context):
            candidate.titles[_title(context)] += 1
        candidate.countries.update(descriptor.owners)
        foreign = _FOREIGN[home].search(context) if home in _FOREIGN else None
        if home is not None and not descriptor.owners and descriptor.office in AT_HOME and foreign is None:
            candidate.homes[home] += 1


def _fit(candidate: Candidate, name: str) -> float:
    full = len(name_words(name)) > 1
    return max((same_name(name, other) for other in candidate.names if not full or len(name_words(other)) > 1), default=0.0)


def _own_subject(document: Document, content: Span, index: ActorIndex) -> list[str]:
    """The country that does or is something in reported words: most often an official's own ("Ruritania is ready", "it will not")."""
    text = document.text[content.start : min(content.end, content.start + 60)]
    subject = re.match(r"[\"“„'‘]?\s*(?P<who>[A-Z]\w+(?: [A-Z]\w+)?) (?:is|has|will|would|could|can|had|was|does|did|never)\b", text)
    return sorted(index.places.codes(subject["who"])) if subject is not None else []


def _told_of_before(document: Document, source: Span, index: ActorIndex) -> list[str]:
    """The one country of the words right before an official's title that names none ("It has reached Strelsau. The minister …")."""
    wanted = index.describe(source.of(document.text))
    if wanted.office is None or wanted.owners or wanted.office in PRIVATE_OFFICES:
        return []
    codes = index.places.codes(document.text[max(0, source.start - 80) : source.start].rpartition("\n")[2])
    return sorted(codes) if len(codes) == 1 else []


def _title(context: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", context.strip(" ,"), flags=re.IGNORECASE)


def _body(bodies: dict[frozenset[str], Candidate], name: str, index: ActorIndex) -> Candidate:
    candidate = bodies.setdefault(index.body_key(name), Candidate())
    candidate.names[re.sub(r"^(?:the|The)\s+", "", name)] += 1
    for code in index.places.codes(name):
        candidate.countries[code] += 1
    return candidate


def _owned(persons: list[Candidate], index: ActorIndex) -> None:
    """Gives who serves a person that person's country ("Zenda's aide")."""
    surnames = {skeleton(name_words(candidate.name)[-1]): candidate.country for candidate in persons}
    for candidate in persons:
        if candidate.countries:
            continue
        for title in sorted(candidate.titles):
            owners = {surnames.get(skeleton(word.key)) for word in phrase_words(title) if word.possessive} - {None}
            for code in owners:
                candidate.countries[str(code)] += candidate.titles[title]


def _codes(candidates: Sequence[Candidate], states: dict[str, Candidate]) -> dict[str, list[Place]]:
    """The countries that speak, each with where, the most spoken for first."""
    places: dict[str, list[Place]] = {}
    for candidate in candidates:
        if candidate.country is not None:
            places.setdefault(candidate.country, []).extend(candidate.places)
    for code, candidate in states.items():
        places.setdefault(code, []).extend(candidate.places)
    order = sorted(places, key=lambda code: (-len(places[code]), code))
    return {code: sorted(places[code], key=lambda place: (place.document, place.span)) for code in order}


def _party(code: str, rank: int, places: Sequence[Place], documents: Sequence[Document]) -> Proposed[Party]:
    text = " ".join(document.text for document in documents)
    seats = next(seats for other, _, _, seats in COUNTRIES if other == code)
    metonyms = tuple(seat.title() for seat in seats if re.search(rf"\b{re.escape(seat.title())}\b", text))
    kind = PartyKind.SIDE if rank < SIDES else PartyKind.THIRD_PARTY
    return Proposed(Party(_slug(NAMES[code]), usual_name(code), kind, (), metonyms), certainty(len(places)), tuple(places))


def _told(state: Evident, rank: int) -> Proposed[Party]:
    """A party that only the articles tell of: a little less sure than a country of the world."""
    kind = PartyKind.SIDE if rank < SIDES else PartyKind.THIRD_PARTY
    return Proposed(replace(state.party, kind=kind), round(certainty(len(state.places)) * 0.9, 4), state.places)


def _actors(persons: Sequence[Candidate], bodies: dict[frozenset[str], Candidate], ids: dict[str, str]) -> tuple[Proposed[Actor], ...]:
    taken: set[str] = set()
    rows = []
    candidates = [(candidate, ActorKind.PERSON) for candidate in persons] + [
        (candidate, ActorKind.BODY) for _, candidate in sorted(bodies.items(), key=_named)
    ]
    for candidate, kind in sorted(candidates, key=lambda item: (-len(item[0].places), item[0].name)):
        name = candidate.name
        base = name_words(name)[-1] if kind is ActorKind.PERSON else _slug(name)
        identity = base if base not in taken else _slug(name)
        while identity in taken:
            identity += "-2"
        taken.add(identity)
        roles = _roles(candidate)
        aliases = tuple(sorted(other for other in candidate.names if other != name and len(name_words(other)) > 1))
        party = ids.get(candidate.country) if candidate.country is not None else None
        rows.append(Proposed(Actor(identity, name, kind, party, aliases, roles), certainty(len(candidate.places)), tuple(candidate.places)))
    return tuple(rows)


def _roles(candidate: Candidate) -> tuple[Role, ...]:
    """The two titles that tell most: those that name a country first, then the frequent, each office once."""
    offices: dict[str | None, str] = {}
    for title, _ in sorted(candidate.titles.items(), key=lambda item: (not describe(item[0]).owners, -item[1], item[0])):
        offices.setdefault(describe(title).office, title.replace("’", "'"))
    return tuple(Role(title) for title in list(offices.values())[:2])


def _named(item: tuple[frozenset[str], Candidate]) -> str:
    return item[1].name


def _outlets(documents: Sequence[Document]) -> dict[str, str]:
    """The usual names of outlets by the forms that name them: the known media's, and the publishers of the documents."""
    own = {document.publisher.casefold(): document.publisher for document in documents if document.publisher is not None}
    return own | KNOWN


def _publishers(documents: Sequence[Document], media: dict[str, list[Place]]) -> tuple[Proposed[Publisher], ...]:
    """The documents' publishers, and the media that the texts credit."""
    usual = _outlets(documents)
    places = {name: list(found) for name, found in media.items()}
    for document in sorted(documents, key=lambda one: one.id):
        if document.publisher is not None:
            name = usual.get(document.publisher.casefold(), document.publisher)
            places.setdefault(name, []).append(Place(document.id, Span(0, 1)))
    rows = []
    for name in sorted(places, key=lambda one: (-len(places[one]), one)):
        kind = PublisherKind.AGENCY if name in AGENCIES else PublisherKind.OUTLET
        rows.append(Proposed(Publisher(_slug(name), name, kind), certainty(len(places[name])), tuple(places[name])))
    return tuple(rows)


def _slug(name: str) -> str:
    return "-".join(filter(None, (fold(word) for word in re.split(r"[\s/]+", name)))) or "unnamed"

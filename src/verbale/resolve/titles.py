"""Whoever bears an office: the dossier's actors by their roles on the day, others by what the text calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.dossier.bodies import BODY_WORDS
from verbale.dossier.model import PartyKind
from verbale.resolve.cast import Cast, Figure
from verbale.resolve.found import NOBODY, Found, of_figure, of_known
from verbale.resolve.index import ActorIndex
from verbale.resolve.known import Known
from verbale.resolve.lexicon_titles import GENERIC_OFFICES, LOCAL_OFFICES, PRIVATE_OFFICES, TITLE_WORDS
from verbale.resolve.offices import Descriptor
from verbale.resolve.text import Reading, phrase_words
from verbale.values import Span, Speaker

_FRONTED = re.compile(r"\W*(?:In|At|Around|Near)\b")
_REGION = re.compile(r"\b[Rr]egion of (?P<a>[A-Z][\w-]+)|\b(?P<b>[A-Z][\w-]+) (?:region|province|oblast)\b")
_POINTING = frozenset(["official", "head", "diplomat", "secretary", "minister", "leader", "analyst", "lawmaker", "spokesman", "politician"])
"""Offices too general to mean somebody whom the text has not yet mentioned."""

_ANYBODY = frozenset(["official", "diplomat"])
"""Of these a state has so many that even its own are nobody whom the text has not yet mentioned."""

AHEAD = 500
"""Characters after a title in which its bearer may first be named."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A title as a text uses it at a place: its owner where a person or body has it, `local` words that tell a governor's or mayor's
    place, the party whose bearer alone may be meant, the sex that the words around tell, and who spoke last."""

    wanted: Descriptor
    owner: Found | None
    position: int
    local: frozenset[str]
    side: str | None
    gender: str | None = None
    last: Figure | None = None


class Titles:
    """Looks up bearers of offices in one document; roles must be held on `day`; `countries` are the codes of those that the text names."""

    def __init__(self, index: ActorIndex, cast: Cast, day: date | None, countries: frozenset[str]) -> None:
        self.index = index
        self.cast = cast
        self.day = day
        self.countries = countries

    def bearer(self, sought: Sought, barred: frozenset[int]) -> Found | None:
        """The best bearer: by fit, then by the last mention before the place; `barred` figures cannot be meant."""
        places = {id(mention.figure): place for place, mention in enumerate(self.cast.before(sought.position))}
        if sought.last is not None:
            places[id(sought.last)] = len(self.cast.mentions)
        ranked: list[tuple[int, int, Found]] = []
        for known in self.index.known:
            figure = self.cast.figure_of(known) if known.person else None
            here = places.get(id(figure), -1) if figure is not None else -1
            if not known.person or (figure is not None and id(figure) in barred) or not self._pointed(sought, here, known):
                continue
            rank = self._rank(sought, self._roles(known), known.party)
            if rank is not None and sought.side in (None, known.party) and (not sought.gender or known.gender in (None, sought.gender)):
                ranked.append((rank, here, of_known(known, self.cast, "role", 0.9)))
        for figure in self.cast.figures:
            if figure.person and figure.known is None and id(figure) in places and id(figure) not in barred:
                rank = self._rank(sought, figure.descriptors, figure.party)
                if rank is not None:
                    ranked.append((rank, places[id(figure)], of_figure(figure, "role", 0.85)))
        return self._best(ranked, sought)

    def _pointed(self, sought: Sought, here: int, known: Known) -> bool:
        return (
            here >= 0
            or self.cast.figure_of(known) is not None
            or (sought.wanted.office not in _ANYBODY and (bool(sought.wanted.owners) or sought.owner is not None))
            or (sought.wanted.office not in _POINTING | PRIVATE_OFFICES and self._at_home(known))
        )

    def _at_home(self, known: Known) -> bool:
        """Whether the text names the country of somebody's office, or the office has none."""
        owners = {code for role in self._roles(known) for code in role.owners}
        return not owners or bool(owners & self.countries)

    def _roles(self, known: Known) -> Sequence[Descriptor]:
        roles = self.index.roles_on(known, self.day)
        figure = self.cast.figure_of(known)
        return roles if roles or figure is None else figure.descriptors

    def _best(self, ranked: list[tuple[int, int, Found]], sought: Sought) -> Found | None:
        if not ranked:
            return None
        ranked.sort(key=lambda item: item[:2], reverse=True)
        rank, place, found = ranked[0]
        soon = self._soon(ranked, sought) if place < 0 else None
        if soon is not None:
            return soon
        if place < 0:  # nobody of them is mentioned before: only a single bearer is safe
            alone = sum(other == rank for other, _, _ in ranked) == 1
            owned = sought.wanted.owners or sought.owner is not None or sought.wanted.office not in GENERIC_OFFICES
            return found if alone and owned else None
        return found

    def _soon(self, ranked: list[tuple[int, int, Found]], sought: Sought) -> Found | None:
        """The only candidate whom the next sentences name: a headline or lead gives the title before the name."""
        ahead = self.cast.within(Span(sought.position, sought.position + AHEAD))
        named = [found for _, _, found in ranked if any(mention.figure is found.figure for mention in ahead)]
        return named[0] if len(named) == 1 else None

    def _rank(self, sought: Sought, roles: Sequence[Descriptor], party: str | None) -> int | None:
        """How well a bearer of the roles fits, None where not at all."""
        wanted, owner = sought.wanted, sought.owner
        best: int | None = None
        if wanted.office == "mediator":
            home = self.index.dossier.party(party)
            return 1 if home is not None and home.kind is PartyKind.MEDIATOR else None
        for role in roles:
            if (
                not wanted.fits(role)
                or (role.former and not wanted.former)
                or (role.deputy and not wanted.deputy and wanted.office not in GENERIC_OFFICES)
            ):
                continue
            if sought.local and not sought.local & role.words:
                continue
            if owner is not None and owner.party is not None and party != owner.party:
                continue
            if wanted.owners and not role.owners and self.index.party_of_country(wanted.owners) != party:
                continue
            if wanted.office == "spokesman" and (wanted.words & BODY_WORDS) - role.words:
                continue
            exact = wanted.office == role.office and wanted.office not in GENERIC_OFFICES
            told = wanted.words & role.words - {"minister", "secretary", "president", "chief", "head", "leader"}
            score = (
                2 * exact
                + min(2, len(told))
                + bool(wanted.owners & role.owners)
                + (owner is not None)
                - (role.deputy and not wanted.deputy and wanted.office not in _POINTING)
            )
            best = score if best is None else max(best, score)
        return best


def local_words(reading: Reading, span: Span, head: str, wanted: Descriptor) -> frozenset[str]:
    """The places that tell which of many governors or mayors is meant: in the phrase, or at the front of its sentence."""
    if wanted.office not in LOCAL_OFFICES:
        return frozenset()
    front = _front(reading, span).split(",")[0]
    parts = (head, front if _FRONTED.match(front) else "")
    return frozenset(word.key for part in parts for word in phrase_words(part)[1:] if word.capital and word.key not in TITLE_WORDS)


def local_office(reading: Reading, span: Span, wanted: Descriptor, index: ActorIndex) -> Found:
    """A governor or mayor told only by the region at the front of the sentence; nobody else who is only pointed at."""
    front = _front(reading, span) if wanted.office in LOCAL_OFFICES else ""
    party = index.party_of_country(index.describe(front.split(",")[0]).owners)
    place = _REGION.search(front)
    if place is None:
        return NOBODY if party is None else Found(None, party, None, "unnamed", "person", None, 0.4)
    name = f"{wanted.office} of {place['a'] or place['b']} region"
    return Found(Speaker(None, name), party, None, "unnamed", "person", None, 0.5)


def _front(reading: Reading, span: Span) -> str:
    return reading.text[reading.sentences[reading.sentence(span.start)].start : span.start]


def neighbourly(found: Found, wanted: Descriptor, cast: Cast) -> Found:
    """A governor or mayor without a country has the party that all the others of the document have."""
    if found.party is not None or wanted.office not in LOCAL_OFFICES or found is NOBODY:
        return found
    parties = {figure.party for figure in cast.figures if any(one.office in LOCAL_OFFICES for one in figure.descriptors)}
    return replace(found, party=parties.pop()) if len(parties) == 1 else found

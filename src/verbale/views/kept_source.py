"""A record as the pages read it: findings are looked up, and only what they rest on is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from verbale import matching
from verbale.analysis.findings import ClaimOf, ConflictOf, PositionOf, ProposalOf, Round, ShiftOf
from verbale.analysis.kept import ALL
from verbale.analysis.plain import from_text
from verbale.analysis.rows import FindingKind
from verbale.analysis.testimony import Testimony
from verbale.dossier.model import Dossier
from verbale.record.found import ALWAYS, Found, Looked, ToldStatement
from verbale.record.linked import Linked
from verbale.record.reader import Reader
from verbale.values import Document, Known, Published, SaidOn, Wording
from verbale.views.levels import Levels, levels_of
from verbale.views.source import Basis, Likes, Wanted

_TYPES: Mapping[FindingKind, Any] = {
    FindingKind.POSITION: PositionOf,
    FindingKind.SHIFT: ShiftOf,
    FindingKind.CLAIM: ClaimOf,
    FindingKind.QUARREL: ConflictOf,
    FindingKind.OUTLETS: ConflictOf,
    FindingKind.SELF: ConflictOf,
    FindingKind.PROPOSAL: ProposalOf,
    FindingKind.ROUND: Round,
}


class KeptSource:
    """Reads what a page asks for and keeps it for that page: make a new one for each."""

    def __init__(self, reader: Reader, found: Found, linked: Linked, dossier: Dossier) -> None:
        self._reader, self._found, self._linked, self._dossier = reader, found, linked, dossier
        self._read: dict[str, Document] = {}
        self._told: dict[str, Testimony] = {}
        self._reports: dict[str, list[str]] = {}

    def dossier(self) -> Dossier:
        """The negotiation's dossier."""
        return self._dossier

    def document(self, document_id: str) -> Document:
        """One document; KeyError where there is none of that id."""
        if document_id not in self._read:
            self.prepare([document_id])
        return self._read[document_id]

    def found(self, kind: FindingKind, wanted: Wanted) -> Sequence[Any]:
        """As source.Source."""
        if kind is FindingKind.POSITION and wanted.since is None and wanted.most is None:
            cells = [
                (party.id, issue.id)
                for party in self._dossier.parties
                for issue in self._dossier.issues
                if wanted.party in (None, party.id) and wanted.issue in (None, issue.id)
            ]
            bodies = self._found.positions(cells, _iso(wanted.as_of))
        else:
            bodies = self._found.bodies(kind, _looked(wanted))
        first = {} if wanted.mentions is None else {"mentions": wanted.mentions}
        return [from_text(_TYPES[kind], body, first=first) for body in bodies]

    def levels(self, as_of: date | None) -> Levels:
        """As source.Source."""
        return levels_of(self._found.levels(_iso(as_of)), tuple(party.id for party in self._dossier.parties))

    def claims(self, wanted: Iterable[ClaimOf[None]], as_of: date | None) -> Sequence[ClaimOf[str]]:
        """As source.Source."""
        keys = [(claim.party, claim.day.isoformat() if claim.day is not None else "") for claim in wanted]
        return [from_text(ClaimOf[str], body) for body in self._found.claims(keys, _iso(as_of))]

    def testimonies_of(self, statements: Iterable[str]) -> Mapping[str, Testimony]:
        """As source.Source."""
        wanted = list(statements)
        told = self._found.told([key for key in wanted if key not in self._told])
        self.prepare(one.statement.document for one in told)
        self._told.update({one.statement.id: _testimony(one, self._read[one.statement.document]) for one in told})
        return {key: self._told[key] for key in wanted if key in self._told}

    def read_reports(self, utterances: Iterable[str]) -> None:
        """As source.Source."""
        wanted = list(utterances)
        missing = [utterance for utterance in wanted if utterance not in self._reports]
        if missing:
            self._reports.update(self._found.reports(missing))
        self.testimonies_of([key for utterance in wanted for key in self._reports[utterance]])

    def reports(self, utterance: str) -> Sequence[Testimony]:
        """As source.Source."""
        self.read_reports([utterance])
        return list(self.testimonies_of(self._reports[utterance]).values())

    def likes(self, utterance: str) -> Likes:
        """As source.Source."""
        own = [item.wording for item in self._linked.reports(utterance)]
        found = self._linked.likest(_keys(own, 1), beside=utterance)
        for speaker in sorted({wording.speaker for wording in own if wording.speaker is not None}):
            found += self._linked.likest(_keys(own, matching.AGAIN), beside=utterance, speaker=speaker)
        others = {item.wording.statement: (item.utterance, item.wording) for item in found if item.utterance is not None}
        return Likes(tuple(own), tuple((key, wording) for key, wording in others.values()))

    def syndications(self, documents: Iterable[str]) -> Mapping[str, str]:
        """As source.Source."""
        return self._linked.syndications(set(documents))

    def basis(self, as_of: date | None) -> Basis:
        """As source.Source."""
        until = as_of.isoformat() if as_of is not None else ALWAYS
        documents, unnamed, publishers, statements, latest = self._found.counted(until)
        return Basis(documents, unnamed, publishers, statements, date.fromisoformat(latest) if latest else None)

    def new(self, since: date, until: date | None) -> tuple[int, int]:
        """As source.Source."""
        return self._found.new(since.isoformat(), _iso(until))

    def prepare(self, documents: Iterable[str]) -> None:
        """As source.Source."""
        missing = sorted(set(documents) - self._read.keys())
        if missing:
            self._read.update({document.id: document for document in self._reader.documents(missing)})


def _keys(own: Iterable[Wording], periods: int) -> set[int]:
    return {key for wording in own for key in matching.link_keys(wording, periods=periods)}


def _iso(as_of: date | None) -> str:
    return (as_of or ALL).isoformat()


def _looked(wanted: Wanted) -> Looked:
    since = wanted.since.isoformat() if wanted.since is not None else None
    return Looked(_iso(wanted.as_of), wanted.issue, wanted.party, since, wanted.most)


def _testimony(told: ToldStatement, document: Document) -> Testimony:
    """A statement as its document reports it, with the days that analysis inferred."""
    statement, published = told.statement, document.published
    said = statement.resolution.said_on
    if told.published is not None and told.published != (published.on.isoformat() if published.on else None):
        published = Published(date.fromisoformat(told.published), None, Known.INFERRED)
    if said.on is None and told.day is not None and told.day != told.published:
        said = SaidOn(date.fromisoformat(told.day), Known.INFERRED, said.evidence)
        statement = replace(statement, resolution=replace(statement.resolution, said_on=said))
    return Testimony(statement, told.quote, told.utterance, document.publisher, published, told.witness, document.title)

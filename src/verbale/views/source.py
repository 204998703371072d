"""What the pages read: a record's dossier, documents, testimonies and findings, whoever keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from verbale.analysis.findings import ClaimOf
from verbale.analysis.rows import FindingKind
from verbale.analysis.testimony import Testimony
from verbale.dossier.model import Dossier
from verbale.values import Document, Wording
from verbale.views.levels import Levels


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings a page shows: as of a day (inclusive; None: all, undated ones too), of one issue, of one party.

    `since` leaves out those of an earlier day or of none; `most` keeps the latest so many. `mentions` are how many of the sentences that
    speak of a meeting are read, the first ones; None: all.
    """

    as_of: date | None = None
    issue: str | None = None
    party: str | None = None
    since: date | None = None
    most: int | None = None
    mentions: int | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """What was said and published up to a day, by the days that the record gives; `unnamed` documents have no publisher."""

    documents: int
    unnamed: int
    publishers: int
    statements: int
    latest: date | None


@dataclass(frozen=True, slots=True)
class Likes:
    """An utterance's wordings, and those of other utterances that may say the same, each with its utterance's id."""

    own: tuple[Wording, ...]
    others: tuple[tuple[str, Wording], ...]


class Source(Protocol):
    """A record as the pages read it. The order of what it gives plays no part in what is shown."""

    def dossier(self) -> Dossier:
        """The negotiation's dossier."""
        ...

    def document(self, document_id: str) -> Document:
        """One document; KeyError where there is none of that id."""
        ...

    def prepare(self, documents: Iterable[str]) -> None:
        """Read documents that will be asked for, all at once."""
        ...

    def found(self, kind: FindingKind, wanted: Wanted) -> Sequence[Any]:
        """The findings of a kind that are wanted, resting on ids of statements, in any order."""
        ...

    def levels(self, as_of: date | None) -> Levels:
        """Every claim of progress as of a day, bare of what it rests on."""
        ...

    def claims(self, wanted: Iterable[ClaimOf[None]], as_of: date | None) -> Sequence[ClaimOf[str]]:
        """The claims of those parties and days as of a day."""
        ...

    def testimonies_of(self, statements: Iterable[str]) -> Mapping[str, Testimony]:
        """The testimonies of those statements, by id."""
        ...

    def read_reports(self, utterances: Iterable[str]) -> None:
        """Read the reports of utterances that `reports` will be asked for, all at once."""
        ...

    def reports(self, utterance: str) -> Sequence[Testimony]:
        """All reports of an utterance."""
        ...

    def likes(self, utterance: str) -> Likes:
        """What may be the same as an utterance said again, or credited to somebody else; the likest, where that is much."""
        ...

    def syndications(self, documents: Iterable[str]) -> Mapping[str, str]:
        """The syndication cluster of each of the documents that is in one."""
        ...

    def basis(self, as_of: date | None) -> Basis:
        """What was said and published up to a day, inclusive, counted; without a day all, undated things too."""
        ...

    def new(self, since: date, until: date | None) -> tuple[int, int]:
        """How many documents were published and how many statements made from a day to a day, both inclusive; undated ones never count."""
        ...

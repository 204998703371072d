"""What matching keeps in a record, looked up by mark and by key."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Engine, RowMapping, text

from verbale.record import rows
from verbale.record.snapshot import reading
from verbale.values import Copy, Kind, Published, Speaker, Wording


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A document as syndication filed it: its length in 6-grams, and how many of its distinct marks are no standing passage."""

    document: str
    publisher: str | None
    published: Published
    length: int
    marks: int


class Carrier(NamedTuple):
    """That a document carries a mark; `marks` is how many distinct ones it carries that are no standing passage."""

    mark: int
    document: str
    publisher: str | None
    marks: int


@dataclass(frozen=True, slots=True)
class FiledStatement:
    """A statement as it was filed: its wording, its family by number, and the utterance it is shown in."""

    wording: Wording
    family: int
    utterance: str | None


class Filing:
    """Look-ups in what matching keeps. Everything is by document or statement id; numbers stay within the record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def unmatched(self, limit: int = 20_000) -> list[tuple[str, int]]:
        """The first documents that changed since they were matched, or never were, with their count of changes; by day and id."""
        return [
            (str(row["document"]), int(row["changes"]))
            for row in self._rows(
                f"""SELECT f.document, f.changes FROM matched_document AS f JOIN document AS d ON d.id = f.document
                   WHERE f.taken IS NOT f.changes ORDER BY coalesce(d.published_on, d.inferred_on), f.document LIMIT {limit:d}"""
            )
        ]

    def count_unmatched(self) -> int:
        """How many documents changed since they were matched, or never were."""
        return int(self._rows("SELECT count(*) AS n FROM matched_document WHERE taken IS NOT changes")[0]["n"])

    def method(self) -> str | None:
        """The method that what is kept was made by; None before the first matching."""
        return self._fact("matching method")

    def tied(self) -> str | None:
        """The judgements on utterances that were laid over what was matched; None before the first matching."""
        return self._fact("tied")

    def _fact(self, name: str) -> str | None:
        found = self._rows("SELECT value FROM state WHERE name IN (SELECT value FROM json_each(:these))", these=[name])
        return str(found[0]["value"]) if found else None

    def told(self, documents: Collection[str]) -> list[Wording]:
        """The wordings of all statements of the documents as they stand, filed or not, by document and position."""
        return [
            _wording(row, Speaker(row["speaker"], row["speaker_name"]).key if row["speaker_name"] is not None else None)
            for row in self._rows(
                """SELECT s.id AS statement, s.document, s.speaker, s.speaker_name, s.said_on, s.kind, s.quote,
                          coalesce(d.published_on, d.inferred_on) AS published_on, c.start AS position, s.nested_in IS NOT NULL AS nested
                   FROM statement AS s JOIN document AS d ON d.id = s.document
                   JOIN span AS c ON c.statement = s.id AND c.role = 'content' AND c.ordinal = 0
                   WHERE s.document IN (SELECT value FROM json_each(:these)) ORDER BY s.document, s.position""",
                these=documents,
            )
        ]

    def filed(self, documents: Collection[str]) -> dict[str, FiledDocument]:
        """Those of the documents that syndication has filed, by id."""
        found = self._rows(
            """SELECT f.document, d.publisher, d.published_on, d.published_at, d.published_known, d.inferred_on, f.grams, f.marks
               FROM matched_document AS f JOIN document AS d ON d.id = f.document
               WHERE f.grams IS NOT NULL AND f.document IN (SELECT value FROM json_each(:these))""",
            these=documents,
        )
        return {
            row["document"]: FiledDocument(row["document"], row["publisher"], rows.published_of(row), row["grams"], row["marks"])
            for row in found
        }

    def superseded(self, documents: Collection[str]) -> frozenset[str]:
        """Those of the documents that a later version of their page supersedes."""
        found = self._rows(
            "SELECT id FROM document WHERE superseded_by IS NOT NULL AND id IN (SELECT value FROM json_each(:these))", these=documents
        )
        return frozenset(row["id"] for row in found)

    def carrying(self, passages: Collection[tuple[str, int]]) -> list[tuple[str, tuple[str, int]]]:
        """Which filed documents carry which of these passages of their own publishers."""
        found = self._rows(
            """SELECT f.document, d.publisher, m.hash FROM json_each(:these) AS j JOIN mark AS m ON m.hash = json_extract(j.value, '$[1]')
               JOIN matched_document AS f ON f.number = m.document JOIN document AS d ON d.id = f.document
               WHERE d.publisher = json_extract(j.value, '$[0]')""",
            these=passages,
        )
        return [(row["document"], (row["publisher"], row["hash"])) for row in found]

    def standing(self, marks: Collection[int]) -> frozenset[tuple[str, int]]:
        """The standing passages of publishers among the marks: (publisher, mark)."""
        found = self._rows("SELECT publisher, hash FROM standing WHERE hash IN (SELECT value FROM json_each(:these))", these=marks)
        return frozenset((row["publisher"], row["hash"]) for row in found)

    def carriers(self, marks: Collection[int]) -> Iterator[Carrier]:
        """Which documents carry which of the marks, without standing passages."""
        for row in self._rows(
            """SELECT m.hash, f.document, d.publisher, f.marks FROM json_each(:these) AS j JOIN mark AS m ON m.hash = j.value
               JOIN matched_document AS f ON f.number = m.document JOIN document AS d ON d.id = f.document
               WHERE NOT EXISTS (SELECT 1 FROM standing AS s WHERE s.hash = m.hash AND s.publisher = d.publisher)""",
            these=marks,
        ):
            yield Carrier(row["hash"], row["document"], row["publisher"], row["marks"])

    def kin(self, documents: Collection[str]) -> list[str]:
        """The documents, and all that copies connect them with, whatever lies between."""
        return [
            str(row["document"])
            for row in self._rows(
                """WITH RECURSIVE kin(document) AS (
                     SELECT value FROM json_each(:these) UNION SELECT c.other FROM kin JOIN copy AS c ON c.document = kin.document)
                   SELECT document FROM kin ORDER BY document""",
                these=documents,
            )
        ]

    def copies(self, documents: Collection[str]) -> list[Copy]:
        """The copies that one of the documents is part of."""
        found = self._rows(
            """SELECT DISTINCT min(document, other) AS one, max(document, other) AS two, containment FROM copy
               WHERE document IN (SELECT value FROM json_each(:these))""",
            these=documents,
        )
        return [Copy(row["one"], row["two"], row["containment"]) for row in found]

    def clusters(self, documents: Collection[str]) -> dict[str, tuple[str, bool]]:
        """The syndication cluster of each of the documents that is in one, and whether it is its head."""
        found = self._rows("SELECT * FROM syndication WHERE document IN (SELECT value FROM json_each(:these))", these=documents)
        return {row["document"]: (row["id"], bool(row["head"])) for row in found}

    def of_documents(self, documents: Collection[str]) -> dict[str, int]:
        """The family of every statement that was filed for the documents, whether it still stands or not."""
        found = self._rows(
            "SELECT statement, family FROM matched_statement WHERE document IN (SELECT value FROM json_each(:these))", these=documents
        )
        return {row["statement"]: row["family"] for row in found}

    def under(self, keys: Collection[int]) -> list[FiledStatement]:
        """The statements filed under one of the keys at least that still stand."""
        numbers = "SELECT b.statement FROM json_each(:these) AS j JOIN block AS b ON b.key = j.value"
        return self._statements(f"m.number IN ({numbers})", keys)

    def of_families(self, families: Collection[int]) -> list[FiledStatement]:
        """The statements of whole families that still stand."""
        return self._statements("m.family IN (SELECT value FROM json_each(:these))", families)

    def named(self, statements: Collection[str]) -> list[FiledStatement]:
        """Those of the statements that are filed and still stand."""
        return self._statements("m.statement IN (SELECT value FROM json_each(:these))", statements)

    def beside(self, documents: Collection[str]) -> frozenset[str]:
        """The statements of every utterance that one of the documents reports."""
        found = self._rows(
            """SELECT statement FROM utterance WHERE id IN (
                 SELECT u.id FROM json_each(:these) AS j JOIN statement AS s ON s.document = j.value
                 JOIN utterance AS u ON u.statement = s.id)""",
            these=documents,
        )
        return frozenset(row["statement"] for row in found)

    def _statements(self, condition: str, these: Collection[int] | Collection[str]) -> list[FiledStatement]:
        query = f"""SELECT m.*, s.quote, u.id AS utterance FROM matched_statement AS m JOIN statement AS s ON s.id = m.statement
                    LEFT JOIN utterance AS u ON u.statement = m.statement WHERE {condition}"""
        return [FiledStatement(_wording(row, row["speaker"]), row["family"], row["utterance"]) for row in self._rows(query, these=these)]

    def _rows(self, query: str, *, these: Collection[object] = ()) -> Sequence[RowMapping]:
        with reading(self._engine) as connection:
            return connection.execute(text(query), {"these": json.dumps(list(these))} if ":these" in query else {}).mappings().all()


def _wording(row: RowMapping, speaker: str | None) -> Wording:
    said, published = row["said_on"], row["published_on"]
    return Wording(
        statement=row["statement"],
        document=row["document"],
        speaker=speaker,
        said_on=date.fromisoformat(said) if said else None,
        published_on=date.fromisoformat(published) if published else None,
        kind=Kind(row["kind"]),
        text=row["quote"],
        position=row["position"],
        nested=bool(row["nested"]),
    )

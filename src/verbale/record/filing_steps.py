"""The one replacement that a step of matching makes in what the record keeps of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from verbale.values import Copy, Syndication, Utterance, Wording


@dataclass(frozen=True, slots=True)
class Marked:
    """What one document is filed under: its length in 6-grams and its distinct marks, below 2**63."""

    document: str
    length: int
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewStatement:
    """A wording to be filed, and under which keys, below 2**63."""

    wording: Wording
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FiledDocuments:
    """The half of a step that is about documents.

    `unfiled` are on file no longer, since a later version of their page came in, and `fallen` the passages that stand no longer without
    them. `owned` tells how many marks of a document are no standing passage. The copies of the documents `recopied` are replaced by
    `copies`, the clusters of the documents `regrouped` by `syndications`.
    """

    files: tuple[Marked, ...] = ()
    unfiled: tuple[Marked, ...] = ()
    standing: tuple[tuple[str, int], ...] = ()
    fallen: tuple[tuple[str, int], ...] = ()
    owned: tuple[tuple[str, int], ...] = ()
    recopied: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    regrouped: tuple[str, ...] = ()
    syndications: tuple[Syndication, ...] = ()


@dataclass(frozen=True, slots=True)
class FiledStatements:
    """The half of a step that is about statements: the utterances of those of `families` are replaced by `utterances`."""

    new: tuple[NewStatement, ...]
    families: tuple[tuple[str, ...], ...]
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one step of matching puts in place of what was there.

    `taken` are the documents matched, each with the count of changes that it was read at; their old statements are forgotten.
    """

    taken: tuple[tuple[str, int], ...]
    documents: FiledDocuments
    statements: FiledStatements


def forget(connection: Connection, *, method: str) -> None:
    """Forget what matching kept by another method than this; utterances and clusters stay until they are replaced."""
    for table in ("mark", "standing", "copy", "block", "matched_statement"):
        connection.execute(text(f"DELETE FROM {table}"))
    connection.execute(text("UPDATE matched_document SET taken = NULL, grams = NULL, marks = NULL"))
    _note(connection, "matching method", method)


def tie(connection: Connection, documents: Collection[str], *, tied: str) -> None:
    """Have documents matched again, since the judgements on utterances are other ones: now those that `tied` names."""
    _many(connection, "UPDATE matched_document SET changes = changes + 1 WHERE document = :a", ({"a": a} for a in documents))
    _note(connection, "tied", tied)


def _note(connection: Connection, name: str, value: str) -> None:
    _many(connection, "INSERT OR REPLACE INTO state (name, value) VALUES (:a, :b)", [{"a": name, "b": value}])


def put(connection: Connection, step: Step, *, state: str) -> None:
    """Put what a step of matching found in place of what was there; `state` names what follows from it."""
    _put_documents(connection, step.documents)
    _put_statements(connection, step.taken, step.statements)
    taken = [{"document": document, "changes": changes} for document, changes in step.taken]
    _many(connection, "UPDATE matched_document SET taken = :changes WHERE document = :document", taken)
    _note(connection, "matched", state)


def _put_documents(connection: Connection, filed: FiledDocuments) -> None:
    _many(
        connection,
        "UPDATE matched_document SET grams = :grams WHERE document = :document",
        [{"document": file.document, "grams": file.length} for file in filed.files],
    )
    numbers = _numbers(connection, "document", [file.document for file in filed.files])
    marks = sorted((mark, numbers[file.document]) for file in filed.files for mark in file.marks)
    _many(connection, "INSERT INTO mark (hash, document) VALUES (:a, :b)", ({"a": a, "b": b} for a, b in marks))
    numbers = _numbers(connection, "document", [file.document for file in filed.unfiled])
    unmarked = sorted((mark, numbers[file.document]) for file in filed.unfiled for mark in file.marks)
    _many(connection, "DELETE FROM mark WHERE hash = :a AND document = :b", ({"a": a, "b": b} for a, b in unmarked))
    bare = "UPDATE matched_document SET grams = NULL, marks = NULL WHERE document = :a"
    _many(connection, bare, ({"a": file.document} for file in filed.unfiled))
    _many(connection, "DELETE FROM standing WHERE publisher = :a AND hash = :b", ({"a": a, "b": b} for a, b in filed.fallen))
    _many(connection, "INSERT INTO standing (publisher, hash) VALUES (:a, :b)", ({"a": a, "b": b} for a, b in filed.standing))
    _many(connection, "UPDATE matched_document SET marks = :b WHERE document = :a", ({"a": a, "b": b} for a, b in filed.owned))
    theirs = "DELETE FROM copy WHERE (document, other) IN (SELECT other, document FROM copy WHERE document = :a)"
    for statement in (theirs, "DELETE FROM copy WHERE document = :a"):
        _many(connection, statement, ({"a": a} for a in filed.recopied))
    pairs = [row for c in filed.copies for row in ((c.one, c.other, c.containment), (c.other, c.one, c.containment))]
    _many(connection, "INSERT INTO copy VALUES (:a, :b, :c)", ({"a": a, "b": b, "c": c} for a, b, c in pairs))
    _many(connection, "DELETE FROM syndication WHERE document = :a", ({"a": a} for a in filed.regrouped))
    members = [{"document": d, "id": s.id, "head": d == s.head} for s in filed.syndications for d in s.documents]
    _many(connection, "INSERT INTO syndication (document, id, head) VALUES (:document, :id, :head)", members)


def _put_statements(connection: Connection, taken: Sequence[tuple[str, int]], filed: FiledStatements) -> None:
    _many(
        connection,
        "DELETE FROM block WHERE statement IN (SELECT number FROM matched_statement WHERE document = :a)",
        ({"a": document} for document, _ in taken),
    )
    _many(connection, "DELETE FROM matched_statement WHERE document = :a", ({"a": document} for document, _ in taken))
    _many(
        connection,
        """INSERT INTO matched_statement (statement, document, family, speaker, said_on, published_on, kind, position, nested)
           VALUES (:statement, :document, 0, :speaker, :said_on, :published_on, :kind, :position, :nested)""",
        (_statement_row(new.wording) for new in filed.new),
    )
    numbers = _numbers(connection, "statement", [name for family in filed.families for name in family])
    keys = sorted((key, numbers[new.wording.statement]) for new in filed.new for key in new.keys)
    _many(connection, "INSERT INTO block (key, statement) VALUES (:a, :b)", ({"a": a, "b": b} for a, b in keys))
    named = ((numbers[name], min(numbers[each] for each in family)) for family in filed.families for name in family)
    _many(connection, "UPDATE matched_statement SET family = :b WHERE number = :a", ({"a": a, "b": b} for a, b in named))
    _many(connection, "DELETE FROM utterance WHERE statement = :a", ({"a": name} for family in filed.families for name in family))
    reports = ({"a": s, "b": u.id, "c": i} for u in filed.utterances for i, s in enumerate(u.statements))
    # A judgement may have taken a statement away since this step read it: its document then comes again in the next.
    standing = "INSERT INTO utterance (statement, id, ordinal) SELECT :a, :b, :c WHERE EXISTS (SELECT 1 FROM statement WHERE id = :a)"
    _many(connection, standing, reports)


def _statement_row(wording: Wording) -> dict[str, object]:
    return {
        "statement": wording.statement,
        "document": wording.document,
        "speaker": wording.speaker,
        "said_on": wording.said_on.isoformat() if wording.said_on else None,
        "published_on": wording.published_on.isoformat() if wording.published_on else None,
        "kind": wording.kind.value,
        "position": wording.position,
        "nested": wording.nested,
    }


def _numbers(connection: Connection, kind: str, names: Sequence[str]) -> dict[str, int]:
    query = f"SELECT {kind}, number FROM matched_{kind} WHERE {kind} IN (SELECT value FROM json_each(:these))"
    return {row[0]: row[1] for row in connection.execute(text(query), {"these": json.dumps(names)})}


def _many(connection: Connection, statement: str, values: Iterable[dict[str, object]]) -> None:
    listed = list(values)
    if listed:
        connection.execute(text(statement), listed)

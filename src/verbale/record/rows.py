"""Rows of the record ↔ values of the stages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import RowMapping

from verbale.ids import page_key
from verbale.values import (
    INFERRED,
    Attribution,
    Coding,
    Document,
    IssueCode,
    Judged,
    Kind,
    Known,
    Move,
    Published,
    Resolution,
    SaidOn,
    Span,
    Spans,
    Speaker,
    Stance,
    Statement,
    quote,
)

Row = RowMapping | Mapping[str, Any]
"""One row of a table, by column."""

SpanTable = Mapping[str, Spans]
"""The spans of one statement by role: source, cue, content, said-on, condition, move, issue:ID."""


def document_row(document: Document, *, media_type: str, raw_hash: str, as_of: datetime | None) -> dict[str, object]:
    """The row of the table `document`; not yet coded, and of its page the only text. Without `as_of` it stands as of its publication."""
    published = document.published
    on, at = (moment.isoformat() if moment else None for moment in (published.on, published.at))
    return {
        "id": document.id,
        "path": document.path,
        "text": document.text,
        "title": document.title,
        "url": document.url,
        "page": page_key(document.url),
        "as_of": as_of.isoformat() if as_of else at or on,
        "superseded_by": None,
        "publisher": document.publisher,
        "published_on": on,
        "published_at": at,
        "published_known": published.known.value,
        "published_probability": published.probability if published.on else None,
        "inferred_on": None,
        "language": document.language,
        "media_type": media_type,
        "raw": raw_hash,
        "coded_with": None,
    }


def published_of(row: Row) -> Published:
    """When a document was published, from its row, however likely: as retrieved, or else the inferred day."""
    if row["published_on"] is None and row["inferred_on"] is not None:
        return Published(on=date.fromisoformat(row["inferred_on"]), known=Known.INFERRED)
    return Published(
        on=date.fromisoformat(row["published_on"]) if row["published_on"] else None,
        at=datetime.fromisoformat(row["published_at"]) if row["published_at"] else None,
        known=Known(row["published_known"]),
    )


def document_of(row: Row, furniture: Spans, authors: tuple[str, ...]) -> Document:
    """A document from its row, its furniture and its authors."""
    published = published_of(row)
    probability = _probability(row, published)
    return Document(
        id=row["id"],
        path=row["path"],
        text=row["text"],
        title=row["title"],
        url=row["url"],
        publisher=row["publisher"],
        published=published if probability == published.probability else replace(published, probability=probability),
        language=row["language"],
        furniture=furniture,
        authors=authors,
    )


def _probability(row: Row, published: Published) -> float:
    if published.on is None:
        return 0.0
    return float(row["published_probability"]) if row["published_on"] is not None else INFERRED


def statement_row(statement: Statement, text: str) -> dict[str, object]:
    """The row of the table `statement`; `text` is the document's."""
    found, resolved, coding = statement.attribution, statement.resolution, statement.coding
    said = resolved.said_on
    return {
        "id": statement.id,
        "document": statement.document,
        "position": statement.position,
        "kind": found.kind.value,
        "nested_in": found.nested_in,
        "probability": found.probability,
        "found_by": found.found_by,
        "speaker": resolved.speaker.id if resolved.speaker else None,
        "speaker_name": resolved.speaker.name if resolved.speaker else None,
        "party": resolved.party,
        "resolved_by": resolved.how,
        "resolution_probability": resolved.probability,
        "said_on": said.on.isoformat() if said.on else None,
        "said_known": said.known.value,
        "move": coding.move.value,
        "conditional": coding.conditional,
        "coding_probability": coding.probability,
        "quote": quote(text, found.content),
        "judged_by": statement.judged.by if statement.judged else None,
        "judged_on": statement.judged.on.isoformat() if statement.judged else None,
        "disputed": statement.judged is not None and statement.judged.disputed,
        "look_again": statement.judged is not None and statement.judged.again,
        "doubt": doubt_of(statement),
    }


UNRESOLVED = 0.5
"""What an unknown speaker counts in doubt: it may well be that the text does not tell."""


def doubt_of(statement: Statement) -> float:
    """How likely something of a statement is wrong, were found, resolved and coded independent; 0 for what a person judged.

    Of its issues, with their stances, the least certain one counts.
    """
    if statement.judged is not None:
        return 0.0
    resolved = statement.resolution.probability if statement.resolution.speaker else UNRESOLVED
    stances = (code.probability * code.stance_probability for code in statement.coding.issues)
    coded = statement.coding.probability * min(stances, default=1.0)
    return round(1 - statement.attribution.probability * coded * resolved, 4)


def span_rows(statement: Statement) -> Iterable[dict[str, object]]:
    """The rows of the table `span` of one statement."""
    roles = {
        "source": statement.attribution.source,
        "cue": statement.attribution.cue,
        "content": statement.attribution.content,
        "said-on": statement.resolution.said_on.evidence,
        "condition": statement.coding.condition,
        "move": statement.coding.evidence,
    }
    for code in statement.coding.issues:
        roles |= {f"issue:{code.issue}": code.evidence, f"stance:{code.issue}": code.turned_by}
    for role, spans in roles.items():
        for ordinal, span in enumerate(spans):
            yield {"statement": statement.id, "role": role, "ordinal": ordinal, "start": span.start, "end": span.end}


def issue_rows(statement: Statement) -> Iterable[dict[str, object]]:
    """The rows of the table `statement_issue` of one statement."""
    for ordinal, code in enumerate(statement.coding.issues):
        yield {
            "statement": statement.id,
            "ordinal": ordinal,
            "issue": code.issue,
            "stance": code.stance.value,
            "probability": code.probability,
            "stance_probability": code.stance_probability,
        }


def channel_rows(statement: Statement) -> Iterable[dict[str, object]]:
    """The rows of the table `channel` of one statement."""
    for ordinal, name in enumerate(statement.resolution.channel):
        yield {"statement": statement.id, "ordinal": ordinal, "name": name}


def issue_of(row: Row, spans: SpanTable) -> IssueCode:
    """One issue of a statement from its row and the statement's spans."""
    issue = row["issue"]
    return IssueCode(
        issue,
        Stance(row["stance"]),
        row["probability"],
        spans.get(f"issue:{issue}", ()),
        row["stance_probability"],
        spans.get(f"stance:{issue}", ()),
    )


def statement_of(row: Row, spans: SpanTable, issues: Sequence[Row], channel: Sequence[str]) -> Statement:
    """A statement from its rows."""
    attribution = Attribution(
        source=spans.get("source", ()),
        cue=spans.get("cue", ()),
        content=spans["content"],
        kind=Kind(row["kind"]),
        nested_in=row["nested_in"],
        probability=row["probability"],
        found_by=row["found_by"],
    )
    said_on = date.fromisoformat(row["said_on"]) if row["said_on"] else None
    resolution = Resolution(
        speaker=Speaker(row["speaker"], row["speaker_name"]) if row["speaker_name"] is not None else None,
        party=row["party"],
        said_on=SaidOn(said_on, Known(row["said_known"]), spans.get("said-on", ())),
        channel=tuple(channel),
        how=row["resolved_by"],
        probability=row["resolution_probability"],
    )
    coding = Coding(
        issues=tuple(issue_of(row, spans) for row in issues),
        move=Move(row["move"]),
        condition=spans.get("condition", ()),
        conditional=bool(row["conditional"]),  # plain SQL gives 0 or 1
        probability=row["coding_probability"],
        evidence=spans.get("move", ()),
    )
    return Statement(row["id"], row["document"], row["position"], attribution, resolution, coding, judged_of(row))


def judged_of(row: Row) -> Judged | None:
    """Who judged a statement, from its row; None where nobody did."""
    if row["judged_by"] is None:
        return None
    return Judged(row["judged_by"], date.fromisoformat(row["judged_on"]), disputed=bool(row["disputed"]), again=bool(row["look_again"]))


def statement_json(statement: Statement, text: str) -> str:
    """A statement as one cell: all of its rows."""
    told = {
        "statement": statement_row(statement, text),
        "spans": list(span_rows(statement)),
        "issues": list(issue_rows(statement)),
        "channel": list(statement.resolution.channel),
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def statement_of_json(cell: str) -> Statement:
    """The statement that `statement_json` gave."""
    told = json.loads(cell)
    return statement_of(told["statement"], roles_of(told["spans"]), told["issues"], told["channel"])


def roles_of(rows: Iterable[Row]) -> SpanTable:
    """The spans of one statement by role, from its rows in order."""
    return {role: spans_of(group) for role, group in groupby(rows, key=lambda row: str(row["role"]))}


def spans_of(rows: Iterable[Row]) -> Spans:
    """Spans from rows with `start` and `end`, in the order given."""
    return tuple(Span(row["start"], row["end"]) for row in rows)

"""The record as flat tables: CSV or Parquet, one file a table; and as JSONL, one line a document."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from verbale.errors import UsageError
from verbale.export.lines import document_line, pairs
from verbale.export.rejected import rejected_statements
from verbale.record.reader import Reader
from verbale.values import Document, Statement, quote

Cell = str | int | float | bool | None
Table = tuple[tuple[str, ...], list[tuple[Cell, ...]]]

STATEMENT_COLUMNS = (
    "statement", "document", "position", "utterance", "speaker", "speaker_name", "party", "said_on", "said_known", "move", "conditional",
    "kind", "quote", "source", "cue", "channel", "nested_in", "probability", "found_by", "resolved_by", "judged_by", "judged_on",
)  # fmt: skip
DOCUMENT_COLUMNS = (
    "document",
    "title",
    "url",
    "publisher",
    "published_on",
    "published_known",
    "published_probability",
    "authors",
    "language",
    "characters",
    "syndication",
    "superseded_by",
    "text",
)


Gone = Mapping[str, tuple[Statement, ...]]
"""The rejected statements to keep, by document."""


def export(reader: Reader, *, to: str, out: Path, rejected: bool = False) -> list[Path]:
    """Write the record's content in a format ("csv", "parquet", "jsonl") and name the files made; with `rejected` what people rejected too.

    `out` is a file for JSONL and a folder for the others. Rows stand in a fixed order: equal records give equal bytes.
    Raises UsageError for a format that is not known or a place that cannot be written.
    """
    if to not in FORMATS:
        raise UsageError(f"There is no format '{to}'. Use one of: {', '.join(sorted(FORMATS))}.")
    try:
        return FORMATS[to](reader, out, rejected_statements(reader) if rejected else None)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror}). Name another place with --out.") from error


def _jsonl(reader: Reader, out: Path, gone: Gone | None) -> list[Path]:
    utterances, superseded = _utterance_of(reader), reader.superseded()
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for document in reader.documents():
            away = (gone or {}).get(document.id, ())
            statements = sorted((*reader.statements(document.id), *away), key=lambda s: s.position)
            line = document_line(document, statements, utterances)
            for statement, row in zip(statements, line["attributions"], strict=True) if away else ():
                row |= {"rejected": True} if statement in away else {}
            del line["path"]  # where a file lay is no content
            line["superseded_by"] = superseded.get(document.id)
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return [out]


def _csv(reader: Reader, out: Path, gone: Gone | None) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for name, (columns, rows) in _tables(reader, gone):
        path = out / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows)
        made.append(path)
    return made


def _parquet(reader: Reader, out: Path, gone: Gone | None) -> list[Path]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("Parquet needs the package pyarrow. Install Verbale with its extra: verbale[parquet].") from error
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for name, (columns, rows) in _tables(reader, gone):
        path = out / f"{name}.parquet"
        data = {column: [row[i] for row in rows] for i, column in enumerate(columns)}
        pyarrow.parquet.write_table(pyarrow.table(data), path)
        made.append(path)
    return made


def _tables(reader: Reader, gone: Gone | None) -> Iterator[tuple[str, Table]]:
    """Every table with its columns and its rows, by document and position."""
    utterances, quotes = _utterance_of(reader), reader.quotes()
    cluster = {document: s.id for s in reader.syndications() for document in s.documents}
    documents, superseded = list(reader.documents()), reader.superseded()
    away = {s.id for group in (gone or {}).values() for s in group}
    statements = sorted(
        (*reader.statements(), *(s for group in (gone or {}).values() for s in group)), key=lambda s: (s.document, s.position)
    )
    texts = {document.id: document.text for document in documents}
    yield "documents", (DOCUMENT_COLUMNS, [_document_row(d, cluster.get(d.id), superseded.get(d.id)) for d in documents])
    quotes |= {s.id: quote(texts[s.document], s.attribution.content) for s in statements if s.id in away}
    rows = [_statement_row(s, texts[s.document], quotes[s.id], utterances.get(s.id)) for s in statements]
    if gone is not None:
        yield "statements", ((*STATEMENT_COLUMNS, "rejected"), [(*row, s.id in away) for s, row in zip(statements, rows, strict=True)])
    else:
        yield "statements", (STATEMENT_COLUMNS, rows)
    yield (
        "issues",
        (
            ("statement", "issue", "stance", "probability", "stance_probability"),
            [(s.id, c.issue, c.stance.value, c.probability, c.stance_probability) for s in statements for c in s.coding.issues],
        ),
    )
    yield "spans", (("statement", "role", "ordinal", "start", "end"), [row for s in statements for row in _span_rows(s)])


def _document_row(document: Document, cluster: str | None, later: str | None) -> tuple[Cell, ...]:
    published = document.published
    day = published.on.isoformat() if published.on else None
    known = (day, published.known.value, published.probability if published.on else None, "; ".join(document.authors))
    described = (document.title, document.url, document.publisher, *known, document.language)
    return (document.id, *described, len(document.text), cluster, later, document.text)


def _statement_row(statement: Statement, text: str, quote: str, utterance: str | None) -> tuple[Cell, ...]:
    found, resolved, coding = statement.attribution, statement.resolution, statement.coding
    said = resolved.said_on
    return (
        statement.id, statement.document, statement.position, utterance,
        resolved.speaker.id if resolved.speaker else None, resolved.speaker.name if resolved.speaker else None, resolved.party,
        said.on.isoformat() if said.on else None, said.known.value, coding.move.value, coding.conditional, found.kind.value, quote,
        " … ".join(span.of(text) for span in found.source), " … ".join(span.of(text) for span in found.cue),
        " > ".join(resolved.channel), found.nested_in, found.probability, found.found_by, resolved.how,
        statement.judged.by if statement.judged else None, statement.judged.on.isoformat() if statement.judged else None,
    )  # fmt: skip


def _span_rows(statement: Statement) -> Iterable[tuple[Cell, ...]]:
    found, coding = statement.attribution, statement.coding
    roles = {"source": found.source, "cue": found.cue, "content": found.content, "condition": coding.condition, "move": coding.evidence}
    for code in coding.issues:
        roles |= {f"issue:{code.issue}": code.evidence, f"stance:{code.issue}": code.turned_by}
    for role, spans in roles.items():
        for ordinal, (start, end) in enumerate(pairs(spans)):
            yield statement.id, role, ordinal, start, end


def _utterance_of(reader: Reader) -> dict[str, str]:
    return {statement: utterance.id for utterance in reader.utterances() for statement in utterance.statements}


FORMATS: dict[str, Callable[[Reader, Path, Gone | None], list[Path]]] = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}

"""One article as published, cut where markings begin and end, with the coding of each statement beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from verbale.dossier.model import Dossier
from verbale.errors import UsageError
from verbale.record.editions import Edition
from verbale.values import Coding, Document, Judged, Kind, Known, Move, Span, Spans, Stance, Statement, quote
from verbale.views.source import Source
from verbale.views.versions import VersionItem, versions


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text with one marking. `marks` are (role, position of the statement) pairs; `furniture` is greyed.

    `cited` says that these characters are the ones asked for.
    """

    span: Span
    text: str
    marks: tuple[tuple[str, int], ...]
    furniture: bool
    cited: bool


@dataclass(frozen=True, slots=True)
class CodedIssue:
    """One issue of a statement with its stance."""

    id: str
    label: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a statement has a code: the words that made it, in text order, and how sure it is, in [0, 1]."""

    code: str
    words: tuple[str, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class CodedStatement:
    """One statement's coding; `position` is its order in the article, `witnesses` those of its utterance, 0 where it counts nowhere."""

    id: str
    utterance: str
    position: int
    nested_in: int | None
    kind: Kind
    quote: str
    spans: tuple[Span, ...]
    speaker: str | None
    speaker_id: str | None
    party: str | None
    said_on: date | None
    said_known: Known
    channel: tuple[str, ...]
    move: Move
    conditional: bool
    condition: str
    issues: tuple[CodedIssue, ...]
    reasons: tuple[Reason, ...]
    probability: float
    found_by: str
    witnesses: int
    judged: Judged | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article; the texts of its segments, joined, are the document's text to the character.

    `probability` is that of the day of publication, in [0, 1], by how it is known. `versions` are empty where its page gave this text
    alone; of several, statements of all but the latest count nowhere.
    """

    document: str
    path: str
    title: str | None
    url: str | None
    publisher: str | None
    published: date | None
    known: Known
    probability: float
    authors: tuple[str, ...]
    language: str
    segments: tuple[Segment, ...]
    statements: tuple[CodedStatement, ...]
    versions: tuple[VersionItem, ...]


def article(
    source: Source,
    statements: Sequence[Statement],
    utterances: Mapping[str, str],
    document_id: str,
    *,
    cited: Spans = (),
    editions: Sequence[Edition] = (),
) -> ArticleView:
    """The article of a document's id with its statements, whose `utterances` go by their ids, and with the cited characters marked.

    `editions` are the texts of its page, the earliest first.

    Raises UsageError where the record has no such article or the article no such characters.
    """
    try:
        document = source.document(document_id)
    except KeyError as error:
        raise UsageError(f"The record has no article '{document_id}'.") from error
    if any(span.end > len(document.text) for span in cited):
        raise UsageError(f"The article has {len(document.text)} characters, fewer than asked for.")
    dossier = source.dossier()
    source.read_reports(sorted(set(utterances.values())))
    witnesses = {key: len({report.witness for report in source.reports(key)}) for key in set(utterances.values())}
    publisher = dossier.publisher(document.publisher)

    def coded(statement: Statement) -> CodedStatement:
        utterance = utterances.get(statement.id, statement.id)
        return _coded(statement, document, dossier, utterance, witnesses.get(utterance, 1 if utterances else 0))

    return ArticleView(
        document=document.id,
        path=document.path,
        title=document.title,
        url=document.url,
        publisher=publisher.name if publisher else document.publisher,
        published=document.published.on,
        known=document.published.known,
        probability=document.published.probability,
        authors=document.authors,
        language=document.language,
        segments=segments(document, statements, cited),
        statements=tuple(coded(statement) for statement in statements),
        versions=versions(editions) if len(editions) > 1 else (),
    )


def segments(document: Document, statements: Sequence[Statement], cited: Spans = ()) -> tuple[Segment, ...]:
    """The text cut at every edge of a marking; nothing is lost and nothing stands twice."""
    marks = [
        (span, role, s.position)
        for s in statements
        for role, spans in (("content", s.attribution.content), ("source", s.attribution.source), ("cue", s.attribution.cue))
        for span in spans
    ]
    edges = {0, len(document.text)}
    for span in (*(mark[0] for mark in marks), *document.furniture, *cited):
        edges |= {span.start, span.end}
    ordered = sorted(edges)
    made = []
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        held = tuple((role, position) for span, role, position in marks if span.contains(piece))
        furniture, wanted = (any(span.contains(piece) for span in spans) for spans in (document.furniture, cited))
        made.append(Segment(piece, piece.of(document.text), held, furniture, wanted))
    return tuple(made)


def _reasons(document: Document, coding: Coding, labels: Mapping[str, str]) -> Iterator[Reason]:
    yield _reason(document, coding.move.value, coding.evidence, coding.probability)
    for code in coding.issues:
        label = labels.get(code.issue, code.issue)
        yield _reason(document, label, code.evidence, code.probability)
        if code.stance is not Stance.UNCLEAR:
            yield _reason(document, f"{code.stance.value}: {label}", code.turned_by, code.stance_probability)


def _reason(document: Document, code: str, evidence: Spans, probability: float) -> Reason:
    words = dict.fromkeys(" ".join(span.of(document.text).split()) for span in sorted(set(evidence)))
    return Reason(code, tuple(words), probability)


def _coded(statement: Statement, document: Document, dossier: Dossier, utterance: str, witnesses: int) -> CodedStatement:
    found, resolved, coding = statement.attribution, statement.resolution, statement.coding
    party = dossier.party(resolved.party)
    labels = {issue.id: issue.label for issue in dossier.issues}
    return CodedStatement(
        id=statement.id,
        utterance=utterance,
        position=statement.position,
        nested_in=found.nested_in,
        kind=found.kind,
        quote=quote(document.text, found.content),
        spans=found.content,
        speaker=resolved.speaker.name if resolved.speaker else None,
        speaker_id=resolved.speaker.id if resolved.speaker else None,
        party=party.name if party else None,
        said_on=resolved.said_on.on,
        said_known=resolved.said_on.known,
        channel=resolved.channel,
        move=coding.move,
        conditional=coding.conditional,
        condition=quote(document.text, coding.condition),
        issues=tuple(CodedIssue(code.issue, labels.get(code.issue, code.issue), code.stance) for code in coding.issues),
        reasons=tuple(_reasons(document, coding, labels)),
        probability=found.probability,
        found_by=found.found_by,
        witnesses=witnesses,
        judged=statement.judged,
    )

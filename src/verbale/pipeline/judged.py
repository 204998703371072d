"""Where judgements meet statements and utterances."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from verbale.judging import Decision, Subject, Tie, Verdict, overlaid, place, tied
from verbale.record.bench import STATEMENT
from verbale.record.judgements import Judgement
from verbale.record.reader import Reader
from verbale.values import Statement, Utterance

UTTERANCE = "utterance"
"""The kind of judgement that joins two statements' utterances or sets one statement apart."""


def decisions(judgements: Iterable[Judgement]) -> list[Decision]:
    """The judgements on statements among these, as judging reads them."""
    return [
        Decision(
            made.id,
            Subject.read(made.subject),
            Verdict.read(made.verdict),
            made.judge,
            made.made_at,
            instead_of=Subject.read(made.verdict["instead_of"]) if made.verdict["instead_of"] else None,
            unproposed=made.verdict["unproposed"],
        )
        for made in judgements
        if made.kind == STATEMENT
    ]


def overlay(machine: Sequence[Statement], judgements: Sequence[Judgement]) -> Sequence[Statement]:
    """One document's statements with its standing judgements laid over them (record.bench.Overlay)."""
    return overlaid(machine, decisions(judgements)).shown


def ties(judgements: Iterable[Judgement], reader: Reader) -> tuple[Tie, ...]:
    """The judgements on utterances, with the statements that they name by now; one whose statement is gone is left out."""
    found: list[Tie] = []
    for made in judgements:
        one, other = Subject.read(made.subject), Subject.read(made.verdict["with"]) if made.verdict["with"] else None
        first, second = _statement(one, reader), _statement(other, reader) if other else None
        if first and (second or other is None):
            found.append(Tie(first, second))
    return tuple(found)


def tied_documents(judgements: Iterable[Judgement]) -> list[str]:
    """The documents whose statements the judgements on utterances name, sorted."""
    subjects = [text for made in judgements for text in (made.subject, made.verdict["with"]) if text]
    return sorted({Subject.read(text).document for text in subjects})


def tie(utterances: Sequence[Utterance], found: Sequence[Tie], reader: Reader) -> tuple[Utterance, ...]:
    """The utterances that matching found with the standing judgements on utterances laid over them."""
    return tied(utterances, found, order=_order(utterances, found, reader)) if found else tuple(utterances)


def _order(utterances: Sequence[Utterance], ties: Iterable[Tie], reader: Reader) -> Callable[[str], Any]:
    """The order of statements in an utterance: said on, published on, document, place in the text."""
    tied_ones = {key for tie in ties for key in (tie.statement, tie.other)}
    touched = {key for utterance in utterances if tied_ones & set(utterance.statements) for key in utterance.statements}
    places: dict[str, tuple[date, date, str, int, str]] = {}
    for statement in filter(None, map(reader.statement, sorted(touched))):
        (document,) = reader.documents([statement.document])
        published = document.published.on or date.max
        said = statement.resolution.said_on.on or published
        places[statement.id] = (said, published, document.id, statement.attribution.content[0].start, statement.id)
    return places.__getitem__


def _statement(subject: Subject, reader: Reader) -> str | None:
    """The statement that a subject names by now, by id: among the machine's, or else among those shown."""
    found = place(subject, reader.machine(subject.document)) or place(subject, tuple(reader.statements(subject.document)))
    return found.id if found else None

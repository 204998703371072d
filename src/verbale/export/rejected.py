"""What people rejected, for those who want to count the machine's mistakes."""

from __future__ import annotations

from dataclasses import replace

from verbale.judging import Decision, overlaid
from verbale.pipeline.judged import decisions
from verbale.record.bench import STATEMENT
from verbale.record.reader import Reader
from verbale.values import Judged, Statement


def rejected_statements(reader: Reader) -> dict[str, tuple[Statement, ...]]:
    """By document the statements that stand rejected, as the machine proposed them, each with whose word that is."""
    told: dict[str, list[Decision]] = {}
    for decision in decisions(reader.standing(STATEMENT)):
        told.setdefault(decision.subject.document, []).append(decision)
    found = {document: _rejected(reader.machine(document), made) for document, made in sorted(told.items())}
    return {document: statements for document, statements in found.items() if statements}


def _rejected(machine: tuple[Statement, ...], told: list[Decision]) -> tuple[Statement, ...]:
    rulings = overlaid(machine, told).rulings
    return tuple(
        replace(statement, judged=Judged(ruling.final.judge, ruling.final.made_at.date(), ruling.disputed, again=False))
        for statement in machine
        if (ruling := rulings.get(statement.id)) is not None and not ruling.final.verdict.found
    )

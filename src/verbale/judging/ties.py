"""Utterances that people joined or took apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.ids import utterance_id
from verbale.values import Utterance


@dataclass(frozen=True, slots=True)
class Tie:
    """A decision that two statements report one utterance; with `other` None, that a statement reports none of the others'."""

    statement: str
    other: str | None


def tied(utterances: Sequence[Utterance], ties: Iterable[Tie], *, order: Callable[[str], Any]) -> tuple[Utterance, ...]:
    """The utterances with the ties laid over them in the order given, sorted by id.

    Ties of statements that are in no utterance are passed over. `order` gives a statement's place in its utterance.
    """
    groups = {statement: utterance.statements for utterance in utterances for statement in utterance.statements}
    for tie in ties:
        if tie.statement not in groups or (tie.other is not None and tie.other not in groups):
            continue
        whole = groups[tie.statement]
        if tie.other is None:
            parts = [(tie.statement,), tuple(s for s in whole if s != tie.statement)]
        elif tie.other in whole:
            continue
        else:
            parts = [tuple(sorted((*whole, *groups[tie.other]), key=order))]
        groups |= {statement: part for part in parts for statement in part}
    known = {utterance.statements: utterance for utterance in utterances}
    distinct = dict.fromkeys(groups.values())
    return tuple(sorted((known.get(part) or Utterance(utterance_id(part), part) for part in distinct), key=lambda u: u.id))

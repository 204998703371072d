"""What is left to review: the queue, what matters most first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log2

from verbale.dossier.model import Dossier
from verbale.record.queue import Candidate, Counts, Waiting
from verbale.values import Move, Stance

PAGE = 50
"""Statements on one page of the queue."""


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One statement that waits. `why` says in words what makes it matter; `priority` orders the queue."""

    statement: str
    document: str
    title: str | None
    publisher: str | None
    published: date | None
    quote: str
    speaker: str | None
    party: str | None
    said_on: date | None
    move: Move
    issues: tuple[tuple[str, Stance], ...]
    doubt: float
    reports: int
    why: tuple[str, ...]
    priority: float


@dataclass(frozen=True, slots=True)
class QueueView:
    """What matters most first; `left` counts all that nobody judged, `judged` what somebody did, of what was asked for."""

    title: str
    judge: str | None
    issue: str | None
    party: str | None
    judged: int
    left: int
    items: tuple[QueueItem, ...]


WEIGHT: Mapping[str, int] = {"stands in the table": 3, "supports a cell of the table": 2, "was the table's word before": 1}
"""How much more a statement matters for the way in which the table shows it."""


def first(waiting: Iterable[Waiting], shown: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of a page of statements that wait, what matters most first; `shown` says in which way the table shows which."""
    return tuple(
        one.statement for one in sorted(waiting, key=lambda one: (-_priority(one, shown.get(one.statement)), one.statement))[:PAGE]
    )


def queue(
    candidates: Iterable[Candidate],
    counts: Counts,
    dossier: Dossier,
    *,
    shown: Mapping[str, str],
    judge: str | None,
    chosen: tuple[str | None, str | None],
) -> QueueView:
    """The queue of one issue and party, or of all. `shown` says, by statement, in which way the table shows its words."""
    ranked = sorted((_item(c, dossier, shown.get(c.statement)) for c in candidates), key=lambda item: (-item.priority, item.statement))
    return QueueView(dossier.negotiation.title, judge, *chosen, counts.judged, counts.left, tuple(ranked))


def _priority(one: Waiting | Candidate, shown: str | None) -> float:
    """Doubt, times reach: who reports it and whether the table shows it. What is to be looked at again comes before all."""
    reach = (1 + log2(one.reports)) * (1 + (WEIGHT[shown] if shown else 0))
    return round(1000 + one.reports if one.again or one.disputed else one.doubt * reach, 4)


def _item(candidate: Candidate, dossier: Dossier, shown: str | None) -> QueueItem:
    again = "reads differently since it was judged" if candidate.again else "judges differ" if candidate.disputed else None
    reports = f"{candidate.reports} separate reports" if candidate.reports > 1 else None
    doubt = f"{round(100 * candidate.doubt)} % doubtful" if candidate.doubt else None
    party, publisher = dossier.party(candidate.party), dossier.publisher(candidate.publisher)
    return QueueItem(
        statement=candidate.statement,
        document=candidate.document,
        title=candidate.title,
        publisher=publisher.name if publisher else candidate.publisher,
        published=candidate.published.on,
        quote=candidate.quote,
        speaker=candidate.speaker,
        party=party.name if party else candidate.party,
        said_on=candidate.said_on,
        move=candidate.move,
        issues=tuple((known.label if (known := dossier.issue(issue)) else issue, stance) for issue, stance in candidate.issues),
        doubt=candidate.doubt,
        reports=candidate.reports,
        why=tuple(word for word in (again, shown, reports, doubt) if word),
        priority=_priority(candidate, shown),
    )

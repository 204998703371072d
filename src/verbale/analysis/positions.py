"""Positions: where each party stands on each issue as of a day; shifts: how that moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from verbale.analysis.authority import Authority
from verbale.analysis.events import Event, code_on, events, firm_on, known_by, order, stance_on, takes_stand, telling
from verbale.analysis.findings import Period, Position, Settledness, Shift, Weight
from verbale.analysis.testimony import Testimony
from verbale.dossier.model import Dossier
from verbale.values import Stance


@dataclass(slots=True)
class _Span:
    """A period in the making; `firm` says that a statement which takes a stand carries it."""

    stance: Stance
    firm: bool
    since: date | None
    weight: Weight
    supporting: list[Event]
    dissent: list[Event] = field(default_factory=list)


def positions(testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None) -> tuple[Position, ...]:
    """Every party's position on every issue it spoke on, in dossier order; a cell without a word of the party is absent.

    The rule is written down in docs/analysis.md. `as_of` is inclusive; with it, undated statements are left out.
    """
    known = known_by(testimonies, as_of)
    cells: dict[tuple[str, str], list[tuple[Event, Stance]]] = defaultdict(list)
    for event in events(known, Authority(known, dossier)):
        for issue in dict.fromkeys(code.issue for t in event.testimonies for code in t.statement.coding.issues):
            stance = stance_on(event, issue)
            if stance is not None:
                cells[event.party, issue].append((event, stance))
    found = [_position(party, issue, cells[party, issue]) for party, issue in _in_order(cells, dossier)]
    return tuple(found)


def shifts(
    testimonies: Sequence[Testimony], dossier: Dossier, *, since: date | None = None, until: date | None = None
) -> tuple[Shift, ...]:
    """What moved from `since` to `until`, both inclusive: new stances and stances that replaced others, in order of time."""
    found = []
    for position in positions(testimonies, dossier, as_of=until):
        for before, after in zip((None, *position.history), position.history, strict=False):
            if after.since is None or after.stance is Stance.UNCLEAR or (since is not None and after.since < since):
                continue
            found.append(Shift(position.party, position.issue, after.since, before, after))
    return tuple(sorted(found, key=lambda shift: shift.on))


def _in_order(cells: Iterable[tuple[str, str]], dossier: Dossier) -> list[tuple[str, str]]:
    parties = {party.id: place for place, party in enumerate(dossier.parties)}
    issues = {issue.id: place for place, issue in enumerate(dossier.issues)}
    return sorted(cells, key=lambda cell: (parties.get(cell[0], len(parties)), issues.get(cell[1], len(issues)), cell))


def _position(party: str, issue: str, cell: Sequence[tuple[Event, Stance]]) -> Position:
    spans = _spans(cell, issue)
    ends = [span.since for span in spans[1:]] + [None]
    history = tuple(_period(span, end, issue) for span, end in zip(spans, ends, strict=True))
    return Position(party, issue, history, _settledness(history[-1], issue))


def _spans(cell: Sequence[tuple[Event, Stance]], issue: str) -> list[_Span]:
    """The stances in order of time: a later clear one supersedes an earlier one of equal or lower weight, an unclear one never does.

    Dated events alone decide where there are any. What a party only reports or assesses never moves what it demanded, offered or refused.
    """
    decided = [(event, stance) for event, stance in cell if stance is not Stance.UNCLEAR]
    clear = [(event, stance) for event, stance in decided if event.day is not None] or decided
    if not clear:
        first = cell[0][0]
        return [_Span(Stance.UNCLEAR, False, first.day, max(e.weight for e, _ in cell), [event for event, _ in cell])]
    spans: list[_Span] = []
    for event, stance in clear:
        current, firm = spans[-1] if spans else None, firm_on(event, issue)
        if current is None:
            spans.append(_Span(stance, firm, event.day, event.weight, [event]))
        elif stance is current.stance:
            current.supporting.append(event)
            current.weight, current.firm = max(current.weight, event.weight), current.firm or firm
        elif firm != current.firm:
            if firm:
                _replace_soft(spans, _Span(stance, firm, event.day, event.weight, [event]))
        elif _contradicts(event, current):
            current.dissent.append(event)
        else:
            spans.append(_Span(stance, firm, event.day, event.weight, [event]))
    return _without_same_day(spans)


def _replace_soft(spans: list[_Span], span: _Span) -> None:
    """A stand in the place of what was only indicated; where it returns to the stance before, that one goes on."""
    spans.pop()
    if spans and spans[-1].stance is span.stance:
        spans[-1].supporting += span.supporting
        spans[-1].firm, spans[-1].weight = True, max(spans[-1].weight, span.weight)
    else:
        spans.append(span)


def _contradicts(event: Event, current: _Span) -> bool:
    """Whether an event of another stance is dissent, not change: it weighs less, or equally much on the very same day."""
    latest = current.supporting[-1]
    if event.weight < current.weight:
        return True
    return event.weight == current.weight and event.day is not None and event.day == latest.day


def _without_same_day(spans: list[_Span]) -> list[_Span]:
    """A period that a weightier voice of the party replaced on its first day was never held: it becomes dissent of the one that stands."""
    kept: list[_Span] = []
    for span in spans:
        if kept and span.since is not None and kept[-1].since == span.since:
            gone = kept.pop()
            span.dissent = [*gone.supporting, *span.dissent]
            if kept and kept[-1].stance is span.stance:
                back = kept.pop()
                span.since, span.supporting = back.since, [*back.supporting, *span.supporting]
                span.dissent = [*back.dissent, *span.dissent]
        kept.append(span)
    return kept


def _period(span: _Span, until: date | None, issue: str) -> Period:
    supporting = tuple(t for event in span.supporting for t in event.testimonies)
    carrying = [t for t in supporting if (code := code_on(t, issue)) is not None and code.stance is span.stance] or list(supporting)
    dissent = tuple(sorted((t for event in span.dissent for t in event.testimonies), key=order))
    top = max(event.weight for event in span.supporting)
    weighty = {id(t) for event in span.supporting if event.weight == top for t in event.testimonies}
    ordered = sorted(carrying, key=lambda t: t.statement.id)
    best = max(ordered, key=lambda t: (*telling(t, issue), id(t) in weighty, order(t)[0]))
    return Period(
        stance=span.stance,
        since=span.since,
        until=until,
        best=best,
        supporting=tuple(sorted(supporting, key=order)),
        dissent=dissent,
        weight=span.weight,
        witnesses=len({t.witness for t in carrying}),
        conditional=span.stance is not Stance.UNCLEAR and any(t.statement.coding.conditional for t in carrying),
    )


def _settledness(period: Period, issue: str) -> Settledness:
    if period.stance is Stance.UNCLEAR:
        return Settledness.OPEN
    if period.dissent:
        return Settledness.CONTESTED
    if not any(takes_stand(t, issue) for t in period.supporting):
        return Settledness.INDICATED
    occasions = {t.utterance for t in period.supporting}
    return Settledness.SETTLED if period.witnesses > 1 or len(occasions) > 1 else Settledness.STATED

"""Testimonies of one utterance as one event: what analysis counts, so that copies and wordings never count twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.analysis.authority import Authority
from verbale.analysis.findings import Weight
from verbale.analysis.testimony import Testimony
from verbale.values import IssueCode, Kind, Known, Move, Span, Stance

FIRM = frozenset({Move.DEMAND, Move.OFFER, Move.COMMIT, Move.ACCEPT, Move.REJECT, Move.THREATEN})
"""Moves by which a speaker takes a stand."""

CLEAR = 0.5
"""A stance whose probability is lower counts as unclear: a coin's throw must not move a position."""


@dataclass(frozen=True, slots=True)
class Event:
    """One utterance by one party: its day, its weight, and the testimonies that weigh for the party, in a fixed order."""

    utterance: str
    party: str
    day: date | None
    weight: Weight
    testimonies: tuple[Testimony, ...]

    @property
    def key(self) -> tuple[date, int, str]:
        """The order of time: undated events first, so that they never supersede a dated one; the weightier of one day last."""
        return (self.day or date.min, int(self.weight), self.utterance)


def order(testimony: Testimony) -> tuple[date, date, str, int]:
    """A fixed order of testimonies: said on, published on, document, position; unknown days first."""
    return (
        testimony.day or date.min,
        testimony.published.on or date.min,
        testimony.statement.document,
        testimony.statement.position,
    )


def known_by(testimonies: Iterable[Testimony], as_of: date | None) -> tuple[Testimony, ...]:
    """The testimonies of what was said up to a day, inclusive; without a day all. An undated one counts only without a day."""
    if as_of is None:
        return tuple(testimonies)
    return tuple(t for t in testimonies if t.day is not None and t.day <= as_of)


def events(testimonies: Sequence[Testimony], authority: Authority) -> tuple[Event, ...]:
    """The events of all parties in order of time.

    A headline counts only where its article has nothing else: it sums up what stands below it.
    """
    groups: dict[tuple[str, str], list[tuple[Weight, Testimony]]] = defaultdict(list)
    with_body = {t.statement.document for t in testimonies if not is_headline(t)}
    for testimony in testimonies:
        party = testimony.statement.resolution.party
        if testimony.statement.document in with_body and is_headline(testimony):
            continue
        weight = authority.weight(testimony)
        if party is not None and weight > Weight.NONE:
            groups[testimony.utterance, party].append((weight, testimony))
    found = [
        Event(utterance, party, event_day([t for _, t in group]), max(w for w, _ in group), tuple(sorted((t for _, t in group), key=order)))
        for (utterance, party), group in groups.items()
    ]
    return tuple(sorted(found, key=lambda event: (event.key, event.party)))


def is_headline(testimony: Testimony) -> bool:
    """Whether the words stand in the document's title, or were found in a headline (values.Attribution.found_by says so)."""
    if testimony.statement.attribution.found_by.endswith("headline"):
        return True
    return testimony.title is not None and testimony.quote.strip() in testimony.title


def event_day(group: Sequence[Testimony]) -> date | None:
    """The day of an utterance: the earliest that a text gives for it, or else the earliest publication."""
    said = [t.statement.resolution.said_on for t in group]
    told = [s.on for s in said if s.on is not None and s.known is not Known.INFERRED]
    days = told or [t.day for t in group if t.day is not None]
    return min(days, default=None)


def stance_on(event: Event, issue: str) -> Stance | None:
    """The event's stance on an issue, by the summed probability of its clear codes; None where it does not touch the issue."""
    votes: dict[Stance, float] = defaultdict(float)
    for testimony in event.testimonies:
        code = code_on(testimony, issue)
        if code is not None:
            clear = code.stance is not Stance.UNCLEAR and code.probability >= CLEAR
            votes[code.stance if clear else Stance.UNCLEAR] += code.probability if clear else 0.0
    if not votes:
        return None
    for_it, against = votes.get(Stance.FOR, 0.0), votes.get(Stance.AGAINST, 0.0)
    if for_it == against:
        return Stance.UNCLEAR
    return Stance.FOR if for_it > against else Stance.AGAINST


def firm_on(event: Event, issue: str) -> bool:
    """Whether the speaker takes a stand on the issue; reports and assessments are soft, and so is what is named only in passing."""
    return any(takes_stand(t, issue) for t in event.testimonies)


def takes_stand(testimony: Testimony, issue: str) -> bool:
    """Whether one report has the speaker take a stand on the issue: by a move of FIRM, in words of the content's main clause."""
    coding = testimony.statement.coding
    if coding.move not in FIRM or coding.probability < CLEAR:
        return False
    code = code_on(testimony, issue)
    return code is not None and (not code.evidence or any(_in_main_clause(testimony, span) for span in code.evidence))


def _in_main_clause(testimony: Testimony, evidence: Span) -> bool:
    """Whether words stand in the content, and not in a clause that only gives a reason or grants something."""
    at = 0
    for span in testimony.content:
        size = span.end - span.start
        if span.contains(evidence):
            before = testimony.quote[at : at + evidence.start - span.start]
            return _SUBORDINATE.search(before) is None
        at += size + len(JOINT)
    return False


JOINT = " … "
"""What stands between the pieces of a quotation (values.quote)."""

_SUBORDINATE = re.compile(r"\b(?:because|although|even if|even though|whereas)\b[^.;!?]*$", re.IGNORECASE)


def code_on(testimony: Testimony, issue: str) -> IssueCode | None:
    """The testimony's code on an issue."""
    return next((code for code in testimony.statement.coding.issues if code.issue == issue), None)


_TELLING_KIND = {Kind.DIRECT: 2, Kind.MIXED: 1, Kind.INDIRECT: 0}
_TELLING_MOVE = {
    Move.REJECT: 3,
    Move.ACCEPT: 3,
    Move.OFFER: 3,
    Move.DEMAND: 3,
    Move.COMMIT: 3,
    Move.THREATEN: 2,
    Move.PROGRESS: 1,
    Move.OBSTACLE: 1,
    Move.ACCUSE: 0,
    Move.REPORT: 0,
}
SHORT, LONG = 25, 320
"""Characters outside which a quotation tells little or too much."""


def telling(testimony: Testimony, issue: str | None = None) -> tuple[float, ...]:
    """How much a testimony tells, the most telling highest: length that fits a cell, own words, a move that commits, focus, certainty."""
    coding = testimony.statement.coding
    fits = SHORT <= len(testimony.quote) <= LONG
    focus = -len(coding.issues)
    code = code_on(testimony, issue) if issue is not None else None
    decided = code is not None and code.stance is not Stance.UNCLEAR
    return (
        float(fits),
        float(decided),
        float(issue is None or takes_stand(testimony, issue)),
        float(_TELLING_MOVE[coding.move] + _TELLING_KIND[testimony.statement.attribution.kind]),
        float(focus),
        testimony.statement.attribution.probability,
    )

"""What analysis reads of one testimony, told once per document: whom it binds, how much it tells, what it says of the talks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from verbale.analysis.authority import Authority
from verbale.analysis.findings import Progress, Weight
from verbale.analysis.levels import level_of, said_so
from verbale.analysis.names import Names, names_of
from verbale.analysis.scope import of_others
from verbale.analysis.screens import Screened
from verbale.analysis.terms import offerer
from verbale.analysis.testimony import Testimony
from verbale.analysis.wording import JOINT, content_words, lowered
from verbale.dossier.model import Dossier
from verbale.values import Kind, Known, Move, Span, Spans, Stance

FIRM = frozenset({Move.DEMAND, Move.OFFER, Move.COMMIT, Move.ACCEPT, Move.REJECT, Move.THREATEN})
"""Moves by which a speaker takes a stand."""

CLEAR = 0.5
"""A stance whose probability is lower counts as unclear: a coin's throw must not move a position."""

SHORT, LONG = 25, 320
"""Characters outside which a quotation tells little or too much."""

_OWN_WORDS = {Kind.DIRECT: 2, Kind.MIXED: 1, Kind.INDIRECT: 0}
_COMMITS = {
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


class Code(NamedTuple):
    """What a voice says on one issue; `firm` says that it takes a stand there (docs/analysis.md)."""

    issue: str
    stance: Stance
    probability: float
    firm: bool

    @property
    def clear(self) -> bool:
        """Whether the stance counts."""
        return self.stance is not Stance.UNCLEAR and self.probability >= CLEAR


class Voice(NamedTuple):
    """One testimony as the merges read it. Made by the hundred thousand: a tuple with names takes an eighth of a dataclass's time.

    `day` is when it was said or else published, `told` that its text says so, `said` that the text or its weekday does; `on` the day of
    its utterance. `weight` binds `party`, 0 where it tells nothing of the party's own stance. `tells` ranks quotations (`telling`).
    `meaning` counts its words of meaning. `level` and `words` are what it says of the talks, `worded` that its words do, not its move.
    `proposal` is the party whose proposal it speaks of, empty where it names none, None where it speaks of no proposal.
    """

    statement: str
    document: str
    position: int
    utterance: str
    witness: str
    party: str | None
    speaker: str | None
    day: date | None
    published: date | None
    told: bool
    said: bool
    on: date | None
    weight: Weight
    move: Move
    kind: Kind
    nested: bool
    conditional: bool
    meaning: int
    tells: tuple[bool, int, int, float]
    level: Progress | None
    worded: bool
    words: Spans
    proposal: str | None
    codes: tuple[Code, ...]

    @property
    def order(self) -> tuple[date, date, str, int]:
        """A fixed order: said on, published on, document, position; unknown days first."""
        return (self.day or date.min, self.published or date.min, self.document, self.position)


def telling(voice: Voice, code: Code | None = None) -> tuple[float, ...]:
    """How much a voice tells, the most telling highest: length that fits a cell, a stance, a stand, own words, focus, certainty."""
    fits, rank, focus, certainty = voice.tells
    return (fits, code is not None and code.stance is not Stance.UNCLEAR, code is None or code.firm, rank, focus, certainty)


def voices(testimonies: Iterable[Testimony], dossier: Dossier) -> tuple[Voice, ...]:
    """The voices of all testimonies, by document and position; the days of utterances follow from all of them."""
    groups: dict[str, list[Testimony]] = defaultdict(list)
    for testimony in testimonies:
        groups[testimony.statement.document].append(testimony)
    return on_days([voice for document in sorted(groups) for voice in voices_of(groups[document], dossier)])


def on_days(found: Sequence[Voice]) -> tuple[Voice, ...]:
    """The same voices with the day of their utterance."""
    groups: dict[str, list[Voice]] = defaultdict(list)
    for voice in found:
        groups[voice.utterance].append(voice)
    days = {utterance: utterance_day(group) for utterance, group in groups.items()}
    return tuple(voice if voice.on == days[voice.utterance] else voice._replace(on=days[voice.utterance]) for voice in found)


def utterance_day(group: Iterable[Voice]) -> date | None:
    """The day of an utterance: the earliest that a text gives for it, or else the earliest that is inferred or of publication."""
    days = [(not voice.told, voice.day) for voice in group if voice.day is not None]
    return min(days)[1] if days else None


def voices_of(testimonies: Sequence[Testimony], dossier: Dossier) -> list[Voice]:
    """The voices of one document, in order; each has its own day for that of its utterance.

    A headline binds nobody where its article has anything else: it sums up what stands below it.
    """
    ordered = sorted(testimonies, key=lambda t: t.statement.position)
    authority, names = Authority(ordered, dossier), names_of(dossier)
    headlines = {t.statement.id for t in ordered if is_headline(t)}
    body = len(headlines) < len(ordered)
    return [_voice(t, Weight.NONE if body and t.statement.id in headlines else authority.weight(t), names) for t in ordered]


def _voice(testimony: Testimony, weight: Weight, names: Names) -> Voice:
    statement, quoted = testimony.statement, testimony.quote
    attribution, resolution, coding = statement.attribution, statement.resolution, statement.coding
    speaker, said = resolution.speaker, resolution.said_on
    firm = coding.move in FIRM and coding.probability >= CLEAR
    others = of_others(quoted, resolution.party, names)
    level = level_of(quoted, coding.move) if not others else None
    return Voice(
        statement=statement.id,
        document=statement.document,
        position=statement.position,
        utterance=testimony.utterance,
        witness=testimony.witness,
        party=resolution.party,
        speaker=(speaker.id or speaker.name) if speaker is not None else None,
        day=testimony.day,
        published=testimony.published.on,
        told=said.on is not None and said.known is not Known.INFERRED,
        said=said.on is not None,
        on=testimony.day,
        weight=weight,
        move=coding.move,
        kind=attribution.kind,
        nested=attribution.nested_in is not None,
        conditional=coding.conditional,
        meaning=len(content_words(quoted)),
        tells=(
            SHORT <= len(quoted) <= LONG,
            _COMMITS[coding.move] + _OWN_WORDS[attribution.kind],
            -len(coding.issues),
            attribution.probability,
        ),
        level=level[0] if level else None,
        worded=level is not None and level[1],
        words=said_so(testimony, level[0]) if level else (),
        proposal=_proposal_of(quoted, names),
        codes=tuple(
            Code(code.issue, code.stance, code.probability, firm and _in_main_words(testimony, code.evidence))
            for code in coding.issues
            if not others
        ),
    )


def is_headline(testimony: Testimony) -> bool:
    """Whether the words stand in the document's title, or were found in a headline (values.Attribution.found_by says so)."""
    if testimony.statement.attribution.found_by.endswith("headline"):
        return True
    return testimony.title is not None and testimony.quote.strip() in testimony.title


def _in_main_words(testimony: Testimony, evidence: Spans) -> bool:
    """Whether a stand is taken in words of the content's main clause."""
    return not evidence or any(_in_main_clause(testimony, span) for span in evidence)


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


_SUBORDINATE = re.compile(r"\b(?:because|although|even if|even though|whereas)\b[^.;!?]*$", re.IGNORECASE)


def _proposal_of(quoted: str, names: Names) -> str | None:
    """The party whose proposal the words speak of, empty where they name none; None where they speak of no proposal."""
    low = lowered(quoted)
    return None if _OF_PROPOSAL.search(low) is None else offerer(quoted, low, names) or ""


_OF_PROPOSAL = Screened(
    r"\b(?:proposals?|initiatives?|drafts?|models?|peace plan)\b|"
    r"\b(?:the|this|that|these|those|its|their|such|['’]s|s['’]) (?:\w+ ){0,2}(?:offers?|plans?|package|terms|variant|ideas?)\b"
)

"""A person's decision about one statement, as values and as the record keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from verbale.values import Kind, Move, Span, Spans, Speaker, Stance, Statement


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """The statement that a judgement is about, named by content: a document's id and the machine's content spans when it was judged."""

    document: str
    content: Spans

    def __str__(self) -> str:
        return f"{self.document}:{','.join(f'{span.start}-{span.end}' for span in self.content)}"

    @classmethod
    def of(cls, statement: Statement) -> Subject:
        """The subject that a statement of the machine is."""
        return cls(statement.document, statement.attribution.content)

    @classmethod
    def read(cls, text: str) -> Subject:
        """A subject from its text; ValueError where it is none."""
        document, _, places = text.partition(":")
        pairs = (place.split("-") for place in places.split(","))
        return cls(document, tuple(Span(int(start), int(end)) for start, end in pairs))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided of one statement, in every field that can be judged; without `found` the rest is what was rejected."""

    found: bool
    source: Spans
    cue: Spans
    content: Spans
    kind: Kind
    speaker: Speaker | None
    party: str | None
    said_on: date | None
    move: Move
    issues: tuple[tuple[str, Stance], ...]

    @classmethod
    def of(cls, statement: Statement, *, found: bool = True) -> Verdict:
        """The verdict that a statement is as it stands, or is none."""
        attribution, resolution, coding = statement.attribution, statement.resolution, statement.coding
        return cls(
            found=found,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            kind=attribution.kind,
            speaker=resolution.speaker,
            party=resolution.party,
            said_on=resolution.said_on.on,
            move=coding.move,
            issues=tuple((code.issue, code.stance) for code in coding.issues),
        )

    def told(self) -> dict[str, Any]:
        """The verdict as the record keeps it: JSON values."""
        return {
            "found": self.found,
            "source": _pairs(self.source),
            "cue": _pairs(self.cue),
            "content": _pairs(self.content),
            "kind": self.kind.value,
            "speaker": [self.speaker.id, self.speaker.name] if self.speaker else None,
            "party": self.party,
            "said_on": self.said_on.isoformat() if self.said_on else None,
            "move": self.move.value,
            "issues": [[issue, stance.value] for issue, stance in self.issues],
        }

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Verdict:
        """The verdict that `told` gave."""
        return cls(
            found=told["found"],
            source=_spans(told["source"]),
            cue=_spans(told["cue"]),
            content=_spans(told["content"]),
            kind=Kind(told["kind"]),
            speaker=Speaker(*told["speaker"]) if told["speaker"] else None,
            party=told["party"],
            said_on=date.fromisoformat(told["said_on"]) if told["said_on"] else None,
            move=Move(told["move"]),
            issues=tuple((issue, Stance(stance)) for issue, stance in told["issues"]),
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """A standing judgement on one statement: who decided what of which, and when (UTC).

    `instead_of` is the subject that was judged before the machine moved its spans; what was decided of it then no longer counts.
    `unproposed` says that the machine did not find the statement when it was judged.
    """

    id: str
    subject: Subject
    verdict: Verdict
    judge: str
    made_at: datetime
    instead_of: Subject | None = None
    unproposed: bool = False


def likeness(one: Spans, other: Spans) -> float:
    """The characters that two sets of spans share, as a part of those that either covers (Jaccard); in [0, 1]."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared / (_size(one) + _size(other) - shared)


def _size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)

"""Statements as the lines that `extract` and the JSONL export print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verbale.values import Document, Spans, Stance, Statement


def pairs(spans: Spans) -> list[list[int]]:
    """Spans as [[start, end], …]."""
    return [[span.start, span.end] for span in spans]


def attribution_line(statement: Statement, utterance: str | None) -> dict[str, Any]:
    """One attribution as `extract` prints it; docs/formats.md describes the fields."""
    found, resolved, coding = statement.attribution, statement.resolution, statement.coding
    judged = {"judged": {"by": statement.judged.by, "on": statement.judged.on.isoformat()}} if statement.judged else {}
    return judged | {
        "source": pairs(found.source),
        "cue": pairs(found.cue),
        "content": pairs(found.content),
        "kind": found.kind.value,
        "speaker": {"id": resolved.speaker.id, "name": resolved.speaker.name} if resolved.speaker else None,
        "party": resolved.party,
        "channel": list(resolved.channel),
        "issues": [code.issue for code in coding.issues],
        "move": coding.move.value,
        "conditional": coding.conditional,
        "condition": pairs(coding.condition),
        "stance": {code.issue: code.stance.value for code in coding.issues if code.stance is not Stance.UNCLEAR},
        "said_on": resolved.said_on.on.isoformat() if resolved.said_on.on else None,
        "nested_in": found.nested_in,
        "utterance": utterance,
        "probability": round(found.probability, 4),
        "found_by": found.found_by,
    }


def _place(statement: Statement, places: Mapping[int, int]) -> int | None:
    holder = statement.attribution.nested_in
    return None if holder is None else places[holder]


def document_line(document: Document, statements: Sequence[Statement], utterances: Mapping[str, str]) -> dict[str, Any]:
    """One document as `extract` prints it; `utterances` gives each statement's utterance id."""
    # A statement that a person rejected leaves a gap in the positions, but none in the list.
    places = {statement.position: place for place, statement in enumerate(statements)}
    published = document.published
    return {
        "document": document.id,
        "path": document.path,
        "authors": list(document.authors),
        "published": published.on.isoformat() if published.on else None,
        "published_known": published.known.value,
        "published_probability": published.probability if published.on else None,
        "attributions": [attribution_line(s, utterances.get(s.id)) | {"nested_in": _place(s, places)} for s in statements],
    }

"""Rows of what analysis keeps ↔ its values."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from zlib import crc32

from verbale.analysis.findings import Format, Progress, Weight
from verbale.analysis.gatherings import Sighting, sighting
from verbale.analysis.kept import ALL
from verbale.analysis.names import Names
from verbale.analysis.plain import to_text
from verbale.analysis.readings import Reading
from verbale.analysis.rows import Row
from verbale.analysis.voices import Code, Voice
from verbale.record.schema.findings import EVER
from verbale.values import Kind, Move, Span, Stance

Note = tuple[str, str, str, str]
"""A group of findings that is to be made anew: its kind, its key, the first and the last day of what changed."""

_JOINT = "\n"


def joined(*parts: str) -> str:
    """A key out of its parts."""
    return _JOINT.join(parts)


def finding_row(row: Row) -> dict[str, object]:
    """The row of the table `finding`."""
    first, second = (*row.parties, None, None)[:2]
    return {
        "kind": row.kind.value,
        "made_from": row.group.value,
        "key": joined(*row.key),
        "since": row.kept.since.isoformat(),
        "until": row.kept.until.isoformat() if row.kept.until is not None else None,
        "on": row.on.isoformat() if row.on is not None else None,
        "party": first,
        "other": second,
        "issues": "".join(f" {issue} " for issue in row.issues),
        "rank": row.rank,
        "body": to_text(row.kept.finding),
    }


STATEMENT, UTTERANCE, PARTY, DAY, TOLD, UTTERED_ON = 0, 3, 5, 7, 9, 11
WEIGHT, MOVE, NESTED, LEVEL, PROPOSAL, SKETCH = 12, 13, 15, 22, 25, 26
"""Places of columns in a row of `told`."""


def told_row(voice: Voice, sketch: Sequence[str]) -> dict[str, object]:
    """The row of the table `told`; it belongs to no utterance yet."""
    fits, rank, focus, certainty = voice.tells
    return {
        "statement": voice.statement,
        "document": voice.document,
        "position": voice.position,
        "utterance": None,
        "witness": None,
        "party": voice.party,
        "speaker": voice.speaker,
        "day": voice.day.isoformat() if voice.day is not None else None,
        "published": voice.published.isoformat() if voice.published is not None else None,
        "told": voice.told,
        "said": voice.said,
        "uttered_on": None,
        "weight": int(voice.weight),
        "move": voice.move.value,
        "kind": voice.kind.value,
        "nested": voice.nested,
        "conditional": voice.conditional,
        "meaning": voice.meaning,
        "fits": fits,
        "rank": rank,
        "focus": focus,
        "certainty": certainty,
        "level": int(voice.level) if voice.level is not None else None,
        "worded": voice.worded,
        "words": json.dumps([[span.start, span.end] for span in voice.words]) if voice.words else None,
        "proposal": voice.proposal,
        "sketch": "\n".join(sketch) or None,
    }


def days_by_utterance(rows: Iterable[Sequence[Any]]) -> dict[str, list[str]]:
    """The days of rows of `told`, EVER for none, by the utterance that they belong to."""
    days: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row[UTTERANCE]:
            days[row[UTTERANCE]].append(row[DAY] or EVER)
    return days


def range_of(days: Collection[str]) -> tuple[str, str]:
    """The first and the last of some days."""
    return min(days, default=""), max(days, default=EVER)


def issue_rows_of(voice: Voice) -> Iterator[dict[str, object]]:
    """The rows of the table `told_issue`."""
    for code in voice.codes if voice.party is not None else ():
        yield {
            "issue": code.issue,
            "party": voice.party,
            "statement": voice.statement,
            "stance": code.stance.value,
            "probability": code.probability,
            "firm": code.firm,
            "day": (voice.day or ALL).isoformat(),
        }


def mention_rows(read: Reading, names: Names) -> Iterator[dict[str, object]]:
    """The rows of the table `mention`."""
    day = read.day.isoformat() if read.day is not None else None
    same = {"document": read.document, "day": day}
    for ordinal, meeting in enumerate(read.meetings):
        body = to_text(meeting)
        gist = _gist(sighting(meeting, ordinal, names), body)
        yield {**same, "kind": "meeting", "ordinal": ordinal, "party": None, "made_on": None, "gist": gist, "body": body}
    for ordinal, draft in enumerate(read.drafts):
        made_on = (draft.on or ALL).isoformat()
        body = to_text(draft)
        yield {**same, "kind": "draft", "ordinal": ordinal, "party": draft.by, "made_on": made_on, "gist": None, "body": body}


def _gist(seen: Sighting, body: str) -> str:
    """What tells which meeting a mention speaks of, and a hash of all that it says."""
    days = [day.isoformat() if day is not None else "" for day in (seen.begins, seen.on)]
    marks = [seen.format.value, "stated" * seen.stated, "planned" * seen.planned]
    return joined(seen.place or "", seen.land or "", *days, *marks, str(seen.start), str(crc32(body.encode())), *seen.tells)


def sighted(document: str, ordinal: int, gist: str) -> Sighting:
    """What tells which meeting a mention speaks of, from its row."""
    place, land, begins, on, format_, stated, planned, start, _, *tells = gist.split(_JOINT)
    days = (day_of(begins or None), day_of(on or None))
    return Sighting(
        document, ordinal, place or None, land or None, *days, _FORMATS[format_], stated != "", planned != "", int(start), tuple(tells)
    )


def issues_of(row: Sequence[Any]) -> list[str]:
    """The issues of a row of `told` with all its codes as JSON after the table's columns."""
    return [issue for issue, *_ in json.loads(row[-1])]


def voice_of(row: Sequence[Any]) -> Voice:
    """A voice from its row of `told`, with all its codes as JSON after the table's columns."""
    codes = tuple(Code(issue, _STANCES[stance], probability, bool(firm)) for issue, stance, probability, firm in json.loads(row[-1]))
    return _voice(row, codes)


def coded(row: Sequence[Any]) -> Voice:
    """A voice from its row of `told`, with one code in the columns issue, stance, probability, firm after the table's."""
    issue, stance, probability, firm = row[-4:]
    return _voice(row, (Code(issue, _STANCES[stance], probability, bool(firm)),))


def _voice(row: Sequence[Any], codes: tuple[Code, ...]) -> Voice:
    statement, document, position, utterance, witness, party, speaker, day, published, told, said, on, weight, move, kind, *others = row
    nested, conditional, meaning, fits, rank, focus, certainty, level, worded, words, proposal, *_ = others
    return Voice(
        statement,
        document,
        position,
        utterance or "",
        witness or "",
        party,
        speaker,
        day_of(day),
        day_of(published),
        told != 0,
        said != 0,
        day_of(on),
        _WEIGHTS[weight],
        _MOVES[move],
        _KINDS[kind],
        nested != 0,
        conditional != 0,
        meaning,
        (fits != 0, rank, focus, certainty),
        _LEVELS.get(level),
        worded != 0,
        tuple(Span(*span) for span in json.loads(words)) if words else (),
        proposal,
        codes,
    )


_WEIGHTS = {int(weight): weight for weight in Weight}
_LEVELS: dict[int | None, Progress] = {int(level): level for level in Progress}
_MOVES = {move.value: move for move in Move}
_KINDS = {kind.value: kind for kind in Kind}
_STANCES = {stance.value: stance for stance in Stance}
_FORMATS = {format_.value: format_ for format_ in Format}


@lru_cache(maxsize=20_000)
def day_of(text: str | None) -> date | None:
    """A day from ISO 8601."""
    return date.fromisoformat(text) if text is not None else None

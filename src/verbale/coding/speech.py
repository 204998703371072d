"""A statement as its moves are read, and what a word of it says for a move."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.coding.perspective import Mention, Side, side_at
from verbale.coding.phrases import Hit
from verbale.coding.reading import Reading
from verbale.values import Move, Spans

NEGATED: dict[Move, tuple[Move, float]] = {
    Move.ACCEPT: (Move.REJECT, 0.9),
    Move.COMMIT: (Move.REJECT, 0.8),
    Move.OFFER: (Move.REJECT, 0.8),
    Move.REJECT: (Move.OFFER, 0.5),
    Move.PROGRESS: (Move.OBSTACLE, 0.9),
    Move.OBSTACLE: (Move.PROGRESS, 0.5),
}
"""What a phrase for a move says where it is negated, and how strongly."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One word or phrase that speaks for a move, and where it stands in the document."""

    move: Move
    weight: float
    spans: Spans
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """A reading with what is known of it: names in the content, the speaker's party, the condition and what others say in it.

    `condition` and `foreign` are half-open ranges of the content; `foreign` are the words that the content gives to another speaker.
    `carrier` says that the speaker is a medium, which reports what others do.
    """

    reading: Reading
    mentions: list[Mention]
    party: str | None
    condition: tuple[int, int] | None
    foreign: tuple[tuple[int, int], ...] = ()
    carrier: bool = False


def side_of(speech: Speech, at: int, *, since: int = 0) -> Side:
    """Whose act stands at an offset of the content, by what stands between another one and it."""
    reading = speech.reading
    mentions = [Mention(m.party, m.start - since, m.end - since) for m in speech.mentions if m.start >= since]
    return side_at(reading.grammar.persons, reading.content[since:], at - since, mentions, speech.party, direct=reading.direct)


def longest(hits: list[Hit]) -> list[Hit]:
    """The hits without those that lie inside a longer one."""
    return [hit for hit in hits if not any(_inside(hit, other) for other in hits)]


def _inside(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and (other.start, other.end) != (hit.start, hit.end)

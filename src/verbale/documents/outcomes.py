"""What reading gives: one outcome for every input, and the limits under which it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from verbale.documents.publishers import PublisherIndex
from verbale.errors import SkipReason
from verbale.values import Document


@dataclass(frozen=True, slots=True)
class Retrieved:
    """One document with the bytes it was read from: those of this one input (a line's bytes for JSONL).

    `as_of` is the moment (UTC) when the text is known to have stood so: when it was fetched or archived, or else when its page or a field
    says that it was changed; None where nothing tells. `place` is where it was read, where that is not its document's path.
    """

    document: Document
    raw: bytes
    media_type: str
    as_of: datetime | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """One input that became no document, and why; `detail` is for people."""

    path: str
    reason: SkipReason
    detail: str


Outcome = Retrieved | Skipped


def retrieved_at(moment: datetime | None, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes of what was fetched or archived at a moment (UTC); None where that is not known."""
    for outcome in outcomes:
        yield replace(outcome, as_of=moment) if moment is not None and isinstance(outcome, Retrieved) else outcome


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one input may cost.

    `document_bytes` bounds one document, `seconds` one fetch from first to last byte, `redirects` the hops of one fetch,
    `expansion` the bytes that all members of one archive may unpack to, and `members` their number; `pause` are the seconds between two
    requests to one host when the pages of a feed are fetched.
    `allow_private` lets fetching reach private, loopback and link-local addresses.
    """

    document_bytes: int = 20_000_000
    seconds: float = 20.0
    redirects: int = 5
    expansion: int = 2_000_000_000
    members: int = 1_000_000
    pause: float = 1.0
    allow_private: bool = False


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Context:
    """What every reader is told: the known publishers, the limits, and the days between which a date without a year must lie.

    `columns` are the columns of tables, or the fields of JSON, by the field of an article that they hold; the usual names need none.
    """

    publishers: PublisherIndex
    limits: Limits
    within: tuple[date, date] | None
    columns: Mapping[str, str] = field(default_factory=dict)

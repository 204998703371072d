"""The values that pass between stages: frozen, slotted, standard library only.

Every position in a text is a Unicode code point; every span is half-open. A later stage makes a new value from
an earlier one and never fills in an empty field.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range [start, end) of code points in one text; 0 <= start < end, else ValueError."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""Spans of one text in text order, disjoint; empty where nothing stands in the text."""


def quote(text: str, spans: Spans) -> str:
    """The characters of the spans, in order, joined by an ellipsis where the spans are apart."""
    return " … ".join(span.of(text) for span in spans)


class Known(StrEnum):
    """How a date is known, from the surest to none."""

    STATED = "stated"  # a field of the input or of the page's metadata
    FEED = "feed"
    URL = "url"
    TEXT = "text"  # a dateline or a date in the text
    INFERRED = "inferred"  # from neighbours or from the publication date
    UNKNOWN = "unknown"


INFERRED = 0.6
"""How likely a day of publication is right that was inferred: an estimate, since it was never measured by itself."""


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published and how that is known.

    `on` is the calendar day where it was published; `at` the moment in UTC where a time is known; `probability` how likely the day is
    right, in [0, 1], by how it is known. A day is the same day however sure it is.
    """

    on: date | None = None
    at: datetime | None = None
    known: Known = Known.UNKNOWN
    probability: float = field(default=1.0, compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """One publication's text as retrieved, immutable.

    `id` is a hash of the content (ids.document_id). `furniture` are the spans of site furniture: captions, credits, forms, related
    links. `publisher` is the publisher's id in the dossier or else the name as given. `language` is ISO 639-1. `authors` are names in the
    order of the byline.
    """

    id: str
    path: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: Published = Published()
    language: str = "en"
    furniture: Spans = ()
    authors: tuple[str, ...] = ()


class Kind(StrEnum):
    """How an attribution's content is reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The relation source–cue–content in one text.

    `content` is never empty; `source` and `cue` are where the text names none. `nested_in` is the index, in the document's
    attributions, of the one whose content holds this one. `probability` is in [0, 1]; `found_by` names the rule or model.
    """

    source: Spans
    cue: Spans
    content: Spans
    kind: Kind
    nested_in: int | None = None
    probability: float = 1.0
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source names: an actor or party of the dossier by id, or the name that the text gives with `id` None."""

    id: str | None
    name: str

    @property
    def key(self) -> str:
        """What tells this speaker from others: the id, or else the folded name."""
        return self.id or " ".join(self.name.casefold().split())


@dataclass(frozen=True, slots=True)
class SaidOn:
    """The day something was said, how that is known, and the words that tell it."""

    on: date | None = None
    known: Known = Known.UNKNOWN
    evidence: Spans = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks in one attribution, for which party, when and through which channel.

    `party` is a party id of the dossier. `channel` are names from the speaker outward, without the document's own publisher.
    `how` says in a word how the speaker was found ("name", "surname", "role", "pronoun", "metonym", "collective", "unresolved").
    """

    speaker: Speaker | None
    party: str | None
    said_on: SaidOn = SaidOn()
    channel: tuple[str, ...] = ()
    how: str = "unresolved"
    probability: float = 1.0


class Move(StrEnum):
    """The speech act of a statement."""

    DEMAND = "demand"
    OFFER = "offer"
    COMMIT = "commit"
    ACCEPT = "accept"
    REJECT = "reject"
    THREATEN = "threaten"
    ACCUSE = "accuse"
    PROGRESS = "progress"
    OBSTACLE = "obstacle"
    REPORT = "report"


class Stance(StrEnum):
    """Where a statement stands on one proposition."""

    FOR = "for"
    AGAINST = "against"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class IssueCode:
    """One issue that a statement touches, its stance there, and the words that made the code.

    `probability` is that of the issue, `stance_probability` that of the stance where the issue is right. The stance rests on the issue's
    words, the move's, and those of `turned_by`: the negations and the ends put to a thing that turn it.
    """

    issue: str
    stance: Stance
    probability: float = 1.0
    evidence: Spans = ()
    stance_probability: float = 1.0
    turned_by: Spans = ()


@dataclass(frozen=True, slots=True)
class Coding:
    """What a statement means for the talks: its issues in dossier order, one move, and the condition where there is one."""

    issues: tuple[IssueCode, ...]
    move: Move
    condition: Spans = ()
    conditional: bool = False
    probability: float = 1.0
    evidence: Spans = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """That a person looked at a statement: the judge whose word holds, and the day (UTC).

    `disputed` says that judges differ, `again` that the machine reads the place otherwise since, so that it should be looked at again.
    """

    by: str
    on: date
    disputed: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with its resolution and its coding. `id` hashes the document's id and the spans, as the machine found them.

    `judged` is None for what no person judged; else the rest is as judged.
    """

    id: str
    document: str
    position: int
    attribution: Attribution
    resolution: Resolution
    coding: Coding
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """What matching reads of one statement: its words with who said them, when and where.

    `speaker` is the resolved speaker's key: the dossier id, or else the folded name; None where the speaker is unknown. `said_on` and
    `published_on` are calendar days. `text` is the content's characters; `position` its first code point.
    """

    statement: str
    document: str
    speaker: str | None
    said_on: date | None
    published_on: date | None
    kind: Kind
    text: str
    position: int
    nested: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """Two documents that carry the same text; `one` < `other`; `containment` is the share of the shorter's 6-grams, in (0, 1]."""

    one: str
    other: str
    containment: float


@dataclass(frozen=True, slots=True)
class Utterance:
    """The single speech event behind statements, by statement id in a fixed order (said on, published on, document, position)."""

    id: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Syndication:
    """Documents that carry the same text: one witness. `head` is the agency's own or the earliest; `documents` are sorted ids."""

    id: str
    head: str
    documents: tuple[str, ...]

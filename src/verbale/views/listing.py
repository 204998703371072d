"""Lists to look things up in: the articles, the speakers, one speaker's statements over time, and the hits of a search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verbale.dossier.model import Dossier
from verbale.errors import UsageError
from verbale.record.catalogue import Catalogue, Choice, ListedDocument, ListedStatement, Voice
from verbale.record.search import Search
from verbale.values import Judged, Known, Move, Spans, Stance
from verbale.views.columns import Column, columns, spread
from verbale.views.table import Heading

ON_A_PAGE = 50
"""Statements on a page."""
ROWS_ON_A_PAGE = 100
"""Articles or speakers on a page."""


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page this is, counted from 1, of how many, and how much there is in all; `more` says that `total` is a lower bound."""

    page: int
    pages: int
    total: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """One article of the record; `statements` counts what was found in it."""

    document: str
    title: str | None
    publisher: str | None
    published: date | None
    known: Known
    statements: int


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """A page of the articles, by day, undated ones last."""

    title: str
    paging: Paging
    articles: tuple[ArticleItem, ...]
    publishers: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One statement in a list: who, when, which words, where; `marks` are the places in the quotation that a search asked for."""

    statement: str
    utterance: str
    document: str
    spans: Spans
    quote: str
    marks: Spans
    speaker: str | None
    party: str | None
    day: date | None
    publisher: str | None
    move: Move
    issues: tuple[tuple[str, Stance], ...]
    judged: Judged | None


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """One article that a search found, with some of its text and the places in that which answer."""

    article: ArticleItem
    excerpt: str
    marks: Spans


@dataclass(frozen=True, slots=True)
class SearchView:
    """A page of the statements, or of the articles, that answer to `query`: best first, or last added first where they are too many."""

    title: str
    query: str
    paging: Paging
    hits: tuple[Hit, ...]
    articles: tuple[ArticleHit, ...]
    speakers: tuple[Heading, ...]
    publishers: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class SpeakerItem:
    """One speaker with how many statements, on how many issues, from when to when."""

    key: str
    name: str
    party: str | None
    statements: int
    issues: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class SpeakersView:
    """A page of the speakers, the most quoted first."""

    title: str
    paging: Paging
    speakers: tuple[SpeakerItem, ...]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """A speaker's statements on one issue, a count for each column; `id` is None for all statements."""

    id: str | None
    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """One speaker's statements over time by issue, and a page of them by day. `unit` is day, week, month or year."""

    title: str
    speaker: SpeakerItem
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[IssueRow, ...]
    paging: Paging
    hits: tuple[Hit, ...]


def articles(catalogue: Catalogue, dossier: Dossier, choice: Choice, *, page: int = 1) -> ArticlesView:
    """A page of the articles of a publisher and time; UsageError where there is no such page."""
    total, found = catalogue.documents(choice, offset=_offset(page, ROWS_ON_A_PAGE), limit=ROWS_ON_A_PAGE)
    items = tuple(_article(document, dossier) for document in found)
    return ArticlesView(dossier.negotiation.title, paging(page, total, ROWS_ON_A_PAGE), items, publishers(catalogue, dossier))


def search(catalogue: Catalogue, found_by: Search, dossier: Dossier, words: str, choice: Choice, *, page: int = 1) -> SearchView:
    """A page of the statements that hold all the words, of what is chosen; UsageError where there is no such page."""
    hits = found_by.statements(words, choice, offset=_offset(page, ON_A_PAGE), limit=ON_A_PAGE)
    return SearchView(
        title=dossier.negotiation.title,
        query=words,
        paging=paging(page, hits.total, ON_A_PAGE, more=hits.more),
        hits=tuple(hit(one.statement, dossier, one.marks) for one in hits.statements),
        articles=(),
        speakers=speaker_names(catalogue, dossier),
        publishers=publishers(catalogue, dossier),
    )


def search_articles(catalogue: Catalogue, found_by: Search, dossier: Dossier, words: str, choice: Choice, *, page: int = 1) -> SearchView:
    """A page of the articles that hold all the words, of a publisher, language and time; UsageError where there is no such page."""
    hits = found_by.documents(words, choice, offset=_offset(page, ON_A_PAGE), limit=ON_A_PAGE)
    return SearchView(
        title=dossier.negotiation.title,
        query=words,
        paging=paging(page, hits.total, ON_A_PAGE, more=hits.more),
        hits=(),
        articles=tuple(ArticleHit(_article(one.document, dossier), one.excerpt, one.marks) for one in hits.documents),
        speakers=speaker_names(catalogue, dossier),
        publishers=publishers(catalogue, dossier),
    )


def speakers(catalogue: Catalogue, dossier: Dossier, *, party: str | None = None, page: int = 1) -> SpeakersView:
    """A page of everyone who speaks in the record, or for a party; UsageError where there is no such page."""
    total, found = catalogue.voices("speaker", party=party, offset=_offset(page, ROWS_ON_A_PAGE), limit=ROWS_ON_A_PAGE)
    items = tuple(_speaker(voice, dossier) for voice in found)
    return SpeakersView(dossier.negotiation.title, paging(page, total, ROWS_ON_A_PAGE), items)


def speaker(catalogue: Catalogue, dossier: Dossier, choice: Choice, *, page: int = 1) -> SpeakerView:
    """The statements of a choice's speaker, by his key in `speakers`; UsageError where nobody has it."""
    voice = catalogue.voice("speaker", choice.speaker or "")
    if voice is None:
        raise UsageError(f"Nobody in the record is filed under '{choice.speaker}'. The page of speakers lists who speaks.")
    unit, stretches = columns(choice.since or voice.first, choice.until or voice.last)
    counts = spread(catalogue.by_issue(voice.key, choice, unit), stretches, unit) if stretches else {}
    labels = [(None, "All statements"), *((issue.id, issue.label) for issue in dossier.issues)]
    rows = tuple(IssueRow(key, label, counts[key]) for key, label in labels if key in counts)
    found = catalogue.statements(choice, offset=_offset(page, ON_A_PAGE), limit=ON_A_PAGE)
    return SpeakerView(
        title=dossier.negotiation.title,
        speaker=_speaker(voice, dossier),
        unit=unit,
        columns=stretches,
        rows=rows,
        paging=paging(page, catalogue.total(choice), ON_A_PAGE),
        hits=tuple(hit(one, dossier) for one in found),
    )


def paging(page: int, total: int, size: int, *, more: bool = False) -> Paging:
    """Where a page stands; UsageError where there is none of that number."""
    pages = max(1, -(-total // size))
    if page > pages:
        raise UsageError(f"There is no page {page}: the last one is {pages}.")
    return Paging(page, pages, total, more)


def _offset(page: int, size: int) -> int:
    if page < 1:
        raise UsageError(f"There is no page {page}: pages are counted from 1.")
    return (page - 1) * size


def publishers(catalogue: Catalogue, dossier: Dossier) -> tuple[Heading, ...]:
    """The keys and names of publishers to choose from, the most quoted first."""
    return tuple(Heading(key, publisher_name(dossier, key) or key) for key in catalogue.loudest("publisher", limit=MOST_CHOICES))


def speaker_names(catalogue: Catalogue, dossier: Dossier) -> tuple[Heading, ...]:
    """The keys and names of speakers to choose from, the most quoted first."""
    return tuple(Heading(key, speaker_name(dossier, key)) for key in catalogue.loudest("speaker", limit=MOST_CHOICES))


MOST_CHOICES = 200
"""Speakers and publishers to choose from."""


def check(catalogue: Catalogue, choice: Choice) -> None:
    """UsageError where there is no such move, speaker or publisher, or where `until` lies before `since`."""
    if choice.move is not None and choice.move not in set(Move):
        raise UsageError(f"There is no move '{choice.move}'. The moves are: {', '.join(Move)}.")
    if choice.speaker is not None and catalogue.voice("speaker", choice.speaker) is None:
        raise UsageError(f"Nobody in the record is filed under '{choice.speaker}'. The page of speakers lists who speaks.")
    if choice.publisher is not None and catalogue.voice("publisher", choice.publisher) is None:
        raise UsageError(f"The record has no statement from the publisher '{choice.publisher}'.")
    if choice.since and choice.until and choice.until < choice.since:
        raise UsageError(f"{choice.until} lies before {choice.since}. Give the earlier day first.")


def _speaker(voice: Voice, dossier: Dossier) -> SpeakerItem:
    name, party = speaker_name(dossier, voice.key), party_name(dossier, voice.party)
    return SpeakerItem(voice.key, name, party, voice.statements, voice.issues, voice.first, voice.last)


def _article(document: ListedDocument, dossier: Dossier) -> ArticleItem:
    publisher = publisher_name(dossier, document.publisher)
    return ArticleItem(document.id, document.title, publisher, document.published.on, document.published.known, document.statements)


def hit(statement: ListedStatement, dossier: Dossier, marks: Spans = ()) -> Hit:
    """A statement as lists show it."""
    return Hit(
        statement=statement.id,
        utterance=statement.utterance,
        document=statement.document,
        spans=statement.spans,
        quote=statement.quote,
        marks=marks,
        speaker=statement.speaker,
        party=party_name(dossier, statement.party),
        day=statement.day,
        publisher=publisher_name(dossier, statement.publisher),
        move=statement.move,
        issues=tuple((issue.label if (issue := dossier.issue(key)) else key, stance) for key, stance in statement.issues),
        judged=statement.judged,
    )


def speaker_name(dossier: Dossier, key: str) -> str:
    """A speaker's name in the dossier, or else the key, which is the name in the texts."""
    known = dossier.actor(key) or dossier.party(key)
    return known.name if known else key


def party_name(dossier: Dossier, party_id: str | None) -> str | None:
    """A party's name; None where the dossier has none of that id."""
    party = dossier.party(party_id)
    return party.name if party else None


def publisher_name(dossier: Dossier, publisher_id: str | None) -> str | None:
    """A publisher's name in the dossier, or else as given."""
    publisher = dossier.publisher(publisher_id)
    return publisher.name if publisher else publisher_id

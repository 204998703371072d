"""Lists to look things up in: the articles, the speakers, and the hits of a search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.analysis import Testimony
from verbale.dossier.model import Dossier
from verbale.errors import UsageError
from verbale.values import Known, Move, Spans, Stance
from verbale.views.source import Source


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
    """The articles, by day, undated ones last."""

    title: str
    articles: tuple[ArticleItem, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One statement in a list: who, when, which words, where."""

    statement: str
    utterance: str
    document: str
    spans: Spans
    quote: str
    speaker: str | None
    party: str | None
    day: date | None
    publisher: str | None
    move: Move
    issues: tuple[tuple[str, Stance], ...]


@dataclass(frozen=True, slots=True)
class HitsView:
    """Statements that answer to `query`, best first; or of one speaker, by day."""

    title: str
    query: str
    hits: tuple[Hit, ...]


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
    """The speakers, the most quoted first."""

    title: str
    speakers: tuple[SpeakerItem, ...]


def articles(source: Source) -> ArticlesView:
    """All articles of the record."""
    dossier = source.dossier()
    items = [
        ArticleItem(d.id, d.title, publisher_name(dossier, d.publisher), d.published.on, d.published.known, d.statements)
        for d in source.documents()
    ]
    return ArticlesView(dossier.negotiation.title, tuple(sorted(items, key=lambda a: (a.published or date.max, a.title or "", a.document))))


def found(source: Source, query: str, statements: Sequence[str]) -> HitsView:
    """The statements of those ids, in the order given."""
    by_id = {t.statement.id: t for t in source.testimonies()}
    dossier = source.dossier()
    return HitsView(dossier.negotiation.title, query, tuple(hit(by_id[key], dossier) for key in statements if key in by_id))


def speaker(source: Source, key: str) -> HitsView:
    """The statements of one speaker, by his key in `speakers`, in order of time; UsageError where nobody has it."""
    dossier = source.dossier()
    own = [t for t in source.testimonies() if speaker_key(t) == key]
    if not own:
        raise UsageError(f"Nobody in the record is filed under '{key}'. The page of speakers lists who speaks.")
    own.sort(key=lambda t: (t.day or date.max, t.statement.document, t.statement.position))
    name = next((t.statement.resolution.speaker.name for t in own if t.statement.resolution.speaker), key)
    return HitsView(dossier.negotiation.title, name, tuple(hit(t, dossier) for t in own))


def speakers(source: Source) -> SpeakersView:
    """Everyone who speaks in the record."""
    dossier = source.dossier()
    groups: dict[str, list[Testimony]] = {}
    for testimony in source.testimonies():
        key = speaker_key(testimony)
        if key is not None:
            groups.setdefault(key, []).append(testimony)
    items = [_speaker(key, group, dossier) for key, group in groups.items()]
    return SpeakersView(dossier.negotiation.title, tuple(sorted(items, key=lambda s: (-s.statements, s.name, s.key))))


def speaker_key(testimony: Testimony) -> str | None:
    """What a speaker is filed under: the dossier's id or the name that the texts give; None where unknown."""
    known = testimony.statement.resolution.speaker
    return None if known is None else known.id or known.name


def _speaker(key: str, group: Sequence[Testimony], dossier: Dossier) -> SpeakerItem:
    names = Counter(t.statement.resolution.speaker.name for t in group if t.statement.resolution.speaker)
    parties = Counter(t.statement.resolution.party for t in group if t.statement.resolution.party)
    days = [t.day for t in group if t.day]
    return SpeakerItem(
        key=key,
        name=_most(names) or key,
        party=_party(dossier, _most(parties)),
        statements=len(group),
        issues=len({code.issue for t in group for code in t.statement.coding.issues}),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def hit(testimony: Testimony, dossier: Dossier) -> Hit:
    """A statement as lists show it."""
    statement = testimony.statement
    labels = {issue.id: issue.label for issue in dossier.issues}
    return Hit(
        statement=statement.id,
        utterance=testimony.utterance,
        document=statement.document,
        spans=statement.attribution.content,
        quote=testimony.quote,
        speaker=statement.resolution.speaker.name if statement.resolution.speaker else None,
        party=_party(dossier, statement.resolution.party),
        day=testimony.day,
        publisher=publisher_name(dossier, testimony.publisher),
        move=statement.coding.move,
        issues=tuple((labels.get(code.issue, code.issue), code.stance) for code in statement.coding.issues),
    )


def _party(dossier: Dossier, party_id: str | None) -> str | None:
    party = dossier.party(party_id)
    return party.name if party else None


def publisher_name(dossier: Dossier, publisher_id: str | None) -> str | None:
    """A publisher's name in the dossier, or else as given."""
    publisher = dossier.publisher(publisher_id)
    return publisher.name if publisher else publisher_id

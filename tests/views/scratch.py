"""Findings made anew from all that a source holds: what kept ones must equal, for tests and for records in memory."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from verbale.analysis.dating import dated
from verbale.analysis.findings import ClaimOf
from verbale.analysis.plain import to_text
from verbale.analysis.rows import FindingKind, Row, all_rows
from verbale.analysis.testimony import Passage, Testimony
from verbale.dossier.model import Dossier
from verbale.views.levels import Levels, bare
from verbale.views.source import Basis, Likes, Wanted
from verbale.views.statement import wording_of


class Scratch(ABC):
    """A source whose findings are made anew, at the first look."""

    @abstractmethod
    def dossier(self) -> Dossier:
        """As source.Source."""

    @abstractmethod
    def testimonies(self) -> Sequence[Testimony]:
        """As source.Source."""

    @abstractmethod
    def passages(self) -> Sequence[Passage]:
        """As source.Source."""

    @cached_property
    def _dated(self) -> tuple[tuple[Testimony, ...], tuple[Passage, ...]]:
        return dated(self.testimonies(), self.passages())

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every row."""
        return all_rows(*self._dated, self.dossier())

    @cached_property
    def _by_id(self) -> dict[str, Testimony]:
        return {testimony.statement.id: testimony for testimony in self._dated[0]}

    def found(self, kind: FindingKind, wanted: Wanted) -> Sequence[Any]:
        """As source.Source."""
        rows = [row for row in self.rows if row.kind is kind and _is_wanted(row, wanted)]
        if wanted.most is not None:
            rows = sorted(rows, key=lambda row: to_text(row.kept.finding))
            rows = sorted(rows, key=lambda row: row.on or date.min, reverse=True)[: wanted.most]
        found = [row.kept.finding for row in rows]
        return found if wanted.mentions is None else [replace(one, mentions=one.mentions[: wanted.mentions]) for one in found]

    def levels(self, as_of: date | None) -> Levels:
        """As source.Source."""
        claims = self.found(FindingKind.CLAIM, Wanted(as_of))
        return Levels((bare(claim.party, claim.day, claim.level) for claim in claims), [party.id for party in self.dossier().parties])

    def claims(self, wanted: Iterable[ClaimOf[None]], as_of: date | None) -> Sequence[ClaimOf[str]]:
        """As source.Source."""
        places = {(claim.party, claim.day) for claim in wanted}
        return [claim for claim in self.found(FindingKind.CLAIM, Wanted(as_of)) if (claim.party, claim.day) in places]

    def prepare(self, documents: Iterable[str]) -> None:
        """As source.Source: they are read already."""
        del documents

    def testimonies_of(self, statements: Iterable[str]) -> Mapping[str, Testimony]:
        """As source.Source."""
        return {key: self._by_id[key] for key in statements}

    def read_reports(self, utterances: Iterable[str]) -> None:
        """As source.Source: all is in memory."""
        del utterances

    def reports(self, utterance: str) -> Sequence[Testimony]:
        """As source.Source."""
        return [t for t in self._dated[0] if t.utterance == utterance]

    def likes(self, utterance: str) -> Likes:
        """As source.Source, but all there are."""
        told = [(t.utterance, wording_of(t)) for t in self.testimonies()]
        own = tuple(wording for key, wording in told if key == utterance)
        return Likes(own, tuple((key, wording) for key, wording in told if key != utterance))

    def syndications(self, documents: Iterable[str]) -> Mapping[str, str]:
        """As source.Source: nothing is a copy."""
        del documents
        return {}

    def new(self, since: date, until: date | None) -> tuple[int, int]:
        """As source.Source."""
        published = sum(_within(p.published.on, since, until) for p in self.passages())
        return published, sum(_within(t.day, since, until) for t in self.testimonies())

    def basis(self, as_of: date | None) -> Basis:
        """As source.Source."""
        days = [t.day for t in self.testimonies() if _within(t.day, None, as_of)]
        texts = [p for p in self.passages() if _within(p.published.on, None, as_of)]
        return Basis(
            documents=len(texts),
            unnamed=sum(p.publisher is None for p in texts),
            publishers=len({p.publisher for p in texts if p.publisher is not None}),
            statements=len(days),
            latest=max((day for day in (*days, *(p.published.on for p in texts)) if day is not None), default=None),
        )


def _is_wanted(row: Row, wanted: Wanted) -> bool:
    return (
        row.kept.holds(wanted.as_of)
        and (wanted.issue is None or wanted.issue in row.issues)
        and (wanted.party is None or wanted.party in row.parties)
        and (wanted.since is None or (row.on is not None and row.on >= wanted.since))
    )


def _within(on: date | None, since: date | None, until: date | None) -> bool:
    if on is None:
        return since is None and until is None
    return (since is None or since <= on) and (until is None or on <= until)

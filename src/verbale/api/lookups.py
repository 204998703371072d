"""Pages that look things up: articles, speakers, statements, the timeline and the search, read from the record's lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from verbale import views
from verbale.record.catalogue import Catalogue, Choice
from verbale.record.search import Search
from verbale.views import listing
from verbale.views.article import ArticleView, article
from verbale.views.timeline import TimelineView, timeline

if TYPE_CHECKING:
    from verbale.dossier import Dossier
    from verbale.record.reader import Reader
    from verbale.values import Spans
    from verbale.views import Source, StatementView
    from verbale.views.listing import ArticlesView, SearchView, SpeakersView, SpeakerView


class Lookups:
    """The part of `Talks` that looks things up. Pages are counted from 1; UsageError where there is none of a number."""

    dossier: Dossier
    reader: Reader
    _engine: Any

    def timeline(
        self, choice: Choice | None = None, *, since: date | None = None, until: date | None = None, page: int = 1
    ) -> TimelineView:
        """Statements by party and time with meetings, proposals and shifts, from `since` to `until`, both inclusive."""
        asked = choice or Choice()
        wanted = self._chosen(replace(asked, since=since or asked.since, until=until or asked.until))
        return timeline(self._catalogue, self._source(), wanted, page=page)

    def utterance(self, key: str, *, page: int = 1) -> StatementView:
        """All wordings of one utterance, by its id or a statement's; UsageError where there is none.

        A statement of an earlier version of an article leads to the same words in the latest.
        """
        found = self._catalogue.utterance(key) or self._catalogue.since_superseded(key)
        return views.statement_view(self._source(), found or key, page=page)

    def article(self, document: str, *, cited: Spans = ()) -> ArticleView:
        """One article with its markings and the coding of each statement; UsageError where there is none of that id or no such span.

        An earlier version of an article is shown with its own statements, which count nowhere.
        """
        from verbale.pipeline.judged import overlay
        from verbale.record.bench import STATEMENT

        texts = self._catalogue.editions(document)
        if texts and texts[-1].document != document:
            shown = overlay(self.reader.machine(document), self.reader.standing(STATEMENT, document))
            return article(self._source(), shown, {}, document, cited=cited, editions=texts)
        statements = tuple(self.reader.statements(document))
        return article(self._source(), statements, self._catalogue.utterances(document), document, cited=cited, editions=texts)

    def articles(self, choice: Choice | None = None, *, page: int = 1) -> ArticlesView:
        """The articles of a publisher and time, or all, by day."""
        return listing.articles(self._catalogue, self.dossier, self._chosen(choice or Choice()), page=page)

    def speakers(self, *, party: str | None = None, page: int = 1) -> SpeakersView:
        """Everyone who speaks, or speaks for a party, the most quoted first."""
        self._chosen(Choice(party=party))
        return listing.speakers(self._catalogue, self.dossier, party=party, page=page)

    def speaker(self, key: str, choice: Choice | None = None, *, page: int = 1) -> SpeakerView:
        """The statements of one speaker, by the key that `speakers` gives, in order of time, and how many on what issue when."""
        return listing.speaker(self._catalogue, self.dossier, replace(self._chosen(choice or Choice()), speaker=key), page=page)

    def search(self, words: str, choice: Choice | None = None, *, page: int = 1) -> SearchView:
        """The statements whose content or speaker holds all the words, of what is chosen, best first.

        Quoted words must stand together; a star ends a word that may go on.
        """
        wanted = self._chosen(choice or Choice())
        return listing.search(self._catalogue, Search(self._engine), self.dossier, words, wanted, page=page)

    def search_articles(self, words: str, choice: Choice | None = None, *, page: int = 1) -> SearchView:
        """The articles whose title or text holds all the words, of a publisher, language and time, best first."""
        wanted = self._chosen(choice or Choice())
        return listing.search_articles(self._catalogue, Search(self._engine), self.dossier, words, wanted, page=page)

    @property
    def _catalogue(self) -> Catalogue:
        return Catalogue(self._engine)

    def _chosen(self, choice: Choice) -> Choice:
        """A choice of things that there are; UsageError else."""
        self._asked(None, choice.issue, choice.party)
        listing.check(self._catalogue, choice)
        return choice

    def _source(self) -> Source:
        raise NotImplementedError

    def _asked(self, as_of: date | None, issue: str | None, party: str | None) -> object:
        raise NotImplementedError

"""Pages that look things up: articles, speakers, statements, the timeline and the search, read from the record's lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from verbale.api.pages import Pages

if TYPE_CHECKING:
    from verbale.record.catalogue import Catalogue, Choice
    from verbale.values import Spans
    from verbale.views.article import ArticleView
    from verbale.views.listing import ArticlesView, SearchView, SpeakersView, SpeakerView
    from verbale.views.statement import StatementView
    from verbale.views.timeline import TimelineView


class Lookups(Pages):
    """The part of `Talks` that looks things up. Pages are counted from 1; UsageError where there is none of a number."""

    def timeline(
        self, choice: Choice | None = None, *, since: date | None = None, until: date | None = None, page: int = 1
    ) -> TimelineView:
        """Statements by party and time with meetings, proposals and shifts, from `since` to `until`, both inclusive."""
        from verbale.record.catalogue import Choice
        from verbale.views.timeline import timeline

        asked = choice or Choice()
        with self._page() as source:
            wanted = self._chosen(replace(asked, since=since or asked.since, until=until or asked.until))
            return timeline(self._catalogue, source, wanted, page=page)

    def utterance(self, key: str, *, page: int = 1) -> StatementView:
        """All wordings of one utterance, by its id or a statement's; UsageError where there is none.

        A statement of an earlier version of an article leads to the same words in the latest.
        """
        from verbale.views.statement import statement_view

        with self._page() as source:
            found = self._catalogue.utterance(key) or self._catalogue.since_superseded(key)
            return statement_view(source, found or key, page=page)

    def article(self, document: str, *, cited: Spans = ()) -> ArticleView:
        """One article with its markings and the coding of each statement; UsageError where there is none of that id or no such span.

        An earlier version of an article is shown with its own statements, which count nowhere.
        """
        from verbale.pipeline.judged import overlay
        from verbale.record.bench import STATEMENT
        from verbale.views.article import article

        with self._page() as source:
            texts = self._catalogue.editions(document)
            if texts and texts[-1].document != document:
                shown = overlay(self.reader.machine(document), self.reader.standing(STATEMENT, document))
                return article(source, shown, {}, document, cited=cited, editions=texts)
            statements = tuple(self.reader.statements(document))
            return article(source, statements, self._catalogue.utterances(document), document, cited=cited, editions=texts)

    def articles(self, choice: Choice | None = None, *, page: int = 1) -> ArticlesView:
        """The articles of a publisher and time, or all, by day."""
        from verbale.views.listing import articles

        with self.reader.snapshot():
            return articles(self._catalogue, self.dossier, self._chosen(choice), page=page)

    def speakers(self, *, party: str | None = None, page: int = 1) -> SpeakersView:
        """Everyone who speaks, or speaks for a party, the most quoted first."""
        from verbale.views.listing import speakers

        self._asked(None, None, party)
        with self.reader.snapshot():
            return speakers(self._catalogue, self.dossier, party=party, page=page)

    def speaker(self, key: str, choice: Choice | None = None, *, page: int = 1) -> SpeakerView:
        """The statements of one speaker, by the key that `speakers` gives, in order of time, and how many on what issue when."""
        from verbale.views.listing import speaker

        with self.reader.snapshot():
            return speaker(self._catalogue, self.dossier, replace(self._chosen(choice), speaker=key), page=page)

    def search(self, words: str, choice: Choice | None = None, *, page: int = 1) -> SearchView:
        """The statements whose content or speaker holds all the words, of what is chosen, best first.

        Quoted words must stand together; a star ends a word that may go on.
        """
        from verbale.record.search import Search
        from verbale.views.listing import search

        with self.reader.snapshot():
            return search(self._catalogue, Search(self._engine), self.dossier, words, self._chosen(choice), page=page)

    def search_articles(self, words: str, choice: Choice | None = None, *, page: int = 1) -> SearchView:
        """The articles whose title or text holds all the words, of a publisher, language and time, best first."""
        from verbale.record.search import Search
        from verbale.views.listing import search_articles

        with self.reader.snapshot():
            return search_articles(self._catalogue, Search(self._engine), self.dossier, words, self._chosen(choice), page=page)

    @property
    def _catalogue(self) -> Catalogue:
        from verbale.record.catalogue import Catalogue

        return Catalogue(self._engine)

    def _chosen(self, choice: Choice | None) -> Choice:
        """A choice of things that there are; UsageError else."""
        from verbale.record.catalogue import Choice
        from verbale.views.listing import check

        chosen = choice or Choice()
        self._asked(None, chosen.issue, chosen.party)
        check(self._catalogue, chosen)
        return chosen

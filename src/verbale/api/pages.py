"""Pages of what analysis found, each made of one state of the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypedDict

from verbale.api.upkeep import Upkeep
from verbale.errors import RecordError, UsageError

if TYPE_CHECKING:
    from verbale.dossier import Dossier
    from verbale.record.reader import Reader
    from verbale.views.brief import BriefView
    from verbale.views.changes import ChangesView
    from verbale.views.lists import ConflictsView, ProposalsView, RoundsView
    from verbale.views.source import Source
    from verbale.views.table import TableView

WEEK = timedelta(days=7)


class Asked(TypedDict):
    """The options that pages share."""

    as_of: date | None
    issue: str | None
    party: str | None


class Pages(Upkeep):
    """The part of `Talks` that shows where the talks stand. UsageError for an id that the dossier does not have."""

    dossier: Dossier
    reader: Reader

    def table(self, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> TableView:
        """Where each party stands on each issue as of a day, inclusive, with its own words and independent witnesses."""
        from verbale.views.table import table

        asked = self._asked(as_of, issue, party)
        with self._page() as source:
            return table(source, **asked)

    def brief(self, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> BriefView:
        """The briefing as of a day, inclusive; every sentence carries its citations."""
        from verbale.views.brief import brief

        asked = self._asked(as_of, issue, party)
        with self._page() as source:
            return brief(source, **asked)

    def changes(
        self, *, since: date | None = None, as_of: date | None = None, issue: str | None = None, party: str | None = None
    ) -> ChangesView:
        """What moved from `since` to `as_of`, both inclusive; without `since`, in the week that ends on the last day."""
        from verbale.views.changes import changes

        self._asked(as_of, issue, party)
        with self._page() as source:
            begins = since or (as_of or source.basis(None).latest or date.today()) - WEEK
            return changes(source, since=begins, until=as_of, issue=issue, party=party)

    def proposals(self, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> ProposalsView:
        """What is proposed as of a day: terms, conditions, guarantors, period, answers."""
        from verbale.views.lists import proposals_view

        asked = self._asked(as_of, issue, party)
        with self._page() as source:
            return proposals_view(source, **asked)

    def rounds(self, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> RoundsView:
        """The meetings as of a day: date, place, format, participants, mediator."""
        from verbale.views.lists import rounds_view

        asked = self._asked(as_of, issue, party)
        with self._page() as source:
            return rounds_view(source, **asked)

    def conflicts(self, *, as_of: date | None = None, issue: str | None = None, party: str | None = None) -> ConflictsView:
        """The accounts that cannot both hold as of a day."""
        from verbale.views.lists import conflicts_view

        asked = self._asked(as_of, issue, party)
        with self._page() as source:
            return conflicts_view(source, **asked)

    @contextmanager
    def _page(self) -> Iterator[Source]:
        """The record in one state, its findings brought in step first where nobody else is writing."""
        from verbale.pipeline.analysing import analyse, in_step
        from verbale.record.findings import Keeper
        from verbale.record.found import Found
        from verbale.record.linked import Linked
        from verbale.views.kept_source import KeptSource

        for tried in (False, True):
            with self.reader.snapshot():
                if tried or in_step(self.reader, self.dossier):
                    yield KeptSource(self.reader, Found(self._engine), Linked(self._engine), self.dossier)
                    return
            try:
                with self.writing():
                    analyse(Keeper(self._engine), self.reader, self.dossier, progress=lambda stage, done, total: None)
            except RecordError:  # another process writes, and will bring them in step
                pass

    def _asked(self, as_of: date | None, issue: str | None, party: str | None) -> Asked:
        """The options of a page; UsageError for an id that the dossier does not have."""
        if issue is not None and self.dossier.issue(issue) is None:
            raise UsageError(unknown("issue", issue, [i.id for i in self.dossier.issues]))
        if party is not None and self.dossier.party(party) is None:
            raise UsageError(unknown("party", party, [p.id for p in self.dossier.parties]))
        return {"as_of": as_of, "issue": issue, "party": party}


def unknown(kind: str, given: str, known: Sequence[str]) -> str:
    """What to say of an id that the dossier does not have."""
    near = get_close_matches(given, known, n=1)
    meant = f"Did you mean '{near[0]}'?" if near else f"It has: {', '.join(known) or 'none'}."
    return f"The dossier has no {kind} '{given}'. {meant}"

"""Judgements on names: who a name in the texts is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from verbale.api.pages import unknown
from verbale.api.upkeep import Upkeep
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.dossier import Dossier
    from verbale.record.judgements import Judgement
    from verbale.resolve import Identity

IDENTITY = "identity"
"""The kind of judgement that says who a name is."""


class Identities(Upkeep):
    """The part of `Talks` that records who a name in the texts is."""

    dossier: Dossier

    def judge_name(
        self, name: str, *, actor: str | None, same: bool = True, document: str | None = None, judge: str, at: datetime | None = None
    ) -> Judgement:
        """Record that a name in the texts is (or, without `same`, is not) an actor or party of the dossier; None: nobody of it.

        `document` narrows the judgement to one document. What it touches is coded anew at the next `add`; it survives every rerun
        until it is revoked. UsageError for an id that the dossier does not have.
        """
        known = [*(one.id for one in self.dossier.actors), *(one.id for one in self.dossier.parties)]
        if actor is not None and actor not in known:
            raise UsageError(unknown("actor or party", actor, known))
        return self._identify(name, {"actor": actor, "document": document, "same": same}, judge, at)

    def judge_names(
        self, name: str, other: str, *, same: bool = True, document: str | None = None, judge: str, at: datetime | None = None
    ) -> Judgement:
        """Record that a name in the texts and another are (or, without `same`, are not) one person, listed in the dossier or not.

        Joined names go under `other`. Else as `judge_name`. UsageError where the two are one name.
        """
        from verbale.resolve.names import name_words

        if not name_words(name) or not name_words(other) or name_words(name) == name_words(other):
            raise UsageError(f"'{name}' and '{other}' are one name to Verbale. Give two that differ in a word.")
        return self._identify(name, {"actor": None, "other": other, "document": document, "same": same}, judge, at)

    def _identify(self, name: str, verdict: dict[str, str | bool | None], judge: str, at: datetime | None) -> Judgement:
        from verbale.record.judgements import record_judgement

        with self.writing():
            moment = at or datetime.now(UTC)
            return record_judgement(self._engine, kind=IDENTITY, subject=name, verdict=verdict, judge=judge, made_at=moment)

    def _identities(self) -> list[Identity]:
        """The standing judgements on names, as the stage that resolves speakers reads them."""
        from verbale.record.judgements import judgements
        from verbale.resolve import Identity

        return [
            Identity(
                made.subject,
                made.verdict["actor"],
                document=made.verdict["document"],
                same=made.verdict["same"],
                other=made.verdict.get("other"),
            )
            for made in judgements(self._engine, IDENTITY, standing=True)
        ]

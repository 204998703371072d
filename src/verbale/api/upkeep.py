"""Looking after a record: is it sound, what came in when, and a copy of it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verbale.record.inspection import RunSummary
    from verbale.views.versions import VersionItem

RECORD = "record.sqlite"


class Upkeep:
    """The part of `Talks` that looks after the record."""

    folder: Path
    _engine: Any

    def writing(self) -> AbstractContextManager[None]:
        """The record's one place for a writer; RecordError while another process holds it."""
        from verbale.record.database import writer_lock

        return writer_lock(self.folder / RECORD)

    def check(self) -> list[str]:
        """A line for everything that is not as it should be: damage, hashes, spans, quotations; empty for a sound record."""
        from verbale.record.inspection import problems

        return list(problems(self._engine))

    def log(self) -> list[RunSummary]:
        """Every run with the outcomes of its inputs, the latest first."""
        from verbale.record.inspection import runs

        return runs(self._engine)

    def versions(self) -> list[tuple[str, tuple[VersionItem, ...]]]:
        """The address and the versions, the earliest first, of each article that changed, with what changed."""
        from verbale.record.editions import all_editions
        from verbale.views.versions import versions

        with self._engine.connect() as connection:
            return [(url, versions(editions)) for url, editions in all_editions(connection)]

    def backup(self, copy: Path | str) -> None:
        """Copy the record to a new file, also while it is in use; RecordError where that cannot be."""
        from verbale.record.inspection import backup

        backup(self.folder / RECORD, Path(copy))

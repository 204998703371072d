"""Looking after a record: is it sound, what came in when, and a copy of it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verbale.record.inspection import RunSummary, Version

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

    def versions(self) -> list[list[Version]]:
        """The texts of each address that gave more than one over time, in the order in which they came in."""
        from verbale.record.inspection import versions

        return list(versions(self._engine))

    def backup(self, copy: Path | str) -> None:
        """Copy the record to a new file, also while it is in use; RecordError where that cannot be."""
        from verbale.record.inspection import backup

        backup(self.folder / RECORD, Path(copy))

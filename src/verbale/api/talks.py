"""One negotiation's folder: its dossier and its record, to add to, to read and to judge."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from verbale.api.extraction import retrieved, silent
from verbale.api.identities import Identities
from verbale.api.lookups import Lookups
from verbale.api.upkeep import RECORD
from verbale.dossier import Dossier, load_dossier
from verbale.errors import UsageError
from verbale.settings import Settings

if TYPE_CHECKING:
    from verbale.api.review import Review
    from verbale.documents import Retrieved, Skipped
    from verbale.pipeline.runner import Progress, Report
    from verbale.record.feeds import Feeds
    from verbale.record.judgements import Judgement
    from verbale.record.reader import Reader
    from verbale.resolve import Remark

DOSSIER = "dossier.yaml"
EMPTY_DOSSIER = """\
# What you tell Verbale about the negotiation. Everything is optional; docs/dossier.md describes the fields.
negotiation:
  id: {id}
  title: {title}

parties: []
actors: []
issues: []
publishers: []
"""


class Talks(Lookups, Identities, AbstractContextManager["Talks"]):
    """One negotiation's folder: its dossier and its record. Close it, or use it in a `with` statement."""

    def __init__(self, folder: Path | str, *, settings: Settings | None = None) -> None:
        """Open a folder that `new` made; RecordError or DossierError where that cannot be."""
        from verbale.record.database import open_database
        from verbale.record.reader import Reader

        self.folder = Path(folder)
        self.settings = settings or Settings.from_environment()
        self._engine = open_database(self.folder / RECORD, create=False)
        self.dossier: Dossier = load_dossier(self.folder / DOSSIER)
        self.reader: Reader = Reader(self._engine)

    @classmethod
    def new(cls, folder: Path | str, *, dossier: Path | str | None = None, settings: Settings | None = None) -> Talks:
        """Make a folder with a dossier and an empty record, and open it; UsageError where a record is there already."""
        from verbale.record.database import open_database

        home = Path(folder)
        if (home / RECORD).exists():
            raise UsageError(f"{home}: there is a record here already. Add to it with `verbale add {home} …`, or name another folder.")
        if dossier is not None:
            load_dossier(Path(dossier))
        try:
            home.mkdir(parents=True, exist_ok=True)
            if dossier is not None and Path(dossier).resolve() != (home / DOSSIER).resolve():
                shutil.copyfile(dossier, home / DOSSIER)
            elif not (home / DOSSIER).exists():
                name = home.resolve().name
                (home / DOSSIER).write_text(EMPTY_DOSSIER.format(id=name, title=name), encoding="utf-8")
        except OSError as error:
            raise UsageError(f"{home}: the folder cannot be made ({error.strerror}). Name another place.") from error
        open_database(home / RECORD, create=True).dispose()
        return cls(home, settings=settings)

    def add(self, sources: Sequence[str | Path], *, columns: Mapping[str, str] | None = None, progress: Progress = silent) -> Report:
        """Read files, folders and addresses into the record, through every stage; idempotent.

        `columns` names columns of tables, or fields of JSON, by what they hold (text, id, title, url, publisher, published, language).
        Killed at any moment, it leaves a record that the next call completes. Raises RecordError while another process writes.
        """
        return self.take_in(retrieved(sources, self.dossier, columns=columns), progress=progress)

    def take_in(self, inputs: Iterable[Retrieved | Skipped], *, progress: Progress = silent) -> Report:
        """Take inputs that were read elsewhere into the record, as `add` does."""
        from verbale.engines.load import load_attributor
        from verbale.pipeline.analysing import analyse, read_coded
        from verbale.pipeline.runner import take_in
        from verbale.pipeline.stages import Stages
        from verbale.record.findings import Keeper
        from verbale.record.writer import Writer

        with self.writing():
            stages = Stages.of(load_attributor(self.settings), self.dossier, self._identities())
            keeper = Keeper(self._engine)
            report = take_in(
                inputs,
                reader=self.reader,
                writer=Writer(self._engine),
                stages=stages,
                batch=self.settings.batch,
                read_coded=partial(read_coded, keeper, self.reader, self.dossier),
                progress=progress,
            )
            analyse(keeper, self.reader, self.dossier, progress=progress)
            return report

    @property
    def feeds(self) -> Feeds:
        """The feeds that the record watches."""
        from verbale.record.feeds import Feeds

        return Feeds(self._engine)

    def skipped(self) -> list[tuple[str, str]]:
        """The paths of inputs that became no document when they were last read, each with the reason."""
        from verbale.record.inspection import skipped_last

        return skipped_last(self._engine)

    def refresh(self, *, progress: Progress = silent) -> None:
        """Bring what follows from the statements into step with what people judged; RecordError while another process writes."""
        from verbale.pipeline.runner import refresh
        from verbale.record.writer import Writer

        with self.writing():
            refresh(reader=self.reader, writer=Writer(self._engine), agencies=self.dossier.agencies, progress=progress)

    @property
    def review(self) -> Review:
        """The review: what to look at, and every judgement on a statement."""
        from verbale.api.review import Review
        from verbale.pipeline.judged import overlay
        from verbale.record.bench import Bench
        from verbale.record.queue import Queue

        return Review((self.reader, Queue(self._engine), Bench(self._engine, overlay)), self.dossier, self._page)

    def export(self, *, to: str, out: Path | str, rejected: bool = False) -> list[Path]:
        """Write the record's content in a format and name the files made; UsageError for a format that is not known.

        What people rejected is left out, or with `rejected` kept and marked.
        """
        from verbale.export.tables import export

        return export(self.reader, to=to, out=Path(out), rejected=rejected)

    def revoke(self, judgement: str, *, at: datetime | None = None) -> None:
        """Revoke a standing judgement by its id; UsageError where there is none."""
        self.review.revoke(judgement, at=at)

    def judgements(self) -> list[Judgement]:
        """Every judgement, revoked ones included, in the order they were made."""
        return self.reader.judgements()

    def check_dossier(self) -> tuple[Remark, ...]:
        """What the dossier lacks, has too much of or leaves open, judged by the articles of the record."""
        from verbale.resolve import ActorIndex, check_dossier

        index = ActorIndex.of(self.dossier, self._identities())
        return check_dossier(index, (statement.resolution for statement in self.reader.statements()))

    def repair(self, *, progress: Progress = silent) -> list[str]:
        """Mend what follows from the documents where it is broken: a line for each thing done; documents and judgements are never touched.

        RecordError while another process writes.
        """
        from verbale.record.repair import mend

        with self.writing():
            done = mend(self._engine)
        if done:
            self.add([], progress=progress)
        return done

    def close(self) -> None:
        """Let the record's file go."""
        self._engine.dispose()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_demo(folder: Path | str) -> Talks:
    """Open the bundled negotiation in a folder, laid out there with its articles if it is not yet; UsageError where it cannot be."""
    from verbale.demo import demo_files

    home, bundled = Path(folder), demo_files()
    talks = Talks(home) if (home / RECORD).exists() else Talks.new(home, dossier=bundled / DOSSIER)
    try:
        shutil.copytree(bundled / "articles", home / "articles", dirs_exist_ok=True)
    except OSError as error:
        talks.close()
        raise UsageError(f"{home}: the articles cannot be copied there ({error}). Name another place.") from error
    return talks

"""Opening a record: connection settings, migrations, and the one lock that writers hold."""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError

from verbale.errors import RecordError

BUSY_SECONDS = 30
"""How long a statement waits for another process's transaction; one batch takes far less."""


def open_database(path: Path, *, create: bool) -> Engine:
    """The record at `path`, brought to this program's schema; RecordError where that cannot be.

    Without `create` a missing file is an error. Touches the file only to migrate it.
    """
    if not create and not path.exists():
        raise RecordError(f"{path}: there is no record here. Make one with `verbale new {path.parent}`.")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            _migrate(connection, path)
    except DatabaseError as error:
        engine.dispose()
        raise RecordError(
            f"{path}: this file cannot be opened as a record ({error.orig}). Check that it is one and not open elsewhere."
        ) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def _prepare(connection: DBAPIConnection, _: object) -> None:
    """WAL lets readers go on while a writer commits; FULL keeps a committed batch through a power cut."""
    connection.isolation_level = None  # SQLAlchemy begins the transactions, so that a schema change is in one too
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _migrate(connection: Connection, path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    present = MigrationContext.configure(connection).get_current_revision()
    if present == scripts.get_current_head():
        return
    if present is not None and present not in {script.revision for script in scripts.walk_revisions()}:
        raise RecordError(f"{path}: a newer Verbale made this record (schema {present}). Update Verbale to open it.")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    command.upgrade(config, "head")
    connection.commit()


@contextmanager
def writer_lock(record: Path) -> Iterator[None]:
    """Hold the record's one place for a writer; RecordError where another process holds it.

    The operating system gives the place back when the process ends, however it ends.
    """
    with record.with_suffix(".lock").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RecordError(f"{record}: another `verbale` is writing to this record. Wait until it is done and try again.") from error
        yield

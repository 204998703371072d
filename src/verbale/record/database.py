"""Opening a record: connection settings, migrations, the one lock that writers hold, and what goes wrong in words."""

from __future__ import annotations

import fcntl
import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError

from verbale.errors import RecordError, SlowError
from verbale.record import listing

BUSY_SECONDS = 30
"""How long a statement waits for another process's transaction; one batch takes far less."""

MIGRATIONS = Path(__file__).with_name("migrations")
"""Where each schema's script is, by its number: versions/m0001_first.py is 0001."""

CACHE = 16_000
"""KiB of the file that a connection keeps at most: what the pages of a large record read again and again."""

STEPS = 20_000
"""Instructions of SQLite's machine between two looks at the clock: about a millisecond."""

_ends: ContextVar[float | None] = ContextVar("ends", default=None)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Let no reading in this context go on after so many seconds; then SlowError is raised."""
    token = _ends.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends.reset(token)


def open_database(path: Path, *, create: bool) -> Engine:
    """The record at `path`, brought to this program's schema; RecordError where that cannot be.

    Without `create` a missing file is an error. Touches the file only to migrate it.
    """
    if not create and not path.exists():
        raise RecordError(f"{path}: there is no record here. Make one with `verbale new {path.parent}`.")
    # As an address, so that a file which vanishes is missed and not made anew.
    address = f"file:{quote(str(path))}?mode={'rwc' if create else 'rw'}&uri=true"
    engine = create_engine(f"sqlite:///{address}", connect_args={"timeout": BUSY_SECONDS})
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
    event.listen(engine, "handle_error", _explain)
    return engine


def _prepare(connection: DBAPIConnection, _: object) -> None:
    """WAL lets readers go on while a writer commits; FULL keeps a committed batch through a power cut."""
    connection.isolation_level = None  # SQLAlchemy begins the transactions, so that a schema change is in one too
    connection.set_progress_handler(_past_end, STEPS)
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"cache_size=-{CACHE}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _past_end() -> bool:
    ends = _ends.get()
    return ends is not None and time.monotonic() > ends


def _explain(context: ExceptionContext) -> None:
    """Say what went wrong with the file, for people."""
    told, original = str(context.original_exception), context.original_exception
    if not isinstance(original, sqlite3.DatabaseError):
        return
    if told == "interrupted":
        raise SlowError("This took too long and was given up. Ask for less: fewer days, one party, one issue.") from original
    for words, meaning in _MEANINGS.items():
        if words in told:
            raise RecordError(f"The record cannot be read ({told}). {meaning}") from original


_MEANINGS = {
    "locked": "Another program holds the file. Close it, or try again in a moment.",
    "malformed": "The file is damaged. `verbale check` says where; a copy made by `verbale backup` can take its place.",
    "vtable constructor failed": "The file is damaged. `verbale check` says where; a copy made by `verbale backup` can take its place.",
    "not a database": "The file is no longer a record. A copy made by `verbale backup` can take its place.",
    "unable to open": "The file is gone or cannot be opened. Put it back, or open another folder.",
    "no such table": "The file was changed by another program or version. Start `verbale` again.",
    "no such column": "The file was changed by another program or version. Start `verbale` again.",
    "disk I/O error": "The disk does not answer. Check that it is there and not full.",
    "full": "The disk is full. Make room and try again.",
}


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _migrate(connection: Connection, path: Path) -> None:
    present = _revision(connection)
    revisions = sorted(script.name[1:5] for script in (MIGRATIONS / "versions").glob("m[0-9]*.py"))
    if present == revisions[-1]:
        return
    if present is not None and present not in revisions:
        raise RecordError(f"{path}: a newer Verbale made this record (schema {present}). Update Verbale to open it.")
    from alembic import command  # takes as long to load as all else that reading a record needs
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # Not beside another writer: it may be of an older version, which would write what no longer fits.
    with writer_lock(path):
        command.upgrade(config, "head")
        listing.fill(connection)
        connection.commit()


def _revision(connection: Connection) -> str | None:
    """The schema of the record by its migration's number; None for an empty file."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return found


@contextmanager
def writer_lock(record: Path) -> Iterator[None]:
    """Hold the record's one place for a writer; RecordError where another process holds it.

    The operating system gives the place back when the process ends, however it ends.
    """
    try:
        place = record.with_suffix(".lock").open("a")
    except OSError as error:
        raise RecordError(
            f"{record}: this folder cannot be written to ({error.strerror}). Check whose it is, or copy it elsewhere."
        ) from error
    with place as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RecordError(f"{record}: another `verbale` is writing to this record. Wait until it is done and try again.") from error
        yield

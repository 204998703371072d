"""Reading a record in one transaction, however many look-ups it takes: a page sees one state, whatever is written meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import Connection, Engine

_open: ContextVar[Connection | None] = ContextVar("open", default=None)


@contextmanager
def snapshot(engine: Engine) -> Iterator[None]:
    """Let every `reading` of this record in this context see the state that the first of them finds, whatever is written meanwhile."""
    if _own(engine) is not None:
        yield
        return
    with engine.connect() as connection:
        token = _open.set(connection)
        try:
            yield
        finally:
            _open.reset(token)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection to read by: that of the snapshot around it, or else one of its own."""
    shared = _own(engine)
    if shared is not None:
        yield shared
        return
    with engine.connect() as connection:
        yield connection


def _own(engine: Engine) -> Connection | None:
    shared = _open.get()
    return shared if shared is not None and shared.engine is engine else None

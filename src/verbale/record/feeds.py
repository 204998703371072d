"""The feeds that a record watches, with what each said last, as rows of the table `state`."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from verbale.record import schema

_PREFIX = "feed:"


class Feeds:
    """The watched feeds; hold database.writer_lock to change them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def watched(self) -> dict[str, str]:
        """What each feed said last (documents.watch.Heard as text), by its address."""
        name, value = schema.state.c.name, schema.state.c.value
        with self._engine.connect() as connection:
            found = connection.execute(select(name, value).where(name.startswith(_PREFIX)).order_by(name)).all()
        return {row[0].removeprefix(_PREFIX): row[1] for row in found}

    def keep(self, heard: Mapping[str, str]) -> None:
        """Watch feeds, or note what they said."""
        with self._engine.begin() as connection:
            for feed, value in heard.items():
                row = {"name": _PREFIX + feed, "value": value}
                connection.execute(upsert(schema.state).values(row).on_conflict_do_update(index_elements=["name"], set_={"value": value}))

    def forget(self, feed: str) -> bool:
        """Watch a feed no longer; whether it was watched."""
        with self._engine.begin() as connection:
            return bool(connection.execute(delete(schema.state).where(schema.state.c.name == _PREFIX + feed)).rowcount)

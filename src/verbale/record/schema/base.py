"""What every table of the schema stands on."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData, String

metadata = MetaData()


def owner(name: str, table: str) -> Column[str]:
    """The column that makes a row part of a row of another table, with which it goes."""
    return Column(name, String, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True)

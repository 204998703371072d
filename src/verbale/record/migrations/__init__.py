"""Migrations of the record, append-only: a released one is never edited."""

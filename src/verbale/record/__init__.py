"""The record: one SQLite file. The only room with SQL; it stores and computes nothing."""

"""Pages: a record and its analysis → one frozen dataclass a page; no HTML, no SQL. HTML, JSON and text show the same values."""

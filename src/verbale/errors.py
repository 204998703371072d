"""What can go wrong, as one tree; and the reasons for which an input is skipped.

VerbaleError            the root: a message for people (what, where, what to do)
├── DossierError        the dossier cannot be used; names file and line
├── InputError          one input cannot be read
│   └── FetchError      an address cannot be fetched
│       └── PutOffError its server asks to be asked again later
├── RecordError         the record cannot be opened, read or written
│   └── SlowError       reading it took longer than allowed
└── UsageError          a call that cannot be carried out as asked
"""

from datetime import datetime
from enum import StrEnum


class VerbaleError(Exception):
    """The root of all errors that Verbale raises on purpose; its message says what, where and what to do."""


class DossierError(VerbaleError):
    """The dossier cannot be used."""


class InputError(VerbaleError):
    """One input cannot be read; the rest goes on."""


class FetchError(InputError):
    """An address cannot be fetched."""


class PutOffError(FetchError):
    """A server asks to be asked again only later: `host`, and `until` when (UTC)."""

    def __init__(self, message: str, *, host: str, until: datetime) -> None:
        super().__init__(message)
        self.host = host
        self.until = until


class RecordError(VerbaleError):
    """The record cannot be opened, read or written."""


class SlowError(RecordError):
    """Reading the record took longer than allowed."""


class UsageError(VerbaleError):
    """A call that cannot be carried out as asked."""


class BusyError(RecordError):
    """Another process is writing to the record; the same call may do later."""


class StaleError(UsageError):
    """What a call is about was changed meanwhile: look again, then decide."""


class SkipReason(StrEnum):
    """Why an input became no document; each is counted and printed."""

    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    TOO_LARGE = "too-large"
    NO_TEXT = "no-text"
    BAD_LINE = "bad-line"
    UNSUPPORTED = "unsupported"
    MISSING = "missing"
    NO_PERMISSION = "no-permission"
    FETCH_FAILED = "fetch-failed"

"""What matching compares: one statement's words with who said them, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verbale.values import Kind


@dataclass(frozen=True, slots=True)
class Wording:
    """One statement as matching reads it.

    `speaker` is the resolved speaker's key: the dossier id, or else the folded name; None where the speaker is unknown. `party` a
    party id. `said_on` and `published_on` are calendar days. `text` is the content's characters; `position` its first code point.
    """

    statement: str
    document: str
    speaker: str | None
    party: str | None
    said_on: date | None
    published_on: date | None
    kind: Kind
    text: str
    position: int
    issues: tuple[str, ...] = ()
    nested: bool = False

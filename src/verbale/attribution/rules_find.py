"""What one rule finds."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.values import Spans


@dataclass(frozen=True, slots=True)
class Find:
    """One attribution as a rule sees it; `content` is empty for a tag ("he said") whose quotation is still to be found.

    `family` names the rule. `speech` says that the cue may introduce a quotation, `pronoun` that the source is one.
    """

    source: Spans
    cue: Spans
    content: Spans
    family: str
    speech: bool = False
    pronoun: bool = False

"""Datelines, the place, day and agency in front of an article's first sentence, which belong to nobody's words."""

from __future__ import annotations

import re

from verbale.values import Span

DATELINE = re.compile(
    r"""
    [A-ZÀ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÞА-ЯЁІЇЄҐ'’./\ -]{2,40}          # VELLANA, KELMET/VELLANA
    (?:[,.]\s[\w.,\ ]{2,25}?)?\s*                          # , April 12, 2025
    (?:
      \(\w[\w./\ -]{1,24}\)\s*(?:--|[—–_-])                 # (Agency) -
      | (?:--|—|–)
      | /\w[\w.\ -]{1,24}/\.?(?=\s)                      # /Agency/.
    )
    \s*(?=\S)
    """,
    re.VERBOSE,
)


def behind_dateline(text: str, line: Span) -> Span:
    """The part of a paragraph behind its dateline; the whole of it where it has none."""
    match = DATELINE.match(text, line.start, line.end)
    return Span(match.end(), line.end) if match else line

"""Words beside a source or in a cue that change who speaks."""

from __future__ import annotations

import re

IMPERSONAL = re.compile(r"(?:is|was|'s|’s|remains?|remained|seems?|seemed|appears?|appeared|has been|had been|would be|will be)\b")
SERVANTS = re.compile(r"['’]s?\s+(?:\w+\s+)?(?:administration|government|team|cabinet|campaign|delegation)$", re.IGNORECASE)
"""A body that is only somebody's: "President Zenda's administration" is not Zenda."""
ASIDE = re.compile(r"\W*(?:an?|the|who|whose|which|now|then|formerly|of|at|in)\b(?! [A-Z])")
"""What a second part of a source begins with where it only tells more of the first: "Zenda … , a deputy of the west"."""
PLACED = re.compile(r"\s+(?:in|at)\s+.*$")
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+\s+){0,2}?\w+(?:ed|en|n|t)\b", re.IGNORECASE)
"""A verb in the passive: the name beside it is who is urged or told, not who urges."""
FACELESS = re.compile(
    r"\b(?:was|were|is|are|been|being)\s+(?:\w+\s+)?(?:reported|said|believed|expected|understood|thought|claimed|alleged"
    r"|known)|reportedly|allegedly"
)
HOMED = re.compile(r"[Tt]he (?:[A-Z][\w.-]*\s+){1,3}(?:Democrat|Republican)")
"""A lawmaker by his state and faction, which only points back: "the Ohio Republican"."""
HOLDER = re.compile(r"(?:[Tt]he )?(?P<who>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})['’]s\s")
"""Whose the office is that a source names."""
JOINED = re.compile(r"\b(?:and|but)\s+(?:also\s+|later\s+|then\s+)?$")
"""What joins a second verb to its subject: "praised the toll but said"."""

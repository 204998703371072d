"""Where sentences end, told by punctuation: a parser does better on single sentences, above all between quotations."""

from __future__ import annotations

import re

from verbale.attribution.rules_lexicon import words
from verbale.values import Span

END = re.compile(r"[.!?…]+[\"”’'»)\]]*\s+(?=[\"“„«‘'`(\[]*[A-ZА-ЯЁІЇЄҐ0-9])")
TITLES = words(
    """
    mr mrs ms messrs dr sen sens rep reps gov govs gen lt col sgt capt cmdr adm maj prof rev hon st fr pres amb no nos vs fig
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri
    """
)
"""Abbreviations that go on."""
LONGEST_WORD = 30
MAY_END = frozenset(["u.s", "u.k", "u.n", "e.u", "a.m", "p.m", "d.c", "inc", "corp", "co", "ltd", "jr", "sr", "etc", "ph.d"])
"""Abbreviations behind which a sentence may end."""
STARTERS = words(
    """
    a after although an and as at but by during for he her his however if in it its meanwhile on our she since so that the their
    there these they this those we what when while
    """
)


def sentences(text: str, line: Span) -> list[Span]:
    """The sentences of one paragraph, in order and without the white space between them; they cover all its other characters."""
    found: list[Span] = []
    start = line.start
    for match in END.finditer(text, line.start, line.end):
        if _ends(text, start, match):
            found.append(Span(start, match.start() + len(match[0].rstrip())))
            start = match.end()
    if start < line.end:
        found.append(Span(start, line.end))
    return found


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the punctuation ends the sentence, and not only an abbreviation or an initial."""
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    before = text[max(start, match.start() - LONGEST_WORD) : match.start()].split()
    word = before[-1].strip("\"“”'‘’(").lower() if before else ""
    following = re.match(r"[\"“„«‘'`(\[]*(\w+)", text[match.end() :][:40])
    starts = following is not None and following[1].lower() in STARTERS
    if word in TITLES:
        return False
    if re.fullmatch(r"[a-z]", word):
        return starts or text[match.end()] in '"“„«'
    if word in MAY_END or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return starts or match[0].rstrip() != "."
    return True

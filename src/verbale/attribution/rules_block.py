"""A paragraph as the quotation rules see it: its quotations of speech and the tags between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.attribution.quotes import Quotation, between, enclosing
from verbale.attribution.rules_find import Find
from verbale.attribution.rules_lexicon import words
from verbale.values import Span

LONGEST_QUOTATION = 3000
"""Characters up to which a quotation is seen from its end: by its tag, by a content that starts in it."""
FARTHEST = 400
"""Characters up to which a source may be away from its cue in a tag."""
LONG = 4
"""Words from which a quotation is speech whatever its punctuation."""
TITLE = 6
"""Words up to which a quotation may be the title of a work."""
TITLED = words("a album article book called entitled essay film for in movie named of on program show song the titled")
SMALL = words("a an and at for in of on or the to with")


@dataclass(frozen=True, slots=True)
class Tag:
    """A cue outside the quotations, with the stretch that its source and it cover."""

    region: Span
    find: Find


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its span, its outermost quotations of speech, the finds in it, and those that may introduce a quotation."""

    span: Span
    quotations: tuple[Quotation, ...]
    finds: tuple[Find, ...]
    tags: tuple[Tag, ...]

    def before(self, place: int) -> int:
        """Where the stretch in front of a quotation starts: at the end of the one before or of nothing."""
        return self.quotations[place - 1].span.end if place else self.span.start

    def behind(self, place: int) -> int:
        """Where the stretch behind a quotation ends: at the start of the next one or with the paragraph."""
        return self.quotations[place + 1].span.start if place + 1 < len(self.quotations) else self.span.end


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the words in the marks are long or punctuated enough to be speech rather than a title or scare quotes."""
    spoken = quotation.inside.of(text).split()
    last = quotation.inside.of(text).rstrip()[-1:]
    if len(spoken) <= TITLE and _is_title(text, quotation, spoken):
        return False
    return len(spoken) >= LONG or (last in ",.?!" and bool(spoken))


def _is_title(text: str, quotation: Quotation, spoken: list[str]) -> bool:
    """Whether the quotation names a work: capitals throughout, behind a word such as "show", "on" or a possessive."""
    before = text[max(0, quotation.span.start - 30) : quotation.span.start].split()
    capitals = all(word[0].isupper() or word.lower() in SMALL or not word[0].isalpha() for word in spoken)
    return capitals and bool(before) and (before[-1].lower() in TITLED or before[-1].endswith(("'s", "’s")))


def tags_of(finds: Sequence[Find], quotations: Sequence[Quotation]) -> tuple[Tag, ...]:
    """The cues of a paragraph that stand outside its quotations, in text order."""
    found = []
    for find in finds:
        if find.speech and find.cue and enclosing(quotations, find.cue[0].start) is None:
            near = [part for part in (*find.source, *find.cue) if abs(part.start - find.cue[0].start) < FARTHEST]
            region = Span(min(part.start for part in near), max(part.end for part in near))
            found.append(Tag(_clip(region, find.cue[0], quotations), find))
    return tuple(sorted(found, key=lambda tag: tag.region.start))


def _clip(region: Span, cue: Span, quotations: Sequence[Quotation]) -> Span:
    """The part of a tag's stretch around its cue that no quotation interrupts."""
    before = between(quotations, region.start - LONGEST_QUOTATION, cue.start)
    behind = between(quotations, cue.end, region.end)
    start = max([region.start, *[quotation.span.end for quotation in before[-1:]]])
    end = behind[0].span.start if behind else region.end
    return Span(start, max(end, cue.end))

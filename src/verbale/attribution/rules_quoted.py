"""Quotations and their tags: which "he said" belongs to which words in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.attribution.quotes import Quotation
from verbale.attribution.rules_block import LONG, Block, Tag
from verbale.attribution.rules_find import Find
from verbale.values import Span, Spans

BETWEEN = 150
"""Characters up to which a tag and its quotation may be apart within a paragraph."""
END = ".!?…"
MARKS = " '’\"”"
THINGS = frozenset(["it", "that", "this", "which", "these", "those"])
SIGNATURE = re.compile(r"\s*([―—–-]{1,2})\s*((?:[A-Z][\w.'’-]*,?\s*){1,6})")
SENTENCE_START = re.compile(r"[.!?…][\"”’')]*\s+(?=[A-Z\"“'‘])")


@dataclass(slots=True)
class _Speech:
    find: Find
    content: list[Span]
    family: str
    block: int


def quoted_finds(text: str, blocks: Sequence[Block]) -> tuple[list[Find], set[Spans]]:
    """The attributions of quotations, and the cues of the tags that they use up."""
    linker = _Linker(text, blocks)
    for number, block in enumerate(blocks):
        for place in range(len(block.quotations)):
            linker.link(number, place)
    return [replace(speech.find, content=tuple(speech.content), family=speech.family) for speech in linker.spoken], linker.used


class _Linker:
    """Links each quotation of a text, in order, to a tag, to the quotation before it, or to the last speaker."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.spoken: list[_Speech] = []
        self.used: set[Spans] = set()

    def link(self, number: int, place: int) -> None:
        """Find the speaker of one quotation, if it has one."""
        block = self.blocks[number]
        quotation = block.quotations[place]
        after = self._tag_after(block, place) or self._tag_in_next(number, place)
        if after is not None:
            self._speak(after, _whole_sentence(self.text, block, place), number, "quote-tag")
        elif self._continues(number, place):
            self.spoken[-1].content.append(quotation.span)
            self.spoken[-1].block = number
        elif (signed := self._signature(number, quotation)) is not None:
            self.spoken.append(_Speech(signed, [quotation.span], "signed", number))
        elif (before := self._tag_before(block, place)) is not None:
            self._speak(before, quotation.span, number, "tag-quote")
        elif (resumed := self._resumed(number, quotation)) is not None:
            self.spoken.append(_Speech(resumed, [quotation.span], "quote-alone", number))

    def _speak(self, find: Find, span: Span, number: int, family: str) -> None:
        """Credit a stretch to a tag, which may have one already."""
        known = [speech for speech in self.spoken if speech.find.cue == find.cue] if find.cue in self.used else []
        if known:
            known[0].content.append(span)
            known[0].content.sort()
        else:
            self.used.add(find.cue)
            self.spoken.append(_Speech(find, [span], family, number))

    def _tag_after(self, block: Block, place: int) -> Find | None:
        """The tag right behind a quotation: "…," he said."""
        text, quotation, limit = self.text, block.quotations[place], block.behind(place)
        inner = quotation.inside.of(text).rstrip(MARKS)
        for tag in block.tags:
            region, find = tag.region, tag.find
            if not quotation.span.end <= region.start < limit:
                continue
            gap = text[quotation.span.end : region.start].strip()
            closed = inner[-1:] in END and not gap.startswith(",")
            if len(gap) > 40 or re.search(r"[.:;!?](\s|$)", gap):
                return None
            if re.search(r"\b(and|but|then)\b", gap) or (_says_more(find) and inner[-1:] != ","):
                return None
            comma = inner[-1:] in ",?!—–-…" or gap.startswith((",", "–", "—", "-"))
            if closed and inner[-1:] == "." and (find.content or _starts_new(text, region, limit)):
                return None
            if not comma and not closed:
                return None
            if inner[-1:] in "?!…" and not gap and _says_more(find) and text[region.end : region.end + 1] != ",":
                return None
            return find if find.source or find.family == "according" else None
        return None

    def _tag_in_next(self, number: int, place: int) -> Find | None:
        """The tag that starts the next paragraph, after a quotation that ends its own with a comma."""
        block = self.blocks[number]
        quotation = block.quotations[place]
        ends = quotation.span.end == block.span.end and quotation.inside.of(self.text).rstrip(MARKS).endswith(",")
        if not ends or number + 1 >= len(self.blocks):
            return None
        following = self.blocks[number + 1]
        for tag in following.tags[:1]:
            if tag.region.start - following.span.start <= 5 and not tag.find.content:
                return tag.find
        return None

    def _tag_before(self, block: Block, place: int) -> Find | None:
        """The tag right in front of a quotation: He said, "…"."""
        start, floor = block.quotations[place].span.start, block.before(place)
        tag = next((tag for tag in reversed(block.tags) if floor <= tag.region.start and tag.region.end <= start), None)
        if tag is None or tag.find.cue in self.used or tag.find.family == "according":
            return None
        find, gap = tag.find, self.text[tag.region.end : start]
        told = gap.strip()
        if len(gap) > BETWEEN or re.search(r"[.!?]\s+[A-Z\"“]", gap):
            return None
        if told.endswith(":"):
            return find
        if (find.content and find.content[0].start < start - 6) or (len(told.split()) > 8 and not told.endswith(",")):
            return None
        whole = not find.content or find.content[-1].end <= block.quotations[place].span.end + 2
        near = told.endswith(",") or told.lower() in {"", "that", "as saying", "–", "—"} or (not find.content and len(told) < 60)
        return find if whole and near else None

    def _signature(self, number: int, quotation: Quotation) -> Find | None:
        """The name behind a dash that signs a quotation of a whole line: "…" ― Lena Orlan."""
        blocks, block = self.blocks, self.blocks[number]
        rest = Span(quotation.span.end, block.span.end) if quotation.span.end < block.span.end else None
        if rest is None and number + 1 < len(blocks):
            rest = blocks[number + 1].span
        match = SIGNATURE.fullmatch(self.text, rest.start, rest.end) if rest is not None else None
        if match is None or quotation.span.start > block.span.start + 1:
            return None
        return Find((Span(*match.span(2)),), (Span(*match.span(1)),), (), "signed")

    def _continues(self, number: int, place: int) -> bool:
        """Whether a quotation goes on with the one before: after its tag, right behind it, or in the next paragraph."""
        if not self.spoken:
            return False
        text, last, block = self.text, self.spoken[-1], self.blocks[number]
        quotation = block.quotations[place]
        if last.block == number and place:
            previous = block.quotations[place - 1].span
            gap = Span(previous.end, quotation.span.start) if previous.end < quotation.span.start else None
            if last.content[-1].end != previous.end:
                return False
            return gap is None or _joins(text, gap, last.find, block.tags)
        if last.block == number - 1 and place == 0 and quotation.span.start == block.span.start:
            before = self.blocks[number - 1]
            if before.quotations and before.quotations[-1].continued and last.content[-1].end == before.quotations[-1].span.end:
                return True
            tail = text[last.content[-1].end : before.span.end]
            return quotation.span.end >= block.span.end - 1 and not re.search(r"[.!?]\s+\S", tail)
        return False

    def _resumed(self, number: int, quotation: Quotation) -> Find | None:
        """The speaker of the sentence before, for a quotation of some length that starts a paragraph or a sentence."""
        text, block = self.text, self.blocks[number]
        starts = quotation.span.start == block.span.start or text[block.span.start : quotation.span.start].rstrip().endswith((".", ":"))
        if not starts or quotation.inside.of(text).count(" ") < LONG:
            return None
        last: Find | None = None
        for find in (find for other in self.blocks[max(0, number - 1) : number + 1] for find in other.finds):
            named = find.speech and find.family != "according" and find.source and find.source[0].of(text).lower() not in THINGS
            if named and find.cue and find.cue[0].start < quotation.span.start and (last is None or last.cue < find.cue):
                last = find
        return replace(last, cue=()) if last is not None else None


def _whole_sentence(text: str, block: Block, place: int) -> Span:
    """A quotation with the words in front of it that its tag covers too: The plan is a "grave mistake," she said."""
    quotation = block.quotations[place].span
    floor = block.before(place)
    start = max((match.end() for match in SENTENCE_START.finditer(text, floor, quotation.start + 1)), default=floor)
    words = text[start : quotation.start]
    cues = [part for find in block.finds if find.speech and find.source for part in find.cue]
    told = any(start <= part.start < quotation.start for part in cues) or words.rstrip().endswith((":", ";"))
    if (place and start == floor) or told or not words.strip() or words.strip(" ,").lower() in {"and", "but", "so"}:
        return quotation
    return Span(start + len(words) - len(words.lstrip()), quotation.end)


def _says_more(find: Find) -> bool:
    """Whether all that the cue introduces stands behind it, in other words than the quotation in front of it."""
    return bool(find.content) and find.family in {"clausal", "belief"} and find.content[0].start >= find.cue[-1].end


def _starts_new(text: str, region: Span, limit: int) -> bool:
    """Whether a tag behind a full stop leads on to another quotation instead of closing this one."""
    behind = text[region.end : limit].strip()
    return behind.endswith((",", ":")) or len(behind) > 60


def _joins(text: str, gap: Span, find: Find, tags: Sequence[Tag]) -> bool:
    """Whether nothing but the tag of the first, or nothing at all, stands between two quotations."""
    if any(gap.contains(tag.region) and tag.find is not find for tag in tags):
        return False
    parts = [part for part in (*find.source, *find.cue) if gap.contains(part)]
    tail = text[max([gap.start, *[part.end for part in parts]]) : gap.end].strip()
    if not parts:
        return not tail.strip(" ,;:…")
    return len(tail) <= BETWEEN and not re.search(r"[.!?][\"”]?\s+\S", tail)

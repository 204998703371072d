"""Quotations and their tags: which "he said" belongs to which words in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.attribution.quotes import Quotation, between, enclosing
from verbale.attribution.rules_find import Find
from verbale.values import Span, Spans

LONGEST_QUOTATION = 3000
"""Characters that a quotation may have in front of its tag."""
BETWEEN = 150
"""Characters up to which a tag and its quotation may be apart within a paragraph."""
LONG = 4
"""Words from which a quotation is speech whatever its punctuation."""
TITLE = 6
"""Words up to which a quotation may be the title of a work."""
TITLED = frozenset(
    [
        "a",
        "album",
        "article",
        "book",
        "called",
        "entitled",
        "essay",
        "film",
        "for",
        "in",
        "movie",
        "named",
        "of",
        "on",
        "program",
        "show",
        "song",
        "the",
        "titled",
    ]
)
THINGS = frozenset(["it", "that", "this", "which", "these", "those"])
SMALL = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"])
END = ".!?…"
SIGNATURE = re.compile(r"\s*([―—–-]{1,2})\s*((?:[A-Z][\w.'’-]*,?\s*){1,6})")
SENTENCE_START = re.compile(r"[.!?…][\"”’')]*\s+(?=[A-Z\"“'‘])")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its span, its outermost quotations of speech, and the tags and clauses found in it."""

    span: Span
    quotations: tuple[Quotation, ...]
    finds: tuple[Find, ...]


@dataclass(slots=True)
class _Speech:
    find: Find
    content: list[Span]
    family: str
    block: int


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the words in the marks are long or punctuated enough to be speech rather than a title or scare quotes."""
    words = quotation.inside.of(text).split()
    last = quotation.inside.of(text).rstrip()[-1:]
    if len(words) <= TITLE and _is_title(text, quotation, words):
        return False
    return len(words) >= LONG or (last in ",.?!" and len(words) >= 1)


def _is_title(text: str, quotation: Quotation, words: list[str]) -> bool:
    """Whether the quotation names a work: capitals throughout, behind a word such as "show", "on" or a possessive."""
    before = text[max(0, quotation.span.start - 30) : quotation.span.start].split()
    capitals = all(word[0].isupper() or word.lower() in SMALL or not word[0].isalpha() for word in words)
    return capitals and bool(before) and (before[-1].lower() in TITLED or before[-1].endswith(("'s", "’s")))


def quoted_finds(text: str, blocks: Sequence[Block]) -> tuple[list[Find], set[Spans]]:
    """The attributions of quotations, and the cues of the tags that they use up."""
    spoken: list[_Speech] = []
    used: set[Spans] = set()
    for number, block in enumerate(blocks):
        tags = _tags(block)
        for place, quotation in enumerate(block.quotations):
            _link(text, blocks, number, place, quotation, tags, spoken, used)
    return [replace(speech.find, content=tuple(speech.content), family=speech.family) for speech in spoken], used


def _tags(block: Block) -> list[tuple[Span, Find]]:
    """The cues of a paragraph that stand outside its quotations, each with the stretch that source and cue cover."""
    found = []
    for find in block.finds:
        if not find.speech or not find.cue:
            continue
        parts = [*find.source, *find.cue]
        near = [part for part in parts if abs(part.start - find.cue[0].start) < 400]
        region = Span(min(part.start for part in near), max(part.end for part in near))
        if enclosing(block.quotations, find.cue[0].start) is None:
            found.append((_clip(region, find.cue[0], block.quotations), find))
    return sorted(found, key=lambda item: item[0].start)


def _clip(region: Span, cue: Span, quotations: tuple[Quotation, ...]) -> Span:
    """The part of a tag's stretch around its cue that no quotation interrupts."""
    before = between(quotations, region.start - LONGEST_QUOTATION, cue.start)
    behind = between(quotations, cue.end, region.end)
    start = max([region.start, *[quotation.span.end for quotation in before[-1:]]])
    end = behind[0].span.start if behind else region.end
    return Span(start, max(end, cue.end))


def _link(
    text: str, blocks: Sequence[Block], number: int, place: int, quotation: Quotation,
    tags: list[tuple[Span, Find]], spoken: list[_Speech], used: set[Spans],
) -> None:  # fmt: skip
    block = blocks[number]
    after = _tag_after(text, block, place, quotation, tags)
    if after is None and place == len(block.quotations) - 1 and quotation.span.end == block.span.end:
        after = _tag_in_next(text, blocks, number, quotation)
    if after is not None:
        _speak(spoken, used, after, _whole_sentence(text, block, place), number, "quote-tag")
        return
    if _continues(text, blocks, number, place, quotation, tags, spoken):
        spoken[-1].content.append(quotation.span)
        spoken[-1].block = number
        return
    signed = _signature(text, blocks, number, quotation)
    if signed is not None:
        spoken.append(_Speech(signed, [quotation.span], "signed", number))
        return
    before = _tag_before(text, block, place, quotation, tags, used, number)
    if before is not None:
        _speak(spoken, used, before, quotation.span, number, "tag-quote")
        return
    resumed = _resumed(text, blocks, number, place, quotation, spoken)
    if resumed is not None:
        spoken.append(_Speech(resumed, [quotation.span], "quote-alone", number))


def _speak(spoken: list[_Speech], used: set[Spans], find: Find, span: Span, number: int, family: str) -> None:
    key = find.cue
    if key in used:
        for speech in spoken:
            if speech.find.cue == key:
                speech.content.append(span)
                speech.content.sort()
                return
    used.add(key)
    spoken.append(_Speech(find, [span], family, number))


def _whole_sentence(text: str, block: Block, place: int) -> Span:
    """A quotation with the words in front of it that its tag covers too: The plan is a "grave mistake," she said."""
    quotation = block.quotations[place].span
    floor = block.quotations[place - 1].span.end if place else block.span.start
    start = max((match.end() for match in SENTENCE_START.finditer(text, floor, quotation.start + 1)), default=floor)
    words = text[start : quotation.start]
    cues = [part for find in block.finds if find.speech and find.source for part in find.cue]
    told = any(start <= part.start < quotation.start for part in cues) or words.rstrip().endswith((":", ";"))
    if (place and start == floor) or told or not words.strip() or words.strip(" ,").lower() in {"and", "but", "so"}:
        return quotation
    return Span(start + len(words) - len(words.lstrip()), quotation.end)


def _tag_after(text: str, block: Block, place: int, quotation: Quotation, tags: list[tuple[Span, Find]]) -> Find | None:
    """The tag right behind a quotation: "…," he said."""
    limit = block.quotations[place + 1].span.start if place + 1 < len(block.quotations) else block.span.end
    inner = quotation.inside.of(text).rstrip(" '’\"”")
    for region, find in tags:
        if not quotation.span.end <= region.start < limit:
            continue
        gap = text[quotation.span.end : region.start].strip()
        closed = inner[-1:] in END and not gap.startswith(",")
        if len(gap) > 40 or re.search(r"[.:;!?](\s|$)", gap):
            return None
        if re.search(r"\b(and|but|then)\b", gap) or (_says_more(find) and inner[-1:] != ","):
            return None
        comma = inner[-1:] in ",?!—–-…" or gap.startswith((",", "–", "—", "-"))
        if closed and inner[-1:] == "." and (find.content or _starts_new(text, region, find, limit)):
            return None
        if not comma and not closed:
            return None
        if inner[-1:] in "?!…" and not gap and _says_more(find) and text[region.end : region.end + 1] != ",":
            return None
        return find if find.source or find.family == "according" else None
    return None


def _says_more(find: Find) -> bool:
    """Whether all that the cue introduces stands behind it, in other words than the quotation in front of it."""
    return bool(find.content) and find.family in {"clausal", "belief"} and find.content[0].start >= find.cue[-1].end


def _starts_new(text: str, region: Span, find: Find, limit: int) -> bool:
    """Whether a tag behind a full stop leads on to another quotation instead of closing this one."""
    behind = text[region.end : limit].strip()
    return behind.endswith((",", ":")) or len(behind) > 60


def _tag_in_next(text: str, blocks: Sequence[Block], number: int, quotation: Quotation) -> Find | None:
    """The tag that starts the next paragraph, after a quotation that ends with a comma."""
    if number + 1 >= len(blocks) or not quotation.inside.of(text).rstrip(" '’\"”").endswith(","):
        return None
    block = blocks[number + 1]
    for region, find in _tags(block)[:1]:
        if region.start - block.span.start <= 5 and not find.content:
            return find
    return None


def _tag_before(
    text: str, block: Block, place: int, quotation: Quotation, tags: list[tuple[Span, Find]], used: set[Spans], number: int
) -> Find | None:
    """The tag right in front of a quotation: He said, "…"."""
    floor = block.quotations[place - 1].span.end if place else block.span.start
    for region, find in reversed(tags):
        if region.end > quotation.span.start or region.start < floor:
            continue
        gap = text[region.end : quotation.span.start]
        if len(gap) > BETWEEN or re.search(r"[.!?]\s+[A-Z\"“]", gap) or find.cue in used:
            return None
        words = gap.strip()
        if find.family == "according":
            return None
        inside = find.content and find.content[0].start < quotation.span.start - 6
        if (inside and not words.endswith(":")) or (len(words.split()) > 8 and not words.endswith((":", ","))):
            return None
        whole = not find.content or find.content[-1].end <= quotation.span.end + 2
        if (
            words.endswith((":", ","))
            or (whole and words.lower() in {"", "that", "as saying", "–", "—"})
            or (not find.content and len(words) < 60)
        ):
            return find if whole or words.endswith(":") else None
        return None
    return None


def _signature(text: str, blocks: Sequence[Block], number: int, quotation: Quotation) -> Find | None:
    """The name behind a dash that signs a quotation of a whole line: "…" ― Lena Orlan."""
    block = blocks[number]
    rest = Span(quotation.span.end, block.span.end) if quotation.span.end < block.span.end else None
    if rest is None and number + 1 < len(blocks):
        rest = blocks[number + 1].span
    match = SIGNATURE.fullmatch(text, rest.start, rest.end) if rest is not None else None
    if match is None or quotation.span.start > block.span.start + 1:
        return None
    return Find((Span(*match.span(2)),), (Span(*match.span(1)),), (), "signed")


def _continues(
    text: str, blocks: Sequence[Block], number: int, place: int, quotation: Quotation, tags: list[tuple[Span, Find]], spoken: list[_Speech]
) -> bool:
    """Whether a quotation goes on with the one before: after its tag, right behind it, or in the next paragraph."""
    if not spoken:
        return False
    last = spoken[-1]
    block = blocks[number]
    if last.block == number and place:
        previous = block.quotations[place - 1].span
        gap = Span(previous.end, quotation.span.start) if previous.end < quotation.span.start else None
        if last.content[-1].end != previous.end:
            return False
        return gap is None or _joins(text, gap, last.find, tags)
    if last.block == number - 1 and place == 0 and quotation.span.start == block.span.start:
        before = blocks[number - 1]
        if before.quotations and before.quotations[-1].continued and last.content[-1].end == before.quotations[-1].span.end:
            return True
        tail = text[last.content[-1].end : before.span.end]
        return quotation.span.end >= block.span.end - 1 and not re.search(r"[.!?]\s+\S", tail)
    return False


def _joins(text: str, gap: Span, find: Find, tags: list[tuple[Span, Find]]) -> bool:
    """Whether nothing but the tag of the first, or nothing at all, stands between two quotations."""
    if any(gap.contains(region) and other is not find for region, other in tags):
        return False
    parts = [part for part in (*find.source, *find.cue) if gap.contains(part)]
    tail = text[max([gap.start, *[part.end for part in parts]]) : gap.end].strip()
    if not parts:
        return not tail.strip(" ,;:…")
    return len(tail) <= BETWEEN and not re.search(r"[.!?][\"”]?\s+\S", tail)


def _resumed(text: str, blocks: Sequence[Block], number: int, place: int, quotation: Quotation, spoken: list[_Speech]) -> Find | None:
    """The speaker of the sentence before, for a paragraph that is one quotation without a tag."""
    block = blocks[number]
    if quotation.inside.of(text).count(" ") < LONG:
        return None
    candidates: list[tuple[Spans, Find]] = []
    for other in blocks[max(0, number - 1) : number + 1]:
        candidates += [
            (find.cue, find)
            for find in other.finds
            if find.speech and find.source and find.cue and find.source[0].of(text).lower() not in THINGS
        ]
    candidates = [item for item in candidates if item[0][0].start < quotation.span.start]
    starts = quotation.span.start == block.span.start or text[block.span.start : quotation.span.start].rstrip().endswith((".", ":"))
    if not candidates or not starts:
        return None
    nearest = max(candidates, key=lambda item: item[0][0].start)[1]
    return replace(nearest, cue=())

"""Attributions that a set phrase or a colon signals: "according to X", "in X's view", "X: …", a headline's "X Claims …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.rules_find import Find
from verbale.attribution.rules_prune import is_spoken_participle
from verbale.attribution.rules_source import noun_phrase
from verbale.attribution.rules_tree import OPENING_MARKS, Tree, trimmed
from verbale.values import Span

NAME = r"[A-ZА-ЯЁІЇЄҐ][\w.'’-]*"
COLON = re.compile(
    rf"(?P<source>(?:The\s+)?{NAME}(?:\s+(?:{NAME}|of|the|and|de|von|\([^)]*\))){{0,6}})(?P<cue>:)\s+(?P<content>\S.*)", re.DOTALL
)
END_COLON = re.compile(rf"(?P<content>\S.{{15,}}?)(?P<cue>\s+[–—-]|:)\s+(?P<source>(?:the\s+)?{NAME}(?:\s+{NAME}){{0,3}})", re.DOTALL)
HANDLE = re.compile(r"(?P<source>[^\n()]{2,40}? \(@\w+\))(?P<cue>:| [—–-]|)\s+(?P<content>\S.*)", re.DOTALL)
SIGNED_POST = re.compile(
    r"(?P<content>\S.*?)\s*(?P<cue>[—–―])\s*(?P<source>[^\n()—–]{2,60}? \(@\w+\)),?"
    r"\s+(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}\W*",
    re.DOTALL,
)
"""A post as pages embed it: its words, then who wrote them, and the day."""
NO_NAME = frozenset(["about", "after", "at", "before", "by", "for", "from", "in", "is", "on", "over", "to", "under", "with"])
"""Words that stand in a heading and in no one's name."""
HEADLINE_LIMIT = 160
WORDS_WITHOUT_CAPITAL = 4


def phrase_finds(tree: Tree) -> Iterator[Find]:
    """What "according to X" and "in X's view" attribute in a paragraph."""
    for index, token in enumerate(tree.tokens):
        if token.lemma in {"accord", "according"} and token.tag in {"VBG", "IN"}:
            yield from _according(tree, index)
        elif token.text.lower() == "per" and token.pos == "ADP":
            yield from _per(tree, index)
        elif token.lemma in lexicon.VIEW_NOUNS and token.pos == "NOUN":
            yield from _in_view(tree, index)


def _according(tree: Tree, index: int) -> Iterator[Find]:
    after = [kid for kid in tree.children(index, "prep", "pobj") if tree.tokens[kid].lemma == "to"]
    if not after and index + 1 < len(tree.tokens) and tree.tokens[index + 1].lemma == "to":
        after = [index + 1]
    for to in after:
        inner = tree.children(to, "pobj")
        if inner:
            source = noun_phrase(tree, inner[0])
            yield from _framed(tree, index, {index, to}, source)


def _per(tree: Tree, index: int) -> Iterator[Find]:
    inner = tree.children(index, "pobj")
    if inner and tree.tokens[inner[0]].pos == "PROPN" and tree.tokens[index - 1].text == ",":
        yield from _framed(tree, index, {index}, noun_phrase(tree, inner[0]))


def _in_view(tree: Tree, index: int) -> Iterator[Find]:
    preposition = tree.head(index)
    owners = tree.children(index, "poss")
    if not owners or tree.tokens[index].dep != "pobj" or tree.tokens[preposition].lemma not in {"in", "to"}:
        return
    if tree.tokens[owners[0]].lemma in lexicon.PUBLIC_FIRST_PERSON | {"my", "our", "your"}:
        return
    rest = tree.subtree(index) - tree.subtree(owners[0])
    yield from _framed(tree, preposition, {preposition, *rest}, noun_phrase(tree, owners[0]))


def _framed(tree: Tree, index: int, cue: set[int], source: frozenset[int]) -> Iterator[Find]:
    """The rest of the sentence, or of the clause on which the phrase hangs, as content."""
    first, last = tree.bounds[tree.tokens[index].sentence]
    phrase = cue | set(source)
    low, high = min(phrase), max(phrase)
    before = _words(tree, set(range(first, low)))
    rest = set(range(first, last + 1)) - set(range(low, high + 1))
    if before:
        rest = _around(tree, (first, low, high, last))
        opened = [place for place in range(first, low) if tree.tokens[place].text == ";"]
        if opened:
            rest -= set(range(first, opened[-1] + 1))
    content = tree.spans(_pruned_speech(tree, rest))
    if content:
        pronoun = len(source) == 1 and tree.tokens[next(iter(source))].pos == "PRON"
        yield Find(tree.spans(source), tree.spans(cue), content, "according", True, pronoun)


def _around(tree: Tree, places: tuple[int, int, int, int]) -> set[int]:
    """What a phrase in mid-sentence covers: all in front of it, and what follows where the clause only then gets its verb."""
    first, low, high, last = places
    before, after = set(range(first, low)), set(range(high + 1, last + 1))
    follows = next((place for place in sorted(after) if tree.tokens[place].pos != "PUNCT"), None)
    opener = next((place for place in sorted(before, reverse=True) if tree.tokens[place].pos != "PUNCT"), None)
    if opener is not None and tree.tokens[opener].pos in {"SCONJ", "ADP"} and follows is not None:
        return after
    if follows is not None and ((tree.is_verb(follows) and tree.tokens[follows].tag != "VBG") or tree.tokens[low - 1].text != ","):
        return before | after
    return before


def _words(tree: Tree, tokens: set[int]) -> set[int]:
    return {place for place in tokens if tree.tokens[place].pos not in {"PUNCT", "SPACE", "CCONJ", "ADV"}}


def _pruned_speech(tree: Tree, tokens: set[int]) -> set[int]:
    """The tokens without a participle of speech behind a comma."""
    for index in sorted(tokens):
        if is_spoken_participle(tree, index):
            tokens = tokens - tree.subtree(index)
    return tokens


def colon_find(text: str, block: Span) -> Iterator[Find]:
    """What a line of the form "X: …", "… – X" or "Name (@handle) …" attributes, at most one."""
    for pattern, family in ((SIGNED_POST, "tweet"), (HANDLE, "tweet"), (COLON, "colon"), (END_COLON, "colon")):
        match = pattern.fullmatch(text, block.start, block.end)
        if match is None or (pattern is END_COLON and not _is_headline(text, block)):
            continue
        source, cue = Span(*match.span("source")), match.span("cue")
        content = trimmed(text, Span(*match.span("content")))
        if pattern is END_COLON and set(re.findall(r"\w+", source.of(text).lower())) & lexicon.MEDIA:
            return
        if content is None or len(content.of(text)) < 12 or _is_label(source.of(text)):
            return
        mark = cue[0] + (len(match["cue"]) - len(match["cue"].lstrip()))
        yield Find((source,), (Span(mark, cue[1]),) if mark < cue[1] else (), (content,), family)
        return


def _is_label(words: str) -> bool:
    parts = re.findall(r"\w+", words.lower())
    return (
        not parts
        or any(part in NO_NAME or part == "photographer" for part in parts)
        or all(part in lexicon.LABELS or part.isdigit() for part in parts)
    )


def _is_headline(text: str, block: Span) -> bool:
    line = block.of(text)
    return len(line) <= HEADLINE_LIMIT and line.rstrip()[-1] not in ".,;:" and line[0] not in OPENING_MARKS


def headline_find(text: str, block: Span) -> Iterator[Find]:
    """What a headline in title case attributes: "X Claims …", which a parser takes for a row of nouns."""
    line = block.of(text)
    words = re.findall(r"[A-Za-z][\w'’-]*", line)
    lower = [word for word in words if word[0].islower() and len(word) > WORDS_WITHOUT_CAPITAL]
    if not _is_headline(text, block) or len(words) < 4 or lower:
        return
    for match in re.finditer(r"[A-Za-z]+", line):
        word = match[0].lower()
        if match.start() == 0 or not word.endswith("s") or word == match[0]:
            continue
        lemma = next(
            (stem for stem in (word[:-1], word[:-2], word[:-3] + "y") if stem in lexicon.SPEECH | lexicon.OBJECT | lexicon.THOUGHT), None
        )
        before = trimmed(text, Span(block.start, block.start + match.start()))
        behind = trimmed(text, Span(min(block.start + match.end(), block.end - 1), block.end))
        if lemma and before and behind and len(before.of(text).split()) <= 6 and len(behind.of(text).split()) >= 2:
            yield Find((before,), (Span(block.start + match.start(), block.start + match.end()),), (behind,), "headline")
            return

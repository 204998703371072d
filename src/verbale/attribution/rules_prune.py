"""What does not belong to a content although the parse puts it there."""

from __future__ import annotations

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.rules_tree import Tree
from verbale.values import Spans


def pruned(tree: Tree, verb: int, tokens: set[int]) -> set[int]:
    """Content tokens without the cue, a later participle of speech, which makes an attribution of its own, and a loose end.

    Of the clauses that follow a comma at the end, annotators leave out "which …", "who …" and "though …" more often than not.
    """
    kept = tokens - {verb}
    for index in sorted(kept):
        if index in kept and index > verb and (is_spoken_participle(tree, index) or _is_loose_end(tree, index, max(kept))):
            kept -= tree.subtree(index)
        elif index in kept and index > verb and _is_other_speaker(tree, index):
            kept -= {place for place in tree.subtree(index) if place >= _clause_start(tree, index)}
    return kept


def is_spoken_participle(tree: Tree, index: int) -> bool:
    """Whether the token is a participle of speech behind a comma: "…, stressing that"."""
    token = tree.tokens[index]
    if token.tag != "VBG" or token.lemma not in lexicon.SPEECH or token.dep not in {"advcl", "acl", "conj", "ccomp", "dep"}:
        return False
    first = min(tree.subtree(index))
    joined = token.dep == "conj" and tree.tokens[token.head].tag != "VBG" and tree.tokens[first - 1].lemma == "and"
    if first == 0 or not (joined or tree.tokens[first - 1].text in {",", '"', "''"}):
        return False
    following = tree.tokens[index + 1].text if index + 1 < len(tree.tokens) else ""
    return bool(tree.children(index, "ccomp")) or following in {"that", '"', ",", ":"}


def _is_other_speaker(tree: Tree, index: int) -> bool:
    """Whether a coordinated clause has a speaker of its own: "…, while Petrak said …"."""
    token = tree.tokens[index]
    if token.dep not in {"advcl", "conj"} or token.lemma not in lexicon.SPEECH or token.tag not in {"VBD", "VBZ", "VBP"}:
        return False
    names = [kid for kid in tree.children(index, "nsubj") if tree.tokens[kid].pos in {"PROPN", "NOUN"}]
    start = _clause_start(tree, index)
    opener = tree.tokens[start].lemma if start < index else ""
    before = tree.tokens[start - 1].text if start else ""
    return bool(names and tree.children(index, "ccomp")) and (
        opener in {"while", "whereas"} or before in {",", ";"} or opener in {"but", "and"}
    )


def _clause_start(tree: Tree, index: int) -> int:
    """The first token of a coordinated clause, with the conjunction in front of it."""
    start = min(tree.subtree(index))
    while start > 0 and tree.tokens[start - 1].pos in {"CCONJ"}:
        start -= 1
    return start


def _is_loose_end(tree: Tree, index: int, last: int) -> bool:
    token = tree.tokens[index]
    if token.dep not in {"relcl", "advcl"}:
        return False
    below = tree.subtree(index)
    first = min(below)
    if max(below) < last or first == 0 or tree.tokens[first - 1].text != ",":
        return False
    opener = tree.tokens[first]
    return (token.dep == "relcl" and opener.tag in {"WDT", "WP", "WRB", "WP$"}) or opener.lemma in {"though", "although"}


def without(content: Spans, cue: Spans) -> Spans:
    """The spans of the content that share no character with the cue."""
    return tuple(span for span in content if not any(span.overlaps(other) for other in cue))

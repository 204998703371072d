"""Attributions that a verb signals: who says, wants, rejects what."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.rules_content import content_of
from verbale.attribution.rules_find import Find
from verbale.attribution.rules_prune import without
from verbale.attribution.rules_source import closing_subject, cue_tokens, subject_of
from verbale.attribution.rules_tree import Tree

WEAK_UNDER_MODAL = frozenset({"object", "infinitive", "framing", "preposition", "belief", "loose"})
"""Families that tell no position where the verb is only possible or due."""
MODALS = lexicon.words("could may might must should")
CUES = (
    lexicon.SPEECH
    | lexicon.THOUGHT
    | lexicon.INFINITIVE
    | lexicon.OBJECT
    | lexicon.FRAMING
    | lexicon.QUOTE_ONLY
    | {verb for verb, _ in lexicon.PREPOSITIONAL | lexicon.PARTICLE}
)


def verb_finds(tree: Tree) -> Iterator[Find]:
    """What the verbs and adjectives of a paragraph attribute, in text order."""
    for index, token in enumerate(tree.tokens):
        if token.pos in {"VERB", "AUX"}:
            found = _of_verb(tree, index)
            if found is not None:
                yield found


def _of_verb(tree: Tree, verb: int) -> Find | None:
    token = tree.tokens[verb]
    lemma = token.lemma
    if lemma not in CUES or token.dep in {"amod", "compound"}:
        return None
    subject = subject_of(tree, verb)
    if subject is None and lemma in lexicon.SPEECH and token.tag in {"VBD", "VBN", "VBZ"} and verb > 1:
        subject = closing_subject(tree, verb)
    if _is_quoted_passive(tree, verb) or (subject is None and not _may_lack_subject(tree, verb)):
        return None
    family, tokens = content_of(tree, verb, subject)
    if family in WEAK_UNDER_MODAL and MODALS & {tree.tokens[kid].lemma for kid in tree.children(verb, "aux")}:
        return None
    speech = lemma in lexicon.SPEECH or lemma in lexicon.QUOTE_ONLY
    if not tokens and not (speech and subject is not None):
        return None
    source = tree.spans(subject.tokens) if subject is not None else ()
    cue = tree.spans(cue_tokens(tree, verb, subject, _preposition(tree, verb, family)))
    content = without(tree.spans(tokens), cue)
    return Find(source, cue, content, family, speech, subject is not None and subject.pronoun)


def _may_lack_subject(tree: Tree, verb: int) -> bool:
    """Whether a cue without a subject is still one: "it was reported that", a participle whose subject the parse lost."""
    passive = bool(tree.children(verb, "auxpass")) and bool(tree.children(verb, "ccomp", "xcomp"))
    return tree.tokens[verb].lemma in lexicon.SPEECH and (
        passive or (tree.tokens[verb].tag == "VBG" and bool(tree.children(verb, "ccomp")))
    )


def _is_quoted_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is only the frame of another: "was quoted as saying"."""
    return any(
        tree.tokens[inner].lemma in lexicon.SPEECH
        for preposition in tree.children(verb, "prep")
        for inner in tree.children(preposition, "pcomp")
    )


def _preposition(tree: Tree, verb: int, family: str) -> set[int]:
    """The preposition or particle that belongs to the cue."""
    extra = set(tree.children(verb, "prt"))
    if family == "preposition":
        lemma = tree.tokens[verb].lemma
        extra |= {kid for kid in tree.children(verb, "prep", "dative") if (lemma, tree.tokens[kid].lemma) in lexicon.PREPOSITIONAL}
    return extra

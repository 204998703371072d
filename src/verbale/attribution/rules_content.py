"""What a cue says, by the construction that the parse shows."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.rules_clauses import (
    comma_apart,
    conditions,
    following_clause,
    front,
    is_infinitive,
    is_subordinate,
    loose_clause,
    lost_subject,
)
from verbale.attribution.rules_prune import pruned
from verbale.attribution.rules_source import Subject
from verbale.attribution.rules_tree import OPENING_MARKS, Tree


def content_of(tree: Tree, verb: int, subject: Subject | None) -> tuple[str, set[int]]:
    """The family of the construction and the tokens of its content, none for a mere tag.

    The first construction that holds counts: a clause, an infinitive, a participle, "X as Y", an object, a preposition's object, the
    subject of a passive, and at last the clause in front of the cue or behind it.
    """
    for family, tokens in (
        ("clausal" if tree.tokens[verb].lemma in lexicon.SPEECH else "belief", _clause(tree, verb)),
        ("infinitive", _infinitive(tree, verb)),
        ("clausal", _gerund(tree, verb)),
        ("framing", _framed(tree, verb)),
        ("object", _object(tree, verb)),
        ("preposition", _prepositional(tree, verb)),
        ("passive", _passive(tree, verb, subject)),
        ("parenthetic", _around(tree, verb, subject)),
        ("closing", _in_front(tree, verb, subject)),
        ("loose", following_clause(tree, verb) if subject is not None and tree.tokens[verb].lemma in lexicon.CLAUSE_ONLY else set()),
    ):
        if tokens:
            return family, (tokens if family in {"passive", "closing"} else pruned(tree, verb, tokens))
    return "tag", set()


def _below(tree: Tree, tokens: Iterable[int]) -> set[int]:
    return set().union(*(tree.subtree(token) for token in tokens))


def _clause(tree: Tree, verb: int) -> set[int]:
    if tree.tokens[verb].lemma not in lexicon.SPEECH | lexicon.THOUGHT:
        return set()
    clauses = tree.children(verb, "ccomp") or loose_clause(tree, verb)
    if not clauses:
        return set()
    further = [other for other in conditions(tree, verb) if other > max(clauses)] if clauses[0] > verb else []
    return _below(tree, [*clauses, *further]) | lost_subject(tree, verb, clauses[0])


def _infinitive(tree: Tree, verb: int) -> set[int]:
    infinitives = [kid for kid in tree.children(verb, "xcomp", "ccomp") if is_infinitive(tree, kid)]
    if tree.tokens[verb].lemma not in lexicon.INFINITIVE or not infinitives:
        return set()
    others = [*tree.children(verb, "dobj"), *conditions(tree, verb)]
    return _below(tree, [*infinitives, *[other for other in others if not infinitives[0] <= other <= infinitives[-1]]])


def _gerund(tree: Tree, verb: int) -> set[int]:
    if tree.tokens[verb].lemma not in lexicon.GERUND:
        return set()
    return _below(tree, [kid for kid in tree.children(verb, "xcomp") if tree.tokens[kid].tag == "VBG" and kid > verb][:1])


def _object(tree: Tree, verb: int) -> set[int]:
    lemma = tree.tokens[verb].lemma
    particles = [(lemma, tree.tokens[kid].lemma) for kid in tree.children(verb, "prt")]
    if lemma not in lexicon.OBJECT and not lexicon.PARTICLE.intersection(particles):
        return set()
    return _below(tree, [kid for kid in tree.children(verb, "dobj") if tree.tokens[kid].pos != "PRON" or tree.tokens[kid].tag == "DT"])


def _prepositional(tree: Tree, verb: int) -> set[int]:
    for preposition in tree.children(verb, "prep", "prt", "dative"):
        if (tree.tokens[verb].lemma, tree.tokens[preposition].lemma) in lexicon.PREPOSITIONAL:
            inner = tree.children(preposition, "pobj", "pcomp")
            if inner:
                return _below(tree, inner)
    return set()


def _passive(tree: Tree, verb: int, subject: Subject | None) -> set[int]:
    if subject is None or not subject.agent or tree.tokens[verb].lemma not in lexicon.OBJECT | lexicon.FRAMING:
        return set()
    return _below(tree, tree.children(verb, "nsubjpass")[:1])


def _may_close(tree: Tree, verb: int) -> bool:
    """Whether the cue can stand behind what it introduces: it has nothing else to govern."""
    return tree.tokens[verb].lemma in lexicon.CLAUSE_ONLY | lexicon.REPORTING and not tree.children(verb, "dobj", "acomp", "xcomp")


def _around(tree: Tree, verb: int, subject: Subject | None) -> set[int]:
    """The clause into which a tag is put: "The road, Orlan said, must stay open"."""
    if subject is None or tree.tokens[verb].dep not in {"parataxis", "advcl", "ccomp", "intj"} or not _may_close(tree, verb):
        return set()
    if not comma_apart(tree, verb) or is_subordinate(tree, verb):
        return set()
    tokens = pruned(tree, verb, tree.subtree(tree.head(verb)) - tree.subtree(verb))
    return tokens if any(tree.is_verb(place) and tree.is_finite(place) for place in tokens) else set()


def _in_front(tree: Tree, verb: int, subject: Subject | None) -> set[int]:
    return front(tree, verb, subject) if subject is not None and _may_close(tree, verb) else set()


def _framed(tree: Tree, verb: int) -> set[int]:
    """The tokens of "X as Y", "X of Y", "X Y" after a framing verb."""
    lemma = tree.tokens[verb].lemma
    if lemma not in lexicon.FRAMING | lexicon.OBJECT:
        return set()
    tokens: set[int] = set()
    objects = tree.children(verb, "dobj")
    if lemma not in lexicon.FRAMING:
        parts = [kid for kid in tree.children(verb, "prep") if kid > verb and tree.tokens[kid].lemma == "as"]
        return _below(tree, [*objects, *parts]) if objects and parts else set()
    naming = ("npadvmod",) if lemma in lexicon.NAMING else ()
    for complement in tree.children(verb, "oprd", "ccomp", "xcomp", "acomp", *naming):
        if complement > verb:
            tokens |= tree.subtree(complement)
    for preposition in tree.children(verb, "prep"):
        if preposition > verb and tree.tokens[preposition].lemma in lexicon.FRAMING_PREPOSITIONS and objects:
            tokens |= tree.subtree(preposition)
    if not tokens:
        return _named(tree, verb, objects)
    for thing in objects:
        tokens |= tree.subtree(thing)
    return tokens


def _named(tree: Tree, verb: int, objects: list[int]) -> set[int]:
    """What stands behind "called" and the like where the parse sees one noun phrase and the text has a name in quotation marks."""
    if tree.tokens[verb].lemma not in lexicon.NAMING or not objects or tree.children(verb, "auxpass"):
        return set()
    tokens = _below(tree, objects)
    words = tree.span(min(tokens), max(tokens)).of(tree.text)
    return tokens if len(tokens) > 2 and any(mark in words for mark in OPENING_MARKS) else set()

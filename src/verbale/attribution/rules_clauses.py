"""Clauses that the parse joins to a cue in an odd way, or not at all."""

from __future__ import annotations

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.rules_source import Subject
from verbale.attribution.rules_tree import OPENING_QUOTES, Tree

SUBORDINATORS = lexicon.words("after although because before how if once since that though until when where whether while why")
ADVERBIAL = lexicon.words("after although as because before if when while")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def front(tree: Tree, verb: int, subject: Subject) -> set[int]:
    """The clause in front of a tag behind a comma, where the parse does not join the two: "The road is closed, Orlan said"."""
    if subject.outer is not None or tree.tokens[verb].tag == "VBG":
        return set()
    first, last = tree.bounds[tree.tokens[verb].sentence]
    start = min([verb, *subject.tokens])
    if (
        start <= first
        or tree.tokens[start - 1].text != ","
        or any(tree.is_verb(place) for place in range(verb + 1, min(last + 1, verb + 4)))
    ):
        return set()
    tokens = set(range(first, start))
    finite = [
        place for place in tokens if tree.is_verb(place) and tree.is_finite(place) and tree.children(place, "nsubj", "nsubjpass", "expl")
    ]
    opener = tree.tokens[first]
    free = [place for place in finite if tree.tokens[place].dep not in {"advcl", "relcl", "acl"}]
    return tokens if free and opener.tag not in {"WRB", "VBG"} else set()


def following_clause(tree: Tree, verb: int) -> set[int]:
    """What follows a verb of speech up to the end of its clause, from "that" on or behind whom it is said to, if it has a finite verb."""
    below = tree.subtree(verb)
    last = max(below)
    start = next(
        (
            place
            for place in range(verb + 1, last)
            if tree.tokens[place].text.lower() == "that"
            and tree.tokens[place].tag in {"IN", "WDT"}
            and tree.tokens[place].dep not in {"nsubj", "nsubjpass"}
        ),
        None,
    )
    if start is None:
        kids = [
            kid for kid in tree.kids[verb] if kid > verb and tree.tokens[kid].dep in {"xcomp", "ccomp", "dobj", "advcl", "oprd", "acomp"}
        ]
        start = min((min(tree.subtree(kid)) for kid in kids), default=None)
        clauses = [kid for thing in kids if tree.tokens[thing].pos == "PROPN" for kid in tree.children(thing, "relcl", "acl")]
        if clauses and not {tree.tokens[kid].tag for kid in tree.kids[clauses[0]]} & {"WDT", "WP", "WRB"}:
            start = min(tree.subtree(clauses[0]))
    if start is None or (tree.tokens[start].tag in {"WRB", "IN"} and tree.tokens[start].text.lower() != "that"):
        return set()
    tokens = {place for place in range(start, last + 1) if place in below}
    if any(mark in tree.span(verb, last).of(tree.text) for mark in OPENING_QUOTES):
        return set()
    finite = [place for place in tokens if tree.is_verb(place) and tree.is_finite(place) and tree.children(place, *SUBJECTS)]
    return tokens if finite else set()


def lost_subject(tree: Tree, verb: int, clause: int) -> set[int]:
    """The name in front of a finite clause without a subject, that the parse took for part of the time: "said Tuesday Velia would"."""
    first = min(tree.subtree(clause))
    if (
        clause < verb
        or not tree.is_finite(clause)
        or tree.children(clause, *SUBJECTS)
        or first != clause - len(tree.children(clause, "aux", "auxpass", "neg"))
    ):
        return set()
    place = first
    while (
        place - 1 > verb
        and tree.tokens[place - 1].pos in {"PROPN", "DET", "ADJ", "NOUN"}
        and tree.tokens[place - 1].text not in lexicon.DAYS
    ):
        place -= 1
    return set(range(place, first)) if tree.tokens[place - 1].text in lexicon.DAYS else set()


def conditions(tree: Tree, verb: int) -> list[int]:
    """Clauses with "if", "unless" or "until" that the parse hangs on the cue although they belong to what it says."""
    return [
        kid
        for kid in tree.children(verb, "advcl")
        if {tree.tokens[mark].lemma for mark in tree.children(kid, "mark")} & {"if", "unless", "until"}
    ]


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether the verb stands with "to"."""
    return any(tree.tokens[kid].tag == "TO" for kid in tree.children(verb, "aux"))


def is_subordinate(tree: Tree, verb: int) -> bool:
    """Whether the clause of the cue hangs on the other one ("after he said", "if they agree"), so that it frames nothing."""
    marks = {tree.tokens[kid].lemma for kid in tree.children(verb, "mark", "advmod")}
    if marks & SUBORDINATORS:
        return True
    if tree.tokens[verb].dep == "ccomp":
        return tree.tokens[tree.head(verb)].lemma in lexicon.SPEECH | lexicon.THOUGHT or not comma_apart(tree, verb)
    return tree.tokens[verb].dep == "advcl" and "as" not in marks


def comma_apart(tree: Tree, verb: int) -> bool:
    """Whether a comma or a quotation mark sets the clause of a cue off."""
    tokens = tree.subtree(verb)
    first, last = min(tokens), max(tokens)
    return any(
        0 <= place < len(tree.tokens) and tree.tokens[place].text in {",", '"', "''"} for place in (first - 1, last + 1, first, last)
    )


def loose_clause(tree: Tree, verb: int) -> list[int]:
    """A finite clause that the parse hangs on the cue under another name, right behind it."""
    return [
        kid
        for kid in tree.children(verb, "advcl", "xcomp", "parataxis")
        if kid > verb
        and tree.is_finite(kid)
        and tree.children(kid, "nsubj", "nsubjpass", "expl")
        and not {tree.tokens[mark].lemma for mark in tree.children(kid, "mark", "advmod")} & ADVERBIAL
    ]

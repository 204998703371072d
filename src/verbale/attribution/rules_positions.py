"""Attributions that an adjective or a noun signals."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.rules_clauses import is_infinitive
from verbale.attribution.rules_find import Find
from verbale.attribution.rules_prune import pruned, without
from verbale.attribution.rules_source import cue_tokens, noun_phrase, subject_of
from verbale.attribution.rules_tree import Tree

COPULAS = frozenset({"be", "remain", "sound", "feel", "seem", "make"})


def position_finds(tree: Tree) -> Iterator[Find]:
    """What adjectives of a standing position attribute: "is ready to", "remains skeptical that", "made it clear that"."""
    for index, token in enumerate(tree.tokens):
        if token.lemma in COPULAS and tree.is_verb(index):
            found = _of_adjective(tree, index)
            if found is not None:
                yield found


def _of_adjective(tree: Tree, verb: int) -> Find | None:
    subject = subject_of(tree, verb)
    if subject is None:
        return None
    making = tree.tokens[verb].lemma == "make"
    impersonal = {tree.tokens[place].lemma for place in subject.tokens} <= {"it", "this", "that", "there"}
    for adjective in _adjectives(tree, verb):
        if impersonal and tree.tokens[adjective].lemma in {"clear", "certain", "sure", "doubtful"}:
            continue
        if making and tree.tokens[adjective].lemma not in {"clear", "plain"}:
            continue
        complements = [kid for kid in tree.children(adjective, "ccomp", "xcomp") if kid > adjective]
        complements += [kid for kid in tree.children(verb, "ccomp", "xcomp") if kid > adjective and kid != adjective]
        if making and not complements:
            complements = [kid for kid in tree.children(adjective, "advcl") if kid > adjective and tree.is_finite(kid)]
        extra = {adjective, *tree.children(adjective, "advmod")}
        if not complements and not making:
            for preposition in tree.children(adjective, "prep"):
                inner = tree.children(preposition, "pobj", "pcomp")
                if inner and tree.tokens[preposition].lemma in {"about", "of", "to", "with", "in", "that"}:
                    complements = inner
                    extra.add(preposition)
        if complements:
            tokens = set().union(*(tree.subtree(kid) for kid in complements)) - extra
            content = tree.spans(pruned(tree, verb, tokens))
            cue = tree.spans(cue_tokens(tree, verb, subject, extra))
            return Find(tree.spans(subject.tokens), cue, without(content, cue), "position", False, subject.pronoun)
    return None


def _adjectives(tree: Tree, verb: int) -> list[int]:
    found = tree.children(verb, "acomp", "oprd", "ccomp", "xcomp", "attr")
    found += [kid for outer in list(found) if not tree.children(outer, "nsubj") for kid in tree.children(outer, "acomp", "oprd")]
    return [kid for kid in found if tree.tokens[kid].lemma in lexicon.ADJECTIVES and kid > verb]


def nominal_finds(tree: Tree) -> Iterator[Find]:
    """What nouns of speech attribute: "X's claim that", "their call for", "the promise to"."""
    for index, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or token.lemma not in lexicon.NOUNS:
            continue
        owners = tree.children(index, "poss")
        clauses = [kid for kid in tree.children(index, "acl", "ccomp", "relcl") if kid > index and _is_complement(tree, index, kid)]
        extra: set[int] = set()
        if not clauses and token.dep == "dobj":
            clauses = [kid for kid in tree.children(token.head, "xcomp") if kid > index and is_infinitive(tree, kid)]
        if not clauses:
            for preposition in tree.children(index, "prep"):
                if tree.tokens[preposition].lemma in lexicon.NOUN_PREPOSITIONS:
                    clauses = tree.children(preposition, "pobj", "pcomp")
                    extra = {preposition}
                    break
        tokens = set().union(*(tree.subtree(kid) for kid in clauses)) - extra
        if clauses and owners:
            yield Find(
                source=tree.spans(noun_phrase(tree, owners[0])),
                cue=tree.spans({index, *extra}),
                content=tree.spans(tokens),
                family="nominal",
                pronoun=tree.tokens[owners[0]].pos == "PRON",
            )
        elif clauses and not extra and token.dep == "dobj" and tree.tokens[token.head].lemma not in lexicon.OBJECT | lexicon.SPEECH:
            subject = subject_of(tree, token.head)
            if subject is not None:
                cue = cue_tokens(tree, token.head, subject, {index})
                yield Find(tree.spans(subject.tokens), tree.spans(cue), tree.spans(tokens), "nominal", pronoun=subject.pronoun)


def _is_complement(tree: Tree, noun: int, clause: int) -> bool:
    """Whether the clause tells what the noun says: "that …" with a subject of its own, or an infinitive."""
    if is_infinitive(tree, clause):
        return True
    marks = [kid for kid in tree.children(clause, "mark") if tree.tokens[kid].lemma == "that"]
    return bool(marks) and bool(tree.children(clause, "nsubj", "nsubjpass", "expl"))

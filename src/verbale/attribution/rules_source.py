"""Who speaks: the subject of a cue, and the words of the cue itself."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.rules_tree import OPENING_MARKS, Tree

TRAILING = 8
"""Tokens that may follow a closing tag: "Orlan said on Monday in Tarn"."""
NEAREST = 5
"""Tokens up to which an outer verb and the verb of speech make one cue: "went on to say"."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The tokens of a source; `agent` where it stands behind "by"; `outer` is the verb that has it, where that is not the cue's own."""

    tokens: frozenset[int]
    pronoun: bool = False
    agent: bool = False
    outer: int | None = None


def subject_of(tree: Tree, verb: int) -> Subject | None:
    """The one to whom the verb's content is credited: its subject, its agent, or the subject of the verb that governs it."""
    return _subject(tree, verb, depth=0)


def _subject(tree: Tree, verb: int, *, depth: int) -> Subject | None:
    passive = bool(tree.children(verb, "nsubjpass", "auxpass"))
    for agent in tree.children(verb, "agent"):
        for inner in tree.children(agent, "pobj"):
            return Subject(noun_phrase(tree, inner), agent=True)
    own = tree.children(verb, "nsubj") or (tree.children(verb, "nsubjpass") if passive and depth else [])
    if own:
        return _named(tree, verb, own[-1])
    if passive or depth > 4:
        return None
    head, dep = tree.head(verb), tree.tokens[verb].dep
    if dep == "relcl" or (dep == "acl" and tree.tokens[verb].tag == "VBG" and _speaker_above(tree, verb) is None):
        tokens = noun_phrase(tree, head) - tree.subtree(verb)
        return Subject(frozenset(tokens), tree.tokens[head].pos == "PRON") if tree.tokens[head].pos in {"NOUN", "PROPN", "PRON"} else None
    if dep == "pcomp":
        head, dep = tree.head(head), "xcomp"
    speaker = _speaker_above(tree, verb) if tree.tokens[verb].tag == "VBG" and dep in {"advcl", "acl", "conj", "ccomp", "dep"} else None
    if speaker is not None:
        return _subject(tree, speaker, depth=depth + 1)
    if dep in {"conj", "xcomp", "advcl", "ccomp", "dep"} and head != verb and tree.is_verb(head):
        if dep == "ccomp" and tree.is_finite(verb):
            return None
        if dep == "xcomp" and tree.children(head, "dobj"):
            return None
        found = _subject(tree, head, depth=depth + 1)
        if found is not None:
            near = dep == "xcomp" and 0 < verb - head <= NEAREST
            return Subject(found.tokens, found.pronoun, outer=(head if near else None))
    return None


def closing_subject(tree: Tree, verb: int) -> Subject | None:
    """The name between the last commas in front of a verb of speech that closes its sentence, where the parse gives it no subject."""
    first, last = tree.bounds[tree.tokens[verb].sentence]
    if any(tree.is_verb(place) for place in range(verb + 1, last + 1)) or last - verb > TRAILING:
        return None
    start = verb if tree.tokens[verb - 1].text != "," else verb - 1
    named: int | None = None
    for place in range(start - 1, first, -1):
        token = tree.tokens[place]
        if token.text == ",":
            opener = tree.tokens[place + 1]
            if opener.pos in {"PROPN", "DET", "NOUN", "ADJ", "PRON"} and start - place > 1:
                named = place + 1
        elif token.tag in {"VBD", "VBZ", "VBP", "MD"} or token.pos in {"SCONJ", "CCONJ"} or token.text in OPENING_MARKS:
            break
    if named is None:
        return None
    tokens = frozenset(range(named, start))
    nouns = [tree.tokens[place].pos for place in tokens]
    return Subject(tokens) if "PROPN" in nouns or "NOUN" in nouns or nouns == ["PRON"] else None


def _speaker_above(tree: Tree, participle: int) -> int | None:
    """The verb of speech in whose content the parse has put a participle of speech: "said that …, adding that …"."""
    first = min(tree.subtree(participle))
    if first == 0 or tree.tokens[first - 1].text != "," or tree.tokens[participle].lemma not in lexicon.SPEECH:
        return None
    place, found = participle, None
    while tree.head(place) != place:
        place = tree.head(place)
        if tree.is_verb(place) and tree.tokens[place].lemma in lexicon.SPEECH and tree.children(place, "nsubj"):
            found = place
    return found


def _named(tree: Tree, verb: int, subject: int) -> Subject | None:
    token = tree.tokens[subject]
    if token.tag in {"WDT", "WP"} and tree.tokens[verb].dep == "relcl":
        head = tree.head(verb)
        return Subject(frozenset(noun_phrase(tree, head) - tree.subtree(verb)), tree.tokens[head].pos == "PRON")
    if token.tag in {"WDT", "WP", "EX"} or (
        token.lemma in {"it", "this", "that"} and tree.children(verb, "ccomp") and tree.children(verb, "auxpass")
    ):
        return None
    return Subject(noun_phrase(tree, subject), token.pos == "PRON")


def noun_phrase(tree: Tree, head: int) -> frozenset[int]:
    """The whole noun phrase with title and apposition, without a possessive mark at its end, brackets' rest or a verb's other parts.

    A personal pronoun stands alone: what the parse hangs on it belongs elsewhere.
    """
    if tree.tokens[head].tag == "PRP":
        return frozenset({head})
    tokens = tree.subtree(head)
    for kid in tree.children(head, "case", "punct"):
        if kid == max(tokens):
            tokens -= {kid}
    return frozenset(tokens)


def cue_tokens(tree: Tree, verb: int, subject: Subject | None, extra: set[int]) -> set[int]:
    """The verb group: auxiliaries, negation, adverbs between, the verb and its particle, preposition or adjective."""
    helpers = tree.children(verb, "aux", "auxpass", "neg", "advmod")
    near = {kid for kid in helpers if kid < verb and tree.tokens[kid].tag not in {"WRB"}}
    first = verb
    while first - 1 in near:
        first -= 1
    tokens = set(range(first, verb + 1))
    if extra:
        last = max(extra)
        tokens |= set(range(verb, last + 1)) if last - verb <= NEAREST else extra
    if tree.tokens[verb].tag == "VB" and tree.tokens[verb].dep == "conj" and not helpers:
        tokens |= set(tree.children(tree.head(verb), "aux", "neg"))
    outer = subject.outer if subject is not None else None
    if outer is not None:
        start = min([outer, *[kid for kid in tree.children(outer, "aux", "auxpass", "neg") if outer - kid <= 3]])
        tokens |= set(range(start, verb + 1))
    return tokens - (set(subject.tokens) if subject is not None else set())

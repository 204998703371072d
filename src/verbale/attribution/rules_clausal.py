"""Attributions that a verb or an adjective signals: who says, wants, rejects what."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.rules_find import Find
from verbale.attribution.rules_source import Subject, closing_subject, cue_tokens, subject_of
from verbale.attribution.rules_tree import OPENING_MARKS, OPENING_QUOTES, Tree
from verbale.values import Spans

WEAK_UNDER_MODAL = frozenset({"object", "infinitive", "framing", "preposition", "belief"})
"""Families that tell no position where the verb is only possible or due."""


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
    if not _known(lemma) or token.dep in {"amod", "compound"}:
        return None
    subject = subject_of(tree, verb)
    if subject is None and lemma in lexicon.SPEECH and token.tag in {"VBD", "VBN", "VBZ"} and verb > 1:
        subject = closing_subject(tree, verb)
    if _is_quoted_passive(tree, verb) or (subject is None and not _may_lack_subject(tree, verb)):
        return None
    family, content = _content(tree, verb, subject)
    weak = family in WEAK_UNDER_MODAL or (family == "loose" and lemma not in lexicon.SPEECH)
    if weak and {tree.tokens[kid].lemma for kid in tree.children(verb, "aux")} & {
        "should",
        "could",
        "might",
        "must",
        "may",
    }:
        return None
    speech = lemma in lexicon.SPEECH or lemma in lexicon.QUOTE_ONLY
    if family == "loose" and not content:
        family = "tag"
    if not content and not (speech and subject is not None):
        return None
    extra = _preposition(tree, verb, family)
    source = tree.spans(subject.tokens) if subject is not None else ()
    cue = tree.spans(cue_tokens(tree, verb, subject, extra))
    return Find(source, cue, without(content, cue), family, speech, subject is not None and subject.pronoun)


def _known(lemma: str) -> bool:
    return any(
        lemma in words
        for words in (
            lexicon.SPEECH,
            lexicon.THOUGHT,
            lexicon.INFINITIVE,
            lexicon.OBJECT,
            lexicon.FRAMING,
            lexicon.QUOTE_ONLY,
            _WITH_PREPOSITION,
        )
    )


_WITH_PREPOSITION = frozenset(verb for verb, _ in lexicon.PREPOSITIONAL) | frozenset(verb for verb, _ in lexicon.PARTICLE)


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


def _content(tree: Tree, verb: int, subject: Subject | None) -> tuple[str, Spans]:
    """The family and the content of a verb; the spans are empty where it has none."""
    lemma = tree.tokens[verb].lemma
    outside = tree.subtree(verb) if tree.tokens[verb].dep in {"parataxis", "advcl", "ccomp", "intj"} else set()
    if lemma in lexicon.SPEECH or lemma in lexicon.THOUGHT:
        clauses = tree.children(verb, "ccomp") or _loose_clause(tree, verb)
        if clauses:
            clauses += [other for other in _conditions(tree, verb) if other > max(clauses)] if clauses[0] > verb else []
            tokens = set().union(*(tree.subtree(clause) for clause in clauses))
            return ("clausal" if lemma in lexicon.SPEECH else "belief"), tree.spans(
                pruned(tree, verb, tokens | _lost_subject(tree, verb, clauses[0]))
            )
    infinitives = [kid for kid in tree.children(verb, "xcomp", "ccomp") if is_infinitive(tree, kid)]
    if lemma in lexicon.INFINITIVE and infinitives:
        tokens = set().union(*(tree.subtree(kid) for kid in infinitives))
        for other in [*tree.children(verb, "dobj"), *_conditions(tree, verb)]:
            if other < infinitives[0] or other > infinitives[-1]:
                tokens |= tree.subtree(other)
        return "infinitive", tree.spans(pruned(tree, verb, tokens))
    gerunds = [kid for kid in tree.children(verb, "xcomp") if tree.tokens[kid].tag == "VBG" and kid > verb]
    if gerunds and lemma in lexicon.GERUND:
        return "clausal", tree.spans(pruned(tree, verb, tree.subtree(gerunds[0])))
    framed = _framed(tree, verb)
    if framed:
        return "framing", tree.spans(pruned(tree, verb, framed))
    particles = {tree.tokens[kid].lemma for kid in tree.children(verb, "prt")}
    objects = [kid for kid in tree.children(verb, "dobj") if tree.tokens[kid].pos != "PRON" or tree.tokens[kid].tag in {"DT"}]
    if objects and (lemma in lexicon.OBJECT or any((lemma, particle) in lexicon.PARTICLE for particle in particles)):
        tokens = set().union(*(tree.subtree(kid) for kid in objects))
        return "object", tree.spans(pruned(tree, verb, tokens))
    for preposition in tree.children(verb, "prep", "prt", "dative"):
        if (lemma, tree.tokens[preposition].lemma) in lexicon.PREPOSITIONAL:
            inner = tree.children(preposition, "pobj", "pcomp")
            if inner:
                return "preposition", tree.spans(pruned(tree, verb, set().union(*(tree.subtree(kid) for kid in inner))))
    passive = tree.children(verb, "nsubjpass")
    if passive and subject is not None and subject.agent and lemma in lexicon.OBJECT | lexicon.FRAMING:
        return "passive", tree.spans(tree.subtree(passive[0]))
    if subject is None or lemma not in lexicon.CLAUSE_ONLY | lexicon.REPORTING or tree.children(verb, "dobj", "acomp", "xcomp"):
        return _last_resort(tree, verb, subject)
    if outside and _comma_apart(tree, verb) and not _is_subordinate(tree, verb):
        tokens = pruned(tree, verb, tree.subtree(tree.head(verb)) - outside)
        if any(tree.is_verb(place) and tree.is_finite(place) for place in tokens):
            return "parenthetic", tree.spans(tokens)
    front = _front(tree, verb, subject)
    return ("closing", tree.spans(front)) if front else _last_resort(tree, verb, subject)


def _last_resort(tree: Tree, verb: int, subject: Subject | None) -> tuple[str, Spans]:
    """A clause that follows a verb of speech in whatever relation, else nothing."""
    if subject is not None and tree.tokens[verb].lemma in lexicon.CLAUSE_ONLY:
        return "loose", tree.spans(pruned(tree, verb, _following_clause(tree, verb)))
    return "tag", ()


def _front(tree: Tree, verb: int, subject: Subject) -> set[int]:
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


def _following_clause(tree: Tree, verb: int) -> set[int]:
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
    finite = [
        place
        for place in tokens
        if tree.is_verb(place) and tree.is_finite(place) and tree.children(place, "nsubj", "nsubjpass", "expl", "csubj")
    ]
    return tokens if finite else set()


def _lost_subject(tree: Tree, verb: int, clause: int) -> set[int]:
    """The name in front of a finite clause without a subject, which the parse took for a part of the time: "said on Tuesday Velia would"."""
    first = min(tree.subtree(clause))
    if (
        clause < verb
        or not tree.is_finite(clause)
        or tree.children(clause, "nsubj", "nsubjpass", "expl", "csubj")
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


def _conditions(tree: Tree, verb: int) -> list[int]:
    """Clauses with "if", "unless" or "until" that the parse hangs on the cue although they belong to what it says."""
    return [
        kid
        for kid in tree.children(verb, "advcl")
        if {tree.tokens[mark].lemma for mark in tree.children(kid, "mark")} & {"if", "unless", "until"}
    ]


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether the verb stands with "to"."""
    return any(tree.tokens[kid].tag == "TO" for kid in tree.children(verb, "aux"))


def _is_subordinate(tree: Tree, verb: int) -> bool:
    """Whether the clause of the cue hangs on the other one ("after he said", "if they agree"), so that it frames nothing."""
    marks = {tree.tokens[kid].lemma for kid in tree.children(verb, "mark", "advmod")}
    if marks & {
        "after",
        "before",
        "if",
        "when",
        "while",
        "because",
        "although",
        "though",
        "since",
        "until",
        "once",
        "that",
        "whether",
        "where",
        "how",
        "why",
    }:
        return True
    if tree.tokens[verb].dep == "ccomp":
        return tree.tokens[tree.head(verb)].lemma in lexicon.SPEECH | lexicon.THOUGHT or not _comma_apart(tree, verb)
    return tree.tokens[verb].dep == "advcl" and "as" not in marks


def _comma_apart(tree: Tree, verb: int) -> bool:
    tokens = tree.subtree(verb)
    first, last = min(tokens), max(tokens)
    return any(
        0 <= place < len(tree.tokens) and tree.tokens[place].text in {",", '"', "''"} for place in (first - 1, last + 1, first, last)
    )


def _loose_clause(tree: Tree, verb: int) -> list[int]:
    """A finite clause that the parse hangs on the cue under another name, right behind it."""
    return [
        kid
        for kid in tree.children(verb, "advcl", "xcomp", "parataxis")
        if kid > verb
        and tree.is_finite(kid)
        and tree.children(kid, "nsubj", "nsubjpass", "expl")
        and not {tree.tokens[mark].lemma for mark in tree.children(kid, "mark", "advmod")}
        & {"as", "while", "after", "before", "because", "if", "when", "although"}
    ]


def _framed(tree: Tree, verb: int) -> set[int]:
    """The tokens of "X as Y", "X of Y", "X Y" after a framing verb."""
    lemma = tree.tokens[verb].lemma
    if lemma not in lexicon.FRAMING | lexicon.OBJECT:
        return set()
    tokens: set[int] = set()
    objects = tree.children(verb, "dobj")
    if lemma not in lexicon.FRAMING:
        parts = [kid for kid in tree.children(verb, "prep") if kid > verb and tree.tokens[kid].lemma == "as"]
        return set().union(*(tree.subtree(kid) for kid in [*objects, *parts])) if objects and parts else set()
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
    tokens = set().union(*(tree.subtree(thing) for thing in objects))
    words = tree.span(min(tokens), max(tokens)).of(tree.text)
    return tokens if len(tokens) > 2 and any(mark in words for mark in OPENING_MARKS) else set()


def _preposition(tree: Tree, verb: int, family: str) -> set[int]:
    """The preposition or particle that belongs to the cue."""
    extra = set(tree.children(verb, "prt"))
    if family == "preposition":
        lemma = tree.tokens[verb].lemma
        extra |= {kid for kid in tree.children(verb, "prep", "dative") if (lemma, tree.tokens[kid].lemma) in lexicon.PREPOSITIONAL}
    return extra


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

"""Words that may signal an attribution to the rules, in every form: a sentence without one need not be parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from verbale.attribution import rules_lexicon as lexicon
from verbale.attribution.rules_lexicon import words
from verbale.values import Span

WORD = re.compile(r"[A-Za-z]+")
VERBS = (lexicon.SPEECH | lexicon.THOUGHT | lexicon.INFINITIVE | lexicon.OBJECT | lexicon.GERUND | lexicon.FRAMING | lexicon.QUOTE_ONLY) | {
    verb for verb, _ in lexicon.PREPOSITIONAL | lexicon.PARTICLE
}
IRREGULAR = words(
    """
    said told thought knew known felt held saw seen found meant swore sworn wrote written chose chosen sought spoke spoken laid set
    foresaw foreseen understood began begun read rebuilt retold proved proven shown put cast overheard withheld bade forbade
    """
)
"""Past forms that no ending makes."""
OTHERS = words("according per")
DOUBLING = re.compile(r"[^aeiou][aeiou][bdglmnprt]$")


@cache
def signals() -> frozenset[str]:
    """The forms of all verbs, nouns and adjectives that the rules know as signals, in lower case."""
    nouns = {form for noun in lexicon.NOUNS | lexicon.VIEW_NOUNS for form in (noun, f"{noun}s")}
    return frozenset({form for verb in VERBS for form in _forms(verb)} | nouns | lexicon.ADJECTIVES | IRREGULAR | OTHERS)


def _forms(verb: str) -> Iterator[str]:
    yield from (verb, f"{verb}s", f"{verb}es", f"{verb}d", f"{verb}ed", f"{verb}ing")
    if verb.endswith("e"):
        yield f"{verb[:-1]}ing"
    elif verb.endswith("y"):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    elif DOUBLING.search(verb):
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")


def may_signal(text: str, sentence: Span, known: frozenset[int] = frozenset()) -> bool:
    """Whether a word of the sentence may signal an attribution and does not start at a place that is `known` to belong to one."""
    found = (match for match in WORD.finditer(text, sentence.start, sentence.end) if match[0].lower() in signals())
    return any(match.start() not in known for match in found)

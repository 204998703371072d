"""Drafts of one proposal put together: each fact once, with the places that say it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from verbale.analysis.findings import Fact, Named, ProposalOf
from verbale.analysis.terms import Draft, overlap, with_also
from verbale.ids import content_id


def merged(group: Sequence[Draft], issues_in: Callable[[Sequence[str]], tuple[str, ...]]) -> ProposalOf[str]:
    """The proposal that drafts tell of, the first of the first day first; `issues_in` tells which issues texts touch."""
    first, group = group[0], sorted(group, key=fullest_first)
    terms = _gather(group, lambda draft: draft.terms)
    texts = [fact.text for draft in group for fact in draft.facts()]
    exchange, force = _gather(group, lambda draft: draft.in_exchange), _gather(group, lambda draft: draft.entry_into_force)
    conditions = [fact for fact in _gather(group, lambda draft: draft.conditions) if not any(_touches(fact, e) for e in exchange)]
    anchor = (first.terms or first.facts())[0]
    return ProposalOf(
        id=content_id("proposal", by=first.by, document=anchor.citation.document, start=anchor.citation.spans[0].start),
        by=first.by,
        on=first.on,
        known=first.known,
        issues=issues_in(texts),
        terms=terms,
        asks=_gather(group, lambda draft: draft.asks),
        in_exchange=exchange,
        conditions=tuple(conditions),
        guarantors=_guarantors(group),
        periods=_gather(group, lambda draft: draft.periods),
        entry_into_force=force,
    )


def _touches(condition: Fact, exchange: Fact) -> bool:
    """Whether a condition is only the price that the exchange names already."""
    return overlap(condition.citation, exchange.citation) or exchange.text in condition.text


_Said = tuple[int, float, str]
"""A fact's words as bits, how many of them make another fact the same, and its document."""


def _gather(group: Sequence[Draft], of: Callable[[Draft], Sequence[Fact]]) -> tuple[Fact, ...]:
    """The facts of one field, without doubles: of facts that overlap or say the same the one that a text's sentence gave stays."""
    kept: list[Fact] = []
    said: list[_Said] = []
    bits: dict[str, int] = {}
    same: dict[str, int] = {}
    for fact in (fact for draft in group for fact in of(draft)):
        at = same.get(fact.text)
        if at is None:
            words = sum(bits.setdefault(word, 1 << len(bits)) for word in _words(fact.text))
            at = _told_before(fact, words, kept, said)
            if at is None:
                if len(kept) < MOST_FACTS:
                    same[fact.text] = len(kept)
                    kept.append(fact)
                    said.append((words, SAME * words.bit_count(), fact.citation.document))
                continue
            same[fact.text] = at
        kept[at] = with_also(kept[at], fact)
    return tuple(kept)


MOST_FACTS = 40
"""Different facts that one field of a proposal names; what comes after says little that is new."""


def _told_before(fact: Fact, words: int, kept: Sequence[Fact], said: Sequence[_Said]) -> int | None:
    """The place of the first fact kept that overlaps with a fact or says the same in its words."""
    document, least = fact.citation.document, SAME * words.bit_count()
    for at, (other, its_least, told_in) in enumerate(said):
        shared = (words & other).bit_count()
        if shared and (shared >= least or shared >= its_least):
            return at
        if told_in == document and overlap(fact.citation, kept[at].citation):
            return at
    return None


SAME = 0.85
"""Share of the shorter fact's words that make two facts one."""


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _guarantors(group: Sequence[Draft]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for named in (named for draft in group for named in draft.guarantors):
        known = found.get(named.name)
        found[named.name] = named if known is None else replace(known, fact=with_also(known.fact, named.fact))
    return tuple(found.values())


def fullest_first(draft: Draft) -> tuple[int, date, str, object]:
    """The order of reports of one proposal: the fullest first, since the others are told apart by it."""
    return -len(draft.facts()), draft.on or date.max, draft.document, draft.facts()[0].citation.spans

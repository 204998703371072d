"""The figures that the decoder is tuned by, with lenient edges; the scorer's own figures are the ones to report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from training.data import Range, Text
from verbale.attribution.tagged_candidates import Candidate
from verbale.values import Span

EDGES = "\"'“”‘’«»„` \t\r\n\u00a0"
FINAL = EDGES + ".,;:!?…-–—"
ROLES = ("source", "cue", "content")


def trimmed(text: str, spans: Sequence[Span]) -> set[Span]:
    """The spans without white space and quotation marks at their edges and punctuation at their ends."""
    out = set()
    for span in spans:
        left = span.of(text).lstrip(EDGES)
        start, length = span.end - len(left), len(left.rstrip(FINAL))
        out.add(Span(start, start + length) if length else span)
    return out


def gold_spans(text: Text, found: tuple[Range, ...]) -> list[Span]:
    """Ranges of words as spans of the text."""
    return [Span(text.words.starts[a], text.words.ends[b - 1]) for a, b in found]


def cells(spans: Sequence[Span] | set[Span]) -> set[int]:
    """The positions that spans cover."""
    return {i for span in spans for i in range(span.start, span.end)}


def f1(hits: int, given: int, gold: int) -> float:
    """F1 in [0, 1]; 0 where there is nothing."""
    return 2 * hits / max(given + gold, 1)


def figures(texts: Sequence[Text], found: Sequence[Sequence[Candidate]]) -> dict[str, float]:
    """F1, in [0, 1], of the exact spans of each role and of the content's characters."""
    counts: Counter[tuple[str, str]] = Counter()
    for text, candidates in zip(texts, found, strict=True):
        for role in ROLES:
            gold: set[Span] = set()
            given: set[Span] = set()
            for a in text.attributions:
                gold |= trimmed(text.text, gold_spans(text, getattr(a, role)))
            for c in candidates:
                given |= trimmed(text.text, getattr(c, role))
            counts.update({(role, "gold"): len(gold), (role, "given"): len(given), (role, "hits"): len(gold & given)})
            if role == "content":
                one, other = cells(gold), cells(given)
                counts.update(
                    {("characters", "gold"): len(one), ("characters", "given"): len(other), ("characters", "hits"): len(one & other)}
                )
    return {name: f1(counts[name, "hits"], counts[name, "given"], counts[name, "gold"]) for name in (*ROLES, "characters")}

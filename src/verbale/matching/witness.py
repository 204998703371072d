"""Who reports an utterance independently: copies, and reports that rest on the same agency, are one witness."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verbale.matching.groups import components
from verbale.values import Published

AGENCIES = frozenset(
    """reuters|ap|associated press|the associated press|afp|agence france-presse|agence france presse|dpa|tass|itar-tass|ria|ria novosti|
    interfax|interfax-ukraine|unian|ukrinform|xinhua|kyodo|kyodo news|jiji press|yonhap|kcna|anadolu|anadolu agency|efe|ansa|apa|pap|tt|
    ntb|ritzau|stt|belta|pti|ani|ians|irna|isna|fars|tasnim|mehr|sana|wafa|petra|mena|spa|upi|bloomberg|lusa|anp|belga|agerpres|tanjug|
    hina|mti|ctk|tasr|kazinform|azertac|armenpress|interpressnews|cna|bernama|antara|aap|the canadian press|canadian press""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
"""News agencies by their usual folded names, for dossiers that name none."""


@dataclass(frozen=True, slots=True)
class Report:
    """One statement of an utterance as witnesses are counted.

    `publisher` by the name that channels give it; `channel` the names between speaker and document; `syndication` the id of the document's
    syndication cluster, None where it is in none.
    """

    statement: str
    document: str
    publisher: str | None
    published: Published
    channel: tuple[str, ...] = ()
    syndication: str | None = None


class Route(StrEnum):
    """How a report came to its document."""

    FIRST = "first"  # the earliest of the utterance
    COPY = "copy"  # the same text as an earlier document
    CITES = "cites"  # rests on an agency or publisher that it names
    AGAIN = "again"  # the same publisher once more
    OWN = "own"  # nothing shows that it depends on another


@dataclass(frozen=True, slots=True)
class Step:
    """One report in the spread of an utterance: how it came, and the statement or the publisher's name that it came from."""

    statement: str
    route: Route
    after: str | None


@dataclass(frozen=True, slots=True)
class Witness:
    """One independent publisher group: its reports' statements, earliest first.

    `key` names it: the agency or publisher that its earliest report rests on, or else that report's publisher, or else its document.
    """

    key: str
    statements: tuple[str, ...]


def folded(name: str) -> str:
    """A publisher's name as it is compared: case-folded, without "news agency" and the article."""
    kept = " ".join(name.casefold().replace(".", " ").split())
    for tail in (" news agency", " agency", " state news agency", " newswire"):
        kept = kept.removesuffix(tail)
    return kept.removeprefix("the ")


def relied_on(report: Report, publishers: Collection[str]) -> tuple[str, ...]:
    """The folded names in a report's channel that are publishers or agencies, itself apart: what its own account rests on."""
    if not report.channel:
        return ()
    known = {folded(name) for name in publishers} | AGENCIES
    own = folded(report.publisher) if report.publisher is not None else None
    return tuple(name for name in dict.fromkeys(map(folded, report.channel)) if name in known and name != own)


def witnesses(reports: Sequence[Report], *, publishers: Collection[str] = ()) -> tuple[Witness, ...]:
    """The independent witnesses of one utterance, first witness first; any order of the input gives the same result.

    Reports are one witness if they stand in one document, come from one publisher, belong to one syndication cluster, or rest on the
    same agency or publisher, that agency's own reports included. `publishers` are names whose reports others rely on, besides
    AGENCIES: those of the dossier that are not official bodies.
    """
    ordered = sorted(reports, key=_when)
    edges = [(index, name) for index, report in enumerate(ordered) for name in _ties(report, publishers)]
    nodes: list[int | str] = [*range(len(ordered)), *sorted({name for _, name in edges})]
    groups = sorted(sorted(node for node in family if isinstance(node, int)) for family in components(nodes, edges))
    return tuple(
        Witness(first_witness(ordered[members[0]], publishers=publishers), tuple(ordered[index].statement for index in members))
        for members in groups
    )


def first_witness(first: Report, *, publishers: Collection[str] = ()) -> str:
    """The key of the witness whose earliest report this is (Witness)."""
    relied = relied_on(first, publishers)
    if relied:
        return relied[0]
    return f"document:{first.document}" if first.publisher is None else folded(first.publisher)


def _ties(report: Report, publishers: Collection[str]) -> list[str]:
    ties = [f"document:{report.document}"]
    if report.syndication is not None:
        ties.append(f"syndication:{report.syndication}")
    if report.publisher is not None:
        ties.append(f"publisher:{folded(report.publisher)}")
    return ties + [f"publisher:{name}" for name in relied_on(report, publishers)]


def _when(report: Report) -> tuple[date, bool, str, str, str]:
    moment = report.published.at
    return (report.published.on or date.max, moment is None, moment.isoformat() if moment else "", report.document, report.statement)


def spread(reports: Sequence[Report], *, publishers: Collection[str] = ()) -> tuple[Step, ...]:
    """How an utterance spread: every report, earliest first, with what it came from as far as the reports show it."""
    steps: list[Step] = []
    heads: dict[str, str] = {}
    for report in sorted(reports, key=_when):
        relied = relied_on(report, publishers)
        copied = heads.get(f"syndication:{report.syndication}") if report.syndication else None
        cited = next((heads[key] for name in relied if (key := f"publisher:{name}") in heads), relied[0] if relied else None)
        again = heads.get(f"publisher:{folded(report.publisher)}") if report.publisher else None
        same = heads.get(f"document:{report.document}")
        if not steps:
            steps.append(Step(report.statement, Route.CITES if relied else Route.FIRST, relied[0] if relied else None))
        elif same:
            steps.append(Step(report.statement, Route.AGAIN, same))
        elif copied:
            steps.append(Step(report.statement, Route.COPY, copied))
        elif again:
            steps.append(Step(report.statement, Route.AGAIN, again))
        elif cited:
            steps.append(Step(report.statement, Route.CITES, cited))
        else:
            steps.append(Step(report.statement, Route.OWN, None))
        for key in _ties(report, ()):
            heads.setdefault(key, report.statement)
    return tuple(steps)

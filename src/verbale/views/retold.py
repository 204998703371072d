"""What became of an utterance: how its reports spread, when it was said again, and who else is credited with its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale import matching
from verbale.analysis import Testimony
from verbale.dossier.model import Dossier
from verbale.values import Utterance
from verbale.views.citations import Citations
from verbale.views.page import Quoted
from verbale.views.source import Likes, Source

MOST_STEPS = 60
"""Articles of one utterance whose way is drawn: the earliest."""


@dataclass(frozen=True, slots=True)
class SpreadStep:
    """One article in the spread of an utterance: by what route its report came, and `after` which statement.

    `through` is the agency or publisher that it names and rests on. Steps stand in the order of a tree, each below the one it came after,
    `depth` levels below the top.
    """

    statement: str
    document: str
    publisher: str | None
    published: date | None
    route: matching.Route
    after: str | None
    through: str | None
    depth: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How an utterance spread over `documents` articles, each of them once; the first step is the first witness."""

    documents: int
    steps: tuple[SpreadStep, ...]


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """What the same speaker said to the same effect on another day: another utterance, in its fullest wording."""

    utterance: str
    said_on: date
    quote: Quoted


@dataclass(frozen=True, slots=True)
class CreditedTo:
    """Another utterance, of somebody else, in nearly the same words: the publishers that credit it so, by name, and its first report.

    `statement` is that report, `like` the one here whose words it has.
    """

    utterance: str
    speaker: str
    publishers: tuple[str, ...]
    statement: str
    like: str
    quote: Quoted


def spread(group: Sequence[Testimony], source: Source) -> Spread:
    """How the reports of one utterance came, as far as they show it."""
    dossier = source.dossier()
    clusters = source.syndications(t.statement.document for t in group)
    by_id = {t.statement.id: t for t in group}
    found = matching.spread([_report(t, clusters, dossier) for t in group], publishers=dossier.reporting)
    first: dict[str, str] = {}
    for step in found:
        first.setdefault(by_id[step.statement].statement.document, step.statement)
    steps = [_step(step, by_id, first, dossier) for step in found if step.statement in first.values()]
    return Spread(len(first), tuple(_tree(steps[:MOST_STEPS])))


def _report(testimony: Testimony, clusters: Mapping[str, str], dossier: Dossier) -> matching.Report:
    statement = testimony.statement
    channel, cluster = statement.resolution.channel, clusters.get(statement.document)
    return matching.Report(statement.id, statement.document, _publisher(testimony, dossier), testimony.published, channel, cluster)


def _step(step: matching.Step, by_id: Mapping[str, Testimony], first: Mapping[str, str], dossier: Dossier) -> SpreadStep:
    testimony = by_id[step.statement]
    before = by_id.get(step.after or "")
    named = matching.relied_on(_report(testimony, {}, dossier), dossier.reporting) if step.route is matching.Route.CITES else ()
    channel = testimony.statement.resolution.channel
    return SpreadStep(
        statement=step.statement,
        document=testimony.statement.document,
        publisher=_publisher(testimony, dossier),
        published=testimony.published.on,
        route=step.route,
        after=first[before.statement.document] if before is not None else None,
        through=next((name for name in channel if matching.folded(name) in named), None),
        depth=0,
    )


def _publisher(testimony: Testimony, dossier: Dossier) -> str | None:
    known = dossier.publisher(testimony.publisher)
    return known.name if known is not None else testimony.publisher


def _tree(steps: Iterable[SpreadStep]) -> Iterator[SpreadStep]:
    """The steps with what came after each right below it, otherwise in their order."""
    below: dict[str | None, list[SpreadStep]] = defaultdict(list)
    for step in steps:
        below[step.after].append(step)
    waiting = [replace(step, depth=0) for step in reversed(below[None])]
    while waiting:
        step = waiting.pop()
        yield step
        waiting += [replace(child, depth=step.depth + 1) for child in reversed(below[step.statement])]


def route_text(step: SpreadStep) -> str:
    """How a report came, in words that follow its publisher and day."""
    if step.route is matching.Route.CITES:
        return f"rests on {step.through}"
    return _ROUTES[step.route]


_ROUTES = {
    matching.Route.FIRST: "the first report",
    matching.Route.COPY: "carries the same text",
    matching.Route.AGAIN: "the same publisher again",
    matching.Route.OWN: "names no other report",
}


def said_again(utterance: str, likes: Likes, source: Source, citations: Citations) -> tuple[SaidAgain, ...]:
    """The same by the same speaker on other days, in order of time."""
    others: dict[str, list[str]] = defaultdict(list)
    for key, wording in likes.others:
        others[key].append(wording.statement)
    this = Utterance(utterance, tuple(wording.statement for wording in likes.own))
    wordings = {wording.statement: wording for wording in (*likes.own, *(wording for _, wording in likes.others))}
    every = [this, *(Utterance(key, tuple(statements)) for key, statements in others.items())]
    found: list[SaidAgain] = []
    for link in matching.restatements(every, list(wordings.values()), fresh={this.id}):
        key = link.later if link.earlier == utterance else link.earlier
        fullest = matching.fullest([wordings[name] for name in others[key] if wordings[name].said_on is not None])
        testimony = source.testimonies_of([fullest.statement]).get(fullest.statement)
        if testimony is not None and fullest.said_on is not None:
            found.append(SaidAgain(key, fullest.said_on, citations.words(testimony)))
    return tuple(sorted(found, key=lambda item: (item.said_on, item.utterance)))


def credited_to(likes: Likes, source: Source, citations: Citations) -> tuple[CreditedTo, ...]:
    """Who else is credited with the words, by the first such report."""
    own = {wording.statement for wording in likes.own}
    of = {wording.statement: key for key, wording in likes.others}
    pairs = matching.credited_elsewhere([*likes.own, *(wording for _, wording in likes.others)], fresh=own)
    links = sorted((other, one) if one in own else (one, other) for one, other in ((pair.one, pair.other) for pair in pairs))
    told = source.testimonies_of({theirs for theirs, _ in links})
    elsewhere: dict[str, list[tuple[Testimony, str]]] = defaultdict(list)
    for theirs, like in links:
        if theirs in told and theirs not in own:
            elsewhere[of[theirs]].append((told[theirs], like))
    found = [_credited(key, reports, source, citations) for key, reports in elsewhere.items()]
    return tuple(sorted(found, key=lambda item: (item.speaker, item.utterance)))


def _credited(key: str, reports: Sequence[tuple[Testimony, str]], source: Source, citations: Citations) -> CreditedTo:
    ordered = sorted(reports, key=lambda report: (report[0].published.on or date.max, report[0].statement.id, report[1]))
    testimony, like = ordered[0]
    speaker = testimony.statement.resolution.speaker
    publishers = dict.fromkeys(name for told, _ in ordered if (name := _publisher(told, source.dossier())) is not None)
    return CreditedTo(key, speaker.name if speaker else "", tuple(publishers), testimony.statement.id, like, citations.words(testimony))

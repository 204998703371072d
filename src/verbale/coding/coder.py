"""Attribution → coding: issues with a stance, one move, the condition; each with a probability and the words that made it."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.coding.conditions import condition
from verbale.coding.issues import Topics
from verbale.coding.moves import Decision, decide
from verbale.coding.perspective import Mention, Names
from verbale.coding.propositions import Standard, sign_of, standard
from verbale.coding.reading import Reading, read, sentences
from verbale.coding.relations import Relations
from verbale.coding.speech import Speech
from verbale.coding.stance import Act, judge
from verbale.coding.topics import ON_COURSE, Asked, Found, Page, issues_of
from verbale.coding.votes import is_question
from verbale.dossier.model import Dossier
from verbale.values import Attribution, Coding, Document, IssueCode, Move, Resolution, Span

VERSION = "coding-2"


_ABSORBING = (Move.REJECT, Move.ACCEPT, Move.OFFER, Move.COMMIT)  # the negation in their phrases is part of the move ("does not object to")
_OPENING = 3  # characters of a content that its first name may stand behind
_TELLING = 2.0  # weight from which a phrase on the course of talks makes their course an issue beside others


class Coder:
    """What coding needs of a dossier, built once and read-only; `name` goes into cache keys."""

    def __init__(self, dossier: Dossier) -> None:
        self.name = f"{VERSION}/{dossier.fingerprint}"
        self.names = Names(dossier)
        self.relations = Relations(dossier.issues, self.names)
        self.topics = Topics(dossier.issues, self.names.all, dossier.negotiation.title)
        self.standards: tuple[Standard, ...] = tuple(standard(issue) for issue in dossier.issues)

    @classmethod
    def of(cls, dossier: Dossier) -> Coder:
        """The coder of a dossier."""
        return cls(dossier)


def code(document: Document, attributions: Sequence[Attribution], resolutions: Sequence[Resolution], coder: Coder) -> tuple[Coding, ...]:
    """The coding of each attribution of one document, in the order given.

    `resolutions` stand beside `attributions`, one each, or ValueError. Every evidence span lies in the document's text, every condition
    in the content. Pure.
    """
    if len(attributions) != len(resolutions):
        raise ValueError(f"{len(attributions)} attributions but {len(resolutions)} resolutions")
    bounds = sentences(document.text)
    page = Page(document, bounds, coder.topics)
    found: list[tuple[int, tuple[Found, ...]]] = []
    codings = []
    nested = _nested(attributions)
    for index, (attribution, resolution) in enumerate(zip(attributions, resolutions, strict=True)):
        reading = read(document, attribution, bounds)
        where = condition(reading.grammar.conditions, reading.content, reading.frame, question=is_question(reading))
        mentions = coder.names.mentions(reading.content)
        foreign = _foreign(reading, resolution, [(attributions[at], resolutions[at]) for at in nested.get(index, ())])
        carrier = bool(reading.grammar.moves.media.search(reading.source)) and resolution.party is None
        speech = Speech(reading, mentions, resolution.party, where, foreign, carrier)
        decision = decide(speech)
        outer = attribution.nested_in
        previous = found[outer] if outer is not None and outer < len(found) else found[-1] if found else None
        issues = issues_of(_asked(speech, decision, previous, coder), page, coder.topics)
        found.append((reading.sentence_index, issues))
        codings.append(
            Coding(
                issues=tuple(_issue_code(speech, item, decision, coder) for item in sorted(issues, key=lambda item: item.issue)),
                move=decision.move,
                condition=reading.spans(*where) if where else (),
                conditional=where is not None,
                probability=decision.probability,
                evidence=decision.evidence,
            )
        )
    return tuple(codings)


def _asked(speech: Speech, decision: Decision, previous: tuple[int, tuple[Found, ...]] | None, coder: Coder) -> Asked:
    """What is known of a statement when its issues are looked for."""
    reading = speech.reading
    relations = coder.relations.scores(reading.source, reading.content)
    blamed = _blamed(speech, decision)
    if blamed is not None:
        relations = coder.relations.conduct(blamed.party) | relations
    on_course = [vote for vote in decision.votes if vote.move in ON_COURSE and vote.weight >= _TELLING]
    return Asked(
        reading=reading,
        move=decision.move,
        condition=speech.condition,
        previous=previous,
        relations=coder.relations.role(reading.content, speech.mentions, speech.party) | relations,
        spoken=_places(reading, [*decision.evidence, *(span for vote in on_course for span in vote.spans)]),
        named=tuple((mention.start, mention.end) for mention in speech.mentions),
    )


def _blamed(speech: Speech, decision: Decision) -> Mention | None:
    """The party that a statement blames: the first one named in the content of a cue of blame, or the one that the content begins with."""
    if decision.move is not Move.ACCUSE or not speech.mentions:
        return None
    by_cue = any(span.overlaps(cue) for span in decision.evidence for cue in speech.reading.attribution.cue)
    first = speech.mentions[0]
    return first if by_cue or (first.start <= _OPENING and first.party != speech.party) else None


def _nested(attributions: Sequence[Attribution]) -> dict[int, list[int]]:
    """The indices of the attributions that stand in each one's content."""
    inner: dict[int, list[int]] = {}
    for index, attribution in enumerate(attributions):
        if attribution.nested_in is not None:
            inner.setdefault(attribution.nested_in, []).append(index)
    return inner


def _foreign(reading: Reading, own: Resolution, inner: Sequence[tuple[Attribution, Resolution]]) -> tuple[tuple[int, int], ...]:
    """The parts of a statement's content that it gives to another speaker: their cue and content."""
    parts: list[tuple[int, int]] = []
    for attribution, resolution in inner:
        if not _same(own, resolution):
            spans = (*attribution.cue, *attribution.content)
            parts.extend(place for span in spans if (place := reading.place(span)) is not None)
    return tuple(parts)


def _same(one: Resolution, other: Resolution) -> bool:
    """Whether two resolutions speak for one party, or are one speaker."""
    return (one.party is not None and one.party == other.party) or (one.speaker is not None and one.speaker == other.speaker)


def _issue_code(speech: Speech, found: Found, decision: Decision, coder: Coder) -> IssueCode:
    rule, reading = coder.standards[found.issue], speech.reading
    spoken = _places(reading, decision.evidence)
    absorbed = [vote for vote in decision.votes if vote.move is decision.move and (vote.negated or vote.move in _ABSORBING)]
    agent = coder.relations.subject(found.issue)
    points_back = not found.places and decision.move in (Move.ACCEPT, Move.REJECT)
    text = reading.document.text
    act = Act(
        decision.move,
        reading.grammar,
        spoken=spoken,
        spent=_places(reading, [span for vote in absorbed for span in vote.spans]),
        others=_places(reading, [span for vote in decision.votes if vote.move is not decision.move for span in vote.spans]),
        condition=speech.condition,
        by_agent=speech.party is not None and agent == speech.party,
        on_agent=agent is not None and agent != speech.party and agent in [mention.party for mention in speech.mentions[:1]],
        against=decision.move is not Move.REJECT and reading.grammar.stances.against.search(reading.frame) is not None,
        antecedent=sign_of(rule, reading.grammar, text, [(span.start, span.end) for span in found.evidence]) if points_back else 1,
    )
    verdict = judge(rule, reading.content, found.places, act)
    turned_by = tuple(sorted({span for start, end in verdict.turned_by for span in reading.spans(start, end)}))
    return IssueCode(rule.issue.id, verdict.stance, found.probability, found.evidence, verdict.probability, turned_by)


def _places(reading: Reading, spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """Where spans stand in the content."""
    return tuple(place for span in spans if (place := reading.place(span)) is not None)

"""What the words credited to speakers are about: phrases that several documents share, as issues to be edited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verbale.dossier.model import Issue
from verbale.resolve.lexicon import words
from verbale.resolve.proposal import Place, Proposed, certainty
from verbale.resolve.text import words_of
from verbale.values import Attribution, Document, Span

MOST = 15
"""Issues proposed at most."""

LEAST = 2
"""Documents, or in a single document sayings, that must share a phrase."""

_NOUN = re.compile(
    r"(?:[tsc]ions?|ments?|it(?:y|ies)|[ae]nces?|isms?|ships?|ness|troops|weapons|prisoners|ceasefire|truce|peace|compromise|withdrawal|corridors?|status|borders?|elections?|tariffs?)$"
)
_NO_NOUN = re.compile(r"(?:ly|ic|ous|ible|able|ed|ing|ful|ical|[^u]al|ive)$")
_STOP = words(
    "a about above after again all also an and any are as at be because been before being between both but by can could did",
    "do does doing during each few for from further had has have having he her here him his how i if in into is it its",
    "itself just like may me might more most must my no nor not now of off on once only or other our out over own same she",
    "should so some such than that the their them then there these they this those through to too under until up very was",
    "we were what when where which while who whom why will with would you your said say says told added added made make",
    "makes take taken new one two three first last many much well even still yet however people time day days week month",
    "year years today president minister country countries state states government good great very really think want wants",
    "administration action actions powers community policy statement statements leader leaders official officials decision decisions",
    "administrations governments nation nations world international every other others reason reasons question questions issue issues",
    "going come came get got know see seen way thing things something anything nothing us according part point position",
)


def topics(documents: Sequence[Document], attributions: Sequence[Sequence[Attribution]]) -> tuple[Proposed[Issue], ...]:
    """The phrases of one to three words that most documents' speakers use, each as an issue with a proposition to be edited."""
    places: dict[str, list[Place]] = {}
    for document, said in zip(documents, attributions, strict=True):
        for attribution in said:
            for span in attribution.content:
                for phrase, at in _phrases(document.text, span):
                    places.setdefault(phrase, []).append(Place(document.id, at))
    spread = {phrase: len({place.document for place in found}) for phrase, found in places.items()}
    least = LEAST if len(documents) > 1 else 1
    common = [phrase for phrase in places if len(places[phrase]) >= LEAST and spread[phrase] >= least and _nominal(phrase)]
    order = sorted(common, key=lambda phrase: (-spread[phrase] * (1 + phrase.count(" ")), -len(places[phrase]), phrase))
    kept: list[str] = []
    heads: Counter[str] = Counter()
    for phrase in order:
        parts = set(phrase.split())
        if any(parts & set(other.split()) for other in kept):
            continue
        kept.append(phrase)
        heads.update(parts)
        if len(kept) == MOST:
            break
    return tuple(_issue(phrase, places[phrase]) for phrase in kept)


def _nominal(phrase: str) -> bool:
    """Whether a phrase reads as a noun by its endings: a lone word must have a noun's, a longer phrase must not end as something else."""
    parts = phrase.split()
    if len(parts) == 1:
        return bool(_NOUN.search(phrase))
    return not _NO_NOUN.search(parts[-1]) and not parts[0].endswith(("ly", "ed"))


def _issue(phrase: str, places: list[Place]) -> Proposed[Issue]:
    found = tuple(sorted(places, key=lambda place: (place.document, place.span)))
    issue = Issue(phrase.replace(" ", "-"), phrase.capitalize(), f"The sides agree on {phrase}.", (phrase,))
    return Proposed(issue, certainty(len({place.document for place in found})), found)


def _phrases(text: str, span: Span) -> list[tuple[str, Span]]:
    """The runs of one to three lower-case content words in a span."""
    found: list[tuple[str, Span]] = []
    run: list[tuple[str, int, int]] = []
    for word in (*words_of(text[span.start : span.end]), None):
        plain = word is not None and word.key.isalpha() and word.text[:1].islower() and word.key not in _STOP and len(word.key) > 2
        if plain and word is not None:
            run.append((word.text.casefold(), word.start, word.end))
            continue
        for at in range(len(run)):
            for length in (1, 2, 3):
                piece = run[at : at + length]
                if len(piece) == length:
                    phrase = " ".join(form for form, _, _ in piece)
                    found.append((phrase, Span(span.start + piece[0][1], span.start + piece[-1][2])))
        run = []
    return found

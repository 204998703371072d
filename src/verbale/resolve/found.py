"""What one source was found to be."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.resolve.cast import Cast, Figure
from verbale.resolve.known import Known
from verbale.values import Speaker


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker with its party, the figure behind it where the document's cast has one, and how it was found."""

    speaker: Speaker | None = None
    party: str | None = None
    figure: Figure | None = None
    how: str = "unresolved"
    kind: str = "unknown"  # person, body, state, media, group, unknown
    gender: str | None = None
    probability: float = 0.5

    def may_be(self, gender: str | None) -> bool:
        """Whether a singular personal pronoun of that gender may mean it."""
        return self.kind == "person" and (gender is None or self.gender is None or self.gender == gender)


NOBODY = Found()


def of_figure(figure: Figure, how: str, probability: float = 0.95) -> Found:
    """A figure of the cast as a finding."""
    return Found(figure.speaker, figure.party, figure, how, figure.kind, figure.gender, probability)


def of_known(known: Known, cast: Cast, how: str, probability: float) -> Found:
    """An actor or party of the dossier as a finding, with its figure where the document mentions it."""
    figure = cast.figure_of(known)
    if figure is not None:
        return of_figure(figure, how, probability)
    return Found(known.speaker, known.party, None, how, known.kind, known.gender, probability)

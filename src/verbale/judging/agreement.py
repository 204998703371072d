"""How far judges agree: Krippendorff's alpha, field by field, over what at least two of them judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from verbale.judging.overlay import Ruling
from verbale.judging.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two or more judges on one field.

    `units` counts what at least two judged, `equal` those on which all say the same. `alpha` is 1 for full agreement, 0 for that of
    chance, below it for worse; None where nothing varies, so that there is nothing to agree on.
    """

    field: str
    units: int
    equal: int
    alpha: float | None


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal values; a unit is the values that judges gave it, units of fewer than two are left out.

    Computed from the coincidences: alpha = 1 - (n - 1) · Σ_{c≠k} o_ck / Σ_{c≠k} n_c n_k. None where all values are the same or
    there are none. Source: K. Krippendorff, Content Analysis, 4th ed. (2019), chapter 12.
    """
    paired = [Counter(values) for values in units if len(values) > 1]
    totals: Counter[Hashable] = Counter()
    differing = 0.0
    for counts in paired:
        size = counts.total()
        totals.update(counts)
        differing += sum(count * (size - count) for count in counts.values()) / (size - 1)
    n = totals.total()
    expected = n * n - sum(count * count for count in totals.values())
    return None if expected == 0 else 1 - (n - 1) * differing / expected


def agreements(ruled: Iterable[Ruling]) -> tuple[Agreement, ...]:
    """The agreement on each field: whether it is a statement at all, who speaks, which issues, which move, which stance.

    All but the first look only at what all its judges take for a statement; stance is asked of each issue that two of them chose.
    """
    shared = [[decision.verdict for decision in ruling.decisions] for ruling in ruled if len(ruling.decisions) > 1]
    real = [verdicts for verdicts in shared if all(verdict.found for verdict in verdicts)]
    fields: dict[str, list[list[Hashable]]] = {
        "found": [[verdict.found for verdict in verdicts] for verdicts in shared],
        "speaker": [[_speaker(verdict) for verdict in verdicts] for verdicts in real],
        "issues": [[frozenset(issue for issue, _ in verdict.issues) for verdict in verdicts] for verdicts in real],
        "move": [[verdict.move for verdict in verdicts] for verdicts in real],
        "stance": [values for verdicts in real for values in _stances(verdicts)],
    }
    return tuple(
        Agreement(name, len(units), sum(len(set(values)) == 1 for values in units), alpha(units)) for name, units in fields.items()
    )


def _speaker(verdict: Verdict) -> Hashable:
    if verdict.speaker is None:
        return None
    return verdict.speaker.id or " ".join(verdict.speaker.name.casefold().split())


def _stances(verdicts: Sequence[Verdict]) -> list[list[Hashable]]:
    """The stances on each issue that at least two judges chose."""
    chosen: dict[str, list[Hashable]] = {}
    for verdict in verdicts:
        for issue, stance in verdict.issues:
            chosen.setdefault(issue, []).append(stance)
    return [values for _, values in sorted(chosen.items()) if len(values) > 1]

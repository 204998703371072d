"""The one place that reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from verbale.errors import UsageError

ATTRIBUTORS = ("auto", "model", "rules")
"""Ways to find attributions; "auto" is the trained model for the languages it knows, the rules for the rest."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told beside the dossier.

    `threads` bounds the numeric libraries; `batch` is how many documents are attributed and committed at a time, so that an
    interrupt loses at most that much work; `attributor` is one of ATTRIBUTORS.
    """

    threads: int = 2
    batch: int = 16
    attributor: str = "auto"

    @classmethod
    def from_environment(cls) -> Settings:
        """The settings that VERBALE_THREADS, VERBALE_BATCH and VERBALE_ATTRIBUTOR ask for; UsageError where one cannot be used."""
        attributor = os.environ.get("VERBALE_ATTRIBUTOR", "auto")
        if attributor not in ATTRIBUTORS:
            raise UsageError(f"VERBALE_ATTRIBUTOR is '{attributor}'. Use one of: {', '.join(ATTRIBUTORS)}.")
        return cls(
            threads=_positive("VERBALE_THREADS", min(2, os.cpu_count() or 1)),
            batch=_positive("VERBALE_BATCH", 16),
            attributor=attributor,
        )


def _positive(variable: str, default: int) -> int:
    given = os.environ.get(variable, "")
    if not given:
        return default
    if not given.isdecimal() or int(given) < 1:
        raise UsageError(f"{variable} is '{given}'. Give a whole number above 0, or unset it.")
    return int(given)


def shared_folder() -> Path | None:
    """The folder of real texts and gold for evaluation: VERBALE_SHARED, or `../shared` beside the project; None where there is none."""
    named = os.environ.get("VERBALE_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2].parent / "shared"
    return folder if folder.is_dir() else None

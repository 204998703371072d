"""The one place that reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told beside the dossier.

    `threads` bounds the numeric libraries; `batch` is how many documents are attributed and committed at a time, so that an
    interrupt loses at most that much work; `attributor` names the method ("auto": the trained model where its file is, else the rules).
    """

    threads: int = 2
    batch: int = 16
    attributor: str = "auto"

    @classmethod
    def from_environment(cls) -> Settings:
        """The settings that VERBALE_THREADS and VERBALE_ATTRIBUTOR ask for; ValueError for a number that is none."""
        return cls(
            threads=int(os.environ.get("VERBALE_THREADS", min(2, os.cpu_count() or 1))),
            attributor=os.environ.get("VERBALE_ATTRIBUTOR", "auto"),
        )


def shared_folder() -> Path | None:
    """The folder of real texts and gold for evaluation: VERBALE_SHARED, or `../shared` beside the project; None where there is none."""
    named = os.environ.get("VERBALE_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2].parent / "shared"
    return folder if folder.is_dir() else None

"""The runs of a release: a small network, a larger one as its teacher, and a student of what both answer, in two rounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from training.base import teacher_weights
from training.distil import answer
from training.train import SEED, Plan, train


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its epochs, its share of the peak rates and its seed."""

    epochs: int
    peak: float
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Sources:
    """What is learned from: PolNeAR's train folder, news without labels as JSON lines, and a folder for everything that is written."""

    polnear: Path
    news: Path
    work: Path


RUNS: Mapping[str, Run] = {
    "small": Run(5, 1.0),
    "teacher": Run(3, 1.0, seed=2),
    "pupil": Run(1, 0.6, seed=11),
    "elder": Run(1, 0.5, seed=3),
    "student": Run(5, 0.6, seed=21),
}


def release(sources: Sources) -> Path:
    """Trains everything, or goes on with it; returns the checkpoint to release: the student's.

    The small and the large network learn the annotation, then the mean of what both answer, and a student learns the mean of that.
    """
    weights = teacher_weights(sources.work)

    def learned(name: str, **given: Path) -> Path:
        run = RUNS[name]
        return train(Plan(sources.polnear, sources.work / name, run.epochs, run.seed, run.peak, **given))

    def answered(name: str, small: Path, large: Path) -> Path:
        answers = sources.work / name
        return answers if answers.exists() else answer(sources.polnear, sources.news, small, large, answers)

    small = learned("small")
    large = learned("teacher", teacher=weights)
    answers = answered("first.pickle", small, large)
    small = learned("pupil", start=small, answers=answers)
    large = learned("elder", start=large, answers=answers, teacher=weights)
    answers = answered("second.pickle", small, large)
    return learned("student", start=small, answers=answers)

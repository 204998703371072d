"""The runs of a release: a small network, a larger one as its teacher, and students of what both answer, in two rounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch

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
    "pupil": Run(2, 0.6, seed=11),
    "elder": Run(1, 0.5, seed=3),
    "student": Run(4, 0.6, seed=21),
    "fellow": Run(4, 0.6, seed=22),
}
STUDENTS = ("student", "fellow")


def release(sources: Sources) -> Path:
    """Trains everything, or goes on with it; returns the checkpoint to release: the mean of the students.

    The small and the large network learn the annotation, then the mean of what both answer, and students learn the mean of that.
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
    students = [learned(name, start=small, answers=answers) for name in STUDENTS]
    return averaged(students, sources.work / "students.pt")


def averaged(checkpoints: list[Path], out: Path) -> Path:
    """Writes the mean of checkpoints' weights."""
    states = [torch.load(path, weights_only=True) for path in checkpoints]
    mean = {
        name: sum(state["network"][name] for state in states) / len(states) if value.is_floating_point() else value
        for name, value in states[0]["network"].items()
    }
    torch.save({"shape": states[0]["shape"], "network": mean}, out)
    return out

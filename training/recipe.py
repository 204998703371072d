"""The runs of a release: small networks that part half way, a larger one as their teacher, and students of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch

from training.augment import PLAIN, Noise
from training.base import teacher_weights
from training.distil import answer
from training.train import SEED, Plan, train

STRONG = Noise(one_line=0.3, some_marks=0.15, names=0.35, lower=0.05, hidden=0.1)


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its epochs, its share of the peak rates, the run whose weights it begins with, its seed and its noise."""

    epochs: int
    peak: float
    after: str | None = None
    seed: int = SEED
    noise: Noise = PLAIN


@dataclass(frozen=True, slots=True)
class Sources:
    """What is learned from: PolNeAR's train folder, news without labels as JSON lines, and a folder for everything that is written."""

    polnear: Path
    news: Path
    work: Path


RUNS: Mapping[str, Run] = {
    "first": Run(4, 1.0),
    "second": Run(4, 0.65, after="first"),
    "third": Run(4, 0.49, after="second"),
    "other": Run(2, 0.65, after="first", seed=7),
    "noisy": Run(2, 0.65, after="first", seed=11, noise=STRONG),
}
SHARES: Mapping[str, float] = {"second": 0.3, "third": 0.3, "other": 0.2, "noisy": 0.2}
"""What each run's weights count in their mean, the small network that the rest begins with (docs/research/attribution.md)."""
TEACHER = Run(3, 1.0, seed=2)
STUDENTS: Mapping[str, Run] = {"pupil": Run(5, 0.6, seed=11), "fellow": Run(5, 0.6, seed=12)}


def release(sources: Sources, *, workers: int) -> Path:
    """Trains everything, or goes on with it; returns the checkpoint to release: the mean of the students."""
    polnear, work = sources.polnear, sources.work
    small = learn(polnear, work, workers=workers)
    weights = teacher_weights(work)
    teacher = train(Plan(polnear, work / "teacher", TEACHER.epochs, workers, seed=TEACHER.seed, peak=TEACHER.peak, teacher=weights))
    answers = work / "answers.pickle"
    if not answers.exists():
        answer(polnear, sources.news, small, teacher, answers)
    students = [
        train(Plan(polnear, work / name, run.epochs, workers, seed=run.seed, peak=run.peak, start=small, answers=answers))
        for name, run in STUDENTS.items()
    ]
    return averaged({student: 1 / len(students) for student in students}, work / "students.pt")


def learn(data: Path, work: Path, *, workers: int, runs: Mapping[str, Run] = RUNS, shares: Mapping[str, float] = SHARES) -> Path:
    """Trains all runs under `work`, or goes on with them; returns the checkpoint of their average."""
    made: dict[str, Path] = {}
    for name, run in runs.items():
        start = made[run.after] if run.after is not None else None
        plan = Plan(data, work / name, run.epochs, workers, seed=run.seed, peak=run.peak, start=start, noise=run.noise)
        made[name] = train(plan)
    return averaged({made[name]: share for name, share in shares.items()}, work / "average.pt")


def averaged(shares: Mapping[Path, float], out: Path) -> Path:
    """Writes the mean of checkpoints, each with its share, which add up to 1 or ValueError; steps are those of all."""
    if abs(sum(shares.values()) - 1) > 1e-9:
        raise ValueError(f"the shares add up to {sum(shares.values())}")
    states = [(torch.load(path, weights_only=True), share) for path, share in shares.items()]
    mean = {
        name: sum(share * state["network"][name] for state, share in states) if value.is_floating_point() else value
        for name, value in states[0][0]["network"].items()
    }
    progress = (max(state["progress"][0] for state, _ in states), 0, 0, 1.0)
    torch.save({"shape": states[0][0]["shape"], "network": mean, "progress": progress}, out)
    return out

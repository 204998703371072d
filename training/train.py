"""One run of training: the network, small or large, learns PolNeAR's train split, or what other networks answer about it and about news."""

from __future__ import annotations

import json
import pickle
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.answers import AnsweredBatch, answered_epoch
from training.augment import PLAIN
from training.base import base_folder, base_vocabulary
from training.batches import Batch, collate, epoch
from training.data import Text, cut, read_texts, split, window
from training.loss import loss_of
from training.model import Network, described, pretrained
from training.teacher import Teacher, pretrained_teacher
from verbale.attribution.tagged_pieces import Pieces
from verbale.attribution.tagged_words import CASES

SEED = 20260311
HELD_OUT = 40  # texts kept for thresholds and calibration
SIZE = 2400  # word pieces in a batch
PEAK, PEAK_HEADS, LAYER_DECAY = 2.2e-4, 1.0e-3, 0.9
LARGE_PEAK, LARGE_PEAK_HEADS, LARGE_LAYER_DECAY = 6e-5, 6e-4, 0.93  # the same for the larger encoder
ANNOTATED = 0.35  # batches of annotated windows to one of answered ones
WARMUP = 0.06  # share of the steps
EVERY = 25  # steps between checkpoints


@dataclass(slots=True)
class Progress:
    """Where a run stands."""

    step: int = 0  # of this run, whatever it began with
    epoch: int = 0
    place: int = 0  # batches of this epoch that are over


def begun(teacher: Path | None) -> Network:
    """A network with pretrained weights: the larger one with those of a file, or the one that is released."""
    if teacher:
        large = Teacher()
        pretrained_teacher(large, teacher)
        return large
    network = Network()
    pretrained(network, base_folder())
    return network


def groups(network: Network) -> list[dict[str, object]]:
    """Parameter groups with their peak rates: lower layers learn slower, new heads faster; word pieces stay as they are."""
    network.pieces.weight.requires_grad_(False)
    peaks: dict[float, list[Tensor]] = {}
    top = network.shape.layers
    large = isinstance(network, Teacher)
    body, heads, decay = (LARGE_PEAK, LARGE_PEAK_HEADS, LARGE_LAYER_DECAY) if large else (PEAK, PEAK_HEADS, LAYER_DECAY)
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        part = name.split(".")
        if part[0] == "layers":
            peak = body * decay ** (top - 1 - int(part[1]))
        elif part[0] in ("places", "kind", "norm"):
            peak = body * decay**top
        else:
            peak = heads
        peaks.setdefault(peak, []).append(parameter)
    return [{"params": found, "lr": peak, "peak": peak} for peak, found in peaks.items()]


def validate(network: Network, texts: list[Text], pieces: Pieces) -> list[float]:
    """Mean of the three losses over held-out texts, without noise."""
    network.eval()
    sums = []
    with torch.no_grad():
        for text in texts:
            lengths = [len(pieces.of(form)) for form in text.words.forms]
            windows = [window(text, a, b) for a, b in cut(text, lengths, 224, 224)]
            sums.append(loss_of(network, collate(windows, pieces), random.Random(0))[1])
    network.train()
    return [round(float(x), 4) for x in np.mean(sums, axis=0)]


def save(path: Path, network: Network, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
    """Writes a checkpoint in one step, so that a reader never sees half of it."""
    state = {"shape": described(network.shape), "network": network.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(state | {"progress": (progress.step, progress.epoch, progress.place)}, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def rate(done: float) -> float:
    """The share of the peak learning rate: a linear rise, then a linear fall to 2 %."""
    return done / WARMUP if done < WARMUP else max(0.02, (1 - done) / (1 - WARMUP))


def names_in(texts: list[Text]) -> list[str]:
    """The capitalised words that stand inside sentences, each once, sorted."""
    title = CASES.index("title")
    found: set[str] = set()
    for text in texts:
        forms, cases = text.words.forms, text.words.cases
        found.update(forms[i] for i in range(1, len(forms)) if cases[i] == title and forms[i - 1][-1].isalnum())
    return sorted(found)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is asked to do.

    It begins with the weights of the checkpoint `start`, or with the pretrained ones; `peak` is its share of the peak rates.
    """

    data: Path
    out: Path
    epochs: int
    seed: int = SEED
    peak: float = 1.0
    start: Path | None = None
    teacher: Path | None = None  # weights of the larger encoder, which is then trained
    answers: Path | None = None  # pickled windows with what networks answer, to learn from beside the annotated ones


def train(plan: Plan) -> Path:
    """Trains or goes on from `plan.out`/last.pt to the end of the schedule; returns the checkpoint. Writes only under `plan.out`."""
    plan.out.mkdir(parents=True, exist_ok=True)
    last = plan.out / "last.pt"
    torch.manual_seed(plan.seed)
    known, kept = split(read_texts(plan.data), HELD_OUT, SEED)
    pieces, names = Pieces(base_vocabulary()), names_in(known)
    network = begun(plan.teacher)
    answered = pickle.loads(plan.answers.read_bytes()) if plan.answers else []
    optimizer = torch.optim.AdamW(groups(network), betas=(0.9, 0.98), weight_decay=0.01, fused=True)  # type: ignore[arg-type]
    progress = restored(last, network, optimizer)
    if progress.step == 0 and plan.start is not None:
        restored(plan.start, network, optimizer)
    run = Run(plan, network, optimizer, progress)
    for number in range(progress.epoch, plan.epochs):
        rng = random.Random(f"{plan.seed} {number}")
        batches: list[Batch | AnsweredBatch] = list(epoch(known, pieces, names, SIZE, rng, PLAIN))
        if answered:
            more = list(answered_epoch(answered, pieces, names, SIZE, rng, PLAIN))
            batches = [*rng.sample(batches, min(len(batches), int(ANNOTATED * len(more)))), *more]
            rng.shuffle(batches)
        run.epoch(batches, number)
        save(last, network, optimizer, progress)
        print(json.dumps({"epoch": number, "step": progress.step, "held_out": validate(network, kept, pieces)}), flush=True)
    return last


class Run:
    """The steps of a run."""

    def __init__(self, plan: Plan, network: Network, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
        self.plan, self.network, self.optimizer, self.progress = plan, network, optimizer, progress
        self.begun, self.seen, self.sums = time.monotonic(), 0, np.zeros(3)
        self.learned = [p for p in network.parameters() if p.requires_grad]

    def epoch(self, batches: list[Batch | AnsweredBatch], number: int) -> None:
        """Goes on where the last run stopped."""
        self.network.train()
        rng = random.Random(f"{self.plan.seed} {number}")
        for place in range(self.progress.place, len(batches)):
            self.step(batches[place], (number + place / len(batches)) / self.plan.epochs, rng)
            self.progress.step += 1
            self.progress.place = place + 1
            if self.seen % EVERY == 0:
                self.report(number, len(batches))
        self.progress.epoch, self.progress.place = number + 1, 0

    def step(self, batch: Batch | AnsweredBatch, done: float, rng: random.Random) -> None:
        """One step, where the share `done` of the schedule is over."""
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * self.plan.peak * rate(done)
        loss, parts = loss_of(self.network, batch, rng)
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.learned, 1.0)
        self.optimizer.step()
        self.seen += 1
        self.sums += parts

    def report(self, number: int, steps: int) -> None:
        """Prints where the run stands and writes a checkpoint."""
        line = {
            "epoch": number,
            "step": self.progress.step,
            "of": steps * self.plan.epochs,
            "s_per_step": round((time.monotonic() - self.begun) / self.seen, 2),
            "losses": [round(float(x), 4) for x in self.sums / EVERY],
        }
        print(json.dumps(line), flush=True)
        self.sums[:] = 0
        save(self.plan.out / "last.pt", self.network, self.optimizer, self.progress)


def restored(path: Path, network: Network, optimizer: torch.optim.Optimizer) -> Progress:
    """Loads a checkpoint in place where there is one; returns where its run stood."""
    if not path.exists():
        return Progress()
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return Progress(*state["progress"])

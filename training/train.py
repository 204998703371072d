"""Learns the tagger from PolNeAR's train split: `python -m training.train --data ../shared/data/polnear/train --out build/tagger`."""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing
from torch import Tensor

from training.answers import AnsweredBatch, answered_epoch
from training.augment import PLAIN, Noise
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
FIRST_GUESS = 20  # steps before the time a step takes is believed


@dataclass(slots=True)
class Progress:
    """Where a run stands; `done` is the share of the schedule that is over."""

    step: int = 0
    epoch: int = 0
    place: int = 0  # batches of this epoch that are over
    done: float = 0.0


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
    torch.save(state | {"progress": (progress.step, progress.epoch, progress.place, progress.done)}, path.with_suffix(".part"))
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
    """What a run is asked to do; with `seconds` the schedule ends after so much time, or with the last epoch where that comes first.

    It begins with the weights of the checkpoint `start`, or with the pretrained ones; `peak` is its share of the peak rates.
    """

    data: Path
    out: Path
    epochs: int
    workers: int = 1
    seconds: float | None = None
    seed: int = SEED
    peak: float = 1.0
    start: Path | None = None
    noise: Noise = PLAIN
    teacher: Path | None = None  # weights of the larger encoder, which is then trained
    answers: Path | None = None  # pickled windows with what teachers answer, to learn from beside the annotated ones
    every: int = 25  # steps between checkpoints
    frozen: int = 0  # layers at the bottom that stay as they are, and the input vectors with them


def train(plan: Plan) -> Path:
    """Trains or goes on from `plan.out`/last.pt; returns the checkpoint. Writes only under `plan.out`.

    Each worker is a process with one thread and a share of every batch; gradients are averaged at every step. On a busy machine that is
    faster than threads, which wait for one another many times in a step.
    """
    plan.out.mkdir(parents=True, exist_ok=True)
    (plan.out / "meeting").unlink(missing_ok=True)  # of a run that was cut off
    if plan.workers == 1:
        work(0, plan)
    else:
        torch.multiprocessing.spawn(work, (plan,), nprocs=plan.workers)
    return plan.out / "last.pt"


def work(rank: int, plan: Plan) -> None:
    """One worker's run from the last checkpoint to the end of the schedule."""
    if plan.workers > 1:
        torch.set_num_threads(1)
        meeting = (plan.out / "meeting").resolve()
        dist.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=plan.workers)
    torch.manual_seed(plan.seed + rank)
    known, kept = split(read_texts(plan.data), HELD_OUT, SEED)
    pieces, names = Pieces(base_vocabulary()), names_in(known)
    network = begun(plan.teacher)
    answered = pickle.loads(plan.answers.read_bytes()) if plan.answers else []
    optimizer = torch.optim.AdamW(groups(network), betas=(0.9, 0.98), weight_decay=0.01)  # type: ignore[arg-type]
    freeze(network, plan.frozen)
    progress = restored(plan.out / "last.pt", network, optimizer)
    if progress.step == 0 and plan.start is not None:
        progress = Progress(restored(plan.start, network, optimizer).step)
    run = Run(plan, rank, network, optimizer, progress)
    for number in range(progress.epoch, plan.epochs):
        rng = random.Random(f"{plan.seed} {number}")
        batches: list[Batch | AnsweredBatch] = list(epoch(known, pieces, names, SIZE // plan.workers, rng, plan.noise))
        if answered:
            more = list(answered_epoch(answered, pieces, names, SIZE // plan.workers, rng, plan.noise))
            batches = [*rng.sample(batches, min(len(batches), int(ANNOTATED * len(more)))), *more]
            rng.shuffle(batches)
        steps = len(batches) // plan.workers
        done = run.epoch(batches[rank :: plan.workers][:steps], number)
        if not rank:
            save(plan.out / "last.pt", network, optimizer, progress)
            print(json.dumps({"epoch": number, "step": progress.step, "held_out": validate(network, kept, pieces)}), flush=True)
        if not done:
            break
    if plan.workers > 1:
        dist.destroy_process_group()


class Run:
    """The steps of one worker; every worker has the same weights after every step."""

    def __init__(self, plan: Plan, rank: int, network: Network, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
        self.plan, self.rank, self.network, self.optimizer, self.progress = plan, rank, network, optimizer, progress
        self.begun, self.seen, self.sums = time.monotonic(), 0, np.zeros(3)
        self.learned = [p for p in network.parameters() if p.requires_grad]

    def epoch(self, batches: list[Batch | AnsweredBatch], number: int) -> bool:
        """Goes on where the last run stopped; False where the time is over before the epoch is."""
        self.network.train()
        rng = random.Random(f"{self.plan.seed} {number} {self.rank}")
        for place in range(self.progress.place, len(batches)):
            left = self.step(batches[place], (self.plan.epochs - number) * len(batches) - place, rng)
            self.progress.step += 1
            self.progress.place = place + 1
            self.progress.done += (1 - self.progress.done) / max(left, 1.0)
            if self.seen % self.plan.every == 0 and not self.rank:
                self.report(number, len(batches))
            if left < 1.5:
                return False
        self.progress.epoch, self.progress.place = number + 1, 0
        return True

    def step(self, batch: Batch | AnsweredBatch, steps_left: int, rng: random.Random) -> float:
        """One step; returns how many are left, this one included."""
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * self.plan.peak * rate(self.progress.done)
        loss, parts = loss_of(self.network, batch, rng)
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        left = float(steps_left)
        spent = time.monotonic() - self.begun
        if self.plan.seconds and self.seen >= FIRST_GUESS:
            left = min(left, (self.plan.seconds - spent) * self.seen / spent)
        if self.plan.workers > 1:
            left = self.average(left)
        torch.nn.utils.clip_grad_norm_(self.learned, 1.0)
        self.optimizer.step()
        self.seen += 1
        self.sums += parts
        return left

    def average(self, number: float) -> float:
        """Averages all gradients, and one number, over the workers."""
        flat = torch.cat(
            [*(p.grad.flatten() if p.grad is not None else torch.zeros(p.numel()) for p in self.learned), torch.tensor([number])]
        )
        dist.all_reduce(flat)
        flat /= self.plan.workers
        at = 0
        for p in self.learned:
            p.grad = flat[at : at + p.numel()].view_as(p)
            at += p.numel()
        return float(flat[-1])

    def report(self, number: int, steps: int) -> None:
        """Prints where the run stands and writes a checkpoint."""
        line = {
            "epoch": number,
            "step": self.progress.step,
            "of": steps * self.plan.epochs,
            "done": round(self.progress.done, 3),
            "s_per_step": round((time.monotonic() - self.begun) / self.seen, 2),
            "losses": [round(float(x), 4) for x in self.sums / self.plan.every],
        }
        print(json.dumps(line), flush=True)
        self.sums[:] = 0
        save(self.plan.out / "last.pt", self.network, self.optimizer, self.progress)


def freeze(network: Network, layers: int) -> None:
    """Keeps the input vectors and the lowest layers as they are; nothing where `layers` is 0."""
    if layers:
        for name, parameter in network.named_parameters():
            part = name.split(".")
            if part[0] in ("places", "kind", "norm", "gaps", "cases", "quotes") or (part[0] == "layers" and int(part[1]) < layers):
                parameter.requires_grad_(False)


def restored(path: Path, network: Network, optimizer: torch.optim.Optimizer) -> Progress:
    """Loads a checkpoint in place where there is one; returns where its run stood."""
    if not path.exists():
        return Progress()
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    if "optimizer" in state:  # the mean of several runs has none
        optimizer.load_state_dict(state["optimizer"])
    return Progress(*state["progress"])


def main() -> None:
    """Runs the training from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR's train folder")
    parser.add_argument("--out", type=Path, default=Path("build/tagger"), help="checkpoints")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--minutes", type=float, help="end the schedule after this long")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--frozen", type=int, default=0, help="layers at the bottom that stay as they are from here on")
    options = parser.parse_args()
    seconds = options.minutes * 60 if options.minutes else None
    train(Plan(options.data, options.out, options.epochs, options.workers, seconds, frozen=options.frozen))


if __name__ == "__main__":
    main()

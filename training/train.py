"""Learns the tagger from PolNeAR's train split: `python -m training.train --data ../shared/data/polnear/train --out build/tagger`."""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from training.augment import PLAIN, Noise
from training.base import base_folder, base_vocabulary
from training.batches import Batch, collate, epoch
from training.data import Text, cut, read_texts, split, window
from training.model import Network, described, pretrained
from verbale.attribution.tagged_pieces import Pieces
from verbale.attribution.tagged_words import CASES

SEED = 20260311
HELD_OUT = 40  # texts kept for thresholds and calibration
SIZE = 2400  # word pieces in a batch
PEAK, PEAK_HEADS, LAYER_DECAY = 2.2e-4, 1.0e-3, 0.9
WARMUP = 0.06  # share of the steps
DOUBTFUL = 0.1  # a word this likely to begin a cue is an anchor
MOST_DOUBTFUL = 12  # wrong anchors in a worker's batch
FIRST_GUESS = 20  # steps before the time a step takes is believed
NEAR = 25.0  # words: the pair loss of one anchor is a sum over all words divided by this


@dataclass(slots=True)
class Progress:
    """Where a run stands; `done` is the share of the schedule that is over."""

    step: int = 0
    epoch: int = 0
    place: int = 0  # batches of this epoch that are over
    done: float = 0.0


def groups(network: Network) -> list[dict[str, object]]:
    """Parameter groups with their peak rates: lower layers learn slower, new heads faster; word pieces stay as they are."""
    network.pieces.weight.requires_grad_(False)
    peaks: dict[float, list[Tensor]] = {}
    top = network.shape.layers
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        part = name.split(".")
        if part[0] == "layers":
            peak = PEAK * LAYER_DECAY ** (top - 1 - int(part[1]))
        elif part[0] in ("places", "kind", "norm"):
            peak = PEAK * LAYER_DECAY**top
        else:
            peak = PEAK_HEADS
        peaks.setdefault(peak, []).append(parameter)
    return [{"params": found, "lr": peak, "peak": peak} for peak, found in peaks.items()]


def add_doubtful(batch: Batch, flat: Tensor, rng: random.Random) -> tuple[Tensor, Tensor]:
    """Anchors (rows, places) after the gold ones: words that the tagger takes for the beginning of a cue and that no cue holds."""
    likely = flat[:, :, 1].softmax(-1)[..., 1].detach().numpy()
    wrong = np.argwhere((likely > DOUBTFUL) & (batch.flat[:, :, 1] == 0))
    if len(wrong) > MOST_DOUBTFUL:
        wrong = wrong[sorted(rng.sample(range(len(wrong)), MOST_DOUBTFUL))]
    rows = np.concatenate([batch.anchors[:, 0], wrong[:, 0]])
    places = np.concatenate([batch.anchors[:, 1], wrong[:, 1]])
    return torch.from_numpy(rows), torch.from_numpy(places)


def loss_of(network: Network, batch: Batch, rng: random.Random) -> tuple[Tensor, list[float]]:
    """The joint loss and its three parts: flat tags, tags per anchor, and whether an anchor is a cue."""
    words, flat = network.encode(*(torch.from_numpy(a) for a in (batch.pieces, batch.marks, batch.first, batch.last)))
    gold = torch.from_numpy(batch.flat)
    flat_loss = F.cross_entropy(flat.flatten(0, 2), gold.flatten(), ignore_index=-1)
    rows, places = add_doubtful(batch, flat, rng)
    if not len(rows):
        return flat_loss, [flat_loss.item(), 0.0, 0.0]
    tags, valid = network.pair(words, torch.from_numpy(batch.first > 0), rows, places)
    right = len(batch.anchors)
    target = torch.from_numpy(batch.tags)
    pair_loss = F.cross_entropy(tags[:right].flatten(0, 1), target.flatten(), ignore_index=-1, reduction="sum") / (NEAR * max(right, 1))
    truth = torch.zeros(len(rows))
    truth[:right] = 1
    valid_loss = F.binary_cross_entropy_with_logits(valid, truth)
    return 3 * flat_loss + pair_loss + 0.3 * valid_loss, [flat_loss.item(), pair_loss.item(), valid_loss.item()]


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
    network = Network()
    pretrained(network, base_folder())
    optimizer = torch.optim.AdamW(groups(network), betas=(0.9, 0.98), weight_decay=0.01)  # type: ignore[arg-type]
    freeze(network, plan.frozen)
    progress = restored(plan.out / "last.pt", network, optimizer)
    if progress.step == 0 and plan.start is not None:
        progress = Progress(restored(plan.start, network, optimizer).step)
    run = Run(plan, rank, network, optimizer, progress)
    for number in range(progress.epoch, plan.epochs):
        rng = random.Random(f"{plan.seed} {number}")
        batches = list(epoch(known, pieces, names, SIZE // plan.workers, rng, plan.noise))
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

    def epoch(self, batches: list[Batch], number: int) -> bool:
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

    def step(self, batch: Batch, steps_left: int, rng: random.Random) -> float:
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

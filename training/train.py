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
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

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
MOST_DOUBTFUL = 40  # wrong anchors in a batch
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
    return [float(x) for x in np.mean(sums, axis=0)]


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


def train(data: Path, out: Path, epochs: int, *, seconds: float | None = None, seed: int = SEED, every: int = 100) -> Path:
    """Trains or goes on from `out`/last.pt; returns the checkpoint. Writes only under `out`.

    With `seconds` the schedule ends after so much time, or with the last epoch where that comes first.
    """
    torch.manual_seed(seed)
    out.mkdir(parents=True, exist_ok=True)
    known, kept = split(read_texts(data), HELD_OUT, seed)
    pieces = Pieces(base_vocabulary())
    names = names_in(known)
    network = Network()
    pretrained(network, base_folder())
    optimizer = torch.optim.AdamW(groups(network), betas=(0.9, 0.98), weight_decay=0.01)  # type: ignore[arg-type]
    progress, last = Progress(), out / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        progress = Progress(*state["progress"])
    begun, seen, sums = time.monotonic(), 0, np.zeros(3)
    network.train()
    for number in range(progress.epoch, epochs):
        rng = random.Random(f"{seed} {number}")
        batches = list(epoch(known, pieces, names, SIZE, rng))
        for place, batch in enumerate(batches):
            if place < progress.place:
                continue
            left = float((epochs - number) * len(batches) - place)
            if seconds and seen >= FIRST_GUESS:
                spent = time.monotonic() - begun
                left = min(left, (seconds - spent) * seen / spent)
            if left < 1:
                break
            scale = rate(progress.done)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * scale
            loss, parts = loss_of(network, batch, rng)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            progress.step += 1
            progress.place = place + 1
            progress.done += (1 - progress.done) / left
            seen += 1
            sums += parts
            if seen % every == 0:
                where = {"epoch": number, "step": progress.step, "of": len(batches) * epochs}
                note = {
                    "s_per_step": round((time.monotonic() - begun) / seen, 2),
                    "rate": round(scale, 3),
                    "losses": [round(float(x), 4) for x in sums / every],
                }
                print(json.dumps(where | note), flush=True)
                sums[:] = 0
                save(last, network, optimizer, progress)
        if progress.place == len(batches):
            progress.epoch, progress.place = number + 1, 0
        save(last, network, optimizer, progress)
        print(
            json.dumps({"epoch": number, "step": progress.step, "held_out": [round(x, 4) for x in validate(network, kept, pieces)]}),
            flush=True,
        )
        if progress.place:
            break
    return last


def main() -> None:
    """Runs the training from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR's train folder")
    parser.add_argument("--out", type=Path, default=Path("build/tagger"), help="checkpoints")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--minutes", type=float, help="end the schedule after this long")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    train(options.data, options.out, options.epochs, seconds=options.minutes * 60 if options.minutes else None)


if __name__ == "__main__":
    main()

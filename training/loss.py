"""What a batch costs: of annotated windows, and of windows that other networks have answered about."""

from __future__ import annotations

import random

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from training.answers import AnsweredBatch
from training.batches import Batch
from training.model import Network, fast, inputs

DOUBTFUL = 0.1  # a word this likely to begin a cue is an anchor
MOST_DOUBTFUL = 24  # wrong anchors in a batch
MOST_ASKED = 180  # anchors of a batch that others have answered about
NEAR = 25.0  # words: the pair loss of one anchor is a sum over all words divided by this


def add_doubtful(batch: Batch, flat: Tensor, rng: random.Random) -> tuple[Tensor, Tensor]:
    """Anchors (rows, places) after the gold ones: words that the tagger takes for the beginning of a cue and that no cue holds."""
    likely = flat[:, :, 1].softmax(-1)[..., 1].detach().numpy()
    wrong = np.argwhere((likely > DOUBTFUL) & (batch.flat[:, :, 1] == 0))
    if len(wrong) > MOST_DOUBTFUL:
        wrong = wrong[sorted(rng.sample(range(len(wrong)), MOST_DOUBTFUL))]
    rows = np.concatenate([batch.anchors[:, 0], wrong[:, 0]])
    places = np.concatenate([batch.anchors[:, 1], wrong[:, 1]])
    return torch.from_numpy(rows), torch.from_numpy(places)


def loss_of(network: Network, batch: Batch | AnsweredBatch, rng: random.Random) -> tuple[Tensor, list[float]]:
    """The joint loss and its three parts: flat tags, tags per anchor, and whether an anchor is a cue."""
    if isinstance(batch, AnsweredBatch):
        flat, pair, cue = _answered(network, batch, rng)
    else:
        flat, pair, cue = _annotated(network, batch, rng)
    return 3 * flat + pair + 0.3 * cue, [flat.item(), pair.item(), cue.item()]


def _annotated(network: Network, batch: Batch, rng: random.Random) -> tuple[Tensor, Tensor, Tensor]:
    with fast():
        words, flat = network.encode(*inputs(batch))
    flat = flat.float()
    flat_loss = F.cross_entropy(flat.flatten(0, 2), torch.from_numpy(batch.flat).flatten(), ignore_index=-1)
    rows, places = add_doubtful(batch, flat, rng)
    if not len(rows):
        return flat_loss, flat_loss.new_zeros(()), flat_loss.new_zeros(())
    with fast():
        tags, valid = network.pair(words, torch.from_numpy(batch.first > 0), rows, places)
    right = len(batch.anchors)
    target = torch.from_numpy(batch.tags)
    pair_loss = F.cross_entropy(tags[:right].float().flatten(0, 1), target.flatten(), ignore_index=-1, reduction="sum")
    truth = torch.zeros(len(rows))
    truth[:right] = 1
    return flat_loss, pair_loss / (NEAR * max(right, 1)), F.binary_cross_entropy_with_logits(valid.float(), truth)


def _answered(network: Network, batch: AnsweredBatch, rng: random.Random) -> tuple[Tensor, Tensor, Tensor]:
    """Cross entropy to the answers' probabilities; each anchor's tags count by its weight."""
    with fast():
        words, scores = network.encode(*inputs(batch.windows))
    flat = torch.from_numpy(batch.flat)
    flat_loss = -(flat * scores.float().log_softmax(-1)).sum() / flat.sum()
    asked = len(batch.anchors)
    if not asked:
        return flat_loss, flat_loss.new_zeros(()), flat_loss.new_zeros(())
    some = sorted(rng.sample(range(asked), min(asked, MOST_ASKED)))
    rows, places = (torch.from_numpy(batch.anchors[some, column]) for column in (0, 1))
    with fast():
        tags, valid = network.pair(words, torch.from_numpy(batch.windows.first > 0), rows, places)
    weight = torch.from_numpy(batch.weight[some])
    each = -(torch.from_numpy(batch.tags[some]) * tags.float().log_softmax(-1)).sum((1, 2))
    cue_loss = F.binary_cross_entropy_with_logits(valid.float(), torch.from_numpy(batch.cue[some]))
    return flat_loss, (each * weight).sum() / (NEAR * weight.sum()), cue_loss

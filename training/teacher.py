"""The teacher: MPNet (Song et al. 2020), five times the student's size, with the same taggers and pair head over the same words."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.base import base_vocabulary
from training.model import Network, Shape, copy_pair

SHAPE = Shape(vocabulary=30527, width=768, layers=12, heads=12, inner=3072, positions=514, pair=192, pair_inner=384)
MOVED = 4  # its word pieces are the student's, so many places further; the marks below stand elsewhere
MARKS = {"[PAD]": 1, "[CLS]": 0, "[SEP]": 2, "[UNK]": 3, "[MASK]": 30526}
FIRST_PLACE = 2  # places begin behind two that are never used
BUCKETS, FARTHEST, LONGEST = 32, 128, 512


def relative_buckets() -> Tensor:
    """The bucket of each pair of places (LONGEST, LONGEST): exact up to 8, then logarithmic up to FARTHEST, as T5 has them."""
    places = torch.arange(LONGEST)
    ahead = places[:, None] - places[None, :]
    half = BUCKETS // 2
    exact, distance = half // 2, ahead.abs()
    far = exact + (torch.log(distance.float().clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return (ahead < 0).long() * half + torch.where(distance < exact, distance, far.clamp(max=half - 1))


class Teacher(Network):
    """The network over MPNet; how far words stand apart moves its attention, as pretrained."""

    def __init__(self, shape: Shape = SHAPE) -> None:
        super().__init__(shape)
        for norm in (self.norm, *(n for layer in self.layers for n in (layer.norm, layer.last))):
            norm.eps = 1e-5
        self.relative = nn.Embedding(BUCKETS, shape.heads)
        self.relative.weight.requires_grad_(False)
        vocabulary = base_vocabulary()
        moved = torch.arange(len(vocabulary)) + MOVED
        for name, place in MARKS.items():
            moved[vocabulary.index(name)] = place
        self.register_buffer("moved", moved, persistent=False)
        self.register_buffer("bucket", relative_buckets(), persistent=False)

    def read(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """The same from the student's word pieces."""
        length = pieces.shape[1]
        x = self.pieces(self.moved[pieces]) + self.places.weight[FIRST_PLACE : FIRST_PLACE + length]
        x = self.drop(self.norm(x + self.gaps(marks[0]) + self.cases(marks[1]) + self.quotes(marks[2])))
        near = self.relative(self.bucket[:length, :length]).permute(2, 0, 1)
        return x, near[None] + (pieces == 0)[:, None, None, :].to(near.dtype) * -1e4


def pretrained_teacher(network: Teacher, weights: Path) -> None:
    """Loads the encoder's weights from an MPNet checkpoint in safetensors, in place."""
    state = {key.removeprefix("mpnet."): value.float() for key, value in load_file(weights).items()}
    with torch.no_grad():
        network.pieces.weight.copy_(state["embeddings.word_embeddings.weight"])
        network.places.weight.copy_(state["embeddings.position_embeddings.weight"])
        network.relative.weight.copy_(state["encoder.relative_attention_bias.weight"])
        copy_pair(network.norm, state, "embeddings.LayerNorm")
        for i, layer in enumerate(network.layers):
            name = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                getattr(layer.attention.qkv, kind).copy_(torch.cat([state[f"{name}attention.attn.{part}.{kind}"] for part in "qkv"]))
            copy_pair(layer.attention.out, state, name + "attention.attn.o")
            copy_pair(layer.norm, state, name + "attention.LayerNorm")
            copy_pair(layer.up, state, name + "intermediate.dense")
            copy_pair(layer.down, state, name + "output.dense")
            copy_pair(layer.last, state, name + "output.LayerNorm")


def network_of(checkpoint: Path) -> Network:
    """The network of a checkpoint, small or large."""
    state = torch.load(checkpoint, weights_only=True)
    shape = Shape(**state["shape"])
    network = Teacher(shape) if shape.vocabulary == SHAPE.vocabulary else Network(shape)
    network.load_state_dict(state["network"])
    network.eval()
    return network

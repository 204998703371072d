"""MiniLM-L6 (Wang et al. 2020) with three role taggers and a head that, for each cue, tags the words of its attribution.

The encoder is uncased and sees no layout, so every word piece also carries learned vectors for the white space before its word,
the word's case and its place in a quotation. The second stage works like semantic role labelling: each word that may begin a cue is
an anchor, and all words of the window are tagged for that anchor, so attributions may share words, nest and leave gaps.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file
from torch import Tensor, nn

from training.batches import Batch
from verbale.attribution.tagged_words import CASES, GAPS, QUOTES

FLAT_TAGS = ("O", "B", "I")
PAIR_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
FARTHEST = 512  # words between an anchor and a word; farther counts as this far


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; the first six are those of the pretrained encoder."""

    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    pair: int = 128
    pair_heads: int = 4
    pair_inner: int = 256
    dropout: float = 0.1


def fast() -> torch.autocast:
    """Matrix products in 16-bit floats where the processor has units for them (nine times as fast there), else as usual."""
    return torch.autocast("cpu", torch.bfloat16, enabled=bool(torch.cpu.get_capabilities().get("amx_bf16")))


class Fused(torch.autograd.Function):
    """Attention as one operator of onnxruntime, which has an int8 form; only for export."""

    @staticmethod
    def symbolic(graph: Any, x: Any, weight: Any, bias: Any, seen: Any, heads: int) -> Any:
        """The operator's node."""
        return graph.op("com.microsoft::Attention", x, weight, bias, seen, num_heads_i=heads).setType(x.type())

    @staticmethod
    def forward(_context: Any, x: Tensor, weight: Tensor, bias: Tensor, seen: Tensor, heads: int) -> Tensor:
        """A stand-in of the right shape: the exporter records the node, not these numbers."""
        return x.clone()


class Attention(nn.Module):
    """Multi-head self-attention over the words where `mask` (batch, 1, 1, length; added to the scores) is 0."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The attended vectors before any residual."""
        if torch.onnx.is_in_onnx_export():
            seen = (mask[:, 0, 0] == 0).to(torch.int32)
            return self.out(Fused.apply(x, self.qkv.weight.t(), self.qkv.bias, seen, self.heads))
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: with 16-bit floats on a processor the fused operator takes half as long again, forward and back.
        scores = q / math.sqrt(width // self.heads) @ k.transpose(-1, -2) + mask.to(q.dtype)
        return self.out((scores.softmax(-1, dtype=q.dtype) @ v).transpose(1, 2).reshape(batch, length, width))


class Layer(nn.Module):
    """One encoder layer, normalised after each block as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.attention = Attention(width, heads)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.last = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The layer's output."""
        x = self.norm(x + self.drop(self.attention(x, mask)))
        return self.last(x + self.drop(self.down(F.gelu(self.up(x)))))


def buckets() -> Tensor:
    """For each distance from -FARTHEST to FARTHEST, its index in 35 buckets: one a word up to 8, then logarithmic."""
    out = []
    for distance in range(-FARTHEST, FARTHEST + 1):
        size = abs(distance)
        rank = size if size <= 8 else min(17, 9 + int(2 * math.log2(size / 9)))
        out.append(17 + (rank if distance >= 0 else -rank))
    return torch.tensor(out)


class PairHead(nn.Module):
    """Tags all words of a window for one anchor word."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        d = shape.pair
        self.word, self.anchor = nn.Linear(shape.width, d), nn.Linear(shape.width, d)
        self.word_gate, self.anchor_gate = nn.Linear(shape.width, d), nn.Linear(shape.width, d)
        self.distance = nn.Embedding(35, d)
        self.norm = nn.LayerNorm(d)
        self.layer = Layer(d, shape.pair_heads, shape.pair_inner, shape.dropout)
        self.tags = nn.Linear(d, len(PAIR_TAGS))
        self.valid = nn.Linear(2 * d, 1)
        self.register_buffer("bucket", buckets(), persistent=False)

    def forward(self, words: Tensor, mask: Tensor, rows: Tensor, places: Tensor) -> tuple[Tensor, Tensor]:
        """Scores (anchors, words, tags) and the score (anchors,) that the anchor is a cue.

        `words` is (batch, length, width), `mask` (batch, length) is true for words, `rows` and `places` say where the anchors are.
        """
        anchors = words[rows, places]
        offsets = torch.arange(words.shape[1], device=words.device)[None, :] - places[:, None]
        near = self.distance(self.bucket[offsets.clamp(-FARTHEST, FARTHEST) + FARTHEST])
        x = self.word(words)[rows] + self.anchor(anchors)[:, None] + near
        x = self.norm(F.gelu(x + self.word_gate(words)[rows] * self.anchor_gate(anchors)[:, None]))
        seen = mask[rows]
        x = self.layer(x, (~seen)[:, None, None, :].to(x.dtype) * -1e4)
        own = x.gather(1, places[:, None, None].expand(-1, 1, x.shape[2]))[:, 0]
        top = x.masked_fill(~seen[..., None], -1e4).amax(1)
        return self.tags(x), self.valid(torch.cat([own, top], -1))[:, 0]


class Network(nn.Module):
    """Encoder, role taggers and pair head."""

    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape = shape or Shape()
        self.pieces = nn.Embedding(shape.vocabulary, shape.width, padding_idx=0)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.kind = nn.Parameter(torch.zeros(shape.width))
        self.gaps, self.cases, self.quotes = (nn.Embedding(len(names) + 1, shape.width) for names in (GAPS, CASES, QUOTES))
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.drop = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape.width, shape.heads, shape.inner, shape.dropout) for _ in range(shape.layers))
        self.flat = nn.Linear(shape.width, 3 * len(FLAT_TAGS))
        self.pair = PairHead(shape)
        for table in (self.gaps, self.cases, self.quotes):
            nn.init.normal_(table.weight, std=0.01)

    def encode(self, pieces: Tensor, marks: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Word vectors (batch, words, width) and the flat scores (batch, words, role, tag) of source, cue and content.

        `pieces` (batch, length) ends in zeros; `marks` (3, batch, length) are gap, case and quote per piece plus one, 0 outside words;
        `first` and `last` (batch, words) are the places of a word's outer pieces, 0 where there is no word.
        """
        x, mask = self.read(pieces, marks)
        for layer in self.layers:
            x = layer(x, mask)
        wide = (*first.shape, x.shape[2])
        words = 0.5 * (x.gather(1, first[..., None].expand(wide)) + x.gather(1, last[..., None].expand(wide)))
        words = self.drop(words)
        return words, self.flat(words).view(*first.shape, 3, len(FLAT_TAGS))

    def read(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """What goes into the first layer, and what every layer's attention adds to its scores."""
        x = self.pieces(pieces) + self.places.weight[: pieces.shape[1]] + self.kind
        x = self.drop(self.norm(x + self.gaps(marks[0]) + self.cases(marks[1]) + self.quotes(marks[2])))
        return x, (pieces == 0)[:, None, None, :].to(x.dtype) * -1e4


def inputs(batch: Batch) -> tuple[Tensor, ...]:
    """What `Network.encode` reads of a batch."""
    return tuple(torch.from_numpy(a) for a in (batch.pieces, batch.marks, batch.first, batch.last))


def pretrained(network: Network, folder: Path) -> None:
    """Loads the encoder's weights from a BERT checkpoint in safetensors, in place."""
    names = json.loads((folder / "config.json").read_text())
    if (names["hidden_size"], names["num_hidden_layers"]) != (network.shape.width, network.shape.layers):
        raise ValueError(f"{folder} holds an encoder of another size")
    state = {key.removeprefix("bert."): value.float() for key, value in load_file(folder / "model.safetensors").items()}
    with torch.no_grad():
        network.pieces.weight.copy_(state["embeddings.word_embeddings.weight"])
        network.places.weight.copy_(state["embeddings.position_embeddings.weight"])
        network.kind.copy_(state["embeddings.token_type_embeddings.weight"][0])
        copy_pair(network.norm, state, "embeddings.LayerNorm")
        for i, layer in enumerate(network.layers):
            name = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [state[f"{name}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.attention.qkv, kind).copy_(torch.cat(parts))
            copy_pair(layer.attention.out, state, name + "attention.output.dense")
            copy_pair(layer.norm, state, name + "attention.output.LayerNorm")
            copy_pair(layer.up, state, name + "intermediate.dense")
            copy_pair(layer.down, state, name + "output.dense")
            copy_pair(layer.last, state, name + "output.LayerNorm")


def copy_pair(module: nn.Module, state: dict[str, Tensor], name: str) -> None:
    """Copies weight and bias of one pretrained block."""
    module.weight.copy_(state[name + ".weight"])  # type: ignore[operator]
    module.bias.copy_(state[name + ".bias"])  # type: ignore[operator]


def described(shape: Shape) -> dict[str, float]:
    """The sizes as plain numbers, for a checkpoint."""
    return asdict(shape)

"""Grouping by pairwise likeness: connected components, and groups whose members are alike on average."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components(nodes: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """The connected components of a graph, each with its nodes in the order given."""
    parent: dict[Node, Node] = {node: node for node in nodes}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in edges:
        parent[root(one)] = root(other)
    found: dict[Node, list[Node]] = {}
    for node in parent:
        found.setdefault(root(node), []).append(node)
    return list(found.values())


def alike(size: int, likeness: Callable[[int, int], float | None], *, least: float, average: float) -> list[list[int]]:
    """Groups of the indices 0 … size-1 by average linkage, closest first; ties go to the lower indices.

    `likeness` is None for a pair that must stay apart. Two groups join if some pair of theirs is at least `least` alike, and all pairs
    between them at least `average` on average. The result depends on the numbering only through ties: number the members by content.
    """
    groups: dict[int, list[int]] = {index: [index] for index in range(size)}
    sums: dict[tuple[int, int], float] = {}
    bests: dict[tuple[int, int], float] = {}
    apart: set[tuple[int, int]] = set()
    for one in range(size):
        for other in range(one + 1, size):
            value = likeness(one, other)
            if value is None:
                apart.add((one, other))
            else:
                sums[one, other] = bests[one, other] = value
    while True:
        pair = _closest(groups, sums, bests, least=least, average=average)
        if pair is None:
            return sorted(groups.values())
        _merge(pair, groups, sums, bests, apart)


def _closest(
    groups: dict[int, list[int]], sums: dict[tuple[int, int], float], bests: dict[tuple[int, int], float], *, least: float, average: float
) -> tuple[int, int] | None:
    found: tuple[float, int, int] | None = None
    for (one, other), total in sums.items():
        mean = total / (len(groups[one]) * len(groups[other]))
        if mean >= average and bests[one, other] >= least:
            candidate = (-round(mean, 9), one, other)
            if found is None or candidate < found:
                found = candidate
    return found[1:] if found else None


def _merge(
    pair: tuple[int, int],
    groups: dict[int, list[int]],
    sums: dict[tuple[int, int], float],
    bests: dict[tuple[int, int], float],
    apart: set[tuple[int, int]],
) -> None:
    keep, gone = pair
    for third in groups:
        if third in pair:
            continue
        with_keep = (min(keep, third), max(keep, third))
        with_gone = (min(gone, third), max(gone, third))
        if with_gone in apart or with_keep in apart:
            apart.add(with_keep)
            sums.pop(with_keep, None)
        else:
            sums[with_keep] += sums[with_gone]
            bests[with_keep] = max(bests[with_keep], bests[with_gone])
        sums.pop(with_gone, None)
    sums.pop(pair, None)
    groups[keep] = sorted(groups[keep] + groups.pop(gone))

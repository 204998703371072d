"""Grouping by pairwise likeness: connected components, and groups whose members are alike on average."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Families(Generic[Node]):
    """The connected components of a graph that is told edge by edge."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._parent: dict[Node, Node] = {node: node for node in nodes}

    def _root(self, node: Node) -> Node:
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def together(self, one: Node, other: Node) -> bool:
        """Whether two nodes are connected by now."""
        return self._root(one) == self._root(other)

    def join(self, one: Node, other: Node) -> None:
        """Connect two nodes."""
        self._parent[self._root(one)] = self._root(other)

    def all(self) -> list[list[Node]]:
        """The components, each with its nodes in the order given."""
        found: dict[Node, list[Node]] = {}
        for node in self._parent:
            found.setdefault(self._root(node), []).append(node)
        return list(found.values())


def components(nodes: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """The connected components of a graph, each with its nodes in the order given."""
    families = Families(nodes)
    for one, other in edges:
        families.join(one, other)
    return families.all()


def alike(size: int, likeness: Callable[[int, int], float | None], *, least: float, average: float) -> list[list[int]]:
    """Groups of the indices 0 … size-1 by average linkage, closest first; ties go to the lower indices.

    `likeness` is None for a pair that must stay apart. Two groups join if some pair of theirs is at least `least` alike, and all pairs
    between them at least `average` on average. The result depends on the numbering only through ties: number the members by content.
    """
    groups: dict[int, list[int]] = {index: [index] for index in range(size)}
    between = {(one, other): _Between.of(likeness(one, other)) for one in range(size) for other in range(one + 1, size)}
    heap = [entry for pair, value in between.items() if (entry := _entry(pair, value, groups, least=least, average=average))]
    heapify(heap)
    while heap:
        mean, keep, gone, members = heappop(heap)
        if keep not in groups or gone not in groups or len(groups[keep]) + len(groups[gone]) != members:
            continue
        if -mean != round(between[keep, gone].mean(groups, keep, gone), 9):
            continue
        del between[keep, gone]
        merged = sorted(groups[keep] + groups.pop(gone))
        groups[keep] = merged
        for third in groups:
            if third != keep:
                pair = (min(keep, third), max(keep, third))
                between[pair] = between[pair] + between.pop((min(gone, third), max(gone, third)))
                if entry := _entry(pair, between[pair], groups, least=least, average=average):
                    heappush(heap, entry)
    return sorted(groups.values())


@dataclass(frozen=True, slots=True)
class _Between:
    """The likenesses of all pairs between two groups: their sum, the best, and whether the groups must stay apart."""

    total: float
    best: float
    apart: bool

    @classmethod
    def of(cls, value: float | None) -> _Between:
        return cls(0.0, 0.0, True) if value is None else cls(value, value, False)

    def __add__(self, other: _Between) -> _Between:
        return _Between(self.total + other.total, max(self.best, other.best), self.apart or other.apart)

    def mean(self, groups: dict[int, list[int]], one: int, other: int) -> float:
        return self.total / (len(groups[one]) * len(groups[other]))


def _entry(
    pair: tuple[int, int], between: _Between, groups: dict[int, list[int]], *, least: float, average: float
) -> tuple[float, int, int, int] | None:
    """The heap's entry for two groups that may join, closest first; the size tells whether it is out of date."""
    mean = between.mean(groups, *pair)
    if between.apart or between.best < least or mean < average:
        return None
    return -round(mean, 9), *pair, len(groups[pair[0]]) + len(groups[pair[1]])

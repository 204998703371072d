"""What became of a run's inputs, for people and for programs."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verbale.pipeline.runner import Report


def counts_of(report: Report) -> dict[str, Any]:
    """What became of a run's inputs, as plain data."""
    rows: Sequence[Any] = (*report.skipped, *report.failed)
    return {
        "inputs": report.inputs,
        "new": report.new,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": len(report.skipped),
        "coded": report.coded,
        "failed": len(report.failed),
        "troubles": [{"path": row.path, "reason": row.reason, "detail": row.detail} for row in rows],
    }


def in_a_line(text: str) -> str:
    """The text with control characters written out, so that no file's name breaks a line or commands the terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def tell_counts(report: Report, *, quiet: bool) -> None:
    """What became of a run's inputs, on stderr: a line for each trouble, then the counts."""
    if quiet:
        return
    for row in (*report.skipped, *report.failed):
        print(in_a_line(f"{row.result} {row.path}: {row.reason}: {row.detail}"), file=sys.stderr)
    results = Counter(new=report.new, updated=report.updated, unchanged=report.unchanged, skipped=len(report.skipped))
    results.update(coded=report.coded, failed=len(report.failed))
    print(counted(results, Counter(row.reason or "" for row in report.skipped)), file=sys.stderr)


def counted(results: Mapping[str, int], reasons: Mapping[str, int]) -> str:
    """How many inputs had which result, in words; `reasons` parts the skipped."""
    read = [(results.get(name, 0), name) for name in ("new", "updated", "unchanged", "skipped")]
    words = ", ".join(f"{count} {name}" for count, name in read)
    why = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
    failed = f", {results['failed']} failed" if results.get("failed") else ""
    return f"{sum(count for count, _ in read)} in: {words}{f' ({why})' if why else ''}. {results.get('coded', 0)} read through{failed}."

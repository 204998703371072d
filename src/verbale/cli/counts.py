"""What became of a run's inputs, for people and for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verbale.pipeline.runner import Report


def counts_of(report: Report) -> dict[str, Any]:
    """What became of a run's inputs, as plain data."""
    rows: Sequence[Any] = (*report.skipped, *report.failed)
    return {
        "inputs": report.inputs,
        "new": report.new,
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
    counts = f"{report.inputs} in: {report.new} new, {report.unchanged} unchanged, {len(report.skipped)} skipped"
    failed = f", {len(report.failed)} failed" if report.failed else ""
    print(f"{counts}. {report.coded} read through{failed}.", file=sys.stderr)

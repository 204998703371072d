"""Judgements on names, as the stage that resolves speakers reads them."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.record.judgements import Judgement
from verbale.resolve import Identity

IDENTITY = "identity"
"""The kind of judgement that says who a name is."""


def identities(standing: Iterable[Judgement]) -> list[Identity]:
    """Judgements on names as identities, in the order given."""
    return [
        Identity(
            made.subject,
            made.verdict["actor"],
            document=made.verdict["document"],
            same=made.verdict["same"],
            other=made.verdict.get("other"),
        )
        for made in standing
    ]

"""The versions of one article: which texts its page gave over time, and what changed between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from verbale.record.editions import Edition


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that one version has and the one before has not (`added`), or the other way round."""

    added: bool
    text: str


@dataclass(frozen=True, slots=True)
class VersionItem:
    """One version; `as_of` is the moment (ISO 8601, UTC) or day as of which it is known, `changed` what is other than in the one before."""

    document: str
    as_of: str | None
    title: str | None
    latest: bool
    changed: tuple[Paragraph, ...]


def versions(editions: Sequence[Edition]) -> tuple[VersionItem, ...]:
    """The versions of an article, the earliest first; `editions` are its texts in that order."""
    earlier = [None, *editions]
    return tuple(
        VersionItem(
            edition.document,
            edition.as_of,
            edition.title,
            latest=edition is editions[-1],
            changed=_changed(before.text, edition.text) if before is not None else (),
        )
        for before, edition in zip(earlier, editions, strict=False)
    )


def _changed(before: str, after: str) -> tuple[Paragraph, ...]:
    old, new = ([line.strip() for line in text.splitlines() if line.strip()] for text in (before, after))
    found: list[Paragraph] = []
    for _, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[start:end] != new[new_start:new_end]:
            found += [Paragraph(False, line) for line in old[start:end]]
            found += [Paragraph(True, line) for line in new[new_start:new_end]]
    return tuple(found)

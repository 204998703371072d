"""Reads an offline extract of Wikidata: one entity a line, as in its dumps, plain or compressed with gzip."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from verbale.errors import UsageError


def entities(path: Path) -> Iterator[dict[str, Any]]:
    """Every entity of the file, one at a time; UsageError, with the line, where the file is not such an extract."""
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                text = line.strip().rstrip(",")
                if text in ("", "[", "]"):
                    continue
                yield _entity(text, f"{path}, line {number}")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}). Name a file of Wikidata entities, one JSON object a line.") from error


def _opened(path: Path) -> IO[str]:
    with path.open("rb") as start:
        packed = start.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8")


def _entity(text: str, where: str) -> dict[str, Any]:
    try:
        entity = json.loads(text)
    except ValueError as error:
        raise UsageError(f"{where}: this is no JSON ({error}). Give one entity a line, as Wikidata's dumps do.") from error
    if not isinstance(entity, dict) or "id" not in entity:
        raise UsageError(f"{where}: this is no Wikidata entity: it has no id. Give one entity a line, as Wikidata's dumps do.")
    return entity

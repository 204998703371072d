"""A copy of the record to judge in, so that the other tests' record stays as the machine made it."""

import re
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.talks import talks_folder


def copied(factory: pytest.TempPathFactory, place: Path) -> Path:
    """A copy of the rooms' record in a folder of its own."""
    folder = talks_folder(factory)
    for suffix in ("", "-wal", "-shm"):
        source = folder / f"record.sqlite{suffix}"
        if source.exists():
            shutil.copyfile(source, place / source.name)
    shutil.copyfile(folder / "dossier.yaml", place / "dossier.yaml")
    return place


def token_of(rooms: TestClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', rooms.get("/review/history").text)
    assert found is not None
    return found[1]

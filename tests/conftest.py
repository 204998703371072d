"""What several rooms' tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from verbale.record.database import open_database
from verbale.settings import shared_folder

settings.register_profile("untimed", deadline=None)  # machines are noisy: no test fails by the clock
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts and gold; the test is skipped, with the reason, where it is absent."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("real texts absent: set VERBALE_SHARED to the shared folder")
    return folder


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A new record."""
    made = open_database(tmp_path / "record.sqlite", create=True)
    yield made
    made.dispose()

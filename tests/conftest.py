"""What several rooms' tests share."""

from pathlib import Path

import pytest

from verbale.settings import shared_folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts and gold; the test is skipped, with the reason, where it is absent."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("real texts absent: set VERBALE_SHARED to the shared folder")
    return folder

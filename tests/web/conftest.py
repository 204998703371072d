"""The rooms over one record, asked without a network."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.web.talks import talks_folder
from verbale.api import Talks
from verbale.web.app import create_app

LOOPBACK_ADDRESS = "http://127.0.0.1"


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talks]:
    with Talks(talks_folder(tmp_path_factory)) as opened:
        yield opened


@pytest.fixture(scope="session")
def rooms(talks: Talks) -> Iterator[TestClient]:
    with TestClient(create_app(talks), base_url=LOOPBACK_ADDRESS, raise_server_exceptions=False) as client:
        yield client

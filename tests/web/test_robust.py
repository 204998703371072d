"""The rooms beside a writer, over a record that breaks, and with requests that ask too much."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import LOOPBACK_ADDRESS
from tests.web.test_pages import pages
from verbale.api import DOSSIER, RECORD, Talks
from verbale.web.app import create_app
from verbale.web.guard import LONGEST_BODY

WRITER = """
import sys
from pathlib import Path
from verbale.record.database import open_database, writer_lock
from verbale.record.writer import Arrival, Writer
from verbale.values import Document
from sqlalchemy import event

place = Path(sys.argv[1])
engine = open_database(place, create=False)

def hold(connection):
    print("held", flush=True)
    sys.stdin.readline()

event.listen(engine, "commit", hold)
with writer_lock(place):
    document = Document("00000000000000ff", "late.txt", "The late edition.", "Late edition")
    Writer(engine).take_in(1, [Arrival(document, b"The late edition.", "text/plain")], [])
print("done", flush=True)
"""


@pytest.fixture
def copied(talks: Talks, tmp_path: Path) -> Path:
    """A copy of the talks, to write to or to break."""
    folder = tmp_path / "talks"
    folder.mkdir()
    talks.backup(folder / RECORD)
    shutil.copy(talks.folder / DOSSIER, folder / DOSSIER)
    return folder


def client_of(talks: Talks) -> TestClient:
    return TestClient(create_app(talks), base_url=LOOPBACK_ADDRESS, raise_server_exceptions=False)


def test_reading_never_waits_for_a_writer(copied: Path, talks: Talks) -> None:
    command = [sys.executable, "-c", WRITER, str(copied / RECORD)]
    with (
        Talks(copied) as own,
        client_of(own) as rooms,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer,
    ):
        assert writer.stdin is not None and writer.stdout is not None
        assert writer.stdout.readline() == "held\n"  # rows are written and the transaction is open
        for path in pages(talks):
            assert rooms.get(path).status_code == 200, path
        assert "Late edition" not in rooms.get("/articles").text
        assert writer.poll() is None
        writer.stdin.write("\n")
        writer.stdin.flush()
        assert writer.stdout.readline() == "done\n"
        assert "Late edition" in rooms.get("/articles").text


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda record: record.unlink(), "gone"),
        (lambda record: record.write_bytes(b"a letter " * 1000), "no longer a record"),
        (lambda record: record.write_bytes(b""), "changed by another program"),
    ],
    ids=["missing", "overwritten", "emptied"],
)
def test_a_record_that_breaks_is_told_in_words(copied: Path, damage: Callable[[Path], object], told: str) -> None:
    with Talks(copied) as broken, client_of(broken) as client:
        broken.close()
        damage(copied / RECORD)
        page, twin = client.get("/speakers"), client.get("/speakers.json")
    assert page.status_code == twin.status_code == 503
    assert told in page.text
    assert twin.json()["error"] == {"status": 503, "detail": twin.json()["error"]["detail"]}
    assert str(copied) not in page.text + twin.text
    assert "Traceback" not in page.text


def test_a_page_that_takes_too_long_is_given_up(rooms: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(talks: Talks, **_: object) -> None:
        with talks._engine.connect() as connection:
            connection.exec_driver_sql("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")

    monkeypatch.setattr("verbale.web.app.LONGEST", 0.1)
    monkeypatch.setattr("verbale.api.Talks.speakers", endless)
    answer = rooms.get("/speakers.json")
    assert answer.status_code == 503
    assert "took too long" in answer.json()["error"]["detail"]


def test_what_is_sent_is_bounded(rooms: TestClient) -> None:
    assert rooms.post("/table", content=b"x" * (LONGEST_BODY + 1)).status_code == 413
    assert rooms.post("/table.json", content=b"x" * (LONGEST_BODY + 1)).json()["error"]["status"] == 413
    assert rooms.post("/table", content=b"x" * 100).status_code == 405


def test_refusals_have_the_shape_of_all_errors(talks: Talks) -> None:
    app = create_app(talks, hosts=frozenset({"10.0.0.7"}), token="a-token")
    with TestClient(app, base_url="http://10.0.0.7") as client:
        assert client.get("/table.json").json()["error"]["status"] == 401
        assert client.get("/table.json?x=" + "y" * 5000).json()["error"]["status"] == 414
        assert client.get("/table.json", headers={"host": "elsewhere"}).json()["error"]["status"] == 421

"""What `add` leaves behind when the machine fails it: killed, no room on the disk, a torn log, another writer."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from quality.kills import DOSSIER, SETTINGS, add, content, ended, in_child, trials, write_articles

from verbale.api import RECORD, Talks
from verbale.cli import main
from verbale.errors import RecordError


class Case:
    """A folder of articles, a dossier, and the content of an undisturbed record of them."""

    def __init__(self, home: Path) -> None:
        self.home, self.articles, self.dossier = home, home / "articles", home / "dossier.yaml"
        write_articles(self.articles)
        self.dossier.write_text(DOSSIER, encoding="utf-8")
        self.add(home / "undisturbed")
        self.expected = content(home / "undisturbed" / RECORD)

    def add(self, folder: Path) -> None:
        add(folder, self.articles, self.dossier)

    def completes(self, folder: Path) -> None:
        """The next run makes of what is there the same record as an undisturbed one."""
        with Talks(folder, settings=SETTINGS) as talks:
            assert talks.check() == []
            talks.add([self.articles])
            assert talks.check() == []
        assert content(folder / RECORD) == self.expected


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return Case(tmp_path_factory.mktemp("faults"))


@pytest.fixture
def torn(case: Case, tmp_path: Path) -> Path:
    """A folder whose writer was killed, so that its last transactions stand in the write-ahead log alone."""
    folder = tmp_path / "torn"

    def work() -> None:
        case.add(folder)
        with Talks(folder, settings=SETTINGS) as talks, talks.writing():
            talks.feeds.keep({"https://post.example/feed": '{"validators": {}, "entries": {}}'})
            os.kill(os.getpid(), signal.SIGKILL)

    assert ended(in_child(work)) == -signal.SIGKILL
    assert (folder / f"{RECORD}-wal").stat().st_size > 0
    return folder


def test_killed_at_random_moments_every_record_is_the_same(tmp_path: Path) -> None:
    """The short form of `python -m quality.kills`."""
    found = trials(tmp_path, kills=4, seed=int(time.time()))
    assert (found.different, found.troubles) == ((), ())
    assert found.kills >= 4


@pytest.mark.parametrize("seed", range(3))
def test_a_torn_log_loses_at_most_what_was_last(case: Case, torn: Path, seed: int) -> None:
    log = torn / f"{RECORD}-wal"
    chance = random.Random(seed)
    data = bytearray(log.read_bytes())
    place = chance.randrange(len(data))
    if seed % 2:
        data = data[:place]
    else:
        data[place : place + 64] = chance.randbytes(min(64, len(data) - place))
    log.write_bytes(data)
    if seed < 2:
        (torn / f"{RECORD}-shm").unlink(missing_ok=True)
    case.completes(torn)


def test_a_log_that_is_gone_leaves_a_record(case: Case, torn: Path) -> None:
    (torn / f"{RECORD}-wal").unlink()
    case.completes(torn)


@pytest.mark.parametrize("room", [100_000, 400_000, 700_000])
def test_a_full_disk_is_said_and_the_next_run_completes(case: Case, tmp_path: Path, room: int) -> None:
    """No file may grow beyond `room` bytes, as on a disk that is full."""
    folder, told = tmp_path / "full", tmp_path / "told"

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        try:
            case.add(folder)
        except RecordError as error:
            told.write_text(str(error), encoding="utf-8")

    assert ended(in_child(work)) == 0
    assert "full" in told.read_text(encoding="utf-8")
    case.completes(folder)


def command(told: Path, *arguments: object) -> int:
    """Start `verbale` with these arguments in a process of its own, which writes its exit code and what it said to a file."""

    def work() -> None:
        os.environ["VERBALE_ATTRIBUTOR"] = "rules"
        sys.argv = ["verbale", *map(str, arguments)]
        with told.open("w", encoding="utf-8") as said, redirect_stderr(said), redirect_stdout(said):
            code = main()
        told.with_suffix(".code").write_text(str(code), encoding="utf-8")

    return in_child(work)


def test_two_writers_at_once_lose_nothing(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    Talks.new(folder, dossier=case.dossier).close()
    sources = sorted(case.articles.iterdir())
    parts = [("add", folder, *sources[:2]), ("add", folder, *sources[2:])]
    children = [command(tmp_path / f"{number}.txt", *part) for number, part in enumerate(parts)]
    assert [ended(child) for child in children] == [0, 0]
    for number, part in enumerate(parts):
        if (tmp_path / f"{number}.code").read_text() != "0":
            assert "Wait until it is done" in (tmp_path / f"{number}.txt").read_text(encoding="utf-8")
            assert ended(command(tmp_path / "again.txt", *part)) == 0
            assert (tmp_path / "again.code").read_text() == "0"
    with Talks(folder, settings=SETTINGS) as talks:
        talks.add([case.articles])
    assert content(folder / RECORD) == case.expected


def test_what_is_read_and_copied_while_a_run_writes_is_a_record(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    Talks.new(folder, dossier=case.dossier, settings=SETTINGS).close()
    child = in_child(lambda: case.add(folder))
    copies: list[Path] = []
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        home = tmp_path / f"copy-{len(copies)}"
        home.mkdir()
        shutil.copy(case.dossier, home / "dossier.yaml")
        with Talks(folder, settings=SETTINGS) as talks:
            talks.backup(home / RECORD)
            assert talks.check() == []
            assert len(talks.log()) <= 1
        copies.append(home)
        time.sleep(0.1)
    for home in copies[::4]:
        case.completes(home)


def _overwrite(data: bytes, start: int, patch: bytes) -> bytes:
    return data[:start] + patch + data[start + len(patch) :]


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: _overwrite(data, 0, bytes(100)),
        lambda data: _overwrite(data, 4096, bytes(8192)),
        lambda data: _overwrite(data, len(data) // 3, b"\xff" * 20_000),
    ],
)
def test_a_damaged_file_is_told_in_a_sentence(case: Case, tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    folder = tmp_path / "talks"
    shutil.copytree(case.home / "undisturbed", folder)
    (folder / RECORD).write_bytes(harm((folder / RECORD).read_bytes()))
    for arguments in (("check", folder), ("add", folder, case.articles), ("log", folder)):
        assert ended(command(tmp_path / "told.txt", *arguments)) == 0  # no exception came out
        assert (tmp_path / "told.code").read_text() in ("0", "1")
        assert (tmp_path / "told.txt").read_text(encoding="utf-8").strip()


def test_bytes_and_document_come_in_together_or_not_at_all(case: Case, tmp_path: Path) -> None:
    """A power cut between the two cannot be: they are one transaction, synced before `add` goes on."""
    folder = tmp_path / "talks"
    Talks.new(folder, dossier=case.dossier, settings=SETTINGS).close()
    child = in_child(lambda: case.add(folder))
    seen = 0
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        with closing(sqlite3.connect(f"file:{folder / RECORD}?mode=ro", uri=True)) as plain:
            apart = plain.execute(
                "SELECT (SELECT count(*) FROM raw WHERE hash NOT IN (SELECT raw FROM document)),"
                " (SELECT count(*) FROM document WHERE id NOT IN (SELECT document FROM outcome WHERE result IN ('new', 'updated')))"
            ).fetchone()
            assert plain.execute("PRAGMA synchronous").fetchone() is not None
        assert apart == (0, 0)
        seen += 1
        time.sleep(0.02)
    assert seen

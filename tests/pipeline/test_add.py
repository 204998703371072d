"""Taking articles into a record: idempotent, in any order, whatever happens in between."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from verbale.api import Talks, extract
from verbale.demo import demo_files
from verbale.errors import DossierError, RecordError, UsageError

ARTICLES = sorted((demo_files() / "articles").iterdir())
DOSSIER = demo_files() / "dossier.yaml"


def content(folder: Path, out: Path) -> bytes:
    with Talks(folder) as talks:
        talks.export(to="jsonl", out=out)
    return out.read_bytes()


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The content of the demo's record, made in one go."""
    home = tmp_path_factory.mktemp("undisturbed")
    with Talks.new(home / "talks", dossier=DOSSIER) as talks:
        report = talks.add(ARTICLES)
    assert report.new == report.coded == len(ARTICLES)
    return content(home / "talks", home / "out.jsonl")


def test_documents_are_read_for_analysis_as_they_are_coded(tmp_path: Path) -> None:
    told: list[str] = []
    with Talks.new(tmp_path / "talks", dossier=DOSSIER) as talks:
        talks.add(ARTICLES[:3], progress=lambda stage, *_: told.append(stage))
    assert "find" in told
    assert "analyse" not in told, "all was read when it was coded"


def test_adding_again_changes_nothing(tmp_path: Path, undisturbed: bytes) -> None:
    with Talks.new(tmp_path / "talks", dossier=DOSSIER) as talks:
        talks.add(ARTICLES)
        again = talks.add(ARTICLES)
        assert (again.new, again.unchanged, again.coded) == (0, len(ARTICLES), 0)
        assert talks.check() == []
    assert content(tmp_path / "talks", tmp_path / "out.jsonl") == undisturbed


def test_the_order_of_arrival_does_not_matter(tmp_path: Path, undisturbed: bytes) -> None:
    shuffled = random.Random(1).sample(ARTICLES, len(ARTICLES))
    with Talks.new(tmp_path / "talks", dossier=DOSSIER) as talks:
        for part in (shuffled[:3], shuffled[3:10], shuffled[10:]):
            talks.add(part)
    assert content(tmp_path / "talks", tmp_path / "out.jsonl") == undisturbed


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_run_is_completed_by_the_next(tmp_path: Path, undisturbed: bytes, seed: int) -> None:
    talks = tmp_path / "talks"
    Talks.new(talks, dossier=DOSSIER).close()
    command = [sys.executable, "-m", "verbale", "add", str(talks), *map(str, ARTICLES), "--quiet"]
    started = time.monotonic()
    process = subprocess.Popen(command, env=os.environ | {"VERBALE_BATCH": "1"})
    while time.monotonic() - started < 60 and process.poll() is None and Talks(talks).reader.counts().documents <= seed * 5:
        time.sleep(0.05)
    time.sleep(random.Random(seed).random())
    process.send_signal(signal.SIGKILL)
    process.wait()
    with Talks(talks) as opened:
        assert opened.check() == []
        opened.add(ARTICLES)
    assert content(talks, tmp_path / "out.jsonl") == undisturbed


def test_a_changed_dossier_codes_anew(tmp_path: Path) -> None:
    with Talks.new(tmp_path / "talks", dossier=DOSSIER) as talks:
        talks.add(ARTICLES[:2])
    path = tmp_path / "talks" / "dossier.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("issues:", "issues:\n  - {id: added-later, label: Added later, keywords: [added]}", 1), encoding="utf-8")
    with Talks(tmp_path / "talks") as talks:
        report = talks.add(ARTICLES[:1])
    assert (report.new, report.unchanged, report.coded) == (0, 1, 2)


def test_bad_input_is_counted_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "empty.txt").write_bytes(b"")
    (bad / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (bad / "broken.jsonl").write_text('{"id": "a", "text": "Minister Ilves said no."}\n{"id": \n', encoding="utf-8")
    (bad / "nothing.html").write_text("<html><head><title>x</title></head><body></body></html>", encoding="utf-8")
    (bad / "program.exe").write_bytes(b"MZ\x00\x01")
    sources: Sequence[str | Path] = [bad, tmp_path / "missing.txt", ARTICLES[0]]
    with Talks.new(tmp_path / "talks", dossier=DOSSIER) as talks:
        report = talks.add(sources)
        (run,) = talks.log()
    assert run.results == {"new": 2, "coded": 2, "skipped": len(report.skipped)}
    assert run.reasons == Counter(row.reason for row in report.skipped)
    assert report.new == report.coded == 2
    troubles = {Path(row.path).name: row.reason for row in report.skipped}
    assert troubles.keys() >= {"empty.txt", "binary.txt", "broken.jsonl:2", "nothing.html", "missing.txt"}
    assert all(row.detail for row in report.skipped)
    assert report.inputs == report.new + len(report.skipped)


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    from verbale.record.database import writer_lock

    with (
        Talks.new(tmp_path / "talks", dossier=DOSSIER) as talks,
        writer_lock(tmp_path / "talks" / "record.sqlite"),
        pytest.raises(RecordError, match="another"),
    ):
        talks.add(ARTICLES[:1])


def test_a_user_s_mistakes_are_said(tmp_path: Path) -> None:
    with Talks.new(tmp_path / "talks", dossier=DOSSIER) as talks, pytest.raises(UsageError, match="csv"):
        talks.export(to="docx", out=tmp_path / "out")
    with pytest.raises(UsageError, match="already"):
        Talks.new(tmp_path / "talks")
    with pytest.raises(RecordError, match="verbale new"):
        Talks(tmp_path / "nowhere")
    (tmp_path / "talks" / "dossier.yaml").write_text("parties: 3", encoding="utf-8")
    with pytest.raises(DossierError, match=r"dossier\.yaml:1"):
        Talks(tmp_path / "talks")


def test_extract_gives_what_the_record_holds(undisturbed: bytes) -> None:
    lines = sorted(extract(ARTICLES, dossier=DOSSIER), key=lambda line: line["document"])
    for line in lines:
        del line["path"]
    held = [json.loads(line) for line in undisturbed.splitlines()]
    assert [line.pop("superseded_by") for line in held] == [None] * len(held)
    assert lines == held

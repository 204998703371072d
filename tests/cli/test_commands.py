"""What scripts rely on: data alone on stdout, exit codes, and a sentence instead of a traceback."""

import json
from pathlib import Path

import pytest

from verbale.api import Talks
from verbale.cli import main
from verbale.demo import demo_files

ARTICLE = demo_files() / "articles" / "05-norwire-proposal.txt"
DOSSIER = demo_files() / "dossier.yaml"


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    monkeypatch.setattr("sys.argv", ["verbale", *map(str, arguments)])
    code = main()
    out, err = capsys.readouterr()
    return code, out, err


def test_extract_prints_data_and_nothing_else(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    code, out, err = run(monkeypatch, capsys, "extract", ARTICLE, tmp_path / "empty.txt", "--dossier", DOSSIER)
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["path"] for line in lines] == [str(ARTICLE)]
    text = ARTICLE.read_bytes().decode()
    assert all(0 <= start < end <= len(text) for a in lines[0]["attributions"] for start, end in a["content"])
    assert "empty.txt: empty" in err


def test_a_folder_is_made_filled_and_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    talks = tmp_path / "talks"
    assert run(monkeypatch, capsys, "new", talks, "--dossier", DOSSIER)[0] == 0
    code, out, _ = run(monkeypatch, capsys, "add", talks, ARTICLE, "--json")
    assert (code, json.loads(out)["new"]) == (0, 1)
    for page in ("table", "brief", "changes", "proposals", "rounds", "conflicts"):
        code, out, err = run(monkeypatch, capsys, page, talks, "--json")
        assert code == 0
        assert json.loads(out)["citations"] is not None
        assert err == ""
        assert run(monkeypatch, capsys, page, talks)[0] == 0
    with Talks(talks) as opened:
        (utterance, *_) = opened.reader.utterances()
    assert "1 wording" in run(monkeypatch, capsys, "statement", talks, utterance.statements[0])[1]
    assert json.loads(run(monkeypatch, capsys, "statement", talks, utterance.id, "--json")[1])["spread"]["documents"] == 1
    assert "sound" in run(monkeypatch, capsys, "check", talks)[1]
    assert "1 new" in run(monkeypatch, capsys, "log", talks)[1]
    changed = tmp_path / "changed.txt"
    for day, words in enumerate(("The envoy said yes.", "The envoy said no."), start=3):
        changed.write_text(f"Envoys meet\n{day} April 2031\n\n{words}\nOriginal URL: https://post.example/1\n", encoding="utf-8")
        assert run(monkeypatch, capsys, "add", talks, changed)[0] == 0
    assert "+The envoy said no." in run(monkeypatch, capsys, "log", talks, "--versions")[1]
    assert "nothing to repair" in run(monkeypatch, capsys, "check", talks, "--repair")[1]
    assert run(monkeypatch, capsys, "backup", talks, tmp_path / "copy.sqlite")[0] == 0
    assert run(monkeypatch, capsys, "dossier", "check", talks)[0] == 0
    assert run(monkeypatch, capsys, "export", talks, "--to", "csv", "--out", tmp_path / "csv")[0] == 0


def test_a_proposed_dossier_is_completed_from_an_extract(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    article, extract = tmp_path / "a.txt", tmp_path / "extract.jsonl"
    article.write_text('Envoys meet\n\n"The talks go on," Foreign Minister Ada Moll said on Monday. Moll added that nobody would leave.\n')
    human = {"mainsnak": {"datavalue": {"value": {"id": "Q5"}, "type": "wikibase-entityid"}}, "rank": "normal"}
    entity = {"id": "Q901", "labels": {"en": {"value": "Ada Moll"}}, "aliases": {"en": [{"value": "Ada Mohl"}]}, "claims": {"P31": [human]}}
    extract.write_text(json.dumps(entity) + "\n", encoding="utf-8")
    assert run(monkeypatch, capsys, "new", tmp_path / "talks", "--from", article, "--wikidata", extract, "--quiet")[0] == 0
    proposed = (tmp_path / "talks" / "dossier.yaml").read_text(encoding="utf-8")
    assert "wikidata: Q901" in proposed and "Ada Mohl" in proposed
    assert run(monkeypatch, capsys, "new", tmp_path / "other", "--from", article, "--wikidata", tmp_path / "none.jsonl")[0] == 1
    assert run(monkeypatch, capsys, "new", tmp_path / "third", "--wikidata", extract)[0] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("table", "nowhere"), 1, "verbale new"),
        (("extract", "missing.txt"), 1, "missing"),
        (("extract", ARTICLE, "--format", "xml"), 1, "jsonl"),
        (("nonsense",), 2, "nonsense"),
        (("add",), 2, "folder"),
    ],
)
def test_a_mistake_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: tuple[object, ...], code: int, words: str
) -> None:
    given, out, err = run(monkeypatch, capsys, *arguments)
    assert (given, out) == (code, "")
    assert words in err
    assert "Traceback" not in err


def test_names_are_joined_and_parted_again(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    talks, text = tmp_path / "talks", tmp_path / "port.txt"
    text.write_text('Minister Anna Berg said the port is open. "It stays open," Ana Bergh said.\n', encoding="utf-8")
    assert run(monkeypatch, capsys, "new", talks)[0] == 0

    def speakers() -> list[str]:
        assert run(monkeypatch, capsys, "add", talks, text)[0] == 0
        with Talks(talks) as opened:
            return sorted({s.resolution.speaker.name for s in opened.reader.statements() if s.resolution.speaker})

    assert speakers() == ["Ana Bergh", "Anna Berg"]
    code, out, _ = run(monkeypatch, capsys, "judge", talks, "Ana Bergh", "--same-as", "Anna Berg", "--by", "me")
    assert code == 0
    assert speakers() == ["Anna Berg"]
    assert "'Ana Bergh' is 'Anna Berg'" in run(monkeypatch, capsys, "judge", talks)[1]
    assert run(monkeypatch, capsys, "judge", talks, "--revoke", out.split()[-1].rstrip("."))[0] == 0
    assert speakers() == ["Ana Bergh", "Anna Berg"]


def test_a_file_name_breaks_no_line_and_commands_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "two\nlines \x1b[31m.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("The envoy of Lyd said that the talks on the canal would go on.")
    _, _, told = run(monkeypatch, capsys, "extract", tmp_path)
    assert "two\\nlines \\x1b[31m.txt: empty: it is empty\n" in told

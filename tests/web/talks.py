"""A record for the rooms' tests: the demo's articles and one that means harm, read once for all the workers of a test run."""

import fcntl
from pathlib import Path

import pytest

from verbale.api import Talks
from verbale.demo import demo_files

ODD_TITLE = "Talks <img src=x onerror=alert(1)> resume"
ODD_WORDS = "We <script>document.title='owned'</script> reject the \u202eedis\u202c draft & \"all\" of it <b onmouseover=alert(2)>now</b>"
ODD_SPEAKER = "Zelim Tarqo"
ODD_ARTICLE = f"""{ODD_TITLE}

KELMET, April 22 (Cape Herald) - A spokesman answered the draft of Marenza on Tuesday.

“{ODD_WORDS},” said {ODD_SPEAKER}, spokesman of the Foreign Ministry of Doruna.

“Переговоры 漢字 🕊 go on </article></body>,” he said.
"""


def talks_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder of the record; made by the first worker that asks."""
    shared = factory.getbasetemp()
    shared = shared.parent if shared.name.startswith("popen-") else shared
    folder = shared / "web-talks"
    with (shared / "web-talks.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            hostile = shared / "hostile.txt"
            hostile.write_text(ODD_ARTICLE, encoding="utf-8")
            with Talks.new(folder, dossier=demo_files() / "dossier.yaml") as talks:
                report = talks.add([demo_files() / "articles", hostile])
            assert not report.failed
            (folder / "done").touch()
    return folder

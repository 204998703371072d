"""What is told of long work where there is no terminal."""

import pytest

from verbale.cli.progress import progress


def test_a_long_article_is_named_before_it_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=False) as tell:
        tell("code", 0, 3)
        tell("code news/long\n.txt", 0, 300_000)
        tell("code news/long\n.txt", 300_000, 300_000)
    assert capsys.readouterr().err == "Finding who said what in news/long\\n.txt, characters: 0 of 300000\n"

"""No serious finding of axe-core on any page, light and dark."""

from importlib.resources import files
from importlib.util import find_spec
from typing import Literal

import pytest

from tests.browser.conftest import Opener
from verbale.api import Talks

pytestmark = pytest.mark.skipif(find_spec("axe_playwright_python") is None, reason="axe-core absent: pip install axe-playwright-python")

SERIOUS = ("serious", "critical")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


PAGES = (
    *("table", "brief", "timeline", "changes", "proposals", "rounds", "conflicts", "speakers", "articles"),
    *("search?q=river", "search?q=river&in=articles", "article", "statement", "speaker", "nowhere"),
)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_finding(opened: Opener, talks: Talks, name: str, scheme: Literal["light", "dark"]) -> None:
    page = opened(_path(talks, name), scheme=scheme)
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    # What is dark differs only in its colours.
    chosen = {"type": "tag", "values": TAGS} if scheme == "light" else {"type": "rule", "values": ["color-contrast"]}
    found = page.evaluate("runOnly => axe.run(document, { runOnly, resultTypes: ['violations'] })", chosen)
    told = [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for violation in found["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"][:3]
    ]
    assert not told, "\n".join(told)


def _path(talks: Talks, name: str) -> str:
    article = max(talks.articles().articles, key=lambda a: a.statements)
    if name == "article":
        return f"/article/{article.document}"
    if name == "statement":
        return f"/statement/{talks.article(article.document).statements[0].utterance}"
    return f"/speaker/{talks.speakers().speakers[0].key}" if name == "speaker" else f"/{name}"

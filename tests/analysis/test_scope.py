"""Words of other negotiations are none of the one at hand."""

import pytest

from verbale.analysis.names import names_of
from verbale.analysis.scope import of_others

from .talks import DOSSIER


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("Great progress is being made in our trade negotiations with Japan", True),
        ("Valmora is withdrawing from the Iran nuclear deal", True),
        ("he would like to sit down with Iran's president", True),
        ("Valmora and Japan have never been closer", True),
        ("the talks with Kestria have made progress, and the treaty with Japan stands", False),
        ("the talks in Japan have made progress", False),
        ("the talks have made progress", False),
        ("ships from Japan will have to wait", False),
    ],
)
def test_talks_with_a_state_that_is_no_party_are_others(words: str, others: bool) -> None:
    assert of_others(words, "valmora", names_of(DOSSIER)) is others

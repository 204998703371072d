"""Issues proposed from statements without a dossier."""

from hypothesis import given
from hypothesis import strategies as st

from verbale.coding import propose

CONTENTS = (
    "the canal tolls must fall",
    "higher canal tolls would hurt small ships",
    "Varland rejects the canal tolls of Ketonia",
    "its trawlers may fish in the northern bay",
    "Ketonia keeps trawlers out of the northern bay",
    "the northern bay was closed to trawlers on Monday",
    "Varland hopes for a good summer",
)


def test_what_many_statements_share_becomes_an_issue_with_a_readable_label() -> None:
    issues = propose(CONTENTS, least=3)
    assert {issue.label for issue in issues} == {"Canal tolls", "Northern bay"}
    bay = next(issue for issue in issues if issue.id == "northern-bay")
    assert "trawlers" in bay.keywords
    assert bay.proposition is None


def test_names_and_words_of_speech_are_no_issues() -> None:
    contents = ["talks with Varland failed", "progress with Varland is possible", "nobody in Varland must pay", "we agree with Varland"]
    assert propose(contents, least=2) == ()


def test_at_most_as_many_as_asked_for() -> None:
    assert len(propose(CONTENTS, at_most=1, least=3)) == 1
    assert propose((), least=1) == ()


@given(st.permutations(CONTENTS))
def test_the_order_of_statements_does_not_matter(contents: list[str]) -> None:
    assert propose(contents) == propose(CONTENTS)

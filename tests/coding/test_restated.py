"""A noun in the content names the stand that a cue only tells of."""

import pytest

from verbale.coding.restated import restated
from verbale.values import Move


@pytest.mark.parametrize(
    ("frame", "content", "move"),
    [
        ("repeated", "her refusal to pay the tolls", Move.REJECT),
        ("has reiterated", "his threat to close the canal", Move.THREATEN),
        ("reaffirmed", "its full support for the truce", Move.ACCEPT),
        ("renewed", "an earlier call for talks", Move.DEMAND),
        ("voiced", "readiness to meet", Move.OFFER),
        ("repeated", "that the tolls are high", None),
        ("heard of", "her refusal to pay the tolls", None),
    ],
)
def test_what_is_said_again_is_the_stand_that_its_noun_names(frame: str, content: str, move: Move | None) -> None:
    found = restated(frame, content)
    assert (found[0] if found else None) is move
    if found:
        assert content[found[1] : found[2]] in content.split()

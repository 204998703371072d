"""Python's search for cycles is held off for as long as asked, and comes back whatever happens."""

from __future__ import annotations

import gc

import pytest

from verbale.pipeline.unsearched import unsearched


def test_the_search_comes_back_even_after_an_error() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="no"), unsearched():
        assert not gc.isenabled()
        raise ValueError("no")
    assert gc.isenabled()


def test_who_holds_it_off_already_keeps_it_so() -> None:
    with unsearched():
        with unsearched():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()

"""Python's search for cycles of values, held off."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """No search for cycles of values while this lasts, for work in small steps that makes many values and no cycles.

    Each search would go through all of them in vain: a third of the time. A thread that begins while another is in here leaves it at that.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

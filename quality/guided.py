"""Fuzzing that the parsers' own branches guide, with atheris (Apache 2.0), which is no dependency: `pip install atheris` beside Verbale.

What finds new branches in `verbale.documents` is changed further; what is wrong with an input is what `quality.fuzz` says of it. The first
byte chooses the kind of input. Run: `python -m quality.guided [FOLDER of inputs that were kept] [-runs=N] [-seed=N]`; it ends at the first
input that goes wrong and leaves it as `crash-…` in the folder where it runs: as a fixture it goes into `tests/faults`.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Runs until `-runs` inputs were read; 77 where atheris is not installed."""
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        print("atheris is not installed: pip install atheris", file=sys.stderr)
        return 77
    with atheris.instrument_imports(include=["verbale.documents"]):  # they are seen only if they are imported here
        from quality.fuzz import judged, seeds
    good = seeds()
    with tempfile.TemporaryDirectory() as name:
        home, known = Path(name), Path(name) / "good"
        known.mkdir()
        for number, seed in enumerate(good):
            (known / str(number)).write_bytes(bytes([number]) + seed.content)

        def one(data: bytes) -> None:
            if not data:
                return
            seed = good[data[0] % len(good)]
            said = judged(home / f"a{seed.suffix}", seed.pack(data[1:]))
            if said is not None:
                raise AssertionError(f"{seed.suffix}: {said}")

        atheris.Setup([*sys.argv, str(known)], one)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())

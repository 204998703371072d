"""Time of each per-document stage beside attribution, in one run over the same documents.

    python -m bench.stages [FILE…]     # default: the demo's articles

Processor seconds of this process, after one warm-up document; the stages see what the one before gave, document by document.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from verbale import coding, resolve
from verbale.demo import demo_files
from verbale.documents import Retrieved, read
from verbale.dossier import Dossier, load_dossier
from verbale.engines.load import load_attributor
from verbale.settings import Settings


def main(arguments: Sequence[str]) -> None:
    """Print seconds and the share of attribution's time for each stage."""
    demo = demo_files()
    dossier = Dossier() if arguments else load_dossier(demo / "dossier.yaml")
    documents = [item.document for item in read(list(arguments) or [str(demo / "articles")]) if isinstance(item, Retrieved)]
    attributor = load_attributor(Settings.from_environment())
    index, coder = resolve.ActorIndex.of(dossier), coding.Coder.of(dossier)
    attributor.attribute(documents[:1])
    spent = {"attribution": 0.0, "resolve": 0.0, "coding": 0.0}
    statements = 0
    for document in documents:
        began = time.process_time()
        (found,) = attributor.attribute([document])
        attributed = time.process_time()
        resolutions = resolve.resolve(document, found, index)
        resolved = time.process_time()
        coding.code(document, found, resolutions, coder)
        spent["attribution"] += attributed - began
        spent["resolve"] += resolved - attributed
        spent["coding"] += time.process_time() - resolved
        statements += len(found)
    print(f"{len(documents)} documents, {sum(len(d.text) for d in documents)} characters, {statements} statements, {attributor.name}")
    for stage, seconds in spent.items():
        print(f"{stage:<12} {seconds:7.2f} s  {seconds / spent['attribution']:6.1%} of attribution")


if __name__ == "__main__":
    main([str(Path(name)) for name in sys.argv[1:]])

"""The public Python surface, and the only write path for users.

    talks = Talks.new("talks", dossier="dossier.yaml")
    report = talks.add(["articles/"])
    page = talks.brief()

`extract` gives the attributions of articles without any record; `propose_dossier` drafts a dossier from articles alone.
"""

from verbale.api.extraction import extract, propose_dossier
from verbale.api.talks import DOSSIER, Talks, open_demo
from verbale.api.upkeep import RECORD

__all__ = ["DOSSIER", "RECORD", "Talks", "extract", "open_demo", "propose_dossier"]

"""An invented negotiation, end to end: the dossier and the articles that `verbale demo` runs on."""

from importlib import resources
from pathlib import Path

__all__ = ["demo_files"]


def demo_files() -> Path:
    """The folder that holds `dossier.yaml` and `articles/`, as installed; read it, never write to it."""
    return Path(str(resources.files(__name__)))

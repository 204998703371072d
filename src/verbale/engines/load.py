"""Which attribution method runs, made ready without loading it."""

from __future__ import annotations

from verbale.attribution import Attributor
from verbale.attribution.rules import RuleAttributor
from verbale.engines.spacy_parser import SpacyParser
from verbale.settings import Settings


def load_attributor(settings: Settings) -> Attributor:
    """The method that the settings name; models are loaded when the first document is attributed."""
    return RuleAttributor(SpacyParser())

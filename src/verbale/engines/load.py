"""Which attribution method runs, made ready without loading it."""

from __future__ import annotations

from verbale.attribution import Attributor
from verbale.attribution.by_language import ByLanguage
from verbale.attribution.joined import Joined
from verbale.attribution.rules import RuleAttributor
from verbale.engines import onnx_tagger
from verbale.engines.spacy_parser import SpacyParser
from verbale.settings import Settings

TAGGED_LANGUAGES = ("en",)


def load_attributor(settings: Settings) -> Attributor:
    """The method that the settings name; models are loaded when the first document is attributed."""
    rules = RuleAttributor(SpacyParser())
    if settings.attributor == "rules":
        return rules
    tagger = onnx_tagger.load(threads=settings.threads)
    return ByLanguage(tagger if settings.attributor == "model" else Joined(tagger, rules), rules, languages=TAGGED_LANGUAGES)

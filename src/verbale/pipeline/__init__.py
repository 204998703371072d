"""The order of the stages and the runner that takes inputs into a record."""

from verbale.pipeline.runner import Report, refresh, take_in
from verbale.pipeline.stages import Stages, code, match

__all__ = ["Report", "Stages", "code", "match", "refresh", "take_in"]

"""Files, folders, feeds and addresses → documents; the only code that fetches. No language processing, no database."""

from verbale.documents.outcomes import Limits, Outcome, Retrieved, Skipped
from verbale.documents.sources import context_of, is_address, read

__all__ = ["Limits", "Outcome", "Retrieved", "Skipped", "context_of", "is_address", "read"]

"""Trains the tagger of `verbale.attribution.tagged`; needs the extra `train`."""

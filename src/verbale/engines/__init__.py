"""Adapters of the heavy libraries behind the Protocols that the stages declare; loaded when first used."""

"""Measuring what Verbale finds against human annotation."""

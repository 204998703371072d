"""A record's content as files for other tools: one module a format."""

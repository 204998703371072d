"""The web rooms: server-rendered pages on loopback, each with its JSON twin."""

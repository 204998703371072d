"""English verbs in the past."""

from __future__ import annotations

import re

_IRREGULAR = {
    "says": "said",
    "tells": "told",
    "thinks": "thought",
    "sees": "saw",
    "seeks": "sought",
    "writes": "wrote",
    "speaks": "spoke",
    "knows": "knew",
    "puts": "put",
    "makes": "made",
    "gives": "gave",
    "takes": "took",
    "finds": "found",
    "rules": "ruled",
    "say": "said",
    "is": "was",
    "are": "were",
    "admits": "admitted",
    "plans": "planned",
}
_OF_MANY = frozenset(("want", "believe", "insist", "call", "hope", "demand", "claim", "argue", "deny", "expect", "urge", "reject"))
"""Verbs of many speakers, as in "Orlan and the envoys want": a brief tells of one."""
_PERFECT = re.compile(
    r"(?:has|have|had) (?:also |now |already )?(?:been (?P<been>.+)|(?P<verb>\w+ed|said|told|made|put|given|taken)\b(?P<rest>.*))"
)


def past(verb: str) -> str:
    """A verb group in the past, since a brief tells what was said on a day: "has proposed" → "proposed", "is offering" → "was offering"."""
    words = " ".join(verb.split())
    perfect = _PERFECT.fullmatch(words)
    if perfect is not None:
        return (
            f"was {perfect['been']}"
            if perfect["been"]
            else {"given": "gave", "taken": "took"}.get(perfect["verb"], perfect["verb"]) + perfect["rest"]
        )
    first, _, rest = words.partition(" ")
    if first in _OF_MANY:
        first = f"{first[:-1]}ies" if re.search(r"[^aeiou]y$", first) else f"{first}s"
    told = _IRREGULAR.get(first) or (_regular(first) if re.fullmatch(r"[a-z]{2,}[^s\W]s", first) else first)
    return f"{told} {rest}" if rest else told


def _regular(verb: str) -> str:
    """The past of a regular verb in the third person: "asks", "denies", "urges"."""
    if verb.endswith("ies"):
        return verb[:-3] + "ied"
    if verb.endswith(("shes", "ches", "sses", "xes")):
        return verb[:-2] + "ed"
    return verb[:-1] + "d" if verb.endswith("es") else verb[:-1] + "ed"

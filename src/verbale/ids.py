"""Names from content: equal content gives equal ids on every machine."""

import hashlib
import json
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from verbale.values import Attribution, Spans

LENGTH = 16
"""Hexadecimal digits of an id: 64 bits, so that a million items collide with a probability under 1e-7."""


_CAMPAIGN = ("utm_", "fbclid", "gclid", "mc_", "igshid", "yclid", "cmpid", "ref_src", "at_medium", "at_campaign")
"""How parameters begin by which sites tell where a reader came from; they name no other page."""


def content_id(kind: str, **fields: object) -> str:
    """A hash of named fields as LENGTH hexadecimal digits; fields must be JSON values."""
    text = json.dumps({"kind": kind, **fields}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def document_id(text: str, *, publisher: str | None, url: str | None, title: str | None, published: str | None) -> str:
    """The id of a document: its text and what was retrieved with it, never where it lay on a disk."""
    return content_id("document", text=text, publisher=publisher, url=url, title=title, published=published)


def page_key(url: str | None) -> str | None:
    """What an address shares with the others of the same page: neither scheme, `www.`, fragment, last slash nor campaign; None for none."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    host = (parts.netloc.rpartition("@")[2]).casefold().removeprefix("www.")
    if not host:
        return None
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].casefold().startswith(_CAMPAIGN)]
    return f"{host}{parts.path.rstrip('/')}" + (f"?{urlencode(sorted(asked))}" if asked else "")


def statement_id(document: str, attribution: Attribution) -> str:
    """The id of a statement: its document and its spans."""
    return content_id(
        "statement",
        document=document,
        source=_pairs(attribution.source),
        cue=_pairs(attribution.cue),
        content=_pairs(attribution.content),
    )


def utterance_id(statements: tuple[str, ...]) -> str:
    """The id of an utterance: the sorted ids of its statements."""
    return content_id("utterance", statements=sorted(statements))


def syndication_id(documents: tuple[str, ...]) -> str:
    """The id of a syndication cluster: the sorted ids of its documents."""
    return content_id("syndication", documents=sorted(documents))


@cache
def code_id(*rooms: str) -> str:
    """A hash of the source of rooms of this package: what they give may change only when it does."""
    home = Path(__file__).parent
    files = sorted(path for room in rooms for path in (home / room).rglob("*.py"))
    return content_id("code", files=[[path.relative_to(home).as_posix(), path.read_text(encoding="utf-8")] for path in files])


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]

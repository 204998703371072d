"""The one builder of addresses."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from verbale.values import Spans


def page(name: str, /, **asked: object) -> str:
    """The address of a room, with what was asked of it; empty values are left out."""
    given = {key: str(value) for key, value in asked.items() if value not in (None, "")}
    return f"/{name}" + (f"?{urlencode(given)}" if given else "")


def again(path: str, asked: Mapping[str, str], **other: object) -> str:
    """The address of a page with what is asked of it now, but for what is `other`; None takes something away."""
    given = {key: str(value) for key, value in {**asked, **other}.items() if value not in (None, "")}
    return path + (f"?{urlencode(given)}" if given else "")


def article(document: str, spans: Spans = ()) -> str:
    """The address of an article, at the very characters of `spans` where given."""
    if not spans:
        return f"/article/{document}"
    return f"/article/{document}?at={','.join(f'{span.start}-{span.end}' for span in spans)}#at-{spans[0].start}"


def statement(utterance: str) -> str:
    """The address of an utterance, by its id or a statement's."""
    return f"/statement/{utterance}"


def speaker(key: str) -> str:
    """The address of a speaker's statements."""
    return f"/speaker/{quote(key, safe='')}"

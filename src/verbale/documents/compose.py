"""From a text and what was retrieved with it to a Document; gaps are filled from the text itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.documents import dates
from verbale.documents.authors import byline
from verbale.documents.furniture import find_furniture
from verbale.documents.header import Reading, header_of
from verbale.documents.language import language_of
from verbale.documents.outcomes import Context, Retrieved
from verbale.documents.publishers import host_of
from verbale.ids import document_id
from verbale.values import Document, Published, Spans

_ORIGINAL = re.compile(
    r"(?im)^[ \t>*_]*(?:original(?:ly)? (?:url|link|source|article|published at)|source url|permalink|url)\s*:?[\s*_]*<?(https?://[^\s>\])]+)"
)
_HEADING = re.compile(r"^#{1,3}\s+(\S.*?)\s*#*$")
_LONGEST_TITLE = 220
_TOP_LINES = 5


@dataclass(frozen=True, slots=True)
class Given:
    """What was retrieved beside a text, as it was given: fields of a line, metadata of a page, an entry of a feed."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_as: Published | None = None
    authors: tuple[str, ...] = ()
    modified: str | None = None
    language: str | None = None


def compose(text: str, given: Given, *, path: str, raw: bytes, media_type: str, context: Context) -> Retrieved:
    """The document of a text.

    Its id is a hash of the text and of what was given, never of what was found in the text or looked up in a dossier, so that it stays when
    the dossier changes.
    """
    url = given.url or _original_url(text)
    header = header_of(text, Reading(context.publishers.known, url, context.within))
    title = given.title or header.title or headline(text, header.lines)
    suffixed = None
    if title:
        title, suffixed = context.publishers.from_title(title)
    document = Document(
        id=document_id(text, publisher=given.publisher, url=given.url, title=given.title, published=given.published),
        path=path,
        text=text,
        title=title,
        url=url,
        publisher=_publisher(given.publisher, url, header.publisher or suffixed, text, context),
        published=given.published_as
        or dates.in_url(url)
        or header.published
        or dates.in_text(text, url=url, within=context.within)
        or Published(),
        language=language_of(text, declared=given.language),
        furniture=find_furniture(text, header.lines),
        authors=given.authors or header.authors or byline(text),
    )
    modified = dates.stated(given.modified)
    return Retrieved(document, raw, media_type, modified.at if modified else None)


def headline(text: str, header: Spans = ()) -> str | None:
    """The headline at the top of a plain text, beside the lines of its header: a heading mark, or a first line that is no sentence and
    has lines below it.
    """
    top = text[:4000].lstrip("\ufeff")
    known = {span.of(text) for span in header}
    lines = [line for line in map(str.strip, top.splitlines()) if line and line not in known][: _TOP_LINES + 1]
    for line in lines[:_TOP_LINES]:
        if match := _HEADING.match(line):
            return match[1]
    if len(lines) < 2 or len(lines[0]) > _LONGEST_TITLE or lines[0].endswith((".", ",", ";", ":")):
        return None
    return lines[0] if re.search(r"[^\W\d_]{2}", lines[0]) else None


def _original_url(text: str) -> str | None:
    match = _ORIGINAL.search(text)
    return match[1] if match else None


def _publisher(name: str | None, url: str | None, suffixed: str | None, text: str, context: Context) -> str | None:
    """The surest evidence first: the field, the address, the title's end, the text's own marks; else the name or host as it stands."""
    index = context.publishers
    return (
        (index.known(name) if name else None)
        or (index.at(url) if url and not name else None)
        or (name or None)
        or suffixed
        or index.from_text(text)
        or (host_of(url) if url else None)
    )

"""HTML pages: the article's body, and what the page says of itself."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verbale.documents import dates
from verbale.documents.compose import Given, compose
from verbale.documents.decoding import Undecodable, decode_page, whole
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.documents.page_metadata import PageMetadata, page_metadata
from verbale.errors import SkipReason
from verbale.values import Known, Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MEDIA_TYPE = "text/html"


def read_page(data: bytes, path: str, context: Context, *, url: str | None = None, charset: str | None = None) -> Iterator[Outcome]:
    """The article of one page, its paragraphs separated by newlines, its headline apart in the title."""
    page = decode_page(data, charset=charset)
    if isinstance(page, Undecodable):
        yield Skipped(path, page.reason, page.detail)
        return
    tree = parse(page)
    body = body_of(page) if tree is not None else None
    if tree is None or not body:
        yield Skipped(path, SkipReason.NO_TEXT, "the page has no article text that can be told from its surroundings")
        return
    found = page_metadata(tree, url)
    title = clean(found.title)
    text = without_headline(body, title)
    published = publication(page, found)
    given = Given(
        title=title,
        url=clean(found.url),
        publisher=clean(found.publisher),
        published=published.on.isoformat() if published and published.on else None,
        published_as=published,
        language=found.language,
    )
    yield compose(text, given, path=path, raw=data, media_type=MEDIA_TYPE, context=context)


def parse(page: str) -> HtmlElement | None:
    """The tree of a page, or None where there is none."""
    from lxml import etree
    from lxml import html as lxml_html

    try:
        tree = lxml_html.document_fromstring(page.replace("\x00", ""), parser=lxml_html.HTMLParser(huge_tree=False))
    except (etree.LxmlError, ValueError, TypeError):
        try:  # a string with an encoding declaration must be given as bytes
            tree = lxml_html.document_fromstring(page.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
        except (etree.LxmlError, ValueError, TypeError, AssertionError):
            return None
    return tree


def body_of(page: str) -> str | None:
    """The article's body text by trafilatura (Barbaresi 2021), without comments, or None."""
    import trafilatura
    from lxml import etree

    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=False, favor_precision=True)
        text = text or trafilatura.extract(page, include_comments=False)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError, RecursionError):
        return None  # hostile markup breaks the extractor in many ways; to us it is a page without text
    return whole(text).strip() or None if text else None


def without_headline(body: str, title: str | None) -> str:
    """The body without a first line that repeats the title."""
    first, _, rest = body.partition("\n")
    return rest.strip() if title and rest.strip() and " ".join(first.split()).casefold() == title.casefold() else body


def publication(page: str, found: PageMetadata) -> Published | None:
    """When the page was published: its metadata, then its address, then its date elements."""
    return dates.stated(found.published) or dates.in_url(found.url) or _date_element(page)


def _date_element(page: str) -> Published | None:
    from htmldate import find_date
    from lxml import etree

    try:
        found = find_date(page, extensive_search=False, original_date=True)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, AssertionError, OverflowError, RecursionError):
        return None
    return dates.stated(found, Known.STATED) if found else None


def clean(value: str | None) -> str | None:
    """A metadata value as plain text on one line."""
    return " ".join(whole(html.unescape(value)).split()) or None if value else None

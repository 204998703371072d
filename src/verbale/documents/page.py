"""HTML pages: the article's body, and what the page says of itself."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verbale.documents import dates
from verbale.documents.authors import names_in
from verbale.documents.compose import Given, compose
from verbale.documents.decoding import Undecodable, decode_page, whole
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.documents.page_metadata import PageMetadata, page_metadata, plain_words
from verbale.errors import SkipReason
from verbale.values import Known, Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MEDIA_TYPE = "text/html"
_NO_TEXT = Undecodable(SkipReason.NO_TEXT, "the page has no body text: no article can be told from its surroundings")
_SENTENCE = re.compile(r"\w[^\n]{18,}[.!?…。！？][\"”»’')\]]*\s*(?:$|\n|\s\w)")
_LONG_LINE = 80  # characters: a paragraph, whatever ends it
_CAPTION_CLASS = "wp-caption-text"
_CAPTIONS = ["//figcaption", f'//*[contains(@class, "{_CAPTION_CLASS}")]']
_SUSPICIOUS, _KEPT = 0.35, 0.9  # of the characters in paragraphs, and of the plain mode; measured (docs/research/pages.md)
_BEYOND, _COVERED = 1.2, 0.85  # in words
_HEAD_LINES = 3


@dataclass(frozen=True, slots=True)
class PageArticle:
    """What a page holds: the body, its paragraphs separated by newlines, and the page's words about itself."""

    text: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: Published | None
    modified: str | None
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page came from: its address, the charset that the server stated, the date in the feed that listed it."""

    url: str | None = None
    charset: str | None = None
    listed: str | None = None


def read_page(data: bytes, path: str, context: Context, address: Address) -> Iterator[Outcome]:
    """The article of one page, its headline apart in the title; a date that the page states goes before that of the feed."""
    found = article_of(data, url=address.url, charset=address.charset)
    if isinstance(found, Undecodable):
        yield Skipped(path, found.reason, found.detail)
        return
    published = found.published
    if published is None or published.known is not Known.STATED:
        published = dates.stated(address.listed, Known.FEED) or published
    given = Given(
        title=found.title,
        url=found.url,
        publisher=found.publisher,
        published=published.on.isoformat() if published and published.on else None,
        published_as=published,
        authors=found.authors,
        modified=found.modified,
        language=found.language,
    )
    yield compose(found.text, given, path=path, raw=data, media_type=MEDIA_TYPE, context=context)


def article_of(data: bytes, *, url: str | None = None, charset: str | None = None) -> PageArticle | Undecodable:
    """The article of a page's bytes, or why there is none."""
    page = decode_page(data, charset=charset)
    if isinstance(page, Undecodable):
        return page
    tree = parse(page)
    if tree is None:
        return _NO_TEXT
    found = page_metadata(tree, url)
    body = body_of(page, tree, found.body)
    if not body or not _has_prose(body):
        return _NO_TEXT
    return PageArticle(
        text=without_headline(body, found.headlines),
        title=clean(next(iter(found.headlines), None)),
        authors=names_in(map(clean, found.authors)),
        publisher=clean(found.publisher),
        published=publication(page, found),
        modified=found.modified,
        url=clean(found.url),
        language=found.language,
    )


def _hostile() -> tuple[type[Exception], ...]:
    """What hostile markup makes the libraries raise, which have no error of their own for it; to us such a page has no text."""
    from lxml import etree

    return (etree.LxmlError, ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def parse(page: str) -> HtmlElement | None:
    """The tree of a page as trafilatura reads it, or None where there is none."""
    import trafilatura

    try:
        return trafilatura.load_html(page)
    except _hostile():
        return None


def body_of(page: str, tree: HtmlElement, stated: str | None = None) -> str | None:
    """The article's body text, without comments, or None.

    It is that of trafilatura (Barbaresi 2021) in its precise mode; of its plain mode where the precise one leaves most paragraphs of the
    page out and the plain one does not; and the body that the page's JSON-LD states where that goes on well beyond what was found.
    """
    paragraphs = sum(len(paragraph.text_content()) for paragraph in tree.iter("p"))
    captions = _CAPTIONS if _CAPTION_CLASS in page else _CAPTIONS[:1]
    body = _extracted(tree, captions, precise=True)
    if len(body) < _SUSPICIOUS * paragraphs or not body:
        plain = _extracted(tree, captions, precise=False)
        body = body if len(body) >= _KEPT * len(plain) else plain
    if stated:
        text = _plain_text(stated)
        found, given = Counter(plain_words(body)), Counter(plain_words(text))
        if given.total() > _BEYOND * found.total() and (found & given).total() >= _COVERED * found.total():
            body = text
    return body or None


def _has_prose(body: str) -> bool:
    """Whether one line is a sentence; the labels of a menu are none."""
    return bool(_SENTENCE.search(body)) or any(len(line) >= _LONG_LINE for line in body.splitlines())


def _extracted(tree: HtmlElement, captions: list[str], *, precise: bool) -> str:
    import trafilatura

    try:
        text = trafilatura.extract(tree, include_comments=False, favor_precision=precise, prune_xpath=captions)
    except _hostile():
        return ""
    return whole(text).strip() if text else ""


def _plain_text(stated: str) -> str:
    """The body of a page's JSON-LD without the markup and escapes that some sites leave in it, a paragraph a line."""
    text = re.sub(r"<(?:/p|br ?/?|/h\d|/li)>", "\n", whole(html.unescape(stated)), flags=re.IGNORECASE)
    lines = (" ".join(re.sub(r"<[^<>]{1,500}>", " ", line).split()) for line in text.splitlines())
    return "\n".join(filter(None, lines))


def without_headline(body: str, headlines: Sequence[str]) -> str:
    """The body without headlines that its first lines repeat."""
    known = [plain_words(html.unescape(headline)) for headline in headlines]
    lines = body.split("\n")
    head = [line for line in lines[:_HEAD_LINES] if plain_words(line) not in known]
    return "\n".join([*head, *lines[_HEAD_LINES:]]).strip() or body


def publication(page: str, found: PageMetadata) -> Published | None:
    """When the page was published: its metadata, then its address, then its date elements."""
    return dates.stated(found.published) or dates.in_url(found.url) or date_element(page)


def date_element(page: str) -> Published | None:
    """The day that htmldate (Barbaresi 2020) finds on a page, in whatever element shows it."""
    from htmldate import find_date

    try:
        found = find_date(page, extensive_search=False, original_date=True)
    except _hostile():
        return None
    shown = dates.stated(found, Known.STATED) if found else None
    return replace(shown, probability=dates.DATE_ELEMENT) if shown else None


def clean(value: str | None) -> str | None:
    """A metadata value as plain text on one line."""
    return " ".join(whole(html.unescape(value)).split()) or None if value else None

"""What an HTML page says of itself: JSON-LD, Open Graph and `meta` elements, link elements, the `lang` attribute."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "OpinionNewsArticle",
    "Report",
)
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
    "publishdate",
    "datepublished",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "dcterms.modified", "datemodified", "lastmod", "last-modified")
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title")
_SITE = ("og:site_name", "application-name", "twitter:site")
_AUTHOR = ("author", "parsely-author", "article:author", "dc.creator", "byl", "sailthru.author")
_DEEPEST = 8
_SHARED = 0.6  # of the words of a visible headline


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """A page's own words about itself; each None or empty where it says nothing.

    `headlines` are all that the page gives as its headline, the visible one first where it can be told; `body` is the text of the article
    as JSON-LD gives it.
    """

    headlines: tuple[str, ...] = ()
    body: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None


def page_metadata(tree: HtmlElement, base: str | None) -> PageMetadata:
    """The metadata of a page; JSON-LD of an article before Open Graph before other `meta` elements."""
    objects = list(_linked_data(tree))
    article = next((item for item in objects if _is_article(item)), {})
    metas = _metas(tree)
    body = article.get("articleBody")
    return PageMetadata(
        headlines=_headlines(tree, _text(article.get("headline")), metas),
        body=body if isinstance(body, str) else None,
        authors=tuple(dict.fromkeys(_names(_resolved(article.get("author"), objects)) or _meta_authors(metas))),
        publisher=_first(metas, _SITE[:1]) or next(iter(_names(article.get("publisher"))), None),
        published=_text(article.get("datePublished")) or _first(metas, _PUBLISHED),
        modified=_text(article.get("dateModified")) or _first(metas, _MODIFIED),
        url=_address(tree, metas, base),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or _text(article.get("inLanguage")),
    )


def _headlines(tree: HtmlElement, stated: str | None, metas: dict[str, list[str]]) -> tuple[str, ...]:
    """The h1 that says mostly what the metadata say (others are a site's name or a form's), then the metadata, then the page's title."""
    declared = [unescape(title) for title in (stated, _first(metas, _TITLE)) if title]
    known = {word for title in declared for word in plain_words(title)}
    for heading in tree.iter("h1"):
        words = plain_words(text := _text(heading.text_content()) or "")
        if words and (not known or len(known.intersection(words)) >= _SHARED * len(set(words))):
            return tuple(dict.fromkeys((text, *declared)))
    return tuple(dict.fromkeys(declared)) or tuple(filter(None, (_element_text(tree, "//title"),)))


def plain_words(text: str) -> list[str]:
    """The words of a headline as they are compared: lower case, whatever its quotation marks."""
    return re.findall(r"\w+", text.casefold())


def _resolved(value: object, objects: list[Mapping[str, object]]) -> object:
    """A value in which a bare reference (`{"@id": …}`) stands for the object of that id."""
    if isinstance(value, list):
        return [_resolved(item, objects) for item in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return next((item for item in objects if item.get("@id") == value["@id"] and "name" in item), value)
    return value


def _linked_data(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            value = json.loads(script.text_content() or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value, 0)


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
        yield from _objects(value.get("mainEntity"), depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)


def _is_article(item: Mapping[str, object]) -> bool:
    kinds = item.get("@type")
    return any(kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _names(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    name = _text(value.get("name") if isinstance(value, dict) else value)
    return [name] if name else []


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().casefold(), []).append(content)
    return found


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _meta_authors(metas: dict[str, list[str]]) -> list[str]:
    named = ([value for value in metas.get(name, ()) if not value.startswith("http")] for name in _AUTHOR)
    return next(filter(None, named), [])


def _address(tree: HtmlElement, metas: dict[str, list[str]], base: str | None) -> str | None:
    links = tree.xpath('//link[@rel="canonical"]/@href')
    for candidate in (*links[:1], _first(metas, ("og:url",)), base):
        if not candidate:
            continue
        try:
            address = urljoin(base or "", str(candidate).strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and (parts.path.strip("/") or candidate == base):
            return address
    return base


def _element_text(tree: HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    return _text(found[0].text_content()) if found else None


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None

"""What an HTML page says of itself: JSON-LD, Open Graph and `meta` elements, link elements, the `lang` attribute."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title")
_SITE = ("og:site_name", "application-name", "twitter:site")
_AUTHOR = ("author", "parsely-author", "article:author", "dc.creator", "byl", "sailthru.author")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """A page's own words about itself; each None or empty where it says nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def page_metadata(tree: HtmlElement, base: str | None) -> PageMetadata:
    """The metadata of a page; JSON-LD of an article before Open Graph before other `meta` elements."""
    article = next(_articles(tree), {})
    metas = _metas(tree)
    title = _text(article.get("headline")) or _first(metas, _TITLE)
    return PageMetadata(
        title=title or _element_text(tree, "//h1") or _element_text(tree, "//title"),
        authors=tuple(dict.fromkeys(_names(article.get("author")) or _meta_authors(metas))),
        publisher=_first(metas, _SITE[:1]) or next(iter(_names(article.get("publisher"))), None),
        published=_text(article.get("datePublished")) or _first(metas, _PUBLISHED),
        url=_address(tree, metas, base),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or _text(article.get("inLanguage")),
    )


def _articles(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            value = json.loads(script.text_content() or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _objects(value, 0) if _is_article(item))


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
    values = next((metas[name] for name in _AUTHOR if name in metas), [])
    return [value for value in values if not value.startswith("http")]


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

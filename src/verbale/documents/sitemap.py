"""Sitemaps (sitemaps.org 0.9, with the news extension): the addresses of pages, or of further sitemaps."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from verbale.documents.decoding import whole
from verbale.documents.feed import ENTITY, Entry

MOST_ADDRESSES = 50_000
"""What the standard allows one file to list."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages that a sitemap lists, and the sitemaps that it leads to."""

    entries: tuple[Entry, ...]
    sitemaps: tuple[str, ...]


def sitemap_of(data: bytes) -> Sitemap | str:
    """What a sitemap lists, or in a sentence why that can't be told.

    A page's date is that of its news element; `lastmod` says when the page was last touched, not when it was published.
    """
    from lxml import etree

    if ENTITY.search(data):
        return "the sitemap declares XML entities, which no sitemap needs and attacks use"
    entries: list[Entry] = []
    sitemaps: list[str] = []
    options = {"no_network": True, "huge_tree": False, "recover": True, "resolve_entities": False, "load_dtd": False}
    try:
        for _event, element in etree.iterparse(BytesIO(data), events=("end",), tag=("{*}url", "{*}sitemap"), **options):
            fields = {_name(child): _text(child) for child in element.iter(etree.Element)}
            address = fields.get("loc")
            if address and _name(element) == "sitemap":
                sitemaps.append(address)
            elif address:
                entries.append(_entry(address, fields))
            element.clear()
            if len(entries) + len(sitemaps) >= MOST_ADDRESSES:
                break
    except (etree.LxmlError, ValueError, TypeError, LookupError) as error:
        if not entries and not sitemaps:
            return f"the sitemap can't be parsed ({type(error).__name__})"
    return Sitemap(tuple(entries), tuple(sitemaps))


def _entry(address: str, fields: dict[str, str]) -> Entry:
    return Entry(
        title=fields.get("title"),
        url=address,
        published=fields.get("publication_date"),
        publisher=fields.get("name"),
        language=fields.get("language"),
        text=None,
        markup=None,
        name=None,
    )


def _name(element: object) -> str:
    return str(getattr(element, "tag", "")).rpartition("}")[2]


def _text(element: object) -> str:
    return whole(" ".join((getattr(element, "text", None) or "").split()))

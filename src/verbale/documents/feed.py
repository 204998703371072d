"""RSS, Atom and JSON feeds: their entries with the text that the feed itself carries, which is often only a summary."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from io import BytesIO

from verbale.documents import dates
from verbale.documents.authors import names_in
from verbale.documents.compose import Given, compose
from verbale.documents.decoding import whole
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.errors import SkipReason
from verbale.values import Known

MEDIA_TYPE = "application/rss+xml"
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_BREAKS = ("p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed as it stands there: `text` plain or `markup` HTML; `name` is the feed's own id for it."""

    title: str | None
    url: str | None
    published: str | None
    publisher: str | None
    language: str | None
    text: str | None
    markup: str | None
    name: str | None
    authors: tuple[str, ...] = ()


def read_feed(data: bytes, path: str, context: Context) -> Iterator[Outcome]:
    """One outcome an entry of an RSS or Atom feed."""
    entries = feed_entries(data)
    if isinstance(entries, str):
        yield Skipped(path, SkipReason.UNSUPPORTED, entries)
    else:
        yield from read_entries(iter(entries), path, context)


def read_entries(entries: Iterator[Entry], path: str, context: Context) -> Iterator[Outcome]:
    """One outcome an entry; a path is the entry's address, or its id, or `path:NUMBER`."""
    number = 0
    for number, entry in enumerate(entries, start=1):
        yield read_entry(entry, f"{path}:{number}", context)
    if not number:
        yield Skipped(path, SkipReason.EMPTY, "the feed has no entries")


def read_entry(entry: Entry, place: str, context: Context) -> Outcome:
    """The document of one entry as the feed gives it."""
    path = whole(entry.url or entry.name or place)
    text = whole(entry.text or _plain(entry.markup or "")).strip()
    if not text:
        return Skipped(path, SkipReason.NO_TEXT, "the feed gives no text for this entry; add its address instead")
    given = Given(
        title=_line(entry.title),
        url=_line(entry.url),
        publisher=_line(entry.publisher),
        published=_line(entry.published),
        published_as=dates.stated(_line(entry.published), Known.FEED),
        authors=names_in(map(_line, entry.authors)),
        language=entry.language,
    )
    raw = json.dumps(asdict(entry), ensure_ascii=True, sort_keys=True).encode()
    return compose(text, given, path=path, raw=raw, media_type=MEDIA_TYPE, context=context)


def feed_entries(data: bytes) -> list[Entry] | str:
    """The entries of an RSS or Atom feed, or in a sentence why there are none."""
    import feedparser

    if ENTITY.search(data):
        return "the feed declares XML entities, which no feed needs and attacks use"
    try:
        parsed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except (
        ValueError,
        TypeError,
        AttributeError,
        KeyError,
        IndexError,
        AssertionError,
        RecursionError,
        UnicodeError,
        LookupError,
    ) as error:
        return f"the feed can't be parsed ({type(error).__name__})"
    if not parsed.get("version") and not parsed.entries:
        return "it is XML, but neither RSS nor Atom"
    feed = parsed.feed
    return [_entry(entry, feed.get("title"), feed.get("language")) for entry in parsed.entries]


def _entry(entry: dict[str, object], publisher: object, language: object) -> Entry:
    contents = entry.get("content")
    bodies = [item.get("value") for item in contents if isinstance(item, dict)] if isinstance(contents, list) else []
    texts = [text for text in (*bodies, entry.get("summary")) if isinstance(text, str)]
    source = entry.get("source")
    named = source.get("title") if isinstance(source, dict) else None
    return Entry(
        title=_string(entry.get("title")),
        url=_string(entry.get("link")),
        published=_string(entry.get("published")) or _string(entry.get("updated")),
        publisher=_string(named) or _string(publisher),
        language=_string(language),
        text=None,
        markup=max(texts, key=len, default=None),
        name=_string(entry.get("id")),
        authors=tuple(filter(None, map(_string, _authors(entry)))),
    )


def _authors(entry: dict[str, object]) -> list[object]:
    listed = entry.get("authors")
    named = [item.get("name") for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    return list(filter(None, named)) or [entry.get("author")]


def _plain(markup: str) -> str:
    """The text of a piece of HTML, a paragraph a line."""
    from lxml import etree
    from lxml import html as lxml_html

    if "<" not in markup and "&" not in markup:
        return markup
    try:
        tree = lxml_html.fragment_fromstring(whole(markup).replace("\x00", ""), create_parent="div")
    except (etree.LxmlError, ValueError, TypeError, AssertionError):
        return re.sub(r"<[^<>]*>", " ", markup)
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    for element in tree.iter(*_BREAKS):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(filter(None, lines))


def _string(value: object) -> str | None:
    return whole(value) if isinstance(value, str) and value.strip() else None


def _line(value: str | None) -> str | None:
    return " ".join(whole(_plain(value)).split()) or None if value else None

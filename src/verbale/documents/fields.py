"""One article as named fields: an object of JSON, a row of a table.

Fields: `text` (needed), and `id`, `title`, `url`, `publisher`, `published` and `modified` (ISO 8601, RFC 822 or null), `authors` (a
byline, or a list of names), `language`; others are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from verbale.documents import dates
from verbale.documents.authors import names_in
from verbale.documents.compose import Given, compose
from verbale.documents.decoding import whole
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.errors import SkipReason
from verbale.values import Published

MEDIA_TYPE = "application/json"


def article(value: object, raw: bytes, place: str, context: Context, *, media_type: str = MEDIA_TYPE) -> Outcome:
    """The document of one article's fields; its path is its `id`, or else `place`."""
    if not isinstance(value, dict):
        return Skipped(place, SkipReason.BAD_LINE, "it is no JSON object; an article is an object with a field text")
    text = value.get("text")
    if not isinstance(text, str):
        return Skipped(place, SkipReason.BAD_LINE, "it has no field text with a string; --column text=NAME says where it is")
    name = value.get("id")
    path = whole(str(name)) if isinstance(name, str | int) and str(name) else place
    if not text.strip():
        return Skipped(place, SkipReason.EMPTY, "its text is empty")
    published = value.get("published")
    given = Given(
        title=_string(value.get("title")),
        url=_string(value.get("url")),
        publisher=_string(value.get("publisher")),
        published=_string(published),
        published_as=_published(published),
        authors=names_in(_strings(value.get("authors"))),
        modified=_string(value.get("modified")),
        language=_string(value.get("language")),
    )
    return replace(compose(whole(text), given, path=path, raw=raw, media_type=media_type, context=context), place=place)


def mapped(value: object, columns: Mapping[str, str]) -> object:
    """An object whose fields are those of `article`; `columns` names the fields of the given object that hold them."""
    if not isinstance(value, dict) or not columns:
        return value
    return value | {field: value.get(name) for field, name in columns.items()}


def _published(value: object) -> Published | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return dates.moment_of(value)
    return dates.stated(_string(value))


def _strings(value: object) -> list[str]:
    """The strings of a string, of a list of them, or of a list of objects with a name."""
    listed = value if isinstance(value, list) else [value]
    return [name for item in listed if (name := _string(item.get("name") if isinstance(item, dict) else item))]


def _string(value: object) -> str | None:
    return whole(value).strip() or None if isinstance(value, str) else None

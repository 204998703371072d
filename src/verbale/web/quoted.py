"""Quotations and numbers that lead to their places, as a page shows them: made here and not in templates, since pages hold hundreds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from verbale.values import Judged
from verbale.views.page import CitationView, Quoted
from verbale.web import urls
from verbale.web.words import day


def words(quoted: Quoted, citations: Sequence[CitationView]) -> Markup:
    """A quotation that leads to its characters, with who judged it."""
    place = citations[quoted.citation - 1]
    own = ' class="own"' if quoted.own_words else ""
    link = escape(urls.article(place.document, quoted.spans))
    return Markup(f'<q{own}><a href="{link}" title="{escape(_where(place))}">{escape(quoted.text)}</a></q>{judged(place.judged)}')


def numbers(cited: Iterable[int], citations: Sequence[CitationView]) -> Markup:
    """The numbers of citations, each leading to its characters."""
    return Markup(f'<span class="cites">{"".join(_number(citations[number - 1]) for number in cited)}</span>')


def judged(by: Judged | None) -> Markup:
    """Who judged a statement and when; empty where nobody did."""
    if by is None:
        return Markup("")
    told = [f"judged by {by.by} on {day(by.on)}", *(["judges differ"] if by.disputed else []), *(["to look at again"] if by.again else [])]
    return Markup(f' <span class="quiet">{escape(", ".join(told))}</span>')


def _number(place: CitationView) -> str:
    link = escape(urls.article(place.document, place.spans))
    return f'<a href="{link}" title="{escape(f"{_where(place)}: {place.quote}")}">[{place.number}]</a>'


def _where(place: CitationView) -> str:
    return f"{place.publisher or 'publisher unknown'}, {day(place.published)}"

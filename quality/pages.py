"""Body, title, date and authors of real news pages: Verbale against the plain use of its extraction library.

The pages and what is expected of them are those of the library fundus (MIT), in `data/pages` of the shared folder. The body's figure is F1
on words as a multiset; a date counts where the day agrees; authors are F1 on names. Run: `python -m quality.pages [--pages]`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from statistics import mean

import trafilatura
from lxml.html import tostring

from verbale.documents import dates
from verbale.documents.decoding import Undecodable
from verbale.documents.furniture import find_furniture
from verbale.documents.page import article_of, date_element, parse
from verbale.documents.page_metadata import page_metadata
from verbale.settings import shared_folder


@dataclass(frozen=True, slots=True)
class Expected:
    """One page and what a person expects of it."""

    name: str
    markup: bytes
    url: str
    paragraphs: tuple[str, ...]
    title: str
    published: date | None
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares in [0, 1] of one page and one method."""

    precision: float
    recall: float
    body: float
    title: float
    date: float
    authors: float


def expected_pages(folder: Path) -> Iterator[Expected]:
    """The pages of a folder, each publisher's in the order of their dates, as the versions of its expectations are."""
    for path in sorted(folder.glob("*/*.json")):
        versions = json.loads(path.read_text(encoding="utf-8"))
        files = sorted(path.parent.glob(f"{path.stem}_[0-9]*.html.gz"))
        addresses = json.loads((path.parent / "meta.info").read_text(encoding="utf-8"))
        for file, version in zip(files, (versions[key] for key in sorted(versions)), strict=True):
            body = version["body"]
            texts = [*body["summary"], *(text for section in body["sections"] for text in (*section["headline"], *section["paragraphs"]))]
            moment = version.get("publishing_date")
            yield Expected(
                name=f"{path.parent.name}/{file.name.removesuffix('.html.gz')}",
                markup=gzip.decompress(file.read_bytes()),
                url=addresses[file.name]["url"],
                paragraphs=tuple(texts),
                title=version["title"],
                published=datetime.fromisoformat(moment).date() if moment else None,
                authors=tuple(version.get("authors") or ()),
            )


def words(text: str) -> Counter[str]:
    """The words of a text, lower case, with their counts."""
    return Counter(re.findall(r"\w+", text.casefold()))


def overlap(found: Counter[str], expected: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a multiset."""
    common = (found & expected).total()
    if not found or not expected:
        return (0.0, 0.0, float(not found and not expected))
    precision, recall = common / found.total(), common / expected.total()
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0


def figures(page: Expected, *, body: str, title: str | None, published: date | None, authors: tuple[str, ...]) -> Figures:
    """The figures of what a method found on a page."""
    precision, recall, f1 = overlap(words(body), words("\n".join(page.paragraphs)))
    same_title = words(title or "") == words(page.title)
    found_authors = Counter(name.casefold() for name in authors)
    return Figures(
        precision=precision,
        recall=recall,
        body=f1,
        title=float(same_title),
        date=float(published == page.published),
        authors=overlap(found_authors, Counter(name.casefold() for name in page.authors))[2],
    )


def by_library(page: Expected) -> Figures:
    """What the library's documented one-call use gives."""
    found = trafilatura.bare_extraction(page.markup, url=page.url, with_metadata=True)
    if found is None:
        return figures(page, body="", title=None, published=None, authors=())
    day = date.fromisoformat(found.date) if found.date else None
    names = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return figures(page, body=found.text or "", title=found.title, published=day, authors=names)


def by_verbale(page: Expected, *, without_furniture: bool) -> Figures:
    """What Verbale reads, with or without the furniture that it marks."""
    found = article_of(page.markup, url=page.url)
    if isinstance(found, Undecodable):
        return figures(page, body="", title=None, published=None, authors=())
    text = found.text
    if without_furniture:
        for span in reversed(find_furniture(text)):
            text = text[: span.start] + " " + text[span.end :]
    return figures(page, body=text, title=found.title, published=found.published.on if found.published else None, authors=found.authors)


def days_by_way(page: Expected) -> Iterator[tuple[str, bool]]:
    """Each way in which the page's day can be known, alone, and whether the day found is the expected one."""
    found = article_of(page.markup, url=page.url)
    tree = parse(page.markup.decode("utf-8", "replace"))
    if tree is None or isinstance(found, Undecodable):
        return
    told = page_metadata(tree, page.url)
    for element in [*tree.iter("script"), *tree.iter("meta")]:
        element.drop_tree()
    ways = {
        "metadata": dates.stated(told.published),
        "address": dates.in_url(told.url),
        "element shown": date_element(tostring(tree, encoding="unicode")),
        "text": dates.in_text(found.text, url=page.url),
    }
    yield from ((way, day.on == page.published) for way, day in ways.items() if day is not None)


def wrongly_marked(page: Expected) -> tuple[int, int, list[str]]:
    """Characters of marked furniture that stand in the expected body, characters marked, and those pieces."""
    found = article_of(page.markup, url=page.url)
    if isinstance(found, Undecodable):
        return (0, 0, [])
    body = " ".join(" ".join(page.paragraphs).split())
    spans = find_furniture(found.text)
    wrong = [span.of(found.text) for span in spans if " ".join(span.of(found.text).split()) in body]
    return sum(map(len, wrong)), sum(span.end - span.start for span in spans), wrong


def main() -> int:
    """Prints the figures; 77 where the pages are absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dates", action="store_true", help="print how often the day is right by how it is known")
    parser.add_argument("--pages", action="store_true", help="print a line a page as well")
    options = parser.parse_args()
    shared = shared_folder()
    if shared is None or not (shared / "data/pages").is_dir():
        print("the pages are absent: set VERBALE_SHARED to the shared folder", file=sys.stderr)
        return 77
    pages = list(expected_pages(shared / "data/pages"))
    results = {
        "library": [by_library(page) for page in pages],
        "verbale": [by_verbale(page, without_furniture=False) for page in pages],
        "verbale without furniture": [by_verbale(page, without_furniture=True) for page in pages],
    }
    if options.pages:
        for number, page in enumerate(pages):
            print(page.name, *(f"{rows[number].body:.3f}" for rows in results.values()), page.title[:60])
    print(f"{len(pages)} pages                    precision recall   body  title   date authors")
    for name, rows in results.items():
        columns = ("precision", "recall", "body", "title", "date", "authors")
        print(f"{name:28}", *(f"{mean(getattr(row, column) for row in rows):9.3f}"[3:] for column in columns))
    if options.dates:
        days = [item for page in pages for item in days_by_way(page)]
        for way in dict(days):
            right = [correct for name, correct in days if name == way]
            print(f"day by {way}: {sum(right)} of {len(right)} right, {(sum(right) + 1) / (len(right) + 2):.2f}")
    wrong = [wrongly_marked(page) for page in pages]
    print(
        f"marked as furniture: {sum(item[1] for item in wrong)} characters, of them in the expected body: {sum(item[0] for item in wrong)}"
    )
    if options.pages:
        print(*(piece for item in wrong for piece in item[2]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

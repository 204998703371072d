"""Documents per second of processor time for each kind of input, beside other ways to read it, in the same run.

"Parser" is the parser of the format alone: feedparser, json, csv; for pages the extraction library. "Plain" is what a user writes with the
field's libraries to have a title, a text without markup, a day and a language: the parser, then trafilatura's `html2txt` for what
feeds carry, dateparser for days and py3langid for languages. A ratio over 1 means that Verbale takes longer; it also reads headers,
publishers and bylines, marks site furniture and keeps the bytes.

The inputs are made here, but for pages: those of `data/pages` in the shared folder where it exists, else a page made here.

Run: `python bench/ingest.py [--documents N] [--memory N] [--record N]`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from html import escape
from pathlib import Path

import dateparser  # type: ignore[import-untyped]  # it has no stubs
import feedparser
import py3langid
import trafilatura
from warcio.archiveiterator import ArchiveIterator

from verbale.documents import Retrieved, read
from verbale.settings import shared_folder
from verbale.values import Attribution, Document

SENTENCES = (
    "The foreign minister said on Tuesday that the talks on the canal had made progress and would go on in the week after.",
    "His counterpart rejected the draft, asked for guarantees from three neighbours and left the palace without a word.",
    "The mediator called the round useful and announced another one for the end of the month.",
    '"We are close to an agreement on the locks, but not on the tolls," a member of the delegation told reporters.',
)


SYLLABLES = ("ba", "den", "kor", "li", "mas", "ne", "por", "ru", "sal", "ti", "vo", "zen")


def article(number: int) -> str:
    """A text of some 500 words that is like no other."""
    return "\n\n".join(f"{SENTENCES[(number + line) % 4]} It was day {number + line} of the talks." for line in range(22))


def moment(number: int) -> datetime:
    """When the text was published."""
    return datetime(2031, 4, 1, tzinfo=UTC) + timedelta(hours=number)


def row(number: int) -> dict[str, str]:
    """The text as a row or a line has it."""
    return {"id": str(number), "title": f"Day {number}", "published": moment(number).isoformat(), "text": article(number)}


def markup(number: int) -> str:
    """The text as HTML."""
    return "".join(f"<p>{paragraph}</p>" for paragraph in article(number).split("\n\n"))


def page(number: int) -> str:
    """A page with that text."""
    body = markup(number)
    links = "".join(f"<li><a href='/{link}'>Other news {link}</a></li>" for link in range(40))
    head = f"<html lang='en'><head><title>Day {number}</title></head><body><ul>{links}</ul>"
    return f"{head}<article><h1>Day {number}</h1>{body}</article></body></html>"


def pages(count: int) -> list[bytes]:
    """Real pages, again and again, where there are any; else pages made here."""
    shared = shared_folder()
    files = sorted((shared / "data/pages").glob("*/*.html.gz")) if shared else []
    real = [gzip.decompress(file.read_bytes()) for file in files]
    return [real[number % len(real)] if real else page(number).encode() for number in range(count)]


def warc(bodies: list[bytes]) -> bytes:
    """A compressed web archive of pages."""
    out = io.BytesIO()
    for number, body in enumerate(bodies):
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        out.write(
            gzip.compress(
                f"{head}Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n", 1
            )
        )
    return out.getvalue()


def feed(count: int) -> bytes:
    """An RSS feed with whole texts."""
    items = "".join(
        f"<item><title>Day {n}</title><link>https://a.example/{n}</link><pubDate>{format_datetime(moment(n))}</pubDate>"
        f"<description>{escape(markup(n))}</description></item>"
        for n in range(count)
    )
    return f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()


def table(count: int) -> bytes:
    """A CSV file."""
    out = io.StringIO()
    csv.writer(out).writerows([tuple(row(0)), *(tuple(row(number).values()) for number in range(count))])
    return out.getvalue().encode()


Told = tuple[object, object, object, object]
"""Title, text, day, language."""


def told(title: object, text: str, day: str | None) -> Told:
    """What a user wants of one entry or row, by the field's libraries."""
    return title, text, dateparser.parse(day) if day else None, py3langid.classify(text)[0]


def extracted(data: bytes) -> Told | None:
    """The same of a page."""
    found = trafilatura.bare_extraction(data, with_metadata=True)
    return None if found is None else (found.title, found.text, found.date, py3langid.classify(found.text or "")[0])


def records(path: Path) -> Iterator[bytes]:
    """The pages of a web archive by warcio."""
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            yield record.content_stream().read()


def entries(path: Path) -> list[dict[str, str]]:
    """The entries of a feed by feedparser."""
    found: list[dict[str, str]] = feedparser.parse(io.BytesIO(path.read_bytes())).entries
    return found


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table by csv."""
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def lines(path: Path) -> list[dict[str, str]]:
    """The lines of JSON by json."""
    with path.open() as file:
        return [json.loads(line) for line in file]


def timed(run: Callable[[], object]) -> float:
    """Seconds of processor time of one run, so that other work on the machine does not count."""
    started = time.process_time()
    run()
    return time.process_time() - started


def consume(paths: list[Path]) -> None:
    """Reads all and forgets it."""
    for _outcome in read([str(path) for path in paths]):
        pass


Way = Callable[[], object]


def ways(folder: Path, count: int) -> Iterator[tuple[str, Way, Way, Way]]:
    """Kind, the parser alone, the plain use, Verbale."""
    bodies = pages(count)
    html = [folder / f"{number}.html" for number in range(count)]
    for path, body in zip(html, bodies, strict=True):
        path.write_bytes(body)
    jsonl, table_file, rss, archive = (folder / f"a.{name}" for name in ("jsonl", "csv", "rss", "warc.gz"))
    jsonl.write_text("\n".join(json.dumps(row(number)) for number in range(count)))
    table_file.write_bytes(table(count))
    rss.write_bytes(feed(count))
    archive.write_bytes(warc(bodies))
    yield (
        "html",
        lambda: [trafilatura.bare_extraction(path.read_bytes(), with_metadata=True) for path in html],
        lambda: [extracted(path.read_bytes()) for path in html],
        lambda: consume(html),
    )
    yield (
        "warc",
        lambda: [trafilatura.bare_extraction(body, with_metadata=True) for body in records(archive)],
        lambda: [extracted(body) for body in records(archive)],
        lambda: consume([archive]),
    )
    yield (
        "feed",
        lambda: entries(rss),
        lambda: [told(entry["title"], trafilatura.html2txt(entry["summary"]), entry["published"]) for entry in entries(rss)],
        lambda: consume([rss]),
    )
    for kind, path, parse in (("jsonl", jsonl, lines), ("csv", table_file, rows)):
        yield (
            kind,
            partial(parse, path),
            partial(lambda parse, path: [told(one["title"], one["text"], one["published"]) for one in parse(path)], parse, path),
            partial(consume, [path]),
        )


def speeds(folder: Path, count: int) -> Iterator[tuple[str, float, float, float]]:
    """Kind, and seconds of the three ways, each warmed up and the better of two."""
    for kind, *three in ways(folder, count):
        for run in three:
            run()
        bare, plain, ours = (min(first, second) for first, second in zip(*([timed(run) for run in three] for _ in range(2)), strict=True))
        yield kind, bare, plain, ours


def memory(folder: Path, count: int) -> tuple[float, float]:
    """Peak memory in MB after a tenth of the documents of one file, and after all."""
    path = folder / "many.jsonl"
    with path.open("w") as file:
        for number in range(count):
            file.write(json.dumps({"id": str(number), "text": SENTENCES[number % 4]}) + "\n")
    early = 0.0
    for number, outcome in enumerate(read([str(path)])):
        assert isinstance(outcome, Retrieved)
        if number == count // 10:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return early, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def unlike(number: int) -> str:
    """Some hundred made-up words that are no other text's, so that nothing is a copy."""
    source = random.Random(number)
    words = ("".join(source.choices(SYLLABLES, k=3)) for _ in range(100))
    return f"Day {number} of the talks. {' '.join(words).capitalize()}."


def record_memory(folder: Path, count: int) -> None:
    """Prints memory and time over the way of documents into a record: all stages but the finding of statements, which is silent."""
    from verbale.api import Talks
    from verbale.pipeline.analysing import analyse
    from verbale.pipeline.runner import take_in
    from verbale.pipeline.stages import Stages
    from verbale.record.findings import Keeper
    from verbale.record.writer import Writer

    path = folder / "many.jsonl"
    with path.open("w") as file:
        for number in range(count):
            one = row(number) | {"text": unlike(number), "url": f"https://a.example/{number}"}
            file.write(json.dumps(one) + "\n")
    with Talks.new(folder / "talks") as talks:
        stages = Stages.of(Silent(), talks.dossier)
        before: dict[str, tuple[int, float]] = {}

        def tell(stage: str, done: int, _: int | None) -> None:
            earlier, since = before.setdefault(stage, (done, time.process_time()))
            if done - earlier >= count // 10:
                each = (time.process_time() - since) / (done - earlier) * 1000
                print(f"{stage}: {done:,}, {resident():.0f} MB, peak {peak():.0f} MB, {each:.2f} ms of processor time each", flush=True)
                before[stage] = (done, time.process_time())

        with talks.writing():
            writer, batch = Writer(talks._engine), talks.settings.batch
            take_in(read([str(path)]), reader=talks.reader, writer=writer, stages=stages, batch=batch, progress=tell)
            analyse(Keeper(talks._engine), talks.reader, talks.dossier, progress=tell)
    print(f"record: {count:,}, {resident():.0f} MB, peak {peak():.0f} MB")


@dataclass(frozen=True, slots=True)
class Silent:
    """Finds nothing: what is measured is everything else."""

    name: str = "silent"

    def attribute(self, documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
        """No attribution of any document."""
        return [() for _ in documents]


def resident() -> float:
    """Memory in MB that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def peak() -> float:
    """Memory in MB that it held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Prints a line a kind, and the growth of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=78, metavar="N")
    parser.add_argument("--memory", type=int, default=0, metavar="N", help="documents over whose reading memory is watched")
    parser.add_argument("--record", type=int, default=0, metavar="N", help="documents over whose way into a record memory is watched")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.documents:
            print("kind    parser/s   plain/s  verbale/s  to plain  to parser")
            for kind, bare, plain, ours in speeds(folder, options.documents):
                count = options.documents
                print(
                    f"{kind:7} {count / bare:8.1f} {count / plain:9.1f} {count / ours:10.1f} {ours / plain:9.2f} {ours / bare:10.2f}",
                    flush=True,
                )
        if options.memory:
            early, late = memory(folder, options.memory)
            print(f"memory  {early:.0f} MB after {options.memory // 10:,} documents, {late:.0f} MB after {options.memory:,}")
        if options.record:
            record_memory(folder, options.record)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Documents per second of processor time for each kind of input, beside the plain use of the library that parses it, in the same run.

The inputs are made here, but for pages: those of `data/pages` in the shared folder where it exists, else a page made here. A ratio over 1
means that Verbale is slower; it does more: metadata, dates, language, furniture.

Run: `python bench/ingest.py [--documents N] [--memory N]`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import feedparser
import trafilatura
from warcio.archiveiterator import ArchiveIterator

from verbale.documents import Retrieved, read
from verbale.settings import shared_folder

SENTENCES = (
    "The foreign minister said on Tuesday that the talks on the canal had made progress and would go on in the week after.",
    "His counterpart rejected the draft, asked for guarantees from three neighbours and left the palace without a word.",
    "The mediator called the round useful and announced another one for the end of the month.",
    '"We are close to an agreement on the locks, but not on the tolls," a member of the delegation told reporters.',
)


def article(number: int) -> str:
    """A text of some 500 words that is like no other."""
    return "\n\n".join(f"{SENTENCES[(number + line) % 4]} It was day {number + line} of the talks." for line in range(22))


def page(number: int) -> str:
    """A page with that text."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in article(number).split("\n\n"))
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
        f"<item><title>Day {n}</title><link>https://a.example/{n}</link><description>{article(n)}</description></item>"
        for n in range(count)
    )
    return f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()


def table(count: int) -> bytes:
    """A CSV file."""
    out = io.StringIO()
    csv.writer(out).writerows([("id", "text"), *((str(number), article(number)) for number in range(count))])
    return out.getvalue().encode()


def archived(path: Path) -> Iterator[object]:
    """The plain use of warcio and trafilatura."""
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            yield trafilatura.bare_extraction(record.content_stream().read(), with_metadata=True)


def timed(run: Callable[[], object]) -> float:
    """Seconds of processor time of one run, so that other work on the machine does not count."""
    started = time.process_time()
    run()
    return time.process_time() - started


def consume(paths: list[Path]) -> None:
    """Reads all and forgets it."""
    for _outcome in read([str(path) for path in paths]):
        pass


def speeds(folder: Path, count: int) -> Iterator[tuple[str, int, float, float]]:
    """Kind, documents, seconds of the plain library, seconds of Verbale; both warmed up."""
    bodies = pages(count)
    html = [folder / f"{number}.html" for number in range(count)]
    for path, body in zip(html, bodies, strict=True):
        path.write_bytes(body)
    (folder / "a.jsonl").write_text("\n".join(json.dumps({"id": str(number), "text": article(number)}) for number in range(count)))
    (folder / "a.csv").write_bytes(table(count))
    (folder / "a.rss").write_bytes(feed(count))
    (folder / "a.warc.gz").write_bytes(warc(bodies))
    plain: dict[str, Callable[[], object]] = {
        "html": lambda: [trafilatura.bare_extraction(path.read_bytes(), with_metadata=True) for path in html],
        "warc": lambda: list(archived(folder / "a.warc.gz")),
        "feed": lambda: feedparser.parse(io.BytesIO((folder / "a.rss").read_bytes())),
        "jsonl": lambda: [json.loads(line) for line in (folder / "a.jsonl").open()],
        "csv": lambda: list(csv.reader((folder / "a.csv").open(newline=""))),
    }
    inputs = {
        "html": html,
        "warc": [folder / "a.warc.gz"],
        "feed": [folder / "a.rss"],
        "jsonl": [folder / "a.jsonl"],
        "csv": [folder / "a.csv"],
    }
    for kind, run in plain.items():
        consume(inputs[kind][:1] if kind == "html" else inputs[kind])
        yield kind, count, timed(run), timed(lambda kind=kind: consume(inputs[kind]))  # type: ignore[misc]


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


def main() -> int:
    """Prints a line a kind, and the growth of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=78, metavar="N")
    parser.add_argument("--memory", type=int, default=0, metavar="N", help="documents over which memory is watched")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("kind    library/s  verbale/s  ratio")
        for kind, count, plain, ours in speeds(folder, options.documents):
            print(f"{kind:7} {count / plain:9.1f} {count / ours:10.1f} {ours / plain:6.2f}")
        if options.memory:
            early, late = memory(folder, options.memory)
            print(f"memory  {early:.0f} MB after {options.memory // 10:,} documents, {late:.0f} MB after {options.memory:,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

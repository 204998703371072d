"""Reads malformed inputs of every kind: none may crash, hang, raise or lose count.

A good input of each kind, made here, is damaged at random: bits, bytes and pieces changed, cut out, doubled, put elsewhere, replaced by
words that parsers stumble over; before and after it is compressed. The reading goes on in a process of its own, so that a crash of a
parser written in C is seen. Run: `python -m quality.fuzz [--inputs N] [--seed N] [--keep FOLDER]`.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import random
import signal
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from types import FrameType

from verbale.documents import Limits, Retrieved, Skipped, read
from verbale.documents.sitemap import sitemap_of
from verbale.errors import SkipReason

LONGEST = 10.0
"""Seconds of processor time that one input may take, so that a busy machine is no fault of the input."""

LIMITS = Limits(document_bytes=200_000, expansion=2_000_000, members=200)
SENTENCE = "The envoy of Lyd said on Tuesday, 8 April 2031, that “the talks” on the canal would go on until both sides agree."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Envoys meet</title>
<meta property="article:published_time" content="2031-04-08T10:00:00Z"><link rel="canonical" href="https://post.example/2031/04/08/envoys">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Envoys meet", "author": [{{"name": "Mara Ilves"}}],
"datePublished": "2031-04-08"}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Envoys meet</h1>
<figure><img src="a.png"><figcaption>A photo &copy; Post</figcaption></figure><p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>"""
RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Post</title><item><title>Envoys &amp; all</title>
<link>https://post.example/1</link><pubDate>Tue, 08 Apr 2031 10:00:00 GMT</pubDate><description><![CDATA[<p>{SENTENCE}</p>]]></description>
</item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>urn:1</id><title>Envoys</title>
<updated>2031-04-08T10:00:00Z</updated><content type="html">&lt;p&gt;{SENTENCE}&lt;/p&gt;</content></entry></feed>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://post.example/1</loc>
<lastmod>2031-04-08</lastmod></url></urlset>"""
LINES = "".join(json.dumps({"id": str(n), "text": SENTENCE, "published": "2031-04-08", "title": "Envoys"}) + "\n" for n in range(3))
WORDS = (
    *(
        b"<",
        b">",
        b"&#x110000;",
        b"&#0;",
        b"]]>",
        b"<!ENTITY a 'b'>",
        b"<svg><math>",
        b"<?xml encoding='x'?>",
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ),
    *(b'"', b"'", b"\\ud800", b"{", b"[" * 300, b"null", b"1e999", b"-1", b"99999999999999999999", b"\r\n\r\n", b"Content-Length: -1\r\n"),
    *(
        b"charset=utf-7",
        b"=?utf-8?q?=ff?=",
        b"Content-Transfer-Encoding: base64\n\n",
        b"8 Apr 99999",
        b"2031-13-45T99:99:99",
        b"%PDF-9",
        b"PK\x05\x06",
    ),
    *("\u2028\u202e\ufeff\ud7ff\U0010ffff".encode(), b"Date: ", b"\xed\xa0\x80", b"../../", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"PAR1"),
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A good input of one kind: its content, the suffix of its name, and what packs the content."""

    suffix: str
    content: bytes
    pack: Callable[[bytes], bytes] = bytes


def seeds() -> list[Seed]:
    """A good input of every kind that can be read here."""
    text = f"Envoys meet\n\nPost / World / 08.04.2031 09:14\n\n{SENTENCE}\n\nRead more: other news\n"
    found = [
        *(Seed(".txt", text.encode(encoding)) for encoding in ("utf-8", "utf-16", "utf-16-be")),
        Seed(".txt", "Посол Лида заявил во вторник, 8 апреля 2031 г., что переговоры продолжатся.".encode("cp1251")),
        Seed(".html", PAGE.encode()),
        Seed(".rss", RSS.encode()),
        Seed(".atom", ATOM.encode()),
        Seed(".sitemap", SITEMAP.encode()),
        Seed(".json", json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_html": PAGE}]}).encode()),
        Seed(".jsonl", LINES.encode()),
        Seed(".csv", f'id,date,text\n1,2031-04-08,"{SENTENCE}"\n2,,"a ""b"" c"\n'.encode()),
        Seed(".tsv", f"text\tid\n{SENTENCE}\tone\n".encode()),
        Seed(".eml", _mail()),
        Seed(".pdf", _pdf(SENTENCE[:60].encode("ascii", "replace"))),
        Seed(".warc", _warc(PAGE.encode())),
        Seed(".warc.gz", PAGE.encode(), lambda page: gzip.compress(_warc(page))),
        Seed(".jsonl.gz", LINES.encode(), gzip.compress),
        Seed(".zip", PAGE.encode(), lambda page: _zip({"a.html": page, "b.txt": text.encode(), "c.zip": _zip({"d.txt": page})})),
    ]
    return found + list(_optional())


def _optional() -> Iterator[Seed]:
    try:
        import pyarrow
        from pyarrow.parquet import write_table
    except ImportError:
        pass
    else:
        buffer = io.BytesIO()
        write_table(pyarrow.table({"id": ["1", "2"], "text": [SENTENCE, ""], "date": ["2031-04-08", None]}), buffer)
        yield Seed(".parquet", buffer.getvalue())
    try:
        from zstandard import ZstdCompressor
    except ImportError:
        return
    yield Seed(".jsonl.zst", LINES.encode(), lambda data: ZstdCompressor().compress(data))


def _mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = "Envoys meet", "Post <a@post.example>", "Tue, 08 Apr 2031 10:00:00 +0300"
    message.set_content(SENTENCE)
    message.add_alternative(PAGE, subtype="html")
    return message.as_bytes()


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _warc(page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/1\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    return f"{head}Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n"


def _pdf(line: bytes) -> bytes:
    stream = b"BT /F1 8 Tf 72 720 Td (" + line + b") Tj ET"
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
        b"4 0 obj\n<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream\nendobj\n"
        b"5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\ntrailer << /Size 6 /Root 1 0 R >>\n%%EOF"
    )


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The data after one to five random harms."""
    for _harm in range(chance.randint(1, 5)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((1, 2, 8, 64, 512)))
        piece = data[start:end]
        harms = (
            b"",
            bytes(byte ^ (1 << chance.randrange(8)) for byte in piece),
            chance.randbytes(len(piece)),
            chance.choice(WORDS),
            chance.choice(WORDS) + piece,
            piece * chance.choice((2, 3, 200)),
            piece[::-1],
        )
        data = data[:start] + chance.choice(harms) + data[end:]
        if chance.random() < 0.05:
            data = data[: chance.randrange(len(data) + 1)]
    return data


def malformed(number: int, seed: int, good: list[Seed]) -> tuple[str, bytes]:
    """The suffix and the bytes of the malformed input of that number."""
    chance = random.Random(f"{seed}/{number}")
    one = good[number % len(good)]
    content = damaged(one.content, chance) if chance.random() < 0.7 or one.pack is bytes else one.content
    packed = one.pack(content)
    packed = packed if content is not one.content and chance.random() < 0.7 else damaged(packed, chance)
    suffix = one.suffix if chance.random() < 0.9 else chance.choice(good).suffix
    return suffix, packed


def fault(path: Path, data: bytes) -> str | None:
    """What is wrong with how one input is read; None where nothing is."""
    if path.suffix == ".sitemap":
        sitemap_of(data)
    path.write_bytes(data)
    outcomes = list(read([str(path)], limits=LIMITS))
    if not outcomes:
        return "no outcome"
    for outcome in outcomes:
        if isinstance(outcome, Skipped):
            (outcome.path + outcome.detail).encode()
            if not outcome.detail or "\n" in outcome.detail:
                return f"a skipped input without a line that says why: {outcome.detail!r}"
        elif isinstance(outcome, Retrieved):
            document = outcome.document
            "".join(filter(None, (document.path, document.text, document.title, document.url, document.publisher))).encode()
            if any(span.end > len(document.text) for span in document.furniture) or not document.text.strip():
                return "furniture outside the text, or no text"
    if "".join(path.suffixes) == ".jsonl" and b"\x1f\x8b" not in data[:2] and len(data) < LIMITS.document_bytes:
        lines = sum(bool(line.strip(b" \t\r\n\f\v")) for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"))
        refused = isinstance(outcomes[0], Skipped) and outcomes[0].reason is SkipReason.ENCODING and outcomes[0].path == str(path)
        if lines and lines != len(outcomes) and not refused:
            return f"{len(outcomes)} outcomes for {lines} lines"
    return None


class Late(BaseException):
    """An input takes too long; no reader may take it for an error of its own."""


def _late(_signal: int, _frame: FrameType | None) -> None:
    raise Late


def judged(path: Path, data: bytes) -> str | None:
    """What is wrong with how one input is read, exceptions and time among it."""
    signal.signal(signal.SIGPROF, _late)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        return fault(path, data)
    except Late:
        return "hang"
    except BaseException as error:
        return f"{type(error).__name__}: {str(error)[:200]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def run(inputs: range, seed: int, home: Path, keep: Path | None) -> Counter[str]:
    """How often what went wrong, with "good" for the rest; each process goes on until its end or its death."""
    good = seeds()
    found: Counter[str] = Counter()
    number = inputs.start
    while number < inputs.stop:
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            os.close(reader)
            _work(range(number, inputs.stop), seed, home, writer)
        os.close(writer)
        with os.fdopen(reader) as told:
            for line in told:
                number += 1
                found[line.rstrip("\n")] += 1
                _keep(line.rstrip("\n"), malformed(number - 1, seed, good), number - 1, keep)
        if os.waitpid(child, 0)[1]:
            found["crash"] += 1
            _keep("crash", malformed(number, seed, good), number, keep)
            number += 1
    return found


def _work(inputs: range, seed: int, home: Path, writer: int) -> None:
    good = seeds()
    signal.signal(signal.SIGPROF, _late)
    with os.fdopen(writer, "w", buffering=1) as out:
        for number in inputs:
            suffix, data = malformed(number, seed, good)
            said = judged(home / f"a{suffix}", data)
            print(" ".join((said or "good").split()), file=out)
    os._exit(0)


def _keep(said: str, one: tuple[str, bytes], number: int, keep: Path | None) -> None:
    if said != "good":
        print(f"input {number} ({one[0]}): {said}", file=sys.stderr)
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{number}{one[0]}").write_bytes(one[1])


def main() -> int:
    """Prints how many inputs were read and what went wrong; 1 where anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where to keep the inputs that went wrong")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = run(range(options.inputs), options.seed, Path(name), options.keep)
    wrong = found.total() - found["good"]
    print(f"{found.total()} malformed inputs of {len(seeds())} kinds: {wrong} went wrong", *found.items(), sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())

"""Feeds, mail, PDF, tables and archives, all made here; each format's promise and its damaged forms."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.documents import Limits, Outcome, Retrieved, Skipped, read
from verbale.errors import SkipReason
from verbale.values import Document, Known

TEXT = "The envoy said on Tuesday that the talks on the canal in Lyd would go on until both sides agree to a draft."
PAGE = (
    "<html lang='en'><head><title>Envoys meet</title></head><body><article>"
    f"<p>{TEXT}</p><p>{TEXT[:60]} again.</p><p>{TEXT}</p></article></body></html>"
)
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><language>en-gb</language>
<item><title>Envoys &amp; ministers meet</title><link>https://harbourpost.example/1</link>
<pubDate>Mon, 07 Apr 2031 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;Second paragraph.&lt;/p&gt;</description></item>
<item><title>Nothing</title><link>https://harbourpost.example/2</link></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><id>urn:1</id>
<title>Envoys meet</title>
<link href="https://harbourpost.example/1"/><updated>2031-04-07T10:00:00Z</updated>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def outcomes(path: Path, data: bytes | str, limits: Limits | None = None) -> list[Outcome]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read([str(path)], limits=limits or Limits()))


def only(found: list[Outcome]) -> Document:
    (outcome,) = found
    assert isinstance(outcome, Retrieved), outcome
    return outcome.document


def reasons(found: list[Outcome]) -> list[SkipReason]:
    return [outcome.reason for outcome in found if isinstance(outcome, Skipped)]


def pdf(line: str) -> bytes:
    """A PDF of one page with one line of text, or none."""
    stream = f"BT /F1 8 Tf 72 720 Td ({line}) Tj ET".encode() if line else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += str(number).encode() + b" 0 obj\n" + content + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n"
        + str(len(out)).encode()
        + b"\n%%EOF"
    )


def archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return buffer.getvalue()


def warc(*, compressed: bool, pages: dict[str, tuple[str, str, bytes]]) -> bytes:
    """A web archive with a response record a page, each a gzip member of its own where compressed."""
    out = b""
    for number, (url, (status, kind, body)) in enumerate(pages.items()):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-04-08T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        out += gzip.compress(record) if compressed else record
    return out


def mail(**parts: str) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = (
        "Envoys meet",
        "Harbour Post <news@harbourpost.example>",
        "Mon, 07 Apr 2031 10:00:00 +0300",
    )
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return message.as_bytes()


def test_a_feed_s_entries_are_documents_and_one_without_text_is_skipped(tmp_path: Path) -> None:
    first, second = outcomes(tmp_path / "feed.xml", RSS)
    assert isinstance(first, Retrieved)
    document = first.document
    assert document.text == f"{TEXT}\nSecond paragraph."
    assert (document.title, document.publisher, document.url) == (
        "Envoys & ministers meet",
        "Harbour Post",
        "https://harbourpost.example/1",
    )
    assert (document.published.on, document.published.known, document.language) == (date(2031, 4, 7), Known.FEED, "en")
    assert isinstance(second, Skipped)
    assert (second.path, second.reason) == ("https://harbourpost.example/2", SkipReason.NO_TEXT)


def test_atom_and_json_feeds(tmp_path: Path) -> None:
    assert only(outcomes(tmp_path / "feed.atom", ATOM)).text == TEXT
    item = {"id": "1", "url": "https://harbourpost.example/1", "content_html": f"<p>{TEXT}</p>", "date_published": "2031-04-07T10:00:00Z"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "items": [item, "nonsense"]}
    found = only(outcomes(tmp_path / "feed.json", json.dumps(feed)))
    assert (found.text, found.publisher, found.published.on) == (TEXT, "Harbour Post", date(2031, 4, 7))


def test_a_feed_with_entities_is_refused(tmp_path: Path) -> None:
    declared = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    bomb = f'<?xml version="1.0"?>{declared}<rss version="2.0"><channel><title>&b;</title></channel></rss>'
    (outcome,) = outcomes(tmp_path / "feed.rss", bomb)
    assert isinstance(outcome, Skipped)
    assert "entities" in outcome.detail


@pytest.mark.parametrize(
    ("data", "reason"),
    [("<rss", SkipReason.EMPTY), ("<a/>", SkipReason.UNSUPPORTED), (RSS[:200], SkipReason.NO_TEXT)],
)
def test_what_is_no_feed(tmp_path: Path, data: str, reason: SkipReason) -> None:
    assert set(reasons(outcomes(tmp_path / "feed.rss", data))) <= {reason, SkipReason.UNSUPPORTED}


def test_a_newsletter(tmp_path: Path) -> None:
    document = only(outcomes(tmp_path / "a.eml", mail(plain=TEXT + "\n", html=PAGE)))
    assert document.text == TEXT + "\n"
    assert (document.title, document.publisher, document.published.on) == ("Envoys meet", "Harbour Post", date(2031, 4, 7))
    assert only(outcomes(tmp_path / "b.eml", mail(html=PAGE))).text.startswith(TEXT)
    assert reasons(outcomes(tmp_path / "c.eml", b"Subject: x\nContent-Type: image/png\n\nxx")) == [SkipReason.NO_TEXT]


@pytest.mark.parametrize(
    "header", ["Date: Mon, 07 Apr 99999999999999999999 10:00:00 +0300", "From: =?utf-8?b?/?= <@", "Subject: =?x?q?=ff?="]
)
def test_a_newsletter_with_a_header_that_breaks_parsers_is_read(tmp_path: Path, header: str) -> None:
    assert only(outcomes(tmp_path / "a.eml", f"{header}\n\n{TEXT}\n")).text == TEXT + "\n"


def test_a_pdf_with_and_without_text(tmp_path: Path) -> None:
    assert only(outcomes(tmp_path / "a.pdf", pdf(TEXT))).text == TEXT
    assert reasons(outcomes(tmp_path / "b.pdf", pdf(""))) == [SkipReason.NO_TEXT]
    assert reasons(outcomes(tmp_path / "c.pdf", b"%PDF-1.4 nothing")) == [SkipReason.UNSUPPORTED]


def test_a_table_maps_its_columns(tmp_path: Path) -> None:
    rows = f'Headline,Body,Outlet,Date,x\n"Envoys meet","{TEXT}\n""Yes,"" he said.",Harbour Post,2031-04-07,1\nNo text,,,,\n'
    first, second = outcomes(tmp_path / "a.csv", "\ufeff" + rows)
    assert isinstance(first, Retrieved)
    assert first.document.text == f'{TEXT}\n"Yes," he said.'
    assert (first.document.title, first.document.publisher) == ("Envoys meet", "Harbour Post")
    assert first.document.path == f"{tmp_path / 'a.csv'}:1"
    assert isinstance(second, Skipped)
    assert second.reason is SkipReason.EMPTY
    assert only(outcomes(tmp_path / "a.tsv", f"text\tid\n{TEXT}\tone\n")).path == "one"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", SkipReason.EMPTY),
        (b"text\n", SkipReason.EMPTY),
        (b"a,b\n1,2\n", SkipReason.UNSUPPORTED),
        (b"text\n\xff\xfe\n", SkipReason.ENCODING),
    ],
)
def test_tables_that_can_t_be_read(tmp_path: Path, data: bytes, reason: SkipReason) -> None:
    found = reasons(outcomes(tmp_path / "a.csv", data))
    assert found[-1:] in ([reason], [SkipReason.UNSUPPORTED])


def test_a_zip_of_anything(tmp_path: Path) -> None:
    inner = archive(**{"deep.txt": TEXT.encode()})
    data = archive(
        **{
            "b/page.html": PAGE.encode(),
            "a.txt": TEXT.encode(),
            "c.zip": inner,
            ".hidden.txt": b"x",
            "d.bin": b"\x00",
            "e.jsonl.gz": gzip.compress(json.dumps({"id": "n", "text": TEXT}).encode()),
        }
    )
    found = outcomes(tmp_path / "a.zip", data)
    root = str(tmp_path / "a.zip")
    assert [o.document.path for o in found if isinstance(o, Retrieved)] == [
        f"{root}/a.txt",
        f"{root}/b/page.html",
        f"{root}/c.zip/deep.txt",
        "n",
    ]
    assert reasons(found) == [SkipReason.UNSUPPORTED]


def test_members_that_lead_out_of_a_zip_are_refused(tmp_path: Path) -> None:
    found = outcomes(tmp_path / "a.zip", archive(**{"../../evil.txt": b"x", "/etc/evil.txt": b"x", "good.txt": TEXT.encode()}))
    assert reasons(found) == [SkipReason.UNSUPPORTED, SkipReason.UNSUPPORTED]
    assert sum(isinstance(outcome, Retrieved) for outcome in found) == 1


def test_bombs_stop_at_the_limit(tmp_path: Path) -> None:
    limits = Limits(document_bytes=100_000, expansion=150_000)
    zeros = b"word " * 100_000
    assert reasons(outcomes(tmp_path / "a.zip", archive(**{"a.txt": zeros}), limits)) == [SkipReason.TOO_LARGE]
    assert reasons(outcomes(tmp_path / "a.txt.gz", gzip.compress(zeros), limits)) == [SkipReason.TOO_LARGE]
    lines = b'{"text": "' + b"that the " * 1000 + b'"}\n'
    found = outcomes(tmp_path / "a.jsonl.gz", gzip.compress(lines * 100), limits)
    assert reasons(found) == [SkipReason.TOO_LARGE]
    assert 10 < len(found) < 20
    nested = archive(**{"a.txt": TEXT.encode()})
    for _level in range(5):
        nested = archive(**{"z.zip": nested})
    assert reasons(outcomes(tmp_path / "n.zip", nested)) == [SkipReason.UNSUPPORTED]


@pytest.mark.parametrize("compressed", [True, False])
def test_a_web_archive(tmp_path: Path, compressed: bool) -> None:
    pages = {
        "https://harbourpost.example/2031/04/07/envoys": ("200 OK", "text/html; charset=utf-8", PAGE.encode()),
        "https://harbourpost.example/gone": ("404 Not Found", "text/html", b"<html>gone</html>"),
        "https://harbourpost.example/logo.png": ("200 OK", "image/png", b"\x89PNG"),
    }
    data = warc(compressed=compressed, pages=pages)
    first, second = outcomes(tmp_path / ("a.warc.gz" if compressed else "a.warc"), data)
    assert isinstance(first, Retrieved)
    assert first.document.path == first.document.url == "https://harbourpost.example/2031/04/07/envoys"
    assert first.document.published.on == date(2031, 4, 7)
    assert isinstance(second, Skipped)
    assert second.reason is SkipReason.NO_TEXT


@pytest.mark.parametrize(
    "make",
    [
        lambda: archive(**{"a.txt": TEXT.encode() * 50}),
        lambda: gzip.compress(TEXT.encode() * 50),
        lambda: warc(compressed=True, pages={"https://a.example/": ("200 OK", "text/html", PAGE.encode())}),
    ],
)
@pytest.mark.parametrize("suffix", [".zip", ".txt.gz", ".warc.gz", ".warc"])
def test_archives_cut_short_or_of_another_kind_never_raise(tmp_path: Path, make: Callable[[], bytes], suffix: str) -> None:
    data = make()
    for end in (0, 1, 10, len(data) // 2, len(data) - 3, len(data)):
        assert outcomes(tmp_path / f"a{suffix}", data[:end])


SEEDS = (
    RSS.encode(),
    ATOM.encode(),
    mail(plain=TEXT, html=PAGE),
    pdf(TEXT),
    archive(**{"a.txt": TEXT.encode()}),
    gzip.compress(TEXT.encode()),
    b"text,id\na,b\n",
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.sampled_from(SEEDS),
    suffix=st.sampled_from([".rss", ".eml", ".pdf", ".zip", ".gz", ".csv", ".warc", ".warc.gz", ".json"]),
    cuts=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 60), st.binary(max_size=12)), max_size=4),
)
def test_no_damage_raises(tmp_path: Path, seed: bytes, suffix: str, cuts: list[tuple[int, int, bytes]]) -> None:
    for start, length, patch in cuts:
        seed = seed[:start] + patch + seed[start + length :]
    for outcome in outcomes(tmp_path / f"a{suffix}", seed):
        if isinstance(outcome, Retrieved):
            outcome.document.text.encode()
            outcome.document.path.encode()


ROWS = {"Words": [TEXT, "", None], "Head": ["Envoys meet", "x", "y"], "Day": [date(2031, 4, 7), None, None], "n": [1, 2, 3]}
COLUMNS = {"text": "Words", "title": "Head", "published": "Day"}


def mapped(path: Path, data: bytes) -> list[Outcome]:
    path.write_bytes(data)
    return list(read([str(path)], columns=COLUMNS))


def parquet() -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    buffer = io.BytesIO()
    write_table(pyarrow.table(ROWS), buffer)
    return buffer.getvalue()


def test_columns_of_any_name_can_be_mapped(tmp_path: Path) -> None:
    line = json.dumps({"Words": TEXT, "Head": "Envoys meet", "Day": "2031-04-07"}).encode()
    table = f'Head,Day,Words\nEnvoys meet,2031-04-07,"{TEXT}"\n'.encode()
    zipped = archive(**{"b.parquet": parquet()})
    for path, data in (("a.jsonl", line), ("a.json", line), ("a.csv", table), ("a.parquet", parquet()), ("a.zip", zipped)):
        first, *rest = mapped(tmp_path / path, data)
        assert isinstance(first, Retrieved), first
        assert (first.document.text, first.document.title, first.document.published.on) == (TEXT, "Envoys meet", date(2031, 4, 7))
        assert all(isinstance(outcome, Skipped) for outcome in rest)
    assert len(mapped(tmp_path / "a.parquet", parquet())) == 3
    assert "--column" in outcomes(tmp_path / "a.parquet", parquet())[0].detail  # type: ignore[union-attr]


def test_a_damaged_parquet_file_is_skipped(tmp_path: Path) -> None:
    data = parquet()
    for start in range(0, len(data), 7):
        for outcome in outcomes(tmp_path / "a.parquet", data[:start] + b"\xff" + data[start + 1 :]):
            assert isinstance(outcome, Retrieved | Skipped)


def test_a_zstandard_file_of_any_kind(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    lines = json.dumps({"id": "n", "text": TEXT}).encode()
    pages = {"https://harbourpost.example/1": ("200 OK", "text/html", PAGE.encode())}
    compress = zstandard.ZstdCompressor().compress
    assert only(outcomes(tmp_path / "a.jsonl.zst", compress(lines) + compress(b"\n"))).path == "n"
    assert only(outcomes(tmp_path / "a.warc.zst", compress(warc(compressed=False, pages=pages)))).text.startswith(TEXT)
    assert reasons(outcomes(tmp_path / "b.txt.zst", compress(bytes(10**6)), Limits(expansion=10**5))) == [SkipReason.TOO_LARGE]
    assert reasons(outcomes(tmp_path / "c.txt.zst", compress(TEXT.encode())[:-9])) == [SkipReason.UNSUPPORTED]


def test_a_page_of_links_has_no_body_text(tmp_path: Path) -> None:
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Home", "World", "Business", "Contact us"))
    (outcome,) = outcomes(tmp_path / "home.html", f"<html><head><title>Home</title></head><body><p>Home</p><ul>{menu}</ul></body></html>")
    assert isinstance(outcome, Skipped)
    assert outcome.reason is SkipReason.NO_TEXT
    assert "no body text" in outcome.detail


def web_archive(*pages: str) -> list[bytes]:
    """The records of a web archive, uncompressed."""
    answers = [f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode() for page in pages]
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{}\r\nWARC-Record-ID: <urn:uuid:{}>\r\n"
    return [
        f"{head.format(number, number)}Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n".encode()
        + answer
        + b"\r\n\r\n"
        for number, answer in enumerate(answers)
    ]


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("left", [0.1, 0.5, 0.9])
def test_a_web_archive_that_is_cut_off_says_so_and_gives_no_half_page(tmp_path: Path, zipped: bool, left: float) -> None:
    records = web_archive(PAGE, PAGE.replace("Envoys", "Ministers"))
    first, last = map(gzip.compress, records) if zipped else records
    found = outcomes(tmp_path / ("a.warc.gz" if zipped else "a.warc"), first + last[: int(len(last) * left)])
    assert [outcome.document.title for outcome in found if isinstance(outcome, Retrieved)] == ["Envoys meet"]
    assert "cut off" in [outcome.detail for outcome in found if isinstance(outcome, Skipped)][-1]


def test_a_compressed_web_archive_of_one_piece_is_read(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(web_archive(PAGE, PAGE.replace("Envoys", "Ministers"))))
    assert len(outcomes(tmp_path / "a.warc.gz", whole)) == 2


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.zip", "a.csv", "a.jsonl", "a.warc.gz", "a.parquet", "a.eml"])
def test_a_file_without_a_byte_is_empty_whatever_its_kind(tmp_path: Path, name: str) -> None:
    assert reasons(outcomes(tmp_path / name, b"")) == [SkipReason.EMPTY]


def test_a_table_parted_by_semicolons_is_read(tmp_path: Path) -> None:
    found = only(outcomes(tmp_path / "a.csv", f"title;text;date\nEnvoys;{TEXT};2031-04-07\n"))
    assert (found.title, found.text, found.published.on) == ("Envoys", TEXT, date(2031, 4, 7))


def test_a_message_in_a_charset_that_nobody_knows_is_read(tmp_path: Path) -> None:
    found = only(outcomes(tmp_path / "a.eml", f"Subject: Envoys\nContent-Type: text/plain; charset=bogus-1\n\n{TEXT} Café.\n".encode()))
    assert found.text.strip() == f"{TEXT} Café."


@pytest.mark.parametrize(
    ("name", "data", "reason", "said"),
    [
        ("a.eml", bytes(range(3)) * 60, SkipReason.BINARY, "control characters"),
        ("a.jsonl", json.dumps({"text": TEXT}).encode("utf-16"), SkipReason.ENCODING, "save it as UTF-8"),
        ("a.docx", b"PK\x03\x04word", SkipReason.UNSUPPORTED, "this kind of file can't be read"),
        ("a.xml", b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><rss/>", SkipReason.UNSUPPORTED, "document type"),
    ],
)
def test_what_can_not_be_read_is_told_in_words_that_help(tmp_path: Path, name: str, data: bytes, reason: SkipReason, said: str) -> None:
    (found,) = outcomes(tmp_path / name, data)
    assert isinstance(found, Skipped)
    assert found.reason is reason
    assert said in found.detail


def test_a_locked_pdf_says_that_it_is_locked(tmp_path: Path) -> None:
    lock = b"4 0 obj << /Filter /Standard /V 1 /R 2 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> /P -4 >> endobj\n"
    objects = b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\n" + lock
    found = outcomes(
        tmp_path / "a.pdf", b"%PDF-1.4\n" + objects + b"trailer << /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00><00>] >>\n%%EOF"
    )
    assert [outcome.detail for outcome in found if isinstance(outcome, Skipped)] == [
        "it is locked with a password; save it without one and add it again"
    ]


def test_a_link_to_nothing_or_to_itself_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nothing.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    found = list(read([str(tmp_path)]))
    assert [outcome.detail for outcome in found if isinstance(outcome, Skipped)] == [
        "it is a link that leads to no file; remove or mend it"
    ] * 2

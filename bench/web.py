"""How fast the rooms answer over a large record: the time of the server for every page, and how much a first visit loads.

    python -m bench.web FOLDER --documents 100000   # makes the record there if there is none, in minutes, then measures
    python -m bench.web FOLDER --pages search       # only the pages whose address begins so
    python -m bench.web FOLDER --judging            # then accepts JUDGED statements and takes it back: the judgements stay, revoked

The record is made up and written straight into the tables: ten statements a document, three hundred documents a day, unequally busy
speakers and publishers, two statements in five reports of an utterance that others report too; one document in ten on the dossier's issues
(bench/facts.py). Its findings are made as ever. Each address is asked once to warm up
and then ROUNDS times. Times are those from the request to the last byte of the answer within this process, without a network: by the
clock, and in processor time, which other work on the machine does not lengthen. A page's size is what a browser loads: the page,
compressed as it asks for, and its style sheet and script.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from bench.facts import find
from bench.matching import BEGINS, WORDS
from bench.web_record import make
from starlette.testclient import TestClient

from verbale.api import RECORD, Talks
from verbale.pipeline.analysing import in_step
from verbale.web.app import create_app
from verbale.web.server import spare_collector

ROUNDS = 20
JUDGED = 20
"""Statements accepted, each of an article of its own."""


def settle(talks: Talks) -> None:
    """Make the findings, as often as the way of making them changed."""
    if not in_step(talks.reader, talks.dossier):
        began = time.monotonic()
        find(talks._engine, talks.dossier)
        print(f"made the findings in {time.monotonic() - began:.0f} s", flush=True)
    assert in_step(talks.reader, talks.dossier)


def addresses(talks: Talks) -> Iterator[str]:
    """The pages measured: each room plain, and as people narrow it, up to the costliest."""
    first = talks.articles()
    key = first.articles[0].document
    statement = talks.article(key).statements[0]
    common, rare = WORDS[0], WORDS[5000]
    middle = BEGINS + timedelta(days=100)
    yield from ("/table", f"/table?as_of={middle}", "/table?party=party-1&issue=issue-1", "/brief", f"/brief?as_of={middle}")
    for room in ("proposals", "rounds", "conflicts"):
        yield from (f"/{room}", f"/{room}?as_of={middle}", f"/{room}?party=party-1&issue=issue-1")
    yield from (f"/changes?since={middle}&as_of={middle + timedelta(days=7)}", f"/changes?since={middle}")
    yield from ("/articles", f"/articles?page={first.paging.pages}", "/articles?publisher=p0", f"/articles?since={middle}")
    yield from ("/speakers", "/speakers?page=50", "/speakers?party=party-1")
    yield from ("/speaker/speaker-0", "/speaker/speaker-0?issue=issue-1", "/speaker/speaker-0?page=200", "/speaker/speaker-200")
    yield from (f"/article/{key}", f"/statement/{statement.utterance}")
    yield from ("/timeline", "/timeline?party=party-1", "/timeline?issue=issue-1", "/timeline?move=threaten", "/timeline?publisher=p0")
    yield from ("/timeline?speaker=speaker-0", "/timeline?speaker=speaker-0&issue=issue-1&move=reject", f"/timeline?since={middle}")
    yield from (f"/timeline?since={middle}&until={middle}", "/timeline?publisher=p0&speaker=speaker-0&issue=issue-2")
    yield from (
        f"/search?q={common}",
        f"/search?q={rare}",
        f"/search?q={common}+{WORDS[1]}",
        f"/search?q={common}&party=party-1&issue=issue-1",
    )
    yield from (f"/search?q={common}&in=articles", f"/search?q={common}&since={middle}&until={middle}", f"/search?q={WORDS[0][:4]}*")
    yield from ("/search?party=party-1&move=threaten", "/openapi.json")
    yield from ("/review", "/review?issue=issue-1", "/review?party=party-1", "/review?party=party-1&issue=issue-1")
    yield from (f"/review/article/{key}", "/review/second", "/review/history")


def measure(talks: Talks, wanted: str) -> bool:
    """Print the time and the size of each page; whether all are within bounds."""
    good = True
    spare_collector()
    with TestClient(
        create_app(talks), base_url="http://127.0.0.1", headers={"accept-encoding": "gzip"}, raise_server_exceptions=False
    ) as client:
        shared = sum(_loaded(client, f"/static/{name}") for name in ("style.css", "rooms.js"))
        print(f"{'':<70} {'clock, ms':>15} {'work, ms':>15} {'kB':>6}")
        print(f"{'page':<70} {'median':>7} {'p95':>7} {'median':>7} {'p95':>7} {'':>6}")
        for address in addresses(talks):
            if not address.startswith(f"/{wanted}"):
                continue
            client.get(address)
            clock, work = [], []
            for _ in range(ROUNDS):
                began, worked = time.perf_counter(), time.process_time()
                status = client.get(address).status_code
                clock.append(1000 * (time.perf_counter() - began))
                work.append(1000 * (time.process_time() - worked))
            slow, size = quantiles(work, n=20)[-1], shared + _loaded(client, address)
            good &= status == 200 and slow < 150 and size < 300_000
            told = "" if status == 200 else f"  {status}"
            times = f"{median(clock):>7.0f} {quantiles(clock, n=20)[-1]:>7.0f} {median(work):>7.0f} {slow:>7.0f}"
            print(f"{address:<70} {times} {size / 1000:>6.0f}{told}", flush=True)
    return good


def judge(talks: Talks) -> None:
    """Print what accepting a statement and taking that back take, without the matching that follows: this record was never matched."""
    review = talks.review
    times: dict[str, list[tuple[float, float]]] = {"accept": [], "undo": []}
    for item in talks.articles().articles[:JUDGED]:
        turn = review.turn(review.article(item.document).items[0].id, judge="bench")
        steps: dict[str, Callable[[], object]] = {"accept": lambda turn=turn: review.accept(turn), "undo": lambda: review.undo("bench")}
        for name, step in steps.items():
            began, worked = time.perf_counter(), time.process_time()
            step()
            times[name].append((1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked)))
    for name, found in times.items():
        clock, work = ([pair[at] for pair in found] for at in (0, 1))
        told = f"{median(clock):>7.0f} {quantiles(clock, n=20)[-1]:>7.0f} {median(work):>7.0f} {quantiles(work, n=20)[-1]:>7.0f}"
        print(f"{name + ' a statement':<70} {told}", flush=True)
    began, worked = time.perf_counter(), time.process_time()
    talks.table()  # the first page after a judgement brings the findings in step
    clock_s, work_s = time.perf_counter() - began, time.process_time() - worked
    print(f"{'the first page of findings after that, in seconds':<70} {clock_s:>7.1f} {'':>7} {work_s:>7.1f}", flush=True)


def _loaded(client: TestClient, address: str) -> int:
    """The bytes of an answer on the wire."""
    with client.stream("GET", address) as answer:
        return sum(len(piece) for piece in answer.iter_raw())


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the record where there is none, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--pages", default="", help="only addresses that begin so")
    parser.add_argument("--judging", action="store_true", help="judge, too")
    options = parser.parse_args(arguments)
    if not (options.folder / RECORD).exists():
        began = time.monotonic()
        make(options.folder, options.documents)
        size = (options.folder / RECORD).stat().st_size
        print(f"made {options.documents} documents in {time.monotonic() - began:.0f} s, {size / 1e6:.0f} MB", flush=True)
    with Talks(options.folder) as talks:
        settle(talks)
        good = measure(talks, options.pages)
        if options.judging:
            judge(talks)
        return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

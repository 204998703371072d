"""How matching scales: syndication and utterances over made-up documents, beside the plain use of a MinHash library.

    python -m bench.matching                     # 1,000 and 10,000 documents
    python -m bench.matching 1000 10000 100000   # as in bench/results.md; each size in a process of its own, for its memory
    python -m bench.matching --daily 30          # so few a day that 1,000 fill the weeks over which quotations are looked for
    python -m bench.matching --record 10000      # 100 documents more for a record that holds so many

A corpus grows as news does: DAILY documents a day or as many as asked for, ten statements each, so that more documents are more days.
Three documents in ten are copies (whole, with a headline or a paragraph of the paper's own, cut, lightly edited) of one of the last days'
stories; every publisher puts a footer under its articles. Statements are one sentence of an utterance put in other words by rule, direct or
indirect, some without a day, or sentences of their own; speakers are unequally busy.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, islice
from pathlib import Path

from rensa import RMinHash, RMinHashLSH

from verbale.matching import Fingerprinted, Wording, clusters, copies, fingerprint, utterances
from verbale.pipeline.rematch import rematch
from verbale.record.database import open_database
from verbale.record.reader import Reader
from verbale.record.writer import Arrival, Writer
from verbale.values import Attribution, Coding, Document, Kind, Move, Published, Resolution, SaidOn, Span, Speaker, Statement

DAILY = 300
STATEMENTS = 10
PUBLISHERS = 150
SPEAKERS = 400
ADDED = 100
BEGINS = date(2031, 1, 1)

_SYLLABLES = ["ba", "den", "kor", "li", "mas", "ne", "por", "ru", "sta", "tel", "vo", "zan", "fi", "gor", "hel", "jun"]
_PHRASES = (
    ("radically reduce the patrols", "drastically cut the patrols"),
    ("close to an agreement", "near a deal"),
    ("ready to accept the plan", "willing to approve the plan"),
    ("going to release prisoners", "going to free captives"),
    ("starting the exchange", "beginning the swap"),
    ("halting the attacks", "stopping the strikes"),
    ("building a crossing", "constructing a crossing"),
    ("dispatching an envoy", "sending an envoy"),
    ("delaying the vote", "postponing the vote"),
    ("protecting the harbour", "defending the port"),
    ("amending the draft", "changing the text"),
    ("confirming the schedule", "affirming the timetable"),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up document and the story that it carries."""

    document: Document
    story: int


def vocabulary(size: int) -> list[str]:
    """Words of two to four syllables, each once."""
    source = random.Random(7)
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(source.choices(_SYLLABLES, k=source.randint(2, 4)))] = None
    return list(found)


WORDS = vocabulary(20_000)
WEIGHTS = [1 / (rank + 20) for rank in range(len(WORDS))]


def prose(source: random.Random, words: int) -> str:
    """Words as unequally frequent as a language's."""
    return " ".join(source.choices(WORDS, WEIGHTS, k=words))


def documents(count: int, daily: int = DAILY) -> Iterator[Made]:
    """The documents, day by day; each depends on its number and the last days' stories alone."""
    source = random.Random(11)
    footers = [prose(source, 50) for _ in range(PUBLISHERS)]
    recent: list[tuple[int, str]] = []
    for number in range(count):
        day = BEGINS + timedelta(days=number // daily)
        publisher = source.randrange(PUBLISHERS)
        if recent and source.random() < 0.3:
            story, text = source.choice(recent)
            text = edited(source, text)
        else:
            story, text = number, prose(source, source.randint(150, 600))
            recent = [*recent[-2 * daily :], (story, text)]
        yield Made(
            Document(f"d{number:07}", "", f"{text} {footers[publisher]}", publisher=f"p{publisher}", published=Published(on=day)), story
        )


def edited(source: random.Random, text: str) -> str:
    """What a paper makes of a wire story."""
    words = text.split()
    match source.randrange(5):
        case 0:
            return text
        case 1:
            return f"{prose(source, 9)}. {text}"
        case 2:
            return f"{prose(source, 60)} {text}"
        case 3:
            return " ".join(words[: max(60, len(words) * 2 // 3)])
        case _:
            return " ".join(word for word in words if source.random() > 0.02)


def wordings(count: int, daily: int = DAILY) -> Iterator[Wording]:
    """Ten statements for each of `count` documents: two in five report an utterance of these days, the rest stand alone."""
    source = random.Random(13)
    busy = [1 / (rank + 8) for rank in range(SPEAKERS)]
    recent: list[tuple[int, date, str]] = []
    for number in range(count):
        day = BEGINS + timedelta(days=number // daily)
        for position in range(STATEMENTS):
            if recent and source.random() < 0.4:
                speaker, said, sentence = source.choice(recent)
            else:
                (speaker,) = source.choices(range(SPEAKERS), busy)
                said, sentence = day, f"we are {source.choice(_PHRASES)[0]} on {prose(source, source.randint(5, 14))}"
                recent = [*recent[-daily:], (speaker, said, sentence)]
            direct = source.random() < 0.4
            yield Wording(
                statement=f"s{number:07}.{position}",
                document=f"d{number:07}",
                speaker=None if source.random() < 0.05 else f"speaker-{speaker}",
                said_on=said if source.random() < 0.7 else None,
                published_on=day,
                kind=Kind.DIRECT if direct else Kind.INDIRECT,
                text=f'"{sentence}"' if direct else reworded(source, sentence),
                position=500 * position,
            )


def reworded(source: random.Random, sentence: str) -> str:
    """An indirect report: other words for a phrase, some words left out."""
    for one, other in _PHRASES:
        if source.random() < 0.5:
            sentence = sentence.replace(one, other)
    words = sentence.replace("we are", "they were").split()
    return " ".join(word for word in words if len(words) < 9 or source.random() > 0.1)


def measured(count: int, daily: int) -> dict[str, float]:
    """Processor seconds and peak megabytes of each step for one size, and how right syndication and the peer are about copies."""
    found: dict[str, float] = {"documents": count, "statements": count * STATEMENTS}
    made = list(documents(count, daily))
    gold = _pairs(made)
    found |= _syndicated(made, gold)
    found |= _peer(made, gold)
    del made
    found["peak MB, documents"] = _peak()
    corpus = list(wordings(count, daily))
    begin = time.process_time()
    found["utterances"] = len(utterances(corpus))
    found["utterances s"] = time.process_time() - begin
    found["peak MB"] = _peak()
    return {name: round(value, 3) for name, value in found.items()}


def _pairs(made: Sequence[Made]) -> set[tuple[str, str]]:
    """The pairs of documents that carry one story."""
    stories: dict[int, list[str]] = {}
    for item in made:
        stories.setdefault(item.story, []).append(item.document.id)
    return {pair for names in stories.values() for pair in combinations(names, 2)}


def _syndicated(made: Sequence[Made], gold: set[tuple[str, str]]) -> dict[str, float]:
    begin = time.process_time()
    prints: list[Fingerprinted] = [fingerprint(item.document) for item in made]
    fingerprinted = time.process_time()
    pairs = copies(prints)
    groups = clusters(prints, pairs)
    done = time.process_time()
    together = {pair for group in groups for pair in combinations(group.documents, 2)}
    return {
        "fingerprints s": fingerprinted - begin,
        "copies and clusters s": done - fingerprinted,
        "pairs found": len(pairs),
        "clusters F1": _f1(gold, together),
    }


def _peer(made: Sequence[Made], gold: set[tuple[str, str]]) -> dict[str, float]:
    """rensa as its documentation shows it: MinHash of word 6-grams, LSH at Jaccard 0.5, candidates checked by their signatures."""
    begin = time.process_time()
    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    signatures = []
    for number, item in enumerate(made):
        words = item.document.text.split()
        signature = RMinHash(num_perm=128, seed=42)
        signature.update([" ".join(words[at : at + 6]) for at in range(len(words) - 5)])
        signatures.append(signature)
        index.insert(number, signature)
    pairs = {
        (made[other].document.id, made[number].document.id)
        for number, signature in enumerate(signatures)
        for other in index.query(signature)
        if other < number and signature.jaccard(signatures[other]) >= 0.5
    }
    return {"rensa s": time.process_time() - begin, "rensa F1": _f1(gold, pairs)}


def _f1(gold: set[tuple[str, str]], found: set[tuple[str, str]]) -> float:
    return 2 * len(gold & found) / max(1, len(gold) + len(found))


def in_record(count: int, daily: int) -> dict[str, float]:
    """Wall and processor seconds of matching `count` documents in a record, and of the next ADDED; megabytes of process and file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.sqlite"
        engine = open_database(path, create=True)
        reader, writer = Reader(engine), Writer(engine)
        made = articles(count + ADDED, daily)
        found: dict[str, float] = {"documents": count, "statements": count * STATEMENTS}
        for name, part in (("all", count), (f"{ADDED} more", ADDED)):
            for begin in range(0, part, 1000):
                _fill(writer, list(islice(made, min(1000, part - begin))))
            wall, processor = time.monotonic(), time.process_time()
            for _ in rematch(reader, writer, agencies=frozenset(), ties=(), told=lambda *_: None):
                pass
            found |= {f"{name}, wall s": time.monotonic() - wall, f"{name}, s": time.process_time() - processor}
        engine.dispose()
        return {name: round(value, 3) for name, value in {**found, "peak MB": _peak(), "file MB": path.stat().st_size / 2**20}.items()}


def articles(count: int, daily: int) -> Iterator[tuple[Document, tuple[Statement, ...]]]:
    """The documents with their statements' words at the end, and the statements."""
    words = wordings(count, daily)
    for made in documents(count, daily):
        said = list(islice(words, STATEMENTS))
        text, found = made.document.text, []
        for position, wording in enumerate(said):
            content = (Span(len(text) + 1, len(text) + 1 + len(wording.text)),)
            text += f"\n{wording.text}"
            speaker = None if wording.speaker is None else Speaker(wording.speaker, wording.speaker)
            resolution = Resolution(speaker, None, SaidOn(wording.said_on))
            attribution = Attribution((), (), content, wording.kind)
            found.append(Statement(wording.statement, wording.document, position, attribution, resolution, Coding((), Move.REPORT)))
        yield replace(made.document, text=text), tuple(found)


def _fill(writer: Writer, made: Sequence[tuple[Document, tuple[Statement, ...]]]) -> None:
    run = writer.begin_run(version="bench", method="bench")
    writer.take_in(run, [Arrival(document, document.id.encode(), "text/plain") for document, _ in made], [])
    writer.code(run, made, [], coded_with="bench")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def slope(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The slope of the least-squares line through the logarithms: 1 is linear."""
    xs, ys = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    middle, height = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - middle) * (y - height) for x, y in zip(xs, ys, strict=True)) / sum((x - middle) ** 2 for x in xs)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one JSON line a size, then the slopes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--daily", type=int, default=DAILY, help="documents a day")
    parser.add_argument("--record", type=int, metavar="N", help="measure adding to a record of so many documents instead")
    parser.add_argument("--alone", action="store_true", help="measure one size in this process")
    options = parser.parse_args(arguments)
    if options.record:
        print(json.dumps(in_record(options.record, options.daily)))
        return 0
    if options.alone:
        print(json.dumps(measured(options.sizes[0], options.daily)))
        return 0
    rows = []
    for size in options.sizes:
        done = subprocess.run(
            [sys.executable, "-m", "bench.matching", "--daily", str(options.daily), "--alone", str(size)],
            check=True,
            capture_output=True,
            text=True,
        )
        rows.append(json.loads(done.stdout))
        print(done.stdout.strip(), flush=True)
    if len(rows) > 1:
        for step in ("fingerprints s", "copies and clusters s", "utterances s", "rensa s"):
            print(f"slope of {step.removesuffix(' s')}: {slope([row['documents'] for row in rows], [row[step] for row in rows]):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

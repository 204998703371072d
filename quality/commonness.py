"""Make coding/data/commonness.json: the share of news articles that hold each of the commonest stems, and no text.

Usage: python quality/commonness.py FOLDER_OF_TEXTS… > src/verbale/coding/data/commonness.json

A folder is read for *.txt files (one article each) and *.jsonl files (one article a line, field "text"). The shipped table comes from
data/polnear/train/text and data/news of the shared folder.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from verbale.coding.words import STOP_WORDS, words

SHORTEST = 400  # characters of an article worth counting
OPENING = 4000  # characters that count, so that long articles don't hold every word
COMMONEST = 3000  # stems to look at
LEAST_SHARE = 0.04  # stems in fewer articles are as good as rare


def texts(folder: Path) -> Iterator[str]:
    """The articles of a folder, in the order of their files' names."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            yield path.read_text(encoding="utf-8")
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                yield json.loads(line).get("text") or ""


def main() -> int:
    """Print the table; exit 2 without folders."""
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    held: Counter[str] = Counter()
    articles = 0
    for text in (text for name in sys.argv[1:] for text in texts(Path(name)) if len(text) >= SHORTEST):
        articles += 1
        read = words(text[:OPENING])
        held.update({word.stem for word in read if word.form not in STOP_WORDS and word.form.isascii() and word.form.isalpha()})
    shares = {stem: round(count / articles, 3) for stem, count in held.most_common(COMMONEST) if count / articles >= LEAST_SHARE}
    json.dump({stem: share for stem, share in shares.items() if len(stem) > 1}, sys.stdout, indent=0, sort_keys=True)
    print(f"{articles} articles, {len(shares)} stems", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

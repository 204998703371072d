#!/usr/bin/env python3
"""Build the demo's gold from its anchors: quality/gold/demo/src/*.yaml → quality/gold/demo/*.json.

A source file holds one article's attributions in reading order. `at` is a passage of the article with the three parts marked,
`{s:source}`, `{c:cue}` and `{x:content}`, where `~~` skips the words between two anchors; it must fit exactly one place of
`Document.text`. `code` is what an annotator decided: who, move (alt: also right), issues with stances, if (conditional), said (the day),
via (channel), in (key of the outer attribution), u (the utterance or utterances, by label), really (who said it in truth),
optional (costs nothing, found or not). `copy_of` and `without` take over the attributions of a wire copy.

Usage: build_demo_gold.py [--check]     --check writes nothing and exits 1 where the files would change.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from verbale.demo import demo_files
from verbale.documents import Retrieved, read
from verbale.dossier import Dossier, PartyKind, load_dossier

GOLD = Path(__file__).parent / "gold" / "demo"
OTHER_FILES = frozenset({"conflicts"})
TAG = re.compile(r"\{([scx]):(.*?)\}", re.DOTALL)
GAP = "~~"
LONGEST_GAP = 700
QUOTED = re.compile(r"[\"“”„«»]")
JOINT = ("the two governments", "both governments", "both sides", "the parties", "the two sides")
CONVENTIONS = {
    "spans": "Unicode code points into the document's text, end exclusive; cue and source may be [] where the text names none",
    "joint_parties": "several parties speak as one: party is 'other' and joint_parties lists them",
    "optional": "headline, no real content or a borderline case: ignore either way",
    "nested_in": "id of the outer attribution in the same article",
    "said_on": "null unless the article (with its publication date) settles the day",
    "channel": "only what the text names for that attribution",
    "misattributed": "the text credits the wrong person: speaker is whom it credits, true_speaker who said it",
}


CODES = frozenset(
    {"key", "who", "also", "party", "alt_parties", "really", "kind", "move", "alt", "issues", "if", "said", "via", "in", "u", "optional"}
)


class GoldError(Exception):
    """A gold source that does not fit the article or the dossier."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as the documents room reads it."""

    text: str
    title: str | None


def articles(dossier: Dossier) -> dict[str, Article]:
    """File stem → article."""
    begins, ends = dossier.negotiation.begins, dossier.negotiation.ends
    within = (begins, ends) if begins and ends else None
    found = {}
    for outcome in read([str(demo_files() / "articles")], publishers=dossier.publishers, within=within):
        if not isinstance(outcome, Retrieved):
            raise GoldError(f"an article of the demo was skipped: {outcome}")
        found[Path(outcome.document.path).stem] = Article(outcome.document.text, outcome.document.title)
    return found


def _literal(text: str) -> str:
    """A pattern for an anchor's words, whatever the white space between them."""
    words = (r"\s+".join(re.escape(word) for word in part.split(" ")) for part in text.split(GAP))
    return f"(?s:.{{0,{LONGEST_GAP}}}?)".join(words)


def locate(at: str, text: str) -> dict[str, list[list[int]]]:
    """The spans of the marked parts; GoldError unless the passage stands in the text exactly once."""
    pattern, names, last = r"(?<!\w)", [], 0
    for tag in TAG.finditer(at):
        names.append(tag[1])
        pattern += _literal(at[last : tag.start()]) + f"({_literal(tag[2])})"
        last = tag.end()
    pattern += _literal(at[last:]) + r"(?!\w)"
    compiled, hits, start = re.compile(pattern), [], 0
    while hit := compiled.search(text, start):
        hits.append(hit)
        start = hit.start() + 1
    if len(hits) != 1:
        raise GoldError(f"the passage stands {len(hits)} times in the text, not once: {at}")
    spans: dict[str, list[list[int]]] = {"s": [], "c": [], "x": []}
    for number, name in enumerate(names, start=1):
        spans[name].append(list(hits[0].span(number)))
    return spans


def kind_of(parts: list[str]) -> str:
    """Direct where every part is one quotation, mixed where some of it is quoted, else indirect."""
    if all(QUOTED.match(part[0]) and QUOTED.match(part[-1]) and not QUOTED.search(part[1:-1]) for part in parts):
        return "direct"
    return "mixed" if any(QUOTED.search(part) for part in parts) else "indirect"


class Names:
    """Names and parties of the dossier's actors and parties; a GoldError for an id that it does not hold."""

    def __init__(self, dossier: Dossier) -> None:
        self.names = {party.id: party.name for party in dossier.parties} | {actor.id: actor.name for actor in dossier.actors}
        self.parties = {party.id: party.id for party in dossier.parties} | {actor.id: actor.party for actor in dossier.actors}
        self.issues = {issue.id for issue in dossier.issues}

    def speaker(self, code: dict[str, Any]) -> dict[str, Any]:
        """The gold fields that say who speaks."""
        who = code["who"]
        if "+" in who:
            joint = who.split("+")
            return {"speaker": " and ".join(self.names[p] for p in joint), "speaker_id": None, "party": "other", "joint_parties": joint}
        if who in self.names:
            return {"speaker": self.names[who], "speaker_id": who, "party": code.get("party") or self.parties[who] or "other"}
        if re.fullmatch(r"[a-z-]+", who):
            raise GoldError(f"{who!r} is neither an actor nor a party of the dossier")
        return {"speaker": who, "speaker_id": None, "party": code.get("party", "other")}


def attribution(row: dict[str, Any], text: str, names: Names) -> dict[str, Any]:
    """One gold attribution without its id."""
    code, spans = row["code"], locate(row["at"], text)
    unknown = set(code["issues"]) - names.issues
    if wrong := set(code) - CODES:
        raise GoldError(f"unknown keys {sorted(map(str, wrong))}: {row['at']}")
    if unknown:
        raise GoldError(f"issues that the dossier does not hold: {sorted(unknown)}")
    parts = [text[start:end] for start, end in spans["x"]]
    gold = {"source": spans["s"], "cue": spans["c"], "content": spans["x"], "anchor": " ".join(parts[0].split()[:5])}
    gold |= {"kind": code.get("kind") or kind_of(parts)} | names.speaker(code)
    gold |= {"channel": code.get("via", []), "issues": list(code["issues"]), "move": code["move"], "alt_moves": code.get("alt", [])}
    gold |= {
        "conditional": code.get("if", False),
        "stance": code["issues"],
        "said_on": code["said"].isoformat() if "said" in code else None,
    }
    also = [names.names[who] for who in code.get("also", ())]
    if code["who"].startswith("unnamed"):
        also.append(" ".join(text[start:end] for start, end in spans["s"]))
    if also:
        gold["alt_speakers"] = also
    if "alt_parties" in code:
        gold["alt_parties"] = code["alt_parties"]
    if "really" in code:
        gold |= {"misattributed": True, "true_speaker": names.names[code["really"]]}
    if code.get("optional"):
        gold["optional"] = True
    return gold


def rows_of(stem: str, sources: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """An article's rows, with those of the wire story that it copies."""
    source = sources[stem]
    if "copy_of" not in source:
        return list(source["attributions"])
    copied, left_out = sources[source["copy_of"]]["attributions"], set(source["without"])
    missing = left_out - {row["code"].get("key") for row in copied}
    if missing:
        raise GoldError(f"{stem}: nothing to leave out: {sorted(missing)}")
    return list(source["attributions"]) + [row for row in copied if row["code"].get("key") not in left_out]


def build() -> dict[str, Any]:
    """File name → what it holds."""
    dossier = load_dossier(demo_files() / "dossier.yaml")
    names, texts = Names(dossier), articles(dossier)
    sources = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "src").glob("*.yaml"))}
    stems = [stem for stem in sources if stem not in OTHER_FILES]
    if set(stems) != set(texts):
        raise GoldError(f"articles and gold differ: {sorted(set(stems) ^ set(texts))}")
    files, keys, utterances = {}, {}, {}
    for stem in stems:
        text, source, attributions = texts[stem].text, sources[stem], []
        rows = rows_of(stem, sources)
        keys |= {(stem, row["code"]["key"]): f"a{n}" for n, row in enumerate(rows, start=1) if "key" in row["code"]}
        for number, row in enumerate(rows, start=1):
            try:
                gold = {"id": f"a{number}"} | attribution(row, text, names)
            except GoldError as error:
                raise GoldError(f"{stem}: {error}") from error
            if "in" in row["code"]:
                gold["nested_in"] = keys[stem, row["code"]["in"]]
            labels = row["code"].get("u", [])
            for label in [labels] if isinstance(labels, str) else labels:
                utterances.setdefault(label, []).append([stem, f"a{number}"])
            attributions.append(gold)
        head = {"record_id": stem, "url": source.get("url"), "publisher": source["publisher"]}
        head |= {"published_on": source["published_on"].isoformat(), "text_len": len(text)}
        files[f"{stem}.json"] = head | {"text_sha256": hashlib.sha256(text.encode()).hexdigest(), "attributions": attributions}
    same = [members for members in utterances.values() if len(members) > 1]
    files["set.json"] = _set(dossier, same, [_conflict(row, keys) for row in sources["conflicts"]])
    return files


def _conflict(row: dict[str, Any], keys: dict[tuple[str, str], str]) -> dict[str, Any]:
    return row | {side: [row[side][0], keys[row[side][0], row[side][1]]] for side in ("a", "b")}


def _set(dossier: Dossier, same: list[list[list[str]]], conflicts: list[dict[str, Any]]) -> dict[str, Any]:
    parties = [{"id": p.id, "name": p.name, "kind": p.kind.value} for p in dossier.parties]
    actors: list[dict[str, Any]] = [
        {"id": p.id, "name": p.name, "aliases": [*p.aliases, *p.metonyms], "role": "state or body", "party": p.id} for p in dossier.parties
    ]
    for actor in dossier.actors:
        role = actor.roles[0].title if actor.roles else actor.kind.value
        row = {"id": actor.id, "name": actor.name, "aliases": list(actor.aliases), "role": role, "party": actor.party or "other"}
        actors.append(row)
    sides = " and ".join(p.name for p in dossier.parties if p.kind is PartyKind.SIDE)
    actors.append({"name": sides, "aliases": list(JOINT), "role": "the two sides jointly", "party": "other"})
    issues = [{"id": i.id, "label": i.label, "proposition": i.proposition, "keywords": list(i.keywords)} for i in dossier.issues]
    return {"conventions": CONVENTIONS, "parties": parties, "actors": actors, "issues": issues, "same": same, "conflicts": conflicts}


def main() -> int:
    """Write the gold, or with --check compare; 0 where all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    try:
        files = build()
    except GoldError as error:
        print(error, file=sys.stderr)
        return 1
    stale = []
    for name, content in files.items():
        text, path = json.dumps(content, ensure_ascii=False, indent=1) + "\n", GOLD / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                path.write_text(text, encoding="utf-8")
    count = sum(len(content.get("attributions", ())) for content in files.values())
    same = len(files["set.json"]["same"])
    print(f"{len(files) - 1} articles, {count} attributions, {same} utterances in several reports", file=sys.stderr)
    if check and stale:
        print(f"out of date, run {Path(__file__).name}: {', '.join(stale)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

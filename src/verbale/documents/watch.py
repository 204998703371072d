"""Feeds that are asked again and again: what each said last, so that only what is new is fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from verbale.documents.feed import Entry
from verbale.documents.fetch import Fetched, Validators
from verbale.documents.linked import Listed, Manners, listing, read_linked
from verbale.documents.outcomes import Context, Outcome, Skipped
from verbale.errors import FetchError, SkipReason


@dataclass(frozen=True, slots=True)
class Heard:
    """What a feed said when it was last asked: its validators, and a mark for each entry by its address or id.

    Its host asks not to be asked before `until` (UTC).
    """

    validators: Validators = field(default_factory=Validators)
    entries: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None

    def dumped(self) -> str:
        """As JSON text, for keeping."""
        until = self.until.isoformat() if self.until is not None else None
        return json.dumps({"validators": asdict(self.validators), "entries": dict(self.entries), "until": until}, sort_keys=True)

    @classmethod
    def loaded(cls, text: str) -> Heard:
        """From what `dumped` gave."""
        value = json.loads(text)
        until = value.get("until")  # what was kept before hosts could ask for a rest has none
        return cls(Validators(**value["validators"]), value["entries"], datetime.fromisoformat(until) if until else None)


@dataclass(frozen=True, slots=True)
class Poll:
    """One feed asked once: the outcomes of the entries that are new or changed, read as they are taken, and what it says now.

    `heard` is that of the last time where the feed could not be read. An entry whose page could not be read is to be left out of what is
    kept (`noted`), so that it is tried again.
    """

    feed: str
    heard: Heard
    outcomes: Iterator[Outcome]


def poll(feed: str, last: Heard, context: Context, manners: Manners) -> Poll:
    """Ask a feed or sitemap whether it has changed, after the pause that its host asks for; then its new entries are to be fetched.

    An entry is new where the feed did not list it last time, and changed where its date or its own text is another.
    """
    if last.until is not None:
        manners.rest(feed, last.until)
    try:
        page = manners.fetch(feed, since=last.validators)
    except FetchError as error:
        return Poll(feed, last, iter([Skipped(feed, SkipReason.FETCH_FAILED, str(error))]))
    if page.unchanged:
        return Poll(feed, last, iter(()))
    entries = listing(page, manners)
    if entries is None:
        return Poll(
            feed, last, iter([Skipped(feed, SkipReason.UNSUPPORTED, "it is neither a feed nor a sitemap; `verbale add` reads pages")])
        )
    new = [entry for entry in entries if not isinstance(entry, Entry) or last.entries.get(_key(entry)) != _mark(entry)]
    return Poll(feed, _heard(page, entries), read_linked(new, feed, context, manners) if new else iter(()))


def _heard(page: Fetched, entries: list[Listed]) -> Heard:
    return Heard(page.validators, {_key(entry): _mark(entry) for entry in entries if isinstance(entry, Entry)})


def noted(one: Poll, failed: set[str], manners: Manners) -> Heard:
    """What is kept of what a feed said: without the entries of failed paths and, so that they are seen again, without validators."""
    kept = {name: mark for name, mark in one.heard.entries.items() if name not in failed}
    heard = one.heard if len(kept) == len(one.heard.entries) else Heard(Validators(), kept)
    return replace(heard, until=manners.resting(one.feed))


def _key(entry: Entry) -> str:
    return entry.url or entry.name or _mark(entry)


def _mark(entry: Entry) -> str:
    told = {name: value for name, value in asdict(entry).items() if name != "authors"}  # a byline is no news
    text = json.dumps(told, ensure_ascii=True, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:16]

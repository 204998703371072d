"""Which publisher a document comes from: by name, by address, by the marks that agencies leave in texts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from verbale.dossier.model import Publisher

AGENCIES = (
    ("AFP", "Agence France-Presse"),
    ("AP", "Associated Press"),
    ("Reuters", "Thomson Reuters"),
    ("TASS", "ITAR-TASS"),
    ("Interfax", "Interfax-Ukraine"),
    ("RIA Novosti", "Sputnik"),
    ("Ukrinform",),
    ("UNIAN",),
    ("Anadolu", "Anadolu Agency"),
    ("Xinhua",),
    ("DPA", "Deutsche Presse-Agentur"),
    ("Bloomberg",),
    ("UPI", "United Press International"),
    ("ANSA",),
    ("EFE",),
    ("Kyodo", "Kyodo News"),
    ("Yonhap",),
    ("IRNA",),
    ("MNA",),
    ("PTI", "Press Trust of India"),
)
"""The news agencies whose names stand in datelines and bylines, each with its other names."""

_SUFFIX = re.compile(r"\s+[–—|‒-]\s+(?P<name>[^–—|]{2,60})$")
_SLASHED = re.compile(r"[.,]?\s*/(?P<name>[A-ZА-ЯЇІЄҐ][\w .\-]{1,30})/[.:]?\s")
_BRACKETED = re.compile(
    r"^(?:[^a-zа-яіїєґ\n]{2,60}[^\n()]{0,40}|[A-ZÀ-Þ][\w.’'-]*(?:[ ,/]+(?:[A-ZÀ-Þ][\w.’'-]*|\d{1,2})){0,6} )"
    r"\((?P<name>[A-Z][\w .\-]{1,30})\)\s*[–—-]"
)
_BYLINE = re.compile(
    r"^\s*(?:[*_#>]+\s*)?(?:by|source|from)\s*:?\s+\[?(?P<name>[^\]\n()]{2,60}?)\]?(?:\(#?[^)\n]*\))?\s*[*_]*\s*$", re.IGNORECASE
)
_TOP_LINES = 8


def plain_name(name: str) -> str:
    """A publisher's name as it is compared: lower case, letters and digits only, without a leading article."""
    words = re.findall(r"\w+", name.casefold())
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def host_of(url: str) -> str | None:
    """The host name of an address in lower case without `www.`, or None."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


@dataclass(frozen=True, slots=True)
class PublisherIndex:
    """The dossier's publishers by plain name and by domain."""

    by_plain_name: Mapping[str, str]
    by_domain: Mapping[str, str]

    @classmethod
    def of(cls, publishers: Sequence[Publisher]) -> PublisherIndex:
        """An index in which the first publisher of a name or domain wins."""
        names: dict[str, str] = {}
        domains: dict[str, str] = {}
        for publisher in publishers:
            for name in (publisher.id, publisher.name, *publisher.aliases):
                names.setdefault(plain_name(name), publisher.id)
            for domain in publisher.domains:
                domains.setdefault(domain.casefold().removeprefix("www."), publisher.id)
        return cls(names, domains)

    def named(self, name: str) -> str | None:
        """The id of the publisher of that name or alias."""
        return self.by_plain_name.get(plain_name(name))

    def at(self, url: str) -> str | None:
        """The id of the publisher whose domain the address belongs to."""
        host = host_of(url)
        while host:
            if host in self.by_domain:
                return self.by_domain[host]
            host = host.partition(".")[2]
        return None

    def known(self, name: str) -> str | None:
        """The id of a publisher by name, or the usual name of a well-known agency."""
        plain = plain_name(name)
        for names in AGENCIES:
            if plain in map(plain_name, names):
                return next((found for found in map(self.named, (name, *names)) if found), names[0])
        return self.named(name)

    def from_title(self, title: str) -> tuple[str, str | None]:
        """The title without a publisher's name at its end, and that publisher."""
        match = _SUFFIX.search(title)
        found = self.named(match["name"]) if match else None
        return (title[: match.start()], found) if match and found else (title, None)

    def from_text(self, text: str) -> str | None:
        """The publisher that a dateline (`/TASS/`, `(Reuters) -`) or else a byline (`By AFP`) near the top names."""
        top = [line.strip() for line in text[:4000].splitlines() if line.strip()][:_TOP_LINES]
        for line in top:
            for match in (_SLASHED.search(line[:100]), _BRACKETED.search(line[:140])):
                if match and (found := self.known(match["name"])):
                    return found
        for line in top:
            match = _BYLINE.match(line) if len(line) < 100 else None
            if match and (found := self.known(match["name"])):
                return found
        return None

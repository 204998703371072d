"""Reads a document's words once for whom they name: the dossier's names in any spelling, and persons whom only the text names."""

from __future__ import annotations

import re

from verbale.dossier.bodies import BODY_WORDS, GROUP_WORDS
from verbale.resolve.cast import Cast, Figure, Mention
from verbale.resolve.contexts import note_context
from verbale.resolve.index import ActorIndex
from verbale.resolve.known import Known, gender_of, surname_words
from verbale.resolve.lexicon_media import MEDIA_WORDS
from verbale.resolve.lexicon_names import AMBIGUOUS_WORDS, FEMALE_NAMES, MALE_NAMES, THINGS
from verbale.resolve.lexicon_titles import DOCUMENT_WORDS, PRIVATE_WORDS, SURNAMES, TITLE_WORDS
from verbale.resolve.names import THRESHOLD, same_name, skeleton, word_likeness
from verbale.resolve.places import runs_on, small
from verbale.resolve.runs import common_word, given, headline, nameless, surname, titled, within_body, written
from verbale.resolve.text import Reading, Word
from verbale.values import Span, Spans, Speaker

_ARTICLED = re.compile(r"(?:al|el|ad|ar|as|at|an)-[A-Z]")
"""A surname that begins with its article ("al-Masri")."""
_INITIAL = re.compile(r"[A-Z]\.$")


class _Casting:
    """One pass over a document's words."""

    def __init__(self, reading: Reading, index: ActorIndex, sources: Spans) -> None:
        self.reading = reading
        self.index = index
        self.sources = sources
        self.of_known: dict[int, Figure] = {}
        self.strangers: list[Figure] = []
        self.found: list[tuple[int, int, Figure, bool]] = []  # word range, figure, lone
        self.loose: list[tuple[int, int]] = []
        self.surnames: set[str] = set()  # countries' names that were somebody's

    def run(self) -> Cast:
        at = 0
        words = self.reading.words
        while at < len(words):
            at = self._step(at, words)
        self._strangers()
        for first, last, figure, _ in self.found:
            note_context(figure, first, last, reading=self.reading, index=self.index)
        mentions = sorted(
            (
                Mention(Span(words[first].start, words[last - 1].end), figure, words[last - 1].possessive, lone)
                for first, last, figure, lone in self.found
            ),
            key=lambda mention: mention.span,
        )
        figures = tuple({id(mention.figure): mention.figure for mention in mentions}.values())
        mentioned = {id(figure.known): figure for figure in figures if figure.known is not None}
        return Cast(tuple(mentions), tuple(mention.span.start for mention in mentions), figures, mentioned)

    def _step(self, at: int, words: tuple[Word, ...]) -> int:
        word = words[at]
        if not word.key:
            return at + 1
        hit = self.index.named(words, at)
        if hit is not None and self._plausible(hit[0].known, at, hit[1]):
            self.found.append((at, at + hit[1], self._figure(hit[0].known), hit[0].known.person and hit[1] == 1))
            return at + hit[1]
        if not word.capital and not _ARTICLED.match(word.text):
            return at + 1
        if word.key in self.surnames and not self._place(at) and not self._leads(at):  # "Jordan" behind "Jim Jordan"
            self.loose.append((at, at + 1))
            return at + 1
        for length in (3, 2, 1):
            run = words[at : at + length]
            code = self.index.places.words.get(tuple(w.key for w in run)) if len(run) == length and all(w.key for w in run) else None
            if code and not (small(word.key, word.text) or runs_on(self.reading.text, run, words[at + length : at + length + 1])):
                spoken = tuple(w.key for w in run) in self.index.places.speaking and not self._place(at)
                state = self.index.state(code) if spoken else None
                if state is not None:
                    self.found.append((at, at + length, self._figure(state), False))
                return at + length
        if nameless(word):
            return at + 1
        return self._name(at, words)

    def _place(self, at: int) -> bool:
        """Whether a preposition makes a name the place of something ("in Moscow")."""
        return bool(at) and self.reading.words[at - 1].key in ("in", "at", "near", "from", "around", "outside", "via", "across", "into")

    def _leads(self, at: int) -> bool:
        """Whether a title stands before a name ("King Orvan")."""
        words = self.reading.words
        return words[at].key in SURNAMES and at + 1 < len(words) and words[at + 1].capital and words[at + 1].start - words[at].end == 1

    def _plausible(self, known: Known, at: int, taken: int) -> bool:
        """Whether a bare surname is not part of somebody else's name, nor a common word."""
        words = self.reading.words
        if not known.person or taken > 1:
            return True
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if words[at].key in AMBIGUOUS_WORDS and common_word(self.reading, at):
            return False
        shouted = words[at].text.isupper()
        if before is not None and self._given(before) and words[at].start - before.end <= 1 and not (shouted and before.text.isupper()):
            written = (before.key, words[at].key)
            return known.likeness(" ".join(written)) >= THRESHOLD
        if (
            after is not None
            and self._given(after)
            and not words[at].possessive
            and after.start - words[at].end == 1
            and not (shouted and after.text.isupper())
        ):
            follow = [words[at].key, after.key]
            return known.likeness(" ".join(follow)) >= THRESHOLD or after.key in TITLE_WORDS
        return True

    def _given(self, word: Word) -> bool:
        """Whether a word may be part of a person's name: capitalised, no title, no country, no function word."""
        return (
            word.capital
            and bool(word.key)
            and not nameless(word)
            and (word.key,) not in self.index.places.words
            and word.key not in BODY_WORDS
            and not word.possessive
        )

    def _name(self, at: int, words: tuple[Word, ...]) -> int:
        """Reads a run of capitalised words as a person's name; a known bearer of the surname, or else kept for later."""
        end = at
        while end < len(words) and end - at < 5 and self._part(words, at, end):
            end += 1
            if words[end - 1].possessive:
                break
        if end == at:
            return at + 1
        keys = [word.key for word in words[at:end]]
        for first in range(len(keys)):
            if first and len(keys) - first != 2 and not self._adverb(words[at]):
                continue
            bearers = self.index.bearers(keys[first:]) or self.index.declined(words[at + first : end])
            if bearers:
                known = self._one(bearers, keys[first:])
                if known is not None:
                    self.found.append((at + first, end, self._figure(known), len(keys) - first == 1))
                    return end
        garbled = self.index.close_to(keys) if len(keys) > 1 else None
        if garbled is not None:
            figure = self._figure(garbled)
            figure.names.append(tuple(keys))
            self.found.append((at, end, figure, False))
            return end
        start = self._name_start(at, end)
        start += int(start == at and end - at > 1 and words[at].key.endswith("ing") and self._adverb(words[at]))
        self.loose.append((start, end))
        if (words[end - 1].key,) in self.index.places.words or words[end - 1].key in SURNAMES:
            self.surnames.add(words[end - 1].key)
        return end

    def _name_start(self, at: int, end: int) -> int:
        """Where a name begins in a run of capitals: at its given name, and after words in block letters that are none of it."""
        words = self.reading.words[at:end]
        for number in range(len(words) - 1):
            if words[number].key in MALE_NAMES or words[number].key in FEMALE_NAMES:
                return at + number
        while len(words) > 1 and words[0].text.isupper() and len(words[0].key) > 2 and not words[-1].text.isupper():
            words, at = words[1:], at + 1
        return at

    def _adverb(self, word: Word) -> bool:
        """Whether a word is capitalised only because it begins a sentence ("Recently Lind said")."""
        begins = any(span.start == word.start for span in self.reading.sentences)
        return begins and word.key.endswith(("ly", "ing", "ed", "day", "while"))

    def _part(self, words: tuple[Word, ...], at: int, end: int) -> bool:
        word = words[end]
        if end > at and word.start - words[end - 1].end > 1:
            return False
        if end > at and self.index.named(words, end) is not None and self.index.named(words, end)[1] > 1:  # type: ignore[index]
            return False
        if _ARTICLED.match(word.text) or (end > at and _INITIAL.match(word.text)):
            return True
        if word.key in ("de", "van", "von", "der", "al", "bin", "ibn", "del", "da", "den") and end > at:
            return True
        named = word.capital and bool(word.key) and (not nameless(word) or (end > at and surname(words, at, end)))
        abroad = (word.key,) in self.index.places.words
        return named and (not abroad or (end > at and (small(word.key, word.text) or given(words[end - 1]))))

    def _one(self, bearers: tuple[Known, ...], keys: list[str]) -> Known | None:
        """The bearer meant: the only one, or of several the last one named in full before."""
        if len(bearers) == 1 or len(keys) > 1:
            return bearers[0]
        for _, _, figure, lone in reversed(self.found):
            if figure.known in bearers and not lone:
                return figure.known
        return None

    def _figure(self, known: Known) -> Figure:
        figure = self.of_known.get(id(known))
        if figure is None:
            figure = Figure(known.speaker, known.party, known.kind, known=known, gender=known.gender)
            figure.descriptors.extend(role for role, _, _ in known.roles)
            self.of_known[id(known)] = figure
        return figure

    def _strangers(self) -> None:
        """Makes figures of the full names that nobody of the dossier bears, then gives them their lone surnames."""
        words = self.reading.words
        lone: list[tuple[int, int]] = []
        credited = {word.key for source in self.sources for word in self.reading.between(source.start, source.end) if word.capital}
        for first, last in self.loose:
            keys = tuple(word.key for word in words[first:last])
            if (
                not (2 <= len(keys) <= 4)
                or set(keys) & (BODY_WORDS | MEDIA_WORDS | GROUP_WORDS | PRIVATE_WORDS)
                or keys[-1] in THINGS | DOCUMENT_WORDS
                or headline(self.reading, first, last)
                or within_body(words, first, last)
                or not ((keys[-1] in credited and skeleton(keys[-1]) not in self.index.surnames) or self._evident(first, last))
            ):
                lone.append((first, last))
                continue
            figure = next((f for f in self.strangers if same_name(" ".join(keys), " ".join(f.names[0])) >= THRESHOLD), None)
            if figure is None:
                figure = Figure(Speaker(None, written(words[first:last])), None, "person", names=[keys], gender=gender_of(keys))
                self.strangers.append(figure)
            self.found.append((first, last, figure, False))
        for first, last in lone:
            keys = tuple(word.key for word in words[first:last])
            near = (self._nearest(keys[-1], words[first].start) or self._family_first(keys[0])) if len(keys) == 1 else None
            if (
                near is None
                and len(keys) == 1
                and titled(words, first)
                and not set(keys) & (BODY_WORDS | GROUP_WORDS | PRIVATE_WORDS | MEDIA_WORDS)
            ):
                near = Figure(Speaker(None, written(words[first:last])), None, "person", names=[keys])
                self.strangers.append(near)
            if near is not None:
                self.found.append((first, last, near, True))
        self._namesakes()

    def _nearest(self, surname: str, position: int) -> Figure | None:
        """The stranger of that surname; of several, the one whose full name stands nearest before."""
        garbled = [figure for figure in self.of_known.values() if figure.names]
        hits = [
            f
            for f in (*self.strangers, *garbled)
            if any(word_likeness(surname, own) >= 0.88 for own in surname_words(" ".join(f.names[0])))
        ]
        if len(hits) < 2:
            return hits[0] if hits else None
        words = self.reading.words
        full = [(words[a].start, f) for a, _, f, lone in self.found if f in hits and not lone and words[a].start < position]
        return max(full, key=lambda item: item[0])[1] if full else None

    def _family_first(self, name: str) -> Figure | None:
        """The only stranger whose name begins with a word that is no given name: a family name in front, as in "Wen Lu"."""
        if name in MALE_NAMES or name in FEMALE_NAMES:
            return None
        hits = [figure for figure in self.strangers if len(figure.names[0]) == 2 and figure.names[0][0] == name]
        return hits[0] if len(hits) == 1 else None

    def _namesakes(self) -> None:
        """A lone surname means a stranger rather than the dossier's bearer where only the stranger's full name stood before it."""
        words = self.reading.words
        surnames = {skeleton(word): figure for figure in self.strangers for word in surname_words(" ".join(figure.names[0]))}
        full = [(words[a].start, figure) for a, _, figure, lone in self.found if not lone and figure.person]
        for number, (first, last, figure, lone) in enumerate(self.found):
            other = surnames.get(skeleton(words[last - 1].key)) if lone and figure.known is not None else None
            if other is None:
                continue
            before = [(place, one) for place, one in full if place < words[first].start and (one is other or one is figure)]
            brought_in = min((place for place, one in before if one is other), default=None)
            if brought_in is not None and any(words[a].start < brought_in for a, _, one, alone in self.found if alone and one is figure):
                continue
            if before and max(before, key=lambda item: item[0])[1] is other:
                self.found[number] = (first, last, other, True)

    def _evident(self, first: int, last: int) -> bool:
        """Whether the text treats a run of capitalised words as a person: a source, a title before it, an apposition after it."""
        words = self.reading.words
        span = Span(words[first].start, words[last - 1].end)
        if any(span.overlaps(source) for source in self.sources):
            return True
        before = words[first - 1] if first else None
        if before is not None and before.key in TITLE_WORDS and span.start - before.end <= 2:
            return True
        if words[first].key in MALE_NAMES or words[first].key in FEMALE_NAMES:
            return True
        after = self.reading.text[span.end : span.end + 12]
        return bool(re.match(r",\s(?:a|an|the|who|\d\d|head|director|chief)\b", after))


def cast(reading: Reading, index: ActorIndex, sources: Spans) -> Cast:
    """Reads a document's words once and gives its mentions; `sources` are the spans credited, which are evidence for a name."""
    return _Casting(reading, index, sources).run()

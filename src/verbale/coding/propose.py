"""Issues proposed from statements, for who has no dossier yet: clusters of words that many statements share, under a readable label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.coding.issues import rarity
from verbale.coding.lexicon_content import ANY, OWN
from verbale.coding.lexicon_cues import CUES
from verbale.coding.words import STOP_WORDS, Word, stem, words
from verbale.dossier.model import Issue

_TELLING = 0.35  # words that more articles share than this rarity allows name no issue
_SHORTEST = 4  # letters of a word that may stand for an issue alone
_PAIR = 1.6  # what a pair of words is worth beside a single one
_TOGETHER = 0.5  # share of its statements that a phrase must have in common with an issue to be one of its keywords
_KEYWORDS = 6  # of one issue
_NAMED = 0.6  # a word that is capitalised in more of its uses than this is a name


@dataclass(frozen=True, slots=True)
class Phrase:
    """One or two stems, the statements that hold them (by index), and how they are most often written."""

    stems: tuple[str, ...]
    statements: frozenset[int]
    form: str

    @property
    def score(self) -> float:
        """How much the phrase promises as an issue: statements times how telling its words are."""
        telling = sum(rarity(one) for one in self.stems) / len(self.stems)
        return len(self.statements) * telling * (_PAIR if len(self.stems) > 1 else 1.0)


def propose(contents: Sequence[str], *, at_most: int = 12, least: int = 3) -> tuple[Issue, ...]:
    """Issues that the contents of statements seem to be about, the most spoken of first.

    At most `at_most`, each in at least `least` contents; each with a label in the statements' own words and keywords that go with it, and
    without a proposition, which only a person can word. The same contents in any order give the same issues.
    """
    ranked = sorted(_phrases(contents, least), key=lambda phrase: (-phrase.score, phrase.stems))
    taken: set[tuple[str, ...]] = set()
    issues: list[Issue] = []
    for phrase in ranked:
        if len(issues) == at_most:
            break
        if any(set(phrase.stems) & set(stems) for stems in taken):
            continue
        company = [other for other in ranked if other is not phrase and _belongs(other, phrase)][: _KEYWORDS - 1]
        taken.update((phrase.stems, *(other.stems for other in company)))
        name = _fuller(phrase, company).form
        issues.append(Issue(_slug(name), _label(name), None, tuple(sorted({name, phrase.form, *(other.form for other in company)}))))
    return tuple(issues)


def _fuller(phrase: Phrase, company: Sequence[Phrase]) -> Phrase:
    """The pair of words that names a single word's issue more exactly, where it is used for it often enough."""
    pairs = [other for other in company if len(other.stems) > len(phrase.stems) and set(phrase.stems) < set(other.stems)]
    return max(pairs, key=lambda pair: (len(pair.statements), pair.stems), default=phrase)


def _belongs(other: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase stands mostly where an issue's own phrase stands."""
    return len(other.statements & phrase.statements) / len(other.statements) >= _TOGETHER


def _phrases(contents: Sequence[str], least: int) -> Iterator[Phrase]:
    """Words and pairs of words that stand in enough contents."""
    read = [words(content) for content in contents]
    names = _names(contents, read)
    held: dict[tuple[str, ...], set[int]] = {}
    forms: dict[tuple[str, ...], Counter[str]] = {}
    for index, content in enumerate(read):
        for stems, form in _candidates(content, contents[index], names):
            held.setdefault(stems, set()).add(index)
            forms.setdefault(stems, Counter())[form] += 1
    for stems, statements in held.items():
        if len(statements) >= least:
            form = min(forms[stems], key=lambda form: (-forms[stems][form], form))
            yield Phrase(stems, frozenset(statements), form)


def _candidates(content: tuple[Word, ...], text: str, names: frozenset[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words that may name an issue, alone and in pairs that stand side by side, with how they are written."""
    before: Word | None = None
    for word in content:
        if not _may_name(word, names):
            before = None
            continue
        if rarity(word.stem) >= _TELLING and len(word.form) >= _SHORTEST:
            yield (word.stem,), word.form
        if before is not None and re.fullmatch(r"[ \-]", text[before.end : word.start]):
            yield (before.stem, word.stem), text[before.start : word.end].casefold()
        before = word


def _may_name(word: Word, names: frozenset[str]) -> bool:
    return (
        word.form not in STOP_WORDS
        and word.stem not in names
        and word.stem not in _SPEECH
        and "’" not in word.form
        and "'" not in word.form
        and not word.form[0].isdigit()
        and not word.form.endswith("ly")
        and rarity(word.stem) > 0.1
    )


def _names(contents: Sequence[str], read: Sequence[tuple[Word, ...]]) -> frozenset[str]:
    """The stems that are mostly written with a capital letter, away from the beginning of a content."""
    capital, total = Counter[str](), Counter[str]()
    for text, content in zip(contents, read, strict=True):
        for word in content[1:]:
            total[word.stem] += 1
            capital[word.stem] += text[word.start].isupper()
    return frozenset(one for one, count in total.items() if capital[one] / count > _NAMED)


def _speech_words(lexicons: Iterable[Iterable[tuple[object, float, tuple[str, ...]]]]) -> Iterator[str]:
    """The first words of the phrases for moves: they say what is done, not what about."""
    for lexicon in lexicons:
        for _, _, phrases in lexicon:
            for phrase in phrases:
                for form in re.split(r"[/|]", phrase.split()[0].strip("()")):
                    yield stem(form.rstrip("~*").casefold())


_SPEECH = frozenset(_speech_words((CUES, OWN, ANY)))


def _slug(form: str) -> str:
    return "-".join(word.form for word in words(form))


def _label(form: str) -> str:
    return form[:1].upper() + form[1:]

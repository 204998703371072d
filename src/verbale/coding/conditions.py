"""The condition of a statement: where it stands, and whether it makes the move conditional."""

from __future__ import annotations

from verbale.coding.grammar import Conditions
from verbale.coding.reading import sentences

_TIMES = ("once", "when", "soon")


def condition(words: Conditions, content: str, frame: str, *, question: bool) -> tuple[int, int] | None:
    """The half-open range of the condition in a content; None where it states none.

    `frame` are the words that introduce the content: "threatened to" makes what follows an act that a condition may bind. `question` says
    that the content is something asked ("whether", "if"): then a leading "if" is no condition. A time clause counts where something else
    waits for it ("until", "once", "after" with an act that would follow); a counterfactual does not.
    """
    for match in words.markers.finditer(content):
        start, end = _sentence(content, match.start())
        before = content[start : match.start()]
        if words.concessive.search(before) or (question and not before.strip(" \"'“‘")):
            continue
        finish = _clause_end(words, content, match.start(), end, leading=bool(words.leads.search(before)))
        clause, rest = content[match.start() : finish], f"{frame} {before} {content[finish:end]}"
        bare = not clause[len(match.group()) :].strip(' ,.;:"”’»')
        if not bare and _counts(words, match.lastgroup, clause, rest, content[start:end]):
            return match.start(), finish
    return None


def _counts(words: Conditions, kind: str | None, clause: str, rest: str, sentence: str) -> bool:
    """Whether a clause that begins with a marker of a kind is a condition of the rest of its sentence."""
    if kind == "exchange" or words.fixed.match(clause):
        return True
    if kind == "if" and words.counterfactual.search(sentence):
        return False
    if kind == "role":  # "a truce as a precondition for talks" binds the talks, not what is demanded
        return not words.role_of_another.match(clause) and bool(words.role_accepted.search(rest))
    if kind == "until":
        return bool(words.negative.search(rest)) and not words.date.match(clause)
    if kind == "before":
        return bool(words.wanted_first.search(rest)) and bool(words.clause.match(clause))
    if kind == "without":
        return bool(words.refuses.search(rest))
    if kind in _TIMES:
        if kind == "when" and words.happened.search(clause):
            return False
        bound = kind == "once" or bool(words.ended.search(clause))
        return bool(words.to_come.search(rest)) and bound and len(clause.split()) > 2
    return bool(words.modal.search(rest))


def _sentence(content: str, at: int) -> tuple[int, int]:
    """Where the sentence around a position begins and ends."""
    for span in sentences(content):
        if span.start <= at < span.end:
            return span.start, span.end
    return 0, len(content)


def _clause_end(words: Conditions, content: str, start: int, limit: int, *, leading: bool) -> int:
    """Where the clause ends: at a comma where it leads its sentence, or else at the sentence's end or a new main clause."""
    pattern = words.leading_end if leading else words.trailing_end
    aside = words.aside.match(content, start, limit) if leading else None
    skipped = aside.end() - start if aside is not None else 0
    match = pattern.search(content[start:limit], skipped)
    end = start + match.start() if match else limit
    while end > start + 1 and content[end - 1] in " .,;:!?\"”“'’»\n":
        end -= 1
    return end

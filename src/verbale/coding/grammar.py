"""What coding has to know of a language: its phrases for moves, and the small words around them."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern

from verbale.coding.phrases import Lexicon


@dataclass(frozen=True, slots=True)
class Frames:
    """The words between a source and what it says: before the cue, behind it, and those that a content begins with but the cue needs."""

    auxiliaries: Pattern[str]
    aside: Pattern[str]
    first_word: Pattern[str]


@dataclass(frozen=True, slots=True)
class Negations:
    """Negators and what ends their reach; words that put an end to something, before it and after it.

    `reach` is the number of words over which a negator governs at most; `harmless` are negators that negate nothing ("not only").
    """

    negator: Pattern[str]
    breaks: Pattern[str]
    sentence: Pattern[str]
    harmless: Pattern[str]
    reach: int
    stopper: Pattern[str]
    stops_before: Pattern[str]
    stopped_after: Pattern[str]
    denied_after: Pattern[str]
    plain: Pattern[str]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What begins a condition and what must stand around it.

    The named groups of `markers` tell their kinds: `if`, `role` ("as a condition"), `until`, `before`, `without`, `once`, `soon`, `after`;
    any other marker needs nothing but a `modal` in the rest of its sentence.
    """

    markers: Pattern[str]
    modal: Pattern[str]
    to_come: Pattern[str]
    counterfactual: Pattern[str]
    fixed: Pattern[str]
    concessive: Pattern[str]
    leads: Pattern[str]
    ended: Pattern[str]
    negative: Pattern[str]
    leading_end: Pattern[str]
    trailing_end: Pattern[str]
    refuses: Pattern[str]
    date: Pattern[str]
    wanted_first: Pattern[str]
    clause: Pattern[str]
    happened: Pattern[str]
    aside: Pattern[str]
    role_of_another: Pattern[str]
    role_accepted: Pattern[str]


@dataclass(frozen=True, slots=True)
class Persons:
    """Words for the speaker and for others, and where a clause and a sentence end.

    `unnamed` is what a phrase for the own side only counts where its clause names nobody.
    """

    clause_break: Pattern[str]
    sentence_break: Pattern[str]
    first: Pattern[str]
    third: Pattern[str]
    speaker: Pattern[str]
    subject: Pattern[str]
    own_phrase: Pattern[str]
    unnamed: float


@dataclass(frozen=True, slots=True)
class Moves:
    """Phrases for moves in cues and contents, and the words that change what they do.

    `attribute` is a negation within a compound ("a no-deal exit"), `past` a verb beside whose `bygone` time nothing is done now;
    `observers` make no moves of their own, `media` tell what others do, `forbids` begins a content that tells somebody what not to do,
    `proposal` one that names what was proposed, so that blame of it rejects it, `measures` one that names what is taken against or
    for others, which who `announces` it commits to;
    `orders` finds a sentence that tells somebody what to do, `hopes` and `insists` a wish whose clause `that` may begin, `will_do` and
    `bare_verb` what its subject is to do, `foreseen` the verb of what somebody is warned of.
    `undertakes` is a verb that somebody will do, in its group `talk` where he will only talk; `open_question` what leaves a clause open.
    """

    cues: Lexicon
    own: Lexicon
    any: Lexicon
    harm: Lexicon
    hostile: Lexicon
    asks: Pattern[str]
    asks_what: Pattern[str]
    question: Pattern[str]
    attribute: Pattern[str]
    provocation: Pattern[str]
    concession: Pattern[str]
    would: Pattern[str]
    undertakes: Pattern[str]
    open_question: Pattern[str]
    there: Pattern[str]
    wants: Pattern[str]
    but: Pattern[str]
    withheld: Pattern[str]
    warns: Pattern[str]
    forbids: Pattern[str]
    proposal: Pattern[str]
    announces: Pattern[str]
    measures: Pattern[str]
    orders: Pattern[str]
    hopes: Pattern[str]
    insists: Pattern[str]
    that: Pattern[str]
    will_do: Pattern[str]
    bare_verb: Pattern[str]
    foreseen: Pattern[str]
    auxiliaries: Pattern[str]
    past: Pattern[str]
    bygone: Pattern[str]
    media: Pattern[str]
    observers: Pattern[str]


@dataclass(frozen=True, slots=True)
class Stances:
    """Words of praise, blame and want around an issue's terms, and those by which a content points at what was said before.

    `holds` says that something is not up for talks, `joins` that somebody enters something.
    """

    wants: Pattern[str]
    disapproves: Pattern[str]
    approves: Pattern[str]
    harms: Pattern[str]
    justifies: Pattern[str]
    wanted: Pattern[str]
    clause: Pattern[str]
    holds: Pattern[str]
    joins: Pattern[str]
    against: Pattern[str]
    anaphor: Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that coding knows of a language; read-only."""

    frames: Frames
    negations: Negations
    conditions: Conditions
    persons: Persons
    moves: Moves
    stances: Stances

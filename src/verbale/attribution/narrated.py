"""What a reporter tells of somebody's deeds, plans and questions, which is nobody's statement.

A statement needs words, or a stand, that somebody takes: deeds ("summoned the envoy"), topics ("discussed the border"), aims ("to meet
the rebels"), suppositions ("could agree to a truce") and what is only expected by nobody have none. What stands in quotation marks is
somebody's words however it is brought in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.attribution.joined import nested
from verbale.attribution.rules import NAME as RULES
from verbale.attribution.rules_lexicon import words
from verbale.attribution.rules_signals import signals
from verbale.attribution.tidied import of_people
from verbale.values import Attribution, Kind, quote

BARE = re.compile(r"(?:it|this|that|these|those|them|him|so|what|which|something|each other|one another|the same)\W*", re.IGNORECASE)
"""Contents that only point to what somebody said elsewhere."""
SLIP = re.compile(r"(?:the|an?|as)\W*", re.IGNORECASE)
"""What the start of a longer source leaves when it is cut."""
THING = re.compile(
    r"(?:\w+\s+){0,3}?(?:escalation|decision|war|dispute|conflict|crisis|move|surplus|deficit|invasion|attack|strike|situation|tensions?|violence"
    r"|tariffs?|sanctions|economy|events?)\s+(?:of|by|over|on|in|with|between|against|to|from|that|which)\b",
    re.IGNORECASE,
)
"""What is no speaker though a name stands in it: "an escalation of Zenda's trade war"."""
DUE = re.compile(r"\b(?:need(?:s|ed)?\s+to|(?:have|has|had)\s+to|must|should|ought|show(?:s|ed|n)?)\b", re.IGNORECASE)
"""Cues of what the speaker himself asks for, or takes for shown."""
NO_ONE = re.compile(r"no one|nobody|none|none of (?:them|the \w+)", re.IGNORECASE)
UNSAID = re.compile(
    r"\b(?:expected|thought|believed|known|agreed|planned|scheduled|slated|due|hoped|seen|understood|unclear|likely|feared|needed|decided"
    r"|supposed|meant|aimed|intended|asked|commenting|speaking|talking)\b",
    re.IGNORECASE,
)
"""Where nobody is named: what the reporter expects himself, or what somebody is asked about."""
IMPRESSION = re.compile(r"(?:appear|seem)(?:s|ed)?\b", re.IGNORECASE)
"""What something looks like to the reporter."""
NOUN = re.compile(
    r"(?:\w+\s+)?(?:concerns?|speculation|fears?|hopes?|expectations?|doubts?|suspicions?|pressure|questions?)", re.IGNORECASE
)
"""Feelings that are in the air."""
STANDS = words(
    "appear appeared appears seem seemed seems criticism prospect rip ripped lash lashed dangle dangled oblige obliges pressured pressuring"
)
"""Words of a stand that the rules do not look for."""
TEXT = re.compile(r"\b(?:text|plan|proposal|draft|letter|memorandum|agreement|document|deal|bill|resolution|paper)\b", re.IGNORECASE)
"""A source whose provisions are what it says."""
AIM = re.compile(r"to\s+\w+", re.IGNORECASE)
MAY = re.compile(r"(?:could|might|may)\s+(?!not\b)(?:\w+ly\s+|well\s+|still\s+|yet\s+)?(?!be\b|have\b)\w+", re.IGNORECASE)
TOPIC = re.compile(
    r"\b(?:comment(?:s|ed|ing)?\s+on|discuss(?:es|ed|ing)?|(?:talk|speak)(?:s|ed|ing)?\s+(?:about|on)|spoke\s+(?:about|on)"
    r"|open(?:s|ed)?\s+up\s+about|react(?:s|ed|ing)?\s+to|(?:reply|replied|respond(?:ed)?)\s+to|echo(?:es|ed|ing)?(?:\s+by)?|review(?:s|ed|ing)?"
    r"|interpret(?:s|ed|ing)?|weigh(?:s|ed|ing)?\s+in\s+on|focus(?:es|ed|ing)?\s+on|vot(?:es|ed|ing)\s+on)$",
    re.IGNORECASE,
)
"""Cues that name what somebody spoke of, but not what he said of it."""
CLAUSE = re.compile(r"(?:that|how|why|whether|if)\b", re.IGNORECASE)
CALLED = re.compile(r"\b(?:(?:call|summon)(?:s|ed|ing)?|(?:(?:tele)?phon|invit)(?:e|es|ed|ing))$", re.IGNORECASE)
CONVENED = re.compile(
    r"(?:(?:an?|the|his|her|its|their|snap|early|urgent|special|emergency|new|general)\s+)*"
    r"(?:(?:[\w-]+\s+)?(?:election|vote|meeting|summit|session|referendum|conference|counterpart)s?\b"
    r"|(?:(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Pp]remier)\s+|[A-Z][\w'’.-]*\s*)+)(?:[^\"“”]{0,60})$"
)
"""What is called without being called something: a meeting, or a person on the phone."""
SOURCES = re.compile(
    r"(?:(?:the|an?|two|three|several|multiple|some|other|\w+ed|\w+ous|\w+ior|\w+ic|\w+al|[A-Z][\w.-]+)\s+)*"
    r"(?:officials?|sources?|people|diplomats?|aides?|reports?|researchers?|experts?|analysts?|insiders?|[Mm]inistry|[A-Z][\w.-]+)"
    r"(?:\s+(?:familiar|close|with|briefed|who|from|in|at)\b.*)?"
)
"""Whom a medium cites, in place of what they said."""
CITING = re.compile(r"(?:citing|cited|cites|quoting|quoted|quotes)", re.IGNORECASE)
SEEING = re.compile(r"(?:(?:will|would|to|can|could|we|they|people)\s+)*(?:see|sees|saw|seen|watch(?:es|ed)?|wait(?:s|ed)?)", re.IGNORECASE)
AWAITED = re.compile(r"(?:what|how|who|when|where|whether|if)\b", re.IGNORECASE)
"""What is only looked out for: "until they see what comes out of the Senate"."""
KNOWN = re.compile(r"\b(?:know|knows|knew)$", re.IGNORECASE)
"""What a speaker says that somebody knows, he says himself."""
CONSENT = re.compile(r"(?:approv|accept|agree|reject|back|support|oppos|ratify|sign)ing", re.IGNORECASE)
"""What is only named as a deed right behind who does it: "hinges on members approving the treaty"."""
PURPOSE = re.compile(r"(?:aimed|intended|designed|meant|supposed)\s+(?:at|to|for)|(?:designed|meant|supposed)", re.IGNORECASE)
VOTED = re.compile(r"\bvot(?:e|es|ed|ing)\b(?!.*\b(?:against|for)\b)")
"""What is only voted on, or an election's outcome."""
WITHOUT = re.compile(r"\bwithout\s+\w+ing$", re.IGNORECASE)
"""What is not said: "without clarifying whether …"."""
IT = re.compile(r"(?:it|this|that|these|those|which)", re.IGNORECASE)
DOES = re.compile(
    r"(?:\w+ly\s+)?(?:adds?|involves?|takes? aim|offers?|lacks?|means?|requires?|demonstrates?|shows?|leaves?|makes?|gives?|allows?)\b"
)
"""What things do: "it involves accepting the toll"."""
NAMELESS = re.compile(
    r"(?:not\s+to\s+be|to\s+not\s+be|to\s+(?:remain|stay|be)|that\s+\w+\s+not\s+be)\s+(?:named|identified|quoted|anonymous)\b|anonymity\b"
)
"""What somebody asks who does not want to be named."""
QUOTED = re.compile(r"[\"“”«»]")
DEED = 0.9
"""The probability under which a cue without any word of speech, thought or position only tells a deed."""
WEAK = 0.65
"""The probability under which a thing is no source: "the stalemate forced her to seek a delay"."""
FAINT = 0.455
"""The probability under which the trained tagger's unquoted findings are a reporter's more often than a speaker's."""


def stated(text: str, found: Sequence[Attribution]) -> tuple[tuple[int, Attribution], ...]:
    """The attributions of a text that are somebody's statements, each with its place in `found` and with the nesting told anew.

    `found` is sorted as an attributor gives it.
    """
    kept = [number for number, attribution in enumerate(found) if not narrated(text, attribution)]
    return tuple(zip(kept, nested([found[number] for number in kept]), strict=True))


def narrated(text: str, attribution: Attribution) -> bool:
    """Whether an attribution without quotation marks only tells what somebody did, spoke about, aims at or may do."""
    source, cue, content = (" ".join(quote(text, part).split()) for part in (attribution.source, attribution.cue, attribution.content))
    if not source and cue and attribution.kind is Kind.MIXED and (UNSAID.search(cue) or attribution.nested_in is not None):
        return True
    if source and (SLIP.fullmatch(source) or NO_ONE.fullmatch(source) or THING.match(source)):
        return True
    if attribution.kind is not Kind.INDIRECT and attribution.nested_in is None:
        return False
    if BARE.fullmatch(content):
        return True
    idle = KNOWN.search(cue) or DUE.search(cue) or (source and not of_people(source))
    if idle and attribution.nested_in is not None and attribution.found_by.startswith(RULES):
        return True
    if not cue:
        return False
    if source and attribution.probability < WEAK and (not of_people(source) or _of_a_thing(source, cue)):
        return True
    if not source and (UNSAID.search(cue) or NOUN.fullmatch(cue)):
        return True
    if WITHOUT.search(text, max(0, attribution.cue[0].start - 12), attribution.cue[0].end):
        return True
    if not source and IMPRESSION.match(cue) and not of_people(attribution.content[0].of(text)):
        return True
    if _points(cue, content) or (source and CONSENT.fullmatch(cue) and _beside(text, attribution)):
        return True
    if attribution.nested_in is None and attribution.probability < FAINT and not attribution.found_by.startswith(RULES):
        return True
    return attribution.probability < DEED and not _signals(cue) and not content.startswith("that ") and not TEXT.search(source)


def _of_a_thing(source: str, cue: str) -> bool:
    """Whether "it" or "this" stands before a verb of what things do."""
    return IT.fullmatch(source) is not None and DOES.match(cue) is not None


def _points(cue: str, content: str) -> bool:
    """Whether a cue brings in no words: an aim, a supposition, a topic, a call or whom a medium cites."""
    if AIM.match(cue) or MAY.match(cue) or PURPOSE.fullmatch(cue) or NAMELESS.match(content) or VOTED.search(cue):
        return True
    if (TOPIC.search(cue) and not CLAUSE.match(content)) or (SEEING.fullmatch(cue) and AWAITED.match(content)):
        return True
    return bool((CALLED.search(cue) and CONVENED.match(content)) or (CITING.fullmatch(cue) and SOURCES.fullmatch(content)))


def _beside(text: str, attribution: Attribution) -> bool:
    """Whether nothing but a blank parts a source from its cue."""
    return text[attribution.source[-1].end : attribution.cue[0].start] == " "


def _signals(cue: str) -> bool:
    """Whether a word of a cue is one of speech, thought, wish or position."""
    found = re.findall(r"[a-z]+", cue.lower())
    return not found or QUOTED.search(cue) is not None or any(word in signals() or word in STANDS for word in found)

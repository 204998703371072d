"""How news speaks of meetings of a negotiation; patterns in small letters are looked for in `Sentence.low`, three times as fast."""

import re

from verbale.analysis.screens import Screened

_CORE = (
    r"(?:talks|negotiations|negotiating (?:session|round)|rounds?(?: of (?:\w+ )?(?:talks|negotiations|consultations))?|meetings?|"
    r"summit|sessions?|consultations)"
)
_NOUN = (
    r"(?:(?:peace|truce|ceasefire|direct|bilateral|trilateral|indirect|proximity|face-to-face|high-level|video|new|latest|further|trade|"
    rf"technical) )*{_CORE}"
)
_VERB = r"(?:met|meet|meets|negotiated|gathered|convened|sat down)"

TALK = Screened(rf"\b(?:{_CORE}|{_VERB}|hosted|forum)\b")

DEFINITE = Screened(
    rf"\b(?:the|these|those|this|their|(?:{'|'.join(('mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'))})day['’]s|day['’]s|peace|"
    rf"ceasefire|first|second|third|fourth|fifth|sixth|latest|last|next|new|final|previous|two|three|four|five|several) (?:\w+ "
    rf"){{0,2}}?{_NOUN}|"
    r"\brounds? of (?:\w+ )?(?:talks|negotiations|consultations)|^(?:meanwhile, )?(?:talks|negotiations) (?:were|are|had|have|resumed?|"
    r"began|"
    r"opened|took|will|continued?)",
)
"""Talk of the negotiation's own meetings, not of any talks."""

TALKS_PROPER = re.compile(r"\b(?:talks|negotiations|rounds?|consultations)\b")
"""Nouns that stand for the negotiation itself; a meeting or a summit may be anybody's."""

OF_WHOM = Screened(
    rf"\b{_NOUN} (?:(?:on |late |last )?\w+day )?(?:of|between|among|with) (?P<whom>(?!talks|negotiations|consultations)[^.,;:]{{3,70}}?)"
    r"(?= (?:in|on|at|last|this|earlier)\b|[.,;:]|$)",
)
"""A meeting with those who met."""

BOTH = Screened(
    r"\b(?:both|the two|two|rival|opposing|warring) (?:sides|parties|countries|nations|delegations|governments|teams|neighbou?rs|camps)\b|"
    r"\bbetween the (?:two|parties|sides)\b|\bthe (?:sides|parties|delegations|negotiators)\b|\bthe foreign ministers\b(?! of)|"
    r"\brepresentatives of the (?:countries|sides|parties)\b|\b(?:each|one) other\b",
)
"""Words that bring both sides to the table without naming them."""

UNREAL = Screened(
    r"\b(?:possib\w+|could|might|may|would be (?:ready|willing|possible)|should|if|propos\w+|call(?:s|ed|ing)? (?:for|on)|ready (?:to|for)|"
    r"willing|readiness|offer(?:s|ed|ing)?|unless|urged?|insist\w*|demand\w*|request\w*|wants?|hopes? (?:to|for)|rule[sd]? out|refus\w+|"
    r"reject\w*|cancel\w*|postpon\w*|calls off|called off|preparations?|prepar(?:e|es|ed|ing) (?:for|the)|in advance of)\b",
)
"""A meeting that somebody wishes or refuses is none."""

UNSURE = Screened(
    r"\b(?:is|are|was|were|be|remains?|seems?) (?:\w+ ){0,2}(?:possible|likely|unlikely|conceivable|off|out of the question)\b"
)
"""What is said of a meeting that may or may not come about."""

NEGATED = Screened(
    r"\b(?:will|do|does|did|would|are|were|is|have|has|had)(?: not|n['’]t) (?:\w+ )?(?:continue|resume|meet|be held|take place|happen|"
    r"met|begin)"
)

PLANNED = Screened(r"\b(?:will|due to|scheduled|expected|planned|set to|to resume|to be held|plans? to|tomorrow|upcoming|are to|is to)\b")

VIDEO = Screened(r"\b(?:video[- ]?(?:link|conference|conferencing|call|format)s?|by video|online|virtual(?:ly)?|remotely|video talks)\b")
PHONE = Screened(r"\b(?:by (?:tele)?phone|over the phone|phone call|telephone call)\b")
IN_PERSON = Screened(r"\b(?:face[- ]to[- ]face|in[- ]person|across the table|shook hands|arrived in|in the same room)\b")

STRAIGHT_DAY = Screened(
    r"\b(?P<n>second|third|fourth|fifth|sixth|seventh|2nd|3rd|[4-9]th) (?:straight |consecutive |successive )?day\b(?! of (?:the|"
    r"fighting|war))",
)
ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh")

COUNT = Screened(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:\w+ )?rounds? of (?:\w+ )?(?:talks|negotiations|consultations)\b",
)
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

MEDIATES = Screened(
    r"\b(?:host(?:s|ed|ing)?|mediat\w+|facilitat\w+|broker\w*|chair(?:s|ed|ing)?|go-between|shuttl\w+|conven(?:ed|es|ing))\b"
)

ANCHOR = re.compile(
    r"\b(?:in|at|near|to|the|The|after|After|during|since)\s+[A-Z]|^(?:In|At) [A-Z]|\d|day\b|tomorrow|video|phone|online|virtual|remotely|"
    r"[Ff]ace[- ]to|in[- ]person|shook hands|across the table|same room"
)
"""A place, a day or a format: without one of them a sentence tells of no meeting that could be told apart."""

_AFTER_PLACE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|President|Prime|Foreign|Minister|Secretary|Chancellor|Peace|Diplomacy)\b)"
)
"""Words in capitals that follow a place and are no part of it."""
PLACE = (
    r"(?P<place>(?:(?:the|Sharm|Addis|Abu|New|San|Port|Fort|Camp|Saint|St\.?|Lake|Mount|Castle|Hotel|Palace) )?"
    rf"[A-Z][\w’'-]*[a-zà-ÿ](?: (?!{_AFTER_PLACE})(?:el-[A-Z]\w+|[A-Z][\w’'-]+)){{0,2}})"
)
_REGION = r"(?:, (?P<region>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?))?"
_HALT = r"(?:(?!\b(?:on|over|about|to end|aimed|that would|because|after|since|while)\b)[^.;,()]){0,70}?"

IN_PLACE = re.compile(
    rf"\b(?:{_NOUN}|{_VERB}|[Hh]osted|[Nn]egotiated|[Rr]esumed?|[Hh]eld)\b{_HALT}\b(?:in|at|near)\s+{PLACE}{_REGION}(?=[\s,.;:)”\"’]|$)"
)
TO_PLACE = Screened(rf"\b(?:in|to|at) {PLACE}{_REGION},? (?:for|to hold|to attend|to resume) (?:\w+ ){{0,3}}(?:{_NOUN})\b")
PLACE_TALKS = re.compile(
    rf"\b(?:[Tt]he |[Aa]fter |[Ii]n |[Aa]t |[Dd]uring |[Ss]ince ){{1,2}}{PLACE}['’]?s? (?:[Dd]iplomacy [Ff]orum|[Pp]eace talks|talks|"
    rf"meetings?|summit|round|negotiations|session)\b"
)
BEFORE_PLACE = re.compile(r"(?:in|at|near|to|he|fter|uring|ince|In|At) +[A-Z]")
"""How the words end before a place wherever one of the four patterns finds it: looking for it is much cheaper."""
FRONTED = re.compile(rf"^(?:[Mm]eanwhile, )?(?:In|At) {PLACE}{_REGION},? ")

_NO_PLACE = (
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday english russian ukrainian parliament congress nato eu un covid twitter telegram facebook x god europe asia "
    "africa president minister prime foreign deputy the however meanwhile earlier related this that these those both two "
)
DELEGATES = Screened(
    r"\b(?:foreign|defen[cs]e|trade|finance|prime|energy|water|interior) ministers\b|\bpresidents\b(?! of)|\bdelegations\b|\bnegotiators\b|"
    r"\bheads of (?:state|government|delegation)s?\b|\bleaders\b|\benvoys\b|\btechnical teams\b",
)

NO_PLACE = frozenset(_NO_PLACE.split())
ABOUT_LAND = re.compile(
    r"\b(?:war|operation|weapons|arms|conflict|people|fighting|forces|troops|offensive|invasion|crisis|situation|ceasefire|truce|peace|"
    r"power|elections?|genocide|bases|speakers|residents|cities|interest|role|changes?|result|results|results)\s+(?:in|at|near)\s*$",
)
"""Nouns whose "in X" says where the quarrel is, not where people met."""

"""Words around a cue that tell on which day something was said, or that its day is another; English, Russian, Ukrainian."""

from __future__ import annotations

import re

PERFECT = re.compile(r"^(?:'ve|’ve|has|have|had)\b", re.IGNORECASE)
STANDING = re.compile(
    r"^(?:wants?|believes?|sees?|plans?|will|would|could|might|may|can|хочет|хотят|хоче|хочуть|намерен\w*|готов\w*|ма(?:є|ють) намір)\b",
    re.IGNORECASE,
)
ELSEWHEN = re.compile(
    r"\b(?:earlier|previously|repeatedly|long|always|often|in the past|on (?:several|many|numerous) occasions|recently|once|in "
    r"recent (?:days|weeks|months)|"
    r"already|last (?:week|month|year)|(?:an?|one|two|three|several|some|few) (?:weeks?|months?|years?) (?:ago|earlier|before)|since"
    r"|ранее|раньше|давно|неоднократно|недавно|всегда|часто|на прошлой неделе|в прошлом (?:месяце|году)"
    r"|раніше|неодноразово|нещодавно|завжди|минулого (?:тижня|місяця|року)|торік"
    r"|(?:недел\w+|месяц\w*|год|года|лет|тиж\w+|місяц\w+|рік|роки|років) (?:назад|тому))\b",
    re.IGNORECASE,
)
MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:of )?(?:19|20)\d\d\b"
    r"|\bin (?:19|20)\d\d\b"
)
"""A month or year at the front of a sentence puts its sayings there, on a day that nobody tells."""
MONTH_FIRST = re.compile(
    r"\W*(?:(?:Earlier|Late|Early|Back|Also)\s+)?[Ii]n\s+(?:late |early |mid-)?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December),?\s"
)
"""The same without a year: "In April, Orlan announced"."""
REPLY = re.compile(
    r"\b(?:responded|replied|countered|retorted|interject\w+|answered|shot back|responding|replying|fired back"
    r"|ответил\w*|возразил\w*|парировал\w*|відповів|відповіла|заперечив|заперечила)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"\b(?:who|whom|which|that)\s+$")
"""Before a subject that stands in a relative clause: its day is told in passing and carries nothing on."""
SOON = re.compile(
    r"\b(?:within (?:\w+ )?(?:hours?|minutes)|(?:hours?|minutes|shortly|soon) (?:later|after\w*)|(?:the|that) same day)\b", re.IGNORECASE
)
PUBLIC = re.compile(
    r"\s+(?:has |had |himself |herself )?(?:made public|published|released|unveiled|presented|announced|put forward|submitted|issued|spoke"
    r"|gave|addressed)\b[^.;\"“”\n]{0,60}?(?:on )?"
)
OVERNIGHT = re.compile(r"\bovernight\b", re.IGNORECASE)
PAST = re.compile(
    r"\w+ed\b|\b(?:said|told|wrote|saw|spoke|put|held|made|gave|took|called|saying|adding|telling|according|writing|\w+ing)\b"
    r"|[а-яёіїєґ’']+(?:л[аоиі]?|в)(?:ся|сь)?\b"
)
"""A cue, in lower case, of something said rather than held."""
AFTER_EVENT = re.compile(
    r"^\W*(?:following|after|during|speaking after|at) (?:the|their|his|her|that|those) (?:\w+ ){0,2}(?:call|meeting|talks"
    r"|summit|conversation|negotiations|round|visit)\b",
    re.IGNORECASE,
)

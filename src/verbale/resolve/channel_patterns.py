"""How a sentence names a medium, a venue, an agency."""

from __future__ import annotations

import re
from datetime import date

from verbale.resolve.lexicon_media import MEDIA_GENERIC, PLACES, VENUES

RENAMED = date(2023, 7, 24)
"""The day Twitter became X."""

SOCIAL: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("Twitter", r"\b(?:re)?[Tt]weet(?:ed|s|ing)?\b|\bTwitter\b"),
        (
            "X",
            r"\b(?:on|to|via|in|an?)\s+(?:the\s+(?:social\s+)?(?:media\s+)?(?:platform|network|site)\s+)?X\b(?! [A-Z])"
            r"|\bX (?:post|account)\b",
        ),
        ("Truth Social", r"\bTruth ?Social\b"),
        ("Telegram", r"\bTelegram\b"),
        ("Facebook", r"\bFacebook\b"),
        ("Instagram", r"\bInstagram\b"),
        ("YouTube", r"\bYouTube\b"),
        ("TikTok", r"\bTikTok\b"),
        ("LinkedIn", r"\bLinkedIn\b"),
        ("Weibo", r"\bWeibo\b"),
        ("WeChat", r"\bWeChat\b"),
        ("VKontakte", r"\bVKontakte\b"),
        ("Bluesky", r"\bBluesky\b"),
        ("social media", r"\bon social (?:media|networks)\b"),
    )
)
TOLD = re.compile(r"\b(?:told|tells?|telling|informed|(?:explained|admitted|confirmed) to)\s+[\"“‘]?(?P<x>[^\n\"“”,.;:]{2,70})")
TO_PRESS = re.compile(
    r"\b(?:told|telling|tells|to|with|by) (?:a group of |the |assembled |waiting |\w+ )?(?P<x>reporters?|journalists?|newsmen|the press)\b"
)
CARRIED = re.compile(
    r"\b(?:cited|quoted|carried|reported|broadcast|aired|released|published|posted|run|shown)(?: as (?:saying|telling"
    r"|warning))?(?: \w+day)?(?: by| on| in)\s+(?P<x>[^\n\"“”;:]{2,70})"
)
INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed)?(?: \w+day)? (?:with|to|on|for|by|in|aired on|published by)|(?:speaking|spoke|speaks|talking"
    r"|appearing|appearance|comments|remarks|statements?|said|according)"
    r"(?: \w+day)? (?:to|on|with)|(?:on|in)"
    r"(?! (?:an?|the|his|her|their) (?:\w+ )?(?:interviews?|comments|remarks|appearance)\b)"
    r"|(?:asked|pressed|questioned|grilled|challenged|interviewed) by)\s+(?P<x>[^\n“”;:]{2,60})"
)
OWN_INTERVIEW = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?(?P<x>[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3}) interview\b")
"""An interview by the name of the outlet before it ("a Fox News interview")."""
REPORTED = re.compile(
    r"(?P<x>(?:[Tt]he |[Nn]ews agency |[Ss]tate )?[A-Z][\w.&'’ -]{1,40}?)(?:\s+news agency|\s+agency)?\s+(?:has )?(?:reported"
    r"|reports|said in (?:a|its) report|says in a report|wrote)\b"
)
REPORT_BY = re.compile(r"\b(?:according to|citing|as reported by|news agency|news channel|newspaper)\s+(?P<x>[A-Z][^\n\"“”,.;:]{1,50})")
OFFICE = re.compile(r"\b(?:published|released|issued|posted|shared|distributed|circulated|made public) by (?P<x>[^\n,.;\"“”]{3,60})")
VENUE = tuple(
    (
        name,
        re.compile(
            rf"\b(?:in|at|during|via|through|on|from|by|after|told|telling"
            rf"|tells)\s+(?P<lead>(?:[\w'’-]+\s+){{0,4}}?)(?P<venue>{pattern})\b(?!\s+(?:between|said that))",
            re.IGNORECASE,
        ),
    )
    for name, pattern in VENUES
)
ANY_VENUE = re.compile(
    r"conference|presser|briefing|address|message|speech|keynote|statement|communiqu|release|letter|interview|call|telephone"
    r"|readout|op-ed|piece|essay"
    r"|article|video|hearing|rally|podcast|report|memo|mail|blog|meeting|forum",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:,|\s)\s*\bin (?:an? |his |her |their |its )?(?:[\w-]+ ){0,2}(?:comments?|remarks|posts?|interview|message|tweet|video"
    r"|statement|speech|briefing)\b[^.\"”]*\.?$"
)
KEPT_ADJECTIVES = re.compile(r"\b(?:nightly|evening|daily|weekly|televised|new year's?|joint)\b", re.IGNORECASE)
ROOM = re.compile(
    r"\b(?:at|before|to|in|told)\s+(?:(?:the|a)\s+)?(?:(?:session|meeting|sidelines) of (?:the\s+)?)?"
    r"(?P<x>(?:(?:[A-Z][\w.]*\s+){0,3}(?:Committee|Subcommittee|Security Conference|Economic Forum|Diplomacy Forum|Security Council)"
    r"|(?:[A-Z][\w.]*\s+){1,5}(?:Forum|Summit|Conference))"
    r"(?:\s+(?:on|of|for)\s+[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+){0,3})?)"
)
FLOOR = re.compile(
    r"\b(?:told|telling|in|to|before|addressing|addressed)\s+(?:the |a )?(?:[a-z]+ )?(?P<x>parliament|Parliament|Congress"
    r"|lawmakers|legislators|deputies|senators|television)\b(?!['’])"
    r"|\b(?:by|over the|on the) (?P<y>telephone|phone)\b"
)
PLACE = re.compile(r"\b(?:in|at|from|on|outside|inside)\s+(?:the\s+)?(?P<x>" + "|".join(re.escape(place) for place in PLACES) + r")\b")
SHOW = re.compile(r"\bon\s+(?P<x>[A-Z][\w& ]{1,25}?)['’]s?\s+[\"“](?P<show>[A-Z][^\"”]{3,30})[\"”]")
OFFICIAL = re.compile(r"(?P<who>[A-Z][\w-]+)['’]s\s+office", re.UNICODE)
GENERIC = re.compile(r"\b(?P<x>(?:[A-Z]\w+ )?(?:" + "|".join(MEDIA_GENERIC) + r"))\b")

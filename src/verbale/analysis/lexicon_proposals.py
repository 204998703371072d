"""How news speaks of proposals: who offers, what, for what, on which condition; all but IS_SUBJECT and WOULD is read in small letters."""

import re

from verbale.analysis.screens import Screened

_STOP = r"(?:(?!\b(?:in (?:the )?(?:exchange|return)|provided|on (?:the )?condition|only if|unless|but|while|whereas|which)\b)[^.;:!?])"

OFFERS = Screened(
    r"\b(?:propos(?:ed|es|ing)|offer(?:ed|s|ing)?(?= (?:to|a|an|the|its|their|his|her)\b)|put forward|tabled|presented|submitted|"
    r"unveiled)\b\s+"
    rf"(?P<what>(?:that |to )?{_STOP}+)",
)
"""A verb of offering and what is offered."""

PROPOSAL = Screened(
    r"\b(?:peace |draft |new |revised |counter-?|latest |written |joint )*(?:proposals?|counter-?offer|offer|draft(?: agreement| treaty|"
    r" accord)?|"
    r"peace plan|plan|package|blueprint|initiative|memorandum|term sheet|(?:\w+|\d+)-point plan)\b",
)
IS_SUBJECT = re.compile(
    r"^(?:in addition, |also, |moreover, |further, |under (?:it|this|the (?:proposal|plan|deal|draft))[^,]*, )?(?:the|this|that|its|"
    r"their|such an?|"
    r"[A-Z][\w.]+(?: [A-Z][\w.]+)?['’]s?) (?:\w+ ){0,2}?(?:proposals?|offer|draft|plan|package|guarantees?|guarantors?|deal|agreement|"
    r"treaty|accord|"
    r"memorandum|initiative|document)\b|^under (?:it|the|this)\b|^it (?:would|will|also|includes?|provides?|calls?|foresees|"
    r"envisages)\b|^in other words\b|^in (?:exchange|return)\b",
    re.IGNORECASE,
)
"""A sentence that goes on about a proposal just told."""

INCLUDES = Screened(
    rf"\b(?:includes?|included|contains?|provides? for|calls? for|foresees?|envisages?|envisions?|stipulates?|sets out|would (?:see|"
    rf"give|oblige|"
    rf"require|include)|consists? of|covers?)\s+(?P<what>{_STOP}+)",
)
WANTS = Screened(
    rf"\b(?:wants?|wanted|demand(?:s|ed|ing)?|insist(?:s|ed|ing)? (?:on|that)|requir(?:es|ed|ing)|asks?(?: for)?|seeks?|request(?:s|ed|"
    rf"ing)?)\s+"
    rf"(?P<what>(?!by\b){_STOP}+)",
)
WOULD = Screened(
    rf"\b(?P<what>(?:would|will|shall|must) (?:not )?(?:also )?(?!be (?:the )?[A-Z]|be (?:forwarded|presented|discussed|sent|passed|"
    rf"conveyed|studied|considered|published|submitted|reviewed|examined|put)|come into|enter into|take effect|only)[a-z]{_STOP}+)"
)

EXCHANGE = Screened(
    r"\b(?:in (?:the )?(?:exchange|return) (?:for|of)|in (?:exchange|return) for|against(?= (?:\w+ )?(?:guarantees?|security|"
    r"compensation|payments?|"
    r"assurances?|pledges?|commitments?))|as the price (?:of|for)|conditional on|linked to)\s+(?P<what>[^.;:,!?]+)",
)
CONDITION = Screened(
    r"\b(?P<what>(?:only (?:if|when|once|after)|(?:only )?on (?:the )?condition that|provided(?: that)?|as long as|so long as|unless|if)\b"
    r" [^.;:!?”\"]+)",
)
FORCE = Screened(
    r"\b(?P<what>(?:would |will |shall |could |can )?(?:only )?(?:come|enter|go|comes|enters) into (?:force|effect)[^.;:!?]*|(?:would |"
    r"will |shall )?(?:only )?take effect[^.;:!?]*)",
)

_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)"
PERIOD = Screened(
    rf"\b(?P<what>{_NUMBER}-(?:year|month|week|day)(?:-long)? (?!war|conflict|old)[a-z][^.,;:!?]*|(?:for|within|over) {_NUMBER} "
    rf"(?:years|months|weeks|days)\b(?! of (?:war|fighting))"
    rf"|(?:a )?period of {_NUMBER} (?:years|months|weeks|days)[^.,;:!?]*)",
)
GUARANTEE = Screened(r"\bguarant\w+|\bco-sign\w*|\bunderwrit\w+")

ON_TOPIC = Screened(
    r"\bguarant\w+|\bpropos\w+|\bdraft\b|\b(?:the|a|any|peace|final) (?:deal|treaty|agreement|accord)\b|\binto force\b|\bcondition\b|"
    r"\bin (?:exchange|return)\b",
)

REFUSED = Screened(r"\b(?:reject\w*|refus\w+|ruled? out|turned? down|dismiss\w*|denied|den(?:y|ies)|spurn\w*|den(?:y|ied))\b")
"""Words by which a sentence tells what a party does not offer."""

MEETING_ONLY = re.compile(
    r"^(?:to )?(?:hold|host|holding|hosting|meet|meeting|mediate|mediating|a (?:new |further )?(?:meeting|round|summit)|talks|"
    r"condolences|help|no |"
    r"few |little |some details|any |further talks|new talks|an? (?:update|explanation|apology|glimpse|comment|assessment|view))",
)
"""What somebody offers that is no term of a settlement."""

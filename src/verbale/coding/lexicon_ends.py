"""English words that put an end to something, as parts of patterns."""

STOPPERS = (
    r"(?:stop|end(?!or|ur|le|ea|\s+of\s+(?:\w+\s+)?(?:\d|days?\b|weeks?\b|months?\b|years?\b"
    r"|january|february|march|april|may\b|june"
    r"|july|august|september|october|november|december))|ceas(?!e[- ]?fire)|halt|lift|eas(?:e|ing)|limit|reduc|cut|cutting|giv\w+ up|"
    r"dismantl|avoid|prevent|"
    r"cancel|call\w* off|drop|scrap|abandon|renounc|remov|delay|suspend|ban(?!k|d)|block|disrupt|revers|abolish|freez|paus|"
    r"eliminat|leav(?:e|ing)|quit(?!e)|shutter|shut\w* down|"
    r"(?<!\ba\s)(?<!\bthe\s)(?<!\bits\s)(?<!\btheir\s)(?<!\bmore\s)(?<!\bvery\s)(?<!\bas\s)(?<!\bso\s)"
    r"clos(?:e(?!r|\s+(?:to|ties|relations\w*|cooperation|contacts?|partner\w*|all(?:y|ies|iances?)|friends?|talks?)\b)|ing|ure)"
    r"(?!\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:deal|accord|pact|gap|agreement))|"
    r"destroy|forgo|forswear|get\w* rid of|"
    r"roll\w* back|slash|suppress|relax|scal\w+ back|skip|boycott|scuttl|torpedo|shelv|back\w* away from|walk\w* out of|"
    r"tak\w+ (?:them |it )?off|com\w+ off|walk\w* away from|"
    r"back\w* down (?:on|from)|left(?=\s+(?:the|its|their|his|her|our)\b)|"
    r"compromis\w+ (?:on|over)|concessions? (?:on|over)|retreat\w* (?:on|from)|yield\w* on|budg\w+ (?:on|from)|trad\w+ away|"
    r"bargain\w* away|lower(?:s|ed|ing)?(?!\s+(?:house|court|level|chamber|cost|price))|"
    r"surrender|cede|ceding|soften|water\w* down|postpon|refrain\w* from|resist|waiv|"
    r"(?:pause|halt|freeze|ban|stop|break|cut|moratorium|embargo|limit)s? (?:in|on)|"
    r"withdr\w+ (?:\w+ ){0,4}from|pull\w* (?:\w+ ){0,4}(?:out of|back from|from)|"
    r"out of(?! the)|(?<=\w\s)(?<!an\s)(?<!the\s)outside|opposition to|refusal of|rejection of|relief (?=from\b))"
)
"""Beginnings of words that put an end to what follows them."""

END_VERBS = (
    r"(?:stop|end(?!or|ur|le|ea)|ceas(?!e[- ]?fire)|halt|lift|limit|reduc|cancel|called off|dropp|scrapp|remov|suspend|revers|paus|"
    r"abandon|renounc|postpon|forbidden|prevent|avoid)\w*"
)
"""Beginnings of verbs that put an end to what stands before them, behind an auxiliary."""

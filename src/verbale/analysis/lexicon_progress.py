"""How people say that talks go, by step of the scale; read in this order, in small letters, the first that matches decides."""

from verbale.analysis.findings import Progress
from verbale.analysis.screens import Screened

_NOT = r"(?:not|n['’]t|never|no longer|hardly|barely|yet to|without|no|nothing)"

TALKS = Screened(
    r"\b(talks?|negotiat\w*|dialogue|process|discussions?|round|meeting|agree\w*|deal|accord|treaty|compromise|positions?|"
    r"progress|breakthrough|impasse|deadlock|stalemate|dead[- ]?end|consensus|solution|settlement|common ground|gaps?|differences)\b",
)
"""What a claim of progress speaks of."""

STEPS: tuple[tuple[Progress, Screened], ...] = tuple(
    (step, Screened(pattern))
    for step, pattern in (
        (
            Progress.DEAD_END,
            r"\bdead[- ]?end|\bdead[- ]?lock|\bstalemate|\bimpasse|\b(?:talks|negotiations) (?:have |had |has )?(?:collapsed|failed|"
            r"broken down|"
            r"broke down|are over|are dead)|\bbreak(?:ing)? off (?:the )?(?:talks|negotiations)|\b(?:pointless|futile|no point in) |"
            r"\bnothing (?:left )?to (?:talk about|discuss)|\bwalk(?:ed|ing)? (?:away|out)",
        ),
        (
            Progress.STALLED,
            rf"\bpositions? (?:\w+ ){{0,4}}(?:unchanged|{_NOT} (?:\w+ ){{0,2}}(?:budged|changed|moved|shifted))|"
            rf"\b(?:remains?|remained|are|is|was|were|stand) unchanged|\b{_NOT} (?:\w+ ){{0,3}}(?:budged?|move[sd]? closer)|"
            rf"\b{_NOT} (?:\w+ ){{0,4}}(?:progress|breakthrough|agreement|agreed|agree|deal|result|outcome|consensus|common ground|new "
            rf"ideas?|"
            r"advance[sd]?)\b|\bstall(?:ed|ing)?\b|\bstuck\b|\bfrozen?\b|\bsuspend(?:ed)?\b|\bon hold\b|"
            r"\b(?:far|long way|miles|poles) (?:apart|off|away|from)|\b(?:did|does|do) not (?:suggest|indicate)|\bmarking time\b",
        ),
        (
            Progress.AGREED,
            r"\b(?:have|has|had|was|were|been) (?:now |already |finally )?(?:agreed|initialled|signed|sealed|settled|finali[sz]ed)\b|"
            r"\breached (?:an? |the )?(?:\w+ )?(?:agreement|deal|accord)|\bagreement (?:has|had|was|is) (?:been )?(?:reached|done|struck)|"
            r"\bdeal (?:has|had|was|is) (?:been )?(?:reached|done|struck)|\bagreed (?:on|to|upon|that)\b|\bwe agreed\b|\bis agreed\b",
        ),
        (
            Progress.CLOSE,
            r"\bas close as possible|\b(?:very |quite |really |now |come |coming |came |getting )?close(?:r)? to (?:an? |being |the |agree|"
            r"agreement|signing|deal|reach)\w*|\bon the (?:verge|brink|threshold)|\bwithin reach|\balmost (?:agreed|ready|done|finished|"
            r"there)|"
            r"\bnearly (?:agreed|ready|done|there)|\bfinal (?:stage|stretch|details|touches)|\bmost significant (?:step|progress)|"
            r"\bone step (?:away|from)|\bready to (?:be )?sign",
        ),
        (
            Progress.HOPEFUL,
            r"\bprogress(?:ed|ing|es)?\b|\bhope(?:s|ful|fully)?\b|\boptimis\w+|\bmore realistic|\broom for (?:a )?compromise|\bhalf[- "
            r"]?way|"
            r"\b(?:encourag|promis|constructiv|productiv|positiv)\w*|\bgood sign|\bbusiness-?like|\bmov(?:ed|ing|es|e) (?:forward|"
            r"closer|ahead)|"
            r"\bsteps? forward|\bgo(?:es|ing)? well|\bbreakthrough|"
            r"\badvanc(?:es|ed|ing|e)\b(?=\s*(?:[.,;!?\"”]|$|in\b|on\b|toward|the (?:talks|negotiations|process)))|"
            r"\bbrought (?:\w+ ){0,3}closer|\bmeaningful|"
            r"\bsubstantive|\bnarrow(?:ed|ing)? (?:the |their |our )?(?:gaps?|differences)|\bis possible|\bserious(?:ly)? (?:being "
            r")?discuss\w*",
        ),
        (
            Progress.DIFFICULT,
            r"\bdifficult\w*|\bslow(?:ly|er)?\b|\b(?:not|n['’]t|hardly) (?:\w+ )?(?:easy|simple|quick)|\bcontradictions?|\bhard(?:er)?\b|"
            r"\bcomplicated|\bcomplex|\btough|\bviscous|\bobstacles?|\bnuances|\bdisagree\w*|\bdifferences|\bgaps? (?:remain|between)|"
            r"\bsceptic\w*|"
            r"\bskeptic\w*|\bmore time|\bpremature|\btoo early|\bdrag(?:ging|ged)?|\bunresolved|\bsticking points?|\bdoubt\w*|"
            r"\bpessimis\w+",
        ),
        (
            Progress.UNDER_WAY,
            r"\b(?:is|are|being|was|were) (?:now |currently |also )?(?:being )?(?:discussed|negotiated|considered|looked at)|"
            r"\bcontinu\w+|\bresum\w+|"
            r"\bon the table|\bongoing|\bunder ?way",
        ),
    )
)

OUTRIGHT = Screened(
    rf"\bpositions? (?:\w+ ){{0,4}}(?:unchanged|{_NOT} (?:\w+ ){{0,2}}(?:budged|changed|moved|shifted))|"
    r"\bpositions? (?:\w+ ){0,6}as close as possible|\bdead[- ]?lock|\bstalemate|\bimpasse|\bdead[- ]?end|"
    r"\b(?:talks|negotiations) (?:have |had |has )?(?:collapsed|failed|stalled|broken down)|\bclose to (?:an |being |the )?agree\w*|"
    r"\b(?:talks|negotiations) (?:\w+ ){0,4}(?:progressed|advanced|moved forward|collapsed|stalled)\b",
)
"""Words plain enough to count as a claim of progress whatever the move of the statement they stand in."""

"""The grammar of English."""

from __future__ import annotations

import re

from verbale.coding.conditions_english import CONDITIONS
from verbale.coding.grammar import Frames, Grammar, Moves, Negations, Persons, Stances
from verbale.coding.lexicon_content import ANY, HARM, HOSTILE, NO_DEED, OWN
from verbale.coding.lexicon_cues import CUES
from verbale.coding.lexicon_ends import END_VERBS, STOPPERS
from verbale.coding.phrases import lexicon, phrases

_FRAMES = Frames(
    auxiliaries=re.compile(
        r"(?:\b(?:has|have|had|having|did|does|do|would|will|was|were|is|are|be|been|being|not|never|no|again|also|already|once|"
        r"twice|repeatedly|"
        r"still|yet|just|only|flatly|firmly|\w+ly|appeared?s?|seems?|seemed|to|could|can|may|might|must|should|refus(?:es|ed|ing)?|"
        r"declin(?:es|ed|ing)?|stopped|short|of)\b\s*|\w+n['’]t\s+)+$",
        re.IGNORECASE,
    ),
    aside=re.compile(
        r"\b(?:in (?:response|reply|reaction|answer) to|responding to|amid|despite|after|following|when|during|while|as|ahead of|"
        r"because|although)\b",
        re.IGNORECASE,
    ),
    first_word=re.compile(
        r"(?:to|for|that|on|of)\b|(?:(?:his|her|its|their|great|deep|some|strong|cautious)\s+)*"
        r"(?:hopes?|optimism|confidence|satisfaction|doubts?|scepticism|skepticism|frustration|concerns?|willingness|readiness|"
        r"support|disapproval"
        r"|anger|outrage|disappointment|interest|pessimism|unease)\b"
    ),
)

_NEGATIONS = Negations(
    negator=re.compile(
        r"\b(?:not|never|no|neither|nor|without|hardly|scarcely|cannot|nobody|nothing|none|lack of|absence of|instead of|"
        r"rather than|far from|"
        r"refus\w+ to|declin\w+ to|fail\w* to|stop\w* short of|rul\w+ out|yet to|no longer|unable to|unwilling to|"
        r"den(?:y|ies|ied|ying)|"
        r"(?:is|are|was|were|be|been|vot\w+|argu\w+|spoke|speak\w*|stands?|stood|turn\w*|warn\w*|advis\w+) against|"
        r"reject\w*|oppos\w+)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    breaks=re.compile(
        r"(?<![A-Z])[.!?][\"”’']*(?=\s|$)|[;:…—]|\s[-–]\s|,\s*(?:and|but|because|as|while|so|or|adding|saying|noting|stressing|"
        r"warning|insisting)\b|"
        r"\b(?:but|because|although|while|whereas|yet(?! to)|unless|if|until)\b|"
        r"\bas (?=(?:\w+ ){1,4}(?:resumes?|progress(?:es)?|continues?|advances?)\b)|"
        r"\band (?=(?:has|have|had|is|are|was|were|will|would|he|she|it|they|we|[iI])\b)|"
        r",\s*(?=(?:is|are|should|must|bears?|has|have)\b)|"
        r",[\"”’]? (?=(?:no|nobody|the|it|he|she|we|they|[iI])\b)"
    ),
    sentence=re.compile(r"(?<![A-Z])[.!?][\"”’']*\s|[…;]"),
    harmless=re.compile(
        r"(?:\bnot|n['’]t) (?:only|just|merely|simply|least|hesitate)\b|\bno (?:doubt|wonder|less|choice but|option but|"
        r"(?:more|fewer|later|earlier) than)\b",
        re.IGNORECASE,
    ),
    reach=7,
    stopper=re.compile(rf"{STOPPERS}\w*\b", re.IGNORECASE),
    stops_before=re.compile(
        rf"\b{STOPPERS}\w*[\"'”’]?\s+(?:(?!(?:on|in|at|by|with|from|before|after|is|are|was|were|should|must|will|"
        rf"would)\b)[\"'“‘]?[\w'’-]+[\"'”’]?\s+){{0,5}}[\"'“‘]?$",
        re.IGNORECASE,
    ),
    stopped_after=re.compile(
        r"^\s+(?:relief|waivers?|exemptions?)\b"
        r"|^\s+(?:fully |all )?(?:lifted|removed|scrapped|dropped|cancel+ed|eliminated|eased|halted|suspended|abolished)\b(?!\s+by\b)"
        r"|^(?:[\s,]+[\w'’-]+){0,5}?\s+(?:"
        r"(?:(?:must|should|would|could|can|may|might|will|has|have|had|be|is|are|was|were|been|being)\s+(?:to\s+)?)+(?:\w+ly\s+)?"
        + END_VERBS
        + r"|"
        r"to\s+" + END_VERBS + r"(?=\s*(?:[.,;!?\"”]|$|\b(?:and|immediately|now|at once|before|by|as|for good)\b)))",
        re.IGNORECASE,
    ),
    denied_after=re.compile(
        r"^(?:[\s,]+[\w'’-]+){0,5}?\s+(?:is|are|was|were|be|seems?|remains?)\s+(?:(?:\w+ly\s+)?(?:not|never|no longer|"
        r"neither)\s+(?:\w+\s+)?"
        r"(?:possible|acceptable|needed|necessary|wanted|welcome|realistic|an option|on the table|an answer|the answer|going to happen)|"
        r"(?:impossible|unnecessary|unacceptable|unwanted|unwelcome|out of the question|off the table))",
        re.IGNORECASE,
    ),
    plain=re.compile(r"\b(?:not|no|never|without)\b|n['’]t\b", re.IGNORECASE),
)

_PERSONS = Persons(
    clause_break=re.compile(
        r"(?<![A-Z])[.!?](?=\W)|[;:…]|\b(?:that|while|but|because|if|unless|when|which|who|That|While|But|Because|If|Unless|When)\b"
        r"|\b(?:I|[Ww]e) (?:think|believe|guess|feel|suppose|understand|hear)\b"
    ),
    sentence_break=re.compile(r"(?<![A-Z])[.!?](?=\W)|…"),
    first=re.compile(r"\b(?:i|we|us|our|ours|my|me|let['’]s)\b", re.IGNORECASE),
    third=re.compile(r"\b(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE),
    speaker=re.compile(r"[\W_]*(?:that )?(?:i|we)(?:['’](?:ve|re|d|m))?\b", re.IGNORECASE),
    subject=re.compile(r"[\W_]*(?:that )?(?:he|she|it|they|i|we)(?:['’](?:ve|re|d|m|s))?\b", re.IGNORECASE),
    own_phrase=re.compile(r"(?:i|we|let['’]s|let us|our|my)\b", re.IGNORECASE),
    unnamed=0.5,
)

_MOVES = Moves(
    cues=lexicon(CUES),
    own=lexicon(OWN),
    any=lexicon(ANY),
    harm=phrases(HARM),
    hostile=phrases(HOSTILE),
    asks=re.compile(r"\b(?:ask(?:s|ed|ing)?|press(?:es|ed|ing)?|wonder\w*|inquir\w+|enquir\w+)$", re.IGNORECASE),
    asks_what=re.compile(
        r"\b(?:ask(?:s|ed|ing)?|wonder\w*|inquir\w+|enquir\w+)(?: \w+)?,? (?:whether|if|what|how|why|when|who|where|about)$", re.IGNORECASE
    ),
    question=re.compile(r"[\W_]*(?:whether|if|what|how|why|when|who|where)\b", re.IGNORECASE),
    attribute=re.compile(r"no-\w", re.IGNORECASE),
    provocation=re.compile(r"(?:only )?(?:if|unless|should|in case|until|as long)\b", re.IGNORECASE),
    concession=re.compile(r"\b(?:even if|even though|although|whether or not|regardless of|no matter)\b[^,.;]*", re.IGNORECASE),
    would=re.compile(
        r"\b(?:would|will|could)(?! [\"“]?(?:have|not|never|neither|like|need|mean|take|lead|cause)\b)|['’]ll\b(?! (?:have|see)\b)",
        re.IGNORECASE,
    ),
    undertakes=re.compile(
        r"(?:(?<=\s)(?:will|would|shall)|['’]ll)\s+(?:(?:also|now|soon|then|next|immediately|(?!only\b)\w+ly)\s+)*"
        rf"(?!(?:{'|'.join(NO_DEED)}|\w+ly|\w+ed)\b)"
        r"(?:(?P<talk>meet|talk|speak|discuss|consult)|[a-z]{2,})\b",
        re.IGNORECASE,
    ),
    open_question=re.compile(
        r"\b(?:how|what|whatever|whether|if|when|where|why|who|which|once|unless|until)\s+(?:\S+\s+){0,3}$",
        re.IGNORECASE,
    ),
    there=re.compile(r"\bthere\s*$", re.IGNORECASE),
    wants=re.compile(r"(?:demand|call|urg|insist|want|expect|prefer|seek|sought|await|asking)", re.IGNORECASE),
    but=re.compile(r"\b(?:but|however)\b", re.IGNORECASE),
    withheld=re.compile(
        r"\byet to\b|\b(?:not|never|failed to|declined to|refused to) (?:\w+ )?(?:announce|report|confirm|see|signal|show)\w*",
        re.IGNORECASE,
    ),
    warns=re.compile(r"\bwarn(?!\w* against)", re.IGNORECASE),
    forbids=re.compile(r"\W*(?:(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ther)\s+)?(?:[\w.'’-]+\s+){1,4}?not to [a-z]"),
    proposal=re.compile(
        r"\W*(?:(?:the|this|that|his|her|its|their|an?|[\w.-]+['’]s)\s+)?(?:(?!(?:of|for|to|on|in|by)\b)[\w-]+\s+){0,2}"
        r"(?:offers?|proposals?|plans?|drafts?|bills?|deals?)\b(?!\s+(?:makers?|breakers?))",
        re.IGNORECASE,
    ),
    announces=re.compile(r"(?:announc|unveil)", re.IGNORECASE),
    measures=re.compile(
        r"\W*(?!that\b)(?:[\w$€£.,’'-]+\s+){0,5}?(?:tariffs?|duties|sanctions?|measures|aid|weapons|bans?|restrictions?|curbs|lev(?:y|ies)|penalt\w+)\b",
        re.IGNORECASE,
    ),
    orders=re.compile(
        r"(?:^|[.!?:;]\s+|\band then\s+)[\"“‘']?(?P<order>(?:stop|end|open|give|lay|leave|return|release|lift|withdraw|sign|pass"
        r"|fund|reopen|drop|accept|put)"
        r"\s+(?:the|your|our|this|that|these|those|us|them|it|down|all|up|back)\b)",
        re.IGNORECASE,
    ),
    hopes=re.compile(r"\bhop(?:e|es|ed|ing)\b", re.IGNORECASE),
    insists=re.compile(r"\binsist\w*\W*(?:that\W*)?$", re.IGNORECASE),
    that=re.compile(r"\W*that\s+|\W+", re.IGNORECASE),
    will_do=re.compile(r"\s+(?:\w+\s+){0,2}?(?:will|would|can|could)\b", re.IGNORECASE),
    bare_verb=re.compile(
        r"\s+(?!(?:want|have|know|are|do|did|had|were|support|will|would|can|could|may|might|must|still|also|never|always)\b)[a-z]{2,}(?<!s)(?<!ed)(?<!ing)(?![\w-])"
    ),
    foreseen=re.compile(r"\b(?:would|will|could|may|might|was|were|is|are)\b", re.IGNORECASE),
    auxiliaries=re.compile(
        r"(?:\W|\b(?:am|has|have|had|did|do|does|is|are|was|were|be|been|also|already|still|always|never|not|really|too|very|much|"
        r"would|will|can|could|"
        r"\w+ly|\w+n['’]t)\b)*",
        re.IGNORECASE,
    ),
    past=re.compile(
        r"(?:(?:i|we|they|he|she)\s+)?(?:(?:was|were|had|has|have|been)\b|did(?:n['’]t|\s+not)\b|(?:\w+ed|put|made|gave|withdrew)\b)",
        re.IGNORECASE,
    ),
    bygone=re.compile(
        r"\b(?:(?:last|the previous|an earlier) (?:week|month|year|summer|autumn|winter|spring)|in (?:19|20)\d\d|back (?:then|in)|"
        r"in the past"
        r"|(?:(?:a|an|one|two|three|four|five|several|some|many) (?:weeks?|months?|years?)|years|long) ago|at (?:that|the) time)\b",
        re.IGNORECASE,
    ),
    media=re.compile(
        r"\b(?:News|Times|Post|Journal|Reuters|Associated Press|AP|AFP|TASS|Tass|Interfax|RIA|Xinhua|BBC|CNN|RT|Bloomberg|Axios|"
        r"Politico|Guardian|Agency|agency|newspaper|daily|broadcaster|reporters?|journalists?|media|reports?|correspondents?|anchor|host)\b"
    ),
    observers=re.compile(
        r"\b(?:analysts?|experts?|economists?|observers?|critics?|commentators?|professor|researchers?|historians?|watchers?|"
        r"investors?|pundits?"
        r"|strategists?|correspondents?|columnists?|journalists?|fellow|think[- ]tank)\b",
        re.IGNORECASE,
    ),
)

_STANCES = Stances(
    wants=re.compile(
        r"\b(?:need\w*|should|must|more|new|tougher|stronger|increased|reason for|lack\w*|call\w* for|without)\s+(?:[\w-]+\s+){0,3}$"
    ),
    disapproves=re.compile(
        r"\b(?:useless|pointless|worthless|meaningless|unacceptable|unrealistic|not enough|insufficient|not work|no use|futile|"
        r"naive|dangerous|"
        r"mistake\w*|wrong|just a|nothing but|does not commit|impossible|waste|ineffective|stupid\w*|foolish|reckless|disast\w+|immoral|"
        r"regret\w*|not look kindly|dim view|frown\w*|critici[sz]\w+|misguided|unwanted|"
        r"not (?:possible|acceptable|needed|wanted|an option|contribut\w+|help\w*|produc\w+|deliver\w*|working|solv\w+|bring\w*)|"
        r"n['’]t (?:contribute|help|produce|deliver|work|solve|bring)|(?:do|does|did) (?:nothing|little) (?:to|for)|counter-?productive|"
        r"damaging|harmful|illegal|unfair|painful)\b",
        re.IGNORECASE,
    ),
    approves=re.compile(
        r"\b(?:right|good|great|wise|sensible|worth\w*|worthwhile|justified|necessary|useful|beneficial|benefit\w*|success\w*|fair|"
        r"proud|better|"
        r"effective|welcome|positive|strong\w*)\b",
        re.IGNORECASE,
    ),
    harms=re.compile(r"\b(?:hurt\w*|harm\w*|pain|suffer\w*|damag\w+|los[es]\w*|losing|worse|destroy\w*|undermin\w*)\b", re.IGNORECASE),
    justifies=re.compile(
        r"\b(?:(?:in |a )(?:response|retaliation|answer|reply) to|legitimate|military (?:targets?|sites?|facilit\w+)|justified|"
        r"self-defen[cs]e|"
        r"right to defend)\b",
        re.IGNORECASE,
    ),
    wanted=re.compile(
        r"(?:only (?:if|when|after|once)|unless|until|provided|providing|on (?:the )?condition|in (?:the )?(?:exchange|return)|"
        r"without|before|"
        r"conditional|contingent|subject to|depend|as a )",
        re.IGNORECASE,
    ),
    clause=re.compile(r"[;:…—]|[.!?][\"”’']*\s|,?\s(?:but|while|whereas|although)\b|,\s(?:and|or|so)\b", re.IGNORECASE),
    holds=re.compile(
        r"not (?:negotiable|for (?:sale|negotiation|discussion)|(?:up|open) for \w+)|non-?negotiable|(?:sovereign|internal) \w+",
        re.IGNORECASE,
    ),
    joins=re.compile(r"\b(?:join|enter)\b", re.IGNORECASE),
    against=re.compile(
        r"\bagainst\W*$|(?:\b(?:not|never)|n['’]t)\s+(?:\w+ly\s+)?(?:believe|think|expect|consider|see|want|support|favou?r)\W*(?:that\W*)?$",
        re.IGNORECASE,
    ),
    anaphor=re.compile(
        r"^[\W_]*(?:(?:it|this|that|they|these|those|such|he|she|there|so|the (?:proposals?|idea|plan|matter|issue|deal|offer|demands?|"
        r"move|conditions?|terms|call|attacks?|decision|meeting|talks|document|draft|option))\b)",
        re.IGNORECASE,
    ),
)

ENGLISH = Grammar(_FRAMES, _NEGATIONS, CONDITIONS, _PERSONS, _MOVES, _STANCES)

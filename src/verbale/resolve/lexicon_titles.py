"""Words that tell who somebody is: honorifics, offices, groups, bodies, pronouns."""

from __future__ import annotations

import re

from verbale.resolve.lexicon import words

HONORIFICS = words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness president premier prime minister chancellor secretary",
    "senator sen rep representative congressman congresswoman governor gov general gen colonel col lieutenant lt captain capt",
    "major maj admiral adm ambassador king queen prince princess pope cardinal archbishop bishop father rev reverend sheikh",
    "emir sultan ayatollah imam sheik hajj vice deputy speaker judge justice mayor chairman chairwoman chief marshal",
    "commander comrade his her excellency honorable hon mp mep pm secretarygeneral",
)

SURNAMES = words("king bishop pope judge prince marshal major dean price")
"""Titles that are surnames, too."""

TITLE_WORDS = HONORIFICS | words(
    "spokesman spokeswoman spokesperson adviser advisor aide envoy negotiator leader head director analyst expert",
    "correspondent columnist reporter journalist commissioner diplomat official foreign defense defence interior finance",
    "treasury energy trade press special acting former ex top lead senior national security white house kremlin state",
    "majority minority commander coordinator lawmaker author blogger economist scientist professor fellow researcher",
    "historian representative permanent candidate founder presidential house senate democratic republican democrat pentagon",
    "economic military army air force navy chief counsel attorney minister chair chairwoman counselor",
    "posol prezident ministr glava golova predstavitel sovetnik sekretar presssekretar radnik rechnik ochilnik deputat gubernator gospodin",
)
"""Words, often capitalised, that stand before a name without being part of it; those of Russian and Ukrainian in Latin letters."""

OFFICES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (canonical, re.compile(rf"\b(?:{pattern})\b"))
    for canonical, pattern in (
        ("spokesman", r"spokes(?:man|woman|person|people|men|persons)|press secretar(?:y|ies)|press officers?"),
        (
            "negotiator",
            r"(?:top |chief |lead |leading |main |principal )?negotiators?|(?:head|leader|chief) of (?:the |its |his )?(?:\w+ )?"
            r"(?:negotiating )?(?:delegation|negotiating team)|delegation (?:head|leader|chief)",
        ),
        ("security adviser", r"national security advis[eo]r"),
        ("foreign policy chief", r"foreign policy chief|foreign affairs chief|high representative"),
        ("chief of staff", r"chief of staff|head of (?:the |his |her )?(?:\w+ )?(?:presidential )?office"),
        ("adviser", r"advis[eo]rs?|aides?|counsel+ors?|(?<=house )counsel|assistant to"),
        ("envoy", r"(?:special )?envoys?|special representative|emissary"),
        ("ambassador", r"ambassadors?"),
        (
            "foreign minister",
            r"foreign (?:affairs )?ministers?|ministers? (?:of|for) foreign affairs|foreign secretar(?:y|ies)|top diplomat|"
            r"chief diplomat|secretar(?:y|ies) of state|external affairs minister|"
            r"minister of (?:the )?exterior|exterior minister|(?:head|chief) of diplomacy",
        ),
        (
            "defence minister",
            r"def[ei]n[cs]e (?:ministers?|secretar(?:y|ies)|chief)|ministers? (?:of|for) def[ei]n[cs]e|secretar(?:y|ies) of def[ei]n[cs]e",
        ),
        (
            "interior minister",
            r"(?:interior|internal affairs|home affairs) minister|minister of (?:the interior|internal affairs)|home secretary",
        ),
        ("finance minister", r"(?:finance|treasury) (?:minister|secretary|chief)|(?:minister of finance|chancellor of the exchequer)"),
        (
            "commerce minister",
            r"(?:commerce|trade) (?:minister|secretary|representative|commissioner|chief)|(?:minister|secretary) (?:of|for) "
            r"(?:commerce|trade)",
        ),
        ("secretary-general", r"secretary[- ]general|general secretary"),
        ("prime minister", r"prime ministers?|premier|taoiseach|pm"),
        ("chancellor", r"chancellor"),
        ("president", r"presidents?|head of state"),
        ("leader", r"leaders?|supreme leader|strongman|ruler"),
        ("pope", r"pope|pontiff"),
        ("king", r"king|emir|crown prince|sultan"),
        ("governor", r"governors?"),
        ("mayor", r"mayors?"),
        ("speaker", r"speaker"),
        ("senator", r"senators?|sen\."),
        ("whip", r"(?:chief |majority |minority |party )*whips?"),
        ("majority leader", r"majority leader"),
        ("minority leader", r"minority leader"),
        (
            "lawmaker",
            r"lawmakers?|congress(?:man|woman)|representatives?|rep\.|deput(?:y|ies)(?= of)|mps?|members? of parliament|meps?|legislators?",
        ),
        ("commissioner", r"commissioners?"),
        ("coordinator", r"coordinator"),
        ("minister", r"ministers?"),
        ("secretary", r"secretar(?:y|ies)"),
        ("commander", r"commanders?|commander-in-chief|(?<!director )(?<!director-)(?<!attorney )general|colonel|admiral|army chief"),
        ("politician", r"politicians?|statesm[ae]n"),
        ("diplomat", r"diplomats?"),
        ("mediator", r"(?:chief |lead )?mediators?"),
        ("chairman", r"chair(?:man|woman|person)?"),
        ("director", r"director(?:[- ]general)?"),
        ("professor", r"(?:senior )?(?:professor|academic|scholar|researcher|fellow|lecturer)"),
        (
            "analyst",
            r"(?:political |military |security )?(?:analysts?|experts?|scientists?|commentators?|economists?|historians?|observers?)",
        ),
        ("journalist", r"journalists?|reporters?|correspondents?|columnists?|presenter|host|anchor|blogger|editor(?:-in-chief)?"),
        ("lawyer", r"lawyers?|attorneys?"),
        ("head", r"head|chief|boss"),
        ("official", r"officials?|officers?|sources?|authorit(?:y|ies)|representatives?"),
    )
)
"""An office by its usual name and every way to write it; the longer expression stands first."""

GENERIC_OFFICES: dict[str, frozenset[str]] = {
    "leader": frozenset(["president", "prime minister", "chancellor", "leader", "king", "majority leader", "minority leader"]),
    "head": frozenset(
        ["president", "prime minister", "chancellor", "leader", "head", "director", "chief of staff", "foreign policy chief", "chairman"]
    ),
    "minister": frozenset(
        ["foreign minister", "defence minister", "interior minister", "finance minister", "commerce minister", "prime minister", "minister"]
    ),
    "secretary": frozenset(
        [
            "foreign minister",
            "defence minister",
            "finance minister",
            "commerce minister",
            "interior minister",
            "secretary",
            "secretary-general",
        ]
    ),
    "diplomat": frozenset(["foreign minister", "ambassador", "envoy", "foreign policy chief", "diplomat"]),
    "official": frozenset(
        ["official", "spokesman", "adviser", "diplomat", "commander", "governor", "mayor", "coordinator", "negotiator", "head"]
    ),
    "lawmaker": frozenset(["senator", "lawmaker", "speaker", "majority leader", "minority leader"]),
    "senator": frozenset(["senator", "speaker", "majority leader", "minority leader"]),
    "politician": frozenset(
        [
            "senator",
            "lawmaker",
            "speaker",
            "leader",
            "president",
            "prime minister",
            "chancellor",
            "governor",
            "mayor",
            "foreign minister",
            "politician",
        ]
    ),
    "analyst": frozenset(["analyst", "professor"]),
    "professor": frozenset(["professor", "analyst"]),
    "adviser": frozenset(["adviser", "security adviser"]),
    "negotiator": frozenset(["negotiator"]),
}
"""What a general word may stand for when it is used again ("the minister")."""

LOCAL_OFFICES = frozenset(["governor", "mayor"])
"""Offices that every region or town has."""

OFFICES_OF_STATE = frozenset(
    ["president", "prime minister", "foreign minister", "defence minister", "finance minister", "commerce minister", "interior minister"]
) | {"secretary", "security adviser"}
"""Offices that a state has one of."""

PRIVATE_OFFICES = frozenset(["analyst", "journalist", "professor", "lawyer"])
"""Offices whose bearers speak for no party."""

PRIVATE_ROLES = PRIVATE_OFFICES | {"director", "head", "chairman"}
"""Offices that an expert may hold: he speaks for no party as long as he has no other."""

FRIENDS_AND_FOES = words(
    "ally allies supporter supporters critic critics confidant confidante associate associates loyalist loyalists rival rivals insider",
    "surrogate donor donors opponent opponents friend friends biographer backer backers",
)
"""Who is only described by the name before, and speaks for no party: "Hentz ally Tora Venn"."""

PRIVATE_WORDS = FRIENDS_AND_FOES | words(
    "watcher watchers specialist specialists analyst analysts expert experts scientist scientists commentator commentators "
    "economist economists historian observers",
    "observer journalist journalists reporter reporters correspondent columnist professor researcher researchers academic",
    "fellow scholar resident residents citizen citizens witness witnesses critics critic activist activists protesters",
    "demonstrators media newspaper newspapers outlet outlets agency agencies broadcaster television tv survivors soldier",
    "serviceman blogger company companies firm firms investors traders think-tank institute university former ex-ambassador",
    "voters poll polls public business businesses executives employees shareholders retailers manufacturers consumers",
    "ekspert eksperty eksperti analitik analitiki politolog",
)
"""Words that say a source speaks for no party."""

DOCUMENT_WORDS = words(
    "statement letter report communique communiqué paper document memorandum proposal draft text declaration resolution plan",
    "release readout note post tweet message plan bill",
)
"""Texts that can stand as a source for whoever issued them."""

JOINT = re.compile(
    r"^(?:both|the two|the|all|these|those|two|neither|either)\s+(?:\w+\s+)?(?:sides?|parties|countries|nations|governments"
    r"|delegations|presidents|leaders|states|"
    r"teams|capitals|men|foreign ministers)\b",
    re.IGNORECASE,
)
"""Two or more who speak as one ("both sides")."""

HE = frozenset(["he", "his", "him", "himself", "он", "его", "його", "він"])
SHE = frozenset(["she", "her", "hers", "herself", "она", "её", "ее", "вона", "її"])
IT = frozenset(["it", "its", "itself"])
THEY = frozenset(["they", "their", "them", "themselves", "both", "они", "их", "вони", "їх", "їхніми"])
I = frozenset(["i", "my", "me", "i've", "i'm", "i'd", "i'll", "myself", "я"])  # noqa: E741  the pronoun
WE = frozenset(["we", "our", "us", "we've", "we're", "we'd", "we'll", "мы", "ми"])
WHO = frozenset(["who", "whose"])
LOOSE = frozenset(["that", "which", "this", "these", "those", "what"])
PRONOUNS = HE | SHE | IT | THEY | I | WE | WHO | LOOSE

DETERMINERS = words("the a an this that these those his her its their our my some several many other another one two three few any no")

MALE_TITLES = words("mr sir lord king prince pope cardinal father sheikh sultan emir congressman chairman spokesman")
FEMALE_TITLES = words("mrs ms miss dame lady baroness queen princess congresswoman chairwoman spokeswoman")

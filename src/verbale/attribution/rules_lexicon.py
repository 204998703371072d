"""Words that signal an attribution in English: lemmas, by what may follow them."""


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


SPEECH = words(
    """
    accept acknowledge add admit admonish advise affirm agree allege announce answer argue ask assert assess assure attest aver
    bemoan blog boast brag caution charge chide claim clarify comment complain concede conclude confess confide confirm contend
    continue counter declare decree demand deny describe disclose dispute emphasise emphasize enthuse estimate exclaim explain
    fume gripe grumble highlight hint imply indicate inform insinuate insist interject intone joke lament lie maintain mention
    muse note object observe opine plead pledge point post predict proclaim profess promise pronounce propose protest quip quote
    read reaffirm reason reassure recall recommend recount reiterate rejoin relate remark remind repeat reply report request
    respond retort reveal rule say scoff shout signal speculate state stress submit suggest summarise summarize swear tell
    testify threaten thunder tweet underline underscore urge vow warn whisper wonder write yell
    """
)
"""Verbs that take a clause or a quotation as what was said."""

CLAUSE_ONLY = words(
    """
    acknowledge add admit argue assert believe caution claim concede contend emphasise emphasize explain fear hope insist
    maintain note predict reiterate say state stress suggest tell think warn
    """
)
"""Verbs that hardly ever have another complement than what was said, so that whatever clause follows them is it."""

REPORTING = words("announce confirm disclose report reveal tweet write")
"""Verbs of reporting that may close a sentence whose rest is content."""

QUOTE_ONLY = words("begin conclude continue explain interrupt reflect resume sigh counter joke")
"""Verbs that may stand beside a quotation, but whose other clauses are no content."""

THOUGHT = words(
    """
    anticipate assume believe consider convince decide determine dispute doubt envisage envision expect fear feel figure find
    foresee guess hold hope imagine judge know learn realise realize reckon recognise recognize regret see sense suspect think
    trust understand view want wish worry conclude calculate deem discover show demonstrate prove
    """
)
"""Verbs of belief, wish and finding that take a clause as content."""

INFINITIVE = words(
    """
    agree aim ask beg call choose claim commit consent decide decline demand encourage expect hope implore instruct intend
    invite offer opt order plan pledge plead prefer press promise propose push recommend refuse request seek swear threaten
    undertake urge vow want warn wish
    """
)
"""Verbs whose infinitive tells a wish, an offer, a promise or a refusal."""

OBJECT = words(
    """
    anticipate envisage envision expect foresee urge accept acknowledge advocate announce applaud approve assail back bemoan
    blast cite condemn confirm contest contradict criticise criticize dangle decry defend demand denounce deny deplore dismiss
    dispute downplay embrace emphasise emphasize endorse express favor favour float hail highlight laud lament mock oppose outline
    praise predict
    prefer pledge promise propose question rebuff rebut recommend refute reaffirm reiterate reject renounce repeat report
    request reveal slam stress suggest support threaten tout underline underscore voice vow want welcome
    """
)
"""Verbs whose object is what is asserted, asked for, refused or praised."""

GERUND = words("acknowledge admit advise consider deny describe mention oppose propose recall recommend report suggest support")
"""Verbs whose participle clause is content: "suggested postponing the talks"."""

FRAMING = words(
    """
    accuse blame brand call cast characterise characterize commend congratulate compare condemn consider credit criticise
    criticize declare defend deem denounce depict deride describe dismiss dub fault hail identify label liken paint portray
    praise rate regard see slam tout view
    """
)
"""Verbs that say something of their object: "described X as Y", "accused X of Y", "called X Y"."""

DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday")
"""Days, as they stand behind a verb of speech."""

NAMING = frozenset({"brand", "call", "deem", "dub", "label"})
"""Framing verbs that give a name."""

FRAMING_PREPOSITIONS = frozenset({"as", "for", "of", "to", "with"})

PREPOSITIONAL = frozenset(
    (verb, preposition)
    for preposition, verbs in {
        "about": "ask boast brag complain joke speak speculate talk warn worry",
        "against": "argue campaign caution lobby rail vote warn",
        "at": "balk hint",
        "for": "apologise apologize appeal argue ask call campaign hope lobby plead press push vote vouch",
        "in": "believe",
        "of": "boast complain speak talk warn",
        "on": "agree comment insist report",
        "to": "agree allude commit consent object point refer",
        "upon": "insist",
        "with": "agree",
    }.items()
    for verb in verbs.split()
)
"""Verbs with the preposition whose object is content."""

PARTICLE = frozenset(
    {("rule", "out"), ("point", "out"), ("lay", "out"), ("play", "down"), ("turn", "down"), ("spell", "out"), ("set", "out")}
    | {("brush", "off"), ("shoot", "down"), ("shrug", "off")}
)
"""Verbs whose particle makes the object content."""

NOUNS = words(
    """
    hint notice signal word accusation admission advice allegation announcement appeal argument assertion assessment assurance
    belief call claim comment commitment complaint conclusion concern confidence contention conviction declaration demand denial
    description desire doubt estimate expectation fear forecast hope insistence intention objection offer opinion opposition
    pledge plea prediction pressure promise proposal proposition push refusal rejection remark request statement suggestion
    suspicion threat view vow warning wish
    """
)
"""Nouns of speech and wish whose complement is content: "X's claim that", "their call for"."""

NOUN_PREPOSITIONS = frozenset({"for", "of", "about", "against", "to"})

ADJECTIVES = words(
    """
    adamant afraid angry anxious aware certain clear committed concerned confident convinced critical determined doubtful
    dubious eager glad happy hopeful inclined keen open opposed optimistic pessimistic pleased prepared proud ready reluctant
    satisfied sceptical skeptical supportive sure unaware unconvinced unhappy unwilling upset wary willing worried
    """
)
"""Adjectives of a standing position: "is ready to", "is skeptical that"."""

VIEW_NOUNS = words("view opinion word words estimation judgment judgement telling assessment eyes mind")
"""Nouns of "in X's view"."""

MEDIA = words(
    "bbc cnn daily english guardian herald journal magazine media news online post press radio report reuters times today tribune tv"
)
"""Words in the name of an outlet, which stands behind a dash in many titles."""

LABELS = words(
    """
    related article articles read more also see photo photos video videos image images watch listen source sources url original
    update updated live breaking tags topics share subscribe follow by email note editor caption credit correction advertisement
    analysis opinion explainer exclusive clarification correction latest fact check photographer the what why how where when who
    here
    """
)
"""Words before a colon that name a kind of page element and nobody."""

PUBLIC_FIRST_PERSON = frozenset({"i", "we", "you", "one"})

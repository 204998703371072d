"""The English words that matching treats specially: grammar, everyday words of any negotiation, hedges, numbers, names of states.

A word is listed in its base form; words.stem brings a text's forms to it. A word in none of the lists is content of full weight.
Other languages pass through: their words are compared as they stand, without synonyms.
"""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATORS = _set("no not never neither nor nobody cannot hardly barely without")
"""Words that deny what follows."""

FUNCTION = _set(
    """
    a an the this that these those there here it its itself he him his himself she her hers herself they them their theirs themselves we
    us our ours ourselves i me my mine myself you your yours yourself who whom whose which what when where why how be am is are was were
    been being do does did done doing have has had having will would shall should can could may might must ought and or but if then than
    so as at by for from in into of off on onto out over to up upon with within about above across  again against along among
    around  behind below beneath beside between beyond during down except inside like near outside per since through throughout
    till toward towards under until via while whether because though although however therefore thus hence also too very just only even
    still yet already now today tomorrow yesterday soon ever always often such same own other another each every both all any some many
    much more most few less least several one once well rather quite really actually indeed simply else instead meanwhile moreover
    let's lets s t re ve ll d m etc inter alia mr mrs ms dr sir nothing none nowhere
    """
)
"""Grammar: no weight."""

EVERYDAY = _set(
    """
    say tell speak talk ask answer add note stress call claim believe think know see look want wish  need try seek make take give
    get go come bring put keep let set show use work start begin continue remain become happen appear seem mean country nation state
    government president minister ministry leader official spokesman spokesperson spokeswoman delegation delegate side party people
    person man woman world time day week month year hour morning evening way thing point part place case fact matter issue question
    problem situation position view statement word talks negotiate dialogue discuss meet process agree agreement deal peace war conflict
    crisis settle solution propose offer condition term document new old good bad great big large small important main clear certain
    possible ready able sure necessary right current future next last first second third recent further long short high low late early
    full whole general before after percent stay
    """
)
"""Words that any report of any talks uses: a part of the weight."""

DOMAIN = _set(
    """
    ceasefire truce sanction security guarantee military army force troop border territory region city capital treaty accord proposal
    demand progress compromise resolve support secure political diplomatic economic national international foreign prepare accept reject
    refuse welcome plan step measure decision meeting round summit hope
    """
)
"""Words of negotiations: somewhat less telling than others."""

HEDGES = _set(
    """
    may might could possibly perhaps maybe probably likely apparently seemingly allegedly reportedly presumably roughly approximately
    almost nearly partly partially somewhat relatively potentially conceivably arguably would should hopefully generally largely mostly
    tentatively cautiously
    """
)
"""Words by which a speaker commits himself less; a report that drops them hardens the statement."""

BACKSHIFTED = _set("would could might")
"""Hedges that reported speech also makes of "will", "can" and "may"."""

HEDGE_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "in my view",
        "in my opinion",
        "in our view",
        "in our opinion",
        "in principle",
        "i think",
        "i believe",
        "i hope",
        "we hope",
        "we think",
        "we believe",
        "it seems",
        "as far as",
        "to some extent",
        "more or less",
        "not necessarily",
        "some hope",
        "on condition",
        "provided that",
    )
)
"""Phrases that hedge."""

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    """
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

NUMBER_WORDS: dict[str, str] = {
    **{word: str(value) for value, word in enumerate(_UNITS.split())},
    **{word: str(10 * value) for value, word in enumerate(_TENS.split(), start=2)},
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
    "billion": "1000000000",
    "dozen": "12",
}
"""Numbers in words, as digits."""

IRREGULAR: dict[str, str] = {
    form: base
    for base, *forms in map(
        str.split,
        """
        say said says
        tell told
        speak spoke spoken
        make made
        take took taken
        give gave given
        get got gotten
        go went gone goes
        come came
        bring brought
        keep kept
        begin began begun
        know knew known
        see saw seen
        think thought
        seek sought
        mean meant
        become became
        meet met
        hold held
        leave left
        lose lost
        find found
        build built
        send sent
        pay paid
        buy bought
        withdraw withdrew withdrawn
        fight fought
        stand stood
        understand understood
        show shown
        write wrote written
        rise rose risen
        fall fell fallen
        break broke broken
        speed sped
        shoot shot
        choose chose chosen
        drive drove driven
        forbid forbade forbidden
        forget forgot forgotten
        man men
        woman women
        child children
        country countries
        serviceman servicemen
        crisis crises
        basis bases
        person persons
        defence defense
        centre center
        percent cent
        shut closed closes closing closure shuts
        travel travelled travelling
        sceptical skeptical
        """.strip().splitlines(),
    )
    for form in forms
}
"""Irregular forms and spellings, by base form."""

CAPITALS: dict[str, str] = {
    name: country
    for country, *others in map(
        str.split,
        """
        ukraine kyiv kiev ukrainian ukrainians
        russia moscow kremlin russian russians
        united-states washington america usa u.s us american americans
        china beijing peking chinese
        united-kingdom london britain uk u.k british
        germany berlin german germans
        france paris french
        turkey ankara turkiye türkiye turkish
        iran tehran iranian iranians
        israel jerusalem israeli israelis
        north-korea pyongyang dprk
        south-korea seoul
        japan tokyo japanese
        india delhi indian indians
        pakistan islamabad pakistani pakistanis
        syria damascus syrian syrians
        egypt cairo egyptian egyptians
        qatar doha qatari
        poland warsaw polish
        belarus minsk belarusian belarusians
        european-union brussels eu e.u european
        """.strip().splitlines(),
    )
    for name in (country, *others)
}
"""Capitals, short names and adjectives that reports use for a state, so that "Kiev" and "the Ukrainian side" name one."""

AUXILIARIES = _set("is are was were will would shall should can could may might must has have had do does did")
"""Verbs before which a clause's subject stands."""

LINKING = _set("is are was were")
"""Verbs after which a bare negation denies the subject ("sovereignty is not")."""

REACHED_OVER = _set("to about on of over the a an any be been being it them him her us me you this that these those")
"""Grammar over which a negation reaches on to what it denies ("not ready to talk about the canal")."""

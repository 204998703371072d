"""Which English words say nearly the same in the language of negotiations and of its translators, and which say the contrary."""

from __future__ import annotations

SYNONYMS = tuple(
    tuple(line.split())
    for line in """
    agreement accord deal pact agree
    talks talk negotiate dialogue discuss consult conversation
    propose proposal initiative suggest
    formulation wording formula phrasing language
    ceasefire truce armistice
    halt stop cease end terminate cessation suspend pause
    begin start launch commence initiate open
    remain stay
    continue resume proceed ongoing
    round session
    summit meeting meet
    solution resolve settle settlement solve
    peace peaceful
    compromise concession
    progress advance headway
    difficult hard complex complicated tough uneasy
    obstacle hurdle barrier stumbling
    contradiction difference disagreement divergence
    close near converge convergence align proximity approximate
    maximal maximum utmost
    position stance stand view standpoint
    side party
    demand insist require request call urge
    ready prepare willing readiness willingness
    accept approve consent endorse
    reject refuse decline dismiss rebuff
    promise pledge vow commit
    warn caution threaten threat
    accuse blame
    praise laud commend hail welcome
    confirm affirm
    hope optimism optimistic hopeful
    trust confidence
    walk withdraw pull pullout pullback retreat
    leave quit exit
    hand transfer cede relinquish
    release free liberate
    swap exchange
    guarantee guarantor assure assurance
    recognize acknowledge
    allow permit
    forbid ban prohibit bar
    help assist aid support
    attack strike assault shelling bombard raid
    kill murder
    destroy demolish
    war conflict crisis fighting hostilities
    eliminate remove eradicate abolish
    cause reason
    reduce cut decrease curtail scale lower diminish
    increase raise boost expand step
    radical drastic sharp significant substantial considerable marked dramatic
    sign initial conclude
    build construct
    deploy station
    send dispatch deliver supply
    buy purchase
    pay compensate reimburse
    return restore
    decide decision
    respond response reply answer
    achieve reach attain accomplish
    establish create form
    change alter modify amend
    budge move shift
    delay postpone defer
    protect defend safeguard defence defense
    need necessary necessity
    specific concrete precise definite
    absolute total complete entire utter full
    serious earnest
    important key crucial vital essential main fundamental principal central core
    immediate instant prompt urgent
    useful productive fruitful constructive substantive businesslike
    frank candid
    final definitive ultimate
    permanent lasting durable stable
    temporary interim provisional
    possible potential
    unacceptable inadmissible intolerable
    impossible unthinkable unrealistic
    realistic feasible
    big large great huge enormous massive vast
    soldier troop serviceman force army
    weapon arm arms armament weaponry
    captive prisoner detainee pow
    citizen civilian
    border frontier boundary
    area region zone territory district
    land soil
    conjunction context connection link linkage tandem combination
    timetable timeline schedule calendar
    draft text paper document
    corridor passage route
    fund money finance
    child kid minor
    company firm enterprise business
    tariff duty levy
    fuel oil petroleum
    vessel ship boat
    harbour port
    half halfway midway
    exclude rule
    alone unilateral
    together joint mutual
    quick fast rapid swift speedy
    slow sluggish
    ceiling limit cap
    crazy mad insane
    break recess
    admit admission admittance access
    implement implementation fulfil fulfill execute
    annul cancel revoke rescind
    surrender capitulate capitulation
    """.strip().splitlines()
)
"""Near-synonyms, a group a line: words that one sentence, translated twice, may differ in."""

PHRASES: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): word.strip()
    for phrase, word in (
        line.split("|")
        for line in """
    open to | ready
    in favour of | support
    in favor of | support
    too early | premature
    too soon | premature
    out of the question | unacceptable
    without delay | immediate
    right away | immediate
    as soon as possible | immediate
    at once | immediate
    let in | admit
    set up | establish
    give up | relinquish
    turn down | reject
    turned down | reject
    call for | demand
    calls for | demand
    called for | demand
    call off | cancel
    called off | cancel
    put off | postpone
    carry out | implement
    carried out | implement
    pull out | withdraw
    pulled out | withdraw
    step up | increase
    stepped up | increase
    break down | collapse
    broke down | collapse
    for good | permanent
    back away | withdraw
    united states | washington
    white house | washington
    united kingdom | london
    north korea | pyongyang
    south korea | seoul
    european union | brussels
    """.strip().splitlines()
    )
}
"""Set phrases that say what one word says, as they are written and the word."""

ANTONYMS = tuple(
    (tuple(one.split()), tuple(other.split()))
    for one, other in (
        line.split("|")
        for line in """
    accept approve support welcome agree endorse | reject refuse oppose decline disagree dismiss
    increase raise expand boost | reduce cut decrease lower curtail
    begin start resume continue | halt stop end suspend break cease
    possible realistic feasible | impossible unrealistic unthinkable
    acceptable | unacceptable inadmissible
    allow permit | forbid ban prohibit bar prevent
    optimistic hopeful | pessimistic sceptical skeptical
    success succeed | failure fail collapse
    lift ease remove | impose tighten introduce
    ready willing prepared | unready unwilling unprepared reluctant
    easy simple | difficult hard complex complicated tough
    confirm | deny
    likely | unlikely
    advance progress headway | stall deadlock impasse stalemate
    open reopen | shut
    before | after
    join enter | leave quit
    """.strip().splitlines()
    )
)
"""Words that say the contrary of each other about the same thing: the two sides of each line."""

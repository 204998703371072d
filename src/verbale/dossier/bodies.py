"""Nouns that make a name a group's or a body's, not a person's."""

_GROUPS = (
    "officials authorities negotiators diplomats sources lawmakers leaders ministers delegates mediators aides advisers advisors generals "
    "commanders representatives deputies senators members allies politicians spokesmen spokespeople governments states countries partners "
    "analysts experts critics observers economists residents witnesses journalists reporters officers troops forces republicans democrats "
    "conservatives counterparts presidents envoys parties sides mps meps backbenchers frontbenchers brexiteers hardliners moderates "
    "loyalists unionists legislators congressmen tories peers groups factions "
    "posredniki poseredniki eksperty eksperti analitiki delegaty delegati peregovorshchiki peregovirniki chinovniki posadovtsi diplomaty "
    "diplomati istochniki dzherela predstaviteli predstavniki vlasti"
)
_BODIES = (
    "ministry government office administration presidency delegation parliament congress senate house council commission committee army "
    "military force forces navy service services department agency party union team side court police embassy mission cabinet staff bank "
    "institute centre center assembly duma rada knesset authority board bureau foundation group campaign alliance organization "
    "organisation federation headquarters regime coalition secretariat directorate body command company university emergency association "
    "chamber league pravitelstvo pravitelstve ministerstvo ministerstve ministerstvi delegatsiya delegatsii administratsiya "
    "administratsii posolstvo posolstve uryad uryadi"
)
# Those of Russian and Ukrainian stand in Latin letters, as names are compared.
GROUP_WORDS = frozenset(_GROUPS.split())
BODY_WORDS = frozenset(_BODIES.split())

"""States as news texts name them: names, demonyms, and the seats that stand for their governments."""

from __future__ import annotations

COUNTRIES: tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    ("AE", ("united arab emirates", "uae", "emirates"), ("emirati", "emiratis"), ("abu dhabi",)),
    ("AF", ("afghanistan",), ("afghan", "afghans"), ("kabul",)),
    ("AM", ("armenia",), ("armenian", "armenians"), ("yerevan",)),
    ("AR", ("argentina",), ("argentine", "argentinian", "argentines"), ("buenos aires",)),
    ("AT", ("austria",), ("austrian", "austrians"), ("vienna",)),
    ("AU", ("australia",), ("australian", "australians"), ("canberra",)),
    ("AZ", ("azerbaijan",), ("azerbaijani", "azeri", "azerbaijanis", "azeris"), ("baku",)),
    ("BE", ("belgium",), ("belgian", "belgians"), ()),
    ("BG", ("bulgaria",), ("bulgarian", "bulgarians"), ("sofia",)),
    ("BR", ("brazil",), ("brazilian", "brazilians"), ("brasilia",)),
    ("BY", ("belarus", "belorussia"), ("belarusian", "belarussian", "belarusians"), ("minsk",)),
    ("CA", ("canada",), ("canadian", "canadians"), ("ottawa",)),
    ("CH", ("switzerland",), ("swiss",), ("bern",)),
    ("CL", ("chile",), ("chilean", "chileans"), ("santiago",)),
    ("CN", ("china", "people's republic of china", "prc"), ("chinese",), ("beijing", "peking")),
    ("CO", ("colombia",), ("colombian", "colombians"), ("bogota",)),
    ("CU", ("cuba",), ("cuban", "cubans"), ("havana",)),
    ("CY", ("cyprus",), ("cypriot", "cypriots"), ("nicosia",)),
    ("CZ", ("czech republic", "czechia"), ("czech", "czechs"), ("prague",)),
    ("DE", ("germany",), ("german", "germans"), ("berlin",)),
    ("DK", ("denmark",), ("danish", "danes", "dane"), ("copenhagen",)),
    ("DZ", ("algeria",), ("algerian", "algerians"), ("algiers",)),
    ("EE", ("estonia",), ("estonian", "estonians"), ("tallinn",)),
    ("EG", ("egypt",), ("egyptian", "egyptians"), ("cairo",)),
    ("ER", ("eritrea",), ("eritrean", "eritreans"), ("asmara",)),
    ("ES", ("spain",), ("spanish", "spaniards"), ("madrid",)),
    ("ET", ("ethiopia",), ("ethiopian", "ethiopians"), ("addis ababa",)),
    ("EU", ("european union", "eu"), ("european", "europeans"), ("brussels", "europe")),
    ("FI", ("finland",), ("finnish", "finns"), ("helsinki",)),
    ("FR", ("france",), ("french",), ("paris", "elysee", "elysee palace")),
    (
        "GB",
        ("united kingdom", "uk", "britain", "great britain", "england"),
        ("british", "britons", "brits", "uk"),
        ("london", "downing street", "whitehall", "no 10", "number 10"),
    ),
    ("GE", ("georgia",), ("georgian", "georgians"), ("tbilisi",)),
    ("GR", ("greece",), ("greek", "greeks"), ("athens",)),
    ("HR", ("croatia",), ("croatian", "croats"), ("zagreb",)),
    ("HU", ("hungary",), ("hungarian", "hungarians"), ("budapest",)),
    ("ID", ("indonesia",), ("indonesian", "indonesians"), ("jakarta",)),
    ("IE", ("ireland",), ("irish",), ("dublin",)),
    ("IL", ("israel",), ("israeli", "israelis"), ("jerusalem", "tel aviv")),
    ("IN", ("india",), ("indian", "indians"), ("new delhi", "delhi")),
    ("IQ", ("iraq",), ("iraqi", "iraqis"), ("baghdad",)),
    ("IR", ("iran", "islamic republic"), ("iranian", "iranians"), ("tehran", "teheran")),
    ("IT", ("italy",), ("italian", "italians"), ("rome",)),
    ("JO", ("jordan",), ("jordanian", "jordanians"), ("amman",)),
    ("JP", ("japan",), ("japanese",), ("tokyo",)),
    ("KE", ("kenya",), ("kenyan", "kenyans"), ("nairobi",)),
    ("KP", ("north korea", "dprk"), ("north korean", "north koreans"), ("pyongyang", "the north")),
    ("KR", ("south korea", "republic of korea"), ("south korean", "south koreans"), ("seoul", "blue house", "the south")),
    ("KW", ("kuwait",), ("kuwaiti", "kuwaitis"), ("kuwait city",)),
    ("KZ", ("kazakhstan",), ("kazakh", "kazakhs", "kazakhstani"), ("astana",)),
    ("LB", ("lebanon",), ("lebanese",), ("beirut",)),
    ("LT", ("lithuania",), ("lithuanian", "lithuanians"), ("vilnius",)),
    ("LV", ("latvia",), ("latvian", "latvians"), ("riga",)),
    ("LY", ("libya",), ("libyan", "libyans"), ("tripoli",)),
    ("MA", ("morocco",), ("moroccan", "moroccans"), ("rabat",)),
    ("MD", ("moldova",), ("moldovan", "moldovans"), ("chisinau",)),
    ("MX", ("mexico",), ("mexican", "mexicans"), ("mexico city",)),
    ("NATO", ("nato", "north atlantic treaty organization"), (), ()),
    ("NG", ("nigeria",), ("nigerian", "nigerians"), ("abuja",)),
    ("NL", ("netherlands", "holland"), ("dutch",), ("the hague", "amsterdam")),
    ("NO", ("norway",), ("norwegian", "norwegians"), ("oslo",)),
    ("OM", ("oman",), ("omani", "omanis"), ("muscat",)),
    ("PK", ("pakistan",), ("pakistani", "pakistanis"), ("islamabad",)),
    ("PL", ("poland",), ("polish", "poles"), ("warsaw",)),
    ("PS", ("palestine", "palestinian authority"), ("palestinian", "palestinians"), ("ramallah",)),
    ("PT", ("portugal",), ("portuguese",), ("lisbon",)),
    ("QA", ("qatar",), ("qatari", "qataris"), ("doha",)),
    ("RO", ("romania",), ("romanian", "romanians"), ("bucharest",)),
    ("RS", ("serbia",), ("serbian", "serbs", "serb"), ("belgrade",)),
    ("RU", ("russia", "russian federation"), ("russian", "russians"), ("moscow", "kremlin")),
    ("SA", ("saudi arabia",), ("saudi", "saudis", "saudi arabian"), ("riyadh",)),
    ("SD", ("sudan",), ("sudanese",), ("khartoum",)),
    ("SE", ("sweden",), ("swedish", "swedes"), ("stockholm",)),
    ("SG", ("singapore",), ("singaporean", "singaporeans"), ()),
    ("SK", ("slovakia",), ("slovak", "slovaks"), ("bratislava",)),
    ("SI", ("slovenia",), ("slovenian", "slovene"), ("ljubljana",)),
    ("SS", ("south sudan",), ("south sudanese",), ("juba",)),
    ("SY", ("syria",), ("syrian", "syrians"), ("damascus",)),
    ("TR", ("turkey", "turkiye"), ("turkish", "turks"), ("ankara",)),
    ("TW", ("taiwan",), ("taiwanese",), ("taipei",)),
    ("UA", ("ukraine",), ("ukrainian", "ukrainians"), ("kyiv", "kiev")),
    ("UN", ("united nations", "un"), (), ()),
    (
        "US",
        ("united states", "united states of america", "us", "usa", "america"),
        ("american", "americans", "us"),
        ("washington", "white house", "pentagon", "state department"),
    ),
    ("VA", ("vatican", "holy see", "vatican city"), ("papal",), ()),
    ("VE", ("venezuela",), ("venezuelan", "venezuelans"), ("caracas",)),
    ("VN", ("vietnam",), ("vietnamese",), ("hanoi",)),
    ("XK", ("kosovo",), ("kosovar", "kosovars"), ("pristina",)),
    ("YE", ("yemen",), ("yemeni", "yemenis"), ("sanaa",)),
    ("ZA", ("south africa",), ("south african", "south africans"), ("pretoria",)),
)
"""(code, names, demonyms, seats), lower case, without accents; the code is ISO 3166-1 alpha-2 or the union's abbreviation."""

EU_MEMBERS = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LV",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)

INSTITUTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("RU", ("state duma", "duma", "federation council")),
    ("UA", ("verkhovna rada", "rada", "bankova")),
    ("US", ("capitol hill", "us congress", "house foreign affairs committee", "senate foreign relations committee")),
    ("GB", ("house of commons", "house of lords", "westminster", "foreign office")),
    ("DE", ("bundestag", "bundeswehr", "bundesrat")),
    ("FR", ("quai d'orsay", "national assembly of france")),
    ("IL", ("knesset",)),
    ("IR", ("majlis", "revolutionary guards", "irgc")),
    ("CN", ("state council", "national people's congress")),
    ("KR", ("national assembly of korea",)),
    ("EU", ("european commission", "european council", "european parliament")),
)
"""(code, institutions that tell a person's country), lower case."""

WORDS: dict[tuple[str, ...], str] = {
    tuple(form.split()): code for code, names, demonyms, seats in COUNTRIES for form in (*names, *demonyms, *seats)
} | {tuple(form.split()): code for code, forms in INSTITUTIONS for form in forms}
"""Every form as its words → code."""

NATIONAL: dict[tuple[str, ...], str] = {tuple(form.split()): code for code, names, demonyms, _ in COUNTRIES for form in (*names, *demonyms)}
"""The names and demonyms alone, without the seats."""

STATE_FORMS: frozenset[tuple[str, ...]] = frozenset(
    tuple(form.split()) for _, names, demonyms, seats in COUNTRIES for form in (*names, *(d for d in demonyms if d.endswith("s")), *seats)
)
"""Forms that can speak for a state by themselves ("Russia", "the Russians", "Moscow"), unlike the adjective ("Russian")."""

NAMES: dict[str, str] = {code: names[0] for code, names, _, _ in COUNTRIES}

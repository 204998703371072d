"""Media, venues and formats that can stand between a speaker and a document, by the names used for them."""

from __future__ import annotations

from verbale.resolve.lexicon import words

MEDIA: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("AFP", ("afp", "agence france-presse", "agence france presse")),
    ("Associated Press", ("associated press", "ap")),
    ("Reuters", ("reuters",)),
    ("Bloomberg", ("bloomberg", "bloomberg news", "bloomberg television", "bloomberg tv")),
    ("TASS", ("tass", "itar-tass")),
    ("Interfax", ("interfax",)),
    ("Interfax-Ukraine", ("interfax-ukraine", "interfax ukraine")),
    ("RIA Novosti", ("ria novosti", "ria")),
    ("RT", ("rt", "russia today")),
    ("RBC", ("rbc", "rbk", "rbc tv", "rbk tv")),
    ("Kommersant", ("kommersant",)),
    ("Vedomosti", ("vedomosti",)),
    ("Izvestia", ("izvestia", "izvestiya")),
    ("Rossiya 1", ("rossiya 1", "rossiya-1", "rossiya")),
    ("Rossiya 24", ("rossiya 24", "rossiya-24")),
    ("Channel One", ("channel one", "pervy kanal")),
    ("Ukrinform", ("ukrinform",)),
    ("Ukrainska Pravda", ("ukrainska pravda", "ukrayinska pravda")),
    ("Kyiv Independent", ("kyiv independent",)),
    ("Suspilne", ("suspilne",)),
    ("Anadolu", ("anadolu", "anadolu agency")),
    ("Xinhua", ("xinhua", "xinhua news agency")),
    ("Global Times", ("global times",)),
    ("CCTV", ("cctv",)),
    ("CGTN", ("cgtn",)),
    ("Yonhap", ("yonhap", "yonhap news agency")),
    ("Korean Central News Agency", ("kcna", "korean central news agency")),
    ("Kyodo", ("kyodo", "kyodo news")),
    ("NHK", ("nhk",)),
    ("IRNA", ("irna",)),
    ("ISNA", ("isna",)),
    ("Fars", ("fars", "fars news agency")),
    ("Tasnim", ("tasnim", "tasnim news agency")),
    ("Press TV", ("press tv",)),
    ("Mehr", ("mehr news agency",)),
    ("Deutsche Welle", ("dw", "deutsche welle")),
    ("dpa", ("dpa", "deutsche presse-agentur")),
    ("ARD", ("ard",)),
    ("ZDF", ("zdf",)),
    ("Der Spiegel", ("der spiegel", "spiegel")),
    ("Bild", ("bild",)),
    ("Die Zeit", ("die zeit",)),
    ("WDR", ("wdr",)),
    ("ANSA", ("ansa",)),
    ("Corriere della Sera", ("corriere della sera",)),
    ("La Repubblica", ("la repubblica", "repubblica")),
    ("RAI", ("rai",)),
    ("Le Monde", ("le monde",)),
    ("Le Figaro", ("le figaro",)),
    ("France 24", ("france 24",)),
    ("France Inter", ("france inter",)),
    ("LCI", ("lci",)),
    ("TF1", ("tf1",)),
    ("El Pais", ("el pais",)),
    ("BBC", ("bbc", "bbc news", "bbc radio", "bbc world service", "bbc radio 4")),
    ("Sky News", ("sky news", "sky")),
    ("ITV", ("itv", "itv news")),
    ("Channel 4", ("channel 4", "channel 4 news")),
    ("LBC", ("lbc",)),
    ("The Guardian", ("guardian",)),
    ("The Times", ("times of london",)),
    ("The Sunday Times", ("sunday times",)),
    ("Daily Telegraph", ("daily telegraph", "telegraph")),
    ("Financial Times", ("financial times", "ft")),
    ("The Economist", ("economist magazine",)),
    ("CNN", ("cnn",)),
    ("CBS", ("cbs", "cbs news")),
    ("ABC", ("abc", "abc news")),
    ("NBC", ("nbc", "nbc news")),
    ("CNBC", ("cnbc",)),
    ("MSNBC", ("msnbc",)),
    ("PBS", ("pbs", "pbs newshour")),
    ("NPR", ("npr",)),
    ("C-SPAN", ("c-span",)),
    ("Fox News", ("fox news", "fox news channel", "fox")),
    ("Fox News Sunday", ("fox news sunday",)),
    ("Fox Business", ("fox business", "fox business network")),
    ("Newsmax", ("newsmax",)),
    ("Breitbart", ("breitbart", "breitbart news")),
    ("Axios", ("axios",)),
    ("Politico", ("politico",)),
    ("The Hill", ("hill tv",)),
    ("New York Times", ("new york times", "times")),
    ("Washington Post", ("washington post",)),
    ("Wall Street Journal", ("wall street journal", "wsj")),
    ("USA Today", ("usa today",)),
    ("Los Angeles Times", ("los angeles times",)),
    ("The Atlantic", ("atlantic magazine",)),
    ("Time", ("time magazine",)),
    ("Newsweek", ("newsweek",)),
    ("Face the Nation", ("face the nation",)),
    ("Meet the Press", ("meet the press",)),
    ("This Week", ("abc's this week",)),
    ("State of the Union", ("cnn's state of the union",)),
    ("Fox & Friends", ("fox & friends", "fox and friends")),
    ("Al Jazeera", ("al jazeera", "al-jazeera", "aljazeera", "al jazeera english")),
    ("Al Arabiya", ("al arabiya", "al-arabiya")),
    ("Al-Monitor", ("al-monitor",)),
    ("SANA", ("sana",)),
    ("WAM", ("wam",)),
    ("Times of Israel", ("times of israel",)),
    ("Haaretz", ("haaretz",)),
    ("Jerusalem Post", ("jerusalem post",)),
    ("Channel 12", ("channel 12",)),
    ("Channel 13", ("channel 13",)),
    ("CBC", ("cbc", "cbc news")),
    ("South China Morning Post", ("south china morning post",)),
    ("Moscow Times", ("moscow times",)),
    ("Meduza", ("meduza",)),
    ("Radio Free Europe", ("radio free europe", "rfe/rl", "radio liberty")),
    ("Voice of America", ("voice of america", "voa")),
    ("Euronews", ("euronews",)),
    ("Il Giornale", ("il giornale",)),
    ("ABC News", ("abc news australia",)),
    ("Daily Mail", ("daily mail",)),
    ("The Sun", ("sun newspaper",)),
)
"""(usual name, folded forms) of agencies, broadcasters, newspapers and programmes; the usual name is what a channel shows."""

AGENCIES = frozenset(
    [
        "AFP",
        "Associated Press",
        "Reuters",
        "Bloomberg",
        "TASS",
        "Interfax",
        "Interfax-Ukraine",
        "RIA Novosti",
        "Ukrinform",
        "Anadolu",
        "Xinhua",
        "Yonhap",
        "Korean Central News Agency",
        "Kyodo",
        "IRNA",
        "ISNA",
        "Fars",
        "Tasnim",
        "dpa",
        "ANSA",
        "SANA",
        "WAM",
    ]
)
"""Those of them whose texts others carry."""

MEDIA_WORDS = words(
    "news times post tv television radio press agency herald tribune journal gazette telegraph daily newspaper broadcaster",
    "channel network magazine podcast weekly online",
)
"""A capitalised name with one of these reads as a medium."""

EDITIONS = words(
    "english arabic russian ukrainian turkish french german spanish online digital tv television radio news agency channel international"
)
"""What follows an outlet's name in the name of one of its editions or stations."""

OUTLET_NOUNS = words("news agency newspaper tv television radio channel newswire gazette tribune broadcasting telegraph herald")
"""The last word of a name that is an outlet's, whoever it is."""

MEDIA_GENERIC = (
    "news agencies",
    "news agency",
    "news outlets",
    "state media",
    "state television",
    "state tv",
    "state news agency",
    "local media",
    "media outlets",
    "newspapers",
    "broadcasters",
)
"""Media that a text does not name; a demonym before them is kept ("Russian news agencies")."""

VENUES: tuple[tuple[str, str], ...] = (
    ("press conference", r"(?:(?:joint|daily|regular|weekly|closing|televised|virtual|online) )*(?:press|news) conference|presser"),
    ("briefing", r"(?:(?:press|daily|regular|news|weekly|media|white house|pentagon) )*briefing"),
    ("video address", r"video (?:address|message|statement|speech)"),
    ("address", r"(?:televised|national|radio|evening|nightly|weekly|public) address|address to (?:the )?(?:nation|parliament|congress)"),
    ("speech", r"speech|keynote"),
    ("statement", r"statement|communiqu[eé]|press release"),
    ("letter", r"letter"),
    ("interview", r"interview"),
    ("phone call", r"(?:phone|telephone) call|telephone conversation|conference call"),
    ("readout", r"(?:call )?readout"),
    ("op-ed", r"op-ed|opinion piece|essay|article"),
    ("video", r"video(?! (?:address|message|statement|speech|link|conference))"),
    ("hearing", r"(?:congressional |senate |house |parliamentary )?hearing"),
    ("rally", r"(?:campaign )?rally"),
    ("podcast", r"podcast"),
    ("report", r"report"),
    ("memo", r"memo"),
    ("email", r"e-?mail"),
    ("blog", r"blog(?: post)?"),
    ("meeting", r"(?:cabinet|security council|government) meeting"),
    ("forum", r"(?:security conference|economic forum|forum)"),
)
"""(short name, pattern) of venues and formats; the adjectives "nightly" and "evening" are kept before the name."""

PLACES: tuple[str, ...] = (
    "Oval Office", "Rose Garden", "South Lawn", "Pentagon", "House of Commons", "House of Lords", "Downing Street", "Air Force "
    "One", "Bundestag",
    "State Duma", "Verkhovna Rada", "Knesset", "UN Security Council", "UN General Assembly", "Security Council", "General Assembly",
    "European Parliament", "European Council", "Capitol Hill", "Senate floor", "House floor", "White House briefing room",
)  # fmt: skip
"""Rooms and chambers that a text names as the place of saying."""

HOMES: dict[str, str] = {
    name.strip(): code
    for code, names in (
        (
            "US",
            "CNN, CBS, ABC, ABC News, NBC, CNBC, MSNBC, PBS, NPR, C-SPAN, Fox News, Fox Business, Newsmax, Breitbart, Axios, Politico",
        ),
        (
            "US",
            "New York Times, Washington Post, Wall Street Journal, USA Today, Los Angeles Times, The Atlantic, Time, Newsweek",
        ),
        ("US", "The Hill, Washington Times, Christian Science Monitor, Associated Press, Bloomberg, Mother Jones"),
        (
            "US",
            "Vox, National Review, New York Post, CBN",
        ),
        (
            "GB",
            "BBC, Sky News, ITV, Channel 4, LBC, The Guardian, The Times, The Sunday Times, Daily Telegraph, Financial Times",
        ),
        ("GB", "Daily Mail, The Sun"),
        ("RU", "TASS, Interfax, RIA Novosti, RT, RBC, Kommersant, Vedomosti, Izvestia, Rossiya 1, Rossiya 24, Channel One"),
        ("UA", "Interfax-Ukraine, Ukrinform, Ukrainska Pravda, Kyiv Independent, Suspilne"),
        ("CN", "Xinhua, Global Times, CCTV, CGTN"),
        ("IR", "IRNA, ISNA, Fars, Tasnim, Press TV, Mehr"),
        ("IL", "Times of Israel, Haaretz, Jerusalem Post"),
        ("DE", "Deutsche Welle, dpa, ARD, ZDF, Der Spiegel, Bild, Die Zeit"),
        ("FR", "Le Monde, Le Figaro, France Inter, TF1"),
        ("TR", "Anadolu"),
        ("JP", "Kyodo, NHK"),
        ("KR", "Yonhap"),
        ("KP", "Korean Central News Agency"),
    )
    for name in names.split(",")
}
"""The country at home in an outlet: it names the offices of that country alone without the country."""

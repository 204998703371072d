"""The patterns of furniture that stands in the midst of prose: credits with captions, labels, boxes; and what tells biographies."""

AGENCY_CREDIT = (
    r"(?:The )?(?:AP(?: Photo)?|Associated Press|REUTERS|Reuters|AFP|Agence France-Presse|EPA(?:-EFE)?|EFE|TASS|ITAR-TASS|Sputnik|SPUTNIK"
    r"|RIA Novosti|Xinhua|Bloomberg|Getty Images|Getty|Shutterstock|Alamy|Landov|Anadolu(?: Agency)?|dpa|DPA|picture[- ]alliance"
    r"|Zuma(?: Press)?|ZUMA(?: Press)?|Pool|POOL|Handout|KCNA|NurPhoto|New York Times|Washington Post|Wall Street Journal|USA TODAY"
    r"|CNN|CBC|NPR|Canadian Press|CP|PA(?: Wire| Media)?|UPI|ANSA|IMAGO|Imago|Ukrinform|UNIAN|SIPA|Sipa(?: USA)?|Abaca|AA"
    r"|Kremlin(?: Pool)?|Press Service|Press Office)"
)

NAME = r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w.’'-]*(?: (?:[A-ZÀ-ÞА-ЯІЇЄҐ][\w.’'-]*|de|van|von|der|al|bin|el)){0,4}"

PHOTO_CREDIT = (
    r"(?:AP|REUTERS|Reuters|AFP|EPA(?:-EFE)?|EFE|TASS|Sputnik|Xinhua|Bloomberg|Getty Images|Getty|Shutterstock|Alamy|Landov"
    r"|Anadolu(?: Agency)?"
    r"|dpa|picture[- ]alliance|Zuma Press|ZUMA Press|Pool|KCNA|NurPhoto|Canadian Press|PA(?: Wire)?|UPI|ANSA|IMAGO|Imago"
    r"|Ukrinform|UNIAN|Sipa USA)"
)

CREDIT_WORDS = frozenset(
    """
    ap associated reuters afp epa efe tass sputnik novosti xinhua bloomberg getty shutterstock alamy landov anadolu dpa alliance zuma pool
    handout kcna nurphoto times post journal today cnn cbc npr press cp pa upi ansa imago ukrinform unian sipa abaca aa kremlin photo photos
    photograph photographs image picture file courtesy screenshot screengrab foto фото copyright credit photographer enlarge toggle caption
    """.replace("\n", " ").split()
)
"""A sentence without one of these words has no credit."""

CREDITS = (
    # (AP Photo/Evan Vucci), (Photo by Evan Vucci/AP), (Evan Vucci/The Associated Press), [Name/Reuters]
    rf"[(\[](?:(?:Photo|Image|Picture|[Cc]redit|FILE)s?\s*(?:by|[-–:])?\s*)?{AGENCY_CREDIT}(?:\s*(?:/|via"
    rf"|, via)\s*{NAME}){{1,3}}(?:, File)?[)\]]",
    rf"[(\[](?:{NAME})(?:, \w+)?\s*(?:/|, via |via )\s*{AGENCY_CREDIT}(?:\s*(?:/|via|, via)\s*{NAME}){{0,2}}(?:, File)?[)\]]",
    r"[(\[](?:Photo(?:graph)?s?|Image|Picture|File photo|Courtesy|Photo credit|Screenshot|Screengrab|Foto|Фото)"
    r"\s*(?:by|of|from|:|courtesy|credit|/)[^()\[\]\n]{2,80}[)\]]",
    r"[(\[](?:[Pp]hoto by |[Cc]redit:? ?|[Vv]ia )?"
    r"(?:Getty Images|AP Photo|Shutterstock|iStock|Alamy|Getty|[A-Z][\w .’'-]{2,40}[-–](?:Imagn Images|USA TODAY Sports))[)\]]",
    # **TASS / EPA**
    rf"\*\*[^*\n]{{0,40}}\b{AGENCY_CREDIT}(?:\s*[/|,]\s*[^*\n]{{1,40}})?\*\*",
    # Evan Vucci/AP, REUTERS/Kevin Lamarque
    rf"(?<![\w/])(?!(?:An?|The) ){NAME}\s?/\s?(?:via )?{PHOTO_CREDIT}(?:\s?/\s?(?:via )?{NAME}| via {AGENCY_CREDIT})?(?: File Photo)?"
    r"(?![\w/]| (?:poll|survey|report|reporter))",
    rf"(?<![\w/])(?:REUTERS|AFP|EPA|AP Photo|TASS|Getty Images)\s?/\s?{NAME}(?:/File Photo|/Pool)?(?![\w/])",
    rf"\b(?:Image|Photo) (?:copyright|credit|source)\s*:?\s*(?:{AGENCY_CREDIT}|{NAME})",
    rf"\b(?:Photographer|Photograph|Photo credit|Photo by|Image credit|Picture credit|Credit|Photo|Foto|Фото)\s?(?::|\.\.\.|…)\s?"
    rf"(?:{NAME}\s?[/,]\s?)?(?:{AGENCY_CREDIT}|{NAME})",
    rf"\b(?:{NAME} )?(?:via|/) Getty Images\b|(?<!\w)Getty Images$",
    r"[Ee]nlarge this image(?: toggle caption)?|(?<!\w)toggle caption",
)
"""Credits of photographs; the sentence before one in brackets is its caption."""

INLINE = (
    (
        "advertisement",
        r"\bADVERTISEMENT\b|(?:^|(?<=[.!?”\"’] ))Advertisement(?: Continue reading the main story| Supported by)?(?= [A-Z]|$)",
    ),
    ("advertisement", r"\bAdvertisement Supported by(?: News [Aa]nalysis)?|\bStory continues below advertisement\b"),
    ("continued reading", r"\bStory Continued Below\b|\bContinue reading the main story\b"),
    ("caption", r"\bPhotos: (?:[^\n]{0,1500}?\bHide Caption \d+ of \d+(?= ?Photos:|\s|$))|\b[Hh]ide [Cc]aption(?: \d+ of \d+)?"),
    (
        "watched replay",
        r"\bJUST WATCHED [^\n]{3,120}? Replay More Videos \.\.\. MUST WATCH(?: [^\n]{3,120}? \d\d?:\d\d\b)?|\bReplay More Videos \.\.\.",
    ),
    ("read", r"^[^\n.]{20,160} Read more$"),
    ("video", r"^Play Video \d+:\d\d\b[^\n]{0,160}$"),
    ("slideshow", r"\bSlideshow \(\d+ Images?\)"),
    ("playback", r"\bMedia playback is unsupported on your device\b"),
    ("pullquote", r"\[pullquote\]"),
    ("twitter", r"\bpic\.twitter\.com/\w+"),
    (
        "click sign subscribe download read watch",
        r"\b(?:CLICK|SIGN UP|SUBSCRIBE|DOWNLOAD|READ MORE|WATCH)(?: (?:[A-Z][A-Z’'.-]+|A)(?![a-z]))+",
    ),
    (
        "javascript",
        r"\bTo (?:view this video|play this audio) please enable JavaScript"
        r"(?:, and consider upgrading to a (?:web )?browser that supports HTML5 (?:video|audio))?",
    ),
    (
        "refresh",
        r"\bPlease refresh (?:the page or navigate to another page on the site to be automatically logged ?in"
        r"|your browser(?: to be logged in)?)",
    ),
    ("upgrade", r"\bPlease upgrade your browser(?: to view this (?:content|interactive))?"),
    ("follow", r"\bFollow us on Twitter @\w+(?:, on Facebook at [A-Z][\w ]+ or on Instagram at \w+)?"),
    ("already got", r"\bAlready have an account\?|\bGot a confidential news tip\?"),
    (
        "reporting",
        rf"\bBy {NAME} Reporting from (?:(?:New|San|Los|Tel|St\.|Saint|Hong|Kuala|Buenos|Abu|Washington,) )?[A-Z][\w’'-]+",
    ),
    ("http https", r"<?https?://[^\s<>\])]+>?"),
)
"""Words and a pattern of furniture in the midst of prose, looked for where a block holds one of the words."""

BIOGRAPHY_BOX = (
    r"(?<![\w.])(?P<last>[A-Z][\w’'-]+) "
    r"(?P<box>(?:(?:[A-Z][\w.’'-]*|\([A-Z][\w ]+\)) ){1,5}(?P=last)(?:[A-Z][^\n]{5,420}?)??MORE)\b"
)
"""A box that a site runs into the text after a name: the full name, headlines of other pieces, MORE."""

BIOGRAPHY = (
    rf"^{NAME} (?:is|was) (?:an? |the |CNN's |[\w’']+s )?(?:[\w&.’'-]+[ ,]+){{0,7}}?"
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|producer|bureau chief|anchor)\b"
    r"(?=[^.]{0,60}\b(?:with|for|at|covering|based|in|of|from)\b)(?!.*\b(?:said|says|told|wrote that|argued)\b)",
    rf"^{NAME} (?:covers|writes about) [^.]{{3,120}}(?: for | at |\.$)",
)
"""Sentences on the author, near the end of a text."""

BIOGRAPHY_NEXT = (
    r"^(?:He|She|They) (?:also |previously |currently )?"
    r"(?:covers?|writes?|ha(?:s|ve) (?:reported|written|covered|worked)|joined|holds|reports?|worked|(?:is|was) (?:an?|based))\b"
    r"(?!.*\b(?:said|says|told)\b)"
)
"""A sentence on the author after a first one."""

SIGN_OFF = (
    r"contribut(?:ed|ing) (?:reporting|to this (?:report|story|article))|^[—–-]*\s*contributing:"
    r"|^with (?:files|reporting|additional reporting) from"
    r"|^(?:additional |further )?(?:reporting|editing) (?:and \w+ )?by\b|^(?:edited|compiled|translated) by:? [A-Z]|audience relations"
    r"|all rights reserved|copyright (?:© )?20\d\d|read the original article"
    r"|^follow (?:us |@\w+|[\w ]{2,40})on (?:twitter|facebook|x|instagram|bbc sounds)\b"
)
"""Sentences that close an article."""

READER_CUE = (
    r"\b(?:we (?:take a look|look at|explain|break down|unpack)|here(?:['’]s| is| are) (?:what|how|why|where|a|the)"
    r"|what (?:you need|to know)|all you need|things to know|everything (?:you|we) know|explained|takes? a look at|a look at)\b"
)
"""Words of a teaser that speak to the reader."""

REPORTED = (
    r"\b(?:said|told|added|stressed|noted|announced|warned|claimed|according to|reported|wrote|replied|insisted|confirmed|denied|asked)\b"
)
"""Reporting in the past tense, which teasers seldom have."""

FINITE = r"\b(?:is|are|was|were|has|have|had|will|would|said|says|(?!\w*eed)\w{3,}ed)\b"
"""Verbs that make a run of words a sentence of its own."""

REPORTING = r"\b(?:said|says|told|tells|added|stressed|noted|announced|warned|claimed|according to|reported|wrote)\b"
"""Words of reporting, which captions seldom have and paragraphs often."""

"""The words of site furniture: what news pages say about themselves instead of about the news.

Three kinds: LABELS are whole lines or sentences; PHRASES stand anywhere in a sentence that is then furniture; INLINE patterns are furniture
from their first character to their last and leave what is around them alone. English first, with the commonest of Russian, Ukrainian and
German.
"""

LABELS = frozenset(
    """
    advertisement | advertising | ad | sponsored | sponsored content | promoted | story continued below | story continues
    below | article continues below | continue reading | continue reading the main story | continue reading below | read
    more | more | more on this | more on this story | more from | keep reading | related | related articles | related
    article | related stories | related story | related topics | related coverage | recommended | recommended for you |
    recommended stories | you may also like | you might also like | you may like | most read | most popular | trending |
    trending now | latest news | breaking news | top stories | editor's picks | don't miss | must read | must watch | just
    watched | see also | read also | also read | read next | up next | watch | watch live | watch now | listen | video |
    photo | photos | image | gallery | slideshow | hide caption | show caption | toggle caption | enlarge this image | close
    | open | menu | search | home | back to top | skip to content | share | share this | share this article | share this
    story | share on facebook | share on twitter | tweet | post | email | print | save | copy link | link copied | whatsapp
    | telegram | facebook | twitter | linkedin | reddit | instagram | youtube | pinterest | flipboard | leave a reply |
    leave a comment | leave a response | cancel reply | post comment | post a comment | submit comment | comment | comments
    | no comments | no comments yet | 0 comment | 0 comments | add a comment | write a comment | view comments | show
    comments | join the discussion | join the conversation | what's your reaction | write the first comment for this | be
    the first to comment | reply | like | dislike | name | website | subscribe | subscribe now | subscribed | sign up | sign
    in | log in | login | register | log out | my account | newsletter | newsletter sign-up | newsletter sign up | sign up
    here | email sign up | sign up for daily newsletters | manage newsletters | sign up for newsletters | get the app |
    download the app | follow us | follow us on | contact us | about us | privacy policy | terms of use | terms of service |
    terms and conditions | cookie policy | cookie settings | cookies | accept all | reject all | manage preferences | legal
    statement | corrections | legal | help | faq | careers | advertise | accessibility | site map | sitemap | original url |
    original link | source url | permalink | tags | topics | topic | keywords | filed under | categories | category | author
    | authors | about the author | remember me | forgot password | forgot password? | username or email address password |
    already a subscriber | already have an account | don't have an account | want all of the times | more articles | more
    stories | more news | more to read | click here | learn more | find out more | show more | load more | view all | see
    more | see all | next | previous | next article | previous article | analysis/opinion | [pullquote] | pullquote | getty
    images | getty | reuters staff | file photo | share save | supported by | credit | try again | please try again later |
    almost finished | реклама | поделиться | поделиться в | комментарии | комментировать | читайте также | читать далее |
    подробнее | подписаться | подписывайтесь | фото | видео | источник | теги | нет комментариев | реклама: | поділитися |
    коментарі | коментувати | читайте також | читати далі | детальніше | підписатися | підписуйтесь | фото: | відео |
    джерело | немає коментарів | anzeige | werbung | teilen | kommentare | lesen sie auch | mehr zum thema | hier anmelden |
    sie haben bereits ein konto | weiterlesen
    """.replace("\n    ", " ")
    .strip()
    .split(" | ")
)
"""Labels in lower case without the marks, digits and punctuation around them."""

PHRASES = (
    # rights and disclaimers
    r"all rights? reserved|(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:19|20)\d\d|©\s*\w",
    r"may not be (?:published|reproduced|copied|republished)[^.]{0,40}(?:broadcast|rewritten|redistributed)",
    r"not responsible for the content of external|approach to external linking|click here for reprint|responsible for their own content",
    r"quotes displayed in real[- ]time|(?:market|fund|etf) data provided by|data also provided by|powered and implemented by",
    r"real-time snapshot|data is delayed at least",
    r"available without charge to any eligible news publisher|licensing opportunities of our original content",
    r"все права защищены|при (?:использовании|цитировании) материалов|(?:усі|всі) права захищені|alle rechte vorbehalten",
    # forms and comments
    r"your e-?mail address will not be published|required fields are marked|(?:be|write) the first (?:to )?comment",
    r"must be logged in to (?:post|comment)|join thought-provoking conversations|automatically logged in",
    r"notifications can be managed in browser|to complete the process, please follow the instructions",
    r"(?:invalid|confirm your|enter your|entering your) e-?mail|check your inbox|please re-?enter|not a robot|protected by recaptcha",
    r"there was a (?:problem|error) (?:processing|submitting|with) your|^an error has occurred",
    # subscription, newsletters, paywalls
    r"sign(?:ing)? up (?:for|to|here|today|now)\b[^.]{0,120}\b(?:newsletters?|e-?mails?|alerts?|inbox)\b|sign up (?:for|to) our",
    r"\bsubscribe (?:to|for|now|today|here)\b[^.]{0,80}\b(?:newsletters?|channel|podcast|independent journalism|e-?mails?|inbox|us|our)\b",
    r"subscribe now and enjoy|subscribe for all of|want all of the times|unlimited (?:digital )?access to (?:all |the "
    r"|our )*(?:articles|stories)",
    r"^get (?:this|the|all|our|more|unlimited|exclusive|up to)\b[^.]{0,140}"
    r"\b(?:inbox|updates?|news|newsletters?|stories|content|alerts?|headlines|podcast|coverage|speed)\b",
    r"delivered (?:straight |right |directly )?(?:to|in) your inbox|soon be in your inbox|discover all \w+ newsletters",
    r"(?:unsubscribe|opt[- ]out) at any time|^you (?:understand|agree) that you\b|you agree to (?:receive|our)"
    r"|agree to receive (?:content|e-?mail|promo)",
    r"(?:agree|accept|consent)(?:ing)? (?:to )?(?:the|our) (?:[\w ]{0,30}privacy policy|terms of (?:use|service)|terms and conditions)",
    r"thank you for (?:subscribing|signing up)|successfully subscribed|you must select a newsletter|view all [\w ]{2,30}newsletters",
    r"already (?:a subscriber|have an account|a member|registered)\?|log ?in(?:to)? (?:to )?your (?:\w+ )?account|exit and log into",
    r"^please (?:log|sign) in\b|become a (?:subscriber|supporter|member (?:today|now))|your donation (?:allows|helps)"
    r"|read all of your free articles",
    r"support (?:independent|quality|our) journalism|quality journalism should be available|we choose not to lock"
    r"|need reporters on the ground",
    r"(?:trouble retrieving|unable to load) the article|while we verify access|in reader mode",
    r"download (?:the|our) [\w ]{0,20}app\b|get the [\w ]{2,20} app\b|offer valid from|coupon code|terms and restrictions apply",
    r"^we want to hear from you|got a (?:confidential )?(?:news )?tip\?|(?:address|send) comments or complaints"
    r"|send (?:us )?your (?:tips|comments)",
    r"подписывайтесь на|подпишитесь на|підписуйтесь на|підпишіться на|abonnieren sie|testen sie unser",
    # technique
    r"(?:enable|activate|turn on) javascript|javascript is (?:disabled|deactivated|not)|supports? html5|playback is unsupported",
    r"your browser (?:does not|doesn't)|please upgrade (?:to a|your) (?:web )?browser|refresh (?:the|your) (?:page|browser)",
    r"(?:this|our) (?:web)?site uses cookies|we use cookies|accept (?:all )?cookies|use of cookies|cookie (?:policy|preferences|consent)",
    r"text area of the page|navigate to another page",
    # pointers to other pieces and to accounts
    r"^(?:read|see|watch|listen)(?: also| more| next| now)?\s*[:|–—]",
    r"^(?:also read|more|related|related (?:article|story|coverage)s?|recommended|must read|trending|in pictures)\s*:",
    r"^(?:в тему|читайте также|читайте також|lesen sie auch)\s*:",
    r"read the (?:latest|original) (?:news|article|story|version|post)|read the full (?:article|story|interview|report"
    r"|text) (?:here|at|on)",
    r"^follow [\w@ .'’-]{2,60}? on (?:twitter|x|facebook|instagram|telegram|google|youtube|social|bluesky|threads|linkedin|tiktok)\b",
    r"^follow [\w@ .'’-]{2,40}:$|^follow (?:us|me|him|her|them) (?:on|at|@)|^follow @\w+|^follow [\w .'’]{2,40} coverage",
    r"(?:him|her|them|me|us) on (?:twitter|facebook|x|instagram)(?: at| @|:)|you can reach (?:him|her|them|me)|can be reached at",
    r"^(?:share|tweet|post|email|print|save)(?: (?:share|tweet|post|email|print|save|this|article|story|on|via|copy|link"
    r"|facebook|twitter|whatsapp|linkedin|reddit|telegram))+$",
    r"\bP\.\s?O\. Box \d|audience relations|closed captioning|^toll-free|create products that are accessible to all",
    r"(?:full|more) coverage[^.]{0,40}click|click here (?:to|for)|top headlines are here|check out what's clicking",
    # how the piece was made
    r"this (?:article|story|post|column|piece) (?:was|is|has been) (?:originally |first |also |last )*"
    r"(?:published|posted|written|translated|produced|republished|updated|corrected)",
    r"contribut(?:ed|ing) (?:reporting|to this (?:report|story|article))|^contributing:|^with (?:files|reporting"
    r"|additional reporting) (?:from|by)",
    r"^(?:additional |further )?(?:reporting|editing|writing) (?:and \w+ )?by\b|^(?:edited|compiled|translated|reported"
    r"|written) by:? [A-Z]",
    r"(?:this|the) reporting was supported by|is a voice of, by and about|identify \w+(?:\.com)? as the publisher",
    r"redaktionell nicht bearbeitet|automatisch von der|zusammenfassung hilfreich|speichern, um sie später|melden sie sich jetzt",
    r"japan's national daily since",
)
"""Patterns that make the sentence they stand in furniture; case does not matter."""

AGENCY_CREDIT = (
    r"(?:The )?(?:AP(?: Photo)?|Associated Press|REUTERS|Reuters|AFP|Agence France-Presse|EPA(?:-EFE)?|EFE|TASS|ITAR-TASS|Sputnik|SPUTNIK"
    r"|RIA Novosti|Xinhua|Bloomberg|Getty Images|Getty|Shutterstock|Alamy|Landov|Anadolu(?: Agency)?|dpa|DPA|picture[- ]alliance"
    r"|Zuma(?: Press)?|ZUMA(?: Press)?|Pool|POOL|Handout|KCNA|NurPhoto|New York Times|Washington Post|Wall Street Journal|USA TODAY"
    r"|CNN|CBC|NPR|Canadian Press|CP|PA(?: Wire| Media)?|UPI|ANSA|IMAGO|Imago|Ukrinform|UNIAN|SIPA|Sipa(?: USA)?|Abaca|AA"
    r"|Kremlin(?: Pool)?|Press Service|Press Office)"
)

NAME = r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w.’'-]*(?: (?:[A-ZÀ-ÞА-ЯІЇЄҐ][\w.’'-]*|de|van|von|der|al|bin|el)){0,4}"

CREDITS = (
    # (AP Photo/Evan Vucci), (Photo by Evan Vucci/AP), (Evan Vucci/The Associated Press), [Name/Reuters]
    rf"[(\[](?:(?:Photo|Image|Picture|Credit|FILE)s?\s*(?:by|[-–:])?\s*)?{AGENCY_CREDIT}(?:\s*(?:/|via"
    rf"|, via)\s*{NAME}){{1,3}}(?:, File)?[)\]]",
    rf"[(\[](?:{NAME})(?:, \w+)?\s*(?:/|, via |via )\s*{AGENCY_CREDIT}(?:\s*(?:/|via|, via)\s*{NAME}){{0,2}}(?:, File)?[)\]]",
    r"[(\[](?:Photo(?:graph)?s?|Image|Picture|File photo|Courtesy|Photo credit|Screenshot|Screengrab|Foto|Фото)"
    r"\s*(?:by|of|from|:|courtesy|credit|/)[^()\[\]\n]{2,80}[)\]]",
    # **TASS / EPA**
    rf"\*\*[^*\n]{{0,40}}\b{AGENCY_CREDIT}(?:\s*[/|,]\s*[^*\n]{{1,40}})?\*\*",
    # Evan Vucci/AP, REUTERS/Kevin Lamarque
    rf"(?<![\w/])(?:{NAME})\s?/\s?(?:via )?{AGENCY_CREDIT}(?:\s?/\s?(?:via )?{NAME}| via {AGENCY_CREDIT})?(?: File Photo)?(?![\w/])",
    rf"(?<![\w/])(?:REUTERS|AFP|EPA|AP Photo|TASS|Getty Images)\s?/\s?{NAME}(?:/File Photo|/Pool)?(?![\w/])",
    rf"\b(?:Image|Photo) (?:copyright|credit|source|caption)\s*:?\s*(?:{AGENCY_CREDIT}|{NAME})",
    rf"\b(?:Photographer|Photograph|Photo credit|Photo by|Image credit|Picture credit|Credit|Photo|Foto|Фото)\s?(?::|\.\.\.|…)\s?"
    rf"(?:{NAME}\s?[/,]\s?)?(?:{AGENCY_CREDIT}|{NAME})",
    rf"\b(?:{NAME} )?(?:via|/) Getty Images\b|(?<!\w)Getty Images$",
    r"[Ee]nlarge this image(?: toggle caption)?|(?<!\w)toggle caption|(?<!\w)[Hh]ide [Cc]aption(?: \d+ of \d+)?",
)
"""Credits of photographs; the sentence before one in brackets is its caption."""

INLINE = (
    r"\bADVERTISEMENT\b|(?:^|(?<=[.!?”\"’] ))Advertisement(?: Continue reading the main story| Supported by)?(?= [A-Z]|$)",
    r"\bAdvertisement Supported by(?: News [Aa]nalysis)?|\bStory Continued Below\b|\bStory continues below advertisement\b",
    r"\bContinue reading the main story\b|\bReplay More Videos \.\.\.(?: MUST WATCH)?|\bSlideshow \(\d+ Images?\)",
    r"\bMedia playback is unsupported on your device\b|\bCLICK HERE [A-Z ]{4,60}[A-Z]\b|\[pullquote\]|\bpic\.twitter\.com/\w+",
    rf"\bBy {NAME} Reporting from (?:(?:New|San|Los|Tel|St\.|Saint|Hong|Kuala|Buenos|Abu|Washington,) )?[A-Z][\w’'-]+",
    r"<?https?://[^\s<>\])]+>?",
)
"""Patterns of furniture in the midst of prose."""

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
    r"(?:covers?|writes?|ha(?:s|ve) reported|joined|holds|reports?|worked|(?:is|was) (?:an?|based))\b"
    r"(?!.*\b(?:said|says|told)\b)"
)
"""A sentence on the author after a first one."""

REPORTING = r"\b(?:said|says|told|tells|added|stressed|noted|announced|warned|claimed|according to|reported|wrote)\b"
"""Words of reporting, which captions seldom have and paragraphs often."""

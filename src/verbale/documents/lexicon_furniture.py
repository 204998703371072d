"""The words of site furniture: what news pages say about themselves instead of about the news.

LABELS are whole lines or sentences; PHRASES stand anywhere in a sentence that is then furniture. English first, with the commonest of
Russian, Ukrainian and German.
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
    ("reserved copyright © c", r"all rights? reserved|(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:19|20)\d\d|(?<!\w)©\s*\w"),
    (
        "published reproduced copied republished",
        r"may not be (?:published|reproduced|copied|republished)[^.]{0,40}(?:broadcast|rewritten|redistributed)",
    ),
    (
        "external reprint responsible",
        r"not responsible for the content of external|approach to external linking|reprint permission|responsible for their own content",
    ),
    (
        "quotes data powered",
        r"quotes displayed in real[- ]time|(?:market|fund|etf) data provided by|data also provided by|powered and implemented by",
    ),
    ("snapshot delayed", r"real-time snapshot|data is delayed at least"),
    ("eligible licensing", r"available without charge to any eligible news publisher|licensing opportunities of our original content"),
    (
        "права rechte материалов",
        r"(?:все|усі|всі) права защищ|(?:усі|всі) права захищ|alle rechte vorbehalten|при (?:использовании|цитировании) материалов",
    ),
    ("reproduction riproduzione standards", r"^(?:reproduction|riproduzione) (?:reserved|riservata)|^our standards\s*:"),
    ("document load", r"^document [A-Z]{2,10}\d{10}\w{4,}$|^load-date\s*:|^end of document$"),
    # forms and comments
    (
        "required address comment",
        r"your e-?mail address will not be published|required fields are marked|(?:be|write) the first (?:to )?comment",
    ),
    ("logged thought", r"must be logged in to (?:post|comment)|join thought-provoking conversations|automatically logged in"),
    ("notifications instructions", r"notifications can be managed in browser|to complete the process, please follow the instructions"),
    (
        "email mail enter robot recaptcha inbox",
        r"(?:invalid|confirm your|enter(?:ing)? your) e-?mail|check your inbox|please re-?enter|not a robot|by recaptcha",
    ),
    ("problem error", r"there was a (?:problem|error) (?:processing|submitting|with) your|^an error has occurred"),
    # subscription, newsletters, paywalls
    (
        "sign signing",
        r"sign(?:ing)? up (?:for|to|here|today|now)\b[^.]{0,120}\b(?:newsletters?|e-?mails?|alerts?|inbox)\b|sign up (?:for|to) our",
    ),
    (
        "subscribe",
        r"\bsubscribe (?:to|for|now|today|here)\b[^.]{0,80}\b(?:newsletters?|channel|podcast|independent journalism|e-?mails?"
        r"|inbox|us|our)\b"
        r"|subscribe now and enjoy|subscribe for all of",
    ),
    ("unlimited times", r"want all of the times|unlimited (?:digital )?access to (?:all |the |our )*(?:articles|stories)"),
    (
        "get",
        r"^get (?:this|the|all|our|more|unlimited|exclusive|up to)\b[^.]{0,140}"
        r"\b(?:inbox|updates?|news|newsletters?|stories|content|alerts?|headlines|podcast|coverage|speed)\b",
    ),
    (
        "inbox newsletters",
        r"delivered (?:straight |right |directly )?(?:to|in) your inbox|soon be in your inbox|discover all \w+ newsletters",
    ),
    ("agree", r"agree to receive (?:content|e-?mail|promo)"),
    (
        "unsubscribe opt understand agree",
        r"(?:unsubscribe|opt[- ]out)\b[^.]{0,40}at any time|^you (?:understand|agree) that you\b|you agree to (?:receive|our)",
    ),
    (
        "privacy terms",
        r"(?:agree|accept|consent)(?:ing)? (?:to )?(?:the|our) (?:[\w ]{0,30}privacy policy|terms of (?:use|service)|terms and conditions)",
    ),
    (
        "subscribing signing subscribed newsletter newsletters",
        r"thank you for (?:subscribing|signing up)|successfully subscribed|must select a newsletter",
    ),
    ("newsletters", r"view all [\w ]{2,30}newsletters"),
    (
        "subscriber account already log",
        r"already (?:a subscriber|have an account|a member|registered)\?|log ?in(?:to)? (?:to )?your (?:\w+ )?account|exit and log into",
    ),
    (
        "please become donation articles",
        r"^please (?:log|sign) in\b|become a (?:subscriber|supporter|member (?:today|now))|your donation (?:allows|helps)",
    ),
    (
        "articles journalism",
        r"read all of your free articles|support (?:independent|quality|our) journalism|quality journalism should be available",
    ),
    ("lock reporters", r"we choose not to lock|need reporters on the ground"),
    ("retrieving load verify reader", r"(?:trouble retrieving|unable to load) the article|while we verify access|in reader mode"),
    (
        "app coupon offer restrictions",
        r"(?:download (?:the|our)|get the) [\w ]{0,20}app\b|offer valid from|coupon code|terms and restrictions apply",
    ),
    (
        "hear tip tips complaints comments",
        r"^we want to hear from you|got a (?:confidential )?(?:news )?tip\?|(?:address|send) comments or complaints|send us your",
    ),
    (
        "подписывайтесь подпишитесь підписуйтесь підпишіться abonnieren testen",
        r"подписывайтесь на|подпишитесь на|підписуйтесь на|підпишіться на|abonnieren sie|testen sie unser",
    ),
    # technique
    (
        "javascript html5 playback",
        r"(?:enable|activate|turn on) javascript|javascript is (?:disabled|deactivated|not)|supports? html5|playback is unsupported",
    ),
    (
        "browser page",
        r"your browser (?:does not|doesn't)|please upgrade (?:to a|your) (?:web )?browser|refresh (?:the|your) (?:page"
        r"|browser)|navigate to another page",
    ),
    (
        "cookies cookie",
        r"(?:this|our) (?:web)?site uses cookies|we use cookies|accept (?:all )?cookies|use of cookies|cookie (?:policy"
        r"|preferences|consent)",
    ),
    ("skipping", r"main text area of the page"),
    # pointers to other pieces and to accounts
    ("read see watch listen", r"^(?:read|see|watch|listen)(?: also| more| next| now)?\s*[:|–—]"),
    (
        "read more related recommended trending pictures",
        r"^(?:also read|more|related|related (?:article|story|coverage)s?|recommended|must read|trending|in pictures)\s*:",
    ),
    ("caption copyright", r"^(?:media|image|video|photo) caption\b|^(?:image|photo) copyright\b"),
    ("тему читайте lesen", r"^(?:в тему|читайте также|читайте також|lesen sie auch)\s*:"),
    (
        "read",
        r"read the (?:latest|original) (?:news|article|story|version|post)|read the full (?:article|story|interview|report"
        r"|text) (?:here|at|on)",
    ),
    (
        "follow",
        r"^follow [\w@ .'’-]{2,60}? on (?:twitter|x|facebook|instagram|telegram|google|youtube|social|bluesky|threads|linkedin|tiktok)\b"
        r"|^follow [\w@ .'’-]{2,40}:$|^follow (?:us|me|him|her|them) (?:on|at|@)|^follow @\w+|^follow [\w .'’]{2,40} coverage",
    ),
    (
        "twitter facebook x instagram reach reached",
        r"(?:him|her|them|me|us) on (?:twitter|facebook|x|instagram)(?: at| @|:)|you can reach (?:him|her|them|me)|can be reached at",
    ),
    (
        "share tweet post email print save",
        r"^(?:share|tweet|post|email|print|save)(?: (?:share|tweet|post|email|print|save|this|article|story|on|via|copy|link"
        r"|facebook|twitter|whatsapp|linkedin|reddit|telegram))+$",
    ),
    (
        "box audience closed toll accessible",
        r"\bP\.\s?O\. Box \d|audience relations|closed captioning|^toll-free|products that are accessible to all",
    ),
    (
        "coverage click headlines clicking",
        r"(?:full|more) coverage[^.]{0,40}click|click here (?:to|for)|top headlines are here|check out what's clicking",
    ),
    # how the piece was made
    (
        "published posted written translated produced republished updated corrected supported",
        r"this (?:article|story|post|column|piece) (?:was|is|has been) (?:originally |first |also |last )*"
        r"(?:published|posted|written|translated|produced|republished|updated|corrected)|this reporting was supported by",
    ),
    ("contributed contributing contribute", r"contribut(?:ed|ing) (?:reporting|to this (?:report|story|article))|^contributing:"),
    ("files reporting", r"^with (?:files|reporting|additional reporting) (?:from|by)"),
    (
        "reporting editing writing edited compiled translated reported written",
        r"^(?:additional |further )?(?:reporting|editing|writing) (?:and \w+ )?by\b|^(?:edited|compiled|translated|reported"
        r"|written) by:? [A-Z]",
    ),
    ("voice publisher daily", r"is a voice of, by and about|identify \w+(?:\.com)? as the publisher|japan's national daily since"),
    ("redaktionell automatisch zusammenfassung", r"redaktionell nicht bearbeitet|automatisch von der|zusammenfassung hilfreich"),
    ("speichern anmelden melden", r"speichern, um sie später|melden sie sich jetzt"),
)
"""Words and a pattern: a sentence that holds one of the words and matches the pattern is furniture; case does not matter.

Of several that match the first one in this list tells how far it goes. The words are the rarest ones that every match must hold.
"""

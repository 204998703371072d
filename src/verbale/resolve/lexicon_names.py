"""Given names that are one name across languages and in short, surnames that come first, and the sex that a given name tells."""

from __future__ import annotations

from verbale.resolve.lexicon import words

GIVEN_VARIANTS: tuple[tuple[str, ...], ...] = (
    ("volodymyr", "vladimir", "wladimir", "vladimer", "uladzimir", "poutine-vladimir"),
    ("mykhailo", "mikhail", "mikhailo", "michael", "mihail", "mykhaylo", "mike", "michail"),
    ("oleksandr", "aleksandr", "alexander", "aliaksandr", "alexandr", "alex", "sasha"),
    ("oleksandra", "aleksandra", "alexandra"),
    ("oleksiy", "aleksei", "alexey", "alexei", "aleksey", "oleksii"),
    ("serhiy", "sergei", "sergey", "serhii", "serge", "siarhei", "sergiy", "sergej"),
    ("dmytro", "dmitry", "dmitri", "dmitriy", "dmitrij", "dzmitry"),
    ("andriy", "andrei", "andrey", "andrii", "andrij", "andrew", "andy"),
    ("mykola", "nikolai", "nikolay", "nicholas", "nick", "mikalai"),
    ("yuriy", "yuri", "yury", "iurii", "yurii", "juri"),
    ("yevhen", "yevgeny", "evgeny", "evgeni", "eugene", "yevhenii", "evgenii"),
    ("petro", "pyotr", "peter", "piotr", "pete"),
    ("pavlo", "pavel", "paul"),
    ("ihor", "igor"),
    ("oleh", "oleg"),
    ("davyd", "david", "dave"),
    ("kostyantyn", "konstantin", "constantine"),
    ("vitali", "vitaly", "vitalii", "vitaliy"),
    ("hryhoriy", "grigory", "grigoriy", "gregory", "greg"),
    ("heorhiy", "georgy", "georgiy", "giorgi", "george"),
    ("tetyana", "tatiana", "tatyana", "tatjana"),
    ("olena", "elena", "yelena", "helena", "helen"),
    ("kateryna", "ekaterina", "yekaterina", "catherine", "katherine", "kate", "kathy"),
    ("svitlana", "svetlana", "sviatlana"),
    ("iryna", "irina", "iryana"),
    ("hanna", "anna", "ganna"),
    ("yuliia", "yulia", "julia", "yuliya"),
    ("muhammad", "mohammed", "mohamed", "mohammad", "muhammed", "mohamad", "mahomet", "mehmed"),
    ("hussein", "husayn", "hossein", "hussain", "husein"),
    ("yusuf", "youssef", "yousef", "yusef", "youssouf"),
    ("abdullah", "abdallah", "abdulla"),
    ("ahmed", "ahmad", "ahmet"),
    ("khaled", "khalid", "halit"),
    ("mahmoud", "mahmud"),
    ("ismail", "ismael", "esmail"),
    ("benjamin", "binyamin", "ben", "benny", "bibi"),
    ("joseph", "joe", "josef"),
    ("william", "bill", "will", "billy"),
    ("robert", "bob", "rob", "bobby"),
    ("anthony", "antony", "tony"),
    ("james", "jim", "jimmy"),
    ("richard", "dick", "rick"),
    ("charles", "chuck", "charlie"),
    ("elizabeth", "liz", "beth", "elisabeth"),
    ("stephen", "steven", "steve", "stefan"),
    ("thomas", "tom", "tommy"),
    ("daniel", "dan", "danny", "daniil"),
    ("edward", "ed", "ted", "eddie"),
    ("christopher", "chris"),
    ("lawrence", "larry", "laurence"),
    ("timothy", "tim"),
    ("jonathan", "jon", "john"),
    ("johan", "johann", "hans"),
    ("donald", "don"),
    ("ronald", "ron"),
    ("kenneth", "ken"),
    ("samuel", "sam"),
    ("patrick", "pat"),
    ("jeffrey", "jeff", "geoffrey"),
    ("matthew", "matt"),
    ("frederick", "fred", "friedrich", "frederik"),
    ("nicolas", "nikolas"),
    ("francois", "francis"),
    ("emanuel", "emmanuel", "manuel"),
    ("jozef", "yosef"),
    ("itzhak", "yitzhak", "isaac", "yitzchak"),
    ("moshe", "moses"),
    ("nabih", "nabeeh"),
    ("walid", "waleed"),
    ("rashid", "rasheed"),
    ("said", "saeed", "sayed"),
)

EASTERN_SURNAMES = words(
    "kim lee park moon choi choe ri yi rhee yoon chung jeong kang cho jang han hong song shin no roh xi wang li zhang liu",
    "chen yang zhao huang zhou wu xu sun hu zhu lin guo deng he luo jiang qin nguyen tran pham le vu",
)
"""Surnames that stand first in Korean, Chinese and Vietnamese names."""

FEMALE_NAMES = words(
    "alexandra aleksandra oleksandra alice amanda amina amy ana andrea angela anna anne annalena ann annie antonia barbara",
    "beata beth carla carol caroline karoline catherine katherine christina christine claire clara daria diana donna dora",
    "elena olena elisabeth elizabeth ella emily emma erika eva fatima federica fiona francesca giorgia gina gloria grace",
    "hanna hannah heather helen helena hillary ingrid irina iryna isabel iva jane janet jennifer jessica joan joanna judith",
    "julia julie kaja kamala karen kateryna kate katarina kelly kristalina kristina laura leyla linda lisa liz liza louise",
    "lucy lyudmila magdalena maia maria mariana marie marina marine marta mary mette michelle mona monica nadia nancy natalia",
    "nataliya natalie nicola nikki nina olga oksana patricia paula penny polina priti rachel rebecca rosa roberta ruth sahra",
    "salome samantha sandra sanna sara sarah sigrid silvia simone sofia sophie stella stephanie susan suzanne svitlana",
    "svetlana tamara tatiana tatyana tetyana teresa theresa tina ursula vera victoria viktoria viola yulia yuliia yvette",
    "zeinab zoe liudmyla olha iuliia hyun-hee mariia margarita margaret marjorie kirsten kirstjen",
)

MALE_NAMES = words(
    "abdul adam ahmed alan alex alexander aleksandr alexei ali andrew andrei andrey andrii andriy anthony antony arthur",
    "barack benjamin bernard bill bob boris brian bruce carl charles chris christopher chuck cyril daniel david davyd denis",
    "dmitry dmytro dominic donald doug edward emmanuel eric ernesto evgeny francis francois frank fred friedrich gary george",
    "gerhard gordon greg guy hans harry hassan henry herman hussein ian igor ihor ismail ivan jack jacob james jan jared",
    "jason javad jean jeff jens jeremy jim joe johann john jon jonathan jose josep joseph justin keir keith kevin konstantin",
    "larry lawrence leo leonid lindsey luis luigi marco mario mark martin matt matteo maxim mevlut michael michel mick mike",
    "mikhail mikhailo mitch mohammad mohammed muhammad mykhailo mykola narendra nicolas nikolai oleg oleh oleksandr oleksii",
    "olaf omar oscar patrick paul pavel pavlo pedro peter petro philip pietro pyotr recep rex richard robert rodrigo roman",
    "ron rustem saad sam scott sean sergei sergey serhiy sergio simon stefan stephen steve steven taras ted thomas tim tom",
    "tony tymur valery viktor victor vitali vitaly vladimir volodymyr walter william winston yevhen yury yuri yuriy yusuf",
    "zbigniew jake wally wopke jd dan ben larry jd errol eliot moon",
)

NOT_NAMES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october",
    "november december but and or if in on at by for to from with after before while when as since although though however",
    "indeed soon still instead perhaps maybe today yesterday tomorrow thus hence yet even only just nor neither either once whether unless",
    "until because where never always often again further moreover nevertheless otherwise therefore like unlike long-time longtime",
    "meanwhile earlier later also then now according following the a an this that these those his her its their our my he she",
    "it they we i there here what who why how no not yes so both many most some all more one two three another other such",
    "despite during under over asked speaking talks read see related both if street river sea region province city island",
    "islands north south east west northern southern eastern western central new day war peace summit treaty agreement deal",
    "accord act plan union committee conference court party bank square palace hotel airport border crisis operation project",
    "photo image video getty advertisement subscribe copyright reuters ap afp brexit covid internet",
)
"""Words that may stand with a capital and belong to no person's name."""

THINGS = words(
    "park street avenue airport hospital school college museum cathedral stadium arena festival games cup show programme program",
    "podcast prize inc corp ltd llc plc gmbh",
)
"""Last words of names that are a place's or an event's."""

AMBIGUOUS_WORDS = words("may march moon brown hunt rice long short young king major price bush house white black green park grant")
"""Surnames that are common words too."""

"""Words inside a statement that make it a move even where the cue is a plain "said"."""

from __future__ import annotations

from verbale.values import Move

OWN: tuple[tuple[Move, float, tuple[str, ...]], ...] = (
    (Move.REPORT, 0.1, (
        "(his/her/its/their/the/a/this/that) (newly)? (proposed/offered/promised/planned)",
        "(let's/let us) (not/be/face/hope/see/remember)", "look~ forward to welcoming",
    )),
    (Move.OFFER, 3.0, (
        "(ready/prepared/willing) to", "ready for", "could be (generous/flexible/ready)", "could show flexibility",
        "(may/might/could/can) be (looked at/discussed/considered)", "open to", "offer~", "propose~", "let's", "let us", "may agree",
        "might agree", "could agree", "would (agree/accept/adopt/consider/settle for)", "ready _ to", "(could/can) live with",
        "is willing", "are willing", "willing to", "would be (ready/willing/prepared/open)", "could offer", "our (offer/proposal)",
        "make~ a deal", "(like/love) to do it", "want~ to do (trade/business)", "want~ (a deal/to make a deal)",
    )),
    (Move.COMMIT, 2.4, (
        "we (will/'ll/shall)", "i (will/'ll/shall)", "we're going to", "we are going to", "i'm going to", "i am going to",
        "(is/are/was/were) going to", "plan~ to", "intend~ to", "committed to", "promise~", "pledge~", "vow~", "undertake~ to",
        "will (continue/keep/remain/work/send/provide/meet/sign)", "would (continue/keep/remain/send/provide/sign)",
        "(will/would/'ll/shall) (be)? (impose/imposing/adopt/target/hit/raise/retaliate/strike/suspend/withdraw/veto)",
        "(will/would/'ll/shall) (resume/proceed/begin/start/open/close/stay/return/build/complete/deploy/deliver/release)",
        "have decided to", "has decided to", "had decided to", "(push~/press~/go~/move~) (forward/ahead) with",
    )),
    (Move.COMMIT, 2.2, ("(will/would/shall) no longer (limit/restrict/block/hinder/prevent/oppose)",)),
    (Move.COMMIT, 0.6, ("(will/would/shall) (remain/stay) (unchanged/the same/in place/in force)",)),
    (Move.ACCEPT, 2.6, (
        "i agree", "we agree", "(agree/agrees/agreed) (to/with/on/that)", "accept~", "welcome~", "endorse~", "did not disagree",
        "didn't disagree", "do not disagree", "don't disagree", "no objection*", "(do/does/did) not object", "fair enough",
        "in favour of", "in favor of", "nothing against", "(will/would/'ll) back the", "vote~ (for/in favour/in favor)",
        "support~ the (proposal/plan/idea/deal/initiative)", "say~ yes",
    )),
    (Move.REJECT, 3.0, (
        "(will/would/shall/could/can/do/does/did) not (accept/agree/sign/recogni*/allow/give/compromise/discuss/negotiate/cede/"
        "support/let/fund/permit/surrender/abandon/tolerate/back/yield/be/take/go/send/bend/move/join/want/trade/betray)",
        "(won't/wouldn't/can't/cannot/couldn't) _ (accept/agree/sign/recogni*/allow/give/compromise/discuss/negotiate/cede/support/"
        "let/fund/permit/surrender/abandon/tolerate/back/yield/be/take/go/send/bend/move/join)",
        "never (accept/agree/sign/recogni*/allow/give/surrender/abandon/negotiate)", "refuse~ to", "reject~", "oppose~", "rule~ out",
        "not _ going to (send/accept/agree/sign/give/allow/let/recogni*/happen/fund/be)", "not our war", "isn't our war",
        "have~ no intention", "no reason to", "see~ no (reason/need/point)", "nothing to (discuss/negotiate/talk about)",
        "not prepared to", "not ready to", "not willing to", "not interested in", "unwilling to", "never aimed at", "won't", "cancel~",
        "call~ off", "withdraw~ from", "(vote~/voting) against",
        "unlikely to (agree/accept/sign/support/back/accede/approve/vote/yield)", "not in the business of",
        "(will/would/shall/can) neither",
    )),
    (Move.REPORT, 0.1, (
        "(meeting/summit/talks/visit/trip/deal/vote) _ (won't/will not/may not/might not) (happen/take place/go ahead/be held)",
    )),
    (Move.REJECT, 2.4, (
        "(will/would/shall) not (wait/halt/stop/change/alter/return/leave/pull/withdraw/hold/hand/pay/release/lift/end/resume/attend/meet/"
        "talk/speak/retreat/budge/concede/sacrifice/participate/pass/open/close/extend/share)",
    )),
)  # fmt: skip
"""Moves that a speaker makes for the own side only: said of another side they are a report of it."""

ANY: tuple[tuple[Move, float, tuple[str, ...]], ...] = (
    (Move.REPORT, 0.1, (
        "(must/should/have to/has to) (say/admit/confess/note/add)", "(must/should/has to) be (said/noted/added/admitted)",
        "(should/could/would/might) have", "hard to say",
        "had to (flee/leave/be)", "(first/earliest/every/missed/lost) opportunit*",
        "(seize~/seizing/use/using/miss~/lose~/unique/advantage) _ opportunit*",
        "seriously (damag*/harm*/hurt*/injur*/affect*/undermin*/limit*/threaten*/ill/wounded)",
        "(push~/press~/go~/move~) (forward/ahead) with",
        "(be~/being/been) offered",
        "(forced/made/compelled/pressed/pushed) to (accept/agree/sign/concede)",
        "difficult (situation/crisis/time/times/period/year/years)", "deal or no deal", "look~ forward to",
        "(fall~/fell) _ short of _ (expectations/forecasts/estimates/targets)",
        "take~ (it/him/her/them/this/that/the/us/president) _ seriously",
        "not hesitate to (call/write/contact/ask/reach)", "walk~ away with",
        "would like to (thank/express/congratulate/extend/say/add/note)", "(i/we) had to",
        "(must/should) (know/remember/understand/realise/realize)",
        "(have to/has to) (see/know/remember/understand/realise/realize/wait/consider/ask ourselves)",
        "(must/should/has to/have to) be (seen/considered/regarded/understood)", "than _ should",
    )),
    (Move.REJECT, 3.2, (
        "baseless", "groundless", "unfounded", "far-fetched", "fabricat*", "not correspond to (reality/the/fact/facts)",
        "contrary to fact*",
    )),
    (Move.REJECT, 2.4, (
        "out of the question", "(won't/will not/wouldn't/would not/doesn't/does not) (fly/do/wash/cut it)",
        "no _ (will/would/shall) (be/hold/pass/enter/cross/leave/sign/touch/come/go/take/accept/have/get/stay)",
        "nobody (will/would/shall)", "dead on arrival", "(closed/settled) (subject/matter/question/issue)",
        "sovereign (matter/affair/right/decision)", "internal (matter/affair)", "no relation to", "no basis (for/in)",
        "not for (sale/negotiation/discussion)", "not (an/a) (ultimatum/threat)", "unacceptable", "non-starter", "nonstarter", "red line",
        "not (true/correct/acceptable/negotiable)", "untrue", "isn't true", "off the table",
        "not (on/up) _ (table/discussion/negotiation)", "nonsense", "fake news", "have~ nothing to do with", "did not involve",
        "didn't involve", "does not involve", "doesn't involve", "no question of", "no way", "is a lie", "are lies", "would never have",
        "no such (agreement/deal/plan/proposal)", "there (will/would/can/could) never be",
        "not going to (get/happen/work/fly)", "(that/it/this) (won't/will not/can't/cannot) happen", "(would/will) not pass",
        "(fall~/fell) _ short (of/on)", "(not/isn't/wasn't/aren't/weren't) _ (generous/strong/good) enough",
        "(proposal/offer/plan/deal/bill/measure/draft) _ (inadequate/insufficient)",
        "never agreed", "had not agreed", "have not agreed", "has not agreed",
        "not our (people/problem/business/soldiers/conflict)",
    )),
    (Move.DEMAND, 2.8, (
        "must", "need~ to", "ought to", "it is (necessary/essential/imperative/crucial/vital)",
        "(is/are/was/were/be) (necessary/essential/imperative)", "there can be no", "(better/has to/have to/had to) stop", "has to",
        "have to", "had to", "should", "demand~ (that/the/a/an)", "demands for", "our demand for", "demanding", "call~ (on/for)", "urge~",
        "be~ required to",
        "cannot be", "can only", "(will/would) only (come/happen/begin/start/resume)", "insist~ on",
        "up to (them/him/her/kyiv/moscow/the other)", "stop it", "a precondition", "as a priority",
        "first priority", "want~ (an/a/the)? (end/guarantee/guarantees/answer/ceasefire)", "await~", "the need (to/for)",
        "(has/have) the right to", "depends on", "or not at all", "nothing less than", "(am/is/are) asking (for/that)",
        "what we (want/need/ask/demand)",
        "it's time", "please _ (start/stop/come/give/make/listen)",
        "it is time", "high time",
    )),
    (Move.DEMAND, 1.6, (
        "want~", "we (now/also/still)? need", "expect~ (you/him/them/everyone/both)", "prefer~",
        "hope~ that", "requirement*", "demands", "insist~", "condition is", "our (demand/demands/goal)",
        "seek~",
    )),
    (Move.ACCEPT, 2.2, (
        "acceptable", "sound (elements/proposal/basis/ideas)", "(serious/reasonable/constructive) (proposal/offer/basis/plan)",
        "(proposal/offer/plan) (serious/reasonable/constructive/fair)",
    )),
    (Move.OFFER, 2.2, (
        "open to (discussion/negotiation/talks/compromise)", "can look forward to",
        "in exchange for", "in return for", "(give~/offer~) _ opportunit*",
        "(tremendous/great/historic/huge/unique/unprecedented/trade/business/economic/investment) opportunit*", "trade-off",
        "come~ after", "a (great)? beneficiary", "everything _ on the table",
        "(has/have/had) invited", "invitation (to/for)", "could be sealed", "would be possible",
    )),
    (Move.THREATEN, 3.2, (
        "reserve~ the right", "not hesitate", "all (options/means) _ (on the table/open/available)", "(pay/face) _ (price/consequences)",
        "ultimatum", "(will/would/shall/'ll) (respond/retaliate/strike/answer/punish)", "suffer the consequences",
        "forced to (respond/act/retaliate)", "(severe/serious/grave/devastating/harsh/tough) (consequences/response/sanctions/measures)",
        "walk~ away", "back away", "step aside", "pull~ out of the talks", "use our veto", "options with", "not doing it anymore",
        "or else", "(have/has/had) no choice but",
        "(may/might/could) _ (impose/expand/raise/increase/add/slap/levy/hit) _ (tariff*/sanction*/duties/penalties/taxes)",
        "patience _ (low/thin/limited/out/over/end/ends)", "(lose/losing/lost/out of) patience", "harsh response", "appropriate response",
        "(response/retaliation) will",
    )),
    (Move.ACCUSE, 2.6, (
        "war crime*", "genocide", "lie~ (to/about)", "lying", "liar*", "(he/she/they/it) lied", "violat*", "sabotag*", "provocation*",
        "provok*",
        "stall~ (for|the)?", "stall~", "delay~ tactics", "buy~ time", "blackmail*", "irresponsibl*", "gone (absolutely)? (crazy/mad)",
        "disrupt*", "undermin*", "backtrack*", "renege*", "reneg*", "terroris*", "cheat*", "manipulat*", "to blame", "is responsible for",
        "are responsible for", "hypocri*", "steal~", "mislead~", "propaganda", "escalat*", "deliberate*", "reckless*", "incompeten*",
        "not serious", "aggressi*", "atrocit*", "barbar*", "massacre*", "killing", "kill", "kills", "murder*", "at fault", "guilty",
        "no favo*", "cause~ problems", "for no reason", "do not care", "does not care", "don't care", "doesn't care", "not want peace",
        "drag~ (out|its|their)?", "refuse~ to (negotiate/talk/compromise)", "fail~ to (honour/honor/keep/implement/respond/comply)",
        "encourag* (putin|the aggressor)", "playing (games/trump/for time)", "unfair*", "silence", "betray*", "not bring in any new",
        "extremis*", "maximalist", "show for", "bad faith", "pretend*", "gangster*", "troubling", "deplorable", "regrettable", "insult*",
        "absurd*", "ridiculous", "delusional",
        "(go~/run~) against the", "sinister", "outrage*", "disgrace*", "shameful",
        "abus*", "derail*", "thwart*", "drive a wedge", "jeopardi*", "squander*", "(blown/wasted) (the/an/any/every) (opportunity/chance)",
        "(threw/throws/plung*/drag*) _ into _ (chaos/crisis/turmoil/war)",
        "(break~/broke/broken) _ (promise*/commitment*/agreement*/pledge*/word)", "stupid*", "ignoran*", "divisive",
        "(hold~/take~) _ hostage", "misrepresent*", "immoral*", "(temper)? tantrum*", "double-dealing",
        "(promise*/commitment*/agreement*/pledge*) _ broken", "complicit", "(hold~/take~) _ _ hostage",
        "(was/were) responsible for",
        "intended to (provoke/disrupt/mislead)", "pretext*", "excuse*", "smear*", "lack of (support/will/interest/action)",
    )),
    (Move.PROGRESS, 2.8, (
        "progress", "can agree", "could be agreed", "close to (agreeing/being/an/a)", "near (agreement/an agreement/a deal)", "good sign",
        "still happen", "could happen", "still possible", "more realistic", "room for (compromise/agreement)",
        "chance of (agreement/a deal/a breakthrough)", "as close as possible",
        "close to (a/an/the)? (deal/agreement/breakthrough/compromise)", "closer", "breakthrough", "half-way", "halfway", "productive",
        "constructive", "fruitful", "congenial", "useful", "businesslike", "substantive", "movement (on/in/towards)", "in principle",
        "go~ (very/really/extremely)? well", "good (news/talks/conversation/meeting/faith)", "optimis*", "hopeful*", "hope for",
        "some hope", "step forward", "forward", "promising", "(is/was/are/were/very/an) encouraging",
        "encouraging (sign/signs/step/news/start)", "on track", "agreed to", "reached (an|a)? (agreement/deal/understanding/consensus)",
        "seriously", "back on (track/course)", "be~ back on", "trying to make peace", "will immediately start",
        "a deal is (near/close/possible)", "very likely",
        "advances", "advance~ (in/on/toward/towards/the/further)", "(talks/negotiations/process/sides/have/has/had) advanced",
        "coincide~", "common ground", "(process/talks/negotiations) _ underway",
        "light at the end", "(work~/iron~) out _ (difference*/disagree*)",
        "(overcome~/bridg*/narrow~) _ (difference*/disagree*/gap/gaps)",
        "positive", "convergence", "moving towards", "within reach",
        "good chance", "work~ out (very/really/quite)? well", "(deal/agreement/resolution/settlement/truce/peace) _ more likely",
        "broad support",
        "(text/draft/document/agreement/paper) _ (complete/finished/ready/agreed/settled)",
    )),
    (Move.PROGRESS, 1.8, (
        "hope*", "likely", "possible", "something's going to happen", "see what happens", "resum*", "be~ (being)? discussed",
        "achieve peace", "agreed", "compromise", "thank~", "improv*", "success*",
    )),
    (Move.PROGRESS, 2.4, ("(very/highly/hugely/extremely/quite) success*", "grateful*", "thankful*", "appreciate~")),
    (Move.OBSTACLE, 3.0, (
        "difficult*", "not (been)? (easy/simple/enough)", "impasse", "deadlock*", "stalemate*", "dead end", "stuck",
        "no (progress/breakthrough/agreement/deal/sign/signs/prospect/prospects|movement/new)",
        "(little/slim/small/not much) (progress/chance/hope/prospect/sign)", "not (an|a)? (agreement|deal) yet",
        "not _ (budged/moved/changed/shifted)",
        "(position*/stance/view/views/demand/demands/situation) _ unchanged", "not reached", "frustrat*", "unlikely", "impossible",
        "useless", "far apart",
        "mistrust*", "distrust*", "not (achieve/accomplish/lead/result/produce/work)", "incapable of", "bode~ well", "pessimis*",
        "dash~ (any/all/the)? hope*", "failed (talks/negotiations/efforts)", "led nowhere", "not (envision/envisage/foresee/expect)",
        "premature", "too early", "long way", "remain~ unresolved", "far from",
        "(talks/negotiations/deal/agreement/truce/ceasefire) _ collapse~", "collapse of", "break~ down", "hit~ a wall", "slow*",
        "(be~/put/remain~/stay~) on hold", "roaring void", "no talk of an end", "sticking point*", "stumbling", "setback*", "no closer",
        "failed to (reach/agree/achieve)",
        "not materiali*", "still open", "unhelpful", "contradiction*", "irreconcilable", "unresolved", "no reason to end", "no result*",
        "differ~ (radically/sharply/widely)", "no precedent", "(talks/negotiations/process) _ (lengthy/long/protracted)", "ups and downs",
        "up and down", "off _ track",
        "(meeting/summit/talks/visit/trip/deal/vote) _ (won't/will not/may not/might not) (happen/take place/go ahead/be held)",
        "(excessive/undue/misplaced/unfounded) (optimism/hope/hopes/expectations)", "risk~ (undermining/losing/derailing)",
    )),
    (Move.OBSTACLE, 2.2, ("difference*", "disagree*", "gap", "gaps", "nuances")),
    (Move.OBSTACLE, 1.8, (
        "challeng*", "complicat*", "doubt*", "obstacle*", "hurdle*", "problem*",
        "concern*", "tension*", "uncertain*", "unclear", "remain~ open", "void", "not _ yet",
    )),
)  # fmt: skip
"""Moves whoever is spoken of."""

HARM: tuple[str, ...] = (
    "retaliat*", "punish*", "sanction*", "slap~", "duties", "strike", "strikes", "attack*", "destroy*", "veto*", "walk~ away", "back~ away",
    "step~ (aside/away)", "tariff*", "escalate", "target", "blockade*", "countermeasure*", "expel*", "seize", "invade",
    "(appropriate/harsh/tough/decisive/crushing/strong/forceful/swift) (response/measures/retaliation)",
    "military (action/force)",
    "respond (in kind/with force/harshly)",
)  # fmt: skip
"""Acts that make a plan or a readiness a threat."""

HOSTILE: tuple[str, ...] = (
    "sanction~", "sanctions", "tariff*", "slap~", "duties", "retaliat*", "consequence*", "walk~ away", "back~ away", "step~ aside",
    "pull~ out", "punish*",
    "strike", "strikes", "attack", "destroy~", "veto~", "veto", "force", "military", "price", "countermeasure*", "war", "downfall",
    "cut~ off", "(end/leave/quit) the talks", "measures", "respond~", "response", "suspend~", "not doing it", "not our war", "expel~",
    "close the", "no _ will (pass/enter/leave/cross/go/get/sail/fly)", "blockade*", "penalt*", "not get", "not going to get", "collapse",
)  # fmt: skip
"""What a speaker who threatens would do."""

NO_DEED: tuple[str, ...] = (
    "not", "never", "no", "only", "have", "be", "need", "like", "prefer", "love", "want", "wait", "lose", "suffer", "hurt", "harm",
    "depend", "cost", "become", "benefit", "happen", "take place", "face", "mean", "cause", "lead", "see", "know", "find", "get", "seem",
    "appear", "remain", "still", "amount", "leave it", "support", "soon", "now", "also", "then", "next", "miss", "regret", "hope", "feel",
    "think", "believe", "understand", "win", "fail", "die", "live", "struggle", "succeed", "enjoy", "gain", "probably", "likely",
    r"take (?:\S+ ){1,3}seriously",
)  # fmt: skip
"""What behind "will" tells of no deed that the speaker undertakes, or is told by another phrase."""

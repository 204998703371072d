"""Cues that perform a move of themselves: who demands, demands, whatever the content says."""

from __future__ import annotations

from verbale.values import Move

CUES: tuple[tuple[Move, float, tuple[str, ...]], ...] = (
    (Move.REPORT, 3.0, (
        "had hoped", "had long hoped", "expect~ _ to (come/happen/be/follow/last/remain/arrive/continue/start/begin)",
        "(decline~/refuse~) to (say/comment/elaborate/answer/discuss/specify/disclose/confirm/identify/speculate)",
        "plead~ (not)? guilty", "would like to (thank/express/congratulate/extend/say/add/note)", "welcome~ _ (home/back)",
        "back~ (off/away/down)", "(drop~/abandon~/soften~/relax~/withdraw~/scrap~) _ (demand*/threat*/insistence/call/calls)",
        "(decline~/refuse~) comment", "forecast~", "project~", "predict~", "estimate~", "calculate~",
    )),
    (Move.REJECT, 4.0, (
        "(vote~/campaign~/argue~/lobby~) _ against", "push~ back (on/against)",
        "unlikely to (agree/accept/sign/support/back/accede/approve/vote/yield)",
        "(withhold~/withheld/pull~/withdrew) (support/backing/consent/approval)",
    )),
    (Move.ACCEPT, 3.5, (
        "vote~ _ (for/in)", "vote~ to (approve/accept/back/end/support/pass/ratify)",
    )),
    (Move.DEMAND, 4.0, (
        "demand~", "call~ (on/for/upon)", "urge~", "insist~ (on/upon)", "appeal~ (to/for)", "request~", "press~ (for/to)", "push~ for",
        "push~ to", "pressure (for/on/to)", "pressur~", "pressure", "require~", "order~", "instruct~", "ask~ (for/to)", "beg~",
        "implore~", "exhort~", "lobby~ (for/to)", "petition~", "plead~", "summon~", "set~ a deadline",
        "prefer~", "would (like/prefer)", "need~", "put~ pressure", "stress~ the need",
        "speak~ of the need", "spoken _ of the need", "spoke _ of the need", "insistence", "(would/will) insist~", "would oblige",
        "obliges", "oblige~ _ to", "(would/will) require", "give~ _ (until/days/hours)",
    )),
    (Move.DEMAND, 3.0, (
        "(warn~/caution~/advise~) _ against", "seek~", "want~", "goal*", "aim~ (at/for)", "priorit*", "ask~", "tell~ _ to",
        "wish~", "desire~", "look~ for", "expect~ _ to",
    )),
    (Move.DEMAND, 1.0, (
        "insist~", "stress~", "emphasi* the need", "underline~", "underscor*", "expect~",
    )),
    (Move.OFFER, 4.0, (
        "offer~", "propose~", "dangle~", "float~", "invite~", "volunteer~", "put~ forward", "table~ a", "hold~ out", "pitch~",
        "proposal*", "(be~/remain~) (also/even/still/now)? (ready/prepared/willing/open)", "(ready/willing) to", "open to",
        "express~ _ (willingness/readiness/openness/interest)", "signal~ _ (willingness/readiness/openness)", "express~ _ desire to",
        "would (consider/agree/accept/be ready/be willing/be prepared/be open)", "may agree", "might agree", "could agree",
        "talk~ about _ opportunit*",
    )),
    (Move.OFFER, 2.2, (
        "suggest~", "recommend~",
    )),
    (Move.COMMIT, 4.0, (
        "pledge~", "promise~", "vow~", "undertake~", "swear~", "commit~", "committed to", "plan~ to", "intend~", "remain~ committed",
        "guarantee~", "assure~", "give~ (his/her/its/their) word", "set~ out plans", "be~ going to", "decide~ to",
    )),
    (Move.COMMIT, 2.2, (
        "(seek~/aim~/try~) to",
    )),
    (Move.COMMIT, 1.2, (
        "announce~", "unveil~", "plan~", "decide~", "will", "would",
    )),
    (Move.ACCEPT, 4.0, (
        "agree~", "accept~", "welcome~", "endorse~", "approve~", "embrace~", "consent~", "accede~", "sign~ (off/up/on)", "bow~ to",
        "give~ in", "backs", "backed", "backing", "voice~ support", "express~ _ support", "drop~ _ (objection/objections/opposition)",
    )),
    (Move.ACCEPT, 2.4, (
        "support~", "concede~", "sign~", "concur~",
    )),
    (Move.ACCEPT, 0.8, (
        "acknowledge~", "admit~",
    )),
    (Move.REJECT, 4.0, (
        "reject~", "refuse~", "deny~", "decline~", "dismiss~", "rule~ out", "ruling out", "oppose~", "rebuff~", "turn~ down", "spurn~",
        "contradict~", "dispute~", "refute~", "disavow~", "distance~", "cancel~", "call~ off", "balk~ at", "brush~ (off/aside)",

        "shoot~ down", "not prepared to",
        "object~ to", "withdraw~ from", "see~ no (reason/need/point)", "disagree~", "resist~", "renounce~", "repudiate~",
        "pour~ cold water", "scoff~ at", "will not", "won't", "would not", "wouldn't", "no intention", "snub~", "walk~ out", "baulk~ at",
        "rejection", "refusal", "denial", "call~ _ unacceptable",
    )),
    (Move.REJECT, 2.0, (
        "block~", "veto~", "cannot", "can't", "could not", "stop~ short",
    )),
    (Move.THREATEN, 4.0, (
        "threaten~", "threat", "threats", "reserve~ the right", "serve~ notice", "issue~ an ultimatum", "give~ an ultimatum",
    )),
    (Move.THREATEN, 2.0, (
        "warn~",
    )),
    (Move.THREATEN, 1.2, (
        "caution~", "signal~",
    )),
    (Move.ACCUSE, 4.0, (
        "accuse~", "blame~", "criticise~", "criticize~", "condemn~", "denounce~", "slam~", "rip~ into", "blast~", "lash~ out", "allege~",
        "rebuke~", "lambast*", "decry~", "deplore~", "fault~", "voice~ _ (disapproval/anger/outrage)", "deride~", "mock~", "scold~",
        "hit~ out", "take~ aim at", "berate~", "chide~", "castigate~", "assail~", "excoriate~", "complain~", "accusation*",
        "charge~ that", "charge~ _ with", "criticism of", "point~ the finger", "(pin/pins/pinned/pinning/lay/lays/laid) _ blame",
        "(pin/pins/pinned/pinning)", "protest~", "ridicule~", "call~ out",
    )),
    (Move.ACCUSE, 1.0, (
        "attack~", "claim~", "charge~",
    )),
    (Move.ACCUSE, 2.2, (
        "(express~/voice~) _ (anger/outrage/disappointment/dissatisfaction)",
    )),
    (Move.PROGRESS, 3.5, (
        "praise~", "hail~", "laud~", "applaud~", "express~ _ (hope/optimism/confidence/satisfaction)",
        "be~ (optimistic/confident/hopeful)", "be~ (satisfied/pleased/content) with", "voice~ _ (hope/optimism/confidence)",
        "claim~ progress", "hold~ out hope", "report~ progress",
        "see~ (progress/signs)",
    )),
    (Move.PROGRESS, 2.4, (
        "hope~", "thank~", "look~ forward",
    )),
    (Move.OBSTACLE, 3.5, (
        "doubt~", "lament~", "bemoan~", "despair~",
        "express~ _ (doubt/doubts/scepticism/skepticism/frustration/concern/concerns/pessimism/unease)",
        "voice~ _ (doubt/doubts/scepticism/skepticism/concern/concerns/frustration)", "(pessimistic/sceptical/skeptical/doubtful/wary)",
        "cast~ doubt", "complain~ of (slow/lack/little)", "question~ (whether/if)", "play~ down", "downplay~",
        "does not (envision/envisage/foresee)",
    )),
    (Move.OBSTACLE, 2.0, (
        "question~", "regret~", "fear~", "worry~", "concern~",
    )),
)  # fmt: skip
"""Moves by cue; the weight is against a plain "said", which weighs nothing."""

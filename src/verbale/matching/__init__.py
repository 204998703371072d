"""Statements across documents → utterances; documents → syndication; drift between wordings; independent witnesses.

Everything here is pure and depends on pairs alone, so that the order of arrival never matters and a record can match new documents by
looking only at what shares a key with them (see docs/matching.md).
"""

from verbale.matching.blocks import AGAIN, block_keys, link_keys, lookup_keys
from verbale.matching.candidates import linked_pairs
from verbale.matching.drift import Change, Drift, Segment, Variant, drift, fullest, variant
from verbale.matching.fingerprint import Fingerprinted, fingerprint
from verbale.matching.links import CreditedElsewhere, Restatement, credited_elsewhere, restatements
from verbale.matching.passages import SharedPassage, shared_passages
from verbale.matching.syndication import STANDING, Filed, clusters, copies, likely, standing, syndications
from verbale.matching.utterance import divided, families, joined, utterances
from verbale.matching.witness import Report, Route, Step, Witness, first_witness, folded, relied_on, spread, witnesses
from verbale.values import Copy, Wording

__all__ = [
    "AGAIN",
    "STANDING",
    "Change",
    "Copy",
    "CreditedElsewhere",
    "Drift",
    "Filed",
    "Fingerprinted",
    "Report",
    "Restatement",
    "Route",
    "Segment",
    "SharedPassage",
    "Step",
    "Variant",
    "Witness",
    "Wording",
    "block_keys",
    "clusters",
    "copies",
    "credited_elsewhere",
    "divided",
    "drift",
    "families",
    "fingerprint",
    "first_witness",
    "folded",
    "fullest",
    "joined",
    "likely",
    "link_keys",
    "linked_pairs",
    "lookup_keys",
    "relied_on",
    "restatements",
    "shared_passages",
    "spread",
    "standing",
    "syndications",
    "utterances",
    "variant",
    "witnesses",
]

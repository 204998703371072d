"""What people decided about statements, laid over what the machine proposed: pure functions over values.

The rules are written down in docs/review.md.
"""

from verbale.judging.agreement import Agreement, agreements, alpha
from verbale.judging.overlay import Overlaid, Ruling, overlaid, place, rulings
from verbale.judging.ties import Tie, tied
from verbale.judging.verdict import Decision, Subject, Verdict, likeness

__all__ = [
    "Agreement",
    "Decision",
    "Overlaid",
    "Ruling",
    "Subject",
    "Tie",
    "Verdict",
    "agreements",
    "alpha",
    "likeness",
    "overlaid",
    "place",
    "rulings",
    "tied",
]

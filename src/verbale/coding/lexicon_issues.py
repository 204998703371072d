"""Words that speak for an issue whatever a dossier says of it, and words that speak for none."""

from __future__ import annotations

import re

CALENDAR = frozenset([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "mr", "mrs", "president", "minister",
])  # fmt: skip
"""Days, months and titles: capitalised, and of no issue."""

IDIOM_BEFORE = {"course": "of "}
"""Words that mean nothing of their own behind these characters."""
IDIOM_AFTER = {
    "meet": re.compile(
        r"(?:\s+[\w.'’-]+){0,5}?\s+(?:demands?|needs?|conditions?|requirements?|deadlines?|targets?|criteria|obligations?|goals?|standards?"
        r"|commitments?|expectations?|halfway)\b",
        re.IGNORECASE,
    )
}
"""Stems that mean nothing of their own before these words."""

COURSE_WORDS = (
    "talks", "negotiations", "negotiators", "progress", "compromise", "breakthrough", "impasse", "deadlock", "stalemate", "dialogue",
    "consultations", "peace deal", "peace effort", "peace process", "peace talks", "peace agreement", "discussions", "conversation",
    "phone call", "settlement", "diplomacy", "agreement", "reach a deal", "make peace", "end the war", "end the conflict",
    "deal", "chance of peace", "round of talks", "our positions",
)  # fmt: skip
SLAVIC_COURSE_WORDS = (
    "переговоры", "прогресс", "компромисс", "прорыв", "тупик", "диалог", "консультации", "договоренность", "урегулирование",
    "переговори", "перемовини", "прогрес", "компроміс", "прорив", "діалог", "консультації", "домовленість", "врегулювання",
    "мирное соглашение", "мирная сделка", "мирный процесс", "раунд переговоров", "мирна угода", "мирний процес", "раунд переговорів",
    "глухий кут",
)  # fmt: skip
FAITH_ISSUE = re.compile(r"\b(?:good faith|sincer\w+|honest\w*)\b", re.IGNORECASE)
FAITH_WORDS = (
    "good faith", "bad faith", "buy time", "playing for time", "playing games", "stall", "stalling", "drag out", "string along",
    "pretend", "sincere", "insincere", "sincerity", "honest", "dishonest", "lip service", "delaying tactics", "smokescreen", "in earnest",
    "manipulate",
    "refuse to compromise", "not to compromise", "no interest in peace", "not interested in peace", "no reason to end",
    "no intention of ending",
    "wants peace", "want peace", "does not want peace", "peaceful solution", "budge an inch", "move an inch", "mockery", "ready for peace",
    "committed to peace", "serious about", "not serious", "genuine",
)  # fmt: skip

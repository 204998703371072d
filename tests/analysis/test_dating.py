from __future__ import annotations

from datetime import date

from verbale.analysis import Passage
from verbale.analysis.dating import dated
from verbale.values import Document, Known, Published

from .talks import MONDAY, document, said

TEXT = "Kestria said on Monday that a canal under joint control of both coasts was being looked at."
WORDS = "a canal under joint control of both coasts was being looked at"
KNOWN = document("known", "Kestria said a canal under the joint control of both coasts was discussed.", "wire", date(2030, 5, 8))
UNDATED = document("undated", TEXT, None, None)
DATED = said(KNOWN, "a canal under the joint control of both coasts was discussed", "kestria", "kestria", on=MONDAY)


def passage(text: str, name: str = "undated") -> Passage:
    return Passage(name, text, None, Published())


def test_a_dated_report_of_the_same_words_on_the_same_weekday_dates_a_text() -> None:
    lost = said(UNDATED, WORDS, "kestria", "kestria")
    testimonies, passages = dated((DATED, lost), (passage(TEXT),))
    assert passages[0].published == Published(MONDAY, None, Known.INFERRED)
    assert testimonies[1].day == MONDAY
    assert testimonies[1].statement.resolution.said_on.known is Known.INFERRED
    assert testimonies[0] is DATED


def test_another_weekday_or_another_speaker_dates_nothing() -> None:
    other = document("undated", TEXT.replace("Monday", "Sunday"), None, None)
    assert dated((DATED, said(other, WORDS, "kestria", "kestria")), (passage(other.text),))[1][0].published.on is None
    stranger = said(UNDATED, WORDS, "valmora", "valmora")
    assert dated((DATED, stranger), (passage(TEXT),))[1][0].published.on is None


def test_an_utterance_that_a_dated_text_shares_dates_a_text() -> None:
    one = said(KNOWN, "a canal under the joint control", "kestria", "kestria", on=MONDAY, utterance="u")
    two = said(UNDATED, "a canal under joint control", "kestria", "kestria", utterance="u")
    assert dated((one, two), (passage(TEXT),))[1][0].published.on == MONDAY


def test_known_dates_stay() -> None:
    texts = (Passage("known", KNOWN.text, None, KNOWN.published),)
    assert dated((DATED,), texts) == ((DATED,), texts)


def test_a_weekday_in_the_text_decides_between_two_days() -> None:
    text = TEXT + " Valmora said the locks stay shut."
    page = document("undated", text, None, None)
    sure = said(page, WORDS, "kestria", "kestria")
    unsure = said(page, "the locks stay shut", "valmora", "valmora", utterance="locks")
    later = said(KNOWN, "a canal under the joint control", "valmora", "valmora", on=date(2030, 5, 8), utterance="locks")
    assert dated((DATED, sure, unsure, later), (passage(text),))[1][0].published.on == MONDAY


def test_a_text_with_an_inferred_day_is_read_as_of_the_last_weekday_on_which_somebody_spoke() -> None:
    passages = (Passage("undated", TEXT, None, Published(date(2030, 5, 8), None, Known.INFERRED)),)
    page = Document("undated", "p", TEXT, published=passages[0].published)
    testimonies, texts = dated((said(page, WORDS, "kestria", "kestria", on=MONDAY),), passages)
    assert texts[0].published == Published(MONDAY, None, Known.INFERRED)
    assert testimonies[0].published.on == MONDAY
    stated = (Passage("undated", TEXT, None, Published(date(2030, 5, 8), None, Known.STATED)),)
    assert dated(testimonies, stated)[1] == stated

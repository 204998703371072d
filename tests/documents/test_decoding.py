"""Bytes that do not say their encoding come out as they were written."""

from verbale.documents.decoding import decode


def test_a_short_western_text_keeps_its_accents() -> None:
    said = "Der Präsident sagte gestern, dass die Gespräche mit der Türkei fortgesetzt würden."
    assert decode(said.encode("cp1252")) == said


def test_a_cyrillic_text_is_not_taken_for_a_western_one() -> None:
    said = "Министр заявил, что переговоры продолжатся в среду, и назвал условия новой встречи."
    assert decode(said.encode("cp1251")) == said

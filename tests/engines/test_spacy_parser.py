"""The parse that the stages get: offsets, sentences, no white space."""

from __future__ import annotations

from verbale.engines.spacy_parser import SpacyParser


def test_spans_are_offsets_into_each_text() -> None:
    texts = ["Orlan said  the road was closed.\nVelia waits.", "", "  ", "Petrak left."]
    parses = list(SpacyParser().parse_many(texts))
    assert [len(parse.sentences) for parse in parses] == [2, 0, 0, 1]
    for text, parse in zip(texts, parses, strict=True):
        assert all(token.span.of(text) == token.text and token.text.strip() for token in parse.tokens)
        assert all(0 <= token.head < len(parse.tokens) for token in parse.tokens)
        assert all(parse.sentences[token.sentence].contains(token.span) for token in parse.tokens)


def test_the_verb_of_speech_has_its_subject_and_clause() -> None:
    (parse,) = SpacyParser().parse_many(["Orlan said the road was closed."])
    relations = {token.text: (token.dep, parse.tokens[token.head].text) for token in parse.tokens}
    assert relations["Orlan"] == ("nsubj", "said")
    assert relations["closed"][1] == "said"


def test_entities_come_only_when_asked_for() -> None:
    text = "Angela Merkel spoke in Paris."
    (without,) = SpacyParser().parse_many([text])
    (with_them,) = SpacyParser(entities=True).parse_many([text])
    assert not any(token.entity for token in without.tokens)
    assert {token.entity for token in with_them.tokens if token.text in {"Merkel", "Paris"}} == {"PERSON", "GPE"}

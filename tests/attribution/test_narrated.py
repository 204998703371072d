"""What a reporter narrates is told from what somebody states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.attribution.narrated import narrated, stated
from verbale.values import Attribution, Kind, Span


def attribution(
    text: str, source: str, cue: str, content: str, *, kind: Kind = Kind.INDIRECT, probability: float = 0.7, found_by: str = "tagged-2"
) -> Attribution:
    """An attribution whose parts are the words given, the first time that they stand in the text."""

    def spans(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    return Attribution(spans(source), spans(cue), spans(content), kind, probability=probability, found_by=found_by)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The second swap is expected to take place in Strelsau.", "", "is expected", "to take place in Strelsau"),
        ("Asked whether the ferry would sail, Orlan shrugged.", "", "Asked", "whether the ferry would sail"),
        ("There was growing concern that the levy would return.", "", "growing concern", "that the levy would return"),
        ("Ruritania summoned the envoy of Grauland.", "Ruritania", "summoned", "the envoy of Grauland"),
        ("Orlan asked for a grant meant to serve the port.", "Orlan", "meant", "to serve the port"),
        ("His priority appears to be the levy.", "", "appears", "His priority"),
        ("No one predicted a long strike.", "No one", "predicted", "a long strike"),
        (
            "An escalation of Zenda's trade war threatened to sink the pound.",
            "An escalation of Zenda's trade war",
            "threatened",
            "to sink the pound",
        ),
        ("Orlan discussed the border with his guest.", "Orlan", "discussed", "the border"),
        ("Orlan called his Grauland counterpart Petrak.", "Orlan", "called", "his Grauland counterpart Petrak"),
        ("Orlan phoned President Petrak at noon.", "Orlan", "phoned", "President Petrak at noon"),
        ("Orlan called a snap election in May.", "Orlan", "called", "a snap election in May"),
        ("Orlan could agree to a shorter truce.", "Orlan", "could agree to", "a shorter truce"),
        ("The pause hinges on members approving the treaty.", "members", "approving", "the treaty"),
        (
            "Tide News, citing two officials familiar with the plan, wrote more.",
            "Tide News",
            "citing",
            "two officials familiar with the plan",
        ),
        ("Tide News, citing an unnamed diplomatic source, wrote more.", "Tide News", "citing", "an unnamed diplomatic source"),
        ("Petrak had often called for this.", "Petrak", "had often called for", "this"),
        ("The envoys flew to Strelsau to discuss a corridor.", "The envoys", "to discuss", "a corridor"),
    ],
)
def test_deeds_topics_aims_and_what_nobody_says_are_no_statements(text: str, source: str, cue: str, content: str) -> None:
    assert narrated(text, attribution(text, source, cue, content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Orlan said that the ferry would sail.", "Orlan", "said", "that the ferry would sail"),
        ("Petrak rejected the levy.", "Petrak", "rejected", "the levy"),
        ("Ruritania is ready to open the strait.", "Ruritania", "is ready", "to open the strait"),
        ("Two ferries were reported to have sunk.", "", "were reported", "Two ferries"),
        ("Orlan left early, adding that he was tired.", "", "adding", "that he was tired"),
        ("Orlan called the levy a theft.", "Orlan", "called", "the levy a theft"),
        ("The draft would bind both fleets to stay in port.", "The draft", "would bind", "both fleets to stay in port"),
        ("Orlan pressured Grauland to open the strait.", "Orlan", "pressured", "Grauland to open the strait"),
        ('Orlan is "cautious" about the corridor.', "Orlan", 'is "cautious" about', "the corridor"),
        ("A channel communicated that the round will be short.", "A channel", "communicated", "that the round will be short"),
    ],
)
def test_what_somebody_says_thinks_or_stands_for_is_a_statement(text: str, source: str, cue: str, content: str) -> None:
    assert not narrated(text, attribution(text, source, cue, content))


def test_what_a_speaker_says_of_others_minds_is_his_own() -> None:
    text = (
        "“They know the ferry is late and see what comes of it. The calendar is open to talk. The elders want a truce. "
        "Petrak needs to show his hand,” Orlan said."
    )
    outer = attribution(text, "Orlan", "said", text[: text.index(" Orlan")], kind=Kind.DIRECT)
    cases = {
        ("They", "know", "the ferry is late"): True,
        ("The calendar", "is open to", "talk"): True,
        ("The elders", "want", "a truce"): False,
        ("Petrak", "needs to show", "his hand"): True,
    }
    for (source, cue, content), told in cases.items():
        inner = attribution(text, source, cue, content, kind=Kind.DIRECT, probability=0.4, found_by="rules-1/position")
        assert narrated(text, replace(inner, nested_in=0)) is told
    assert not narrated(text, outer)


def test_quoted_words_are_somebodys_however_they_are_brought_in() -> None:
    text = 'Petrak waved it off as "a toll on the sea".'
    assert not narrated(text, attribution(text, "Petrak", "waved it off", '"a toll on the sea"', kind=Kind.MIXED, probability=0.4))


def test_faint_findings_of_the_tagger_are_the_reporters() -> None:
    text = "Parliament turned down the treaty."
    assert narrated(text, attribution(text, "Parliament", "turned down", "the treaty", probability=0.4))
    assert not narrated(text, attribution(text, "Parliament", "turned down", "the treaty", probability=0.6))
    assert not narrated(text, attribution(text, "Parliament", "turned down", "the treaty", probability=0.4, found_by="rules-1/object"))


def test_what_stands_keeps_its_place_and_is_nested_anew() -> None:
    text = "CNA, citing Orlan, reported that Petrak said the levy stays."
    outer = attribution(text, "CNA", "reported", "that Petrak said the levy stays", probability=0.9)
    inner = attribution(text, "Petrak", "said", "the levy stays", probability=0.9)
    cited = attribution(text, "CNA", "citing", "Orlan", probability=0.9)
    kept = stated(text, [cited, outer, inner])
    assert [(number, one.nested_in) for number, one in kept] == [(1, None), (2, 0)]


def test_what_nobody_expects_is_no_statement_for_a_quoted_word() -> None:
    text = 'More are expected to return in a "hundred for hundred" swap.'
    assert narrated(text, attribution(text, "", "are expected", 'to return in a "hundred for hundred" swap', kind=Kind.MIXED))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The long stalemate forced her to seek a delay.", "The long stalemate", "forced her to seek", "a delay"),
        ("The toll is steep. It involves accepting the levy.", "It", "involves accepting", "the levy"),
        ("Two people, who asked not to be named, smiled.", "who", "asked", "not to be named"),
        ("Orlan left without clarifying whether he would sail.", "Orlan", "clarifying", "whether he would sail"),
        ("The island voted to leave the league.", "The island", "voted", "to leave the league"),
        ("The council will vote on whether to sail.", "The council", "will vote on", "whether to sail"),
    ],
)
def test_what_a_thing_does_and_who_wants_no_name_are_no_statements(text: str, source: str, cue: str, content: str) -> None:
    assert narrated(text, attribution(text, source, cue, content, probability=0.5))


@pytest.mark.parametrize("source", ["The leader", "Some people", "Orlan and his aides", "a reporter", "the dictator", "the men"])
def test_people_are_no_things(source: str) -> None:
    text = f"In the evening {source} refused to accept the levy."
    assert not narrated(text, attribution(text, source, "refused", "to accept the levy", probability=0.5))

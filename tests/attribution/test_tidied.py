"""What is left of two methods' findings: nobody's statements go, edges are mended."""

from __future__ import annotations

from dataclasses import replace

from verbale.attribution.joined import nested, together
from verbale.attribution.rules import RuleAttributor
from verbale.attribution.tidied import relaying, tidied
from verbale.engines.spacy_parser import SpacyParser
from verbale.values import Attribution, Document, Kind, Span, quote


def at(text: str, source: str, cue: str, content: str, kind: Kind = Kind.INDIRECT) -> Attribution:
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (source, cue, content)]
    return Attribution((spans[0],), (spans[1],), (spans[2],), kind)


def test_what_is_only_supposed_is_no_statement() -> None:
    for text, source, cue, content in (
        ("It is unclear whether Mr Orlan will agree to the tolls.", "Mr Orlan", "will agree", "to the tolls"),
        ("If the deputies support the pact, the minister must choose.", "the deputies", "support", "the pact"),
        ("The visit could signal that Mr Orlan believes the war is won.", "Mr Orlan", "believes", "the war is won"),
        ("Nobody knows if, as expected, the deputies back a toll.", "the deputies", "back", "a toll"),
    ):
        assert tidied(text, [at(text, source, cue, content)]) == []
    text = "As Orlan said, the tolls stay."
    assert tidied(text, [at(text, "Orlan", "said", "the tolls stay")])


def test_what_a_medium_relays_is_its_speakers_too() -> None:
    text = "Orlan told reporters the ferry sails, according to the Zenda Times."
    inner, outer = (
        at(text, "Orlan", "told", "the ferry sails"),
        at(text, "the Zenda Times", "according to", "Orlan told reporters the ferry sails"),
    )
    assert relaying(text, [outer], [inner]) == [outer]
    both = nested(together([outer], [inner], relays=[outer]))
    assert [(quote(text, a.source), a.nested_in) for a in both] == [("the Zenda Times", None), ("Orlan", 0)]
    text = "Press Secretary Orlan said he hopes the ferry sails."
    secretary = at(text, "Press Secretary Orlan", "said", "he hopes the ferry sails")
    assert relaying(text, [secretary], [at(text, "he", "hopes", "the ferry sails")]) == []


def test_a_day_between_cue_and_content_belongs_to_neither() -> None:
    text = "The envoys said Sunday they are open to a truce."
    (mended,) = tidied(text, [at(text, "The envoys", "said", "Sunday they are open to a truce")])
    assert quote(text, mended.content) == "they are open to a truce"
    text = "The envoys said Sunday was the last day."
    (kept,) = tidied(text, [at(text, "The envoys", "said", "Sunday was the last day")])
    assert quote(text, kept.content) == "Sunday was the last day"


def test_a_source_has_no_day_and_no_loose_preposition() -> None:
    text = "On Thursday Mr Orlan called off the meeting."
    (mended,) = tidied(text, [at(text, "Thursday Mr Orlan", "called off", "the meeting")])
    assert quote(text, mended.source) == "Mr Orlan"
    text = "Ilse Brandt, the editor of the Tide, on Sunday called it a farce."
    (mended,) = tidied(text, [at(text, "Ilse Brandt, the editor of the Tide, on Sunday", "called", "it a farce")])
    assert quote(text, mended.source) == "Ilse Brandt, the editor of the Tide"
    text = "Orlan and Ilse of Kelmet agreed to a truce."
    (mended,) = tidied(text, [at(text, "Orlan and Ilse of", "agreed to", "a truce")])
    assert quote(text, mended.source) == "Orlan and Ilse"
    text = "The Palace on Saturday refused to talk."
    (mended,) = tidied(text, [at(text, "The Palace on", "refused", "to talk")])
    assert quote(text, mended.source) == "The Palace"


def test_a_heading_is_not_said() -> None:
    text = "On the tolls\n\nThe pact holds, the minister said."
    (mended,) = tidied(text, [at(text, "the minister", "said", "On the tolls\n\nThe pact holds")])
    assert quote(text, mended.content) == "The pact holds"


def test_a_heading_in_quotation_marks_is_not_said_either() -> None:
    text = "‘ENORMOUS’\n\nOrlan said before the session it would be “an enormous pact”."
    found = at(text, "Orlan", "said", "it would be “an enormous pact”", Kind.MIXED)
    (one,) = tidied(text, [replace(found, content=(Span(0, 10), *found.content))])
    assert quote(text, one.content) == "it would be “an enormous pact”"


def test_lines_are_not_run_together() -> None:
    text = "Deputies vote on Monday\n\nThe minister “dropped” the plan, Zendan deputy says\n\nThe ferry sails again"
    (one,) = tidied(text, [at(text, "Zendan deputy", "says", "The ferry sails again")])
    assert (quote(text, one.content), one.kind) == ("The minister “dropped” the plan", Kind.MIXED)
    text = "Who likes tolls? Not Orlan\n\nTrade Minister Strell fears a new toll."
    (one,) = tidied(text, [at(text, "Orlan\n\nTrade Minister Strell", "fears", "a new toll")])
    assert quote(text, one.source) == "Trade Minister Strell"


def test_an_embedded_post_is_its_writers() -> None:
    text = "The envoy went home.\n\nGreat talks today, the ferry will sail again! — Lena T. Orlan (@LenaOrlan) March 9, 2018\n"
    found = RuleAttributor(SpacyParser()).attribute([Document("d", "d", text, language="en")])[0]
    assert ("Lena T. Orlan (@LenaOrlan)", "Great talks today, the ferry will sail again!") in [
        (quote(text, a.source), quote(text, a.content)) for a in found
    ]


def test_block_letters_and_loose_conjunctions_are_not_said() -> None:
    text = 'ENVOY ANNOUNCES TALKS WITH PALACE "We are not happy with it," Orlan said.'
    (mended,) = tidied(text, [at(text, "Orlan", "said", text[: text.index(" Orlan")], Kind.MIXED)])
    assert quote(text, mended.content) == '"We are not happy with it,"'
    text = "Orlan said the road was shut and called for help."
    (mended,) = tidied(text, [at(text, "Orlan", "said", "the road was shut and")])
    assert quote(text, mended.content) == "the road was shut"


def test_what_hangs_behind_a_content_tells_of_the_saying() -> None:
    text = "Orlan announced a truce in the strait following a call from Zenda."
    (mended,) = tidied(text, [at(text, "Orlan", "announced", "a truce in the strait following")])
    assert quote(text, mended.content) == "a truce in the strait"
    text = 'Orlan had posted, "IT WILL BE A GOOD DAY," in his usual capitals.'
    (mended,) = tidied(text, [at(text, "Orlan", "had posted", '"IT WILL BE A GOOD DAY," in his usual capitals', Kind.MIXED)])
    assert quote(text, mended.content) == '"IT WILL BE A GOOD DAY,"'
    text = 'Orlan said the pact was "dead" in the water.'
    (kept,) = tidied(text, [at(text, "Orlan", "said", 'the pact was "dead" in the water', Kind.MIXED)])
    assert quote(text, kept.content) == 'the pact was "dead" in the water'


def test_where_it_was_said_is_no_part_of_a_content() -> None:
    for said, where in (
        ('the pact had "gone entirely stale"', " in remarks on Harbour Radio"),
        ("the pact was dead", " in a letter to deputies"),
    ):
        text = f"Orlan said {said}{where}."
        (kept,) = tidied(text, [at(text, "Orlan", "said", said + where, Kind.MIXED)])
        assert quote(text, kept.content) == said
    text = "Orlan said the pact was born in a letter of his father."
    (kept,) = tidied(text, [at(text, "Orlan", "said", "the pact was born in a letter of his father")])
    assert quote(text, kept.content).endswith("his father")


def test_events_show_nothing_whatever_word_their_name_begins_with() -> None:
    text = "Last night's floods show that the wall is old."
    assert tidied(text, [replace(at(text, "Last night's floods", "show", "that the wall is old"), found_by="rules-1/clausal")]) == []
    text = "Orlan's aides suggest that the wall is old."
    assert tidied(text, [replace(at(text, "Orlan's aides", "suggest", "that the wall is old"), found_by="rules-1/clausal")])


def test_a_particle_or_another_speakers_interview_is_part_of_a_content() -> None:
    for text, content in (
        ("Orlan said he would pass on the message.", "he would pass on the message"),
        ("Orlan could not explain why it was named by Lena Orlan in an interview.", "why it was named by Lena Orlan in an interview"),
    ):
        cue = "said" if "said" in text else "could not explain"
        (kept,) = tidied(text, [at(text, "Orlan", cue, content)])
        assert quote(text, kept.content) == content


def test_a_word_is_not_cut_at_its_hyphen() -> None:
    text = "Orlan wants more than a half-crown for each lower-deck berth."
    found = Attribution((Span(0, 5),), (Span(6, 11),), (Span(12, text.index("-crown")),), Kind.INDIRECT, found_by="tagged-2")
    assert tidied(text, [found])[0].content[0].of(text) == "more than a half-crown"
    text = "Nasir al-Salam wants a truce while lower-deck crews rest."
    content = Span(text.index("a truce"), text.index("-deck"))
    found = Attribution((Span(text.index("Salam"), 14),), (Span(15, 20),), (content,), Kind.INDIRECT, found_by="tagged-2")
    (kept,) = tidied(text, [found])
    assert (kept.source[0].of(text), kept.content[0].of(text)) == ("al-Salam", "a truce")

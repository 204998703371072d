"""Attribution by rules: what each construction gives, and what holds for every text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.attribution import Attributor
from verbale.attribution.parse import Parse
from verbale.attribution.quotes import kind_of, quoted_spans
from verbale.attribution.rules import RuleAttributor
from verbale.engines.spacy_parser import SpacyParser
from verbale.values import Attribution, Document, Kind, Span, quote

ATTRIBUTOR: Attributor = RuleAttributor(SpacyParser())


def document(text: str, *, language: str = "en", furniture: tuple[Span, ...] = ()) -> Document:
    return Document(id="0", path="a.txt", text=text, language=language, furniture=furniture)


def attribute(text: str) -> tuple[Attribution, ...]:
    return ATTRIBUTOR.attribute([document(text)])[0]


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, as words."""
    return [(quote(text, a.source), quote(text, a.cue), quote(text, a.content).rstrip(".")) for a in attribute(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Lena Orlan said that the river talks were slow.", ("Minister Lena Orlan", "said", "the river talks were slow")),
        ("The talks were slow, Orlan said on Monday.", ("Orlan", "said", "The talks were slow")),
        ("The road, Orlan said, must stay open.", ("Orlan", "said", "The road … must stay open")),
        ('"We will wait," Orlan told reporters.', ("Orlan", "told", '"We will wait,"')),
        ('Orlan told reporters: "We will wait for an answer."', ("Orlan", "told", '"We will wait for an answer."')),
        ('Orlan called the paper "empty and dangerous."', ("Orlan", "called", 'the paper "empty and dangerous."')),
        ("According to Orlan, the envoys will meet again on Friday.", ("Orlan", "According to", "the envoys will meet again on Friday")),
        ("The envoys will meet again on Friday, according to Orlan.", ("Orlan", "according to", "The envoys will meet again on Friday")),
        ("In Orlan's view, the draft has failed.", ("Orlan", "In … view", "the draft has failed")),
        (
            '"The draft is ready," Orlan was quoted as saying by the Tarn agency.',
            ("Orlan", "was quoted as saying", '"The draft is ready,"'),
        ),
        ("Orlan: river talks go on", ("Orlan", ":", "river talks go on")),
        ("Marland Rejects New Offer on River", ("Marland", "Rejects", "New Offer on River")),
        (
            "Marland has requested that its neighbour never close the river.",
            ("Marland", "has requested", "its neighbour never close the river"),
        ),
        ("Marland has rejected the proposal.", ("Marland", "has rejected", "the proposal")),
        ("Velia called for a neutral observer mission.", ("Velia", "called for", "a neutral observer mission")),
        ("Velia wants to open the crossing.", ("Velia", "wants", "to open the crossing")),
        ("Velia is ready to open the crossing.", ("Velia", "is ready", "to open the crossing")),
        ("Velia remains skeptical that the truce will hold.", ("Velia", "remains skeptical", "the truce will hold")),
        ("Velia blamed Marland for the delay.", ("Velia", "blamed", "Marland for the delay")),
        ("Velia described the offer as a first step.", ("Velia", "described", "the offer as a first step")),
        ("Velia ruled out a new round of talks.", ("Velia", "ruled out", "a new round of talks")),
        ("Velia floated the idea of a truce.", ("Velia", "floated", "the idea of a truce")),
        ("The council voted 44-28 against the levy.", ("The council", "voted 44-28 against", "the levy")),
        ("Velia brushed off the threat.", ("Velia", "brushed off", "the threat")),
        ("Velia urged Marland to withdraw its barges.", ("Velia", "urged", "Marland to withdraw its barges")),
        ("Velia refused to sign the paper.", ("Velia", "refused", "to sign the paper")),
        ("Velia has made it clear that the road stays closed.", ("Velia", "has made it clear", "the road stays closed")),
        ("The envoy arrived with Velia's promise to open the crossing.", ("Velia", "promise", "to open the crossing")),
        ("The proposal was rejected by Marland.", ("Marland", "was rejected", "The proposal")),
    ],
)
def test_a_construction_gives_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_a_tag_between_two_quotations_makes_one_attribution_of_two_spans() -> None:
    text = '"The road is closed," Orlan said, "and it will stay closed."'
    assert told(text) == [("Orlan", "said", '"The road is closed," … "and it will stay closed."')]


def test_a_quotation_goes_on_behind_the_sentence_of_its_tag() -> None:
    text = '"The road is closed," Orlan said on Monday. "We did not want this. Others did."'
    assert told(text) == [("Orlan", "said", '"The road is closed," … "We did not want this. Others did."')]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"The road is closed," Orlan wrote on Twitter.\n\n"All else is noise. We stand by our word."'
    assert told(text) == [("Orlan", "wrote", '"The road is closed," … "All else is noise. We stand by our word."')]


def test_a_tag_may_stand_in_the_paragraph_behind_the_quotation() -> None:
    text = '"The road is the key point of the talks,"\n\nVelia\'s envoy Lena Orlan said on Friday, cited by local agencies.'
    assert ("Velia's envoy Lena Orlan", "said", '"The road is the key point of the talks,"') in told(text)


def test_two_speakers_in_a_row_are_kept_apart() -> None:
    text = '"The road is closed," Orlan said. "It never was," Petrak replied.'
    assert [row[0] for row in told(text)] == ["Orlan", "Petrak"]


def test_a_closing_mark_without_an_opening_one_still_makes_a_quotation() -> None:
    text = "The river must stay open to every flag,” Orlan told Tarn Radio on Monday."
    (found,) = attribute(text)
    assert quote(text, found.content) == "The river must stay open to every flag,”"
    assert found.kind is Kind.DIRECT


def test_a_participle_takes_its_speaker_from_the_verb_of_speech_above() -> None:
    text = "Orlan said the talks were slow, adding that Velia would wait."
    assert ("Orlan", "adding", "Velia would wait") in told(text)
    assert ("Orlan", "said", "the talks were slow") in told(text)


def test_each_speaker_of_a_sentence_has_an_attribution_of_their_own() -> None:
    text = "Orlan said the talks were slow, while Petrak said the draft was ready."
    assert told(text) == [("Orlan", "said", "the talks were slow"), ("Petrak", "said", "the draft was ready")]


def test_the_tag_of_an_agency_at_the_end_is_no_part_of_what_the_speaker_said() -> None:
    text = "Orlan said that the river was open, the Tarn agency reported."
    assert ("Orlan", "said", "the river was open") in told(text)


def test_words_in_front_of_a_quotation_belong_to_its_tag() -> None:
    text = 'The river plan is "a grave mistake for all of us," Orlan said.'
    (found,) = attribute(text)
    assert (quote(text, found.content), found.kind) == ('The river plan is "a grave mistake for all of us,"', Kind.MIXED)


def test_a_name_behind_a_dash_signs_a_quotation() -> None:
    text = "“We have waited for this road since the flood.”\n― Lena Orlan"
    assert told(text) == [("Lena Orlan", "―", "“We have waited for this road since the flood.”")]


def test_a_refusal_keeps_its_negation_in_the_cue() -> None:
    text = "Velia will not sign or accept the new draft."
    assert [cue for _, cue, content in told(text) if content == "the new draft"] == ["will not … accept"]


@pytest.mark.parametrize(
    "text",
    [
        "Velia should accept the new draft.",
        "They agreed to it.",
        "It is clear that the road is long.",
        "New Draft of the River Pact Is Ready – Tarn News",
        "By Lena Orlan\n\nMay 3, 2031",
    ],
)
def test_what_is_only_due_or_empty_or_about_nobody_is_left_out(text: str) -> None:
    assert attribute(text) == ()


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    assert told("TARN, May 3 (Tarn Agency) — The road is closed, Orlan said.") == [("Orlan", "said", "The road is closed")]


def test_coordinated_cues_share_their_subject() -> None:
    text = "Velia rejected the draft and said it wanted a new mediator."
    assert [(source, cue) for source, cue, _ in told(text)] == [("Velia", "rejected"), ("Velia", "said")]


def test_an_attribution_inside_a_content_points_at_the_one_around_it() -> None:
    text = '"Marland wants to close the river for a month," Orlan said.'
    outer, inner = attribute(text)
    assert (outer.nested_in, inner.nested_in) == (None, 0)
    assert quote(text, inner.source) == "Marland"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"The road is closed," Orlan said.', Kind.DIRECT),
        ('Orlan said the road was "closed for good".', Kind.MIXED),
        ("Orlan said the road was closed.", Kind.INDIRECT),
    ],
)
def test_kind_follows_from_the_marks(text: str, kind: Kind) -> None:
    assert [a.kind for a in attribute(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "river pact" was signed in May.',
        "Photo: Lena Orlan at the river",
        "Read more: what the pact means",
        "The barges went north and the rain stopped.",
        "",
        "\n\n \t\n",
    ],
)
def test_the_reporters_own_words_are_no_statement(text: str) -> None:
    assert attribute(text) == ()


def test_nothing_is_taken_from_site_furniture() -> None:
    text = "Orlan said the road was closed.\nOrlan said you should subscribe to our letter."
    piece = Span(text.index("\n") + 1, len(text))
    (found,) = ATTRIBUTOR.attribute([document(text, furniture=(piece,))])[0]
    assert quote(text, found.content).startswith("the road")


def test_furniture_inside_a_line_divides_it() -> None:
    text = "Orlan said the road was closed. Subscribe to our letter, the editor said. Petrak said the river was open."
    piece = Span(text.index("Subscribe"), text.index(" Petrak"))
    found = ATTRIBUTOR.attribute([document(text, furniture=(piece,))])[0]
    assert [quote(text, a.source) for a in found] == ["Orlan", "Petrak"]


def test_a_text_on_one_line_gives_the_same_contents_as_its_paragraphs() -> None:
    text = 'Orlan said the road was closed.\n"We will wait," Petrak replied.\nVelia has rejected the proposal.'
    assert told(text.replace("\n", " ")) == told(text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "«Дорога останется закрытой», – сказал посланник Орлан.", ("посланник Орлан", "сказал", "«Дорога останется закрытой»")),
        ("ru", "Орлан заявил, что дорога закрыта.", ("Орлан", "заявил", "дорога закрыта")),
        ("ru", "По словам Орлана, дорога закрыта.", ("Орлана", "По словам", "дорога закрыта")),
        ("ru", "«Мы ждём до зимы», – сказал он журналистам в Зенде.", ("он", "сказал", "«Мы ждём до зимы»")),
        ("ru", "«Мы ждём до зимы», – сказал Орлан в среду в Зенде.", ("Орлан", "сказал", "«Мы ждём до зимы»")),
        (
            "ru",
            "Посол Велии в Зенде Мара Орлан заявила, что дорога закрыта.",
            ("Посол Велии в Зенде Мара Орлан", "заявила", "дорога закрыта"),
        ),
        ("uk", "«Ми чекаємо до зими», – додала вона у Зенді.", ("вона", "додала", "«Ми чекаємо до зими»")),
        ("uk", "Орлан наголосив: «Ми не підпишемо цей документ».", ("Орлан", "наголосив", "«Ми не підпишемо цей документ»")),
        ("ru", "Вчера Орлан отверг предложение Велии.", ("Орлан", "отверг", "предложение Велии")),
        ("ru", "Орлан не исключила, что дорога откроется.", ("Орлан", "не исключила", "дорога откроется")),
        ("ru", "Дорога закрыта, заявил Орлан.", ("Орлан", "заявил", "Дорога закрыта")),
        ("ru", "Как сообщил Орлан в среду, дорога закрыта.", ("Орлан", "сообщил", "дорога закрыта")),
        ("ru", "В Велии заявили, что дорога закрыта.", ("Велии", "заявили", "дорога закрыта")),
        ("ru", "По её словам, дорога закрыта.", ("её", "По … словам", "дорога закрыта")),
        ("ru", "«Это ложь», – ответил Орлан.", ("Орлан", "ответил", "«Это ложь»")),
        ("ru", "Орлан в среду, 16 мая, заявила, что дорога закрыта.", ("Орлан", "заявила", "дорога закрыта")),
        (
            "uk",
            "Водночас вона попередила: якщо дорогу закриють, торгівля стане.",
            ("вона", "попередила", "якщо дорогу закриють, торгівля стане"),
        ),
        ("ru", "Орлан: «Дорога останется закрытой».", ("Орлан", "", "«Дорога останется закрытой»")),
        ("ru", "«Мы предложили обмен», – сказал Орлан.", ("Орлан", "сказал", "«Мы предложили обмен»")),
        ("uk", "Орлан закликав Велію відкрити дорогу.", ("Орлан", "закликав", "Велію відкрити дорогу")),
        ("uk", "Велія має намір відкрити дорогу.", ("Велія", "має намір", "відкрити дорогу")),
        ("uk", "Орлан виступив проти нової дороги.", ("Орлан", "виступив проти", "нової дороги")),
    ],
)
def test_russian_and_ukrainian_are_read_without_a_parse(language: str, text: str, expected: tuple[str, str, str]) -> None:
    (found,) = ATTRIBUTOR.attribute([document(text, language=language)])[0]
    assert (quote(text, found.source), quote(text, found.cue), quote(text, found.content).rstrip(".")) == expected


@pytest.mark.parametrize("words", ["Орлан Хенц ", "слово и дело ", "Орлан, ", "«слово» "])
def test_a_long_line_without_an_end_is_read_at_once(words: str) -> None:
    assert ATTRIBUTOR.attribute([document(words * 2000, language="ru")]) == [()]  # minutes, were each place a start to try


def test_only_english_reaches_the_parser() -> None:
    class Counting:
        seen = 0

        def parse_many(self, texts: Sequence[str]) -> Iterator[Parse]:
            self.seen += len(texts)
            return iter([Parse((), ())] * len(texts))

    parser = Counting()
    RuleAttributor(parser).attribute([document("Il attend.", language="fr"), document("Дождь идёт.", language="ru")])
    assert parser.seen == 0


def test_documents_keep_their_order_and_do_not_mix() -> None:
    first, second = "Orlan said the road was closed.", "Petrak said the river was open."
    together = ATTRIBUTOR.attribute([document(first), document(""), document(second)])
    assert together == [attribute(first), (), attribute(second)]


CLAUSES = ["Orlan said the road was closed", '"We will wait," Petrak replied', ", adding that the river rose", "according to Velia", "said"]
MARKS = ['"', "”", "“", "'", ".", ". ", "\n", " ", ":", "—", "«Нет», – сказал он", "but", "who told Orlan that", "(the envoy)"]
PIECES = st.sampled_from([*CLAUSES, "Velia wants to go", *MARKS])


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_what_holds_for_every_text(text: str) -> None:
    found = attribute(text)
    quoted = quoted_spans(text)
    assert list(found) == sorted(found, key=lambda a: a.content[0].start)
    for place, attribution in enumerate(found):
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert all(span.end <= len(text) for span in spans)
            assert all(first.end <= second.start for first, second in pairwise(spans))
        assert attribution.content
        assert attribution.kind is kind_of(text, attribution.content, quoted)
        assert 0 <= attribution.probability <= 1 and attribution.found_by.startswith("rules-1/")
        if attribution.nested_in is not None:
            around = found[attribution.nested_in].content
            assert attribution.nested_in != place
            assert all(any(span.contains(inner) for span in around) for inner in (*attribution.cue, *attribution.content))
    assert attribute(text) == found

from datetime import date

import pytest

from tests.resolve.talks import DOSSIER, INDEX, article, judged, located, resolved, speaker_of
from verbale.resolve import ActorIndex, Identity, resolve
from verbale.values import Attribution, Kind, Span

DELTA = "the delta stays open"


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Aksel Lind", "lind"),
        ("President Lind", "lind"),
        ("Mikhailo Savchouk", "savchuk"),
        ("Юрий Доринский", "dorin"),
        ("the Velmarkian president", "lind"),
        ("Osgia's top negotiator", "savchuk"),
        ("Dorinsky's spokesman", "rell"),
        ("the Citadel spokesman", "rell"),
        ("the US secretary of state", "cole"),
        ("the German chancellor", "weber"),
        ("Norway's foreign minister", "aas"),
        ("Karsk", "osgia"),
        ("The Citadel", "citadel"),
        ("the Osgian government", "osgia"),
        ("Velmarkian negotiators", "velmark-delegation"),
        ("Osgia's Defense Ministry", "osgia-defence"),
        ("the office of President Lind", "velmark-office"),
        ("Lind's office", "velmark-office"),
        ("the Americans", "usa"),
        ("the Osgian president's envoy, Mykhailo Savchuk", "savchuk"),
        ("Aksel Lind, who met Yuriy Dorinsky and Anna Weber", "lind"),
        ("Velmark and Osgia", "Velmark and Osgia"),
        ("both sides", "Velmark and Osgia"),
        ("both leaders", "both leaders"),
        ("a senior US official", "a senior US official"),
    ],
)
def test_a_source_names_its_speaker(source: str, speaker: str) -> None:
    assert speaker_of(f"In the evening {source} said that {DELTA}.", source, "said", DELTA) == speaker


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("a senior US official", "usa"),
        ("Velmarkian officials", "velmark"),
        ("Osgian air force commander Stepan Hryn", "osgia"),
        ("French President Luc Arnaud", "europe"),
        ("Ida Falk, an Osgian political analyst", None),
        ("a Velmarkian journalist", None),
        ("Velmark and Osgia", None),
        ("residents of Karsk", None),
    ],
)
def test_a_speaker_outside_the_dossier_has_the_party_of_the_office_the_text_gives(source: str, party: str | None) -> None:
    text = f"In the evening {source} said that {DELTA}."
    assert resolved(text, (source, "said", DELTA))[0].party == party


def test_pronouns_of_other_languages_point_back_too() -> None:
    text = "Юрий Доринский прибыл. Он сказал, что дельта открыта. Анна Вебер молчала. Вона додала, що дельта відкрита."
    found = resolved(text, ("Он", "сказал", "дельта открыта"), ("Вона", "додала", "дельта відкрита"))
    assert [speaker_id(one) for one in found] == ["dorin", "weber"]


def test_a_title_goes_to_whoever_holds_it_on_the_day() -> None:
    text = f"The Velmarkian foreign minister said that {DELTA}."
    assert speaker_of(text, "The Velmarkian foreign minister", "said", DELTA, published=date(2024, 5, 2)) == "moor"
    assert speaker_of(text, "The Velmarkian foreign minister", "said", DELTA, published=date(2024, 5, 17)) == "holt"


def test_pronouns_follow_the_subject_and_the_sex() -> None:
    text = (
        "Anna Weber met Aksel Lind in Oslo. She said the talks were fair. Yuriy Dorinsky's reaction was cooler. "
        "He called the offer thin. Weber said she would wait."
    )
    found = resolved(text, ("She", "said", "the talks were fair"), ("He", "called", "the offer thin"), ("Weber", "said", "she would wait"))
    assert [one.speaker.id for one in found if one.speaker] == ["weber", "dorin", "weber"]


def test_he_is_not_whom_his_words_name() -> None:
    text = "Bertil Holt opened the session. Aksel Lind was wise, he said."
    assert speaker_of(text, "he", "said", "Aksel Lind was wise") == "holt"


def test_who_is_named_in_a_question_does_not_answer_it() -> None:
    text = "Greta Moor spoke at noon. Asked whether Aksel Lind would resign, he said the quay came first."
    assert speaker_of(text.replace("Greta Moor", "Bertil Holt"), "he", "said", "the quay came first") == "holt"


def test_a_subject_that_goes_on_as_a_pronoun_is_not_whom_its_sentence_names() -> None:
    text = "Bertil Holt opened the fair. In 2011 he joined the former ministers Aksel Lind and Pavlo Rell. He said the quay came first."
    assert speaker_of(text, "He", "said", "the quay came first") == "holt"
    text = "Bertil Holt opened the fair. Later he met Anna Weber. She said the quay came first."
    assert speaker_of(text, "She", "said", "the quay came first") == "weber"


def test_a_caption_between_does_not_catch_the_pronoun() -> None:
    text = 'Pavlo Rell spoke to the press.\n\nYuriy Dorinsky walks in Karsk. Photo: K. Vane\n\n"It is late," he said.'
    start = text.index("Yuriy")
    caption = Span(start, text.index("\n\n", start))
    said = located(text, ("he", "said", '"It is late,"'))
    assert speaker_id(resolve(article(text, furniture=(caption,)), [said], INDEX)[0]) == "rell"


def test_a_participle_without_a_source_belongs_to_its_sentence() -> None:
    text = "Greta Moor said the ferry would sail, adding that the quay was clear. Osgia blamed Velmark for closing the quay."
    found = resolved(text, ("Greta Moor", "said", "the ferry would sail"), ("", "adding", "the quay was clear"))
    assert [speaker_id(one) for one in found] == ["moor", "moor"]


def test_a_text_may_begin_with_a_cue_of_nobody() -> None:
    text = "Adding that the quay was clear, Greta Moor left the room."
    (found,) = resolved(text, ("", "Adding", "that the quay was clear"))
    assert speaker_id(found) in (None, "moor")


def test_a_passive_without_a_source_stays_unknown() -> None:
    text = "Aksel Lind arrived. A barge was reported sunk near the quay."
    assert resolved(text, ("", "was reported", "sunk near the quay"))[0].speaker is None


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = 'Greta Moor insisted that the quay was hers.\n\n"You read the map and you wonder."\n\nNight fell.'
    found = resolved(text, ("Greta Moor", "insisted", "the quay was hers"), ("", "", '"You read the map and you wonder."'))
    assert [speaker_id(one) for one in found] == ["moor", "moor"]


def test_first_person_in_a_quotation_is_the_outer_speaker_or_his_party() -> None:
    text = '"I have always said the quay is ours and we want peace," said Aksel Lind.'
    outer = located(text, ("Aksel Lind", "said", '"I have always said the quay is ours and we want peace,"'))
    inner = Attribution((Span(1, 2),), (Span(3, 19),), (Span(20, 36),), Kind.INDIRECT, nested_in=0)
    we = Attribution(
        (Span(text.index("we "), text.index("we ") + 2),), (), (Span(text.index("peace"), text.index("peace") + 5),), Kind.INDIRECT, 0
    )
    found = resolve(article(text), [outer, inner, we], INDEX)
    assert [speaker_id(one) for one in found] == ["lind", "lind", "velmark"]


def test_a_stranger_keeps_the_fullest_name_and_a_general_title_points_back() -> None:
    text = "Tove Brask, mayor of Skarby, opened the hall. Brask said the roof leaked. The mayor added that rain was near."
    found = resolved(text, ("Brask", "said", "the roof leaked"), ("The mayor", "added", "rain was near"))
    assert [one.speaker.name for one in found if one.speaker] == ["Tove Brask", "Tove Brask"]


def test_two_bearers_of_one_surname_stay_apart() -> None:
    text = "Aksel Lind spoke first. Then the singer Maria Lind rose. Lind said the hall was cold."
    assert speaker_of(text, "Lind", "said", "the hall was cold") == "Maria Lind"
    assert speaker_of("Aksel Lind spoke first. Lind said the hall was cold.", "Lind", "said", "the hall was cold") == "lind"


def test_an_unnamed_official_brought_in_before_is_not_the_envoy() -> None:
    text = "Ingrid Aas left early. A diplomat close to the talks stayed. The table was too long, the diplomat said."
    assert speaker_of(text, "the diplomat", "said", "The table was too long") == "A diplomat"


def test_media_are_no_party() -> None:
    found = resolved("The bridge was shut, Baltic News Agency reported.", ("Baltic News Agency", "reported", "The bridge was shut"))[0]
    assert (found.speaker and found.speaker.name, found.party, found.channel) == ("Baltic News Agency", None, ("Baltic News Agency",))


def test_what_only_points_back_to_nobody_stays_unknown() -> None:
    for source in ("The minister", "the analyst", "He", "the group's leader"):
        assert resolved(f"{source} said that {DELTA}.", (source, "said", DELTA))[0].speaker is None


def test_a_judgement_wins_over_the_machine() -> None:
    text = f"Brother Severin said that {DELTA}."
    said = ("Brother Severin", "said", DELTA)
    assert judged(text, said).speaker != judged(text, said, Identity("Brother Severin", "rell")).speaker
    assert speaker_id(judged(text, said, Identity("Brother Severin", "rell"))) == "rell"
    assert (
        speaker_id(judged(text, said, Identity("Brother Severin", "rell"), Identity("Brother Severin", "dorin", document="a"))) == "dorin"
    )
    lind = f"Lind said that {DELTA}."
    assert speaker_id(judged(lind, ("Lind", "said", DELTA), Identity("Lind", "lind", same=False))) is None


def test_the_order_of_judgements_does_not_matter() -> None:
    some = [Identity("Brother Severin", "rell"), Identity("Brother Severin", "dorin", document="a"), Identity("Lind", None)]
    assert ActorIndex.of(DOSSIER, some).identities == ActorIndex.of(DOSSIER, some[::-1]).identities


def speaker_id(found: object) -> str | None:
    return getattr(getattr(found, "speaker", None), "id", None)


@pytest.mark.parametrize(
    ("text", "source", "cue", "speaker"),
    [
        (f"BNA quoted Yuriy Dorinsky as saying that {DELTA}.", "BNA", "saying", "dorin"),
        (f"Osgia wrote back. The letter, which Yuriy Dorinsky signed, said that {DELTA}.", "The letter", "said", "dorin"),
        (f"Velmark has sent a proposal to Osgia. The two-page text said that {DELTA}.", "The two-page text", "said", "velmark"),
        (f"Mykhailo Savchuk left early. The press service of the Velmarkian delegation said that {DELTA}.",
         "The press service of the Velmarkian delegation", "said", "velmark-delegation"),
        (f"President Aksel Lind came home. The presidential press service said that {DELTA}.",
         "The presidential press service", "said", "velmark-office"),
        (f"North Korean leader Kim Jong Un wrote. Later Kim said that {DELTA}.", "Kim", "said", "Kim Jong Un"),
        (f"In the evening Mr. Quillon said that {DELTA}.", "Mr. Quillon", "said", "Quillon"),
        (f"In the evening the Quillon administration said that {DELTA}.", "the Quillon administration", "said", "Quillon administration"),
        (f"In the evening President Aksel Lind's administration said that {DELTA}.",
         "President Aksel Lind's administration", "said", "President Aksel Lind's administration"),
        (f"In the evening Ferrywire said that {DELTA}.", "Ferrywire", "said", "Ferrywire"),
        (f"In the evening a diplomat close to the talks said that {DELTA}.", "a diplomat close to the talks", "said",
         "a diplomat close to the talks"),
    ],
)  # fmt: skip
def test_who_stands_behind_a_medium_a_letter_or_a_press_office(text: str, source: str, cue: str, speaker: str) -> None:
    assert speaker_of(text, source, cue, DELTA) == speaker


def test_a_group_is_no_person_with_its_title() -> None:
    text = "Tove Brask, the deputy speaker, chaired. MPs rejected the toll. She hoped to go on."
    found = resolved(text, ("MPs", "rejected", "the toll"), ("She", "hoped", "to go on"))
    assert [one.speaker.name for one in found if one.speaker] == ["MPs", "Tove Brask"]


def test_who_means_the_name_or_group_right_before_it() -> None:
    text = "Aksel Lind mocked Greta Moor, who has accused the harbour board of theft."
    assert speaker_of(text, "who", "has accused", "the harbour board of theft") == "moor"
    text = "Aksel Lind spoke. The two senators who opposed the toll went home."
    assert speaker_of(text, "who", "opposed", "the toll") == "The two senators"


def test_whoever_is_urged_does_not_urge() -> None:
    text = "Aksel Lind has been urged to lift the toll."
    assert resolved(text, ("", "has been urged", "to lift the toll"))[0].speaker is None


def test_a_short_name_in_use_is_not_taken_over_by_a_newcomer() -> None:
    text = "Aksel Lind left Tornby. Mr Lind looked tired. Petter Lind, a former envoy, led the team. Mr Lind said the talks were fair."
    assert speaker_of(text, "Mr Lind", "said", "the talks were fair") == "lind"


def test_a_title_alone_is_nobodys_of_whom_the_text_knows_nothing() -> None:
    text = "The budget was read in Tornby. The chancellor said the toll would rise."
    assert speaker_of(text, "The chancellor", "said", "the toll would rise") != "weber"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("International Harbour Secretary Rory Stane", "Rory Stane"),
        ("Marrow Institute of Tidal Studies Professor Ilse Brandt", "Ilse Brandt"),
        ("the International Tidal Energy Agency", "International Tidal Energy Agency"),
    ],
)
def test_a_title_or_body_before_a_name_is_not_the_name(source: str, name: str) -> None:
    assert speaker_of(f"On Monday {source} said that {DELTA}.", source, "said", DELTA) == name


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("The Osgian Research Group deputy chair, Stefan Bakke", None),
        ("Tao Deng, vice chairman for Greater Osgia at Credit Marrow in Zenda", None),
        ("Citadel counselor Kelly Anders", "osgia"),
        ("Osgia's supreme leader Ali Kamen", "osgia"),
        ("Velmarkian opposition leader Kira Rudd", None),
    ],
)
def test_a_stranger_has_the_party_of_the_office_and_not_of_an_employer(source: str, party: str | None) -> None:
    assert resolved(f"On Monday {source} said that {DELTA}.", (source, "said", DELTA))[0].party == party


def test_the_expert_is_the_scholar_who_spoke_last() -> None:
    text = f"The flood will come, according to Andrei Zell, a senior lecturer at the Tidal School. The expert said that {DELTA}."
    found = resolved(
        text, ("Andrei Zell, a senior lecturer at the Tidal School", "according to", "The flood will come"), ("The expert", "said", DELTA)
    )
    assert [one.speaker.name for one in found if one.speaker] == ["Andrei Zell", "Andrei Zell"]


def test_a_pronoun_about_somebodys_message_is_its_author() -> None:
    text = "Aksel Lind smiled. He meant Yuriy Dorinsky's message on the network, in which he accused the harbour board of theft."
    assert speaker_of(text, "he", "accused", "the harbour board of theft") == "dorin"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "name"),
    [
        ("Aksel Lind met eurosceptics, who see a toll as the best way.", "who", "see", "a toll as the best way", "eurosceptics"),
        ("Aksel Lind spoke. Some northern MPs who oppose the toll left.", "who", "oppose", "the toll", "Some northern MPs"),
        ("Addressing Liu Hent, she smiled. Hent spoke of the tolls.", "Hent", "spoke of", "the tolls", "Liu Hent"),
        ("Secretary-General Antoni Gutt left. Gutt said the toll was late.", "Gutt", "said", "the toll was late", "Antoni Gutt"),
    ],
)  # fmt: skip
def test_the_name_is_neither_a_participle_nor_a_title(text: str, source: str, cue: str, content: str, name: str) -> None:
    assert speaker_of(text, source, cue, content) == name


def test_an_ambassador_to_somebody_is_the_senders() -> None:
    text = f"Velmark Ambassador to the United Nations Nika Hale said that {DELTA}."
    assert resolved(text, ("Velmark Ambassador to the United Nations Nika Hale", "said", DELTA))[0].party == "velmark"


def test_an_expert_may_head_an_institute_and_a_politician_be_a_deputy_speaker() -> None:
    words = '"The flood is near. The wall is old. The gate is worn. Nobody looks. Nobody pays"'
    text = f"The flood will come, said Tidal Council Director General Andrei Zell. {words}, the expert added."
    found = resolved(text, ("Tidal Council Director General Andrei Zell", "said", "The flood will come"), ("the expert", "added", words))
    assert [one.speaker.name for one in found if one.speaker] == ["Andrei Zell", "Andrei Zell"]
    text = (
        f"Upper House Deputy Speaker Oleg Brann said that the toll is theft. President Aksel Lind wants it. "
        f"{DELTA.capitalize()}, the senior politician added. President Yuriy Dorinsky laughed."
    )
    found = resolved(
        text,
        ("Upper House Deputy Speaker Oleg Brann", "said", "the toll is theft"),
        ("the senior politician", "added", DELTA.capitalize()),
    )
    assert found[1].speaker is not None and found[1].speaker.name == "Oleg Brann"


def test_the_countrys_ministry_is_that_of_the_country_named_last() -> None:
    text = f"A boat of Karsk ran aground off Norway. The Norwegian coast is steep. The country's transport ministry said that {DELTA}."
    (found,) = resolved(text, ("The country's transport ministry", "said", DELTA))
    assert found.party == "norway" and found.speaker is not None and found.speaker.name == "Norway's transport ministry"
    assert speaker_of(f"Osgia waits. The country's president said that {DELTA}.", "The country's president", "said", DELTA) == "dorin"


def test_the_officials_are_those_whom_the_text_brought_in() -> None:
    text = f"The paper cited three US officials. Nothing was signed. The officials said that {DELTA}."
    (found,) = resolved(text, ("The officials", "said", DELTA))
    assert found.party == "usa" and found.speaker is not None and found.speaker.name == "three US officials"


def test_whom_a_medium_quotes_as_saying_something_speaks() -> None:
    text = f"BNA quoted harbour officials as saying {DELTA}."
    (found,) = resolved(text, ("BNA", "quoted", DELTA))
    assert found.speaker is not None and found.speaker.name == "harbour officials" and found.channel == ("Baltic News Agency",)


def test_a_name_in_a_comparison_is_not_he() -> None:
    text = '"The sea is calm," said Aksel Lind. His manner is a contrast to Yuriy Dorinsky. "No more," he said.'
    found = resolved(text, ("Aksel Lind", "said", '"The sea is calm,"'), ("he", "said", '"No more,"'))
    assert found[1].speaker is not None and found[1].speaker.id == "lind"


def test_the_sentences_of_a_long_quotation_are_no_distance() -> None:
    words = '"The sea is calm. The pier is dry. The gate is worn. The wall is old. Nobody looks. Nobody pays. It is late"'
    text = f"Aksel Lind said that the toll stays. {words}, he went on."
    found = resolved(text, ("Aksel Lind", "said", "the toll stays"), ("he", "went on", words))
    assert found[1].speaker is not None and found[1].speaker.id == "lind"


def test_a_bare_office_means_no_bearer_of_a_country_that_the_text_does_not_name() -> None:
    text = f"Europe is split. In London the chancellor said that {DELTA}."
    assert speaker_of(text, "the chancellor", "said", DELTA) is None
    assert speaker_of(text.replace("London", "Berlin"), "the chancellor", "said", DELTA) == "weber"


def test_one_expert_is_none_of_the_several_before() -> None:
    text = f"Local analysts said that the toll stays. The expert said that {DELTA}."
    found = resolved(text, ("Local analysts", "said", "the toll stays"), ("The expert", "said", DELTA))
    assert found[1].speaker is None

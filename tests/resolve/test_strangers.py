"""Who speaks where only the text tells: strangers, their parties, and what of a source is its head."""

from dataclasses import replace

import pytest

from tests.resolve.talks import DOSSIER, INDEX, article, located, resolved, speaker_of
from verbale.dossier.model import Actor, ActorKind, Party, PartyKind, Role
from verbale.resolve import ActorIndex, resolve

DELTA = "the delta stays open"


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("Harbour Democrats", "dems"),
        ("a senior Democratic aide", "dems"),
        ("Republican leaders", "reps"),
        ("the Republican leadership", "reps"),
        ("Orla Quist, a Republican senator,", "reps"),
        ("Democratic U.S. Representative Orla Quist", "dems"),
        ("the House", None),
    ],
)
def test_members_of_a_party_speak_for_it_under_any_form_of_its_name(source: str, party: str | None) -> None:
    parties = (Party("dems", "Democrats", PartyKind.SIDE), Party("reps", "Canal Republicans", PartyKind.SIDE))
    index = ActorIndex.of(replace(DOSSIER, parties=parties, actors=(Actor("house", "House Democrats", party="dems"),)))
    text = f"In the evening {source} said that {DELTA}."
    assert resolve(article(text), [located(text, (source, "said", DELTA))], index)[0].party == party


@pytest.mark.parametrize(
    ("text", "source", "party"),
    [
        ("US Commerce Secretary Walt Brome said that {}.", "US Commerce Secretary Walt Brome", "usa"),
        ("Commerce Secretary Walt Brome said that {}.", "Commerce Secretary Walt Brome", "usa"),
        ("Walt Brome, U.S. envoy at large, said that {}.", "Walt Brome", "usa"),
        ("Walt Brome, who was U.S. envoy last year, said that {}.", "Walt Brome", None),
        ("Tora Venn, a spokeswoman for President Lind, said that {}.", "Tora Venn", "velmark"),
        ("EU Commission President Jean Morel said that {}.", "EU Commission President Jean Morel", "europe"),
        ("A spokesman for Osgia's ministry spoke. Spokesman Petro Hayda said that {}.", "Spokesman Petro Hayda", "osgia"),
        ("Indeed Lind said that {}.", "Lind", "velmark"),
        ("The administration said that {}.", "The administration", "usa"),
        ("A senior administration official said that {}.", "A senior administration official", "usa"),
        ("A former administration official said that {}.", "A former administration official", None),
        ("A spokesman at the U.S. Embassy in Karsk said that {}.", "A spokesman at the U.S. Embassy in Karsk", "usa"),
        ("Osgian Security Council Secretary Petro Hayda said that {}.", "Osgian Security Council Secretary Petro Hayda", "osgia"),
        ("Lind aide Tora Venn said that {}.", "Lind aide Tora Venn", "velmark"),
        ("The Osgian Commerce Ministry was shut. Today {}, said a Commerce Ministry spokesman, Oleh Stetsko.", "Oleh Stetsko", "osgia"),
        ("The Commerce Ministry was shut. Today {}, said a Commerce Ministry spokesman, Oleh Stetsko.", "Oleh Stetsko", None),
        (
            "Osgia's Ministry of Foreign Affairs spokeswoman Vira Lom said that {}.",
            "Osgia's Ministry of Foreign Affairs spokeswoman Vira Lom",
            "osgia",
        ),
        ("Osgian Ministry of Trade spokesman Petro Hayda said that {}.", "Osgian Ministry of Trade spokesman Petro Hayda", "osgia"),
        ("Citadel chief of staff Petro Hayda said that {}.", "Citadel chief of staff Petro Hayda", "osgia"),
        ("Peru's ambassador to Tornby, Luis Vega, said that {}.", "Peru's ambassador to Tornby, Luis Vega,", None),
        ("An administration official said that {}.", "An administration official", "usa"),
        ("Shopkeepers in Tornby said that {}.", "Shopkeepers in Tornby", None),
        ("Fishers across Velmark said that {}.", "Fishers across Velmark", None),
        ("Officials in Tornby said that {}.", "Officials in Tornby", "velmark"),
        ("Harbour minister Tora Venn, who quit in May, said that {}.", "Tora Venn", None),
    ],
)
def test_a_title_tells_whose_a_stranger_is(text: str, source: str, party: str | None) -> None:
    assert resolved(text.format(DELTA), (source, "said", DELTA))[0].party == party


@pytest.mark.parametrize(
    ("source", "speaker", "party"),
    [
        ("senior Lind administration officials", "senior Lind administration officials", "velmark"),
        ("the (Lind) administration", "Lind administration", "velmark"),
        ("Harbour Chamber of Trade canal affairs chief Myra Brill", "Myra Brill", None),
        ("H.R. Stroem, the adviser,", "H.R. Stroem", None),
        ("Secretary of State Olga Brent", "Olga Brent", "usa"),
        ("the paper’s political editor", "the paper’s political editor", None),
        ("longtime Lind ally Tora Venn", "Tora Venn", None),
        ("a Lind ally", "a Lind ally", None),
    ],
)
def test_a_name_within_a_source_is_not_always_its_head(source: str, speaker: str, party: str | None) -> None:
    (resolution,) = resolved(f"In the evening {source} said that {DELTA}.", (source, "said", DELTA))
    assert resolution.speaker is not None
    assert (resolution.speaker.name, resolution.party) == (speaker, party)


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Labour MP Liz Kestrel", "Liz Kestrel"),
        ("Speaker Jon A. Brandal, an old hand,", "Jon A. Brandal"),
        ("Her Tide shadow Vera Vance", "Vera Vance"),
    ],
)
def test_initials_and_parties_are_no_surnames(source: str, speaker: str) -> None:
    assert speaker_of(f"In the evening {source} said that {DELTA}.", source, "said", DELTA) == speaker


def test_the_official_is_the_unnamed_one_who_spoke_last() -> None:
    lead = "Bertil Holt was at sea. A senior Osgian adviser said the quay was shut."
    first = ("A senior Osgian adviser", "said", "the quay was shut")
    for word, speaker in (("The official", "A senior Osgian adviser"), ("The Osgian adviser", "The Osgian adviser")):
        found = resolved(f"{lead} {word} added that {DELTA}.", first, (word, "added", DELTA))[1]
        assert found.speaker is not None
        assert found.speaker.name == speaker
    later = resolved(
        f"{lead} Pavlo Rell said no. The spokesman added that {DELTA}.",
        first,
        ("Pavlo Rell", "said", "no"),
        ("The spokesman", "added", DELTA),
    )
    assert later[2].speaker is not None
    assert later[2].speaker.id == "rell"


def test_what_follows_a_name_need_not_tell_who_it_is() -> None:
    text = f"Lind’s forerunner, Bo Quist, warned the president that Osgia could wait. Quist said that {DELTA}."
    assert resolved(text, ("Quist", "said", DELTA))[0].party is None


def test_a_family_name_may_stand_in_front() -> None:
    text = f"The envoy Wen Lushan came late. Wen said that {DELTA}."
    assert speaker_of(text, "Wen", "said", DELTA) == "Wen Lushan"


def test_a_title_in_russian_is_no_name() -> None:
    text = "Посол США в Осгии Анна Брент сказала, что дельта открыта."
    (found,) = resolved(text, ("Посол США в Осгии Анна Брент", "сказала", "дельта открыта"))
    assert found.speaker is not None
    assert found.speaker.name == "Анна Брент"


def test_a_countrys_name_behind_a_given_name_is_a_surname() -> None:
    first, second, third = resolved(
        f"Rep. Jim Jordan said that {DELTA}. It must, Jordan added. In Amman the kingdom of Jordan agreed that all is well.",
        ("Rep. Jim Jordan", "said", DELTA),
        ("Jordan", "added", "It must"),
        ("the kingdom of Jordan", "agreed", "all is well"),
    )
    assert first.speaker is not None
    assert second.speaker is not None
    assert third.speaker is not None
    assert (first.speaker.name, second.speaker.name) == ("Jim Jordan", "Jim Jordan")
    assert third.speaker.name != "Jim Jordan"


def test_the_ohio_republican_is_who_spoke_last() -> None:
    parties = (Party("dems", "Democrats", PartyKind.SIDE), Party("reps", "Canal Republicans", PartyKind.SIDE))
    index = ActorIndex.of(replace(DOSSIER, parties=parties, actors=()))
    text = f"Senator Orla Quist said that {DELTA}. All is lost, the Ohio Republican added. All is won, the Iowa Democrat replied."
    rows = (
        ("Senator Orla Quist", "said", DELTA),
        ("the Ohio Republican", "added", "All is lost"),
        ("the Iowa Democrat", "replied", "All is won"),
    )
    _, second, third = resolve(article(text), [located(text, row) for row in rows], index)
    assert second.speaker is not None
    assert third.speaker is not None
    assert (second.speaker.name, second.party) == ("Orla Quist", "reps")
    assert (third.speaker.name, third.party) == ("the Iowa Democrat", "dems")


def test_an_office_of_a_company_is_nobody_elses() -> None:
    _, second = resolved(
        f"Oleh Stetsko, an Osgian ministry official, said that {DELTA}. Canalco's chief compliance officer said that it is late.",
        ("Oleh Stetsko", "said", DELTA),
        ("Canalco's chief compliance officer", "said", "it is late"),
    )
    assert second.speaker is not None
    assert (second.speaker.name, second.party) == ("Canalco's chief compliance officer", None)


@pytest.mark.parametrize(
    ("text", "attributions", "speaker"),
    [
        (
            f"Aksel Lind met Petro Hayda, Osgia's foreign minister who warned that {DELTA}.",
            [("who", "warned", DELTA)],
            "Petro Hayda",
        ),
        (
            f"Aksel Lind praised the quay but said that {DELTA}.",
            [("Aksel Lind", "praised", "the quay"), ("", "said", DELTA)],
            "Aksel Lind",
        ),
    ],
)
def test_a_second_verb_has_the_speaker_of_the_first(text: str, attributions: list[tuple[str, str, str]], speaker: str) -> None:
    found = resolved(text, *attributions)[-1].speaker
    assert found is not None
    assert found.name == speaker


@pytest.mark.parametrize(
    ("source", "party"),
    [("Reform", "house"), ("A Reform Party spokesman", "house"), ("Orla Quist, a Reform MP,", "house"), ("MPs", "house"), ("Labour", None)],
)
def test_a_political_party_is_of_the_side_of_who_leads_it(source: str, party: str | None) -> None:
    actors = (
        Actor("brandt", "Ilse Brandt", party="house", roles=(Role("leader of the Reform Party"),)),
        Actor("mps", "members of Parliament", ActorKind.BODY, "house"),
    )
    index = ActorIndex.of(replace(DOSSIER, parties=(Party("house", "Parliament and opposition"),), actors=actors))
    text = f"In the evening {source} said that {DELTA}."
    (found,) = resolve(article(text), [located(text, (source, "said", DELTA))], index)
    assert found.party == party
    assert found.speaker is None or found.speaker.name != "Parliament and opposition"


def test_a_faction_is_not_its_government() -> None:
    index = ActorIndex.of(replace(DOSSIER, parties=(Party("tories", "Dissident Conservatives"),), actors=()))
    for source, party in (("Conservative lawmakers", "tories"), ("the Conservative government", None)):
        text = f"In the evening {source} said that {DELTA}."
        assert resolve(article(text), [located(text, (source, "said", DELTA))], index)[0].party == party


def test_an_office_of_state_without_a_country_is_of_the_only_one() -> None:
    parties = (Party("house", "White House"), Party("dems", "Canal Democrats"))
    actors = (Actor("lind", "Aksel Lind", party="house", roles=(Role("US president"),)),)
    index = ActorIndex.of(replace(DOSSIER, parties=parties, actors=actors))
    for source, party in (("Vice President Walt Brome", "house"), ("Harbour League of Canal Citizens President Walt Brome", None)):
        text = f"In the evening {source} said that {DELTA}."
        assert resolve(article(text), [located(text, (source, "said", DELTA))], index)[0].party == party


def test_a_title_may_be_a_surname() -> None:
    text = f"Rep. Peter King left. Senator Angus King of the coast came. King said that {DELTA}."
    assert speaker_of(text, "King", "said", DELTA) == "Angus King"
    text = f"Vice Premier Liu He said that {DELTA}."
    assert speaker_of(text, "Vice Premier Liu He", "said", DELTA) == "Liu He"
    text = f"Peter King left. King Orvan said that {DELTA}."
    assert speaker_of(text, "King Orvan", "said", DELTA) == "Orvan"


def test_an_eastern_surname_is_that_of_the_one_named_before() -> None:
    index = ActorIndex.of(replace(DOSSIER, actors=(Actor("wang", "Wang Sho", party="osgia"),)))
    text = f"The canal is full, said Wang Hui, a painter. Wang said that {DELTA}."
    said = [located(text, ("Wang Hui, a painter", "said", "The canal is full")), located(text, ("Wang", "said", DELTA))]
    assert [one.speaker.name for one in resolve(article(text), said, index) if one.speaker] == ["Wang Hui", "Wang Hui"]


def test_a_compass_point_may_begin_a_countrys_name() -> None:
    index = ActorIndex.of(replace(DOSSIER, parties=(*DOSSIER.parties, Party("seoul", "South Korea", PartyKind.SIDE))))
    for source, party in (("The South African government", None), ("The South", "seoul"), ("The South Korean government", "seoul")):
        text = f"{source} said that {DELTA}."
        assert resolve(article(text), [located(text, (source, "said", DELTA))], index)[0].party == party


def test_an_official_is_nobody_whom_the_text_does_not_name() -> None:
    text = f"The chief negotiator was late. The Osgian official said that {DELTA}."
    assert speaker_of(text, "The Osgian official", "said", DELTA) == "The Osgian official"


def test_the_lawmaker_of_a_faction_is_of_no_country_that_has_a_states_name() -> None:
    parties = (Party("reps", "Canal Republicans", PartyKind.SIDE), Party("dems", "Democrats", PartyKind.SIDE))
    text = f"Sen. Orla Quist, a Georgia Republican, said that {DELTA}."
    found = resolve(
        article(text),
        [located(text, ("Sen. Orla Quist, a Georgia Republican,", "said", DELTA))],
        ActorIndex.of(replace(DOSSIER, parties=parties)),
    )
    assert found[0].party == "reps"


def test_a_union_of_states_has_no_home_secretary() -> None:
    parties = (
        Party("uk", "United Kingdom", PartyKind.SIDE),
        Party("eu", "European Union (institutions and member states)", PartyKind.SIDE),
    )
    index = ActorIndex.of(replace(DOSSIER, parties=parties, actors=()))
    for source, party in (("Home Secretary Orla Quist", "uk"), ("President Walt Brome", None)):
        text = f"{source} said that {DELTA}."
        assert resolve(article(text), [located(text, (source, "said", DELTA))], index)[0].party == party


def test_they_are_the_people_of_their_own_sentence() -> None:
    text = f"Velmark paid. Harbour groups expressed relief, yet they warned that {DELTA}."
    found = resolved(text, ("Harbour groups", "expressed", "relief"), ("they", "warned", DELTA))
    assert found[1].speaker is not None
    assert (found[1].speaker.name, found[1].party) == ("Harbour groups", None)


def test_who_is_somebody_brought_in_right_before() -> None:
    text = f"Aksel Lind spoke to an Osgian official who said that {DELTA}."
    found = resolved(text, ("who", "said", DELTA))[0]
    assert found.speaker is not None
    assert (found.speaker.name, found.party) == ("an Osgian official", "osgia")


def test_a_hill_with_a_capitol_is_no_newspaper() -> None:
    text = f"Lawmakers on Capitol Hill said that {DELTA}."
    assert speaker_of(text, "Lawmakers on Capitol Hill", "said", DELTA) != "The Hill"


def test_an_outlet_names_the_offices_of_its_own_country_without_it() -> None:
    text = f"Vice President Walt Brome said that {DELTA}."
    said = [located(text, ("Vice President Walt Brome", "said", DELTA))]
    parties = {
        name: resolve(replace(article(text), publisher=name), said, INDEX)[0].party for name in ("CNN (Web News)", "The Tornby Post")
    }
    assert parties == {"CNN (Web News)": "usa", "The Tornby Post": None}
    for title in ("Vice Premier", "President"):
        text = f"{title} Walt Brome said that {DELTA}."
        said = [located(text, (f"{title} Walt Brome", "said", DELTA))]
        assert resolve(replace(article(text), publisher="CNN"), said, INDEX)[0].party is None


def test_the_ministry_and_its_statement_are_those_of_the_body_that_the_text_names() -> None:
    text = f"The remarks by the Osgian Harbour Ministry followed. Then the ministry said that {DELTA}."
    assert resolved(text, ("the ministry", "said", DELTA))[0].party == "osgia"
    text = f"Osgia's Harbour Ministry released a statement. The statement said that {DELTA}."
    found = resolved(text, ("The statement", "said", DELTA))[0]
    assert found.speaker is not None
    assert (found.speaker.name, found.party) == ("Osgia's Harbour Ministry", "osgia")
    text = f"The remarks by the Peruvian Harbour Ministry followed. Then the council said that {DELTA}."
    assert resolved(text, ("the council", "said", DELTA))[0].party is None


def test_his_spokesman_is_that_of_whom_the_words_before_name() -> None:
    text = "Yuriy Dorinsky left. Aksel Lind is ready to resign, his spokesman said."
    assert resolved(text, ("his spokesman", "said", "Aksel Lind is ready to resign"))[0].party == "velmark"

from dataclasses import replace
from datetime import date

from tests.resolve.talks import article, located
from verbale.dossier import ActorKind, Negotiation, PartyKind
from verbale.resolve import ActorIndex, propose, resolve
from verbale.values import Attribution, Document

FIRST = (
    "Norwegian Foreign Minister Ingrid Aasen said the fishing quota was fair. She added that talks on the fishing quota would resume. "
    "Icelandic negotiator Einar Thorsson said Iceland rejected the fishing quota."
)
SECOND = (
    "Oslo will not yield, Norway's Foreign Minister Ingrid Åsen told Reuters. The analyst Lena Brandt doubted the fishing quota. "
    "Iceland rejected a patrol. Norway said the patrol would sail. Chilean President Pablo Rojas called the fishing quota a mistake."
)


def corpus() -> tuple[list[Document], list[list[Attribution]]]:
    first, second = replace(article(FIRST), id="one"), replace(article(SECOND), id="two", publisher="TASS")
    return [first, second], [
        [
            located(FIRST, ("Norwegian Foreign Minister Ingrid Aasen", "said", "the fishing quota was fair")),
            located(FIRST, ("She", "added", "talks on the fishing quota would resume")),
            located(FIRST, ("Icelandic negotiator Einar Thorsson", "said", "Iceland rejected the fishing quota")),
        ],
        [
            located(SECOND, ("Norway's Foreign Minister Ingrid Åsen", "told", "Oslo will not yield")),
            located(SECOND, ("analyst Lena Brandt", "doubted", "the fishing quota")),
            located(SECOND, ("Iceland", "rejected", "a patrol")),
            located(SECOND, ("Norway", "said", "the patrol would sail")),
            located(SECOND, ("Chilean President Pablo Rojas", "called", "the fishing quota a mistake")),
        ],
    ]


def test_every_speaker_is_proposed_once_with_party_and_office() -> None:
    actors = {one.row.name: one for one in propose(*corpus()).actors}
    assert set(actors) == {"Ingrid Aasen", "Einar Thorsson", "Lena Brandt", "Pablo Rojas"} or "Ingrid Åsen" in actors
    minister = actors.get("Ingrid Aasen") or actors["Ingrid Åsen"]
    assert minister.row.party == "norway"
    assert len(minister.places) == 3
    assert "Foreign Minister" in minister.row.roles[0].title
    assert actors["Einar Thorsson"].row.kind is ActorKind.PERSON
    assert actors["Lena Brandt"].row.party is None
    assert 0 < actors["Pablo Rojas"].probability < minister.probability < 1


def test_countries_that_speak_are_parties_the_loudest_the_sides() -> None:
    parties = {one.row.id: one.row for one in propose(*corpus()).parties}
    assert parties["norway"].kind is PartyKind.SIDE
    assert "Oslo" in parties["norway"].metonyms
    assert parties["chile"].kind is PartyKind.THIRD_PARTY


def test_what_several_documents_speak_of_is_an_issue_with_a_proposition_to_edit() -> None:
    issue = propose(*corpus()).issues[0]
    assert issue.row.label == "Fishing quota"
    assert issue.row.proposition
    assert {place.document for place in issue.places} == {"one", "two"}


def test_the_order_of_documents_does_not_matter() -> None:
    documents, said = corpus()
    assert propose(documents, said) == propose(documents[::-1], said[::-1])


def test_the_proposed_dossier_resolves_the_articles_it_came_from() -> None:
    documents, said = corpus()
    proposal = propose(documents, said)
    index = ActorIndex.of(proposal.dossier(Negotiation("quota", "Quota", date(2024, 5, 1))))
    found = [one for document, attributions in zip(documents, said, strict=True) for one in resolve(document, attributions, index)]
    assert all(one.speaker is not None and one.speaker.id is not None for one in found)


def test_nothing_gives_nothing() -> None:
    proposal = propose([], [])
    assert (proposal.parties, proposal.actors, proposal.issues, proposal.publishers) == ((), (), (), ())


def test_an_outlet_is_no_person_whatever_its_edition_is_called() -> None:
    told = (
        "Kaspar Lund told Harbour Post English that he would go. Al Jazeera English said on Monday that he had gone. Fjord News doubted it."
    )
    document = replace(article(told), id="three", publisher="Harbour Post")
    said = [
        located(told, ("Al Jazeera English", "said", "he had gone")),
        located(told, ("Fjord News", "doubted", "it")),
        located(told, ("Kaspar Lund", "told", "he would go")),
    ]
    found = propose([document], [said])
    assert [one.row.name for one in found.actors if one.row.kind is ActorKind.PERSON] == ["Kaspar Lund"]
    assert {"Al Jazeera", "Harbour Post"} <= {one.row.name for one in found.publishers}


def test_an_office_without_a_country_is_the_outlets_own() -> None:
    text = "President Bo Aldren said Iran will wait. Foreign Minister Reza Kamali said Iran will not. "
    text += "Vice President Mia Stroud said Iran has time."
    document = replace(article(text), id="one", publisher="Washington Post")
    said = [
        located(text, ("President Bo Aldren", "said", "Iran will wait")),
        located(text, ("Foreign Minister Reza Kamali", "said", "Iran will not")),
        located(text, ("Vice President Mia Stroud", "said", "Iran has time")),
    ]
    parties = {one.row.name: one.row.party for one in propose([document], [said]).actors}
    assert parties == {"Bo Aldren": "united-states", "Mia Stroud": "united-states", "Reza Kamali": "iran"}
    unknown = [replace(document, publisher="The Tornby Post")]
    assert {one.row.party for one in propose(unknown, [said]).actors} == {"iran"}


def test_a_headline_is_nobodys_name() -> None:
    text = "Harbour Deal Increases Crossing Time\n\nAnna Weber said the quay was shut."
    said = [located(text, ("Harbour Deal", "Increases", "Crossing Time")), located(text, ("Anna Weber", "said", "the quay was shut"))]
    assert [one.row.name for one in propose([article(text)], [said]).actors] == ["Anna Weber"]


def test_countries_are_written_as_one_writes_them() -> None:
    text = "Iran said the quay was shut. NATO said it was open."
    said = [located(text, ("Iran", "said", "the quay was shut")), located(text, ("NATO", "said", "it was open"))]
    assert {one.row.name for one in propose([article(text)], [said]).parties} == {"Iran", "NATO"}

"""Every move, by its cue and by its content, with negation and scope."""

import pytest

from verbale.coding import code
from verbale.values import Attribution, Document, Kind, Move, Resolution

from .talks import CODER, coded, span


@pytest.mark.parametrize(
    ("cue", "content", "move"),
    [
        ("demanded", "lower tolls on the canal", Move.DEMAND),
        ("called on Ketonia", "to open the northern bay", Move.DEMAND),
        ("urged", "an end to the shelling", Move.DEMAND),
        ("said", "Ketonia must lower its tolls", Move.DEMAND),
        ("offered", "to share the northern bay", Move.OFFER),
        ("said", "Varland is ready to discuss the canal fees", Move.OFFER),
        ("would consider", "a neutral zone along the border", Move.OFFER),
        ("pledged", "to send observers to the bay", Move.COMMIT),
        ("promised", "a quick answer on the tolls", Move.COMMIT),
        ("agreed", "to a neutral zone", Move.ACCEPT),
        ("welcomed", "the plan for the bay", Move.ACCEPT),
        ("rejected", "the proposal for a neutral zone", Move.REJECT),
        ("ruled out", "any change to the tolls", Move.REJECT),
        ("refused", "to open the bay", Move.REJECT),
        ("said", "Varland will not accept new tolls", Move.REJECT),
        ("said", "the new tolls were unacceptable", Move.REJECT),
        ("threatened", "to close the canal", Move.THREATEN),
        ("said", "Varland will go back to shelling the strip on the day the canal is shut", Move.THREATEN),
        ("said", "Varland will go back to the talks once the canal is open", Move.OFFER),
        ("said", "Varland would respond to new tolls with sanctions if Ketonia does not give way", Move.THREATEN),
        ("accused", "Ketonia of stalling", Move.ACCUSE),
        ("condemned", "the shelling of two villages", Move.ACCUSE),
        ("said", "Ketonia was sabotaging the work of the mediators", Move.ACCUSE),
        ("said", "the two sides had made progress on the tolls", Move.PROGRESS),
        ("hailed", "a constructive round of talks", Move.PROGRESS),
        ("said", "the talks had reached an impasse", Move.OBSTACLE),
        ("doubted", "that the round would bring results", Move.OBSTACLE),
        ("said", "three ships passed the canal on Monday", Move.REPORT),
        ("noted", "that the delegation had arrived in Pell", Move.REPORT),
    ],
)
def test_each_move(cue: str, content: str, move: Move) -> None:
    assert coded("Varland", cue, content)[1].move is move


@pytest.mark.parametrize(
    ("cue", "content"),
    [("would not rule out", "a neutral zone"), ("did not rule out", "lower tolls"), ("has not rejected", "the plan")],
)
def test_not_ruling_out_is_no_rejection(cue: str, content: str) -> None:
    assert coded("Varland", cue, content)[1].move is not Move.REJECT


def test_not_an_agreement_yet_is_no_progress() -> None:
    assert coded("Moren", "said", "it was not an agreement yet")[1].move is Move.OBSTACLE
    assert coded("Moren", "said", "there was no progress on the tolls")[1].move is Move.OBSTACLE


def test_denying_that_the_other_agreed_is_rejection_by_the_speaker() -> None:
    _, coding = coded("Moren", "denied", "that Ketonia had agreed to a neutral zone")
    assert coding.move is Move.REJECT


def test_what_is_said_of_the_other_side_is_not_the_speakers_offer() -> None:
    _, own = coded("Moren", "said", "Varland is ready to open the bay", "varland")
    _, other = coded("Moren", "said", "Ketonia is ready to open the bay", "varland")
    assert own.move is Move.OFFER
    assert other.move is not Move.OFFER


def test_not_agreeing_is_rejection_and_not_acceptance() -> None:
    assert coded("Ketonia", "has not agreed", "to the plan for the bay", "ketonia")[1].move is Move.REJECT


def test_a_threat_differs_from_a_demand() -> None:
    demand = coded("Moren", "said", "Ketonia must stop the shelling")[1]
    threat = coded("Moren", "warned", "that Varland will retaliate unless Ketonia stops the shelling")[1]
    assert (demand.move, threat.move) == (Move.DEMAND, Move.THREATEN)
    assert threat.conditional


def test_a_question_is_a_report() -> None:
    assert coded("A reporter", "asked whether", "Varland must pay the tolls", None)[1].move is Move.REPORT


def test_first_person_is_the_speakers_own() -> None:
    _, coding = coded("Moren", "said", '"We are willing to share the bay"', kind=Kind.DIRECT)
    assert coding.move is Move.OFFER


def test_evidence_names_the_words_that_made_the_move() -> None:
    text, coding = coded("Varland", "rejected", "the plan for the bay")
    assert [part.of(text) for part in coding.evidence] == ["rejected"]
    assert 0 < coding.probability <= 1


def test_a_rejection_outside_the_frame_is_another_matter() -> None:
    text, coding = coded("Moren", "said", "the canal was open", before="Ketonia rejected the plan. ")
    assert coding.move is Move.REPORT
    assert all(part.of(text) != "rejected" for part in coding.evidence)


def test_what_the_speaker_is_said_to_do_in_the_contents_first_clause() -> None:
    assert coded("Varland", "said", "it wanted lower tolls")[1].move is Move.DEMAND
    assert coded("Moren", "said", "she had rejected the plan")[1].move is Move.REJECT
    assert coded("Moren", "said", '"I agree with the mediators"', kind=Kind.DIRECT)[1].move is Move.ACCEPT


def test_a_medium_reports_what_others_do() -> None:
    content = "Varland must lower its tolls"
    assert coded("The newspaper", "reported", content, None)[1].move is Move.REPORT
    assert coded("Moren", "said", content)[1].move is Move.DEMAND


def test_what_a_statement_gives_to_another_speaker_is_not_its_own() -> None:
    text = "Moren noted that Ketonia had spoken of the need to open the bay."
    outer = Attribution(span(text, "Moren"), span(text, "noted"), span(text, text[17:-1]), Kind.INDIRECT)
    inner = Attribution(
        span(text, "Ketonia"), span(text, "had spoken of"), span(text, "the need to open the bay"), Kind.INDIRECT, nested_in=0
    )
    document = Document(id="d", path="d", text=text)
    resolutions = [Resolution(None, "varland"), Resolution(None, "ketonia")]
    first, second = code(document, [outer, inner], resolutions, CODER)
    assert (first.move, second.move) == (Move.REPORT, Move.DEMAND)


@pytest.mark.parametrize("content", ["to impose sanctions on Ketonia", "to escalate"])
def test_a_promise_of_harm_is_a_threat_and_its_end_is_none(content: str) -> None:
    assert coded("Varland", "is prepared", content)[1].move is Move.THREATEN
    assert coded("Varland", "is prepared", "to lift its sanctions on Ketonia")[1].move is Move.OFFER


def test_a_concession_is_not_what_is_said() -> None:
    assert coded("Moren", "said", "the tolls were too high even if Varland will not accept them")[1].move is Move.REPORT


def test_what_the_own_side_would_do_on_a_condition_is_an_offer() -> None:
    assert coded("Moren", "said", "Varland would withdraw its trawlers if tolls fell")[1].move is Move.OFFER
    assert coded("Moren", "said", "Ketonia would withdraw its guards if tolls rose")[1].move is not Move.OFFER


def test_harm_that_is_not_ruled_out_or_is_bound_to_a_condition_is_a_threat() -> None:
    assert coded("Varland", "would not rule out", "sanctions on Ketonia")[1].move is Move.THREATEN
    assert coded("Moren", "said", "if no letter comes, no ship of Ketonia will pass the canal")[1].move is Move.THREATEN


def test_what_comes_after_a_but_is_the_point() -> None:
    assert coded("Moren", "said", "the round was useful but fishing rights were out of the question")[1].move is Move.REJECT
    assert coded("Moren", "said", "the talks were difficult but businesslike")[1].move is Move.PROGRESS


def test_a_warning_that_binds_an_act_to_a_condition_is_a_threat_and_no_offer() -> None:
    assert coded("Moren", "warned", "there will be no canal for long if Ketonia does not pay")[1].move is Move.THREATEN


def test_what_is_yet_to_be_announced_is_not_there() -> None:
    assert coded("Both sides", "have yet to announce", "progress on the tolls", None)[1].move is Move.OBSTACLE


def test_what_the_other_side_demands_is_a_report_of_it() -> None:
    assert coded("Moren", "said", "Ketonia wants a treaty")[1].move is not Move.DEMAND
    assert coded("Moren", "said", "Varland wants a treaty")[1].move is Move.DEMAND


def test_an_end_to_sanctions_on_a_condition_is_no_threat() -> None:
    assert coded("Moren", "said", "if the talks succeed, all sanctions should be lifted")[1].move is Move.DEMAND


@pytest.mark.parametrize(
    ("cue", "content", "move"),
    [
        ("suggested", "a limited truce on the canal", Move.OFFER),
        ("suggested", "they would accept lower tolls", Move.OFFER),
        ("suggested", "that Ketonia was tired of the canal", Move.REPORT),
        ("suggested", "the public increasingly backed a new canal", Move.REPORT),
        ("conceded", "strong opinions had been aired on the tolls", Move.REPORT),
        ("declined to say", "what the delegation would do", Move.REPORT),
        ("declined", "to say how the tolls would fall", Move.REPORT),
        ("are unlikely to agree", "to new tolls on the canal", Move.REJECT),
        ("withheld support for", "the bill on the tolls", Move.REJECT),
        ("said", "they will vote against the bill at the first opportunity", Move.REJECT),
        ("projected", "that the tolls would send the port into ruin", Move.REPORT),
    ],
)
def test_what_a_cue_does_depends_on_what_follows(cue: str, content: str, move: Move) -> None:
    assert coded("Varland", cue, content)[1].move is move


def test_an_attribute_is_not_the_course_of_the_talks() -> None:
    assert coded("Varland", "said", "it would continue to prepare for a no-deal winter")[1].move is not Move.OBSTACLE
    assert coded("Varland", "feared", "that the tolls may end up seriously damaging the port")[1].move is not Move.PROGRESS


def test_what_comes_no_matter_what_is_not_asked_for() -> None:
    said = "the wait-and-see approach won't fly, no matter how much Ketonia screams that the world should raise the tolls"
    assert coded("Varland", "said", said)[1].move is Move.REJECT


@pytest.mark.parametrize(
    ("cue", "content", "move"),
    [
        ("said", "its crews had shot down forty drones", Move.REPORT),
        ("shot down", "the idea of a neutral zone", Move.REJECT),
        ("said", "more ships were expected tomorrow", Move.REPORT),
        ("said", "Ketonia had blown the chance of a truce", Move.ACCUSE),
        ("said", "Ketonia was trying to derail the talks", Move.ACCUSE),
        ("said", "the views of both fleets coincide on the canal", Move.PROGRESS),
        ("said", "the talks would be long and lengthy, with ups and downs", Move.OBSTACLE),
        ("said", "excessive optimism about the canal does harm", Move.OBSTACLE),
        ("said", "Varland will no longer restrict the traffic", Move.COMMIT),
        ("said", "Varland would be prepared for military action", Move.THREATEN),
        ("said", "we need a strong answer from the mediators", Move.DEMAND),
        ("said", "the sides took advantage of this opportunity", Move.REPORT),
        ("offered", "condolences to the families", Move.REPORT),
        ("offered", "a share of the tolls", Move.OFFER),
    ],
)
def test_the_words_around_tell_what_a_word_does(cue: str, content: str, move: Move) -> None:
    assert coded("Varland", cue, content)[1].move is move


def test_a_recalled_offer_offers_nothing_now() -> None:
    assert coded("Varland", "said", "we offered lower tolls last year")[1].move is Move.REPORT
    assert coded("Varland", "said", "we offer lower tolls")[1].move is Move.OFFER
    assert coded("Varland", "said", "we offered lower tolls this morning")[1].move is Move.OFFER


def test_who_agrees_that_something_is_so_accepts_nothing() -> None:
    assert coded("Varland", "agreed", "that the tolls were a burden on the ports")[1].move is Move.REPORT
    assert coded("Varland", "agreed", "that ships would pass free of tolls")[1].move is Move.ACCEPT
    assert coded("Varland", "offering", "some of its harshest remarks about the canal board")[1].move is not Move.OFFER


def test_who_acts_for_nobody_threatens_nobody() -> None:
    said = ("warned", "that the canal would dry up if the pumps stop")
    assert coded("Experts", *said, party=None)[1].move is not Move.THREATEN
    assert coded("Varland", *said)[1].move is Move.THREATEN


def test_experts_make_no_offers() -> None:
    offer = ("said", "Varland would be ready to share the northern bay")
    assert coded("Varland", *offer)[1].move is Move.OFFER
    assert coded("Analysts", *offer, party=None)[1].move is not Move.OFFER


def test_hope_that_is_expressed_is_hope() -> None:
    assert coded("Moren", "expressed", "hope that the canal would stay open")[1].move is Move.PROGRESS


def test_lower_tolls_on_a_condition_are_no_threat() -> None:
    assert coded("Varland", "said", "the sides agreed to lower some sanctions if the talks go on")[1].move is not Move.THREATEN


def test_advanced_machines_are_no_progress() -> None:
    assert coded("Varland", "said", "it had bought more advanced dredgers")[1].move is Move.REPORT
    assert coded("Varland", "said", "the talks had advanced")[1].move is Move.PROGRESS


@pytest.mark.parametrize(
    ("content", "move"),
    [
        ("the quarrel was bad for its proposed canal", Move.REPORT),
        ("the chance to serve was an opportunity she would miss", Move.REPORT),
        ("there was a tremendous opportunity for Ketonia to trade", Move.OFFER),
        ("he would take the mayor seriously", Move.REPORT),
        ("the plan was being seriously discussed", Move.PROGRESS),
        ("it looked forward to opening the fair", Move.REPORT),
        ("the two would work out their differences", Move.PROGRESS),
        ("the ships should leave, deal or no deal", Move.DEMAND),
        ("that won't happen", Move.REJECT),
        ("the offer fell far short of what was promised", Move.REJECT),
        ("the harbour could be hit by new tariffs", Move.THREATEN),
        ("Ketonia had repeatedly broken its promises", Move.ACCUSE),
        ("everything would be on the table", Move.OFFER),
        ("it must be said that the harbour was closed", Move.REPORT),
        ("the talks could be on hold until the storm was over", Move.OBSTACLE),
        ("lower tolls would only come after the shelling had ended", Move.DEMAND),
        ("if not for Varland, Ketonia would be at war", Move.REPORT),
        ("the harbour needed to walk away with a better deal", Move.DEMAND),
        ("we would like to thank the crews", Move.REPORT),
        ("it had to be seen as a storm in a teacup", Move.REPORT),
        ("you have to remember the storm", Move.REPORT),
        ("Ketonia had no choice but to raise tariffs", Move.THREATEN),
        ("promises had been broken in Pell", Move.ACCUSE),
        ("the offer was inadequate", Move.REJECT),
        ("the meeting in Pell will not take place", Move.OBSTACLE),
        ("Ketonia can look forward to better days if it opens the bay", Move.OFFER),
        ("the talks were very successful", Move.PROGRESS),
        ("he expects to visit the harbour", Move.REPORT),
        ("Ketonia had failed to put pressure on the pilots", Move.ACCUSE),
        ("Ketonia doesn't want peace", Move.ACCUSE),
        ("the storm was Ketonia's fault", Move.ACCUSE),
        ("it was not at fault, and there was no fault", Move.REPORT),
        ("the two were close to making a deal", Move.PROGRESS),
        ("it was satisfied with the meeting", Move.PROGRESS),
        ("the plan could break the deadlock", Move.PROGRESS),
        ("it was making sure that going forward the crews would be fed", Move.REPORT),
        ("there were still some issues to resolve", Move.OBSTACLE),
        ("it was a difficult Sunday morning in the bay", Move.REPORT),
        ("we will see what the harbour board says", Move.REPORT),
        ("we are going to win", Move.REPORT),
    ],
)
def test_a_word_of_a_move_in_another_sense_makes_none(content: str, move: Move) -> None:
    assert coded("Moren", "said", content)[1].move is move


def test_a_tax_on_the_other_side_is_a_threat_even_where_it_is_proposed() -> None:
    assert coded("Varland", "proposed", "a tariff on the ships of Ketonia")[1].move is Move.THREATEN
    assert coded("Varland", "proposed", "to lift the tariff on the ships of Ketonia")[1].move is Move.OFFER


def test_who_warns_somebody_not_to_do_a_thing_demands() -> None:
    assert coded("Varland", "warned", "Ketonia not to close the bay")[1].move is Move.DEMAND
    assert coded("Varland", "warning", "the Ketonian navy not to mislead the public")[1].move is Move.DEMAND
    assert coded("Varland", "warned", "that Ketonia would pay a high price")[1].move is Move.THREATEN


@pytest.mark.parametrize(
    ("content", "move"),
    [
        ("it would set up a hotline for captains", Move.COMMIT),
        ("Varland will publish the list of ships", Move.COMMIT),
        ("that it would also discuss the list", Move.COMMIT),
        ("it will slap a tariff on the ships of Ketonia", Move.THREATEN),
        ("it would support the plan", Move.ACCEPT),
        ("Ketonia will publish the list of ships", Move.REPORT),
        ("it was unclear how it would pay for the list", Move.REPORT),
        ("it would lose much of its trade", Move.REPORT),
        ("the crews that would man the boats had left", Move.REPORT),
    ],
)
def test_what_the_own_side_will_do_it_commits_to(content: str, move: Move) -> None:
    assert coded("Varland", "said", content)[1].move is move


def test_what_a_speaker_says_he_will_do_he_commits_to() -> None:
    assert coded("Moren", "said", '"I will deliver the address when the bay is open"', kind=Kind.DIRECT)[1].move is Move.COMMIT
    assert coded("Moren", "said", '"he will deliver the address"', kind=Kind.DIRECT)[1].move is Move.REPORT
    assert coded("An analyst", "said", "it would set up a hotline", None)[1].move is Move.REPORT


@pytest.mark.parametrize(
    ("language", "cue", "content"),
    [("ru", "заявил", "что он будет публиковать список судов"), ("uk", "заявив", "що він буде публікувати перелік суден")],
)
def test_a_promise_in_russian_and_ukrainian(language: str, cue: str, content: str) -> None:
    text = f"Морен {cue}, {content}."
    attribution = Attribution(span(text, "Морен"), span(text, cue), span(text, content), Kind.INDIRECT)
    document = Document(id="d", path="d.txt", text=text, language=language)
    (coding,) = code(document, [attribution], [Resolution(None, "varland")], CODER)
    assert coding.move is Move.COMMIT


def test_what_is_lifted_is_no_harm() -> None:
    assert coded("Varland", "committed", "to buy more and lift tariff and non-tariff barriers")[1].move is Move.COMMIT


@pytest.mark.parametrize("cue", ["backed off its demand", "backed away from the demand", "dropped its demand", "abandoned its call"])
def test_a_demand_that_is_dropped_is_none(cue: str) -> None:
    assert coded("Varland", cue, "that Ketonia open the bay")[1].move is Move.REPORT


def test_a_guilty_plea_and_a_welcome_home_are_no_moves() -> None:
    assert coded("Moren", "pleaded guilty", "to fishing at night")[1].move is Move.REPORT
    assert coded("Moren", "welcomed home", "three sailors")[1].move is Move.REPORT


def test_a_word_of_one_letter_begins_a_phrase() -> None:
    assert coded("Moren", "said", '"Ketonia wants trade, and I agree"', kind=Kind.DIRECT)[1].move is Move.ACCEPT


def test_blame_of_a_proposal_rejects_it() -> None:
    assert coded("Varland", "denounced", "the offer of Ketonia")[1].move is Move.REJECT
    assert coded("Varland", "denounced", "Ketonia's latest plan")[1].move is Move.REJECT
    assert coded("Varland", "denounced", "the shelling of the bay")[1].move is Move.ACCUSE


def test_a_vote_with_its_figures_is_one() -> None:
    assert coded("Varland", "voted 344-286 against", "the tolls")[1].move is Move.REJECT
    assert coded("Varland", "voted 344-286 for", "the tolls")[1].move is Move.ACCEPT


def test_hearsay_in_a_quotation_is_of_whom_it_tells() -> None:
    text = '"Moren says he will not accept the tolls," Dask said.'
    quotation = Attribution(
        span(text, "Dask"), span(text, "said", 40), span(text, '"Moren says he will not accept the tolls,"'), Kind.DIRECT
    )
    hearsay = Attribution(span(text, "Moren"), span(text, "says"), span(text, "he will not accept the tolls"), Kind.DIRECT, nested_in=0)
    document = Document(id="d", path="d.txt", text=text)
    found = code(document, [quotation, hearsay], [Resolution(None, "ketonia"), Resolution(None, "varland")], CODER)
    assert found[1].move is Move.REJECT


@pytest.mark.parametrize(
    ("cue", "content", "move"),
    [
        ("is seeking", "reforms of the pilots' guild", Move.DEMAND),
        ("seeks to", "host the next round", Move.COMMIT),
        ("assured", "the crews that the bay was safe", Move.REPORT),
        ("assured", "the crews that it would open the bay", Move.COMMIT),
        ("played down", "the remarks of the mayor", Move.REPORT),
        ("played down", "hopes of a quick end", Move.OBSTACLE),
        ("held out hope", "for a deal", Move.PROGRESS),
        ("offered", "relief from tariffs", Move.OFFER),
        ("promised", "to close the bay to tariff cheats and shut down the canal", Move.THREATEN),
    ],
)
def test_what_follows_a_cue_tells_what_it_does(cue: str, content: str, move: Move) -> None:
    assert coded("Varland", cue, content)[1].move is move


def test_who_acts_on_a_condition_is_not_named_in_it() -> None:
    assert coded("Varland", "said", "if it went to Pell the plan would be lost")[1].move is Move.REPORT
    assert coded("Varland", "said", "if Ketonia went to Pell it would lower its tolls")[1].move is Move.OFFER


@pytest.mark.parametrize(
    ("cue", "content", "move"),
    [
        ("hopes", "Ketonia will open the bay", Move.DEMAND),
        ("said", "it hoped that Ketonia would lower its tolls", Move.DEMAND),
        ("hopes", "for a quick end", Move.PROGRESS),
        ("insisted", "that Ketonia withdraw its trawlers", Move.DEMAND),
        ("insisted", "that Ketonia had withdrawn its trawlers", Move.REPORT),
        ("insisted", "that Ketonia's six letters were late", Move.REPORT),
        ("announced", "sanctions on the pilots of Ketonia", Move.THREATEN),
        ("announced", "more aid for the crews", Move.COMMIT),
        ("announced", "the aid had reached the crews", Move.REPORT),
        ("warned", "that Ketonia was building new boats", Move.REPORT),
        ("warned", "that it would close the bay", Move.THREATEN),
        ("warned", "that there would be a price", Move.THREATEN),
    ],
)
def test_what_others_are_to_do_is_demanded_and_what_they_do_is_no_threat(cue: str, content: str, move: Move) -> None:
    assert coded("Varland", cue, content)[1].move is move


def test_an_order_in_a_quotation_is_a_demand() -> None:
    assert coded("Varland", "said", '"Open the bay"', kind=Kind.DIRECT)[1].move is Move.DEMAND
    assert coded("Varland", "said", '"The storm is over. Lift your blockade."', kind=Kind.DIRECT)[1].move is Move.DEMAND
    assert coded("Varland", "said", '"Open borders are old"', kind=Kind.DIRECT)[1].move is Move.REPORT
    assert coded("Varland", "said", "open the bay", kind=Kind.INDIRECT)[1].move is Move.REPORT

"""The stance: the move times how the content stands to the proposition."""

import pytest

from verbale.coding import Coder, code
from verbale.coding.propositions import standard
from verbale.dossier.model import Dossier, Issue, Party, PartyKind
from verbale.values import Attribution, Document, Kind, Resolution, Stance

from .talks import coded, span


def stance(cue: str, content: str, issue: str, party: str = "varland") -> Stance:
    _, coding = coded("Moren", cue, content, party)
    return {found.issue: found.stance for found in coding.issues}[issue]


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "Varland could not join the Northern League", Stance.FOR),
        ("said", "Varland will not enter the Northern League", Stance.FOR),
        ("said", "it would not discuss the Northern League", Stance.AGAINST),
        ("demanded", "that Varland never join the Northern League", Stance.FOR),
    ],
)
def test_who_will_not_join_what_is_to_be_kept_out_of_is_for_it(cue: str, content: str, expected: Stance) -> None:
    assert stance(cue, content, "league") is expected


@pytest.mark.parametrize(
    ("cue", "content", "issue", "expected"),
    [
        ("demanded", "a neutral zone", "neutral-zone", Stance.FOR),
        ("rejected", "a neutral zone", "neutral-zone", Stance.AGAINST),
        ("accepted", "the neutral zone", "neutral-zone", Stance.FOR),
        ("ruled out", "security guarantees", "guarantees", Stance.AGAINST),
        ("would not rule out", "a neutral zone", "neutral-zone", Stance.FOR),
        ("said", "Varland will not accept a neutral zone", "neutral-zone", Stance.AGAINST),
        ("demanded", "an end to the shelling", "shelling", Stance.FOR),
        ("condemned", "the shelling of Ostrel", "shelling", Stance.FOR),
        ("said", "Ketonia was only trying to buy time", "good-faith", Stance.AGAINST),
        ("offered", "fishing rights", "fishing", Stance.FOR),
        ("demanded", "a settlement without security guarantees", "guarantees", Stance.AGAINST),
        ("said", "Varland will not give up its fishing rights", "fishing", Stance.FOR),
        ("said", "Varland was not ready to compromise on the fishing rights", "fishing", Stance.FOR),
        ("said", "fishing rights were not negotiable", "fishing", Stance.FOR),
        ("said", "no trawlers will enter the bay", "fishing", Stance.AGAINST),
        ("threatened", "that no trawlers will enter the bay if talks fail", "fishing", Stance.AGAINST),
        ("warned against", "a neutral zone", "neutral-zone", Stance.AGAINST),
        ("said", "a neutral zone is not possible", "neutral-zone", Stance.AGAINST),
        ("welcomed", "the end of the fishing rights", "fishing", Stance.AGAINST),
        ("accepted", "a pause in the fishing rights", "fishing", Stance.AGAINST),
        ("said", "Varland does not object to the neutral zone", "neutral-zone", Stance.FOR),
        ("said", "there can be no neutral zone", "neutral-zone", Stance.AGAINST),
        ("called", "the neutral zone a dangerous mistake", "neutral-zone", Stance.AGAINST),
        ("said", "the shelling of Ostrel was a response to mortar fire", "shelling", Stance.AGAINST),
        ("said", "a neutral zone would come, no later than the guarantees", "neutral-zone", Stance.FOR),
        ("criticised", "opposition to the neutral zone", "neutral-zone", Stance.FOR),
        ("demanded", "a close neutral zone", "neutral-zone", Stance.FOR),
        ("threatened", "to skip the neutral zone", "neutral-zone", Stance.AGAINST),
        ("planned", "by the end of June a neutral zone", "neutral-zone", Stance.FOR),
        ("does not think that", "a neutral zone should come", "neutral-zone", Stance.AGAINST),
        ("does not believe", "Ketonia negotiates in good faith", "good-faith", Stance.AGAINST),
    ],
)
def test_stance(cue: str, content: str, issue: str, expected: Stance) -> None:
    assert stance(cue, content, issue) is expected


def test_rejecting_models_of_neutrality_is_against() -> None:
    _, coding = coded("Varland", "rejected", "proposals of neutral zones based on two older models")
    assert [(found.issue, found.stance) for found in coding.issues] == [("neutral-zone", Stance.AGAINST)]


def test_an_issue_without_a_proposition_has_no_stance() -> None:
    assert stance("said", "the talks were making progress", "process") is Stance.UNCLEAR


def test_a_plain_report_in_passing_takes_no_stance() -> None:
    _, coding = coded("Moren", "said", '"It was discussed at length"', before="The border strip came up. ", kind=Kind.DIRECT)
    assert {found.stance for found in coding.issues} <= {Stance.UNCLEAR, Stance.FOR}


def test_blame_for_blocking_a_thing_is_for_it() -> None:
    assert stance("said", "Ketonia was stalling to prevent security guarantees", "guarantees") is Stance.FOR


def test_a_difficulty_is_no_opposition() -> None:
    assert stance("said", "the talks on a neutral zone were difficult", "neutral-zone") is Stance.UNCLEAR


def test_a_report_of_what_must_end_takes_no_side() -> None:
    assert stance("said", "the shelling of Ostrel lasted an hour", "shelling") is Stance.UNCLEAR


def test_blame_on_a_party_is_about_its_conduct_where_nothing_else_is_named() -> None:
    assert stance("blamed", "Ketonia", "good-faith") is Stance.AGAINST


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("would withdraw its trawlers", "if a neutral zone is drawn", Stance.FOR),
        ("said", "Varland would open the canal in exchange for a neutral zone", Stance.FOR),
        ("said", "Varland will not sign until a neutral zone is drawn", Stance.FOR),
        ("said", "Varland will not sign without a neutral zone", Stance.FOR),
        ("threatened", "to close the canal unless a neutral zone is drawn", Stance.FOR),
        ("said", "Varland will not negotiate if the neutral zone comes", Stance.AGAINST),
    ],
)
def test_what_a_move_waits_for_is_wanted_and_what_brings_a_refusal_is_not(cue: str, content: str, expected: Stance) -> None:
    assert stance(cue, content, "neutral-zone") is expected


def test_a_rejection_governs_its_own_clause_only() -> None:
    _, coding = coded("Moren", "said", "Varland wants a neutral zone, but will not accept new fishing rights")
    assert {found.issue: found.stance for found in coding.issues}["neutral-zone"] is Stance.FOR
    assert {found.issue: found.stance for found in coding.issues}["fishing"] is Stance.AGAINST


def test_two_ends_and_a_negation_cancel_by_pairs() -> None:
    assert stance("said", "the pause in the shelling would end", "shelling") is not Stance.FOR
    assert stance("demanded", "that the shelling not stop", "shelling") is Stance.FOR  # who demands is for an end: the words alone say less


def test_accepting_what_was_said_takes_the_side_that_it_took() -> None:
    before = "The mediators said that the neutral zone must be abandoned. "
    _, coding = coded("Varland", "accepted", "the proposal", before=before)
    assert [(found.issue, found.stance) for found in coding.issues] == [("neutral-zone", Stance.AGAINST)]


def test_blame_on_who_should_act_is_for_the_act() -> None:
    dossier = Dossier(
        parties=(Party("varland", "Varland", PartyKind.SIDE), Party("norrey", "Norrey", PartyKind.MEDIATOR)),
        issues=(Issue("part", "Norrey's part", "Norrey should stay engaged in the talks.", ("mediator",)),),
    )
    text = "Varland accused Norrey of indifference."
    attribution = Attribution(span(text, "Varland"), span(text, "accused"), span(text, "Norrey of indifference"), Kind.INDIRECT)
    (coding,) = code(Document(id="d", path="d", text=text), [attribution], [Resolution(None, "varland")], Coder.of(dossier))
    assert [(found.issue, found.stance) for found in coding.issues] == [("part", Stance.FOR)]
    assert all(found.evidence for found in coding.issues)


def test_giving_up_the_whole_thing_is_undoing_it() -> None:
    rule = standard(Issue("arms", "Disarmament", "Ketonia gives up its nuclear weapons completely."))
    assert rule.sign("nuclear weapons") == -1
    assert rule.sign("denuclearisation") == 1
    assert rule.ends


def test_a_stance_has_a_probability_and_the_words_that_turned_it() -> None:
    text, coding = coded("Moren", "demanded", "a settlement without security guarantees")
    (found,) = coding.issues
    assert 0 < found.stance_probability < 1
    assert [part.of(text) for part in found.turned_by] == ["without"]
    plain = coded("Moren", "said", "security guarantees were mentioned")[1].issues[0]
    assert plain.stance_probability < found.stance_probability


def test_what_is_wanted_lifted_is_to_end_and_what_is_closed_may_be_a_deal() -> None:
    assert stance("wants", "the shelling of Ostrel stopped", "shelling") is stance("wants", "an end to the shelling of Ostrel", "shelling")
    assert stance("wants", "the neutral zone abolished", "neutral-zone") is Stance.AGAINST
    assert stance("wants", "to close a deal on a neutral zone", "neutral-zone") is Stance.FOR


def test_an_issue_that_is_itself_a_no_may_be_prevented() -> None:
    dossier = Dossier(
        parties=(Party("varland", "Varland", PartyKind.SIDE),),
        issues=(
            Issue("no-pilot", "Sailing with no pilot", "Ships sail without a pilot.", ("no pilot",)),
            Issue("dam", "The dam", "The council should pay for the dam.", ("dam", "ugly")),
        ),
    )

    def sides(cue: str, content: str) -> dict[str, Stance]:
        text = f"Varland {cue} {content}."
        attribution = Attribution(span(text, "Varland"), span(text, cue), span(text, content), Kind.INDIRECT)
        (coding,) = code(Document("d", "d.txt", text), [attribution], [Resolution(None, "varland")], Coder.of(dossier))
        return {found.issue: found.stance for found in coding.issues}

    assert sides("wanted", "to prevent a no pilot rule") == {"no-pilot": Stance.AGAINST}
    assert sides("wanted", "a no pilot rule") == {"no-pilot": Stance.FOR}

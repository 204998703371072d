"""Issues from a statement's own words, across inflection, and from what it leans on."""

from verbale.coding import Coder, code
from verbale.coding.words import stem, words
from verbale.dossier.model import Actor, Dossier, Issue
from verbale.values import Attribution, Document, Kind, Resolution

from .talks import CODER, DOSSIER, coded, span


def issues(source: str, cue: str, content: str, before: str = "") -> set[str]:
    return {issue.issue for issue in coded(source, cue, content, before=before)[1].issues}


def test_keywords_are_found_in_other_forms() -> None:
    assert issues("Moren", "said", "the toll for small ships was too high") == {"canal-tolls"}
    assert issues("Moren", "said", "a trawler had been stopped") == {"fishing"}


def test_words_between_do_not_hide_a_keyword_of_several_words() -> None:
    assert issues("Moren", "said", "written security and border guarantees were needed") == {"guarantees"}


def test_several_issues_of_one_statement() -> None:
    assert issues("Moren", "demanded", "fishing rights and security guarantees") == {"fishing", "guarantees"}


def test_names_of_the_parties_make_no_issue() -> None:
    assert issues("Moren", "said", "Ketonia and Varland were old neighbours") == set()


def test_an_anaphor_takes_the_issue_of_what_it_points_at() -> None:
    assert issues("Ketonia", "rejected", "the proposal", before="Varland put forward a neutral zone on Monday. ") == {"neutral-zone"}


def test_an_anaphor_cites_the_words_it_leans_on() -> None:
    text, coding = coded("Ketonia", "rejected", "the proposal", before="Varland put forward a neutral zone on Monday. ")
    assert any(part.of(text) == "neutral zone" for issue in coding.issues for part in issue.evidence)


def test_the_previous_statements_issue_carries_over() -> None:
    text = 'Moren spoke of the fishing rights. "Nobody can do without them," she said.'
    first = Attribution(span(text, "Moren"), span(text, "spoke of"), span(text, "the fishing rights"), Kind.INDIRECT)
    second = Attribution(span(text, "she"), span(text, "said"), span(text, '"Nobody can do without them,"'), Kind.DIRECT)
    document = Document(id="d", path="d", text=text)
    one, two = code(document, [first, second], [Resolution(None, "varland")] * 2, CODER)
    assert [issue.issue for issue in one.issues] == [issue.issue for issue in two.issues] == ["fishing"]


def test_issues_come_in_the_dossiers_order() -> None:
    _, coding = coded("Moren", "demanded", "security guarantees, fishing rights and lower tolls")
    order = [issue.id for issue in DOSSIER.issues]
    given = [issue.issue for issue in coding.issues]
    assert given == sorted(given, key=order.index)
    assert len(given) == 3


def test_without_a_dossier_there_are_moves_and_no_issues() -> None:
    text = "Moren rejected the plan."
    attribution = Attribution(span(text, "Moren"), span(text, "rejected"), span(text, "the plan"), Kind.INDIRECT)
    (coding,) = code(Document(id="d", path="d", text=text), [attribution], [Resolution(None, None)], Coder.of(Dossier()))
    assert (coding.move, coding.issues) == ("reject", ())


def test_a_stem_is_shared_by_the_forms_of_a_word() -> None:
    assert len({stem(form) for form in ("negotiate", "negotiations", "negotiating", "negotiators")}) == 1
    assert len({stem(form) for form in ("guarantee", "guarantees", "guarantor", "guaranteeing")}) == 1
    assert stem("demilitarisation") == stem("demilitarization")
    assert stem("progress") != stem("programme")


def test_words_know_their_place() -> None:
    text = "Varland’s cease-fire"
    assert [text[word.start : word.end] for word in words(text)] == ["Varland’s", "cease", "fire"]


def test_what_is_asked_for_in_return_is_an_issue_and_what_provokes_a_threat_less_so() -> None:
    assert issues("Varland", "would open the canal", "if fishing rights are settled") == {"fishing"}
    assert issues("Varland", "threatened", "to raise canal fees if trawlers are stopped") == {"canal-tolls"}


def test_words_inside_a_name_name_no_issue() -> None:
    assert issues("Moren", "said", "the Office of Fishing and Tolls had moved to Pell") == set()
    assert issues("Moren", "said", "tolls had fallen") == {"canal-tolls"}


def test_what_only_says_when_counts_less() -> None:
    assert issues("Moren", "said", "fishing rights came up again after the shelling") == {"fishing"}


def test_words_about_good_faith_are_about_good_faith() -> None:
    assert issues("Moren", "said", "Ketonia was pretending and would never budge an inch") == {"good-faith"}


def test_a_claim_on_the_course_of_the_talks_stands_beside_another_issue() -> None:
    assert issues("Moren", "said", "the negotiations on fishing rights had reached an impasse") == {"fishing", "process"}


def test_the_inflections_of_short_words_share_a_stem() -> None:
    assert len({stem(form) for form in ("pay", "pays", "paying")}) == 1
    assert stem("rights") != stem("right")
    assert stem("statement") != stem("states")


def test_a_text_mostly_on_other_matters_lends_no_issue() -> None:
    weather = " ".join(f"Storm {number} passed the old lighthouse without harm." for number in range(150))
    said = ("Moren", "said", "the lighthouse keeper had painted his door green")
    tolls = "The tolls fell. The canal fees were low. The tolls rose again. "
    assert [code.issue for code in coded(*said, before=tolls)[1].issues] == ["canal-tolls"]
    assert coded(*said, before=f"{weather} {tolls}")[1].issues == ()


def test_words_that_stand_side_by_side_in_a_proposition_name_its_issue() -> None:
    dossier = Dossier(
        issues=(
            Issue("fleet", "The fleet", "Varland should give up its coastal batteries.", ("frigates",)),
            Issue("lights", "The lights", "The prime minister should keep the coastal lights.", ("lamps",)),
        )
    )
    assert issues_by(dossier, "Varland should get rid of its coastal batteries") == ["fleet"]
    assert issues_by(dossier, "the prime minister had slept badly") == []


def test_meeting_a_demand_is_no_meeting() -> None:
    dossier = Dossier(issues=(Issue("summit", "Summit", "The presidents should meet.", ("meeting", "summit")),))
    assert issues_by(dossier, "they would meet all of the demands of the pilots") == []
    assert issues_by(dossier, "they would meet in Pell") == ["summit"]


def test_no_word_stands_behind_a_small_word_of_a_keyword() -> None:
    issues = (Issue("blame", "Blame", None, ("not Moren's", "old war")),)
    dossier = Dossier(parties=DOSSIER.parties, actors=(Actor("moren", "Ilse Moren", party="varland"),), issues=issues)
    assert issues_by(dossier, "they did not understand Moren's love of the sea") == []
    assert issues_by(dossier, "this was not Moren's war") == ["blame"]


def issues_by(dossier: Dossier, content: str) -> list[str]:
    text = f"Dask said {content}."
    attribution = Attribution(span(text, "Dask"), span(text, "said"), span(text, content), Kind.INDIRECT)
    (coding,) = code(Document("d", "d.txt", text), [attribution], [Resolution(None, None)], Coder.of(dossier))
    return [found.issue for found in coding.issues]

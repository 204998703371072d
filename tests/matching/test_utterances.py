"""Utterances: what joins, what stays apart, and that neither the order nor the manner of arrival matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.matching import (
    AGAIN,
    Wording,
    block_keys,
    credited_elsewhere,
    divided,
    families,
    link_keys,
    linked_pairs,
    lookup_keys,
    restatements,
    utterances,
)
from verbale.values import Kind

MONDAY = date(2031, 4, 14)


def wording(text: str, **fields: object) -> Wording:
    """A wording in an article of its own, by one speaker on one known day."""
    name = str(fields.pop("statement", text))
    kind = Kind.DIRECT if text[0] in '"“' and text[-1] in '"”' else Kind.MIXED if '"' in text or "“" in text else Kind.INDIRECT
    plain = Wording(name, f"article of {name}", "velk", MONDAY, MONDAY, kind, text, 100)
    return replace(plain, **fields)  # type: ignore[arg-type]


def together(*wordings: Wording) -> bool:
    """Whether all wordings are one utterance."""
    return len(utterances(wordings)) == 1


CLOSE = wording('"The positions of the two delegations have moved as close together as they can on the river quota."')


@pytest.mark.parametrize(
    "report",
    [
        "the delegations' positions on the river quota had converged to the maximum",
        "the stances of both sides on the quota for the river were aligned as closely as possible",
        'the positions on the river quota "have moved as close together as they can"',
    ],
)
def test_translations_and_indirect_reports_join(report: str) -> None:
    assert together(CLOSE, wording(report))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"We will reduce patrols along the northern canal."', '"We will not reduce patrols along the northern canal."'),
        ("the blockade would be lifted before the talks", "the blockade would be lifted after the talks"),
        ("the government would free 120 captives in May", "the government would free 40 captives in May"),
        ("her country would accept the mediator's proposal", "her country would reject the mediator's proposal"),
        ('"Transit is being discussed in earnest now, with the fees."', '"There are absolutely concrete wordings on transit."'),
        ("the inspection of the dam was a red line for her country", "the toll on the ferry was a red line for her country"),
        ("her country was not ready to discuss the opening of the sluice", "her country was ready to discuss the opening of the sluice"),
    ],
)
def test_statements_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert not together(wording(one), wording(other))


def test_denial_in_other_words_joins() -> None:
    assert together(wording("she was not ready to accept the mediator's plan"), wording("she was unwilling to accept the mediator's plan"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"We are ready to discuss fees, we are not ready to discuss the sluice."', "ready to discuss fees, not the sluice"),
        (
            '"If there is no sealed letter by noon, no barge will pass the lock."',
            "no barge will pass the lock unless a sealed letter came by noon",
        ),
        ("it was too early to open the sluice", "it was premature to open the sluice"),
        ("the treaty could be initialled in spring", '"We could initial the treaty in spring."'),
    ],
)
def test_a_denial_reaches_what_it_denies_and_phrases_say_what_words_say(one: str, other: str) -> None:
    assert together(wording(one), wording(other))


def test_a_saying_under_another_name_is_told_though_it_is_short_or_reported() -> None:
    short = wording('"My patience is as low as the river,"', statement="short")
    other = wording('"My patience stands as low as the river,"', statement="other", speaker="arden")
    assert {(link.one, link.other) for link in credited_elsewhere([short, other])} == {("other", "short")}
    said = wording('"If there is no sealed letter by noon on Friday, no barge will pass the lock on Saturday."', statement="said")
    told = wording(
        "no barge will pass the lock on Saturday unless a sealed letter came by noon on Friday", statement="told", speaker="arden"
    )
    assert len(credited_elsewhere([said, told])) == 1
    assert not credited_elsewhere([replace(said, kind=Kind.INDIRECT), told])


def test_the_same_words_on_another_day_are_another_utterance_and_a_restatement() -> None:
    later = replace(CLOSE, statement="later", document="later", said_on=MONDAY + timedelta(days=2), published_on=MONDAY + timedelta(days=2))
    found = utterances([later, CLOSE])
    assert len(found) == 2
    (link,) = restatements(found, [later, CLOSE])
    by_id = {utterance.id: utterance.statements for utterance in found}
    assert (by_id[link.earlier], by_id[link.later]) == ((CLOSE.statement,), ("later",))


def test_links_can_be_asked_for_of_some_alone() -> None:
    later = replace(CLOSE, statement="later", document="later", said_on=MONDAY + timedelta(days=2), published_on=MONDAY + timedelta(days=2))
    other = replace(CLOSE, statement="other", document="other", speaker="arden")
    found = utterances([later, CLOSE, other])
    (link,) = restatements(found, [later, CLOSE, other])
    assert restatements(found, [later, CLOSE, other], fresh={link.later}) == (link,)
    assert not restatements(found, [later, CLOSE, other], fresh=())
    assert credited_elsewhere([later, CLOSE, other], fresh={"other"}) == credited_elsewhere([later, CLOSE, other])
    assert not credited_elsewhere([CLOSE, other], fresh={"later"})


def test_what_is_said_again_or_by_others_is_filed_where_it_is_looked_for() -> None:
    later = replace(CLOSE, statement="later", said_on=MONDAY + timedelta(days=200), published_on=MONDAY + timedelta(days=200))
    other = replace(CLOSE, statement="other", speaker="arden", said_on=None)
    assert set(link_keys(CLOSE, periods=AGAIN)) & set(block_keys(later))
    assert not set(link_keys(CLOSE, periods=1)) & set(block_keys(later))
    assert set(link_keys(CLOSE, periods=1)) & set(block_keys(other))
    nowhere = replace(CLOSE, said_on=None, published_on=None)
    assert set(link_keys(nowhere, periods=1)) & set(block_keys(replace(nowhere, speaker="arden")))


def test_reports_that_date_one_quotation_a_day_apart_join_and_indirect_ones_do_not() -> None:
    tuesday = MONDAY + timedelta(days=1)
    assert together(CLOSE, replace(CLOSE, statement="later", document="later", said_on=tuesday))
    indirect = wording("the delegations' positions on the river quota had converged to the maximum")
    assert not together(indirect, replace(indirect, statement="later", document="later", said_on=tuesday))


def test_the_same_words_of_another_speaker_stay_apart_but_are_told() -> None:
    other = replace(CLOSE, statement="other", document="other", speaker="arden")
    assert not together(CLOSE, other)
    (link,) = credited_elsewhere([other, CLOSE])
    assert {link.one, link.other} == {CLOSE.statement, "other"}


def test_an_unresolved_speaker_joins_only_by_a_quotation_word_for_word() -> None:
    unresolved = replace(CLOSE, statement="unresolved", document="other", speaker=None)
    assert together(CLOSE, unresolved)
    indirect = wording("the delegations' positions on the river quota had converged to the maximum")
    assert not together(indirect, replace(indirect, statement="unresolved", document="other", speaker=None))


def test_an_unresolved_quotation_without_a_day_finds_the_speaker_in_either_order() -> None:
    unresolved = replace(CLOSE, document="other", speaker=None, said_on=None, published_on=None)
    assert together(CLOSE, replace(unresolved, statement="a first"))
    assert together(CLOSE, replace(unresolved, statement="~ last"))


def test_an_unresolved_quotation_never_joins_two_speakers() -> None:
    found = utterances(
        [CLOSE, replace(CLOSE, statement="b", document="b", speaker=None), replace(CLOSE, statement="c", document="c", speaker="arden")]
    )
    assert sorted(len(utterance.statements) for utterance in found) == [1, 2]


def test_a_day_unknown_is_looked_for_in_the_days_before_publication() -> None:
    said = replace(CLOSE, said_on=MONDAY, published_on=MONDAY)
    assert together(said, replace(CLOSE, statement="b", document="b", said_on=None, published_on=MONDAY + timedelta(days=2)))
    report = wording("the delegations' positions on the river quota had converged to the maximum", said_on=None)
    assert not together(said, replace(report, published_on=MONDAY + timedelta(days=9)))


def test_articles_without_any_date_meet_by_their_words() -> None:
    undated = replace(CLOSE, said_on=None, published_on=None)
    report = wording(
        "the positions of the two delegations on the river quota were as close as they could be", said_on=None, published_on=None
    )
    assert together(undated, report)


def test_a_report_within_a_report_never_joins_what_holds_it() -> None:
    outer = wording(
        '"The minister says that the dam stays closed until the autumn of next year."', statement="outer", document="a", position=10
    )
    inner = wording("the dam stays closed until the autumn of next year", statement="inner", document="a", position=35, nested=True)
    assert not together(outer, inner)
    assert together(outer, replace(inner, document="b", position=500, nested=False))


def test_headline_lead_and_body_of_one_article_join() -> None:
    headline = wording("120 prisoners to be released", statement="headline", document="a", position=0)
    lead = wording("the government would free 120 captives by the end of the month", statement="lead", document="a", position=80)
    body = wording('"Our government will release 120 prisoners by the end of the month."', statement="body", document="a", position=400)
    (found,) = utterances([body, lead, headline])
    assert found.statements == ("headline", "lead", "body")


def test_two_sentences_stay_two_utterances_though_one_report_holds_both() -> None:
    transit = '"Transit is being discussed in earnest now, together with the fees of course."'
    prisoners = '"Our government will release 120 prisoners by the end of the month, without any condition."'
    both = transit.strip('"') + " " + prisoners.strip('"')
    wordings = [
        wording(transit, statement="t1"),
        wording("transit was now under serious discussion together with the fees", statement="t2"),
        wording(prisoners, statement="p1"),
        wording("the government would free 120 captives by the end of the month without condition", statement="p2"),
        wording(f'"{both}"', statement="both"),
    ]
    groups = [set(utterance.statements) for utterance in utterances(wordings)]
    assert len(groups) == 2
    assert not any({"t1", "p1"} <= group for group in groups)


def test_other_scripts_are_compared_too() -> None:
    one = wording("«Позиции сторон по речной квоте максимально сближены»", kind=Kind.DIRECT)
    other = wording("что позиция стороны по речным квотам сближена максимально")
    assert together(one, other)
    assert utterances([wording("谈判继续进行"), wording("…", statement="marks only"), wording("🙂", statement="face")])


def test_a_family_too_large_to_compare_each_with_each_is_parted_by_its_links(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = [
        wording(text, statement=f"{text[:20]} {number}", document=f"d{number}", said_on=None, published_on=MONDAY + timedelta(days=number))
        for number in range(8)
        for text in (CLOSE.text, "the delegations' positions on the river quota had converged to the maximum")
    ]
    whole = utterances(corpus)
    monkeypatch.setattr("verbale.matching.utterance.MOST", 4)
    found = utterances(corpus)
    assert found == utterances(corpus[::-1])
    assert sorted(name for utterance in found for name in utterance.statements) == sorted(item.statement for item in corpus)
    assert len(found) >= len(whole)


SENTENCES = (
    '"The positions of the two delegations have moved as close together as they can on the river quota."',
    "the delegations' positions on the river quota had converged to the maximum",
    '"We will radically reduce patrols along the northern canal."',
    "patrols along the northern canal would be drastically cut",
    "patrols along the southern canal would be increased",
    '"Our government will release 120 prisoners by the end of the month."',
    "the government would free 120 captives by the end of the month",
    "transit was now under serious discussion in conjunction with fees",
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Wording]:
    """A dozen reports by three speakers or nobody, over a week, some without dates, some within others."""
    days = st.one_of(st.none(), st.integers(0, 6).map(lambda n: MONDAY + timedelta(days=n)))
    size = draw(st.integers(1, 12))
    found = []
    for number in range(size):
        text = draw(st.sampled_from(SENTENCES))
        found.append(
            wording(
                text,
                statement=f"s{number:02}",
                document=f"d{draw(st.integers(0, 5))}",
                speaker=draw(st.sampled_from(["velk", "arden", None])),
                said_on=draw(days),
                published_on=draw(days),
                position=draw(st.integers(0, 400)),
                nested=draw(st.booleans()),
            )
        )
    return found


@settings(max_examples=60)
@given(corpora(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_partition(corpus: list[Wording], shuffler: object) -> None:
    found = utterances(corpus)
    assert sorted(name for utterance in found for name in utterance.statements) == sorted(item.statement for item in corpus)
    mixed = list(corpus)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert utterances(mixed) == found


@settings(max_examples=60)
@given(corpora(), st.integers(0, 12))
def test_new_statements_need_only_what_shares_a_key_with_them(corpus: list[Wording], cut: int) -> None:
    old, new = corpus[:cut], corpus[cut:]
    stored = {name: family for family in families(old) for name in family}
    by_id = {item.statement: item for item in corpus}
    keys = {key for item in new for key in lookup_keys(item)}
    near = [item for item in old if keys & set(block_keys(item))]
    linked = list(linked_pairs([*near, *new], fresh={item.statement for item in new}))
    whole = {stored[name] for pair in linked for name in pair if name in stored}
    reloaded = {name for family in whole for name in family}
    together = [*(by_id[name] for name in reloaded), *new]
    again = divided(families(together, linked=linked, whole=whole), together)
    kept = [utterance for utterance in utterances(old) if not set(utterance.statements) & reloaded]
    assert sorted([*kept, *again], key=lambda utterance: utterance.id) == list(utterances(corpus))

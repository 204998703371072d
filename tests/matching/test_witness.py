"""Witnesses: copies and reports that rest on one agency count once, whatever the order."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from verbale.matching import Report, Route, spread, witnesses
from verbale.values import Published


def report(name: str, publisher: str | None, day: int, *, channel: tuple[str, ...] = (), syndication: str | None = None) -> Report:
    return Report(name, f"article of {name}", publisher, Published(on=date(2031, 4, day)), channel, syndication)


def groups(*reports: Report, publishers: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return [witness.statements for witness in witnesses(reports, publishers=publishers)]


def test_independent_publishers_are_witnesses_each() -> None:
    assert groups(report("b", "Tidings", 2), report("a", "Herald", 1), report("c", "Post", 3)) == [("a",), ("b",), ("c",)]


def test_a_wire_story_in_ten_papers_is_one_witness() -> None:
    copies = [report(f"s{n}", f"Paper {n}", 1, syndication="wire") for n in range(10)]
    assert len(groups(*copies, report("own", "Tidings", 2))) == 2


def test_reports_that_cite_one_agency_are_one_witness_with_its_own() -> None:
    own = report("a", "Interfax", 1)
    citing = [report("b", "Herald", 2, channel=("press conference", "Interfax")), report("c", "Post", 3, channel=("interfax news agency",))]
    assert groups(*citing, own) == [("a", "b", "c")]


def test_a_shared_venue_or_medium_leaves_witnesses_independent() -> None:
    at_briefing = [report("a", "Herald", 1, channel=("press conference",)), report("b", "Post", 1, channel=("press conference", "Twitter"))]
    assert len(groups(*at_briefing)) == 2


def test_a_dossier_names_publishers_that_others_rest_on() -> None:
    interview = [report("a", "Herald", 1, channel=("Radio Vellana",)), report("b", "Post", 2, channel=("Radio Vellana",))]
    assert len(groups(*interview)) == 2
    assert len(groups(*interview, publishers=("Radio Vellana",))) == 1


def test_a_witness_bears_the_name_that_its_first_report_rests_on() -> None:
    wire = [report("a", "Norwire", 1, syndication="x"), report("b", "Herald", 2, syndication="x")]
    assert [witness.key for witness in witnesses(wire[::-1])] == ["norwire"]
    assert [witness.key for witness in witnesses([report("a", "Post", 1, channel=("Reuters",))])] == ["reuters"]


def test_an_agency_that_names_itself_rests_on_nobody() -> None:
    (step,) = spread([report("a", "Reuters", 1, channel=("Reuters",))])
    assert (step.route, step.after) == (Route.FIRST, None)


def test_two_sentences_of_one_article_are_not_copies_of_each_other() -> None:
    headline, body = Report("a", "d", "Post", Published(), syndication="x"), Report("b", "d", "Post", Published(), syndication="x")
    assert [(step.route, step.after) for step in spread([headline, body])] == [(Route.FIRST, None), (Route.AGAIN, "a")]


def test_two_articles_of_one_publisher_are_one_witness() -> None:
    assert groups(report("a", "The Herald", 1), report("b", "Herald", 2)) == [("a", "b")]


def test_documents_without_a_publisher_stand_for_themselves() -> None:
    assert len(groups(report("a", None, 1), report("b", None, 1))) == 2


def test_the_spread_says_how_each_report_came() -> None:
    steps = spread(
        [
            report("late", "Tidings", 5),
            report("first", "Norwire", 1, syndication="x"),
            report("copy", "Herald", 2, syndication="x"),
            report("cites", "Post", 3, channel=("Norwire",)),
            report("again", "Post", 4),
        ],
        publishers=("Norwire",),
    )
    assert [(step.statement, step.route, step.after) for step in steps] == [
        ("first", Route.FIRST, None),
        ("copy", Route.COPY, "first"),
        ("cites", Route.CITES, "first"),
        ("again", Route.AGAIN, "cites"),
        ("late", Route.OWN, None),
    ]


def test_an_agency_that_is_cited_but_not_at_hand_is_named() -> None:
    (step,) = spread([report("a", "Post", 1, channel=("Reuters",))])
    assert (step.route, step.after) == (Route.CITES, "reuters")


REPORTS = st.lists(
    st.builds(
        lambda publisher, day, channel, syndication: (publisher, day, channel, syndication),
        st.sampled_from(["Herald", "Post", "Norwire", None]),
        st.integers(1, 5),
        st.sampled_from([(), ("Reuters",), ("Norwire",), ("speech",)]),
        st.sampled_from([None, "x", "y"]),
    ),
    min_size=1,
    max_size=8,
)


@given(REPORTS, st.randoms(use_true_random=False))
def test_copies_are_never_two_witnesses_in_any_order(
    given_reports: list[tuple[str | None, int, tuple[str, ...], str | None]], mixer: random.Random
) -> None:
    reports = [report(f"s{n}", p, d, channel=c, syndication=s) for n, (p, d, c, s) in enumerate(given_reports)]
    found = witnesses(reports)
    of = {name: number for number, witness in enumerate(found) for name in witness.statements}
    assert sorted(of) == sorted(item.statement for item in reports)
    for cluster in ("x", "y"):
        assert len({of[item.statement] for item in reports if item.syndication == cluster}) <= 1
    mixed = list(reports)
    mixer.shuffle(mixed)
    assert witnesses(mixed) == found
    assert spread(mixed) == spread(reports)

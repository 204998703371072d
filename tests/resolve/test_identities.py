"""What people decided on names wins, chains, and is parted again; no ring of names hangs the reader."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.talks import DOSSIER, FRIDAY, judged, located, resolved
from verbale.resolve import ActorIndex, Identity, resolve
from verbale.values import Document, Known, Published

SEVERIN = "Brother Severin said that the mill was closed."
SAID = ("Brother Severin", "said", "the mill was closed")


def name(*identities: Identity) -> str | None:
    speaker = judged(SEVERIN, SAID, *identities).speaker
    return speaker.name if speaker else None


def test_a_name_goes_under_another_that_nobody_lists() -> None:
    assert name(Identity("Brother Severin", None, other="Severin Quist")) == "Severin Quist"


def test_names_chain_and_the_last_may_be_listed() -> None:
    chain = (Identity("Brother Severin", None, other="Severin Quist"), Identity("Severin Quist", "rell"))
    assert judged(SEVERIN, SAID, *chain).speaker == judged(SEVERIN, SAID, Identity("Brother Severin", "rell")).speaker
    assert name(Identity("Brother Severin", None, other="Pavlo Rell")) == "Pavlo Rell"


def test_a_document_may_part_what_is_joined_everywhere() -> None:
    joined = Identity("Brother Severin", None, other="Severin Quist")
    assert name(joined, Identity("Brother Severin", None, other="Severin Quist", same=False, document="a")) == "Brother Severin"
    assert name(joined, Identity("Brother Severin", None, other="Severin Quist", same=False, document="b")) == "Severin Quist"


def test_a_name_that_the_machine_joined_is_parted() -> None:
    text = "Severin Quist, a miller, said that the mill was closed. Severyn Kvist said that the weir was open."
    first, second = ("Severin Quist", "said", "the mill was closed"), ("Severyn Kvist", "said", "the weir was open")
    assert {r.speaker.name for r in resolved(text, first, second) if r.speaker} == {"Severin Quist"}
    document = Document("a", "a.txt", text, published=Published(on=FRIDAY, known=Known.STATED))
    for judgement in (
        Identity("Severyn Kvist", None, other="Severin Quist", same=False),
        Identity("Severin Quist", None, other="Severyn Kvist", same=False),
    ):
        index = ActorIndex.of(DOSSIER, [judgement])
        found = resolve(document, [located(text, first), located(text, second)], index)
        assert [r.speaker.name for r in found if r.speaker] == ["Severin Quist", "Severyn Kvist"]


@settings(max_examples=40)
@given(st.lists(st.tuples(*(st.sampled_from(["Brother Severin", "Severin Quist", "Ada Moll", "Jon Vey"]),) * 2, st.booleans()), max_size=6))
def test_any_judgements_give_an_answer_in_any_order(pairs: list[tuple[str, str, bool]]) -> None:
    some = [Identity(a, None, other=b, same=same) for a, b, same in pairs]
    assert name(*some) == name(*some[::-1])

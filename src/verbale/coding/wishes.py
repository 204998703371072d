"""What a speaker wants others to do though no word of demanding stands there: "we hope that Ketonia will open the bay", "Open the bay!"."""

from __future__ import annotations

from verbale.coding.perspective import Mention
from verbale.coding.reading import Reading

_NEAR = 4  # characters of a clause that its subject may stand behind


def wished(reading: Reading, mentions: list[Mention], party: str | None) -> tuple[int, int] | None:
    """Where a content says what another party is to do, or orders it in the speaker's own words; None where it does not."""
    moves, text = reading.grammar.moves, reading.content
    if reading.direct and (order := moves.orders.search(text)) is not None:
        return order.span("order")
    others = {m.start: m.end for m in mentions if m.party not in (party, None) and text[m.end - 2 : m.end - 1] not in ("'", "’")}
    hope = moves.hopes.search(text)
    clause = hope.end() if hope is not None else 0 if moves.hopes.search(reading.frame) is not None else None
    to_do = moves.will_do
    if clause is None and moves.insists.search(reading.frame) is not None:
        clause, to_do = 0, moves.bare_verb
    if clause is None or party is None:
        return None
    lead = moves.that.match(text, clause)
    start = lead.end() if lead is not None else clause
    end = next((end for begin, end in others.items() if start <= begin <= start + _NEAR), None)
    found = to_do.match(text, end) if end is not None else None
    return (start, found.end()) if found is not None else None

"""A dossier as YAML that the loader reads back to the same dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import yaml

from verbale.dossier.model import Actor, Dossier, Issue, Party, Publisher, Role

_ROWS = ("parties", "actors", "issues", "publishers")


def dump_dossier(dossier: Dossier, *, notes: Mapping[tuple[str, str], str] | None = None) -> str:
    """The dossier as YAML text, one row a line, empty fields left out; `notes` by list and id stand as comments behind their rows."""
    said = notes or {}
    negotiation = dossier.negotiation
    head = _filled(
        id=negotiation.id, title=negotiation.title, begins=negotiation.begins, ends=negotiation.ends, languages=list(negotiation.languages)
    )
    lines = [yaml.safe_dump({"negotiation": head}, allow_unicode=True, sort_keys=False, width=1000)]
    for name in _ROWS:
        rows: Sequence[Party | Actor | Issue | Publisher] = getattr(dossier, name)
        lines.append(
            f"{name}:\n" + "".join(f"  - {_line(row)}{_comment(said.get((name, row.id)))}\n" for row in rows) if rows else f"{name}: []\n"
        )
    return "\n".join(lines)


def _line(row: Party | Actor | Issue | Publisher) -> str:
    fields = {name: getattr(row, name) for name in row.__dataclass_fields__}
    if "roles" in fields:
        fields["roles"] = [_filled(title=role.title, begins=role.begins, ends=role.ends) for role in fields["roles"]]
    return yaml.safe_dump(_filled(**fields), allow_unicode=True, sort_keys=False, default_flow_style=True, width=100_000).strip()


def _comment(note: str | None) -> str:
    return f"  # {' '.join(note.split())}" if note else ""


def _filled(**fields: object) -> dict[str, object]:
    """The fields that say something, by their names in the file."""
    names = {"begins": "from", "ends": "until"}
    plain = {names.get(name, name): _plain(value) for name, value in fields.items()}
    return {name: value for name, value in plain.items() if value not in (None, [], "")}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, (date, Role)) or value is None or isinstance(value, list):
        return value
    return str(value)

"""A dossier file → Dossier, with errors that name the line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from verbale.dossier.model import (
    Actor,
    ActorKind,
    Dossier,
    Issue,
    Negotiation,
    Party,
    PartyKind,
    Publisher,
    PublisherKind,
    Role,
)
from verbale.errors import DossierError
from verbale.ids import content_id

Location = tuple[int | str, ...]
V = TypeVar("V")


class _Loader(yaml.SafeLoader):
    """YAML whose scalars stay as written: a country `NO` is not false, and a wrong date is reported with its line."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

Text = Annotated[str, Field(min_length=1)]
Texts = tuple[Text, ...]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Role(_Row):
    title: Text
    begins: date | None = Field(default=None, alias="from")
    ends: date | None = Field(default=None, alias="until")


class _Negotiation(_Row):
    id: Text = "negotiation"
    title: Text = "Negotiation"
    begins: date | None = Field(default=None, alias="from")
    ends: date | None = Field(default=None, alias="until")
    languages: Texts = ("en",)


class _Party(_Row):
    id: Text
    name: Text
    kind: PartyKind = PartyKind.THIRD_PARTY
    aliases: Texts = ()
    metonyms: Texts = ()


class _Actor(_Row):
    id: Text
    name: Text
    kind: ActorKind = ActorKind.PERSON
    party: Text | None = None
    aliases: Texts = ()
    roles: tuple[_Role, ...] = ()
    wikidata: Text | None = None


class _Issue(_Row):
    id: Text
    label: Text
    proposition: Text | None = None
    keywords: Texts = ()
    parent: Text | None = None


class _Publisher(_Row):
    id: Text
    name: Text
    kind: PublisherKind = PublisherKind.OUTLET
    country: Text | None = None
    aliases: Texts = ()
    domains: Texts = ()


class _Dossier(_Row):
    negotiation: _Negotiation = _Negotiation()
    parties: tuple[_Party, ...] = ()
    actors: tuple[_Actor, ...] = ()
    issues: tuple[_Issue, ...] = ()
    publishers: tuple[_Publisher, ...] = ()


def load_dossier(path: Path) -> Dossier:
    """The dossier in a YAML file; DossierError, naming file and line, where it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DossierError(f"{path}: the dossier cannot be read ({error.strerror}). Check the path and its permissions.") from error
    except UnicodeDecodeError as error:
        raise DossierError(f"{path}: the dossier is not UTF-8 text. Save it as UTF-8.") from error
    return parse_dossier(text, name=str(path))


def parse_dossier(text: str, *, name: str = "dossier") -> Dossier:
    """The dossier in YAML text; DossierError, naming `name` and the line, where it cannot be used."""
    try:
        root = yaml.compose(text, Loader=_Loader)
        content = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise DossierError(f"{name}{line}: this is not valid YAML ({error.problem}). Correct the line.") from error
    except yaml.YAMLError as error:
        raise DossierError(f"{name}: this is not valid YAML ({error}). Correct the file.") from error
    if content is None:
        content = {}
    if not isinstance(content, dict):
        raise DossierError(f"{name}:1: a dossier is a mapping with negotiation, parties, actors, issues, publishers; all are optional.")
    try:
        rows = _Dossier.model_validate({field: value for field, value in content.items() if value is not None})
    except ValidationError as error:
        lines = [f"{name}:{_line(root, e['loc'])}: {_dotted(e['loc'])}: {_advice(e)}" for e in error.errors(include_url=False)]
        raise DossierError("\n".join(lines)) from error
    problems = [f"{name}:{_line(root, where)}: {what}" for where, what in _contradictions(rows)]
    if problems:
        raise DossierError("\n".join(problems))
    return _dossier(rows)


def _advice(error: Any) -> str:
    if error["type"] == "extra_forbidden":
        return "unknown field. Remove it or correct its spelling."
    if error["type"] == "missing":
        return "this field is required. Add it."
    return f"{error['msg']}."


def _dotted(where: Location) -> str:
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in where).lstrip(".")


def _line(root: yaml.Node | None, where: Location) -> int:
    """The one-based line of the deepest node on the way to `where` that the file has."""
    node, line = root, 1
    for part in where:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == part), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _contradictions(rows: _Dossier) -> Iterator[tuple[Location, str]]:
    """Where fields of a well-formed dossier do not fit each other."""
    for field in ("parties", "actors", "issues", "publishers"):
        seen: set[str] = set()
        for i, row in enumerate(getattr(rows, field)):
            if row.id in seen:
                yield (field, i, "id"), f"the id '{row.id}' stands twice in {field}. Give each row its own id."
            seen.add(row.id)
    parties, issues = {p.id for p in rows.parties}, {i.id for i in rows.issues}
    for i, actor in enumerate(rows.actors):
        if actor.party is not None and actor.party not in parties:
            yield (
                ("actors", i, "party"),
                f"'{actor.party}' is no party of this dossier, which has {', '.join(sorted(parties)) or 'none'}.",
            )
        for j, role in enumerate(actor.roles):
            if role.begins and role.ends and role.begins > role.ends:
                yield ("actors", i, "roles", j, "until"), "the role ends before it begins. Correct one of the dates."
    for i, issue in enumerate(rows.issues):
        if issue.parent is not None and (issue.parent not in issues or issue.parent == issue.id):
            yield ("issues", i, "parent"), f"'{issue.parent}' is no other issue of this dossier. Use the id of one."
    talks = rows.negotiation
    if talks.begins and talks.ends and talks.begins > talks.ends:
        yield ("negotiation", "until"), "the negotiation ends before it begins. Correct one of the dates."


def _each(rows: Sequence[_Row], make: Callable[..., V]) -> tuple[V, ...]:
    return tuple(make(**dict(row)) for row in rows)


def _dossier(rows: _Dossier) -> Dossier:
    return Dossier(
        negotiation=Negotiation(**dict(rows.negotiation)),
        parties=_each(rows.parties, Party),
        actors=tuple(Actor(**{**dict(row), "roles": _each(row.roles, Role)}) for row in rows.actors),
        issues=_each(rows.issues, Issue),
        publishers=_each(rows.publishers, Publisher),
        fingerprint=content_id("dossier", **rows.model_dump(mode="json")),
    )

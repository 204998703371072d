"""Findings and readings as JSON text and back: what a record keeps of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from verbale.values import Span

Value = TypeVar("Value")


def to_text(value: object) -> str:
    """A value of dataclasses, tuples, enums of text or numbers, days, spans and plain things as JSON; what is empty is left out."""
    return _JSON.encode(value)


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    return _writer(kind)(value)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a type that JSON does not know one that it knows, with values of such types in it."""
    if issubclass(kind, Span):
        return lambda span: (span.start, span.end)
    if issubclass(kind, date):
        return lambda day: day.isoformat()
    names = tuple(field.name for field in fields(kind))
    return lambda one: {name: own for name in names if (own := getattr(one, name)) is not None and own != () and own != []}


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_plain)


def from_text(kind: type[Value], text: str, *, first: Mapping[str, int] | None = None) -> Value:
    """The value of a type again; what an unbound type variable stands for is read as it is.

    Of a list of its own that `first` names only so many items are read.
    """
    wanted: Any = kind
    told = json.loads(text)
    for name, most in (first or {}).items():
        told[name] = told.get(name, [])[:most]
    found: Value = _reader(wanted)(told)
    return found


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        inner = _reader(next(one for one in arguments if one is not type(None)))
        return inner if inner is _same else lambda found: None if found is None else inner(found)
    if origin in (tuple, list):
        item = _reader(arguments[0])
        return lambda found: origin(map(item, found)) if found else origin()
    given, kind = dict(zip(getattr(origin, "__parameters__", ()), arguments, strict=False)), origin or kind
    if kind is Span:
        return lambda found: Span(*found)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {one.value: one for one in kind}.__getitem__
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind) and isinstance(kind, type):
        return _fields_reader(kind, given)
    return _same


def _same(found: Any) -> Any:
    return found


def _fields_reader(kind: type, given: dict[Any, Any]) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = [(field.name, _reader(_bound(hints[field.name], given))) for field in fields(kind)]

    def read(found: dict[str, Any]) -> Any:
        get = found.get
        return kind(*[get(name) if reader is _same else reader(get(name)) for name, reader in readers])

    return read


def _bound(hint: Any, given: dict[Any, Any]) -> Any:
    """A type with what its variables stand for in their place."""
    if hint in given:
        return given[hint]
    variables = getattr(hint, "__parameters__", ())
    return hint[tuple(given.get(one, one) for one in variables)] if variables and not isinstance(hint, type) else hint

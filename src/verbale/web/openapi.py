"""The OpenAPI document, made of the rooms and of the dataclasses of their pages."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from verbale import __version__
from verbale.values import Span
from verbale.web.review_rooms import FORMS, PAGES, Form, Page
from verbale.web.rooms import ROOMS, Param, Room

ERRORS = {
    "400": "Asked wrongly: the detail says how.",
    "404": "What was asked for is not there.",
    "503": "The record cannot be read now, or not in time: the detail says why.",
}
REFUSED = {
    "403": "The form came from another site, or from a page of an earlier run of the server.",
    "409": "Somebody judged meanwhile: the answer shows both.",
    "503": "A run has been writing for long: nothing was recorded.",
}
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def openapi(title: str) -> dict[str, Any]:
    """The document for a negotiation's rooms, version 3.1.0."""
    schemas: dict[str, Any] = {
        "Error": _object({"error": _object({"status": {"type": "integer"}, "detail": {"type": "string"}})}),
    }
    paths: dict[str, Any] = {}
    for room in (*ROOMS, *PAGES):
        paths[f"{room.path}.json"] = {"get": _operation(room, "application/json", _schema(room.view, schemas))}
        paths[room.path] = {"get": _operation(room, "text/html", {"type": "string"})}
    for form in FORMS:
        paths[form.path]["post"] = _posted(form)
    paths["/openapi.json"] = {"get": _itself()}
    return {
        "openapi": "3.1.0",
        "info": {"title": f"Verbale: {title}", "version": __version__, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _operation(room: Room | Page, kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    is_data = kind == "application/json"
    failed: dict[str, Any] = {"$ref": "#/components/schemas/Error"} if is_data else {"type": "string"}
    return {
        "operationId": f"{room.name}{'_data' if is_data else '_page'}",
        "summary": f"{room.summary}, as {'data' if is_data else 'a page'}.",
        "parameters": [_parameter(param) for param in room.params],
        "responses": {
            "200": {"description": f"{room.summary}.", "content": {kind: {"schema": schema}}},
            **{status: {"description": told, "content": {kind: {"schema": failed}}} for status, told in ERRORS.items()},
        },
    }


def _posted(form: Form) -> dict[str, Any]:
    """A form, with what else it may answer than errors as pages give them."""
    properties: dict[str, Any] = {name: {"type": "string", "description": told} for name, told in form.fields.items()}
    # A field for each issue of the dossier: issue:ID.
    schema = {"type": "object", "properties": properties, "required": list(form.required), "additionalProperties": {"type": "string"}}
    told = {**ERRORS, **REFUSED}
    return {
        "operationId": form.name,
        "summary": f"{form.summary}.",
        "parameters": [_parameter(param) for param in form.params],
        "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": schema}}},
        "responses": {
            "303": {"description": "Recorded: the page to go to."},
            **{status: {"description": text, "content": {"text/html": {"schema": {"type": "string"}}}} for status, text in told.items()},
        },
    }


def _itself() -> dict[str, Any]:
    described = {"description": "This document.", "content": {"application/json": {"schema": {"type": "object"}}}}
    return {"operationId": "openapi", "summary": "This document.", "parameters": [], "responses": {"200": described}}


def _parameter(param: Param) -> dict[str, Any]:
    return {
        "name": param.name,
        "in": param.place,
        "required": param.in_path,
        "description": param.description,
        "schema": dict(param.schema),
    }


def _schema(kind: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of what views.to_json makes of a type; dataclasses go into `schemas` by name."""
    if kind is Span:
        return {"type": "array", "description": "[start, end) in code points", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
    if get_origin(kind) in (Union, UnionType):
        return {"anyOf": [_schema(one, schemas) for one in get_args(kind)]}
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            return {"type": "array", "items": _schema(inner[0], schemas)}
        return {"type": "array", "prefixItems": [_schema(one, schemas) for one in inner], "minItems": len(inner), "maxItems": len(inner)}
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if kind is datetime:
        return {"type": "string", "format": "date-time"}
    if kind is date:
        return {"type": "string", "format": "date"}
    if isinstance(kind, type) and issubclass(kind, Enum):
        values = [member.value for member in kind]
        return {"type": "integer" if isinstance(values[0], int) else "string", "enum": values}
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in schemas:
            schemas[kind.__name__] = {}
            hints = get_type_hints(kind)
            schemas[kind.__name__] = _object({field.name: _schema(hints[field.name], schemas) for field in fields(kind)})
        return {"$ref": f"#/components/schemas/{kind.__name__}"}
    raise TypeError(f"{kind} has no form in JSON")


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}

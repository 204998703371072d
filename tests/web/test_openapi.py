"""The OpenAPI document is well formed, lists every page, and says what the pages give."""

import re
from datetime import date, datetime
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field
from starlette.routing import Route
from starlette.testclient import TestClient

from verbale.api import Talks
from verbale.web.app import create_rooms
from verbale.web.review_rooms import PAGES, Page
from verbale.web.rooms import ROOMS


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Media(Strict):
    content_schema: dict[str, Any] = Field(alias="schema")


class Response(Strict):
    description: str = Field(min_length=1)
    content: dict[str, Media] = {}


class Body(Strict):
    required: bool
    content: dict[str, Media]


class Parameter(Strict):
    name: str
    place: str = Field(alias="in", pattern="^(path|query|cookie)$")
    required: bool
    description: str = Field(min_length=1)
    content_schema: dict[str, Any] = Field(alias="schema")


class Operation(Strict):
    operationId: str = Field(pattern="^[a-z_]+$")  # noqa: N815 - the standard's name
    summary: str
    parameters: list[Parameter]
    responses: dict[str, Response]
    requestBody: Body | None = None  # noqa: N815 - the standard's name


class Path(Strict):
    get: Operation
    post: Operation | None = None


class License(Strict):
    name: str
    identifier: str


class Info(Strict):
    title: str
    version: str
    license: License


class Components(Strict):
    schemas: dict[str, dict[str, Any]]


class OpenAPI(Strict):
    """The parts of OpenAPI 3.1 that the document uses (spec.openapis.org/oas/v3.1.0)."""

    openapi: str = Field(pattern=r"^3\.1\.\d+$")
    info: Info
    paths: dict[str, Path]
    components: Components


@pytest.fixture(scope="module")
def document(rooms: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = rooms.get("/openapi.json").json()
    return found


KINDS: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}


def problems(value: Any, schema: dict[str, Any], schemas: dict[str, Any], at: str = "") -> list[str]:
    """Where a value is not what a schema says; of JSON Schema what the document uses."""
    if "$ref" in schema:
        return problems(value, schemas[schema["$ref"].removeprefix("#/components/schemas/")], schemas, at)
    if "anyOf" in schema:
        tried = [problems(value, one, schemas, at) for one in schema["anyOf"]]
        return [] if [] in tried else min(tried, key=len)
    if not isinstance(value, KINDS[schema["type"]]) or (isinstance(value, bool) and schema["type"] != "boolean"):
        return [f"{at}: {value!r} is no {schema['type']}"]
    found = [] if "enum" not in schema or value in schema["enum"] else [f"{at}: {value!r} is not in {schema['enum']}"]
    if "format" in schema:
        {"date": date, "date-time": datetime}[schema["format"]].fromisoformat(value)
    if schema["type"] == "array":
        each = schema.get("prefixItems") or [schema["items"]] * len(value)
        within = schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
        found += [] if within else [f"{at}: {len(value)} items"]
        found += [p for n, (item, one) in enumerate(zip(value, each, strict=True)) for p in problems(item, one, schemas, f"{at}[{n}]")]
    if schema["type"] == "object":
        found += [f"{at}: {name} is missing" for name in schema["required"] if name not in value]
        found += [f"{at}: {name} is not described" for name in value if name not in schema["properties"]]
        for name in schema["properties"].keys() & value.keys():
            found += problems(value[name], schema["properties"][name], schemas, f"{at}.{name}")
    return found


def filled(path: str, talks: Talks) -> str:
    article = max(talks.articles().articles, key=lambda a: a.statements).document
    known = {"document": article, "utterance": talks.article(article).statements[0].utterance, "key": talks.speakers().speakers[0].key}
    return re.sub(r"{(\w+)}", lambda match: known[match[1]], path)


def test_it_is_well_formed_and_whole(document: dict[str, Any]) -> None:
    read = OpenAPI.model_validate(document)
    names = [one.operationId for path in read.paths.values() for one in (path.get, path.post) if one]
    assert len(names) == len(set(names))
    for path in read.paths.values():
        assert (path.post is None) or path.post.requestBody is not None
    for address, item in read.paths.items():
        assert set(re.findall(r"{(\w+)}", address)) == {p.name for p in item.get.parameters if p.place == "path"}
        assert all(p.required == (p.place == "path") for p in item.get.parameters)
    referred = set(re.findall(r"#/components/schemas/(\w+)", str(document)))
    assert referred == set(read.components.schemas)


def test_every_route_is_described_and_nothing_else(talks: Talks, document: dict[str, Any]) -> None:
    routes = [route for route in create_rooms(talks).routes if isinstance(route, Route) and route.path != "/"]
    served = {(route.path, method.lower()) for route in routes for method in route.methods or () if method != "HEAD"}
    assert served == {(path, method) for path, item in document["paths"].items() for method in item}
    pages = {path for path, method in served if method == "get"} - {"/openapi.json"}
    assert {path for path in pages if not path.endswith(".json")} == {
        path.removesuffix(".json") for path in pages if path.endswith(".json")
    }


@pytest.mark.parametrize("room", [*ROOMS, *PAGES], ids=lambda room: room.name)
def test_every_page_gives_what_it_says(rooms: TestClient, talks: Talks, document: dict[str, Any], room: Any) -> None:
    schemas = document["components"]["schemas"]
    for path in (room.path, f"{room.path}.json"):
        answer = rooms.get(filled(path, talks))
        told = document["paths"][path]["get"]["responses"]["200"]["content"]
        assert answer.status_code == 200
        assert answer.headers["content-type"].split(";")[0] in told
    twin = document["paths"][f"{room.path}.json"]["get"]["responses"]
    assert not problems(answer.json(), twin["200"]["content"]["application/json"]["schema"], schemas)
    if isinstance(room, Page):
        return
    wrong = rooms.get(filled(f"{room.path}.json", talks), params={"page": "none", "as_of": "soon", "at": "9-1"})
    assert wrong.status_code == 400
    assert not problems(wrong.json(), twin["400"]["content"]["application/json"]["schema"], schemas)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_parameter_is_taken(rooms: TestClient, talks: Talks, room: Any) -> None:
    values = {
        "as_of": "2025-04-20",
        "since": "2025-04-05",
        "until": "2025-04-25",
        "issue": "inspection",
        "party": "doruna",
        "move": "reject",
        "speaker": talks.speakers().speakers[0].key,
        "publisher": "norwire",
        "language": "en",
        "page": "1",
        "q": "water",
        "in": "articles",
        "at": "0-5",
    }
    for param in room.params:
        if not param.in_path:
            assert rooms.get(filled(f"{room.path}.json", talks), params={param.name: values[param.name]}).status_code == 200, param.name

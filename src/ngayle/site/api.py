"""The JSON files of the site: the contract of ``--format json``, by month and province."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, get_args

from ngayle import resting
from ngayle.model import KINDS, LAYERS, Jubilee, Tone
from ngayle.render import resting as rested
from ngayle.render.records import KEYS, SCHEMA, record
from ngayle.site.span import Span, is_public, nations, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ngayle.model import Occurrence
    from ngayle.period import Period

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
"""Of the data (CC0): data/LICENSE."""

INDEX = "api/index.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def compact(document: Any) -> bytes:
    """A JSON document without blanks, and a line end."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def months(span: Span) -> Iterator[tuple[str, bytes, int]]:
    """Path, content and number of days of each month: the nation's, and what a province adds."""
    for period in span.options.months():
        found = [o for o in span.touching(period) if is_public(o)]
        common = nations(found)
        yield f"api/{period.text}.json", _listing(span, common, period), len(common)
        there = {id(o) for o in common}
        added: dict[str, list[Occurrence]] = {u.slug: [] for u in span.provinces_in(period)}
        for occurrence in found:
            if id(occurrence) not in there and standing(occurrence, own=True) is not None:
                for slug in span.places(occurrence):
                    if slug in added:
                        added[slug].append(occurrence)
        for slug, own in added.items():
            if own:
                yield f"api/{slug}/{period.text}.json", _listing(span, own, period), len(own)


def _listing(span: Span, found: list[Occurrence], period: Period) -> bytes:
    return compact(
        {
            "schema": SCHEMA,
            "period": period.text,
            "generated_from": span.catalogue.version,
            "occurrences": [record(o) for o in found],
        }
    )


def days_off(span: Span) -> Iterator[tuple[str, bytes, int]]:
    """Path, content and number of days of the days off of each year."""
    for year in span.options.years:
        if year < resting.FIRST_YEAR:
            continue
        days = resting.days_off(str(year), strict=False)
        document = {"schema": SCHEMA, "period": str(year), "days": [rested.record(d) for d in days]}
        yield f"api/days-off/{year}.json", compact(document), len(days)


def index(span: Span, files: list[tuple[str, bytes, int]]) -> bytes:
    """``api/index.json``: every file with its size, its etag, and the number of its days."""
    return compact(
        {
            "schema": SCHEMA,
            "generated_from": span.catalogue.version,
            "licence": LICENCE,
            "years": list(span.options.years),
            "schemas": {kind: f"schema/{kind}.json" for kind in SCHEMAS},
            "files": [
                {
                    "path": path.removeprefix("api/"),
                    "bytes": len(content),
                    "etag": hashlib.sha256(content).hexdigest()[:32],
                    "days": days,
                }
                for path, content, days in sorted(files)
            ],
        }
    )


def schemas() -> Iterator[tuple[str, bytes]]:
    """Path and content of a JSON Schema for each kind of file."""
    for kind, schema in SCHEMAS.items():
        text = json.dumps({"$schema": DRAFT, **schema}, ensure_ascii=False, indent=1)
        yield f"api/schema/{kind}.json", text.encode() + b"\n"


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _or_null(of: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [of, {"type": "null"}]}


_TEXT, _NUMBER, _FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
_DATE = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
_SCHEMA = {"const": SCHEMA}
_MOON = _object(year=_NUMBER, month=_NUMBER, day=_NUMBER, leap=_FLAG)
_OCCURRENCE: dict[str, Any] = {
    "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
    "date": _DATE,
    "end": _or_null(_DATE),
    "name": _TEXT,
    "aliases": _list(_TEXT),
    "name_en": _or_null(_TEXT),
    "years": _or_null({"type": "integer", "minimum": 1}),
    "jubilee": {"enum": [*get_args(Jubilee), None]},
    "origin": _or_null({"type": "string", "pattern": r"^\d+(-\d\d){0,2}$"}),
    "calendar": {"enum": ["solar", "lunar"]},
    "lunar": _or_null(_MOON),
    "layer": {"enum": list(LAYERS)},
    "province": _or_null(_TEXT),
    "sector": _or_null(_TEXT),
    "home": _list(_TEXT),
    "kind": {"enum": list(KINDS)},
    "rank": {"type": "integer", "minimum": 1, "maximum": 5},
    "tone": {"enum": list(get_args(Tone))},
    "reserved": {"const": False},
    "confirmed": _FLAG,
    "disputed": _list(_object(reading=_TEXT, source=_TEXT)),
    "line": _TEXT,
    "legal_basis": _or_null(_TEXT),
    "sources": _list(_TEXT),
    "notes": _or_null(_TEXT),
}
assert tuple(_OCCURRENCE) == KEYS
_DAY_OFF = _object(
    date=_DATE,
    name=_TEXT,
    name_en=_TEXT,
    kind={"enum": list(resting.KINDS)},
    announced=_FLAG,
    audience={"enum": [*resting.AUDIENCES, None]},
    replaces=_or_null(_DATE),
    legal_basis=_TEXT,
    sources=_list(_TEXT),
)
SCHEMAS: dict[str, dict[str, Any]] = {
    "month": _object(
        schema=_SCHEMA,
        period={"type": "string", "pattern": r"^\d{4}-\d\d$"},
        generated_from=_TEXT,
        occurrences=_list(_object(**_OCCURRENCE)),
    ),
    "days-off": _object(
        schema=_SCHEMA, period={"type": "string", "pattern": r"^\d{4}$"}, days=_list(_DAY_OFF)
    ),
    "index": _object(
        schema=_SCHEMA,
        generated_from=_TEXT,
        licence=_TEXT,
        years=_list(_NUMBER),
        schemas={"type": "object", "additionalProperties": _TEXT},
        files=_list(_object(path=_TEXT, bytes=_NUMBER, etag=_TEXT, days=_NUMBER)),
    ),
}
"""By kind of file. What ``record`` gives and these disagree about, a test finds."""

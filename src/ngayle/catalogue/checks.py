"""What a table must be like. Every problem is found, not only the first.

Each check yields (field, message); the caller puts file and id before them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from ngayle.catalogue.reading import Table, one_line
from ngayle.model import KINDS, LAYERS
from ngayle.rules import FIRST_YEAR, LAST_YEAR, WEEKDAYS

Problem: TypeAlias = tuple[str, str]

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"


def problems(
    table: Table, known: Mapping[str, Table], places: set[str], sectors: set[str]
) -> Iterator[Problem]:
    """Yield what is wrong with one anniversary's table.

    ``known``: all tables by id, for offsets; ``places`` and ``sectors``: the known slugs.
    """
    yield from unknown_keys(table, FIELDS)
    for key, check in FIELDS.items():
        if key in table:
            yield from check(table[key], key)
    for key in ("id", "layer", "kind", "name"):
        # a document is called by its act, its number and its day
        if key not in table and (key, table.get("kind")) != ("name", "document"):
            yield key, "missing"
    yield from _place_of_layer(table, places, sectors)
    yield from _when(table, known)
    local = table.get("layer") == "local"
    if not local and not table.get("sources"):
        yield "sources", "missing; give at least one address that was read"
    layer = str(table.get("layer", ""))
    public = layer.split(":")[0] in ("national", "international", "sector")
    if public and not table.get("name_en"):
        yield "name_en", "missing; national, international and sector days have an English name"
    if table.get("every", 1) != 1 and not ("origin" in table or "origin_lunar" in table):
        yield "every", "needs an origin to count from"


def unknown_keys(table: Table, fields: Mapping[str, object]) -> Iterator[Problem]:
    """Yield the keys that are not fields, with the nearest field."""
    for key in table:
        if key not in fields and not key.startswith("_"):
            from difflib import get_close_matches

            near = get_close_matches(key, fields, 1)
            yield one_line(key), "unknown key" + (f"; did you mean {near[0]}?" if near else "")


def text(value: Any, key: str) -> Iterator[Problem]:
    """One line of text without control characters, not blank at its ends."""
    if not isinstance(value, str):
        yield key, f"must be text in quotes, not {_shown(value)}"
        return
    if not value.strip():
        yield key, "must not be empty"
    elif value != value.strip():
        yield key, "begins or ends with a blank"
    for at, char in enumerate(value):
        if not char.isprintable() and char not in "\u00ad\u200c\u200d":
            where = f"U+{ord(char):04X} at position {at + 1}"
            yield key, f"has the control character {where}; write one plain line"
            return


def list_of(
    check: Callable[[Any, str], Iterator[Problem]], what: str
) -> Callable[[Any, str], Iterator[Problem]]:
    """A check for a list whose items pass another check, none there twice."""

    def every(value: Any, key: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield key, f"must be a list of {what}, not {_shown(value)}"
            return
        for item in value:
            yield from check(item, key)
        if len(set(map(str, value))) < len(value):
            yield key, "has the same item twice"

    return every


def url(value: Any, key: str) -> Iterator[Problem]:
    """A web address."""
    if not isinstance(value, str) or not re.fullmatch(
        r"https?://[^\s/<>\"]+\.[^\s/<>\"]+(/[^\s<>\"]*)?", value
    ):
        yield key, f"must be a web address (https://…), not {_shown(value)}"


def day(value: Any, key: str) -> Iterator[Problem]:
    """A full date."""
    if _date(value) is None:
        yield key, f"must be a day that exists, as 2023-07-27, not {_shown(value)}"


def slug(value: Any, key: str) -> Iterator[Problem]:
    """An ASCII slug."""
    if not isinstance(value, str) or not re.fullmatch(SLUG, value, re.ASCII):
        yield key, f"must be an ASCII slug (a-z, 0-9, hyphens), not {_shown(value)}"


def boolean(value: Any, key: str) -> Iterator[Problem]:
    """true or false."""
    if not isinstance(value, bool):
        yield key, f"must be true or false, not {_shown(value)}"


def one_of(*allowed: object) -> Callable[[Any, str], Iterator[Problem]]:
    """A check for one of a few values."""

    def check(value: Any, key: str) -> Iterator[Problem]:
        if value not in allowed or isinstance(value, bool):
            yield key, f"must be one of {', '.join(map(str, allowed))}, not {_shown(value)}"

    return check


def year(value: Any, key: str) -> Iterator[Problem]:
    """A year, as a number."""
    if type(value) is not int or not 1 <= value <= LAST_YEAR:
        yield key, f"must be a year from 1 to {LAST_YEAR}, not {_shown(value)}"


def number(value: Any, key: str) -> Iterator[Problem]:
    """A whole number, not below 0."""
    if type(value) is not int or value < 0:
        yield key, f"must be a whole number from 0, not {_shown(value)}"


def origin(value: Any, key: str) -> Iterator[Problem]:
    """A full date, a year and month, or a year."""
    if type(value) is int:
        value = str(value)
    match = (
        re.fullmatch(r"(\d{1,4})(?:-(\d\d)(?:-(\d\d))?)?", value, re.ASCII)
        if isinstance(value, str)
        else None
    )
    if not match:
        yield (
            key,
            f"must be a date, a month or a year (1947-07-27, 1948-06, 1010), not {_shown(value)}",
        )
        return
    y, m, d = (int(g) if g else None for g in match.groups())
    assert y is not None
    if not 1 <= y <= LAST_YEAR:
        yield key, f"year {y} is outside 1 to {LAST_YEAR}"
    elif m is not None and not 1 <= m <= 12:
        yield key, f"there is no month {m:02d}; months are 01 to 12"
    elif d is not None and m is not None:
        if key == "origin_lunar":
            if not 1 <= d <= 30:
                yield key, f"there is no lunar day {d:02d}; lunar days are 01 to 30"
        elif _date(f"{y:04d}-{m:02d}-{d:02d}") is None:
            yield key, f"there is no {d:02d}/{m}/{y}"


def legal(value: Any, key: str) -> Iterator[Problem]:
    """A list of acts."""
    yield from _tables(
        value,
        key,
        {"act": text, "number": text, "date": day, "issuer": text, "about": text},
        ("act",),
    )


def disputed(value: Any, key: str) -> Iterator[Problem]:
    """Readings of a dispute, at least two."""
    yield from _tables(value, key, {"reading": text, "source": url}, ("reading", "source"))
    if isinstance(value, list) and len(value) < 2:
        yield key, "needs at least two readings"


def seen(value: Any, key: str) -> Iterator[Problem]:
    """Counts that a source printed: the year, the number of years, the address."""
    fields = {"year": year, "years": year, "source": url}
    yield from _tables(value, key, fields, ("year", "years", "source"))


def moved(value: Any, key: str) -> Iterator[Problem]:
    """Years with other days, each at most once: ``start``, and ``end`` of more days than one."""
    found = list(_tables(value, key, {"year": year, "start": day, "end": day}, ("year",)))
    yield from found
    if found:
        return
    years = [item["year"] for item in value]
    yield from ((key, f"has {y} twice") for y in sorted({y for y in years if years.count(y) > 1}))
    for item in value:
        first, last = _date(item.get("start")), _date(item.get("end"))
        if last and not first:
            yield f"{key}.start", "missing; an end needs a start"
        if first and not item["year"] <= first.year <= item["year"] + 1:
            yield f"{key}.start", f"{first} is not in {item['year']}"
        if first and last and not 0 < (last - first).days < 31:
            yield f"{key}.end", f"{last} is not in the month after the start, {first}"


def former_names(value: Any, key: str) -> Iterator[Problem]:
    """Old names, each with the last day on which it was in force, oldest first."""
    yield from _tables(value, key, {"name": text, "name_en": text, "until": day}, ("name", "until"))
    if isinstance(value, list):
        ends = [
            v["until"] for v in value if isinstance(v, dict) and isinstance(v.get("until"), str)
        ]
        if ends != sorted(ends):
            yield key, "must stand in order of time, oldest first"


def _tables(
    value: Any, key: str, fields: Mapping[str, Any], needed: tuple[str, ...]
) -> Iterator[Problem]:
    if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
        yield key, f"must be a list of tables ({{ {', '.join(fields)} }}), not {_shown(value)}"
        return
    for item in value:
        for name, message in unknown_keys(item, fields):
            yield f"{key}.{name}", message
        for name in needed:
            if name not in item:
                yield f"{key}.{name}", "missing"
        for name, check in fields.items():
            if name in item:
                yield from (
                    (f"{key}.{field}", message) for field, message in check(item[name], name)
                )


def _layer(value: Any, key: str) -> Iterator[Problem]:
    simple = [name for name in LAYERS if name not in ("sector", "province")]
    if value in simple or (
        isinstance(value, str) and re.fullmatch(rf"(sector|province):{SLUG}", value, re.ASCII)
    ):
        return
    yield (
        key,
        f"must be one of {', '.join(simple)}, sector:<slug>, province:<slug>, not {_shown(value)}",
    )


def _place_of_layer(table: Table, places: set[str], sectors: set[str]) -> Iterator[Problem]:
    kind, _, name = str(table.get("layer", "")).partition(":")
    if kind == "province" and name not in places:
        yield "layer", f"unknown province {one_line(name)}"
    if kind == "sector" and name not in sectors:
        yield "layer", f"unknown sector {one_line(name)}; add a [[sector]] for it"
    home = table.get("home")
    for place in home if isinstance(home, list) else []:
        if str(place) not in places:
            yield "home", f"unknown province {_shown(place)}"
    if home and kind == "province":
        yield "home", "a province's day has its home in its layer"


FORMS: dict[tuple[str, ...], str] = {
    ("solar",): '{ solar = "07-27" }',
    ("lunar",): '{ lunar = "03-10" }',
    ("weekday", "nth", "month"): '{ weekday = "sunday", nth = 3, month = 11 }',
    ("week", "month"): "{ week = 1, month = 8 }",
    ("month",): "{ month = 5 }",
    ("from", "to"): '{ from = "04-29", to = "05-06" }',
    ("lunar_from", "lunar_to"): '{ lunar_from = "03-08", lunar_to = "03-11" }',
    ("start", "end"): '{ start = "2023-05-19", end = "2023-07-11" }',
    ("offset", "of"): '{ offset = -1, of = "id" }',
}


def _when(table: Table, known: Mapping[str, Table]) -> Iterator[Problem]:
    """The rule, or a full date as origin that stands for it."""
    rule = table.get("on")
    if rule is None:
        if not re.fullmatch(r"\d{1,4}-\d\d-\d\d", str(table.get("origin", ""))):
            yield "on", "missing; only a full date as origin can stand for it"
        return
    keys = set(rule) if isinstance(rule, dict) else None
    if keys is None or keys not in [set(form) for form in FORMS]:
        yield "on", f"must have exactly one of the forms {'; '.join(FORMS.values())}"
        return
    if table.get("moved") and not keys.isdisjoint({"start", "offset"}):
        yield "moved", "needs a rule of its own; a day that falls once or by another does not move"
    if "start" in rule:
        for key in ("start", "end"):
            yield from ((key, message) for _, message in day(rule[key], key))
        first, last = _date(rule["start"]), _date(rule["end"])
        if first and last and last < first:
            yield "end", f"{last} comes before the start, {first}"
        for when in (first, last):
            if when and not FIRST_YEAR <= when.year <= LAST_YEAR:
                yield "start", f"{when} is outside {FIRST_YEAR} to {LAST_YEAR}"
        return
    for key, value in rule.items():
        if key in ("solar", "from", "to", "lunar", "lunar_from", "lunar_to"):
            yield from _month_day(value, key)
        elif key == "weekday" and value not in WEEKDAYS:
            yield "on.weekday", f"must be one of {', '.join(WEEKDAYS)}, not {_shown(value)}"
        elif key in ("nth", "week") and (type(value) is not int or value not in (1, 2, 3, 4, -1)):
            yield f"on.{key}", f"must be 1, 2, 3, 4 or -1 (the last), not {_shown(value)}"
        elif key == "month" and (type(value) is not int or not 1 <= value <= 12):
            yield "on.month", f"must be 1 to 12, not {_shown(value)}"
        elif key == "offset" and (type(value) is not int or not -366 <= value <= 366):
            yield "on.offset", f"must be a number of days from -366 to 366, not {_shown(value)}"
        elif key == "of":
            yield from _offset_chain(table, known)


def _month_day(value: Any, key: str) -> Iterator[Problem]:
    match = re.fullmatch(r"(\d\d)-(\d\d)", value, re.ASCII) if isinstance(value, str) else None
    if not match:
        yield f"on.{key}", f'must be month-day, as "07-27", not {_shown(value)}'
        return
    m, d = int(match[1]), int(match[2])
    if not 1 <= m <= 12:
        yield f"on.{key}", f"there is no month {m:02d}; months are 01 to 12"
    elif key.startswith("lunar"):
        if not 1 <= d <= 30:
            yield f"on.{key}", f"there is no lunar day {d:02d}; lunar days are 01 to 30"
    elif _date(f"2024-{m:02d}-{d:02d}") is None:
        yield f"on.{key}", f"month {m} has no day {d:02d}"


def _offset_chain(table: Table, known: Mapping[str, Table]) -> Iterator[Problem]:
    seen = {table.get("id")}
    here: Any = table
    while isinstance(here.get("on"), dict) and "of" in here["on"]:
        target = here["on"]["of"]
        if not isinstance(target, str) or target not in known:
            yield "on.of", f"unknown id {_shown(target)}"
            return
        if target in seen:
            yield "on.of", f"goes in a circle through {target}"
            return
        seen.add(target)
        here = known[target]


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def _shown(value: Any) -> str:
    shown = one_line(str(value) if not isinstance(value, str) else f'"{value}"')
    return shown if len(shown) <= 60 else shown[:57] + "…"


def _skip(_value: Any, _key: str) -> Iterator[Problem]:
    """Checked elsewhere, together with other fields."""
    return iter(())


texts = list_of(text, "texts")
urls = list_of(url, "web addresses")
slugs = list_of(slug, "slugs")

FIELDS: dict[str, Callable[[Any, str], Iterator[Problem]]] = {
    "id": slug,
    "layer": _layer,
    "kind": one_of(*KINDS),
    "name": text,
    "name_en": text,
    "aliases": texts,
    "former_names": former_names,
    "origin": origin,
    "origin_lunar": origin,
    "on": _skip,
    "moved": moved,
    "count": one_of("always", "jubilees"),
    "every": one_of(1, 5, 10),
    "first_year": year,
    "last_year": year,
    "rank": one_of(1, 2, 3, 4, 5),
    "rank_reason": text,
    "tone": one_of("celebrate", "mourn"),
    "reserved": boolean,
    "died": origin,
    "seen": seen,
    "home": slugs,
    "unit_day": one_of("ends", "kept"),
    "ceremony_day": boolean,
    "legal": legal,
    "sources": urls,
    "disputed": disputed,
    "confirmed": boolean,
    "notes": text,
    "revised": day,
    "revision": number,
}


def table(
    value: Table,
    fields: Mapping[str, Callable[[Any, str], Iterator[Problem]]],
    needed: tuple[str, ...],
) -> Iterator[Problem]:
    """Yield what is wrong with a table of another kind."""
    yield from unknown_keys(value, fields)
    for key in needed:
        if key not in value:
            yield key, "missing"
    for key, check in fields.items():
        if key in value:
            yield from check(value[key], key)


def _months(value: Any, key: str) -> Iterator[Problem]:
    if (
        not isinstance(value, list)
        or not value
        or any(type(v) is not int or not 1 <= v <= 12 for v in value)
    ):
        yield key, f"must be a list of months from 1 to 12, not {_shown(value)}"


def _lives(value: Any, key: str) -> Iterator[Problem]:
    fields = {
        "from": origin,
        "until": day,
        "into": slugs,
        "out_of": slugs,
        "act": text,
        "source": url,
        "name": text,
        "type": text,
    }
    yield from _tables(value, key, fields, ("from",))


OTHER_TABLES: dict[
    str, tuple[dict[str, Callable[[Any, str], Iterator[Problem]]], tuple[str, ...]]
] = {
    "sector": (
        {
            "slug": slug,
            "name": text,
            "name_en": text,
            "aliases": texts,
            "former_names": former_names,
            "until": day,
            "successor": slug,
        },
        ("slug", "name", "name_en"),
    ),
    "place": (
        {
            "slug": slug,
            "name": text,
            "type": one_of("tỉnh", "thành phố"),
            "iso": text,
            "climate": slug,
            "aliases": texts,
            "area": slugs,
            "lives": _lives,
        },
        ("slug", "name", "type"),
    ),
    "pair": (
        {"first": slug, "second": slug, "one_count": boolean},
        ("first", "second"),
    ),
    "theme": (
        {
            "id": slug,
            "months": _months,
            "text": text,
            "text_en": text,
            "standing": boolean,
            "climates": slugs,
        },
        ("id", "months", "text"),
    ),
}
"""Checks of each field, and the fields that must be there."""

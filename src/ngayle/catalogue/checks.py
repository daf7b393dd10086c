"""What a table must be like. Every problem is found, not only the first.

Each check yields (field, message); the caller puts file and id before them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, TypeAlias

from ngayle import lunar
from ngayle.catalogue.reading import Table, one_line
from ngayle.model import KINDS, LAYERS, OFFICES
from ngayle.rules import FIRST_YEAR, FORMS, LAST_YEAR, WEEKDAYS

Problem: TypeAlias = tuple[str, str]

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
MAX_CHAIN = 100
"""How many entries a day may count through: a festival of a month is far below it."""
MAX_LINE = 1000
"""Characters of a text; a name of a hundred is long."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_FULL = re.compile(r"\d{1,4}-\d\d-\d\d", re.ASCII)


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
    if "unit_day" in table and not layer.startswith("province:"):
        yield "unit_day", "is for the founding day of a province; its layer is none"


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
    if len(value) > MAX_LINE:
        yield key, f"has {len(value)} characters; at most {MAX_LINE}"
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
    if (
        not isinstance(value, str)
        or not (found := re.fullmatch(r"https?://([^\s/<>\"]+)(/[^\s<>\"]*)?", value))
        or "." not in found[1][1:-1]
        or len(value) > 2 * MAX_LINE
    ):
        yield key, f"must be a web address (https://…), not {_shown(value)}"


def day(value: Any, key: str) -> Iterator[Problem]:
    """A full date."""
    found = _date(value)
    if found is None:
        yield key, f"must be a day that exists, as 2023-07-27, not {_shown(value)}"
    elif found.year > LAST_YEAR:
        yield key, f"{value} is after {LAST_YEAR}"


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
        if value not in allowed or type(value) is not type(allowed[0]):
            yield key, f"must be one of {', '.join(map(str, allowed))}, not {_shown(value)}"

    return check


def year(value: Any, key: str) -> Iterator[Problem]:
    """A year, as a number."""
    if type(value) is not int or not 1 <= value <= LAST_YEAR:
        yield key, f"must be a year from 1 to {LAST_YEAR}, not {_shown(value)}"


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
    years = sorted(item["year"] for item in value)
    twice = {before for before, after in pairwise(years) if before == after}
    yield from ((key, f"has {y} twice") for y in sorted(twice))
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


def _when(table: Table, known: Mapping[str, Table]) -> Iterator[Problem]:
    """The rule, or a full date as origin that stands for it."""
    rule = table.get("on")
    if rule is None:
        if not _FULL.fullmatch(str(table.get("origin", ""))):
            yield "on", "missing; only a full date as origin can stand for it"
        return
    keys = set(rule) if isinstance(rule, dict) else None
    if keys is None or keys not in [set(form.KEYS) for form in FORMS]:
        shown = "; ".join(form.FORM for form in FORMS)
        yield "on", f"must have exactly one of the forms {shown}"
        return
    if table.get("moved") and not keys.isdisjoint({"start", "offset"}):
        yield "moved", "needs a rule of its own; a day that falls once or by another does not move"
    for key, value in rule.items():
        yield from PARTS[key](value, f"on.{key}")
    if "start" in rule:
        first, last = _date(rule["start"]), _date(rule["end"])
        if first and last and last < first:
            yield "end", f"{last} comes before the start, {first}"
        for when in (first, last):
            if when and not FIRST_YEAR <= when.year <= LAST_YEAR:
                yield "start", f"{when} is outside {FIRST_YEAR} to {LAST_YEAR}"
    if "of" in rule:
        yield from _offset_chain(table, known)


def _whole(low: int, high: int, what: str) -> Callable[[Any, str], Iterator[Problem]]:
    def check(value: Any, key: str) -> Iterator[Problem]:
        if type(value) is not int or not low <= value <= high:
            yield key, f"must be {what}{low} to {high}, not {_shown(value)}"

    return check


def _nth(value: Any, key: str) -> Iterator[Problem]:
    if type(value) is not int or value not in (1, 2, 3, 4, -1):
        yield key, f"must be 1, 2, 3, 4 or -1 (the last), not {_shown(value)}"


def _once(value: Any, key: str) -> Iterator[Problem]:
    yield from day(value, key.removeprefix("on."))


def _month_day(value: Any, key: str) -> Iterator[Problem]:
    match = re.fullmatch(r"(\d\d)-(\d\d)", value, re.ASCII) if isinstance(value, str) else None
    if not match:
        yield key, f'must be month-day, as "07-27", not {_shown(value)}'
        return
    m, d = int(match[1]), int(match[2])
    if not 1 <= m <= 12:
        yield key, f"there is no month {m:02d}; months are 01 to 12"
    elif key.startswith("on.lunar"):
        if not 1 <= d <= 30:
            yield key, f"there is no lunar day {d:02d}; lunar days are 01 to 30"
    elif _date(f"2024-{m:02d}-{d:02d}") is None:
        yield key, f"month {m} has no day {d:02d}"


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
        if len(seen) > MAX_CHAIN:
            yield "on.of", f"counts its days through more than {MAX_CHAIN} entries"
            return
        here = known[target]


PARTS: dict[str, Callable[[Any, str], Iterator[Problem]]] = {
    **dict.fromkeys(("solar", "from", "to", "lunar", "lunar_from", "lunar_to"), _month_day),
    "weekday": one_of(*WEEKDAYS),
    "nth": _nth,
    "week": _nth,
    "month": _whole(1, 12, ""),
    "start": _once,
    "end": _once,
    "offset": _whole(-366, 366, "a number of days from "),
    "of": lambda _value, _key: iter(()),
}
"""The check of each key of ``on``."""


def _date(value: Any) -> date | None:
    """A day in the one form that can be compared as text; of ISO's others ("2026-W45-1") none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and _DAY.match(value) else None
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
}


def table(
    value: Table,
    fields: Mapping[str, Callable[[Any, str], Iterator[Problem]]],
    needed: Iterable[str],
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


def _lines(value: Any, key: str) -> Iterator[Problem]:
    """One line, or a list of lines."""
    yield from (texts if isinstance(value, list) else text)(value, key)


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
            "code": text,
            "former_codes": texts,
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
    "office": (
        {
            "id": slug,
            "name": text,
            "kind": one_of(*OFFICES),
            "superior": text,
            "place": text,
            "recipients": _lines,
            "signer": _lines,
            "opening": text,
        },
        ("id",),
    ),
}
"""Checks of each field, and the fields that must be there."""


def doubts(table: Table) -> Iterator[Problem]:
    """Yield what cannot be meant, though each field is right by itself.

    Bundled data are refused for it; in an overlay it is a remark: its owner may know better.
    """
    on = table.get("on", {})
    sun, moon = (_parts(table.get(key)) for key in ("origin", "origin_lunar"))
    for key, origin_, shown in (("solar", sun, "origin"), ("lunar", moon, "origin_lunar")):
        if key in on and len(origin_) == 3 and on[key] != f"{origin_[1]:02d}-{origin_[2]:02d}":
            yield f"on.{key}", f"{on[key]} is not the day of {shown}, {table[shown]}"
    their = _moon(sun)
    if their and len(moon) == 3 and their != moon:
        yield "origin_lunar", f"{table['origin_lunar']} is not {table['origin']} by the lunar table"
    start = (moon or sun if "lunar" in on or "lunar_from" in on else sun or moon)[:1]
    first, last = table.get("first_year"), table.get("last_year")
    if first and last and last < first:
        yield "last_year", f"{last} is before first_year, {first}"
    if start and first and first < start[0]:
        yield "first_year", f"{first} is before the origin, {start[0]}"
    if start and last and last < start[0]:
        yield "last_year", f"{last} is before the origin, {start[0]}"
    died = _parts(table.get("died"))
    if died and table.get("kind") != "birth":
        yield "died", "is for a birth"
    if died and sun and died < sun:
        yield "died", f"{table['died']} is before the birth, {table['origin']}"
    for item in table.get("seen", ()):
        if not start:
            yield "seen", "needs an origin to count from"
        elif item["year"] - start[0] != item["years"]:
            ours = item["year"] - start[0]
            yield (
                "seen",
                f"{item['years']} years in {item['year']}; by the origin {ours}",
            )


LAYERS_OF_FILES = {
    "anniversaries.toml": ("national", "province"),  # provinces' festivals, until they are moved
    "documents.toml": ("national", "sector"),
    "international.toml": ("international", "national"),  # friends abroad, until they are moved
    "people.toml": ("person",),
    "periods.toml": ("national", "international", "sector"),
    "provinces-centre.toml": ("province",),
    "provinces-north.toml": ("province",),
    "provinces-south.toml": ("province",),
    "sector-state.toml": ("sector",),
    "sector-trades.toml": ("sector",),
}
"""Which layers stand in which of the bundled files; of other files anything."""


def bundled(table: Table) -> Iterator[Problem]:
    """Yield what is wrong with an entry of our own data, over and above."""
    file, layer = table["_file"], str(table["layer"]).partition(":")[0]
    allowed = LAYERS_OF_FILES.get(file, LAYERS)
    if layer not in allowed:
        yield "layer", f"{layer}: stands in {file}, which has the layers {', '.join(allowed)}"
    if "revised" not in table:
        yield "revised", "missing, here and at the head of the file"
        return
    revised = _parts(table["revised"])
    for key in ("origin", "origin_lunar", "died"):
        when = _parts(table.get(key))
        if when and when > revised[: len(when)]:
            yield key, f"{table[key]} is later than revised, {table['revised']}"


def _parts(value: Any) -> tuple[int, ...]:
    """ "1947-07-27" as (1947, 7, 27), "1948-06" as (1948, 6); of nothing, ()."""
    return tuple(map(int, str(value).split("-"))) if value is not None else ()


def _moon(sun: tuple[int, ...]) -> tuple[int, ...] | None:
    """The lunar day of a full solar date that the table reaches."""
    moon = lunar.known(date(*sun)) if len(sun) == 3 else None
    return (moon.year, moon.month, moon.day) if moon else None

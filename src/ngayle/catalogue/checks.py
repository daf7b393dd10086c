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
from ngayle.catalogue.reading import IN_VIETNAMESE, OWN, Table, one_line
from ngayle.errors import Problem
from ngayle.model import KINDS, LAYERS, OFFICES
from ngayle.rules import (
    FIRST_YEAR,
    FORMS,
    LAST_YEAR,
    PLAIN,
    WEEKDAYS,
    Offset,
    Once,
    Several,
    Weekdays,
    form_of,
)
from ngayle.vietnamese import fold

Found: TypeAlias = Iterator[tuple[str, Problem]]

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
MAX_CHAIN = 100
"""How many entries a day may count through: a festival of a month is far below it."""
MAX_SPANS = 31
"""So many bursts has a campaign."""
MAX_LINE = 1000
"""Characters of a text; a name of a hundred is long."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_FULL = re.compile(r"\d{1,4}-\d\d-\d\d", re.ASCII)


def problems(
    table: Table, known: Mapping[str, Table], places: set[str], sectors: set[str]
) -> Found:
    """Yield what is wrong with one anniversary's table.

    ``known``: all tables by id, for offsets; ``places`` and ``sectors``: the known slugs.
    """
    yield from unknown_keys(table, FIELDS)
    for key, check in FIELDS.items():
        if key in table:
            yield from check(table[key], key)
    meant = {near_key(key, FIELDS) for key in table if key not in FIELDS}
    for key in ("id", "layer", "kind", "name"):
        # a document is called by its act, its number and its day; a key that was only misspelt
        # has been told
        if key in table or key in meant or (key, table.get("kind")) == ("name", "document"):
            continue
        yield key, Problem("check.no_kind" if key == "kind" else "check.missing")
    yield from _place_of_layer(table, places, sectors)
    yield from _when(table, known)
    local = table.get("layer") == "local"
    right = not any(_layer(table.get("layer"), "layer"))
    if not local and right and not table.get("sources"):
        yield "sources", Problem("check.no_source")
    layer = str(table.get("layer", ""))
    public = layer.split(":")[0] in ("national", "international", "sector")
    if public and not table.get("name_en"):
        yield "name_en", Problem("check.no_english")
    called = f"{table.get('name')}{table.get('name_en')}"
    counted = {"first_year", "origin", "origin_lunar"} & table.keys()
    if local and ("{n}" in called or "{N}" in called) and not counted:
        yield "name", Problem("check.number_of", form="{n}")
    if local and "{dot}" in called and "spans" not in table.get("on", ()):
        yield "name", Problem("check.burst_of", form="{dot}")
    if table.get("every", 1) != 1 and not ("origin" in table or "origin_lunar" in table):
        yield "every", Problem("check.every_origin")
    if "unit_day" in table and not layer.startswith("province:"):
        yield "unit_day", Problem("check.unit_day")


def unknown_keys(table: Table, fields: Mapping[str, object]) -> Found:
    """Yield the keys that are not fields, with the nearest field."""
    for key in table:
        if key not in fields and not key.startswith("_"):
            near = near_key(key, fields)
            if near:
                yield one_line(key), Problem("check.unknown_near", near=near)
            else:
                yield one_line(key), Problem("check.unknown")


def near_key(key: str, fields: Mapping[str, object]) -> str | None:
    """The field that is meant by a key that is none, or None."""
    from difflib import get_close_matches

    known = IN_VIETNAMESE.get(fold(key))
    if known in fields:
        return known
    return next(iter(get_close_matches(key, fields, 1)), None)


def text(value: Any, key: str) -> Found:
    """One line of text without control characters, not blank at its ends."""
    if not isinstance(value, str):
        yield key, Problem("check.text", value=_shown(value))
        return
    if len(value) > MAX_LINE:
        yield key, Problem("check.long", count=len(value), most=MAX_LINE)
    if not value.strip():
        yield key, Problem("check.empty")
    elif value != value.strip():
        yield key, Problem("check.blank")
    for at, char in enumerate(value):
        if not char.isprintable() and char not in "\u00ad\u200c\u200d":
            yield key, Problem("check.control", char=f"U+{ord(char):04X}", at=at + 1)
            return


def list_of(
    check: Callable[[Any, str], Found],
) -> Callable[[Any, str], Found]:
    """A check for a list whose items pass another check, none there twice."""

    def every(value: Any, key: str) -> Found:
        if not isinstance(value, list):
            yield key, Problem("check.list", value=_shown(value))
            return
        yield from _each_once(value, key, check)

    return every


def _each_once(values: list[Any], key: str, check: Callable[[Any, str], Found]) -> Found:
    """Every value passes a check, and none is there twice."""
    for value in values:
        yield from check(value, key)
    if len(set(map(str, values))) < len(values):
        yield key, Problem("check.twice")


def url(value: Any, key: str) -> Found:
    """A web address."""
    if (
        not isinstance(value, str)
        or not (found := re.fullmatch(r"https?://([^\s/<>\"]+)(/[^\s<>\"]*)?", value))
        or "." not in found[1][1:-1]
        or len(value) > 2 * MAX_LINE
    ):
        yield key, Problem("check.url", value=_shown(value))


def day(value: Any, key: str) -> Found:
    """A full date."""
    found = _date(value)
    if found is None:
        yield key, Problem("check.day", value=_shown(value))
    elif found.year > LAST_YEAR:
        yield key, Problem("check.late", value=value, last=LAST_YEAR)


def slug(value: Any, key: str) -> Found:
    """An ASCII slug."""
    if not isinstance(value, str) or not re.fullmatch(SLUG, value, re.ASCII):
        yield key, Problem("check.slug", value=_shown(value))


def boolean(value: Any, key: str) -> Found:
    """true or false."""
    if not isinstance(value, bool):
        yield key, Problem("check.boolean", value=_shown(value))


def one_of(*allowed: object) -> Callable[[Any, str], Found]:
    """A check for one of a few values."""

    def check(value: Any, key: str) -> Found:
        if value not in allowed or type(value) is not type(allowed[0]):
            yield (
                key,
                Problem("check.one_of", allowed=", ".join(map(str, allowed)), value=_shown(value)),
            )

    return check


def year(value: Any, key: str) -> Found:
    """A year, as a number."""
    if type(value) is not int or not 1 <= value <= LAST_YEAR:
        yield key, Problem("check.year", last=LAST_YEAR, value=_shown(value))


def origin(value: Any, key: str) -> Found:
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
            Problem("check.origin", value=_shown(value)),
        )
        return
    y, m, d = (int(g) if g else None for g in match.groups())
    assert y is not None
    if not 1 <= y <= LAST_YEAR:
        yield key, Problem("check.origin_year", year=y, last=LAST_YEAR)
    elif m is not None and not 1 <= m <= 12:
        yield key, Problem("check.month", month=f"{m:02d}")
    elif d is not None and m is not None:
        if key == "origin_lunar":
            if not 1 <= d <= 30:
                yield key, Problem("check.lunar_day", day=f"{d:02d}")
        elif _date(f"{y:04d}-{m:02d}-{d:02d}") is None:
            yield key, Problem("check.no_day", day=f"{d:02d}/{m}/{y}")


def legal(value: Any, key: str) -> Found:
    """A list of acts."""
    yield from _tables(
        value,
        key,
        {"act": text, "number": text, "date": day, "issuer": text, "about": text},
        ("act",),
    )


def disputed(value: Any, key: str) -> Found:
    """Readings of a dispute, at least two."""
    yield from _tables(value, key, {"reading": text, "source": url}, ("reading", "source"))
    if isinstance(value, list) and len(value) < 2:
        yield key, Problem("check.two_readings")


def seen(value: Any, key: str) -> Found:
    """Counts that a source printed: the year, the number of years, the address."""
    fields = {"year": year, "years": year, "source": url}
    yield from _tables(value, key, fields, ("year", "years", "source"))


def moved(value: Any, key: str) -> Found:
    """Years with other days, each at most once: ``start``, and ``end`` of more days than one."""
    found = list(_tables(value, key, {"year": year, "start": day, "end": day}, ("year",)))
    yield from found
    if found:
        return
    years = sorted(item["year"] for item in value)
    twice = {before for before, after in pairwise(years) if before == after}
    yield from ((key, Problem("check.year_twice", year=y)) for y in sorted(twice))
    for item in value:
        first, last = _date(item.get("start")), _date(item.get("end"))
        if last and not first:
            yield f"{key}.start", Problem("check.needs_start")
        if first and not item["year"] <= first.year <= item["year"] + 1:
            yield f"{key}.start", Problem("check.not_in_year", day=first, year=item["year"])
        if first and last and not 0 < (last - first).days < 31:
            yield f"{key}.end", Problem("check.month_after", last=last, first=first)


def former_names(value: Any, key: str) -> Found:
    """Old names, each with the last day on which it was in force, oldest first."""
    yield from _tables(value, key, {"name": text, "name_en": text, "until": day}, ("name", "until"))
    if isinstance(value, list):
        ends = [
            v["until"] for v in value if isinstance(v, dict) and isinstance(v.get("until"), str)
        ]
        if ends != sorted(ends):
            yield key, Problem("check.order")


def _tables(value: Any, key: str, fields: Mapping[str, Any], needed: tuple[str, ...]) -> Found:
    if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
        yield key, Problem("check.tables", fields=", ".join(fields), value=_shown(value))
        return
    for item in value:
        for name, message in unknown_keys(item, fields):
            yield f"{key}.{name}", message
        for name in needed:
            if name not in item:
                yield f"{key}.{name}", Problem("check.missing")
        for name, check in fields.items():
            if name in item:
                yield from (
                    (f"{key}.{field}", message) for field, message in check(item[name], name)
                )


def _layer(value: Any, key: str) -> Found:
    simple = [name for name in LAYERS if name not in ("sector", "province")]
    if value in simple or (
        isinstance(value, str) and re.fullmatch(rf"(sector|province):{SLUG}", value, re.ASCII)
    ):
        return
    yield (
        key,
        Problem("check.layer", allowed=", ".join(simple), value=_shown(value)),
    )


def _place_of_layer(table: Table, places: set[str], sectors: set[str]) -> Found:
    kind, _, name = str(table.get("layer", "")).partition(":")
    if kind == "province" and name not in places:
        yield "layer", Problem("check.no_province", value=one_line(name))
    if kind == "sector" and name not in sectors:
        yield "layer", Problem("check.no_sector", value=one_line(name))
    home = table.get("home")
    for place in home if isinstance(home, list) else []:
        if str(place) not in places:
            yield "home", Problem("check.no_province", value=_shown(place))
    if home and kind == "province":
        yield "home", Problem("check.home")


def _when(table: Table, known: Mapping[str, Table]) -> Found:
    """The rule, or a full date as origin that stands for it."""
    rule = table.get("on")
    if rule is None:
        wrong = "origin" in table and any(origin(table["origin"], "origin"))
        if not wrong and not _FULL.fullmatch(str(table.get("origin", ""))):
            yield "on", Problem("check.no_on", example="{ month = 9 }")
        return
    form = form_of(rule) if isinstance(rule, dict) else None
    if form is None:
        shown = "; ".join(str(form.FORM) for form in FORMS)
        yield "on", Problem("check.on", forms=shown)
        return
    if table.get("moved") and form in (Once, Offset, Several, Weekdays):
        yield "moved", Problem("check.moved")
    if form is Several:
        yield from _spans(rule["spans"])
        return
    yield from _parts_of(rule, "on.")
    if form is Offset:
        yield from _offset_chain(table, known)


def _parts_of(rule: Mapping[str, Any], before: str) -> Found:
    for key, value in rule.items():
        yield from PARTS[key](value, f"{before}{key}")
    if "start" in rule:
        first, last = _date(rule["start"]), _date(rule["end"])
        if first and last and last < first:
            yield "end", Problem("check.ends_before", last=last, first=first)
        for when in (first, last):
            if when and not FIRST_YEAR <= when.year <= LAST_YEAR:
                yield (
                    "start",
                    Problem("check.outside", day=when, first=FIRST_YEAR, last=LAST_YEAR),
                )


def _spans(value: Any) -> Found:
    """Spans under one name: each a rule of its own, all of one calendar."""
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_SPANS:
        yield "spans", Problem("check.spans", most=MAX_SPANS)
        return
    for part in value:
        form = form_of(part) if isinstance(part, dict) else None
        if form not in PLAIN or form is Weekdays:
            shown = "; ".join(str(form.FORM) for form in PLAIN if form is not Weekdays)
            yield "spans", Problem("check.on", forms=shown)
            return
        yield from _parts_of(part, "on.")
    if len({any(key.startswith("lunar") for key in part) for part in value}) > 1:
        yield "spans", Problem("check.calendars")
    if len(set(map(str, value))) < len(value):
        yield "spans", Problem("check.twice")


def _whole(low: int, high: int) -> Callable[[Any, str], Found]:
    def check(value: Any, key: str) -> Found:
        if type(value) is not int or not low <= value <= high:
            yield key, Problem("check.whole", low=low, high=high, value=_shown(value))

    return check


def _nth(value: Any, key: str) -> Found:
    if type(value) is not int or value not in (1, 2, 3, 4, 5, -1):
        yield key, Problem("check.nth", value=_shown(value))


def _week(value: Any, key: str) -> Found:
    if type(value) is not int or value not in (1, 2, 3, 4, -1):
        yield key, Problem("check.week", value=_shown(value))


def _once(value: Any, key: str) -> Found:
    yield from day(value, key.removeprefix("on."))


def _month_day(value: Any, key: str) -> Found:
    match = re.fullmatch(r"(\d\d)-(\d\d)", value, re.ASCII) if isinstance(value, str) else None
    if not match:
        yield key, Problem("check.month_day", value=_shown(value))
        return
    m, d = int(match[1]), int(match[2])
    if not 1 <= m <= 12:
        yield key, Problem("check.month", month=f"{m:02d}")
    elif key.startswith("on.lunar"):
        if not 1 <= d <= 30:
            yield key, Problem("check.lunar_day", day=f"{d:02d}")
    elif _date(f"2024-{m:02d}-{d:02d}") is None:
        yield key, Problem("check.day_of_month", month=m, day=f"{d:02d}")


def _offset_chain(table: Table, known: Mapping[str, Table]) -> Found:
    seen = {table.get("id")}
    here: Any = table
    while isinstance(here.get("on"), dict) and "of" in here["on"]:
        target = here["on"]["of"]
        if not isinstance(target, str) or target not in known:
            yield "on.of", Problem("check.no_id", value=_shown(target))
            return
        if target in seen:
            yield "on.of", Problem("check.circle", value=target)
            return
        seen.add(target)
        if len(seen) > MAX_CHAIN:
            yield "on.of", Problem("check.chain", most=MAX_CHAIN)
            return
        here = known[target]
        if isinstance(here.get("on"), dict) and form_of(here["on"]) in (Weekdays, Several):
            yield "on.of", Problem("check.several", value=target)
            return


def _or_list(
    check: Callable[[Any, str], Found],
) -> Callable[[Any, str], Found]:
    """A check for one of something or a list of them."""

    def one_or_more(value: Any, key: str) -> Found:
        values = value if isinstance(value, list) else [value]
        if not values:
            yield key, Problem("check.empty")
        yield from _each_once(values, key, check)

    return one_or_more


def _offset(value: Any, key: str) -> Found:
    days = value if isinstance(value, list) else [value]
    if len(days) not in (1, 2) or (len(days) == 1 and isinstance(value, list)):
        yield key, Problem("check.offset", value=_shown(value))
        return
    found = [problem for day_ in days for problem in _whole(-366, 366)(day_, key)]
    yield from found[:1]
    if not found and len(days) == 2 and days[1] < days[0]:
        yield key, Problem("check.offset", value=_shown(value))


PARTS: dict[str, Callable[[Any, str], Found]] = {
    **dict.fromkeys(("solar", "from", "to", "lunar", "lunar_from", "lunar_to"), _month_day),
    **dict.fromkeys(("before", "after", "near"), _month_day),
    **dict.fromkeys(("lunar_before", "lunar_after", "lunar_near"), _month_day),
    "weekday": one_of(*WEEKDAYS),
    "nth": _or_list(_nth),
    "week": _week,
    "month": _or_list(_whole(1, 12)),
    "start": _once,
    "end": _once,
    "offset": _offset,
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


def _skip(_value: Any, _key: str) -> Found:
    """Checked elsewhere, together with other fields."""
    return iter(())


def _kind(value: Any, key: str) -> Found:
    if value not in KINDS:
        yield key, Problem("check.kind", value=_shown(value))


texts = list_of(text)
urls = list_of(url)
slugs = list_of(slug)

FIELDS: dict[str, Callable[[Any, str], Found]] = {
    "id": slug,
    "layer": _layer,
    "kind": _kind,
    "name": text,
    "name_en": text,
    "aliases": texts,
    "former_names": former_names,
    "origin": origin,
    "origin_lunar": origin,
    "on": _skip,
    "moved": moved,
    "count": one_of("always", "jubilees", "inclusive"),
    "every": _whole(1, 100),
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
    fields: Mapping[str, Callable[[Any, str], Found]],
    needed: Iterable[str],
) -> Found:
    """Yield what is wrong with a table of another kind."""
    yield from unknown_keys(value, fields)
    for key in needed:
        if key not in value:
            yield key, Problem("check.missing")
    for key, check in fields.items():
        if key in value:
            yield from check(value[key], key)


def _months(value: Any, key: str) -> Found:
    if (
        not isinstance(value, list)
        or not value
        or any(type(v) is not int or not 1 <= v <= 12 for v in value)
    ):
        yield key, Problem("check.months", value=_shown(value))


def _lines(value: Any, key: str) -> Found:
    """One line, or a list of lines."""
    yield from (texts if isinstance(value, list) else text)(value, key)


def _lives(value: Any, key: str) -> Found:
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


OTHER_TABLES: dict[str, tuple[dict[str, Callable[[Any, str], Found]], tuple[str, ...]]] = {
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
            "before_tet": boolean,
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


def doubts(table: Table) -> Found:
    """Yield what cannot be meant, though each field is right by itself.

    Bundled data are refused for it; in an overlay it is a remark: its owner may know better.
    """
    on = table.get("on", {})
    sun, moon = (_parts(table.get(key)) for key in ("origin", "origin_lunar"))
    for key, origin_, shown in (("solar", sun, "origin"), ("lunar", moon, "origin_lunar")):
        if key in on and len(origin_) == 3 and on[key] != f"{origin_[1]:02d}-{origin_[2]:02d}":
            yield (
                f"on.{key}",
                Problem("check.not_its_day", rule=on[key], field=shown, value=table[shown]),
            )
    their = _moon(sun)
    if their and len(moon) == 3 and their != moon:
        yield (
            "origin_lunar",
            Problem("check.not_by_table", moon=table["origin_lunar"], sun=table["origin"]),
        )
    start = (moon or sun if "lunar" in on or "lunar_from" in on else sun or moon)[:1]
    first, last = table.get("first_year"), table.get("last_year")
    if first and last and last < first:
        yield "last_year", Problem("check.before", value=last, field="first_year", other=first)
    if start and first and first < start[0]:
        yield "first_year", Problem("check.before_origin", value=first, origin=start[0])
    if start and last and last < start[0]:
        yield "last_year", Problem("check.before_origin", value=last, origin=start[0])
    died = _parts(table.get("died"))
    if died and table.get("kind") != "birth":
        yield "died", Problem("check.died")
    if died and sun and died < sun:
        yield "died", Problem("check.died_before", died=table["died"], born=table["origin"])
    for item in table.get("seen", ()):
        if not start:
            yield "seen", Problem("check.every_origin")
        elif item["year"] - start[0] != item["years"]:
            ours = item["year"] - start[0]
            yield (
                "seen",
                Problem("check.seen", years=item["years"], year=item["year"], ours=ours),
            )


LAYERS_OF_FILES = {
    "anniversaries.toml": ("national",),
    "documents.toml": ("national", "sector"),
    "international.toml": ("international",),
    "people.toml": ("person",),
    "periods.toml": ("national", "international", "sector"),
    "provinces-centre.toml": ("province",),
    "provinces-north.toml": ("province",),
    "provinces-south.toml": ("province",),
    "sector-state.toml": ("sector",),
    "sector-trades.toml": ("sector",),
}
"""Which layers stand in which of the bundled files; of other files anything."""


def bundled(table: Table) -> Found:
    """Yield what is wrong with an entry of our own data, over and above."""
    file, layer = table["_file"], str(table["layer"]).partition(":")[0]
    allowed = LAYERS_OF_FILES.get(file, LAYERS)
    if layer not in allowed:
        yield (
            "layer",
            Problem("check.wrong_file", layer=layer, file=file, allowed=", ".join(allowed)),
        )
    if "revised" not in table:
        yield "revised", Problem("check.no_revised")
        return
    if table.get("every", 1) not in (1, 5, 10):
        # an office may review each third year; the nation keeps round ones
        value = _shown(table["every"])
        yield "every", Problem("check.one_of", allowed="1, 5, 10", value=value)
    if str(table["id"]).startswith(OWN):
        yield "id", Problem("check.own_id", begins=OWN)
    revised = _parts(table["revised"])
    for key in ("origin", "origin_lunar", "died"):
        when = _parts(table.get(key))
        if when and when > revised[: len(when)]:
            yield key, Problem("check.later", value=table[key], revised=table["revised"])


def _parts(value: Any) -> tuple[int, ...]:
    """ "1947-07-27" as (1947, 7, 27), "1948-06" as (1948, 6); of nothing, ()."""
    return tuple(map(int, str(value).split("-"))) if value is not None else ()


def _moon(sun: tuple[int, ...]) -> tuple[int, ...] | None:
    """The lunar day of a full solar date that the table reaches."""
    moon = lunar.known(date(*sun)) if len(sun) == 3 else None
    return (moon.year, moon.month, moon.day) if moon else None

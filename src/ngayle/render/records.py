"""The listing for programs: JSON and CSV, with the keys of the contract."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, TypedDict, cast

from ngayle import lunar
from ngayle.model import PLACES, Jubilee, Kind, Layer, Tone
from ngayle.words import dates
from ngayle.words.citing import cite
from ngayle.words.lines import line
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from ngayle.model import Anniversary, Lang, Name, Occurrence
    from ngayle.period import Period

SCHEMA = 2
"""The version of the contract."""


class Moon(TypedDict):
    """A day of the lunar calendar."""

    year: int
    month: int
    day: int
    leap: bool


class Reading(TypedDict):
    """One side of a dispute, and the address that has it."""

    reading: str
    source: str


class Record(TypedDict):
    """An occurrence as the contract has it, in this order. Dates are ISO text.

    ``origin`` is in the calendar that the count goes by. ``province`` and ``sector``: the owner of
    the layer; ``home``: the provinces where a day of another layer is at home.
    """

    id: str
    date: str
    end: str | None
    name: str
    aliases: list[str]
    name_en: str | None
    years: int | None
    jubilee: Jubilee | None
    origin: str | None
    calendar: Literal["solar", "lunar"]
    lunar: Moon | None
    layer: Layer
    province: str | None
    sector: str | None
    home: list[str]
    kind: Kind
    rank: int
    tone: Tone
    reserved: bool
    confirmed: bool
    disputed: list[Reading]
    line: str
    legal_basis: str | None
    sources: list[str]
    notes: str | None


KEYS = tuple(Record.__annotations__)


def record(occurrence: Occurrence, lang: Lang = "vi") -> Record:
    """An occurrence as plain values, which are the caller's own; ``lang``: of the line."""
    values = _of_year(occurrence, lang) | _of_every_year(occurrence.anniversary, occurrence.name)
    return cast("Record", {key: values[key] for key in KEYS})


def _of_year(occurrence: Occurrence, lang: Lang) -> dict[str, Any]:
    """What is another from year to year."""
    moon = lunar.known(occurrence.date)
    return {
        "date": occurrence.date.isoformat(),
        "end": occurrence.end.isoformat() if occurrence.end else None,
        "years": occurrence.years,
        "jubilee": occurrence.jubilee,
        "lunar": _lunar(moon) if moon else None,
        "line": line(occurrence, lang),
    }


def _of_every_year(anniversary: Anniversary, name: Name) -> dict[str, Any]:
    """What stays as long as the name does."""
    origin = anniversary.counted_from
    return {
        "id": anniversary.id,
        "name": name.text,
        "aliases": _aliases(anniversary, name.text),
        "name_en": name.en,
        "origin": str(origin) if origin else None,
        "calendar": "lunar" if anniversary.rule.lunar else "solar",
        "layer": anniversary.layer,
        "province": anniversary.province,
        "sector": anniversary.sector,
        "home": list(anniversary.home),
        "kind": anniversary.kind,
        "rank": anniversary.rank,
        "tone": anniversary.tone,
        "reserved": anniversary.reserved,
        "confirmed": anniversary.confirmed,
        "disputed": [{"reading": r.reading, "source": r.source} for r in anniversary.disputed],
        "legal_basis": "; ".join(map(cite, anniversary.legal)) or None,
        "sources": list(anniversary.sources),
        "notes": anniversary.notes,
    }


def _lunar(moon: lunar.LunarDate) -> Moon:
    return {"year": moon.year, "month": moon.month, "day": moon.day, "leap": moon.is_leap_month}


def _aliases(anniversary: Anniversary, shown: str) -> list[str]:
    """Every other name that it goes by: aliases, names of other times, English ones."""
    others = [*anniversary.aliases]
    for name in anniversary.names:
        others += [text for text in (name.text, name.en) if text]
    # a name with "{n}" in it is none before it is filled in
    templates = anniversary.office is not None
    return [
        text
        for text in dict.fromkeys(others)
        if text != shown and not (templates and any(place in text for place in PLACES))
    ]


def as_json(
    occurrences: Iterable[Occurrence], period: Period, version: str, lang: Lang = "vi"
) -> Iterator[str]:
    """The JSON document of the contract, in pieces; ``lang`` is that of the lines.

    An occurrence a time: two centuries of all days would fill the memory.
    """
    encode = json.JSONEncoder(ensure_ascii=False).encode
    head = f'{{\n "schema": {SCHEMA},\n "period": {encode(period.text)},\n'
    yield f'{head} "generated_from": {encode(version)},\n "occurrences": ['
    kept: dict[tuple[str, str], dict[str, str]] = {}
    comma = ""
    for occurrence in occurrences:
        anniversary, name = occurrence.anniversary, occurrence.name
        fields = kept.get((anniversary.id, name.text))
        if fields is None:
            fields = _encoded(_of_every_year(anniversary, name), encode)
            kept[anniversary.id, name.text] = fields
        fields = fields | _encoded(_of_year(occurrence, lang), encode)
        yield f"{comma}\n  {{\n   " + ",\n   ".join([fields[key] for key in KEYS]) + "\n  }"
        comma = ","
    yield "\n ]\n}\n" if comma else "]\n}\n"


def _encoded(values: dict[str, Any], encode: Callable[[Any], str]) -> dict[str, str]:
    return {
        # most values of a year are None: no need to ask the encoder
        key: f'"{key}": {"null" if value is None else encode(value)}'
        for key, value in values.items()
    }


def as_csv(occurrences: Iterable[Occurrence], lang: Lang = "vi") -> str:
    """The same values as RFC 4180 has them: a header, CRLF; lists joined by " | ".

    Days of the lunar calendar stand after a word: a spreadsheet would make Gregorian dates of them.
    """
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(KEYS)
    for occurrence in occurrences:
        fields: dict[str, Any] = {**record(occurrence, lang)}
        if moon := lunar.known(occurrence.date):
            fields["lunar"] = _by_the_moon(moon, lang)
        origin = occurrence.anniversary.counted_from
        if origin and fields["calendar"] == "lunar":
            fields["origin"] = say(lang, "csv.lunar", day=dates.known(origin))
        writer.writerow([_cell(value) for value in fields.values()])
    return out.getvalue()


def _by_the_moon(moon: lunar.LunarDate, lang: str) -> str:
    """ "âm lịch 10/6/2023": nothing that a spreadsheet takes for a day of the sun."""
    return say(lang, "csv.lunar", day=f"{dates.lunar_day(moon, lang)}/{moon.year}")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return f"{value['reading']} ({value['source']})"
    if isinstance(value, list):
        value = " | ".join(v if isinstance(v, str) else _cell(v) for v in value)
    text = str(value)
    # a spreadsheet would run such a cell as a formula
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text

"""The listing for programs: JSON and CSV, with the keys of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from ngayle import lunar
from ngayle.model import Jubilee, Kind, Layer, Tone
from ngayle.words import dates
from ngayle.words.citing import cite
from ngayle.words.lines import line
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from ngayle.model import Anniversary, Lang, Occurrence
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
    anniversary = occurrence.anniversary
    origin = anniversary.counted_from
    moon = lunar.known(occurrence.date)
    name = occurrence.name
    return {
        "id": anniversary.id,
        "date": occurrence.date.isoformat(),
        "end": occurrence.end.isoformat() if occurrence.end else None,
        "name": name.text,
        "aliases": _aliases(anniversary, name.text),
        "name_en": name.en,
        "years": occurrence.years,
        "jubilee": occurrence.jubilee,
        "origin": str(origin) if origin else None,
        "calendar": "lunar" if anniversary.rule.lunar else "solar",
        "lunar": _lunar(moon) if moon else None,
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
        "line": line(occurrence, lang),
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
    return [text for text in dict.fromkeys(others) if text != shown]


def as_json(
    occurrences: Iterable[Occurrence], period: Period, version: str, lang: Lang = "vi"
) -> Iterator[str]:
    """The JSON document of the contract, in pieces; ``lang`` is that of the lines.

    An occurrence a time: two centuries of all days would fill the memory.
    """
    encode = json.JSONEncoder(ensure_ascii=False).encode
    head = f'{{\n "schema": {SCHEMA},\n "period": {encode(period.text)},\n'
    yield f'{head} "generated_from": {encode(version)},\n "occurrences": ['
    comma = ""
    for occurrence in occurrences:
        fields = ",\n   ".join(
            f'"{key}": {encode(value)}' for key, value in record(occurrence, lang).items()
        )
        yield f"{comma}\n  {{\n   {fields}\n  }}"
        comma = ","
    yield "\n ]\n}\n" if comma else "]\n}\n"


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

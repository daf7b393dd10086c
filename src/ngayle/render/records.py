"""The listing for programs: JSON and CSV, with the keys of the contract."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ngayle import lunar
from ngayle.counting import counted_from
from ngayle.model import Occurrence
from ngayle.period import Period
from ngayle.words.lines import cite, line

KEYS = (
    "id",
    "date",
    "end",
    "name",
    "aliases",
    "name_en",
    "years",
    "jubilee",
    "origin",
    "calendar",
    "lunar",
    "layer",
    "province",
    "sector",
    "kind",
    "line",
    "legal_basis",
    "sources",
    "notes",
)


def record(occurrence: Occurrence, lang: str = "vi") -> dict[str, Any]:
    """An occurrence as plain values. ``origin`` is in the calendar that the count goes by."""
    anniversary = occurrence.anniversary
    origin = counted_from(anniversary)
    moon = lunar.known(occurrence.date)
    return {
        "id": anniversary.id,
        "date": occurrence.date.isoformat(),
        "end": occurrence.end.isoformat() if occurrence.end else None,
        "name": occurrence.name.text,
        "aliases": _aliases(occurrence),
        "name_en": occurrence.name.en,
        "years": occurrence.years,
        "jubilee": occurrence.jubilee,
        "origin": str(origin) if origin else None,
        "calendar": "lunar" if anniversary.rule.lunar else "solar",
        "lunar": moon and _lunar(moon),
        "layer": anniversary.layer,
        "province": anniversary.provinces[0] if anniversary.provinces else None,
        "sector": anniversary.sector,
        "kind": anniversary.kind,
        "line": line(occurrence, lang),
        "legal_basis": "; ".join(map(cite, anniversary.legal)) or None,
        "sources": list(anniversary.sources),
        "notes": anniversary.notes,
    }


def _lunar(moon: lunar.LunarDate) -> dict[str, Any]:
    return {"year": moon.year, "month": moon.month, "day": moon.day, "leap": moon.is_leap_month}


def _aliases(occurrence: Occurrence) -> list[str]:
    """Every other name that it goes by: aliases, names of other times, English ones."""
    others = [*occurrence.anniversary.aliases]
    for name in occurrence.anniversary.names:
        others += [text for text in (name.text, name.en) if text]
    return [text for text in dict.fromkeys(others) if text != occurrence.name.text]


def as_json(
    occurrences: Sequence[Occurrence], period: Period, version: str, lang: str = "vi"
) -> str:
    """The JSON document of the contract; ``lang`` is that of the lines."""
    records = [record(o, lang) for o in occurrences]
    document = {"period": period.text, "generated_from": version, "occurrences": records}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_csv(occurrences: Sequence[Occurrence], lang: str = "vi") -> str:
    """The same values as RFC 4180 has them: a header, CRLF; lists joined by " | "."""
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(KEYS)
    for occurrence in occurrences:
        writer.writerow([_cell(value) for value in record(occurrence, lang).values()])
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        day = f"{value['year']}-{value['month']:02d}-{value['day']:02d}"
        return f"{day} leap" if value["leap"] else day
    if isinstance(value, list):
        value = " | ".join(value)
    text = str(value)
    # a spreadsheet would run such a cell as a formula
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text

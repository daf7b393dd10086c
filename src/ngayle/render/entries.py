"""Entries for programs: what ``find`` and ``show`` print with --format json."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from ngayle.occurrences import next_occurrences
from ngayle.render.records import SCHEMA, record
from ngayle.values import Plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ngayle.catalogue import Catalogue
    from ngayle.model import Anniversary, Lang

OF_THE_ENTRY = (
    *("origin", "calendar", "layer", "province", "sector", "home", "kind", "rank", "tone"),
    *("reserved", "confirmed", "disputed", "legal_basis", "sources", "notes"),
)
"""The keys of a listing that do not depend on the year."""

NEXT = ("date", "end", "years", "jubilee", "lunar", "line")
"""The keys of each of the next occurrences."""


def as_json(
    catalogue: Catalogue, entries: Iterable[Anniversary], today: date, lang: Lang = "vi"
) -> str:
    """The JSON document of the contract; ``lang`` is that of the lines."""
    document = {"schema": SCHEMA, "entries": [_entry(catalogue, a, today, lang) for a in entries]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _entry(
    catalogue: Catalogue, anniversary: Anniversary, today: date, lang: Lang
) -> dict[str, Any]:
    coming = [record(o, lang) for o in next_occurrences(catalogue, anniversary, today)]
    origin = anniversary.counted_from
    own: dict[str, Any] = {
        "id": anniversary.id,
        "names": [
            {
                "name": name.text,
                "name_en": name.en,
                "from": name.from_.isoformat() if name.from_ else None,
                "until": name.until.isoformat() if name.until else None,
            }
            for name in anniversary.names
        ],
        "aliases": list(anniversary.aliases),
        "rule": _rule(anniversary.rule),
    }
    if coming:
        own |= {key: value for key, value in coming[0].items() if key in OF_THE_ENTRY}
    else:
        own |= {
            "origin": str(origin) if origin else None,
            "calendar": "lunar" if anniversary.rule.lunar else "solar",
            "layer": anniversary.layer,
            "province": anniversary.province,
            "sector": anniversary.sector,
            "kind": anniversary.kind,
            "rank": anniversary.rank,
            "sources": list(anniversary.sources),
        }
    return own | {
        "chain": list(anniversary.chain),
        "next": [{key: value for key, value in o.items() if key in NEXT} for o in coming],
    }


def _rule(rule: Any) -> Any:
    """A rule as plain values: what kind it is, and its numbers and days."""
    if isinstance(rule, date):
        return rule.isoformat()
    if isinstance(rule, tuple):
        return [_rule(part) for part in rule]
    if not isinstance(rule, Plain):
        return rule
    fields = {name: _rule(getattr(rule, name)) for name in rule.FIELDS}
    return {"kind": type(rule).__name__, **fields}

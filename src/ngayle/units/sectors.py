"""Sectors (ngành): found by what a person types; which ones a merged body stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from ngayle.catalogue import Catalogue
from ngayle.errors import RequestError
from ngayle.vietnamese import fold, nfc
from ngayle.words.dates import full_date


def find_sector(catalogue: Catalogue, text: str) -> str:
    """The slug of the sector that a person means: Hải quân is not Hải quan, hai-quan is.

    Raises RequestError, with the candidates or the nearest slugs, for one that is not clear.
    """
    forms = [(form, str(table["slug"])) for table in catalogue.sectors for form in _forms(table)]
    typed = nfc(text).casefold().removeprefix("ngành ").strip()
    exact = {slug for form, slug in forms if form.casefold() == typed}
    wanted = fold(typed)
    found = exact or {slug for form, slug in forms if wanted and fold(form) == wanted}
    if len(found) == 1:
        return found.pop()
    if found:
        raise RequestError(f"sector {text!r}: could be {', '.join(sorted(found))}")
    from difflib import get_close_matches

    folded = {fold(form): slug for form, slug in forms}
    near = [f for f in folded if wanted and wanted in f] or get_close_matches(wanted, folded, 5)
    slugs = list(dict.fromkeys(folded[f] for f in near))[:5]
    hint = f"; nearest: {', '.join(slugs)}" if slugs else ""
    raise RequestError(f"sector {text!r}: unknown{hint}")


def _forms(table: dict[str, Any]) -> Iterable[str]:
    """Everything that a sector is called."""
    former = (name["name"] for name in table.get("former_names", ()))
    return (table["slug"], table["name"], table["name_en"], *table.get("aliases", ()), *former)


def with_merged(
    catalogue: Catalogue, asked: Sequence[str], day: date
) -> tuple[set[str], list[str]]:
    """The sectors that those asked for stand for on a day, and a remark on each that had ended.

    A body that ended went into its successor; who asks for either gets the days of both.
    """
    tables = {table["slug"]: table for table in catalogue.sectors}
    holders = {slug: _holder(tables, slug, day) for slug in tables}
    wanted = {holders[slug] for slug in asked}
    remarks = []
    for slug in asked:
        if holders[slug] != slug:
            old, new = tables[slug]["name"], tables[holders[slug]]["name"]
            since = date.fromisoformat(tables[slug]["until"]) + timedelta(1)
            remarks.append(f"{old} thuộc {new} từ ngày {full_date(since)}")
    return {slug for slug, holder in holders.items() if holder in wanted}, remarks


def _holder(tables: dict[str, dict[str, Any]], slug: str, day: date) -> str:
    seen = set()
    while slug not in seen and (until := tables[slug].get("until")) and until < day.isoformat():
        seen.add(slug)
        slug = tables[slug].get("successor", slug)
    return slug


def name_on(table: dict[str, Any], day: date, lang: str = "vi") -> str:
    """What a sector was called on a day."""
    key = "name_en" if lang == "en" else "name"
    for former in table.get("former_names", ()):
        if day.isoformat() <= former["until"]:
            return str(former.get(key, former["name"]))
    return str(table[key])

"""Sectors (ngành): found by what a person types."""

from __future__ import annotations

from ngayle.catalogue import Catalogue
from ngayle.errors import RequestError
from ngayle.vietnamese import fold


def find_sector(catalogue: Catalogue, text: str) -> str:
    """The slug of the sector that a person means.

    Raises RequestError, with the nearest slugs, for one that is unknown.
    """
    from difflib import get_close_matches

    names = {
        fold(n).removeprefix("nganh "): s["slug"]
        for s in catalogue.sectors
        for n in (s["slug"], s["name"], s["name_en"], *s.get("aliases", ()))
    }
    wanted = fold(text).removeprefix("nganh ")
    if wanted in names:
        return str(names[wanted])
    near = [n for n in names if wanted and wanted in n] or get_close_matches(wanted, names, 5)
    slugs = list(dict.fromkeys(names[n] for n in near))[:5]
    raise RequestError(
        f"sector {text!r}: unknown" + (f"; nearest: {', '.join(slugs)}" if slugs else "")
    )

"""From files to the parts of a catalogue: read, merge, check everything, index."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ngayle.catalogue import building, checks, compiled, index
from ngayle.catalogue.layers import Layers
from ngayle.catalogue.reading import File, Table, anniversaries, one_line, read, shown_id
from ngayle.errors import CatalogueError, near_it

Parts = tuple[dict[str, Any], list[Table], list[str]]
"""The head, the tables of the entries, and remarks on what was read all the same."""

MAX_PROBLEMS = 100
"""So many are told; who has more begins with these."""


def merge(folder: str) -> Parts:
    """All ``*.toml`` below a folder but the days off. Raises CatalogueError with every problem."""
    paths = sorted(
        os.path.join(where, name)
        for where, _, names in os.walk(folder)
        for name in names
        if name.endswith(".toml") and name != "days-off.toml"
    )
    layers, problems = Layers(), list[str]()
    others: dict[str, list[Table]] = {kind: [] for kind in compiled.OTHERS}
    for tables in _read(map(File.read, paths), problems):
        layers.add(anniversaries(tables))
        for kind, found in others.items():
            found += tables[kind]
        for kind in ("alter", "drop", "office"):
            problems += [
                f"{t['_file']}: {shown_id(t)}: {kind}: only overlays do that" for t in tables[kind]
            ]
    problems += layers.problems
    problems += _other_problems(others)
    problems += _pair_problems(others["pair"], layers.tables)
    problems += _successors(others["sector"])
    places, sectors = ({str(t.get("slug")) for t in others[k]} for k in ("place", "sector"))
    problems += _problems(layers, layers.tables.values(), places, sectors)
    if not problems:
        problems = [
            _told(table, *problem)
            for table in layers.tables.values()
            for problem in (*checks.doubts(table), *checks.bundled(table))
        ]
    if not problems and not (layers.tables and places and sectors):
        problems = [f"{folder}: no data"]
    _refuse(problems)
    version = max(t["revised"] for t in layers.tables.values())
    return _parts(layers, version, others, [])


def overlay(part: Callable[[str], Any], base: Sequence[Table], files: Sequence[File]) -> Parts:
    """The parts of a catalogue with overlays upon it; the bundled entries were checked before."""
    layers, problems, remarks = Layers(), list[str](), list[str]()
    layers.tables = dict(zip(part("ids"), base, strict=True))
    before = set(layers.tables)
    touched: list[str] = []
    sectors = {str(t["slug"]): t for t in part("sectors")}
    places, pairs = part("places"), list(part("pairs"))
    office: Table | None = None
    for tables in _read(files, problems):
        new = anniversaries(tables, overlay=True)
        remarks += _of_old([*new, *tables["alter"]])
        for table in new:
            table["_office"] = _office(tables, table)
        office = tables["office"][0] if tables["office"] else office
        layers.add(new)
        layers.alter(tables["alter"])
        layers.drop(tables["drop"])
        touched += [t["id"] for t in [*new, *tables["alter"]] if isinstance(t.get("id"), str)]
        remarks += _altered(sectors, tables["sector"])
        pairs += tables["pair"]
        problems += [
            f"{t['_file']}: place: an overlay cannot change the map" for t in tables["place"]
        ]
        problems += [
            f"{t['_file']}: theme: an overlay has no themes; write a campaign"
            for t in tables["theme"]
        ]
        problems += _other_problems({"office": tables["office"], "pair": tables["pair"]})
        problems += _other_problems({"sector": tables["sector"]}, sectors)
        problems += _pair_problems(tables["pair"], layers.tables)
    problems += _successors(sectors.values())
    problems += layers.problems
    kept = [layers.tables[i] for i in dict.fromkeys(touched) if i in layers.tables]
    checked = list(kept)
    if layers.dropped:
        # what counts its days from a dropped entry has lost its rule
        checked += [
            t
            for i, t in layers.tables.items()
            if i in before and i not in touched and "of" in t.get("on", ())
        ]
    problems += _problems(layers, checked, {str(t["slug"]) for t in places}, set(sectors))
    _refuse(problems)
    remarks += [_told(table, *problem) for table in kept for problem in checks.doubts(table)]
    names = " + ".join([part("version"), *(file.name for file in files)])
    others = {
        "sector": list(sectors.values()),
        "place": places,
        "theme": part("themes"),
        "pair": pairs,
    }
    head, entries, remarks = _parts(layers, names, others, remarks)
    return head | {"office": office}, entries, remarks


def _read(files: Iterable[File], problems: list[str]) -> Iterator[dict[str, list[Table]]]:
    """The tables of each file that can be read; of the others, the problems are noted."""
    for file in files:
        try:
            yield read(file)
        except CatalogueError as error:
            problems += error.problems


def _refuse(problems: list[str]) -> None:
    if problems:
        more = len(problems) - MAX_PROBLEMS
        rest = [f"and {more} more problems"] if more > 0 else []
        raise CatalogueError(problems[:MAX_PROBLEMS] + rest)


def _office(tables: dict[str, list[Table]], table: Table) -> str:
    """Whose days an overlay has: what its office is called, else its file."""
    for office in tables["office"]:
        if isinstance(office.get("id"), str):
            return str(office["id"])
    return str(table["_file"]).removesuffix(".toml")


def _of_old(tables: Iterable[Table]) -> list[str]:
    """Read what overlays of the first schema have; a remark a file."""
    found: dict[str, dict[str, None]] = {}
    for table in tables:
        for key in ("revision", "minor"):
            if key in table:
                found.setdefault(table["_file"], {})[key] = None
                if table.pop(key) is True and key == "minor":
                    table.setdefault("rank", 5)
    return [
        f"{file}: {', '.join(keys)}: no longer in use; "
        + ("minor = true is read as rank = 5" if "minor" in keys else "revised alone is enough")
        for file, keys in found.items()
    ]


def _altered(sectors: dict[str, Table], tables: Iterable[Table]) -> list[str]:
    """Add an overlay's sectors, or alter field by field those that are there; a remark on each."""
    remarks = []
    for table in tables:
        slug = str(table.get("slug"))
        if slug in sectors:
            fields = ", ".join(k for k in table if k not in ("slug", "_file"))
            remarks.append(
                f"{table['_file']}: {one_line(slug)}: is there already; altered: {fields}"
            )
        sectors[slug] = {**sectors.get(slug, {}), **table}
    return remarks


def _parts(
    layers: Layers, version: str, others: dict[str, list[Table]], remarks: list[str]
) -> Parts:
    rules = building.Rules(layers.tables)
    filed = index.build((t["layer"], rules(id_)) for id_, t in layers.tables.items())
    values = (version, list(layers.tables), filed, *(others[k] for k in compiled.OTHERS))
    head = dict(zip(compiled.HEAD, values, strict=True))
    return head, list(layers.tables.values()), remarks


def _told(table: Table, field: str, message: str) -> str:
    return f"{table['_file']}: {shown_id(table)}: {field}: {message}"


def _problems(
    layers: Layers, tables: Iterable[Table], places: set[str], sectors: set[str]
) -> list[str]:
    refused = set(map(id, layers.refused))
    return [
        _told(table, field, message)
        for table in (*tables, *layers.refused)
        for field, message in checks.problems(table, layers.tables, places, sectors)
        # of a refused table, what is wrong with its id has been said
        if field != "id" or id(table) not in refused
    ]


def _pair_problems(pairs: Iterable[Table], known: Mapping[str, Table]) -> list[str]:
    """A line for each id in a pair that no entry has."""
    return [
        f"{pair['_file']}: pair: {key}: no anniversary has the id"
        f" {one_line(str(pair[key]))}{near_it(str(pair[key]), known)}"
        for pair in pairs
        for key in ("first", "second")
        if key in pair and pair[key] not in known
    ]


def _other_problems(
    tables: dict[str, list[Table]], merged: Mapping[str, Table] | None = None
) -> list[str]:
    """What is wrong with tables of other kinds; ``merged``: what they are with those before."""
    found = []
    for kind, entries in tables.items():
        fields, needed = checks.OTHER_TABLES[kind]
        seen: set[str] = set()
        for table in entries:
            slug = one_line(str(table.get("slug", table.get("id", f"a {kind}"))))[:60]
            whole = (merged or {}).get(str(table.get("slug")), table)
            problems = [*checks.table(table, fields, [k for k in needed if k not in whole])]
            if slug in seen and kind != "pair":
                problems.append(("slug", "used twice"))
            seen.add(slug)
            found += [
                f"{table['_file']}: {slug}: {field}: {message}" for field, message in problems
            ]
    return found


def _successors(sectors: Iterable[Table]) -> list[str]:
    """A sector that ended goes into one that is there."""
    sectors = list(sectors)
    slugs = {str(t.get("slug")) for t in sectors}
    return [
        f"{t['_file']}: {one_line(str(t.get('slug')))}: successor: unknown sector "
        f"{one_line(str(t['successor']))[:60]}"
        for t in sectors
        if "successor" in t and str(t["successor"]) not in slugs
    ]

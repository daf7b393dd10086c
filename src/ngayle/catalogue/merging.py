"""From files to the parts of a catalogue: read, merge, check everything, index."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ngayle.catalogue import building, checks, compiled, index
from ngayle.catalogue.layers import Layers
from ngayle.catalogue.reading import Table, anniversaries, one_line, read, shown_id
from ngayle.errors import CatalogueError, near_it

Parts = tuple[dict[str, Any], list[Table]]


def merge(folder: str) -> Parts:
    """All ``*.toml`` below a folder but the days off. Raises CatalogueError with every problem."""
    paths = sorted(
        os.path.join(where, name)
        for where, _, names in os.walk(folder)
        for name in names
        if name.endswith(".toml") and name != "days-off.toml"
    )
    layers, problems = Layers(), list[str]()
    others: dict[str, list[Table]] = {"sector": [], "place": [], "theme": [], "pair": []}
    for tables in _read(paths, problems):
        layers.add(anniversaries(tables))
        for kind, found in others.items():
            found += tables[kind]
        for kind in ("alter", "drop"):
            problems += [
                f"{t['_file']}: {shown_id(t)}: {kind}: only overlays do that" for t in tables[kind]
            ]
    problems += layers.problems
    problems += _other_problems(others)
    problems += _pair_problems(others["pair"], layers.tables)
    places, sectors = ({str(t.get("slug")) for t in others[k]} for k in ("place", "sector"))
    problems += _problems(layers, layers.tables.values(), places, sectors)
    if problems:
        raise CatalogueError(problems)
    revisions = [t["revised"] for t in layers.tables.values() if "revised" in t]
    return _parts(layers, max(revisions, default="none"), others)


def overlay(part: Callable[[str], Any], base: Sequence[Table], paths: list[str]) -> Parts:
    """The parts of a catalogue with overlays upon it; the bundled entries were checked before."""
    layers, problems = Layers(), list[str]()
    layers.tables = dict(zip(part("ids"), base, strict=True))
    before = set(layers.tables)
    touched: list[str] = []
    sectors, places, pairs = list(part("sectors")), part("places"), list(part("pairs"))
    for tables in _read(paths, problems):
        new = anniversaries(tables, overlay=True)
        layers.add(new)
        layers.alter(tables["alter"])
        layers.drop(tables["drop"])
        touched += [t["id"] for t in [*new, *tables["alter"]] if isinstance(t.get("id"), str)]
        sectors += tables["sector"]
        pairs += tables["pair"]
        problems += [
            f"{t['_file']}: place: an overlay cannot change the map" for t in tables["place"]
        ]
        problems += [
            f"{t['_file']}: theme: an overlay has no themes; write a campaign"
            for t in tables["theme"]
        ]
        problems += _other_problems({"sector": tables["sector"], "pair": tables["pair"]})
        problems += _pair_problems(tables["pair"], layers.tables)
    problems += layers.problems
    kept = [layers.tables[i] for i in dict.fromkeys(touched) if i in layers.tables]
    if layers.dropped:
        # what counts its days from a dropped entry has lost its rule
        kept += [
            t
            for i, t in layers.tables.items()
            if i in before and i not in touched and "of" in t.get("on", ())
        ]
    slugs = {str(t.get("slug")) for t in sectors}
    problems += _problems(layers, kept, {str(t["slug"]) for t in places}, slugs)
    if problems:
        raise CatalogueError(problems)
    names = " + ".join([part("version"), *map(os.path.basename, paths)])
    others = {"sector": sectors, "place": places, "theme": part("themes"), "pair": pairs}
    return _parts(layers, names, others)


def _read(paths: Iterable[str], problems: list[str]) -> Iterator[dict[str, list[Table]]]:
    """The tables of each file that can be read; of the others, the problems are noted."""
    for path in paths:
        try:
            yield read(path)
        except CatalogueError as error:
            problems += error.problems


def _parts(layers: Layers, version: str, others: dict[str, list[Table]]) -> Parts:
    tables = list(layers.tables.values())
    filed = index.build((t["layer"], building.rule(t, layers.tables.__getitem__)) for t in tables)
    values = (version, list(layers.tables), filed, *(others[k] for k in compiled.OTHERS))
    return dict(zip(compiled.HEAD, values, strict=True)), tables


def _problems(
    layers: Layers, tables: Iterable[Table], places: set[str], sectors: set[str]
) -> list[str]:
    return [
        f"{table['_file']}: {shown_id(table)}: {field}: {message}"
        for table in (*tables, *layers.refused)
        for field, message in checks.problems(table, layers.tables, places, sectors)
        # of a refused table, what is wrong with its id has been said
        if field != "id" or table not in layers.refused
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


def _other_problems(tables: dict[str, list[Table]]) -> list[str]:
    found = []
    for kind, entries in tables.items():
        fields, needed = checks.OTHER_TABLES[kind]
        seen: set[str] = set()
        for table in entries:
            slug = one_line(str(table.get("slug", table.get("id", f"a {kind}"))))
            problems = [*checks.table(table, fields, needed)]
            if slug in seen and kind != "pair":
                problems.append(("slug", "used twice"))
            seen.add(slug)
            found += [
                f"{table['_file']}: {slug}: {field}: {message}" for field, message in problems
            ]
    return found

"""From files to the parts of a catalogue: read, merge, check everything, index."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ngayle.catalogue import building, checks, compiled, index
from ngayle.catalogue.layers import Layers, called, near_ids, told
from ngayle.catalogue.reading import File, Table, anniversaries, office_of, one_line, read
from ngayle.counting import holds
from ngayle.errors import CatalogueError, Problem
from ngayle.vietnamese import fold, slug
from ngayle.words.dates import known

Parts = tuple[dict[str, Any], list[Table], list[Problem]]
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
    layers, problems = Layers(), list[Problem]()
    others: dict[str, list[Table]] = {kind: [] for kind in compiled.OTHERS}
    for tables in _read(map(File.read, paths), problems):
        layers.add(anniversaries(tables))
        for kind, found in others.items():
            found += tables[kind]
        for kind in ("alter", "drop", "office"):
            problems += [told(t, kind, Problem("check.only_overlays")) for t in tables[kind]]
    problems += layers.problems
    problems += _other_problems(others)
    problems += _pair_problems(others["pair"], layers.tables)
    problems += _successors(others["sector"]) + _grounds(others["place"])
    places, sectors = ({str(t.get("slug")) for t in others[k]} for k in ("place", "sector"))
    problems += _problems(layers, layers.tables.values(), places, sectors)
    if not problems:
        problems = [
            told(table, *problem)
            for table in layers.tables.values()
            for problem in (*checks.doubts(table), *checks.bundled(table))
        ]
    if not problems and not (layers.tables and places and sectors):
        problems = [Problem("check.no_data", folder=folder)]
    _refuse(problems)
    version = max(t["revised"] for t in layers.tables.values())
    return _parts(layers, version, others, [])


def overlay(part: Callable[[str], Any], base: Sequence[Table], files: Sequence[File]) -> Parts:
    """The parts of a catalogue with overlays upon it; the bundled entries were checked before."""
    layers, problems, remarks = Layers(), list[Problem](), list[Problem]()
    layers.tables = dict(zip(part("ids"), base, strict=True))
    before = dict(layers.tables)
    touched: list[str] = []
    sectors = {str(t["slug"]): t for t in part("sectors")}
    places, pairs, themes = part("places"), list(part("pairs")), list(part("themes"))
    offices: dict[str, Table | None] = {}
    for tables in _read(files, problems):
        new = anniversaries(tables, overlay=True)
        remarks += _of_old([*new, *tables["alter"]])
        whose = tables["office"][0] if tables["office"] else None
        offices[office_of(tables)] = offices.pop(office_of(tables), None) or whose
        known = set(layers.tables)
        layers.add(new)
        added = [id_ for id_ in layers.tables if id_ not in known]
        layers.alter(tables["alter"])
        layers.drop(tables["drop"])
        altered = [layers.find(str(t.get("id"))) for t in tables["alter"]]
        touched += [*added, *(id_ for id_ in altered if id_)]
        for id_ in (*added, *(id_ for id_ in altered if id_)):
            if id_ in layers.tables:
                layers.tables[id_] = _with_full_ids(layers, layers.tables[id_], "on", "of")
        remarks += _altered(sectors, tables["sector"])
        problems += [
            Problem("check.place", file=t["_file"], field="place") for t in tables["place"]
        ]
        problems += _other_problems({"office": tables["office"], "pair": tables["pair"]})
        problems += _other_problems({"sector": tables["sector"]}, sectors)
        for theme in tables["theme"]:
            theme.setdefault("id", slug(str(theme.get("text")))[:60].strip("-") or "chu-de")
        problems += _other_problems({"theme": tables["theme"]})
        own_pairs = [_pair_with_full_ids(layers, pair) for pair in tables["pair"]]
        problems += _pair_problems(own_pairs, layers.tables)
        pairs += own_pairs
        themes += _own_themes(tables["theme"], themes, problems)
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
    remarks += layers.remarks
    rules = building.Rules(layers.tables)
    for table in kept:
        found = list(checks.doubts(table))
        remarks += [told(table, *problem) for problem in found or _off_rule(table, rules)]
    bundled = {i: t for i, t in layers.tables.items() if "_office" not in t}
    remarks += doubles([t for t in kept if "_office" in t], bundled)
    names = " + ".join([part("version"), *(file.name for file in files)])
    others = {"sector": list(sectors.values()), "place": places, "theme": themes, "pair": pairs}
    head, entries, remarks = _parts(layers, names, others, remarks)
    return head | {"offices": offices, "short": layers.short}, entries, remarks


def _with_full_ids(layers: Layers, table: Table, key: str, inner: str) -> Table:
    """The table with the full id of the entry from which its days are counted."""
    rule = table.get(key)
    if not isinstance(rule, dict) or not isinstance(rule.get(inner), str):
        return table
    found = layers.find(rule[inner])
    return table if found is None else {**table, key: {**rule, inner: found}}


def _pair_with_full_ids(layers: Layers, pair: Table) -> Table:
    full = {
        key: layers.find(pair[key]) or pair[key]
        for key in ("first", "second")
        if isinstance(pair.get(key), str)
    }
    return {**pair, **full}


def _own_themes(
    new: Iterable[Table], known: Iterable[Table], problems: list[Problem]
) -> list[Table]:
    """An overlay's seasonal lines; an id that is there already is a problem."""
    ids = {str(theme["id"]) for theme in known}
    for theme in new:
        if str(theme.get("id")) in ids:
            message = Problem("check.id_used", file="themes.toml")
            problems.append(told(theme, "id", message))
    return list(new)


def _off_rule(table: Table, rules: building.Rules) -> Iterator[tuple[str, Problem]]:
    """An origin on no day of the rule: what it was taken for, and what is counted from."""
    entry = building.anniversary(table, rules)
    start = entry.counted_from
    if start is None or start.day is None or holds(entry.rule, start):
        return
    field = "origin" if "origin" in table else "origin_lunar"
    given = entry.origin and (entry.origin.solar or entry.origin.lunar)
    code = "check.off_rule_lunar" if entry.rule.lunar else "check.off_rule"
    yield (
        field,
        Problem(code, given=given and known(given), taken=known(start), year=start.year),
    )


def doubles(own: Iterable[Table], bundled: Mapping[str, Table]) -> Iterator[Problem]:
    """A line for each own day that the catalogue has already: it would be printed twice.

    The same name, without marks and "Ngày", or another of its names, and the same origin or day;
    or the same origin and day, and all words of one name in the other.
    """
    filed: dict[tuple[str, str], list[str]] = {}
    for id_, table in bundled.items():
        for key in _moments(table):
            filed.setdefault(key, []).append(id_)
    for table in own:
        keys = _moments(table)
        near = dict.fromkeys(id_ for key in keys for id_ in filed.get(key, ()))
        for id_ in near:
            if _same(table, bundled[id_]):
                yield Problem(
                    "check.double",
                    file=table["_file"],
                    name=called(table),
                    id=id_,
                    other=called(bundled[id_]),
                )
                break


def _moments(table: Table) -> set[tuple[str, str]]:
    """What an entry is counted from, and when it falls."""
    found = {(key, str(table[key])) for key in ("origin", "origin_lunar") if key in table}
    rule = table.get("on")
    if rule is None:
        rule = {"solar": str(table.get("origin", ""))[-5:]}
    return found | {("on", str(sorted(rule.items())))}


def _same(own: Table, other: Table) -> bool:
    ours, theirs = _called(own), _called(other)
    if ours & theirs:
        return True
    both = _moments(own) & _moments(other)
    if len({key for key, _ in both}) < 2:
        return False
    return any(
        len(words := set(a.split())) >= 2
        and (words <= set(b.split()) or set(b.split()) <= words)
        and len(set(b.split())) >= 2
        for a in ours
        for b in theirs
    )


def _called(table: Table) -> set[str]:
    """All names of an entry without marks, and without what documents put before them."""
    names = [table.get("name"), *table.get("aliases", ())]
    names += [old.get("name") for old in table.get("former_names", ())]
    found = set()
    for name in names:
        words = fold(str(name or "")).split()
        while words and words[0] in ("ngay", "ki", "niem", "le"):
            words = words[1:]
        found.add(" ".join(w for w in words if w not in ("tinh", "thanh", "pho")))
    return found - {""}


def _read(files: Iterable[File], problems: list[Problem]) -> Iterator[dict[str, list[Table]]]:
    """The tables of each file that can be read; of the others, the problems are noted."""
    for file in files:
        try:
            yield read(file)
        except CatalogueError as error:
            problems += error.problems


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        more = len(problems) - MAX_PROBLEMS
        rest = [Problem("check.more", number=more)] if more > 0 else []
        raise CatalogueError([*problems[:MAX_PROBLEMS], *rest])


def _of_old(tables: Iterable[Table]) -> list[Problem]:
    """Read what overlays of the first schema have; a remark a file."""
    found: dict[str, dict[str, None]] = {}
    for table in tables:
        for key in ("revision", "minor"):
            if key in table:
                found.setdefault(table["_file"], {})[key] = None
                if table.pop(key) is True and key == "minor":
                    table.setdefault("rank", 5)
    return [
        Problem(
            "check.old_minor" if "minor" in keys else "check.old_revision",
            file=file,
            keys=", ".join(keys),
        )
        for file, keys in found.items()
    ]


def _altered(sectors: dict[str, Table], tables: Iterable[Table]) -> list[Problem]:
    """Add an overlay's sectors, or alter field by field those that are there; a remark on each."""
    remarks = []
    for table in tables:
        slug_ = str(table.get("slug"))
        if slug_ in sectors:
            fields = ", ".join(k for k in table if k not in ("slug", "_file"))
            remarks.append(
                Problem(
                    "check.sector_altered", file=table["_file"], slug=one_line(slug_), fields=fields
                )
            )
        sectors[slug_] = {**sectors.get(slug_, {}), **table}
        if "name" in table:
            # an office has no need of English
            sectors[slug_].setdefault("name_en", table["name"])
    return remarks


def _parts(
    layers: Layers, version: str, others: dict[str, list[Table]], remarks: list[Problem]
) -> Parts:
    rules = building.Rules(layers.tables)
    filed = index.build((t["layer"], t.get("rank"), rules(id_)) for id_, t in layers.tables.items())
    values = (version, list(layers.tables), filed, *(others[k] for k in compiled.OTHERS))
    head = dict(zip(compiled.HEAD, values, strict=True))
    return head, list(layers.tables.values()), remarks


def _problems(
    layers: Layers, tables: Iterable[Table], places: set[str], sectors: set[str]
) -> list[Problem]:
    refused = set(map(id, layers.refused))
    return [
        told(table, field, message)
        for table in (*tables, *layers.refused)
        for field, message in checks.problems(table, layers.tables, places, sectors)
        # of a refused table, what is wrong with its id has been said
        if field != "id" or id(table) not in refused
    ]


def _pair_problems(pairs: Iterable[Table], known: Mapping[str, Table]) -> Iterator[Problem]:
    """A line for each id in a pair that no entry has."""
    for pair in pairs:
        for key in ("first", "second"):
            if key in pair and pair[key] not in known:
                id_ = one_line(str(pair[key]))
                near = near_ids(str(pair[key]), known)
                code = "check.pair_near" if near else "check.pair"
                yield Problem(code, file=pair["_file"], field=key, id=id_, near=near)


def _other_problems(
    tables: dict[str, list[Table]], merged: Mapping[str, Table] | None = None
) -> list[Problem]:
    """What is wrong with tables of other kinds; ``merged``: what they are with those before."""
    found = []
    for kind, entries in tables.items():
        fields, needed = checks.OTHER_TABLES[kind]
        seen: set[str] = set()
        for table in entries:
            called_ = one_line(str(table.get("slug", table.get("id", f"a {kind}"))))[:60]
            whole = (merged or {}).get(str(table.get("slug")), table)
            problems = [*checks.table(table, fields, [k for k in needed if k not in whole])]
            if called_ in seen and kind != "pair":
                problems.append(("slug", Problem("check.used_twice")))
            seen.add(called_)
            found += [
                Problem("check.told", file=table["_file"], id=called_, field=field, message=message)
                for field, message in problems
            ]
    return found


def _unknown(table: Table, field: str, code: str, slug: object) -> Problem:
    """A unit's table names another that is not there."""
    return Problem(
        "check.told",
        file=table["_file"],
        id=one_line(str(table.get("slug"))),
        field=field,
        message=Problem(code, value=one_line(str(slug))[:60]),
    )


def _successors(sectors: Iterable[Table]) -> list[Problem]:
    """A sector that ended goes into one that is there."""
    sectors = list(sectors)
    slugs = {str(t.get("slug")) for t in sectors}
    return [
        _unknown(t, "successor", "check.no_successor", t["successor"])
        for t in sectors
        if "successor" in t and str(t["successor"]) not in slugs
    ]


def _grounds(places: Sequence[Table]) -> list[Problem]:
    """The ground of a place comes from, and goes into, places that are there."""
    slugs = {str(t.get("slug")) for t in places}
    return [
        _unknown(t, f"lives.{key}", "check.no_place", other)
        for t in places
        for life in t.get("lives", ())
        if isinstance(life, dict)
        for key in ("into", "out_of")
        for other in list(life.get(key, ()))
        if str(other) not in slugs
    ]

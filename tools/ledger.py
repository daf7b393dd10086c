"""The ledger of every id ever published in a feed: ``data/ledger/ids.tsv``.

    python tools/ledger.py --check     exit 1 with a line for each promise broken
    python tools/ledger.py --update    write down what the catalogue has now (before a release)
    python tools/ledger.py --freeze    build it anew and make it a promise: once, before the first
                                       publication

Columns: id; the version of the data that first published it; origin and rule, which are what it
means; the day in ``revised``; a digest of what a subscriber sees of it: UID, date, summary,
description and category of its events in a few years, in both languages. The promises:

* no id vanishes: somebody's phone would lose a day, or a new id would double it;
* no id changes its meaning (origin or rule), or it would be another day under an old UID;
* what a subscriber sees does not change without a later ``revised``: Google and Evolution keep the
  old event otherwise. Renaming a class or a field changes nothing that is seen, and is free;
* an id that is new has a ``revised`` of its own, later than what was published before: so
  ``generated_from`` moves whenever the data do.

A line "id, day, why" in ``data/ledger/notes.tsv`` excuses the first two, as

    ngay-cu	2027-03-01	the same as ngay-moi, which has its sources

and nothing excuses the others. Until the ledger is frozen nothing is promised; ``--check`` then
only counts what has changed since it was built.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

import ngayle
from ngayle.catalogue import Catalogue
from ngayle.model import Anniversary, Occurrence
from ngayle.occurrences import falls
from ngayle.render import ics
from ngayle.rules import FIRST_DAY, LAST_DAY, in_words
from ngayle.words.labels import Labels

DATA = Path(__file__).parent.parent / "data"
FOLDER = DATA / "ledger"
IDS, NOTES = FOLDER / "ids.tsv", FOLDER / "notes.tsv"
COLUMNS = ("id", "first", "origin", "rule", "revised", "shown")
FROZEN = "# frozen"
YEARS = (2025, 2026, 2030)
"""Whose events are looked at: what was long before and what comes are worded alike."""


def row(anniversary: Anniversary, first: str, labels: list[Labels]) -> dict[str, str]:
    """The line of an entry."""
    origin = anniversary.origin
    parts = [
        f"{kind} {value}"
        for kind in ("solar", "lunar")
        if origin and (value := getattr(origin, kind))
    ]
    values = (
        anniversary.id,
        first,
        ", ".join(parts) or "-",
        in_words(anniversary.rule),
        anniversary.revised.isoformat(),
        shown(anniversary, labels),
    )
    return dict(zip(COLUMNS, values, strict=True))


def shown(anniversary: Anniversary, labels: list[Labels]) -> str:
    """A digest of its events."""
    told = [
        "\t".join(
            (
                ics.uid(event),
                f"{event.date}..{event.last}",
                ics.summary(event, words),
                ics.description(event, words),
                words.layer(event),
            )
        )
        for event in events(anniversary)
        for words in labels
    ]
    return sha256("\n".join(told).encode()).hexdigest()[:12]


def events(anniversary: Anniversary) -> list[Occurrence]:
    """Its events in ``YEARS``; of a day that has none there, the first two that it ever has."""
    found = [
        event
        for year in YEARS
        for event in falls(anniversary, date(year, 1, 1), date(year, 12, 31), every_year=True)
    ]
    return found or list(islice(falls(anniversary, FIRST_DAY, LAST_DAY, every_year=True), 2))


def both(catalogue: Catalogue) -> list[Labels]:
    """The words of both languages."""
    return [Labels(catalogue, lang) for lang in ("vi", "en")]


def read(path: Path, columns: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """A ledger by id; empty if there is none yet."""
    if not path.exists():
        return {}
    lines = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return {
        line.split("\t")[0]: dict(zip(columns, line.split("\t"), strict=True)) for line in lines
    }


def is_frozen(path: Path = IDS) -> bool:
    """Whether it is a promise."""
    return path.exists() and path.read_text(encoding="utf-8").startswith(FROZEN)


def broken(
    catalogue: Catalogue, ledger: dict[str, dict[str, str]], notes: dict[str, dict[str, str]]
) -> list[str]:
    """A line for each promise broken."""
    problems, labels = [], both(catalogue)
    for id_, old in ledger.items():
        if id_ not in catalogue:
            if id_ not in notes:
                problems.append(
                    f"{id_}: published in {old['first']} and gone; bring it back, or say why in "
                    f"{NOTES.name}"
                )
            continue
        new = row(catalogue[id_], old["first"], labels)
        for field in ("origin", "rule"):
            if new[field] != old[field] and id_ not in notes:
                problems.append(
                    f"{id_}: {field} was {old[field]} and is {new[field]}; if it is the same day, "
                    f"corrected, say so in {NOTES.name}; if it is another, give it another id"
                )
        if new["shown"] != old["shown"] and new["revised"] <= old["revised"]:
            problems.append(
                f"{id_}: what subscribers see has changed; write revised = the day, later than "
                f"{old['revised']}"
            )
    return problems


def undated(
    ledger: dict[str, dict[str, str]], files: dict[str, str], confirmed: set[str]
) -> list[str]:
    """A line for each new id without a ``revised`` of its own that is later than all before.

    ``files``: the own ``revised`` of each entry, "" where it has none.
    """
    latest = max((old["revised"] for old in ledger.values()), default="")
    return [
        f"{id_}: is new; write revised = the day, later than {latest}"
        for id_, revised in files.items()
        if id_ in confirmed and id_ not in ledger and revised <= latest
    ]


def own_revised(folder: Path = DATA) -> dict[str, str]:
    """The ``revised`` that each entry itself has in the files."""
    from ngayle.catalogue.reading import File, anniversaries
    from ngayle.catalogue.reading import read as tables_of

    found = {}
    for path in sorted(folder.glob("*.toml")):
        head = tomllib.loads(path.read_text(encoding="utf-8")).get("revised")
        for table in anniversaries(tables_of(File.read(str(path)))):
            revised = table.get("revised", "")
            found[str(table["id"])] = "" if revised == str(head) else revised
    return found


def updated(
    catalogue: Catalogue, ledger: dict[str, dict[str, str]], *, frozen: bool = False
) -> str:
    """The ledger with what the catalogue has now; ids that are gone stay."""
    rows, labels = dict(ledger), both(catalogue)
    for anniversary in catalogue:
        if anniversary.confirmed:
            first = ledger.get(anniversary.id, {}).get("first", catalogue.version)
            rows[anniversary.id] = row(anniversary, first, labels)
    state = f"{FROZEN}: a promise" if frozen else "# not frozen: may be built anew"
    lines = [f"{state} (tools/ledger.py)", f"# {chr(9).join(COLUMNS)}"]
    lines += ["\t".join(rows[id_].values()) for id_ in sorted(rows)]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Check, update or freeze."""
    parser = argparse.ArgumentParser(description="The ledger of every id ever published in a feed.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--check", action="store_true", help="exit 1 with a line for each promise broken"
    )
    what.add_argument("--update", action="store_true", help="write down what the catalogue has now")
    what.add_argument(
        "--freeze", action="store_true", help="build it anew and make it a promise, once"
    )
    arguments = parser.parse_args()
    frozen, catalogue = is_frozen(), ngayle.load()
    # what was not promised is forgotten
    ledger = read(IDS, COLUMNS) if frozen or arguments.check else {}
    if arguments.freeze and frozen:
        print("frozen already: every id in it is a promise; --update adds to it")
        return 1
    problems = broken(catalogue, ledger, read(NOTES, ("id", "day", "why")))
    if frozen:
        confirmed = {a.id for a in catalogue if a.confirmed}
        problems += undated(ledger, own_revised(), confirmed)
        print(*problems, sep="\n", end="\n" if problems else "")
    if arguments.check:
        new = sum(a.confirmed and a.id not in ledger for a in catalogue)
        state = "promises broken" if frozen else "changed since it was built; nothing is frozen yet"
        print(f"{len(ledger)} ids published, {new} not yet, {len(problems)} {state}")
        return 1 if problems and frozen else 0
    if problems:
        return 1
    FOLDER.mkdir(exist_ok=True)
    text = updated(catalogue, ledger, frozen=frozen or arguments.freeze)
    IDS.write_text(text, encoding="utf-8")
    ids = text.count("\n") - 2
    print(f"{IDS.name}: {ids} ids, {ids - len(ledger)} new")
    return 0


if __name__ == "__main__":
    sys.exit(main())

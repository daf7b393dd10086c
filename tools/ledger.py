"""The ledger of every id ever published in a feed: ``data/ledger/ids.tsv``.

    python tools/ledger.py --check     exit 1 with a line for each promise broken
    python tools/ledger.py --update    write down what the catalogue has now (before a release)

A UID is an id and a year, so the ids stand for all UIDs. Columns: id; the version of the data that
first published it; origin and rule, which are what it means; its revision; a digest of everything
that a feed shows of it. The promises:

* no id vanishes: somebody's phone would lose a day, or a new id would double it;
* no id changes its meaning (origin or rule), or it would be another day under an old UID;
* what a feed shows does not change without a higher ``revision`` (and its day in ``revised``):
  Google and Evolution keep the old event otherwise.

A line "id, day, why" in ``data/ledger/notes.tsv`` excuses the first two; nothing excuses the third.
"""

from __future__ import annotations

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path

import attrs

import ngayle
from ngayle.catalogue import Catalogue
from ngayle.model import Anniversary

FOLDER = Path(__file__).parent.parent / "data" / "ledger"
IDS, NOTES = FOLDER / "ids.tsv", FOLDER / "notes.tsv"
COLUMNS = ("id", "first", "origin", "rule", "revision", "shown")
SHOWN = (
    "names",
    "origin",
    "rule",
    "observance",
    "layer",
    "sector",
    "provinces",
    "kind",
    "bare",
    "legal",
    "sources",
)
"""The fields that make the events of a feed."""


def row(anniversary: Anniversary, first: str) -> dict[str, str]:
    """The line of an entry."""
    origin = anniversary.origin
    parts = [
        f"{kind} {value}"
        for kind in ("solar", "lunar")
        if origin and (value := getattr(origin, kind))
    ]
    fields = attrs.asdict(anniversary, filter=lambda a, _: a.name in SHOWN, recurse=False)
    fields |= {"rule": rule_text(anniversary.rule), "sources": anniversary.sources[:1]}
    rule = fields["rule"]
    shown = sha256(
        json.dumps(fields, default=str, sort_keys=True, ensure_ascii=False).encode()
    ).hexdigest()[:12]
    values = (
        anniversary.id,
        first,
        ", ".join(parts) or "-",
        rule,
        str(anniversary.revision),
        shown,
    )
    return dict(zip(COLUMNS, values, strict=True))


def rule_text(rule: object) -> str:
    """ "SolarDay 7 27"."""
    values = attrs.astuple(rule, recurse=False)  # type: ignore[arg-type]
    return " ".join(
        [type(rule).__name__, *(rule_text(v) if attrs.has(type(v)) else str(v) for v in values)]
    )


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


def broken(
    catalogue: Catalogue, ledger: dict[str, dict[str, str]], notes: dict[str, dict[str, str]]
) -> list[str]:
    """A line for each promise broken."""
    problems = []
    for id_, old in ledger.items():
        if id_ not in catalogue:
            if id_ not in notes:
                problems.append(
                    f"{id_}: published in {old['first']} and gone; bring it back, or say why in "
                    f"{NOTES.name}"
                )
            continue
        new = row(catalogue[id_], old["first"])
        for field in ("origin", "rule"):
            if new[field] != old[field] and id_ not in notes:
                problems.append(
                    f"{id_}: {field} was {old[field]} and is {new[field]}; if it is the same day, "
                    f"corrected, say so in {NOTES.name}; if it is another, give it another id"
                )
        if new["shown"] != old["shown"] and int(new["revision"]) <= int(old["revision"]):
            problems.append(
                f"{id_}: changed since it was published; write revision = "
                f"{int(old['revision']) + 1} and revised = the day"
            )
    return problems


def updated(catalogue: Catalogue, ledger: dict[str, dict[str, str]]) -> str:
    """The ledger with what the catalogue has now; ids that are gone stay."""
    rows = dict(ledger)
    for anniversary in catalogue:
        if anniversary.confirmed:
            first = ledger.get(anniversary.id, {}).get("first", catalogue.version)
            rows[anniversary.id] = row(anniversary, first)
    lines = [f"# {chr(9).join(COLUMNS)} (tools/ledger.py --update)"]
    lines += ["\t".join(rows[id_].values()) for id_ in sorted(rows)]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Check or update."""
    parser = argparse.ArgumentParser(description="The ledger of every id ever published in a feed.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--check", action="store_true", help="exit 1 with a line for each promise broken"
    )
    what.add_argument("--update", action="store_true", help="write down what the catalogue has now")
    arguments = parser.parse_args()
    catalogue, ledger = ngayle.load(), read(IDS, COLUMNS)
    problems = broken(catalogue, ledger, read(NOTES, ("id", "day", "why")))
    for problem in problems:
        print(problem)
    if arguments.update and not problems:
        FOLDER.mkdir(exist_ok=True)
        text = updated(catalogue, ledger)
        IDS.write_text(text, encoding="utf-8")
        ids = text.count("\n") - 1
        print(f"{IDS.name}: {ids} ids, {ids - len(ledger)} new")
        return 0
    new = sum(a.confirmed and a.id not in ledger for a in catalogue)
    print(f"{len(ledger)} ids published, {new} not yet, {len(problems)} promises broken")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

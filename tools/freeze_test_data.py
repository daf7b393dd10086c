"""Copy a small catalogue from ``data/`` to ``tests/data/``, once, for the golden listings.

    python tools/freeze_test_data.py     writes tests/data anew; then tools/update_golden.py

About sixty entries of every layer, kind, rule and state, the sectors that they need, all places and
a few themes. The golden listings stand on these, so that a day added to ``data/`` moves none of
them. Run it only when the schema of the data changes, and read the difference.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA, FROZEN = ROOT / "data", ROOT / "tests" / "data"

IDS = Path(__file__).with_name("test_data_ids.txt")


def tables(text: str) -> tuple[str, list[str]]:
    """What stands before the first table of a file, and its tables."""
    head, *found = re.split(r"(?m)^(?=\[\[)", text)
    return head, [re.sub(r"(?m)^#.*\n", "", table).strip() + "\n" for table in found]


def value(table: str, key: str) -> str:
    """A text of a table, "" if it has none."""
    found = re.search(rf'(?m)^{key} = "(.*)"$', table)
    return found[1] if found else ""


def main() -> None:
    """Write the files."""
    wanted = {line for line in IDS.read_text("utf-8").splitlines() if line and line[0] != "#"}
    FROZEN.mkdir(exist_ok=True)
    sectors, known = set(), set()
    for path in sorted(DATA.glob("*.toml")):
        head, found = tables(path.read_text("utf-8"))
        if path.name in ("places.toml", "sectors.toml", "themes.toml"):
            continue
        chosen = [t for t in found if ident(t) in wanted]
        known |= {ident(t) for t in chosen}
        sectors |= {value(t, "layer").removeprefix("sector:") for t in chosen}
        revised = "".join(re.findall(r"(?m)^revised = .*\n", head))
        write(path.name, revised, chosen)
    _, found = tables((DATA / "sectors.toml").read_text("utf-8"))
    chosen = [t for t in found if value(t, "slug") in sectors]
    write("sectors.toml", "", chosen)
    _, found = tables((DATA / "places.toml").read_text("utf-8"))
    write("places.toml", "", found)
    _, found = tables((DATA / "themes.toml").read_text("utf-8"))
    write("themes.toml", "", found[:8])
    print(f"{len(known)} entries; not found: {', '.join(sorted(wanted - known)) or 'none'}")


def ident(table: str) -> str:
    """The id of an entry; documents may have theirs made from act and number."""
    from ngayle.vietnamese import slug

    if table.startswith("[[document]]"):
        made = slug(f"{value(table, 'act')} {value(table, 'number') or value(table, 'date')}")
        return value(table, "id") or made
    return value(table, "id")


def write(name: str, head: str, chosen: list[str]) -> None:
    """One file, if anything stands in it."""
    if chosen:
        FROZEN.joinpath(name).write_text("\n".join([head, *chosen] if head else chosen), "utf-8")


if __name__ == "__main__":
    main()

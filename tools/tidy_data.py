"""Write the data files in the order that they promise: ``--check`` only says what is not so.

usage: tidy_data.py [--check] [FILE ...]

* keys of a table stand in the order of the schema (:data:`ngayle.catalogue.checks.FIELDS`);
* a list that fits on a line of 100 columns stands on one line, a longer one has an item a line;
* ``sources``: what an officer can open first, of these the better class (``source_hosts.py``);
* within a section (a comment with a blank line after it) entries stand by month and day, then year,
  then id; people by id; sectors by slug; sectors' days by sector, then day.

Values themselves are never changed but for that order: each statement is moved as it is written.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from source_hosts import weight

from ngayle.catalogue.checks import FIELDS, OTHER_TABLES

DATA = Path(__file__).parent.parent / "data"
DOCUMENT = ("id", "layer", "name_en", "aliases", "act", "number", "date", "issuer", "about")
CAMPAIGN = ("id", "layer", "name", "name_en", "aliases", "start", "end", "basis")
KEYS = {
    "anniversary": tuple(FIELDS),
    "document": (*DOCUMENT, *(k for k in FIELDS if k not in DOCUMENT)),
    "campaign": (*CAMPAIGN, *(k for k in FIELDS if k not in CAMPAIGN)),
    **{kind: tuple(fields) for kind, (fields, _) in OTHER_TABLES.items()},
}
KEPT = {"places.toml", "themes.toml", "days-off.toml", "pairs.toml"}
"""Files whose entries stand in an order of their own; only their keys are put in order."""


def statements(lines: list[str]) -> list[str]:
    """The statements of a table: comments stay with what they stand above."""
    found: list[str] = []
    held: list[str] = []
    for line in lines:
        held.append(line)
        if line.startswith("#"):
            continue
        try:
            tomllib.loads("\n".join(held))
        except tomllib.TOMLDecodeError:
            continue
        found.append("\n".join(held))
        held = []
    if held:
        raise ValueError(f"not a statement: {held[0]}")
    return found


def key_of(statement: str) -> str:
    """The key that a statement sets."""
    line = next(x for x in statement.split("\n") if not x.startswith("#"))
    return line.split("=")[0].strip().strip('"')


def tidied(kind: str, lines: list[str]) -> str:
    """A table with its keys in order."""
    order = {key: at for at, key in enumerate(KEYS.get(kind, ()))}
    parts = sorted(statements(lines), key=lambda s: order.get(key_of(s), len(order)))
    return "\n".join([f"[[{kind}]]", *(laid_out(part, kind) for part in parts)])


def laid_out(statement: str, kind: str) -> str:
    """A list of plain texts on one line if it fits, else with an item a line."""
    key = key_of(statement)
    if not re.match(rf"{re.escape(key)} = \[\s*\"", statement) or "#" in re.sub(
        r'"[^"]*"', "", statement
    ):
        return statement
    items = tomllib.loads(statement)[key]
    if not all(isinstance(i, str) and '"' not in i and "\\" not in i for i in items):
        return statement
    if key == "sources" and kind in ("anniversary", "document"):
        items = sorted(items, key=weight)
    quoted = [f'"{i}"' for i in items]
    line = f"{key} = [{', '.join(quoted)}]"
    if len(line) <= 100 or (len(items) == 1 and key != "sources"):
        return line
    return "\n".join([f"{key} = [", *(f"  {q}," for q in quoted), "]"])


def place(name: str, table: dict[str, Any]) -> tuple[Any, ...]:
    """What a table is sorted by in its section."""
    id_ = str(table.get("id", table.get("slug", "")))
    if name in ("people.toml", "sectors.toml"):
        return (id_,)
    on = table.get("on", {})
    lunar = next((on[k] for k in ("lunar", "lunar_from") if k in on), None)
    solar = next((on[k] for k in ("solar", "from") if k in on), None)
    origin = str(table.get("origin", table.get("date", table.get("origin_lunar", ""))))
    if solar is None and "month" in on:
        solar = f"{on['month']:02d}-{7 * on.get('nth', on.get('week', 0)):02d}"
    if solar is None and lunar is None:
        solar = origin[-5:] if re.fullmatch(r"\d{3,4}-\d\d-\d\d", origin) else ""
    layer = str(table.get("layer", "")) if name.startswith("sector-") else ""
    if name == "documents.toml":
        return (origin, id_)
    return (layer, lunar is not None, solar or lunar, origin, id_)


def tidy(name: str, text: str) -> str:
    """The whole file as it should stand."""
    blocks = re.split(r"\n{2,}", text.strip("\n"))
    out: list[str] = []
    section: list[tuple[tuple[Any, ...], str]] = []

    def close() -> None:
        if name not in KEPT:
            try:
                section.sort(key=lambda pair: pair[0])
            except TypeError:
                raise SystemExit(
                    f"{name}: an entry has a wrong value; run tools/audit.py"
                ) from None
        out.extend(block for _, block in section)
        section.clear()

    for block in blocks:
        lines = block.split("\n")
        match = next((re.fullmatch(r"\[\[(\w+)\]\]", x) for x in lines if x.startswith("[[")), None)
        if match is None:
            close()
            out.append(block)
            continue
        at = lines.index(match[0])
        above = lines[:at]
        body = tidied(match[1], [x for x in lines[at + 1 :] if x.strip()])
        whole = "\n".join([*above, body])
        table = tomllib.loads(body)[match[1]][0]
        section.append((place(name, table), whole))
    close()
    return "\n\n".join(out) + "\n"


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    wrong = 0
    for path in arguments.files or sorted(DATA.glob("*.toml")):
        before = path.read_text("utf-8")
        after = tidy(path.name, before)
        if tomllib.loads(after).keys() != tomllib.loads(before).keys():
            raise SystemExit(f"{path.name}: a table was lost")
        if before == after:
            continue
        wrong += 1
        if arguments.check:
            old, new = before.split("\n"), after.split("\n")
            at = next(i for i, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1])
            print(
                f"{path.name}:{at + 1}: {old[at]!r} should be {new[at]!r}; run tools/tidy_data.py"
            )
        else:
            path.write_text(after, "utf-8")
            print(f"{path.name}: tidied")
    return 1 if wrong and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())

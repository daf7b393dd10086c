"""TOML files to plain tables: syntax, text in NFC, and the short forms spelled out.

A table is a dict of plain JSON values, as ``docs/data.md`` describes them. What a value means is
checked in :mod:`ngayle.catalogue.checks`.
"""

from __future__ import annotations

import datetime
import os
from typing import Any, TypeAlias

from ngayle.errors import CatalogueError
from ngayle.vietnamese import nfc, slug

Table: TypeAlias = dict[str, Any]

KINDS_OF_TABLES = (
    "anniversary",
    "campaign",
    "document",
    "alter",
    "drop",
    "sector",
    "place",
    "theme",
    "pair",
)


def read(path: str) -> dict[str, list[Table]]:
    """Read one file; return its tables by kind, each with "_file", its file's name.

    Raises CatalogueError, naming the file, for one that cannot be read, is not TOML, or has
    anything but arrays of the known tables at its top (and "revised", the day that its entries
    were last changed if they say nothing else).
    """
    import tomllib

    shown = os.path.basename(path)
    try:
        with open(path, "rb") as file:
            content = tomllib.loads(file.read().decode("utf-8-sig"))
    except IsADirectoryError:
        raise CatalogueError([f"{path}: is a folder; name a TOML file"]) from None
    except FileNotFoundError:
        raise CatalogueError([f"{path}: no such file"]) from None
    except UnicodeDecodeError as error:
        raise CatalogueError([f"{path}: not UTF-8 text (byte {error.start})"]) from None
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError([f"{path}: not valid TOML: {one_line(str(error))}"]) from None
    except OSError as error:
        raise CatalogueError([f"{path}: cannot be read: {error.strerror}"]) from None
    content = _plain(content)
    revised = content.pop("revised", None)
    problems = []
    tables: dict[str, list[Table]] = {kind: [] for kind in KINDS_OF_TABLES}
    for kind, values in content.items():
        if kind not in tables:
            problems.append(
                f"{shown}: {one_line(kind)}: unknown key; tables are [[{']], [['.join(tables)}]]"
            )
        elif not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
            problems.append(f"{shown}: {kind}: write [[{kind}]], with two brackets")
        else:
            for value in values:
                if revised and kind in ("anniversary", "campaign", "document"):
                    value.setdefault("revised", revised)
                value["_file"] = shown
            tables[kind] = values
    if problems:
        raise CatalogueError(problems)
    return tables


def one_line(text: str) -> str:
    """``text`` with whatever is not printable as an escape, so that a message stays a line."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text
    )


def shown_id(table: Table) -> str:
    """The id of a table as messages name it, or its name if it has none."""
    if "id" in table:
        return one_line(str(table["id"]))
    return f"an entry ({one_line(str(table['name']))})" if "name" in table else "an entry"


def _plain(value: Any) -> Any:
    """NFC text, and days as ISO text whether they were quoted or not."""
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, dict):
        return {nfc(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


def anniversaries(tables: dict[str, list[Table]], *, overlay: bool = False) -> list[Table]:
    """All tables that become anniversaries, in the form of ``[[anniversary]]``.

    In an overlay, a table without a layer is "local", one without an id is called by its name.
    """
    found = list(tables["anniversary"])
    found += [_campaign(t) for t in tables["campaign"]]
    found += [_document(t) for t in tables["document"]]
    if overlay:
        for table in found:
            table.setdefault("layer", "local")
            if "id" not in table and isinstance(table.get("name"), str):
                table["id"] = slug(table["name"])
    return found


def _campaign(table: Table) -> Table:
    """``start``, ``end`` and ``basis`` spelled out."""
    table = dict(table)
    table["kind"] = "campaign"
    table["on"] = {k: table.pop(k) for k in ("start", "end") if k in table}
    if "basis" in table:
        table["legal"] = [{"act": table.pop("basis")}]
    return table


CITED = ("act", "number", "date", "issuer", "about")


def _document(table: Table) -> Table:
    """The act's own keys spelled out as legal basis and origin; building.py makes its name."""
    table = dict(table)
    table["kind"] = "document"
    act = {k: table.pop(k) for k in CITED if k in table}
    table["legal"] = [act]
    if "date" in act:
        table["origin"] = act["date"]
    if all(isinstance(act.get(k), str) for k in ("act", "date")):
        table.setdefault("id", slug(f"{act['act']} {act.get('number', act['date'])}"))
    table.setdefault("every", 5)
    return table

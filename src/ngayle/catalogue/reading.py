"""TOML files to plain tables: syntax, text in NFC, and the short forms spelled out.

A table is a dict of plain JSON values, as ``docs/data-format.md`` describes them. What a value
means is checked in :mod:`ngayle.catalogue.checks`.
"""

from __future__ import annotations

import datetime
import os
import stat
from typing import Any, TypeAlias

from attrs import frozen

from ngayle.errors import CatalogueError, one_line
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
    "office",
)


MAX_BYTES = 16_000_000
"""The largest file that is read: about 100,000 days."""
MAX_TEXT, MAX_DEPTH, MAX_NUMBER = 5000, 8, 10**9


@frozen
class File:
    """A TOML file as it was read: once, for a pipe cannot be read again.

    ``path``: as it was asked for.
    """

    path: str
    content: bytes

    @property
    def name(self) -> str:
        """The name by which messages and ``generated_from`` call it."""
        return one_line(os.path.basename(self.path).encode("utf-8", "replace").decode())

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.removesuffix(".toml")

    @classmethod
    def read(cls, path: str) -> File:
        """Read a file or a pipe. Raises CatalogueError for anything else and above 16 MB."""
        shown = one_line(path.encode("utf-8", "replace").decode())
        try:
            # a device would be opened, and some are then changed: look first
            kind = os.stat(path).st_mode
            if stat.S_ISDIR(kind):
                raise CatalogueError([f"{shown}: is a folder; name a TOML file"])
            if not (stat.S_ISREG(kind) or stat.S_ISFIFO(kind)):
                raise CatalogueError([f"{shown}: is a device; name a TOML file or a pipe"])
            with open(path, "rb") as file:
                content = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            raise CatalogueError([f"{shown}: no such file"]) from None
        except ValueError as error:
            if isinstance(error, CatalogueError):
                raise
            raise CatalogueError([f"{shown}: not the name of a file"]) from None
        except OSError as error:
            raise CatalogueError([f"{shown}: cannot be read: {error.strerror}"]) from None
        if len(content) > MAX_BYTES:
            raise CatalogueError([f"{shown}: larger than {MAX_BYTES // 1_000_000} MB"])
        return cls(path, content)


def read(file: File) -> dict[str, list[Table]]:
    """The tables of one file by kind, each with "_file", its file's name.

    Raises CatalogueError, naming the file, for one that is not TOML, or has anything but arrays of
    the known tables at its top (and "revised", the day that its entries were last changed if they
    say nothing else, and the one table "office").
    """
    import tomllib

    shown = file.name
    try:
        content = tomllib.loads(file.content.decode("utf-8-sig"))
        problems: list[str] = []
        content = _plain(content, 0, problems)
    except UnicodeDecodeError as error:
        raise CatalogueError([f"{shown}: not UTF-8 text (byte {error.start})"]) from None
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError([f"{shown}: not valid TOML: {one_line(str(error))[:200]}"]) from None
    except RecursionError:
        raise CatalogueError([f"{shown}: brackets within brackets, too deep to be read"]) from None
    except ValueError:
        # Python's own limit on the digits of a number
        raise CatalogueError([f"{shown}: has a number that is too long"]) from None
    if problems:
        raise CatalogueError([f"{shown}: {problem}" for problem in dict.fromkeys(problems)])
    revised = content.pop("revised", None)
    tables: dict[str, list[Table]] = {kind: [] for kind in KINDS_OF_TABLES}
    for kind, values in content.items():
        if kind == "office" and isinstance(values, dict):
            values = [values]
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
    if len(tables["office"]) > 1:
        problems.append(f"{shown}: office: write [office], once")
    if problems:
        raise CatalogueError(problems)
    return tables


def shown_id(table: Table) -> str:
    """The id of a table as messages name it, or its name if it has none."""
    if "id" in table:
        return one_line(str(table["id"]))
    return f"an entry ({one_line(str(table['name']))})" if "name" in table else "an entry"


def _plain(value: Any, depth: int, problems: list[str]) -> Any:
    """NFC text, and days as ISO text whether they were quoted or not, within bounds."""
    if isinstance(value, str):
        if len(value) > MAX_TEXT:
            problems.append(f"has a text of {len(value)} characters; at most {MAX_TEXT}")
            return ""
        return nfc(value)
    if depth > MAX_DEPTH:
        problems.append("tables within tables, too deep to be meant")
        return None
    if isinstance(value, dict):
        for key in value:
            if key.startswith("_"):
                problems.append(f"{one_line(key)[:60]}: unknown key")
        return {nfc(k): _plain(v, depth + 1, problems) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v, depth + 1, problems) for v in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, int) and abs(value) > MAX_NUMBER:
        problems.append("has a number that is too long")
        return 0
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


__all__ = ["File", "Table", "anniversaries", "one_line", "read", "shown_id"]

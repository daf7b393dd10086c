"""TOML files to plain tables: syntax, text in NFC, and the short forms spelled out.

A table is a dict of plain JSON values, as ``docs/data-format.md`` describes them. What a value
means is checked in :mod:`ngayle.catalogue.checks`.
"""

from __future__ import annotations

import datetime
import os
import re
import stat
from typing import Any, TypeAlias

from attrs import frozen

from ngayle.errors import CatalogueError, Problem, one_line
from ngayle.vietnamese import fold, nfc, slug

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


OWN = "rieng-"
"""The beginning of every id that an overlay's entry got from its name, and of no other."""

DATES = frozenset(("origin", "origin_lunar", "start", "end", "date", "revised", "until", "died"))
DAYS = frozenset(
    ("solar", "lunar", "from", "to", "lunar_from", "lunar_to", "before", "after", "near")
) | {"lunar_before", "lunar_after", "lunar_near"}
"""Keys whose values may be written as people write dates: "05/9/1986", "27/7"."""

IN_VIETNAMESE = {
    "ten": "name",
    "loai": "kind",
    "ngay": "origin",
    "goc": "origin",
    "ngay goc": "origin",
    "am lich": "origin_lunar",
    "tu": "start",
    "tu ngay": "start",
    "bat dau": "start",
    "den": "end",
    "den ngay": "end",
    "ket thuc": "end",
    "can cu": "basis",
    "ly do": "reason",
    "ma": "id",
    "ma so": "id",
}
"""What a person may call a field in Vietnamese, as :func:`ngayle.vietnamese.fold` has it."""

_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))
_NOTHING = str.maketrans(dict.fromkeys("\u200b\u2060\ufeff"))
_DATE = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})", re.ASCII)
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})", re.ASCII)
_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_CURLY = "“”„‟«»\u2018\u2019"


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
                raise CatalogueError([Problem("file.toml_folder", file=shown)])
            if not (stat.S_ISREG(kind) or stat.S_ISFIFO(kind)):
                raise CatalogueError([Problem("file.device", file=shown)])
            with open(path, "rb") as file:
                content = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            raise CatalogueError([Problem("file.none", file=shown)]) from None
        except ValueError as error:
            if isinstance(error, CatalogueError):
                raise
            raise CatalogueError([Problem("file.toml_name", file=shown)]) from None
        except OSError as error:
            raise CatalogueError(
                [Problem("file.unreadable", file=shown, why=error.strerror)]
            ) from None
        if len(content) > MAX_BYTES:
            raise CatalogueError([Problem("file.large", file=shown, most=MAX_BYTES // 1_000_000)])
        return cls(path, content)


def read(file: File) -> dict[str, list[Table]]:
    """The tables of one file by kind, each with "_file", its file's name.

    Raises CatalogueError, naming the file, for one that is not TOML, or has anything but arrays of
    the known tables at its top (and "revised", the day that its entries were last changed if they
    say nothing else, and the one table "office").
    """
    import tomllib

    shown = file.name
    text = _text(file)
    try:
        content = tomllib.loads(text)
        problems: list[Problem] = []
        content = _plain(content, 0, problems)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError([_syntax(shown, text, str(error))]) from None
    except RecursionError:
        raise CatalogueError([Problem("file.deep", file=shown)]) from None
    except ValueError:
        # Python's own limit on the digits of a number
        raise CatalogueError([Problem("file.number", file=shown)]) from None
    if problems:
        raise CatalogueError(
            [Problem("file.has", file=shown, what=problem) for problem in dict.fromkeys(problems)]
        )
    revised = content.pop("revised", None)
    tables: dict[str, list[Table]] = {kind: [] for kind in KINDS_OF_TABLES}
    known = f"[[{']], [['.join(tables)}]]"
    tables["_name"] = [{"stem": file.stem}]
    for kind, values in content.items():
        if kind == "office" and isinstance(values, dict):
            values = [values]
        if kind not in tables:
            problems.append(Problem("file.key", file=shown, key=one_line(kind), known=known))
        elif not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
            problems.append(Problem("file.brackets", file=shown, key=kind))
        else:
            for value in values:
                if revised and kind in ("anniversary", "campaign", "document"):
                    value.setdefault("revised", revised)
                value["_file"] = shown
            tables[kind] = values
    if len(tables["office"]) > 1:
        problems.append(Problem("file.office", file=shown))
    if problems:
        raise CatalogueError(problems)
    return tables


def _text(file: File) -> str:
    """The text of a file; blanks of web pages are blanks, what cannot be seen is left out.

    Raises CatalogueError for what is not UTF-8, and says what Notepad calls it.
    """
    content = file.content
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:200]:
        raise CatalogueError([Problem("file.utf16", file=file.name)])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogueError([Problem("file.ansi", file=file.name, at=error.start)]) from None
    text = text.translate(_BLANKS).translate(_NOTHING)
    # the ends of lines that old Macs wrote
    return text if "\n" in text else text.replace("\r", "\n")


def _syntax(shown: str, text: str, message: str) -> Problem:
    """What is wrong with the line on which TOML gave up, for who does not know TOML."""
    at = _LINE.search(message)
    if at is None:
        return Problem("file.toml", file=shown, why=one_line(message)[:200])
    lines = text.split("\n")
    number = min(int(at[1]), len(lines))
    line = lines[number - 1]
    key, equals, value = line.partition("=")
    value = value.strip()
    values = {"file": shown, "line": number}
    if key.lstrip().startswith("#") or not equals:
        before = lines[number - 2] if number > 1 else ""
        if before.count('"') % 2:
            # a text that was broken off on the line before
            return Problem("file.newline", file=shown, line=number - 1)
        written = line.strip()
        if written.startswith("["):
            return Problem("file.header", **values)
        if ":" in written:
            return Problem("file.colon", **values)
        return Problem("file.toml", file=shown, why=one_line(message)[:200])
    if not key.strip().strip('"').isascii():
        field = IN_VIETNAMESE.get(fold(key))
        code = "file.foreign_key_near" if field else "file.foreign_key"
        return Problem(code, key=one_line(key.strip())[:60], near=field, **values)
    if value[:1] and value[0] in _CURLY:
        return Problem("file.curly", **values)
    if "\\" in value:
        return Problem("file.backslash", **values)
    if value.startswith('"') and value.count('"') > 2:
        return Problem("file.inner", **values)
    if value.count('"') == 1:
        return Problem("file.newline", **values)
    if value[:1].isalnum() and value not in ("true", "false"):
        if "Cannot overwrite" in message:
            return Problem("file.key_twice", key=one_line(key.strip())[:60], **values)
        return Problem("file.unquoted", key=one_line(key.strip())[:60], **values)
    if "Cannot overwrite" in message:
        return Problem("file.key_twice", key=one_line(key.strip())[:60], **values)
    return Problem("file.toml", file=shown, why=one_line(message)[:200])


def shown_id(table: Table) -> str:
    """The id of a table as messages name it, or its name if it has none."""
    if "_implied" in table:
        return str(table["_implied"])
    if "id" in table:
        return one_line(str(table["id"]))
    if "name" in table:
        return Problem("check.entry_of", name=one_line(str(table["name"])))
    return Problem("check.entry")


def _plain(value: Any, depth: int, problems: list[Problem], key: str = "") -> Any:
    """NFC text, and days as ISO text whether they were quoted or not, within bounds."""
    if isinstance(value, str):
        if len(value) > MAX_TEXT:
            problems.append(Problem("file.text", count=len(value), most=MAX_TEXT))
            return ""
        return _written_date(nfc(value), key)
    if depth > MAX_DEPTH:
        problems.append(Problem("file.tables"))
        return None
    if isinstance(value, dict):
        for inner in value:
            if inner.startswith("_"):
                problems.append(Problem("file.hidden", key=one_line(inner)[:60]))
        return {nfc(k): _plain(v, depth + 1, problems, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v, depth + 1, problems, key) for v in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, int) and abs(value) > MAX_NUMBER:
        problems.append(Problem("file.long_number"))
        return 0
    return value


def _written_date(text: str, key: str) -> str:
    """A date as people write it in the form of the data: "05/9/1986" is "1986-09-05".

    Also a month, "9/1986", and a day of a year, "27/7". Everything else stays as it is.
    """
    if key in DATES:
        text = text.strip().replace("\u2013", "-").replace("\u2212", "-")
        if found := _DATE.fullmatch(text):
            parts = [found[3], f"{int(found[2]):02d}", found[1] and f"{int(found[1]):02d}"]
            return "-".join(part for part in parts if part)
    elif key in DAYS and (found := _DAY.fullmatch(text.strip())):
        return f"{int(found[2]):02d}-{int(found[1]):02d}"
    return text


def office_of(tables: dict[str, list[Table]]) -> str:
    """Whose days an overlay has, as a slug: what its office is called, else its file."""
    for office in tables["office"]:
        if isinstance(office.get("id"), str):
            return str(office["id"])
    return slug(tables["_name"][0]["stem"]) or "tep"


def anniversaries(tables: dict[str, list[Table]], *, overlay: bool = False) -> list[Table]:
    """All tables that become anniversaries, in the form of ``[[anniversary]]``.

    In an overlay, a table without a layer is "local", one without an id is called by its name.
    """
    found = [_anniversary(t) for t in tables["anniversary"]]
    found += [_campaign(t) for t in tables["campaign"]]
    found += [_document(t, overlay=overlay) for t in tables["document"]]
    if overlay:
        office = office_of(tables)
        for table in found:
            table.setdefault("layer", "local")
            table["_office"] = office
            if "id" not in table and isinstance(table.get("name"), str):
                table["_implied"] = slug(table["name"]) or "ngay"
    return found


def _anniversary(table: Table) -> Table:
    """A list as ``on`` spelled out."""
    return table | {"on": {"spans": table["on"]}} if isinstance(table.get("on"), list) else table


def _campaign(table: Table) -> Table:
    """``start`` and ``end``, or ``spans``, and ``basis`` spelled out."""
    table = _anniversary(dict(table))
    table["kind"] = "campaign"
    once = {k: table.pop(k) for k in ("start", "end", "spans") if k in table}
    if once or "on" not in table:
        table["on"] = once
    if "basis" in table:
        table["legal"] = [{"act": table.pop("basis")}]
    return table


CITED = ("act", "number", "date", "issuer", "about")


def _document(table: Table, *, overlay: bool) -> Table:
    """The act's own keys spelled out as legal basis and origin; building.py makes its name."""
    table = dict(table)
    table["kind"] = "document"
    act = {k: table.pop(k) for k in CITED if k in table}
    table["legal"] = [act]
    if "date" in act:
        table["origin"] = act["date"]
    if all(isinstance(act.get(k), str) for k in ("act", "date")):
        id_ = slug(f"{act['act']} {act.get('number', act['date'])}")
        if not overlay:
            table.setdefault("id", id_)
        elif "id" not in table:
            table["_implied"] = id_ or "van-ban"
    table.setdefault("every", 5)
    return table


__all__ = ["File", "Table", "anniversaries", "one_line", "read", "shown_id"]

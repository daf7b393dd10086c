"""Merging: a later file adds, alters field by field, or drops what earlier files have."""

from __future__ import annotations

from collections.abc import Iterable

from ngayle.catalogue.checks import text
from ngayle.catalogue.reading import Table, one_line, shown_id
from ngayle.errors import near_it


class Layers:
    """Tables by id, in the order in which they were added, each with the chain of its files.

    ``problems``: what could not be done, a line each; ``refused``: the tables that were not added.
    """

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {}
        self.dropped: dict[str, str] = {}
        self.problems: list[str] = []
        self.refused: list[Table] = []

    def add(self, tables: Iterable[Table]) -> None:
        """Add new entries; an id that is there already is a problem."""
        for table in tables:
            file, id_ = table["_file"], table.get("id")
            if not isinstance(id_, str):
                what = "missing" if "id" not in table else "not a text"
                message = f"{what}; write a permanent ASCII slug"
                self.problems.append(f"{file}: {shown_id(table)}: id: {message}")
                self.refused.append(table)
                continue
            if id_ in self.tables:
                other = self.tables[id_]["_file"]
                message = f"already used in {other}; ids are unique"
                self.problems.append(f"{file}: {shown_id(table)}: id: {message}")
                self.refused.append(table)
                continue
            self.tables[id_] = {**table, "_chain": [f"{file}: added"]}

    def alter(self, tables: Iterable[Table]) -> None:
        """Replace the fields that a table names; the others stay."""
        for table in tables:
            file, id_ = table["_file"], str(table.get("id"))
            found = self._find(table, "alter")
            if found is None:
                continue
            fields = {k: v for k, v in table.items() if k not in ("id", "_file")}
            if "name" in fields and "former_names" not in fields:
                fields["former_names"] = []
            chain = [*found["_chain"], f"{file}: altered {', '.join(fields)}"]
            self.tables[id_] = {**found, **fields, "_file": file, "_chain": chain}

    def drop(self, tables: Iterable[Table]) -> None:
        """Take entries away. Nothing but "id" and "reason" may stand in such a table."""
        for table in tables:
            file, id_ = table["_file"], str(table.get("id"))
            for key in sorted(table.keys() - {"id", "reason", "_file"}):
                message = "unknown key in [[drop]]; write id and reason"
                self.problems.append(f"{file}: {shown_id(table)}: {one_line(key)}: {message}")
            if "reason" in table:
                self.problems += [
                    f"{file}: {shown_id(table)}: {field}: {message}"
                    for field, message in text(table["reason"], "reason")
                ]
            if self._find(table, "drop") is not None:
                del self.tables[id_]
                self.dropped[id_] = file

    def _find(self, table: Table, verb: str) -> Table | None:
        id_ = str(table.get("id"))
        if id_ in self.tables:
            return self.tables[id_]
        if id_ in self.dropped:
            message = f"cannot {verb} it, {self.dropped[id_]} dropped it"
        else:
            # looking for what is near takes time: not for thousands of them
            near = near_it(id_, self.tables) if len(self.problems) < 20 else ""
            message = f"cannot {verb} an unknown id{near}"
        self.problems.append(f"{table['_file']}: {shown_id(table)}: id: {message}")
        return None

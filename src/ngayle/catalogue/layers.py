"""Merging: a later file adds, alters field by field, or drops what earlier files have."""

from __future__ import annotations

from collections.abc import Iterable

from ngayle.catalogue.reading import Table


class Layers:
    """Tables by id, in the order in which they were added, each with the chain of its files."""

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {}
        self.dropped: dict[str, str] = {}
        self.problems: list[str] = []

    def add(self, tables: Iterable[Table]) -> None:
        """Add new entries; an id that is there already is a problem."""
        for table in tables:
            file, id_ = table["_file"], table.get("id")
            if not isinstance(id_, str):
                named = f" ({table['name']})" if isinstance(table.get("name"), str) else ""
                self.problems.append(
                    f"{file}: an entry{named}: id: missing; write a permanent ASCII slug"
                )
                continue
            if id_ in self.tables:
                other = self.tables[id_]["_file"]
                self.problems.append(f"{file}: {id_}: id: already used in {other}; ids are unique")
                continue
            self.tables[id_] = {**table, "_chain": [f"{file}: added"]}

    def alter(self, tables: Iterable[Table]) -> None:
        """Replace the fields that a table names; the others stay."""
        for table in tables:
            file, id_ = table["_file"], table.get("id")
            found = self._find(file, id_, "alter")
            if found is None:
                continue
            fields = {k: v for k, v in table.items() if k not in ("id", "_file")}
            if "name" in fields and "former_names" not in fields:
                fields["former_names"] = []
            chain = [*found["_chain"], f"{file}: altered {', '.join(fields)}"]
            self.tables[str(id_)] = {**found, **fields, "_chain": chain}

    def drop(self, tables: Iterable[Table]) -> None:
        """Take entries away. Nothing but "id" and "reason" may stand in such a table."""
        for table in tables:
            file, id_ = table["_file"], table.get("id")
            for key in table.keys() - {"id", "reason", "_file"}:
                self.problems.append(
                    f"{file}: {id_}: {key}: unknown key in [[drop]]; write id and reason"
                )
            if self._find(file, id_, "drop") is not None:
                del self.tables[str(id_)]
                self.dropped[str(id_)] = file

    def _find(self, file: str, id_: object, verb: str) -> Table | None:
        if isinstance(id_, str) and id_ in self.tables:
            return self.tables[id_]
        if id_ in self.dropped:
            self.problems.append(
                f"{file}: {id_}: id: cannot {verb} it, {self.dropped[str(id_)]} dropped it"
            )
            return None
        from difflib import get_close_matches

        near = get_close_matches(str(id_), self.tables, 3)
        hint = f"; near it: {', '.join(near)}" if near else ""
        self.problems.append(f"{file}: {id_}: id: cannot {verb} an unknown id{hint}")
        return None

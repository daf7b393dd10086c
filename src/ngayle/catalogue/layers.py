"""Merging: a later file adds, alters field by field, or drops what earlier files have.

Ids that an overlay's entries did not get from their writer are made from their names, and live in a
namespace of the office, "rieng-<office>-<name>": no bundled id begins like that, so a data update
that adds an id never meets one of an office's file. The short form, without the namespace, is
understood wherever a file names an entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ngayle.catalogue.checks import text
from ngayle.catalogue.reading import OWN, Table, one_line, shown_id
from ngayle.errors import Problem
from ngayle.vietnamese import fold

COMMON = frozenset(
    "ngay le hoi ky ki niem nam thanh lap tuan thang quoc te viet".split()  # noqa: SIM905
)
"""Words that say little about which day is meant."""


class Layers:
    """Tables by id, in the order in which they were added, each with the chain of its files.

    ``problems``: what could not be done, a line each; ``remarks``: what was done otherwise than
    written; ``refused``: the tables that were not added.
    """

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {}
        self.dropped: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []
        self.refused: list[Table] = []
        self._short: dict[str, str] = {}
        self._instead: dict[str, str] = {}

    def add(self, tables: Iterable[Table]) -> None:
        """Add new entries; an id that is there already is a problem.

        Except in an overlay one of the bundled data's: it may be younger than the office's file,
        whose entry gets an id of its namespace, and keeps its id for that file and those after it.
        """
        for table in tables:
            file = table["_file"]
            id_ = self._own(table) if "_implied" in table else table.get("id")
            if not isinstance(id_, str):
                code = "check.id_missing" if "id" not in table else "check.id_text"
                if "_office" in table and not table.keys() & {"id", "name"}:
                    # an office's day is called by its name
                    self._refuse(table, Problem("check.missing"), "name")
                else:
                    self._refuse(table, Problem(code))
                continue
            if id_ in self.tables:
                other = self.tables[id_]
                if "_office" not in table or "_office" in other:
                    self._refuse(table, Problem("check.id_used", file=other["_file"]))
                    continue
                own = self._free(f"{OWN}{table['_office']}-{id_}", table)
                self._instead[id_] = own
                self.remarks.append(
                    told(table, "id", Problem("check.id_taken", name=called(other), own=own))
                )
                id_ = own
            self.tables[id_] = {**table, "id": id_, "_chain": [f"{file}: added"]}

    def _refuse(self, table: Table, message: Problem, key: str = "id") -> None:
        self.problems.append(told(table, key, message))
        self.refused.append(table)

    def _own(self, table: Table) -> str:
        """The id of an entry that has none, in the namespace of its office."""
        short = table["_implied"]
        own = self._free(f"{OWN}{table['_office']}-{short}", table)
        self._short.setdefault(short, own)
        return own

    def _free(self, id_: str, table: Table) -> str:
        """The id, with what tells two entries of one name apart: when they begin."""
        if id_ not in self.tables:
            return id_
        on = table.get("on")
        begins = on.get("start") if isinstance(on, dict) else None
        ends = [begins or table.get("origin") or ""]
        for end in (*ends, *range(2, 10_000)):
            other = f"{id_}-{end}".strip("-")
            if other not in self.tables and "--" not in other and other.isascii():
                return other
        return id_

    @property
    def short(self) -> dict[str, str]:
        """The full ids of those that are known by another: short ones first give way."""
        return {**self._short, **self._instead}

    def find(self, id_: str) -> str | None:
        """The full id of an entry that a file names, in full or without its namespace."""
        for known in (self._instead.get(id_, id_), self._short.get(id_)):
            if known in self.tables:
                return known
        return None

    def alter(self, tables: Iterable[Table]) -> None:
        """Replace the fields that a table names; the others stay."""
        for table in tables:
            file, id_ = table["_file"], self._found(table, "alter")
            if id_ is None:
                continue
            found = self.tables[id_]
            fields = {k: v for k, v in table.items() if k not in ("id", "_file")}
            if "name" in fields and "former_names" not in fields:
                fields["former_names"] = []
            chain = [*found["_chain"], f"{file}: altered {', '.join(fields)}"]
            self.tables[id_] = {**found, **fields, "_file": file, "_chain": chain}

    def drop(self, tables: Iterable[Table]) -> None:
        """Take entries away. Nothing but "id" and "reason" may stand in such a table."""
        for table in tables:
            for key in sorted(table.keys() - {"id", "reason", "_file"}):
                self.problems.append(told(table, one_line(key), Problem("check.drop_key")))
            if "reason" in table:
                self.problems += [
                    told(table, field, message)
                    for field, message in text(table["reason"], "reason")
                ]
            id_ = self._found(table, "drop")
            if id_ is not None:
                del self.tables[id_]
                self.dropped[id_] = table["_file"]

    def _found(self, table: Table, verb: str) -> str | None:
        id_ = str(table.get("id"))
        found = self.find(id_)
        if found is not None:
            return found
        if id_ in self.dropped:
            message = Problem("check.dropped", verb=verb, file=self.dropped[id_])
        else:
            # looking for what is near takes time: not for thousands of them
            near = near_ids(id_, self.tables) if len(self.problems) < 20 else ""
            code = "check.cannot_near" if near else "check.cannot"
            message = Problem(code, verb=verb, near=near)
        self.problems.append(told(table, "id", message))
        return None


def told(table: Table, field: str, message: Problem) -> Problem:
    """A problem with the file, the entry and the field that it is about."""
    return Problem(
        "check.told", file=table["_file"], id=shown_id(table), field=field, message=message
    )


def called(table: Table) -> str:
    """The name of an entry; of a document, its id."""
    return one_line(str(table.get("name", table.get("id"))))


def near_ids(id_: str, tables: Mapping[str, Table], number: int = 3) -> str:
    """The ids that may be meant, each with its name: by words of ids and names, then by letters."""
    from difflib import get_close_matches

    wanted = set(fold(id_).split())
    scores: dict[str, tuple[float, int]] = {}
    most = sum(0.2 if word in COMMON else 1 for word in wanted)
    for other, table in tables.items():
        words = set(other.split("-")) | set(fold(called(table)).split())
        score = sum(0.2 if word in COMMON else 1 for word in wanted & words)
        if score >= most * 0.6 and score >= 1:
            scores[other] = (-score, len(words))
    found = sorted(scores, key=lambda other: scores[other])[:number]
    if not found:
        found = get_close_matches(id_, list(tables), number)
    return ", ".join(f"{other} ({called(tables[other])})" for other in found)

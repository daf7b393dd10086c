"""How many public documents print each day: the evidence behind ``rank``.

usage: rank_evidence.py CLAIMS.tsv [CLAIMS.tsv ...] [--update] [--show LAYER]

A table of claims has a row for each day that a document prints, with the columns ``doc_url``,
``name``, ``count``, ``observed_date`` and ``target_month`` (and ``calendar``, ``suspect``). Each is
matched to the entry of the catalogue that falls on its day and shares most of its name; a document
that prints a day twice counts once. ``--update`` writes ``data/ledger/printed.tsv``: id, documents
that print the day, hosts that they stand on, documents of them in a round year. Without it, prints
the table beside the ranks.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import re
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ngayle import Period, load, lunar
from ngayle.model import Occurrence
from ngayle.occurrences import occurrences
from ngayle.period import month
from ngayle.units.selection import Selection
from ngayle.vietnamese import fold

TABLE = Path(__file__).parent.parent / "data" / "ledger" / "printed.tsv"
COMMON = set(fold("ngày kỷ niệm lễ năm lần thứ của và các cho về tại tỉnh thành phố").split())
"""Words that say nothing about which day is meant."""


def words(name: str) -> frozenset[str]:
    """The telling words of a name; all of them where none is telling."""
    all_ = frozenset(fold(name).split())
    return all_ - COMMON or all_


def likeness(claim: frozenset[str], name: frozenset[str]) -> float:
    """0 to 1: shared words over those of the shorter name and of both together."""
    shared = len(claim & name)
    if not shared:
        return 0.0
    return (shared / min(len(claim), len(name)) + shared / len(claim | name)) / 2


class Days:
    """Everything that the catalogue has, by period."""

    def __init__(self) -> None:
        self.catalogue = load()
        self._found: dict[Period, list[Occurrence]] = {}
        self._words: dict[str, list[frozenset[str]]] = {}

    def of(self, period: Period) -> list[Occurrence]:
        """All occurrences that touch a period."""
        if period not in self._found:
            self._found[period] = occurrences(self.catalogue, period, Selection(everything=True))
        return self._found[period]

    def names(self, occurrence: Occurrence) -> list[frozenset[str]]:
        """The words of each of its names."""
        anniversary = occurrence.anniversary
        if anniversary.id not in self._words:
            names = [*(n.text for n in anniversary.names), *anniversary.aliases]
            self._words[anniversary.id] = [words(n) for n in names]
        return self._words[anniversary.id]

    def match(self, row: dict[str, str]) -> Occurrence | None:
        """The occurrence that a claim means, or None."""
        claim = words(row["name"])
        best, score = None, 0.45
        for occurrence in self._pool(row):
            alike = max(likeness(claim, name) for name in self.names(occurrence))
            if row["count"] and str(occurrence.years) == row["count"]:
                alike += 0.15
            if alike > score:
                best, score = occurrence, alike
        return best

    def _pool(self, row: dict[str, str]) -> list[Occurrence]:
        days = []
        if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", row["observed_date"]):
            year, number, day = map(int, found.groups())
            with contextlib.suppress(ValueError):
                days.append(date(year, number, day))
            if row.get("calendar") == "lunar" and day <= 30:
                days.append(lunar.observed(year, number, day))
        if days:
            near = [Period(day, day) for day in days if 1901 <= day.year <= 2100]
            return [o for period in near for o in self.of(period)]
        if found := re.fullmatch(r"(\d{4})-(\d\d)", row["target_month"]):
            return self.of(month(int(found[1]), int(found[2])))
        return []


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("claims", nargs="+", type=Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--show", metavar="LAYER", default="")
    arguments = parser.parse_args()
    days = Days()
    printed: dict[str, set[str]] = defaultdict(set)
    round_: dict[str, set[str]] = defaultdict(set)
    documents: set[str] = set()
    matched = rows = 0
    for path in arguments.claims:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row.get("suspect"):
                    continue
                rows += 1
                documents.add(row["doc_url"])
                if found := days.match(row):
                    matched += 1
                    printed[found.anniversary.id].add(row["doc_url"])
                    if found.jubilee:
                        round_[found.anniversary.id].add(row["doc_url"])
    said = f"{len(documents)} documents looked at, {rows} lines, {matched} matched"
    if arguments.update:
        lines = [
            f"# {said} (tools/rank_evidence.py --update)",
            "id\tdocuments\thosts\tin_round_years",
        ]
        for id_ in sorted(printed):
            hosts = {urlsplit(url).hostname for url in printed[id_]}
            lines.append(f"{id_}\t{len(printed[id_])}\t{len(hosts)}\t{len(round_[id_])}")
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return 0
    print(said)
    for anniversary in sorted(days.catalogue, key=lambda a: (-len(printed[a.id]), a.id)):
        if arguments.show in anniversary.layer:
            n, r = len(printed[anniversary.id]), len(round_[anniversary.id])
            print(
                f"{n:4d} {r:4d}  {anniversary.rank}  {anniversary.id}  {anniversary.names[-1].text}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())

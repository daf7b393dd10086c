"""Gains and losses of ``ngayle check`` over tables of sentences.

usage: check_report.py TABLE.tsv… [--verdicts FILE] [--write]

A table has a column ``text`` or ``raw``; each of its sentences is judged by itself. The verdicts
(the codes of its errors and warnings) are compared with those committed: a line of the file is a
hash of the sentence and its codes, never a text. What has changed is printed, "+" for a sentence
that is accused of more and "-" for one that is accused of less, with the place of its row; exit 1
if anything has. ``--write`` makes what is judged now the committed verdicts. Sentences that the
file does not know are told of, and are no failure.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests" / "check_sentences.tsv"
VERDICTS = ROOT / "tests" / "check_verdicts.tsv"


def key(text: str) -> str:
    """The hash by which a sentence is known."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def sentences(path: Path) -> list[tuple[int, str]]:
    """The sentences of a table and the numbers of their rows, from 2."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(number, row.get("text") or row["raw"]) for number, row in enumerate(rows, 2)]


def verdict(text: str) -> str:
    """The codes of the errors and warnings of a sentence, each as often as it was found."""
    from ngayle.checking import check

    return ",".join(sorted(f.code for f in check(text + "\n") if f.level != "note"))


def committed(path: Path) -> dict[str, str]:
    """The verdicts of a file; none if there is no file."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.partition("\t")[::2] for line in lines)


def main(argv: list[str] | None = None) -> int:
    """Report; 1 if a verdict is not the committed one."""
    parser = argparse.ArgumentParser(description="gains and losses of ngayle check")
    parser.add_argument("tables", nargs="*", type=Path, metavar="TABLE.tsv")
    parser.add_argument("--verdicts", type=Path, default=VERDICTS, metavar="FILE")
    parser.add_argument("--write", action="store_true", help="commit what is judged now")
    arguments = parser.parse_args(argv)
    before = committed(arguments.verdicts)
    now: dict[str, str] = {}
    gains = losses = unknown = 0
    for table in arguments.tables or [TABLE]:
        for number, text in sentences(table):
            hashed = key(text)
            now[hashed] = verdict(text)
            if hashed not in before:
                unknown += 1
            elif before[hashed] != now[hashed]:
                more = len(now[hashed]) > len(before[hashed])
                gains, losses = gains + more, losses + (not more)
                said = f"{before[hashed] or 'nothing'} -> {now[hashed] or 'nothing'}"
                print(f"{'+' if more else '-'} {table.name}:{number}: {said}")
    print(f"{len(now)} sentences: {gains} accused of more, {losses} of less, {unknown} new")
    if arguments.write:
        lines = [f"{hashed}\t{codes}\n" for hashed, codes in sorted({**before, **now}.items())]
        arguments.verdicts.write_text("".join(lines), encoding="utf-8")
        return 0
    return int(bool(gains or losses))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    sys.exit(main())

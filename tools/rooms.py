"""The rooms of ``src/ngayle`` in their order: a room imports only what stands before it.

``python tools/rooms.py`` writes the table into docs/architecture.md, ``--check`` compares;
``tests/test_architecture.py`` holds the code to it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "architecture.md"

ROOMS = {
    "words.vi": "phrases in Vietnamese",
    "words.en": "the same phrases in English",
    "words.phrases": "the phrase of a key, from the table of the language asked for",
    "errors": "what a user can do wrong: a code and values, said in either language",
    "files": "files written whole or not at all",
    "vietnamese": "how names compare when typed, and sort when listed",
    "values": "equality, hash and text of values",
    "_lunar_table": "the lunar calendar as integers",
    "lunar": "the Vietnamese lunar calendar",
    "rules": "on which days a rule falls in a year",
    "model": "what an anniversary and an occurrence are (frozen values)",
    "period": "what a person types for the days to list",
    "counting": "how many years, which counts are round, in which years a day is kept",
    "words": "dates and counts in words, citing, sentences, labels of listings",
    "units": "provinces, cities and sectors; what a person types for them; selections",
    "catalogue": "TOML → checked, merged, indexed, compiled catalogue",
    "occurrences": "catalogue → the occurrences of a period that were asked for",
    "resting": "laws and decisions → days off and working days",
    "drafts": "occurrences, documents, campaigns, themes → the items of a draft",
    "checking": "a draft → its claims → entries → findings",
    "render": "makers of bytes: text, Markdown, JSON and CSV, drafts, Word, iCalendar",
    "compat": "the same answers in the form of other libraries",
    "feeds": "which calendars there are, what each holds, the folder of them",
    "site": "the whole of it as plain files for a browser",
    "": "`__init__.py`: what a program calls",
    "cli": "one module a command; options, files, clock",
    "__main__": "`python -m ngayle`",
}
"""From the ground up. A package stands for all of its modules that are not named alone."""

DOORS = {
    ("model", "words.lines"): "`str()` of an occurrence is its line",
    ("model", "render.records"): "`Occurrence.to_dict()` is the JSON contract",
}
"""The imports against the order, inside a method each, and why they are there."""


def table() -> str:
    """The rooms as a table in Markdown, and the doors."""
    rows = ["| room | what is in it |", "| --- | --- |"]
    for room, what in ROOMS.items():
        path = "ngayle/" + room.replace(".", "/") if room else "ngayle"
        rows.append(f"| `{path}` | {what} |")
    doors = [f"* `{a}` → `{b}`: {why}" for (a, b), why in DOORS.items()]
    return "\n".join([*rows, "", "Two doors lead up, each inside one method:", "", *doors])


def main() -> int:
    """Write or check."""
    text = PAGE.read_text(encoding="utf-8")
    new = re.sub(
        r"(?s)(<!-- rooms -->\n).*(<!-- end -->)",
        lambda m: f"{m[1]}{table()}\n{m[2]}",
        text,
    )
    if "--check" in sys.argv:
        if new != text:
            print("docs/architecture.md: stale; run tools/rooms.py")
        return int(new != text)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The catalogue as it stands in the wheel: checked, merged, indexed, one JSON value a line.

TOML is slow to parse, and a listing needs few of the entries. So the build writes the tables of
``data/*.toml`` line by line; loading splits the lines, and parses an entry when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ngayle.catalogue.reading import Table

FILE = "catalogue.jsonl"
OTHERS = ("sector", "place", "theme", "pair")
"""The tables beside the entries, each kind a line of the head under its plural."""

HEAD = ("version", "ids", "index", *(f"{kind}s" for kind in OTHERS))


class Lines(Sequence[Table]):
    """The entries of a compiled catalogue, parsed one by one."""

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, position: Any) -> Any:
        return json.loads(self._lines[position])


def dump(head: dict[str, Any], tables: Sequence[Table]) -> bytes:
    """The bytes of a compiled catalogue."""
    values = [*(head[name] for name in HEAD), *tables]
    dumped = (
        json.dumps(v, ensure_ascii=False, separators=(",", ":"), sort_keys=True) for v in values
    )
    return "\n".join(dumped).encode()


def load(path: str) -> tuple[list[bytes], Lines]:
    """The unparsed head lines, in the order of ``HEAD``, and the entries."""
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    return lines[: len(HEAD)], Lines(lines[len(HEAD) :])

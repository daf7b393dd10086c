"""The catalogue as it stands in the wheel: checked, merged, indexed, one JSON value a line.

TOML is slow to parse, and a listing needs few of the entries. So the build writes the tables of
``data/*.toml`` line by line; loading splits the lines, and parses an entry when it is asked for.

The first line has a mark, the number of entries, and length and SHA-256 of the rest: a file that
was cut short or changed would give a listing with days missing, and nobody would see it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ngayle.catalogue.reading import Table

try:
    from _sha256 import sha256 as _sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha2 import sha256 as _sha256  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha256 as _sha256

FILE = "catalogue.jsonl"
MAGIC = b"ngayle-catalogue-2"
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
    rest = "\n".join(dumped).encode()
    return b"%s %d %d %s\n%s" % (MAGIC, len(tables), len(rest), _digest(rest), rest)


def load(content: bytes) -> tuple[list[bytes], Lines]:
    """The unparsed head lines, in the order of ``HEAD``, and the entries.

    Raises ValueError, with what is wrong, for anything but the whole of what :func:`dump` wrote.
    """
    first, _, rest = content.partition(b"\n")
    parts = first.split(b" ")
    if parts[0] != MAGIC or len(parts) != 4:
        raise ValueError("not a catalogue of this version")
    if parts[2] != b"%d" % len(rest):
        raise ValueError(f"cut short or added to: {len(rest)} bytes, not {_text(parts[2])}")
    if parts[3] != _digest(rest):
        raise ValueError("changed since it was made")
    lines = rest.split(b"\n")
    entries = Lines(lines[len(HEAD) :])
    if parts[1] != b"%d" % len(entries) or not len(entries):
        raise ValueError("no entries")
    return lines[: len(HEAD)], entries


def _digest(content: bytes) -> bytes:
    # built into Python: hashlib costs more time than the hash of a megabyte
    return str(_sha256(content).hexdigest()).encode()


def _text(number: bytes) -> str:
    return number[:20].decode("ascii", "replace")

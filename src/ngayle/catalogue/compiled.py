"""The catalogue as it stands in the wheel: checked, merged, indexed, one JSON value a line.

TOML is slow to parse, and a listing needs few of the entries. So the build writes the tables of
``data/*.toml`` line by line; loading splits the lines, and parses an entry when it is asked for.

The first line has a mark, the number of entries, and length and CRC-32 of the rest: a file that
was cut short or changed would give a listing with days missing, and nobody would see it. The second
line has the lengths of all others, which need not be searched for then.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from ngayle.catalogue.reading import Table

FILE = "catalogue.jsonl"
MAGIC = b"ngayle-catalogue-4"
OTHERS = ("sector", "place", "theme", "pair")
"""The tables beside the entries, each kind a line of the head under its plural."""

HEAD = ("version", "ids", "index", *(f"{kind}s" for kind in OTHERS))


class Lines(Sequence["Table"]):
    """The entries of a compiled catalogue, parsed one by one; ``starts``: of all, and the end."""

    def __init__(self, content: bytes, starts: Sequence[int]) -> None:
        self._content = content
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, position: Any) -> Any:
        if position < 0:
            position += len(self)
        line = self._content[self._starts[position] : self._starts[position + 1]]
        return json.loads(str(line, "utf-8"))


def dump(head: dict[str, Any], tables: Sequence[Table]) -> bytes:
    """The bytes of a compiled catalogue."""
    values = [*(head[name] for name in HEAD), *tables]
    lines = [_line(value) for value in values]
    rest = b"".join((_line([len(line) for line in lines]), *lines))
    return b"%s %d %d %08x\n%s" % (MAGIC, len(tables), len(rest), crc32(rest), rest)


def _line(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{text}\n".encode()


def load(content: bytes) -> tuple[list[bytes], Lines]:
    """The unparsed head lines, in the order of ``HEAD``, and the entries.

    Raises ValueError, with what is wrong, for anything but the whole of what :func:`dump` wrote.
    """
    begin = content.find(b"\n") + 1
    parts = content[: max(begin - 1, 0)].split(b" ")
    if parts[0] != MAGIC or len(parts) != 4:
        raise ValueError("not a catalogue of this version")
    size = len(content) - begin
    if parts[2] != b"%d" % size:
        raise ValueError(f"cut short or added to: {size} bytes, not {_text(parts[2])}")
    if parts[3] != b"%08x" % crc32(memoryview(content)[begin:]):
        raise ValueError("changed since it was made")
    first = content.find(b"\n", begin) + 1
    starts = list(accumulate(json.loads(content[begin:first]), initial=first))
    head = [content[a:b] for a, b in pairwise(starts[: len(HEAD) + 1])]
    entries = Lines(content, starts[len(HEAD) :])
    if parts[1] != b"%d" % len(entries) or not len(entries):
        raise ValueError("no entries")
    return head, entries


def _text(number: bytes) -> str:
    return number[:20].decode("ascii", "replace")
